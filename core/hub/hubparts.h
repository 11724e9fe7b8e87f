// What the routes of one hub work with. Only core/hub's own sources include it.
#pragma once

#include <memory>

#include "core/hub/dailyquota.h"
#include "core/hub/directorystate.h"
#include "core/hub/hubsettings.h"
#include "core/hub/ratelimiter.h"
#include "core/hub/requestguard.h"
#include "core/hub/waiters.h"
#include "core/hub/worker.h"
#include "core/hub/writer.h"

namespace ourtable::hub {

struct HubParts {
    HubParts(HubSettings given, std::unique_ptr<HubStore> writing, HubStores reading, Clock &time, Random &random);

    const HubSettings settings;
    Clock &clock;
    const std::unique_ptr<HubStore> writingStore;
    const HubStores readingStores; // one for each of the worker's threads; none: one connection does both, in one thread
    DirectoryState directory;
    RequestGuard guard;
    DailyQuota changesToday;
    RateLimiter sessionRate;
    RateLimiter inviteRate; // questions about invitations
    RateLimiter enrolRate;  // enrolling and founding
    Waiters waiters;
    Writer writer;
    Worker worker;          // ends before the writer does, and after it took its last task

    // The connection of this thread of the worker.
    [[nodiscard]] HubStore &reading();
};

} // namespace ourtable::hub
