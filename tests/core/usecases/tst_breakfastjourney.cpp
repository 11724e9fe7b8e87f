// Journey J1 of domain.md on the core: a hub, a coordinator and tablets in one process, the line cut at will.
#include <QTest>

#include "core/catalogue/handles.h"
#include "core/support/cbor.h"
#include "tests/support/programme.h"
#include "tests/support/verifygood.h"

using namespace ourtable;
using namespace ourtable::test;
namespace kinds = catalogue::kinds;
namespace note = catalogue::kinds::contribution;

class BreakfastJourney : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_programme.reset(); }

    void J1_04_draftSurvivesACrashAndIsNoNote();
    void J1_05_twoTabletsMergeWithoutDuplicates();
    void J1_06_headcountStepsAddUp();
    void J1_07_quotePermissionDefaultsToNotesOnly();
    void J1_08_publishingWaitsForWhatCouldIdentify();
    void J1_10_takenBackTextIsGoneEverywhere();
    void J1_13_closingWithoutReflectionIsStillToFinish();
    void J1_15_anyScriptComesThroughUnchanged();
    void J1_18_recapListsUnfinishedPromisesOldestFirst();

private:
    usecases::Workspace &coordinator() { return *m_programme->coordinator; }
    Member *tablet(const char *name) { return m_programme->letIn(name, {"lay_partner"}); }
    static Result<RecordId> start(usecases::Workspace &workspace, const std::string &date = "2026-11-12")
    {
        usecases::BreakfastPlan plan;
        plan.date = date;
        plan.place = "The Copper Kettle";
        return usecases::startBreakfast(workspace, plan);
    }
    static Result<RecordId> write(usecases::Workspace &workspace, const RecordId &gathering, const std::string &text, std::int64_t table = 1)
    {
        usecases::NewNote made;
        made.text = text;
        made.table = table;
        return usecases::addNote(workspace, gathering, made);
    }

    std::unique_ptr<Programme> m_programme;
};

void BreakfastJourney::init()
{
    m_programme = std::make_unique<Programme>();
    QVERIFY2(m_programme->found(), m_programme->failure.c_str());
}

void BreakfastJourney::J1_04_draftSurvivesACrashAndIsNoNote()
{
    Member *dami = tablet("Dami");
    QVERIFY2(dami, m_programme->failure.c_str());
    const Result<RecordId> gathering = start(**dami);
    VERIFY_GOOD(gathering);
    VERIFY_GOOD((*dami)->keepDraft("note", Value("The bus stops too early")));
    QVERIFY2(m_programme->reopen(*dami), m_programme->failure.c_str());
    const Result<Value> draft = (*dami)->draft("note");
    VERIFY_GOOD(draft);
    QCOMPARE(*draft->text(), std::string("The bus stops too early"));
    QCOMPARE(usecases::notesOf(**dami, *gathering)->size(), std::size_t{0});
    usecases::NewNote made;
    made.text = *draft->text();
    made.draft = "note";
    VERIFY_GOOD(usecases::addNote(**dami, *gathering, made));
    QCOMPARE((*dami)->draft("note").error().code, ErrorCode::NotFound); // gone in the same transaction
    QCOMPARE(usecases::notesOf(**dami, *gathering)->size(), std::size_t{1});
}

void BreakfastJourney::J1_05_twoTabletsMergeWithoutDuplicates()
{
    static constexpr int kNotes = 40; // 200 each by real processes in tests/cli
    Member *first = tablet("Dami");
    Member *second = tablet("Nuala");
    QVERIFY2(first && second, m_programme->failure.c_str());
    const Result<RecordId> gathering = start(**first);
    VERIFY_GOOD(gathering);
    VERIFY_GOOD((*first)->share());
    VERIFY_GOOD((*second)->share());
    m_programme->hub.online = false;
    for (int i = 0; i < kNotes; ++i) {
        VERIFY_GOOD(write(**first, *gathering, "first " + std::to_string(i), 1 + i % 3));
        VERIFY_GOOD(write(**second, *gathering, "second " + std::to_string(i), 1 + i % 3));
    }
    VERIFY_GOOD(usecases::countHeads(**first, *gathering, "staff", 3));
    VERIFY_GOOD(usecases::countHeads(**second, *gathering, "staff", 2));
    QCOMPARE((*first)->share().error().code, ErrorCode::Offline);
    m_programme->hub.online = true;
    for (int round = 0; round < 2; ++round) {
        VERIFY_GOOD((*second)->share());
        VERIFY_GOOD((*first)->share());
        VERIFY_GOOD((*second)->share());
        VERIFY_GOOD(coordinator().share());
    }
    const Result<std::vector<store::RecordView>> notes = usecases::notesOf(coordinator(), *gathering);
    VERIFY_GOOD(notes);
    QCOMPARE(notes->size(), std::size_t{2 * kNotes});
    for (usecases::Workspace *workspace : {first->workspace.get(), second->workspace.get()}) {
        const Result<std::vector<store::RecordView>> theirs = usecases::notesOf(*workspace, *gathering);
        VERIFY_GOOD(theirs);
        QVERIFY(std::equal(notes->begin(), notes->end(), theirs->begin(), theirs->end(),
                           [](const auto &a, const auto &b) { return a.id == b.id; }));
        QCOMPARE(workspace->digest()->hex(), coordinator().digest()->hex());
        QCOMPARE(usecases::headcount(*workspace, *gathering)->staff, std::int64_t{5});
    }
}

void BreakfastJourney::J1_06_headcountStepsAddUp()
{
    Member *a = tablet("A");
    Member *b = tablet("B");
    QVERIFY2(a && b, m_programme->failure.c_str());
    const Result<RecordId> gathering = start(**a);
    VERIFY_GOOD(gathering);
    VERIFY_GOOD((*a)->share());
    VERIFY_GOOD((*b)->share());
    VERIFY_GOOD(usecases::countHeads(**a, *gathering, "carers", 3));
    VERIFY_GOOD(usecases::countHeads(**a, *gathering, "carers", -1));
    VERIFY_GOOD(usecases::countHeads(**b, *gathering, "carers", 2));
    for (Member *member : {b, a, b})
        VERIFY_GOOD((*member)->share());
    QCOMPARE(usecases::headcount(**a, *gathering)->carers, std::int64_t{4});
    QCOMPARE(usecases::headcount(**b, *gathering)->carers, std::int64_t{4});
}

void BreakfastJourney::J1_07_quotePermissionDefaultsToNotesOnly()
{
    const Result<RecordId> gathering = start(coordinator());
    VERIFY_GOOD(gathering);
    const Result<RecordId> written = write(coordinator(), *gathering, "Nobody asked before");
    VERIFY_GOOD(written);
    QCOMPARE(*coordinator().get(*written)->field(note::quote_permission).text(), std::string("notes_only"));
    QVERIFY(usecases::openNotesOf(coordinator(), *gathering)->empty());
}

void BreakfastJourney::J1_08_publishingWaitsForWhatCouldIdentify()
{
    Member *dami = tablet("Dami");
    QVERIFY2(dami, m_programme->failure.c_str());
    const Result<RecordId> gathering = start(**dami);
    VERIFY_GOOD(gathering);
    usecases::NewNote made;
    made.text = "The woman with the red coat said so";
    made.quotePermission = "anonymous";
    const Result<RecordId> written = usecases::addNote(**dami, *gathering, made);
    VERIFY_GOOD(written);
    using How = usecases::FieldEdit::How;
    VERIFY_GOOD((*dami)->change(*written, {{note::could_identify, How::Set, true, {}}}));
    VERIFY_GOOD(usecases::countHeads(**dami, *gathering, "staff", 2));
    usecases::Closing closing;
    closing.rulesRead = true;
    closing.notesExplained = true;
    VERIFY_GOOD(usecases::closeBreakfast(**dami, *gathering, closing));
    VERIFY_GOOD((*dami)->share());
    VERIFY_GOOD(coordinator().share());
    VERIFY_GOOD(coordinator().move(*gathering, "checked"));
    const Result<void> refused = coordinator().move(*gathering, "published");
    QVERIFY(!refused);
    QCOMPARE(refused.error(), (Error{ErrorCode::GuardRefused, "gathering_ready_to_publish"}));
    VERIFY_GOOD(coordinator().change(*written, {{note::quote_permission, How::Set, "notes_only", {}}}));
    VERIFY_GOOD(coordinator().move(*gathering, "published")); // not the person who started it
}

void BreakfastJourney::J1_10_takenBackTextIsGoneEverywhere()
{
    Member *dami = tablet("Dami");
    Member *nuala = tablet("Nuala");
    QVERIFY2(dami && nuala, m_programme->failure.c_str());
    const Result<RecordId> gathering = start(**dami);
    VERIFY_GOOD(gathering);
    const Result<RecordId> written = write(**dami, *gathering, "zanzibarcanary");
    VERIFY_GOOD(written);
    VERIFY_GOOD((*dami)->share());
    VERIFY_GOOD((*nuala)->share());
    QCOMPARE((*nuala)->search("zanzibarcanary")->size(), std::size_t{1});
    VERIFY_GOOD((*dami)->takeBack(*written));
    QVERIFY((*dami)->get(*written)->erased);
    QVERIFY((*dami)->search("zanzibarcanary")->empty());
    VERIFY_GOOD((*dami)->share());
    VERIFY_GOOD((*nuala)->share());
    const Result<store::RecordView> there = (*nuala)->get(*written);
    VERIFY_GOOD(there);
    QVERIFY(there->erased);
    QVERIFY(there->field(note::text).isNull());
    QVERIFY((*nuala)->search("zanzibarcanary")->empty());
    // No ciphertext of it is left either, on the other tablet or at the hub.
    const auto stored = (*nuala)->profile().log().changesOf(*written);
    VERIFY_GOOD(stored);
    for (const store::StoredChange &change : *stored)
        QVERIFY(change.envelope.kind == sync::ChangeKind::Erase || !change.envelope.ciphertext);
    // An edit that arrives late brings nothing back.
    QCOMPARE((*nuala)->change(*written, {{note::text, usecases::FieldEdit::How::Set, "again", {}}}).error().code, ErrorCode::Erased);
}

void BreakfastJourney::J1_13_closingWithoutReflectionIsStillToFinish()
{
    Member *dami = tablet("Dami");
    QVERIFY2(dami, m_programme->failure.c_str());
    const Result<RecordId> gathering = start(**dami);
    VERIFY_GOOD(gathering);
    VERIFY_GOOD(usecases::countHeads(**dami, *gathering, "local_people", 1));
    usecases::Closing closing;
    closing.rulesRead = true;
    VERIFY_GOOD(usecases::closeBreakfast(**dami, *gathering, closing));
    VERIFY_GOOD((*dami)->share());
    VERIFY_GOOD(coordinator().share());
    const Result<std::vector<store::RecordView>> unfinished = usecases::stillToFinish(coordinator());
    VERIFY_GOOD(unfinished);
    QCOMPARE(unfinished->size(), std::size_t{1});
    QCOMPARE(unfinished->front().id, *gathering);
}

void BreakfastJourney::J1_15_anyScriptComesThroughUnchanged()
{
    static const std::string kTexts[] = {
        "Zażółć gęślą jaźń, proszę",
        "Waxaan u baahanahay meel diiran",
        "نحتاج إلى مكان دافئ في المساء",
        "☕️ 👩🏽‍🦽 🫖 thanks",
        "e\xcc\x81 a\xcc\x88\xcc\xb1 combining",
        "line one\nline two\twith a tab",
    };
    Member *dami = tablet("Dami");
    QVERIFY2(dami, m_programme->failure.c_str());
    const Result<RecordId> gathering = start(**dami);
    VERIFY_GOOD(gathering);
    std::string longest;
    while (longest.size() < 1000)
        longest += "\xd9\x86"; // 500 Arabic letters
    std::vector<std::pair<RecordId, std::string>> written;
    for (const std::string &text : kTexts) {
        const Result<RecordId> made = write(**dami, *gathering, text);
        VERIFY_GOOD(made);
        written.emplace_back(*made, text);
    }
    const Result<RecordId> full = write(**dami, *gathering, longest);
    VERIFY_GOOD(full);
    written.emplace_back(*full, longest);
    QCOMPARE(write(**dami, *gathering, longest + "\xd9\x86").error().code, ErrorCode::TooLong);
    VERIFY_GOOD((*dami)->share());
    VERIFY_GOOD(coordinator().share());
    for (const auto &[id, text] : written)
        QCOMPARE(*coordinator().get(id)->field(note::text).text(), text);
}

void BreakfastJourney::J1_18_recapListsUnfinishedPromisesOldestFirst()
{
    using How = usecases::FieldEdit::How;
    namespace promise = catalogue::kinds::action;
    std::vector<RecordId> gatherings;
    for (const char *date : {"2026-07-09", "2026-08-13", "2026-09-10", "2026-10-08", "2026-11-12"}) {
        const Result<RecordId> made = start(coordinator(), date);
        VERIFY_GOOD(made);
        gatherings.push_back(*made);
    }
    const auto promised = [&](const RecordId &gathering, const std::string &text, const std::string &madeOn) {
        return coordinator().create(promise::kind, {{promise::text, How::Set, text, {}},
                                                    {promise::gathering, How::Set, gathering, {}},
                                                    {promise::owner_type, How::Set, "unnamed", {}},
                                                    {promise::made_on, How::Set, madeOn, {}},
                                                    {promise::due, How::Set, "2026-12-10", {}}});
    };
    VERIFY_GOOD(promised(gatherings[0], "Too long ago", "2026-07-09"));
    VERIFY_GOOD(promised(gatherings[3], "Ask the library", "2026-10-08"));
    VERIFY_GOOD(promised(gatherings[1], "Ring the bus company", "2026-08-13"));
    const Result<usecases::Saved> gone = promised(gatherings[2], "Let go of this", "2026-09-10");
    VERIFY_GOOD(gone);
    VERIFY_GOOD(coordinator().move(gone->record, "let_go"));
    const Result<std::vector<store::RecordView>> recap = usecases::recapFor(coordinator(), gatherings[4]);
    VERIFY_GOOD(recap);
    QCOMPARE(recap->size(), std::size_t{2});
    QCOMPARE(*recap->at(0).field(promise::text).text(), std::string("Ring the bus company"));
    QCOMPARE(*recap->at(1).field(promise::text).text(), std::string("Ask the library"));
}

QTEST_APPLESS_MAIN(BreakfastJourney)
#include "tst_breakfastjourney.moc"
