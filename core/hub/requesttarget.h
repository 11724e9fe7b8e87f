// A request's target, taken apart strictly: what is not exactly one of ours is nothing.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "core/support/bytes.h"

namespace ourtable::hub {

struct RequestTarget {
    std::string path;
    std::map<std::string, std::string, std::less<>> query;

    // Nothing when the target holds anything but letters, digits and "/_-=&?", a name twice, or no "/" in front: no
    // percent-encoding, no dots, so there is no second way to write a path (attack 59).
    [[nodiscard]] static std::optional<RequestTarget> parse(std::string_view target);

    template <class Id>
    [[nodiscard]] std::optional<Id> id(std::string_view name) const
    {
        const auto found = query.find(name);
        return found == query.end() ? std::nullopt : Id::fromHexText(found->second);
    }
    // Decimal, up to the largest int64.
    [[nodiscard]] std::optional<std::uint64_t> number(std::string_view name) const;
};

} // namespace ourtable::hub
