#include <QTest>

#include "tests/core/usecases/guardworld.h"

using namespace ourtable;
using namespace ourtable::test;
using usecases::Workspace;

// Guards of rounds, nominations and places, of support, safety and equality answers: refused first, allowed then.
class tst_partnerguards : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { QVERIFY2(world.found(), world.programme.failure.c_str()); }

    void J3_01_roundNeedsLayPartnerRoleAndAim();
    void roundIsContinuous();
    void J3_02_nominationWaitsForYes();
    void assessedByTwo();
    void kindNoGiven();
    void personMade();
    void exitConversationSaid();

    void agreedTriesMade();
    void reachedTheOffice();
    void someoneWasTold();
    void totalsMade();

private:
    Workspace &marigold() { return *world.programme.coordinator; }

    GuardWorld world;
    const RecordId any{{1, 2, 3}}; // of a record that is not here
};

void tst_partnerguards::J3_01_roundNeedsLayPartnerRoleAndAim()
{
    namespace fields = kinds::recruitment_round;
    const RecordId written = world.brought(kinds::role_profile::kind, {{kinds::role_profile::title, "Voice"}}, "draft");
    const RecordId role = world.brought(kinds::role_profile::kind, {{kinds::role_profile::title, "Voice"}}, "published");
    const RecordId round = world.brought(fields::kind, {{fields::name, "Spring"}}, "draft");
    const auto asks = [&](const RecordId &profile) {
        return world.ask(marigold(), "round_ready_to_open", fields::kind, round, {{fields::role_profile, profile}});
    };
    const auto part = [&](const Value &panel, const Fields &aim) {
        Fields all{{kinds::round_private::round, round}, {kinds::round_private::panel, panel}};
        all.insert(aim.begin(), aim.end());
        return world.brought(kinds::round_private::kind, all);
    };
    const Fields aim{{kinds::round_private::aim, "Who is missing?"}};
    const Value withLay = ValueArray{world.personOf(*world.nuala), world.personOf(world.programme.coordinator)};
    QVERIFY(!*asks(role));                                                            // no panel
    part(ValueArray{world.personOf(world.programme.coordinator)}, aim);
    QVERIFY(!*asks(role));                                                            // no lay partner on it
    part(withLay, {});
    QVERIFY(!*asks(role));                                                            // no aim
    part(withLay, aim);
    QVERIFY(!*asks(written));                                                         // the role is not in use
    QVERIFY(!*asks(any));
    QVERIFY(*asks(role));
}

void tst_partnerguards::roundIsContinuous()
{
    namespace fields = kinds::recruitment_round;
    QVERIFY(world.refuses(marigold(), "round_is_continuous", fields::kind, any));
    QVERIFY(world.refuses(marigold(), "round_is_continuous", fields::kind, any, Fields{{fields::continuous, false}}));
    QVERIFY(world.allows(marigold(), "round_is_continuous", fields::kind, any, Fields{{fields::continuous, true}}));
}

void tst_partnerguards::J3_02_nominationWaitsForYes()
{
    namespace fields = kinds::nomination;
    for (const char *answer : {"asked", "no"})
        QVERIFY(world.refuses(marigold(), "nominee_said_yes", fields::kind, any, Fields{{fields::nominee_agreed, answer}}));
    QVERIFY(world.refuses(marigold(), "nominee_said_yes", fields::kind, any));
    QVERIFY(world.allows(marigold(), "nominee_said_yes", fields::kind, any, Fields{{fields::nominee_agreed, "yes"}}));

    const RecordId waits = world.brought(fields::kind, {{fields::nominee_agreed, "asked"}}, "waiting_for_consent");
    const Result<void> moved = marigold().move(waits, "to_assess");
    QVERIFY(!moved);
    QVERIFY(moved.error() == (Error{ErrorCode::GuardRefused, "nominee_said_yes"}));
}

void tst_partnerguards::assessedByTwo()
{
    namespace fields = kinds::assessment;
    const RecordId nomination = world.brought(kinds::nomination::kind, {{kinds::nomination::nominee_name, "Ada"}}, "to_assess");
    Member *pat = world.programme.letIn("Pat", {"lay_partner", "panel"});
    QVERIFY2(pat, world.programme.failure.c_str());
    Value scores = Value::emptyMap();
    scores.set("listen", 2);
    const auto view = [&](const ValueArray &readers) {
        const RecordId written = world.made(**pat, fields::kind,
                                            {{fields::nomination, nomination}, {fields::assessed_by, readers}, {fields::scores, scores},
                                             {fields::evidence, "Listened."}, {fields::interests_declared_by_assessors, "None"}});
        return !written.isZero() && (*pat)->share() && marigold().share();
    };
    const Value reader = world.personOf(*pat);
    QVERIFY(world.refuses(marigold(), "assessed_by_two", kinds::nomination::kind, nomination));
    QVERIFY(view({reader}));
    QVERIFY(view({reader})); // the same person twice
    QVERIFY(world.refuses(marigold(), "assessed_by_two", kinds::nomination::kind, nomination));
    QVERIFY(view({world.personOf(*world.nuala)}));
    QVERIFY(world.allows(marigold(), "assessed_by_two", kinds::nomination::kind, nomination));
}

void tst_partnerguards::kindNoGiven()
{
    namespace fields = kinds::nomination;
    Fields no{{fields::thank_you, "Thank you for coming."}, {fields::not_this_time_because, "Six places."}};
    QVERIFY(world.refuses(marigold(), "kind_no_given", fields::kind, any, no));
    no[fields::open_door_on] = "2027-05-01";
    QVERIFY(world.allows(marigold(), "kind_no_given", fields::kind, any, no));
    no[fields::thank_you] = "  ";
    QVERIFY(world.refuses(marigold(), "kind_no_given", fields::kind, any, no));
}

void tst_partnerguards::personMade()
{
    namespace fields = kinds::nomination;
    QVERIFY(world.refuses(marigold(), "person_made", fields::kind, any));
    QVERIFY(world.allows(marigold(), "person_made", fields::kind, any, Fields{{fields::became_person, any}}));
}

void tst_partnerguards::exitConversationSaid()
{
    namespace fields = kinds::placement;
    QVERIFY(world.refuses(marigold(), "exit_conversation_said", fields::kind, any));
    for (const char *said : {"done", "not_wanted"})
        QVERIFY(world.allows(marigold(), "exit_conversation_said", fields::kind, any, Fields{{fields::exit_conversation, said}}));
}

void tst_partnerguards::agreedTriesMade()
{
    namespace fields = kinds::contact_note;
    Workspace &bea = **world.bea;
    const RecordId need = world.made(bea, kinds::support_need::kind,
                                     {{kinds::support_need::permission, "keep"}, {kinds::support_need::code_name, "Moth"},
                                      {kinds::support_need::areas, ValueArray{"money"}}});
    const auto contact = [&](const char *day, bool reached, const Fields &more = {}) {
        Fields all{{fields::support_need, need}, {fields::on, day}, {fields::by, bea.person()}, {fields::how, "phone"},
                   {fields::text, "Rang."}, {fields::written_with, false}, {fields::read_back, reached}};
        all.insert(more.begin(), more.end());
        return world.made(bea, fields::kind, all);
    };
    const auto asks = [&] { return world.ask(bea, "agreed_tries_made", kinds::support_need::kind, need); };
    contact("2026-03-02", false);
    contact("2026-03-09", false);
    QVERIFY(!*asks());
    contact("2026-03-05", true); // they spoke in between
    const RecordId wrong = contact("2026-03-16", false);
    contact("2026-03-23", false, {{fields::strikes, wrong}});
    QVERIFY(!*asks());
    contact("2026-03-30", false);
    QVERIFY(*asks());
}

void tst_partnerguards::reachedTheOffice()
{
    namespace fields = kinds::safeguarding_concern;
    Workspace &nuala = **world.nuala;
    usecases::CreateOptions ringNow;
    ringNow.state = "needs_a_call_now";
    const RecordId worry = world.made(nuala, fields::kind,
                                      {{fields::who_is_at_risk, "an_adult"}, {fields::what_was_said_or_seen, "A bruise."},
                                       {fields::immediate_danger, "no"}, {fields::rang_999, false},
                                       {fields::what_they_want, "Could not ask."}, {fields::person_agreed_to_share, "could_not_ask"}},
                                      ringNow);
    QVERIFY(!worry.isZero());
    QVERIFY(world.refuses(nuala, "reached_the_office", fields::kind, worry));
    QVERIFY(world.allows(**world.kit, "reached_the_office", fields::kind, worry)); // who has it in front of them
    QVERIFY(nuala.share());
    QVERIFY(world.allows(nuala, "reached_the_office", fields::kind, worry));
}

void tst_partnerguards::someoneWasTold()
{
    namespace fields = kinds::safeguarding_concern;
    const auto told = [](const char *how) {
        Value one = Value::emptyMap();
        one.set("who_name", "Kit");
        one.set("how", how);
        return one;
    };
    Workspace &kit = **world.kit;
    QVERIFY(world.refuses(kit, "someone_was_told", fields::kind, any));
    QVERIFY(world.refuses(kit, "someone_was_told", fields::kind, any, Fields{{fields::told, ValueArray{told("text")}}}));
    for (const char *how : {"phone", "in_person"})
        QVERIFY(world.allows(kit, "someone_was_told", fields::kind, any, Fields{{fields::told, ValueArray{told("text"), told(how)}}}));
}

void tst_partnerguards::totalsMade()
{
    namespace fields = kinds::print_record;
    const auto print = [&](Workspace &by, const char *what, const char *sensitivity) {
        return world.made(by, fields::kind, {{fields::what, what}, {fields::action, "printed"}, {fields::by, by.person()},
                                             {fields::record_sensitivity, sensitivity}, {fields::at, by.now()}});
    };
    const auto asks = [&] {
        return world.ask(marigold(), "totals_made", kinds::equality_return::kind, any, {{kinds::equality_return::batch, "Spring round"}});
    };
    QVERIFY(!*asks());
    print(marigold(), "Spring round", "open"); // a poster
    print(marigold(), "Autumn round", "monitoring_only");
    print(**world.nuala, "Spring round", "monitoring_only");
    QVERIFY(world.shareAll());
    QVERIFY(!*asks());
    print(marigold(), "Spring round", "monitoring_only");
    QVERIFY(*asks());
}

QTEST_GUILESS_MAIN(tst_partnerguards)
#include "tst_partnerguards.moc"
