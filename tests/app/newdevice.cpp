#include "tests/app/newdevice.h"

#include <QDir>
#include <QTest>

namespace ourtable::test {
namespace {

void waitFor(AppView &app, const char *name)
{
    if (!QTest::qWaitFor([&] { return app.item(QString::fromLatin1(name)) != nullptr; }, 20'000))
        qFatal("the page with %s does not come", name);
    app.settle();
}

sync::Invitation invitationOf(Member &coordinator)
{
    usecases::InvitationFor whom;
    whom.roles.push_back(catalogue::Catalogue::builtIn().role("lay_partner")->number);
    const Result<sync::Invitation> made = usecases::invite(*coordinator, whom);
    if (!made)
        qFatal("inviting failed");
    return *made;
}

// Whoever waits: a walk's own newcomer is the only one.
void letIn(Member &coordinator)
{
    const Result<std::vector<usecases::WaitingPerson>> waiting = usecases::waitingPeople(*coordinator);
    if (!waiting || waiting->empty())
        qFatal("nobody waits");
    for (const usecases::WaitingPerson &each : *waiting)
        if (!usecases::letIn(*coordinator, each.invite) || !coordinator->share())
            qFatal("letting in failed");
}

void typeLine(AppView &app, const char *input, const QString &text)
{
    app.tap(QString::fromLatin1(input));
    app.type(text);
}

} // namespace

void walkNewDevice(DemoProgramme &demo, const AppOptions &options, const std::function<void(AppView &)> &opened,
                   const std::function<void(const QString &, AppView &)> &at)
{
    Programme &programme = demo.programme;
    {
        Member nobody;
        nobody.folder = "/proc/self"; // takes nothing, from the superuser neither
        AppView app(programme, nobody, options);
        opened(app);
        at(QStringLiteral("broken"), app);
    }
    TempFolder folder;
    Member newcomer;
    newcomer.folder = folder.file("device");
    if (!QDir().mkpath(QString::fromStdString(newcomer.folder)) || !programme.reopen(programme.coordinator))
        qFatal("no new device can be made");
    const sync::Invitation invitation = invitationOf(programme.coordinator);
    AppView app(programme, newcomer, options);
    opened(app);
    at(QStringLiteral("new"), app);
    app.tap(QStringLiteral("joinWithFile"));
    at(QStringLiteral("join-file"), app);
    app.tap(QStringLiteral("back"));
    app.tap(QStringLiteral("joinWithCode"));
    at(QStringLiteral("join-code"), app);
    typeLine(app, "addressInput", QString::fromStdString(invitation.address));
    typeLine(app, "codeInput", QString::fromStdString(invitation.typedCode()));
    app.tap(QStringLiteral("goOnCode"));
    waitFor(app, "name");
    at(QStringLiteral("join-name"), app);
    app.type(QStringLiteral("Ade")); // the focus is there
    app.press(Qt::Key_Return);
    waitFor(app, "newSecret");
    at(QStringLiteral("join-secret"), app);
    app.type(QString::fromLatin1(kPin));
    app.press(Qt::Key_Return);
    app.type(QString::fromLatin1(kPin));
    app.press(Qt::Key_Return);
    waitFor(app, "words");
    at(QStringLiteral("join-waiting"), app);
    letIn(programme.coordinator);
    app.tap(QStringLiteral("tryNow"));
    waitFor(app, "welcome");
    at(QStringLiteral("join-welcome"), app);
    programme.close(programme.coordinator);
}

} // namespace ourtable::test
