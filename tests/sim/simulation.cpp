#include "tests/sim/simulation.h"

#include <filesystem>

#include "tests/sim/simdevice.h"
#include "tests/support/tempfolder.h"

namespace ourtable::test {
namespace {

constexpr std::size_t kDevices = 4;

class Simulation {
public:
    explicit Simulation(std::uint64_t seed)
        : m_random(seed), m_hub(m_folder.path(), m_hubClock, m_random)
    {
    }

    SimulationResult run();

private:
    bool found();
    void step();
    void oneFault(SimDevice &device);
    bool restoreHub();
    void forgetWhatIsGone();
    std::string settle();
    std::string check();

    SeededRandom m_random;
    TempFolder m_folder;
    FakeClock m_hubClock;
    LocalHub m_hub;
    std::unique_ptr<ProgrammeBuilder> m_builder;
    std::vector<Member> m_members;
    std::vector<std::unique_ptr<SimDevice>> m_devices;
    std::set<Hash> m_confirmed;
    Faults m_faults;
    bool m_hubBackup = false;
};

bool Simulation::found()
{
    if (!crypto::start() || !m_hub.create())
        return false;
    const Result<std::string> ticket = m_hub.service().makeFoundingTicket();
    const Result<sync::Invitation> read = ticket ? sync::Invitation::fromText(*ticket) : Result<sync::Invitation>(ErrorCode::Internal);
    if (!read)
        return false;
    m_builder = std::make_unique<ProgrammeBuilder>(m_random, m_hub.settings().caPin);
    m_members.reserve(kDevices);
    for (std::size_t i = 0; i < kDevices; ++i)
        m_members.push_back(m_builder->addReader());
    m_builder->rotate(m_builder->table());
    const sync::FoundRequest request{sync::inviteIdOf(read->secret), sync::inviteTokenOf(read->secret), m_builder->takeAppend()};
    const Result<sync::TransportAnswer> answer = m_hub.send({"POST", "/v1/found", {}, request.encoded()});
    if (!answer || answer->status != 200)
        return false;
    for (std::size_t i = 0; i < kDevices; ++i) {
        m_devices.push_back(std::make_unique<SimDevice>(m_folder.file("device" + std::to_string(i)), m_members[i], m_builder->rootKey(), m_hub, m_random));
        if (!m_devices.back()->open())
            return false;
        m_devices.back()->share({});
    }
    // Each seed has faults of its own.
    m_faults = {static_cast<unsigned>(m_random.below(15)), static_cast<unsigned>(m_random.below(15)),
                static_cast<unsigned>(m_random.below(10)), static_cast<unsigned>(m_random.below(60))};
    return true;
}

// A restore takes away what was in that one place only, device or hub: nobody can keep that.
void Simulation::forgetWhatIsGone()
{
    std::set<Hash> kept;
    for (const auto &device : m_devices)
        kept.merge(device->held());
    std::erase_if(m_confirmed, [&](const Hash &hash) { return !kept.contains(hash) && !m_hub.holds(hash); });
}

bool Simulation::restoreHub()
{
    if (!m_hubBackup)
        return true;
    m_hub.stop();
    std::error_code failed;
    std::filesystem::copy_file(m_folder.file("hub-backup.db"), m_hub.settings().databasePath, std::filesystem::copy_options::overwrite_existing, failed);
    const bool restored = !failed && hub::HubService::markRestored(m_hub.settings(), m_random).ok() && m_hub.restart();
    forgetWhatIsGone();
    return restored;
}

void Simulation::oneFault(SimDevice &device)
{
    switch (m_random.below(9)) {
    case 0:
        device.crash();
        (void)device.open();
        break;
    case 1: device.clock().turnWall((static_cast<std::int64_t>(m_random.below(20)) - 10) * 365 * 86'400'000LL); break;
    case 2: device.clock().reboot(60'000); break;
    case 3: device.diskFull = !device.diskFull; break;
    case 4: device.keepBackup(); break;
    case 5:
        if (device.hasBackup()) {
            (void)device.restore();
            forgetWhatIsGone();
        }
        break;
    case 6:
        m_hub.stop();
        (void)m_hub.restart();
        break;
    case 7: {
        m_hub.stop();
        std::error_code failed;
        std::filesystem::copy_file(m_hub.settings().databasePath, m_folder.file("hub-backup.db"), std::filesystem::copy_options::overwrite_existing, failed);
        m_hubBackup = !failed;
        (void)m_hub.restart();
        break;
    }
    default: (void)restoreHub(); break;
    }
}

void Simulation::step()
{
    SimDevice &device = *m_devices[m_random.below(m_devices.size())];
    device.clock().advance(static_cast<std::int64_t>(m_random.below(3'600'000)));
    m_hubClock.advance(static_cast<std::int64_t>(m_random.below(600'000)));
    const std::uint64_t what = m_random.below(100);
    if (what < 55) {
        for (const Hash &hash : device.act())
            m_confirmed.insert(hash);
    } else if (what < 88) {
        device.share(m_faults);
    } else if (what < 99 || m_devices.size() > kDevices) {
        oneFault(device);
    } else {
        // Somebody copies the tablet's storage, keys and all.
        m_devices.push_back(std::make_unique<SimDevice>(m_folder.file("clone"), device.member(), m_builder->rootKey(), m_hub, m_random));
        (void)device.copyStoreTo(*m_devices.back());
    }
}

std::string Simulation::settle()
{
    // When the faults stop, three shares a device are enough (I10). A change made in between needs a new chain on devices
    // that were restored or copied, which the next save brings.
    for (int round = 0; round < 3; ++round) {
        for (const auto &device : m_devices) {
            device->diskFull = false;
            device->share({});
            if (!device->lastShareWhole)
                return "I10 a share failed without a fault";
        }
    }
    for (const auto &device : m_devices) {
        device->share({});
        if (device->requests > 1 || device->octets > 1000)
            return "I10 an idle share took " + std::to_string(device->requests) + " requests, " + std::to_string(device->octets) + " octets";
    }
    return {};
}

std::string Simulation::check()
{
    const std::string level = m_devices.front()->dump();
    for (const auto &device : m_devices) {
        const std::set<Hash> held = device->held();
        for (const Hash &hash : m_confirmed) {
            if (!held.contains(hash))
                return "I1 a confirmed change is missing on a device";
        }
        if (device->dump() != level)
            return "I2 devices differ";
        if (device->dump(true) != level)
            return "I11 order matters";
        if (device->showsReplaced())
            return "I4 a replaced value is shown";
        const store::LogCounts counts = device->counts();
        if (counts.waiting != 0 || counts.quarantined != 0 || counts.waitingToBeSent != 0)
            return "I14 " + std::to_string(counts.waiting) + " wait, " + std::to_string(counts.quarantined) + " set aside, "
                + std::to_string(counts.waitingToBeSent) + " unsent";
    }
    for (const Hash &hash : m_confirmed) {
        if (!m_hub.holds(hash))
            return "I1 a confirmed change is missing at the hub";
    }
    const auto changes = [&] {
        const Result<hub::HubService::Status> status = m_hub.service().status();
        return status ? status->changes : 0;
    };
    const std::uint64_t before = changes();
    for (const auto &device : m_devices) {
        if (!device->offerAll())
            return "I8 offering failed";
        device->share({});
    }
    if (changes() != before || m_devices.front()->dump() != level)
        return "I8 offering everything again changed something";
    return {};
}

SimulationResult Simulation::run()
{
    SimulationResult result;
    if (!found()) {
        result.broken = "the programme could not be founded";
        return result;
    }
    const std::uint64_t steps = 40 + m_random.below(80);
    for (std::uint64_t i = 0; i < steps; ++i)
        step();
    result.broken = settle();
    if (result.broken.empty())
        result.broken = check();
    result.changes = m_confirmed.size();
    return result;
}

} // namespace

SimulationResult simulate(std::uint64_t seed) { return Simulation(seed).run(); }

} // namespace ourtable::test
