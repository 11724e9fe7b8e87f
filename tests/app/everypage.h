// Every page of the app with something to show, for tests and pictures that go through all of them. A new page belongs here.
#pragma once

#include <QVariantMap>

#include <functional>

#include "tests/app/appview.h"
#include "tests/app/demoprogramme.h"

namespace ourtable::test {

struct PageCase {
    QString name;      // of the case, for file names: "record-organisation"
    QString page;      // as qml/shell/pages.js has it; empty: before signing in
    QVariantMap details;
    std::function<void(AppView &)> then = {};   // what is done there before anybody looks: a sheet opened
    std::function<void(AppView &)> undone = {}; // and undone, for the next page
};

// For somebody who may see them all.
[[nodiscard]] QList<PageCase> everyPage(const DemoProgramme &demo);
// Signs in when need be, opens the page and does what is done there.
void openPage(AppView &app, const PageCase &page);
void leavePage(AppView &app, const PageCase &page);

} // namespace ourtable::test
