// Which records a list of one kind shows, and in which order. On the storage thread.
#pragma once

#include <QString>

#include "core/usecases/workspace.h"

namespace ourtable::records {

struct Question {
    catalogue::KindNumber kind = 0;
    QString words;       // that they hold; empty: any
    std::string state;   // that they are in; empty: any
    bool newestFirst = false;
    bool removed = false;
    QString today;
};

// By title, or newest first. Promises come in groups (groupOf), those that are due first within each.
[[nodiscard]] Result<std::vector<store::RecordKey>> keysFor(usecases::Workspace &workspace, const Question &question);
// "Now due", "Coming up", "Kept", "Decided not to", "Let go" for a promise (ux.md 7.10); empty for other kinds.
[[nodiscard]] QString groupOf(const store::RecordView &view, const QString &today);

} // namespace ourtable::records
