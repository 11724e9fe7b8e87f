// Which records a right reaches when it is not over all of a kind (catalogue::Scope): a person's own, and those that are
// linked to them. core/catalogue/README.md lists the rules. They read other records, so they hold on this device only, for
// reading and for writing; the fold knows of the role and, for `own`, of the record.
#pragma once

#include <functional>

#include "core/usecases/workspace.h"

namespace ourtable::usecases {

// What the rules ask of a record, whether it is read, written or about to be made.
struct RecordFacts {
    const catalogue::Kind &kind;
    RecordId record;
    std::optional<PersonId> createdBy;                 // nothing when that is not known
    std::function<Value(catalogue::FieldNumber)> field; // null when empty, an array for sets
};
// Both keep a reference to what they are made of.
[[nodiscard]] RecordFacts factsOf(const Workspace &workspace, const catalogue::Kind &kind, const store::RecordView &view);
[[nodiscard]] RecordFacts factsOf(const Workspace &workspace, const catalogue::Kind &kind, const RecordId &record,
                                  const sync::RecordState &state);

// They made it, or it is about them: the kind's owner field names them, or it is their Person record.
[[nodiscard]] bool isOwn(const Workspace &workspace, const RecordFacts &facts);
[[nodiscard]] Result<bool> reaches(Workspace &workspace, catalogue::Scope scope, const RecordFacts &facts);

} // namespace ourtable::usecases
