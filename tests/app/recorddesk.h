// A programme for forms and lists of records, and what the window shows of them.
#pragma once

#include "tests/app/appview.h"

namespace ourtable::test {

[[nodiscard]] inline QString s(const char *utf8) { return QString::fromUtf8(utf8); }

// Founded, its coordinator's workspace closed. Ends the test program when that does not work.
[[nodiscard]] inline std::unique_ptr<Programme> foundedProgramme()
{
    auto programme = std::make_unique<Programme>();
    if (!programme->found())
        qFatal("%s", programme->failure.c_str());
    programme->close(programme->coordinator);
    return programme;
}

[[nodiscard]] inline QString wordsOn(AppView &app, const char *name)
{
    QQuickItem *const item = app.item(s(name));
    return item ? item->property("text").toString() : QStringLiteral("(not there)");
}

} // namespace ourtable::test
