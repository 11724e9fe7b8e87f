#include "app/cli/secretinput.h"

#include <algorithm>
#include <cstdlib>
#include <fcntl.h>
#include <termios.h>
#include <unistd.h>

#include "core/crypto/securebytes.h"
#include "core/support/files.h"

namespace ourtable::cli {
namespace {

constexpr std::size_t kLongest = 4096;

void wipeText(std::string &text)
{
    crypto::wipe({reinterpret_cast<std::uint8_t *>(text.data()), text.size()});
    text.clear();
}

// The terminal, silent while this lives.
class SilentTerminal {
public:
    SilentTerminal() : m_terminal(::open("/dev/tty", O_RDWR | O_CLOEXEC))
    {
        m_changed = m_terminal >= 0 && tcgetattr(m_terminal, &m_before) == 0;
        termios silent = m_before;
        silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        if (m_changed)
            tcsetattr(m_terminal, TCSAFLUSH, &silent);
    }
    ~SilentTerminal()
    {
        if (m_changed)
            tcsetattr(m_terminal, TCSAFLUSH, &m_before);
        if (m_terminal >= 0)
            ::close(m_terminal);
    }
    SilentTerminal(const SilentTerminal &) = delete;
    SilentTerminal &operator=(const SilentTerminal &) = delete;

    [[nodiscard]] bool usable() const { return m_changed; }

    [[nodiscard]] std::optional<Secret> ask(const std::string &prompt) const
    {
        std::string typed;
        typed.reserve(kLongest); // never moves, so nothing of it stays behind
        say(prompt);
        for (char c = 0; ::read(m_terminal, &c, 1) == 1 && c != '\n' && typed.size() < kLongest;)
            typed += c;
        say("\n");
        return typed.empty() ? std::nullopt : std::optional<Secret>(Secret(std::move(typed)));
    }

private:
    void say(const std::string &text) const
    {
        if (::write(m_terminal, text.data(), text.size()) < 0)
            return; // nothing to be done about a terminal that is gone
    }

    int m_terminal;
    termios m_before{};
    bool m_changed = false;
};

Result<Secret> fromFile(const std::string &path)
{
    Result<Bytes> read = files::readWhole(path, kLongest);
    if (!read)
        return Error{ErrorCode::InvalidInput, "secret-file"};
    const auto end = std::find_if(read->begin(), read->end(), [](std::uint8_t c) { return c == '\n' || c == '\r'; });
    Secret secret(std::string(read->begin(), end));
    crypto::wipe(*read);
    if (secret.text().empty())
        return Error{ErrorCode::InvalidInput, "secret-file"};
    return secret;
}

Result<Secret> fromEnvironment(const std::string &name)
{
    const char *value = std::getenv(name.c_str());
    if (!value || *value == '\0')
        return Error{ErrorCode::InvalidInput, "secret-env"};
    Secret secret{std::string(value)};
    ::unsetenv(name.c_str());
    return secret;
}

Result<Secret> fromTerminal(Asking asking, const std::string &prompt)
{
    const SilentTerminal terminal;
    if (!terminal.usable())
        return Error{ErrorCode::Locked, {}};
    std::optional<Secret> typed = terminal.ask(prompt);
    if (!typed)
        return Error{ErrorCode::Locked, {}};
    if (asking == Asking::Existing)
        return std::move(*typed);
    const std::optional<Secret> again = terminal.ask("Type it once more: ");
    if (!again || again->text() != typed->text())
        return Error{ErrorCode::InvalidInput, "secret-twice"};
    return std::move(*typed);
}

} // namespace

Secret::~Secret() { wipeText(m_text); }

bool Secret::isPin() const
{
    return !m_text.empty() && std::all_of(m_text.begin(), m_text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool secretIsGiven(const CommandLine &line) { return line.has("secret-file") || line.has("secret-env"); }

Result<Secret> readSecret(const CommandLine &line, Asking asking, const std::string &prompt)
{
    if (const std::optional<std::string> path = line.value("secret-file"))
        return fromFile(*path);
    if (const std::optional<std::string> name = line.value("secret-env"))
        return fromEnvironment(*name);
    return fromTerminal(asking, prompt);
}

} // namespace ourtable::cli
