// Starting a breakfast (domain.md J1 1 to 3) through the real window.
#include <QTest>

#include "core/catalogue/handles.h"
#include "core/usecases/breakfasts.h"
#include "tests/app/appview.h"
#include "tests/app/inputs.h"
#include "tests/qml/qmlview.h"
#include "tests/support/playedplaces.h"

using namespace ourtable;
using namespace ourtable::test;

namespace {

namespace kinds = catalogue::kinds;

usecases::FieldEdit edit(catalogue::FieldNumber field, Value value) { return {field, usecases::FieldEdit::How::Set, std::move(value), std::nullopt}; }

constexpr int kPatience = 20'000; // milliseconds; a machine under load

struct Where {
    std::int64_t latitude = 0; // millionths of a degree; 0: nobody has said
    std::int64_t longitude = 0;
};

RecordId addVenue(Member &member, const std::string &name, const Where &where = {})
{
    namespace fields = kinds::organisation;
    std::vector<usecases::FieldEdit> edits{edit(fields::name, name), edit(fields::sector, "community"), edit(fields::is_venue, true)};
    if (where.latitude != 0) {
        edits.push_back(edit(fields::latitude_e6, where.latitude));
        edits.push_back(edit(fields::longitude_e6, where.longitude));
    }
    const Result<usecases::Saved> saved = member->create(fields::kind, std::move(edits));
    if (!saved)
        qFatal("no venue: %s %s", nameOf(saved.error().code).data(), saved.error().detail.c_str());
    return saved->record;
}

std::string textIn(const store::RecordView &view, catalogue::FieldNumber field)
{
    const std::string *text = view.field(field).text();
    return text ? *text : std::string();
}

store::RecordView openOne(AppView &app)
{
    return app.inWorkspace([](usecases::Workspace &workspace) -> Result<store::RecordView> {
        OURTABLE_ASSIGN(const RecordId id, usecases::openBreakfast(workspace));
        return workspace.get(id);
    }).value();
}

// A breakfast there that is over, so that it is the usual place.
bool heldAt(Member &member, const usecases::BreakfastPlan &plan)
{
    const Result<RecordId> held = usecases::startBreakfast(*member, plan);
    return held && usecases::countHeads(*member, *held, "lived_experience", 12) && usecases::closeBreakfast(*member, *held, {true, true, "none", {}});
}

QString text(AppView &app, const QString &name, const char *property = "text")
{
    QQuickItem *const item = app.item(name);
    return item ? item->property(property).toString() : QString();
}

} // namespace

class StartTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void J1_01_threeTapsFromUnlockToAnOpenBreakfast_data() { addInputs(); }
    void J1_01_threeTapsFromUnlockToAnOpenBreakfast();
    void theUsualTimeIsNotOfferedToTheSecondOfADay();
    void withoutAKnownPlaceItIsTyped();
    void anotherPlaceAQuestionAndATimeAreKept();
    void aQuestionThatIsTooLongSaysHowLongItMayBe();
    void whatWasChangedIsThereAfterAKill();
    void aBreakfastThatIsOpenThereCanBeJoined();
    void anotherOneCanBeStartedThere();
    void longAndHostileNamesStayWhole();
    void theNearestCafeIsOfferedAfterATap();
    void whatIsTooFarIsNotOffered();
    void aRefusalLeavesTheList();
    void withoutASourceNothingIsOffered();

private:
    std::unique_ptr<Programme> m_programme;
    Member *m_dami = nullptr;
};

void StartTest::init()
{
    failOnWarnings();
    m_programme = std::make_unique<Programme>();
    QVERIFY2(m_programme->found(), m_programme->failure.c_str());
    m_dami = m_programme->letIn("Dami", {"lay_partner"});
    QVERIFY2(m_dami, m_programme->failure.c_str());
}

void StartTest::cleanup() { m_programme.reset(); }

void StartTest::J1_01_threeTapsFromUnlockToAnOpenBreakfast()
{
    QFETCH(int, input);
    const Input by = static_cast<Input>(input);
    addVenue(*m_dami, "Tamarind Hall");
    usecases::BreakfastPlan before;
    before.venue = addVenue(*m_dami, "The Copper Kettle");
    before.date = "2026-11-12";
    QVERIFY(heldAt(*m_dami, before));
    m_programme->close(*m_dami);
    m_programme->hub.online = false;

    AppView app(*m_programme, *m_dami, windowFor(by));
    QVERIFY(app.signIn());
    pressBy(by, app, QStringLiteral("startBreakfast")); // the first of at most three
    QCOMPARE(app.page(), QStringLiteral("start"));
    pressBy(by, app, QStringLiteral("start")); // the second
    QTRY_COMPARE(app.page(), QStringLiteral("capture"));
    app.settle();
    app.type(QStringLiteral("T")); // and the first letter needs none
    QCOMPARE(text(app, QStringLiteral("boxInput")), QStringLiteral("T"));

    const store::RecordView started = openOne(app);
    QCOMPARE(textIn(started, kinds::gathering::place), std::string("The Copper Kettle"));
    QVERIFY(started.field(kinds::gathering::venue).id<RecordId>() == before.venue);
    QCOMPARE(textIn(started, kinds::gathering::date), std::string("2026-11-22"));
    QCOMPARE(textIn(started, kinds::gathering::start), std::string("08:30"));
    QCOMPARE(textIn(started, kinds::gathering::opening_question), std::string("What do you want to talk about?"));
}

void StartTest::theUsualTimeIsNotOfferedToTheSecondOfADay()
{
    addVenue(*m_dami, "The Copper Kettle");
    usecases::BreakfastPlan before;
    before.place = "The Copper Kettle";
    before.start = "08:05";
    for (const char *day : {"2026-11-12", "2026-11-22"}) {
        before.date = day;
        QVERIFY(heldAt(*m_dami, before));
    }
    m_programme->close(*m_dami);
    AppView app(*m_programme, *m_dami);
    QVERIFY(app.signIn());
    app.open(QStringLiteral("start"));
    app.tap(QStringLiteral("start"));
    QTRY_COMPARE(app.page(), QStringLiteral("capture"));
    QCOMPARE(textIn(openOne(app), kinds::gathering::start), std::string("08:30")); // now, not that of the first
}

void StartTest::withoutAKnownPlaceItIsTyped()
{
    m_programme->close(*m_dami);
    AppView app(*m_programme, *m_dami, {QSize(360, 800), true, nullptr});
    QVERIFY(app.signIn());
    app.open(QStringLiteral("start"));
    app.tap(QStringLiteral("start"));
    QCOMPARE(app.page(), QStringLiteral("start"));
    QCOMPARE(text(app, QStringLiteral("place"), "error"), QStringLiteral("Say where you are meeting."));
    app.type(QStringLiteral("Rootstock Allotments")); // the field has the focus
    app.tap(QStringLiteral("start"));
    QTRY_COMPARE(app.page(), QStringLiteral("capture"));
    QCOMPARE(textIn(openOne(app), kinds::gathering::place), std::string("Rootstock Allotments"));
}

void StartTest::anotherPlaceAQuestionAndATimeAreKept()
{
    addVenue(*m_dami, "The Copper Kettle");
    m_programme->close(*m_dami);
    AppView app(*m_programme, *m_dami);
    QVERIFY(app.signIn());
    app.open(QStringLiteral("start"));
    app.tap(QStringLiteral("otherPlace"));
    app.type(QStringLiteral("Ferry Field"));
    app.tap(QStringLiteral("question"));
    app.press(Qt::Key_A, Qt::ControlModifier);
    app.type(QStringLiteral("What would make winter easier?"));
    app.tap(QStringLiteral("changeWhen"));
    app.tap(QStringLiteral("timeField"));
    app.press(Qt::Key_A, Qt::ControlModifier);
    app.type(QStringLiteral("10.15"));
    app.press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(app.page(), QStringLiteral("capture"));
    const store::RecordView started = openOne(app);
    QCOMPARE(textIn(started, kinds::gathering::place), std::string("Ferry Field"));
    QVERIFY(started.field(kinds::gathering::venue).isNull());
    QCOMPARE(textIn(started, kinds::gathering::opening_question), std::string("What would make winter easier?"));
    QCOMPARE(textIn(started, kinds::gathering::start), std::string("10:15"));
}

void StartTest::aQuestionThatIsTooLongSaysHowLongItMayBe()
{
    addVenue(*m_dami, "The Copper Kettle");
    m_programme->close(*m_dami);
    AppView app(*m_programme, *m_dami, {QSize(360, 800), true, nullptr});
    QVERIFY(app.signIn());
    app.open(QStringLiteral("start"));
    QVERIFY(!app.item(QStringLiteral("counter")));
    app.tap(QStringLiteral("question"));
    app.press(Qt::Key_A, Qt::ControlModifier);
    app.type(QString(163, u'w'));
    app.settle();
    QCOMPARE(text(app, QStringLiteral("counter"), "text"), QStringLiteral("3 too many"));
    app.tap(QStringLiteral("start"));
    QCOMPARE(app.page(), QStringLiteral("start"));
    QCOMPARE(text(app, QStringLiteral("question"), "error"), QStringLiteral("Make the question shorter. There is room for 160 letters."));
    for (int letter = 0; letter < 3; ++letter)
        app.press(Qt::Key_Backspace); // the box has the focus
    QCOMPARE(text(app, QStringLiteral("question"), "error"), QString());
    app.tap(QStringLiteral("start"));
    QTRY_COMPARE(app.page(), QStringLiteral("capture"));
}

void StartTest::whatWasChangedIsThereAfterAKill()
{
    addVenue(*m_dami, "The Copper Kettle");
    m_programme->close(*m_dami);
    AppView app(*m_programme, *m_dami);
    QVERIFY(app.signIn());
    app.open(QStringLiteral("start"));
    app.tap(QStringLiteral("otherPlace"));
    app.type(QStringLiteral("Ferry Field"));
    QTRY_VERIFY(app.inWorkspace([](usecases::Workspace &workspace) { return workspace.draft("start"); }).ok());
    app.killAndRestart();
    QVERIFY(app.signIn());
    QCOMPARE(app.page(), QStringLiteral("start"));
    QTRY_COMPARE(text(app, QStringLiteral("place")), QStringLiteral("Ferry Field"));
    QVERIFY(app.item(QStringLiteral("otherPlace"))->property("checked").toBool());
    app.tap(QStringLiteral("start"));
    QTRY_COMPARE(app.page(), QStringLiteral("capture"));
    QCOMPARE(app.inWorkspace([](usecases::Workspace &workspace) { return workspace.draft("start"); }).error().code, ErrorCode::NotFound);
}

void StartTest::aBreakfastThatIsOpenThereCanBeJoined()
{
    usecases::BreakfastPlan plan;
    plan.place = "The Copper Kettle";
    const Result<RecordId> already = usecases::startBreakfast(**m_dami, plan);
    QVERIFY(already);
    m_programme->close(*m_dami);
    AppView app(*m_programme, *m_dami);
    QVERIFY(app.signIn());
    app.open(QStringLiteral("start"));
    app.tap(QStringLiteral("join"));
    QTRY_COMPARE(app.page(), QStringLiteral("capture"));
    const Result<std::int64_t> all = app.inWorkspace([](usecases::Workspace &workspace) { return workspace.count({.kind = kinds::gathering::kind}); });
    QCOMPARE(all.value(), 1);
}

void StartTest::anotherOneCanBeStartedThere()
{
    usecases::BreakfastPlan plan;
    plan.place = "The Copper Kettle";
    QVERIFY(usecases::startBreakfast(**m_dami, plan));
    m_programme->close(*m_dami);
    AppView app(*m_programme, *m_dami);
    QVERIFY(app.signIn());
    app.open(QStringLiteral("start"));
    app.tap(QStringLiteral("start"));
    QTRY_COMPARE(app.page(), QStringLiteral("capture"));
    const Result<std::int64_t> all = app.inWorkspace([](usecases::Workspace &workspace) { return workspace.count({.kind = kinds::gathering::kind}); });
    QCOMPARE(all.value(), 2);
}

void StartTest::longAndHostileNamesStayWhole()
{
    const std::string hostile = "<img src=\"http://kettle.example/cup.png\"> <b>\u0645\u0642\u0647\u0649</b> ";
    addVenue(*m_dami, hostile + std::string(40, 'w'));
    m_programme->close(*m_dami);
    AppView app(*m_programme, *m_dami, {QSize(360, 800), true, nullptr});
    QVERIFY(app.signIn());
    app.session().comfort()->setTextScale(2);
    app.open(QStringLiteral("start"));
    QQuickItem *const place = app.item(QStringLiteral("place0"));
    QVERIFY(place);
    QVERIFY(place->width() <= 360);
    app.tap(QStringLiteral("start"));
    QTRY_COMPARE(app.page(), QStringLiteral("capture"));
}

void StartTest::theNearestCafeIsOfferedAfterATap()
{
    usecases::BreakfastPlan before;
    before.venue = addVenue(*m_dami, "Tamarind Hall", {51'520'000, 800'000}); // two kilometres away, and used last
    QVERIFY(heldAt(*m_dami, before));
    const RecordId kettle = addVenue(*m_dami, "The Copper Kettle", {51'500'000, 800'000}); // 60 metres away
    m_programme->close(*m_dami);
    int asked = 0;
    platform::QtPlaceSource places([&asked] { return ++asked, playing(QStringLiteral("at-the-cafe.nmea"))(); }, kPatience);
    AppView app(*m_programme, *m_dami, {QSize(1280, 800), true, &places});
    QVERIFY(app.signIn());
    app.open(QStringLiteral("start"));
    QCOMPARE(asked, 0); // nobody has tapped
    QVERIFY(app.item(QStringLiteral("place0"))->property("checked").toBool());
    app.tap(QStringLiteral("findPlace"));
    QTRY_COMPARE_WITH_TIMEOUT(text(app, QStringLiteral("takePlace")), QStringLiteral("Choose The Copper Kettle"), kPatience);
    QVERIFY(app.item(QStringLiteral("place0"))->property("checked").toBool()); // offered, not taken
    app.tap(QStringLiteral("takePlace"));
    app.tap(QStringLiteral("start"));
    QTRY_COMPARE(app.page(), QStringLiteral("capture"));
    QVERIFY(openOne(app).field(kinds::gathering::venue).id<RecordId>() == kettle);
}

void StartTest::whatIsTooFarIsNotOffered()
{
    addVenue(*m_dami, "The Copper Kettle", {51'500'000, 800'000});
    m_programme->close(*m_dami);
    platform::QtPlaceSource places(playing(QStringLiteral("at-home.nmea")), kPatience);
    AppView app(*m_programme, *m_dami, {QSize(360, 800), true, &places});
    QVERIFY(app.signIn());
    app.open(QStringLiteral("start"));
    app.tap(QStringLiteral("findPlace"));
    QTRY_COMPARE_WITH_TIMEOUT(text(app, QStringLiteral("foundPlace")), QStringLiteral("No place that we know is near. Choose one, or write its name."), kPatience);
    QVERIFY(!app.item(QStringLiteral("takePlace")));
}

void StartTest::aRefusalLeavesTheList()
{
    addVenue(*m_dami, "The Copper Kettle", {51'500'000, 800'000});
    m_programme->close(*m_dami);
    platform::QtPlaceSource places([] { return std::make_unique<RefusingSource>(); }, kPatience);
    AppView app(*m_programme, *m_dami, {QSize(1280, 800), true, &places});
    QVERIFY(app.signIn());
    app.open(QStringLiteral("start"));
    app.tap(QStringLiteral("findPlace"));
    QTRY_COMPARE(text(app, QStringLiteral("foundPlace")), QStringLiteral("This device may not say where it is. Choose the place from the list."));
    app.tap(QStringLiteral("start"));
    QTRY_COMPARE(app.page(), QStringLiteral("capture"));
}

void StartTest::withoutASourceNothingIsOffered()
{
    m_programme->close(*m_dami);
    AppView app(*m_programme, *m_dami);
    QVERIFY(app.signIn());
    app.open(QStringLiteral("start"));
    QVERIFY(!app.item(QStringLiteral("findPlace")));
}

QTEST_MAIN(StartTest)
#include "tst_start.moc"
