// Records of which two people changed the same thing without seeing each other: which wait for this person, and what they
// choose. Nothing is lost by a choice: the other versions stay in the history.
#pragma once

#include "core/usecases/workspace.h"

namespace ourtable::usecases {

struct Undecided {
    RecordId record;
    catalogue::KindNumber kind = 0;
    std::vector<catalogue::FieldNumber> fields; // in two versions; ascending, the state among them
};
// Only those that this person may read, and may settle in every such field; oldest first.
[[nodiscard]] Result<std::vector<Undecided>> undecidedBy(Workspace &workspace);

struct Choice {
    catalogue::FieldNumber field = 0; // or the state
    Value value;                      // of the state: the code that one of the versions led to
};
// All at once, or nothing; with the draft of whoever mixed them. Errors as Workspace::change.
[[nodiscard]] Result<void> decide(Workspace &workspace, const RecordId &record, const std::vector<Choice> &choices,
                                  const std::optional<std::string> &draft = std::nullopt);
// The record keeps `choices`; each of `others` becomes a record beside it, like it in everything else. It begins in the
// same state if this person may lead it there, or as near to its beginning as they may. In the order of `others`.
[[nodiscard]] Result<std::vector<RecordId>> keepApart(Workspace &workspace, const RecordId &record, const std::vector<Choice> &choices,
                                                      const std::vector<std::vector<Choice>> &others);

} // namespace ourtable::usecases
