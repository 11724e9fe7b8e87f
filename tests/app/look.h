// How the app looks for a picture: the window, the theme, the size of words, the direction. And pictures of its pages so.
#pragma once

#include <functional>

#include "tests/app/everypage.h"

namespace ourtable::test {

struct Look {
    QString name;              // for file names: "tablet", "phone-dark"
    QSize size{1280, 800};
    bool touch = true;
    int mode = 0;              // as Theme.Mode has it
    double textScale = 1;
    bool rightToLeft = false;
    Member *DemoProgramme::*person = nullptr; // nobody: the coordinator, who may see every page
};

// In light at 100 %: the café's tablet, a phone, the coordinator's desktop.
[[nodiscard]] QList<Look> mainLooks();
// Every width class in every theme and every size of text; a phone on its side, right to left, and as others see it.
[[nodiscard]] QList<Look> everyLook();

// Those of every page that have one of these names.
[[nodiscard]] QList<PageCase> pagesNamed(const DemoProgramme &demo, const QStringList &names);

// Opens the app anew for the person of the look, and hands over a picture of each page in turn. The pages that come before
// signing in stand first.
void photograph(DemoProgramme &demo, const Look &look, const QList<PageCase> &pages,
                const std::function<void(const PageCase &, const QImage &)> &take);

// The same of what a device shows that belongs to no programme yet (newdevice.h).
void photographNewDevice(DemoProgramme &demo, const Look &look, const std::function<void(const QString &, const QImage &)> &take);

} // namespace ourtable::test
