#include "tests/app/everypage.h"

namespace ourtable::test {
namespace {

void cancel(AppView &app) { app.tap(QStringLiteral("cancel")); }

void tapFirst(AppView &app, const QStringList &names)
{
    const auto there = std::find_if(names.cbegin(), names.cend(), [&app](const QString &name) { return app.item(name) != nullptr; });
    if (there != names.cend())
        app.tap(*there);
}

// As a hand does it before "Save note".
void writeNote(AppView &app)
{
    app.tap(QStringLiteral("boxInput"));
    app.type(QStringLiteral("Tea first, forms second. People say more with a cup of tea."));
    app.tap(QStringLiteral("kind-idea"));
    app.settle();
}

void unwriteNote(AppView &app)
{
    app.tap(QStringLiteral("kind-idea"));
    app.tap(QStringLiteral("boxInput"));
    app.press(Qt::Key_A, Qt::ControlModifier);
    app.press(Qt::Key_Delete);
    app.open(QStringLiteral("today")); // the page keeps the empty box when it goes, and the next one asks for what is kept
}

void filterPromises(AppView &app) { app.tap(QStringLiteral("filter")); }

void hide(AppView &app) { app.session().setHidden(true); }
void show(AppView &app) { app.session().setHidden(false); }

void finish(AppView &app)
{
    tapFirst(app, {QStringLiteral("feedButton")}); // on a phone it stands below the notes
    tapFirst(app, {QStringLiteral("finish"), QStringLiteral("finishButton")});
}

} // namespace

QList<PageCase> everyPage(const DemoProgramme &demo)
{
    const QString breakfast = QString::fromStdString(demo.gathering.hex());
    const QString note = QString::fromStdString(demo.note.hex());
    const QVariantMap atTable{{QStringLiteral("key"), breakfast}, {QStringLiteral("table"), 2}};
    const QVariantMap organisation{{QStringLiteral("kind"), QStringLiteral("organisation")},
                                   {QStringLiteral("key"), QString::fromStdString(demo.organisation.hex())}};
    return {
        {QStringLiteral("signin"), {}, {}},
        {QStringLiteral("today"), QStringLiteral("today"), {}},
        {QStringLiteral("help"), QStringLiteral("help"), {}},
        {QStringLiteral("numbers"), QStringLiteral("numbers"), {}},
        {QStringLiteral("comfort"), QStringLiteral("comfort"), {}},
        {QStringLiteral("capture"), QStringLiteral("capture"), atTable},
        {QStringLiteral("capture-written"), QStringLiteral("capture"), atTable, writeNote, unwriteNote},
        {QStringLiteral("capture-more"), QStringLiteral("capture"), atTable, [](AppView &app) { app.tap(QStringLiteral("moreThemes")); }, cancel},
        {QStringLiteral("capture-finish"), QStringLiteral("capture"), atTable, finish, cancel},
        {QStringLiteral("harvest"), QStringLiteral("harvest"), atTable},
        {QStringLiteral("hidden"), QStringLiteral("today"), {}, hide, show},
        {QStringLiteral("note"), QStringLiteral("note"), {{QStringLiteral("key"), note}}},
        {QStringLiteral("sort"), QStringLiteral("sort"), {{QStringLiteral("gathering"), breakfast}}},
        {QStringLiteral("sort-read"), QStringLiteral("sort"), {{QStringLiteral("gathering"), breakfast}, {QStringLiteral("checking"), true}}},
        {QStringLiteral("sort-later"), QStringLiteral("sort"), {{QStringLiteral("gathering"), breakfast}}, [](AppView &app) { app.tap(QStringLiteral("later")); }},
        {QStringLiteral("note-take-back"), QStringLiteral("note"), {{QStringLiteral("key"), note}}, [](AppView &app) { app.tap(QStringLiteral("takeBack")); }, cancel},
        {QStringLiteral("start"), QStringLiteral("start"), {}},
        {QStringLiteral("ready"), QStringLiteral("ready"), {{QStringLiteral("key"), breakfast}}},
        {QStringLiteral("breakfasts"), QStringLiteral("breakfasts"), {}},
        {QStringLiteral("breakfasts-one"), QStringLiteral("breakfasts"), {{QStringLiteral("key"), breakfast}}},
        {QStringLiteral("breakfasts-print"), QStringLiteral("breakfasts"), {{QStringLiteral("key"), breakfast}},
         [](AppView &app) { app.tap(QStringLiteral("print")); }, [](AppView &app) { app.tap(QStringLiteral("confirm")); }},
        {QStringLiteral("sharing"), QStringLiteral("sharing"), {}},
        {QStringLiteral("copy-save"), QStringLiteral("copy-save"), {}},
        {QStringLiteral("copy-bring"), QStringLiteral("copy-bring"), {}},
        {QStringLiteral("nearby"), QStringLiteral("nearby"), {}},
        {QStringLiteral("versions"), QStringLiteral("versions"), {}},
        {QStringLiteral("versions-one"), QStringLiteral("versions"), {{QStringLiteral("key"), QString::fromStdString(demo.promise.hex())}}},
        {QStringLiteral("promises"), QStringLiteral("promises"), {}},
        {QStringLiteral("promises-filter"), QStringLiteral("promises"), {}, filterPromises, filterPromises},
        {QStringLiteral("promises-one"), QStringLiteral("promises"), {{QStringLiteral("key"), QString::fromStdString(demo.promise.hex())}}},
        {QStringLiteral("promises-step"), QStringLiteral("promises"), {{QStringLiteral("key"), QString::fromStdString(demo.promise.hex())}},
         [](AppView &app) { app.tap(QStringLiteral("move-stuck")); }, [](AppView &app) { app.tap(QStringLiteral("leaveStep")); }},
        {QStringLiteral("lists"), QStringLiteral("lists"), {{QStringLiteral("area"), QStringLiteral("lists")}}},
        {QStringLiteral("partners"), QStringLiteral("partners"), {{QStringLiteral("area"), QStringLiteral("partners")}}},
        {QStringLiteral("records"), QStringLiteral("records"), {{QStringLiteral("kind"), QStringLiteral("organisation")}}},
        {QStringLiteral("record"), QStringLiteral("record"), organisation},
        {QStringLiteral("record-remove"), QStringLiteral("record"), organisation, [](AppView &app) { app.tap(QStringLiteral("remove")); }, cancel},
        {QStringLiteral("record-new"), QStringLiteral("record"), {{QStringLiteral("kind"), QStringLiteral("resource")}}},
        {QStringLiteral("people"), QStringLiteral("people"), {}},
        {QStringLiteral("find"), QStringLiteral("find"), {}},
        {QStringLiteral("find-words"), QStringLiteral("find"), {{QStringLiteral("words"), QStringLiteral("tea")}}},
    };
}

void openPage(AppView &app, const PageCase &page)
{
    if (page.page.isEmpty())
        return;
    if (app.session().stage() != Session::Stage::SignedIn && !app.signIn())
        qFatal("signing in failed");
    app.open(page.page, page.details);
    if (page.then)
        page.then(app);
}

void leavePage(AppView &app, const PageCase &page)
{
    if (page.undone)
        page.undone(app);
}

} // namespace ourtable::test
