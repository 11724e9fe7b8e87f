// CBOR in one strict profile, for everything that is hashed, sealed or sent.
//
// Deterministic encoding of RFC 8949 4.2.1: shortest integers, definite lengths, map keys (integers or text) strictly
// increasing; no floats, tags, undefined or simple values beside false, true and null; text is valid UTF-8 without NUL.
// Integers are those of int64. A decoder that accepts anything else would give two encodings of one thing.
#pragma once

#include "core/support/result.h"
#include "core/support/value.h"

namespace ourtable::cbor {

struct Limits {
    std::size_t octets = 256 * 1024; // refuse longer input before looking at it
    int depth = 16;
    int nodes = 65536;               // values in all
};

[[nodiscard]] Bytes encode(const Value &value);

// The one value that the octets encode; Malformed on anything outside the profile (including trailing octets), TooLarge
// over a limit. Never allocates by a declared length before the octets are there.
[[nodiscard]] Result<Value> decode(ByteView octets, const Limits &limits = {});

// Writes without building a Value first, for the hot paths (envelopes, runs). The caller keeps map keys in order.
class Writer {
public:
    void integer(std::int64_t value);
    void text(std::string_view value);
    void octets(ByteView value);
    void null();
    void boolean(bool value);
    void array(std::size_t items);
    void map(std::size_t entries);
    void value(const Value &value);
    // Appends what is already encoded.
    void raw(ByteView encoded) { append(m_out, encoded); }

    [[nodiscard]] const Bytes &bytes() const { return m_out; }
    [[nodiscard]] Bytes take() { return std::move(m_out); }

private:
    void head(int major, std::uint64_t argument);
    Bytes m_out;
};

// Reads without building a Value, for the hot paths. The first thing that does not fit sets failed() and every later
// read gives empty results; look once at the end. Views point into the input.
class Reader {
public:
    explicit Reader(ByteView octets, const Limits &limits = {});

    [[nodiscard]] std::int64_t integer();
    [[nodiscard]] std::string_view text();
    [[nodiscard]] ByteView octets();
    [[nodiscard]] bool boolean();
    [[nodiscard]] std::size_t array();
    [[nodiscard]] std::size_t map();
    [[nodiscard]] Value value();
    // Consumes null when it is next; false and nothing consumed otherwise.
    [[nodiscard]] bool null();
    // The octets of the next value, skipped over.
    [[nodiscard]] ByteView raw();

    template <class Id>
    [[nodiscard]] Id id()
    {
        const ByteView held = octets();
        const std::optional<Id> made = Id::from(held);
        if (!made)
            fail();
        return made.value_or(Id{});
    }

    void fail() { m_failed = true; }
    [[nodiscard]] bool failed() const { return m_failed; }
    [[nodiscard]] bool atEnd() const { return m_at == m_octets.size(); }
    [[nodiscard]] bool finished() const { return !m_failed && atEnd(); }

private:
    bool head(int &major, std::uint64_t &argument);
    bool expect(int major, std::uint64_t &argument);
    Value read(int depth);

    ByteView m_octets;
    std::size_t m_at = 0;
    int m_nodesLeft;
    int m_depth;
    bool m_failed = false;
};

} // namespace ourtable::cbor
