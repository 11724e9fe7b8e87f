#include "core/usecases/directorychange.h"

#include <algorithm>

#include "core/catalogue/handles.h"
#include "core/crypto/hashing.h"

namespace ourtable::usecases {

DirectoryChange::DirectoryChange(Workspace &workspace) : m_workspace(workspace), m_directory(workspace.directory())
{
    m_append.expectedHead = m_directory.head();
}

Result<void> DirectoryChange::add(sync::DirectoryBody body)
{
    sync::DirectoryEntry entry = m_directory.next(std::move(body), m_workspace.now());
    entry.signAs(m_workspace.endpoint(), m_workspace.endpointKeys().signing);
    Bytes encoded = entry.encoded();
    OURTABLE_TRY(m_directory.append(encoded));
    m_append.entries.push_back(std::move(encoded));
    return {};
}

Result<void> DirectoryChange::package(const sync::EpochKey &key, const EndpointId &to, const crypto::BoxPublicKey &box)
{
    OURTABLE_ASSIGN(Bytes sealed, sync::sealPackage(key, to, box));
    m_append.packages.push_back({key.circle(), key.epoch(), to, std::move(sealed)});
    return {};
}

Result<void> DirectoryChange::rotate(const CircleId &circle)
{
    const sync::CircleState *state = m_directory.circle(circle);
    if (!state)
        return Error{ErrorCode::NotFound, "circle"};
    Random &random = m_workspace.profile().around().random;
    sync::EpochKey key = sync::EpochKey::make(circle, state->epoch() + 1, random);
    const Bytes bag = m_workspace.keyring().sealBag(key, state->history ? 1 : key.epoch(), random);
    OURTABLE_TRY(add(sync::EpochStart{circle, key.epoch(), key.commitment(), sync::membersHash(m_directory.readersOf(circle)),
                                      key.circleBox().publicKey, crypto::plainHashOf(bag)}));
    for (const sync::ReaderKeys &reader : m_directory.readersOf(circle))
        OURTABLE_TRY(package(key, reader.endpoint, reader.box));
    const crypto::BoxPublicKey &recovery = m_directory.root().recoveryKey;
    OURTABLE_TRY(package(key, sync::recoveryEndpoint(recovery), recovery));
    m_append.bags.push_back({circle, key.epoch(), bag});
    m_newKeys.push_back(std::move(key));
    return {};
}

Result<void> DirectoryChange::handKeysTo(const EndpointId &endpoint)
{
    const sync::EndpointState *state = m_directory.endpoint(endpoint);
    if (!state)
        return Error{ErrorCode::NotFound, "endpoint"};
    const std::vector<sync::Grant> grants = state->now().grants;
    const crypto::BoxPublicKey box = state->box;
    for (const sync::Grant &grant : grants) {
        if (grant.mode != sync::CircleMode::Reader)
            continue;
        const sync::CircleState *circle = m_directory.circle(grant.circle);
        const sync::EpochKey *key = m_workspace.keyring().newest(grant.circle);
        if (!key || key->epoch() != circle->epoch())
            continue; // whoever holds the circle hands it over at their next sharing (keyhandover.h)
        if (!circle->history || circle->rotationDue)
            OURTABLE_TRY(rotate(grant.circle));
        else
            OURTABLE_TRY(package(*key, endpoint, box));
    }
    return {};
}

Result<void> DirectoryChange::retireCustodian()
{
    const sync::EndpointState *me = m_directory.endpoint(m_workspace.endpoint());
    std::vector<sync::Grant> grants = me->now().grants;
    std::vector<CircleId> left;
    for (sync::Grant &grant : grants) {
        const sync::CircleState *circle = m_directory.circle(grant.circle);
        const catalogue::CircleKind *kind = m_workspace.catalogue().circle(circle->kind);
        const bool mine = !kind || std::find(kind->readers.begin(), kind->readers.end(), sync::kCoordinatorRole) != kind->readers.end();
        const std::size_t others = m_directory.holdersOf(grant.circle) - (grant.mode == sync::CircleMode::Reader ? 1 : 0);
        if (mine || grant.mode != sync::CircleMode::Reader || others < 2)
            continue;
        grant.mode = sync::CircleMode::Writer;
        left.push_back(grant.circle);
    }
    if (left.empty())
        return {};
    OURTABLE_TRY(add(sync::EndpointChange{m_workspace.endpoint(), me->now().roles, grants, me->now().until}));
    for (const CircleId &circle : left)
        OURTABLE_TRY(rotate(circle));
    return {};
}

Result<void> DirectoryChange::post()
{
    OURTABLE_ASSIGN(sync::SyncEngine *const engine, m_workspace.profile().engine());
    OURTABLE_TRY(engine->request("POST", "/v1/directory", m_append.encoded()));
    OURTABLE_TRY(m_workspace.profile().log().appendDirectory(m_append.entries));
    for (sync::EpochKey &key : m_newKeys) {
        if (m_directory.modeOf(m_workspace.endpoint(), key.circle()) == sync::CircleMode::Reader)
            m_workspace.keyring().add(std::move(key));
    }
    return m_workspace.storeKeyring();
}

Result<void> makeVault(Profile &profile, const EndpointId &endpoint, const NewPerson &person,
                       const std::optional<crypto::BoxPublicKey> &recovery, const store::EndpointKeys &keys, const sync::Keyring *keyring)
{
    const store::VaultSurroundings around{profile.around().secrets, profile.around().clock, profile.around().random};
    store::Vault vault(profile.vaultPath(endpoint), around);
    store::NewVault made;
    made.owner = {*PersonId::from(endpoint.view()), profile.device()};
    made.kind = person.passphrase ? store::PasswordKind::Passphrase : store::PasswordKind::Pin;
    made.password = person.password;
    made.recoveryKey = recovery ? *recovery : keys.box.publicKey;
    OURTABLE_ASSIGN(store::UnlockedVault unlocked, vault.create(made));
    OURTABLE_TRY(unlocked.storeEndpointKeys(keys));
    const sync::Keyring none;
    return unlocked.storeKeyring((keyring ? *keyring : none).serialised().view());
}

Error whyNot(const sync::TransportAnswer &answer)
{
    const Result<sync::Refusal> refusal = sync::Refusal::decode(answer.body);
    const std::string code = refusal ? refusal->code : "";
    return {code == "used" ? ErrorCode::AlreadyUsed : code == "expired" ? ErrorCode::Expired : ErrorCode::Refused, code};
}

std::vector<std::string> mainRoles(const catalogue::Catalogue &programme, std::span<const catalogue::RoleNumber> roles)
{
    namespace fields = catalogue::kinds::person;
    const catalogue::Vocabulary *known = programme.kind(fields::kind)->field(fields::role)->vocabulary;
    std::vector<std::string> codes;
    for (const catalogue::RoleNumber number : roles) {
        const catalogue::Role *role = programme.role(number);
        if (role && known->find(role->code))
            codes.push_back(role->code);
    }
    return codes;
}

Result<void> makePersonRecord(Workspace &workspace, const PersonId &person, const std::string &knownAs,
                              std::span<const catalogue::RoleNumber> roles)
{
    namespace fields = catalogue::kinds::person;
    CreateOptions options;
    options.id = *RecordId::from(person.view());
    if (workspace.get(*options.id))
        return {};
    using How = FieldEdit::How;
    std::vector<FieldEdit> edits{{fields::name, How::Set, knownAs, {}}, {fields::known_as, How::Set, knownAs, {}}};
    for (const std::string &role : mainRoles(workspace.catalogue(), roles)) {
        const bool first = edits.back().field == fields::known_as;
        edits.push_back({first ? fields::role : fields::other_roles, first ? How::Set : How::Add, role, {}});
    }
    const Result<Saved> made = workspace.create(fields::kind, std::move(edits), options);
    return made ? Result<void>() : made.error();
}

} // namespace ourtable::usecases
