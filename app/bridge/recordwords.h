// A record in the few words by which people know it: its title, a second line, where it stands. Made on the storage thread,
// because other records' names are part of it.
#pragma once

#include <QString>

#include <functional>

#include "core/usecases/workspace.h"

namespace ourtable::records {

// A record as the projection or the log gives it. Keeps references to what it is made of.
struct Shown {
    const catalogue::Kind &kind;
    std::function<Value(catalogue::FieldNumber)> field; // null when there is none
    std::string state;
};
[[nodiscard]] Shown shownOf(const catalogue::Kind &kind, const store::RecordView &view);
[[nodiscard]] Shown shownOf(const catalogue::Kind &kind, const sync::RecordState &state);

// Never empty.
[[nodiscard]] QString titleOf(usecases::Workspace &workspace, const Shown &record, const QString &today);
// Empty when there is nothing more to say.
[[nodiscard]] QString detailOf(usecases::Workspace &workspace, const Shown &record, const QString &today);
// The title of the record with this id; empty when it is not here, or not for this person.
[[nodiscard]] QString nameOf(usecases::Workspace &workspace, const RecordId &record, const QString &today);
// A field's value in words; empty when there is none.
[[nodiscard]] QString valueWords(usecases::Workspace &workspace, const catalogue::Field &field, const Value &value, const QString &today);
// What somebody is called; "Somebody" when their record is not here.
[[nodiscard]] QString personName(usecases::Workspace &workspace, const PersonId &person);

// "In force"; empty for kinds without states.
[[nodiscard]] QString stateLabel(const catalogue::Kind &kind, const std::string &state);
// "success", "warning", "info" or "neutral".
[[nodiscard]] QString stateTone(const std::string &state);
// The icon that stands for a kind.
[[nodiscard]] QString symbolOf(const std::string &kind);

} // namespace ourtable::records
