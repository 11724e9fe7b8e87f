#include "core/hub/sqlitehubstore.h"
#include "core/hub/sqlitequeries.h"

namespace ourtable::hub {
namespace {

// The columns id, token_hash, expires_at, wrong_tokens, used.
Invite inviteIn(const store::Statement &row)
{
    Invite invite;
    invite.id = idIn<InviteId>(row, 0);
    invite.tokenHash = idIn<Hash>(row, 1);
    invite.expires = row.integer(2);
    invite.wrongTokens = static_cast<unsigned>(row.integer(3));
    invite.used = row.flag(4);
    return invite;
}

} // namespace

Result<std::vector<Bytes>> SqliteHubStore::entriesFrom(std::uint64_t seq, std::size_t octets)
{
    OURTABLE_ASSIGN(store::Statement rows, query("SELECT entry FROM directory WHERE programme_id = ?1 AND idx >= ?2 ORDER BY idx",
                                                 m_programme, seq));
    std::vector<Bytes> found;
    std::size_t held = 0;
    for (;;) {
        OURTABLE_ASSIGN(const bool row, rows.step());
        if (!row || (!found.empty() && held + rows.octets(0).size() > octets))
            return found;
        held += rows.octets(0).size();
        found.push_back(toBytes(rows.octets(0)));
    }
}

Result<void> SqliteHubStore::addEntry(std::uint64_t seq, ByteView entry, const Hash &hash)
{
    return run("INSERT INTO directory (programme_id, idx, entry, hash) VALUES (?1, ?2, ?3, ?4)", m_programme, seq, entry, hash);
}

Result<void> SqliteHubStore::setPackage(const sync::KeyPackage &package)
{
    return run("INSERT INTO sealed_key (programme_id, endpoint_id, circle_id, epoch, sealed) VALUES (?1, ?2, ?3, ?4, ?5)"
               " ON CONFLICT DO UPDATE SET sealed = ?5",
               m_programme, package.endpoint, package.circle, package.epoch, package.sealed);
}

Result<void> SqliteHubStore::addPackage(const sync::KeyPackage &package)
{
    return run("INSERT INTO sealed_key (programme_id, endpoint_id, circle_id, epoch, sealed) VALUES (?1, ?2, ?3, ?4, ?5)"
               " ON CONFLICT DO NOTHING",
               m_programme, package.endpoint, package.circle, package.epoch, package.sealed);
}

Result<void> SqliteHubStore::setBag(const sync::KeyBag &bag)
{
    return run("INSERT INTO key_bag (programme_id, circle_id, epoch, bag) VALUES (?1, ?2, ?3, ?4)"
               " ON CONFLICT DO UPDATE SET bag = ?4",
               m_programme, bag.circle, bag.epoch, bag.bag);
}

Result<std::vector<sync::KeyPackage>> SqliteHubStore::packagesOf(const EndpointId &endpoint)
{
    OURTABLE_ASSIGN(store::Statement rows, query("SELECT circle_id, epoch, sealed FROM sealed_key WHERE programme_id = ?1"
                                                 " AND endpoint_id = ?2 ORDER BY epoch DESC",
                                                 m_programme, endpoint));
    std::vector<sync::KeyPackage> found;
    for (;;) {
        OURTABLE_ASSIGN(const bool row, rows.step());
        if (!row)
            return found;
        found.push_back({idIn<CircleId>(rows, 0), static_cast<std::uint32_t>(rows.integer(1)), endpoint, toBytes(rows.octets(2))});
    }
}

Result<std::vector<sync::KeyBag>> SqliteHubStore::bagsOf(const CircleId &circle, unsigned newest)
{
    OURTABLE_ASSIGN(store::Statement rows, query("SELECT epoch, bag FROM key_bag WHERE programme_id = ?1 AND circle_id = ?2"
                                                 " ORDER BY epoch DESC LIMIT ?3",
                                                 m_programme, circle, newest));
    std::vector<sync::KeyBag> found;
    for (;;) {
        OURTABLE_ASSIGN(const bool row, rows.step());
        if (!row)
            return found;
        found.push_back({circle, static_cast<std::uint32_t>(rows.integer(0)), toBytes(rows.octets(1))});
    }
}

Result<std::optional<Invite>> SqliteHubStore::ticket()
{
    OURTABLE_ASSIGN(store::Statement found, query("SELECT ticket_id, token_hash, expires_at, wrong_tokens, used FROM ticket"));
    OURTABLE_ASSIGN(const bool row, found.step());
    return row ? std::optional(inviteIn(found)) : std::nullopt;
}

Result<void> SqliteHubStore::setTicket(const Invite &ticket)
{
    return run("INSERT OR REPLACE INTO ticket (slot, ticket_id, token_hash, expires_at, wrong_tokens, used)"
               " VALUES (0, ?1, ?2, ?3, ?4, ?5)",
               ticket.id, ticket.tokenHash, ticket.expires, ticket.wrongTokens, ticket.used);
}

Result<std::optional<Invite>> SqliteHubStore::invite(const InviteId &id)
{
    OURTABLE_ASSIGN(store::Statement found, query("SELECT invite_id, token_hash, expires_at, wrong_tokens, used, root_key, voucher"
                                                  " FROM invite WHERE programme_id = ?1 AND invite_id = ?2",
                                                  m_programme, id));
    OURTABLE_ASSIGN(const bool row, found.step());
    if (!row)
        return std::optional<Invite>();
    Invite invite = inviteIn(found);
    invite.rootKey = idIn<crypto::VerifyKey>(found, 5);
    invite.voucher = idIn<Hash>(found, 6);
    return std::optional(invite);
}

Result<void> SqliteHubStore::setInvite(const Invite &invite)
{
    return run("INSERT OR REPLACE INTO invite (programme_id, invite_id, token_hash, expires_at, wrong_tokens, used, root_key,"
               " voucher) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
               m_programme, invite.id, invite.tokenHash, invite.expires, invite.wrongTokens, invite.used, invite.rootKey,
               invite.voucher);
}

Result<std::uint64_t> SqliteHubStore::invites()
{
    return count("SELECT COUNT(*) FROM invite WHERE programme_id = ?1", m_programme);
}

Result<void> SqliteHubStore::forgetInvite(const InviteId &id)
{
    OURTABLE_TRY(run("DELETE FROM enrolment WHERE programme_id = ?1 AND invite_id = ?2", m_programme, id));
    return run("DELETE FROM invite WHERE programme_id = ?1 AND invite_id = ?2", m_programme, id);
}

Result<void> SqliteHubStore::forgetInvitesBefore(std::int64_t expiry)
{
    OURTABLE_TRY(run("DELETE FROM enrolment WHERE programme_id = ?1 AND invite_id IN"
                     " (SELECT invite_id FROM invite WHERE programme_id = ?1 AND expires_at < ?2)",
                     m_programme, expiry));
    return run("DELETE FROM invite WHERE programme_id = ?1 AND expires_at < ?2", m_programme, expiry);
}

Result<void> SqliteHubStore::setEnrolment(const InviteId &id, ByteView request, std::int64_t at)
{
    return run("INSERT INTO enrolment (programme_id, invite_id, request, at) VALUES (?1, ?2, ?3, ?4)", m_programme, id, request, at);
}

Result<std::optional<Bytes>> SqliteHubStore::enrolment(const InviteId &id)
{
    OURTABLE_ASSIGN(store::Statement found, query("SELECT request FROM enrolment WHERE programme_id = ?1 AND invite_id = ?2",
                                                  m_programme, id));
    OURTABLE_ASSIGN(const bool row, found.step());
    return row ? std::optional(toBytes(found.octets(0))) : std::nullopt;
}

Result<std::vector<Bytes>> SqliteHubStore::enrolments()
{
    OURTABLE_ASSIGN(store::Statement rows, query("SELECT request FROM enrolment WHERE programme_id = ?1 ORDER BY at", m_programme));
    std::vector<Bytes> found;
    for (;;) {
        OURTABLE_ASSIGN(const bool row, rows.step());
        if (!row)
            return found;
        found.push_back(toBytes(rows.octets(0)));
    }
}

} // namespace ourtable::hub
