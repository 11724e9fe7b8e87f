// Where a PIN or passphrase comes from: a file, an environment variable, or a terminal without echo. Never from the
// command line, which other people on the machine can read.
#pragma once

#include "app/cli/commandline.h"
#include "core/support/result.h"

namespace ourtable::cli {

enum class Asking { Existing, New }; // a new one is asked for twice

// Wiped at the end of its scope. Move-only.
class Secret {
public:
    explicit Secret(std::string text) : m_text(std::move(text)) {}
    ~Secret();
    Secret(Secret &&other) noexcept : m_text(std::move(other.m_text)) {}
    Secret &operator=(Secret &&) = delete;

    [[nodiscard]] const std::string &text() const { return m_text; }
    // Only digits: meant as a PIN.
    [[nodiscard]] bool isPin() const;

private:
    std::string m_text;
};

// Locked when there is nowhere to ask, InvalidInput with "secret-file" or "secret-env" as detail when that gives nothing.
[[nodiscard]] Result<Secret> readSecret(const CommandLine &line, Asking asking, const std::string &prompt);

// Whether an option says where the secret is, so that nobody would be asked.
[[nodiscard]] bool secretIsGiven(const CommandLine &line);

} // namespace ourtable::cli
