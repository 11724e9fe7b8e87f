#include "app/hub/requestlog.h"

namespace ourtable::hub {
namespace {

constexpr log::Name kRoutes[] = {
    "/healthz", "/v1/session", "/v1/hello", "/v1/push", "/v1/pull", "/v1/vv", "/v1/wait", "/v1/directory",
    "/v1/keybag", "/v1/found", "/v1/invite", "/v1/enrol", "/v1/enrolments",
};

log::Name methodOf(std::string_view method)
{
    if (method == "GET")
        return "GET";
    if (method == "POST")
        return "POST";
    return "other";
}

} // namespace

log::Name routeOf(std::string_view target)
{
    const std::string_view path = target.substr(0, target.find('?'));
    for (const log::Name &route : kRoutes) {
        const std::string_view name = route.text();
        if (path.substr(0, name.size()) == name && (path.size() == name.size() || path[name.size()] == '/'))
            return route;
    }
    return "other";
}

void logRequest(const RequestFacts &facts)
{
    const auto milliseconds = std::chrono::duration_cast<std::chrono::milliseconds>(facts.took).count();
    log::write(facts.status >= 500 ? log::Level::Warning : log::Level::Information, "request",
               {{"method", methodOf(facts.method)},
                {"route", routeOf(facts.target)},
                {"status", facts.status},
                {"in", static_cast<std::uint64_t>(facts.octetsIn)},
                {"out", static_cast<std::uint64_t>(facts.octetsOut)},
                {"ms", static_cast<std::int64_t>(milliseconds)}});
}

} // namespace ourtable::hub
