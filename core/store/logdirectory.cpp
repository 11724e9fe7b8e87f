// The directory and the keys that came with it, and what the hub was last known to be.
#include <algorithm>

#include "core/store/logstore.h"

namespace ourtable::store {

Result<void> LogStore::setRoot(const crypto::VerifyKey &root) { return setMeta("root", root.view()); }

Result<void> LogStore::appendDirectory(std::span<const Bytes> entries)
{
    Error stopped{ErrorCode::Internal, {}};
    bool whole = true;
    sync::Directory grown = m_directory;
    std::size_t good = 0;
    OURTABLE_ASSIGN(const Bytes pinned, meta("root"));
    const std::optional<crypto::VerifyKey> root = crypto::VerifyKey::from(pinned);
    for (const Bytes &entry : entries) {
        if (const Result<void> taken = grown.append(entry, root ? &*root : nullptr); !taken) {
            stopped = taken.error();
            whole = false;
            break;
        }
        ++good;
    }
    const sync::Directory before = std::exchange(m_directory, std::move(grown));
    const Result<void> stored = inTransaction([&]() -> Result<void> {
        for (std::size_t i = 0; i < good; ++i) {
            OURTABLE_ASSIGN(Statement add, m_database.prepare("INSERT INTO directory (seq, entry) VALUES (?, ?)"));
            OURTABLE_TRY(add.bindAll(before.size() + i, entries[i]).run());
        }
        OURTABLE_TRY(verifyWaitingSeals());
        return judgeWaiting();
    });
    if (!stored) {
        m_directory = before;
        return stored;
    }
    return whole ? Result<void>() : stopped;
}

Result<std::vector<Bytes>> LogStore::directoryEntries(std::uint64_t after)
{
    OURTABLE_ASSIGN(Statement find, m_database.prepare("SELECT entry FROM directory WHERE seq >= ? ORDER BY seq"));
    find.bind(1, after);
    std::vector<Bytes> entries;
    for (;;) {
        OURTABLE_ASSIGN(const bool row, find.step());
        if (!row)
            return entries;
        entries.push_back(toBytes(find.octets(0)));
    }
}

Result<sync::HubMemory> LogStore::hubMemory()
{
    sync::HubMemory memory;
    const Result<Bytes> held = meta("hub");
    if (!held)
        return held.error().code == ErrorCode::NotFound ? Result<sync::HubMemory>(memory) : held.error();
    cbor::Reader in(*held);
    if (in.array() != 2)
        in.fail();
    memory.epoch = in.id<HubEpoch>();
    memory.tag = in.id<sync::StateTag>();
    return in.finished() ? memory : sync::HubMemory{};
}

Result<void> LogStore::rememberHub(const sync::HubMemory &memory)
{
    cbor::Writer out;
    out.array(2);
    out.octets(memory.epoch.view());
    out.octets(memory.tag.view());
    return setMeta("hub", out.bytes());
}

std::vector<CircleId> LogStore::readableCircles() const
{
    std::vector<CircleId> circles;
    for (const auto &known : m_directory.circles()) {
        const CircleId &id = known.first; // clang before 16 takes no structured binding into a lambda
        const bool read = std::any_of(m_localEndpoints.begin(), m_localEndpoints.end(), [&](const EndpointId &endpoint) {
            return m_directory.modeOf(endpoint, id) == sync::CircleMode::Reader;
        });
        if (read)
            circles.push_back(id);
    }
    return circles;
}

Result<bool> LogStore::lacksKeys()
{
    for (const EndpointId &endpoint : m_localEndpoints) {
        for (const auto &[id, circle] : m_directory.circles()) {
            if (m_directory.modeOf(endpoint, id) != sync::CircleMode::Reader)
                continue;
            OURTABLE_ASSIGN(Statement find, m_database.prepare("SELECT 1 FROM package WHERE circle = ? AND epoch = ? AND endpoint = ?"));
            OURTABLE_ASSIGN(const bool here, find.bindAll(id, circle.epoch(), endpoint).step());
            if (!here)
                return true;
        }
    }
    return false;
}

Result<void> LogStore::storeKeys(const sync::KeysAnswer &keys)
{
    return inTransaction([&]() -> Result<void> {
        for (const sync::KeyPackage &package : keys.packages) {
            OURTABLE_ASSIGN(Statement add, m_database.prepare("INSERT OR REPLACE INTO package (circle, epoch, endpoint, sealed) VALUES (?, ?, ?, ?)"));
            OURTABLE_TRY(add.bindAll(package.circle, package.epoch, package.endpoint, package.sealed).run());
        }
        for (const sync::KeyBag &bag : keys.bags) {
            OURTABLE_ASSIGN(Statement add, m_database.prepare("INSERT OR REPLACE INTO bag (circle, epoch, bag) VALUES (?, ?, ?)"));
            OURTABLE_TRY(add.bindAll(bag.circle, bag.epoch, bag.bag).run());
        }
        return {};
    });
}

Result<std::vector<sync::KeyPackage>> LogStore::packages(const EndpointId &endpoint)
{
    OURTABLE_ASSIGN(Statement find, m_database.prepare("SELECT circle, epoch, sealed FROM package WHERE endpoint = ? ORDER BY circle, epoch"));
    find.bind(1, endpoint);
    std::vector<sync::KeyPackage> packages;
    for (;;) {
        OURTABLE_ASSIGN(const bool row, find.step());
        if (!row)
            return packages;
        packages.push_back({find.id<CircleId>(0).value_or(CircleId{}), static_cast<std::uint32_t>(find.integer(1)), endpoint, toBytes(find.octets(2))});
    }
}

Result<void> LogStore::dropPackage(const sync::KeyPackage &package)
{
    OURTABLE_ASSIGN(Statement drop, m_database.prepare("DELETE FROM package WHERE circle = ? AND epoch = ? AND endpoint = ?"));
    return drop.bindAll(package.circle, package.epoch, package.endpoint).run();
}

Result<std::vector<sync::KeyBag>> LogStore::bags()
{
    OURTABLE_ASSIGN(Statement find, m_database.prepare("SELECT circle, epoch, bag FROM bag ORDER BY circle, epoch"));
    std::vector<sync::KeyBag> bags;
    for (;;) {
        OURTABLE_ASSIGN(const bool row, find.step());
        if (!row)
            return bags;
        bags.push_back({find.id<CircleId>(0).value_or(CircleId{}), static_cast<std::uint32_t>(find.integer(1)), toBytes(find.octets(2))});
    }
}

} // namespace ourtable::store
