#include <QTest>

#include "tests/core/usecases/guardworld.h"

using namespace ourtable;
using namespace ourtable::test;
using usecases::Workspace;

// Guards of breakfasts, notes, reflections, needs and things we have: refused first, allowed then.
class tst_gatheringguards : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { QVERIFY2(world.found(), world.programme.failure.c_str()); }

    void secondPerson();
    void whoWroteANoteDoesNotCheckIt();
    void twoPeople();
    void withinTenMinutes();
    void aMistakenStartWithANoteStays();
    void closeQuestionsAnswered();
    void J1_08_noteThatCouldIdentifyHoldsTheGatheringBack();
    void gatheringPublished();
    void tidyUpDone();
    void identitySettled();
    void twoGatherings();
    void onlyACoordinatorSaysWhyFewer();
    void personAgreedToBeListed();
    void theNewestPermissionCounts();
    void noSurnameIsShown();

private:
    Workspace &marigold() { return *world.programme.coordinator; }
    Workspace &nuala() { return **world.nuala; }
    RecordId gathering(const std::string &state = "closed")
    {
        return world.brought(kinds::gathering::kind, {{kinds::gathering::title, "Winter"}}, state);
    }
    RecordId note(const Fields &fields, const std::string &state = "noted")
    {
        return world.brought(kinds::contribution::kind, fields, state);
    }
    Result<RecordId> opened() { return usecases::startBreakfast(nuala(), {{}, "08:30", "Tea", {}, "The Kettle", {}, "breakfast"}); }
    RecordId consent(const Fields &more, const std::string &state = "given")
    {
        Fields fields{{kinds::consent::about, "contact_me"}, {kinds::consent::given_by, "Sam"}, {kinds::consent::answer, "yes"},
                      {kinds::consent::on, "2026-03-01"}};
        for (const auto &[field, value] : more)
            fields[field] = value;
        return world.brought(kinds::consent::kind, fields, state);
    }

    GuardWorld world;
    const RecordId any{{1, 2, 3}}; // of a record that is not here
};

void tst_gatheringguards::secondPerson()
{
    const Result<RecordId> breakfast = opened();
    QVERIFY(breakfast);
    QVERIFY(world.shareAll());
    QVERIFY(world.refuses(nuala(), "second_person", kinds::gathering::kind, *breakfast));
    QVERIFY(world.allows(**world.dami, "second_person", kinds::gathering::kind, *breakfast));
    QVERIFY(world.refuses(**world.dami, "second_person", kinds::feedback::kind, any)); // made in the same change
}

void tst_gatheringguards::whoWroteANoteDoesNotCheckIt()
{
    namespace fields = kinds::contribution;
    const usecases::NewNote warm{"Warm rooms.", "need", 1, {"housing"}, "system", {}, {}, {}, {}};
    const RecordId breakfast = gathering("open");
    QVERIFY(world.shareAll()); // nobody writes into a breakfast that has not reached them
    const Result<RecordId> written = usecases::addNote(nuala(), breakfast, warm);
    QVERIFY(written);
    const RecordId typedForDami = note({{fields::text, "Late buses."}, {fields::noted_by, world.personOf(*world.dami)}});
    QVERIFY(world.shareAll());
    QVERIFY(world.refuses(**world.dami, "second_person", fields::kind, typedForDami));
    QVERIFY(world.refuses(marigold(), "second_person", fields::kind, typedForDami)); // who typed it in
    QVERIFY(world.allows(nuala(), "second_person", fields::kind, typedForDami));
    const Result<void> alone = nuala().move(*written, "checked");
    QVERIFY(!alone);
    QVERIFY(alone.error() == (Error{ErrorCode::GuardRefused, "second_person"}));
    QVERIFY((*world.dami)->move(*written, "checked"));
}

void tst_gatheringguards::twoPeople()
{
    namespace fields = kinds::reflection;
    const Value one = world.personOf(*world.nuala);
    QVERIFY(world.refuses(nuala(), "two_people", fields::kind, any, Fields{{fields::written_by, ValueArray{one, one}}}));
    const Value two = ValueArray{one, world.personOf(*world.dami)};
    QVERIFY(world.allows(nuala(), "two_people", fields::kind, any, Fields{{fields::written_by, two}}));
}

void tst_gatheringguards::withinTenMinutes()
{
    const Result<RecordId> breakfast = opened();
    QVERIFY(breakfast);
    const auto asks = [&] { return *world.ask(nuala(), "within_ten_minutes", kinds::gathering::kind, *breakfast); };
    QVERIFY(asks());
    world.nuala->clock.advanceSeconds(599);
    QVERIFY(asks());
    world.nuala->clock.advanceSeconds(2);
    QVERIFY(!asks());
    world.nuala->clock.turnWall(-86'400'000); // a clock that was set back makes no old start new
    QVERIFY(!asks());
    world.nuala->clock.turnWall(86'400'000);
    QVERIFY(world.refuses(marigold(), "within_ten_minutes", kinds::gathering::kind, any));
}

void tst_gatheringguards::aMistakenStartWithANoteStays()
{
    const Result<RecordId> breakfast = opened();
    QVERIFY(breakfast);
    const Result<RecordId> written = usecases::addNote(nuala(), *breakfast, {"Warm rooms.", {}, 1, {}, {}, {}, {}, {}, {}});
    QVERIFY(written);
    QVERIFY(world.refuses(nuala(), "within_ten_minutes", kinds::gathering::kind, *breakfast));
    QVERIFY(nuala().hide(*written));
    QVERIFY(world.refuses(nuala(), "within_ten_minutes", kinds::gathering::kind, *breakfast));
}

void tst_gatheringguards::closeQuestionsAnswered()
{
    namespace fields = kinds::gathering;
    const RecordId open = gathering("open");
    QVERIFY(world.shareAll());
    const Fields answers{{fields::ground_rules_read, false}, {fields::notes_explained, false}, {fields::photo, "none"}};
    QVERIFY(world.refuses(nuala(), "close_questions_answered", fields::kind, open, answers));
    QVERIFY(usecases::countHeads(nuala(), open, "first_time", 2));
    QVERIFY(world.refuses(nuala(), "close_questions_answered", fields::kind, open, answers));
    QVERIFY(usecases::countHeads(nuala(), open, "carers", 1));
    QVERIFY(usecases::countHeads(nuala(), open, "carers", -1)); // counted: nobody
    QVERIFY(world.allows(nuala(), "close_questions_answered", fields::kind, open, answers));
    for (const auto &[question, answer] : answers) {
        Fields fewer = answers;
        fewer.erase(question);
        QVERIFY(world.refuses(nuala(), "close_questions_answered", fields::kind, open, fewer));
    }
}

void tst_gatheringguards::J1_08_noteThatCouldIdentifyHoldsTheGatheringBack()
{
    namespace fields = kinds::gathering;
    namespace words = kinds::contribution;
    const RecordId checked = gathering("checked");
    const auto asks = [&](bool rules, bool explained) {
        return *world.ask(marigold(), "gathering_ready_to_publish", fields::kind, checked,
                          {{fields::ground_rules_read, rules}, {fields::notes_explained, explained}});
    };
    QVERIFY(!asks(false, true));
    QVERIFY(!asks(true, false));
    QVERIFY(asks(true, true));
    const auto flagged = [&](const Fields &more, const char *state = "checked") {
        Fields all{{words::gathering, checked}, {words::table, 1}, {words::order, 1}, {words::kind_, "idea"}, {words::text, "Heat."},
                   {words::could_identify, true}};
        all.insert(more.begin(), more.end());
        return note(all, state);
    };
    flagged({{words::quote_permission, "notes_only"}});
    flagged({{words::quote_permission, "anonymous"}, {words::identity_settled, "reworded"}});
    flagged({{words::quote_permission, "anonymous"}}, "withdrawn");
    QVERIFY(asks(true, true));
    const RecordId unsettled = flagged({{words::quote_permission, "anonymous"}});
    QVERIFY(!asks(true, true));
    QVERIFY(marigold().change(unsettled, {{words::identity_settled, usecases::FieldEdit::How::Set, "agreed", std::nullopt}}));
    QVERIFY(asks(true, true));
}

void tst_gatheringguards::gatheringPublished()
{
    namespace fields = kinds::contribution;
    const auto asks = [&](const Fields &where) { return *world.ask(marigold(), "gathering_published", fields::kind, any, where); };
    QVERIFY(!asks({}));
    QVERIFY(!asks({{fields::gathering, any}}));
    QVERIFY(!asks({{fields::gathering, gathering("checked")}}));
    QVERIFY(asks({{fields::gathering, gathering("published")}}));
}

void tst_gatheringguards::tidyUpDone()
{
    namespace fields = kinds::contribution;
    const auto asks = [&](const Fields &tidy) { return *world.ask(marigold(), "tidy_up_done", fields::kind, any, tidy); };
    const Value theme = ValueArray{"housing"};
    QVERIFY(!asks({{fields::theme, theme}}));
    QVERIFY(!asks({{fields::theme, ValueArray{}}, {fields::level, "system"}}));
    QVERIFY(asks({{fields::theme, theme}, {fields::level, "system"}}));
}

void tst_gatheringguards::identitySettled()
{
    namespace fields = kinds::contribution;
    const auto asks = [&](const Fields &note) { return *world.ask(marigold(), "identity_settled", fields::kind, any, note); };
    QVERIFY(!asks({{fields::could_identify, true}, {fields::quote_permission, "anonymous"}}));
    QVERIFY(asks({{fields::could_identify, false}, {fields::quote_permission, "anonymous"}}));
    QVERIFY(asks({{fields::could_identify, true}, {fields::quote_permission, "notes_only"}}));
    for (const char *how : {"reworded", "agreed"})
        QVERIFY(asks({{fields::could_identify, true}, {fields::quote_permission, "anonymous"}, {fields::identity_settled, how}}));
}

void tst_gatheringguards::twoGatherings()
{
    namespace fields = kinds::need_statement;
    namespace words = kinds::contribution;
    const RecordId march = gathering();
    const RecordId first = note({{words::gathering, march}, {words::text, "Warm rooms."}});
    const RecordId second = note({{words::gathering, march}, {words::text, "A warm hall."}});
    const RecordId april = note({{words::gathering, gathering()}, {words::text, "Heat."}});
    const RecordId takenOut = note({{words::gathering, gathering()}, {words::text, "Fuel."}}, "withdrawn");
    const auto asks = [&](const ValueArray &notes) {
        return *world.ask(marigold(), "two_gatherings", fields::kind, any, {{fields::contributions, notes}});
    };
    QVERIFY(!asks({first}));
    QVERIFY(!asks({first, second}));
    QVERIFY(!asks({first, takenOut}));
    QVERIFY(!asks({first, any}));
    QVERIFY(asks({first, april}));
    QVERIFY(marigold().takeBack(april));
    QVERIFY(!asks({first, april}));
}

void tst_gatheringguards::onlyACoordinatorSaysWhyFewer()
{
    namespace fields = kinds::need_statement;
    const Fields why{{fields::fewer_because, "It came up at the door."}};
    QVERIFY(world.refuses(nuala(), "two_gatherings", fields::kind, any, why));
    QVERIFY(world.allows(marigold(), "two_gatherings", fields::kind, any, why));
    const Fields need{{fields::title, "Heat"}, {fields::text, "Heat."}, {fields::who, "All"}, {fields::theme, "housing"},
                      {fields::contributions, ValueArray{any}}, {fields::fewer_because, "It came up at the door."}};
    const RecordId byNuala = world.made(nuala(), fields::kind, need);
    const RecordId byMarigold = world.made(marigold(), fields::kind, need);
    QVERIFY(world.shareAll());
    QVERIFY(world.refuses(marigold(), "two_gatherings", fields::kind, byNuala));
    QVERIFY(world.allows(nuala(), "two_gatherings", fields::kind, byMarigold));
}

void tst_gatheringguards::personAgreedToBeListed()
{
    namespace fields = kinds::resource;
    const auto asks = [&](const Fields &more) {
        Fields all{{fields::name, "A chef"}, {fields::asset_type, "person"}, {fields::offer, "Cooks for thirty"}};
        for (const auto &[field, value] : more)
            all[field] = value;
        return *world.ask(marigold(), "person_agreed_to_be_listed", fields::kind, any, all);
    };
    QVERIFY(!asks({}));
    QVERIFY(asks({{fields::asset_type, "place"}}));
    QVERIFY(!asks({{fields::consent, consent({{kinds::consent::about, "quote"}})}}));
    QVERIFY(!asks({{fields::consent, consent({{kinds::consent::answer, "no"}})}}));
    QVERIFY(!asks({{fields::consent, consent({}, "withdrawn")}}));
    QVERIFY(asks({{fields::consent, consent({})}}));
    QVERIFY(asks({{fields::consent, consent({{kinds::consent::answer, "only_this"}})}}));
}

void tst_gatheringguards::theNewestPermissionCounts()
{
    namespace fields = kinds::resource;
    const RecordId chef = world.brought(fields::kind, {{fields::name, "A chef"}, {fields::asset_type, "person"}}, "offered");
    const auto asks = [&] { return *world.ask(marigold(), "person_agreed_to_be_listed", fields::kind, chef); };
    QVERIFY(!asks());
    consent({{kinds::consent::resource, chef}});
    QVERIFY(asks());
    consent({{kinds::consent::resource, chef}, {kinds::consent::answer, "no"}, {kinds::consent::on, "2026-04-01"}});
    QVERIFY(!asks());
    consent({{kinds::consent::resource, chef}, {kinds::consent::on, "2026-05-01"}});
    QVERIFY(asks());
}

void tst_gatheringguards::noSurnameIsShown()
{
    namespace fields = kinds::resource;
    world.brought(kinds::person::kind, {{kinds::person::name, "Dr Leonie Saltmarsh"}, {kinds::person::known_as, "Leonie"}}, "active");
    const auto asks = [&](const char *giver, const char *offer) {
        return *world.ask(marigold(), "person_agreed_to_be_listed", fields::kind, any,
                          {{fields::asset_type, "person"}, {fields::offer, offer},
                           {fields::consent, consent({{kinds::consent::given_by, giver}})}});
    };
    QVERIFY(!asks("Tom Baker", "Mr Baker cooks"));
    QVERIFY(!asks("Sam", "Leonie Saltmarsh cooks"));
    QVERIFY(asks("Tom Baker", "Tom cooks at any table"));
    QVERIFY(asks("the table", "Cooks at any table"));
    QVERIFY(asks("Sam", "Walks on the saltmarsh"));
}

QTEST_GUILESS_MAIN(tst_gatheringguards)
#include "tst_gatheringguards.moc"
