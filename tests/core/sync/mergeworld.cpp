#include "tests/core/sync/mergeworld.h"

#include <algorithm>
#include <cstdlib>

#include "core/sync/replica.h"

namespace ourtable::test {
namespace {

constexpr std::int64_t kStart = 1'780'000'000'000; // 2026

[[noreturn]] void stop(std::string_view what)
{
    std::fprintf(stderr, "test world: %.*s\n", static_cast<int>(what.size()), what.data());
    std::abort();
}

sync::Write made(catalogue::FieldNumber field, sync::Action action, Value value, std::vector<ValueId> replaced)
{
    std::sort(replaced.begin(), replaced.end());
    replaced.erase(std::unique(replaced.begin(), replaced.end()), replaced.end());
    return {field, action, std::move(value), std::move(replaced)};
}

} // namespace

World::World(std::uint64_t seed)
    : m_random(crypto::start() ? seed : (stop("libsodium"), 0)), m_root(crypto::SigningKeyPair::make(m_random)), m_clock(static_cast<std::uint64_t>(kStart) << 16)
{
    append(sync::RootInit{m_random.make<ProgrammeId>(), m_root.verifyKey, crypto::BoxKeyPair::make(m_random).publicKey, {}});
    const crypto::SigningKeyPair device = crypto::SigningKeyPair::make(m_random);
    append(sync::DeviceAdd{device.verifyKey});
    m_device = sync::deviceIdOf(device.verifyKey);
    for (const catalogue::CircleKind &circle : catalogue::Catalogue::builtIn().circles())
        append(sync::CircleCreate{m_random.make<CircleId>(), circle.number, circle.history});
}

void World::append(sync::DirectoryBody body)
{
    sync::DirectoryEntry entry = m_directory.next(std::move(body), kStart);
    entry.signAs({}, m_root);
    if (m_coordinator && m_directory.coordinators() >= 2)
        entry.signAs(m_coordinator->first, m_coordinator->second);
    if (const Result<void> appended = m_directory.append(entry.encoded()); !appended)
        stop(appended.error().detail);
    m_heads.push_back(m_directory.membershipHead());
}

Writer World::add(std::vector<std::uint8_t> roles, std::optional<PersonId> person)
{
    std::sort(roles.begin(), roles.end());
    crypto::SigningKeyPair keys = crypto::SigningKeyPair::make(m_random);
    const Writer writer{sync::endpointIdOf(keys.verifyKey), person ? *person : m_random.make<PersonId>(),
                        m_random.make<ReplicaId>(), 0};
    const bool coordinates = std::find(roles.begin(), roles.end(), role::Coordinator) != roles.end();
    append(sync::EndpointAdd{keys.verifyKey, crypto::BoxKeyPair::make(m_random).publicKey, m_device, writer.person,
                             std::move(roles), {}, 0});
    if (coordinates && !m_coordinator)
        m_coordinator.emplace(writer.endpoint, std::move(keys));
    return writer;
}

void World::setRoles(const Writer &writer, std::vector<std::uint8_t> roles)
{
    std::sort(roles.begin(), roles.end());
    append(sync::EndpointChange{writer.endpoint, std::move(roles), {}, 0});
}

void World::revoke(const Writer &writer, sync::LeaveReason reason, std::vector<sync::ChainEnd> ends)
{
    std::sort(ends.begin(), ends.end());
    append(sync::EndpointRevoke{writer.endpoint, reason, std::move(ends)});
}

sync::OpenedChange World::change(Writer &writer, const RecordId &record, const catalogue::Kind &kind,
                                 std::vector<sync::Write> writes)
{
    sync::OpenedChange made;
    made.hash = m_random.make<Hash>();
    made.replica = writer.replica;
    made.seq = ++writer.seq;
    made.membershipHead = m_heads.back();
    made.author = writer.endpoint;
    made.body.kind = kind.number;
    made.body.revision = catalogue::Catalogue::builtIn().revision();
    made.body.clock = ++m_clock;
    made.body.clockGood = true;
    made.body.writes = std::move(writes);
    made.record = record;
    made.circle = circle(kind.circle);
    return made;
}

sync::OpenedChange World::create(Writer &writer, const RecordId &record, const catalogue::Kind &kind,
                                 std::vector<sync::Write> writes)
{
    sync::OpenedChange made = change(writer, record, kind, std::move(writes));
    made.body.creates = true;
    return made;
}

sync::OpenedChange World::erase(Writer &writer, const RecordId &record, const catalogue::Kind &kind,
                                std::vector<sync::Write> writes)
{
    sync::OpenedChange made = change(writer, record, kind, std::move(writes));
    made.kind = sync::ChangeKind::Erase;
    return made;
}

sync::Write set(catalogue::FieldNumber field, Value value, std::vector<ValueId> replaced)
{
    return made(field, sync::Action::Set, std::move(value), std::move(replaced));
}
sync::Write add(catalogue::FieldNumber field, Value value, std::vector<ValueId> replaced)
{
    return made(field, sync::Action::Add, std::move(value), std::move(replaced));
}
sync::Write remove(catalogue::FieldNumber field, std::vector<ValueId> replaced)
{
    return made(field, sync::Action::Remove, {}, std::move(replaced));
}
sync::Write step(catalogue::FieldNumber field, std::int64_t by) { return made(field, sync::Action::Step, by, {}); }
sync::Write moved(std::string_view from, std::string_view to, std::vector<ValueId> replaced)
{
    return made(catalogue::kStateField, sync::Action::Move, ValueArray{from, to}, std::move(replaced));
}
sync::Write hide(const std::vector<ValueId> &seen, std::vector<ValueId> replaced)
{
    return made(catalogue::kLifeField, sync::Action::Set, ValueArray{1, ValueArray(seen.begin(), seen.end())},
                std::move(replaced));
}
sync::Write show(std::vector<ValueId> replaced)
{
    return made(catalogue::kLifeField, sync::Action::Set, ValueArray{0}, std::move(replaced));
}

ValueId idOf(const sync::OpenedChange &change, std::size_t index) { return sync::valueIdOf(change.hash, index); }

std::vector<ValueId> everythingOf(const sync::RecordState &state)
{
    std::vector<ValueId> ids;
    for (const auto &[number, field] : state.fields) {
        for (const sync::Sibling &sibling : field.siblings) {
            if (number != catalogue::kLifeField)
                ids.push_back(sibling.id);
        }
    }
    return ids;
}

sync::RecordState folded(const World &world, std::vector<sync::OpenedChange> changes)
{
    const sync::MergeContext context(catalogue::Catalogue::builtIn(), world.directory());
    sync::RecordState state = context.fold(changes);
    std::reverse(changes.begin(), changes.end());
    if (!changes.empty())
        changes.push_back(changes.front());
    if (canonicalDump({}, context.fold(changes)) != canonicalDump({}, state))
        stop("another order, another state");
    return state;
}

sync::Verdict verdictOf(const World &world, const sync::OpenedChange &change, std::vector<sync::OpenedChange> others)
{
    others.insert(others.begin(), change);
    return folded(world, std::move(others)).verdicts.front();
}

const catalogue::Kind &kindOf(std::string_view name)
{
    const catalogue::Kind *kind = catalogue::Catalogue::builtIn().kind(name);
    return kind ? *kind : (stop(name), *kind);
}

catalogue::FieldNumber fieldOf(std::string_view kind, std::string_view field)
{
    const catalogue::Field *found = kindOf(kind).field(field);
    return found ? found->number : (stop(field), 0);
}

} // namespace ourtable::test
