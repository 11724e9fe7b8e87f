// What the hub keeps, whatever keeps it: SQLite now, PostgreSQL for many hub processes later (sync.md 8).
//
// One object is one connection, used by one thread at a time. Reads see what is committed, or, between begin() and
// commit(), that and what this transaction wrote. Every error means that the storage failed: the caller rolls back.
#pragma once

#include <memory>

#include "core/hub/changestore.h"
#include "core/sync/wireadmin.h"

namespace ourtable::hub {

class DirectoryStore {
public:
    virtual ~DirectoryStore() = default;

    // Entries from this number on, as many as fit (at least one when there is one).
    [[nodiscard]] virtual Result<std::vector<Bytes>> entriesFrom(std::uint64_t seq, std::size_t octets) = 0;
    [[nodiscard]] virtual Result<void> addEntry(std::uint64_t seq, ByteView entry, const Hash &hash) = 0;

    // A package or bag of the same place replaces the earlier one.
    [[nodiscard]] virtual Result<void> setPackage(const sync::KeyPackage &package) = 0;
    // Unless there is one.
    [[nodiscard]] virtual Result<void> addPackage(const sync::KeyPackage &package) = 0;
    [[nodiscard]] virtual Result<void> setBag(const sync::KeyBag &bag) = 0;
    // Newest epochs first.
    [[nodiscard]] virtual Result<std::vector<sync::KeyPackage>> packagesOf(const EndpointId &endpoint) = 0;
    [[nodiscard]] virtual Result<std::vector<sync::KeyBag>> bagsOf(const CircleId &circle, unsigned newest) = 0;
};

// A secret that somebody was handed outside the hub: the founding ticket, or an invitation.
struct Invite {
    InviteId id;
    Hash tokenHash;
    std::int64_t expires = 0;
    unsigned wrongTokens = 0;
    bool used = false;
    crypto::VerifyKey rootKey; // invitations only
    Hash voucher;              // invitations only
};

class InviteStore {
public:
    virtual ~InviteStore() = default;

    // The one founding ticket; it belongs to no programme yet.
    [[nodiscard]] virtual Result<std::optional<Invite>> ticket() = 0;
    [[nodiscard]] virtual Result<void> setTicket(const Invite &ticket) = 0;

    [[nodiscard]] virtual Result<std::optional<Invite>> invite(const InviteId &id) = 0;
    [[nodiscard]] virtual Result<void> setInvite(const Invite &invite) = 0;
    [[nodiscard]] virtual Result<std::uint64_t> invites() = 0;
    // The invitation and its request.
    [[nodiscard]] virtual Result<void> forgetInvite(const InviteId &id) = 0;
    [[nodiscard]] virtual Result<void> forgetInvitesBefore(std::int64_t expiry) = 0;

    [[nodiscard]] virtual Result<void> setEnrolment(const InviteId &id, ByteView request, std::int64_t at) = 0;
    [[nodiscard]] virtual Result<std::optional<Bytes>> enrolment(const InviteId &id) = 0;
    [[nodiscard]] virtual Result<std::vector<Bytes>> enrolments() = 0;
};

class HubStore : public ChangeStore, public DirectoryStore, public InviteStore {
public:
    [[nodiscard]] virtual Result<void> begin() = 0;
    // On any error nothing of the transaction is kept.
    [[nodiscard]] virtual Result<void> commit() = 0;
    virtual void rollback() = 0;
    // Takes what was erased out of the journal too. Busy while somebody reads: try again later.
    [[nodiscard]] virtual Result<void> scrub() = 0;

    [[nodiscard]] virtual HubEpoch epoch() const = 0;
    // The programme of this database, zero before founding. founded() makes it, inside a transaction; the other
    // connections learn of it by belongTo() or, when another process founded it, by refresh().
    [[nodiscard]] virtual ProgrammeId programme() const = 0;
    [[nodiscard]] virtual Result<void> founded(const ProgrammeId &programme, std::int64_t at) = 0;
    virtual void belongTo(const ProgrammeId &programme) = 0;
    [[nodiscard]] virtual Result<void> refresh() = 0;

    struct Totals {
        std::uint64_t changes = 0;
        std::uint64_t circles = 0;
        std::uint64_t octets = 0;
    };
    [[nodiscard]] virtual Result<Totals> totals() = 0;
};
using HubStores = std::vector<std::unique_ptr<HubStore>>;

} // namespace ourtable::hub
