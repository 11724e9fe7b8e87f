// The promises of the demonstration as the screens ask for them: the golden numbers of domain.md 10.3, and the stories 10.8 (2)
// and (3).
#include <QTest>

#include "core/catalogue/handles.h"
#include "core/support/civiltime.h"
#include "core/support/files.h"
#include "core/support/text.h"
#include "core/usecases/interchange/demoreader.h"
#include "core/usecases/promiseorder.h"
#include "core/usecases/promisestory.h"
#include "tests/support/programme.h"
#include "tests/support/verifygood.h"

using namespace ourtable;
using namespace ourtable::test;
namespace kinds = catalogue::kinds;
namespace promise = catalogue::kinds::action;
using usecases::PromiseGroup;
using Counts = std::map<std::string, int>;

class GoldenPromises : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase() { m_programme.reset(); }

    void theyStandAsTheDemonstrationSays();
    void whoPromisedAndWhoKeptIt();
    void eightAreDueAndLateByTheirDays();
    void theyComeInTheirGroups();
    void filtersNarrowThem();
    void whatHappensNextIsTheStoryOfAPromise();
    void theEveningQuestionIsStillOpen();

private:
    usecases::Workspace &lay() { return **m_nuala; }
    RecordId id(const char *source) const { return m_ids.at(source); }
    std::vector<store::RecordView> shown(usecases::PromiseQuestion question);
    std::vector<std::string> sources(const std::vector<store::RecordView> &records) const;

    static constexpr char kAsOf[] = "2026-11-20"; // of the demonstration
    std::unique_ptr<Programme> m_programme;
    Member *m_nuala = nullptr;
    std::map<std::string, RecordId> m_ids;
    std::map<RecordId, std::string> m_sources;
};

void GoldenPromises::initTestCase()
{
    m_programme = std::make_unique<Programme>();
    QVERIFY2(m_programme->found(), m_programme->failure.c_str());
    usecases::Workspace &coordinator = *m_programme->coordinator;
    const auto octets = files::readWhole(OURTABLE_DEMO_JSON);
    VERIFY_GOOD(octets);
    const auto document = parseJson(textOf(*octets));
    VERIFY_GOOD(document);
    const auto records = usecases::readProgramme(*document, coordinator.catalogue(), coordinator.directory().root().programme, {});
    VERIFY_GOOD(records);
    VERIFY_GOOD(usecases::importRecords(coordinator, *records));
    for (const usecases::InterchangeRecord &record : *records) {
        m_ids[record.sourceId] = record.id;
        m_sources[record.id] = record.sourceId;
    }
    m_nuala = m_programme->letIn("Nuala", {"lay_partner"});
    QVERIFY2(m_nuala, m_programme->failure.c_str());
    VERIFY_GOOD(lay().share());
}

std::vector<store::RecordView> GoldenPromises::shown(usecases::PromiseQuestion question)
{
    question.today = kAsOf;
    const auto keys = usecases::findPromises(lay(), question);
    std::vector<RecordId> ids;
    for (const store::RecordKey &key : keys ? *keys : std::vector<store::RecordKey>())
        ids.push_back(key.id);
    const auto views = lay().getMany(ids);
    return views ? *views : std::vector<store::RecordView>();
}

std::vector<std::string> GoldenPromises::sources(const std::vector<store::RecordView> &records) const
{
    std::vector<std::string> names;
    for (const store::RecordView &record : records) {
        const auto found = m_sources.find(record.id);
        names.push_back(found == m_sources.end() ? "?" : found->second);
    }
    return names;
}

void GoldenPromises::theyStandAsTheDemonstrationSays()
{
    Counts states;
    for (const store::RecordView &view : shown({}))
        ++states[view.state];
    QVERIFY((states == Counts{{"done", 14}, {"under_way", 8}, {"agreed", 5}, {"stuck", 2}, {"offered", 1}}));
}

void GoldenPromises::whoPromisedAndWhoKeptIt()
{
    Counts owners, kept;
    for (const store::RecordView &view : shown({})) {
        ++owners[*view.field(promise::owner_type).text()];
        if (view.state == "done")
            ++kept[*view.field(promise::owner_type).text()];
    }
    QVERIFY((owners == Counts{{"organisation", 18}, {"person", 9}, {"group", 2}, {"unnamed", 1}}));
    QVERIFY((kept == Counts{{"organisation", 7}, {"person", 5}, {"group", 2}}));
    QCOMPARE(shown({.onlyUnnamed = true}).size(), std::size_t{1});
}

void GoldenPromises::eightAreDueAndLateByTheirDays()
{
    std::map<std::string, std::int64_t> late;
    for (const store::RecordView &view : shown({})) {
        const std::int64_t days = *daysOfDate(kAsOf) - *daysOfDate(*view.field(promise::due).text());
        if (usecases::promiseGroupOf(view, kAsOf) == PromiseGroup::NowDue && days > 0)
            late[m_sources.at(view.id)] = days;
    }
    const std::map<std::string, std::int64_t> golden{{"a-03", 112}, {"a-04", 293}, {"a-08", 173}, {"a-10", 173},
                                                     {"a-13", 20}, {"a-16", 81}, {"a-20", 51}, {"a-21", 52}};
    QVERIFY(late == golden);
    const auto untold = usecases::storyOf(lay(), id("a-13"));
    VERIFY_GOOD(untold);
    QVERIFY(untold->updates.empty()); // no word on it, ever
}

void GoldenPromises::theyComeInTheirGroups()
{
    const std::vector<store::RecordView> all = shown({});
    std::vector<PromiseGroup> groups;
    std::string last;
    for (const store::RecordView &view : all) {
        const PromiseGroup group = usecases::promiseGroupOf(view, kAsOf);
        const bool begins = groups.empty() || groups.back() != group;
        const std::string due = *view.field(promise::due).text();
        if (group == PromiseGroup::NowDue || group == PromiseGroup::ComingUp)
            QVERIFY(begins || last <= due);
        last = due;
        if (begins)
            groups.push_back(group);
    }
    QVERIFY((groups == std::vector{PromiseGroup::NowDue, PromiseGroup::ComingUp, PromiseGroup::Kept}));
    QCOMPARE(sources({all.front()}), std::vector<std::string>{"a-04"}); // due first
}

void GoldenPromises::filtersNarrowThem()
{
    QCOMPARE(shown({.states = {"agreed", "under_way"}}).size(), std::size_t{13});
    QCOMPARE(sources(shown({.states = {"stuck"}, .workstream = id("ws-06")})), std::vector<std::string>{"a-04"});
    std::vector<std::string> made = sources(shown({.gathering = id("g-20")}));
    std::sort(made.begin(), made.end());
    QCOMPARE(made, (std::vector<std::string>{"a-23", "a-24", "a-25", "a-26", "a-27"}));
    for (const store::RecordView &view : shown({.owner = id("org-01")}))
        QCOMPARE(view.field(promise::owner).id<RecordId>(), std::optional(id("org-01")));
    const std::vector<std::string> found = sources(shown({.words = "hospital"}));
    QVERIFY(std::find(found.begin(), found.end(), "a-13") != found.end());
    QVERIFY(found.size() < 30);
    const auto folded = usecases::countFolded(lay(), {.today = kAsOf});
    VERIFY_GOOD(folded);
    QCOMPARE(*folded, std::int64_t{0});
    QCOMPARE(usecases::findPromises(lay(), {.today = "soon"}).error().code, ErrorCode::InvalidInput);
}

// 10.8 (2): c-016 -> n-03 -> a-01 -> f-01 -> c-110.
void GoldenPromises::whatHappensNextIsTheStoryOfAPromise()
{
    const auto story = usecases::storyOf(lay(), id("a-01"));
    VERIFY_GOOD(story);
    QCOMPARE(sources(story->notes), std::vector<std::string>{"c-016"});
    QCOMPARE(sources(story->needs), std::vector<std::string>{"n-03"});
    QCOMPARE(sources(story->feedback), std::vector<std::string>{"f-01"});
    QCOMPARE(story->updates.size(), std::size_t{2});
    QCOMPARE(story->updates.front().field(kinds::action_update::new_state), Value("done"));
    QCOMPARE(story->promise.state, std::string("done"));
    QVERIFY(story->gathering && sources({*story->gathering}) == std::vector<std::string>{"g-02"});
    QVERIFY(story->said.empty()); // it moved there
    const auto heard = lay().search("what happens next", store::kSearchHits, kinds::contribution::kind);
    VERIFY_GOOD(heard);
    QVERIFY(std::any_of(heard->begin(), heard->end(), [this](const store::SearchHit &hit) { return hit.id == id("c-110"); }));
}

// 10.8 (3): c-004 -> a-04 stuck -> c-112 -> f-06 "cannot yet" -> a-27 pledge -> rm-05.
void GoldenPromises::theEveningQuestionIsStillOpen()
{
    const auto asked = usecases::storyOf(lay(), id("a-04"));
    VERIFY_GOOD(asked);
    QCOMPARE(sources(asked->notes), (std::vector<std::string>{"c-004", "c-112"}));
    QCOMPARE(asked->promise.state, std::string("stuck"));
    QCOMPARE(sources(asked->feedback), std::vector<std::string>{"f-06"});
    QCOMPARE(asked->feedback.front().field(kinds::feedback::status), Value("cannot_yet"));
    const auto tried = usecases::storyOf(lay(), id("a-27"));
    VERIFY_GOOD(tried);
    QCOMPARE(tried->promise.field(promise::kind_), Value("pledge"));
    QCOMPARE(sources(tried->feedback), std::vector<std::string>{"f-06"}); // the same line answers both
    const auto planned = lay().get(id("rm-05"));
    VERIFY_GOOD(planned);
    QCOMPARE(planned->field(kinds::road_map_item::workstream).id<RecordId>(), tried->promise.field(promise::workstream).id<RecordId>());
}

QTEST_GUILESS_MAIN(GoldenPromises)
#include "tst_goldenpromises.moc"
