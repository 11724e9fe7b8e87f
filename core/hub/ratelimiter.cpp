#include "core/hub/ratelimiter.h"

#include <algorithm>
#include <arpa/inet.h>

namespace ourtable::hub {
namespace {

constexpr std::size_t kMostAddresses = 20'000;

std::string keyOf(const std::string &peer)
{
    static constexpr std::size_t kNetworkOctets = 8;
    in6_addr address{};
    if (::inet_pton(AF_INET6, peer.c_str(), &address) != 1)
        return peer;
    return std::string(reinterpret_cast<const char *>(address.s6_addr), kNetworkOctets);
}

} // namespace

// A bucket that holds n tokens less than `burst` is empty until n refills from now.
unsigned RateLimiter::take(const std::string &peer)
{
    const std::int64_t now = m_clock.monotonicMilliseconds();
    const std::int64_t refill = 60'000 / m_perMinute;
    const std::lock_guard lock(m_guard);
    if (m_buckets.size() >= kMostAddresses)
        forgetFull(now);
    Bucket &bucket = m_buckets[keyOf(peer)];
    const std::int64_t after = std::max(bucket.emptyUntil, now) + refill;
    const std::int64_t excess = after - now - refill * m_burst;
    if (excess > 0)
        return static_cast<unsigned>((excess + 999) / 1000);
    bucket.emptyUntil = after;
    return 0;
}

void RateLimiter::forgetFull(std::int64_t now)
{
    std::erase_if(m_buckets, [now](const auto &item) { return item.second.emptyUntil <= now; });
    if (m_buckets.size() >= kMostAddresses)
        m_buckets.erase(m_buckets.begin());
}

} // namespace ourtable::hub
