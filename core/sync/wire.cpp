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

void encodeItem(cbor::Writer &out, const Run::Item &item)
{
    out.array(6);
    out.integer(static_cast<std::int64_t>(item.kind));
    out.integer(static_cast<std::int64_t>(item.suite));
    out.octets(item.record.view());
    out.octets(item.nonce.view());
    out.octets(item.sealedKey);
    if (item.ciphertext) {
        out.octets(*item.ciphertext);
    } else {
        out.array(1); // told apart from a ciphertext by its type
        out.octets(item.ciphertextHash.view());
    }
}

Run::Item decodeItem(cbor::Reader &in)
{
    expectMembers(in, 6);
    Run::Item item;
    item.kind = static_cast<ChangeKind>(bounded(in, 1, 255));
    item.suite = static_cast<Suite>(bounded(in, 1, 255));
    item.record = in.id<RecordId>();
    item.nonce = in.id<crypto::Nonce>();
    item.sealedKey = toBytes(in.octets());
    const Value last = in.value();
    if (const Bytes *ciphertext = last.octets()) {
        item.ciphertext = *ciphertext;
        item.ciphertextHash = crypto::plainHashOf(*ciphertext);
    } else if (const ValueArray *gone = last.array(); gone && gone->size() == 1 && gone->front().id<Hash>()) {
        item.ciphertextHash = *gone->front().id<Hash>();
    } else {
        in.fail();
    }
    return item;
}

Envelope envelopeOf(const Run &run, const Run::Item &item, std::uint64_t seq, const Hash &previous)
{
    Envelope envelope;
    envelope.suite = item.suite;
    envelope.circle = run.circle;
    envelope.replica = run.replica;
    envelope.seq = seq;
    envelope.previous = previous;
    envelope.kind = item.kind;
    envelope.record = item.record;
    envelope.epoch = run.epoch;
    envelope.membershipHead = run.membershipHead;
    envelope.nonce = item.nonce;
    envelope.sealedKey = item.sealedKey;
    envelope.ciphertext = item.ciphertext;
    envelope.ciphertextHash = item.ciphertextHash;
    return envelope;
}

Run::Item itemOf(const Envelope &envelope)
{
    return {envelope.kind,      envelope.suite,      envelope.record,        envelope.nonce,
            envelope.sealedKey, envelope.ciphertext, envelope.ciphertextHash};
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

std::vector<Envelope> Run::envelopes() const
{
    std::vector<Envelope> made;
    made.reserve(items.size());
    Hash previousHash = previous;
    for (std::size_t i = 0; i < items.size(); ++i) {
        made.push_back(envelopeOf(*this, items[i], firstSeq + i, previousHash));
        previousHash = made.back().hash();
    }
    return made;
}

Run Run::startingWith(const Envelope &envelope)
{
    Run run{envelope.circle, envelope.replica, envelope.seq, envelope.previous, envelope.epoch, envelope.membershipHead, {}};
    run.items.push_back(itemOf(envelope));
    return run;
}

bool Run::add(const Envelope &envelope, const Hash &previousHash)
{
    if (envelope.circle != circle || envelope.replica != replica || envelope.seq != firstSeq + items.size()
        || envelope.previous != previousHash || envelope.epoch != epoch || envelope.membershipHead != membershipHead)
        return false;
    items.push_back(itemOf(envelope));
    return true;
}

void Run::encode(cbor::Writer &out) const
{
    out.array(7);
    out.octets(circle.view());
    out.octets(replica.view());
    out.integer(static_cast<std::int64_t>(firstSeq));
    out.octets(previous.view());
    out.integer(epoch);
    out.octets(membershipHead.view());
    encodeList(out, items, [&](const Item &item) { encodeItem(out, item); });
}

Run Run::decode(cbor::Reader &in)
{
    Run run;
    expectMembers(in, 7);
    run.circle = in.id<CircleId>();
    run.replica = in.id<ReplicaId>();
    run.firstSeq = natural(in);
    run.previous = in.id<Hash>();
    run.epoch = static_cast<std::uint32_t>(bounded(in, 1, UINT32_MAX));
    run.membershipHead = in.id<MembershipHead>();
    run.items = decodeList<Item>(in, [&] { return decodeItem(in); });
    // The last number of the run has to be one that can be stored and encoded too.
    if (run.firstSeq == 0 || run.items.empty() || run.firstSeq > INT64_MAX - (run.items.size() - 1))
        in.fail();
    return run;
}

void RunBuilder::add(const Envelope &envelope)
{
    static constexpr std::size_t kRunOctets = 140;
    static constexpr std::size_t kItemOctets = 64;
    const Hash hash = envelope.hash();
    if (m_runs.empty() || !m_runs.back().add(envelope, m_lastHash)) {
        m_runs.push_back(Run::startingWith(envelope));
        m_octets += kRunOctets;
    }
    m_lastHash = hash;
    ++m_changes;
    m_octets += kItemOctets + envelope.sealedKey.size() + (envelope.ciphertext ? envelope.ciphertext->size() : Hash::size);
}

std::vector<Run> RunBuilder::take()
{
    m_changes = 0;
    m_octets = 0;
    return std::exchange(m_runs, {});
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
