// The sentences of Pass to another tablet nearby.
#pragma once

#include <QString>

#include "core/sync/nearbymessage.h"
#include "core/support/error.h"

namespace ourtable::nearbywords {

// How far it had come when it ended.
enum class When { Looking, Calling, Answered, Words, Passing };

// Why it ended, and what to do; empty for what the rest of the app has words for.
[[nodiscard]] QString problem(const Error &error, When when);
// For the number that this device shows itself.
[[nodiscard]] QString ownNumber();
// "6 notes went to the other tablet. 2 notes and 1 promise came here."
[[nodiscard]] QString result(const sync::NearbyTaken &went, const sync::NearbyTaken &came);

} // namespace ourtable::nearbywords
