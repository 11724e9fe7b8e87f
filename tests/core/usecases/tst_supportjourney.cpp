// Journey J2 of domain.md on the core: what is kept of a support need, and who can open it afterwards.
#include <QTest>

#include "core/catalogue/handles.h"
#include "core/sync/sealing.h"
#include "core/usecases/editcopy.h"
#include "tests/support/programme.h"
#include "tests/support/verifygood.h"

using namespace ourtable;
using namespace ourtable::test;
namespace need = catalogue::kinds::support_need;
using How = usecases::FieldEdit::How;

class SupportJourney : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_programme.reset(); }

    void J2_01_countOnlyTakesNothingElse();
    void J2_01_countOnlyIsCountedAndNothingMore();
    void J2_01_wordsAreNotTurnedIntoACount();
    void J2_02_closedAfterTheEditWindow();
    void J2_02_closedWhenTheGatheringCloses();
    void J2_02_noKeyOnTheDeviceOpensIt();

private:
    // What a lay partner types at the side table, to be kept.
    static std::vector<usecases::FieldEdit> kept(const std::string &words);
    static std::vector<usecases::FieldEdit> counted();
    [[nodiscard]] usecases::Workspace &coordinator() { return *m_programme->coordinator; }
    [[nodiscard]] usecases::Workspace &lay() { return *m_dami->workspace; }
    // Every octet in the files of the device.
    [[nodiscard]] static bool holdsOctets(const Member &member, ByteView octets);
    void isClosedToTheWriter(const RecordId &record);

    std::unique_ptr<Programme> m_programme;
    Member *m_dami = nullptr;
    Member *m_bea = nullptr;
};

void SupportJourney::init()
{
    m_programme = std::make_unique<Programme>();
    QVERIFY2(m_programme->found(), m_programme->failure.c_str());
    m_dami = m_programme->letIn("Dami", {"lay_partner"});
    m_bea = m_programme->letIn("Bea", {"support_lead"});
    QVERIFY2(m_dami && m_bea, m_programme->failure.c_str());
    VERIFY_GOOD(lay().share());
}

std::vector<usecases::FieldEdit> SupportJourney::kept(const std::string &words)
{
    return {{need::code_name, How::Set, "Robin", {}},   {need::permission, How::Set, "keep", {}},
            {need::areas, How::Add, "communication", {}}, {need::in_their_words, How::Set, words, {}},
            {need::when_needed, How::Set, "this_week", {}}};
}

std::vector<usecases::FieldEdit> SupportJourney::counted()
{
    return {{need::permission, How::Set, "count_only", {}},
            {need::areas, How::Add, "housing", {}},
            {need::areas, How::Add, "money", {}},
            {need::month, How::Set, "2026-11", {}}};
}

bool SupportJourney::holdsOctets(const Member &member, ByteView octets)
{
    for (const auto &file : std::filesystem::recursive_directory_iterator(member.folder)) {
        const Bytes held = file.is_regular_file() ? octetsOfFile(file.path().string()) : Bytes{};
        if (std::search(held.begin(), held.end(), octets.begin(), octets.end()) != held.end())
            return true;
    }
    return false;
}

void SupportJourney::J2_01_countOnlyTakesNothingElse()
{
    static const std::vector<usecases::FieldEdit> kElse{
        {need::code_name, How::Set, "Robin", {}},          {need::reach_by, How::Set, "text, after ten", {}},
        {need::in_their_words, How::Set, "Letters", {}},   {need::what_matters, How::Set, "The dog", {}},
        {need::strengths, How::Add, "Baking", {}},         {need::safe_to_contact_note, How::Set, "not at home", {}},
        {need::interpreter, How::Set, "Somali", {}},       {need::noted_on, How::Set, "2026-11-12", {}},
        {need::follow_up_on, How::Set, "2026-11-19", {}},  {need::when_needed, How::Set, "today", {}},
        {need::noted_by, How::Set, lay().person(), {}},    {need::do_not_contact, How::Set, false, {}}};
    for (const usecases::FieldEdit &more : kElse) {
        std::vector<usecases::FieldEdit> edits = counted();
        edits.push_back(more);
        for (usecases::Workspace *writer : {&lay(), m_bea->workspace.get()}) {
            const std::int64_t before = writer->profile().log().counts()->changes;
            const auto refused = writer->create(need::kind, edits);
            QVERIFY2(!refused, std::to_string(more.field).c_str());
            QCOMPARE(refused.error(), (Error{ErrorCode::GuardRefused, "count_only_keeps_nothing"}));
            QCOMPARE(writer->profile().log().counts()->changes, before);
            QVERIFY(writer->profile().log().receipts()->empty());
        }
    }
}

void SupportJourney::J2_01_countOnlyIsCountedAndNothingMore()
{
    VERIFY_GOOD(lay().keepDraft("need", Value("zanzibarcanary"))); // typed before they said "just count me"
    usecases::CreateOptions options;
    options.draft = "need";
    const Bytes draft = *lay().profile().log().draft(lay().formName("need"), lay().endpoint());
    QVERIFY(holdsOctets(*m_dami, draft));
    const Result<usecases::Saved> saved = lay().create(need::kind, counted(), options);
    VERIFY_GOOD(saved);
    QVERIFY(lay().drafts()->empty());
    QVERIFY(!holdsOctets(*m_dami, draft));
    VERIFY_GOOD(lay().share());
    VERIFY_GOOD(m_bea->workspace->share());
    VERIFY_GOOD(coordinator().share());
    // The raw store: every sealed change of the record, opened with the key of those who may.
    const auto stored = m_bea->workspace->profile().log().changesOf(saved->record);
    VERIFY_GOOD(stored);
    QCOMPARE(stored->size(), std::size_t{1});
    const Result<sync::Body> body = sync::openChange(stored->front().envelope, m_bea->workspace->keyring());
    VERIFY_GOOD(body);
    std::map<catalogue::FieldNumber, std::vector<std::string>> written;
    for (const sync::Write &write : body->writes)
        written[write.field].push_back(*write.value.text());
    const std::map<catalogue::FieldNumber, std::vector<std::string>> expected{
        {need::permission, {"count_only"}}, {need::areas, {"housing", "money"}}, {need::month, {"2026-11"}}};
    QVERIFY(written == expected);
    // The office gets no record of it, by no way of asking; a support lead counts it.
    store::Query all;
    all.kind = need::kind;
    QCOMPARE(coordinator().get(saved->record).error().code, ErrorCode::NotFound);
    QCOMPARE(coordinator().find(all).error().code, ErrorCode::NotPermitted);
    QCOMPARE(coordinator().count(all).error().code, ErrorCode::NotPermitted);
    QVERIFY(!coordinator().state(saved->record));
    QVERIFY(!coordinator().history(saved->record));
    QVERIFY(coordinator().search("housing", 50, need::kind)->empty());
    QCOMPARE(*m_bea->workspace->count(all), std::int64_t{1});
}

void SupportJourney::J2_01_wordsAreNotTurnedIntoACount()
{
    // What was kept stays in the log until it is taken back, so an edit cannot make it a mere count.
    const Result<usecases::Saved> saved = m_bea->workspace->create(need::kind, kept("Letters"));
    VERIFY_GOOD(saved);
    std::vector<usecases::FieldEdit> edits{{need::permission, How::Set, "count_only", {}}};
    for (const catalogue::FieldNumber field : {need::code_name, need::in_their_words, need::when_needed})
        edits.push_back({field, How::Clear, {}, {}});
    const Result<void> refused = m_bea->workspace->change(saved->record, edits);
    QVERIFY(!refused);
    QCOMPARE(refused.error(), (Error{ErrorCode::GuardRefused, "count_only_keeps_nothing"}));
    VERIFY_GOOD(m_bea->workspace->takeBack(saved->record));
    VERIFY_GOOD(m_bea->workspace->create(need::kind, counted()));
    const auto stored = m_bea->workspace->profile().log().changesOf(saved->record);
    VERIFY_GOOD(stored);
    for (const store::StoredChange &change : *stored)
        QVERIFY(change.envelope.kind == sync::ChangeKind::Erase || !change.envelope.ciphertext);
}

void SupportJourney::isClosedToTheWriter(const RecordId &record)
{
    store::Query all;
    all.kind = need::kind;
    QCOMPARE(lay().get(record).error().code, ErrorCode::NotFound);
    QCOMPARE(lay().find(all).error().code, ErrorCode::NotPermitted);
    QCOMPARE(lay().count(all).error().code, ErrorCode::NotPermitted);
    QVERIFY(lay().search("zanzibarcanary", 50, need::kind)->empty());
    QVERIFY(!lay().state(record));
    QVERIFY(!lay().history(record));
    QCOMPARE(lay().editCopy(record).error().code, ErrorCode::NotFound);
    QVERIFY(lay().drafts()->empty());
    QVERIFY(!lay().change(record, {{need::in_their_words, How::Set, "again", {}}}));
    QVERIFY(!lay().hide(record));
    QVERIFY(!lay().restore(record));
    QVERIFY(!lay().move(record, "plan_agreed"));
    QCOMPARE(lay().profile().log().receipts()->size(), std::size_t{1}); // that there was one, is all that stays
}

void SupportJourney::J2_02_closedAfterTheEditWindow()
{
    VERIFY_GOOD(lay().keepDraft("need", Value("zanzibar")));
    VERIFY_GOOD(lay().keepDraft("need", Value("zanzibarcanary")));
    const Bytes draft = *lay().profile().log().draft(lay().formName("need"), lay().endpoint());
    usecases::CreateOptions options;
    options.draft = "need";
    const Result<usecases::Saved> saved = lay().create(need::kind, kept("zanzibarcanary"), options);
    VERIFY_GOOD(saved);
    QVERIFY(saved->sealed);
    QVERIFY(!holdsOctets(*m_dami, draft));
    const Bytes copy = *lay().profile().log().editCopy(saved->record, lay().endpoint(), lay().now());
    QVERIFY(holdsOctets(*m_dami, copy));
    m_dami->clock.advance(usecases::kEditWindow - 1);
    m_programme->hubClock.advance(usecases::kEditWindow - 1);
    VERIFY_GOOD(lay().change(saved->record, {{need::in_their_words, How::Set, "zanzibarcanary, put right", {}}})); // still open
    m_dami->clock.advance(1);
    m_programme->hubClock.advance(1);
    isClosedToTheWriter(saved->record);
    VERIFY_GOOD(lay().share());
    isClosedToTheWriter(saved->record);
    // A restart brings nothing back, and neither does turning the clock.
    QVERIFY2(m_programme->reopen(*m_dami), m_programme->failure.c_str());
    m_dami->clock.turnWall(-usecases::kEditWindow);
    isClosedToTheWriter(saved->record);
    QVERIFY(!holdsOctets(*m_dami, copy));
    VERIFY_GOOD(m_bea->workspace->share());
    QCOMPARE(*m_bea->workspace->get(saved->record)->field(need::in_their_words).text(), std::string("zanzibarcanary, put right"));
}

void SupportJourney::J2_02_closedWhenTheGatheringCloses()
{
    usecases::BreakfastPlan plan;
    plan.date = "2026-11-12";
    plan.place = "The Copper Kettle";
    const Result<RecordId> gathering = usecases::startBreakfast(lay(), plan);
    VERIFY_GOOD(gathering);
    std::vector<usecases::FieldEdit> edits = kept("zanzibarcanary");
    edits.push_back({need::gathering, How::Set, *gathering, {}});
    const Result<usecases::Saved> saved = lay().create(need::kind, edits);
    VERIFY_GOOD(saved);
    VERIFY_GOOD(lay().editCopy(saved->record));
    VERIFY_GOOD(usecases::countHeads(lay(), *gathering, "staff", 1));
    VERIFY_GOOD(usecases::closeBreakfast(lay(), *gathering, {true, true}));
    isClosedToTheWriter(saved->record);
}

void SupportJourney::J2_02_noKeyOnTheDeviceOpensIt()
{
    const Result<usecases::Saved> saved = lay().create(need::kind, kept("zanzibarcanary"));
    VERIFY_GOOD(saved);
    const CircleId support = lay().directory().circleOfKind(2)->id;
    QVERIFY(!lay().keyring().newest(support));
    QVERIFY(lay().directory().modeOf(lay().endpoint(), support) == sync::CircleMode::Writer);
    const auto packages = lay().profile().log().packages(lay().endpoint());
    VERIFY_GOOD(packages);
    for (const sync::KeyPackage &package : *packages)
        QVERIFY(package.circle != support);
    const auto stored = lay().profile().log().changesOf(saved->record);
    VERIFY_GOOD(stored);
    for (const store::StoredChange &change : *stored) {
        QCOMPARE(change.envelope.suite, sync::Suite::CircleBox);
        QCOMPARE(sync::openChange(change.envelope, lay().keyring()).error().code, ErrorCode::NoKey);
        QCOMPARE(crypto::boxOpen(lay().endpointKeys().box, change.envelope.sealedKey).error().code, ErrorCode::SealBroken);
    }
    QVERIFY(!holdsOctets(*m_dami, viewOf("zanzibarcanary")));
    // Nor does the hub hand the circle out to a device that only writes to it.
    const HubEpoch epoch = lay().profile().log().hubMemory()->epoch;
    VERIFY_GOOD(lay().share());
    const auto pulled = (*lay().profile().engine())->request("GET", "/v1/pull?c=" + support.hex() + "&e=" + epoch.hex() + "&after=0", {});
    QCOMPARE(pulled.error().code, ErrorCode::NotMember);
}

QTEST_APPLESS_MAIN(SupportJourney)
#include "tst_supportjourney.moc"
