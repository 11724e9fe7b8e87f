// Live capture without a window: feed, tables and head count as lists, a full disk, and a note with all about it.
#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include "app/bridge/capture.h"
#include "app/bridge/headcount.h"
#include "app/bridge/noteedit.h"
#include "app/bridge/notefeed.h"
#include "core/catalogue/handles.h"
#include "tests/bridge/deskview.h"
#include "tests/support/morning.h"

using namespace ourtable;
using namespace ourtable::test;

class CaptureModelsTest final : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void theFeedChangesRowByRow();
    void theFeedGivesNoMoreThanAsked();
    void tablesComeAndCountAsNotesDo();
    void aFullDiskKeepsTheWordsInTheBox();
    void littleRoomIsSaid();
    void peopleAreCountedInSteps();
    void aNoteSaysWhatHappenedToIt();
    void wordsOfANoteAreSavedWhenTheWritingRests();
    void aRemovedNoteCanBeBroughtBack();

private:
    [[nodiscard]] QString gathering() const { return QString::fromStdString(m_morning.gathering.hex()); }
    std::unique_ptr<Capture> capture(int table);
    QString newestNote(int table);

    Morning m_morning;
    std::unique_ptr<DeskView> m_desk;
};

void CaptureModelsTest::initTestCase()
{
    QVERIFY2(m_morning.make(), m_morning.programme.failure.c_str());
    m_desk = std::make_unique<DeskView>(m_morning.programme, *m_morning.joel);
    QVERIFY(m_desk->signIn());
}

std::unique_ptr<Capture> CaptureModelsTest::capture(int table)
{
    auto made = std::make_unique<Capture>();
    made->setSession(&m_desk->session);
    made->setBreakfast(gathering());
    m_desk->settle();
    made->chooseTable(table);
    m_desk->settle();
    return made;
}

QString CaptureModelsTest::newestNote(int table)
{
    NoteFeed feed;
    feed.setSession(&m_desk->session);
    feed.setBreakfast(gathering());
    feed.setTable(table);
    m_desk->settle();
    return feed.data(feed.index(0), NoteFeed::KeyRole).toString();
}

void CaptureModelsTest::theFeedChangesRowByRow()
{
    NoteFeed feed;
    QAbstractItemModelTester tester(&feed);
    feed.setSession(&m_desk->session);
    feed.setBreakfast(gathering());
    feed.setTable(2);
    m_desk->settle();
    const int before = feed.count();
    QVERIFY(before > 0);
    QSignalSpy resets(&feed, &QAbstractItemModel::modelReset);
    QSignalSpy inserts(&feed, &QAbstractItemModel::rowsInserted);
    const std::unique_ptr<Capture> writing = capture(2);
    writing->draft()->setText(QStringLiteral("A new one."));
    writing->draft()->setKind(QStringLiteral("idea"));
    writing->save();
    m_desk->settle();
    QCOMPARE(feed.count(), before + 1);
    QCOMPARE(resets.count(), 0);
    QCOMPARE(inserts.count(), 1);
    (void)feed.data(feed.index(0), NoteFeed::TextRole);
    m_desk->settle();
    QCOMPARE(feed.data(feed.index(0), NoteFeed::TextRole).toString(), QStringLiteral("A new one."));
    QCOMPARE(feed.data(feed.index(0), NoteFeed::KindWordsRole).toString(), QStringLiteral("Idea"));
    writing->undo();
    m_desk->settle();
    QCOMPARE(feed.count(), before);
    QCOMPARE(resets.count(), 0);
}

void CaptureModelsTest::theFeedGivesNoMoreThanAsked()
{
    NoteFeed feed;
    feed.setSession(&m_desk->session);
    feed.setBreakfast(gathering());
    feed.setTable(2);
    feed.setMost(2);
    m_desk->settle();
    QCOMPARE(feed.count(), 2);
    feed.setMost(0);
    m_desk->settle();
    QVERIFY(feed.count() > 2);
}

void CaptureModelsTest::tablesComeAndCountAsNotesDo()
{
    const std::unique_ptr<Capture> writing = capture(3);
    QAbstractItemModelTester tester(writing->tables());
    QCOMPARE(writing->tables()->count(), 4);
    QCOMPARE(writing->notes(), 0);
    QSignalSpy changed(writing->tables(), &QAbstractItemModel::dataChanged);
    writing->draft()->setText(QStringLiteral("First at table three."));
    writing->save();
    m_desk->settle();
    QCOMPARE(writing->notes(), 1);
    QCOMPARE(changed.count(), 1);
    writing->undo();
    m_desk->settle();
    QCOMPARE(writing->notes(), 0);
}

void CaptureModelsTest::aFullDiskKeepsTheWordsInTheBox()
{
    const std::unique_ptr<Capture> writing = capture(1);
    const auto limit = [this](int pages) {
        return m_desk->inWorkspace([pages](usecases::Workspace &workspace) { return workspace.profile().log().database().pageLimit(pages); }).ok();
    };
    QVERIFY(limit(1)); // no page more than there are
    const QString words(480, QLatin1Char('x'));
    for (int note = 0; note < 60 && writing->problem().isEmpty(); ++note) {
        writing->draft()->setText(words);
        writing->save();
        m_desk->settle();
    }
    QVERIFY2(writing->problem().contains(QStringLiteral("full")), qPrintable(writing->problem()));
    QCOMPARE(writing->draft()->text(), words);
    QVERIFY(limit(1'000'000));
    const int before = writing->notes();
    writing->save();
    m_desk->settle();
    QCOMPARE(writing->notes(), before + 1);
    QCOMPARE(writing->draft()->text(), QString());
}

void CaptureModelsTest::littleRoomIsSaid()
{
    const std::unique_ptr<Capture> writing = capture(1);
    RoomLeft &room = *m_desk->session.room();
    QCOMPARE(room.words(), QString());
    room.setLeast(std::numeric_limits<qint64>::max());
    writing->draft()->setText(QStringLiteral("Still saved."));
    writing->save();
    m_desk->settle();
    QVERIFY(room.nearlyFull());
    room.setLeast(0);
    m_desk->settle();
    QVERIFY(!room.nearlyFull());
    QCOMPARE(writing->draft()->text(), QString());
}

void CaptureModelsTest::peopleAreCountedInSteps()
{
    HeadCount heads;
    QAbstractItemModelTester tester(&heads);
    heads.setSession(&m_desk->session);
    heads.setBreakfast(gathering());
    m_desk->settle();
    QCOMPARE(heads.total(), 0);
    heads.step(0, -1);
    QCOMPARE(heads.total(), 0);
    heads.step(0, 1);
    heads.step(0, 1);
    heads.step(3, 1);
    heads.step(5, 1); // for the first time: among the others
    m_desk->settle();
    QCOMPARE(heads.total(), 3);
    QCOMPARE(heads.data(heads.index(0), HeadCount::CountRole).toInt(), 2);
}

void CaptureModelsTest::aNoteSaysWhatHappenedToIt()
{
    NoteEdit note;
    note.setSession(&m_desk->session);
    note.setKey(newestNote(2));
    m_desk->settle();
    QVERIFY(note.ready());
    QCOMPARE(note.permission(), QStringLiteral("notes_only"));
    m_morning.joel->clock.advanceSeconds(660);
    note.choose(QStringLiteral("level"), QStringLiteral("system"));
    m_desk->settle();
    note.chooseTheme(QStringLiteral("housing"), true);
    m_desk->settle();
    QCOMPARE(note.level(), QStringLiteral("system"));
    QVERIFY(note.themes().contains(QStringLiteral("housing")));
    QVERIFY2(note.history().first().startsWith(QStringLiteral("Joel changed the theme, ")), qPrintable(note.history().first()));
    QVERIFY2(note.history().last().startsWith(QStringLiteral("Amina wrote this down, ")), qPrintable(note.history().last()));
    note.chooseTheme(QStringLiteral("housing"), false);
    m_desk->settle();
    QVERIFY(!note.themes().contains(QStringLiteral("housing")));
}

void CaptureModelsTest::wordsOfANoteAreSavedWhenTheWritingRests()
{
    const QString key = newestNote(2);
    const QString form = QStringLiteral("note/") + key;
    const auto drafts = [this] { return *m_desk->inWorkspace([](usecases::Workspace &workspace) { return workspace.drafts(); }); };
    {
        NoteEdit note;
        note.setSession(&m_desk->session);
        note.setKey(key);
        m_desk->settle();
        const std::size_t before = drafts().size();
        note.write(QStringLiteral("   "));
        note.saveWords();
        QVERIFY(!note.problem().isEmpty());
        note.write(QStringLiteral("Better words."));
        QTRY_COMPARE(drafts().size(), before + 1);
        emit m_desk->session.aboutToLock();
    } // another page
    m_desk->settle();
    NoteEdit again;
    again.setSession(&m_desk->session);
    again.setKey(key);
    m_desk->settle();
    QCOMPARE(again.text(), QStringLiteral("Better words."));
    QVERIFY(again.history().first().contains(QStringLiteral("the words")));
    const std::vector<std::string> left = drafts();
    QVERIFY(std::find(left.begin(), left.end(), form.toStdString()) == left.end());
}

void CaptureModelsTest::aRemovedNoteCanBeBroughtBack()
{
    NoteEdit note;
    note.setSession(&m_desk->session);
    note.setKey(newestNote(2));
    m_desk->settle();
    const QString words = note.text();
    note.remove();
    m_desk->settle();
    QVERIFY(note.removed());
    QVERIFY(newestNote(2) != note.key());
    note.bringBack();
    m_desk->settle();
    QVERIFY(!note.removed());
    QCOMPARE(note.text(), words);
    QCOMPARE(newestNote(2), note.key());
}

QTEST_MAIN(CaptureModelsTest)
#include "tst_capturemodels.moc"
