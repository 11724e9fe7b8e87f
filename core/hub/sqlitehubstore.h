// The hub's store on SQLite: one file, WAL, synchronous=FULL.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "core/hub/chainmemory.h"
#include "core/store/sqlite/database.h"
#include "core/support/random.h"

namespace ourtable::hub {

class SqliteHubStore : public HubStore {
public:
    // Makes database and epoch file. AlreadyExists when either is there.
    [[nodiscard]] static Result<void> create(const std::string &path, const std::string &epochPath, Random &random);
    // Gives database and epoch file a new hub epoch: the database was restored from a backup, and every client has to
    // compare (sync.md 7, Cursor and hub epoch).
    [[nodiscard]] static Result<void> renewEpoch(const std::string &path, const std::string &epochPath, Random &random);
    // Opens and checks: NotFound, NewerVersion (a later program's), Corrupt (detail: what), HubChanged (the epoch file
    // names another hub epoch or is not there: the database was exchanged and nobody said so). pages: see
    // HubLimits::databasePages.
    [[nodiscard]] static Result<std::unique_ptr<SqliteHubStore>> open(const std::string &path, const std::string &epochPath,
                                                                      std::int64_t pages);
    // Another connection to what open() has checked, for another thread. Only the one of open() may write chains.
    [[nodiscard]] static Result<std::unique_ptr<SqliteHubStore>> openAnother(const std::string &path);

    // The quota from now on: see store::Database::pageLimit.
    [[nodiscard]] Result<void> pageLimit(std::int64_t pages) { return m_database.pageLimit(pages); }

    Result<void> begin() override;
    Result<void> commit() override;
    void rollback() override;
    Result<void> scrub() override { return m_database.checkpointTruncate(); }
    HubEpoch epoch() const override { return m_epoch; }
    ProgrammeId programme() const override { return m_programme; }
    Result<void> founded(const ProgrammeId &programme, std::int64_t at) override;
    void belongTo(const ProgrammeId &programme) override { m_programme = programme; }
    Result<void> refresh() override;
    Result<Totals> totals() override;

    Result<CircleTotals> circleTotals(const CircleId &circle) override;
    Result<void> setCircleTotals(const CircleId &circle, const CircleTotals &totals) override;
    Result<std::vector<Branch>> branches(const CircleId &circle, const ReplicaId &replica) override;
    Result<void> setBranch(const CircleId &circle, const ReplicaId &replica, const Branch &branch) override;
    Result<std::vector<sync::ReplicaHead>> headsOf(const CircleId &circle) override;
    Result<std::vector<sync::ReplicaHead>> headsOf(const EndpointId &endpoint) override;
    Result<std::vector<KnownChange>> changesAt(const CircleId &circle, const ReplicaId &replica, std::uint64_t seq) override;
    Result<void> addChange(std::uint64_t hubSeq, const sync::Envelope &change, const Hash &hash, std::int64_t at) override;
    Result<void> fillWords(const sync::Envelope &change, const Hash &hash) override;
    Result<void> changesAfter(const CircleId &circle, std::uint64_t after, const VisitChange &visit) override;
    Result<std::optional<sync::ReplicaCertificate>> certificate(const ReplicaId &replica) override;
    Result<void> addCertificate(const sync::ReplicaCertificate &certificate) override;
    Result<std::uint64_t> replicasOf(const EndpointId &endpoint) override;
    Result<std::vector<LabelledSeal>> seals(const CircleId &circle, const ReplicaId &replica) override;
    Result<void> setSeal(std::uint32_t label, const sync::Seal &seal) override;
    Result<bool> isErased(const CircleId &circle, const RecordId &record) override;
    Result<void> erase(const Erasure &erasure) override;
    Result<std::uint64_t> erasuresBy(const EndpointId &author, std::int64_t since) override;
    Result<std::uint64_t> erasuresFrom(const DeviceId &device, std::int64_t since) override;
    Result<std::vector<EndpointId>> authorsOf(const CircleId &circle, const RecordId &record) override;

    Result<std::vector<Bytes>> entriesFrom(std::uint64_t seq, std::size_t octets) override;
    Result<void> addEntry(std::uint64_t seq, ByteView entry, const Hash &hash) override;
    Result<void> setPackage(const sync::KeyPackage &package) override;
    Result<void> addPackage(const sync::KeyPackage &package) override;
    Result<void> setBag(const sync::KeyBag &bag) override;
    Result<std::vector<sync::KeyPackage>> packagesOf(const EndpointId &endpoint) override;
    Result<std::vector<sync::KeyBag>> bagsOf(const CircleId &circle, unsigned newest) override;

    Result<std::optional<Invite>> ticket() override;
    Result<void> setTicket(const Invite &ticket) override;
    Result<std::optional<Invite>> invite(const InviteId &id) override;
    Result<void> setInvite(const Invite &invite) override;
    Result<std::uint64_t> invites() override;
    Result<void> forgetInvite(const InviteId &id) override;
    Result<void> forgetInvitesBefore(std::int64_t expiry) override;
    Result<void> setEnrolment(const InviteId &id, ByteView request, std::int64_t at) override;
    Result<std::optional<Bytes>> enrolment(const InviteId &id) override;
    Result<std::vector<Bytes>> enrolments() override;

protected:
    explicit SqliteHubStore(store::Database database) : m_database(std::move(database)) {}
    // From now on what was read of chains is not read again. For the one connection that writes them.
    void rememberChains() { m_memory = ChainMemory(ChainMemory::Of::Everything); }

private:
    [[nodiscard]] static Result<std::unique_ptr<SqliteHubStore>> openWith(const std::string &path, int cacheKibibytes);
    [[nodiscard]] Result<void> checkSchema();
    [[nodiscard]] Result<void> readEpoch();
    void forget();
    [[nodiscard]] Result<ChainMemory::Circle> circleOf(const CircleId &circle);
    [[nodiscard]] Result<std::int64_t> numberFor(const CircleId &circle);
    [[nodiscard]] Result<ChainMemory::Replica> replicaOf(const ReplicaId &replica);
    template <class... Values>
    [[nodiscard]] Result<void> run(const store::SqlText &sql, const Values &...values);
    template <class... Values>
    [[nodiscard]] Result<store::Statement> query(const store::SqlText &sql, const Values &...values);
    template <class... Values>
    [[nodiscard]] Result<std::uint64_t> count(const store::SqlText &sql, const Values &...values);
    template <class... Values>
    [[nodiscard]] Result<std::vector<sync::ReplicaHead>> heads(const store::SqlText &sql, const Values &...values);

    store::Database m_database;
    std::optional<store::Transaction> m_transaction;
    HubEpoch m_epoch;
    ProgrammeId m_programme;
    ChainMemory m_memory{ChainMemory::Of::WhatNeverChanges};
};

} // namespace ourtable::hub
