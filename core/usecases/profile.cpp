#include "core/usecases/profile.h"

#include <algorithm>
#include <fcntl.h>
#include <filesystem>
#include <sys/file.h>
#include <unistd.h>

#include "core/crypto/hashing.h"
#include "core/support/files.h"

namespace ourtable::usecases {
namespace {

constexpr char kDeviceKey[] = "device-key";
constexpr char kHubPlace[] = "hub-place";
constexpr char kMeeting[] = "hub-meeting";
constexpr std::string_view kVaultPrefix = "vault-";
constexpr std::string_view kVaultSuffix = ".bin";

bool isVault(std::string_view name) { return name.starts_with(kVaultPrefix) && name.ends_with(kVaultSuffix); }

// Somebody used this device before.
bool holdsVault(const std::string &folder)
{
    std::error_code failed;
    const std::filesystem::directory_iterator all(folder, failed);
    return std::any_of(begin(all), end(all), [](const auto &entry) { return isVault(entry.path().filename().string()); });
}

std::string anchorName(const ReplicaId &replica) { return "anchor." + replica.hex(); }

} // namespace

Profile::Profile(std::string folder, const Surroundings &around, int lock)
    : m_folder(std::move(folder)), m_around(around), m_lock(lock)
{
}

Profile::~Profile()
{
    m_engine.reset();
    m_log.reset();
    if (m_lock >= 0)
        ::close(m_lock); // lets go of the lock
}

Result<std::unique_ptr<Profile>> Profile::locked(const std::string &folder, const Surroundings &around)
{
    const int lock = ::open((folder + "/lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (lock < 0)
        return files::errorOfErrno(errno);
    if (::flock(lock, LOCK_EX | LOCK_NB) != 0) {
        ::close(lock);
        return Error{ErrorCode::Busy, "profile"};
    }
    return std::unique_ptr<Profile>(new Profile(folder, around, lock));
}

Result<std::unique_ptr<Profile>> Profile::create(const std::string &folder, const Surroundings &around)
{
    if (std::filesystem::exists(folder + "/store.db"))
        return Error{ErrorCode::AlreadyExists, "profile"};
    OURTABLE_TRY(files::makeFolder(folder));
    OURTABLE_ASSIGN(std::unique_ptr<Profile> made, locked(folder, around));
    OURTABLE_TRY(made->loadDeviceKeys(true));
    OURTABLE_TRY(made->openLog());
    return made;
}

Result<void> Profile::checkPlace(const std::string &folder, const Surroundings &around)
{
    const Result<crypto::SecretBytes> held = around.secrets.read(kDeviceKey);
    if (!held && held.error().code != ErrorCode::NotFound)
        return held.error();
    const std::string probe = folder + "/probe";
    Result<void> tried = files::makeFolder(folder);
    if (tried)
        tried = files::writeWhole(probe, {});
    if (tried)
        tried = files::removeCopy(probe);
    if (!tried && tried.error().code == ErrorCode::NotFound) // a folder that takes no new names
        return Error{ErrorCode::StorageFailed, "folder"};
    return tried;
}

Result<std::unique_ptr<Profile>> Profile::open(const std::string &folder, const Surroundings &around)
{
    std::error_code failed;
    const bool made = std::filesystem::exists(folder + "/store.db", failed);
    if (failed)
        return files::errorOfErrno(failed.value());
    if (!made)
        return holdsVault(folder) ? Error{ErrorCode::Corrupt, "part"} : Error{ErrorCode::NotFound, "profile"};
    OURTABLE_ASSIGN(std::unique_ptr<Profile> opened, locked(folder, around));
    OURTABLE_TRY(opened->openLog());
    const Result<void> keys = opened->loadDeviceKeys(false);
    if (!keys)
        return keys.error().code == ErrorCode::NotFound ? Error{ErrorCode::NoKey, "device"} : keys.error();
    OURTABLE_TRY(opened->checkAnchor());
    return opened;
}

Result<void> Profile::openLog()
{
    OURTABLE_ASSIGN(m_log, store::LogStore::open(m_folder + "/store.db"));
    m_log->setAnchor([this](const std::vector<sync::ReplicaHead> &heads) { return writeAnchor(heads); });
    m_log->setWhenErased([this] { removeSnapshots(); });
    return {};
}

// Of everybody on this device: what was taken back is in each of them. One that stays because the disk says no is sealed, and
// gives way to the next.
void Profile::removeSnapshots()
{
    for (const EndpointId &endpoint : m_log->localEndpoints())
        (void)files::removeCopy(snapshotPath(endpoint));
}

Result<void> Profile::loadDeviceKeys(bool make)
{
    const Result<crypto::SecretBytes> held = m_around.secrets.read(kDeviceKey);
    if (held && held->view().size() == 64) {
        m_deviceKeys = crypto::SigningKeyPair::fromSecret(crypto::SigningSecret(held->view().first<64>()));
        return {};
    }
    if (held)
        return Error{ErrorCode::Corrupt, "device key"};
    if (!make || held.error().code != ErrorCode::NotFound)
        return held.error();
    m_deviceKeys = crypto::SigningKeyPair::make(m_around.random);
    return m_around.secrets.write(kDeviceKey, m_deviceKeys.secret.view());
}

Result<void> Profile::writeAnchor(const std::vector<sync::ReplicaHead> &heads)
{
    std::map<ReplicaId, ValueArray> byReplica;
    for (const sync::ReplicaHead &head : heads)
        byReplica[head.replica].push_back(ValueArray{head.circle, head.seq, head.head});
    for (auto &[replica, chains] : byReplica)
        OURTABLE_TRY(m_around.secrets.write(anchorName(replica), cbor::encode(chains)));
    return {};
}

Result<void> Profile::checkAnchor()
{
    for (const EndpointId &endpoint : m_log->localEndpoints()) {
        const Result<ReplicaId> replica = m_log->activeReplica(endpoint);
        if (!replica)
            continue;
        const Result<crypto::SecretBytes> held = m_around.secrets.read(anchorName(*replica));
        if (!held && held.error().code == ErrorCode::NotFound)
            continue; // nothing of this chain ever left the device
        if (!held)
            return held.error();
        cbor::Reader in(held->view());
        std::vector<sync::ReplicaHead> heads;
        for (std::size_t left = in.array(); left > 0 && !in.failed(); --left) {
            if (in.array() != 3)
                in.fail();
            sync::ReplicaHead head;
            head.circle = in.id<CircleId>();
            head.replica = *replica;
            head.seq = static_cast<std::uint64_t>(in.integer());
            head.head = in.id<Hash>();
            heads.push_back(head);
        }
        if (!in.finished())
            return Error{ErrorCode::Corrupt, "anchor"};
        OURTABLE_ASSIGN(const bool older, m_log->noticeAnchor(heads));
        (void)older; // the next save begins a new chain; nothing else has to happen
    }
    return {};
}

Result<HubPlace> Profile::hubPlace()
{
    OURTABLE_ASSIGN(const Bytes held, m_log->meta(kHubPlace));
    cbor::Reader in(held);
    HubPlace place;
    if (in.array() != 3)
        in.fail();
    place.address = in.text();
    place.caPin = in.id<Hash>();
    place.caCertificate = toBytes(in.octets());
    if (!in.finished())
        return Error{ErrorCode::Corrupt, "hub place"};
    return place;
}

Result<void> Profile::setHubPlace(const HubPlace &place)
{
    cbor::Writer out;
    out.array(3);
    out.text(place.address);
    out.octets(place.caPin.view());
    out.octets(place.caCertificate);
    if (m_engine && m_engine->isBusy())
        return Error{ErrorCode::Busy, "sharing"};
    m_engine.reset();
    m_transport.reset();
    return m_log->setMeta(kHubPlace, out.bytes());
}

Result<void> Profile::setRoot(const crypto::VerifyKey &root) { return m_log->setRoot(root); }

std::string Profile::vaultPath(const EndpointId &endpoint) const
{
    return m_folder + "/" + std::string(kVaultPrefix) + endpoint.hex() + std::string(kVaultSuffix);
}

std::string Profile::snapshotPath(const EndpointId &endpoint) const { return m_folder + "/snap-" + endpoint.hex() + ".bin"; }

Result<std::vector<PersonOnDevice>> Profile::people()
{
    std::vector<PersonOnDevice> found;
    std::error_code failed;
    for (const auto &entry : std::filesystem::directory_iterator(m_folder, failed)) {
        const std::string name = entry.path().filename().string();
        if (!isVault(name))
            continue;
        const std::string_view id = std::string_view(name).substr(kVaultPrefix.size(), 2 * EndpointId::size);
        const std::optional<EndpointId> endpoint = EndpointId::fromHexText(id);
        const Result<store::VaultFile> file = store::readVaultFile(entry.path().string());
        if (!endpoint || !file)
            continue;
        const sync::EndpointState *known = m_log->directory().endpoint(*endpoint);
        found.push_back({*endpoint, known ? known->person : PersonId{}, file->kind == store::PasswordKind::Passphrase, {}, {}});
    }
    if (failed)
        return files::errorOfErrno(failed.value());
    std::sort(found.begin(), found.end(), [](const auto &a, const auto &b) { return a.endpoint < b.endpoint; });
    readNames(found);
    return found;
}

Result<sync::SyncEngine *> Profile::engine()
{
    if (!m_engine) {
        OURTABLE_ASSIGN(const HubPlace place, hubPlace());
        OURTABLE_ASSIGN(m_transport, m_around.hub.connect(place));
        m_engine = std::make_unique<sync::SyncEngine>(*m_log, *m_transport, m_around.clock, m_around.random, m_deviceKeys,
                                                      crypto::shortened<HubId>(place.caPin));
    }
    return m_engine.get();
}

Result<sync::ShareReport> Profile::share(const sync::ShareProgress &progress)
{
    OURTABLE_ASSIGN(sync::SyncEngine *const sharing, engine());
    Result<sync::ShareReport> shared = sharing->share(progress);
    const bool unknown = !shared && (shared.error().code == ErrorCode::Expired || shared.error().code == ErrorCode::Refused);
    if (unknown && m_log->directory().empty())
        return Error{ErrorCode::Waiting, "coordinator"}; // the hub does not know this device yet
    if (shared) // a disk that is full takes nothing from what the hub has
        static_cast<void>(m_log->setMeta(kMeeting, cbor::encode(m_around.clock.wallMilliseconds())));
    return shared;
}

Result<std::int64_t> Profile::lastMeeting()
{
    OURTABLE_ASSIGN(const Bytes held, m_log->meta(kMeeting));
    OURTABLE_ASSIGN(const Value at, cbor::decode(held));
    return at.integer() ? Result<std::int64_t>(*at.integer()) : Error{ErrorCode::Corrupt, "hub meeting"};
}

} // namespace ourtable::usecases
