// A locked copy on a stick, from one device to another and on to the hub (PROTOCOL.md 9; security.md 8, attacks 124 and 125).
#include <QTest>

#include "core/catalogue/handles.h"
#include "core/usecases/carrying.h"
#include "core/usecases/directorychange.h"
#include "core/usecases/sharingdiary.h"
#include "tests/support/twopartners.h"
#include "tests/support/verifygood.h"

using namespace ourtable;
using namespace ourtable::test;
using namespace ourtable::usecases;
namespace need = catalogue::kinds::support_need;
namespace note = catalogue::kinds::contribution;

namespace {

std::int64_t notesOn(Member &member) { return member->count({.kind = note::kind}).value(); }

} // namespace

class Carrying : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_programme.reset(); }

    void wordsArriveOnceAndOnlyTheHubGivesReceipts();
    void attack124_twiceChangesNothing();
    void onItsOwnDeviceItChangesNothing();
    void whenNothingWaitsThereIsNoCopy();
    void whatIsSealedForOthersIsCarriedByAnybody();
    void aRecordTakenBackStaysTakenBack();
    void whatWasTakenBackBeforeTheCopyGoesWithoutItsWords();
    void whoJoinedMeanwhileIsKnownByTheCopy();
    void whatFollowsOnTheUnknownWaitsAndIsSharedAllTheSame();
    void whatSomebodyLacksIsWhatTheirHeadsDoNotCover();
    void aNewerKeyAsksForTheHubFirst();
    void afterItsTimeItIsRefused();
    void attack124_ofAnotherProgrammeItIsRefused();
    void wrongPlacesAreRefused();
    void attack124_anyWrongOctetChangesNothing();
    void attack124_whatIsNoCopyChangesNothing();
    void attack124_wordsThatWereLeftOutAreMissed();
    void attack125_namesAreNeverUsed();

private:
    void write(Member &member, const std::string &text);
    [[nodiscard]] Things waiting(Member &member) { return waitingThings(*member.profile, member.workspace.get()).value(); }
    // The path of a copy that this person made; empty when that failed.
    [[nodiscard]] std::string copyOf(Member &member);
    [[nodiscard]] std::string stick() { return m_programme->folder.path(); }

    std::unique_ptr<Programme> m_programme;
    Member *m_ruth = nullptr;
    Member *m_joel = nullptr;
    RecordId m_gathering;
};

void Carrying::init()
{
    m_programme = std::make_unique<Programme>();
    QVERIFY2(foundWithTwo(*m_programme, m_ruth, m_joel, m_gathering), m_programme->failure.c_str());
    VERIFY_GOOD((*m_ruth)->share());
    VERIFY_GOOD((*m_joel)->share());
    VERIFY_GOOD(m_programme->coordinator->share());
}

void Carrying::write(Member &member, const std::string &text)
{
    NewNote made;
    made.text = text;
    VERIFY_GOOD(addNote(*member, m_gathering, made));
}

std::string Carrying::copyOf(Member &member)
{
    const auto made = makeCopy(*member, stick());
    return made ? m_programme->folder.file(made->name) : std::string();
}

void Carrying::wordsArriveOnceAndOnlyTheHubGivesReceipts()
{
    Member &desktop = m_programme->coordinator;
    VERIFY_GOOD(desktop->catchUp());
    m_programme->hub.online = false;
    write(*m_ruth, "A bench");
    write(*m_ruth, "A ramp");
    const auto made = makeCopy(**m_ruth, stick());
    VERIFY_GOOD(made);
    QCOMPARE(made->things, (Things{2, 0, 0}));
    QCOMPARE(waiting(*m_ruth), (Things{2, 0, 0})); // a stick is no receipt
    QCOMPARE(SharingDiary(*m_ruth->profile).read()->front().what, DiaryEntry::What::Copied);

    const auto taken = takeCopy(*desktop, m_programme->folder.file(made->name));
    VERIFY_GOOD(taken);
    QCOMPARE(taken->came, (Things{2, 0, 0}));
    QCOMPARE(taken->touched.size(), std::size_t{2});
    QCOMPARE(notesOn(desktop), std::int64_t{2});
    QCOMPARE(waiting(desktop), (Things{2, 0, 0})); // nor is bringing it in
    QCOMPARE(SharingDiary(*desktop.profile).read()->front().what, DiaryEntry::What::BroughtIn);

    m_programme->hub.online = true;
    const SharingRound round = shareOnce(*desktop.profile);
    VERIFY_GOOD(round.report);
    QCOMPARE(round.sent.size(), std::size_t{2});
    QCOMPARE(round.report->refused + round.report->setAside, std::size_t{0});
    QCOMPARE(waiting(desktop), Things{});
    VERIFY_GOOD((*m_joel)->share());
    QCOMPARE(notesOn(*m_joel), std::int64_t{2});

    QCOMPARE(waiting(*m_ruth), (Things{2, 0, 0}));
    VERIFY_GOOD((*m_ruth)->share());
    QCOMPARE(waiting(*m_ruth), Things{});
    VERIFY_GOOD(desktop->share());
    VERIFY_GOOD((*m_joel)->share());
    for (Member *member : {m_ruth, m_joel, &desktop})
        QCOMPARE(notesOn(*member), std::int64_t{2});
    QCOMPARE((*m_joel)->digest().value(), (*m_ruth)->digest().value());
}

void Carrying::attack124_twiceChangesNothing()
{
    Member &desktop = m_programme->coordinator;
    write(*m_ruth, "A bench");
    const std::string copy = copyOf(*m_ruth);
    VERIFY_GOOD(takeCopy(*desktop, copy));
    const Hash before = desktop.profile->log().readyHash();
    for (int i = 0; i < 2; ++i) {
        const auto again = takeCopy(*desktop, copy);
        VERIFY_GOOD(again);
        QCOMPARE(again->came, Things{});
        QVERIFY(again->touched.empty());
        QVERIFY(desktop.profile->log().readyHash() == before);
        VERIFY_GOOD(desktop->share()); // before and after the hub has it
        QCOMPARE(waiting(desktop), Things{});
    }
    QCOMPARE(notesOn(desktop), std::int64_t{1});
}

void Carrying::onItsOwnDeviceItChangesNothing()
{
    write(*m_ruth, "A bench");
    const std::string copy = copyOf(*m_ruth);
    write(*m_ruth, "A ramp");
    const auto taken = takeCopy(**m_ruth, copy);
    VERIFY_GOOD(taken);
    QCOMPARE(taken->came, Things{});
    QCOMPARE(waiting(*m_ruth), (Things{2, 0, 0}));
    write(*m_ruth, "A kettle");
    VERIFY_GOOD((*m_ruth)->share());
    VERIFY_GOOD((*m_joel)->share());
    QCOMPARE(notesOn(*m_joel), std::int64_t{3});
}

void Carrying::whenNothingWaitsThereIsNoCopy()
{
    const auto made = makeCopy(**m_ruth, stick());
    QVERIFY(!made);
    QCOMPARE(made.error(), (Error{ErrorCode::NotFound, "waiting"}));
}

void Carrying::whatIsSealedForOthersIsCarriedByAnybody()
{
    Member *bea = m_programme->letIn("Bea", {"support_lead"});
    QVERIFY2(bea, m_programme->failure.c_str());
    VERIFY_GOOD((*m_ruth)->share());
    VERIFY_GOOD((*m_joel)->share());
    const auto keep = [&](const std::string &name) {
        return (*m_ruth)->create(need::kind, {{need::code_name, FieldEdit::How::Set, name, {}},
                                              {need::permission, FieldEdit::How::Set, "keep", {}},
                                              {need::areas, FieldEdit::How::Add, "communication", {}},
                                              {need::in_their_words, FieldEdit::How::Set, "Letters", {}},
                                              {need::when_needed, FieldEdit::How::Set, "this_week", {}}});
    };
    VERIFY_GOOD(keep("Robin"));
    VERIFY_GOOD((*m_ruth)->share()); // this one Joel's device never sees, and the next one stands on it
    VERIFY_GOOD(keep("Wren"));
    const std::string copy = copyOf(*m_ruth);
    const auto taken = takeCopy(**m_joel, copy);
    VERIFY_GOOD(taken);
    QCOMPARE(taken->came, (Things{0, 0, 1}));
    const auto report = (*m_joel)->share();
    VERIFY_GOOD(report);
    QCOMPARE(report->sent, std::size_t{1});
    QCOMPARE(waiting(*m_joel), Things{});
    VERIFY_GOOD((*bea)->share());
    QCOMPARE((*bea)->count({.kind = need::kind}).value(), std::int64_t{2}); // though Ruth has not met the hub since
}

void Carrying::aRecordTakenBackStaysTakenBack()
{
    NewNote made;
    made.text = "A bench";
    const auto written = addNote(**m_ruth, m_gathering, made);
    VERIFY_GOOD(written);
    const std::string copy = copyOf(*m_ruth);
    VERIFY_GOOD((*m_ruth)->takeBack(*written));
    VERIFY_GOOD((*m_ruth)->share());
    for (Member *member : {m_joel, &m_programme->coordinator, m_ruth}) {
        VERIFY_GOOD((*member)->share());
        VERIFY_GOOD(takeCopy(**member, copy));
        VERIFY_GOOD((*member)->share());
        QCOMPARE(notesOn(*member), std::int64_t{0});
        const auto changes = member->profile->log().changesOf(*written);
        VERIFY_GOOD(changes);
        for (const store::StoredChange &change : *changes)
            QVERIFY(change.envelope.kind == sync::ChangeKind::Erase || !change.envelope.ciphertext);
    }
}

void Carrying::whatWasTakenBackBeforeTheCopyGoesWithoutItsWords()
{
    NewNote made;
    made.text = "A bench";
    const auto written = addNote(**m_ruth, m_gathering, made);
    VERIFY_GOOD(written);
    VERIFY_GOOD((*m_ruth)->takeBack(*written));
    write(*m_ruth, "A ramp");
    VERIFY_GOOD(takeCopy(**m_joel, copyOf(*m_ruth)));
    QCOMPARE(notesOn(*m_joel), std::int64_t{1});
    VERIFY_GOOD((*m_joel)->share());
    QCOMPARE(waiting(*m_joel), Things{});
}

void Carrying::whoJoinedMeanwhileIsKnownByTheCopy()
{
    Member *bea = m_programme->letIn("Bea", {"lay_partner"});
    QVERIFY2(bea, m_programme->failure.c_str());
    VERIFY_GOOD((*bea)->share());
    m_programme->hub.online = false; // Joel has not heard of her
    QVERIFY(!m_joel->profile->log().directory().endpoint(bea->endpoint));
    write(*bea, "A bench");
    VERIFY_GOOD(takeCopy(**m_joel, copyOf(*bea)));
    QVERIFY(m_joel->profile->log().directory().endpoint(bea->endpoint));
    QCOMPARE(notesOn(*m_joel), std::int64_t{1});
    m_programme->hub.online = true;
    VERIFY_GOOD((*m_joel)->share());
    QCOMPARE(waiting(*m_joel), Things{});
}

void Carrying::whatFollowsOnTheUnknownWaitsAndIsSharedAllTheSame()
{
    write(*m_ruth, "A bench");
    VERIFY_GOOD((*m_ruth)->share()); // Joel has not met the hub since
    write(*m_ruth, "A ramp");
    const auto taken = takeCopy(**m_joel, copyOf(*m_ruth));
    VERIFY_GOOD(taken);
    QCOMPARE(notesOn(*m_joel), std::int64_t{0});
    QCOMPARE(taken->came.total(), std::int64_t{1});
    VERIFY_GOOD((*m_joel)->share());
    QCOMPARE(notesOn(*m_joel), std::int64_t{2});
    QCOMPARE(waiting(*m_joel), Things{});
    VERIFY_GOOD(m_programme->coordinator->share());
    QCOMPARE(notesOn(m_programme->coordinator), std::int64_t{2}); // the seal went with it
}

void Carrying::whatSomebodyLacksIsWhatTheirHeadsDoNotCover()
{
    write(*m_ruth, "A bench");
    VERIFY_GOOD((*m_ruth)->share());
    write(*m_ruth, "A ramp");
    store::LogStore &ruth = m_ruth->profile->log();
    store::LogStore &joel = m_joel->profile->log();
    const std::vector<CircleId> circles = ruth.circlesWithChanges().value();
    for (const CircleId &circle : circles) {
        const auto lacked = ruth.lackedBy(circle, joel.heads(circle).value());
        VERIFY_GOOD(lacked);
        sync::PullAnswer whole;
        whole.circle = circle;
        const std::vector<sync::PullAnswer> pages = sync::inPages(*lacked, 1024); // as a narrow way would take it
        QVERIFY(lacked->runs.empty() || pages.size() > 1);
        for (const sync::PullAnswer &page : pages)
            VERIFY_GOOD(sync::addPage(whole, page));
        VERIFY_GOOD(joel.takeCarried({&whole, 1}));
        QVERIFY(ruth.lackedBy(circle, joel.heads(circle).value())->runs.empty());
    }
    VERIFY_GOOD((*m_joel)->catchUp());
    QCOMPARE(notesOn(*m_joel), std::int64_t{2}); // with the one that the hub has already
}

void Carrying::aNewerKeyAsksForTheHubFirst()
{
    const CircleId everyone = (*m_ruth)->directory().circleOfKind(1)->id;
    VERIFY_GOOD(m_programme->coordinator->share());
    DirectoryChange change(*m_programme->coordinator);
    VERIFY_GOOD(change.rotate(everyone));
    VERIFY_GOOD(change.post());
    VERIFY_GOOD((*m_ruth)->share());
    write(*m_ruth, "A bench");
    const std::string copy = copyOf(*m_ruth);
    QCOMPARE(takeCopy(**m_joel, copy).error().code, ErrorCode::NoKey);
    VERIFY_GOOD((*m_joel)->share());
    VERIFY_GOOD(takeCopy(**m_joel, copy));
    QCOMPARE(notesOn(*m_joel), std::int64_t{1});
}

void Carrying::afterItsTimeItIsRefused()
{
    write(*m_ruth, "A bench");
    const std::string copy = copyOf(*m_ruth);
    m_joel->clock.advanceSeconds(std::int64_t{91} * 24 * 3600);
    QCOMPARE(takeCopy(**m_joel, copy).error().code, ErrorCode::Expired);
    QCOMPARE(notesOn(*m_joel), std::int64_t{0});
}

void Carrying::attack124_ofAnotherProgrammeItIsRefused()
{
    Programme other;
    QVERIFY2(other.found(), other.failure.c_str());
    write(*m_ruth, "A bench");
    const std::string copy = copyOf(*m_ruth);
    const std::int64_t before = other.coordinator.profile->log().counts()->changes;
    QCOMPARE(takeCopy(*other.coordinator, copy).error().code, ErrorCode::NotMember);
    QCOMPARE(other.coordinator.profile->log().counts()->changes, before);
}

void Carrying::wrongPlacesAreRefused()
{
    write(*m_ruth, "A bench");
    QCOMPARE(makeCopy(**m_ruth, m_programme->folder.file("not here")).error(), (Error{ErrorCode::NotFound, "folder"}));
    const std::string file = m_programme->folder.file("a file");
    overwriteFile(file, viewOf("words"));
    QCOMPARE(makeCopy(**m_ruth, file).error(), (Error{ErrorCode::NotFound, "folder"}));
    const auto nowhere = makeCopy(**m_ruth, "/proc"); // nothing can be made in there
    QVERIFY(!nowhere);
    QCOMPARE(takeCopy(**m_joel, m_programme->folder.file("not here")).error().code, ErrorCode::NotFound);
    for (const char *device : {"/dev/zero", "/proc"})
        QCOMPARE(takeCopy(**m_joel, device).error().code, ErrorCode::Malformed);
}

void Carrying::attack124_anyWrongOctetChangesNothing()
{
    write(*m_ruth, "A bench");
    const std::string copy = copyOf(*m_ruth);
    const Bytes good = octetsOfFile(copy);
    const std::int64_t before = m_joel->profile->log().counts()->changes;
    const std::uint64_t entries = m_joel->profile->log().directory().size();
    const std::string bad = m_programme->folder.file("bad");
    const auto refused = [&](ByteView octets) {
        overwriteFile(bad, octets);
        return !takeCopy(**m_joel, bad) && m_joel->profile->log().counts()->changes == before
            && m_joel->profile->log().directory().size() == entries;
    };
    for (std::size_t at = 0; at < good.size(); at += at < 60 ? 1 : 61) {
        QVERIFY2(refused(ByteView(good).first(at)), std::to_string(at).c_str());
        Bytes flipped = good;
        flipped[at] ^= 1;
        QVERIFY2(refused(flipped), std::to_string(at).c_str());
    }
    Bytes longer = good;
    longer.push_back(0);
    QVERIFY(refused(longer));
    overwriteFile(bad, good);
    VERIFY_GOOD(takeCopy(**m_joel, bad));
    QCOMPARE(m_joel->profile->log().counts()->changes, before + 1);
}

void Carrying::attack124_whatIsNoCopyChangesNothing()
{
    const std::string path = m_programme->folder.file("bad");
    const auto codeOf = [&](ByteView octets) {
        overwriteFile(path, octets);
        return takeCopy(**m_joel, path).error().code;
    };
    QCOMPARE(codeOf({}), ErrorCode::Malformed);
    QCOMPARE(codeOf(viewOf("OURTABLE and more")), ErrorCode::Malformed);
    QCOMPARE(codeOf(viewOf("OurTable\x02 of next year")), ErrorCode::Unsupported);
    QCOMPARE(codeOf(viewOf("OurTable\x01 cut")), ErrorCode::SealBroken);
    overwriteFile(path, viewOf("OurTable\x01"));
    std::filesystem::resize_file(path, (std::size_t{64} << 20) + 1);
    QCOMPARE(takeCopy(**m_joel, path).error().code, ErrorCode::TooLarge);
}

// The hash of the words is enough for chain and seal: whoever carries a note could leave out what it says.
void Carrying::attack124_wordsThatWereLeftOutAreMissed()
{
    write(*m_ruth, "A bench");
    std::vector<sync::PullAnswer> sets = m_ruth->profile->log().awaitingReceipt().value();
    QCOMPARE(sets.size(), std::size_t{1});
    const std::vector<sync::PullAnswer> whole = sets;
    sets.front().runs.front().items.front().ciphertext.reset();
    VERIFY_GOOD(sync::verifyCarried(sets.front(), m_joel->profile->log().directory()));
    const std::int64_t before = m_joel->profile->log().counts()->changes;
    QCOMPARE(m_joel->profile->log().takeCarried(sets).error(), (Error{ErrorCode::SealBroken, "without its words"}));
    QCOMPARE(m_joel->profile->log().counts()->changes, before);
    QCOMPARE(m_joel->profile->log().takeCarried(whole).value(), std::size_t{1});
}

void Carrying::attack125_namesAreNeverUsed()
{
    write(*m_ruth, "A bench");
    const Bytes good = octetsOfFile(copyOf(*m_ruth));
    const auto text = textOf(good);
    QCOMPARE(text.find("our-table"), std::string_view::npos);
    QCOMPARE(text.find("Ruth"), std::string_view::npos);
    // Whatever the file is called, what is in it comes in and nothing is written beside it.
    const std::string folder = m_programme->folder.file("named");
    std::filesystem::create_directory(folder);
    const std::string odd = folder + "/C:\\..\\" + std::string(200, 'x') + "\n.txt";
    overwriteFile(odd, good);
    VERIFY_GOOD(takeCopy(**m_joel, odd));
    QCOMPARE(std::distance(std::filesystem::directory_iterator(folder), {}), std::ptrdiff_t{1});
    // A copy never takes another's place.
    const std::string first = copyOf(*m_ruth);
    const std::string second = copyOf(*m_ruth);
    QVERIFY(!first.empty() && !second.empty() && first != second);
}

QTEST_GUILESS_MAIN(Carrying)
#include "tst_carrying.moc"
