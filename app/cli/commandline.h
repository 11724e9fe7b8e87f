// The words that somebody typed after `ourtable-cli`, read with QCommandLineParser. Secrets are never among them.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

class QCommandLineParser;

namespace ourtable::cli {

struct OptionSpec {
    std::string_view name;  // "minutes"
    std::string_view value; // "N"; empty = a switch without a value
    std::string_view help;
};

// What one command takes: `words` are its values without an option, as its help shows them, "GROUP NUMBER".
struct Syntax {
    std::string_view words;
    std::size_t fewest = 0;
    std::size_t most = 0;
    std::vector<OptionSpec> options;
};

class CommandLine {
public:
    CommandLine();
    ~CommandLine();
    CommandLine(CommandLine &&) noexcept;
    CommandLine &operator=(CommandLine &&) noexcept;

    // The words before the first option's end up as the name of the command ("breakfast start"): only options that every
    // command has are known here, everything else is left alone.
    [[nodiscard]] static std::vector<std::string> commandWords(const std::vector<std::string> &arguments);

    // Reads everything after the `named` words of the command. Gives what is wrong, in words; empty when nothing is.
    [[nodiscard]] std::string parse(const std::vector<std::string> &arguments, std::size_t named, const Syntax &syntax);

    [[nodiscard]] bool has(std::string_view option) const;
    [[nodiscard]] std::optional<std::string> value(std::string_view option) const;
    [[nodiscard]] const std::vector<std::string> &words() const { return m_words; }
    // The values of an option with commas between them; empty parts are left out.
    [[nodiscard]] std::vector<std::string> list(std::string_view option) const;

private:
    std::unique_ptr<QCommandLineParser> m_parser;
    std::vector<std::string> m_words;
};

// What every command takes.
[[nodiscard]] const std::vector<OptionSpec> &globalOptions();

// A whole number, "+3" and "-1" too; nothing for anything else.
[[nodiscard]] std::optional<std::int64_t> numberOf(std::string_view text);

} // namespace ourtable::cli
