// Before a breakfast begins (domain.md J1 step 3): from the breakfast to its page, the two ticks, and counting who came.
#include <QTest>

#include "core/catalogue/handles.h"
#include "core/usecases/breakfasts.h"
#include "core/usecases/readycheck.h"
#include "tests/app/demoprogramme.h"
#include "tests/app/inputs.h"
#include "tests/qml/qmlview.h"

using namespace ourtable;
using namespace ourtable::test;

class ReadyTest final : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        failOnWarnings();
        m_demo = std::make_unique<DemoProgramme>();
        QVERIFY2(m_demo->make(), m_demo->failure().c_str());
    }
    void theTwoTicksAreKeptAndTheEndKnowsThem_data() { addInputs(); }
    void theTwoTicksAreKeptAndTheEndKnowsThem();
    void whoCameIsCountedHere();
    void aBreakfastThatIsOverIsForReading();
    void noNameOfWhoNeedsSomethingIsShown();

private:
    [[nodiscard]] QVariantMap details() const { return {{QStringLiteral("key"), QString::fromStdString(m_demo->gathering.hex())}}; }

    std::unique_ptr<DemoProgramme> m_demo;
};

void ReadyTest::theTwoTicksAreKeptAndTheEndKnowsThem()
{
    QFETCH(int, input);
    const Input by = Input(input);
    AppView app(m_demo->programme, *m_demo->lay, windowFor(by));
    QVERIFY(app.signIn());
    app.open(QStringLiteral("breakfasts"), details());
    pressBy(by, app, QStringLiteral("openReady"));
    QCOMPARE(app.page(), QStringLiteral("ready"));
    for (const char *tick : {"rulesRead", "notesExplained"}) {
        QVERIFY(!app.item(QString::fromLatin1(tick))->property("checked").toBool());
        pressBy(by, app, QString::fromLatin1(tick));
        QVERIFY(app.item(QString::fromLatin1(tick))->property("checked").toBool());
    }
    const auto check = app.inWorkspace([id = m_demo->gathering](usecases::Workspace &workspace) { return usecases::readyCheck(workspace, id); });
    QVERIFY(check && check->rulesRead && check->notesExplained);
    pressBy(by, app, QStringLiteral("writeNotes"));
    QCOMPARE(app.page(), QStringLiteral("capture"));
}

void ReadyTest::whoCameIsCountedHere()
{
    AppView app(m_demo->programme, *m_demo->lay, {{360, 800}, true});
    QVERIFY(app.signIn());
    app.open(QStringLiteral("ready"), details());
    const auto total = [&app] { return app.item(QStringLiteral("headTotal"))->property("text").toString(); };
    const QString before = total();
    app.tap(QStringLiteral("more0"));
    app.tap(QStringLiteral("more1"));
    app.tap(QStringLiteral("less1"));
    QVERIFY(total() != before);
    const auto heads = app.inWorkspace([id = m_demo->gathering](usecases::Workspace &workspace) { return usecases::headcount(workspace, id); });
    QVERIFY(heads);
    QVERIFY2(total().startsWith(QString::number(heads->total()) + u' '), qPrintable(total()));
}

void ReadyTest::aBreakfastThatIsOverIsForReading()
{
    AppView app(m_demo->programme, *m_demo->lay, {{1280, 800}, true});
    QVERIFY(app.signIn());
    store::Query closed{.kind = catalogue::kinds::gathering::kind, .limit = 1};
    closed.filters.push_back({catalogue::kStateField, store::Comparison::Equal, Value("published")});
    const auto found = app.inWorkspace([closed](usecases::Workspace &workspace) { return workspace.find(closed); });
    QVERIFY(found && !found->empty());
    app.open(QStringLiteral("ready"), {{QStringLiteral("key"), QString::fromStdString(found->front().id.hex())}});
    QVERIFY(!app.item(QStringLiteral("rulesRead"))->isEnabled());
    QVERIFY(!app.item(QStringLiteral("more0"))->isEnabled());
}

void ReadyTest::noNameOfWhoNeedsSomethingIsShown()
{
    AppView app(m_demo->programme, m_demo->programme.coordinator, {{1280, 800}, true});
    QVERIFY(app.signIn());
    app.open(QStringLiteral("ready"), details());
    QVERIFY(app.item(QStringLiteral("need0")));
    const auto people = app.inWorkspace([](usecases::Workspace &workspace) -> Result<std::vector<store::RecordView>> {
        std::vector<store::RecordView> all;
        OURTABLE_ASSIGN(const std::vector<store::RecordView> needs, workspace.find({.kind = catalogue::kinds::access_needs::kind, .limit = 100}));
        for (const store::RecordView &need : needs) {
            OURTABLE_ASSIGN(store::RecordView person, workspace.get(*need.field(catalogue::kinds::access_needs::person).id<RecordId>()));
            all.push_back(std::move(person));
        }
        return all;
    });
    QVERIFY(people && !people->empty());
    for (int row = 0; app.item(QStringLiteral("need%1").arg(row)); ++row) {
        const QString words = app.item(QStringLiteral("need%1").arg(row))->property("text").toString();
        for (const store::RecordView &person : *people) {
            const QString name = QString::fromStdString(*person.field(catalogue::kinds::person::known_as).text());
            QVERIFY2(!words.contains(name), qPrintable(words));
        }
    }
}

QTEST_MAIN(ReadyTest)
#include "tst_ready.moc"
