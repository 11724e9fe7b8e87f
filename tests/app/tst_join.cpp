// Joining through the real window, with a hub and a coordinator who lets people in.
#include <QDir>
#include <QFile>
#include <QTest>

#include "tests/app/fits.h"
#include "tests/qml/qmlview.h"

using namespace ourtable;
using namespace ourtable::test;

class JoinTest final : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup() { m_programme.hub.online = true; }
    void aCodeLeadsIn();
    void theCodeIsForgiving();
    void aFileLeadsIn();
    void aWrongCodeIsSaidAndKept();
    void withoutALineItSaysSo();
    void everyQuestionFitsAtTwiceTheText_data();
    void everyQuestionFitsAtTwiceTheText();
    void weakAndUnequalSecretsAreSaid();
    void waitingOutlivesARestart();
    void someoneElseJoinsTheSameDevice();
    void aCoordinatorLetsInFromTheirOwnScreen();

private:
    [[nodiscard]] sync::Invitation invite();
    void typeInvitation(AppView &app, const QString &address, const QString &code);
    void typePerson(AppView &app, const QString &name, const QString &pin);
    [[nodiscard]] QString textOf(AppView &app, const char *name);
    [[nodiscard]] bool coordinatorLetsIn(const QString &words);
    [[nodiscard]] bool onPage(AppView &app, const char *name)
    {
        return QTest::qWaitFor([&] { return app.item(QString::fromLatin1(name)) != nullptr; }, 20'000);
    }

    Programme m_programme;
    std::unique_ptr<Member> m_newcomer;
    int m_folders = 0;
};

void JoinTest::initTestCase() { QVERIFY2(m_programme.found(), m_programme.failure.c_str()); }

void JoinTest::init()
{
    failOnWarnings();
    m_newcomer = std::make_unique<Member>();
    m_newcomer->folder = m_programme.folder.file("new" + std::to_string(++m_folders));
    m_newcomer->password = kPin;
    QVERIFY(QDir().mkpath(QString::fromStdString(m_newcomer->folder)));
}

sync::Invitation JoinTest::invite()
{
    usecases::InvitationFor whom;
    whom.roles.push_back(catalogue::Catalogue::builtIn().role("lay_partner")->number);
    const Result<sync::Invitation> made = usecases::invite(*m_programme.coordinator, whom);
    if (!made)
        qFatal("inviting failed");
    return *made;
}

void JoinTest::typeInvitation(AppView &app, const QString &address, const QString &code)
{
    app.tap(QStringLiteral("addressInput"));
    app.type(address);
    app.tap(QStringLiteral("codeInput"));
    app.type(code);
    app.tap(QStringLiteral("goOnCode"));
}

void JoinTest::typePerson(AppView &app, const QString &name, const QString &pin)
{
    app.type(name); // the focus is there
    app.press(Qt::Key_Return);
    app.type(pin);
    app.press(Qt::Key_Return);
    app.type(pin);
    app.press(Qt::Key_Return);
}

QString JoinTest::textOf(AppView &app, const char *name)
{
    QQuickItem *const found = app.item(QString::fromLatin1(name));
    return found ? found->property("text").toString() : QString();
}

bool JoinTest::coordinatorLetsIn(const QString &words)
{
    const Result<std::vector<usecases::WaitingPerson>> waiting = usecases::waitingPeople(*m_programme.coordinator);
    if (!waiting)
        return false;
    for (const usecases::WaitingPerson &each : *waiting)
        if (QString::fromStdString(each.words).replace(u'-', u' ') == words)
            return usecases::letIn(*m_programme.coordinator, each.invite).ok() && m_programme.coordinator->share().ok();
    return false;
}

void JoinTest::aCodeLeadsIn()
{
    const sync::Invitation invitation = invite();
    AppView app(m_programme, *m_newcomer, {{360, 800}, true});
    app.tap(QStringLiteral("joinWithCode"));
    QCOMPARE(textOf(app, "stepWords"), QStringLiteral("Step 1 of 4"));
    typeInvitation(app, QString::fromStdString(invitation.address), QString::fromStdString(invitation.typedCode()));
    QVERIFY(onPage(app, "name"));
    typePerson(app, QStringLiteral("Ade"), QString::fromLatin1(kPin));
    QVERIFY(onPage(app, "words"));
    QTRY_VERIFY(textOf(app, "news").startsWith(QStringLiteral("Waiting for your coordinator")));
    QVERIFY(coordinatorLetsIn(textOf(app, "words")));
    app.tap(QStringLiteral("tryNow"));
    QVERIFY(onPage(app, "welcome"));
    app.tap(QStringLiteral("welcome"));
    QTRY_COMPARE(app.session().stage(), Session::Stage::SignedOut);
    QVERIFY(app.signIn());
    QCOMPARE(app.session().personName(), QStringLiteral("Ade"));
    QCOMPARE(app.session().roles(), QStringList{QStringLiteral("lay_partner")});
}

void JoinTest::theCodeIsForgiving()
{
    const sync::Invitation invitation = invite();
    AppView app(m_programme, *m_newcomer);
    app.tap(QStringLiteral("joinWithCode"));
    const QString code = QString::fromStdString(invitation.typedCode());
    typeInvitation(app, QStringLiteral(" HTTPS://") + QString::fromStdString(invitation.address) + QStringLiteral("/ "),
                   QString(code).toLower().replace(u'-', u' '));
    QVERIFY(onPage(app, "name"));
}

void JoinTest::aFileLeadsIn()
{
    const sync::Invitation invitation = invite();
    const QString file = QString::fromStdString(m_newcomer->folder) + QStringLiteral("/invitation.txt");
    QFile written(file);
    QVERIFY(written.open(QIODevice::WriteOnly));
    written.write(QByteArray::fromStdString(invitation.text()) + '\n');
    written.close();
    AppView app(m_programme, *m_newcomer);
    app.tap(QStringLiteral("joinWithFile"));
    app.tap(QStringLiteral("goOnCode"));
    QVERIFY(!app.item(QStringLiteral("name")));
    app.tap(QStringLiteral("fileWordsInput"));
    app.type(QString::fromStdString(invitation.text()));
    app.tap(QStringLiteral("goOnCode"));
    QVERIFY(onPage(app, "name"));
}

void JoinTest::aWrongCodeIsSaidAndKept()
{
    const sync::Invitation invitation = invite();
    AppView app(m_programme, *m_newcomer);
    app.tap(QStringLiteral("joinWithCode"));
    typeInvitation(app, QString::fromStdString(invitation.address), QStringLiteral("ABCD-EFGH"));
    QQuickItem *const code = app.item(QStringLiteral("code"));
    QTRY_VERIFY(code->property("error").toString().startsWith(QStringLiteral("That is not the whole code.")));
    QCOMPARE(code->property("text").toString(), QStringLiteral("ABCD-EFGH"));
    QCOMPARE(app.session().stage(), Session::Stage::NoProgramme);
}

// J1-12: nobody reads of networks and codes of errors.
void JoinTest::withoutALineItSaysSo()
{
    const sync::Invitation invitation = invite();
    m_programme.hub.online = false;
    AppView app(m_programme, *m_newcomer);
    app.tap(QStringLiteral("joinWithCode"));
    typeInvitation(app, QString::fromStdString(invitation.address), QString::fromStdString(invitation.typedCode()));
    QQuickItem *const code = app.item(QStringLiteral("code"));
    QTRY_VERIFY(!code->property("error").toString().isEmpty());
    QVERIFY(!code->property("error").toString().contains(QStringLiteral("network"), Qt::CaseInsensitive));
}

void JoinTest::weakAndUnequalSecretsAreSaid()
{
    const sync::Invitation invitation = invite();
    AppView app(m_programme, *m_newcomer);
    app.tap(QStringLiteral("joinWithCode"));
    typeInvitation(app, QString::fromStdString(invitation.address), QString::fromStdString(invitation.typedCode()));
    QVERIFY(onPage(app, "name"));
    typePerson(app, QStringLiteral("Ade"), QStringLiteral("123456"));
    QVERIFY(onPage(app, "newSecret"));
    QQuickItem *const secret = app.item(QStringLiteral("newSecret"));
    QTRY_VERIFY(secret->property("error").toString().contains(QStringLiteral("easy to guess")));
    app.tap(QStringLiteral("againSecretInput"));
    app.type(QStringLiteral("7"));
    app.press(Qt::Key_Return);
    QTRY_VERIFY(secret->property("error").toString().startsWith(QStringLiteral("The two are not the same.")));
}

void JoinTest::everyQuestionFitsAtTwiceTheText_data()
{
    QTest::addColumn<QSize>("size");
    QTest::newRow("phone") << QSize(360, 800);
    QTest::newRow("tablet") << QSize(1280, 800);
}

void JoinTest::everyQuestionFitsAtTwiceTheText()
{
    QFETCH(QSize, size);
    const sync::Invitation invitation = invite();
    AppView app(m_programme, *m_newcomer, {size, true});
    app.session().comfort()->setTextScale(2);
    app.settle();
    QCOMPARE(whatDoesNotFit(app), QString());
    app.tap(QStringLiteral("joinWithFile"));
    QCOMPARE(whatDoesNotFit(app), QString());
    app.tap(QStringLiteral("back"));
    app.tap(QStringLiteral("joinWithCode"));
    QCOMPARE(whatDoesNotFit(app), QString());
    typeInvitation(app, QString::fromStdString(invitation.address), QString::fromStdString(invitation.typedCode()));
    QVERIFY(onPage(app, "name"));
    app.settle();
    QCOMPARE(whatDoesNotFit(app), QString());
    app.type(QStringLiteral("Ade"));
    app.press(Qt::Key_Return);
    QCOMPARE(whatDoesNotFit(app), QString());
    app.type(QString::fromLatin1(kPin));
    app.press(Qt::Key_Return);
    app.type(QString::fromLatin1(kPin));
    app.press(Qt::Key_Return);
    QVERIFY(onPage(app, "words"));
    app.settle();
    QCOMPARE(whatDoesNotFit(app), QString());
}

void JoinTest::waitingOutlivesARestart()
{
    const sync::Invitation invitation = invite();
    AppView app(m_programme, *m_newcomer);
    app.tap(QStringLiteral("joinWithCode"));
    typeInvitation(app, QString::fromStdString(invitation.address), QString::fromStdString(invitation.typedCode()));
    QVERIFY(onPage(app, "name"));
    typePerson(app, QStringLiteral("Ade"), QString::fromLatin1(kPin));
    QVERIFY(onPage(app, "words"));
    const QString words = textOf(app, "words");
    app.killAndRestart();
    QCOMPARE(app.session().stage(), Session::Stage::SignedOut);
    app.type(QString::fromLatin1(kPin));
    app.press(Qt::Key_Return);
    QTRY_VERIFY(app.session().problem().startsWith(QStringLiteral("Your coordinator has to let you in first.")));
    QVERIFY2(QString(app.session().problem()).replace(u'-', u' ').contains(words), qPrintable(app.session().problem()));
    QVERIFY(coordinatorLetsIn(words));
    app.press(Qt::Key_Return);
    QTRY_COMPARE(app.session().stage(), Session::Stage::SignedIn);
}

void JoinTest::someoneElseJoinsTheSameDevice()
{
    Member *const ruth = m_programme.letIn("Ruth", {"lay_partner"});
    QVERIFY2(ruth, m_programme.failure.c_str());
    m_programme.close(*ruth);
    const sync::Invitation invitation = invite();
    AppView app(m_programme, *ruth);
    app.tap(QStringLiteral("someoneElse"));
    typeInvitation(app, QString::fromStdString(invitation.address), QString::fromStdString(invitation.typedCode()));
    QVERIFY(onPage(app, "name"));
    typePerson(app, QStringLiteral("Joel"), QStringLiteral("862417"));
    QVERIFY(onPage(app, "words"));
    QVERIFY(coordinatorLetsIn(textOf(app, "words")));
    app.tap(QStringLiteral("tryNow"));
    QVERIFY(onPage(app, "welcome"));
    app.tap(QStringLiteral("welcome"));
    QTRY_COMPARE(app.session().people()->count(), 2);
    QTRY_VERIFY(app.item(QStringLiteral("secret"))); // the newcomer is chosen already
    app.tap(QStringLiteral("secretInput"));
    app.type(QStringLiteral("862417"));
    app.press(Qt::Key_Return);
    QTRY_COMPARE(app.session().stage(), Session::Stage::SignedIn);
    QCOMPARE(app.session().personName(), QStringLiteral("Joel"));
}

// Both sides through their windows.
void JoinTest::aCoordinatorLetsInFromTheirOwnScreen()
{
    m_programme.close(m_programme.coordinator);
    AppView office(m_programme, m_programme.coordinator);
    QVERIFY(office.signIn());
    office.tap(QStringLiteral("help"));
    office.tap(QStringLiteral("toPeople"));
    office.tap(QStringLiteral("part0"));
    office.tap(QStringLiteral("makeCode"));
    QVERIFY(onPage(office, "madeCode"));
    const QString address = textOf(office, "madeAddress");
    const QString code = textOf(office, "madeCode");

    AppView app(m_programme, *m_newcomer);
    app.tap(QStringLiteral("joinWithCode"));
    typeInvitation(app, address, code);
    QVERIFY(onPage(app, "name"));
    typePerson(app, QStringLiteral("Ade"), QString::fromLatin1(kPin));
    QVERIFY(onPage(app, "words"));

    const QString words = textOf(app, "words");
    const auto row = [&] { // others wait too: only the words tell
        int at = 0;
        while (office.item(QStringLiteral("waiting%1").arg(at)) && textOf(office, qPrintable(QStringLiteral("theirWords%1").arg(at))) != words)
            ++at;
        return office.item(QStringLiteral("waiting%1").arg(at)) ? at : -1;
    };
    QTRY_VERIFY_WITH_TIMEOUT(row() >= 0, 20'000); // it looks by itself
    office.tap(QStringLiteral("letIn%1").arg(row()));
    QTRY_COMPARE(row(), -1);
    app.tap(QStringLiteral("tryNow"));
    QVERIFY(onPage(app, "welcome"));
}

QTEST_MAIN(JoinTest)
#include "tst_join.moc"
