#include "tests/app/everypage.h"

namespace ourtable::test {

QList<PageCase> everyPage(const DemoProgramme &demo)
{
    const QString breakfast = QString::fromStdString(demo.gathering.hex());
    const QString note = QString::fromStdString(demo.note.hex());
    return {
        {QStringLiteral("signin"), {}, {}},
        {QStringLiteral("today"), QStringLiteral("today"), {}},
        {QStringLiteral("help"), QStringLiteral("help"), {}},
        {QStringLiteral("numbers"), QStringLiteral("numbers"), {}},
        {QStringLiteral("comfort"), QStringLiteral("comfort"), {}},
        {QStringLiteral("capture"), QStringLiteral("capture"), {{QStringLiteral("key"), breakfast}, {QStringLiteral("table"), 2}}},
        {QStringLiteral("note"), QStringLiteral("note"), {{QStringLiteral("key"), note}}},
        {QStringLiteral("start"), QStringLiteral("start"), {}},
        {QStringLiteral("breakfasts"), QStringLiteral("breakfasts"), {}},
        {QStringLiteral("breakfasts-one"), QStringLiteral("breakfasts"), {{QStringLiteral("key"), breakfast}}},
        {QStringLiteral("sharing"), QStringLiteral("sharing"), {}},
        {QStringLiteral("versions"), QStringLiteral("versions"), {}},
        {QStringLiteral("versions-one"), QStringLiteral("versions"), {{QStringLiteral("key"), QString::fromStdString(demo.promise.hex())}}},
        {QStringLiteral("promises"), QStringLiteral("promises"), {{QStringLiteral("kind"), QStringLiteral("action")}}},
        {QStringLiteral("lists"), QStringLiteral("lists"), {{QStringLiteral("area"), QStringLiteral("lists")}}},
        {QStringLiteral("partners"), QStringLiteral("partners"), {{QStringLiteral("area"), QStringLiteral("partners")}}},
        {QStringLiteral("records"), QStringLiteral("records"), {{QStringLiteral("kind"), QStringLiteral("organisation")}}},
        {QStringLiteral("record"), QStringLiteral("record"),
         {{QStringLiteral("kind"), QStringLiteral("organisation")}, {QStringLiteral("key"), QString::fromStdString(demo.organisation.hex())}}},
        {QStringLiteral("record-new"), QStringLiteral("record"), {{QStringLiteral("kind"), QStringLiteral("resource")}}},
        {QStringLiteral("people"), QStringLiteral("people"), {}},
    };
}

void openPage(AppView &app, const PageCase &page)
{
    if (page.page.isEmpty())
        return;
    if (app.session().stage() != Session::Stage::SignedIn && !app.signIn())
        qFatal("signing in failed");
    app.open(page.page, page.details);
}

} // namespace ourtable::test
