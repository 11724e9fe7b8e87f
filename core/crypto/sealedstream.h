// Sealing in chunks one after the other (crypto_secretstream), for what is too large to be sealed in one piece. Nothing can
// be left out, turned round or cut off unnoticed: the last chunk says that it is the last.
#pragma once

#include <memory>

#include "core/crypto/securebytes.h"
#include "core/support/result.h"

namespace ourtable::crypto {

inline constexpr std::size_t kStreamChunk = 64 * 1024; // of plain octets; only the last one is shorter
inline constexpr std::size_t kStreamHeader = 24;
inline constexpr std::size_t kStreamOverhead = 17; // a sealed chunk is this much longer

struct StreamState; // holds a key: wiped when it goes

class StreamSealer {
public:
    explicit StreamSealer(KeyView key);
    ~StreamSealer();
    StreamSealer(const StreamSealer &) = delete;
    StreamSealer &operator=(const StreamSealer &) = delete;

    // Goes before the first chunk, readable.
    [[nodiscard]] ByteView header() const;
    // Writes chunk.size() + kStreamOverhead octets.
    void seal(ByteView chunk, ByteView associated, bool last, std::uint8_t *to);

private:
    std::unique_ptr<StreamState> m_state;
};

class StreamOpener {
public:
    // header: kStreamHeader octets.
    StreamOpener(KeyView key, ByteView header);
    ~StreamOpener();
    StreamOpener(const StreamOpener &) = delete;
    StreamOpener &operator=(const StreamOpener &) = delete;

    // Writes sealed.size() - kStreamOverhead octets. SealBroken: altered, another key or associated data, out of its order, or
    // behind the last one; what was written then means nothing.
    [[nodiscard]] Result<void> open(ByteView sealed, ByteView associated, std::uint8_t *to);
    // Whether the last chunk was opened: without that, something was cut off.
    [[nodiscard]] bool isAtEnd() const { return m_atEnd; }

private:
    std::unique_ptr<StreamState> m_state;
    bool m_good = true;
    bool m_atEnd = false;
};

} // namespace ourtable::crypto
