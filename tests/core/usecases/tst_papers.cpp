// What may stand on a paper: small numbers, permissions, and in which order notes give way.
#include <QTest>

#include "core/catalogue/handles.h"
#include "core/usecases/papers.h"
#include "tests/support/programme.h"
#include "tests/support/verifygood.h"

using namespace ourtable;
using namespace ourtable::test;

namespace {

namespace kinds = catalogue::kinds;
using usecases::FieldEdit;

FieldEdit put(catalogue::FieldNumber field, Value value) { return {field, FieldEdit::How::Set, std::move(value), std::nullopt}; }

} // namespace

class PapersTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void smallNumbersAreNotPrinted_data();
    void smallNumbersAreNotPrinted();
    void onlyNotesThatSomebodyCheckedAndMayBeSharedArePrinted();
    void eachTableKeepsItsMostEchoedNoteLongest();
    void aCardNamesTheHostOfItsTable();
    void theStrictestFieldGivesTheClass();

private:
    [[nodiscard]] Result<RecordId> checkedNote(std::int64_t table, const std::string &text, std::int64_t echoes, const std::string &permission = "anonymous");
    std::unique_ptr<Programme> m_programme;
    Member *m_lay = nullptr;
    RecordId m_gathering;
};

void PapersTest::init()
{
    m_programme = std::make_unique<Programme>();
    QVERIFY2(m_programme->found(), m_programme->failure.c_str());
    m_lay = m_programme->letIn("Dami", {"lay_partner"});
    QVERIFY2(m_lay, m_programme->failure.c_str());
    const auto started = usecases::startBreakfast(**m_lay, {.date = "2026-11-12", .place = "The Copper Kettle"});
    VERIFY_GOOD(started);
    m_gathering = *started;
}

// Written by Dami, sorted and checked by the coordinator.
Result<RecordId> PapersTest::checkedNote(std::int64_t table, const std::string &text, std::int64_t echoes, const std::string &permission)
{
    namespace fields = kinds::contribution;
    usecases::Workspace &coordinator = *m_programme->coordinator;
    usecases::NewNote said;
    said.text = text;
    said.table = table;
    said.kind = "idea";
    said.level = "system";
    said.quotePermission = permission;
    said.themes = {(*m_lay)->catalogue().kind(fields::kind)->field("theme")->vocabulary->terms.front().code};
    OURTABLE_ASSIGN(const RecordId note, usecases::addNote(**m_lay, m_gathering, said));
    OURTABLE_TRY((*m_lay)->change(note, {FieldEdit{fields::echoes, FieldEdit::How::Step, echoes, std::nullopt}}));
    OURTABLE_TRY((*m_lay)->share());
    OURTABLE_TRY(coordinator.share());
    OURTABLE_TRY(coordinator.move(note, "checked"));
    return note;
}

void PapersTest::smallNumbersAreNotPrinted_data()
{
    QTest::addColumn<int>("people");
    QTest::addColumn<int>("firstTime");
    QTest::addColumn<int>("saidPeople");
    QTest::addColumn<int>("saidFirst");
    QTest::addColumn<bool>("few");
    QTest::newRow("nobody counted") << 0 << 0 << 0 << 0 << false;
    QTest::newRow("a table of four") << 4 << 1 << 0 << 0 << true;
    QTest::newRow("five") << 5 << 0 << 5 << 0 << false;
    QTest::newRow("four newcomers") << 24 << 4 << 24 << 0 << false;
    QTest::newRow("five newcomers") << 24 << 5 << 24 << 5 << false;
    QTest::newRow("all but four are new") << 24 << 20 << 24 << 0 << false; // the others would be four
    QTest::newRow("all are new") << 24 << 24 << 24 << 24 << false;
}

void PapersTest::smallNumbersAreNotPrinted()
{
    QFETCH(const int, people);
    QFETCH(const int, firstTime);
    if (people > 0)
        VERIFY_GOOD(usecases::countHeads(**m_lay, m_gathering, "lived_experience", people));
    if (firstTime > 0)
        VERIFY_GOOD(usecases::countHeads(**m_lay, m_gathering, "first_time", firstTime));
    const auto paper = usecases::breakfastPaper(**m_lay, m_gathering);
    VERIFY_GOOD(paper);
    QTEST(static_cast<int>(paper->people), "saidPeople");
    QTEST(static_cast<int>(paper->firstTime), "saidFirst");
    QTEST(paper->fewPeople, "few");
}

void PapersTest::onlyNotesThatSomebodyCheckedAndMayBeSharedArePrinted()
{
    VERIFY_GOOD(checkedNote(1, "Somewhere warm to wait", 0));
    VERIFY_GOOD(checkedNote(1, "For the notes only", 0, "notes_only"));
    usecases::NewNote fresh;
    fresh.text = "Nobody has checked this";
    fresh.quotePermission = "anonymous";
    VERIFY_GOOD(usecases::addNote(**m_lay, m_gathering, fresh));
    const auto pointing = checkedNote(2, "This could point at somebody", 0);
    VERIFY_GOOD(pointing);
    usecases::Workspace &coordinator = *m_programme->coordinator;
    VERIFY_GOOD(coordinator.change(*pointing, {put(kinds::contribution::could_identify, true)}));
    VERIFY_GOOD((*m_lay)->share());
    VERIFY_GOOD(coordinator.share());
    const auto paper = usecases::breakfastPaper(coordinator, m_gathering);
    VERIFY_GOOD(paper);
    QCOMPARE(paper->notes, std::int64_t{1});
    QCOMPARE(paper->keptBack, std::int64_t{3});
    QCOMPARE(paper->tables.size(), std::size_t{1});
    QCOMPARE(paper->tables.front().notes.front().note.field(kinds::contribution::text), Value("Somewhere warm to wait"));
}

void PapersTest::eachTableKeepsItsMostEchoedNoteLongest()
{
    VERIFY_GOOD(checkedNote(1, "Two said so", 2));
    VERIFY_GOOD(checkedNote(1, "Nine said so", 9));
    VERIFY_GOOD(checkedNote(3, "Nobody else said so", 0));
    const auto paper = usecases::breakfastPaper(*m_programme->coordinator, m_gathering);
    VERIFY_GOOD(paper);
    std::vector<std::size_t> ranks; // as they were said
    for (const usecases::PrintedTable &table : paper->tables) {
        for (const usecases::PrintedNote &each : table.notes)
            ranks.push_back(each.rank);
    }
    QCOMPARE(ranks, (std::vector<std::size_t>{2, 0, 1}));
}

void PapersTest::aCardNamesTheHostOfItsTable()
{
    namespace fields = kinds::gathering_table;
    VERIFY_GOOD((*m_lay)->create(fields::kind, {put(fields::gathering, m_gathering), put(fields::n, 2), put(fields::topic, "Letters"),
                                               put(fields::host, (*m_lay)->person())}));
    const auto cards = usecases::tableCards(**m_lay, m_gathering);
    VERIFY_GOOD(cards);
    QCOMPARE(cards->size(), std::size_t{1});
    QCOMPARE(cards->front().table, std::int64_t{2});
    QCOMPARE(cards->front().topic, std::string("Letters"));
    QCOMPARE(cards->front().host, std::optional(RecordId{(*m_lay)->person().octets}));
}

void PapersTest::theStrictestFieldGivesTheClass()
{
    const catalogue::Catalogue &catalogue = (*m_lay)->catalogue();
    using catalogue::Sensitivity;
    QCOMPARE(usecases::strictestOf(catalogue, kinds::action::kind, {kinds::action::text, kinds::action::due}), Sensitivity::Open);
    QCOMPARE(usecases::strictestOf(catalogue, kinds::action::kind, {kinds::action::text, kinds::action::owner_name}), Sensitivity::Members);
    QCOMPARE(usecases::strictestOf(catalogue, kinds::feedback::kind, {kinds::feedback::you_said}), Sensitivity::Open);
    QVERIFY(usecases::strictestOf(catalogue, kinds::support_need::kind, {kinds::support_need::code_name}) > Sensitivity::Members);
}

QTEST_GUILESS_MAIN(PapersTest)
#include "tst_papers.moc"
