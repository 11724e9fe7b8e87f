// The words of a command line.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace ourtable::hub {

// "--option value" pairs of one command.
class Arguments {
public:
    // allowed names the options that the command takes, without dashes. What is wrong with the words is in complaint(), to
    // be shown on the terminal they were typed on and nowhere else.
    Arguments(std::span<const std::string_view> words, const std::vector<std::string_view> &allowed);

    [[nodiscard]] bool wantsHelp() const { return m_help; }
    [[nodiscard]] const std::string &complaint() const { return m_complaint; }
    [[nodiscard]] std::optional<std::string> value(std::string_view option) const;

private:
    std::map<std::string, std::string, std::less<>> m_values;
    std::string m_complaint;
    bool m_help = false;
};

// 0 to 65535, digits only.
[[nodiscard]] std::optional<std::uint16_t> portOf(std::string_view text);

// The parts between commas; empty ones too.
[[nodiscard]] std::vector<std::string> partsOf(std::string_view list);

} // namespace ourtable::hub
