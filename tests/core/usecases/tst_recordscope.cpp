// Who sees and changes which records of a kind, where a right is not over all of them (core/usecases/recordscope.h).
#include <QTest>

#include "tests/core/usecases/guardworld.h"

using namespace ourtable;
using namespace ourtable::test;
namespace need = kinds::support_need;
namespace contact = kinds::contact_note;
namespace view = kinds::assessment;

class RecordScope : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_world.reset(); }

    void peerWorkersSeeOnlyTheirOwnPeople();
    void manyAreGivenInTheOrderAskedForWithoutTheOthers();
    void whatNobodyFollowsUpIsEveryPeerWorkers();
    void whatHangsOnASupportNoteIsSeenWithIt();
    void nobodyReadsAnothersViewBeforeTheirOwnIsIn();
    void accessNeedsAreSeenByWhomTheyAreSharedWith();
    void nobodyMakesARecordAboutSomebodyElse();
    void peopleChangeTheirOwnPersonRecordAndNobodyElses();
    void thePromiseOfAnOrganisationIsThatOfItsPeople();
    void whatWasImportedCounts();
    void aSeatOnAPanelIsNobodysOnlyRole();

private:
    usecases::Workspace &coordinator() { return *m_world->programme.coordinator; }
    Member *letIn(const char *name, const std::vector<std::string> &roles) { return m_world->programme.letIn(name, roles); }
    // Everybody named has what the others wrote.
    static bool share(std::initializer_list<Member *> members)
    {
        for (int round = 0; round < 2; ++round)
            for (Member *member : members)
                if (!member->workspace->share())
                    return false;
        return true;
    }
    static std::vector<RecordId> seen(Member &member, catalogue::KindNumber kind)
    {
        store::Query query;
        query.kind = kind;
        const Result<std::vector<store::RecordView>> found = member->find(query);
        std::vector<RecordId> ids;
        if (found)
            for (const store::RecordView &record : *found)
                ids.push_back(record.id);
        const Result<std::int64_t> counted = member->count(query);
        query.limit = 0;
        const Result<std::vector<store::RecordKey>> keys = member->list(query);
        if (!keys || !std::ranges::equal(ids, *keys, {}, {}, &store::RecordKey::id))
            return {RecordId{}};
        return counted && *counted == static_cast<std::int64_t>(ids.size()) ? ids : std::vector<RecordId>{RecordId{}, RecordId{}};
    }
    static bool refused(const Result<void> &result) { return !result && result.error().code == ErrorCode::NotPermitted; }
    template <class T> static bool refused(const Result<T> &result) { return !result && result.error().code == ErrorCode::NotPermitted; }
    static usecases::FieldEdit set(catalogue::FieldNumber field, Value value)
    {
        return {field, usecases::FieldEdit::How::Set, std::move(value), std::nullopt};
    }
    RecordId supportNote(Member &by, const char *words, const Fields &more = {})
    {
        Fields fields{{need::permission, "keep"}, {need::in_their_words, words},
                      {need::areas, ValueArray{"money"}}};
        fields.insert(more.begin(), more.end());
        return m_world->made(*by, need::kind, fields);
    }

    std::unique_ptr<GuardWorld> m_world;
};

void RecordScope::init()
{
    m_world = std::make_unique<GuardWorld>();
    QVERIFY(m_world->found());
}

void RecordScope::peerWorkersSeeOnlyTheirOwnPeople()
{
    Member *anu = letIn("Anu", {"peer_worker"});
    Member *joy = letIn("Joy", {"peer_worker"});
    QVERIFY(anu && joy);
    const RecordId record = supportNote(*anu, "eleven brown envelopes", {{need::follow_up_by, m_world->personOf(*anu)}});
    QVERIFY(!record.isZero() && share({anu, joy, m_world->bea}));
    QVERIFY(joy->workspace->projection().get(record)->has_value()); // it is here: the rule hides it, not the key
    QCOMPARE(seen(*anu, need::kind), std::vector<RecordId>{record});
    QCOMPARE(seen(*m_world->bea, need::kind), std::vector<RecordId>{record}); // the lead
    QVERIFY(seen(*joy, need::kind).empty());
    QVERIFY(refused(joy->workspace->get(record)) && refused(joy->workspace->state(record)));
    QVERIFY(refused(joy->workspace->history(record)));
    QVERIFY(joy->workspace->search("envelopes", 50, need::kind)->empty());
    QCOMPARE(anu->workspace->search("envelopes", 50, need::kind)->size(), std::size_t{1});
    QVERIFY(refused(joy->workspace->change(record, {set(need::what_matters, "sleep")})));
    QVERIFY(refused(joy->workspace->move(record, "plan_agreed")));
    QVERIFY(refused(joy->workspace->hide(record)) && refused(joy->workspace->takeBack(record)));
    // Handed over, it is theirs.
    QVERIFY((*anu)->change(record, {set(need::follow_up_by, m_world->personOf(*joy))}));
    QVERIFY(share({anu, joy}));
    QCOMPARE(seen(*joy, need::kind), std::vector<RecordId>{record});
    QVERIFY(joy->workspace->move(record, "plan_agreed"));
}

void RecordScope::manyAreGivenInTheOrderAskedForWithoutTheOthers()
{
    Member *anu = letIn("Anu", {"peer_worker"});
    Member *joy = letIn("Joy", {"peer_worker"});
    QVERIFY(anu && joy);
    const Fields by{{need::follow_up_by, m_world->personOf(*anu)}};
    const RecordId first = supportNote(*anu, "eleven brown envelopes", by);
    const RecordId second = supportNote(*anu, "a lift on Thursdays", by);
    QVERIFY(share({anu, joy}));
    const std::vector<RecordId> asked{second, RecordId{{7}}, first, m_world->personOf(*anu)};
    const auto given = [&](Member &member) {
        const Result<std::vector<store::RecordView>> views = member->getMany(asked);
        std::vector<RecordId> ids;
        for (const store::RecordView &view : *views)
            ids.push_back(view.id);
        return ids;
    };
    QCOMPARE(given(*anu), (std::vector<RecordId>{second, first, m_world->personOf(*anu)}));
    QCOMPARE(given(*joy), std::vector<RecordId>{m_world->personOf(*anu)});
    QCOMPARE(anu->workspace->list({.kind = need::kind, .descending = true, .limit = 1}).value().front().id, second);
}

void RecordScope::whatNobodyFollowsUpIsEveryPeerWorkers()
{
    Member *anu = letIn("Anu", {"peer_worker"});
    QVERIFY(anu);
    const RecordId record = supportNote(*m_world->dami, "somebody to sit with");
    QVERIFY(share({m_world->dami, anu}));
    QVERIFY(refused(m_world->dami->workspace->find({need::kind}))); // sealed for who wrote it
    QCOMPARE(seen(*anu, need::kind), std::vector<RecordId>{record});
    QVERIFY((*anu)->change(record, {set(need::follow_up_by, m_world->personOf(*anu))}));
}

void RecordScope::whatHangsOnASupportNoteIsSeenWithIt()
{
    Member *anu = letIn("Anu", {"peer_worker"});
    Member *joy = letIn("Joy", {"peer_worker"});
    QVERIFY(anu && joy);
    const RecordId record = supportNote(*anu, "the hearing", {{need::follow_up_by, m_world->personOf(*anu)}});
    const RecordId talk = m_world->made(**m_world->bea, contact::kind,
                                        {{contact::support_need, record}, {contact::on, "2026-11-12"},
                                         {contact::by, m_world->personOf(*m_world->bea)}, {contact::how, "phone"},
                                         {contact::text, "rang about the hearing"},
                                         {contact::written_with, true}, {contact::read_back, true}});
    QVERIFY(!talk.isZero() && share({anu, joy, m_world->bea}));
    QCOMPARE(seen(*anu, contact::kind), std::vector<RecordId>{talk});
    QVERIFY(seen(*joy, contact::kind).empty());
    for (const catalogue::KindNumber kind : {need::kind, contact::kind}) {
        QVERIFY(joy->workspace->search("hearing", 50, kind)->empty());
        QCOMPARE(anu->workspace->search("hearing", 50, kind)->size(), std::size_t{1});
    }
}

void RecordScope::nobodyReadsAnothersViewBeforeTheirOwnIsIn()
{
    Member *ada = letIn("Ada", {"lay_partner", "panel"});
    Member *ben = letIn("Ben", {"professional", "panel"});
    QVERIFY(ada && ben);
    const RecordId nomination = m_world->brought(kinds::nomination::kind, {{kinds::nomination::nominee_name, "Rosa"}});
    QVERIFY(share({&m_world->programme.coordinator, ada, ben}));
    const auto opinion = [&](Member &by, const char *words) {
        Value scores = Value::emptyMap();
        scores.set("listen", 3);
        return m_world->made(*by, view::kind,
                             {{view::nomination, nomination}, {view::assessed_by, ValueArray{m_world->personOf(by)}},
                              {view::scores, scores}, {view::evidence, words},
                              {view::interests_declared_by_assessors, "none"}});
    };
    const RecordId first = opinion(*ada, "listens before she speaks");
    QVERIFY(share({ada, ben, &m_world->programme.coordinator}));
    QVERIFY(ben->workspace->projection().get(first)->has_value());
    QVERIFY(seen(*ben, view::kind).empty() && refused(ben->workspace->get(first)));
    QCOMPARE(seen(m_world->programme.coordinator, view::kind), std::vector<RecordId>{first});
    opinion(*ben, "knows everybody on the estate");
    QCOMPARE(seen(*ben, view::kind).size(), std::size_t{2});
}

void RecordScope::accessNeedsAreSeenByWhomTheyAreSharedWith()
{
    namespace access = kinds::access_needs;
    const auto needs = [&](const char *with) {
        return m_world->made(**m_world->dami, access::kind,
                             {{access::person, m_world->personOf(*m_world->dami)}, {access::share_with, with},
                              {access::review_on, "2027-01-01"}});
    };
    const RecordId organisers = needs("organisers");
    const RecordId everyone = needs("everyone");
    QVERIFY(!organisers.isZero() && !everyone.isZero() && m_world->shareAll());
    QCOMPARE(seen(*m_world->dami, access::kind).size(), std::size_t{2});
    QCOMPARE(seen(m_world->programme.coordinator, access::kind).size(), std::size_t{2});
    QCOMPARE(seen(*m_world->nuala, access::kind), std::vector<RecordId>{everyone});
    QVERIFY(refused((*m_world->nuala)->change(everyone, {set(access::in_the_room, "a quiet corner")})));
}

void RecordScope::nobodyMakesARecordAboutSomebodyElse()
{
    namespace access = kinds::access_needs;
    const auto about = [&](Member &whom) {
        return (*m_world->dami)->create(access::kind, {set(access::person, m_world->personOf(whom)), set(access::share_with, "everyone"),
                                                       set(access::review_on, "2027-01-01")});
    };
    QVERIFY(refused(about(*m_world->nuala)));
    QVERIFY(about(*m_world->dami));
    QVERIFY(refused((*m_world->dami)->create(kinds::person::kind, {set(kinds::person::name, "Somebody")})));
}

void RecordScope::peopleChangeTheirOwnPersonRecordAndNobodyElses()
{
    QVERIFY(m_world->shareAll());
    const auto rename = [&](Member &whose) {
        return (*m_world->dami)->change(m_world->personOf(whose), {set(kinds::person::known_as, "D.")});
    };
    QVERIFY(rename(*m_world->dami));
    QVERIFY(refused(rename(*m_world->nuala)));
    QVERIFY(m_world->shareAll());
    const RecordId dami = m_world->personOf(*m_world->dami);
    QCOMPARE(coordinator().get(dami)->field(kinds::person::known_as), Value("D."));
}

void RecordScope::thePromiseOfAnOrganisationIsThatOfItsPeople()
{
    namespace action = kinds::action;
    Member *sam = letIn("Sam", {"professional"});
    Member *lee = letIn("Lee", {"professional"});
    QVERIFY(sam && lee);
    const RecordId trust = m_world->brought(kinds::organisation::kind, {{kinds::organisation::name, "Mind and Body Trust"},
                                                                       {kinds::organisation::sector, "health"}});
    QVERIFY(coordinator().change(m_world->personOf(*sam), {set(kinds::person::organisation, trust)}));
    const RecordId breakfast = m_world->brought(kinds::gathering::kind, {{kinds::gathering::date, "2026-11-12"}});
    const RecordId promise = m_world->brought(action::kind, {{action::kind_, "action"}, {action::text, "Letters in plain words"},
                                                             {action::gathering, breakfast}, {action::due, "2026-12-10"},
                                                             {action::owner_type, "organisation"}, {action::owner, trust}},
                                              "agreed");
    Member *table = &m_world->programme.coordinator;
    QVERIFY(share({table, sam, lee}));
    const auto update = [&](Member &by) {
        namespace line = kinds::action_update;
        return by->create(line::kind, {set(line::action, promise), set(line::on, "2026-11-20"),
                                       set(line::by, m_world->personOf(by)), set(line::text, "Begun")});
    };
    QVERIFY(refused((*lee)->change(promise, {set(action::outcome, "No")})) && refused(update(*lee)));
    const Result<void> pushed = (*lee)->move(promise, "under_way");
    QVERIFY(!pushed && pushed.error().code == ErrorCode::GuardRefused);
    QVERIFY((*sam)->change(promise, {set(action::outcome, "First letter rewritten")}));
    QVERIFY((*sam)->move(promise, "under_way"));
    QVERIFY(update(*sam));
    QVERIFY(share({sam, table, lee}));
    for (Member *member : {table, lee}) {
        const Result<store::RecordView> there = member->workspace->get(promise);
        QVERIFY(there && there->state == "under_way");
        QCOMPARE(there->field(action::outcome), Value("First letter rewritten"));
    }
}

void RecordScope::whatWasImportedCounts()
{
    const RecordId imported = m_world->brought(view::kind, {{view::evidence, "from the paper forms"}});
    const Result<store::RecordView> here = coordinator().get(imported);
    QVERIFY(here && here->imported);
    QCOMPARE(here->field(view::evidence), Value("from the paper forms"));
}

void RecordScope::aSeatOnAPanelIsNobodysOnlyRole()
{
    const catalogue::Catalogue &catalogue = catalogue::Catalogue::builtIn();
    const Result<sync::Invitation> alone = usecases::invite(coordinator(), {{catalogue.role("panel")->number}, {}, 60});
    QVERIFY(!alone && alone.error().code == ErrorCode::InvalidInput && alone.error().detail == "panel_alone");
    Member *ada = letIn("Ada", {"panel", "peer_worker", "lay_partner"});
    QVERIFY(ada);
    const Result<store::RecordView> person = coordinator().get(m_world->personOf(*ada));
    QVERIFY(person);
    QCOMPARE(person->field(kinds::person::role), Value("peer_worker"));
    QCOMPARE(person->field(kinds::person::other_roles), Value(ValueArray{"lay_partner"}));
}

QTEST_GUILESS_MAIN(RecordScope)
#include "tst_recordscope.moc"
