#include <QTest>

#include "core/support/files.h"
#include "core/support/json.h"
#include "tests/core/usecases/guardworld.h"

using namespace ourtable;
using namespace ourtable::test;
using usecases::Workspace;

// That every guard is there, and those about what people agree on; tst_gatheringguards, tst_promiseguards and
// tst_partnerguards have the others. Each is refused first and allowed then.
class tst_guards : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { QVERIFY2(world.found(), world.programme.failure.c_str()); }

    void everyGuardOfTheCatalogueHasItsFunction();
    void aNameThatNobodyKnowsIsADefect();

    void layAndCoordinator();
    void rolesOfPeopleWithoutADevice();
    void mixedPair();
    void becauseGiven();
    void newerVersionOfTheAgreement();
    void newerVersionOfTheRole();
    void challengeIsSaidAndAnswered();
    void evidenceMayBeUsed();
    void layPartnerWrote();

private:
    Workspace &marigold() { return *world.programme.coordinator; }
    RecordId someone(const Fields &fields, const std::string &state = "active")
    {
        return world.brought(kinds::person::kind, fields, state);
    }

    GuardWorld world;
    const RecordId any{{1, 2, 3}}; // of a record that is not here
};

void tst_guards::everyGuardOfTheCatalogueHasItsFunction()
{
    const Result<Bytes> text = files::readWhole(OURTABLE_TEST_DATA "/../../core/catalogue/guards.json");
    QVERIFY(text);
    const Result<Json> sentences = parseJson(textOf(*text));
    QVERIFY(sentences);
    std::set<std::string> named;
    for (const auto &[name, sentence] : sentences->items())
        named.insert(name);
    QCOMPARE(named.size(), std::size_t{37});
    std::set<std::string> known;
    for (const usecases::guards::NamedGuard &guard : usecases::guards::knownGuards())
        QVERIFY(known.insert(std::string(guard.name)).second);
    QVERIFY(known == named);
    for (const catalogue::Kind &kind : marigold().catalogue().kinds()) {
        for (const catalogue::Move &move : kind.moves) {
            for (const std::string &guard : move.guards)
                QVERIFY2(known.contains(guard), guard.c_str());
        }
    }
}

void tst_guards::aNameThatNobodyKnowsIsADefect()
{
    const Result<bool> answer = world.ask(marigold(), "no_such_guard", kinds::action::kind, any);
    QVERIFY(!answer);
    QCOMPARE(answer.error().code, ErrorCode::Internal);
}

void tst_guards::layAndCoordinator()
{
    namespace fields = kinds::agreement;
    const auto asks = [&](Workspace &by, const ValueArray &yes) {
        return world.ask(by, "lay_and_coordinator", fields::kind, any, {{fields::agreed_by, yes}});
    };
    const Value lay = world.personOf(*world.nuala);
    const Value coordinator = world.personOf(world.programme.coordinator);
    QVERIFY(!*asks(marigold(), {}));
    QVERIFY(!*asks(marigold(), {coordinator, world.personOf(*world.bea)}));
    QVERIFY(!*asks(**world.nuala, {lay, world.personOf(*world.dami)}));
    QVERIFY(*asks(marigold(), {lay}));
    QVERIFY(*asks(**world.nuala, {coordinator}));
    const RecordId both = someone({{kinds::person::known_as, "Jo"}, {kinds::person::role, "coordinator"},
                                   {kinds::person::other_roles, ValueArray{"lay_partner"}}});
    QVERIFY(!*asks(**world.kit, {both})); // one person, however many roles
    QVERIFY(*asks(**world.kit, {both, lay}) == false); // not on this device yet: nobody knows who that is
    QVERIFY(world.shareAll());
    QVERIFY(*asks(**world.kit, {both, lay}));
}

void tst_guards::rolesOfPeopleWithoutADevice()
{
    namespace fields = kinds::guide_page;
    const auto asks = [&](const RecordId &person) {
        return world.ask(marigold(), "lay_partner_wrote", fields::kind, any, {{fields::written_with, ValueArray{person}}});
    };
    const Fields lay{{kinds::person::known_as, "Ada"}, {kinds::person::role, "lay_partner"}};
    QVERIFY(!*asks(someone({{kinds::person::known_as, "Ben"}, {kinds::person::role, "professional"}})));
    QVERIFY(!*asks(someone(lay, "left")));
    QVERIFY(*asks(someone(lay)));
}

void tst_guards::mixedPair()
{
    namespace fields = kinds::activity_review;
    const auto asks = [&](const ValueArray &reviewers) {
        return world.ask(marigold(), "mixed_pair", fields::kind, any, {{fields::reviewed_by, reviewers}});
    };
    const RecordId lived = someone({{kinds::person::role, "lay_partner"}, {kinds::person::experience, "lived"}});
    const RecordId learned = someone({{kinds::person::role, "professional"}, {kinds::person::experience, "learned"}});
    const RecordId both = someone({{kinds::person::role, "professional"}, {kinds::person::experience, "both"}});
    const RecordId member = someone({{kinds::person::role, "lay_partner"}, {kinds::person::experience, "lived"},
                                     {kinds::person::organisation, any}});
    QVERIFY(!*asks({lived}));
    QVERIFY(!*asks({both}));
    QVERIFY(!*asks({lived, any}));
    QVERIFY(*asks({lived, learned}));
    QVERIFY(*asks({both, learned}));
    QVERIFY(*asks({lived, member}));
}

void tst_guards::becauseGiven()
{
    namespace fields = kinds::road_map_item;
    QVERIFY(world.refuses(marigold(), "because_given", fields::kind, any));
    QVERIFY(world.refuses(marigold(), "because_given", fields::kind, any, Fields{{fields::because, " \n"}}));
    QVERIFY(world.allows(marigold(), "because_given", fields::kind, any, Fields{{fields::because, "No money."}}));
    const RecordId before = world.brought(fields::kind, {{fields::because, "No money."}}, "under_way");
    QVERIFY(world.allows(marigold(), "because_given", fields::kind, before));
}

void tst_guards::newerVersionOfTheAgreement()
{
    namespace fields = kinds::agreement;
    const auto version = [&](const char *whose, int number, const char *state) {
        return world.brought(fields::kind, {{fields::collaborative, whose}, {fields::version, number}}, state);
    };
    const RecordId old = version("Fernhithe", 2, "in_force");
    const auto asks = [&] { return world.ask(marigold(), "newer_version_stands", fields::kind, old); };
    version("Fernhithe", 1, "in_force");
    version("Fernhithe", 3, "draft");
    version("Elsewhere", 3, "in_force");
    QVERIFY(!*asks());
    version("Fernhithe", 3, "in_force");
    QVERIFY(*asks());

    const RecordId dated = world.brought(fields::kind, {{fields::collaborative, "Dated"}, {fields::agreed_on, "2025-11-27"}}, "in_force");
    const auto asksDated = [&] { return world.ask(marigold(), "newer_version_stands", fields::kind, dated); };
    world.brought(fields::kind, {{fields::collaborative, "Dated"}, {fields::agreed_on, "2024-11-27"}}, "in_force");
    QVERIFY(!*asksDated());
    world.brought(fields::kind, {{fields::collaborative, "Dated"}, {fields::agreed_on, "2026-11-27"}}, "in_force");
    QVERIFY(*asksDated());
}

void tst_guards::newerVersionOfTheRole()
{
    namespace fields = kinds::role_profile;
    const auto version = [&](const char *title, const Fields &number) {
        Fields all{{fields::title, title}};
        all.insert(number.begin(), number.end());
        return world.brought(fields::kind, all, "published");
    };
    const RecordId old = version("Host", {{fields::version, 1}});
    const auto asks = [&] { return world.ask(marigold(), "newer_version_stands", fields::kind, old); };
    version("Host", {}); // nobody can say which is newer
    version("Buddy", {{fields::version, 2}});
    QVERIFY(!*asks());
    version("Host", {{fields::version, 2}});
    QVERIFY(*asks());
}

void tst_guards::challengeIsSaidAndAnswered()
{
    namespace fields = kinds::activity_review;
    const RecordId review = world.brought(fields::kind,
                                          {{fields::name, "Breakfasts"}, {fields::cycle, "2026"}, {fields::claimed_as, "co_production"},
                                           {fields::rung, 7}, {fields::who_was_involved, "All"}, {fields::evidence, "Notes"},
                                           {fields::reviewed_by, ValueArray{world.personOf(*world.nuala)}}},
                                          "agreed");
    const auto asks = [&](const char *guard, const Fields &changed = {}) {
        return *world.ask(marigold(), guard, fields::kind, review, changed);
    };
    const auto writes = [&](catalogue::FieldNumber field, const char *words) {
        return bool(marigold().change(review, {{field, usecases::FieldEdit::How::Set, words, std::nullopt}}));
    };
    QVERIFY(!asks("challenge_said"));
    QVERIFY(asks("challenge_said", {{fields::challenge, "We were told, not asked."}}));
    QVERIFY(writes(fields::challenge, "We were told, not asked."));
    QVERIFY(asks("challenge_said"));
    QVERIFY(!asks("challenge_answered"));
    QVERIFY(asks("challenge_answered", {{fields::challenge_answer, "The step is now 3."}}));
    QVERIFY(writes(fields::challenge_answer, "The step is now 3."));
    QVERIFY(asks("challenge_answered"));
    QVERIFY(!asks("challenge_said")); // that one has its answer
    QVERIFY(writes(fields::challenge, "And who was missing?"));
    QVERIFY(asks("challenge_said"));
    QVERIFY(!asks("challenge_answered")); // and this one has none
}

void tst_guards::evidenceMayBeUsed()
{
    namespace fields = kinds::evidence_item;
    const auto asks = [&](const char *kind, Fields fields) {
        fields[fields::kind_] = kind;
        return *world.ask(marigold(), "evidence_may_be_used", fields::kind, any, fields);
    };
    QVERIFY(!asks("interview", {}));
    QVERIFY(!asks("interview", {{fields::agreed_to_use, false}}));
    QVERIFY(asks("interview", {{fields::agreed_to_use, true}}));
    QVERIFY(!asks("evidence_base", {}));
    QVERIFY(asks("evidence_base", {{fields::does_not_tell_us, "Small study."}}));
    QVERIFY(!asks("observation", {{fields::agreed_to_use, false}}));
    QVERIFY(asks("observation", {}));
    QVERIFY(asks("best_practice", {}));
}

void tst_guards::layPartnerWrote()
{
    namespace fields = kinds::guide_page;
    const auto asks = [&](const ValueArray &people) {
        return *world.ask(marigold(), "lay_partner_wrote", fields::kind, any, {{fields::written_with, people}});
    };
    QVERIFY(!asks({}));
    QVERIFY(!asks({world.personOf(world.programme.coordinator), world.personOf(*world.bea)}));
    QVERIFY(asks({world.personOf(world.programme.coordinator), world.personOf(*world.nuala)}));
}

QTEST_GUILESS_MAIN(tst_guards)
#include "tst_guards.moc"
