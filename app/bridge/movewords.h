// What a move of a record is called on its button.
#pragma once

#include <QString>

#include "core/catalogue/catalogue.h"

namespace ourtable::records {

[[nodiscard]] QString moveWords(const catalogue::Kind &kind, const std::string &from, const std::string &to);

} // namespace ourtable::records
