// What Today shows, read on the storage thread and put into words.
#pragma once

#include <QString>

#include "app/bridge/rowsmodel.h"
#include "core/usecases/workspace.h"

namespace ourtable {

struct TodayAsked {
    QString today; // "YYYY-MM-DD"
    bool coordinator = false;
};

struct TodayFigure {
    QString value; // "14", "2 of 4"
    QString words; // "promises open"
    QString sign;
};

struct TodayFacts {
    struct Breakfast {
        QString key;    // empty: none is open, and none is planned for today
        bool old = false;  // open since another day
        bool over = false; // of today, and closed
        QString when;   // "Today, 8:30 to 10:15"
        QString title;
        QString detail; // "4 tables, 11 notes. You are writing at table 2 with Bea."
    };
    Breakfast breakfast;
    std::int64_t savedLater = 0; // when something was saved that is later than the device's date; see datedoubt.h
    QString next;                         // "The next one is Thursday 2 July at 8:30."; empty when none is planned
    QList<RowsModel::Row> happened;       // what happened to what we said, newest first
    QString board;                        // You said, we did: one of it, in whole sentences
    QList<RowsModel::Row> promises;       // not kept yet; those due about now
    QList<RowsModel::Row> waiting;        // for a coordinator
    std::vector<TodayFigure> figures;     // likewise
};

[[nodiscard]] Result<TodayFacts> readToday(usecases::Workspace &workspace, const TodayAsked &asked);

} // namespace ourtable
