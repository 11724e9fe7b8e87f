// Letting somebody in, on a storage thread, over a line that the test holds back; and a sign-out meanwhile.
#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include "app/bridge/lettingin.h"
#include "core/catalogue/handles.h"
#include "qml/engine/translation.h"
#include "tests/bridge/deskview.h"
#include "tests/bridge/heldhub.h"
#include "tests/support/verifygood.h"

using namespace ourtable;
using namespace ourtable::test;
using Stage = Session::Stage;

class LettingInTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { m_words.use(QStringLiteral("en_GB")); }
    void init();
    void cleanup();

    void aCodeIsForOnePartAndLastsAnHour();
    void whoeverIsLetInIsNoLongerWaitedFor();
    void aSignOutWaitsUntilSomebodyIsIn();
    void whatHadNotBegunWhenTheySignedOutIsNotDone();
    void outOfReachItSaysSoAndNobodyIsLost();

private:
    void askToBeLetIn();
    [[nodiscard]] QString waitingKey()
    {
        return m_letting->waiting()->data(m_letting->waiting()->index(0), WaitingPeople::KeyRole).toString();
    }
    [[nodiscard]] bool hasRecordOf(const std::string &name);
    void askForSignIn() { m_desk->session.signIn(m_desk->session.people()->data(m_desk->session.people()->index(0), PeopleModel::KeyRole).toString(), QString::fromLatin1(kPassphrase)); }

    Translation m_words;
    std::unique_ptr<Programme> m_programme;
    std::unique_ptr<HeldConnector> m_connector;
    std::unique_ptr<DeskView> m_desk;
    std::unique_ptr<LettingIn> m_letting;
    std::unique_ptr<Member> m_newcomer;
};

void LettingInTest::init()
{
    m_programme = std::make_unique<Programme>();
    QVERIFY2(m_programme->found(), m_programme->failure.c_str());
    m_programme->close(m_programme->coordinator);
    m_connector = std::make_unique<HeldConnector>(m_programme->hub);
    Member &coordinator = m_programme->coordinator;
    m_desk = std::make_unique<DeskView>(coordinator, usecases::Surroundings{coordinator.secrets, coordinator.clock, m_programme->random, *m_connector});
    QVERIFY(m_desk->signIn());
    m_letting = std::make_unique<LettingIn>();
    m_letting->setSession(&m_desk->session);
    m_newcomer = std::make_unique<Member>();
    m_newcomer->folder = m_programme->folder.file("new");
}

void LettingInTest::cleanup()
{
    m_connector->held = false;
    m_letting.reset();
    m_desk.reset();
    m_newcomer.reset();
    m_connector.reset();
    m_programme.reset();
}

// Ade, with a code that the model made.
void LettingInTest::askToBeLetIn()
{
    m_letting->invite(1);
    QTRY_VERIFY(!m_letting->busy());
    QCOMPARE(m_letting->problem(), QString());
    const auto request = usecases::readTypedInvitation(m_letting->address().toStdString(), m_letting->code().toStdString(), m_programme->around(*m_newcomer));
    VERIFY_GOOD(request);
    auto joining = usecases::join(m_newcomer->folder, *request, {"Ade", kPin, false}, m_programme->around(*m_newcomer));
    VERIFY_GOOD(joining);
    m_newcomer->profile = std::move(joining->profile);
    m_letting->look();
    QTRY_COMPARE(m_letting->waiting()->count(), 1);
    QCOMPARE(m_letting->waiting()->data(m_letting->waiting()->index(0), WaitingPeople::WordsRole).toString(),
             QString::fromStdString(joining->words).replace(u'-', u' '));
}

bool LettingInTest::hasRecordOf(const std::string &name)
{
    namespace person = catalogue::kinds::person;
    const auto people = m_desk->inWorkspace([](usecases::Workspace &workspace) { return workspace.find({.kind = person::kind}); });
    return people && std::any_of(people->begin(), people->end(), [&name](const auto &each) { return each.field(person::known_as) == Value(name); });
}

void LettingInTest::aCodeIsForOnePartAndLastsAnHour()
{
    QVERIFY(m_letting->parts().contains(QStringLiteral("Lay partner")));
    m_letting->invite(0);
    QTRY_VERIFY(!m_letting->code().isEmpty());
    QVERIFY(!m_letting->address().isEmpty());
    QVERIFY(!m_letting->until().isEmpty());
}

void LettingInTest::whoeverIsLetInIsNoLongerWaitedFor()
{
    const QAbstractItemModelTester tester(m_letting->waiting());
    askToBeLetIn();
    QSignalSpy in(m_letting.get(), &LettingIn::letInDone);
    m_letting->letIn(waitingKey());
    QTRY_COMPARE(in.count(), 1);
    QCOMPARE(m_letting->waiting()->count(), 0);
    VERIFY_GOOD(usecases::finishJoining(*m_newcomer->profile));
    QVERIFY(hasRecordOf("Ade"));
}

void LettingInTest::aSignOutWaitsUntilSomebodyIsIn()
{
    askToBeLetIn();
    m_desk->settle();
    m_connector->held = true;
    m_letting->letIn(waitingKey());
    QTRY_VERIFY(m_connector->waits);
    m_desk->session.lock();
    m_letting.reset(); // its page went
    QCOMPARE(m_desk->session.stage(), Stage::SignedOut);
    askForSignIn();
    m_desk->drain(); // ordinary work goes on
    QCOMPARE(m_desk->session.stage(), Stage::SignedOut);
    m_connector->held = false;
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->session.stage(), Stage::SignedIn, 20'000);
    QVERIFY(hasRecordOf("Ade")); // the last thing of letting in
    VERIFY_GOOD(usecases::finishJoining(*m_newcomer->profile));
}

void LettingInTest::whatHadNotBegunWhenTheySignedOutIsNotDone()
{
    askToBeLetIn();
    m_desk->settle();
    m_connector->held = true;
    m_desk->session.sharing()->tryNow();
    QTRY_VERIFY(m_connector->waits);
    m_letting->letIn(waitingKey());
    m_desk->drain();
    m_desk->session.lock();
    m_letting.reset();
    askForSignIn();
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->session.stage(), Stage::SignedIn, 20'000); // whatever the sharing waits for
    m_connector->held = false;
    m_desk->settle();
    QVERIFY(!hasRecordOf("Ade"));
    const Result<void> in = usecases::finishJoining(*m_newcomer->profile);
    QVERIFY(!in && in.error().code == ErrorCode::Waiting);
}

void LettingInTest::outOfReachItSaysSoAndNobodyIsLost()
{
    askToBeLetIn();
    m_desk->settle();
    m_programme->hub.online = false;
    m_letting->letIn(waitingKey());
    QTRY_VERIFY(!m_letting->problem().isEmpty());
    QCOMPARE(m_letting->waiting()->count(), 1);
    m_programme->hub.online = true;
    m_letting->letIn(waitingKey());
    QTRY_COMPARE(m_letting->waiting()->count(), 0);
    QCOMPARE(m_letting->problem(), QString());
    VERIFY_GOOD(usecases::finishJoining(*m_newcomer->profile));
}

QTEST_MAIN(LettingInTest)
#include "tst_lettingin.moc"
