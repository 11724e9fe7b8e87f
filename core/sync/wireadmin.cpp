#include "core/sync/wireadmin.h"

#include "core/sync/wireparts.h"

namespace ourtable::sync {
namespace {

using namespace wireparts;

void encodeOctets(cbor::Writer &out, const std::vector<Bytes> &items)
{
    encodeList(out, items, [&](const Bytes &item) { out.octets(item); });
}

std::vector<Bytes> decodeOctets(cbor::Reader &in)
{
    return decodeList<Bytes>(in, [&] { return toBytes(in.octets()); });
}

void encodePackages(cbor::Writer &out, const std::vector<KeyPackage> &packages)
{
    encodeList(out, packages, [&](const KeyPackage &package) {
        out.array(4);
        out.octets(package.circle.view());
        out.integer(package.epoch);
        out.octets(package.endpoint.view());
        out.octets(package.sealed);
    });
}

std::uint32_t epochNumber(cbor::Reader &in) { return static_cast<std::uint32_t>(bounded(in, 1, UINT32_MAX)); }

std::vector<KeyPackage> decodePackages(cbor::Reader &in)
{
    return decodeList<KeyPackage>(in, [&] {
        expectMembers(in, 4);
        KeyPackage package;
        package.circle = in.id<CircleId>();
        package.epoch = epochNumber(in);
        package.endpoint = in.id<EndpointId>();
        package.sealed = toBytes(in.octets());
        return package;
    });
}

void encodeBags(cbor::Writer &out, const std::vector<KeyBag> &bags)
{
    encodeList(out, bags, [&](const KeyBag &bag) {
        out.array(3);
        out.octets(bag.circle.view());
        out.integer(bag.epoch);
        out.octets(bag.bag);
    });
}

std::vector<KeyBag> decodeBags(cbor::Reader &in)
{
    return decodeList<KeyBag>(in, [&] {
        expectMembers(in, 3);
        KeyBag bag;
        bag.circle = in.id<CircleId>();
        bag.epoch = epochNumber(in);
        bag.bag = toBytes(in.octets());
        return bag;
    });
}

void encodeAppend(cbor::Writer &out, const DirectoryAppend &append)
{
    out.array(5);
    out.octets(append.expectedHead.view());
    encodeOctets(out, append.entries);
    encodePackages(out, append.packages);
    encodeBags(out, append.bags);
    encodeList(out, append.settled, [&](const InviteId &invite) { out.octets(invite.view()); });
}

DirectoryAppend decodeAppend(cbor::Reader &in)
{
    DirectoryAppend append;
    expectMembers(in, 5);
    append.expectedHead = in.id<Hash>();
    append.entries = decodeOctets(in);
    append.packages = decodePackages(in);
    append.bags = decodeBags(in);
    append.settled = decodeList<InviteId>(in, [&] { return in.id<InviteId>(); });
    return append;
}

} // namespace

Bytes SessionRequest::encoded() const
{
    cbor::Writer out;
    out.array(1);
    out.octets(device.view());
    return out.take();
}

Result<SessionRequest> SessionRequest::decode(ByteView octets)
{
    cbor::Reader in(octets);
    expectMembers(in, 1);
    SessionRequest read{in.id<DeviceId>()};
    return finished(in, read, "session");
}

Bytes SessionAnswer::encoded() const
{
    cbor::Writer out;
    out.array(3);
    out.octets(session.view());
    out.octets(nonce.view());
    out.integer(seconds);
    return out.take();
}

Result<SessionAnswer> SessionAnswer::decode(ByteView octets)
{
    cbor::Reader in(octets);
    SessionAnswer read;
    expectMembers(in, 3);
    read.session = in.id<SessionId>();
    read.nonce = in.id<SessionNonce>();
    read.seconds = static_cast<std::uint32_t>(bounded(in, 1, 86400));
    return finished(in, read, "session answer");
}

Bytes DirectoryAnswer::encoded() const
{
    cbor::Writer out;
    out.array(2);
    encodeOctets(out, entries);
    out.boolean(more);
    return out.take();
}

Result<DirectoryAnswer> DirectoryAnswer::decode(ByteView octets)
{
    cbor::Reader in(octets, kMessageLimits);
    DirectoryAnswer read;
    expectMembers(in, 2);
    read.entries = decodeOctets(in);
    read.more = in.boolean();
    return finished(in, std::move(read), "directory answer");
}

Bytes DirectoryAppend::encoded() const
{
    cbor::Writer out;
    encodeAppend(out, *this);
    return out.take();
}

Result<DirectoryAppend> DirectoryAppend::decode(ByteView octets)
{
    cbor::Reader in(octets, kMessageLimits);
    DirectoryAppend read = decodeAppend(in);
    return finished(in, std::move(read), "directory append");
}

Bytes KeysAnswer::encoded() const
{
    cbor::Writer out;
    out.array(2);
    encodePackages(out, packages);
    encodeBags(out, bags);
    return out.take();
}

Result<KeysAnswer> KeysAnswer::decode(ByteView octets)
{
    cbor::Reader in(octets, kMessageLimits);
    KeysAnswer read;
    expectMembers(in, 2);
    read.packages = decodePackages(in);
    read.bags = decodeBags(in);
    return finished(in, std::move(read), "keys answer");
}

Bytes FoundRequest::encoded() const
{
    cbor::Writer out;
    out.array(3);
    out.octets(ticket.view());
    out.octets(token.view());
    encodeAppend(out, start);
    return out.take();
}

Result<FoundRequest> FoundRequest::decode(ByteView octets)
{
    cbor::Reader in(octets, kMessageLimits);
    FoundRequest read;
    expectMembers(in, 3);
    read.ticket = in.id<InviteId>();
    read.token = in.id<Hash>();
    read.start = decodeAppend(in);
    return finished(in, std::move(read), "founding");
}

Bytes InvitePost::encoded() const
{
    cbor::Writer out;
    out.array(5);
    out.octets(invite.view());
    out.octets(tokenHash.view());
    out.integer(expires);
    out.octets(rootKey.view());
    out.octets(voucher.view());
    return out.take();
}

Result<InvitePost> InvitePost::decode(ByteView octets)
{
    cbor::Reader in(octets);
    InvitePost read;
    expectMembers(in, 5);
    read.invite = in.id<InviteId>();
    read.tokenHash = in.id<Hash>();
    read.expires = bounded(in, 0, INT64_MAX);
    read.rootKey = in.id<crypto::VerifyKey>();
    read.voucher = in.id<Hash>();
    return finished(in, read, "invite");
}

Bytes InviteInfo::encoded() const
{
    cbor::Writer out;
    out.array(3);
    out.octets(rootKey.view());
    out.octets(voucher.view());
    out.octets(caCertificate);
    return out.take();
}

Result<InviteInfo> InviteInfo::decode(ByteView octets)
{
    cbor::Reader in(octets);
    InviteInfo read;
    expectMembers(in, 3);
    read.rootKey = in.id<crypto::VerifyKey>();
    read.voucher = in.id<Hash>();
    read.caCertificate = toBytes(in.octets());
    return finished(in, std::move(read), "invite info");
}

Bytes EnrolmentsAnswer::encoded() const
{
    cbor::Writer out;
    encodeOctets(out, requests);
    return out.take();
}

Result<EnrolmentsAnswer> EnrolmentsAnswer::decode(ByteView octets)
{
    cbor::Reader in(octets, kMessageLimits);
    EnrolmentsAnswer read;
    read.requests = decodeOctets(in);
    return finished(in, std::move(read), "enrolments");
}

} // namespace ourtable::sync
