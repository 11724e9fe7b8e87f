#include "app/hub/refusalanswer.h"

#include "app/hub/serverlimits.h"

namespace ourtable::hub {
namespace {

std::string_view wordsOf(Refusal refusal)
{
    switch (refusal) {
    case Refusal::None: break;
    case Refusal::Malformed: return "malformed\n";
    case Refusal::NotFound: return "not_found\n";
    case Refusal::MethodNotAllowed: return "method_not_allowed\n";
    case Refusal::BodyTooLarge: return "too_large\n";
    case Refusal::HeadTooLarge: return "head_too_large\n";
    case Refusal::Busy: return "busy\n";
    }
    return {};
}

} // namespace

HttpAnswer answerFor(Refusal refusal)
{
    HttpAnswer answer;
    answer.status = static_cast<unsigned>(refusal);
    answer.body = toBytes(wordsOf(refusal));
    answer.contentType = "text/plain; charset=utf-8";
    answer.retryAfter = refusal == Refusal::Busy ? kRetryAfterSeconds : 0;
    return answer;
}

} // namespace ourtable::hub
