// One record in two versions, or more, as a person is to see them side by side. Read on the storage thread.
#pragma once

#include <QString>

#include <vector>

#include "app/bridge/worddiff.h"
#include "core/usecases/undecided.h"

namespace ourtable {

struct VersionReading {
    struct Field {
        catalogue::FieldNumber number = 0; // or the state
        QString label;
        bool differs = false;
        bool isText = false;               // may be written anew
        int limit = 0;                     // letters of a text; 0 = no limit
        QString called;                    // "the wording", "the date"
        Value agreed;                      // what is shown, or in force
    };
    struct Cell {
        Value value;                       // null when this version has none
        QString words;
        QList<TextPart> parts;             // of the words; marked where they differ
    };
    struct Version {
        PersonId person;
        bool mine = false;
        QString name;                      // "Joel Baptiste"
        QString called;                    // "Joel"
        QString where;
        QString when;
        std::uint64_t clock = 0;
        std::vector<Cell> cells;           // one a field, in their order
    };

    RecordId record;
    std::string kind;                      // "action"; empty: nothing of it is in two versions any more
    QString kindLabel;                     // "promise"
    QString title;                         // of the record, as lists show it
    std::vector<Field> fields;             // title first; those that differ, and a few that say what it is about
    std::vector<Version> versions;         // this person's first, then as they were written
    QString merged;                        // of two texts over what both replaced; empty when they do not fit together
    QString draft;                         // of mixing, as it was left

    [[nodiscard]] std::vector<usecases::Choice> choicesOf(std::size_t version) const; // in every field that differs
};

[[nodiscard]] Result<VersionReading> readVersions(usecases::Workspace &workspace, const RecordId &record, const QString &today);

} // namespace ourtable
