// One device of the simulator: the real log in a real file, the real engine, a clock and a line that the seed decides on.
#pragma once

#include <set>

#include "core/store/logstore.h"
#include "core/sync/circlekeys.h"
#include "core/sync/merge.h"
#include "core/sync/syncengine.h"
#include "tests/core/hub/support/programmebuilder.h"
#include "tests/support/fakeclock.h"
#include "tests/support/localhub.h"
#include "tests/support/seededrandom.h"

namespace ourtable::test {

// What the line may do to a device's requests, in per cent each.
struct Faults {
    unsigned loseRequest = 0;
    unsigned loseAnswer = 0;
    unsigned repeat = 0;
    unsigned shuffle = 0; // the runs of a pull come in another order, some twice
};

class SimDevice {
public:
    SimDevice(std::string folder, const Member &member, const crypto::VerifyKey &root, LocalHub &hub, SeededRandom &random);
    ~SimDevice();

    // False only when the store says something that it never should.
    [[nodiscard]] bool open();
    void crash() { close(); }
    // One save of one random action; the hashes of what was confirmed to the person. Empty when the disk was full.
    [[nodiscard]] std::vector<Hash> act();
    // Shares as far as the line lets it.
    void share(const Faults &faults);
    // Queues everything again, as after a hub that lost it all.
    [[nodiscard]] bool offerAll();

    void keepBackup();
    [[nodiscard]] bool hasBackup() const { return m_hasBackup; }
    // The store as it was at the backup; what was written since is gone from this device.
    [[nodiscard]] bool restore();
    // Copies this device's store into another device's folder, which then believes to be this one.
    [[nodiscard]] bool copyStoreTo(SimDevice &other);

    [[nodiscard]] std::set<Hash> held();       // hashes of every change here
    [[nodiscard]] std::string dump(bool backwards = false); // canonical dumps of every record, in order of their ids
    [[nodiscard]] bool showsReplaced();        // a value that an accepted change replaced (I4)
    [[nodiscard]] store::LogCounts counts();
    [[nodiscard]] store::LogStore &log() { return *m_log; }
    [[nodiscard]] const Member &member() const { return *m_member; }
    [[nodiscard]] FakeClock &clock() { return m_clock; }
    bool diskFull = false;
    std::size_t requests = 0;      // of the newest share
    std::size_t octets = 0;        // both ways, bodies
    bool lastShareWhole = false;

private:
    class Wire;
    void close();
    [[nodiscard]] std::string path() const { return m_folder + "/store.db"; }
    void openKeys();
    [[nodiscard]] std::vector<RecordId> records();
    [[nodiscard]] std::vector<sync::OpenedChange> opened(const RecordId &record);
    [[nodiscard]] sync::RecordState fold(const RecordId &record);
    [[nodiscard]] std::vector<Hash> save(const RecordId &record, sync::ChangeKind kind, sync::Body body);
    [[nodiscard]] std::vector<sync::Write> edit(const sync::RecordState &state);

    std::string m_folder;
    const Member *m_member;
    crypto::VerifyKey m_root;
    LocalHub &m_hub;
    SeededRandom &m_random;
    FakeClock m_clock;
    std::unique_ptr<store::LogStore> m_log;
    std::unique_ptr<Wire> m_wire;
    std::unique_ptr<sync::SyncEngine> m_engine;
    sync::Keyring m_keyring;
    bool m_hasBackup = false;
};

} // namespace ourtable::test
