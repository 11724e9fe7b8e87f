// What a promise says in each column, and the words about asking how promises are going. The first on the storage thread.
#pragma once

#include <QString>

#include "core/usecases/promisesteps.h"

namespace ourtable::promises {

struct Cells {
    QString title, who, due, breakfast, team, standing;
    QString tone;              // "success", "warning", "info" or "neutral"
    QString dueDay, madeDay;   // "YYYY-MM-DD"
    // What a row is put in order by, for a role of PromisesModel.
    [[nodiscard]] QString sortedAs(const QString &role) const;
};
// due: "due 3 weeks ago", and the day alone for what is over.
[[nodiscard]] Result<Cells> cellsOf(usecases::Workspace &workspace, const store::RecordView &promise, const QString &today);

// What stands on a promise whose owner was asked; kept in it.
[[nodiscard]] QString askingWords();
// "Asked about 3 promises."
[[nodiscard]] QString askedWords(const usecases::Asked &asked);

} // namespace ourtable::promises
