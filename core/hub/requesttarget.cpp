#include "core/hub/requesttarget.h"

#include <charconv>

namespace ourtable::hub {

std::optional<RequestTarget> RequestTarget::parse(std::string_view target)
{
    static constexpr std::size_t kLongest = 512;
    static constexpr std::string_view kAllowed = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/_-=&?";
    if (target.empty() || target.front() != '/' || target.size() > kLongest
        || target.find_first_not_of(kAllowed) != std::string_view::npos)
        return std::nullopt;
    RequestTarget parsed;
    const std::size_t question = target.find('?');
    parsed.path = target.substr(0, question);
    std::string_view rest = question == std::string_view::npos ? std::string_view() : target.substr(question + 1);
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find('&'), rest.size());
        const std::string_view pair = rest.substr(0, end);
        rest.remove_prefix(std::min(end + 1, rest.size()));
        const std::size_t equals = pair.find('=');
        if (equals == std::string_view::npos
            || !parsed.query.emplace(pair.substr(0, equals), pair.substr(equals + 1)).second)
            return std::nullopt;
    }
    return parsed;
}

std::optional<std::uint64_t> RequestTarget::number(std::string_view name) const
{
    const auto found = query.find(name);
    if (found == query.end())
        return std::nullopt;
    std::int64_t value = 0;
    const char *end = found->second.data() + found->second.size();
    const auto read = std::from_chars(found->second.data(), end, value);
    if (read.ec != std::errc() || read.ptr != end || value < 0)
        return std::nullopt;
    return static_cast<std::uint64_t>(value);
}

} // namespace ourtable::hub
