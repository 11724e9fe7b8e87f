// Fields and their values as people read them. Values come as a form holds them (fieldvalue.h).
#pragma once

#include <QVariant>

#include <functional>

#include "core/catalogue/catalogue.h"

namespace ourtable::fields {

[[nodiscard]] QString labelOf(const catalogue::Field &field);
// How to fill it in, where that is not plain; else empty.
[[nodiscard]] QString hintOf(const catalogue::Kind &kind, const catalogue::Field &field);
[[nodiscard]] QString partLabel(const std::string &key);

using NameOf = std::function<QString(const QString &key)>; // of a record; empty when it is not known here
// Empty when there is none; several are separated by commas, or by line breaks where they are sentences.
[[nodiscard]] QString wordsOf(const catalogue::Field &field, const QVariant &shown, const QString &today, const NameOf &nameOf);

} // namespace ourtable::fields
