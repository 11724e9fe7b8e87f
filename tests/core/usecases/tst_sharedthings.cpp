// What a sharing is in the eyes of people: things that wait, that the hub gave its receipt for, that came, and when.
#include <QTest>

#include <filesystem>
#include <fstream>

#include "core/catalogue/handles.h"
#include "core/usecases/sharingdiary.h"
#include "tests/support/twopartners.h"
#include "tests/support/verifygood.h"

using namespace ourtable;
using namespace ourtable::test;
using namespace ourtable::usecases;

class SharedThings : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_programme.reset(); }

    void aNoteThatWasChangedTwiceWaitsOnce();
    void onlyTheReceiptCounts();
    void withoutAnybodySignedInTheyAreThings();
    void whatCameIsNotWhatWasWrittenHere();
    void theDiaryKeepsWhatIsCloseTogetherInOne();
    void copiesOfTheSameAreNotAddedUp();
    void theDiaryIsSealedAndHasAnEnd();
    void aDamagedDiaryBeginsAnew();
    void theMeetingIsRememberedOverARestart();

private:
    void write(Member &member, const std::string &text);
    Things waiting(Member &member) { return waitingThings(*member.profile, member.workspace.get()).value(); }

    std::unique_ptr<Programme> m_programme;
    Member *m_ruth = nullptr;
    Member *m_joel = nullptr;
    RecordId m_gathering;
};

void SharedThings::init()
{
    m_programme = std::make_unique<Programme>();
    QVERIFY2(foundWithTwo(*m_programme, m_ruth, m_joel, m_gathering), m_programme->failure.c_str());
    VERIFY_GOOD((*m_ruth)->share());
    VERIFY_GOOD((*m_joel)->share());
    VERIFY_GOOD((*m_joel)->catchUp());
}

void SharedThings::write(Member &member, const std::string &text)
{
    NewNote made;
    made.text = text;
    VERIFY_GOOD(addNote(*member, m_gathering, made));
}

void SharedThings::aNoteThatWasChangedTwiceWaitsOnce()
{
    QCOMPARE(waiting(*m_ruth), (Things{0, 0, 0}));
    NewNote made;
    made.text = "A bench";
    const auto note = addNote(**m_ruth, m_gathering, made);
    VERIFY_GOOD(note);
    VERIFY_GOOD((*m_ruth)->change(*note, {{catalogue::kinds::contribution::level, FieldEdit::How::Set, Value("individual"), {}}}));
    QVERIFY(m_ruth->profile->log().counts()->waitingToBeSent >= 2);
    QCOMPARE(waiting(*m_ruth), (Things{1, 0, 0}));
    QCOMPARE(allThings(**m_ruth)->notes, std::int64_t{1});
}

void SharedThings::onlyTheReceiptCounts()
{
    write(*m_ruth, "A bench");
    m_programme->hub.line = [](const sync::TransportRequest &request) {
        return request.target == "/v1/push" ? Line::LoseAnswer : Line::Good;
    };
    const SharingRound lost = shareOnce(*m_ruth->profile);
    QCOMPARE(lost.report.error().code, ErrorCode::Offline);
    QVERIFY(lost.sent.empty()); // the hub has it, and nobody here knows
    QCOMPARE(waiting(*m_ruth), (Things{1, 0, 0}));
    m_programme->hub.line = {};
    const SharingRound good = shareOnce(*m_ruth->profile);
    VERIFY_GOOD(good.report);
    QCOMPARE(thingsAmong(m_ruth->workspace.get(), good.sent).value(), (Things{1, 0, 0}));
    QCOMPARE(waiting(*m_ruth), (Things{0, 0, 0}));
    VERIFY_GOOD((*m_joel)->share());
    QCOMPARE((*m_joel)->count({.kind = catalogue::kinds::contribution::kind}).value(), std::int64_t{1}); // once
}

void SharedThings::withoutAnybodySignedInTheyAreThings()
{
    write(*m_ruth, "A bench");
    m_ruth->workspace.reset();
    QCOMPARE(waiting(*m_ruth), (Things{0, 0, 1}));
    const SharingRound round = shareOnce(*m_ruth->profile);
    VERIFY_GOOD(round.report);
    QCOMPARE(round.sent.size(), std::size_t{1});
}

void SharedThings::whatCameIsNotWhatWasWrittenHere()
{
    write(*m_ruth, "A bench");
    VERIFY_GOOD((*m_ruth)->share());
    write(*m_joel, "A ramp");
    VERIFY_GOOD(shareOnce(*m_joel->profile).report);
    const auto touched = (*m_joel)->afterSharing();
    VERIFY_GOOD(touched);
    QCOMPARE(touched->size(), std::size_t{2});
    QCOMPARE(cameFromOthers(**m_joel, *touched)->size(), std::size_t{1});
}

void SharedThings::theDiaryKeepsWhatIsCloseTogetherInOne()
{
    SharingDiary diary(*m_ruth->profile);
    QVERIFY(diary.read().value().empty());
    const std::int64_t began = m_ruth->clock.wallMilliseconds();
    VERIFY_GOOD(diary.add(DiaryEntry::What::Shared, {2, 1, 0}));
    m_ruth->clock.advanceSeconds(600);
    VERIFY_GOOD(diary.add(DiaryEntry::What::Came, {0, 0, 3}));
    VERIFY_GOOD(diary.add(DiaryEntry::What::Came, {0, 0, 0})); // nothing to tell
    VERIFY_GOOD(diary.add(DiaryEntry::What::Shared, {4, 0, 0}));
    m_ruth->clock.advanceSeconds(3600);
    VERIFY_GOOD(diary.add(DiaryEntry::What::Shared, {1, 0, 0}));
    const auto entries = diary.read();
    VERIFY_GOOD(entries);
    QCOMPARE(entries->size(), std::size_t{3});
    QCOMPARE(entries->at(0).things, (Things{1, 0, 0}));
    QCOMPARE(entries->at(1), (DiaryEntry{DiaryEntry::What::Shared, began, began + 600'000, {6, 1, 0}}));
    QCOMPARE(entries->at(2).what, DiaryEntry::What::Came);
}

void SharedThings::copiesOfTheSameAreNotAddedUp()
{
    SharingDiary diary(*m_ruth->profile);
    VERIFY_GOOD(diary.add(DiaryEntry::What::Copied, {2, 0, 2}));
    m_ruth->clock.advanceSeconds(60);
    VERIFY_GOOD(diary.add(DiaryEntry::What::Copied, {3, 0, 2}));
    const auto entries = diary.read();
    VERIFY_GOOD(entries);
    QCOMPARE(entries->size(), std::size_t{1});
    QCOMPARE(entries->front().things, (Things{3, 0, 2}));
}

void SharedThings::theDiaryIsSealedAndHasAnEnd()
{
    SharingDiary diary(*m_ruth->profile);
    for (std::size_t i = 0; i < SharingDiary::kMost + 5; ++i) {
        VERIFY_GOOD(diary.add(DiaryEntry::What::Shared, {1, 0, 0}));
        m_ruth->clock.advanceSeconds(3600);
    }
    QCOMPARE(diary.read()->size(), SharingDiary::kMost);
    const Bytes held = m_ruth->profile->log().meta("sharing-diary").value();
    QVERIFY(!cbor::decode(held)); // no list that could be read
    m_ruth->workspace.reset();
    QCOMPARE(SharingDiary(*m_ruth->profile).read()->size(), SharingDiary::kMost); // while everybody is signed out
}

void SharedThings::aDamagedDiaryBeginsAnew()
{
    SharingDiary diary(*m_ruth->profile);
    VERIFY_GOOD(diary.add(DiaryEntry::What::Shared, {1, 0, 0}));
    Bytes held = m_ruth->profile->log().meta("sharing-diary").value();
    held.back() ^= 1;
    VERIFY_GOOD(m_ruth->profile->log().setMeta("sharing-diary", held));
    QVERIFY(diary.read().value().empty());
    VERIFY_GOOD(diary.add(DiaryEntry::What::Came, {2, 0, 0}));
    QCOMPARE(diary.read()->size(), std::size_t{1});
}

void SharedThings::theMeetingIsRememberedOverARestart()
{
    VERIFY_GOOD(shareOnce(*m_ruth->profile).report);
    const std::int64_t met = m_ruth->clock.wallMilliseconds();
    m_ruth->clock.advanceSeconds(60);
    m_programme->hub.online = false;
    QVERIFY(!shareOnce(*m_ruth->profile).report);
    QVERIFY2(m_programme->reopen(*m_ruth), m_programme->failure.c_str());
    QCOMPARE(m_ruth->profile->lastMeeting().value(), met);
}

QTEST_GUILESS_MAIN(SharedThings)
#include "tst_sharedthings.moc"
