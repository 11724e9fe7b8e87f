// Founding: root, recovery key, six circles, the first coordinator.
#include <algorithm>
#include <array>

#include "core/crypto/hashing.h"
#include "core/support/crockford.h"
#include "core/usecases/directorychange.h"

namespace ourtable::usecases {
namespace {

constexpr char kPending[] = "founding";
constexpr char kSheet[] = "recovery-sheet"; // in the secret store until somebody has written it down
constexpr std::uint32_t kFirstEpoch = 1;

// Everything that exists once, made before anything is written.
struct Foundation {
    crypto::SigningKeyPair root;
    crypto::SecretKey rootSeed;
    crypto::SecretKey recoverySeed;
    crypto::BoxKeyPair recovery;
    store::EndpointKeys founder;
    sync::Directory directory;
    sync::DirectoryAppend start;
    sync::Keyring keyring;
};

Result<void> addEntry(Foundation &made, sync::DirectoryBody body, std::int64_t now)
{
    sync::DirectoryEntry entry = made.directory.next(std::move(body), now);
    entry.signAs(EndpointId{}, made.root);
    Bytes encoded = entry.encoded();
    OURTABLE_TRY(made.directory.append(encoded));
    made.start.entries.push_back(std::move(encoded));
    return {};
}

Result<void> startCircle(Foundation &made, const CircleId &circle, Random &random, std::int64_t now)
{
    sync::EpochKey key = sync::EpochKey::make(circle, kFirstEpoch, random);
    const Bytes bag = made.keyring.sealBag(key, kFirstEpoch, random);
    OURTABLE_TRY(addEntry(made, sync::EpochStart{circle, kFirstEpoch, key.commitment(), sync::membersHash(made.directory.readersOf(circle)),
                                                 key.circleBox().publicKey, crypto::plainHashOf(bag)}, now));
    const EndpointId founder = sync::endpointIdOf(made.founder.signing.verifyKey);
    OURTABLE_ASSIGN(Bytes mine, sync::sealPackage(key, founder, made.founder.box.publicKey));
    made.start.packages.push_back({circle, kFirstEpoch, founder, std::move(mine)});
    OURTABLE_ASSIGN(Bytes recovery, sync::sealPackage(key, sync::recoveryEndpoint(made.recovery.publicKey), made.recovery.publicKey));
    made.start.packages.push_back({circle, kFirstEpoch, sync::recoveryEndpoint(made.recovery.publicKey), std::move(recovery)});
    made.start.bags.push_back({circle, kFirstEpoch, bag});
    made.keyring.add(std::move(key));
    return {};
}

Foundation drawnKeys(Random &random)
{
    Foundation made;
    // Sheets carry 16 octets a code; each key grows from two of them.
    random.fill(made.rootSeed.writable());
    random.fill(made.recoverySeed.writable());
    made.root = crypto::SigningKeyPair::fromSeed(made.rootSeed.view());
    made.recovery = crypto::BoxKeyPair::fromSeed(made.recoverySeed.view());
    made.founder = {crypto::SigningKeyPair::make(random), crypto::BoxKeyPair::make(random)};
    return made;
}

Result<Foundation> laid(const Profile &profile, const sync::Invitation &ticket)
{
    Random &random = profile.around().random;
    const std::int64_t now = profile.around().clock.wallMilliseconds();
    Foundation made = drawnKeys(random);
    OURTABLE_TRY(addEntry(made, sync::RootInit{random.make<ProgrammeId>(), made.root.verifyKey, made.recovery.publicKey, ticket.caPin}, now));
    OURTABLE_TRY(addEntry(made, sync::DeviceAdd{profile.deviceKeys().verifyKey}, now));
    std::vector<sync::Grant> grants;
    for (const catalogue::CircleKind &kind : catalogue::Catalogue::builtIn().circles()) {
        const auto circle = random.make<CircleId>();
        OURTABLE_TRY(addEntry(made, sync::CircleCreate{circle, kind.number, kind.history}, now));
        grants.push_back({circle, sync::CircleMode::Reader});
    }
    std::sort(grants.begin(), grants.end());
    const EndpointId founder = sync::endpointIdOf(made.founder.signing.verifyKey);
    OURTABLE_TRY(addEntry(made, sync::EndpointAdd{made.founder.signing.verifyKey, made.founder.box.publicKey, profile.device(),
                                                  *PersonId::from(founder.view()), {sync::kCoordinatorRole}, grants, 0}, now));
    for (const sync::Grant &grant : grants)
        OURTABLE_TRY(startCircle(made, grant.circle, random, now));
    return made;
}

std::string codesOf(const crypto::SecretKey &seed)
{
    return crockford::encodeCode(seed.view().first<16>()) + " " + crockford::encodeCode(seed.view().last<16>());
}

Result<void> keepFoundation(Profile &profile, const Foundation &made, const HubPlace &place, const NewPerson &founder)
{
    const EndpointId endpoint = sync::endpointIdOf(made.founder.signing.verifyKey);
    OURTABLE_TRY(profile.setRoot(made.root.verifyKey));
    OURTABLE_TRY(profile.setHubPlace(place));
    OURTABLE_TRY(makeVault(profile, endpoint, founder, made.recovery.publicKey, made.founder, &made.keyring));
    const catalogue::Role *role = catalogue::Catalogue::builtIn().role(sync::kCoordinatorRole);
    OURTABLE_TRY(profile.keepName(endpoint, founder.knownAs, role ? role->code : std::string()));
    OURTABLE_TRY(profile.log().addLocalEndpoint(endpoint));
    OURTABLE_TRY(profile.log().appendDirectory(made.start.entries));
    return profile.log().storeKeys({made.start.packages, made.start.bags});
}

Result<void> postFoundation(Profile &profile, ByteView pending)
{
    OURTABLE_ASSIGN(const HubPlace place, profile.hubPlace());
    OURTABLE_ASSIGN(const std::unique_ptr<sync::Transport> hub, profile.around().hub.connect(place));
    OURTABLE_ASSIGN(const sync::TransportAnswer answer, hub->send({"POST", "/v1/found", {}, toBytes(pending)}));
    if (answer.status != 200) {
        // The hub may have taken it and only the answer was lost: then it greets this device like any other.
        if (!profile.share())
            return whyNot(answer);
    }
    return profile.log().setMeta(kPending, {});
}

// What was begun with another ticket of the same hub goes on with this one: a refused ticket must not lock the folder. Another
// hub would not be the one that the programme's first entry names.
Result<Bytes> withTicket(Profile &profile, ByteView pending, const sync::Invitation &ticket)
{
    OURTABLE_ASSIGN(sync::FoundRequest request, sync::FoundRequest::decode(pending));
    if (request.ticket == sync::inviteIdOf(ticket.secret))
        return toBytes(pending);
    OURTABLE_ASSIGN(HubPlace place, profile.hubPlace());
    if (place.caPin != ticket.caPin)
        return Error{ErrorCode::AlreadyExists, "founding"};
    place.address = ticket.address;
    OURTABLE_TRY(profile.setHubPlace(place));
    request.ticket = sync::inviteIdOf(ticket.secret);
    request.token = sync::inviteTokenOf(ticket.secret);
    return request.encoded();
}

} // namespace

Result<RecoverySheet> recoverySheet(const Surroundings &around)
{
    OURTABLE_ASSIGN(const crypto::SecretBytes held, around.secrets.read(kSheet));
    const std::string_view text = textOf(held.view());
    const std::size_t line = std::min(text.find('\n'), text.size());
    return RecoverySheet{std::string(text.substr(0, line)), std::string(text.substr(std::min(line + 1, text.size())))};
}

Result<void> forgetSheet(const Surroundings &around) { return around.secrets.remove(kSheet); }

Result<Founded> foundProgramme(const std::string &folder, const std::string &ticketText, const NewPerson &founder, const Surroundings &around)
{
    OURTABLE_ASSIGN(const sync::Invitation ticket, sync::Invitation::fromText(ticketText));
    if (ticket.kind != sync::Invitation::Kind::Founding)
        return Error{ErrorCode::Malformed, "founding ticket"};
    OURTABLE_TRY(store::checkPassword(founder.passphrase ? store::PasswordKind::Passphrase : store::PasswordKind::Pin, founder.password));
    if (!founder.passphrase)
        return Error{ErrorCode::WeakSecret, "passphrase"};
    Result<std::unique_ptr<Profile>> profile = Profile::create(folder, around);
    if (!profile && profile.error().code == ErrorCode::AlreadyExists)
        profile = Profile::open(folder, around);
    if (!profile)
        return profile.error();
    Founded founded;
    founded.profile = std::move(*profile);
    store::LogStore &log = founded.profile->log();
    Result<Bytes> pending = log.meta(kPending);
    const bool begun = pending && !pending->empty();
    if (!begun && !(log.directory().empty() && log.localEndpoints().empty()))
        return Error{ErrorCode::AlreadyExists, "profile"};
    if (!begun) { // what was cut off before this is nothing yet
        OURTABLE_ASSIGN(Bytes certificate, around.hub.caCertificate(ticket.address, ticket.caPin));
        OURTABLE_ASSIGN(const Foundation made, laid(*founded.profile, ticket));
        OURTABLE_TRY(around.secrets.write(kSheet, viewOf(codesOf(made.rootSeed) + "\n" + codesOf(made.recoverySeed))));
        OURTABLE_TRY(keepFoundation(*founded.profile, made, {ticket.address, ticket.caPin, std::move(certificate)}, founder));
        const sync::FoundRequest request{sync::inviteIdOf(ticket.secret), sync::inviteTokenOf(ticket.secret), made.start};
        pending = request.encoded();
    } else {
        pending = withTicket(*founded.profile, *pending, ticket);
        if (!pending)
            return pending.error();
    }
    OURTABLE_TRY(log.setMeta(kPending, *pending));
    OURTABLE_TRY(postFoundation(*founded.profile, *pending));
    OURTABLE_ASSIGN(founded.sheet, recoverySheet(around));
    founded.endpoint = log.localEndpoints().front();
    founded.person = log.directory().endpoint(founded.endpoint)->person;
    OURTABLE_ASSIGN(const std::unique_ptr<Workspace> workspace, Workspace::unlock(*founded.profile, founder.password));
    OURTABLE_TRY(makePersonRecord(*workspace, founded.person, founder.knownAs, std::array{sync::kCoordinatorRole}));
    return founded;
}

} // namespace ourtable::usecases
