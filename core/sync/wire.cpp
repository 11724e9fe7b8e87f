#include "core/sync/wire.h"

#include "core/sync/wireparts.h"

namespace ourtable::sync {
namespace {

using namespace wireparts;

// As late as the hybrid clock goes, so that no sum with an offset overflows whatever a hub says.
constexpr std::int64_t kLatestTime = (std::int64_t{1} << 47) - 1;

void encodeHeads(cbor::Writer &out, const std::vector<ReplicaHead> &heads)
{
    encodeList(out, heads, [&](const ReplicaHead &head) {
        out.array(4);
        out.octets(head.circle.view());
        out.octets(head.replica.view());
        out.integer(static_cast<std::int64_t>(head.seq));
        out.octets(head.head.view());
    });
}

std::vector<ReplicaHead> decodeHeads(cbor::Reader &in)
{
    return decodeList<ReplicaHead>(in, [&] {
        expectMembers(in, 4);
        ReplicaHead head;
        head.circle = in.id<CircleId>();
        head.replica = in.id<ReplicaId>();
        head.seq = natural(in);
        head.head = in.id<Hash>();
        return head;
    });
}

template <class T>
void encodeAll(cbor::Writer &out, const std::vector<T> &items)
{
    encodeList(out, items, [&](const T &item) { item.encode(out); });
}

template <class T>
std::vector<T> decodeAll(cbor::Reader &in)
{
    return decodeList<T>(in, [&] { return T::decode(in); });
}

} // namespace

Bytes HelloRequest::encoded() const
{
    cbor::Writer out;
    out.array(2);
    out.integer(protocol);
    out.octets(tag.view());
    return out.take();
}

Result<HelloRequest> HelloRequest::decode(ByteView octets)
{
    cbor::Reader in(octets);
    HelloRequest read;
    expectMembers(in, 2);
    read.protocol = bounded(in, 0, INT32_MAX);
    read.tag = in.id<StateTag>();
    return finished(in, std::move(read), "hello");
}

Bytes HelloAnswer::encoded() const
{
    cbor::Writer out;
    out.array(unchanged ? 1 : 7);
    out.integer(hubTime);
    if (unchanged)
        return out.take();
    out.octets(hubEpoch.view());
    out.octets(tag.view());
    out.integer(static_cast<std::int64_t>(directorySize));
    out.octets(directoryHead.view());
    encodeList(out, circles, [&](const CirclePosition &position) {
        out.array(2);
        out.octets(position.circle.view());
        out.integer(static_cast<std::int64_t>(position.headSeq));
    });
    encodeHeads(out, heads);
    return out.take();
}

Result<HelloAnswer> HelloAnswer::decode(ByteView octets)
{
    cbor::Reader in(octets, kMessageLimits);
    HelloAnswer read;
    const std::size_t members = in.array();
    read.unchanged = members == 1;
    if (members != 1 && members != 7)
        in.fail();
    read.hubTime = bounded(in, 0, kLatestTime);
    if (read.unchanged)
        return finished(in, std::move(read), "hello answer");
    read.hubEpoch = in.id<HubEpoch>();
    read.tag = in.id<StateTag>();
    read.directorySize = natural(in);
    read.directoryHead = in.id<Hash>();
    read.circles = decodeList<CirclePosition>(in, [&] {
        expectMembers(in, 2);
        CirclePosition position;
        position.circle = in.id<CircleId>();
        position.headSeq = natural(in);
        return position;
    });
    read.heads = decodeHeads(in);
    return finished(in, std::move(read), "hello answer");
}

Bytes PushRequest::encoded() const
{
    cbor::Writer out;
    out.array(4);
    out.octets(request.view());
    encodeAll(out, certificates);
    encodeAll(out, runs);
    encodeAll(out, seals);
    return out.take();
}

Result<PushRequest> PushRequest::decode(ByteView octets)
{
    cbor::Reader in(octets, kMessageLimits);
    PushRequest read;
    expectMembers(in, 4);
    read.request = in.id<RequestId>();
    read.certificates = decodeAll<ReplicaCertificate>(in);
    read.runs = decodeAll<Run>(in);
    read.seals = decodeAll<Seal>(in);
    return finished(in, std::move(read), "push");
}

Bytes PushAnswer::encoded() const
{
    cbor::Writer out;
    out.array(4);
    out.octets(request.view());
    encodeList(out, codes, [&](const std::vector<PushCode> &run) {
        Bytes each;
        for (const PushCode code : run)
            each.push_back(static_cast<std::uint8_t>(code));
        out.octets(each);
    });
    encodeHeads(out, heads);
    out.octets(tag.view());
    return out.take();
}

Result<PushAnswer> PushAnswer::decode(ByteView octets)
{
    cbor::Reader in(octets, kMessageLimits);
    PushAnswer read;
    expectMembers(in, 4);
    read.request = in.id<RequestId>();
    read.codes = decodeList<std::vector<PushCode>>(in, [&] {
        std::vector<PushCode> run;
        for (const std::uint8_t code : in.octets()) {
            if (code > static_cast<std::uint8_t>(PushCode::Refused))
                in.fail();
            run.push_back(static_cast<PushCode>(code));
        }
        return run;
    });
    read.heads = decodeHeads(in);
    read.tag = in.id<StateTag>();
    return finished(in, std::move(read), "push answer");
}

Bytes PullAnswer::encoded() const
{
    cbor::Writer out;
    out.array(6);
    out.octets(circle.view());
    encodeAll(out, runs);
    encodeAll(out, certificates);
    encodeAll(out, seals);
    out.integer(static_cast<std::int64_t>(next));
    out.boolean(more);
    return out.take();
}

Result<PullAnswer> PullAnswer::decode(ByteView octets)
{
    cbor::Reader in(octets, kMessageLimits);
    PullAnswer read;
    expectMembers(in, 6);
    read.circle = in.id<CircleId>();
    read.runs = decodeAll<Run>(in);
    read.certificates = decodeAll<ReplicaCertificate>(in);
    read.seals = decodeAll<Seal>(in);
    read.next = natural(in);
    read.more = in.boolean();
    return finished(in, std::move(read), "pull answer");
}

Bytes HeadsMessage::encoded() const
{
    cbor::Writer out;
    out.array(2);
    out.octets(circle.view());
    encodeHeads(out, heads);
    return out.take();
}

Result<HeadsMessage> HeadsMessage::decode(ByteView octets)
{
    cbor::Reader in(octets, kMessageLimits);
    HeadsMessage read;
    expectMembers(in, 2);
    read.circle = in.id<CircleId>();
    read.heads = decodeHeads(in);
    return finished(in, std::move(read), "heads");
}

Bytes WaitAnswer::encoded() const
{
    cbor::Writer out;
    out.array(2);
    out.octets(tag.view());
    out.boolean(changed);
    return out.take();
}

Result<WaitAnswer> WaitAnswer::decode(ByteView octets)
{
    cbor::Reader in(octets);
    WaitAnswer read;
    expectMembers(in, 2);
    read.tag = in.id<StateTag>();
    read.changed = in.boolean();
    return finished(in, std::move(read), "wait answer");
}

Bytes Refusal::encoded() const
{
    cbor::Writer out;
    out.array(3);
    out.text(code);
    out.integer(number);
    out.octets(octets);
    return out.take();
}

Result<Refusal> Refusal::decode(ByteView octets)
{
    cbor::Reader in(octets);
    Refusal read;
    expectMembers(in, 3);
    read.code = in.text();
    read.number = in.integer();
    read.octets = toBytes(in.octets());
    return finished(in, std::move(read), "refusal");
}

} // namespace ourtable::sync
