#include "core/hub/call.h"

namespace ourtable::hub {
namespace {

struct Pending {
    Call call;
    Submission submission;
    HttpAnswer answer;
};

void finish(const std::shared_ptr<Pending> &pending, const Result<void> &kept)
{
    if (!kept)
        return pending->call.answer(unavailable(kept.error()));
    if (pending->submission.afterwards && pending->answer.status == 200)
        pending->submission.afterwards(pending->answer);
    pending->call.answer(std::move(pending->answer));
}

} // namespace

void submit(HubParts &parts, Call call, Submission submission)
{
    WriteTask task;
    task.octets = call.request.body.size();
    task.changes = submission.changes;
    auto pending = std::make_shared<Pending>(Pending{std::move(call), std::move(submission), {}});
    task.work = [pending](GroupContext &context) -> Result<void> {
        OURTABLE_ASSIGN(pending->answer, pending->submission.work(context));
        return {};
    };
    task.done = [pending](const Result<void> &kept) { finish(pending, kept); };
    if (!parts.writer.submit(task))
        pending->call.answer(busy());
}

} // namespace ourtable::hub
