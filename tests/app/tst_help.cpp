// Help, and help now: J1-17, S-01, S-07.
#include <QKeySequence>
#include <QSet>
#include <QTest>

#include "tests/app/everypage.h"
#include "tests/app/inputs.h"
#include "tests/qml/qmlview.h"

using namespace ourtable;
using namespace ourtable::test;

namespace {

constexpr std::int64_t kDay = 86'400'000;
const QStringList kNational{QStringLiteral("999"), QStringLiteral("111"), QStringLiteral("116 123"), QStringLiteral("85258")};

QStringList wordsOf(AppView &app)
{
    QStringList found;
    for (QQuickItem *each : app.items())
        if (each->inherits("QQuickText"))
            found.append(each->property("text").toString());
    return found;
}

// With what can't be seen, and with what is no item.
void collectObjects(QObject *top, QSet<QObject *> &into)
{
    if (!top || into.contains(top))
        return;
    into.insert(top);
    for (QObject *child : top->children())
        collectObjects(child, into);
    if (const QQuickItem *item = qobject_cast<QQuickItem *>(top))
        for (QQuickItem *child : item->childItems())
            collectObjects(child, into);
}

QSet<QString> keysOf(const QVariantList &keys)
{
    QSet<QString> found;
    for (const QVariant &key : keys)
        if (!key.toString().isEmpty())
            found.insert(QKeySequence(key.toString()).toString());
    return found;
}

QString numberOf(AppView &app, const char *name)
{
    QQuickItem *const line = app.item(QString::fromLatin1(name));
    return line ? line->property("number").toString() : QStringLiteral("none");
}

bool showsNational(AppView &app)
{
    const QStringList words = wordsOf(app);
    return app.item(QStringLiteral("getHelpNow"))
        && std::all_of(kNational.begin(), kNational.end(), [&words](const QString &number) { return words.contains(number); });
}

} // namespace

class HelpTest final : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void init() { failOnWarnings(); }
    void J1_17_opensInOneTapFromEveryScreen_data();
    void J1_17_opensInOneTapFromEveryScreen();
    void S_01_needsNobodySignedInAndNoFiles_data();
    void S_01_needsNobodySignedInAndNoFiles();
    void S_07_localNumbersComeFromTheSettings();
    void S_07_whatIsNotSetUpIsSaid();
    void theAnswerChosenShowsWhomToRing();
    void helpIsAboutThePageOneCameFrom();
    void everyKeyIsInTheTableAndEveryKeyOfTheTableWorks();
    void altWithADigitDoesWhatHelpAndTheBarSay();

private:
    DemoProgramme m_demo;
};

void HelpTest::initTestCase()
{
    QVERIFY2(m_demo.make(), m_demo.failure().c_str());
}

void HelpTest::J1_17_opensInOneTapFromEveryScreen_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<int>("input");
    QTest::newRow("phone") << QSize(360, 800) << int(Input::Touch);
    QTest::newRow("upright tablet") << QSize(800, 1280) << int(Input::Touch);
    QTest::newRow("tablet") << QSize(1280, 800) << int(Input::Touch);
    QTest::newRow("desktop") << QSize(1440, 900) << int(Input::Mouse);
    QTest::newRow("keys") << QSize(1440, 900) << int(Input::Keys);
}

void HelpTest::J1_17_opensInOneTapFromEveryScreen()
{
    QFETCH(QSize, size);
    QFETCH(int, input);
    const Input by = static_cast<Input>(input);
    m_demo.programme.hub.online = false;
    AppView app(m_demo.programme, m_demo.programme.coordinator, {size, by == Input::Touch});
    for (const PageCase &each : everyPage(m_demo)) {
        if (each.page == QStringLiteral("help") || each.then) // a sheet is left first
            continue;
        openPage(app, each);
        if (by == Input::Keys)
            app.press(Qt::Key_F1);
        else
            pressBy(by, app, QStringLiteral("help"));
        QVERIFY2(showsNational(app), qPrintable(each.name));
        pressBy(by, app, QStringLiteral("back"));
    }
    m_demo.programme.hub.online = true;
}

void HelpTest::S_01_needsNobodySignedInAndNoFiles_data()
{
    QTest::addColumn<bool>("broken");
    QTest::newRow("a new device") << false;
    QTest::newRow("files that can't be read") << true;
}

void HelpTest::S_01_needsNobodySignedInAndNoFiles()
{
    QFETCH(bool, broken);
    const TempFolder folder;
    if (broken)
        overwriteFile(folder.file("store.db"), Bytes(9000, 0x5a));
    Member nobody;
    nobody.folder = folder.path();
    AppView app(m_demo.programme, nobody);
    QCOMPARE(app.session().stage(), broken ? Session::Stage::Broken : Session::Stage::NoProgramme);
    app.tap(QStringLiteral("help"));
    QVERIFY(showsNational(app));
    QVERIFY(!app.item(QStringLiteral("personToAsk")));
}

void HelpTest::S_07_localNumbersComeFromTheSettings()
{
    Member &office = m_demo.programme.coordinator;
    {
        AppView app(m_demo.programme, office);
        QVERIFY(app.signIn());
        app.open(QStringLiteral("help"));
        app.tap(QStringLiteral("numbers"));
        for (const auto &[field, words] : {std::pair("crisis", "0300 111 0000"), std::pair("adults", "020 7946 0001"), std::pair("person", "Marigold")}) {
            app.tap(QString::fromLatin1(field));
            app.type(QString::fromLatin1(words));
        }
        app.tap(QStringLiteral("saveNumbers"));
        QTRY_COMPARE(app.page(), QStringLiteral("help"));
        app.settle();
        QCOMPARE(numberOf(app, "numberCrisis"), QStringLiteral("0300 111 0000"));
        QVERIFY(!app.item(QStringLiteral("checkReminder")));
        app.session().lock();
        app.settle();
        app.tap(QStringLiteral("help")); // the copy, with nobody signed in
        QCOMPARE(numberOf(app, "numberCrisis"), QStringLiteral("0300 111 0000"));
        QCOMPARE(numberOf(app, "numberAdults"), QStringLiteral("020 7946 0001"));
        QVERIFY(!wordsOf(app).contains(QStringLiteral("Marigold")));
    }
    office.clock.advance(101 * kDay);
    AppView app(m_demo.programme, office);
    QVERIFY(app.signIn());
    app.open(QStringLiteral("help"));
    QVERIFY(app.item(QStringLiteral("checkReminder")));
}

void HelpTest::S_07_whatIsNotSetUpIsSaid()
{
    AppView app(m_demo.programme, m_demo.programme.coordinator);
    QVERIFY(app.signIn());
    app.open(QStringLiteral("help"));
    QVERIFY(app.item(QStringLiteral("numberChildren")));
    QCOMPARE(numberOf(app, "numberChildren"), QString());
    QVERIFY(wordsOf(app).contains(QStringLiteral("Not set up yet")));
    const auto standing = [&app] { return app.item(QStringLiteral("checkedOn"))->property("text").toString(); };
    const auto save = [&app](const QString &crisis) {
        app.open(QStringLiteral("numbers"));
        for (const char *field : {"crisis", "adults", "children"})
            app.item(QLatin1String(field))->setProperty("text", QString());
        app.item(QStringLiteral("crisis"))->setProperty("text", crisis);
        app.tap(QStringLiteral("saveNumbers"));
        app.open(QStringLiteral("help"));
    };
    save(QStringLiteral("01632 960 111"));
    QVERIFY2(standing().startsWith(QStringLiteral("The local numbers that are set up were checked on ")), qPrintable(standing()));
    save(QString()); // not one of them, and yet checked today
    QCOMPARE(standing(), QStringLiteral("You can add the local numbers in Help."));
    app.tap(QStringLiteral("dangerWorried"));
    QCOMPARE(standing(), QStringLiteral("You can add the local numbers in Help."));
    app.session().lock(); // whoever signs in here next may be somebody who can't
    app.settle();
    app.tap(QStringLiteral("help"));
    QCOMPARE(standing(), QStringLiteral("Your coordinator can add the local numbers."));
}

void HelpTest::theAnswerChosenShowsWhomToRing()
{
    AppView app(m_demo.programme, m_demo.programme.coordinator);
    app.tap(QStringLiteral("help"));
    app.tap(QStringLiteral("dangerYes"));
    QVERIFY(app.item(QStringLiteral("number999")));
    QVERIFY(!app.item(QStringLiteral("number111")));
    app.tap(QStringLiteral("dangerNotSure"));
    QVERIFY(!app.item(QStringLiteral("number999")));
    QVERIFY(app.item(QStringLiteral("numberSamaritans")));
    app.tap(QStringLiteral("dangerNotSure"));
    QVERIFY(showsNational(app));
}

void HelpTest::helpIsAboutThePageOneCameFrom()
{
    AppView app(m_demo.programme, m_demo.programme.coordinator);
    app.tap(QStringLiteral("help"));
    const QString atSignIn = app.item(QStringLiteral("question0"))->property("text").toString();
    app.tap(QStringLiteral("back"));
    QVERIFY(app.signIn());
    app.open(QStringLiteral("comfort"));
    app.press(Qt::Key_F1);
    QCOMPARE(app.page(), QStringLiteral("help"));
    QVERIFY(app.item(QStringLiteral("question0"))->property("text").toString() != atSignIn);
    QVERIFY(app.item(QStringLiteral("question2")));
    QVERIFY(!app.item(QStringLiteral("question3")));
}

// What the shell answers to and what Help shows are the same list.
void HelpTest::everyKeyIsInTheTableAndEveryKeyOfTheTableWorks()
{
    AppView app(m_demo.programme, m_demo.programme.coordinator, {{1440, 900}, false});
    QVERIFY(app.signIn());
    app.open(QStringLiteral("help"));
    QSet<QObject *> objects;
    collectObjects(app.window().contentItem(), objects);
    QSet<QString> shown;
    QSet<QString> answered;
    for (QObject *each : objects) {
        for (const QVariant &row : each->property("everywhere").toList())
            shown += keysOf(row.toMap()[QStringLiteral("keys")].toList());
        if (each->inherits("QQuickShortcut"))
            answered += keysOf(each->property("sequences").toList() << each->property("sequence"));
    }
    QVERIFY(shown.contains(QStringLiteral("Ctrl+L")));
    QCOMPARE(QStringList((shown - answered).values()), QStringList());
    QCOMPARE(QStringList((answered - shown).values()), QStringList());
}

void HelpTest::altWithADigitDoesWhatHelpAndTheBarSay()
{
    AppView app(m_demo.programme, m_demo.programme.coordinator, {{1440, 900}, false});
    QVERIFY(app.signIn());
    app.open(QStringLiteral("today"));
    const auto promised = [&app] { return app.item(QStringLiteral("breakfasts"))->property("shortcutWords").toString(); };
    QCOMPARE(promised(), QStringLiteral("Alt+2"));
    app.press(Qt::Key_2, Qt::AltModifier);
    QCOMPARE(app.page(), QStringLiteral("breakfasts"));
    app.open(QStringLiteral("capture"), {{QStringLiteral("table"), 2}});
    QCOMPARE(promised(), QString());
    app.press(Qt::Key_2, Qt::AltModifier);
    QCOMPARE(app.page(), QStringLiteral("capture"));
    app.press(Qt::Key_F1);
    QCOMPARE(promised(), QStringLiteral("Alt+2"));
    const QStringList said = wordsOf(app);
    QCOMPARE(said.count(QStringLiteral("Alt+1 to Alt+6")), 1);
    QVERIFY(said.contains(QStringLiteral("Go to a place. While writing notes: choose the kind")));
}

QTEST_MAIN(HelpTest)
#include "tst_help.moc"
