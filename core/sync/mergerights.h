// What the permission table asks of a change's author, beside moves (merge.h says the rules).
#pragma once

#include <span>

#include "core/sync/merge.h"

namespace ourtable::sync {

// In order of strictness: a change needs the strictest that one of its writes needs.
enum class Need : std::uint8_t {
    Nothing, // the roles suffice
    Own,     // the record has to be the author's own, or about them
    Creator, // the author has to have created it
    Refused,
};

using Roles = std::span<const catalogue::RoleNumber>;

// The import use case: a coordinator brings in what others made elsewhere, of any kind and in any state (design README 8).
[[nodiscard]] bool isImport(const Body &body, Roles roles);
[[nodiscard]] Need needOfData(const catalogue::Catalogue &catalogue, const catalogue::Kind &kind, Roles roles,
                              const Body &body);
// Whether a creating change by these roles may be about somebody else.
[[nodiscard]] bool mayCreateForOthers(const catalogue::Catalogue &catalogue, const catalogue::Kind &kind, Roles roles);
[[nodiscard]] Need needOfErase(const catalogue::Catalogue &catalogue, const catalogue::Kind &kind, Roles roles);

} // namespace ourtable::sync
