#include <QTest>

#include "tests/core/usecases/guardworld.h"

using namespace ourtable;
using namespace ourtable::test;
using usecases::Workspace;

// Guards of promises and of the board: refused first, allowed then.
class tst_promiseguards : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();

    void ownerOrUnnamed();
    void ownerOrOnTheirBehalf();
    void whoeverIsOfTheOrganisationSpeaksForIt();
    void ownerAndCoordinator();
    void whoChangedTheirMindSaysSoNoMore();
    void laySignOff();
    void J4_05_aLineThatIsNotDoneSaysWhy();
    void J4_06_notesOnlyWordsAreNotQuoted();
    void permissionToQuote();
    void aNoteThatWasTakenBackComesOffTheLine();
    void checkedWithPeople();
    void yearOld();

private:
    Workspace &marigold() { return *world.programme.coordinator; }
    Workspace &nuala() { return **world.nuala; }
    Workspace &dami() { return **world.dami; }
    Fields ownedBy(const RecordId &owner, const char *type = "person") const
    {
        return {{kinds::action::owner_type, type}, {kinds::action::owner, owner}};
    }
    void says(Workspace &by, const RecordId &promise, const char *state)
    {
        namespace fields = kinds::action_update;
        world.made(by, fields::kind, {{fields::action, promise}, {fields::on, "2026-11-20"}, {fields::text, "We spoke."},
                                      {fields::new_state, state}});
    }
    bool lineHolds(const RecordId &note, const char *youSaid)
    {
        const Result<bool> answer = world.ask(marigold(), "quote_permission_held", kinds::feedback::kind, any,
                                              {{kinds::feedback::contributions, ValueArray{note}}, {kinds::feedback::you_said, youSaid}});
        return answer && *answer;
    }

    GuardWorld world;
    RecordId nualaHerself;
    RecordId someoneWithoutDevice;
    RecordId organisation;
    const RecordId any{{1, 2, 3}}; // of a record that is not here
};

void tst_promiseguards::initTestCase()
{
    QVERIFY2(world.found(), world.programme.failure.c_str());
    nualaHerself = world.personOf(*world.nuala);
    organisation = world.brought(kinds::organisation::kind, {{kinds::organisation::name, "Housing team"}}, "active");
    const Fields ada{{kinds::person::known_as, "Ada"}, {kinds::person::role, "lay_partner"}};
    someoneWithoutDevice = world.brought(kinds::person::kind, ada, "active");
    QVERIFY(world.shareAll());
}

void tst_promiseguards::ownerOrUnnamed()
{
    const auto asks = [&](Workspace &by, const Fields &promise) {
        return *world.ask(by, "owner_or_unnamed", kinds::action::kind, any, promise);
    };
    QVERIFY(!asks(dami(), ownedBy(nualaHerself)));
    QVERIFY(!asks(marigold(), ownedBy(nualaHerself)));
    QVERIFY(!asks(dami(), {{kinds::action::owner_type, "person"}, {kinds::action::owner_name, "Ada's brother"}}));
    QVERIFY(asks(nuala(), ownedBy(nualaHerself)));
    QVERIFY(asks(dami(), {{kinds::action::owner_type, "unnamed"}}));
}

void tst_promiseguards::ownerOrOnTheirBehalf()
{
    const auto asks = [&](Workspace &by, const Fields &promise) {
        return *world.ask(by, "owner_or_on_their_behalf", kinds::action::kind, any, promise);
    };
    QVERIFY(!asks(dami(), ownedBy(nualaHerself)));
    QVERIFY(!asks(marigold(), ownedBy(nualaHerself))); // she can say so herself
    QVERIFY(asks(nuala(), ownedBy(nualaHerself)));
    QVERIFY(!asks(dami(), ownedBy(someoneWithoutDevice)));
    QVERIFY(asks(marigold(), ownedBy(someoneWithoutDevice)));
    QVERIFY(asks(marigold(), ownedBy(organisation, "organisation")));
    QVERIFY(asks(marigold(), {{kinds::action::owner_type, "group"}, {kinds::action::owner_name, "The walkers"}}));
}

void tst_promiseguards::whoeverIsOfTheOrganisationSpeaksForIt()
{
    const RecordId group = world.brought(kinds::organisation::kind, {{kinds::organisation::name, "The walkers"}}, "active");
    const Fields theirs = ownedBy(group, "organisation");
    const auto asks = [&](Workspace &by) { return *world.ask(by, "owner_or_on_their_behalf", kinds::action::kind, any, theirs); };
    QVERIFY(!asks(dami()));
    QVERIFY(asks(marigold())); // nobody of theirs can sign in
    const usecases::FieldEdit joins{kinds::person::organisation, usecases::FieldEdit::How::Set, group, std::nullopt};
    QVERIFY(marigold().change(world.personOf(*world.dami), {joins}));
    QVERIFY(world.shareAll());
    QVERIFY(asks(dami()));
    QVERIFY(!asks(marigold()));
    QVERIFY(!asks(nuala()));
}

void tst_promiseguards::ownerAndCoordinator()
{
    const RecordId promise = world.brought(kinds::action::kind, ownedBy(nualaHerself), "stuck");
    QVERIFY(world.shareAll());
    const auto asks = [&](Workspace &by, const Fields &changed = {}) {
        return *world.ask(by, "owner_and_coordinator", kinds::action::kind, promise, changed, "not_going_ahead");
    };
    QVERIFY(!asks(nuala()));
    QVERIFY(!asks(marigold()));
    QVERIFY(asks(marigold(), ownedBy(someoneWithoutDevice)));
    QVERIFY(asks(marigold(), ownedBy(world.personOf(world.programme.coordinator))));
    const auto update = [&](Workspace &by, const char *state) { says(by, promise, state); };
    update(dami(), "not_going_ahead"); // neither of the two
    update(nuala(), "changed");
    QVERIFY(world.shareAll());
    QVERIFY(!asks(marigold()));
    update(nuala(), "not_going_ahead");
    QVERIFY(world.shareAll());
    QVERIFY(asks(marigold()));
    QVERIFY(!asks(dami()));
    update(marigold(), "not_going_ahead");
    QVERIFY(world.shareAll());
    QVERIFY(asks(nuala()));
}

void tst_promiseguards::whoChangedTheirMindSaysSoNoMore()
{
    const RecordId promise = world.brought(kinds::action::kind, ownedBy(nualaHerself), "stuck");
    QVERIFY(world.shareAll());
    for (const char *state : {"not_going_ahead", "under_way"})
        says(nuala(), promise, state);
    QVERIFY(world.shareAll());
    QVERIFY(world.refuses(marigold(), "owner_and_coordinator", kinds::action::kind, promise, Fields{}, "not_going_ahead"));
}

void tst_promiseguards::laySignOff()
{
    const auto asks = [&](Workspace &by, Fields promise, const Fields &signedOff = {}) {
        promise.insert(signedOff.begin(), signedOff.end());
        return *world.ask(by, "lay_sign_off", kinds::action::kind, any, promise);
    };
    const Fields theirs = ownedBy(organisation, "organisation");
    QVERIFY(!asks(marigold(), theirs));
    QVERIFY(!asks(marigold(), theirs, {{kinds::action::signed_off_by, world.personOf(*world.kit)}}));
    QVERIFY(asks(marigold(), theirs, {{kinds::action::signed_off_by, nualaHerself}}));
    QVERIFY(asks(dami(), theirs));
    QVERIFY(!asks(dami(), ownedBy(nualaHerself)));
    QVERIFY(!asks(marigold(), ownedBy(nualaHerself)));
    QVERIFY(asks(nuala(), ownedBy(nualaHerself)));
    QVERIFY(asks(marigold(), ownedBy(someoneWithoutDevice)));
}

void tst_promiseguards::J4_05_aLineThatIsNotDoneSaysWhy()
{
    namespace fields = kinds::feedback;
    const auto asks = [&](const Fields &line) { return *world.ask(marigold(), "because_given_unless_done", fields::kind, any, line); };
    for (const char *status : {"started", "cannot_yet", "cannot"}) {
        QVERIFY(!asks({{fields::status, status}}));
        QVERIFY(asks({{fields::status, status}, {fields::because, "The lease ends."}}));
    }
    QVERIFY(asks({{fields::status, "done"}}));
}

void tst_promiseguards::J4_06_notesOnlyWordsAreNotQuoted()
{
    namespace words = kinds::contribution;
    const RecordId note = world.brought(words::kind,
                                        {{words::text, "I notice it every month and I don’t say so."},
                                         {words::translation, "Every month I see it"}, {words::quote_permission, "notes_only"}},
                                        "checked");
    const RecordId quotable = world.brought(words::kind, {{words::text, "Nobody rings back."}, {words::quote_permission, "anonymous"}},
                                            "checked");
    QVERIFY(!lineHolds(note, "I notice it every month and I don't say so."));
    QVERIFY(!lineHolds(note, "Someone said: NOTICE it, every month!"));
    QVERIFY(!lineHolds(note, "every month I see it"));
    QVERIFY(lineHolds(note, "Some of us feel alone in the room."));
    QVERIFY(lineHolds(quotable, "Nobody rings back."));
    const RecordId line = world.brought(kinds::feedback::kind, {{kinds::feedback::contributions, ValueArray{note}}}, "draft");
    QVERIFY(world.allows(marigold(), "quote_permission_held", kinds::feedback::kind, line));
    world.made(marigold(), kinds::quotation::kind, {{kinds::quotation::contribution, note}, {kinds::quotation::shown_in, line},
                                                    {kinds::quotation::text, "I notice"}});
    QVERIFY(world.refuses(marigold(), "quote_permission_held", kinds::feedback::kind, line));
}

void tst_promiseguards::permissionToQuote()
{
    namespace words = kinds::contribution;
    namespace consent = kinds::consent;
    const RecordId note = world.brought(words::kind, {{words::text, "Warm rooms now"}, {words::quote_permission, "notes_only"}}, "checked");
    const auto permit = [&](const char *about, const char *answer, const char *on) {
        return world.brought(consent::kind,
                             {{consent::contribution, note}, {consent::about, about}, {consent::answer, answer}, {consent::on, on},
                              {consent::scope, "The board"}, {consent::given_by, "Sam"}, {consent::how, "spoken_in_room"},
                              {consent::wording_version, "1"}, {consent::asked_by, nualaHerself}},
                             "given");
    };
    QVERIFY(!lineHolds(note, "Warm rooms now"));
    permit("contact_me", "yes", "2026-03-01");
    permit("quote", "no", "2026-03-01");
    QVERIFY(!lineHolds(note, "Warm rooms now"));
    const RecordId yes = permit("quote", "yes", "2026-04-01");
    QVERIFY(lineHolds(note, "Warm rooms now"));
    QVERIFY(marigold().move(yes, "withdrawn"));
    QVERIFY(!lineHolds(note, "Warm rooms now"));
}

void tst_promiseguards::aNoteThatWasTakenBackComesOffTheLine()
{
    namespace words = kinds::contribution;
    const RecordId note = world.brought(words::kind, {{words::text, "Warm rooms"}, {words::quote_permission, "anonymous"}}, "checked");
    QVERIFY(lineHolds(note, "Heat"));
    QVERIFY(marigold().takeBack(note));
    QVERIFY(!lineHolds(note, "Heat"));
    QVERIFY(!lineHolds(any, "Heat"));
}

void tst_promiseguards::checkedWithPeople()
{
    namespace fields = kinds::feedback;
    const auto asks = [&](const Fields &line) { return *world.ask(marigold(), "checked_with_people", fields::kind, any, line); };
    QVERIFY(!asks({}));
    QVERIFY(!asks({{fields::checked_with_people_who_said_it, false}}));
    QVERIFY(asks({{fields::checked_with_people_who_said_it, true}}));
    QVERIFY(asks({{fields::checked_with_people_who_said_it, false}, {fields::not_checked_because, "Could not reach them."}}));
}

void tst_promiseguards::yearOld()
{
    namespace fields = kinds::feedback;
    const auto asks = [&](const char *since) {
        return *world.ask(marigold(), "year_old", fields::kind, any, {{fields::published_on, since}});
    };
    QVERIFY(world.refuses(marigold(), "year_old", fields::kind, any));
    QVERIFY(!asks("2025-11-23")); // today is 22 November 2026
    QVERIFY(asks("2025-11-22"));
    QVERIFY(asks("2024-02-29"));
    const RecordId undated = world.brought(fields::kind, {{fields::you_said, "Heat"}}, "published");
    QVERIFY(world.refuses(marigold(), "year_old", fields::kind, undated));
    world.programme.coordinator.clock.advance(366LL * 86'400'000);
    QVERIFY(world.allows(marigold(), "year_old", fields::kind, undated));
}

QTEST_GUILESS_MAIN(tst_promiseguards)
#include "tst_promiseguards.moc"
