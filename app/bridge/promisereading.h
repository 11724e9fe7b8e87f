// One promise in words, read on the storage thread.
#pragma once

#include <QStringList>
#include <QVariant>

#include "app/bridge/rowsmodel.h"
#include "core/usecases/promisesteps.h"

namespace ourtable {

struct PromiseReading {
    QString text, standing, tone, due, because, waits;
    std::string state;
    QStringList facts;
    QVariantList moves, standings;
    QList<RowsModel::Row> updates, notes, came;
    QVariantMap draft;
    bool removed = false, twoVersions = false, over = false, mayTell = false, mayGoBack = false;
};

struct PromiseAsked {
    RecordId promise;
    std::string form;    // of the draft
    std::string before;  // the state that may be gone back to; empty: none
    QString today;
};

// NotFound, NotPermitted as usecases::storyOf().
[[nodiscard]] Result<PromiseReading> readPromise(usecases::Workspace &workspace, const PromiseAsked &asked);

} // namespace ourtable
