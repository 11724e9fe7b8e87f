// Passing to a device nearby without the hub (PROTOCOL.md 10): what goes, what does not, and that only the hub gives receipts.
#include <QTest>

#include "core/catalogue/handles.h"
#include "core/sync/carried.h"
#include "core/usecases/passing.h"
#include "tests/support/twopartners.h"
#include "tests/support/verifygood.h"

using namespace ourtable;
using namespace ourtable::test;
using namespace ourtable::usecases;
namespace need = catalogue::kinds::support_need;
namespace note = catalogue::kinds::contribution;

class Passing : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_programme.reset(); }

    void notesReachTheOtherAndWaitForTheHubOnBoth();
    void againThereIsNothingToPass();
    void whatCameBeforeACutStaysAndTheRestFollows();
    void onlyCirclesThatTheOtherReadsLeave();
    void whatNobodyHereReadsIsNotTaken();
    void writersThatTheOtherDoesNotKnowStayBehind();
    void aDeviceThatMayNotBeMetGetsNothing();
    void aSetWithoutItsSealsIsRefused();

private:
    void write(Member &member, const std::string &text);
    void writeSealed();
    [[nodiscard]] std::vector<CircleId> hiddenFromJoel(Member &member);
    [[nodiscard]] static std::int64_t notesOn(Member &member) { return member->count({.kind = note::kind}).value(); }
    [[nodiscard]] static std::int64_t waiting(Member &member) { return waitingThings(*member.profile, member.workspace.get()).value().total(); }
    // All sets that one would pass to the other, which says first what it has.
    [[nodiscard]] static std::vector<sync::PullAnswer> setsFor(Member &from, Member &to);
    [[nodiscard]] static Result<CameNearby> take(Member &to, Member &from, const sync::PullAnswer &set) { return takeNearby(*to, from.profile->device(), set); }

    std::unique_ptr<Programme> m_programme;
    Member *m_ruth = nullptr;
    Member *m_joel = nullptr;
    Member *m_bea = nullptr; // only with writeSealed()
    RecordId m_gathering;
};

void Passing::init()
{
    m_programme = std::make_unique<Programme>();
    QVERIFY2(foundWithTwo(*m_programme, m_ruth, m_joel, m_gathering), m_programme->failure.c_str());
    for (Member *each : {m_ruth, m_joel, &m_programme->coordinator}) {
        VERIFY_GOOD((*each)->share());
        VERIFY_GOOD((*each)->catchUp());
    }
    m_programme->hub.online = false;
}

void Passing::write(Member &member, const std::string &text)
{
    NewNote made;
    made.text = text;
    VERIFY_GOOD(addNote(*member, m_gathering, made));
}

std::vector<sync::PullAnswer> Passing::setsFor(Member &from, Member &to)
{
    const auto heads = headsFor(*to, from.profile->device());
    const auto pages = heads ? pagesFor(*from, to.profile->device(), *heads) : Result<std::vector<sync::PullAnswer>>(heads.error());
    if (!pages)
        qFatal("nothing to pass: %s", std::string(nameOf(pages.error().code)).c_str());
    std::vector<sync::PullAnswer> sets;
    for (const sync::PullAnswer &page : *pages) {
        if (sets.empty() || sets.back().circle != page.circle)
            sets.push_back(page);
        else if (!sync::addPage(sets.back(), page))
            qFatal("pages do not fit");
    }
    return sets;
}

void Passing::notesReachTheOtherAndWaitForTheHubOnBoth()
{
    write(*m_ruth, "A bench");
    write(*m_ruth, "A ramp");
    const auto sets = setsFor(*m_ruth, *m_joel);
    QCOMPARE(sets.size(), std::size_t{1});
    const auto came = take(*m_joel, *m_ruth, sets.front());
    VERIFY_GOOD(came);
    QCOMPARE(came->things, (Things{2, 0, 0}));
    QCOMPARE(came->touched.size(), std::size_t{2});
    QCOMPARE(notesOn(*m_joel), std::int64_t{2});
    QCOMPARE(waiting(*m_ruth), std::int64_t{2}); // no receipt for either
    QCOMPARE(waiting(*m_joel), std::int64_t{2});

    m_programme->hub.online = true;
    VERIFY_GOOD((*m_joel)->share()); // who meets the hub first brings them there
    QCOMPARE(waiting(*m_joel), std::int64_t{0});
    QCOMPARE(waiting(*m_ruth), std::int64_t{2});
    VERIFY_GOOD(m_programme->coordinator->share());
    VERIFY_GOOD(m_programme->coordinator->catchUp());
    QCOMPARE(notesOn(m_programme->coordinator), std::int64_t{2});
    VERIFY_GOOD((*m_ruth)->share());
    QCOMPARE(waiting(*m_ruth), std::int64_t{0});
    QCOMPARE((*m_ruth)->digest().value(), (*m_joel)->digest().value());
}

void Passing::againThereIsNothingToPass()
{
    write(*m_ruth, "A bench");
    const auto sets = setsFor(*m_ruth, *m_joel);
    VERIFY_GOOD(take(*m_joel, *m_ruth, sets.front()));
    const auto again = take(*m_joel, *m_ruth, sets.front());
    VERIFY_GOOD(again);
    QCOMPARE(again->things, Things{});
    QVERIFY(again->touched.empty());
    QVERIFY(setsFor(*m_ruth, *m_joel).empty());
    QVERIFY(setsFor(*m_joel, *m_ruth).empty()); // nor back
    write(*m_joel, "A kettle");
    const auto back = setsFor(*m_joel, *m_ruth);
    QCOMPARE(back.size(), std::size_t{1});
    QCOMPARE(take(*m_ruth, *m_joel, back.front())->things, (Things{1, 0, 0}));
}

void Passing::whatCameBeforeACutStaysAndTheRestFollows()
{
    write(m_programme->coordinator, "From the office");
    m_programme->hub.online = true;
    Member *const second = m_programme->letIn("Ada", {"coordinator"});
    QVERIFY2(second, m_programme->failure.c_str());
    m_programme->hub.online = false;
    auto sets = setsFor(m_programme->coordinator, *second);
    for (int round = 0; !sets.empty() && round < 20; ++round) { // each time it is cut after one circle
        VERIFY_GOOD(take(*second, m_programme->coordinator, sets.front()));
        const auto left = setsFor(m_programme->coordinator, *second);
        QCOMPARE(left.size(), sets.size() - 1);
        sets = left;
    }
    QVERIFY(sets.empty());
}

// Ruth writes it, Bea reads it, nobody else does.
void Passing::writeSealed()
{
    m_programme->hub.online = true;
    m_bea = m_programme->letIn("Bea", {"support_lead"});
    QVERIFY2(m_bea, m_programme->failure.c_str());
    VERIFY_GOOD((*m_ruth)->share());
    VERIFY_GOOD((*m_joel)->share());
    VERIFY_GOOD((*m_ruth)->create(need::kind, {{need::code_name, FieldEdit::How::Set, "Robin", {}},
                                               {need::permission, FieldEdit::How::Set, "keep", {}},
                                               {need::areas, FieldEdit::How::Add, "communication", {}},
                                               {need::in_their_words, FieldEdit::How::Set, "Letters", {}},
                                               {need::when_needed, FieldEdit::How::Set, "this_week", {}}}));
    m_programme->hub.online = false;
}

std::vector<CircleId> Passing::hiddenFromJoel(Member &member)
{
    std::vector<CircleId> circles = member.profile->log().circlesWithChanges().value();
    std::erase_if(circles, [&](const CircleId &circle) { return member->directory().modeOf(m_joel->endpoint, circle) == sync::CircleMode::Reader; });
    return circles;
}

void Passing::onlyCirclesThatTheOtherReadsLeave()
{
    writeSealed();
    QVERIFY(!hiddenFromJoel(*m_ruth).empty());
    for (const sync::PullAnswer &set : setsFor(*m_ruth, *m_joel))
        QVERIFY((*m_ruth)->directory().modeOf(m_joel->endpoint, set.circle) == sync::CircleMode::Reader);
    const auto sets = setsFor(*m_ruth, *m_bea);
    QVERIFY(std::ranges::any_of(sets, [&](const sync::PullAnswer &set) { return set.circle == hiddenFromJoel(*m_ruth).front(); }));
    // Nor does anybody hear how much there is in them.
    const auto told = headsFor(**m_bea, m_joel->profile->device());
    VERIFY_GOOD(told);
    QVERIFY(!told->circles.empty());
    for (const sync::HeadsMessage &heads : told->circles)
        QVERIFY((*m_bea)->directory().modeOf(m_joel->endpoint, heads.circle) == sync::CircleMode::Reader);
}

void Passing::whatNobodyHereReadsIsNotTaken()
{
    writeSealed();
    const std::vector<CircleId> hidden = hiddenFromJoel(*m_ruth);
    QVERIFY(!hidden.empty());
    const auto set = m_ruth->profile->log().lackedBy(hidden.front(), {});
    VERIFY_GOOD(set);
    const auto taken = take(*m_joel, *m_ruth, *set);
    QVERIFY(!taken && taken.error().code == ErrorCode::NotPermitted);
    VERIFY_GOOD(take(*m_bea, *m_ruth, *set));
}

void Passing::writersThatTheOtherDoesNotKnowStayBehind()
{
    m_programme->hub.online = true;
    Member *const zoe = m_programme->letIn("Zoe", {"lay_partner"}); // Joel's tablet has not heard of her
    QVERIFY2(zoe, m_programme->failure.c_str());
    VERIFY_GOOD((*zoe)->share());
    write(*zoe, "A swing");
    VERIFY_GOOD((*zoe)->share());
    VERIFY_GOOD((*m_ruth)->share());
    VERIFY_GOOD((*m_ruth)->catchUp());
    QCOMPARE(notesOn(*m_ruth), std::int64_t{1});
    m_programme->hub.online = false;
    write(*m_ruth, "A bench");
    const auto sets = setsFor(*m_ruth, *m_joel);
    QCOMPARE(sets.size(), std::size_t{1});
    const auto came = take(*m_joel, *m_ruth, sets.front());
    VERIFY_GOOD(came);
    QVERIFY(came->things.others > 0 && came->things.notes == 0); // Ruth's, who knows Zoe: it waits until Joel's tablet does
    QCOMPARE(notesOn(*m_joel), std::int64_t{0});
    QVERIFY(waiting(*m_joel) > 0);
    m_programme->hub.online = true;
    VERIFY_GOOD((*m_joel)->share());
    VERIFY_GOOD((*m_joel)->catchUp());
    QCOMPARE(notesOn(*m_joel), std::int64_t{2});
}

void Passing::aDeviceThatMayNotBeMetGetsNothing()
{
    write(*m_ruth, "A bench");
    const DeviceId stranger = m_programme->random.make<DeviceId>();
    const auto notMember = [](const auto &result) { return !result && result.error().code == ErrorCode::NotMember; };
    QVERIFY(notMember(headsFor(**m_ruth, stranger)));
    QVERIFY(notMember(pagesFor(**m_ruth, stranger, {})));
    const auto sets = setsFor(*m_ruth, *m_joel);
    QVERIFY(notMember(takeNearby(**m_joel, stranger, sets.front())));
    QCOMPARE(notesOn(*m_joel), std::int64_t{0});
    const auto papers = nearbyPapers(**m_ruth);
    VERIFY_GOOD(papers);
    QCOMPARE(papers->others.size(), std::size_t{2}); // the office and Joel
    QVERIFY(papers->others.contains(m_joel->profile->device()));
}

void Passing::aSetWithoutItsSealsIsRefused()
{
    write(*m_ruth, "A bench");
    auto sets = setsFor(*m_ruth, *m_joel);
    sets.front().seals.clear();
    const auto taken = take(*m_joel, *m_ruth, sets.front());
    QVERIFY(!taken && taken.error().code == ErrorCode::SealBroken);
    QCOMPARE(notesOn(*m_joel), std::int64_t{0});
    QCOMPARE(waiting(*m_joel), std::int64_t{0});
}

QTEST_GUILESS_MAIN(Passing)
#include "tst_passing.moc"
