#include "core/sync/run.h"

#include <utility>

#include "core/sync/wireparts.h"

namespace ourtable::sync {
namespace {

using namespace wireparts;

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

} // namespace ourtable::sync
