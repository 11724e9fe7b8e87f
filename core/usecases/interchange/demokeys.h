// The keys of a programme document that take more than a field under another name. Internal to this folder.
#pragma once

#include "core/usecases/interchange/demorules.h"

namespace ourtable::usecases {

// people.name: also what to call them, when the file does not say.
Result<void> readNameOfPerson(DemoItem &item, const Json &value);
// contributions.text: InvalidInput when the note was taken back and its words are still there.
Result<void> readNoteText(DemoItem &item, const Json &value);
// actions.owner: a reference for a person or an organisation, else a name.
Result<void> readActionOwner(DemoItem &item, const Json &value);
// introductions.to: a reference, or the name of what is no record.
Result<void> readIntroducedTo(DemoItem &item, const Json &value);
// consents.wording_version: also the words that were said, from consent_wordings; NotFound when they are missing there.
Result<void> readWordingVersion(DemoItem &item, const Json &value);
// safeguarding_concerns.who_is_at_risk: a code written as words, "an adult".
Result<void> readWhoIsAtRisk(DemoItem &item, const Json &value);
// sync_conflicts.mine and .theirs: one version each.
Result<void> readMine(DemoItem &item, const Json &value);
Result<void> readTheirs(DemoItem &item, const Json &value);

} // namespace ourtable::usecases
