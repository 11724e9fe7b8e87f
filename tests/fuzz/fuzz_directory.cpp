#include <array>
#include <set>

#include "core/sync/directory.h"
#include "core/sync/replica.h"
#include "tests/fuzz/fuzz.h"
#include "tests/support/seededrandom.h"

namespace ourtable::fuzz {
namespace {

using namespace sync;

constexpr std::size_t kPeople = 5;
constexpr int kSteps = 16;

// Keys that the fuzzer's signers hold. Number 0 is the root's.
struct Keys {
    std::array<crypto::SigningKeyPair, kPeople> signing;
    std::array<crypto::BoxKeyPair, kPeople> box;
};

template <class Pair, std::size_t... I>
std::array<Pair, kPeople> pairs(Random &random, std::index_sequence<I...>)
{
    return {((void)I, Pair::make(random))...};
}

const Keys &keys()
{
    static test::SeededRandom random;
    static const Keys kKeys{pairs<crypto::SigningKeyPair>(random, std::make_index_sequence<kPeople>()),
                            pairs<crypto::BoxKeyPair>(random, std::make_index_sequence<kPeople>())};
    return kKeys;
}

template <class Id>
Id small(std::uint8_t number)
{
    Id id;
    id.octets[0] = number % 4;
    return id;
}

const crypto::VerifyKey &keyOf(Input &input) { return keys().signing[input.octet() % kPeople].verifyKey; }
EndpointId endpointOf(Input &input) { return endpointIdOf(keyOf(input)); }
DeviceId deviceOf(Input &input) { return deviceIdOf(keyOf(input)); }

std::vector<std::uint8_t> rolesOf(Input &input)
{
    std::vector<std::uint8_t> roles;
    const std::uint8_t which = input.octet();
    for (std::uint8_t role = 1; role <= 8; ++role)
        if (which >> (role - 1) & 1)
            roles.push_back(role);
    return roles;
}

std::vector<Grant> grantsOf(Input &input)
{
    std::vector<Grant> grants;
    const std::uint8_t which = input.octet();
    for (std::uint8_t circle = 0; circle < 4; ++circle)
        if (const int mode = which >> (2 * circle) & 3; mode == 1 || mode == 2)
            grants.push_back({small<CircleId>(circle), static_cast<CircleMode>(mode)});
    return grants;
}

std::vector<ChainEnd> endsOf(Input &input)
{
    std::vector<ChainEnd> ends;
    for (int left = input.octet() % 3; left > 0; --left)
        ends.push_back({small<CircleId>(input.octet()), small<ReplicaId>(input.octet()), input.number(2)});
    return ends;
}

DirectoryBody bodyOf(Input &input, const Directory &directory)
{
    const auto reason = [&] { return static_cast<LeaveReason>(input.octet() % 3 + 1); };
    switch (input.octet() % std::variant_size_v<DirectoryBody>) {
    case 0: return RootInit{small<ProgrammeId>(input.octet()), keys().signing[0].verifyKey, keys().box[0].publicKey, {}};
    case 1: return DeviceAdd{keyOf(input)};
    case 2: {
        const std::size_t who = input.octet() % kPeople;
        return EndpointAdd{keys().signing[who].verifyKey, keys().box[input.octet() % kPeople].publicKey, deviceOf(input),
                           small<PersonId>(input.octet()), rolesOf(input), grantsOf(input), input.octet()};
    }
    case 3: return EndpointChange{endpointOf(input), rolesOf(input), grantsOf(input), input.octet()};
    case 4: return EndpointRevoke{endpointOf(input), reason(), endsOf(input)};
    case 5: return DeviceRevoke{deviceOf(input), reason(), input.octet() % 2 == 0, endsOf(input)};
    case 6: return CircleCreate{small<CircleId>(input.octet()), input.octet(), input.octet() % 2 == 0};
    case 7: {
        EpochStart start;
        start.circle = small<CircleId>(input.octet());
        const CircleState *circle = directory.circle(start.circle);
        start.epoch = (circle ? circle->epoch() : 0) + input.octet() % 4;
        start.commitment.octets.fill(input.octet());
        start.members = input.octet() % 8 == 0 ? Hash{} : membersHash(directory.readersOf(start.circle));
        start.circleBox = keys().box[input.octet() % kPeople].publicKey;
        return start;
    }
    default: return HubPins{std::vector<Hash>(input.octet() % 3)};
    }
}

// One bit a signer: the root, then the people.
void sign(DirectoryEntry &entry, std::uint8_t signers)
{
    if (signers & 1)
        entry.signAs({}, keys().signing[0]);
    for (std::size_t who = 1; who < kPeople; ++who)
        if (signers >> who & 1)
            entry.signAs(endpointIdOf(keys().signing[who].verifyKey), keys().signing[who]);
}

std::size_t peopleBehind(const DirectoryEntry &entry, const Directory &before)
{
    std::set<PersonId> people;
    for (const EntrySignature &signature : entry.signatures)
        people.insert(signature.signer.isZero() ? PersonId{} : before.endpoint(signature.signer)->person);
    return people.size();
}

void unchanged(const Directory &before, const Directory &after)
{
    must(after.size() == before.size() && after.head() == before.head());
    must(after.endpoints().size() == before.endpoints().size() && after.devices().size() == before.devices().size());
    must(after.circles().size() == before.circles().size() && after.hubPins() == before.hubPins());
}

void taken(const Directory &before, const DirectoryEntry &entry, const Directory &after)
{
    must(after.size() == before.size() + 1 && after.head() == entry.hash());
    must(after.seqOf(after.membershipHead()) == before.size());
    must(after.coordinators() > 0 || before.coordinators() == 0);
    must(before.coordinators() < 2 || after.coordinators() <= before.coordinators() || peopleBehind(entry, before) >= 2);
    for (const auto &[id, endpoint] : after.endpoints()) {
        must(!endpoint.versions.empty() && endpoint.at(after.size()) == &endpoint.now());
        const DeviceState *device = after.device(endpoint.device);
        must(device && (!endpoint.now().active || !device->revoked));
    }
    for (const auto &[id, circle] : after.circles()) {
        must(after.holdersOf(id) <= after.readersOf(id).size());
        must(circle.epochs.empty() || (circle.epochs.begin()->first == 1 && circle.epochs.size() == circle.epoch()));
    }
}

// A programme's life, signed by whoever the fuzzer likes.
void fold(Input &input)
{
    Directory directory;
    std::vector<Bytes> entries;
    for (int step = 0; step < kSteps && !input.empty(); ++step) {
        DirectoryEntry entry = directory.next(bodyOf(input, directory), static_cast<std::int64_t>(input.octet()));
        if (entry.time == 255)
            ++entry.seq;
        sign(entry, input.octet());
        const Directory before = directory;
        const Result<void> appended = directory.append(entry.encoded(), &keys().signing[0].verifyKey);
        if (appended) {
            taken(before, entry, directory);
            entries.push_back(entry.encoded());
        } else {
            mustBeOneOf(appended, {ErrorCode::DirectoryBroken, ErrorCode::Malformed});
            unchanged(before, directory);
        }
    }
    Directory again;
    for (const Bytes &entry : entries)
        must(again.append(entry).ok());
    must(again.head() == directory.head());
}

void decode(ByteView octets)
{
    const Result<DirectoryEntry> read = DirectoryEntry::decode(octets);
    if (read)
        must(equal(read->encoded(), octets));
    else
        mustBeOneOf(read, {ErrorCode::Malformed, ErrorCode::Unsupported});
    Directory directory;
    must(!directory.append(octets, &keys().signing[0].verifyKey) || (read && read->seq == 0));
}

} // namespace

// The first octet chooses: the octets of one entry, or a list of steps.
void once(ByteView octets)
{
    Input input(octets);
    if (input.octet() % 2 == 0)
        decode(input.rest());
    else
        fold(input);
}

} // namespace ourtable::fuzz
