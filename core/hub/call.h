// One request on its way through the routes. Only core/hub's own sources include it.
#pragma once

#include "core/hub/answers.h"
#include "core/hub/hubmembership.h"
#include "core/hub/hubparts.h"
#include "core/hub/requesttarget.h"

namespace ourtable::hub {

// Handlers run on the worker's thread and answer through done, exactly once, now or later.
struct Call {
    HttpRequest request;
    RequestTarget target;
    DeviceId device;                   // whose signature held; zero for unsigned calls
    DirectoryState::Snapshot directory;
    std::int64_t now = 0;              // milliseconds since 1970
    HttpHandler::Done done;

    [[nodiscard]] Membership membership() const { return Membership(*directory, now); }
    void answer(HttpAnswer given) const { done(std::move(given)); }
    // Answers with what could not be read, or the message.
    template <class Message>
    void answerWith(const Result<Message> &message) const
    {
        answer(message ? answered(message->encoded()) : unavailable(message.error()));
    }
};

// The request's body as its message, or nothing and the answer given: malformed.
template <class Message>
[[nodiscard]] std::optional<Message> bodyOf(const Call &call)
{
    Result<Message> message = Message::decode(call.request.body);
    if (message)
        return std::move(message).value();
    call.answer(refused(400, "malformed"));
    return std::nullopt;
}

// Runs work in the writer's next group and answers what it made once that is committed: 503 when it could not be.
// afterwards, when given, runs on the writer's thread before an answer of 200 goes out, and may read the writing store and
// change the answer.
struct Submission {
    std::size_t changes = 0;
    std::function<Result<HttpAnswer>(GroupContext &)> work;
    std::function<void(HttpAnswer &)> afterwards;
};
void submit(HubParts &parts, Call call, Submission submission);

} // namespace ourtable::hub
