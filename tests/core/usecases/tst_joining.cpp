#include <QTest>

#include "core/usecases/enrolling.h"
#include "tests/support/programme.h"

using namespace ourtable;
using namespace ourtable::test;

class Joining : public QObject {
    Q_OBJECT

private slots:
    void aRefusedJoinLeavesNobodyBehind();
    void whoWaitsIsToldSo();
    void aFolderBelongsToOneProgramme();

private:
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

QTEST_GUILESS_MAIN(Joining)
#include "tst_joining.moc"
