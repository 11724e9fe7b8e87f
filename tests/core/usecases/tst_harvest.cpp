// "Three things from this table" and "Anyone else?" (domain.md J1 steps 5 and 6): what a table takes with it stands behind its notes,
// and who nodded adds up, whichever tablet counted.
#include <QTest>

#include "core/catalogue/handles.h"
#include "core/usecases/anyoneelse.h"
#include "core/usecases/breakfasts.h"
#include "core/usecases/harvest.h"
#include "tests/support/twopartners.h"
#include "tests/support/verifygood.h"

using namespace ourtable;
using namespace ourtable::test;
namespace fields = catalogue::kinds::contribution;

class HarvestTest final : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_programme.reset(); }
    void whatATableTakesWithItStandsBehindItsNotes();
    void itIsAllSavedOrNothing_data();
    void itIsAllSavedOrNothing();
    void twoTabletsOfOneTableKeepEveryThing();
    void whoElseSaidSoAddsUpOverTablets();
    void thereAreNeverFewerThanNone();

private:
    RecordId write(Member &member, const std::string &text)
    {
        usecases::NewNote note;
        note.text = text;
        note.table = 2;
        const Result<RecordId> made = usecases::addNote(*member, m_gathering, note);
        return made ? *made : RecordId{};
    }
    std::vector<std::string> wordsOf(const Result<std::vector<store::RecordView>> &notes)
    {
        std::vector<std::string> words;
        for (const store::RecordView &note : notes ? *notes : std::vector<store::RecordView>())
            words.push_back(*note.field(fields::text).text());
        return words;
    }
    std::vector<std::string> wordsAt(Member &member) { return wordsOf(usecases::notesOf(*member, m_gathering, 2)); }
    std::int64_t echoes(Member &member, const RecordId &note)
    {
        const Result<store::RecordView> view = member->get(note);
        return view ? usecases::echoesOf(*view) : -1;
    }
    static std::int64_t step(usecases::Workspace &workspace, const RecordId &note, std::int64_t by)
    {
        const Result<std::int64_t> then = usecases::echoNote(workspace, note, by);
        return then ? *then : -1;
    }
    void shareAll()
    {
        for (Member *member : {m_ruth, m_joel, m_ruth})
            VERIFY_GOOD((*member)->share());
    }

    std::unique_ptr<Programme> m_programme;
    Member *m_ruth = nullptr;
    Member *m_joel = nullptr;
    RecordId m_gathering;
};

void HarvestTest::init()
{
    m_programme = std::make_unique<Programme>();
    QVERIFY2(foundWithTwo(*m_programme, m_ruth, m_joel, m_gathering), m_programme->failure.c_str());
    shareAll();
}

void HarvestTest::whatATableTakesWithItStandsBehindItsNotes()
{
    QVERIFY(!write(*m_ruth, "Buses").isZero());
    VERIFY_GOOD((*m_ruth)->keepDraft("form", Value("half")));
    VERIFY_GOOD(usecases::saveHarvest(**m_ruth, m_gathering, {2, {"Ask first", "", "Later buses"}, "form"}));
    QCOMPARE((*m_ruth)->draft("form").error().code, ErrorCode::NotFound); // gone with the save
    QVERIFY(!write(*m_ruth, "Benches").isZero());
    VERIFY_GOOD(usecases::saveHarvest(**m_ruth, m_gathering, {2, {"A second round"}, {}}));
    QCOMPARE(wordsAt(*m_ruth), (std::vector<std::string>{"Buses", "Benches", "Ask first", "Later buses", "A second round"}));
    QCOMPARE(wordsOf(usecases::harvestOf(**m_ruth, m_gathering, 2)), (std::vector<std::string>{"Ask first", "Later buses", "A second round"}));
    QVERIFY(wordsOf(usecases::harvestOf(**m_ruth, m_gathering, 1)).empty());
    const Result<std::vector<store::RecordView>> all = usecases::notesOf(**m_ruth, m_gathering, 2);
    QVERIFY(!usecases::isHarvest(all->front()) && usecases::isHarvest(all->back()));
    QCOMPARE(all->back().state, std::string("noted"));
    QCOMPARE(*all->back().field(fields::quote_permission).text(), std::string("notes_only")); // nobody was asked
    for (const store::RecordView &note : *all) { // off the list and on it again, as any note
        VERIFY_GOOD((*m_ruth)->hide(note.id));
        VERIFY_GOOD((*m_ruth)->restore(note.id));
    }
    QCOMPARE(wordsAt(*m_ruth).size(), std::size_t{5});
}

void HarvestTest::itIsAllSavedOrNothing_data()
{
    QTest::addColumn<std::vector<std::string>>("things");
    QTest::addColumn<int>("error");
    using Things = std::vector<std::string>;
    QTest::newRow("nothing") << Things{} << int(ErrorCode::RequiredMissing);
    QTest::newRow("empty boxes") << Things{"", "", ""} << int(ErrorCode::RequiredMissing);
    QTest::newRow("four") << Things{"1", "2", "3", "4"} << int(ErrorCode::InvalidInput);
    QTest::newRow("one too long") << Things{"short", std::string(501, 'x')} << int(ErrorCode::TooLong);
}

void HarvestTest::itIsAllSavedOrNothing()
{
    QFETCH(std::vector<std::string>, things);
    QFETCH(int, error);
    usecases::NewHarvest harvest{2, things, {}};
    QCOMPARE(int(usecases::saveHarvest(**m_ruth, m_gathering, harvest).error().code), error);
    QVERIFY(wordsAt(*m_ruth).empty());
    harvest.things = {"Nowhere"};
    const RecordId nowhere = m_programme->random.make<RecordId>();
    QCOMPARE(usecases::saveHarvest(**m_ruth, nowhere, harvest).error(), (Error{ErrorCode::NotFound, "gathering"}));
}

void HarvestTest::twoTabletsOfOneTableKeepEveryThing()
{
    VERIFY_GOOD(usecases::saveHarvest(**m_ruth, m_gathering, {2, {"One", "Two", "Three"}, {}}));
    VERIFY_GOOD(usecases::saveHarvest(**m_joel, m_gathering, {2, {"Four", "Five", "Six"}, {}}));
    QVERIFY(!write(*m_joel, "A note").isZero());
    shareAll();
    QCOMPARE(wordsAt(*m_ruth).size(), std::size_t{7});
    QCOMPARE(wordsAt(*m_ruth).front(), std::string("A note"));
    QCOMPARE(wordsAt(*m_ruth), wordsAt(*m_joel));
    QCOMPARE(wordsOf(usecases::harvestOf(**m_joel, m_gathering, 2)).size(), std::size_t{6});
}

void HarvestTest::whoElseSaidSoAddsUpOverTablets()
{
    const RecordId note = write(*m_ruth, "Buses");
    shareAll();
    QCOMPARE(step(**m_ruth, note, 1), std::int64_t{1});
    QCOMPARE(step(**m_ruth, note, 1), std::int64_t{2});
    QCOMPARE(step(**m_joel, note, 1), std::int64_t{1});
    QCOMPARE(step(**m_joel, note, -1), std::int64_t{0}); // tapped by mistake
    QCOMPARE(step(**m_joel, note, 1), std::int64_t{1});
    shareAll();
    QCOMPARE(echoes(*m_ruth, note), std::int64_t{3});
    QCOMPARE(echoes(*m_joel, note), std::int64_t{3});
    QCOMPARE(usecases::echoNote(**m_ruth, m_gathering, 1).error().code, ErrorCode::NotFound);
}

void HarvestTest::thereAreNeverFewerThanNone()
{
    const RecordId note = write(*m_ruth, "Buses");
    QCOMPARE(usecases::echoNote(**m_ruth, note, -1).error(), (Error{ErrorCode::InvalidInput, "contribution.echoes"}));
    QCOMPARE(usecases::echoNote(**m_ruth, note, usecases::kMostEchoes + 1).error().code, ErrorCode::InvalidInput);
    VERIFY_GOOD(usecases::echoNote(**m_ruth, note, 1));
    shareAll();
    VERIFY_GOOD(usecases::echoNote(**m_ruth, note, -1)); // both take the same one off
    VERIFY_GOOD(usecases::echoNote(**m_joel, note, -1));
    shareAll();
    QCOMPARE(echoes(*m_ruth, note), std::int64_t{0});
    VERIFY_GOOD(usecases::echoNote(**m_joel, note, 1)); // one more is one, not none
    shareAll();
    QCOMPARE(echoes(*m_ruth, note), std::int64_t{1});
}

QTEST_GUILESS_MAIN(HarvestTest)
#include "tst_harvest.moc"
