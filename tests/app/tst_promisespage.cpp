// Promises through the real window (ux.md 7.10): found and opened, told of, moved with what that asks for, and asked about, by
// finger, mouse and keys alone.
#include <QTest>

#include "core/catalogue/handles.h"
#include "tests/app/inputs.h"
#include "tests/app/recorddesk.h"
#include "tests/qml/qmlview.h"

using namespace ourtable;
using namespace ourtable::test;
namespace promise = catalogue::kinds::action;

class PromisesPageTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_programme.reset(); }

    void theyStandInTheirGroups();
    void anUpdateIsAdded_data() { addInputs(); }
    void anUpdateIsAdded();
    void whatIsInTheWayIsAskedAndRefusedNothingIsLost_data() { addInputs(); }
    void whatIsInTheWayIsAskedAndRefusedNothingIsLost();
    void whatWasTypedComesBackAfterAKill();
    void anUnnamedPledgeIsLetGoAndFoldedAway();
    void keptCanBeTakenBack();
    void aTableIsFilteredSortedAndAskedAbout_data();
    void aTableIsFilteredSortedAndAskedAbout();
    void whatAnOlderVersionKeptOpensThem();

private:
    RecordId made(const char *text, const char *ownerType, int due, const char *state);
    QString key(const RecordId &record) const { return QString::fromStdString(record.hex()); }
    store::RecordView at(AppView &app, const RecordId &record);

    std::unique_ptr<Programme> m_programme;
    Member *m_nuala = nullptr;
    RecordId m_breakfast, m_council, m_bus, m_pledge, m_kept;
};

void PromisesPageTest::init()
{
    failOnWarnings();
    m_programme = std::make_unique<Programme>();
    QVERIFY2(m_programme->found(), m_programme->failure.c_str());
    const auto started = usecases::startBreakfast(*m_programme->coordinator, {.place = "The Copper Kettle"});
    QVERIFY(started.ok());
    m_breakfast = *started;
    m_nuala = m_programme->letIn("Nuala", {"lay_partner"});
    QVERIFY2(m_nuala, m_programme->failure.c_str());
    m_council = made("Ring the council", "person", -21, "agreed");
    m_bus = made("Ask about the bus", "organisation", 30, "under_way");
    m_pledge = made("Bring the kiln", "unnamed", 0, "offered");
    m_kept = made("Paint the door", "person", -40, "done");
    for (Member *member : {&m_programme->coordinator, m_nuala}) {
        QVERIFY((*member)->share().ok());
        m_programme->close(*member);
    }
}

RecordId PromisesPageTest::made(const char *text, const char *ownerType, int due, const char *state)
{
    using How = usecases::FieldEdit::How;
    const auto set = [](catalogue::FieldNumber field, Value value) { return usecases::FieldEdit{field, How::Set, std::move(value), std::nullopt}; };
    std::vector<usecases::FieldEdit> edits{
        set(promise::kind_, "pledge"), set(promise::text, text), set(promise::gathering, m_breakfast), set(promise::owner_type, ownerType),
        set(promise::due, QDate(2026, 11, 22).addDays(due).toString(Qt::ISODate).toStdString())};
    if (std::string(ownerType) == "person")
        edits.push_back(set(promise::owner, RecordId{(*m_nuala)->person().octets}));
    else if (std::string(ownerType) == "organisation")
        edits.push_back(set(promise::owner_name, "The bus company"));
    usecases::CreateOptions options;
    options.imported = true;
    options.state = state;
    const auto saved = m_programme->coordinator->create(promise::kind, edits, options);
    if (!saved)
        qFatal("not made: %s", saved.error().detail.c_str());
    return saved->record;
}

store::RecordView PromisesPageTest::at(AppView &app, const RecordId &record)
{
    const auto view = app.inWorkspace([record](usecases::Workspace &workspace) { return workspace.get(record); });
    return view ? *view : store::RecordView{};
}

void PromisesPageTest::theyStandInTheirGroups()
{
    AppView app(*m_programme, *m_nuala, {{360, 800}, true});
    QVERIFY(app.signIn());
    app.open(s("promises"));
    const auto text = [&app](int row) { return app.item(s("promise%1").arg(row))->property("text").toString(); };
    QCOMPARE(text(0), s("Ring the council"));
    QCOMPARE(text(1), s("Bring the kiln"));
    QCOMPARE(text(2), s("Ask about the bus"));
    QCOMPARE(text(3), s("Paint the door"));
    QVERIFY(app.item(s("promise0"))->property("detail").toString().startsWith(s("due 3 weeks ago")));
    app.tap(s("promise2"));
    QCOMPARE(app.page(), s("promises"));
    QCOMPARE(wordsOn(app, "promiseText"), s("Ask about the bus"));
    QCOMPARE(wordsOn(app, "fact0"), s("The bus company said they would do this."));
    QVERIFY(wordsOn(app, "fact1").startsWith(s("Said to everyone there: Breakfast at The Copper Kettle")));
    QVERIFY(app.item(s("noUpdates")));
}

void PromisesPageTest::anUpdateIsAdded()
{
    QFETCH(int, input);
    const Input by = Input(input);
    AppView app(*m_programme, *m_nuala, windowFor(by));
    QVERIFY(app.signIn());
    app.open(s("promises"), {{s("key"), key(m_bus)}});
    pressBy(by, app, s("tell"));
    goInto(by, app, s("stepWordsInput"));
    writeBy(by, app, s("They answered at last"));
    pressBy(by, app, s("stands-stuck"));
    pressBy(by, app, s("saveStep"));
    QCOMPARE(wordsOn(app, "update0"), s("They answered at last"));
    QCOMPARE(wordsOn(app, "promiseStanding"), s("Needs help")); // anyone may say so
    QVERIFY(!app.item(s("saveStep")));
    QCOMPARE(at(app, m_bus).state, std::string("stuck"));
}

void PromisesPageTest::whatIsInTheWayIsAskedAndRefusedNothingIsLost()
{
    QFETCH(int, input);
    const Input by = Input(input);
    AppView app(*m_programme, *m_nuala, windowFor(by));
    QVERIFY(app.signIn());
    app.open(s("promises"), {{s("key"), key(m_council)}});
    pressBy(by, app, s("move-stuck"));
    QCOMPARE(wordsOn(app, "stepAsks"), s("Say what is in the way."));
    pressBy(by, app, s("saveStep"));
    QVERIFY(app.item(s("stepProblem"))); // says what is missing
    QCOMPARE(at(app, m_council).state, std::string("agreed"));
    const QString tooLong = QString(110, QLatin1Char('x')) + QLatin1Char(' ') + QString(109, QLatin1Char('x')); // the reason has room for 200
    goInto(by, app, s("stepWordsInput"));
    writeBy(by, app, tooLong);
    pressBy(by, app, s("saveStep"));
    QVERIFY(app.item(s("stepProblem")));
    const auto typed = [&app](const char *part) { return app.item(s("stepWordsInput"))->property(part).toString(); };
    QCOMPARE(typed("text") + typed("preeditText"), tooLong);
    goInto(by, app, s("stepWordsInput"));
    app.press(Qt::Key_A, Qt::ControlModifier);
    writeBy(by, app, s("Nobody answers the phone"));
    pressBy(by, app, s("saveStep"));
    QCOMPARE(at(app, m_council).state, std::string("stuck"));
    QCOMPARE(wordsOn(app, "because"), s("In the way: Nobody answers the phone"));
    QVERIFY(app.item(s("undoStep")) == nullptr); // from there no way leads back to where it was
}

void PromisesPageTest::whatWasTypedComesBackAfterAKill()
{
    AppView app(*m_programme, *m_nuala, {{360, 800}, true});
    QVERIFY(app.signIn());
    app.open(s("promises"), {{s("key"), key(m_council)}});
    app.tap(s("move-changed"));
    QCOMPARE(app.item(s("stepInsteadInput"))->property("text").toString(), s("Ring the council"));
    app.tap(s("stepWordsInput"));
    app.type(s("They only read letters"));
    QTRY_VERIFY_WITH_TIMEOUT(app.inWorkspace([](usecases::Workspace &workspace) { return workspace.drafts(); })->size() == 1, 30'000);
    app.killAndRestart();
    QVERIFY(app.signIn());
    QCOMPARE(wordsOn(app, "stepWordsInput"), s("They only read letters"));
    app.tap(s("stepInsteadInput"));
    app.press(Qt::Key_A, Qt::ControlModifier);
    app.type(s("Write to the council"));
    app.tap(s("saveStep"));
    QCOMPARE(wordsOn(app, "promiseText"), s("Write to the council"));
    QCOMPARE(wordsOn(app, "because"), s("It changed, because: They only read letters"));
    QCOMPARE(app.inWorkspace([](usecases::Workspace &workspace) { return workspace.drafts(); })->size(), std::size_t{0});
}

void PromisesPageTest::anUnnamedPledgeIsLetGoAndFoldedAway()
{
    AppView app(*m_programme, *m_nuala, {{800, 1280}, true});
    QVERIFY(app.signIn());
    app.open(s("promises"));
    QVERIFY(!app.item(s("fold")));
    app.tap(s("promise1"));
    QCOMPARE(wordsOn(app, "fact0"), s("Nobody has put a name to this yet."));
    app.tap(s("move-let_go"));
    app.tap(s("saveStep"));
    QCOMPARE(wordsOn(app, "promiseStanding"), s("Let go"));
    app.open(s("promises"));
    QVERIFY(!app.item(s("promise3")));
    app.tap(s("fold"));
    QCOMPARE(app.item(s("promise3"))->property("text").toString(), s("Bring the kiln"));
}

void PromisesPageTest::keptCanBeTakenBack()
{
    AppView app(*m_programme, *m_nuala, {{1280, 800}, true});
    QVERIFY(app.signIn());
    app.open(s("promises"), {{s("key"), key(m_bus)}});
    app.tap(s("move-done"));
    QCOMPARE(wordsOn(app, "stepAsks"), s("You sign it off: you say that it happened."));
    app.tap(s("saveStep"));
    QCOMPARE(wordsOn(app, "promiseStanding"), s("Kept"));
    app.tap(s("undoStep"));
    QCOMPARE(wordsOn(app, "promiseStanding"), s("On track"));
    QCOMPARE(at(app, m_bus).state, std::string("under_way"));
    QVERIFY(!app.item(s("undoStep")));
}

void PromisesPageTest::aTableIsFilteredSortedAndAskedAbout_data()
{
    QTest::addColumn<int>("input");
    QTest::newRow("mouse") << int(Input::Mouse);
    QTest::newRow("keys") << int(Input::Keys);
}

void PromisesPageTest::aTableIsFilteredSortedAndAskedAbout()
{
    QFETCH(int, input);
    const Input by = Input(input);
    AppView app(*m_programme, *m_nuala, windowFor(by));
    QVERIFY(app.signIn());
    app.open(s("promises"));
    const auto row = [this](const RecordId &record) -> QString { return s("row") + key(record); };
    QVERIFY(app.item(row(m_council)) && app.item(row(m_kept)));
    pressBy(by, app, s("filter"));
    pressBy(by, app, s("whose-mine"));
    QVERIFY(app.item(row(m_council)) && !app.item(row(m_bus)));
    pressBy(by, app, s("standing-done"));
    QVERIFY(!app.item(row(m_council)) && app.item(row(m_kept)));
    pressBy(by, app, s("standing-"));
    pressBy(by, app, s("whose-all"));
    QVERIFY(app.item(row(m_bus)));
    app.item(row(m_council))->forceActiveFocus(Qt::TabFocusReason);
    app.press(Qt::Key_A, Qt::ControlModifier); // all of them
    app.settle();
    QVERIFY(app.item(s("bulk")));
    pressBy(by, app, s("askChosen"));
    QCOMPARE(wordsOn(app, "asked"), s("Asked about 3 promises. 1 needs no asking any more."));
    QVERIFY(!app.item(s("bulk")));
    app.open(s("promises"), {{s("key"), key(m_council)}});
    QCOMPARE(wordsOn(app, "update0"), s("Asked how it is going."));
}

void PromisesPageTest::whatAnOlderVersionKeptOpensThem()
{
    AppView app(*m_programme, *m_nuala, {{360, 800}, true});
    QVERIFY(app.signIn());
    app.open(s("promises"), {{s("kind"), s("action")}});
    QVERIFY(app.item(s("promise0")));
    app.open(s("record"), {{s("kind"), s("action")}, {s("key"), key(m_council)}});
    QCOMPARE(app.page(), s("record"));
    QVERIFY(app.item(s("change")));
}

QTEST_MAIN(PromisesPageTest)
#include "tst_promisespage.moc"
