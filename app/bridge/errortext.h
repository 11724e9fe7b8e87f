// What went wrong, in words for people: what to do next, blaming nobody (ux.md 11.3, domain.md 7). Core speaks codes.
#pragma once

#include <QString>

#include "core/catalogue/catalogue.h"
#include "core/support/error.h"

namespace ourtable {

// Never empty. Labels of fields come from the catalogue, so a programme's own words show.
[[nodiscard]] QString errorText(const Error &error, const catalogue::Catalogue &catalogue = catalogue::Catalogue::builtIn());

} // namespace ourtable
