// The limits of the server (security.md 3.4; hub.md). The defaults are what a hub in the open runs with; hub.json may set
// the numbers of connections, and tests shorten the deadlines.
#pragma once

#include <chrono>
#include <cstddef>

namespace ourtable::hub {

// How long a client may take for each step. The time in which the handler works has no deadline of ours: a long poll ends
// by the handler's own clock.
struct Deadlines {
    std::chrono::milliseconds handshake{10'000};
    std::chrono::milliseconds firstOctet{30'000}; // of the next request on an open connection
    std::chrono::milliseconds head{10'000};
    std::chrono::milliseconds body{10'000};
    std::chrono::milliseconds answer{30'000};
    std::chrono::milliseconds linger{2'000}; // for a client that still sends to read its answer
    std::chrono::milliseconds stop{5'000};   // for everything together once the server stops
};

struct ServerLimits {
    std::size_t connections = 2'000;
    std::size_t perAddress = 20;   // an IPv6 client counts by its /64
    std::size_t perLoopback = 200; // instead of perAddress: proxies and local programs
    // The rule for large bodies: a request whose body is announced as longer than kLargeBody, or comes in chunks and so
    // announces nothing, is read only while fewer than this many others of the kind are being read; it gets a 503 with
    // Retry-After otherwise. Shorter bodies are not counted.
    std::size_t largeBodies = 32;
    Deadlines deadlines;
};

inline constexpr std::size_t kLargeBody = 64u << 10;
inline constexpr std::size_t kLingerOctets = 8u << 20; // read and thrown away, at most, after a refusal
inline constexpr unsigned kRetryAfterSeconds = 2;

} // namespace ourtable::hub
