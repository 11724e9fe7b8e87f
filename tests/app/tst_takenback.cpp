// A note that somebody wants taken back: gone here at once, there after the next share, and in no file of anybody.
#include <QTest>

#include <algorithm>
#include <filesystem>

#include "core/usecases/carrying.h"
#include "core/usecases/promises.h"
#include "tests/app/capturedesk.h"
#include "tests/app/inputs.h"

using namespace ourtable;
using namespace ourtable::test;
namespace kinds = catalogue::kinds;

class TakenBackTest final : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_morning.reset(); }
    void J1_10_goneHereAtOnceAndEverywhereAfterTheNextShare_data() { addInputs(); }
    void J1_10_goneHereAtOnceAndEverywhereAfterTheNextShare();
    void askedOnceAndKeepingItComesFirst();
    void theFeedOffersItWithoutOpeningTheNote_data() { addInputs(); }
    void theFeedOffersItWithoutOpeningTheNote();
    void whatWasBeingWrittenAboutItGoesToo();
    void undoAndRedoForgetIt();
    void aPromiseInOtherWordsIsShownToBeReadAgain();
    void noCountHasIt();
    void afterTwentyADayItSaysSo();

private:
    [[nodiscard]] Member &amina() { return *m_morning->amina; }
    // Her newest note at table 2, shared with the hub; her workspace is closed again.
    [[nodiscard]] RecordId aminaSays(const std::string &words);
    void aminaTakesBack(const RecordId &note);
    void share(CaptureDesk &desk);

    std::unique_ptr<Morning> m_morning;
};

namespace {

constexpr char kRegretted[] = "Zanzibar canary: my neighbour Ivo drinks again.";

// Of this folder itself: the hub's holds those of the devices here.
bool anyFileHolds(const std::string &folder, const Bytes &octets)
{
    for (const auto &entry : std::filesystem::directory_iterator(folder)) {
        const Bytes all = entry.is_regular_file() ? octetsOfFile(entry.path().string()) : Bytes();
        if (std::search(all.begin(), all.end(), octets.begin(), octets.end()) != all.end())
            return true;
    }
    return false;
}

// Everything sealed that holds words of the note, as it stands in files.
std::vector<Bytes> sealedWordsOf(Member &member, const RecordId &note)
{
    std::vector<Bytes> sealed;
    const Result<std::vector<store::StoredChange>> changes = member.profile->log().changesOf(note);
    for (const store::StoredChange &change : *changes) {
        if (change.envelope.ciphertext)
            sealed.push_back(*change.envelope.ciphertext);
    }
    return sealed;
}

bool holdsAny(const std::string &folder, const std::vector<Bytes> &sealed)
{
    return std::any_of(sealed.begin(), sealed.end(), [&folder](const Bytes &each) { return anyFileHolds(folder, each); })
        || anyFileHolds(folder, toBytes(kRegretted));
}

} // namespace

void TakenBackTest::init()
{
    failOnWarnings();
    m_morning = std::make_unique<Morning>();
    QVERIFY2(m_morning->make(), m_morning->programme.failure.c_str());
}

RecordId TakenBackTest::aminaSays(const std::string &words)
{
    if (!m_morning->programme.reopen(amina()) || !m_morning->aminaWrites(words))
        qFatal("Amina could not write");
    const RecordId note = usecases::notesOf(*amina(), m_morning->gathering, 2)->back().id;
    m_morning->programme.close(amina());
    return note;
}

void TakenBackTest::aminaTakesBack(const RecordId &note)
{
    if (!m_morning->programme.reopen(amina()) || !amina()->share() || !amina()->takeBack(note) || !amina()->share())
        qFatal("Amina could not take it back");
    m_morning->programme.close(amina());
}

void TakenBackTest::share(CaptureDesk &desk)
{
    desk.app.session().sharing()->tryNow();
    desk.app.settle();
}

void TakenBackTest::J1_10_goneHereAtOnceAndEverywhereAfterTheNextShare()
{
    QFETCH(int, input);
    const Input by = static_cast<Input>(input);
    Programme &programme = m_morning->programme;
    Member &joel = *m_morning->joel;
    Member &marigold = programme.coordinator;
    const std::string hub = std::filesystem::path(programme.hub.settings().databasePath).parent_path().string();

    // Said at Amina's tablet; a stick has it before the hub does.
    TempFolder stick;
    QVERIFY(programme.reopen(amina()));
    amina().clock.advanceSeconds(3600);
    const Result<RecordId> note = usecases::addNote(*amina(), m_morning->gathering, {.text = kRegretted, .table = 2});
    QVERIFY(note.ok());
    const auto copy = usecases::makeCopy(*amina(), stick.path());
    QVERIFY(copy.ok() && amina()->share().ok() && amina()->writeSnapshot().ok());
    std::vector<Bytes> sealed = sealedWordsOf(amina(), *note);
    programme.close(amina());
    // The office has it, and corrects it with the line down.
    QVERIFY(marigold->share().ok());
    QVERIFY(marigold->change(*note, {{kinds::contribution::text, usecases::FieldEdit::How::Set, std::string(kRegretted) + " Often.", std::nullopt}}).ok());
    for (const Bytes &each : sealedWordsOf(marigold, *note))
        sealed.push_back(each);

    CaptureDesk desk(*m_morning, windowFor(by));
    share(desk);
    QTRY_COMPARE_WITH_TIMEOUT(desk.firstNote(), QString::fromUtf8(kRegretted), 30'000);
    for (const std::string &folder : {amina().folder, joel.folder, marigold.folder, hub})
        QVERIFY2(holdsAny(folder, sealed), folder.c_str()); // or the search below says nothing

    programme.hub.online = false;
    pressBy(by, desk.app, words("note0"));
    pressBy(by, desk.app, words("takeBack"));
    pressBy(by, desk.app, words("confirm"));
    QTRY_VERIFY_WITH_TIMEOUT(desk.app.item(words("leaveTakenBack")), 30'000);
    QVERIFY(!holdsAny(joel.folder, sealed));
    pressBy(by, desk.app, words("leaveTakenBack"));
    QCOMPARE(desk.firstNote(), words("A note was taken back"));
    const auto found = desk.app.inWorkspace([](usecases::Workspace &workspace) { return workspace.search("zanzibar"); });
    QVERIFY(found.ok() && found->empty());

    programme.hub.online = true;
    share(desk);
    QVERIFY(!holdsAny(hub, sealed));
    QVERIFY(programme.reopen(amina()));
    QVERIFY(amina()->share().ok());
    QVERIFY(amina()->get(*note)->erased);
    QVERIFY(!holdsAny(amina().folder, sealed));
    // The stick and the office come with it once more.
    QVERIFY(usecases::takeCopy(*amina(), stick.file(copy->name)).ok());
    QVERIFY(amina()->share().ok() && marigold->share().ok() && amina()->share().ok() && amina()->writeSnapshot().ok());
    share(desk);
    QVERIFY(amina()->get(*note)->erased && marigold->get(*note)->erased);
    QCOMPARE(desk.firstNote(), words("A note was taken back"));
    programme.close(amina());
    for (const std::string &folder : {amina().folder, joel.folder, marigold.folder, hub})
        QVERIFY2(!holdsAny(folder, sealed), folder.c_str());
}

void TakenBackTest::askedOnceAndKeepingItComesFirst()
{
    CaptureDesk desk(*m_morning);
    const QString before = desk.firstNote();
    desk.app.tap(words("note0"));
    desk.app.tap(words("takeBack"));
    QCOMPARE(desk.textOf("takeBackWords"), words("This will come off every tablet. It can't be got back. Take it out?"));
    QQuickItem *const keep = desk.app.item(words("cancel"));
    QQuickItem *const take = desk.app.item(words("confirm"));
    QCOMPARE(keep->property("text").toString(), words("Keep it"));
    QCOMPARE(take->property("text").toString(), words("Take it out"));
    QVERIFY(keep->hasActiveFocus());
    QVERIFY(keep->mapToScene({}).x() < take->mapToScene({}).x());
    desk.app.press(Qt::Key_Return); // whoever hurries on has kept it
    QVERIFY(!desk.app.item(words("leaveTakenBack")));
    desk.app.tap(words("done"));
    QCOMPARE(desk.firstNote(), before);
}

void TakenBackTest::theFeedOffersItWithoutOpeningTheNote()
{
    QFETCH(int, input);
    const Input by = static_cast<Input>(input);
    CaptureDesk desk(*m_morning, windowFor(by));
    QQuickItem *const card = desk.app.item(words("note0"));
    const QPoint at = card->mapToScene({card->width() / 2, 30}).toPoint();
    if (by == Input::Keys) {
        tabTo(desk.app, words("note0"));
        desk.app.press(Qt::Key_Menu);
    } else if (by == Input::Mouse) {
        QTest::mouseClick(&desk.app.window(), Qt::RightButton, Qt::NoModifier, at);
    } else {
        QMetaObject::invokeMethod(card, "menuAsked"); // what a long press does
    }
    QTRY_VERIFY_WITH_TIMEOUT(desk.app.item(words("menuTakeBack")), 30'000);
    if (by == Input::Keys) {
        constexpr int kMostSteps = 5;
        const auto there = [&desk] { return desk.app.window().activeFocusItem()->objectName() == words("menuTakeBack"); };
        for (int step = 0; step < kMostSteps && !there(); ++step)
            desk.app.press(Qt::Key_Down);
        QVERIFY(there());
        desk.app.press(Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(desk.app.item(words("confirm")), 30'000);
        desk.app.press(Qt::Key_Tab);
        desk.app.press(Qt::Key_Return);
    } else {
        pressBy(by, desk.app, words("menuTakeBack"));
        pressBy(by, desk.app, words("confirm"));
    }
    QCOMPARE(desk.app.page(), words("capture"));
    QTRY_COMPARE_WITH_TIMEOUT(desk.firstNote(), words("A note was taken back"), 30'000);
    QCOMPARE(desk.saved(2).size(), std::size_t{2});
}

void TakenBackTest::whatWasBeingWrittenAboutItGoesToo()
{
    const RecordId note = aminaSays(kRegretted);
    CaptureDesk desk(*m_morning);
    share(desk);
    QTRY_COMPARE_WITH_TIMEOUT(desk.firstNote(), QString::fromUtf8(kRegretted), 30'000);
    desk.app.tap(words("note0"));
    desk.app.tap(words("wordsInput"));
    desk.app.type(words(" And more."));
    QTRY_COMPARE_WITH_TIMEOUT(desk.drafts(), std::size_t{1}, 30'000);
    aminaTakesBack(note);
    share(desk);
    QTRY_VERIFY_WITH_TIMEOUT(desk.app.item(words("leaveTakenBack")), 30'000);
    QCOMPARE(desk.drafts(), std::size_t{0});
    desk.app.tap(words("leaveTakenBack"));
    QCOMPARE(desk.drafts(), std::size_t{0}); // leaving keeps nothing either
    QCOMPARE(desk.firstNote(), words("A note was taken back"));
}

void TakenBackTest::undoAndRedoForgetIt()
{
    CaptureDesk desk(*m_morning);
    desk.app.type(QString::fromUtf8(kRegretted));
    desk.app.tap(words("save"));
    const auto notes = desk.ask([gathering = m_morning->gathering](usecases::Workspace &workspace) { return usecases::notesOf(workspace, gathering, 2); });
    const RecordId note = notes.back().id;
    share(desk);
    desk.app.tap(words("undo"));
    QCOMPARE(desk.box(), QString::fromUtf8(kRegretted));
    share(desk);
    aminaTakesBack(note);
    share(desk);
    QTRY_COMPARE_WITH_TIMEOUT(desk.box(), QString(), 30'000);
    desk.app.press(Qt::Key_Y, Qt::ControlModifier);
    desk.app.settle();
    QCOMPARE(desk.box(), QString());
    QCOMPARE(desk.drafts(), std::size_t{0});
    QVERIFY(!desk.app.item(words("undo")));
}

void TakenBackTest::aPromiseInOtherWordsIsShownToBeReadAgain()
{
    CaptureDesk desk(*m_morning);
    const auto notes = desk.ask([gathering = m_morning->gathering](usecases::Workspace &workspace) { return usecases::notesOf(workspace, gathering, 2); });
    usecases::NewPromise promise;
    promise.text = "I will ask about the rota.";
    promise.notes = {notes.back().id};
    const RecordId made = desk.ask([promise, gathering = m_morning->gathering](usecases::Workspace &workspace) { return usecases::addPromise(workspace, gathering, promise); });
    desk.app.open(words("note"), {{words("key"), QString::fromStdString(notes.back().id.hex())}});
    desk.app.tap(words("takeBack"));
    desk.app.tap(words("confirm"));
    QTRY_COMPARE_WITH_TIMEOUT(desk.textOf("reworded0"), words("I will ask about the rota."), 30'000);
    desk.app.tap(words("reworded0"));
    QCOMPARE(desk.app.page(), words("record"));
    const auto still = desk.ask([made](usecases::Workspace &workspace) { return workspace.get(made); });
    QVERIFY(!still.erased);
}

void TakenBackTest::noCountHasIt()
{
    CaptureDesk desk(*m_morning);
    desk.app.tap(words("note0"));
    desk.app.tap(words("takeBack"));
    desk.app.tap(words("confirm"));
    QTRY_VERIFY_WITH_TIMEOUT(desk.app.item(words("leaveTakenBack")), 30'000);
    desk.app.open(words("breakfasts"), {{words("key"), QString::fromStdString(m_morning->gathering.hex())}});
    QTRY_COMPARE_WITH_TIMEOUT(desk.textOf("takenBack"), words("A note was taken back"), 30'000);
    QCOMPARE(desk.saved(2).size(), std::size_t{2});
}

void TakenBackTest::afterTwentyADayItSaysSo()
{
    CaptureDesk desk(*m_morning);
    const auto all = desk.ask([gathering = m_morning->gathering](usecases::Workspace &workspace) -> Result<bool> {
        for (int made = 0; made < 20; ++made) {
            OURTABLE_ASSIGN(const RecordId note, usecases::addNote(workspace, gathering, {.text = "Said at table 3", .table = 3}));
            OURTABLE_TRY(workspace.takeBack(note));
        }
        return true;
    });
    QVERIFY(all);
    const QString before = desk.firstNote();
    desk.app.tap(words("note0"));
    desk.app.tap(words("takeBack"));
    desk.app.tap(words("confirm"));
    QTRY_COMPARE_WITH_TIMEOUT(desk.textOf("takeBackProblem"), words("Twenty were taken back here today. Try again tomorrow, or ask a coordinator."), 30'000);
    desk.app.tap(words("cancel"));
    desk.app.tap(words("done"));
    QCOMPARE(desk.firstNote(), before);
}

QTEST_MAIN(TakenBackTest)
#include "tst_takenback.moc"
