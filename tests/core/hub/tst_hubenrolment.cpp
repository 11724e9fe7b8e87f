// Invitations and enrolments: attacks 85 to 89 and 92 of security.md 8, each under its number.
#include <QTest>

#include "core/crypto/hashing.h"
#include "core/sync/invitation.h"
#include "tests/core/hub/support/hubharness.h"

using namespace ourtable;
using test::HubClient;
using test::HubHarness;
using test::Member;

class HubEnrolmentTest : public QObject {
    Q_OBJECT

private slots:
    void inviteToDirectory();
    void attack85_expiredInviteIsRefused();
    void attack86_usedInviteIsRefused();
    void attack87_fiveWrongTokensLockIt();
    void attack88_swappedKeysFailAtTheCoordinator();
    void attack89_anotherRootIsNotInvitedHere();
    void attack92_secondDeviceIsTold();
    void onlyCoordinatorsInvite();
    void openInvitesAreLimited();
};

namespace {

constexpr std::int64_t kHour = 3'600'000;

struct Newcomer {
    Member member;
    sync::EnrolmentRequest request;

    Newcomer(HubHarness &hub, const sync::InviteSecret &secret)
        : member(Member::make(hub.random)),
          request(*sync::EnrolmentRequest::make(secret, hub.programme.rootKey(), member.device, member.endpoint,
                                                member.box.publicKey, "Amina", hub.random))
    {
    }
};

sync::InvitePost postFor(const HubHarness &hub, const sync::InviteSecret &secret, std::int64_t lasts)
{
    return {sync::inviteIdOf(secret), sync::inviteTokenHash(sync::inviteTokenOf(secret)), hub.clock.wallMilliseconds() + lasts,
            hub.programme.rootKey(),
            sync::inviteVoucher(secret, hub.settings.address, hub.settings.caPin, hub.programme.rootKey())};
}

// An invitation at the hub; its secret.
sync::InviteSecret invited(HubHarness &hub, std::int64_t lasts = kHour)
{
    const auto secret = hub.random.make<sync::InviteSecret>();
    const hub::HttpAnswer answer =
        hub.client(hub.programme.coordinator()).send("POST", "/v1/invite", postFor(hub, secret, lasts).encoded());
    return answer.status == 200 ? secret : sync::InviteSecret{};
}

// What somebody who knows the invitation's id, but not its secret, can send at best.
sync::EnrolmentRequest wrongToken(HubHarness &hub, const sync::InviteSecret &secret)
{
    Newcomer guessing(hub, hub.random.make<sync::InviteSecret>());
    sync::EnrolmentRequest &request = guessing.request;
    request.invite = sync::inviteIdOf(secret);
    const Hash proof = crypto::hashOf("ourtable.enrolment.proof.v1",
                                      {request.invite.view(), request.token.view(), request.deviceKey.view(),
                                       request.endpointKey.view(), request.endpointBox.view(), request.mac.view()});
    request.deviceProof = crypto::sign(guessing.member.device, proof);
    request.endpointProof = crypto::sign(guessing.member.endpoint, proof);
    return request;
}

hub::HttpAnswer enrol(HubHarness &hub, const sync::EnrolmentRequest &request)
{
    return test::ask(*hub.service, "POST", "/v1/enrol", request.encoded());
}

} // namespace

void HubEnrolmentTest::inviteToDirectory()
{
    HubHarness hub;
    QVERIFY(hub.start());
    HubClient coordinator = hub.client(hub.programme.coordinator());
    const sync::InviteSecret secret = invited(hub);
    const std::string target = "/v1/invite/" + sync::inviteIdOf(secret).hex();
    const auto info = sync::InviteInfo::decode(test::ask(*hub.service, "GET", target).body);
    QCOMPARE(info->rootKey, hub.programme.rootKey());
    QCOMPARE(info->caCertificate, hub.settings.caCertificateDer);
    QCOMPARE(info->voucher, sync::inviteVoucher(secret, hub.settings.address, hub.settings.caPin, info->rootKey));
    const Newcomer newcomer(hub, secret);
    QCOMPARE(enrol(hub, newcomer.request).status, 200u);
    QCOMPARE(hub.client(newcomer.member).send("GET", "/v1/keybag").status, 401u); // not real before the directory says so
    const auto waiting = sync::EnrolmentsAnswer::decode(coordinator.send("GET", "/v1/enrolments").body);
    QCOMPARE(waiting->requests.size(), 1u);
    const auto request = sync::EnrolmentRequest::decode(waiting->requests[0]);
    QVERIFY(request->verify(secret, hub.programme.rootKey()));
    hub.programme.add(newcomer.member, {{hub.programme.table(), sync::CircleMode::Reader}});
    sync::DirectoryAppend append = hub.programme.takeAppend();
    append.settled = {sync::inviteIdOf(secret)};
    QCOMPARE(coordinator.send("POST", "/v1/directory", append.encoded()).status, 200u);
    QCOMPARE(hub.client(newcomer.member).send("GET", "/v1/keybag").status, 200u);
    QVERIFY(sync::EnrolmentsAnswer::decode(coordinator.send("GET", "/v1/enrolments").body)->requests.empty());
    QCOMPARE(test::ask(*hub.service, "GET", target).status, 404u);
}

void HubEnrolmentTest::attack85_expiredInviteIsRefused()
{
    HubHarness hub;
    QVERIFY(hub.start());
    const sync::InviteSecret secret = invited(hub, 100 * kHour); // capped at 24 hours
    const Newcomer newcomer(hub, secret);
    hub.clock.advance(24 * kHour + 1);
    QCOMPARE(test::codeOf(enrol(hub, newcomer.request)), std::string("expired"));
    const std::string target = "/v1/invite/" + sync::inviteIdOf(secret).hex();
    QCOMPARE(test::codeOf(test::ask(*hub.service, "GET", target)), std::string("expired"));
    QVERIFY(invited(hub, -1).isZero());
}

void HubEnrolmentTest::attack86_usedInviteIsRefused()
{
    HubHarness hub;
    QVERIFY(hub.start());
    const sync::InviteSecret secret = invited(hub);
    const Newcomer newcomer(hub, secret);
    QCOMPARE(enrol(hub, newcomer.request).status, 200u);
    QCOMPARE(enrol(hub, newcomer.request).status, 200u); // the same again: its answer was lost
    QCOMPARE(test::codeOf(enrol(hub, Newcomer(hub, secret).request)), std::string("used"));
    HubClient coordinator = hub.client(hub.programme.coordinator());
    QCOMPARE(sync::EnrolmentsAnswer::decode(coordinator.send("GET", "/v1/enrolments").body)->requests.size(), 1u);
}

void HubEnrolmentTest::attack87_fiveWrongTokensLockIt()
{
    HubHarness hub;
    QVERIFY(hub.start());
    const sync::InviteSecret secret = invited(hub);
    const Newcomer honest(hub, secret);
    sync::EnrolmentRequest unproven = honest.request;
    unproven.token.octets[0] ^= 1;
    for (int i = 0; i < 6; ++i)
        QCOMPARE(test::codeOf(enrol(hub, unproven)), std::string("proof")); // not even counted
    for (int i = 0; i < 5; ++i)
        QCOMPARE(test::codeOf(enrol(hub, wrongToken(hub, secret))), std::string("wrong_token"));
    QVERIFY(hub.reopen()); // the count survives a restart
    QCOMPARE(test::codeOf(enrol(hub, honest.request)), std::string("locked"));
}

void HubEnrolmentTest::attack88_swappedKeysFailAtTheCoordinator()
{
    HubHarness hub;
    QVERIFY(hub.start());
    const sync::InviteSecret secret = invited(hub);
    const Newcomer newcomer(hub, secret);
    // The hub swaps in keys of its own, with good proofs; it has no MAC key.
    const Newcomer own(hub, hub.random.make<sync::InviteSecret>());
    sync::EnrolmentRequest swapped = newcomer.request;
    swapped.deviceKey = own.member.device.verifyKey;
    QVERIFY(!swapped.proofsHold());
    QCOMPARE(test::codeOf(enrol(hub, swapped)), std::string("proof"));
    QCOMPARE(swapped.verify(secret, hub.programme.rootKey()).error().code, ErrorCode::SealBroken);
    QCOMPARE(own.request.verify(secret, hub.programme.rootKey()).error().code, ErrorCode::SealBroken);
}

void HubEnrolmentTest::attack89_anotherRootIsNotInvitedHere()
{
    HubHarness hub;
    QVERIFY(hub.start());
    const auto secret = hub.random.make<sync::InviteSecret>();
    sync::InvitePost post = postFor(hub, secret, kHour);
    post.rootKey = Member::make(hub.random).endpoint.verifyKey;
    QCOMPARE(hub.client(hub.programme.coordinator()).send("POST", "/v1/invite", post.encoded()).status, 400u);
    // A device that was shown another root: the coordinator's check of the MAC fails.
    const Member member = Member::make(hub.random);
    const auto request = sync::EnrolmentRequest::make(secret, post.rootKey, member.device, member.endpoint,
                                                      member.box.publicKey, "Amina", hub.random);
    QCOMPARE(request->verify(secret, hub.programme.rootKey()).error().code, ErrorCode::SealBroken);
}

void HubEnrolmentTest::attack92_secondDeviceIsTold()
{
    HubHarness hub;
    QVERIFY(hub.start(true));
    const sync::InviteSecret secret = invited(hub);
    const Newcomer first(hub, secret);
    const Newcomer second(hub, secret);
    QCOMPARE(enrol(hub, first.request).status, 200u);
    QCOMPARE(test::codeOf(enrol(hub, second.request)), std::string("used"));
    // The coordinator can cancel: the request is forgotten without an entry.
    HubClient coordinator = hub.client(hub.programme.coordinator());
    sync::DirectoryAppend cancel = hub.programme.takeAppend();
    cancel.settled = {sync::inviteIdOf(secret)};
    QCOMPARE(coordinator.send("POST", "/v1/directory", cancel.encoded()).status, 200u);
    QVERIFY(sync::EnrolmentsAnswer::decode(coordinator.send("GET", "/v1/enrolments").body)->requests.empty());
}

void HubEnrolmentTest::onlyCoordinatorsInvite()
{
    HubHarness hub;
    QVERIFY(hub.start());
    const Member reader = hub.programme.addReader();
    QCOMPARE(hub.share().status, 200u);
    const auto secret = hub.random.make<sync::InviteSecret>();
    HubClient client = hub.client(reader);
    QCOMPARE(test::codeOf(client.send("POST", "/v1/invite", postFor(hub, secret, kHour).encoded())), std::string("not_permitted"));
    QCOMPARE(test::codeOf(client.send("GET", "/v1/enrolments")), std::string("not_permitted"));
    QCOMPARE(test::ask(*hub.service, "GET", "/v1/enrolments").status, 401u);
}

void HubEnrolmentTest::openInvitesAreLimited()
{
    HubHarness hub;
    hub.settings.limits.invites = 3;
    QVERIFY(hub.start());
    for (int i = 0; i < 3; ++i)
        QVERIFY(!invited(hub).isZero());
    QVERIFY(invited(hub).isZero());
    hub.clock.advance(9 * 24 * kHour); // the old ones are forgotten a week after their end
    QVERIFY(!invited(hub).isZero());
}

QTEST_GUILESS_MAIN(HubEnrolmentTest)
#include "tst_hubenrolment.moc"
