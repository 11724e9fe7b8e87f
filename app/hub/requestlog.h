// One line of log a request: method, route template, status, sizes, milliseconds; never target, head or body.
#pragma once

#include <chrono>
#include <cstddef>
#include <string_view>

#include "core/support/log.h"

namespace ourtable::hub {

struct RequestFacts {
    std::string_view method; // as sent; only "GET" and "POST" are named in the line
    std::string_view target; // as sent; only used to look up the route
    unsigned status = 0;
    std::size_t octetsIn = 0;  // of the body
    std::size_t octetsOut = 0; // of the body
    std::chrono::steady_clock::duration took{};
};

// The route's name from a fixed list, "other" when it is none of them.
[[nodiscard]] log::Name routeOf(std::string_view target);

// Information; Warning from status 500 on. Thread-safe.
void logRequest(const RequestFacts &facts);

} // namespace ourtable::hub
