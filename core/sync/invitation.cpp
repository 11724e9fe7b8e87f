#include "core/sync/invitation.h"

#include "core/crypto/hashing.h"
#include "core/support/base45.h"
#include "core/support/cbor.h"
#include "core/support/crockford.h"

namespace ourtable::sync {
namespace {

constexpr std::string_view kPrefix = "OT1:";
constexpr std::size_t kLongestText = 4096;
constexpr std::size_t kLongestAddress = 260;

crypto::SecretKey stretched(const InviteSecret &secret)
{
    crypto::SecretKey key;
    std::copy(secret.octets.begin(), secret.octets.end(), key.writable().begin());
    return key;
}

bool isPort(std::string_view port)
{
    if (port.empty() || port.size() > 5 || port.find_first_not_of("0123456789") != std::string_view::npos)
        return false;
    const int number = std::stoi(std::string(port));
    return number > 0 && number < 65536;
}

} // namespace

bool isHubAddress(std::string_view address)
{
    static constexpr std::string_view kHost = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-";
    const std::size_t colon = address.rfind(':');
    if (address.size() > kLongestAddress || colon == std::string_view::npos || !isPort(address.substr(colon + 1)))
        return false;
    std::string_view host = address.substr(0, colon);
    if (host.size() > 2 && host.front() == '[' && host.back() == ']')
        return host.substr(1, host.size() - 2).find_first_not_of("0123456789abcdefABCDEF:.") == std::string_view::npos;
    return !host.empty() && host.find_first_not_of(kHost) == std::string_view::npos && host.front() != '-'
        && host.front() != '.';
}

std::string Invitation::text() const
{
    cbor::Writer out;
    out.array(kind == Kind::Person ? 6 : 5);
    out.integer(static_cast<std::int64_t>(kind));
    out.text(address);
    out.octets(caPin.view());
    out.octets(secret.view());
    out.integer(expires);
    if (kind == Kind::Person)
        out.octets(rootKey.view());
    return std::string(kPrefix) + base45::encode(out.bytes());
}

Result<Invitation> Invitation::fromText(std::string_view text)
{
    while (!text.empty() && (text.back() == '\n' || text.back() == '\r' || text.back() == ' '))
        text.remove_suffix(1);
    if (text.size() > kLongestText || !text.starts_with(kPrefix))
        return Error{ErrorCode::Malformed, "invitation"};
    const std::optional<Bytes> octets = base45::decode(text.substr(kPrefix.size()));
    if (!octets)
        return Error{ErrorCode::Malformed, "invitation"};
    cbor::Reader in(*octets);
    Invitation read;
    const std::size_t members = in.array();
    const std::int64_t kind = in.integer();
    if (in.failed() || (kind != 1 && kind != 2) || members != (kind == 2 ? 6u : 5u))
        return Error{ErrorCode::Malformed, "invitation"};
    read.kind = static_cast<Kind>(kind);
    read.address = in.text();
    read.caPin = in.id<Hash>();
    read.secret = in.id<InviteSecret>();
    read.expires = in.integer();
    if (read.kind == Kind::Person)
        read.rootKey = in.id<crypto::VerifyKey>();
    if (!in.finished() || !isHubAddress(read.address) || read.expires < 0)
        return Error{ErrorCode::Malformed, "invitation"};
    return read;
}

std::string Invitation::typedCode() const { return crockford::encodeCode(secret.view()); }

InviteId inviteIdOf(const InviteSecret &secret)
{
    return crypto::shortened<InviteId>(crypto::keyedHashOf(stretched(secret).view(), "ourtable.invite.id.v1", {}));
}

Hash inviteTokenOf(const InviteSecret &secret)
{
    return crypto::keyedHashOf(stretched(secret).view(), "ourtable.invite.token.v1", {inviteIdOf(secret).view()});
}

Hash inviteTokenHash(const Hash &token) { return crypto::hashOf("ourtable.invite.tokenhash.v1", {token.view()}); }

crypto::SecretKey inviteMacKey(const InviteSecret &secret)
{
    const Hash key = crypto::keyedHashOf(stretched(secret).view(), "ourtable.invite.mac.v1", {inviteIdOf(secret).view()});
    return crypto::SecretKey(std::span<const std::uint8_t, 32>(key.octets));
}

Hash inviteVoucher(const InviteSecret &secret, std::string_view address, const Hash &caPin, const crypto::VerifyKey &rootKey)
{
    return crypto::keyedHashOf(inviteMacKey(secret).view(), "ourtable.invite.voucher.v1",
                               {viewOf(address), caPin.view(), rootKey.view()});
}

} // namespace ourtable::sync
