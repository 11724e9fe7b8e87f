// A request and its answer, free of any HTTP library: what core/hub's routes work on and app/hub's server carries.
#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include "core/support/bytes.h"

namespace ourtable::hub {

// One complete request whose head and body passed the server's limits.
struct HttpRequest {
    std::string method;         // "GET", "POST"
    std::string target;         // as sent: path and query, "/v1/pull?c=...&after=12"
    std::string authorization;  // the OurTable-Auth header, empty when there is none
    std::string peer;           // the client's address without port, for limits; never logged whole
    Bytes body;
};

struct HttpAnswer {
    unsigned status = 200;
    Bytes body;                  // CBOR, except /healthz (text)
    unsigned retryAfter = 0;     // seconds; 0 = no Retry-After header
    std::string contentType = "application/cbor";
};

// What the server hands requests to. handle() is called on the server's I/O thread and must return at once; the answer
// may come from any thread, exactly once. cancel tells that the server stops: waiting requests are answered now.
class HttpHandler {
public:
    virtual ~HttpHandler() = default;
    using Done = std::function<void(HttpAnswer)>;

    // The largest body that this target takes, in octets, known before any of it is read.
    [[nodiscard]] virtual std::size_t bodyLimit(const std::string &method, const std::string &target) const = 0;
    virtual void handle(HttpRequest request, Done done) = 0;
    virtual void cancelWaiting() = 0;
};

} // namespace ourtable::hub
