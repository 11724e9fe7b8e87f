// The catalogue: what is recorded, as data. Record kinds, their fields, states, moves, permissions, vocabularies, circles
// and roles come from the JSON files of this folder, are checked whole at build time (generate.py) and compiled in.
//
// Everything here is immutable once made and may be read from any thread. Pointers and views stay valid as long as the
// Catalogue they came from; the built-in one lives as long as the program.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "core/catalogue/schema.h"
#include "core/support/result.h"

namespace ourtable::catalogue {

class Catalogue {
public:
    [[nodiscard]] static const Catalogue &builtIn();

    // The built-in catalogue with a programme's overlay laid over it: labels, further vocabulary entries (or retired
    // ones), further fields from kFirstOverlayField on. An overlay never changes a code, a type, a number or a right.
    // Errors: Malformed, or InvalidInput whose detail names kind and field or vocabulary and code.
    [[nodiscard]] static Result<std::shared_ptr<const Catalogue>> withOverlay(std::string_view overlayJson);

    // Every kind, field and vocabulary lookup gives nullptr when there is none.
    [[nodiscard]] std::span<const Kind> kinds() const { return m_kinds; }
    [[nodiscard]] const Kind *kind(KindNumber number) const;
    [[nodiscard]] const Kind *kind(std::string_view name) const;
    [[nodiscard]] std::span<const Vocabulary> vocabularies() const { return m_vocabularies; }
    [[nodiscard]] const Vocabulary *vocabulary(std::string_view name) const;
    [[nodiscard]] std::span<const Role> roles() const { return m_roles; }
    [[nodiscard]] const Role *role(std::string_view code) const;
    [[nodiscard]] const Role *role(RoleNumber number) const;
    [[nodiscard]] std::span<const CircleKind> circles() const { return m_circles; }
    [[nodiscard]] const CircleKind *circle(CircleNumber number) const;
    [[nodiscard]] const CircleKind *circle(std::string_view code) const;
    [[nodiscard]] std::uint32_t revision() const { return m_revision; }

    // Whether one of the roles has the right on the kind, and the widest scope it comes with. Reading implies nothing else.
    [[nodiscard]] std::optional<Scope> allowed(const Kind &kind, Right right, std::span<const RoleNumber> roles) const;

    // The move from one state to the other, or nullptr when the table has none, a state is not the kind's, or both are
    // the same. An exact `from` goes before "*".
    [[nodiscard]] static const Move *move(const Kind &kind, std::string_view from, std::string_view to);

    Catalogue(const Catalogue &) = delete;
    Catalogue &operator=(const Catalogue &) = delete;

private:
    Catalogue() = default;
    friend struct CatalogueBuilder;
    std::vector<Vocabulary> m_vocabularies;
    std::vector<Role> m_roles;
    std::vector<CircleKind> m_circles;
    std::vector<Kind> m_kinds;
    std::uint32_t m_revision = 0;
};

// Checks and cleans one value of a field as a person typed it: type, limit, vocabulary (retired codes are refused for new
// writes unless `acceptRetired`), range, reference shape; one-line texts lose controls and direction overrides. For
// Choices, References and List the value is one element; for a Tally it is one signed step. Null, empty texts and empty
// maps are refused: removing is an action, not a value.
// Errors: InvalidInput, TooLong, UnknownCode; detail is "kind.field".
[[nodiscard]] Result<Value> checkedValue(const Kind &kind, const Field &field, const Value &typed, bool acceptRetired = false);

} // namespace ourtable::catalogue
