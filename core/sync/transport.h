// The client's way to its hub, handed in from outside (platform/common has the real one, tests/support the faulty one).
#pragma once

#include <string>
#include <utility>

#include "core/support/bytes.h"
#include "core/support/result.h"

namespace ourtable::sync {

struct TransportRequest {
    std::string method;        // "GET" or "POST"
    std::string target;        // path and query, exactly as it is signed
    std::string authorization; // the OurTable-Auth header; empty for unsigned calls
    Bytes body;
    int timeoutMilliseconds = 30000;
};

struct TransportAnswer {
    unsigned status = 0;
    Bytes body;
    unsigned retryAfter = 0;   // seconds; 0 = not said
};

// One request at a time to one hub. Offline = no usable answer from the right hub: no network, wrong certificate,
// captive portal, cut connection, redirect, wrong content type, an answer past the cap.
class Transport {
public:
    virtual ~Transport() = default;
    [[nodiscard]] virtual Result<TransportAnswer> send(const TransportRequest &request) = 0;

    // The same in two halves, for work while the hub works: begin() returns when the request is on its way, finish() with
    // its answer, which may be an error that begin() could have given. One at a time; another begin() or a send() gives up
    // what was not finished, which the hub may have done nevertheless. Offline from finish() when nothing was begun.
    [[nodiscard]] virtual Result<void> begin(const TransportRequest &request)
    {
        m_answer = send(request);
        return {};
    }
    [[nodiscard]] virtual Result<TransportAnswer> finish()
    {
        return std::exchange(m_answer, Error{ErrorCode::Offline, "nothing begun"});
    }

private:
    Result<TransportAnswer> m_answer = Error{ErrorCode::Offline, "nothing begun"};
};

} // namespace ourtable::sync
