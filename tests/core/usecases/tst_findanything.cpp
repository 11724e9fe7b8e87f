// Finding anything by its words: what is found as what, and what is never found beside each other (domain.md 10.8, story 1).
#include <QTest>

#include "core/usecases/breakfasts.h"
#include "core/usecases/findanything.h"
#include "tests/core/usecases/guardworld.h"
#include "tests/support/verifygood.h"

using namespace ourtable;
using namespace ourtable::test;

class FindAnythingTest final : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void everyKindIsFoundByItsWords();
    void anUpdateIsFoundAsItsPromise();
    void story1_aSupportNoteNeverStandsBesideWhatWasSaidAtTheTable();
    void whatWasRemovedOrTakenBackIsNotFound();
    void noWordsFindNothing();

private:
    static std::vector<RecordId> found(usecases::Workspace &by, const char *typed)
    {
        const Result<std::vector<store::RecordKey>> keys = usecases::findAnything(by, typed);
        std::vector<RecordId> ids;
        for (const store::RecordKey &key : keys ? *keys : std::vector<store::RecordKey>{{RecordId{{1}}}})
            ids.push_back(key.id);
        return ids;
    }
    RecordId note(const char *words)
    {
        usecases::NewNote note;
        note.text = words;
        return usecases::addNote(dami(), m_gathering, note).value();
    }
    usecases::Workspace &dami() { return **m_world.dami; }
    usecases::Workspace &bea() { return **m_world.bea; }

    GuardWorld m_world;
    RecordId m_gathering;
};

void FindAnythingTest::initTestCase()
{
    QVERIFY(m_world.found());
    const Result<RecordId> started = usecases::startBreakfast(dami(), {.place = "The Copper Kettle"});
    VERIFY_GOOD(started);
    m_gathering = *started;
}

void FindAnythingTest::everyKindIsFoundByItsWords()
{
    const RecordId said = note("A lantern by the door");
    const RecordId group = m_world.made(dami(), kinds::organisation::kind,
                                        {{kinds::organisation::name, "Lantern House"}, {kinds::organisation::sector, "voluntary"}});
    QCOMPARE(found(dami(), "lanter"), (std::vector<RecordId>{group, said})); // the newest first
    QCOMPARE(found(dami(), "lantern house"), std::vector<RecordId>{group});
}

void FindAnythingTest::anUpdateIsFoundAsItsPromise()
{
    const RecordId promise = m_world.brought(kinds::action::kind,
                                             {{kinds::action::kind_, "pledge"}, {kinds::action::text, "Bring a kettle"},
                                              {kinds::action::owner_type, "unnamed"}, {kinds::action::due, "2026-12-10"}}, "offered");
    const RecordId update = m_world.brought(kinds::action_update::kind,
                                            {{kinds::action_update::action, promise}, {kinds::action_update::on, "2026-11-20"},
                                             {kinds::action_update::text, "The kettle is on the marmalade shelf"}});
    QVERIFY(!update.isZero());
    QCOMPARE(found(*m_world.programme.coordinator, "marmalade"), std::vector<RecordId>{promise});
    QCOMPARE(found(*m_world.programme.coordinator, "kettle").size(), std::size_t{1 + 0}); // both are the one promise
}

void FindAnythingTest::story1_aSupportNoteNeverStandsBesideWhatWasSaidAtTheTable()
{
    const RecordId said = note("Brown envelopes. I had eleven in a drawer.");
    const RecordId need = m_world.made(dami(), kinds::support_need::kind,
                                       {{kinds::support_need::permission, "keep"}, {kinds::support_need::in_their_words, "eleven brown envelopes"},
                                        {kinds::support_need::areas, ValueArray{"money"}}});
    QVERIFY(!need.isZero() && m_world.shareAll());
    VERIFY_GOOD(bea().get(need)); // she may read both
    VERIFY_GOOD(bea().get(said));
    QCOMPARE(found(bea(), "eleven envelopes"), std::vector<RecordId>{said});
    QCOMPARE(bea().search("eleven envelopes")->size(), std::size_t{1});
    QCOMPARE(bea().search("eleven envelopes", 50, kinds::support_need::kind)->front().id, need);
}

void FindAnythingTest::whatWasRemovedOrTakenBackIsNotFound()
{
    const RecordId removed = note("A peacock in the yard");
    const RecordId takenBack = note("A peacock on the roof");
    QCOMPARE(found(dami(), "peacock").size(), std::size_t{2});
    VERIFY_GOOD(dami().hide(removed));
    VERIFY_GOOD(dami().takeBack(takenBack));
    QVERIFY(found(dami(), "peacock").empty());
}

void FindAnythingTest::noWordsFindNothing()
{
    QVERIFY(found(dami(), "").empty());
    QVERIFY(found(dami(), " \"* ( ").empty());
    QCOMPARE(usecases::findAnything(dami(), "\xff").error().code, ErrorCode::InvalidInput);
}

QTEST_GUILESS_MAIN(FindAnythingTest)
#include "tst_findanything.moc"
