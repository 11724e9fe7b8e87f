// Two people change the same thing without seeing each other: who is asked, and what their choice does.
#include <QTest>

#include <algorithm>

#include "core/catalogue/handles.h"
#include "core/usecases/undecided.h"
#include "tests/support/programme.h"
#include "tests/support/verifygood.h"

using namespace ourtable;
using namespace ourtable::test;
using namespace ourtable::usecases;
namespace action = catalogue::kinds::action;

namespace {

FieldEdit set(catalogue::FieldNumber field, const char *value) { return {field, FieldEdit::How::Set, Value(value), std::nullopt}; }

} // namespace

class UndecidedTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_programme.reset(); }

    void bothAreAskedAndOneChoiceEndsIt();
    void whoeverMayNotChangeItIsNotAsked();
    void twoStatesAreSettledByWhoeverMayLeadThere();
    void aStateThatNobodyChoseIsNoVersion();
    void keptApartTheyAreTwoPromises();
    void choosingAgainReplacesTheChoice();

private:
    RecordId promise();
    void shareAll();
    void differ(std::vector<FieldEdit> mine, std::vector<FieldEdit> theirs);

    std::unique_ptr<Programme> m_programme;
    Member *m_amina = nullptr;
    Member *m_joel = nullptr;
    RecordId m_gathering;
    RecordId m_promise;
};

void UndecidedTest::init()
{
    m_programme = std::make_unique<Programme>();
    QVERIFY2(m_programme->found(), m_programme->failure.c_str());
    m_amina = m_programme->letIn("Amina", {"peer_worker"});
    m_joel = m_programme->letIn("Joel", {"lay_partner"});
    QVERIFY2(m_amina && m_joel, m_programme->failure.c_str());
    const auto gathering = startBreakfast(**m_amina, {.date = "2026-11-12", .place = "The Copper Kettle"});
    VERIFY_GOOD(gathering);
    m_gathering = *gathering;
    m_promise = promise();
    shareAll();
}

RecordId UndecidedTest::promise()
{
    const auto made = (*m_programme->coordinator)
        .create(action::kind, {set(action::text, "Visit two hostels"), set(action::due, "2026-12-01"), set(action::owner_type, "unnamed"),
                               set(action::owner_name, "Dr Osei"), {action::gathering, FieldEdit::How::Set, Value(m_gathering), std::nullopt}});
    return made ? made->record : RecordId{};
}

void UndecidedTest::shareAll()
{
    for (int round = 0; round < 2; ++round) {
        for (Member *member : {&m_programme->coordinator, m_amina, m_joel})
            VERIFY_GOOD((*member)->share());
    }
}

void UndecidedTest::differ(std::vector<FieldEdit> mine, std::vector<FieldEdit> theirs)
{
    VERIFY_GOOD((*m_amina)->change(m_promise, std::move(mine)));
    VERIFY_GOOD((*m_joel)->change(m_promise, std::move(theirs)));
    shareAll();
}

void UndecidedTest::bothAreAskedAndOneChoiceEndsIt()
{
    QVERIFY(undecidedBy(**m_amina).value().empty());
    differ({set(action::text, "Visit two hostels and write it up"), set(action::due, "2026-06-12")},
           {set(action::text, "Visit three hostels"), set(action::due, "2026-06-30")});
    for (Member *member : {m_amina, m_joel}) {
        const auto undecided = undecidedBy(**member);
        VERIFY_GOOD(undecided);
        QCOMPARE(undecided->size(), std::size_t{1});
        QCOMPARE(undecided->front().record, m_promise);
        QCOMPARE(undecided->front().fields, (std::vector<catalogue::FieldNumber>{action::text, action::due}));
    }
    VERIFY_GOOD(decide(**m_amina, m_promise, {{action::text, Value("Visit three hostels")}, {action::due, Value("2026-06-12")}}));
    QVERIFY(undecidedBy(**m_amina).value().empty());
    shareAll();
    QVERIFY(undecidedBy(**m_joel).value().empty());
    QCOMPARE(*(*m_joel)->get(m_promise)->field(action::text).text(), std::string("Visit three hostels"));
    QVERIFY((*m_joel)->history(m_promise)->size() >= 4); // nothing went
}

void UndecidedTest::whoeverMayNotChangeItIsNotAsked()
{
    Member *pat = m_programme->letIn("Pat", {"professional"});
    QVERIFY2(pat, m_programme->failure.c_str());
    differ({set(action::due, "2026-06-12")}, {set(action::due, "2026-06-30")});
    VERIFY_GOOD((*pat)->share());
    QVERIFY(!(*pat)->get(m_promise)->twoVersions.empty()); // they see it
    QVERIFY(undecidedBy(**pat).value().empty());           // and are not asked
}

void UndecidedTest::twoStatesAreSettledByWhoeverMayLeadThere()
{
    VERIFY_GOOD((*m_programme->coordinator).move(m_promise, "agreed")); // neither follows the other
    VERIFY_GOOD((*m_joel)->move(m_promise, "let_go"));
    shareAll();
    const auto undecided = undecidedBy(*m_programme->coordinator);
    VERIFY_GOOD(undecided);
    QCOMPARE(undecided->size(), std::size_t{1});
    QCOMPARE(undecided->front().fields.front(), catalogue::kStateField);
    // A lay partner may lead to one of them only, and says so by moving there.
    QCOMPARE(decide(**m_joel, m_promise, {{catalogue::kStateField, Value("agreed")}}).error().code, ErrorCode::NotPermitted);
    VERIFY_GOOD(decide(**m_joel, m_promise, {{catalogue::kStateField, Value("let_go")}}));
    shareAll();
    QCOMPARE((*m_amina)->get(m_promise)->state, std::string("let_go"));
    QVERIFY((*m_amina)->get(m_promise)->twoVersions.empty());
    QVERIFY(undecidedBy(*m_programme->coordinator).value().empty());
}

void UndecidedTest::aStateThatNobodyChoseIsNoVersion()
{
    VERIFY_GOOD((*m_programme->coordinator).move(m_promise, "agreed")); // neither follows the other
    VERIFY_GOOD((*m_joel)->move(m_promise, "let_go"));
    shareAll();
    QCOMPARE(decide(*m_programme->coordinator, m_promise, {{catalogue::kStateField, Value("done")}}).error().code, ErrorCode::MoveRefused);
}

void UndecidedTest::keptApartTheyAreTwoPromises()
{
    differ({set(action::text, "Visit two hostels and write it up"), set(action::due, "2026-06-12")}, {set(action::text, "Visit three hostels")});
    const auto made = keepApart(**m_amina, m_promise, {{action::text, Value("Visit two hostels and write it up")}},
                                {{{action::text, Value("Visit three hostels")}, {action::due, Value("2026-12-01")}}});
    VERIFY_GOOD(made);
    QCOMPARE(made->size(), std::size_t{1});
    shareAll();
    QCOMPARE(*(*m_joel)->get(m_promise)->field(action::text).text(), std::string("Visit two hostels and write it up"));
    const auto second = (*m_joel)->get(made->front());
    VERIFY_GOOD(second);
    QCOMPARE(*second->field(action::text).text(), std::string("Visit three hostels"));
    QCOMPARE(*second->field(action::owner_name).text(), std::string("Dr Osei"));
    QCOMPARE(*second->field(action::due).text(), std::string("2026-12-01"));
    QVERIFY(undecidedBy(**m_joel).value().empty());
}

void UndecidedTest::choosingAgainReplacesTheChoice()
{
    differ({set(action::due, "2026-06-12")}, {set(action::due, "2026-06-30")});
    VERIFY_GOOD(decide(**m_amina, m_promise, {{action::due, Value("2026-06-12")}}));
    VERIFY_GOOD(decide(**m_amina, m_promise, {{action::due, Value("2026-06-30")}}));
    shareAll();
    QCOMPARE(*(*m_joel)->get(m_promise)->field(action::due).text(), std::string("2026-06-30"));
    QVERIFY(undecidedBy(**m_joel).value().empty());
}

QTEST_GUILESS_MAIN(UndecidedTest)
#include "tst_undecided.moc"
