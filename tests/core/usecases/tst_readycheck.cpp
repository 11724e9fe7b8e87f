// Before a breakfast begins: what people need without who they are, the rules in force, and the two ticks (domain.md J1 step 3).
#include <QTest>

#include "core/usecases/breakfasts.h"
#include "core/usecases/readycheck.h"
#include "tests/core/usecases/guardworld.h"
#include "tests/support/verifygood.h"

using namespace ourtable;
using namespace ourtable::test;
namespace needs = kinds::access_needs;

class ReadyCheckTest final : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void needsAreCountedByPeopleNotByRecords();
    void aLayPartnerSeesTheNeedsThatAreSharedWithThem();
    void whatEndedIsNotCounted();
    void theRulesAreThoseOfTheAgreementInForce();
    void ticksAreKeptAndComeOff();

private:
    static std::int64_t peopleWith(const usecases::ReadyCheck &check, const char *code)
    {
        for (const usecases::NeedInTheRoom &need : check.needs) {
            if (need.code == code)
                return need.people;
        }
        return 0;
    }
    RecordId need(const RecordId &person, const ValueArray &said, const char *shareWith, const char *state = "active")
    {
        return m_world.brought(needs::kind, {{needs::person, person}, {needs::needs, said}, {needs::share_with, shareWith},
                                             {needs::review_on, "2027-01-01"}}, state);
    }
    RecordId agreement(const char *on, const char *rule, const char *state)
    {
        namespace fields = kinds::agreement;
        const ValueArray rules{rule, "Two", "Three", "Four", "Five"};
        return m_world.brought(fields::kind, {{fields::definition, "Together"}, {fields::ground_rules, rules}, {fields::agreed_on, on},
                                              {fields::agreed_with, "The Forum"}}, state);
    }
    usecases::Workspace &office() { return *m_world.programme.coordinator; }
    usecases::Workspace &dami() { return **m_world.dami; }

    GuardWorld m_world;
    RecordId m_gathering;
};

void ReadyCheckTest::initTestCase()
{
    QVERIFY(m_world.found());
    const Result<RecordId> started = usecases::startBreakfast(dami(), {.place = "The Copper Kettle"});
    VERIFY_GOOD(started);
    m_gathering = *started;
    const RecordId nuala = m_world.personOf(*m_world.nuala);
    QVERIFY(!need(nuala, {"quiet room", "hearing loop"}, "everyone").isZero());
    QVERIFY(!need(nuala, {"quiet room"}, "organisers").isZero()); // the same person once more
    QVERIFY(!need(m_world.personOf(*m_world.bea), {"hearing loop"}, "organisers").isZero());
    QVERIFY(!need(m_world.personOf(*m_world.kit), {"taxi"}, "everyone", "ended").isZero());
    QVERIFY(!agreement("2026-01-10", "Listen first", "in_force").isZero());
    QVERIFY(!agreement("2026-10-10", "One voice at a time", "in_force").isZero());
    QVERIFY(!agreement("2026-11-10", "Still being written", "draft").isZero());
    QVERIFY(m_world.shareAll());
}

void ReadyCheckTest::needsAreCountedByPeopleNotByRecords()
{
    const Result<usecases::ReadyCheck> check = usecases::readyCheck(office(), m_gathering);
    VERIFY_GOOD(check);
    QCOMPARE(check->people, std::int64_t{2});
    QCOMPARE(check->needs.front(), (usecases::NeedInTheRoom{"", "hearing loop", 2}));
    QCOMPARE(peopleWith(*check, "quiet room"), std::int64_t{1});
}

void ReadyCheckTest::aLayPartnerSeesTheNeedsThatAreSharedWithThem()
{
    const Result<usecases::ReadyCheck> check = usecases::readyCheck(**m_world.nuala, m_gathering);
    VERIFY_GOOD(check);
    QCOMPARE(check->people, std::int64_t{1}); // her own
    QCOMPARE(peopleWith(*check, "hearing loop"), std::int64_t{1});
}

void ReadyCheckTest::whatEndedIsNotCounted()
{
    const Result<usecases::ReadyCheck> check = usecases::readyCheck(office(), m_gathering);
    VERIFY_GOOD(check);
    QCOMPARE(peopleWith(*check, "taxi"), std::int64_t{0});
}

void ReadyCheckTest::theRulesAreThoseOfTheAgreementInForce()
{
    const Result<usecases::ReadyCheck> check = usecases::readyCheck(dami(), m_gathering);
    VERIFY_GOOD(check);
    QCOMPARE(check->groundRules.size(), std::size_t{5});
    QCOMPARE(check->groundRules.front(), std::string("One voice at a time"));
    QCOMPARE(usecases::readyCheck(dami(), m_world.personOf(*m_world.nuala)).error().code, ErrorCode::NotFound);
}

void ReadyCheckTest::ticksAreKeptAndComeOff()
{
    VERIFY_GOOD(usecases::setRulesRead(dami(), m_gathering, true));
    VERIFY_GOOD(usecases::setNotesExplained(dami(), m_gathering, true));
    VERIFY_GOOD(usecases::setNotesExplained(dami(), m_gathering, false));
    const Result<usecases::ReadyCheck> check = usecases::readyCheck(dami(), m_gathering);
    VERIFY_GOOD(check);
    QVERIFY(check->rulesRead && !check->notesExplained);
    QCOMPARE(check->state, std::string("open"));
}

QTEST_GUILESS_MAIN(ReadyCheckTest)
#include "tst_readycheck.moc"
