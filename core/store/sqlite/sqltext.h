// SQL that was written by us. A string put together at run time is no SqlText: it does not compile.
#pragma once

#include <cstddef>
#include <string_view>

namespace ourtable::store {

// Made from a string literal. Values never become part of it; they are bound (Statement::bind).
class SqlText {
public:
    template <std::size_t N>
    consteval SqlText(const char (&literal)[N]) : m_text(literal, N - 1)
    {
    }
    // The one way round: tables made from the catalogue's names, never from anything that a person typed. The text must
    // outlive the call that it is handed to. A lint lists every use.
    [[nodiscard]] static SqlText generated(std::string_view text) { return SqlText(text, Generated{}); }

    [[nodiscard]] constexpr std::string_view text() const { return m_text; }

private:
    struct Generated {};
    SqlText(std::string_view text, Generated) : m_text(text) {}

    std::string_view m_text;
};

} // namespace ourtable::store
