// Inviting, being let in, letting in.
#include "core/usecases/enrolling.h"

#include <algorithm>

#include "core/catalogue/handles.h"
#include "core/crypto/hashing.h"
#include "core/support/crockford.h"
#include "core/usecases/directorychange.h"

namespace ourtable::usecases {
namespace {

constexpr std::int64_t kMinute = 60'000;
constexpr std::int64_t kMostMinutes = 24 * 60;
constexpr std::string_view kInvitePrefix = "invitation:";

std::string secretName(const InviteId &invite) { return std::string(kInvitePrefix) + invite.hex(); }

Bytes encodePending(const sync::InviteSecret &secret, const InvitationFor &whom)
{
    cbor::Writer out;
    out.array(3);
    out.octets(secret.view());
    out.array(whom.roles.size());
    for (const catalogue::RoleNumber role : whom.roles)
        out.integer(role);
    out.array(whom.namedReader.size());
    for (const catalogue::CircleNumber circle : whom.namedReader)
        out.integer(circle);
    return out.take();
}

struct Pending {
    sync::InviteSecret secret;
    InvitationFor whom;
};

Result<Pending> decodePending(ByteView octets)
{
    cbor::Reader in(octets);
    Pending pending;
    if (in.array() != 3)
        in.fail();
    pending.secret = in.id<sync::InviteSecret>();
    for (std::size_t left = in.array(); left > 0 && !in.failed(); --left)
        pending.whom.roles.push_back(static_cast<catalogue::RoleNumber>(in.integer()));
    for (std::size_t left = in.array(); left > 0 && !in.failed(); --left)
        pending.whom.namedReader.push_back(static_cast<catalogue::CircleNumber>(in.integer()));
    if (!in.finished())
        return Error{ErrorCode::Corrupt, "invitation"};
    return pending;
}

bool isCoordinator(const std::vector<catalogue::RoleNumber> &roles)
{
    return std::find(roles.begin(), roles.end(), sync::kCoordinatorRole) != roles.end();
}

struct Asked {
    sync::EnrolmentRequest request;
    Pending pending;
};

// The requests at the hub that belong to this coordinator's invitations and hold, with a name that a record takes: whoever
// is let in gets one.
Result<std::vector<Asked>> askedPeople(Workspace &workspace)
{
    OURTABLE_ASSIGN(sync::SyncEngine *const engine, workspace.profile().engine());
    OURTABLE_ASSIGN(const Bytes answer, engine->request("GET", "/v1/enrolments", {}));
    OURTABLE_ASSIGN(const sync::EnrolmentsAnswer waiting, sync::EnrolmentsAnswer::decode(answer));
    std::vector<Asked> asked;
    for (const Bytes &octets : waiting.requests) {
        const Result<sync::EnrolmentRequest> request = sync::EnrolmentRequest::decode(octets);
        if (!request)
            continue;
        const Result<crypto::SecretBytes> kept = workspace.secret(secretName(request->invite));
        if (!kept)
            continue; // somebody else's invitation
        OURTABLE_ASSIGN(Pending pending, decodePending(kept->view()));
        if (request->verify(pending.secret, workspace.directory().root().rootKey) && request->knownAs(pending.secret))
            asked.push_back({*request, std::move(pending)});
    }
    return asked;
}

} // namespace

std::vector<sync::Grant> grantsFor(const catalogue::Catalogue &catalogue, const sync::Directory &directory, const InvitationFor &whom)
{
    const auto anyOf = [&](const std::vector<catalogue::RoleNumber> &roles) {
        return std::any_of(roles.begin(), roles.end(), [&](catalogue::RoleNumber role) {
            return std::find(whom.roles.begin(), whom.roles.end(), role) != whom.roles.end();
        });
    };
    std::vector<sync::Grant> grants;
    for (const auto &[id, circle] : directory.circles()) {
        const catalogue::CircleKind *kind = catalogue.circle(circle.kind);
        if (!kind)
            continue;
        const bool named = std::find(whom.namedReader.begin(), whom.namedReader.end(), kind->number) != whom.namedReader.end();
        if (anyOf(kind->readers) && (!kind->namedReaders || named))
            grants.push_back({id, sync::CircleMode::Reader});
        else if (anyOf(kind->writers) || anyOf(kind->readers))
            grants.push_back({id, sync::CircleMode::Writer});
    }
    return grants; // ascending: the circles are in order of their ids
}

bool mayInvite(const Workspace &workspace) { return isCoordinator(workspace.roles()); }

Result<sync::Invitation> invite(Workspace &workspace, const InvitationFor &whom)
{
    if (!mayInvite(workspace))
        return Error{ErrorCode::NotPermitted, "invite"};
    if (whom.minutes < 1 || whom.minutes > kMostMinutes)
        return Error{ErrorCode::InvalidInput, "minutes"};
    if (whom.roles.empty())
        return Error{ErrorCode::InvalidInput, "invitation"};
    if (mainRoles(workspace.catalogue(), whom.roles).empty())
        return Error{ErrorCode::InvalidInput, "panel_alone"};
    if (isCoordinator(whom.roles) && workspace.directory().coordinators() >= 2)
        return Error{ErrorCode::Waiting, "second_coordinator"};
    OURTABLE_ASSIGN(const HubPlace place, workspace.profile().hubPlace());
    sync::Invitation made;
    made.address = place.address;
    made.caPin = place.caPin;
    made.rootKey = workspace.directory().root().rootKey;
    made.secret = workspace.profile().around().random.make<sync::InviteSecret>();
    made.expires = workspace.now() + whom.minutes * kMinute;
    const InviteId id = sync::inviteIdOf(made.secret);
    OURTABLE_TRY(workspace.keepSecret(secretName(id), encodePending(made.secret, whom)));
    const sync::InvitePost post{id, sync::inviteTokenHash(sync::inviteTokenOf(made.secret)), made.expires, made.rootKey,
                                sync::inviteVoucher(made.secret, place.address, place.caPin, made.rootKey)};
    OURTABLE_ASSIGN(sync::SyncEngine *const engine, workspace.profile().engine());
    OURTABLE_TRY(engine->request("POST", "/v1/invite", post.encoded()));
    return made;
}

Result<JoinRequest> readInvitation(const std::string &text, const Surroundings &around)
{
    OURTABLE_ASSIGN(const sync::Invitation invitation, sync::Invitation::fromText(text));
    if (invitation.kind != sync::Invitation::Kind::Person)
        return Error{ErrorCode::Malformed, "founding ticket"};
    if (around.clock.wallMilliseconds() > invitation.expires)
        return ErrorCode::Expired;
    OURTABLE_ASSIGN(const Bytes certificate, around.hub.caCertificate(invitation.address, invitation.caPin));
    return JoinRequest{invitation, {invitation.address, invitation.caPin, certificate}};
}

Result<JoinRequest> readTypedInvitation(const std::string &address, const std::string &code, const Surroundings &around)
{
    const std::optional<Bytes> secret = crockford::decodeCode(code);
    if (!secret)
        return Error{ErrorCode::InvalidInput, "code"};
    if (!sync::isHubAddress(address))
        return Error{ErrorCode::InvalidInput, "address"};
    sync::Invitation invitation;
    invitation.address = address;
    invitation.secret = *sync::InviteSecret::from(*secret);
    OURTABLE_ASSIGN(const sync::InviteInfo info, around.hub.inviteInfo(address, sync::inviteIdOf(invitation.secret)));
    OURTABLE_ASSIGN(invitation.caPin, around.hub.pinOf(info.caCertificate));
    invitation.rootKey = info.rootKey;
    const Hash voucher = sync::inviteVoucher(invitation.secret, address, invitation.caPin, invitation.rootKey);
    if (!crypto::sameSecret(voucher.view(), info.voucher.view()))
        return Error{ErrorCode::SealBroken, "invitation"};
    return JoinRequest{invitation, {address, invitation.caPin, info.caCertificate}};
}

Result<Joining> join(const std::string &folder, const JoinRequest &request, const NewPerson &person, const Surroundings &around)
{
    OURTABLE_TRY(store::checkPassword(person.passphrase ? store::PasswordKind::Passphrase : store::PasswordKind::Pin, person.password));
    Joining joining;
    Result<std::unique_ptr<Profile>> profile = Profile::create(folder, around);
    if (!profile && profile.error().code == ErrorCode::AlreadyExists)
        profile = Profile::open(folder, around); // another person on this device
    if (!profile)
        return profile.error();
    joining.profile = std::move(*profile);
    const sync::Directory &here = joining.profile->log().directory();
    if (!here.empty() && here.root().rootKey != request.invitation.rootKey)
        return Error{ErrorCode::AlreadyExists, "programme"};
    store::EndpointKeys keys{crypto::SigningKeyPair::make(around.random), crypto::BoxKeyPair::make(around.random)};
    joining.endpoint = sync::endpointIdOf(keys.signing.verifyKey);
    OURTABLE_ASSIGN(const sync::EnrolmentRequest asked,
                    sync::EnrolmentRequest::make(request.invitation.secret, request.invitation.rootKey, joining.profile->deviceKeys(),
                                                 keys.signing, keys.box.publicKey, person.knownAs, around.random));
    joining.words = sync::confirmationWords(asked);
    OURTABLE_TRY(joining.profile->setRoot(request.invitation.rootKey));
    OURTABLE_TRY(joining.profile->setHubPlace(request.place));
    // Everything is on this device before the invitation is used up.
    OURTABLE_TRY(makeVault(*joining.profile, joining.endpoint, person, {}, keys));
    OURTABLE_TRY(joining.profile->keepName(joining.endpoint, person.knownAs, {})); // the role comes with the first unlock
    OURTABLE_ASSIGN(const std::unique_ptr<sync::Transport> hub, around.hub.connect(request.place));
    OURTABLE_ASSIGN(const sync::TransportAnswer answer, hub->send({"POST", "/v1/enrol", {}, asked.encoded()}));
    if (answer.status != 200) {
        if (answer.status / 100 == 4)
            OURTABLE_TRY(joining.profile->forgetPerson(joining.endpoint)); // it was not taken, and never will be
        return whyNot(answer);
    }
    OURTABLE_TRY(joining.profile->log().addLocalEndpoint(joining.endpoint));
    return joining;
}

Result<void> finishJoining(Profile &profile)
{
    const Result<sync::ShareReport> shared = profile.share();
    if (!shared)
        return shared.error();
    const std::vector<EndpointId> &mine = profile.log().localEndpoints();
    const bool in = std::all_of(mine.begin(), mine.end(), [&](const EndpointId &endpoint) {
        return profile.log().directory().endpoint(endpoint) != nullptr;
    });
    return in ? Result<void>() : Error{ErrorCode::Waiting, "coordinator"};
}

Result<std::vector<WaitingPerson>> waitingPeople(Workspace &workspace)
{
    OURTABLE_ASSIGN(const std::vector<Asked> asked, askedPeople(workspace));
    std::vector<WaitingPerson> people;
    for (const Asked &one : asked) {
        OURTABLE_ASSIGN(std::string name, one.request.knownAs(one.pending.secret));
        people.push_back({one.request.invite, std::move(name), sync::confirmationWords(one.request), one.pending.whom.roles});
    }
    return people;
}

Result<void> letIn(Workspace &workspace, const InviteId &invite)
{
    OURTABLE_TRY(workspace.share()); // the newest directory, or the entry would be refused
    OURTABLE_ASSIGN(const std::vector<Asked> asked, askedPeople(workspace));
    const auto one = std::find_if(asked.begin(), asked.end(), [&](const Asked &candidate) { return candidate.request.invite == invite; });
    if (one == asked.end())
        return Error{ErrorCode::NotFound, "invitation"};
    const PersonId person = *PersonId::from(sync::endpointIdOf(one->request.endpointKey).view());
    DirectoryChange change(workspace);
    const DeviceId device = sync::deviceIdOf(one->request.deviceKey);
    if (!workspace.directory().device(device))
        OURTABLE_TRY(change.add(sync::DeviceAdd{one->request.deviceKey}));
    std::vector<std::uint8_t> roles(one->pending.whom.roles.begin(), one->pending.whom.roles.end());
    std::sort(roles.begin(), roles.end());
    roles.erase(std::unique(roles.begin(), roles.end()), roles.end());
    sync::EndpointAdd endpoint{one->request.endpointKey, one->request.endpointBox, device, person, roles,
                               grantsFor(workspace.catalogue(), change.directory(), one->pending.whom), 0};
    OURTABLE_TRY(change.add(endpoint));
    OURTABLE_TRY(change.handKeysTo(sync::endpointIdOf(endpoint.key)));
    OURTABLE_TRY(change.retireCustodian());
    change.settle(invite);
    OURTABLE_TRY(change.post());
    OURTABLE_TRY(workspace.dropSecret(secretName(invite)));
    OURTABLE_ASSIGN(const std::string name, one->request.knownAs(one->pending.secret));
    return makePersonRecord(workspace, person, name, one->pending.whom.roles);
}

} // namespace ourtable::usecases
