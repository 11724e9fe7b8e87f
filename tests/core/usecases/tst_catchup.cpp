// What a workspace tells of the records whose look changed: each once, nothing forgotten, whoever folded it.
#include <QTest>

#include <algorithm>

#include "core/catalogue/handles.h"
#include "core/usecases/keyhandover.h"
#include "tests/support/programme.h"
#include "tests/support/verifygood.h"

using namespace ourtable;
using namespace ourtable::test;
namespace kinds = catalogue::kinds;
using usecases::Touched;

class CatchUp : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_programme.reset(); }

    void tellsEveryRecordOnce();
    void whatASaveFoldedIsToldToo();
    void nothingIsToldTwice();
    void unlockingTellsNothing();
    void sharingLeavesItToBeTold();
    void aLateKeyTouchesOnlyWhatItOpens();
    void wordsAreIndexedAFewAtATime();
    void aSnapshotIsStaleUntilItIsWritten();

private:
    static bool holds(const std::vector<Touched> &touched, const RecordId &record, catalogue::KindNumber kind)
    {
        return std::ranges::count(touched, Touched{record, kind}) == 1;
    }
    static RecordId note(usecases::Workspace &workspace, const RecordId &gathering, const std::string &text)
    {
        usecases::NewNote made;
        made.text = text;
        const Result<RecordId> saved = usecases::addNote(workspace, gathering, made);
        return saved ? *saved : RecordId{};
    }

    std::unique_ptr<Programme> m_programme;
    Member *m_nuala = nullptr;
    Member *m_dami = nullptr;
    RecordId m_gathering;
};

void CatchUp::init()
{
    m_programme = std::make_unique<Programme>();
    QVERIFY2(m_programme->found(), m_programme->failure.c_str());
    m_nuala = m_programme->letIn("Nuala", {"lay_partner"});
    m_dami = m_programme->letIn("Dami", {"lay_partner"});
    QVERIFY2(m_nuala && m_dami, m_programme->failure.c_str());
    usecases::BreakfastPlan plan;
    plan.date = "2026-11-12";
    plan.place = "The Copper Kettle";
    const Result<RecordId> gathering = usecases::startBreakfast(**m_nuala, plan);
    VERIFY_GOOD(gathering);
    m_gathering = *gathering;
    VERIFY_GOOD((*m_nuala)->share());
    VERIFY_GOOD((*m_dami)->share());
    VERIFY_GOOD((*m_dami)->catchUp());
}

void CatchUp::tellsEveryRecordOnce()
{
    const RecordId first = note(**m_nuala, m_gathering, "The ramp is too steep");
    const RecordId second = note(**m_nuala, m_gathering, "Buses stop at six");
    VERIFY_GOOD((*m_nuala)->change(first, {{kinds::contribution::level, usecases::FieldEdit::How::Set, Value(std::string("individual")), {}}}));
    VERIFY_GOOD((*m_nuala)->share());
    VERIFY_GOOD(m_dami->profile->share());
    const auto touched = (*m_dami)->afterSharing();
    VERIFY_GOOD(touched);
    QCOMPARE(touched->size(), std::size_t{2});
    QVERIFY(holds(*touched, first, kinds::contribution::kind));
    QVERIFY(holds(*touched, second, kinds::contribution::kind));
}

void CatchUp::whatASaveFoldedIsToldToo()
{
    const RecordId theirs = note(**m_nuala, m_gathering, "The ramp is too steep");
    VERIFY_GOOD((*m_nuala)->share());
    VERIFY_GOOD(m_dami->profile->share());
    const RecordId mine = note(**m_dami, m_gathering, "A second handrail"); // folds what arrived with it
    const auto touched = (*m_dami)->afterSharing();
    VERIFY_GOOD(touched);
    QVERIFY(holds(*touched, theirs, kinds::contribution::kind));
    QVERIFY(holds(*touched, mine, kinds::contribution::kind));
}

void CatchUp::nothingIsToldTwice()
{
    const RecordId mine = note(**m_dami, m_gathering, "A second handrail");
    QCOMPARE((*m_dami)->catchUp().value(), (std::vector<Touched>{{mine, kinds::contribution::kind}}));
    QVERIFY((*m_dami)->catchUp().value().empty());
    QVERIFY((*m_dami)->afterSharing().value().empty());
}

void CatchUp::unlockingTellsNothing()
{
    QVERIFY(!note(**m_dami, m_gathering, "A second handrail").isZero());
    QVERIFY2(m_programme->reopen(*m_dami), m_programme->failure.c_str()); // without a snapshot
    QVERIFY((*m_dami)->catchUp().value().empty());
    VERIFY_GOOD((*m_dami)->writeSnapshot());
    QVERIFY(!note(**m_dami, m_gathering, "And a bench").isZero());
    QVERIFY2(m_programme->reopen(*m_dami), m_programme->failure.c_str()); // from one that is older
    QVERIFY((*m_dami)->openedFromSnapshot());
    QVERIFY((*m_dami)->catchUp().value().empty());
}

void CatchUp::sharingLeavesItToBeTold()
{
    const RecordId theirs = note(**m_nuala, m_gathering, "The ramp is too steep");
    VERIFY_GOOD((*m_nuala)->share());
    VERIFY_GOOD((*m_dami)->share()); // as letting somebody in does by itself
    QVERIFY(holds((*m_dami)->catchUp().value(), theirs, kinds::contribution::kind));
}

void CatchUp::aLateKeyTouchesOnlyWhatItOpens()
{
    Member *bea = m_programme->letIn("Bea", {"support_lead"});
    Member *cyd = m_programme->letIn("Cyd", {"support_lead"});
    QVERIFY2(bea && cyd, m_programme->failure.c_str());
    VERIFY_GOOD((*bea)->share()); // from here on the coordinator holds no key of support
    Member *eve = m_programme->letIn("Eve", {"support_lead"});
    QVERIFY2(eve, m_programme->failure.c_str());
    using How = usecases::FieldEdit::How;
    namespace need = kinds::support_need;
    const auto made = (*bea)->create(need::kind, {{need::code_name, How::Set, Value(std::string("Robin")), {}},
                                                  {need::permission, How::Set, Value(std::string("keep")), {}}});
    VERIFY_GOOD(made);
    const RecordId seen = note(**m_nuala, m_gathering, "Buses stop at six");
    VERIFY_GOOD((*m_nuala)->share());
    VERIFY_GOOD((*eve)->share());
    VERIFY_GOOD((*eve)->catchUp());
    QVERIFY((*eve)->get(seen));
    QVERIFY(!(*eve)->get(made->record)); // no key yet
    VERIFY_GOOD(bea->profile->share());
    VERIFY_GOOD((*bea)->afterSharing());
    QVERIFY(usecases::handOverKeys(**bea).value() > 0);
    VERIFY_GOOD(eve->profile->share());
    const auto touched = (*eve)->afterSharing();
    VERIFY_GOOD(touched);
    QVERIFY((*eve)->get(made->record));
    QCOMPARE(*touched, (std::vector<Touched>{{made->record, need::kind}})); // and not the notes, which look as before
}

void CatchUp::wordsAreIndexedAFewAtATime()
{
    VERIFY_GOOD((*m_dami)->indexSome(INT64_MAX));
    for (int i = 0; i < 5; ++i)
        QVERIFY(!note(**m_dami, m_gathering, "A second handrail").isZero());
    QCOMPARE((*m_dami)->indexSome(2).value(), std::int64_t{3});
    QCOMPARE((*m_dami)->indexSome(0).value(), std::int64_t{3});
    QCOMPARE((*m_dami)->indexSome(100).value(), std::int64_t{0});
    QCOMPARE((*m_dami)->search("handrail")->size(), std::size_t{5});
}

void CatchUp::aSnapshotIsStaleUntilItIsWritten()
{
    QVERIFY((*m_dami)->snapshotIsStale().value());
    VERIFY_GOOD((*m_dami)->writeSnapshot());
    QVERIFY(!(*m_dami)->snapshotIsStale().value());
    QVERIFY(!note(**m_nuala, m_gathering, "The ramp is too steep").isZero());
    VERIFY_GOOD((*m_nuala)->share());
    VERIFY_GOOD(m_dami->profile->share());
    QVERIFY((*m_dami)->snapshotIsStale().value()); // it is here, though nobody has folded it
    VERIFY_GOOD((*m_dami)->afterSharing());
    VERIFY_GOOD((*m_dami)->writeSnapshot());
    QVERIFY2(m_programme->reopen(*m_dami), m_programme->failure.c_str());
    QVERIFY(!(*m_dami)->snapshotIsStale().value());
}

QTEST_GUILESS_MAIN(CatchUp)
#include "tst_catchup.moc"
