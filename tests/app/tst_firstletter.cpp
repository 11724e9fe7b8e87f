// Whoever opens a breakfast writes at once: the box has the focus, and no letter is lost while the page still finds its notes.
#include <QTest>

#include "tests/app/demoprogramme.h"
#include "tests/app/heldstorage.h"
#include "tests/app/inputs.h"
#include "tests/qml/qmlview.h"

using namespace ourtable;
using namespace ourtable::test;

class FirstLetterTest final : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void init() { failOnWarnings(); }
    void lettersTypedWhileThePageLoadsStandInTheBox_data() { addWays(); }
    void lettersTypedWhileThePageLoadsStandInTheBox();
    void theBoxTakesTheFirstLetterWithoutAnotherStep_data() { addWays(); }
    void theBoxTakesTheFirstLetterWithoutAnotherStep();
    void aPlannedBreakfastIsOpenedByWritingInIt_data() { addInputs(); }
    void aPlannedBreakfastIsOpenedByWritingInIt();
    void theyStandBehindWhatWasLeftThere();
    void lockedWhileThePageLoadsTheyAreKeptBehindWhatWasLeft();

private:
    static void addWays();
    static void beginOn(AppView &app);
    static QString comeToTheButton(AppView &app, const QString &from);
    QString draftOf(AppView &app);
    static QString box(AppView &app) { return app.item(QStringLiteral("boxInput"))->property("text").toString(); }
    static bool boxHasFocus(AppView &app) { return app.item(QStringLiteral("boxInput"))->hasActiveFocus(); }

    DemoProgramme m_demo;
};

void FirstLetterTest::initTestCase() { QVERIFY2(m_demo.make(), m_demo.failure().c_str()); }

// Rows: from Today's card and from the list, by each input, on a phone too.
void FirstLetterTest::addWays()
{
    QTest::addColumn<int>("input");
    QTest::addColumn<QString>("from");
    QTest::addColumn<QSize>("size");
    for (const char *from : {"today", "breakfasts"}) {
        const QString page = QLatin1String(from);
        QTest::addRow("%s, finger", from) << int(Input::Touch) << page << QSize(1280, 800);
        QTest::addRow("%s, finger on a phone", from) << int(Input::Touch) << page << QSize(360, 800);
        QTest::addRow("%s, mouse", from) << int(Input::Mouse) << page << QSize(1440, 900);
        QTest::addRow("%s, keys", from) << int(Input::Keys) << page << QSize(1440, 900);
    }
}

// On Today, with no draft left of another test.
void FirstLetterTest::beginOn(AppView &app)
{
    if (!app.signIn())
        qFatal("signing in failed");
    app.open(QStringLiteral("today"));
    const Result<void> gone = app.inWorkspace([](usecases::Workspace &workspace) -> Result<void> {
        OURTABLE_ASSIGN(const std::vector<std::string> all, workspace.drafts());
        for (const std::string &form : all)
            OURTABLE_TRY(workspace.discardDraft(form));
        return {};
    });
    if (!gone)
        qFatal("a draft stays");
}

// On the page with the button that opens the breakfast of the day; what the button is called.
QString FirstLetterTest::comeToTheButton(AppView &app, const QString &from)
{
    app.open(from);
    if (from == QStringLiteral("today"))
        return QStringLiteral("startNotes");
    if (!app.item(QStringLiteral("openNotes")))
        app.tap(QStringLiteral("breakfast0")); // a phone tells of one on a page of its own
    return QStringLiteral("openNotes");
}

QString FirstLetterTest::draftOf(AppView &app)
{
    const std::string form = "capture/" + m_demo.gathering.hex() + "/1";
    const Result<Value> draft = app.inWorkspace([form](usecases::Workspace &workspace) { return workspace.draft(form); });
    return draft && draft->find("text") ? QString::fromStdString(*draft->find("text")->text()) : QString();
}

void FirstLetterTest::lettersTypedWhileThePageLoadsStandInTheBox()
{
    QFETCH(int, input);
    QFETCH(QString, from);
    QFETCH(QSize, size);
    const Input by = static_cast<Input>(input);
    AppView app(m_demo.programme, *m_demo.lay, {size, by == Input::Touch, nullptr});
    beginOn(app);
    const QString button = comeToTheButton(app, from);
    {
        const HeldStorage slow(app.session());
        app.hurry();
        pressBy(by, app, button);
        QVERIFY(app.item(QStringLiteral("boxInput")));
        QVERIFY(boxHasFocus(app));
        writeBy(by, app, QStringLiteral("1 bench"));
        QCOMPARE(box(app) + (by == Input::Touch ? QStringLiteral("bench") : QString()), QStringLiteral("1 bench"));
    }
    app.hurry(false);
    app.settle();
    QVERIFY(boxHasFocus(app));
    QTRY_COMPARE(draftOf(app), QStringLiteral("1 bench"));
}

void FirstLetterTest::theBoxTakesTheFirstLetterWithoutAnotherStep()
{
    QFETCH(int, input);
    QFETCH(QString, from);
    QFETCH(QSize, size);
    const Input by = static_cast<Input>(input);
    AppView app(m_demo.programme, *m_demo.lay, {size, by == Input::Touch, nullptr});
    beginOn(app);
    pressBy(by, app, comeToTheButton(app, from));
    QCOMPARE(app.page(), QStringLiteral("capture"));
    QVERIFY(boxHasFocus(app));
    app.countTapsFromHere();
    app.type(QStringLiteral("1 bench"));
    QCOMPARE(box(app), QStringLiteral("1 bench"));
    QCOMPARE(app.taps(), 0);
    QTRY_COMPARE(draftOf(app), QStringLiteral("1 bench"));
}

void FirstLetterTest::aPlannedBreakfastIsOpenedByWritingInIt()
{
    QFETCH(int, input);
    const Input by = static_cast<Input>(input);
    Programme programme;
    QVERIFY2(programme.found(), programme.failure.c_str());
    Member *const dami = programme.letIn("Dami", {"lay_partner"});
    QVERIFY2(dami, programme.failure.c_str());
    const RecordId planned = planBreakfast(*dami, QDate(2027, 1, 7).toString(Qt::ISODate).toStdString());
    programme.close(*dami);
    AppView app(programme, *dami, windowFor(by));
    beginOn(app);
    const QString button = comeToTheButton(app, QStringLiteral("breakfasts"));
    {
        const HeldStorage slow(app.session());
        app.hurry();
        pressBy(by, app, button);
        app.type(QStringLiteral("Tea"));
    }
    app.hurry(false);
    app.settle();
    QCOMPARE(box(app), QStringLiteral("Tea"));
    const Result<store::RecordView> now = app.inWorkspace([planned](usecases::Workspace &workspace) { return workspace.get(planned); });
    QVERIFY(now.ok());
    QCOMPARE(now->state, "open");
}

void FirstLetterTest::theyStandBehindWhatWasLeftThere()
{
    AppView app(m_demo.programme, *m_demo.lay);
    beginOn(app);
    app.tap(comeToTheButton(app, QStringLiteral("today")));
    app.type(QStringLiteral("A bench."));
    app.open(QStringLiteral("today"));
    {
        const HeldStorage slow(app.session());
        app.hurry();
        app.tap(QStringLiteral("startNotes"));
        compose(app, QStringLiteral("And tea"));
    }
    app.hurry(false);
    app.settle();
    QCOMPARE(box(app), QStringLiteral("A bench.\nAnd tea"));
    QTRY_COMPARE(draftOf(app), QStringLiteral("A bench.\nAnd tea"));
}

void FirstLetterTest::lockedWhileThePageLoadsTheyAreKeptBehindWhatWasLeft()
{
    AppView app(m_demo.programme, *m_demo.lay);
    beginOn(app);
    app.tap(comeToTheButton(app, QStringLiteral("today")));
    app.type(QStringLiteral("A bench."));
    app.open(QStringLiteral("today"));
    {
        const HeldStorage slow(app.session());
        app.hurry();
        app.tap(QStringLiteral("startNotes"));
        app.type(QStringLiteral("And tea"));
        app.session().lock();
    }
    app.hurry(false);
    app.settle();
    QVERIFY(app.signIn());
    QCOMPARE(box(app), QStringLiteral("A bench.\nAnd tea"));
}

QTEST_MAIN(FirstLetterTest)
#include "tst_firstletter.moc"
