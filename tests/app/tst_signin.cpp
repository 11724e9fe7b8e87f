// Signing in on a device through the real window.
#include <QAccessible>
#include <QClipboard>
#include <QDir>
#include <QGuiApplication>
#include <QTest>

#include "tests/app/fits.h"
#include "tests/qml/qmlview.h"

using namespace ourtable;
using namespace ourtable::test;

class SignInTest final : public QObject {
    Q_OBJECT

private slots:
    void init() { failOnWarnings(); }
    void aPinOpensToday();
    void oneAloneIsChosenAndThePinHasTheFocus();
    void aWrongPinIsSaidAtTheFieldAndKept();
    void afterAWrongPinByTapTheFieldIsReady();
    void afterTooManyItSaysHowLongToWait();
    void theWaitCountsDownAndTheFieldTakesAPinAgainByItself();
    void thePinCanBeShownAndPasted();
    void whoForgotIsToldWhatToDo();
    void coordinatorsUseAPassphrase();
    void aNewDeviceAsksForACode();
    void whatIsBrokenIsSaidAndStaysSaid_data();
    void whatIsBrokenIsSaidAndStaysSaid();
    void anotherWindowThatClosesLetsThisOneTryAgain();
    void withoutTheDevicesSecretItSaysWhatIsMissing();
    void everythingFitsAtTwiceTheText_data();
    void everythingFitsAtTwiceTheText();

private:
    static QString firstPerson(AppView &app)
    {
        return app.session().people()->data(app.session().people()->index(0, 0), PeopleModel::KeyRole).toString();
    }
    Member *ruth(Programme &programme);
    static void takeAway(Programme &programme, Member &member, const QString &missing);
};

Member *SignInTest::ruth(Programme &programme)
{
    if (!programme.found())
        qFatal("%s", programme.failure.c_str());
    Member *const member = programme.letIn("Ruth", {"lay_partner"});
    if (!member)
        qFatal("%s", programme.failure.c_str());
    programme.close(*member);
    return member;
}

void SignInTest::takeAway(Programme &programme, Member &member, const QString &missing)
{
    if (missing.startsWith(u':')) {
        QVERIFY(programme.around(member).secrets.remove(missing.mid(1).toStdString()));
        return;
    }
    QDir folder(QString::fromStdString(member.folder));
    const QStringList files = folder.entryList({missing + u'*'}, QDir::Files);
    QVERIFY(!files.isEmpty());
    for (const QString &file : files)
        QVERIFY(folder.remove(file));
}

void SignInTest::aPinOpensToday()
{
    Programme programme;
    AppView app(programme, *ruth(programme));
    QCOMPARE(app.session().stage(), Session::Stage::SignedOut);
    app.tap(QStringLiteral("person0"));
    app.tap(QStringLiteral("secret"));
    app.type(QString::fromLatin1(kPin));
    app.press(Qt::Key_Return);
    QTRY_COMPARE(app.session().stage(), Session::Stage::SignedIn);
    QCOMPARE(app.session().personName(), QStringLiteral("Ruth"));
    app.settle();
    QCOMPARE(app.page(), QStringLiteral("today"));
}

void SignInTest::oneAloneIsChosenAndThePinHasTheFocus()
{
    Programme programme;
    AppView app(programme, *ruth(programme));
    QVERIFY(app.item(QStringLiteral("person0"))->property("checked").toBool());
    QVERIFY(app.item(QStringLiteral("secretInput"))->hasActiveFocus());
    app.type(QString::fromLatin1(kPin));
    app.press(Qt::Key_Return);
    QTRY_COMPARE(app.session().stage(), Session::Stage::SignedIn);
}

void SignInTest::aWrongPinIsSaidAtTheFieldAndKept()
{
    Programme programme;
    AppView app(programme, *ruth(programme));
    app.type(QStringLiteral("111222"));
    app.press(Qt::Key_Return);
    QTRY_VERIFY(!app.session().problem().isEmpty());
    app.settle();
    QQuickItem *const secret = app.item(QStringLiteral("secret"));
    QCOMPARE(secret->property("error").toString(), QStringLiteral("That PIN did not match. Check it and try again. Your notes are safe."));
    QCOMPARE(secret->property("text").toString(), QStringLiteral("111222"));
    QVERIFY(app.item(QStringLiteral("secretInput"))->hasActiveFocus());
    app.type(QString::fromLatin1(kPin)); // instead of the wrong one
    QCOMPARE(app.session().problem(), QString());
    QCOMPARE(secret->property("text").toString(), QString::fromLatin1(kPin));
    app.press(Qt::Key_Return);
    QTRY_COMPARE(app.session().stage(), Session::Stage::SignedIn);
}

void SignInTest::afterAWrongPinByTapTheFieldIsReady()
{
    Programme programme;
    AppView app(programme, *ruth(programme));
    app.tap(QStringLiteral("open"));
    QCOMPARE(app.item(QStringLiteral("secret"))->property("error").toString(), QStringLiteral("Type your PIN first."));
    app.type(QStringLiteral("111222"));
    QCOMPARE(app.item(QStringLiteral("secret"))->property("error").toString(), QString());
    app.tap(QStringLiteral("open"));
    QTRY_VERIFY(!app.session().problem().isEmpty());
    app.settle();
    app.type(QString::fromLatin1(kPin));
    app.tap(QStringLiteral("open"));
    QTRY_COMPARE(app.session().stage(), Session::Stage::SignedIn);
}

void SignInTest::afterTooManyItSaysHowLongToWait()
{
    Programme programme;
    AppView app(programme, *ruth(programme));
    for (int attempt = 0; attempt < 6 && !app.session().problem().startsWith(QStringLiteral("Wait")); ++attempt) {
        app.session().forgetProblem();
        app.session().signIn(firstPerson(app), QStringLiteral("111222"));
        QTRY_VERIFY(!app.session().problem().isEmpty());
    }
    QVERIFY2(app.session().problem().startsWith(QStringLiteral("Wait 30 seconds, then try again.")), qPrintable(app.session().problem()));
    QVERIFY(app.session().problem().endsWith(QStringLiteral("Your notes are safe.")));
}

void SignInTest::theWaitCountsDownAndTheFieldTakesAPinAgainByItself()
{
    QAccessible::setActive(true);
    Programme programme;
    Member &member = *ruth(programme);
    AppView app(programme, member);
    for (int attempt = 0; attempt < 6 && !app.session().waiting(); ++attempt) {
        app.press(Qt::Key_A, Qt::ControlModifier);
        app.type(QStringLiteral("111222"));
        app.tap(QStringLiteral("open"));
        QTRY_VERIFY(!app.session().problem().isEmpty());
        app.settle();
    }
    QQuickItem &field = *app.item(QStringLiteral("secret"));
    const auto spoken = [&app] { return QAccessible::queryAccessibleInterface(app.item(QStringLiteral("secretInput")))->text(QAccessible::Name); };
    const QString heard = spoken();
    QVERIFY(heard.contains(QStringLiteral("Wait 30 seconds")));
    member.clock.advanceSeconds(13);
    app.session().secretWait().lookAtClock();
    QVERIFY(field.property("error").toString().startsWith(QStringLiteral("Wait 17 seconds, then try again.")));
    QCOMPARE(spoken(), heard); // said once, not every second
    app.type(QStringLiteral("1"));
    QVERIFY(app.session().waiting()); // nothing is taken yet, and the words stay
    member.clock.advanceSeconds(17);
    app.session().secretWait().lookAtClock();
    QCOMPARE(field.property("error").toString(), QString());
    QCOMPARE(app.item(QStringLiteral("spoken"))->property("visible").toBool(), true);
    app.press(Qt::Key_A, Qt::ControlModifier);
    app.type(QString::fromLatin1(kPin));
    app.tap(QStringLiteral("open"));
    QTRY_COMPARE(app.session().stage(), Session::Stage::SignedIn);
}

void SignInTest::thePinCanBeShownAndPasted()
{
    Programme programme;
    AppView app(programme, *ruth(programme));
    QGuiApplication::clipboard()->setText(QString::fromLatin1(kPin));
    app.press(Qt::Key_V, Qt::ControlModifier);
    QQuickItem *const input = app.item(QStringLiteral("secretInput"));
    QCOMPARE(input->property("text").toString(), QString::fromLatin1(kPin));
    QVERIFY(input->property("displayText").toString() != QString::fromLatin1(kPin));
    app.tap(QStringLiteral("show"));
    QCOMPARE(input->property("displayText").toString(), QString::fromLatin1(kPin));
    app.tap(QStringLiteral("open"));
    QTRY_COMPARE(app.session().stage(), Session::Stage::SignedIn);
}

void SignInTest::whoForgotIsToldWhatToDo()
{
    Programme programme;
    AppView app(programme, *ruth(programme));
    QVERIFY(!app.item(QStringLiteral("forgotWords")));
    app.tap(QStringLiteral("forgot"));
    QQuickItem *const words = app.item(QStringLiteral("forgotWords"));
    QVERIFY(words);
    QVERIFY(words->property("text").toString().contains(QStringLiteral("Ask a coordinator")));
}

void SignInTest::coordinatorsUseAPassphrase()
{
    Programme programme;
    QVERIFY2(programme.found(), programme.failure.c_str());
    programme.close(programme.coordinator);
    AppView app(programme, programme.coordinator);
    QVERIFY(app.item(QStringLiteral("secret"))->property("label").toString().startsWith(QStringLiteral("Your passphrase, ")));
    app.type(QStringLiteral("the kettle is off"));
    app.press(Qt::Key_Return);
    QTRY_VERIFY(app.session().problem().startsWith(QStringLiteral("That passphrase did not match.")));
}

void SignInTest::aNewDeviceAsksForACode()
{
    Programme programme;
    QVERIFY2(programme.found(), programme.failure.c_str());
    Member nobody;
    nobody.folder = programme.folder.file("new");
    QVERIFY(QDir().mkpath(QString::fromStdString(nobody.folder)));
    AppView app(programme, nobody);
    QCOMPARE(app.session().stage(), Session::Stage::NoProgramme);
    QVERIFY(app.item(QStringLiteral("joinWithCode")));
    QVERIFY(app.item(QStringLiteral("joinWithFile")));
    QVERIFY(app.item(QStringLiteral("help")));
}

void SignInTest::whatIsBrokenIsSaidAndStaysSaid_data()
{
    QTest::addColumn<QString>("missing"); // beginning of its file's name; a secret's, with a colon
    QTest::addColumn<QString>("said");
    const QString part = QStringLiteral("Part of what belongs to this device is missing. Nothing was removed. Ask a coordinator for help.");
    QTest::newRow("the log") << QStringLiteral("store.db") << part;
    QTest::newRow("the vault") << QStringLiteral("vault-") << part;
    QTest::newRow("the device's key") << QStringLiteral(":device-key")
                                      << QStringLiteral("This device's own key is missing. Nothing was removed. Ask a coordinator to bring you in again.");
}

void SignInTest::whatIsBrokenIsSaidAndStaysSaid()
{
    QFETCH(QString, missing);
    QFETCH(QString, said);
    Programme programme;
    Member &member = *ruth(programme);
    takeAway(programme, member, missing);
    AppView app(programme, member);
    QCOMPARE(app.session().stage(), Session::Stage::Broken);
    QCOMPARE(app.item(QStringLiteral("broken"))->property("text").toString(), said);
    app.press(Qt::Key_Tab);
    app.press(Qt::Key_A);
    QCOMPARE(app.item(QStringLiteral("broken"))->property("text").toString(), said);
}

void SignInTest::anotherWindowThatClosesLetsThisOneTryAgain()
{
    Programme programme;
    Member &member = *ruth(programme);
    Result<std::unique_ptr<usecases::Profile>> other = usecases::Profile::open(member.folder, programme.around(member));
    QVERIFY(other);
    AppView app(programme, member);
    const QString said = QStringLiteral("Our Table is open in another window already. Close it there first.");
    app.press(Qt::Key_A);
    QCOMPARE(app.item(QStringLiteral("broken"))->property("text").toString(), said);
    app.press(Qt::Key_Return); // the focus is on it
    QCOMPARE(app.item(QStringLiteral("broken"))->property("text").toString(), said);
    other->reset();
    app.tap(QStringLiteral("tryAgain"));
    QTRY_COMPARE(app.session().stage(), Session::Stage::SignedOut);
    QCOMPARE(app.session().problem(), QString());
    QVERIFY(app.signIn());
}

void SignInTest::withoutTheDevicesSecretItSaysWhatIsMissing()
{
    Programme programme;
    Member &member = *ruth(programme);
    takeAway(programme, member, QStringLiteral(":device-secret"));
    AppView app(programme, member);
    app.session().signIn(firstPerson(app), QString::fromLatin1(kPin));
    QTRY_COMPARE(app.session().problem(), QStringLiteral("This device's own key is missing. Nothing was removed. Ask a coordinator to bring you in again."));
}

void SignInTest::everythingFitsAtTwiceTheText_data()
{
    QTest::addColumn<QSize>("size");
    QTest::newRow("phone") << QSize(360, 800);
    QTest::newRow("phone on its side") << QSize(800, 360);
    QTest::newRow("tablet") << QSize(1280, 800);
}

void SignInTest::everythingFitsAtTwiceTheText()
{
    QFETCH(QSize, size);
    Programme programme;
    AppView app(programme, *ruth(programme), {size, true});
    app.session().comfort()->setTextScale(2);
    app.tap(QStringLiteral("forgot"));
    QCOMPARE(whatDoesNotFit(app), QString());
}

QTEST_MAIN(SignInTest)
#include "tst_signin.moc"
