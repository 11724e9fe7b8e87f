// What the fuzz targets share. A target defines once(); entry.cpp calls it for every input.
#pragma once

#include <algorithm>

#include "core/support/bytes.h"
#include "core/support/result.h"

namespace ourtable::fuzz {

void once(ByteView octets);

// Ends the run at the caller when an invariant is broken, in every build.
[[gnu::always_inline]] inline void must(bool holds)
{
    if (!holds)
        __builtin_trap();
}

// Takes an input apart from the front. Past the end everything is zero or empty.
class Input {
public:
    explicit Input(ByteView octets) : m_rest(octets) {}

    [[nodiscard]] bool empty() const { return m_rest.empty(); }
    [[nodiscard]] ByteView rest() const { return m_rest; }
    ByteView take(std::size_t length)
    {
        const ByteView taken = m_rest.first(std::min(length, m_rest.size()));
        m_rest = m_rest.subspan(taken.size());
        return taken;
    }
    std::uint8_t octet()
    {
        const ByteView taken = take(1);
        return taken.empty() ? 0 : taken.front();
    }
    // Big-endian, as the seeds are written.
    std::uint64_t number(std::size_t octets)
    {
        std::uint64_t value = 0;
        while (octets-- > 0)
            value = value << 8 | octet();
        return value;
    }
    // Two octets of length, then so many.
    ByteView chunk() { return take(number(2)); }

private:
    ByteView m_rest;
};

// Errors are values with one of these codes, and their detail is short enough to be a name of ours.
template <class T>
void mustBeOneOf(const Result<T> &failed, std::initializer_list<ErrorCode> codes)
{
    must(std::find(codes.begin(), codes.end(), failed.error().code) != codes.end());
    must(failed.error().detail.size() <= 200);
}

// What a message decodes from is what it encodes to: there is one encoding of each.
template <class Message>
void roundTrip(ByteView octets)
{
    const Result<Message> read = Message::decode(octets);
    if (read)
        must(equal(read->encoded(), octets));
    else
        mustBeOneOf(read, {ErrorCode::Malformed});
}

} // namespace ourtable::fuzz
