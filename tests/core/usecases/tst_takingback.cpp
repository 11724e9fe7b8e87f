// What goes with a note that is taken back: its copies, the drafts about it, the snapshots; how many a day; what stays.
#include <QTest>

#include <filesystem>

#include "core/catalogue/handles.h"
#include "core/usecases/promises.h"
#include "core/usecases/recordoffers.h"
#include "core/usecases/takingback.h"
#include "tests/support/twopartners.h"
#include "tests/support/verifygood.h"

using namespace ourtable;
using namespace ourtable::test;
namespace kinds = catalogue::kinds;
using usecases::FieldEdit;

class TakingBack : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_programme.reset(); }

    void aVerbatimCopyGoesWithItAndOtherWordsAreNamed();
    void aCopyMadeBeforeSomebodyHeardGoesToo();
    void twentyADayAndNoMore();
    void noDraftAboutItStaysOrComesAgain();
    void whereverItArrivesTheSnapshotsGo();
    void itsPlaceIsCountedApart();
    void whoeverMayReadItMayTakeItBack();

private:
    static FieldEdit set(catalogue::FieldNumber field, Value value) { return {field, FieldEdit::How::Set, std::move(value), std::nullopt}; }
    [[nodiscard]] RecordId write(Member &by, const std::string &text)
    {
        usecases::NewNote note;
        note.text = text;
        return usecases::addNote(*by, m_gathering, note).value();
    }
    [[nodiscard]] RecordId promise(Member &by, const RecordId &note)
    {
        usecases::NewPromise made;
        made.text = "I will ask about it.";
        made.notes = {note};
        return usecases::addPromise(*by, m_gathering, made).value();
    }
    [[nodiscard]] static RecordId quote(Member &by, const RecordId &note, const RecordId &in, const std::string &text)
    {
        return by->create(kinds::quotation::kind, {set(kinds::quotation::contribution, note), set(kinds::quotation::shown_in, in),
                                                   set(kinds::quotation::text, text)}).value().record;
    }

    std::unique_ptr<Programme> m_programme;
    Member *m_ruth = nullptr;
    Member *m_joel = nullptr;
    RecordId m_gathering;
};

void TakingBack::init()
{
    m_programme = std::make_unique<Programme>();
    QVERIFY2(foundWithTwo(*m_programme, m_ruth, m_joel, m_gathering), m_programme->failure.c_str());
}

void TakingBack::aVerbatimCopyGoesWithItAndOtherWordsAreNamed()
{
    const RecordId note = write(*m_ruth, "The bus stops too early");
    const RecordId other = write(*m_ruth, "A bench");
    const RecordId made = promise(*m_ruth, note);
    const RecordId copy = quote(*m_ruth, note, made, "The bus stops too early");
    const RecordId hidden = quote(*m_ruth, note, made, "The bus stops too early");
    VERIFY_GOOD((*m_ruth)->hide(hidden));
    const RecordId foreign = quote(*m_ruth, other, made, "A bench");
    VERIFY_GOOD((*m_ruth)->takeBack(note));
    QVERIFY((*m_ruth)->get(copy)->erased);
    QVERIFY((*m_ruth)->get(hidden)->erased);
    QVERIFY(!(*m_ruth)->get(foreign)->erased);
    const auto stays = usecases::reworded(**m_ruth, note);
    VERIFY_GOOD(stays);
    QCOMPARE(stays->size(), std::size_t{1});
    QCOMPARE(stays->front().id, made);
    QVERIFY(!stays->front().erased);
}

void TakingBack::aCopyMadeBeforeSomebodyHeardGoesToo()
{
    const RecordId note = write(*m_ruth, "The bus stops too early");
    VERIFY_GOOD((*m_ruth)->share());
    VERIFY_GOOD((*m_joel)->share());
    VERIFY_GOOD((*m_ruth)->takeBack(note));
    const RecordId copy = quote(*m_joel, note, promise(*m_joel, note), "The bus stops too early");
    VERIFY_GOOD((*m_ruth)->share());
    VERIFY_GOOD((*m_joel)->share());
    QVERIFY((*m_joel)->get(copy)->erased);
    VERIFY_GOOD((*m_joel)->share());
    VERIFY_GOOD((*m_ruth)->share());
    QVERIFY((*m_ruth)->get(copy)->erased);
}

void TakingBack::twentyADayAndNoMore()
{
    std::vector<RecordId> notes;
    for (std::size_t made = 0; made <= usecases::kTakenBackADay; ++made)
        notes.push_back(write(*m_ruth, "Said " + std::to_string(made)));
    for (std::size_t taken = 0; taken < usecases::kTakenBackADay; ++taken)
        VERIFY_GOOD((*m_ruth)->takeBack(notes[taken]));
    QCOMPARE((*m_ruth)->takeBack(notes.back()).error(), (Error{ErrorCode::GuardRefused, "twenty_taken_back"}));
    QVERIFY(m_programme->reopen(*m_ruth)); // signing in again is no way around it
    QVERIFY(!(*m_ruth)->takeBack(notes.back()));
    QVERIFY(!(*m_ruth)->get(notes.back())->erased);
    VERIFY_GOOD((*m_ruth)->share()); // the hub counts the same
    m_ruth->clock.advanceSeconds(24 * 60 * 60);
    VERIFY_GOOD((*m_ruth)->takeBack(notes.back()));
}

void TakingBack::noDraftAboutItStaysOrComesAgain()
{
    const RecordId note = write(*m_ruth, "The bus stops too early");
    const RecordId other = write(*m_ruth, "A bench");
    VERIFY_GOOD((*m_ruth)->share());
    VERIFY_GOOD((*m_joel)->share());
    VERIFY_GOOD((*m_joel)->keepDraft("note/" + note.hex(), Value("The bus stops far too early")));
    VERIFY_GOOD((*m_joel)->keepDraft("note/" + other.hex(), Value("Two benches")));
    // Of somebody else who uses this device.
    VERIFY_GOOD(m_joel->profile->log().putDraft("form:record:contribution:" + note.hex(), m_ruth->endpoint, Bytes{1, 2, 3}, 0));
    VERIFY_GOOD((*m_ruth)->takeBack(note));
    VERIFY_GOOD((*m_ruth)->share());
    VERIFY_GOOD((*m_joel)->share());
    QCOMPARE((*m_joel)->drafts().value(), std::vector<std::string>{"note/" + other.hex()});
    QVERIFY(m_joel->profile->log().drafts(m_ruth->endpoint)->empty());
    QCOMPARE((*m_joel)->keepDraft("note/" + note.hex(), Value("again")).error().code, ErrorCode::Erased);
    QCOMPARE((*m_joel)->drafts()->size(), std::size_t{1});
}

void TakingBack::whereverItArrivesTheSnapshotsGo()
{
    const RecordId note = write(*m_ruth, "The bus stops too early");
    VERIFY_GOOD((*m_ruth)->share());
    VERIFY_GOOD((*m_joel)->share());
    const auto snapshotOf = [](Member &member) { return member.profile->snapshotPath(member.endpoint); };
    for (Member *member : {m_ruth, m_joel}) {
        VERIFY_GOOD((*member)->writeSnapshot());
        QVERIFY(std::filesystem::exists(snapshotOf(*member)));
    }
    VERIFY_GOOD((*m_ruth)->takeBack(note));
    QVERIFY(!std::filesystem::exists(snapshotOf(*m_ruth)));
    VERIFY_GOOD((*m_ruth)->share());
    VERIFY_GOOD(m_joel->profile->share()); // while nobody is signed in there
    QVERIFY(!std::filesystem::exists(snapshotOf(*m_joel)));
    QVERIFY(m_programme->reopen(*m_joel));
    QVERIFY((*m_joel)->get(note)->erased);
}

void TakingBack::itsPlaceIsCountedApart()
{
    const RecordId note = write(*m_ruth, "The bus stops too early");
    (void)write(*m_ruth, "A bench");
    QCOMPARE(usecases::takenBackOf(**m_ruth, m_gathering).value(), std::int64_t{0});
    VERIFY_GOOD((*m_ruth)->takeBack(note));
    QCOMPARE(usecases::takenBackOf(**m_ruth, m_gathering).value(), std::int64_t{1});
    QCOMPARE(usecases::notesOf(**m_ruth, m_gathering)->size(), std::size_t{1});
    QCOMPARE(usecases::tablesOf(**m_ruth, m_gathering)->front().notes, std::int64_t{1});
}

void TakingBack::whoeverMayReadItMayTakeItBack()
{
    const RecordId note = write(*m_ruth, "The bus stops too early");
    const RecordId made = promise(*m_ruth, note);
    VERIFY_GOOD((*m_ruth)->share());
    VERIFY_GOOD((*m_joel)->share());
    QVERIFY(usecases::offersFor(**m_ruth, note)->takeBack);
    QVERIFY(usecases::offersFor(**m_joel, note)->takeBack);
    QVERIFY(!usecases::offersFor(**m_joel, made)->takeBack); // a promise is changed or let go
    VERIFY_GOOD((*m_joel)->takeBack(note));
    QVERIFY(!usecases::offersFor(**m_joel, note)->takeBack);
}

QTEST_MAIN(TakingBack)
#include "tst_takingback.moc"
