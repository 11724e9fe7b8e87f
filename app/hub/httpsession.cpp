#include "app/hub/httpsession.h"

#include "app/hub/bridge.h"
#include "app/hub/largebodyplace.h"
#include "app/hub/refusalanswer.h"
#include "app/hub/requesthead.h"
#include "app/hub/requestlog.h"
#include "app/hub/tlsstream.h"

#include <boost/asio/buffer.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/beast/core/buffers_range.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/serializer.hpp>
#include <boost/beast/http/vector_body.hpp>

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
constexpr std::size_t kRecordOctets = 16u << 10; // of TLS
constexpr std::size_t kBufferOctets = kHeadOctets + kRecordOctets;
constexpr std::string_view kContinue = "HTTP/1.1 100 Continue\r\n\r\n";

// What the library says about a body that it could not take.
Refusal refusalOf(const error_code &error)
{
    if (error == http::error::body_limit)
        return Refusal::BodyTooLarge;
    return error == http::error::header_limit ? Refusal::HeadTooLarge : Refusal::Malformed; // of trailers and chunk extensions
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

// The head, and the body with it when both fit into one TLS record; the body that is left is still the response's.
Bytes startOf(http::response<Body> &response)
{
    Bytes octets;
    http::response_serializer<Body> serializer(response);
    serializer.split(true);
    error_code error;
    while (!serializer.is_header_done() && !error) {
        serializer.next(error, [&](error_code &, const auto &pieces) {
            std::size_t taken = 0;
            for (const asio::const_buffer piece : beast::buffers_range_ref(pieces)) {
                append(octets, ByteView(static_cast<const std::uint8_t *>(piece.data()), piece.size()));
                taken += piece.size();
            }
            serializer.consume(taken);
        });
    }
    if (octets.size() + response.body().size() <= kRecordOctets)
        append(octets, std::exchange(response.body(), {}));
    return octets;
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
        : m_engine(engine), m_stream(std::move(socket), engine.tls.native_handle()), m_peer(std::move(peer)), m_admission(std::move(admission))
    {
        m_engine.sessions.insert(this);
    }
    ~HttpSession() override { m_engine.sessions.erase(this); }

    void stop() override
    {
        if (!m_answering)
            m_stream.fail(asio::error::operation_aborted);
    }

    void checkDeadline(SteadyTime now) override
    {
        if (now >= m_deadline)
            m_stream.fail(asio::error::timed_out);
    }

    asio::awaitable<void> run();

private:
    void setDeadline(std::chrono::milliseconds from) { m_deadline = std::chrono::steady_clock::now() + from; }

    asio::awaitable<void> receive(Exchange &exchange);
    asio::awaitable<void> readSome(std::size_t step);
    asio::awaitable<std::size_t> findHead(Exchange &exchange);
    asio::awaitable<void> readBody(Exchange &exchange, Parser &parser);
    asio::awaitable<bool> answer(Exchange &exchange);
    asio::awaitable<HttpAnswer> ask(Exchange &exchange);

    ServerEngine &m_engine;
    TlsStream m_stream; // its error means that the connection is of no more use
    beast::flat_buffer m_buffer{kBufferOctets};
    std::string m_peer;
    Admission m_admission;
    SteadyTime m_deadline = SteadyTime::max();
    bool m_answering = false;
};

asio::awaitable<void> HttpSession::run()
{
    setDeadline(m_engine.limits.deadlines.handshake);
    co_await m_stream.handshake();
    for (bool keep = true; keep && !m_stream.error();) {
        Exchange exchange;
        co_await receive(exchange);
        if (!m_stream.error())
            keep = co_await answer(exchange);
    }
    if (m_stream.error() == asio::error::timed_out)
        log::write(log::Level::Information, "connection_deadline");
    setDeadline(m_engine.limits.deadlines.linger);
    if (!m_stream.error())
        co_await m_stream.close(m_engine.stopping ? 0 : kLingerOctets);
}

// Reads one request up to the end of its body, or to the reason why it is refused.
asio::awaitable<void> HttpSession::receive(Exchange &exchange)
{
    if (m_buffer.size() == 0) {
        m_buffer.shrink_to_fit(); // thousands of connections may wait here
        setDeadline(m_engine.limits.deadlines.firstOctet);
        co_await m_stream.arrival();
    }
    exchange.began = std::chrono::steady_clock::now();
    setDeadline(m_engine.limits.deadlines.head);
    const std::size_t length = co_await findHead(exchange);
    if (m_stream.error() || exchange.refusal != Refusal::None)
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

asio::awaitable<void> HttpSession::readSome(std::size_t step)
{
    const auto space = m_buffer.prepare(std::min(step, kBufferOctets - m_buffer.size()));
    const std::span<std::uint8_t> into(static_cast<std::uint8_t *>(space.data()), space.size());
    const std::size_t read = co_await m_stream.readSome(into);
    m_buffer.commit(read);
}

// The length of the head, once the buffer has all of it.
asio::awaitable<std::size_t> HttpSession::findHead(Exchange &exchange)
{
    HeadFinder finder;
    while (!m_stream.error()) {
        const auto data = m_buffer.data();
        const HeadFinder::Found found = finder.look({static_cast<const char *>(data.data()), data.size()});
        exchange.refusal = found.refusal;
        if (found.length > 0 || found.refusal != Refusal::None)
            co_return found.length;
        co_await readSome(kReadStep);
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
    if (exchange.head.expectsContinue)
        co_await m_stream.write(viewOf(kContinue));
    parser.eager(true); // all that was read at once, or tiny chunks would take a turn each
    while (!m_stream.error() && !parser.is_done()) {
        error_code error;
        if (m_buffer.size() > 0) // Beast takes the address of a first octet that is not there otherwise
            m_buffer.consume(parser.put(m_buffer.data(), error));
        if (parser.is_done())
            break;
        if (error && error != http::error::need_more)
            exchange.refusal = refusalOf(error);
        else if (m_buffer.size() >= kHeadOctets)
            exchange.refusal = Refusal::HeadTooLarge; // of trailers and chunk extensions
        if (exchange.refusal != Refusal::None)
            co_return; // the request is at fault, the connection can still carry the answer
        m_stream.acknowledgeAtOnce();
        co_await readSome(kRecordOctets);
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
    const Bytes start = startOf(response);
    setDeadline(m_engine.limits.deadlines.answer);
    co_await m_stream.write(start);
    co_await m_stream.write(response.body());
    facts.took = std::chrono::steady_clock::now() - exchange.began;
    logRequest(facts);
    m_answering = false;
    co_return keep && !m_engine.stopping;
}

asio::awaitable<HttpAnswer> HttpSession::ask(Exchange &exchange)
{
    m_deadline = SteadyTime::max();
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
