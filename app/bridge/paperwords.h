// The words of the papers: what core found, as sheets that can be printed. On the storage thread.
#pragma once

#include <QString>

#include "core/report/paper.h"
#include "core/usecases/papers.h"

namespace ourtable::paperwords {

// How much of it there is room for; what is left out is said.
struct Room {
    std::size_t notes = 0;
    std::size_t others = 0; // of each other list
};

// today: "YYYY-MM-DD", the day in the footer.
[[nodiscard]] Result<report::Paper> notes(usecases::Workspace &workspace, const usecases::BreakfastPaper &found, const QString &today, const Room &room);
[[nodiscard]] Result<report::Paper> tableCards(usecases::Workspace &workspace, const RecordId &meeting, const QString &today);
[[nodiscard]] Result<report::Paper> signIn(usecases::Workspace &workspace, const RecordId &meeting, const QString &today);
[[nodiscard]] Result<report::Paper> prompts(usecases::Workspace &workspace, const RecordId &meeting, const QString &today);
// Of these lines the first so many, on one sheet.
[[nodiscard]] report::Paper wall(const catalogue::Catalogue &catalogue, const std::vector<store::RecordView> &lines, std::size_t room,
                                 report::Paper::Size size, bool colour, const QString &today);
[[nodiscard]] Result<report::Paper> promises(usecases::Workspace &workspace, const QString &today);

} // namespace ourtable::paperwords
