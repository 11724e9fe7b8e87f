#include <QTest>

#include <filesystem>

#include "core/catalogue/handles.h"
#include "core/support/files.h"
#include "core/usecases/enrolling.h"
#include "tests/support/programme.h"
#include "tests/support/verifygood.h"

using namespace ourtable;
using namespace ourtable::test;

class Joining : public QObject {
    Q_OBJECT

private slots:
    void aRefusedJoinLeavesNobodyBehind();
    void whoWaitsIsToldSo();
    void aFolderBelongsToOneProgramme();
    void peopleAreKnownBeforeTheySignIn();
    void aNameFollowsItsRecord();
    void namesAreNothingWithoutTheDevice();

private:
    static bool diskHolds(const std::string &folder, std::string_view words);
    static Result<usecases::Joining> join(Programme &programme, Member &member, const Result<sync::Invitation> &invitation);
    static Result<sync::Invitation> invited(Programme &programme);
};

Result<sync::Invitation> Joining::invited(Programme &programme)
{
    usecases::InvitationFor whom;
    whom.roles = {1};
    return usecases::invite(*programme.coordinator, whom);
}

Result<usecases::Joining> Joining::join(Programme &programme, Member &member, const Result<sync::Invitation> &invitation)
{
    OURTABLE_ASSIGN(const usecases::JoinRequest request, usecases::readInvitation(invitation->text(), programme.around(member)));
    return usecases::join(member.folder, request, {"Nia", kPin, false}, programme.around(member));
}

void Joining::aRefusedJoinLeavesNobodyBehind()
{
    Programme programme;
    QVERIFY2(programme.found(), programme.failure.c_str());
    const Result<sync::Invitation> invitation = invited(programme);
    QVERIFY(invitation);
    Member first, second;
    first.folder = programme.folder.file("first");
    second.folder = programme.folder.file("second");
    QVERIFY(join(programme, first, invitation));
    QCOMPARE(join(programme, second, invitation).error().code, ErrorCode::AlreadyUsed);
    const auto profile = usecases::Profile::open(second.folder, programme.around(second));
    QVERIFY(profile);
    const auto people = (*profile)->people();
    QVERIFY(people);
    QCOMPARE(people->size(), std::size_t{0});
    store::Statement names = (*profile)->log().database().prepare("SELECT count(*) FROM meta WHERE name LIKE 'name:%'").value();
    QVERIFY(names.step().value());
    QCOMPARE(names.integer(0), std::int64_t{0});
}

void Joining::whoWaitsIsToldSo()
{
    Programme programme;
    QVERIFY2(programme.found(), programme.failure.c_str());
    Member member;
    member.folder = programme.folder.file("waits");
    const auto joined = join(programme, member, invited(programme));
    QVERIFY(joined);
    QCOMPARE(joined->profile->share().error().code, ErrorCode::Waiting);
}

void Joining::aFolderBelongsToOneProgramme()
{
    Programme ours, theirs;
    QVERIFY2(ours.found(), ours.failure.c_str());
    QVERIFY2(theirs.found(), theirs.failure.c_str());
    Member member;
    member.folder = ours.folder.file("one");
    {
        const auto joined = join(ours, member, invited(ours));
        QVERIFY(joined);
        const auto waiting = usecases::waitingPeople(*ours.coordinator);
        QVERIFY(waiting);
        QCOMPARE(waiting->size(), std::size_t{1});
        QVERIFY(usecases::letIn(*ours.coordinator, waiting->front().invite));
        QVERIFY(usecases::finishJoining(*joined->profile));
    }
    const auto elsewhere = join(theirs, member, invited(theirs));
    QCOMPARE(elsewhere.error().code, ErrorCode::AlreadyExists);
    const auto profile = usecases::Profile::open(member.folder, ours.around(member));
    QVERIFY(profile);
    QVERIFY((*profile)->share());
    QCOMPARE((*profile)->people()->size(), std::size_t{1});
}

bool Joining::diskHolds(const std::string &folder, std::string_view words)
{
    for (const auto &entry : std::filesystem::recursive_directory_iterator(folder)) {
        if (!entry.is_regular_file())
            continue;
        const Result<Bytes> octets = files::readWhole(entry.path().string());
        if (octets && textOf(*octets).find(words) != std::string_view::npos)
            return true;
    }
    return false;
}

void Joining::peopleAreKnownBeforeTheySignIn()
{
    Programme programme;
    QVERIFY2(programme.found(), programme.failure.c_str());
    const auto founder = programme.coordinator.profile->people();
    VERIFY_GOOD(founder);
    QCOMPARE(founder->front().knownAs, std::string("Marigold"));
    QCOMPARE(founder->front().role, std::string("coordinator"));
    Member member;
    member.folder = programme.folder.file("waits");
    const auto joined = join(programme, member, invited(programme));
    VERIFY_GOOD(joined);
    const auto waiting = joined->profile->people();
    VERIFY_GOOD(waiting);
    QCOMPARE(waiting->front().knownAs, std::string("Nia"));
    QCOMPARE(waiting->front().role, std::string()); // nobody has said yet
    QVERIFY(!diskHolds(member.folder, "Nia"));
}

void Joining::aNameFollowsItsRecord()
{
    Programme programme;
    QVERIFY2(programme.found(), programme.failure.c_str());
    Member *nuala = programme.letIn("Nuala", {"lay_partner", "panel"});
    QVERIFY2(nuala, programme.failure.c_str());
    VERIFY_GOOD((*nuala)->share());
    QVERIFY2(programme.reopen(*nuala), programme.failure.c_str());
    QCOMPARE(nuala->profile->people()->front().role, std::string("lay_partner"));
    namespace fields = catalogue::kinds::person;
    const RecordId me{(*nuala)->person().octets};
    const std::string longName = "<img src=x> نولا Fionnuala of the Harbour Road";
    VERIFY_GOOD((*nuala)->change(me, {{fields::known_as, usecases::FieldEdit::How::Set, Value(longName), {}}}));
    QCOMPARE(nuala->profile->people()->front().knownAs, std::string("Nuala")); // until they sign in the next time
    QVERIFY2(programme.reopen(*nuala), programme.failure.c_str());
    QCOMPARE(nuala->profile->people()->front().knownAs, longName);
    QVERIFY(!diskHolds(nuala->folder, "Nuala") && !diskHolds(nuala->folder, "Harbour"));
    // Nothing is written that is there already.
    const Bytes before = nuala->profile->log().meta("name:" + nuala->endpoint.hex()).value();
    QVERIFY2(programme.reopen(*nuala), programme.failure.c_str());
    QCOMPARE(nuala->profile->log().meta("name:" + nuala->endpoint.hex()).value(), before);
}

void Joining::namesAreNothingWithoutTheDevice()
{
    Programme programme;
    QVERIFY2(programme.found(), programme.failure.c_str());
    Member *nuala = programme.letIn("Nuala", {"lay_partner"});
    QVERIFY2(nuala, programme.failure.c_str());
    const auto secret = nuala->secrets.held.find("device-secret");
    QVERIFY(secret != nuala->secrets.held.end());
    const Bytes kept = secret->second;
    nuala->secrets.held.erase(secret);
    const auto without = nuala->profile->people();
    VERIFY_GOOD(without);
    QCOMPARE(without->size(), std::size_t{1});
    QVERIFY(without->front().knownAs.empty());
    Bytes another = kept;
    another[0] ^= 1;
    nuala->secrets.held["device-secret"] = another; // another device
    QVERIFY(nuala->profile->people()->front().knownAs.empty());
    nuala->secrets.held["device-secret"] = kept;
    QCOMPARE(nuala->profile->people()->front().knownAs, std::string("Nuala"));
    // Nobody's name stands in for another's.
    const EndpointId other{{9}};
    VERIFY_GOOD(nuala->profile->log().setMeta("name:" + other.hex(), nuala->profile->log().meta("name:" + nuala->endpoint.hex()).value()));
    VERIFY_GOOD(files::writeWhole(nuala->profile->vaultPath(other), files::readWhole(nuala->profile->vaultPath(nuala->endpoint)).value()));
    const auto both = nuala->profile->people();
    VERIFY_GOOD(both);
    QCOMPARE(both->size(), std::size_t{2});
    for (const usecases::PersonOnDevice &each : *both)
        QCOMPARE(each.knownAs, each.endpoint == other ? std::string() : std::string("Nuala"));
}

QTEST_GUILESS_MAIN(Joining)
#include "tst_joining.moc"
