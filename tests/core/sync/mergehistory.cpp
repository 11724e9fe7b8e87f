#include "tests/core/sync/mergehistory.h"

#include <algorithm>
#include <set>

namespace ourtable::test {
namespace {

using catalogue::Catalogue;
using sync::OpenedChange;
using sync::RecordState;

constexpr const char *kLikelyKinds[] = {"contribution", "action", "headcount_tally", "nomination", "consent", "placement",
                                        "access_needs", "agreement", "assessment", "support_need", "involvement_claim",
                                        "safeguarding_concern", "audit_entry", "quotation", "person"};

struct Device { // an endpoint and the changes that it has seen, by index
    Writer writer;
    std::set<std::size_t> seen;
};

struct Target { // a record that people write to
    RecordId id;
    const catalogue::Kind *kind = nullptr;
};

class Maker {
public:
    explicit Maker(std::uint64_t seed) : m_history{World(seed), {}} {}
    History make();

private:
    SeededRandom &random() { return m_history.world.random(); }
    bool chance(std::uint64_t inHundred) { return random().below(100) < inHundred; }
    Device &anyDevice() { return m_devices[random().below(m_devices.size())]; }
    Device &likelyDevice(const catalogue::Kind &kind);
    const catalogue::Field &likelyField(const catalogue::Kind &kind);

    void enrol();
    void chooseRecords();
    Device &act();
    void changeDirectory();
    void learn(Device &to, const Device &from) { to.seen.insert(from.seen.begin(), from.seen.end()); }
    RecordState view(const Device &device, const Target &target) const;

    std::vector<sync::Write> firstWrites(const Target &target);
    std::vector<sync::Write> laterWrites(const Target &target, const RecordState &state);
    sync::Write edit(const catalogue::Field &field, const RecordState &state);
    sync::Write moveFrom(const catalogue::Kind &kind, const RecordState &state);
    void misbehave(OpenedChange &change, Device &device);
    void misbehaveInWrites(OpenedChange &change);
    ValueId anyValue();

    History m_history;
    std::vector<Device> m_devices;
    std::vector<Target> m_targets;
    std::vector<Bytes> m_references;
};

void Maker::enrol()
{
    World &world = m_history.world;
    const std::vector<std::uint8_t> roles[] = {
        {role::Coordinator}, {role::LayPartner}, {role::LayPartner, role::Panel}, {role::PeerWorker},
        {role::SupportLead, role::SafeguardingLead}, {role::Professional}, {role::Admin}};
    for (const std::vector<std::uint8_t> &held : roles) {
        m_devices.push_back({world.add(held), {}});
        if (chance(30))
            m_devices.push_back({world.add(held, m_devices.back().writer.person), {}});
    }
    for (const Device &device : m_devices)
        m_references.push_back(toBytes(device.writer.person.view()));
    m_references.push_back(toBytes(world.random().make<RecordId>().view()));
}

void Maker::chooseRecords()
{
    const std::span<const catalogue::Kind> kinds = Catalogue::builtIn().kinds();
    for (std::uint64_t left = 1 + random().below(2); left > 0; --left) {
        const catalogue::Kind &kind = chance(75) ? kindOf(kLikelyKinds[random().below(std::size(kLikelyKinds))])
                                                 : kinds[random().below(kinds.size())];
        RecordId id = random().make<RecordId>();
        if (kind.name == "person" || chance(5))
            id = *RecordId::from(anyDevice().writer.person.view());
        const bool taken = std::any_of(m_targets.begin(), m_targets.end(), [&](const Target &target) { return target.id == id; });
        if (!taken)
            m_targets.push_back({id, &kind});
    }
}

RecordState Maker::view(const Device &device, const Target &target) const
{
    std::vector<OpenedChange> known;
    for (const std::size_t index : device.seen) {
        if (m_history.changes[index].record == target.id)
            known.push_back(m_history.changes[index]);
    }
    return sync::MergeContext(Catalogue::builtIn(), m_history.world.directory()).fold(known);
}

sync::Write Maker::edit(const catalogue::Field &field, const RecordState &state)
{
    std::vector<ValueId> current = state.current(field.number);
    const Value value = randomValue(random(), field, m_references);
    switch (field.merge) {
    case catalogue::MergeRule::Tally: return {field.number, sync::Action::Step, value, {}};
    case catalogue::MergeRule::Append: return add(field.number, value);
    case catalogue::MergeRule::Set:
        if (current.empty() || chance(60))
            return add(field.number, value);
        current.resize(1 + random().below(current.size()));
        return remove(field.number, current);
    default: return chance(8) ? remove(field.number, current) : set(field.number, value, current);
    }
}

sync::Write Maker::moveFrom(const catalogue::Kind &kind, const RecordState &state)
{
    const auto anyState = [&]() -> const std::string & { return kind.states[random().below(kind.states.size())]; };
    const std::string *shown = state.shown(catalogue::kStateField).text();
    std::string from = shown && !chance(8) ? *shown : anyState();
    std::vector<std::string> legal;
    for (const std::string &to : kind.states) {
        if (Catalogue::move(kind, from, to))
            legal.push_back(to);
    }
    const bool settles = state.fields.contains(catalogue::kStateField) && state.fields.at(catalogue::kStateField).twoVersions;
    std::string to = settles && chance(50)          ? from
        : legal.empty() || chance(8) ? anyState() : legal[random().below(legal.size())];
    return moved(from, to, state.current(catalogue::kStateField));
}

std::vector<sync::Write> Maker::firstWrites(const Target &target)
{
    std::vector<sync::Write> writes;
    for (const catalogue::Field &field : target.kind->fields) {
        if (chance(30))
            writes.push_back(edit(field, {}));
    }
    if (!target.kind->states.empty() && chance(25))
        writes.push_back(moveFrom(*target.kind, {}));
    return writes;
}

std::vector<sync::Write> Maker::laterWrites(const Target &target, const RecordState &state)
{
    const catalogue::Kind &kind = *target.kind;
    if (chance(12))
        return {hide(chance(80) ? everythingOf(state) : std::vector<ValueId>{anyValue()}, state.current(catalogue::kLifeField))};
    if (chance(4))
        return {show(state.current(catalogue::kLifeField))};
    std::vector<sync::Write> writes;
    if (!kind.states.empty() && chance(45))
        writes.push_back(moveFrom(kind, state));
    for (std::uint64_t left = random().below(3) + (writes.empty() ? 1 : 0); left > 0; --left)
        writes.push_back(edit(likelyField(kind), state));
    return writes;
}

// People mostly meet at the same few fields, most of all at those with a rule of their own.
const catalogue::Field &Maker::likelyField(const catalogue::Kind &kind)
{
    std::vector<const catalogue::Field *> special;
    for (const catalogue::Field &field : kind.fields) {
        if (field.merge != catalogue::MergeRule::Scalar && field.merge != catalogue::MergeRule::Reference)
            special.push_back(&field);
    }
    if (!special.empty() && chance(50))
        return *special[random().below(special.size())];
    return kind.fields[random().below(chance(70) ? std::min<std::size_t>(kind.fields.size(), 3) : kind.fields.size())];
}

Device &Maker::likelyDevice(const catalogue::Kind &kind)
{
    Device *device = &anyDevice();
    for (int tries = 0; tries < 3; ++tries) {
        const std::vector<std::uint8_t> &roles = m_history.world.directory().endpoint(device->writer.endpoint)->now().roles;
        if (Catalogue::builtIn().allowed(kind, catalogue::Right::Change, roles))
            return *device;
        device = &anyDevice();
    }
    return *device;
}

ValueId Maker::anyValue()
{
    if (m_history.changes.empty() || chance(20))
        return random().make<ValueId>();
    const OpenedChange &change = m_history.changes[random().below(m_history.changes.size())];
    return idOf(change, change.body.writes.empty() ? 0 : random().below(change.body.writes.size()));
}

void Maker::misbehaveInWrites(OpenedChange &change)
{
    if (change.body.writes.empty())
        return;
    sync::Write &write = change.body.writes[random().below(change.body.writes.size())];
    switch (random().below(7)) {
    case 0: write.field = static_cast<catalogue::FieldNumber>(random().below(30)); break;
    case 1: write.action = static_cast<sync::Action>(random().below(7)); break;
    case 2: write.value = {}; break;
    case 3: write.replaced = {anyValue()}; break;
    case 4: write.replaced.clear(); break;
    case 5: change.body.writes.push_back(change.body.writes.front()); break;
    default: write.field = 999; break;
    }
}

void Maker::misbehave(OpenedChange &change, Device &device)
{
    const std::vector<MembershipHead> &heads = m_history.world.heads();
    switch (random().below(16)) {
    case 0: change.membershipHead = random().make<MembershipHead>(); break;
    case 1:
    case 2: change.membershipHead = heads[random().below(heads.size())]; break;
    case 3: change.body.revision += 1; break;
    case 4: change.body.creates = !change.body.creates; break;
    case 5: change.body.imported = true; break;
    case 6: change.body.clockGood = false; break;
    case 7: change.body.clock = random().below(4) == 0 ? 0 : change.body.clock + (std::uint64_t{1} << 50); break;
    case 8: device.writer.seq -= 1; break; // a copied device goes on from the same number
    case 9: change.body.kind = Catalogue::builtIn().kinds()[random().below(Catalogue::builtIn().kinds().size())].number; break;
    case 10: change.body.kind = 60000; break;
    case 11: change.circle = chance(50) ? CircleId() : m_history.world.circle(1); break;
    default: misbehaveInWrites(change); break;
    }
}

Device &Maker::act()
{
    World &world = m_history.world;
    const Target &target = m_targets[random().below(m_targets.size())];
    Device &device = likelyDevice(*target.kind);
    const RecordState state = view(device, target);
    const bool begins = state.verdicts.empty() || chance(3);
    OpenedChange change = begins ? world.create(device.writer, target.id, *target.kind, firstWrites(target))
        : chance(4) ? world.erase(device.writer, target.id, *target.kind, firstWrites(target))
                    : world.change(device.writer, target.id, *target.kind, laterWrites(target, state));
    if (begins && chance(20)) {
        change.body.imported = true;
        change.body.sourceId = "c-" + std::to_string(random().below(100));
    }
    if (chance(15))
        misbehave(change, device);
    device.seen.insert(m_history.changes.size());
    m_history.changes.push_back(std::move(change));
    return device;
}

void Maker::changeDirectory()
{
    World &world = m_history.world;
    Device &device = m_devices[1 + random().below(m_devices.size() - 1)]; // never the first, who coordinates
    if (!world.directory().endpoint(device.writer.endpoint)->now().active)
        return;
    if (chance(60)) {
        world.setRoles(device.writer, {static_cast<std::uint8_t>(1 + random().below(8))});
        return;
    }
    std::vector<sync::ChainEnd> ends;
    for (const auto &[id, circle] : world.directory().circles()) {
        if (chance(70))
            ends.push_back({id, device.writer.replica, device.writer.seq > 0 ? random().below(device.writer.seq + 1) : 0});
    }
    world.revoke(device.writer, static_cast<sync::LeaveReason>(1 + random().below(3)), ends);
}

History Maker::make()
{
    enrol();
    chooseRecords();
    for (std::uint64_t left = 6 + random().below(45); left > 0; --left) {
        const Device &device = act();
        for (Device &other : m_devices) {
            if (chance(12))
                learn(other, device);
        }
        if (chance(3))
            changeDirectory();
    }
    // Some changes have not arrived.
    const std::uint64_t missing = chance(40) ? 15 : 0;
    std::erase_if(m_history.changes, [&](const OpenedChange &) { return chance(missing); });
    return std::move(m_history);
}

} // namespace

History makeHistory(std::uint64_t seed) { return Maker(seed).make(); }

} // namespace ourtable::test
