#include "core/sync/wire.h"
#include "tests/fuzz/fuzz.h"

namespace ourtable::fuzz {
namespace {

using namespace sync;

// The envelopes of a run are one chain, and packing them again loses nothing.
void runsHold(const std::vector<Run> &runs)
{
    RunBuilder builder;
    std::vector<Hash> hashes;
    for (const Run &run : runs) {
        Hash previous = run.previous;
        std::uint64_t seq = run.firstSeq;
        for (const Envelope &envelope : run.envelopes()) {
            must(envelope.previous == previous && envelope.seq == seq++ && envelope.seq <= INT64_MAX);
            must(!envelope.wellFormed() || envelope.octets() <= kChangeOctets);
            previous = envelope.hash();
            hashes.push_back(previous);
            builder.add(envelope);
        }
    }
    must(builder.changes() == hashes.size());
    std::size_t at = 0;
    for (const Run &run : builder.take())
        for (const Envelope &envelope : run.envelopes())
            must(at < hashes.size() && envelope.hash() == hashes[at++]);
    must(at == hashes.size());
}

void hello(ByteView octets)
{
    roundTrip<HelloAnswer>(octets);
    if (const auto read = HelloAnswer::decode(octets))
        must(read->hubTime >= 0 && read->hubTime < std::int64_t{1} << 47);
}

void push(ByteView octets)
{
    roundTrip<PushRequest>(octets);
    if (const auto read = PushRequest::decode(octets))
        runsHold(read->runs);
}

void pull(ByteView octets)
{
    roundTrip<PullAnswer>(octets);
    if (const auto read = PullAnswer::decode(octets))
        runsHold(read->runs);
}

constexpr void (*kMessages[])(ByteView) = {
    roundTrip<HelloRequest>, hello, push, roundTrip<PushAnswer>, pull, roundTrip<HeadsMessage>, roundTrip<WaitAnswer>, roundTrip<sync::Refusal>,
};

} // namespace

// The first octet chooses the message.
void once(ByteView octets)
{
    Input input(octets);
    kMessages[input.octet() % std::size(kMessages)](input.rest());
}

} // namespace ourtable::fuzz
