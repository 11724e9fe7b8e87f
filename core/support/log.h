// The technical log: codes, numbers and pseudonyms. There is no way to hand it free text, so nobody's words can land in
// it by accident (security.md 6.4).
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string_view>
#include <variant>

#include "core/support/bytes.h"
#include "core/support/error.h"

namespace ourtable::log {

enum class Level { Information, Warning, Failure };

// A name known at compile time: event and field names, route templates, catalogue codes.
class Name {
public:
    template <std::size_t N>
    consteval Name(const char (&literal)[N]) : m_text(literal, N - 1) {}
    explicit Name(ErrorCode code) : m_text(nameOf(code)) {}
    [[nodiscard]] std::string_view text() const { return m_text; }

private:
    std::string_view m_text;
};

// A number, a compile-time name, or the first eight hex digits of an identifier.
class Field {
public:
    Field(Name name, std::int64_t number) : m_name(name), m_held(number) {}
    Field(Name name, std::uint64_t number) : m_name(name), m_held(static_cast<std::int64_t>(number)) {}
    Field(Name name, int number) : m_name(name), m_held(static_cast<std::int64_t>(number)) {}
    Field(Name name, unsigned number) : m_name(name), m_held(static_cast<std::int64_t>(number)) {}
    Field(Name name, Name word) : m_name(name), m_held(word) {}
    template <class Tag, std::size_t N>
    Field(Name name, const FixedBytes<Tag, N> &id) : m_name(name), m_held(Pseudonym{{id.octets[0], id.octets[1], id.octets[2], id.octets[3]}})
    {
    }

private:
    struct Pseudonym {
        std::array<std::uint8_t, 4> octets;
    };
    friend void write(Level, Name, std::initializer_list<Field>);
    Name m_name;
    std::variant<std::int64_t, Name, Pseudonym> m_held;
};

// One line, "2026-11-22T08:30:00Z warning push_refused device=ab12cd34 status=403", to standard error or the file given
// to openFile. Thread-safe.
void write(Level level, Name event, std::initializer_list<Field> fields = {});

// Appends to this file from now on; false when it cannot be opened (the log then stays on standard error).
[[nodiscard]] bool openFile(const char *path);

// Lines below this level are dropped. Default: Warning.
void setThreshold(Level level);

} // namespace ourtable::log
