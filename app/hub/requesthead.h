// The head of a request, read more strictly than the HTTP library reads it (hub.md, What bites 3): whatever two programs
// could read in two ways is refused before an octet of the body is looked at. Pure functions, no HTTP library behind them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace ourtable::hub {

inline constexpr std::size_t kHeadOctets = 16u << 10; // request line, fields and the empty line
inline constexpr std::size_t kHeadFields = 64;

// What the server itself answers, as the status of the answer. The connection ends after every one of them.
enum class Refusal : unsigned {
    None = 0,
    Malformed = 400,
    NotFound = 404,
    MethodNotAllowed = 405,
    BodyTooLarge = 413,
    HeadTooLarge = 431,
    Busy = 503,
};

struct RequestHead {
    std::string method;                         // "GET" or "POST"
    std::string target;                         // starts with '/', see readHead
    std::string authorization;                  // the OurTable-Auth field, empty when there is none
    std::optional<std::uint64_t> contentLength; // never together with chunked
    bool chunked = false;
    bool expectsContinue = false;
};

// Looks for the end of the head in what has arrived, each octet once. One finder a request.
class HeadFinder {
public:
    // Neither set: more octets are needed.
    struct Found {
        std::size_t length = 0; // of the whole head, with its empty line
        Refusal refusal = Refusal::None;
    };
    // soFar is everything since the head began and only grows from call to call. Malformed at the first control
    // character or lone CR or LF, HeadTooLarge when the head has not ended within kHeadOctets.
    [[nodiscard]] Found look(std::string_view soFar);

private:
    std::size_t m_seen = 0;
};

// Reads one head that HeadFinder found. None, and head filled, only for: HTTP/1.1; exactly one Host; at most one
// Content-Length of digits only; Transfer-Encoding exactly "chunked" and never with a length; at most one OurTable-Auth;
// no folded field; at most kHeadFields fields (HeadTooLarge); GET or POST (MethodNotAllowed); a target that starts with
// '/' and has only printable ASCII and no "..", "//", '%' or '\' (NotFound). Everything else is Malformed, which is
// decided first.
[[nodiscard]] Refusal readHead(std::string_view raw, RequestHead &head);

} // namespace ourtable::hub
