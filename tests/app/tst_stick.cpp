// A locked copy through the real window: saved on one device, brought in on another, by finger, mouse and keys.
#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include "core/catalogue/handles.h"
#include "tests/app/demoprogramme.h"
#include "tests/app/inputs.h"
#include "tests/app/shownwords.h"
#include "tests/qml/qmlview.h"
#include "tests/support/verifygood.h"

using namespace ourtable;
using namespace ourtable::test;

class StickTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_demo.reset(); }

    void aCopyIsSavedHereAndBroughtInThere_data() { addInputs(); }
    void aCopyIsSavedHereAndBroughtInThere();
    void withNothingToCarryItSaysSo();
    void aPlaceThatIsGoneIsSaidAndNothingIsLost();

private:
    [[nodiscard]] static QString words(AppView &app, const char *name) { return app.item(QString::fromLatin1(name))->property("text").toString(); }
    static void press(Input by, AppView &app, const char *name) { pressBy(by, app, QString::fromLatin1(name)); }
    static void choose(Input by, AppView &app, const QString &path);
    void write(AppView &app);
    [[nodiscard]] static std::int64_t notes(AppView &app);

    std::unique_ptr<DemoProgramme> m_demo;
};

void StickTest::init()
{
    failOnWarnings();
    m_demo = std::make_unique<DemoProgramme>();
    QVERIFY2(m_demo->make(), m_demo->failure().c_str());
    m_demo->programme.hub.online = false;
}

void StickTest::write(AppView &app)
{
    const auto saved = app.inWorkspace([gathering = m_demo->gathering](usecases::Workspace &workspace) {
        usecases::NewNote note;
        note.text = "A bench by the door";
        return usecases::addNote(workspace, gathering, note);
    });
    VERIFY_GOOD(saved);
    app.session().tellTouched(*saved, catalogue::kinds::contribution::kind);
    app.settle();
}

std::int64_t StickTest::notes(AppView &app)
{
    return app.inWorkspace([](usecases::Workspace &workspace) { return workspace.count({.kind = catalogue::kinds::contribution::kind}); }).value();
}

// By its path, as where no stick is in.
void StickTest::choose(Input by, AppView &app, const QString &path)
{
    press(by, app, "elsewhere");
    goInto(by, app, QStringLiteral("whereInput"));
    app.type(path);
    press(by, app, "chooseWhere");
    app.settle();
}

void StickTest::aCopyIsSavedHereAndBroughtInThere()
{
    QFETCH(int, input);
    const Input by = static_cast<Input>(input);
    const QTemporaryDir stick;
    {
        AppView app(m_demo->programme, *m_demo->peer, windowFor(by));
        QVERIFY(app.signIn());
        write(app);
        app.open(QStringLiteral("sharing"));
        press(by, app, "saveCopy");
        QCOMPARE(app.page(), QStringLiteral("copy-save"));
        choose(by, app, stick.path());
        QCOMPARE(words(app, "outcome"), QStringLiteral("Saved: 1 note."));
        QVERIFY(words(app, "next").contains(QStringLiteral("our-table-")));
        ShownWords shown;
        shown.read(app, app.page());
        QCOMPARE(shown.machineWords(), QString());
        press(by, app, "copyDone");
        QCOMPARE(app.page(), QStringLiteral("sharing"));
        QVERIFY(words(app, "waitingCount").startsWith(QStringLiteral("1 ")));
    }
    const QStringList copies = QDir(stick.path()).entryList(QDir::Files);
    QCOMPARE(copies.size(), 1);
    AppView app(m_demo->programme, *m_demo->lay, windowFor(by));
    QVERIFY(app.signIn());
    const std::int64_t before = notes(app);
    app.open(QStringLiteral("sharing"));
    press(by, app, "bringCopy");
    QCOMPARE(app.page(), QStringLiteral("copy-bring"));
    choose(by, app, stick.filePath(copies.first()));
    QCOMPARE(words(app, "outcome"), QStringLiteral("Came in: 1 note."));
    QCOMPARE(notes(app), before + 1);
    press(by, app, "copyDone");
    QVERIFY(words(app, "waitingCount").startsWith(QStringLiteral("1 ")));
}

void StickTest::withNothingToCarryItSaysSo()
{
    m_demo->programme.hub.online = true;
    AppView app(m_demo->programme, *m_demo->peer);
    QVERIFY(app.signIn());
    app.open(QStringLiteral("sharing"));
    app.tap(QStringLiteral("tryNow"));
    app.tap(QStringLiteral("saveCopy"));
    QVERIFY(app.item(QStringLiteral("nothingToCarry")));
    QVERIFY(!app.item(QStringLiteral("place0")));
}

void StickTest::aPlaceThatIsGoneIsSaidAndNothingIsLost()
{
    AppView app(m_demo->programme, *m_demo->peer, {QSize(360, 800), true});
    QVERIFY(app.signIn());
    app.session().comfort()->setTextScale(2);
    write(app);
    app.open(QStringLiteral("copy-save"));
    choose(Input::Touch, app, QStringLiteral("/nowhere/at/all"));
    QQuickItem *const problem = app.item(QStringLiteral("copyProblem"));
    QVERIFY(problem && problem->mapRectToScene(problem->boundingRect()).bottom() <= 800); // in sight by itself
    QVERIFY(words(app, "copyProblem").contains(QStringLiteral("Is the stick still in?")));
    QVERIFY(!app.item(QStringLiteral("outcome")));
    app.open(QStringLiteral("sharing"));
    QVERIFY(words(app, "waitingCount").startsWith(QStringLiteral("1 ")));
}

QTEST_MAIN(StickTest)
#include "tst_stick.moc"
