#include "core/hub/memberroutes.h"

#include "core/hub/directoryappend.h"
#include "core/hub/invitations.h"
#include "core/hub/routes.h"
#include "core/support/log.h"

namespace ourtable::hub {
namespace {

constexpr unsigned kBags = 2; // the newest, and the one before it when that cannot be opened (sync.md 6)

bool mayGoOn(RateLimiter &limiter, const Call &call)
{
    const unsigned seconds = limiter.take(call.request.peer);
    if (seconds > 0)
        call.answer(later("too_many", seconds));
    return seconds == 0;
}

Result<sync::KeysAnswer> keysFor(HubStore &store, const Membership &membership, const DeviceId &device)
{
    sync::KeysAnswer answer;
    for (const sync::EndpointState *endpoint : membership.endpointsOf(device)) {
        if (!endpoint->now().active)
            continue;
        OURTABLE_ASSIGN(const std::vector<sync::KeyPackage> packages, store.packagesOf(endpoint->id));
        answer.packages.insert(answer.packages.end(), packages.begin(), packages.end());
    }
    for (const CircleId &circle : membership.circlesRead(device)) {
        OURTABLE_ASSIGN(const std::vector<sync::KeyBag> bags, store.bagsOf(circle, kBags));
        answer.bags.insert(answer.bags.end(), bags.begin(), bags.end());
    }
    return answer;
}

} // namespace

void healthRoute(HubParts &parts, Call call)
{
    if (const Result<void> read = parts.reading().refresh(); !read)
        return call.answer(unavailable(read.error()));
    HttpAnswer answer = answered(toBytes("ok"));
    answer.contentType = "text/plain";
    call.answer(std::move(answer));
}

void sessionRoute(HubParts &parts, Call call)
{
    if (!mayGoOn(parts.sessionRate, call))
        return;
    if (const std::optional<sync::SessionRequest> asked = bodyOf<sync::SessionRequest>(call))
        call.answer(answered(parts.guard.openSession(asked->device).encoded()));
}

void readDirectoryRoute(HubParts &parts, Call call)
{
    const std::optional<std::uint64_t> after = call.target.number("after");
    if (!after)
        return call.answer(refused(400, "malformed"));
    const std::uint64_t visible = call.membership().visibleEntries(call.device);
    sync::DirectoryAnswer answer;
    if (*after < visible) {
        Result<std::vector<Bytes>> entries = parts.reading().entriesFrom(*after, sync::kPullOctets);
        if (!entries)
            return call.answer(unavailable(entries.error()));
        answer.entries = std::move(entries).value();
        if (answer.entries.size() > visible - *after)
            answer.entries.resize(visible - *after);
        answer.more = *after + answer.entries.size() < visible;
    }
    call.answer(answered(answer.encoded()));
}

void appendDirectoryRoute(HubParts &parts, Call call)
{
    std::optional<sync::DirectoryAppend> asked = bodyOf<sync::DirectoryAppend>(call);
    if (!asked)
        return;
    Submission submission;
    submission.work = [append = std::move(*asked), device = call.device](GroupContext &context) {
        const Membership membership(context.directory.working(), context.now);
        if (membership.standing(device) != Standing::Active)
            return Result<HttpAnswer>(refused(403, "not_permitted"));
        if (isHandOver(append) && !membership.isCoordinator(device))
            return handOverPackages(context, append, membership, device);
        return appendDirectory(context, append, membership.isCoordinator(device));
    };
    submit(parts, std::move(call), std::move(submission));
}

void keysRoute(HubParts &parts, Call call)
{
    call.answerWith(keysFor(parts.reading(), call.membership(), call.device));
}

void foundRoute(HubParts &parts, Call call)
{
    if (!mayGoOn(parts.enrolRate, call))
        return;
    std::optional<sync::FoundRequest> asked = bodyOf<sync::FoundRequest>(call);
    if (!asked)
        return;
    Submission submission;
    submission.work = [&parts, request = std::move(*asked)](GroupContext &context) {
        return found(context, parts.settings, request);
    };
    submit(parts, std::move(call), std::move(submission));
}

void postInviteRoute(HubParts &parts, Call call)
{
    std::optional<sync::InvitePost> asked = bodyOf<sync::InvitePost>(call);
    if (!asked)
        return;
    Submission submission;
    submission.work = [&parts, post = *asked](GroupContext &context) {
        return postInvite(context, parts.settings.limits, post);
    };
    submit(parts, std::move(call), std::move(submission));
}

void inviteRoute(HubParts &parts, Call call)
{
    if (!mayGoOn(parts.inviteRate, call))
        return;
    const std::optional<InviteId> id = InviteId::fromHexText(std::string_view(call.target.path).substr(kInvitePath.size()));
    if (!id)
        return call.answer(refused(404, "not_found"));
    const Result<std::optional<Invite>> invite = parts.reading().invite(*id);
    if (!invite)
        return call.answer(unavailable(invite.error()));
    if (!*invite)
        return call.answer(refused(404, "not_found"));
    if (call.now > (*invite)->expires)
        return call.answer(refused(403, "expired"));
    call.answer(answered(sync::InviteInfo{(*invite)->rootKey, (*invite)->voucher, parts.settings.caCertificateDer}.encoded()));
}

void enrolRoute(HubParts &parts, Call call)
{
    if (!mayGoOn(parts.enrolRate, call))
        return;
    std::optional<sync::EnrolmentRequest> asked = bodyOf<sync::EnrolmentRequest>(call);
    if (!asked)
        return;
    if (!asked->proofsHold())
        return call.answer(refused(400, "proof"));
    Submission submission;
    submission.work = [request = std::move(*asked)](GroupContext &context) { return enrol(context, request); };
    submit(parts, std::move(call), std::move(submission));
}

void enrolmentsRoute(HubParts &parts, Call call)
{
    Result<std::vector<Bytes>> requests = parts.reading().enrolments();
    if (!requests)
        return call.answer(unavailable(requests.error()));
    call.answer(answered(sync::EnrolmentsAnswer{std::move(requests).value()}.encoded()));
}

} // namespace ourtable::hub
