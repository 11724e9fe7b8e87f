#include "tests/app/look.h"

#include <QGuiApplication>
#include <QStyleHints>

#include "tests/app/newdevice.h"

namespace ourtable::test {
namespace {

void prepare(const Look &look)
{
    QGuiApplication::styleHints()->setCursorFlashTime(0);
    QGuiApplication::setLayoutDirection(look.rightToLeft ? Qt::RightToLeft : Qt::LeftToRight);
}

void wear(AppView &app, const Look &look)
{
    Comfort &comfort = *app.session().comfort();
    comfort.setMode(look.mode);
    comfort.setTextScale(look.textScale);
    comfort.setLessMovement(true);
    comfort.setFamily(QStringLiteral("Inter"));
}

} // namespace

QList<Look> mainLooks()
{
    return {{QStringLiteral("tablet")},
            {QStringLiteral("phone"), QSize(360, 800)},
            {QStringLiteral("desktop"), QSize(1440, 900), false}};
}

QList<Look> everyLook()
{
    QList<Look> looks;
    QList<Look> windows = mainLooks();
    windows.insert(2, {QStringLiteral("portrait"), QSize(800, 1280)});
    windows.insert(3, {QStringLiteral("small"), QSize(1024, 768)});
    const QStringList themes{QStringLiteral("light"), QStringLiteral("dark"), QStringLiteral("contrast")};
    for (const Look &window : windows) {
        for (int mode = 0; mode < themes.size(); ++mode) {
            for (const double scale : {0.9, 1.0, 1.15, 1.3, 1.5, 1.75, 2.0}) { // Theme.textScales
                const QString name = window.name + u'-' + themes[mode] + u'-' + QString::number(qRound(scale * 100));
                looks.append({name, window.size, window.touch, mode, scale});
            }
        }
    }
    for (const Look &window : mainLooks())
        looks.append({window.name + QStringLiteral("-rtl"), window.size, window.touch, 0, 1, true});
    looks.append({QStringLiteral("lying"), QSize(800, 360)});
    looks.append({QStringLiteral("tablet-lay"), {1280, 800}, true, 0, 1, false, &DemoProgramme::lay});
    looks.append({QStringLiteral("phone-peer"), {360, 800}, true, 0, 1, false, &DemoProgramme::peer});
    return looks;
}

QList<PageCase> pagesNamed(const DemoProgramme &demo, const QStringList &names)
{
    QList<PageCase> pages = everyPage(demo);
    pages.removeIf([&names](const PageCase &page) { return !names.contains(page.name); });
    return pages;
}

void photograph(DemoProgramme &demo, const Look &look, const QList<PageCase> &pages,
                const std::function<void(const PageCase &, const QImage &)> &take)
{
    prepare(look);
    AppView app(demo.programme, look.person ? *(demo.*look.person) : demo.programme.coordinator, {look.size, look.touch});
    for (const PageCase &page : pages) {
        wear(app, look);
        openPage(app, page);
        wear(app, look); // signing in brought the person's own
        if (!look.touch)
            app.pointAway();
        take(page, app.picture());
        leavePage(app, page);
    }
    QGuiApplication::setLayoutDirection(Qt::LeftToRight);
}

void photographNewDevice(DemoProgramme &demo, const Look &look, const std::function<void(const QString &, const QImage &)> &take)
{
    prepare(look);
    walkNewDevice(
        demo, {look.size, look.touch}, [&look](AppView &app) { wear(app, look); },
        [&take](const QString &page, AppView &app) { take(page, app.picture()); });
    QGuiApplication::setLayoutDirection(Qt::LeftToRight);
}

} // namespace ourtable::test
