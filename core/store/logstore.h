// The log: every change of this device and of others, sealed, exactly as it travels; the directory; what waits for the
// hub. The only truth on the device, append-only; nothing in it can be read without a vault (design README 2, station 3).
//
// One object, one file, one thread at a time. Every call that writes is one transaction: that is why it is one class, and this
// header longer than others. Its sources are one a job: logsave (writing), logingest and logarrivals (taking in), logjudge (what
// may count), loghub (the outbox and what the hub said), logcarry (other ways than the hub), logread, logdrafts, logdirectory.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <set>

#include "core/store/logtypes.h"
#include "core/store/sqlite/database.h"
#include "core/sync/carried.h"
#include "core/sync/syncstore.h"

namespace ourtable::store {

class Arrivals;
struct Arrival;

class LogStore final : public sync::SyncStore {
public:
    // Busy, NewerVersion, Corrupt (the file stays where it is), StorageFailed.
    [[nodiscard]] static Result<std::unique_ptr<LogStore>> open(const std::string &path, const OpenOptions &options = {});
    // A named database in memory, for the simulator: lives as long as one connection to it.
    [[nodiscard]] static Result<std::unique_ptr<LogStore>> openMemory(const std::string &name);

    // Small values of the device: ids, the hub's address and certificate. NotFound.
    [[nodiscard]] Result<Bytes> meta(const std::string &name);
    [[nodiscard]] Result<void> setMeta(const std::string &name, ByteView value);
    [[nodiscard]] Result<void> dropMeta(const std::string &name); // fine when there is none

    // The root key that directory entry 0 has to carry; set before the first entry arrives.
    [[nodiscard]] Result<void> setRoot(const crypto::VerifyKey &root);

    // --- endpoints and chains of this device
    [[nodiscard]] Result<void> addLocalEndpoint(const EndpointId &endpoint);
    [[nodiscard]] const std::vector<EndpointId> &localEndpoints() const { return m_localEndpoints; }
    // The chain that this endpoint writes to; NotFound when a new one has to be made (first save, restored, copied).
    [[nodiscard]] Result<ReplicaId> activeReplica(const EndpointId &endpoint);
    [[nodiscard]] Result<void> addReplica(const sync::ReplicaCertificate &certificate);
    // The newest own replica of the endpoint, spent or not; zero when there is none.
    [[nodiscard]] Result<ReplicaId> newestReplica(const EndpointId &endpoint);
    [[nodiscard]] Result<ChainHead> chainHead(const CircleId &circle, const ReplicaId &replica);
    [[nodiscard]] Result<std::uint64_t> lastClock();
    [[nodiscard]] Result<sync::HubOffset> hubOffset();

    // --- writing
    // Conflict when a chain has moved since its head was read; StorageFull leaves everything as it was.
    [[nodiscard]] Result<void> save(const Save &save);
    // Whether any change of the record is here.
    [[nodiscard]] Result<bool> isKnown(const RecordId &record);

    // --- reading for the fold
    [[nodiscard]] Result<std::vector<StoredChange>> changesOf(const RecordId &record);
    // Every record with a change that became ready after this mark, in order of becoming ready; gives the newest mark.
    [[nodiscard]] Result<std::int64_t> recordsReadyAfter(std::int64_t mark, const std::function<void(const RecordId &)> &visit);
    // Every change that became ready after this mark, in that order, and whether it is all that is here of its record; gives
    // the newest mark. Stops at the visitor's error. To be opened: the hash of a ciphertext that is here is left out.
    [[nodiscard]] Result<std::int64_t> forEachReadyAfter(std::int64_t mark, const std::function<Result<void>(StoredChange &&, bool alone)> &visit);
    // All ready changes, grouped by record. Stops at the visitor's error.
    [[nodiscard]] Result<void> forEachReady(const std::function<Result<void>(StoredChange &&)> &visit);
    [[nodiscard]] std::int64_t newestMark() const { return m_mark; }
    // A hash over every change up to newestMark, in order of becoming ready: binds a snapshot to this very log.
    [[nodiscard]] const Hash &readyHash() const { return m_readyHash; }

    // --- drafts: one row a form, sealed by the caller, overwritten in place; no change, no number, never sent. One that the
    // disk did not take (StorageFull) stays here, is given back, and goes to the disk with the next that it takes. Of what
    // was taken back all drafts go, whoever wrote them, and none is taken (Erased): those whose form ends in its id (hex).
    [[nodiscard]] Result<void> putDraft(const std::string &form, const EndpointId &owner, ByteView sealed, std::int64_t at);
    [[nodiscard]] Result<Bytes> draft(const std::string &form, const EndpointId &owner);
    [[nodiscard]] Result<std::vector<std::string>> drafts(const EndpointId &owner);
    [[nodiscard]] Result<void> dropDraft(const std::string &form, const EndpointId &owner);
    // Those that are only here; and another try with the disk.
    [[nodiscard]] const std::map<DraftName, UnkeptDraft> &unkeptDrafts() const { return m_unkept; }
    void keepUnkeptDrafts();

    // --- sealed, write-only records
    [[nodiscard]] Result<Bytes> editCopy(const RecordId &record, const EndpointId &owner, std::int64_t now);
    // Removes those whose time is over, and those of a closed gathering. Gives how many went.
    [[nodiscard]] Result<std::size_t> dropEditCopies(std::int64_t now, const RecordId &closedGathering);
    struct ReceiptState {
        RecordId record;
        std::uint16_t kind = 0;
        std::int64_t at = 0;
        bool sent = false;
    };
    [[nodiscard]] Result<std::vector<ReceiptState>> receipts();

    [[nodiscard]] Result<LogCounts> counts();
    // The records of which something is without the hub's receipt, in order.
    [[nodiscard]] Result<std::vector<RecordId>> waitingRecords();
    // Whether everything of this record has the hub's receipt.
    [[nodiscard]] Result<bool> isAcknowledged(const RecordId &record);
    struct Quarantined {
        StoredChange change;
        QuarantineReason reason = QuarantineReason::None;
    };
    [[nodiscard]] Result<std::vector<Quarantined>> quarantined();
    [[nodiscard]] Result<void> truncateWriteAheadLog() { return m_database.checkpointTruncate(); }
    [[nodiscard]] Database &database() { return m_database; }

    // --- keys as the hub sent them, for the unlocked session to open
    [[nodiscard]] Result<std::vector<sync::KeyPackage>> packages(const EndpointId &endpoint);
    [[nodiscard]] Result<std::vector<sync::KeyBag>> bags();
    // One that could not be opened: it is lacking again.
    [[nodiscard]] Result<void> dropPackage(const sync::KeyPackage &package);

    // Called with each chain's end before changes leave the device; the caller keeps it outside the database.
    using Anchor = std::function<Result<void>(const std::vector<sync::ReplicaHead> &heads)>;
    void setAnchor(Anchor anchor);
    [[nodiscard]] Result<std::vector<sync::ReplicaHead>> ownHeads();
    // Called whenever something was taken back, here or elsewhere, and is out of the log: snapshots hold its words still.
    void setWhenErased(std::function<void()> whenErased) { m_whenErased = std::move(whenErased); }

    // --- beside the hub (core/sync/carried.h): by stick, or to a device nearby. What goes has its seals and certificates with
    // it; of circles that nobody here reads too. What stands under no seal here is left out.
    // What is without the hub's receipt, whoever wrote it: one set a circle, none that is empty.
    [[nodiscard]] Result<std::vector<sync::PullAnswer>> awaitingReceipt();
    // What somebody with these heads (as heads() gives them) lacks of the circle; no runs when it is nothing.
    [[nodiscard]] Result<sync::PullAnswer> lackedBy(const CircleId &circle, const std::vector<sync::ReplicaHead> &theirHeads);
    // Takes in what came so, in one transaction: all of it, or nothing. Gives the number of changes that were new; those wait
    // for the hub here too, until it gives its receipt. Checked like anything else, and verifyCarried() first: its errors.
    // SealBroken as well for a change whose words were left out although nobody took them back. Twice changes nothing.
    [[nodiscard]] Result<std::size_t> takeCarried(std::span<const sync::PullAnswer> sets);

    // --- sync::SyncStore
    [[nodiscard]] const sync::Directory &directory() const override { return m_directory; }
    [[nodiscard]] Result<void> appendDirectory(std::span<const Bytes> entries) override;
    [[nodiscard]] Result<std::vector<Bytes>> directoryEntries(std::uint64_t after) override;
    [[nodiscard]] Result<sync::HubMemory> hubMemory() override;
    [[nodiscard]] Result<void> rememberHub(const sync::HubMemory &memory) override;
    [[nodiscard]] Result<void> rememberOffset(const sync::HubOffset &offset) override;
    [[nodiscard]] Result<bool> lacksKeys() override;
    [[nodiscard]] Result<void> storeKeys(const sync::KeysAnswer &keys) override;
    [[nodiscard]] std::vector<CircleId> readableCircles() const override;
    [[nodiscard]] Result<std::uint64_t> cursor(const CircleId &circle) override;
    [[nodiscard]] Result<std::size_t> ingest(const sync::PullAnswer &answer) override;
    [[nodiscard]] Result<void> resetCursors() override;
    [[nodiscard]] Result<bool> noticeHoles(const CircleId &circle) override;
    [[nodiscard]] Result<sync::Outgoing> outgoing(const sync::Outgoing &underWay) override;
    [[nodiscard]] Result<sync::Settled> settle(const sync::Outgoing &sent, const sync::PushAnswer &answer) override;
    [[nodiscard]] Result<std::vector<sync::ReplicaHead>> heads(const CircleId &circle) override;
    [[nodiscard]] Result<std::vector<CircleId>> circlesWithChanges() override;
    [[nodiscard]] Result<std::size_t> offerMissing(const CircleId &circle, const std::vector<sync::ReplicaHead> &hubHeads) override;
    [[nodiscard]] Result<bool> noticeOwnHeads(const std::vector<sync::ReplicaHead> &hubHeads) override;
    [[nodiscard]] Result<void> anchorOwnHeads() override;

    // Compares the anchor kept outside with what is here: heads past ours mean that this store is an older copy. Marks the
    // replicas as spent; true when there was one.
    [[nodiscard]] Result<bool> noticeAnchor(const std::vector<sync::ReplicaHead> &anchored);
    // This store came to another device: every chain of it goes on elsewhere.
    [[nodiscard]] Result<void> spendAllReplicas();

private:
    explicit LogStore(Database database) : m_database(std::move(database)) {}
    [[nodiscard]] static Result<std::unique_ptr<LogStore>> prepared(Database database);
    [[nodiscard]] Result<void> load();
    // Runs the work in one transaction; whatever fails, log and memory are as before. Normal: for what the hub has as well,
    // a power cut may take it (whole); whatever is written Full after it makes it last too.
    [[nodiscard]] Result<void> inTransaction(const std::function<Result<void>()> &work, Synchronous level = Synchronous::Full);
    [[nodiscard]] Result<std::int64_t> circleNumber(const CircleId &circle);
    [[nodiscard]] Result<std::int64_t> replicaNumber(const ReplicaId &replica);
    [[nodiscard]] Result<void> storeCertificate(const sync::ReplicaCertificate &certificate, bool own);
    // Row of the change with this hash, 0 when it is not here.
    [[nodiscard]] Result<std::int64_t> rowOf(const Hash &hash);
    struct Entry { // how a change enters the log
        ChangeState state = ChangeState::Ready;
        QuarantineReason reason = QuarantineReason::None;
        bool acknowledged = false;
    };
    // The row; 0 when the change was here already. A ready one counts as such at once.
    [[nodiscard]] Result<std::int64_t> insert(const sync::Envelope &envelope, const Hash &hash, const Entry &entry);
    [[nodiscard]] Result<void> keepSeal(const sync::Seal &seal, bool verified);
    [[nodiscard]] Result<void> dropCoveredSeals(const sync::Seal &newest);
    struct Vouched {
        sync::Seal seal;
        EndpointId author;
    };
    [[nodiscard]] Result<void> verifyWaitingSeals();
    // Of the seals that cover nothing yet, those that are good; whatever proves to be false is dropped.
    [[nodiscard]] Result<std::vector<Vouched>> verifiedSeals();
    struct Judgement {
        ChangeState state = ChangeState::Ready;
        QuarantineReason reason = QuarantineReason::None;
    };
    enum class Way : std::uint8_t { Hub, Carried }; // what came from the hub has its receipt
    struct Intake {
        Way way = Way::Hub;
        std::size_t fresh = 0;
    };
    [[nodiscard]] Result<void> takeInSet(const sync::PullAnswer &set, Intake &intake);
    // What came of the seal's chain goes into the log as what it is judged to be, so that its row is written once.
    [[nodiscard]] Result<void> takeInUnder(const Vouched &vouched, Arrivals &arrivals, Intake &intake);
    [[nodiscard]] Result<void> takeIn(Arrival &arrival, const EndpointId &author, const std::optional<MembershipHead> &before, Intake &intake);
    [[nodiscard]] Result<void> takeInRest(const Arrivals &arrivals, Intake &intake);
    [[nodiscard]] Result<std::int64_t> insertCame(const Arrival &arrival, const Judgement &judged, Intake &intake); // as insert()
    [[nodiscard]] Result<void> queue(std::int64_t row, const sync::Envelope &envelope); // to be sent to the hub, in its turn
    [[nodiscard]] Result<void> keptItsWords(const sync::PullAnswer &set);
    enum class Carry : std::uint8_t { Waiting, All };
    [[nodiscard]] Result<std::vector<StoredChange>> changesToCarry(const CircleId &circle, Carry which, const std::set<std::int64_t> &without);
    [[nodiscard]] Result<sync::PullAnswer> carriedSet(const CircleId &circle, const std::vector<StoredChange> &changes);
    [[nodiscard]] Result<void> cover(const sync::Seal &seal);
    [[nodiscard]] Result<void> judge(std::int64_t row);
    [[nodiscard]] Result<void> judgeWaiting();
    // before: the membership head that the change before it in its chain names, when that is here.
    [[nodiscard]] Result<Judgement> judgementOf(const sync::Envelope &envelope, const EndpointId &author, const std::optional<MembershipHead> &before);
    [[nodiscard]] Result<void> makeReady(std::int64_t row, const StoredChange &change);
    [[nodiscard]] Result<void> countReady(const sync::Envelope &envelope, const Hash &hash);
    // What was taken back, by circle: who may take back in one has no say over a record of another.
    [[nodiscard]] Result<bool> isErased(std::int64_t circle, const RecordId &record);
    [[nodiscard]] Result<void> applyErase(std::int64_t circle, const RecordId &record);
    [[nodiscard]] Result<void> dropDraftsAbout(const RecordId &record);
    [[nodiscard]] Result<void> saveOwn(const sync::Envelope &envelope);
    [[nodiscard]] Result<void> saveBeside(const Save &save);
    [[nodiscard]] Result<bool> mayErase(const sync::Envelope &envelope, const EndpointId &author, const sync::EndpointVersion &version);
    // The outbox in its order without these rows (ascending), until the visitor says false.
    [[nodiscard]] Result<void> forEachToSend(const std::vector<std::int64_t> &without, const std::function<Result<bool>(StoredChange &&)> &visit);
    [[nodiscard]] Result<void> acknowledge(std::vector<std::int64_t> rows);
    [[nodiscard]] Result<bool> spend(const ReplicaId &replica);
    [[nodiscard]] Result<void> sealsFor(sync::Outgoing &outgoing, std::int64_t circle, std::int64_t replica, std::int64_t topRow);
    [[nodiscard]] Result<std::optional<StoredChange>> changeAt(std::int64_t row);
    enum class Hashing : std::uint8_t { Wanted, NotWanted }; // of the ciphertext
    [[nodiscard]] static StoredChange readChange(const Statement &row, Hashing hashing = Hashing::Wanted);
    // The records of which more than one change is here; all with a change that became ready after the mark are among them.
    [[nodiscard]] Result<std::set<RecordId>> recordsWithSeveral(std::int64_t mark);
    void finishErases();
    [[nodiscard]] Result<void> writeDraft(const DraftName &name, ByteView sealed, std::int64_t at);

    Database m_database;
    std::map<DraftName, UnkeptDraft> m_unkept; // drafts that the disk did not take
    sync::Directory m_directory;
    std::vector<EndpointId> m_localEndpoints;
    std::map<CircleId, std::int64_t> m_circles;
    std::map<ReplicaId, std::int64_t> m_replicas;
    Anchor m_anchor;
    std::vector<sync::ReplicaHead> m_anchored; // what the anchor was last given
    Hash m_readyHash;
    std::int64_t m_mark = 0;
    bool m_waitsForDisk = true; // as it was opened: nothing to relax otherwise
    std::function<void()> m_whenErased;
    bool m_erasedSomething = false; // to be taken out of the write-ahead log
    bool m_tookBack = false;        // to be told
};

} // namespace ourtable::store
