// Two devices of one programme that know each other, for meetings: the same keys in every run.
#pragma once

#include "core/sync/nearbyhandshake.h"
#include "core/sync/replica.h"
#include "tests/support/seededrandom.h"

namespace ourtable::test {

// Start the crypto library before the first one.
struct NearbyPair {
    explicit NearbyPair(std::uint64_t seed = 9) : random(seed), root(crypto::SigningKeyPair::make(random))
    {
        one = papers();
        two = papers();
        introduce(one, two);
    }
    // Of one more device, which nobody knows yet.
    [[nodiscard]] sync::NearbyPapers papers() { return {root.verifyKey, crypto::SigningKeyPair::make(random), {}}; }
    static void introduce(sync::NearbyPapers &a, sync::NearbyPapers &b)
    {
        a.others.emplace(sync::deviceIdOf(b.device.verifyKey), b.device.verifyKey);
        b.others.emplace(sync::deviceIdOf(a.device.verifyKey), a.device.verifyKey);
    }
    // What is said when one calls the other and nobody disturbs it: four messages, in turn.
    struct Said {
        std::vector<Bytes> messages;
        sync::NearbyHandshake caller;
        sync::NearbyHandshake called;
    };
    [[nodiscard]] Said meet()
    {
        Said said{{}, {sync::NearbyHandshake::Role::Caller, one, random}, {sync::NearbyHandshake::Role::Called, two, random}};
        said.messages.push_back(said.caller.begin());
        for (std::size_t turn = 0; !said.messages.back().empty(); ++turn) {
            const Result<Bytes> answer = (turn % 2 == 0 ? said.called : said.caller).take(said.messages.back());
            said.messages.push_back(answer ? *answer : Bytes{});
        }
        said.messages.pop_back();
        return said;
    }

    SeededRandom random;
    crypto::SigningKeyPair root;
    sync::NearbyPapers one;
    sync::NearbyPapers two;
};

} // namespace ourtable::test
