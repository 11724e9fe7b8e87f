// Pass to another tablet nearby (ux.md 7.22): two tablets of one programme, their windows, and real sockets between them.
#include <QSignalSpy>
#include <QTcpSocket>
#include <QTest>
#include <QUdpSocket>

#include "core/catalogue/handles.h"
#include "core/crypto/systemrandom.h"
#include "platform/common/nearbynetwork.h"
#include "tests/app/demoprogramme.h"
#include "tests/app/inputs.h"
#include "tests/app/shownwords.h"
#include "tests/qml/qmlview.h"
#include "tests/support/stillway.h"
#include "tests/support/verifygood.h"

using namespace ourtable;
using namespace ourtable::test;
using platform::NearbyNetwork;

namespace {

constexpr int kPatienceMilliseconds = 30'000;

// Two of them find each other on this machine alone.
NearbyNetwork::Settings onThisMachine()
{
    QUdpSocket free;
    if (!free.bind(QHostAddress(QHostAddress::AnyIPv4)))
        qFatal("no port is free");
    NearbyNetwork::Settings settings;
    settings.port = free.localPort();
    settings.towards = {"127.255.255.255"};
    settings.beaconMilliseconds = 50;
    settings.handshakeMilliseconds = kPatienceMilliseconds;
    return settings;
}

} // namespace

class NearbyTest final : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void notesGoBothWaysOnceBothSaySo_data();
    void notesGoBothWaysOnceBothSaySo();
    void wordsThatAreNotTheSamePassNothing();
    void whoLeavesThePageIsNotFound();
    void aTabletThatGoesAwayIsSaidPlainly();
    void aWrongNumberIsSaidAtTheField();
    void onesOwnNumberIsSaid();
    void aSilentCallerHidesNoEnd();
    void lockingEndsIt();
    void theWordsAreEasyAndFit_data();
    void theWordsAreEasyAndFit();

private:
    [[nodiscard]] static bool comes(AppView &app, const QString &name)
    {
        return QTest::qWaitFor([&] { return app.item(name) != nullptr; }, kPatienceMilliseconds);
    }
    [[nodiscard]] static QString words(AppView &app, const QString &name, const char *property = "text")
    {
        QQuickItem *const item = app.item(name);
        return item ? item->property(property).toString() : QString();
    }
    void open(AppOptions options = {});
    void write(AppView &app, int notes);
    [[nodiscard]] static std::int64_t notesOn(AppView &app);
    void openPages();
    // Both pages open, and the words on both.
    void showWords(Input input = Input::Touch);
    void callFromBea(Input input = Input::Touch);

    std::unique_ptr<DemoProgramme> m_demo;
    crypto::SystemRandom m_random;
    std::uint16_t m_port = 0; // where Bea listens, whose page is opened first
    std::unique_ptr<NearbyNetwork> m_beasWay;
    std::unique_ptr<NearbyNetwork> m_damisWay;
    std::unique_ptr<AppView> m_bea;
    std::unique_ptr<AppView> m_dami;
};

void NearbyTest::init()
{
    failOnWarnings();
    m_demo = std::make_unique<DemoProgramme>();
    QVERIFY2(m_demo->make(), m_demo->failure().c_str());
    for (Member *each : {m_demo->peer, m_demo->lay}) {
        QVERIFY(m_demo->programme.reopen(*each));
        VERIFY_GOOD((*each)->share()); // both have what the hub has
        m_demo->programme.close(*each);
    }
    m_demo->programme.hub.online = false;
}

void NearbyTest::cleanup()
{
    m_bea.reset();
    m_dami.reset();
    m_beasWay.reset();
    m_damisWay.reset();
    m_demo.reset();
}

void NearbyTest::open(AppOptions options)
{
    const NearbyNetwork::Settings settings = onThisMachine();
    m_port = settings.port;
    m_beasWay = std::make_unique<NearbyNetwork>(m_random, settings);
    m_damisWay = std::make_unique<NearbyNetwork>(m_random, settings);
    options.nearby = m_beasWay.get();
    m_bea = std::make_unique<AppView>(m_demo->programme, *m_demo->peer, options);
    options.nearby = m_damisWay.get();
    m_dami = std::make_unique<AppView>(m_demo->programme, *m_demo->lay, options);
    QVERIFY(m_bea->signIn());
    QVERIFY(m_dami->signIn());
}

void NearbyTest::write(AppView &app, int notes)
{
    for (int i = 0; i < notes; ++i) {
        const auto saved = app.inWorkspace([gathering = m_demo->gathering](usecases::Workspace &workspace) {
            usecases::NewNote note;
            note.text = "A bench by the door";
            return usecases::addNote(workspace, gathering, note);
        });
        VERIFY_GOOD(saved);
        app.session().tellTouched(*saved, catalogue::kinds::contribution::kind);
    }
    app.settle();
}

std::int64_t NearbyTest::notesOn(AppView &app)
{
    return app.inWorkspace([](usecases::Workspace &workspace) { return workspace.count({.kind = catalogue::kinds::contribution::kind}); }).value();
}

void NearbyTest::openPages()
{
    for (AppView *each : {m_bea.get(), m_dami.get()})
        each->open(QStringLiteral("nearby"));
}

void NearbyTest::showWords(Input input)
{
    openPages();
    callFromBea(input);
}

void NearbyTest::callFromBea(Input input)
{
    QVERIFY(comes(*m_bea, QStringLiteral("callDevice0")));
    m_bea->window().requestActivate();
    pressBy(input, *m_bea, QStringLiteral("callDevice0"));
    QVERIFY(comes(*m_bea, QStringLiteral("nearbyWords")) && comes(*m_dami, QStringLiteral("nearbyWords")));
    QCOMPARE(words(*m_bea, QStringLiteral("nearbyWords")), words(*m_dami, QStringLiteral("nearbyWords")));
    QVERIFY(words(*m_bea, QStringLiteral("nearbyWords")).contains(u' '));
}

void NearbyTest::notesGoBothWaysOnceBothSaySo_data() { addInputs(); }

void NearbyTest::notesGoBothWaysOnceBothSaySo()
{
    QFETCH(int, input);
    const Input by = Input(input);
    open(windowFor(by));
    write(*m_bea, 2);
    write(*m_dami, 1);
    const std::int64_t before = notesOn(*m_bea);
    const std::int64_t there = notesOn(*m_dami);
    showWords(by);
    pressBy(by, *m_bea, QStringLiteral("theSame"));
    QVERIFY(comes(*m_bea, QStringLiteral("waitingForOther")));
    m_dami->settle();
    QCOMPARE(notesOn(*m_dami), there); // one person alone passes nothing
    m_dami->window().requestActivate();
    pressBy(by, *m_dami, QStringLiteral("theSame"));
    QVERIFY(comes(*m_bea, QStringLiteral("nearbyDone")) && comes(*m_dami, QStringLiteral("nearbyDone")));
    QCOMPARE(words(*m_bea, QStringLiteral("nearbyDone"), "title"), QStringLiteral("2 notes went to the other tablet. 1 note came here."));
    QCOMPARE(words(*m_dami, QStringLiteral("nearbyDone"), "title"), QStringLiteral("1 note went to the other tablet. 2 notes came here."));
    QCOMPARE(notesOn(*m_bea), before + 1);
    QCOMPARE(notesOn(*m_dami), there + 2);

    for (AppView *each : {m_bea.get(), m_dami.get()}) { // nobody calls that shared
        each->settle();
        QCOMPARE(each->session().sharing()->toShare(), 3);
        QVERIFY(each->session().sharing()->state() != Sharing::State::Shared);
    }
    m_demo->programme.hub.online = true;
    for (AppView *each : {m_bea.get(), m_dami.get()}) {
        each->session().sharing()->tryNow();
        each->settle();
        QCOMPARE(each->session().sharing()->toShare(), 0);
    }
    m_bea->window().requestActivate();
    pressBy(by, *m_bea, QStringLiteral("nearbyLeave"));
    QVERIFY(m_bea->page() != QStringLiteral("nearby"));
}

void NearbyTest::wordsThatAreNotTheSamePassNothing()
{
    open();
    write(*m_bea, 1);
    const std::int64_t there = notesOn(*m_dami);
    showWords();
    m_dami->tap(QStringLiteral("theSame"));
    m_bea->tap(QStringLiteral("notTheSame"));
    for (AppView *each : {m_bea.get(), m_dami.get()}) {
        QVERIFY(comes(*each, QStringLiteral("nearbyOver")));
        QVERIFY(words(*each, QStringLiteral("nearbyOver")).startsWith(QStringLiteral("The words were not the same, so nothing was passed.")));
        each->settle();
    }
    QCOMPARE(notesOn(*m_dami), there);
    // And again, this time from the start.
    for (AppView *each : {m_bea.get(), m_dami.get()})
        each->tap(QStringLiteral("nearbyAgain"));
    QVERIFY(comes(*m_bea, QStringLiteral("callDevice0")));
    m_bea->tap(QStringLiteral("callDevice0"));
    QVERIFY(comes(*m_dami, QStringLiteral("theSame")));
    m_bea->tap(QStringLiteral("theSame"));
    m_dami->tap(QStringLiteral("theSame"));
    QVERIFY(comes(*m_dami, QStringLiteral("nearbyDone")));
    QCOMPARE(notesOn(*m_dami), there + 1);
}

void NearbyTest::whoLeavesThePageIsNotFound()
{
    open();
    m_bea->open(QStringLiteral("nearby"));
    QVERIFY(m_beasWay->devices().empty());
    m_dami->open(QStringLiteral("nearby"));
    QVERIFY(comes(*m_bea, QStringLiteral("callDevice0")));
    m_dami->open(QStringLiteral("today"));
    const std::vector<sync::NearbyId> shown = m_beasWay->devices();
    QVERIFY(m_damisWay->numbers().empty()); // does not listen any more
    m_bea->tap(QStringLiteral("callDevice0"));
    QVERIFY(comes(*m_bea, QStringLiteral("nearbyOver")));
    QVERIFY(words(*m_bea, QStringLiteral("nearbyOver")).startsWith(QStringLiteral("The other tablet did not answer.")));
}

void NearbyTest::aTabletThatGoesAwayIsSaidPlainly()
{
    open();
    write(*m_bea, 1);
    showWords();
    m_dami.reset(); // its battery
    QVERIFY(comes(*m_bea, QStringLiteral("nearbyOver")));
    const QString said = words(*m_bea, QStringLiteral("nearbyOver"));
    QVERIFY2(said.contains(QStringLiteral("Nothing was passed.")), qPrintable(said));
    QVERIFY(m_bea->session().sharing()->toShare() > 0);
}

void NearbyTest::aWrongNumberIsSaidAtTheField()
{
    open();
    m_dami->open(QStringLiteral("nearby")); // listens first, at the port that a number alone leads to
    m_bea->open(QStringLiteral("nearby"));
    m_bea->tap(QStringLiteral("otherNumberInput"));
    m_bea->type(QStringLiteral("our.example.org"));
    m_bea->tap(QStringLiteral("callNumber"));
    QCOMPARE(words(*m_bea, QStringLiteral("otherNumber"), "error"), QStringLiteral("That is no number of a tablet near here. Look at it again."));
    m_bea->window().requestActivate();
    m_bea->tap(QStringLiteral("otherNumberInput"));
    m_bea->press(Qt::Key_A, Qt::ControlModifier);
    m_bea->type(QStringLiteral("127.0.0.1"));
    m_bea->press(Qt::Key_Return);
    QVERIFY(comes(*m_bea, QStringLiteral("nearbyWords")) && comes(*m_dami, QStringLiteral("nearbyWords")));
}

void NearbyTest::onesOwnNumberIsSaid()
{
    StillWay way;
    AppOptions options;
    options.nearby = &way;
    AppView app(m_demo->programme, *m_demo->lay, options);
    QVERIFY(app.signIn());
    app.open(QStringLiteral("nearby"));
    app.tap(QStringLiteral("otherNumberInput"));
    app.type(QStringLiteral("192.168.1.23 "));
    app.tap(QStringLiteral("callNumber"));
    QCOMPARE(words(app, QStringLiteral("otherNumber"), "error"),
             QStringLiteral("That is the number of this tablet. Type the number that the other one shows."));
}

// Somebody's program that looks for open ports: one waits from before, one comes while the words are shown, which cuts it off.
void NearbyTest::aSilentCallerHidesNoEnd()
{
    open();
    openPages();
    QTcpSocket early;
    early.connectToHost(QHostAddress(QHostAddress::LocalHost), m_port);
    QTRY_COMPARE_WITH_TIMEOUT(early.state(), QAbstractSocket::ConnectedState, kPatienceMilliseconds);
    m_bea->settle();
    callFromBea();
    QTcpSocket late;
    const QSignalSpy reached(&late, &QTcpSocket::connected);
    late.connectToHost(QHostAddress(QHostAddress::LocalHost), m_port);
    QTRY_COMPARE_WITH_TIMEOUT(reached.count(), 1, kPatienceMilliseconds);
    QTRY_COMPARE_WITH_TIMEOUT(late.state(), QAbstractSocket::UnconnectedState, kPatienceMilliseconds);
    m_dami.reset();
    QVERIFY(comes(*m_bea, QStringLiteral("nearbyOver")));
}

void NearbyTest::lockingEndsIt()
{
    open();
    showWords();
    m_dami->session().lock();
    m_dami->settle();
    QVERIFY(m_damisWay->numbers().empty());
    QVERIFY(comes(*m_bea, QStringLiteral("nearbyOver")));
}

void NearbyTest::theWordsAreEasyAndFit_data()
{
    QTest::addColumn<QSize>("size");
    QTest::newRow("tablet") << QSize(1280, 800);
    QTest::newRow("phone") << QSize(360, 800);
    QTest::newRow("desktop") << QSize(1440, 900);
}

void NearbyTest::theWordsAreEasyAndFit()
{
    QFETCH(QSize, size);
    AppOptions options;
    options.size = size;
    open(options);
    showWords();
    m_dami->settle();
    for (const char *name : {"theSame", "notTheSame", "nearbyWords"}) {
        QQuickItem *const item = m_dami->item(QString::fromLatin1(name));
        const QRectF place = item->mapRectToScene(item->boundingRect());
        QVERIFY2(QRectF(QPointF(), size).contains(place), qPrintable(QStringLiteral("%1, %2, ends at %3, %4").arg(QLatin1String(name), words(*m_dami, QStringLiteral("nearbyWords"))).arg(place.right()).arg(place.bottom())));
    }
    QCOMPARE(m_dami->item(QStringLiteral("theSame"))->size(), m_dami->item(QStringLiteral("notTheSame"))->size()); // equal chairs
    ShownWords shown;
    shown.read(*m_dami, m_dami->page());
    QVERIFY(shown.count() > 4);
    QCOMPARE(shown.machineWords(), QString());
    if (const QString folder = qEnvironmentVariable("OURTABLE_LOOK"); !folder.isEmpty())
        QVERIFY(m_dami->picture().save(folder + u"/nearby-words-" + QString::fromLatin1(QTest::currentDataTag()) + u".png"));
}

QTEST_MAIN(NearbyTest)
#include "tst_nearby.moc"
