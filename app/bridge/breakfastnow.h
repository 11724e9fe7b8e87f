// A breakfast as the capture page shows it, and saving into it. For the storage thread: plain functions on a workspace.
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

#include "app/bridge/notedraft.h"
#include "core/usecases/workspace.h"

namespace ourtable::breakfast {

struct Now {
    RecordId id;
    QString title;
    QString date;                // "YYYY-MM-DD"
    QString place;
    bool open = false;
    Result<bool> begun = false;  // whether read() opened it; why it could not
    std::int64_t opened = 0;     // milliseconds; 0 not known
    QList<int> notes;            // of the tables 1, 2, 3 ...; every table that is shown
    QList<QStringList> writers;  // who else wrote at those tables, by the names they go by
    QString nextBreakfast;       // "YYYY-MM-DD"
};

// The one asked for, or the one that is open now. begins: one that was planned is opened; where that does not work the rest is
// told all the same. NotFound.
[[nodiscard]] Result<Now> read(usecases::Workspace &workspace, const std::optional<RecordId> &wanted, const QString &today, bool begins = false);
// The table at which whoever is signed in wrote last; 0 when they wrote nothing there.
[[nodiscard]] Result<int> lastTable(usecases::Workspace &workspace, const RecordId &gathering);
// The codes of so many themes: the most used of this breakfast first, then of the programme, then in the order of the vocabulary.
[[nodiscard]] Result<QStringList> likelyThemes(usecases::Workspace &workspace, const RecordId &gathering, int count);
// The notes of one table of a breakfast and its promises, which belong to no table, the newest first. One that was taken back
// keeps its place, and has nothing else.
[[nodiscard]] Result<std::vector<store::RecordView>> notesAt(usecases::Workspace &workspace, const RecordId &gathering, int table);

struct NewNote {
    RecordId gathering;
    int table = 1;
    NoteDraft::Content content;
    QString fallbackDue;         // of a promise without a day
    std::string draft;           // its form's draft is done
};
// On disk when it returns.
[[nodiscard]] Result<usecases::Touched> save(usecases::Workspace &workspace, const NewNote &note);

} // namespace ourtable::breakfast
