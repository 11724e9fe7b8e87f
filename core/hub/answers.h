// How the hub's answers are put together, and the codes that its refusals carry (README.md lists them).
#pragma once

#include "core/hub/http.h"
#include "core/support/result.h"

namespace ourtable::hub {

[[nodiscard]] HttpAnswer answered(Bytes body);
[[nodiscard]] HttpAnswer refused(unsigned status, std::string code, std::int64_t number = 0, Bytes octets = {});
// 429 with Retry-After.
[[nodiscard]] HttpAnswer later(std::string code, unsigned seconds);
// 503 with Retry-After: the queue is full, or the store failed. Nothing was changed.
[[nodiscard]] HttpAnswer busy();
[[nodiscard]] HttpAnswer unavailable(const Error &error);
// One answer for every request whose signature does not hold, whatever the reason (attack 53).
[[nodiscard]] HttpAnswer unsignedRequest();

} // namespace ourtable::hub
