#include "core/hub/changeroutes.h"

#include "core/hub/pullpage.h"
#include "core/hub/pushtransaction.h"
#include "core/hub/statetag.h"
#include "core/support/log.h"

namespace ourtable::hub {
namespace {

Result<sync::StateTag> tagFor(HubParts &parts, HubStore &store, const DeviceId &device)
{
    const DirectoryState::Snapshot directory = parts.directory.committed();
    OURTABLE_ASSIGN(const sync::HelloAnswer hello, helloFor(store, *directory, device, parts.clock.wallMilliseconds()));
    return hello.tag;
}

std::size_t changesIn(const sync::PushRequest &push)
{
    std::size_t changes = 0;
    for (const sync::Run &run : push.runs)
        changes += run.items.size();
    return changes;
}

} // namespace

void helloRoute(HubParts &parts, Call call)
{
    const std::optional<sync::HelloRequest> asked = bodyOf<sync::HelloRequest>(call);
    if (!asked)
        return;
    if (asked->protocol < sync::kProtocolVersion)
        return call.answer(refused(426, "upgrade", sync::kProtocolVersion));
    Result<sync::HelloAnswer> hello = helloFor(parts.reading(), *call.directory, call.device, call.now);
    if (hello && hello->tag == asked->tag)
        hello->unchanged = true;
    call.answerWith(hello);
}

void pushRoute(HubParts &parts, Call call)
{
    std::optional<sync::PushRequest> asked = bodyOf<sync::PushRequest>(call);
    if (!asked)
        return;
    if (changesIn(*asked) > sync::kPushChanges)
        return call.answer(refused(413, "too_large", sync::kPushChanges));
    if (const unsigned seconds = parts.changesToday.exhausted(call.device); seconds > 0) {
        log::write(log::Level::Warning, "changes_limit", {{"device", call.device}, {"limit", parts.settings.limits.changesPerDay}});
        return call.answer(later("changes_a_day", seconds));
    }
    Result<VerifiedPush> verified = verifyPush(*asked, call.device, *call.directory, parts.reading());
    if (!verified)
        return call.answer(unavailable(verified.error()));
    asked.reset();
    struct Push {
        VerifiedPush verified;
        PushOutcome outcome;
    };
    auto push = std::make_shared<Push>(Push{std::move(verified).value(), {}});
    Submission submission;
    submission.changes = push->verified.changes;
    submission.work = [&parts, push](GroupContext &context) -> Result<HttpAnswer> {
        OURTABLE_ASSIGN(push->outcome, PushTransaction(context, parts.settings.limits, push->verified).run());
        return HttpAnswer{};
    };
    submission.afterwards = [&parts, push](HttpAnswer &answer) {
        parts.changesToday.add(push->verified.device, push->outcome.stored);
        const Result<sync::StateTag> tag = tagFor(parts, *parts.writingStore, push->verified.device);
        // Everything is stored: a tag that cannot be read only costs the client a hello.
        answer.body = sync::PushAnswer{push->verified.request, std::move(push->outcome.codes), std::move(push->outcome.heads),
                                       tag ? *tag : sync::StateTag{}}
                          .encoded();
    };
    submit(parts, std::move(call), std::move(submission));
}

void pullRoute(HubParts &parts, Call call)
{
    const auto circle = call.target.id<CircleId>("c");
    const auto epoch = call.target.id<HubEpoch>("e");
    const auto after = call.target.number("after");
    if (!circle || !epoch || !after)
        return call.answer(refused(400, "malformed"));
    if (!call.membership().reads(call.device, *circle)) {
        log::write(log::Level::Warning, "not_member", {{"device", call.device}, {"circle", *circle}});
        return call.answer(refused(403, "not_member"));
    }
    HubStore &store = parts.reading();
    const Result<CircleTotals> totals = store.circleTotals(*circle);
    if (!totals)
        return call.answer(unavailable(totals.error()));
    if (*epoch != store.epoch() || *after > totals->headSeq)
        return call.answer(refused(410, "hub_changed", 0, toBytes(store.epoch().view())));
    const bool ownToo = call.target.number("own") == std::uint64_t{1};
    PullPage page(store, *call.directory, *circle, ownToo ? DeviceId{} : call.device);
    call.answerWith(page.read(*after));
}

void headsRoute(HubParts &parts, Call call)
{
    const std::optional<sync::HeadsMessage> asked = bodyOf<sync::HeadsMessage>(call);
    if (!asked)
        return;
    const Membership membership = call.membership();
    if (!membership.writes(call.device, asked->circle)) // readers write too
        return call.answer(refused(403, "not_member"));
    sync::HeadsMessage answer{asked->circle, {}};
    if (membership.reads(call.device, asked->circle)) {
        const Result<std::vector<sync::ReplicaHead>> heads = parts.reading().headsOf(asked->circle);
        if (!heads)
            return call.answer(unavailable(heads.error()));
        answer.heads = *heads;
        return call.answer(answered(answer.encoded()));
    }
    for (const sync::EndpointState *endpoint : membership.endpointsOf(call.device)) {
        const Result<std::vector<sync::ReplicaHead>> heads = parts.reading().headsOf(endpoint->id);
        if (!heads)
            return call.answer(unavailable(heads.error()));
        for (const sync::ReplicaHead &head : *heads) {
            if (head.circle == asked->circle)
                answer.heads.push_back(head);
        }
    }
    call.answer(answered(answer.encoded()));
}

void waitRoute(HubParts &parts, Call call)
{
    const auto known = call.target.id<sync::StateTag>("t");
    if (!known)
        return call.answer(refused(400, "malformed"));
    auto waiting = std::make_shared<Call>(std::move(call));
    const auto answerNow = [&parts, waiting, known] {
        const Result<sync::StateTag> tag = tagFor(parts, parts.reading(), waiting->device);
        if (!tag)
            return waiting->answer(unavailable(tag.error()));
        waiting->answer(answered(sync::WaitAnswer{*tag, *tag != *known}.encoded()));
    };
    Waiters::Waiting entry;
    entry.device = waiting->device;
    entry.circles = waiting->membership().circlesRead(waiting->device);
    entry.deadline = parts.clock.monotonicMilliseconds() + parts.settings.limits.waitSeconds * 1000;
    entry.wake = [&parts, answerNow] { parts.worker.followUp(answerNow); };
    const Waiters::Ticket ticket = parts.waiters.add(std::move(entry));
    if (ticket == 0)
        return waiting->answer(busy());
    // Looked at after it was added: what was committed in between wakes it, what was before is seen here.
    if (const Result<sync::StateTag> tag = tagFor(parts, parts.reading(), waiting->device); !tag || *tag != *known)
        parts.waiters.wake(ticket);
}

} // namespace ourtable::hub
