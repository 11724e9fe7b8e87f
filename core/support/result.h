// A value, or the Error that stands in its way. std::expected is C++23; this is the part of it that we use.
#pragma once

#include <cassert>
#include <optional>
#include <utility>
#include <variant>

#include "core/support/error.h"

namespace ourtable {

// Must be looked at: [[nodiscard]]. Reading the value of a failed result is a defect and stops the program.
template <class T>
class [[nodiscard]] Result {
public:
    Result(T value) : m_held(std::in_place_index<0>, std::move(value)) {}
    Result(Error error) : m_held(std::in_place_index<1>, std::move(error)) {}
    Result(ErrorCode code, std::string detail = {}) : m_held(std::in_place_index<1>, Error{code, std::move(detail)}) {}

    [[nodiscard]] bool ok() const { return m_held.index() == 0; }
    explicit operator bool() const { return ok(); }

    [[nodiscard]] T &value() & { return std::get<0>(m_held); }
    [[nodiscard]] const T &value() const & { return std::get<0>(m_held); }
    [[nodiscard]] T &&value() && { return std::get<0>(std::move(m_held)); }
    [[nodiscard]] T &operator*() & { return value(); }
    [[nodiscard]] const T &operator*() const & { return value(); }
    [[nodiscard]] T &&operator*() && { return std::move(*this).value(); }
    [[nodiscard]] T *operator->() { return &value(); }
    [[nodiscard]] const T *operator->() const { return &value(); }

    [[nodiscard]] const Error &error() const { return std::get<1>(m_held); }

private:
    std::variant<T, Error> m_held;
};

// Success without a value, or an Error.
template <>
class [[nodiscard]] Result<void> {
public:
    Result() = default;
    Result(Error error) : m_error(std::move(error)) {}
    Result(ErrorCode code, std::string detail = {}) : m_error(Error{code, std::move(detail)}) {}

    [[nodiscard]] bool ok() const { return !m_error; }
    explicit operator bool() const { return ok(); }
    [[nodiscard]] const Error &error() const { return *m_error; }

private:
    std::optional<Error> m_error;
};

} // namespace ourtable

#define OURTABLE_JOIN2(a, b) a##b
#define OURTABLE_JOIN(a, b) OURTABLE_JOIN2(a, b)

// Leaves the function with the error of a Result<...> expression.
#define OURTABLE_TRY(expression) OURTABLE_TRY_AS(OURTABLE_JOIN(ourtableTried, __COUNTER__), expression)
#define OURTABLE_TRY_AS(name, expression)                                                                              \
    do {                                                                                                               \
        if (auto name = (expression); !name)                                                                           \
            return name.error();                                                                                       \
    } while (false)

// OURTABLE_ASSIGN(auto name, expression): the value of a Result, or leaves with its error.
#define OURTABLE_ASSIGN(declaration, expression)                                                                       \
    OURTABLE_ASSIGN_AS(OURTABLE_JOIN(ourtableResult, __COUNTER__), declaration, expression)
#define OURTABLE_ASSIGN_AS(name, declaration, expression)                                                              \
    auto name = (expression);                                                                                          \
    if (!name)                                                                                                         \
        return name.error();                                                                                           \
    declaration = std::move(name).value()
