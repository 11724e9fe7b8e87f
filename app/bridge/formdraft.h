// A form's unfinished changes as one value, for the sealed draft: of each field that was changed what stands in it, and what it
// was changed from, so that a save after a restart still replaces only what the person saw.
#pragma once

#include "app/bridge/formfields.h"

namespace ourtable {
namespace records {

// What the draft of a record's form is called; of a new record's when key is empty.
[[nodiscard]] std::string formName(const QString &kind, const QString &key);

} // namespace records

// An empty map when nothing was changed.
[[nodiscard]] Value draftOf(const FormFields &fields);
// Whether there was anything in it for these fields.
[[nodiscard]] bool takeDraft(const Value &draft, const FormFields &fields);

} // namespace ourtable
