#include "core/hub/answers.h"

#include "core/sync/wire.h"

namespace ourtable::hub {
namespace {

constexpr unsigned kRetrySeconds = 2;

HttpAnswer withRetry(unsigned status, std::string code, unsigned seconds)
{
    HttpAnswer answer = refused(status, std::move(code), seconds);
    answer.retryAfter = seconds;
    return answer;
}

} // namespace

HttpAnswer answered(Bytes body)
{
    HttpAnswer answer;
    answer.body = std::move(body);
    return answer;
}

HttpAnswer refused(unsigned status, std::string code, std::int64_t number, Bytes octets)
{
    HttpAnswer answer;
    answer.status = status;
    answer.body = sync::Refusal{std::move(code), number, std::move(octets)}.encoded();
    return answer;
}

HttpAnswer later(std::string code, unsigned seconds) { return withRetry(429, std::move(code), seconds); }
HttpAnswer busy() { return withRetry(503, "busy", kRetrySeconds); }

HttpAnswer unavailable(const Error &error)
{
    return withRetry(503, error.code == ErrorCode::StorageFull ? "storage_full" : "busy", kRetrySeconds);
}

HttpAnswer unsignedRequest() { return refused(401, "token"); }

} // namespace ourtable::hub
