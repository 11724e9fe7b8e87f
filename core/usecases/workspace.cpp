#include "core/usecases/workspace.h"

#include "core/catalogue/handles.h"
#include "core/usecases/directorychange.h"
#include "core/usecases/keyhandover.h"
#include "core/usecases/recordwriter.h"
#include "core/usecases/takingback.h"

namespace ourtable::usecases {
namespace {

store::VaultSurroundings vaultAround(const Profile &profile)
{
    const Surroundings &around = const_cast<Profile &>(profile).around();
    return {around.secrets, around.clock, around.random};
}

} // namespace

Workspace::Workspace(Profile &profile, const EndpointId &endpoint, store::UnlockedVault vault, store::EndpointKeys keys, sync::Keyring keyring)
    : m_profile(profile), m_endpoint(endpoint), m_vault(std::move(vault)), m_keys(std::move(keys)), m_keyring(std::move(keyring)),
      m_catalogue(std::shared_ptr<const catalogue::Catalogue>(), &catalogue::Catalogue::builtIn())
{
}

Workspace::~Workspace() = default;

Result<std::unique_ptr<Workspace>> Workspace::unlock(Profile &profile, const std::string &password, std::optional<EndpointId> endpoint)
{
    OURTABLE_ASSIGN(const std::vector<PersonOnDevice> people, profile.people());
    if (!endpoint) {
        if (people.size() != 1)
            return Error{people.empty() ? ErrorCode::NotFound : ErrorCode::InvalidInput, "person"};
        endpoint = people.front().endpoint;
    }
    store::Vault vault(profile.vaultPath(*endpoint), vaultAround(profile));
    OURTABLE_ASSIGN(store::UnlockedVault unlocked, vault.unlock(password));
    OURTABLE_ASSIGN(store::EndpointKeys keys, unlocked.loadEndpointKeys());
    OURTABLE_ASSIGN(const crypto::SecretBytes ring, unlocked.loadKeyring());
    OURTABLE_ASSIGN(sync::Keyring keyring, sync::Keyring::fromSerialised(ring.view()));
    const sync::EndpointState *known = profile.log().directory().endpoint(*endpoint);
    if (!known)
        return Error{ErrorCode::Waiting, "coordinator"};
    std::unique_ptr<Workspace> made(new Workspace(profile, *endpoint, std::move(unlocked), std::move(keys), std::move(keyring)));
    if (!known->now().active)
        return ErrorCode::Revoked;
    if (known->now().until != 0 && made->now() > known->now().until)
        return Error{ErrorCode::Revoked, "until"};
    // A full disk keeps nobody out; it is done at a later unlock then.
    static_cast<void>(made->escrowForRecovery());
    OURTABLE_TRY(made->openNewKeys());
    OURTABLE_TRY(made->dropEditCopies({}));
    OURTABLE_TRY(made->buildProjection());
    static_cast<void>(made->keepOwnName()); // nor does a name that could not be kept
    return made;
}

// Whoever joined made their vault before they knew the programme's recovery key.
Result<void> Workspace::escrowForRecovery()
{
    const crypto::BoxPublicKey &recovery = directory().root().recoveryKey;
    const std::string name = "escrow:" + m_endpoint.hex();
    const Result<Bytes> wrappedFor = m_profile.log().meta(name);
    if (wrappedFor && equal(*wrappedFor, recovery.view()))
        return {};
    OURTABLE_TRY(m_vault.storeEscrow(recovery));
    return m_profile.log().setMeta(name, toBytes(recovery.view()));
}

// For the screen where people sign in. Their record may still be on its way to this device: then what was kept stays.
Result<void> Workspace::keepOwnName()
{
    namespace fields = catalogue::kinds::person;
    OURTABLE_ASSIGN(const std::optional<store::RecordView> me, m_projection->get(RecordId{person().octets}));
    const std::string *knownAs = me && me->kind == fields::kind ? me->field(fields::known_as).text() : nullptr;
    if (!knownAs)
        return {};
    const std::vector<std::string> codes = mainRoles(*m_catalogue, roles());
    return m_profile.keepName(m_endpoint, *knownAs, codes.empty() ? std::string() : codes.front());
}

PersonId Workspace::person() const { return directory().endpoint(m_endpoint)->person; }

std::vector<catalogue::RoleNumber> Workspace::roles() const
{
    const sync::EndpointVersion &now = directory().endpoint(m_endpoint)->now();
    return now.active ? std::vector<catalogue::RoleNumber>(now.roles.begin(), now.roles.end()) : std::vector<catalogue::RoleNumber>{};
}

bool Workspace::may(const catalogue::Kind &kind, catalogue::Right right) const
{
    return m_catalogue->allowed(kind, right, roles()).has_value();
}

std::int64_t Workspace::now() const
{
    const std::int64_t wall = m_profile.around().clock.wallMilliseconds();
    const Result<sync::HubOffset> offset = m_profile.log().hubOffset();
    return offset && offset->known ? wall + offset->offsetMilliseconds : wall;
}

bool Workspace::isProjected(const catalogue::Kind &kind) const
{
    const catalogue::CircleKind *circle = m_catalogue->circle(kind.circle);
    const sync::CircleState *state = directory().circleOfKind(kind.circle);
    const bool holds = state && directory().modeOf(m_endpoint, state->id) == sync::CircleMode::Reader;
    return circle && circle->projected && holds && may(kind, catalogue::Right::Read);
}

// --- writing

Result<Saved> Workspace::create(catalogue::KindNumber kind, std::vector<FieldEdit> edits, const CreateOptions &options)
{
    PlannedChange planned;
    planned.kind = kind;
    planned.record = options.id ? *options.id : m_profile.around().random.make<RecordId>();
    planned.creates = true;
    planned.edits = std::move(edits);
    planned.moveTo = options.state;
    planned.options = options;
    if (options.id) {
        OURTABLE_ASSIGN(const bool known, m_profile.log().isKnown(*options.id));
        if (known)
            return Error{ErrorCode::AlreadyExists, "record"};
    }
    RecordWriter writer(*this);
    OURTABLE_TRY(writer.add(planned));
    OURTABLE_ASSIGN(const std::vector<Saved> saved, writer.finish(options.draft));
    return saved.front();
}

Result<void> Workspace::change(const RecordId &record, std::vector<FieldEdit> edits, const std::optional<std::string> &draft)
{
    PlannedChange planned;
    planned.record = record;
    planned.edits = std::move(edits);
    return commit({std::move(planned)}, draft);
}

Result<void> Workspace::move(const RecordId &record, std::string_view to, std::vector<FieldEdit> edits)
{
    PlannedChange planned;
    planned.record = record;
    planned.edits = std::move(edits);
    planned.moveTo = to;
    return commit({std::move(planned)});
}

Result<void> Workspace::commit(std::vector<PlannedChange> changes, const std::optional<std::string> &draft)
{
    RecordWriter writer(*this);
    for (PlannedChange &planned : changes) {
        if (planned.creates && planned.record.isZero())
            planned.record = m_profile.around().random.make<RecordId>();
        OURTABLE_TRY(writer.add(planned));
    }
    const Result<std::vector<Saved>> saved = writer.finish(draft);
    return saved ? Result<void>() : saved.error();
}

Result<void> Workspace::hide(const RecordId &record) { return writeLife(record, true); }
Result<void> Workspace::restore(const RecordId &record) { return writeLife(record, false); }

Result<void> Workspace::writeLife(const RecordId &record, bool hidden)
{
    RecordWriter writer(*this);
    OURTABLE_TRY(writer.addLife(record, hidden));
    const Result<std::vector<Saved>> saved = writer.finish(std::nullopt);
    return saved ? Result<void>() : saved.error();
}

Result<void> Workspace::takeBack(const RecordId &record)
{
    OURTABLE_ASSIGN(std::vector<RecordId> together, copiesOfWords(*this, record));
    together.insert(together.begin(), record);
    OURTABLE_ASSIGN(DayOfTakingBack day, DayOfTakingBack::read(*this));
    OURTABLE_TRY(day.checkRoomFor(together.size()));
    OURTABLE_TRY(eraseTogether(together));
    return day.keep(together.size());
}

Result<void> Workspace::eraseTogether(const std::vector<RecordId> &records)
{
    RecordWriter writer(*this);
    for (const RecordId &record : records)
        OURTABLE_TRY(writer.addErase(record));
    const Result<std::vector<Saved>> saved = writer.finish(std::nullopt);
    return saved ? Result<void>() : saved.error();
}

Result<void> Workspace::settle(const RecordId &record, catalogue::FieldNumber field, const Value &chosen)
{
    if (field == catalogue::kStateField)
        return chosen.text() ? move(record, *chosen.text()) : Error{ErrorCode::InvalidInput, "state"};
    return change(record, {{field, FieldEdit::How::Set, chosen, std::nullopt}});
}

// --- together

Result<sync::ShareReport> Workspace::share(const sync::ShareProgress &progress)
{
    Result<sync::ShareReport> report = m_profile.share(progress);
    // Whatever the line did: what arrived is on disk and belongs on screen.
    const Result<void> folded = settleSharing();
    if (!folded)
        return folded.error();
    if (!report)
        return report;
    OURTABLE_TRY(handOverKeys(*this));
    return report;
}

Result<void> Workspace::settleSharing()
{
    OURTABLE_TRY(dropEditCopies({}));
    OURTABLE_TRY(openNewKeys());
    OURTABLE_TRY(foldNew());
    // Somebody may have copied the words before they heard that these were taken back.
    OURTABLE_ASSIGN(const std::vector<RecordId> left, copiesLeftBehind(*this, m_touched));
    return left.empty() ? Result<void>() : eraseTogether(left);
}

Result<std::vector<Touched>> Workspace::afterSharing()
{
    OURTABLE_TRY(settleSharing());
    return catchUp();
}

Result<std::size_t> Workspace::openNewKeys()
{
    store::LogStore &log = m_profile.log();
    std::size_t added = 0;
    OURTABLE_ASSIGN(const std::vector<sync::KeyPackage> packages, log.packages(m_endpoint));
    for (const sync::KeyPackage &package : packages) {
        const sync::CircleState *circle = directory().circle(package.circle);
        if (!circle || !circle->epochs.contains(package.epoch) || m_keyring.find(package.circle, package.epoch))
            continue;
        Result<sync::EpochKey> key = sync::openPackage(package.sealed, package.circle, package.epoch,
                                                       circle->epochs.at(package.epoch).commitment, m_endpoint, m_keys.box);
        if (!key) {
            OURTABLE_TRY(log.dropPackage(package)); // asked for again, and another holder may hand it over; what needs it waits
            continue;
        }
        m_keyring.add(std::move(*key));
        ++added;
    }
    OURTABLE_ASSIGN(const std::vector<sync::KeyBag> bags, log.bags());
    for (const sync::KeyBag &bag : bags) {
        const sync::CircleState *circle = directory().circle(bag.circle);
        const sync::EpochKey *newest = m_keyring.find(bag.circle, bag.epoch);
        if (!circle || !newest || !circle->history)
            continue;
        std::map<std::uint32_t, Hash> commitments;
        for (const auto &[epoch, start] : circle->epochs)
            commitments.emplace(epoch, start.commitment);
        const Result<std::size_t> opened = m_keyring.openBag(*newest, bag.bag, commitments);
        added += opened ? *opened : 0;
    }
    if (added > 0) {
        OURTABLE_TRY(storeKeyring());
        m_keysAreNew = true;
    }
    return added;
}

Result<void> Workspace::storeKeyring() { return m_vault.storeKeyring(m_keyring.serialised().view()); }

Result<StatusReport> Workspace::status()
{
    StatusReport report;
    OURTABLE_ASSIGN(report.counts, m_profile.log().counts());
    OURTABLE_ASSIGN(const std::vector<std::string> kept, drafts());
    report.draftsKept = kept.size();
    OURTABLE_ASSIGN(const std::vector<RecordId> unsettled, twoVersions());
    report.twoVersions = unsettled.size();
    for (const auto &[id, circle] : directory().circles()) {
        if (directory().holdersOf(id) == 1)
            report.onePersonOnly.push_back(id);
    }
    report.directoryKnown = !directory().empty();
    return report;
}

} // namespace ourtable::usecases
