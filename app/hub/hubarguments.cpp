#include "app/hub/hubarguments.h"

#include <algorithm>
#include <charconv>

namespace ourtable::hub {

Arguments::Arguments(std::span<const std::string_view> words, const std::vector<std::string_view> &allowed)
{
    for (std::size_t i = 0; i < words.size() && m_complaint.empty(); ++i) {
        const std::string word(words[i]);
        if (word == "--help" || word == "-h") {
            m_help = true;
            continue;
        }
        const bool known = word.rfind("--", 0) == 0
            && std::find(allowed.begin(), allowed.end(), std::string_view(word).substr(2)) != allowed.end();
        if (!known)
            m_complaint = "does not know " + word;
        else if (i + 1 == words.size() || words[i + 1].empty())
            m_complaint = word + " needs a value after it";
        else if (!m_values.emplace(word.substr(2), words[++i]).second)
            m_complaint = word + " is given twice";
    }
}

std::optional<std::string> Arguments::value(std::string_view option) const
{
    const auto found = m_values.find(option);
    return found == m_values.end() ? std::nullopt : std::optional(found->second);
}

std::optional<std::uint16_t> portOf(std::string_view text)
{
    std::uint16_t port = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), port);
    if (error != std::errc() || end != text.data() + text.size())
        return std::nullopt;
    return port;
}

std::vector<std::string> partsOf(std::string_view list)
{
    std::vector<std::string> parts;
    while (true) {
        const std::size_t comma = list.find(',');
        parts.emplace_back(list.substr(0, comma));
        if (comma == list.npos)
            return parts;
        list.remove_prefix(comma + 1);
    }
}

} // namespace ourtable::hub
