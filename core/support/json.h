// JSON for what people and scripts hand over: import files, overlays, the batch commands. Never for what is hashed.
#pragma once

#include <nlohmann/json.hpp>

#include "core/support/result.h"

namespace ourtable {

using Json = nlohmann::ordered_json;

struct JsonLimits {
    std::size_t octets = 64u << 20;
    int depth = 32;
};

// Refuses what a lenient parser lets through: duplicate keys, NaN, trailing text, invalid UTF-8, a depth past the limit;
// and more than 1,000 members of one object. Malformed has the octet offset as detail ("at 120"), never any of the text.
[[nodiscard]] Result<Json> parseJson(std::string_view text, const JsonLimits &limits = {});

// The member of that name, or the fallback when there is none or the value is no object.
[[nodiscard]] Json memberOf(const Json &value, const std::string &name, Json fallback = {});

} // namespace ourtable
