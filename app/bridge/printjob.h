// One paper, from what is known to a file. On the storage thread.
#pragma once

#include <QString>

#include "core/report/paperpress.h"
#include "core/usecases/workspace.h"

namespace ourtable {

struct PrintWish {
    QString paper;                    // "notes", "tableCards", "signIn", "prompts", "wall", "promises"
    std::optional<RecordId> meeting;  // of the first four
    QString today;                    // "YYYY-MM-DD", for the footer
    report::Paper::Size size = report::Paper::Size::A4; // of the wall
    bool colour = true;                                 // likewise
};

// The paper with as much on it as its pages hold: the same for the same records. NotFound, NotPermitted.
[[nodiscard]] Result<report::Paper> paperFor(usecases::Workspace &workspace, report::PaperPress &press, const PrintWish &wish);
// What its file is called: kind and day of the paper; no name and no word of anybody.
[[nodiscard]] Result<std::string> fileNameFor(usecases::Workspace &workspace, const PrintWish &wish);

struct PrintedFile {
    QString path;
    usecases::Touched record; // that it was made
};
// Into that folder, in place of an earlier one of the same name, and writes down that it was made. Whole or not at all:
// StorageFull and StorageFailed leave no part of it.
[[nodiscard]] Result<PrintedFile> printTo(usecases::Workspace &workspace, report::PaperPress &press, const PrintWish &wish, const QString &folder);

} // namespace ourtable
