// What the first screen shows, over the demonstration programme: the golden numbers of domain.md 10.
#include <QTest>

#include <algorithm>

#include "core/catalogue/handles.h"
#include "core/support/files.h"
#include "core/usecases/interchange/demoreader.h"
#include "core/usecases/today.h"
#include "tests/support/programme.h"
#include "tests/support/verifygood.h"

using namespace ourtable;
using namespace ourtable::test;
namespace kinds = catalogue::kinds;
using usecases::today;

class TodayTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase() { m_programme.reset(); }

    void theCoordinatorSeesTheGoldenNumbers();
    void lateIsADayAfterTheDayItWasDue();
    void onlyWhoMayReadNominationsHearsOfThem();
    void peerWorkersSeeTheirOwnFollowUps();
    void theGatheringIsTheNearestOne();
    void notesWithoutAThemeWaitByGathering();
    void whatNeedsSettlingIsCounted();
    void aDayThatNeverWasIsRefused();

private:
    usecases::Workspace &coordinator() { return *m_programme->coordinator; }
    static constexpr char kAsOf[] = "2026-11-20"; // of the demonstration

    std::unique_ptr<Programme> m_programme;
    Member *m_nuala = nullptr;
    Member *m_anu = nullptr;
};

void TodayTest::initTestCase()
{
    m_programme = std::make_unique<Programme>();
    QVERIFY2(m_programme->found(), m_programme->failure.c_str());
    const auto text = files::readWhole(OURTABLE_DEMO_JSON);
    VERIFY_GOOD(text);
    const auto document = parseJson(textOf(*text));
    VERIFY_GOOD(document);
    const auto records = usecases::readProgramme(*document, coordinator().catalogue(), coordinator().directory().root().programme, {});
    VERIFY_GOOD(records);
    VERIFY_GOOD(usecases::importRecords(coordinator(), *records));
    m_nuala = m_programme->letIn("Nuala", {"lay_partner"});
    m_anu = m_programme->letIn("Anu", {"peer_worker"});
    QVERIFY2(m_nuala && m_anu, m_programme->failure.c_str());
    for (Member *member : {m_nuala, m_anu})
        VERIFY_GOOD((*member)->share());
}

void TodayTest::theCoordinatorSeesTheGoldenNumbers()
{
    const auto now = today(coordinator(), kAsOf);
    VERIFY_GOOD(now);
    QCOMPARE(now->promises->open, std::int64_t{16}); // 8 under way, 5 agreed, 2 stuck, 1 offered
    QCOMPARE(now->promises->late, std::int64_t{8});
    QCOMPARE(now->nominations->people, std::int64_t{2});
    QVERIFY(now->nominations->oldest.starts_with("2026-"));
    QCOMPARE(now->workstreams->all, std::int64_t{8});
    QCOMPARE(now->workstreams->paired, std::int64_t{7});
    QVERIFY(now->notesToSort->empty()); // the demonstration is sorted
    QVERIFY(!now->feedback.empty() && now->feedback.size() <= 3);
    const auto newest = coordinator().get(now->feedback.front());
    VERIFY_GOOD(newest);
    QCOMPARE(newest->state, std::string("published"));
    QVERIFY(!now->gathering || now->gathering->state != "published");
}

void TodayTest::lateIsADayAfterTheDayItWasDue()
{
    const auto now = today(coordinator(), kAsOf);
    VERIFY_GOOD(now);
    const auto first = coordinator().get(now->promises->earliest.front());
    VERIFY_GOOD(first);
    const std::string due = *first->field(kinds::action::due).text(); // of a-04, 293 days ago
    QCOMPARE(due, std::string("2026-01-31"));
    QCOMPARE(today(coordinator(), due)->promises->late, std::int64_t{0});
    QCOMPARE(today(coordinator(), "2026-02-01")->promises->late, std::int64_t{1});
}

void TodayTest::onlyWhoMayReadNominationsHearsOfThem()
{
    for (Member *member : {m_nuala, m_anu}) {
        const auto now = today(**member, kAsOf);
        VERIFY_GOOD(now);
        QVERIFY(!now->nominations);
        QCOMPARE(now->promises->open, std::int64_t{16});
    }
    QVERIFY(today(**m_nuala, kAsOf)->followUps.empty());
}

void TodayTest::peerWorkersSeeTheirOwnFollowUps()
{
    namespace need = kinds::support_need;
    using How = usecases::FieldEdit::How;
    const auto made = [&](const char *day, bool mine) {
        std::vector<usecases::FieldEdit> edits{
            {need::permission, How::Set, Value(std::string("keep")), {}},
            {need::code_name, How::Set, Value(std::string("Robin")), {}},
            {need::areas, How::Add, Value(std::string("money")), {}},
            {need::in_their_words, How::Set, Value(std::string("eleven brown envelopes")), {}},
            {need::follow_up_on, How::Set, Value(std::string(day)), {}}};
        if (mine)
            edits.push_back({need::follow_up_by, How::Set, Value((*m_anu)->person()), {}});
        const auto saved = (*m_anu)->create(need::kind, std::move(edits));
        return saved ? saved->record : RecordId{};
    };
    const RecordId friday = made("2026-11-27", true), late = made("2026-11-16", true), soon = made("2026-11-26", true);
    const RecordId anybodys = made("2026-11-21", false);
    QVERIFY(!friday.isZero() && !anybodys.isZero());
    QCOMPARE(today(**m_anu, kAsOf)->followUps, (std::vector<RecordId>{late, soon})); // within the week, the earliest first
}

void TodayTest::theGatheringIsTheNearestOne()
{
    namespace fields = kinds::gathering;
    usecases::BreakfastPlan plan;
    plan.place = "The Copper Kettle";
    plan.date = "2027-02-11";
    const auto open = usecases::startBreakfast(coordinator(), plan);
    VERIFY_GOOD(open);
    const auto planned = [&](const char *date) {
        using How = usecases::FieldEdit::How;
        const auto saved = coordinator().create(fields::kind, {{fields::date, How::Set, Value(std::string(date)), {}},
                                                               {fields::title, How::Set, Value(std::string("Breakfast")), {}},
                                                               {fields::place, How::Set, Value(std::string("Here")), {}},
                                                               {fields::host, How::Set, Value(coordinator().person()), {}}});
        return saved ? saved->record : RecordId{};
    };
    const RecordId march = planned("2027-03-11"), april = planned("2027-04-08");
    QVERIFY(!march.isZero() && !april.isZero());
    QCOMPARE(today(coordinator(), "2027-02-11")->gathering->record, *open);
    QVERIFY(today(coordinator(), "2027-02-11")->gathering->isToday);
    QCOMPARE(today(coordinator(), "2027-02-12")->gathering->record, *open); // nobody has closed it
    QCOMPARE(today(coordinator(), "2027-03-11")->gathering->record, march);
    VERIFY_GOOD(usecases::countHeads(coordinator(), *open, "carers", 4));
    VERIFY_GOOD(usecases::closeBreakfast(coordinator(), *open, {true, true, "none", std::nullopt}));
    QCOMPARE(today(coordinator(), "2027-02-11")->gathering->state, std::string("closed"));
    const auto next = today(coordinator(), "2027-02-12");
    VERIFY_GOOD(next);
    QCOMPARE(next->gathering->record, march);
    QVERIFY(!next->gathering->isToday);
    QCOMPARE(next->stillToFinish.back(), *open);
    QVERIFY(!today(coordinator(), "2028-01-01")->gathering); // nothing to come
}

void TodayTest::notesWithoutAThemeWaitByGathering()
{
    usecases::BreakfastPlan plan;
    plan.place = "The Copper Kettle";
    plan.date = "2027-05-13";
    const auto gathering = usecases::startBreakfast(**m_nuala, plan);
    VERIFY_GOOD(gathering);
    usecases::NewNote note;
    note.text = "The ramp is too steep";
    for (int i = 0; i < 3; ++i)
        VERIFY_GOOD(usecases::addNote(**m_nuala, *gathering, note));
    note.themes = {"access"};
    VERIFY_GOOD(usecases::addNote(**m_nuala, *gathering, note));
    note.themes.clear();
    const auto regretted = usecases::addNote(**m_nuala, *gathering, note);
    VERIFY_GOOD(regretted);
    VERIFY_GOOD((*m_nuala)->takeBack(*regretted));
    const auto now = today(**m_nuala, "2027-05-13");
    VERIFY_GOOD(now);
    QCOMPARE(now->notesToSort->size(), std::size_t{1});
    QCOMPARE(now->notesToSort->front().gathering, *gathering);
    QCOMPARE(now->notesToSort->front().date, std::string("2027-05-13"));
    QCOMPARE(now->notesToSort->front().notes, std::int64_t{3});
    QCOMPARE(now->gathering->notes, std::int64_t{4});
}

void TodayTest::whatNeedsSettlingIsCounted()
{
    using How = usecases::FieldEdit::How;
    namespace fields = kinds::action;
    const std::int64_t before = today(coordinator(), kAsOf)->twoVersions;
    const RecordId promise = today(coordinator(), kAsOf)->promises->earliest.front();
    VERIFY_GOOD((*m_nuala)->change(promise, {{fields::due, How::Set, Value(std::string("2026-12-01")), {}}}));
    VERIFY_GOOD(coordinator().change(promise, {{fields::due, How::Set, Value(std::string("2026-12-24")), {}}}));
    VERIFY_GOOD((*m_nuala)->share());
    VERIFY_GOOD(coordinator().share());
    QCOMPARE(today(coordinator(), kAsOf)->twoVersions, before + 1);
    const auto records = coordinator().twoVersions();
    VERIFY_GOOD(records);
    QVERIFY(std::ranges::count(*records, promise) == 1);
    VERIFY_GOOD(coordinator().settle(promise, fields::due, Value(std::string("2026-12-24"))));
    QCOMPARE(today(coordinator(), kAsOf)->twoVersions, before);
}

void TodayTest::aDayThatNeverWasIsRefused()
{
    QCOMPARE(today(coordinator(), "2026-02-30").error().code, ErrorCode::InvalidInput);
    QCOMPARE(today(coordinator())->date, std::string("2026-11-22")); // the clock's
}

QTEST_GUILESS_MAIN(TodayTest)
#include "tst_today.moc"
