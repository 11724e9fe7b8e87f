// Work that is done on the same thread while a sharing waits for the hub, as it is in the app: saves, reads, drafts, signing
// in and out. It has to come out as if it had been done before the sharing or after it.
#include <QTest>

#include "core/catalogue/handles.h"
#include "core/usecases/keyhandover.h"
#include "tests/support/programme.h"
#include "tests/support/verifygood.h"

using namespace ourtable;
using namespace ourtable::test;
namespace note = catalogue::kinds::contribution;

namespace {

constexpr int kWaits = 5; // for each kind of request, in which something is saved

using Meanwhile = std::function<void(const std::string &target)>;

// Waits before the hub has the request and once more before the answer is here; in both halves, as the real one does.
class WaitingTransport final : public sync::Transport {
public:
    WaitingTransport(LocalHub &hub, const Meanwhile &meanwhile) : m_hub(hub), m_meanwhile(meanwhile) {}

    Result<sync::TransportAnswer> send(const sync::TransportRequest &request) override
    {
        wait(request);
        Result<sync::TransportAnswer> answer = m_hub.send(request);
        wait(request);
        return answer;
    }
    Result<void> begin(const sync::TransportRequest &request) override
    {
        m_begun = request;
        wait(request);
        return {};
    }
    Result<sync::TransportAnswer> finish() override { return send(m_begun); }

private:
    void wait(const sync::TransportRequest &request)
    {
        const std::string target = request.target.substr(0, request.target.find('?'));
        if (m_meanwhile)
            m_meanwhile(target);
    }

    LocalHub &m_hub;
    const Meanwhile &m_meanwhile;
    sync::TransportRequest m_begun;
};

class WaitingConnector final : public usecases::HubConnector {
public:
    explicit WaitingConnector(LocalHub &hub) : m_hub(hub), m_plain(hub) {}
    Meanwhile meanwhile;

    Result<std::unique_ptr<sync::Transport>> connect(const usecases::HubPlace &) override
    {
        return std::unique_ptr<sync::Transport>(std::make_unique<WaitingTransport>(m_hub, meanwhile));
    }
    Result<Bytes> caCertificate(const std::string &address, const Hash &caPin) override { return m_plain.caCertificate(address, caPin); }
    Result<sync::InviteInfo> inviteInfo(const std::string &address, const InviteId &invite) override { return m_plain.inviteInfo(address, invite); }
    Result<Hash> pinOf(ByteView caCertificate) override { return m_plain.pinOf(caCertificate); }

private:
    LocalHub &m_hub;
    LocalConnector m_plain;
};

} // namespace

class SharingMeanwhile : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void savesAreSharedWithItOrTheNextTime();
    void draftsAndReadsSeeWhatIsThere();
    void signingOutAndInLosesNothing();
    void takingBackWinsOverThePushUnderWay();
    void comparingHeadsKeepsWhatWasSavedMeanwhile();
    void anotherSharingWaitsItsTurn();
    void handingKeysOverOutlivesSigningOut();

private:
    // Opens the member's profile again with the line that waits.
    bool onWaitingLine(Member &member);
    RecordId write(Member &member, const std::string &text);
    std::int64_t notesOf(Member &member) { return member->count({.kind = note::kind}).value(); }
    static std::int64_t unsent(Member &member) { return member.profile->log().counts().value().waitingToBeSent; }

    std::unique_ptr<Programme> m_programme;
    std::unique_ptr<WaitingConnector> m_line;
    Member *m_nuala = nullptr;
    Member *m_dami = nullptr;
    RecordId m_gathering;
};

void SharingMeanwhile::init()
{
    m_programme = std::make_unique<Programme>();
    QVERIFY2(m_programme->found(), m_programme->failure.c_str());
    m_line = std::make_unique<WaitingConnector>(m_programme->hub);
    m_nuala = m_programme->letIn("Nuala", {"lay_partner"});
    m_dami = m_programme->letIn("Dami", {"lay_partner"});
    QVERIFY2(m_nuala && m_dami, m_programme->failure.c_str());
    usecases::BreakfastPlan plan;
    plan.date = "2026-11-12";
    plan.place = "The Copper Kettle";
    const Result<RecordId> gathering = usecases::startBreakfast(**m_nuala, plan);
    VERIFY_GOOD(gathering);
    m_gathering = *gathering;
    VERIFY_GOOD((*m_nuala)->share());
    VERIFY_GOOD((*m_dami)->share());
    QVERIFY2(onWaitingLine(*m_nuala), m_programme->failure.c_str());
}

void SharingMeanwhile::cleanup()
{
    m_programme.reset();
    m_line.reset();
}

bool SharingMeanwhile::onWaitingLine(Member &member)
{
    m_programme->close(member);
    Result<std::unique_ptr<usecases::Profile>> profile =
        usecases::Profile::open(member.folder, {member.secrets, member.clock, m_programme->random, *m_line});
    if (!profile)
        return false;
    member.profile = std::move(*profile);
    Result<std::unique_ptr<usecases::Workspace>> workspace = usecases::Workspace::unlock(*member.profile, member.password);
    if (!workspace)
        return false;
    member.workspace = std::move(*workspace);
    return true;
}

RecordId SharingMeanwhile::write(Member &member, const std::string &text)
{
    usecases::NewNote made;
    made.text = text;
    const Result<RecordId> saved = usecases::addNote(*member, m_gathering, made);
    if (!saved)
        qWarning("not written: %s %s", std::string(nameOf(saved.error().code)).c_str(), saved.error().detail.c_str());
    return saved ? *saved : RecordId{};
}

void SharingMeanwhile::savesAreSharedWithItOrTheNextTime()
{
    static constexpr int kBefore = 600; // more than one push
    static constexpr int kTheirs = 30;
    for (int i = 0; i < kBefore; ++i)
        QVERIFY(!write(*m_nuala, "Before " + std::to_string(i)).isZero());
    for (int i = 0; i < kTheirs; ++i)
        QVERIFY(!write(*m_dami, "Theirs " + std::to_string(i)).isZero());
    VERIFY_GOOD((*m_dami)->share());
    int during = 0;
    std::map<std::string, int> waits;
    m_line->meanwhile = [&](const std::string &target) {
        QVERIFY(!m_nuala->profile->log().database().insideTransaction());
        if (++waits[target] > kWaits)
            return; // one who saves at every wait keeps the sharing busy for as long
        QVERIFY(!write(*m_nuala, "During " + std::to_string(during++)).isZero());
    };
    const auto shared = m_nuala->profile->share();
    m_line->meanwhile = {};
    VERIFY_GOOD(shared);
    QCOMPARE(shared->received, std::size_t{kTheirs});
    QVERIFY(waits.contains("/v1/push") && waits.contains("/v1/pull") && waits.contains("/v1/hello"));
    QCOMPARE(static_cast<std::int64_t>(shared->sent) + unsent(*m_nuala), std::int64_t{kBefore + during});
    VERIFY_GOOD((*m_nuala)->afterSharing());
    VERIFY_GOOD(m_nuala->profile->share());
    QCOMPARE(unsent(*m_nuala), std::int64_t{0});
    VERIFY_GOOD((*m_dami)->share());
    QCOMPARE(notesOf(*m_nuala), std::int64_t{kBefore + kTheirs + during});
    QCOMPARE(notesOf(*m_dami), std::int64_t{kBefore + kTheirs + during});
    QCOMPARE((*m_dami)->digest().value(), (*m_nuala)->digest().value());
    QCOMPARE(m_dami->profile->log().counts()->quarantined, std::int64_t{0});
}

void SharingMeanwhile::draftsAndReadsSeeWhatIsThere()
{
    const RecordId theirs = write(*m_dami, "Theirs");
    VERIFY_GOOD((*m_dami)->share());
    int turn = 0;
    m_line->meanwhile = [&](const std::string &) {
        VERIFY_GOOD((*m_nuala)->keepDraft("note", Value(std::int64_t{++turn})));
        VERIFY_GOOD((*m_nuala)->catchUp()); // folds what came so far
        VERIFY_GOOD((*m_nuala)->find({.kind = note::kind}));
        VERIFY_GOOD((*m_nuala)->search("ramp"));
        VERIFY_GOOD((*m_nuala)->writeSnapshot());
    };
    VERIFY_GOOD(m_nuala->profile->share());
    m_line->meanwhile = {};
    VERIFY_GOOD((*m_nuala)->afterSharing());
    VERIFY_GOOD((*m_nuala)->get(theirs));
    QCOMPARE((*m_nuala)->draft("note").value(), Value(std::int64_t{turn}));
    QVERIFY(turn > 4);
}

void SharingMeanwhile::signingOutAndInLosesNothing()
{
    const RecordId before = write(*m_nuala, "Before");
    const RecordId theirs = write(*m_dami, "Theirs");
    VERIFY_GOOD((*m_dami)->share());
    RecordId during;
    bool left = false;
    m_line->meanwhile = [&](const std::string &target) {
        if (target == "/v1/push" && !left) {
            left = true;
            m_nuala->workspace.reset();
        } else if (target == "/v1/pull" && !m_nuala->workspace) {
            Result<std::unique_ptr<usecases::Workspace>> again = usecases::Workspace::unlock(*m_nuala->profile, m_nuala->password);
            VERIFY_GOOD(again);
            m_nuala->workspace = std::move(*again);
            during = write(*m_nuala, "During");
        }
    };
    VERIFY_GOOD(m_nuala->profile->share());
    m_line->meanwhile = {};
    QVERIFY(left && m_nuala->workspace);
    VERIFY_GOOD((*m_nuala)->afterSharing());
    QCOMPARE(unsent(*m_nuala), std::int64_t{1});
    VERIFY_GOOD(m_nuala->profile->share());
    VERIFY_GOOD((*m_dami)->share());
    for (const RecordId &record : {before, theirs, during}) {
        VERIFY_GOOD((*m_nuala)->get(record));
        VERIFY_GOOD((*m_dami)->get(record));
    }
    QCOMPARE((*m_dami)->digest().value(), (*m_nuala)->digest().value());
}

void SharingMeanwhile::takingBackWinsOverThePushUnderWay()
{
    const RecordId regretted = write(*m_nuala, "Her name is Robin");
    bool taken = false;
    m_line->meanwhile = [&](const std::string &target) {
        if (target == "/v1/push" && !taken) {
            taken = true;
            VERIFY_GOOD((*m_nuala)->takeBack(regretted));
        }
    };
    VERIFY_GOOD(m_nuala->profile->share());
    m_line->meanwhile = {};
    VERIFY_GOOD(m_nuala->profile->share());
    QCOMPARE(unsent(*m_nuala), std::int64_t{0});
    VERIFY_GOOD((*m_dami)->share());
    const auto there = (*m_dami)->get(regretted);
    VERIFY_GOOD(there);
    QVERIFY(there->erased);
    QVERIFY(there->field(note::text).isNull());
    const auto changes = m_dami->profile->log().changesOf(regretted);
    VERIFY_GOOD(changes);
    for (const store::StoredChange &change : *changes)
        QVERIFY(change.envelope.kind == sync::ChangeKind::Erase || !change.envelope.ciphertext);
}

void SharingMeanwhile::comparingHeadsKeepsWhatWasSavedMeanwhile()
{
    const RecordId before = write(*m_nuala, "Before");
    VERIFY_GOOD(m_nuala->profile->share());
    // Another hub in the same place: everything is compared and sent again.
    m_programme->hub.stop();
    const Result<void> restored = hub::HubService::markRestored(m_programme->hub.settings(), m_programme->random);
    VERIFY_GOOD(restored);
    QVERIFY(m_programme->hub.restart());
    int during = 0;
    bool compared = false;
    std::map<std::string, int> waits;
    m_line->meanwhile = [&](const std::string &target) {
        compared = compared || target == "/v1/vv";
        if (++waits[target] <= kWaits)
            QVERIFY(!write(*m_nuala, "During " + std::to_string(during++)).isZero());
    };
    const auto shared = m_nuala->profile->share();
    m_line->meanwhile = {};
    VERIFY_GOOD(shared);
    QVERIFY(shared->hubChanged && compared && !shared->replicaSpent);
    VERIFY_GOOD(m_nuala->profile->share());
    QCOMPARE(unsent(*m_nuala), std::int64_t{0});
    VERIFY_GOOD((*m_dami)->share());
    VERIFY_GOOD((*m_dami)->get(before));
    QCOMPARE(notesOf(*m_dami), std::int64_t{1 + during});
    VERIFY_GOOD((*m_nuala)->catchUp());
    QCOMPARE((*m_dami)->digest().value(), (*m_nuala)->digest().value());
}

void SharingMeanwhile::anotherSharingWaitsItsTurn()
{
    QVERIFY(!write(*m_nuala, "Before").isZero());
    int refused = 0;
    m_line->meanwhile = [&](const std::string &) {
        const auto again = m_nuala->profile->share();
        QVERIFY(!again);
        QCOMPARE(again.error(), (Error{ErrorCode::Busy, "sharing"}));
        const auto asked = m_nuala->profile->engine().value()->request("GET", "/v1/keybag", {});
        QCOMPARE(asked.error().code, ErrorCode::Busy);
        QCOMPARE(m_nuala->profile->setHubPlace(m_programme->hub.place()).error().code, ErrorCode::Busy);
        ++refused;
    };
    VERIFY_GOOD(m_nuala->profile->share());
    m_line->meanwhile = {};
    QVERIFY(refused > 2);
    QCOMPARE(unsent(*m_nuala), std::int64_t{0});
    VERIFY_GOOD(m_nuala->profile->share()); // its turn has come
    VERIFY_GOOD(m_nuala->profile->setHubPlace(m_programme->hub.place()));
}

void SharingMeanwhile::handingKeysOverOutlivesSigningOut()
{
    Member *bea = m_programme->letIn("Bea", {"support_lead"});
    QVERIFY2(bea && m_programme->letIn("Cyd", {"support_lead"}), m_programme->failure.c_str());
    VERIFY_GOOD((*bea)->share()); // from here on the coordinator holds no key of support
    Member *eve = m_programme->letIn("Eve", {"support_lead"});
    QVERIFY2(eve, m_programme->failure.c_str());
    QVERIFY(onWaitingLine(*bea));
    VERIFY_GOOD(bea->profile->share());
    VERIFY_GOOD((*bea)->afterSharing());
    m_line->meanwhile = [&](const std::string &) { bea->workspace.reset(); };
    QVERIFY(usecases::handOverKeys(**bea).value() > 0);
    m_line->meanwhile = {};
    QVERIFY(!bea->workspace);
    VERIFY_GOOD((*eve)->share());
    const sync::CircleState *support = (*eve)->directory().circleOfKind((*eve)->catalogue().circle("support")->number);
    QVERIFY((*eve)->keyring().newest(support->id));
    QVERIFY(onWaitingLine(*bea));
    QCOMPARE(usecases::handOverKeys(**bea).value(), std::size_t{0}); // and it is known that it was done
}

QTEST_GUILESS_MAIN(SharingMeanwhile)
#include "tst_sharingmeanwhile.moc"
