#include "tests/app/everypage.h"

namespace ourtable::test {
QList<PageCase> everyPage(const DemoProgramme &)
{
    return {
        {QStringLiteral("signin"), {}, {}},
        {QStringLiteral("today"), QStringLiteral("today"), {}},
        {QStringLiteral("help"), QStringLiteral("help"), {}},
        {QStringLiteral("numbers"), QStringLiteral("numbers"), {}},
        {QStringLiteral("comfort"), QStringLiteral("comfort"), {}},
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
