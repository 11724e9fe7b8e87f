#include "core/sync/requestauth.h"

#include <charconv>

#include "core/crypto/hashing.h"

namespace ourtable::sync {
namespace {

constexpr std::uint64_t kWindow = 64;

// Takes "<prefix><value>" up to the next ';' off the front; nothing when the prefix is not there.
std::optional<std::string_view> takeField(std::string_view &rest, std::string_view prefix)
{
    if (!rest.starts_with(prefix))
        return std::nullopt;
    rest.remove_prefix(prefix.size());
    const std::size_t end = std::min(rest.find(';'), rest.size());
    const std::string_view value = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    return value;
}

} // namespace

std::string RequestAuth::header() const
{
    return "v1;d=" + device.hex() + ";s=" + session.hex() + ";c=" + std::to_string(counter) + ";g=" + signature.hex();
}

std::optional<RequestAuth> RequestAuth::parse(std::string_view header)
{
    static constexpr std::size_t kLongest = 260;
    if (header.size() > kLongest || !header.starts_with("v1;"))
        return std::nullopt;
    std::string_view rest = header.substr(3);
    const auto device = takeField(rest, "d=");
    const auto session = device ? takeField(rest, "s=") : std::nullopt;
    const auto counter = session ? takeField(rest, "c=") : std::nullopt;
    const auto signature = counter ? takeField(rest, "g=") : std::nullopt;
    if (!signature || !rest.empty())
        return std::nullopt;
    RequestAuth auth;
    const auto read = std::from_chars(counter->data(), counter->data() + counter->size(), auth.counter);
    const auto deviceId = DeviceId::fromHexText(*device);
    const auto sessionId = SessionId::fromHexText(*session);
    const auto signed_ = crypto::Signature::fromHexText(*signature);
    if (!deviceId || !sessionId || !signed_ || read.ec != std::errc() || read.ptr != counter->data() + counter->size())
        return std::nullopt;
    auth.device = *deviceId;
    auth.session = *sessionId;
    auth.signature = *signed_;
    return auth.header() == header ? std::optional(auth) : std::nullopt;
}

Hash requestTranscript(const HubId &hub, const SessionNonce &nonce, const RequestAuth &auth, std::string_view method,
                       std::string_view target, ByteView body)
{
    const Hash bodyHash = crypto::hashOf("ourtable.request.body.v1", {body});
    return crypto::hashOf("ourtable.request.v1",
                          {hub.view(), nonce.view(), auth.device.view(), auth.session.view(), crypto::le64(auth.counter),
                           viewOf(method), viewOf(target), bodyHash.view()});
}

bool CounterWindow::wouldAccept(std::uint64_t counter) const
{
    if (counter == 0)
        return false;
    if (counter > m_top)
        return true;
    const std::uint64_t behind = m_top - counter;
    return behind < kWindow && (m_seen >> behind & 1) == 0;
}

void CounterWindow::accept(std::uint64_t counter)
{
    if (counter > m_top) {
        const std::uint64_t ahead = counter - m_top;
        m_seen = ahead >= kWindow ? 0 : m_seen << ahead;
        m_seen |= 1;
        m_top = counter;
    } else {
        m_seen |= std::uint64_t{1} << (m_top - counter);
    }
}

} // namespace ourtable::sync
