#include "core/support/json.h"
#include "tests/fuzz/fuzz.h"

namespace ourtable::fuzz {
namespace {

int depthOf(const Json &json)
{
    int deepest = 0;
    if (json.is_structured()) {
        for (const Json &member : json)
            deepest = std::max(deepest, depthOf(member));
        ++deepest;
    }
    return deepest;
}

} // namespace

void once(ByteView octets)
{
    constexpr JsonLimits kLimits{.octets = 64u << 10, .depth = 12};
    const Result<Json> json = parseJson(textOf(octets), kLimits);
    if (!json)
        return mustBeOneOf(json, {ErrorCode::Malformed, ErrorCode::TooLarge});
    must(depthOf(*json) <= kLimits.depth);
    const Result<Json> again = parseJson(json->dump());
    must(again && *again == *json);
    must(memberOf(*json, "kinds", Json(7)) == (json->is_object() && json->contains("kinds") ? (*json)["kinds"] : Json(7)));
}

} // namespace ourtable::fuzz
