// What people do with a promise: moved with what that asks for, told of, asked about; and who is offered what.
#include <QTest>

#include "core/usecases/promisesteps.h"
#include "core/usecases/promisestory.h"
#include "tests/core/usecases/guardworld.h"
#include "tests/support/verifygood.h"

using namespace ourtable;
using namespace ourtable::test;
using usecases::PromiseOffer;
using usecases::PromiseStep;
using usecases::Workspace;
namespace promise = catalogue::kinds::action;

class PromiseSteps : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();

    void whatIsInTheWayIsAskedAndKept();
    void aChangedPromiseKeepsItsOldWordsBehindIt();
    void aMoveThatIsRefusedChangesNothing();
    void theOwnersMovesAreOfferedToTheOwnerAlone();
    void anUnnamedPledgeIsLetGoByAnyoneWithoutAReason();
    void decidingNotToWaitsForBoth();
    void aLayPartnerSignsOffWhatAnOrganisationPromised();
    void notReallyDoneTakesTheSignatureOff();
    void aMoveGoesBackWhereTheCatalogueHasTheWay();
    void theChosenOnesAreAskedOnceADay();

private:
    Workspace &marigold() { return *world.programme.coordinator; }
    Workspace &nuala() { return **world.nuala; }
    Workspace &dami() { return **world.dami; }
    RecordId made(const Fields &owner, const char *state);
    RecordId nualas(const char *state) { return made({{promise::owner_type, "person"}, {promise::owner, world.personOf(*world.nuala)}}, state); }
    RecordId organisations(const char *state) { return made({{promise::owner_type, "organisation"}, {promise::owner, organisation}}, state); }
    store::RecordView at(Workspace &by, const RecordId &record);
    std::vector<std::string> offered(Workspace &by, const RecordId &record);
    std::vector<PromiseOffer> offers(Workspace &by, const RecordId &record);

    GuardWorld world;
    RecordId organisation;
    RecordId breakfast;
};

void PromiseSteps::initTestCase()
{
    QVERIFY2(world.found(), world.programme.failure.c_str());
    organisation = world.brought(kinds::organisation::kind, {{kinds::organisation::name, "Housing team"}}, "active");
    const auto started = usecases::startBreakfast(nuala(), {.place = "The Copper Kettle"});
    VERIFY_GOOD(started);
    breakfast = *started;
    QVERIFY(world.shareAll());
}

RecordId PromiseSteps::made(const Fields &owner, const char *state)
{
    Fields fields{{promise::kind_, "pledge"}, {promise::text, "Ring the council"}, {promise::gathering, breakfast}, {promise::due, "2026-12-10"}};
    fields.insert(owner.begin(), owner.end());
    const RecordId record = world.brought(promise::kind, fields, state);
    if (!world.shareAll())
        qFatal("it is not shared");
    return record;
}

store::RecordView PromiseSteps::at(Workspace &by, const RecordId &record)
{
    const auto view = by.get(record);
    return view ? *view : store::RecordView{};
}

std::vector<PromiseOffer> PromiseSteps::offers(Workspace &by, const RecordId &record)
{
    const auto all = usecases::offersForPromise(by, record);
    return all ? *all : std::vector<PromiseOffer>();
}

std::vector<std::string> PromiseSteps::offered(Workspace &by, const RecordId &record)
{
    std::vector<std::string> states;
    for (const PromiseOffer &offer : offers(by, record))
        states.push_back(offer.to + (offer.words ? "?" : "") + (offer.newText ? "!" : "") + (offer.waitsFor.empty() ? "" : " " + offer.waitsFor));
    return states;
}

void PromiseSteps::whatIsInTheWayIsAskedAndKept()
{
    const RecordId record = nualas("agreed");
    QCOMPARE(usecases::takeStep(dami(), {.promise = record, .to = "stuck"}).error(), (Error{ErrorCode::RequiredMissing, "action.because"}));
    QCOMPARE(usecases::takeStep(dami(), {.promise = record}).error(), (Error{ErrorCode::RequiredMissing, "action_update.text"}));
    VERIFY_GOOD(dami().keepDraft("step", Value("Nobody answers")));
    VERIFY_GOOD(usecases::takeStep(dami(), {.promise = record, .to = "stuck", .words = "Nobody answers", .draft = "step"}));
    QCOMPARE(dami().draft("step").error().code, ErrorCode::NotFound);
    QCOMPARE(at(dami(), record).state, std::string("stuck"));
    QCOMPARE(at(dami(), record).field(promise::because), Value("Nobody answers"));
    const auto story = usecases::storyOf(dami(), record);
    VERIFY_GOOD(story);
    QCOMPARE(story->updates.size(), std::size_t{1});
    QCOMPARE(story->updates.front().field(kinds::action_update::text), Value("Nobody answers"));
    QCOMPARE(story->updates.front().field(kinds::action_update::by).id<PersonId>(), std::optional(dami().person()));
    QVERIFY(story->said.empty());
}

void PromiseSteps::aChangedPromiseKeepsItsOldWordsBehindIt()
{
    const RecordId record = nualas("agreed");
    const PromiseStep step{.promise = record, .to = "changed", .words = "They only answer letters", .newText = {}};
    QCOMPARE(usecases::takeStep(nuala(), step).error(), (Error{ErrorCode::RequiredMissing, "action.text"}));
    VERIFY_GOOD(usecases::takeStep(nuala(), {.promise = record, .to = "changed", .words = "They only answer letters", .newText = "Write to the council"}));
    QCOMPARE(at(nuala(), record).field(promise::text), Value("Write to the council"));
    const auto history = nuala().history(record);
    VERIFY_GOOD(history);
    const auto writesOldWords = [](const Workspace::HistoryEntry &entry) {
        return std::any_of(entry.writes.begin(), entry.writes.end(), [](const sync::Write &write) { return write.value == Value("Ring the council"); });
    };
    QVERIFY(std::any_of(history->begin(), history->end(), writesOldWords));
}

void PromiseSteps::aMoveThatIsRefusedChangesNothing()
{
    const RecordId record = nualas("agreed");
    VERIFY_GOOD(dami().keepDraft("step", Value("It goes well")));
    const auto refused = usecases::takeStep(dami(), {.promise = record, .to = "under_way", .words = "It goes well", .draft = "step"});
    QCOMPARE(refused.error().code, ErrorCode::NotPermitted); // a lay partner who did not promise it
    VERIFY_GOOD(dami().draft("step"));
    const auto byCoordinator = usecases::takeStep(marigold(), {.promise = record, .to = "under_way", .words = "It goes well"});
    QCOMPARE(byCoordinator.error(), (Error{ErrorCode::GuardRefused, "owner_or_on_their_behalf"}));
    QCOMPARE(at(marigold(), record).state, std::string("agreed"));
    const auto story = usecases::storyOf(marigold(), record);
    VERIFY_GOOD(story);
    QVERIFY(story->updates.empty());
}

void PromiseSteps::theOwnersMovesAreOfferedToTheOwnerAlone()
{
    const RecordId record = nualas("agreed");
    QCOMPARE(offered(nuala(), record), (std::vector<std::string>{"under_way", "stuck?", "changed?!", "not_going_ahead? owner_and_coordinator"}));
    QCOMPARE(offered(dami(), record), std::vector<std::string>{"stuck?"});
    QCOMPARE(offered(marigold(), record), (std::vector<std::string>{"stuck?", "not_going_ahead? owner_and_coordinator"}));
}

void PromiseSteps::anUnnamedPledgeIsLetGoByAnyoneWithoutAReason()
{
    const RecordId record = made({{promise::owner_type, "unnamed"}}, "offered");
    QCOMPARE(offered(dami(), record), std::vector<std::string>{"let_go"});
    VERIFY_GOOD(usecases::takeStep(dami(), {.promise = record, .to = "let_go"}));
    QCOMPARE(at(dami(), record).state, std::string("let_go"));
    QVERIFY(offered(dami(), nualas("offered")).empty());
}

void PromiseSteps::decidingNotToWaitsForBoth()
{
    const RecordId record = nualas("under_way");
    const PromiseStep step{.promise = record, .to = "not_going_ahead", .words = "No, because the line is closed", .newText = {}};
    QCOMPARE(usecases::takeStep(nuala(), step).error(), (Error{ErrorCode::GuardRefused, "owner_and_coordinator"}));
    world.nuala->clock.advanceSeconds(60); // after what moved it last, on a clock of another device
    PromiseStep said = step;
    said.sayOnly = true;
    VERIFY_GOOD(usecases::takeStep(nuala(), said));
    const auto story = usecases::storyOf(nuala(), record);
    VERIFY_GOOD(story);
    QCOMPARE(story->said, std::string("not_going_ahead"));
    QCOMPARE(story->waitsFor, std::string("owner_and_coordinator"));
    QVERIFY(world.shareAll());
    QCOMPARE(offered(marigold(), record).back(), std::string("not_going_ahead?")); // now she completes it
    VERIFY_GOOD(usecases::takeStep(marigold(), step));
    QCOMPARE(at(marigold(), record).state, std::string("not_going_ahead"));
    const auto over = usecases::storyOf(marigold(), record);
    VERIFY_GOOD(over);
    QVERIFY(over->said.empty());
}

void PromiseSteps::aLayPartnerSignsOffWhatAnOrganisationPromised()
{
    const RecordId record = organisations("under_way");
    QCOMPARE(offers(marigold(), record).front().waitsFor, std::string("lay_sign_off"));
    QVERIFY(offers(dami(), record).front().waitsFor.empty());
    VERIFY_GOOD(usecases::takeStep(marigold(), {.promise = record, .to = "done", .words = "They opened the desk", .sayOnly = true}));
    QVERIFY(world.shareAll());
    QCOMPARE(at(dami(), record).state, std::string("under_way"));
    VERIFY_GOOD(usecases::takeStep(dami(), {.promise = record, .to = "done"}));
    QCOMPARE(at(dami(), record).state, std::string("done"));
    QCOMPARE(at(dami(), record).field(promise::signed_off_by).id<PersonId>(), std::optional(dami().person()));
}

void PromiseSteps::notReallyDoneTakesTheSignatureOff()
{
    const RecordId record = organisations("under_way");
    VERIFY_GOOD(usecases::takeStep(dami(), {.promise = record, .to = "done"}));
    QVERIFY(world.shareAll());
    VERIFY_GOOD(usecases::takeStep(nuala(), {.promise = record, .to = "under_way"}));
    QCOMPARE(at(nuala(), record).state, std::string("under_way"));
    QVERIFY(at(nuala(), record).field(promise::signed_off_by).isNull());
    QVERIFY(world.shareAll());
    const auto again = usecases::takeStep(marigold(), {.promise = record, .to = "done"});
    QCOMPARE(again.error(), (Error{ErrorCode::GuardRefused, "lay_sign_off"})); // the old signature does not hold again
}

void PromiseSteps::aMoveGoesBackWhereTheCatalogueHasTheWay()
{
    const RecordId record = nualas("under_way");
    VERIFY_GOOD(usecases::takeStep(nuala(), {.promise = record, .to = "done"}));
    QVERIFY(*usecases::mayGoBackTo(nuala(), record, "under_way"));
    QVERIFY(*usecases::mayGoBackTo(dami(), nualas("done"), "under_way")); // anyone: "not really done"
    const RecordId begun = nualas("agreed");
    VERIFY_GOOD(usecases::takeStep(nuala(), {.promise = begun, .to = "under_way"}));
    QVERIFY(!*usecases::mayGoBackTo(nuala(), begun, "agreed"));
}

void PromiseSteps::theChosenOnesAreAskedOnceADay()
{
    const std::vector<RecordId> chosen{nualas("agreed"), organisations("under_way"), nualas("done")};
    const std::string words = "Asked how it is going.";
    const auto asked = usecases::askHowItIsGoing(dami(), chosen, words);
    VERIFY_GOOD(asked);
    QCOMPARE(asked->asked, std::size_t{2});
    QCOMPARE(asked->over, std::size_t{1});
    const auto again = usecases::askHowItIsGoing(dami(), chosen, words);
    VERIFY_GOOD(again);
    QCOMPARE(again->asked, std::size_t{0});
    QCOMPARE(again->askedToday, std::size_t{2});
    QVERIFY(world.shareAll());
    const auto story = usecases::storyOf(nuala(), chosen.front()); // on the device of whoever promised
    VERIFY_GOOD(story);
    QCOMPARE(story->updates.size(), std::size_t{1});
    QCOMPARE(story->updates.front().field(kinds::action_update::text), Value(words));
    const auto byOther = usecases::askHowItIsGoing(marigold(), chosen, words);
    VERIFY_GOOD(byOther);
    QCOMPARE(byOther->asked, std::size_t{2});
}

QTEST_GUILESS_MAIN(PromiseSteps)
#include "tst_promisesteps.moc"
