#include "app/hub/session.h"

#include "app/hub/bridge.h"
#include "app/hub/largebodyplace.h"
#include "app/hub/refusalanswer.h"
#include "app/hub/requesthead.h"
#include "app/hub/requestlog.h"

#include <array>

#include <netinet/tcp.h>

#include <boost/asio/buffer.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/vector_body.hpp>
#include <boost/beast/http/write.hpp>
#include <boost/beast/ssl/ssl_stream.hpp>

namespace ourtable::hub {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
using asio::ip::tcp;
using boost::system::error_code;
using SteadyTime = std::chrono::steady_clock::time_point;
using Body = http::vector_body<std::uint8_t>;
using Parser = http::request_parser<Body>;

constexpr std::size_t kReadStep = 2u << 10;
constexpr std::size_t kBufferOctets = kHeadOctets + (64u << 10);
// Linux: what comes next is acknowledged at once. A client's system that gathers small writes (Nagle) holds the end
// of a body back until then: up to 40 ms for every push.
using AcknowledgeAtOnce = asio::detail::socket_option::boolean<IPPROTO_TCP, TCP_QUICKACK>;
constexpr std::string_view kContinue = "HTTP/1.1 100 Continue\r\n\r\n";

// What the library says about a body that it could not read to its end; None when the connection itself is at fault.
Refusal refusalOf(const error_code &error)
{
    if (error == http::error::body_limit)
        return Refusal::BodyTooLarge;
    if (error == http::error::header_limit || error == http::error::buffer_overflow)
        return Refusal::HeadTooLarge; // of trailers and chunk extensions
    if (error == http::error::end_of_stream || error == http::error::partial_message)
        return Refusal::None;
    return error.category() == http::make_error_code(http::error::bad_method).category() ? Refusal::Malformed : Refusal::None;
}

http::response<Body> responseFor(HttpAnswer answer, bool keep)
{
    const bool sane = answer.status >= 200 && answer.status <= 599;
    http::response<Body> response(static_cast<http::status>(sane ? answer.status : 500u), 11);
    if (response.result() == http::status::no_content)
        answer.body.clear();
    else
        response.set(http::field::content_type, answer.contentType);
    response.set(http::field::cache_control, "no-store");
    if (answer.retryAfter > 0)
        response.set(http::field::retry_after, std::to_string(answer.retryAfter));
    if (response.result() == http::status::method_not_allowed)
        response.set(http::field::allow, "GET, POST");
    response.body() = std::move(answer.body);
    response.keep_alive(keep);
    response.prepare_payload();
    return response;
}

// One request on its way: read so far, refused, or whole.
struct Exchange {
    Exchange() = default;
    RequestHead head;
    Bytes body;
    Refusal refusal = Refusal::None;
    bool keepAlive = false;
    SteadyTime began;
};

class HttpSession final : public Session {
public:
    HttpSession(ServerEngine &engine, tcp::socket socket, std::string peer, Admission admission)
        : m_engine(engine), m_stream(std::move(socket), engine.tls), m_peer(std::move(peer)), m_admission(std::move(admission))
    {
        m_engine.sessions.insert(this);
    }
    ~HttpSession() override { m_engine.sessions.erase(this); }

    void stop() override
    {
        if (!m_answering)
            beast::get_lowest_layer(m_stream).close();
    }

    asio::awaitable<void> run();

private:
    using Token = asio::redirect_error_t<asio::use_awaitable_t<>>;
    [[nodiscard]] Token token() { return Token(asio::use_awaitable_t<>(), m_error); }
    void setDeadline(std::chrono::milliseconds from) { beast::get_lowest_layer(m_stream).expires_after(from); }

    asio::awaitable<void> receive(Exchange &exchange);
    asio::awaitable<void> readSome();
    asio::awaitable<std::size_t> findHead(Exchange &exchange);
    asio::awaitable<void> readBody(Exchange &exchange, Parser &parser);
    asio::awaitable<bool> answer(Exchange &exchange);
    asio::awaitable<HttpAnswer> ask(Exchange &exchange);
    asio::awaitable<void> close();

    ServerEngine &m_engine;
    beast::ssl_stream<beast::tcp_stream> m_stream;
    beast::flat_buffer m_buffer{kBufferOctets};
    std::string m_peer;
    Admission m_admission;
    error_code m_error; // of the last operation; set means that the connection is of no more use
    bool m_answering = false;
};

asio::awaitable<void> HttpSession::run()
{
    setDeadline(m_engine.limits.deadlines.handshake);
    co_await m_stream.async_handshake(asio::ssl::stream_base::server, token());
    for (bool keep = true; keep && !m_error;) {
        Exchange exchange;
        co_await receive(exchange);
        if (!m_error)
            keep = co_await answer(exchange);
    }
    if (m_error == beast::error::timeout)
        log::write(log::Level::Information, "connection_deadline");
    else if (!m_error)
        co_await close();
}

// Reads one request up to the end of its body, or to the reason why it is refused.
asio::awaitable<void> HttpSession::receive(Exchange &exchange)
{
    if (m_buffer.size() == 0) {
        m_buffer.shrink_to_fit(); // thousands of connections may wait here
        setDeadline(m_engine.limits.deadlines.firstOctet);
        co_await readSome();
    }
    exchange.began = std::chrono::steady_clock::now();
    setDeadline(m_engine.limits.deadlines.head);
    const std::size_t length = co_await findHead(exchange);
    if (m_error || exchange.refusal != Refusal::None)
        co_return;
    const std::string_view raw(static_cast<const char *>(m_buffer.data().data()), length);
    exchange.refusal = readHead(raw, exchange.head);
    if (exchange.refusal != Refusal::None)
        co_return;
    Parser parser;
    parser.header_limit(kHeadOctets);
    parser.body_limit(m_engine.handler->bodyLimit(exchange.head.method, exchange.head.target));
    error_code parseError;
    parser.put(asio::buffer(raw), parseError);
    if ((parseError && parseError != http::error::need_more) || !parser.is_header_done()) {
        exchange.refusal = parseError ? refusalOf(parseError) : Refusal::Malformed;
        co_return;
    }
    m_buffer.consume(length);
    exchange.keepAlive = parser.keep_alive();
    co_await readBody(exchange, parser);
}

asio::awaitable<void> HttpSession::readSome()
{
    auto space = m_buffer.prepare(kReadStep);
    const std::size_t read = co_await m_stream.async_read_some(space, token());
    m_buffer.commit(read);
}

// The length of the head, once the buffer has all of it.
asio::awaitable<std::size_t> HttpSession::findHead(Exchange &exchange)
{
    HeadFinder finder;
    while (!m_error) {
        const auto data = m_buffer.data();
        const HeadFinder::Found found = finder.look({static_cast<const char *>(data.data()), data.size()});
        exchange.refusal = found.refusal;
        if (found.length > 0 || found.refusal != Refusal::None)
            co_return found.length;
        co_await readSome();
    }
    co_return 0;
}

asio::awaitable<void> HttpSession::readBody(Exchange &exchange, Parser &parser)
{
    const LargeBodyPlace place(m_engine, exchange.head);
    if (!place.granted()) {
        exchange.refusal = Refusal::Busy;
        co_return;
    }
    setDeadline(m_engine.limits.deadlines.body);
    if (exchange.head.expectsContinue) {
        const auto text = asio::buffer(kContinue);
        co_await asio::async_write(m_stream, text, token());
    }
    parser.eager(true); // all that was read at once, or tiny chunks would take a turn each
    error_code ignored;
    while (!m_error && !parser.is_done()) {
        beast::get_lowest_layer(m_stream).socket().set_option(AcknowledgeAtOnce(true), ignored);
        co_await http::async_read_some(m_stream, m_buffer, parser, token());
    }
    if (m_error) {
        exchange.refusal = refusalOf(m_error);
        if (exchange.refusal != Refusal::None)
            m_error = {}; // the request is at fault, the connection can still carry the answer
        co_return;
    }
    exchange.body = std::move(parser.get().body());
}

// True when the connection may carry another request.
asio::awaitable<bool> HttpSession::answer(Exchange &exchange)
{
    m_answering = true;
    if (exchange.refusal == Refusal::None && m_engine.stopping)
        exchange.refusal = Refusal::Busy;
    RequestFacts facts;
    facts.octetsIn = exchange.body.size();
    HttpAnswer given = answerFor(exchange.refusal);
    if (exchange.refusal == Refusal::None)
        given = co_await ask(exchange);
    facts.method = exchange.head.method;
    facts.target = exchange.head.target;
    const bool keep = exchange.refusal == Refusal::None && exchange.keepAlive && !m_engine.stopping;
    http::response<Body> response = responseFor(std::move(given), keep);
    facts.status = response.result_int();
    facts.octetsOut = response.body().size();
    setDeadline(m_engine.limits.deadlines.answer);
    co_await http::async_write(m_stream, response, token());
    facts.took = std::chrono::steady_clock::now() - exchange.began;
    logRequest(facts);
    m_answering = false;
    co_return keep && !m_engine.stopping;
}

asio::awaitable<HttpAnswer> HttpSession::ask(Exchange &exchange)
{
    beast::get_lowest_layer(m_stream).expires_never();
    HttpRequest request;
    request.method = exchange.head.method;
    request.target = exchange.head.target;
    request.authorization = std::move(exchange.head.authorization);
    request.peer = m_peer;
    request.body = std::move(exchange.body);
    auto start = [this, request = std::move(request)](HttpHandler::Done done) mutable {
        try {
            m_engine.handler->handle(std::move(request), std::move(done));
        } catch (const std::exception &) {
            log::write(log::Level::Failure, "handler_exception"); // the reply that it dropped answers 500
        }
    };
    co_return co_await answerOf(m_engine.shared_from_this(), std::move(start));
}

// A client that is still sending has to be able to read its answer before a reset destroys it.
asio::awaitable<void> HttpSession::close()
{
    beast::tcp_stream &plain = beast::get_lowest_layer(m_stream);
    setDeadline(m_engine.limits.deadlines.linger);
    co_await m_stream.async_shutdown(token());
    error_code ignored;
    plain.socket().shutdown(tcp::socket::shutdown_send, ignored);
    setDeadline(m_engine.limits.deadlines.linger);
    std::array<char, 16u << 10> sink;
    m_error = {};
    for (std::size_t drained = 0; drained < kLingerOctets && !m_error && !m_engine.stopping;) {
        auto space = asio::buffer(sink);
        drained += co_await plain.async_read_some(space, token());
    }
}

asio::awaitable<void> runSession(std::unique_ptr<HttpSession> session) { co_await session->run(); }

} // namespace

void startSession(ServerEngine &engine, tcp::socket socket, std::string peer, Admission admission)
{
    auto session = std::make_unique<HttpSession>(engine, std::move(socket), std::move(peer), std::move(admission));
    const auto ended = [](std::exception_ptr thrown) {
        if (thrown)
            log::write(log::Level::Failure, "session_exception");
    };
    asio::co_spawn(engine.context, runSession(std::move(session)), ended);
}

} // namespace ourtable::hub
