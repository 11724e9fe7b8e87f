// What a change under a good seal is worth by the directory: ready, waiting for an entry, or set aside. Needs no key.
#include <algorithm>

#include "core/store/logstore.h"

namespace ourtable::store {
namespace {

const sync::EndpointVersion *memberAt(const sync::EndpointState &endpoint, std::uint64_t position, const CircleId &circle)
{
    const sync::EndpointVersion *version = endpoint.at(position);
    if (!version || !version->active)
        return nullptr;
    const bool granted = std::any_of(version->grants.begin(), version->grants.end(),
                                     [&](const sync::Grant &grant) { return grant.circle == circle; });
    return granted ? version : nullptr;
}

// Whether the endpoint was lost or compromised before this change, by the ends that the entry names. A chain that is not
// named ended before it began: whoever has the endpoint's key can begin new ones and name an old head. Only taking back is
// judged by it here, since words do not come back; the fold judges everything else (mergejudge.cpp), or the order in which
// entry and change came would make a difference.
bool pastTheEnd(const sync::EndpointState &endpoint, const sync::Envelope &envelope)
{
    if (!endpoint.left || *endpoint.left == sync::LeaveReason::Left)
        return false;
    const auto end = std::find_if(endpoint.ends.begin(), endpoint.ends.end(), [&](const sync::ChainEnd &known) {
        return known.circle == envelope.circle && known.replica == envelope.replica;
    });
    return end == endpoint.ends.end() || envelope.seq > end->seq;
}

} // namespace

Result<LogStore::Judgement> LogStore::judgementOf(const sync::Envelope &envelope, const EndpointId &author,
                                                    const std::optional<MembershipHead> &before)
{
    const auto position = m_directory.seqOf(envelope.membershipHead);
    if (!position)
        return Judgement{ChangeState::WaitsForDirectory, QuarantineReason::None};
    const sync::EndpointState *endpoint = m_directory.endpoint(author);
    const sync::EndpointVersion *version = endpoint ? memberAt(*endpoint, *position, envelope.circle) : nullptr;
    if (!version)
        return Judgement{ChangeState::Quarantined, QuarantineReason::NotMember};
    if (envelope.kind == sync::ChangeKind::Erase) {
        OURTABLE_ASSIGN(const bool may, mayErase(envelope, author, *version));
        if (!may)
            return Judgement{ChangeState::Quarantined, QuarantineReason::NotMember};
        if (pastTheEnd(*endpoint, envelope))
            return Judgement{ChangeState::Quarantined, QuarantineReason::PastTheEnd};
    }
    if (before && *before != envelope.membershipHead && m_directory.seqOf(*before).value_or(0) > *position)
        return Judgement{ChangeState::Quarantined, QuarantineReason::HeadWentBack};
    return Judgement{};
}

Result<bool> LogStore::mayErase(const sync::Envelope &envelope, const EndpointId &author, const sync::EndpointVersion &version)
{
    // A reader of the circle, or whoever wrote everything that is known of the record (design README 8).
    const bool reader = std::any_of(version.grants.begin(), version.grants.end(), [&](const sync::Grant &grant) {
        return grant.circle == envelope.circle && grant.mode == sync::CircleMode::Reader;
    });
    if (reader)
        return true;
    OURTABLE_ASSIGN(Statement others, m_database.prepare("SELECT 1 FROM change c JOIN replica r ON r.number = c.replica "
                                                         "WHERE c.circle = ? AND c.record = ? AND r.endpoint IS NOT ? LIMIT 1"));
    OURTABLE_ASSIGN(const std::int64_t circle, circleNumber(envelope.circle));
    OURTABLE_ASSIGN(const bool another, others.bindAll(circle, envelope.record, author).step());
    return !another;
}

Result<void> LogStore::judge(std::int64_t row)
{
    OURTABLE_ASSIGN(const std::optional<StoredChange> change, changeAt(row));
    if (!change)
        return Error{ErrorCode::Internal, "row"};
    if (!change->envelope.wellFormed())
        return {}; // stays in quarantine with its reason
    std::optional<MembershipHead> before;
    if (change->envelope.seq > 1) {
        OURTABLE_ASSIGN(Statement find, m_database.prepare("SELECT head FROM change WHERE hash = ?"));
        OURTABLE_ASSIGN(const bool here, find.bind(1, change->envelope.previous).step());
        before = here ? find.id<MembershipHead>(0) : std::nullopt;
    }
    OURTABLE_ASSIGN(const Judgement judged, judgementOf(change->envelope, change->author, before));
    if (judged.state == ChangeState::Ready)
        return makeReady(row, *change);
    if (judged.state == ChangeState::Quarantined) { // the hub has no use for what was carried here then
        OURTABLE_ASSIGN(Statement keep, m_database.prepare("DELETE FROM outbox WHERE row = ?"));
        OURTABLE_TRY(keep.bind(1, row).run());
    }
    OURTABLE_ASSIGN(Statement mark, m_database.prepare("UPDATE change SET state = ?, reason = ? WHERE row = ?"));
    return mark.bindAll(static_cast<int>(judged.state), static_cast<int>(judged.reason), row).run();
}

Result<void> LogStore::judgeWaiting()
{
    std::vector<std::int64_t> rows;
    {
        OURTABLE_ASSIGN(Statement find, m_database.prepare("SELECT row FROM change WHERE state = 2 ORDER BY row"));
        for (;;) {
            OURTABLE_ASSIGN(const bool row, find.step());
            if (!row)
                break;
            rows.push_back(find.integer(0));
        }
    }
    for (const std::int64_t row : rows)
        OURTABLE_TRY(judge(row));
    return {};
}

} // namespace ourtable::store
