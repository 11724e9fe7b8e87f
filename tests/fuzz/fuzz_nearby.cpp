#include "core/sync/nearbymeeting.h"
#include "tests/fuzz/fuzz.h"
#include "tests/support/nearbypair.h"

namespace ourtable::fuzz {
namespace {

using namespace sync;

void message(Input &input)
{
    const Result<NearbyMessage> read = decodeNearby(input.rest());
    if (read)
        must(equal(encoded(*read), input.rest()));
    else
        mustBeOneOf(read, {ErrorCode::Malformed});
}

std::vector<Bytes> framesIn(ByteView octets, std::size_t piece)
{
    NearbyFrames frames(kHandshakeOctets);
    std::vector<Bytes> read;
    for (Input input(octets); !input.empty();) {
        frames.add(input.take(std::min(piece, frames.room())));
        for (;;) {
            Result<std::optional<Bytes>> next = frames.next();
            if (!next) {
                mustBeOneOf(next, {ErrorCode::TooLarge, ErrorCode::Malformed});
                return read;
            }
            if (!*next)
                break;
            must(!(*next)->empty() && (*next)->size() <= kHandshakeOctets);
            read.push_back(std::move(**next));
        }
    }
    return read;
}

// However a stream is cut, the same messages are in it.
void frames(Input &input)
{
    const std::size_t piece = 1 + input.octet();
    must(framesIn(input.rest(), piece) == framesIn(input.rest(), 1));
}

// Somebody without keys never gets through, whatever they say and when.
void stranger(Input &input)
{
    test::NearbyPair pair;
    static_cast<void>(pair.random.next()); // not the keys of the meeting in the corpus
    const bool called = input.octet() % 2 == 0;
    NearbyHandshake handshake(called ? NearbyHandshake::Role::Called : NearbyHandshake::Role::Caller, pair.one, pair.random);
    static_cast<void>(handshake.begin());
    while (!input.empty()) {
        const Result<Bytes> answer = handshake.take(input.chunk());
        must(!handshake.done());
        if (!answer) {
            mustBeOneOf(answer, {ErrorCode::Malformed, ErrorCode::Unsupported, ErrorCode::SealBroken, ErrorCode::NotMember});
            continue;
        }
        must(answer->size() <= kHandshakeOctets);
    }
}

struct Desk final : NearbyHost {
    void send(Bytes) override {}
    void wantHeads() override { meeting->gotHeads({}); }
    void wantPages(const NearbyHeads &) override { meeting->gotPages({}); }
    void wantTakenIn(PullAnswer) override
    {
        must(agreed); // nothing is taken in before the person here said so
        meeting->gotTakenIn({1, 0, 0});
    }
    std::optional<NearbyMeeting> meeting;
    bool agreed = false;
};

// Somebody with the right keys who follows no rule.
void member(Input &input)
{
    test::NearbyPair pair;
    test::NearbyPair::Said said = pair.meet();
    Desk desk;
    desk.meeting.emplace(said.called, desk);
    NearbyChannel rogue = said.caller.takeChannel();
    while (!input.empty()) {
        if (input.octet() % 4 == 0) {
            desk.agreed = true;
            desk.meeting->agree();
        }
        const Result<void> taken = desk.meeting->take(rogue.seal(input.chunk()));
        if (!taken) {
            mustBeOneOf(taken, {ErrorCode::Malformed, ErrorCode::TooLarge, ErrorCode::Cancelled});
            return;
        }
        const NearbyMeeting::Progress progress = desk.meeting->progress();
        must(progress.passed <= progress.all);
    }
}

constexpr void (*kWays[])(Input &) = {message, frames, stranger, member};

} // namespace

// The first octet chooses the way.
void once(ByteView octets)
{
    Input input(octets);
    kWays[input.octet() % std::size(kWays)](input);
}

} // namespace ourtable::fuzz
