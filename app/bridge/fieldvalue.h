// Values between the core and a form. In a form everything is as it is typed or chosen: texts, codes, "yes" and "no", ids as
// letters; a list of these for several; a map of texts for a structure. So half a number is kept in a draft like any words.
#pragma once

#include <QVariant>

#include "core/catalogue/catalogue.h"
#include "core/support/result.h"

namespace ourtable::fields {

// "text", "long_text", "choice" and so on, as the catalogue's files say it.
[[nodiscard]] QString typeName(catalogue::FieldType type);
[[nodiscard]] bool holdsMany(const catalogue::Field &field); // sets, and lists that only grow
// Integers of places on the earth are typed as degrees.
[[nodiscard]] bool isDegrees(const catalogue::Field &field);

// What a form shows for the value; nothing for null. One element of a set when holdsMany.
[[nodiscard]] QVariant elementInForm(const catalogue::Field &field, const Value &element);
[[nodiscard]] QVariant inForm(const catalogue::Field &field, const Value &value);
// Nothing typed, chosen or added.
[[nodiscard]] bool isEmpty(const QVariant &shown);
// Whether two mean something else: the order in a set does not count, nor what is empty in a list.
[[nodiscard]] bool differ(const catalogue::Field &field, const QVariant &one, const QVariant &other);
// The value that is meant, checked by the catalogue; one element when holdsMany. Errors as checkedValue().
[[nodiscard]] Result<Value> meant(const catalogue::Kind &kind, const catalogue::Field &field, const QVariant &shown);

// For a draft: what a form shows, as one value and back.
[[nodiscard]] Value packed(const QVariant &shown);
[[nodiscard]] QVariant unpacked(const Value &value);

} // namespace ourtable::fields
