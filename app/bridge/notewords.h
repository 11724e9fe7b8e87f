// The words for codes of the catalogue as notes show them: short enough for a chip (ux.md 7.6, 11.2). A programme that
// words one in its own way is shown its own words.
#pragma once

#include <QString>
#include <QVariantList>

#include "core/catalogue/catalogue.h"

namespace ourtable {

// The short words where there are some, else the catalogue's label; the code itself when nobody knows it.
[[nodiscard]] QString noteWords(const catalogue::Catalogue &catalogue, std::string_view vocabulary, std::string_view code);
// The catalogue's label in full; empty when it says no more than the short words.
[[nodiscard]] QString fullWords(const catalogue::Catalogue &catalogue, std::string_view vocabulary, std::string_view code);
// Every entry of a vocabulary that may be chosen: [{ code, text, full }].
[[nodiscard]] QVariantList noteChoices(const catalogue::Catalogue &catalogue, const QString &vocabulary);

} // namespace ourtable
