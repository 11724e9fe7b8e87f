#include "tests/sim/simdevice.h"

#include <algorithm>
#include <filesystem>

#include "core/catalogue/handles.h"
#include "core/crypto/hashing.h"
#include "core/sync/hybridclock.h"
#include "core/sync/sealing.h"

namespace ourtable::test {
namespace {

namespace note = catalogue::kinds::contribution;
constexpr std::size_t kMostRecords = 12;

} // namespace

// The line between this device and the hub.
class SimDevice::Wire final : public sync::Transport {
public:
    Wire(SimDevice &device, LocalHub &hub, SeededRandom &random) : m_device(device), m_hub(hub), m_random(random) {}
    Faults faults;

    [[nodiscard]] Result<sync::TransportAnswer> send(const sync::TransportRequest &request) override
    {
        ++m_device.requests;
        if (m_random.below(100) < faults.loseRequest)
            return ErrorCode::Offline;
        if (m_random.below(100) < faults.repeat)
            (void)m_hub.send(request);
        Result<sync::TransportAnswer> answer = m_hub.send(request);
        if (m_random.below(100) < faults.loseAnswer)
            return ErrorCode::Offline;
        if (answer && request.target.starts_with("/v1/pull") && m_random.below(100) < faults.shuffle)
            shuffle(answer->body);
        if (answer)
            m_device.octets += request.body.size() + answer->body.size();
        return answer;
    }

private:
    void shuffle(Bytes &body)
    {
        Result<sync::PullAnswer> pull = sync::PullAnswer::decode(body);
        if (!pull || pull->runs.empty())
            return;
        pull->runs.push_back(pull->runs[m_random.below(pull->runs.size())]);
        for (std::size_t i = pull->runs.size(); i > 1; --i)
            std::swap(pull->runs[i - 1], pull->runs[m_random.below(i)]);
        body = pull->encoded();
    }

    SimDevice &m_device;
    LocalHub &m_hub;
    SeededRandom &m_random;
};

SimDevice::SimDevice(std::string folder, const Member &member, const crypto::VerifyKey &root, LocalHub &hub, SeededRandom &random)
    : m_folder(std::move(folder)), m_member(&member), m_root(root), m_hub(hub), m_random(random)
{
    std::filesystem::create_directories(m_folder);
    m_clock.turnWall(static_cast<std::int64_t>(m_random.below(7'200'000)) - 3'600'000);
}

SimDevice::~SimDevice() = default;

void SimDevice::close()
{
    m_engine.reset();
    m_wire.reset();
    m_log.reset();
}

bool SimDevice::open()
{
    store::OpenOptions options;
    options.synchronous = store::Synchronous::Off; // a crash of the process, not of the machine
    Result<std::unique_ptr<store::LogStore>> opened = store::LogStore::open(path(), options);
    if (!opened)
        return false;
    m_log = std::move(*opened);
    m_wire = std::make_unique<Wire>(*this, m_hub, m_random);
    m_engine = std::make_unique<sync::SyncEngine>(*m_log, *m_wire, m_clock, m_random, m_member->device, m_hub.settings().hubId);
    const bool ready = m_log->setRoot(m_root).ok() && m_log->addLocalEndpoint(m_member->endpointId()).ok();
    openKeys();
    return ready;
}

void SimDevice::openKeys()
{
    const Result<std::vector<sync::KeyPackage>> packages = m_log->packages(m_member->endpointId());
    if (!packages)
        return;
    for (const sync::KeyPackage &package : *packages) {
        const sync::CircleState *circle = m_log->directory().circle(package.circle);
        if (!circle || !circle->epochs.contains(package.epoch) || m_keyring.find(package.circle, package.epoch))
            continue;
        Result<sync::EpochKey> key = sync::openPackage(package.sealed, package.circle, package.epoch,
                                                       circle->epochs.at(package.epoch).commitment, m_member->endpointId(), m_member->box);
        if (key)
            m_keyring.add(std::move(*key));
    }
}

void SimDevice::share(const Faults &faults)
{
    m_wire->faults = faults;
    requests = 0;
    octets = 0;
    lastShareWhole = m_engine->share().ok();
    openKeys();
}

std::vector<RecordId> SimDevice::records()
{
    std::set<RecordId> found;
    const Result<std::int64_t> mark = m_log->recordsReadyAfter(0, [&](const RecordId &record) { found.insert(record); });
    return mark ? std::vector<RecordId>(found.begin(), found.end()) : std::vector<RecordId>{};
}

std::vector<sync::OpenedChange> SimDevice::opened(const RecordId &record)
{
    std::vector<sync::OpenedChange> changes;
    const Result<std::vector<store::StoredChange>> stored = m_log->changesOf(record);
    for (const store::StoredChange &change : stored ? *stored : std::vector<store::StoredChange>{}) {
        Result<sync::Body> body = sync::openChange(change.envelope, m_keyring);
        if (body)
            changes.push_back({change.hash, change.envelope.replica, change.envelope.seq, change.envelope.membershipHead,
                               change.author, change.envelope.kind, std::move(*body)});
    }
    return changes;
}

sync::RecordState SimDevice::fold(const RecordId &record)
{
    return sync::MergeContext(catalogue::Catalogue::builtIn(), m_log->directory()).fold(opened(record));
}

std::vector<sync::Write> SimDevice::edit(const sync::RecordState &state)
{
    const auto current = [&](catalogue::FieldNumber field) {
        std::vector<ValueId> ids = state.current(field);
        std::sort(ids.begin(), ids.end());
        return ids;
    };
    switch (m_random.below(6)) {
    case 0: return {{note::echoes, sync::Action::Step, static_cast<int>(m_random.below(5)) - 2, {}}};
    case 1: return {{note::theme, sync::Action::Add, m_random.below(2) ? "money" : "housing", {}}};
    case 2: return {{note::quote_permission, sync::Action::Set, m_random.below(2) ? "notes_only" : "anonymous", current(note::quote_permission)}};
    case 3: {
        std::vector<ValueId> seen;
        for (const auto &[number, field] : state.fields) {
            for (const sync::Sibling &sibling : field.siblings) {
                if (number != catalogue::kLifeField)
                    seen.push_back(sibling.id);
            }
        }
        std::sort(seen.begin(), seen.end());
        ValueArray ids(seen.begin(), seen.end());
        return {{catalogue::kLifeField, sync::Action::Set, ValueArray{1, ids}, current(catalogue::kLifeField)}};
    }
    default: return {{note::text, sync::Action::Set, "said " + std::to_string(m_random.next()), current(note::text)}};
    }
}

std::vector<Hash> SimDevice::act()
{
    if (m_keyring.empty())
        return {};
    sync::Body body;
    body.kind = note::kind;
    body.revision = catalogue::Catalogue::builtIn().revision();
    const std::vector<RecordId> known = records();
    if (known.size() < 2 || (known.size() < kMostRecords && m_random.below(4) == 0)) {
        body.creates = true;
        body.writes = {{note::gathering, sync::Action::Set, m_random.make<RecordId>(), {}},
                       {note::text, sync::Action::Set, "first " + std::to_string(m_random.next()), {}},
                       {catalogue::kStateField, sync::Action::Move, ValueArray{"draft", "noted"}, {}}};
        return save(m_random.make<RecordId>(), sync::ChangeKind::Data, std::move(body));
    }
    const RecordId record = known[m_random.below(known.size())];
    const sync::RecordState state = fold(record);
    if (state.kind == 0 || state.erased)
        return {};
    if (m_random.below(30) == 0)
        return save(record, sync::ChangeKind::Erase, std::move(body));
    body.writes = edit(state);
    return save(record, sync::ChangeKind::Data, std::move(body));
}

std::vector<Hash> SimDevice::save(const RecordId &record, sync::ChangeKind kind, sync::Body body)
{
    const CircleId circle = m_log->directory().circleOfKind(kTableKind)->id;
    Result<ReplicaId> replica = m_log->activeReplica(m_member->endpointId());
    if (!replica) {
        const Result<ReplicaId> before = m_log->newestReplica(m_member->endpointId());
        const auto certificate = sync::ReplicaCertificate::make(m_member->endpointId(), m_member->endpoint, before ? *before : ReplicaId{},
                                                                sync::ReplicaReason::Restored, m_random);
        if (!m_log->addReplica(certificate))
            return {};
        replica = certificate.replica();
    }
    const Result<store::ChainHead> head = m_log->chainHead(circle, *replica);
    const Result<std::uint64_t> last = m_log->lastClock();
    const Result<sync::HubOffset> offset = m_log->hubOffset();
    if (!head || !last || !offset)
        return {};
    body.clock = sync::tick(*last, m_clock.wallMilliseconds(), *offset);
    body.clockGood = offset->fresh(m_clock.monotonicMilliseconds());
    sync::Envelope envelope;
    envelope.circle = circle;
    envelope.replica = *replica;
    envelope.seq = head->seq + 1;
    envelope.previous = head->hash;
    envelope.kind = kind;
    envelope.record = record;
    envelope.membershipHead = m_log->directory().membershipHead();
    Result<sync::Envelope> sealed = sync::sealUnderEpoch(std::move(envelope), body, *m_keyring.newest(circle), m_random);
    if (!sealed)
        return {};
    store::Save whole;
    const Hash hash = sealed->hash();
    whole.seals.push_back(sync::Seal::make(circle, *replica, sealed->seq, hash, m_log->directory().membershipHead(), m_member->endpoint));
    whole.changes.push_back(std::move(*sealed));
    whole.clock = body.clock;
    if (diskFull)
        (void)m_log->database().pageLimit(1); // no more than there are
    const bool saved = m_log->save(whole).ok();
    (void)m_log->database().pageLimit(1'000'000);
    return saved ? std::vector<Hash>{hash} : std::vector<Hash>{};
}

bool SimDevice::offerAll()
{
    const Result<std::vector<CircleId>> circles = m_log->circlesWithChanges();
    return circles && std::all_of(circles->begin(), circles->end(), [&](const CircleId &circle) { return m_log->offerMissing(circle, {}).ok(); });
}

void SimDevice::keepBackup()
{
    close();
    std::error_code failed;
    std::filesystem::copy_file(path(), m_folder + "/backup.db", std::filesystem::copy_options::overwrite_existing, failed);
    m_hasBackup = !failed;
    (void)open();
}

bool SimDevice::restore()
{
    close();
    std::error_code failed;
    std::filesystem::copy_file(m_folder + "/backup.db", path(), std::filesystem::copy_options::overwrite_existing, failed);
    return !failed && open();
}

bool SimDevice::copyStoreTo(SimDevice &other)
{
    close();
    other.close();
    std::error_code failed;
    std::filesystem::copy_file(path(), other.path(), std::filesystem::copy_options::overwrite_existing, failed);
    return !failed && open() && other.open();
}

std::set<Hash> SimDevice::held()
{
    std::set<Hash> hashes;
    (void)m_log->forEachReady([&](store::StoredChange &&change) -> Result<void> {
        hashes.insert(change.hash);
        return {};
    });
    return hashes;
}

std::string SimDevice::dump(bool backwards)
{
    std::string all;
    const sync::MergeContext merge(catalogue::Catalogue::builtIn(), m_log->directory());
    for (const RecordId &record : records()) {
        std::vector<sync::OpenedChange> changes = opened(record);
        if (backwards)
            std::reverse(changes.begin(), changes.end());
        all += sync::canonicalDump(record, merge.fold(changes));
    }
    return all;
}

bool SimDevice::showsReplaced()
{
    for (const RecordId &record : records()) {
        const sync::RecordState state = fold(record);
        const std::vector<sync::OpenedChange> changes = opened(record);
        for (std::size_t i = 0; i < changes.size() && !state.erased; ++i) {
            if (state.verdicts[i] != sync::Verdict::Accepted)
                continue;
            for (const sync::Write &write : changes[i].body.writes) {
                const std::vector<ValueId> current = state.current(write.field);
                const bool back = std::any_of(write.replaced.begin(), write.replaced.end(), [&](const ValueId &id) {
                    return std::find(current.begin(), current.end(), id) != current.end();
                });
                if (back)
                    return true;
            }
        }
    }
    return false;
}

store::LogCounts SimDevice::counts()
{
    const Result<store::LogCounts> counted = m_log->counts();
    return counted ? *counted : store::LogCounts{};
}

} // namespace ourtable::test
