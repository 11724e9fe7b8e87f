#include "core/hub/invitations.h"

#include <algorithm>

#include "core/hub/directoryappend.h"
#include "core/support/log.h"

namespace ourtable::hub {
namespace {

constexpr std::int64_t kKeptMilliseconds = 7 * kInviteMilliseconds; // after its end, for a coordinator who is away

// Whether a token opens an invite; otherwise what to answer. A wrong one is counted.
struct Verdict {
    bool opens = false;
    HttpAnswer answer;
};

Verdict judge(Invite &invite, const Hash &token)
{
    if (invite.wrongTokens >= kWrongTokens)
        return {false, refused(403, "locked")};
    if (!crypto::sameSecret(sync::inviteTokenHash(token).view(), invite.tokenHash.view())) {
        ++invite.wrongTokens;
        log::write(log::Level::Warning, "wrong_token", {{"invite", invite.id}, {"count", invite.wrongTokens}});
        return {false, refused(403, "wrong_token")};
    }
    return {true, {}};
}

} // namespace

Result<bool> placeTicket(GroupContext &context, const InviteId &id, const Hash &tokenHash, std::int64_t expires)
{
    OURTABLE_TRY(context.store.refresh()); // the programme may have been founded through another process
    if (!context.store.programme().isZero())
        return false;
    Invite ticket;
    ticket.id = id;
    ticket.tokenHash = tokenHash;
    ticket.expires = expires;
    OURTABLE_TRY(context.store.setTicket(ticket));
    return true;
}

Result<HttpAnswer> found(GroupContext &context, const HubSettings &settings, const sync::FoundRequest &request)
{
    OURTABLE_ASSIGN(std::optional<Invite> ticket, context.store.ticket());
    if (!ticket || ticket->id != request.ticket)
        return refused(404, "not_found");
    if (const Verdict verdict = judge(*ticket, request.token); !verdict.opens) {
        OURTABLE_TRY(context.store.setTicket(*ticket));
        return verdict.answer;
    }
    if (ticket->used || !context.directory.working().empty()) {
        OURTABLE_ASSIGN(const std::vector<Bytes> first, context.store.entriesFrom(0, 1));
        const bool again = !first.empty() && !request.start.entries.empty() && first.front() == request.start.entries.front();
        return again ? answered({}) : refused(403, "used");
    }
    if (context.now > ticket->expires)
        return refused(403, "expired");
    OURTABLE_ASSIGN(HttpAnswer answer, appendDirectory(context, request.start, true, &settings.caPin));
    if (answer.status == 200) {
        ticket->used = true;
        OURTABLE_TRY(context.store.setTicket(*ticket));
        log::write(log::Level::Information, "founded", {{"entries", request.start.entries.size()}});
    }
    return answer;
}

Result<HttpAnswer> postInvite(GroupContext &context, const HubLimits &limits, const sync::InvitePost &post)
{
    OURTABLE_TRY(context.store.forgetInvitesBefore(context.now - kKeptMilliseconds));
    OURTABLE_ASSIGN(const std::optional<Invite> known, context.store.invite(post.invite));
    if (known)
        return known->tokenHash == post.tokenHash ? answered({}) : refused(409, "exists");
    if (post.rootKey != context.directory.working().root().rootKey || post.expires <= context.now)
        return refused(400, "invite");
    OURTABLE_ASSIGN(const std::uint64_t open, context.store.invites());
    if (open >= limits.invites)
        return refused(507, "quota", limits.invites);
    Invite invite;
    invite.id = post.invite;
    invite.tokenHash = post.tokenHash;
    invite.expires = std::min(post.expires, context.now + kInviteMilliseconds);
    invite.rootKey = post.rootKey;
    invite.voucher = post.voucher;
    OURTABLE_TRY(context.store.setInvite(invite));
    return answered({});
}

Result<HttpAnswer> enrol(GroupContext &context, const sync::EnrolmentRequest &request)
{
    OURTABLE_ASSIGN(std::optional<Invite> invite, context.store.invite(request.invite));
    if (!invite)
        return refused(404, "not_found");
    if (const Verdict verdict = judge(*invite, request.token); !verdict.opens) {
        OURTABLE_TRY(context.store.setInvite(*invite));
        return verdict.answer;
    }
    const Bytes encoded = request.encoded();
    if (invite->used) {
        OURTABLE_ASSIGN(const std::optional<Bytes> first, context.store.enrolment(request.invite));
        return first == encoded ? answered({}) : refused(403, "used");
    }
    if (context.now > invite->expires)
        return refused(403, "expired");
    invite->used = true;
    OURTABLE_TRY(context.store.setInvite(*invite));
    OURTABLE_TRY(context.store.setEnrolment(request.invite, encoded, context.now));
    return answered({});
}

} // namespace ourtable::hub
