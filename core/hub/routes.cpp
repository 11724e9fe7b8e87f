#include "core/hub/routes.h"

#include "core/hub/changeroutes.h"
#include "core/hub/memberroutes.h"
#include "core/support/log.h"

namespace ourtable::hub {
namespace {

constexpr std::size_t kSmall = 4 * 1024;

enum class Caller { Anybody, Leaving, Enrolled, Coordinator }; // each of the last three includes those after it

struct Route {
    std::string_view method;
    std::string_view path;
    Caller caller;
    std::size_t bodyLimit;
    void (*handler)(HubParts &, Call);
};

constexpr Route kRoutes[] = {
    {"GET", "/healthz", Caller::Anybody, 0, healthRoute},
    {"POST", "/v1/session", Caller::Anybody, kSmall, sessionRoute},
    {"POST", "/v1/hello", Caller::Leaving, kSmall, helloRoute},
    {"POST", "/v1/push", Caller::Leaving, sync::kPushOctets, pushRoute},
    {"GET", "/v1/pull", Caller::Enrolled, 0, pullRoute},
    {"POST", "/v1/vv", Caller::Enrolled, sync::kMessageOctets, headsRoute},
    {"GET", "/v1/wait", Caller::Enrolled, 0, waitRoute},
    {"GET", "/v1/directory", Caller::Leaving, 0, readDirectoryRoute},
    {"POST", "/v1/directory", Caller::Enrolled, sync::kPushOctets, appendDirectoryRoute},
    {"GET", "/v1/keybag", Caller::Enrolled, 0, keysRoute},
    {"POST", "/v1/found", Caller::Anybody, sync::kPushOctets, foundRoute},
    {"POST", "/v1/invite", Caller::Coordinator, kSmall, postInviteRoute},
    {"GET", kInvitePath, Caller::Anybody, 0, inviteRoute},
    {"POST", "/v1/enrol", Caller::Anybody, kSmall, enrolRoute},
    {"GET", "/v1/enrolments", Caller::Coordinator, 0, enrolmentsRoute},
};

// A path that ends in "/" is followed by an id.
const Route *routeOf(std::string_view method, std::string_view path)
{
    for (const Route &route : kRoutes) {
        const bool same = route.path.ends_with('/') ? path.starts_with(route.path) : path == route.path;
        if (same && method == route.method)
            return &route;
    }
    return nullptr;
}

// The signed entry that switched the device off, so that it can see for itself (design README 8, Wire).
HttpAnswer switchedOff(HubParts &parts, const Call &call, std::string code)
{
    const sync::DeviceState *device = call.directory->device(call.device);
    Result<std::vector<Bytes>> entry = parts.reading().entriesFrom(device->revokedBy, 1);
    if (!entry || entry->empty())
        return unavailable(entry ? Error{ErrorCode::Corrupt, "directory"} : entry.error());
    log::write(log::Level::Warning, "switched_off", {{"device", call.device}});
    return refused(403, std::move(code), 0, std::move(entry->front()));
}

// Nothing when the caller may go on.
std::optional<HttpAnswer> refusalOf(HubParts &parts, Caller needed, const Call &call)
{
    switch (call.membership().standing(call.device)) {
    case Standing::Unknown: return unsignedRequest();
    case Standing::Revoked: return switchedOff(parts, call, "revoked");
    case Standing::Draining:
        return needed == Caller::Leaving ? std::nullopt : std::optional(switchedOff(parts, call, "draining"));
    case Standing::Active: break;
    }
    if (needed == Caller::Coordinator && !call.membership().isCoordinator(call.device))
        return refused(403, "not_permitted");
    return std::nullopt;
}

} // namespace

std::size_t bodyLimitOf(std::string_view method, std::string_view target)
{
    const std::optional<RequestTarget> parsed = RequestTarget::parse(target);
    const Route *route = parsed ? routeOf(method, parsed->path) : nullptr;
    return route ? route->bodyLimit : kSmall;
}

void serve(HubParts &parts, HttpRequest request, HttpHandler::Done done)
{
    std::optional<RequestTarget> target = RequestTarget::parse(request.target);
    const Route *route = target ? routeOf(request.method, target->path) : nullptr;
    if (!route)
        return done(refused(404, "not_found"));
    if (request.body.size() > route->bodyLimit)
        return done(refused(413, "too_large", static_cast<std::int64_t>(route->bodyLimit)));
    Call call{std::move(request), std::move(*target), {}, parts.directory.committed(), parts.clock.wallMilliseconds(),
              std::move(done)};
    if (route->caller != Caller::Anybody) {
        const std::optional<DeviceId> device = parts.guard.verify(call.request, *call.directory);
        if (!device) {
            log::write(log::Level::Information, "signature_refused");
            return call.answer(unsignedRequest());
        }
        call.device = *device;
        if (std::optional<HttpAnswer> refusal = refusalOf(parts, route->caller, call))
            return call.answer(std::move(*refusal));
    }
    route->handler(parts, std::move(call));
}

} // namespace ourtable::hub
