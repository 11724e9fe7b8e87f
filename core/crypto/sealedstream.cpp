#include "core/crypto/sealedstream.h"

#include <sodium.h>

namespace ourtable::crypto {

static_assert(kStreamHeader == crypto_secretstream_xchacha20poly1305_HEADERBYTES);
static_assert(kStreamOverhead == crypto_secretstream_xchacha20poly1305_ABYTES);

struct StreamState {
    StreamState() = default;
    ~StreamState() { sodium_memzero(&sodium, sizeof sodium); }
    StreamState(const StreamState &) = delete;
    StreamState &operator=(const StreamState &) = delete;

    crypto_secretstream_xchacha20poly1305_state sodium{};
    std::uint8_t header[kStreamHeader]{};
};

StreamSealer::StreamSealer(KeyView key) : m_state(std::make_unique<StreamState>())
{
    crypto_secretstream_xchacha20poly1305_init_push(&m_state->sodium, m_state->header, key.data());
}

StreamSealer::~StreamSealer() = default;

ByteView StreamSealer::header() const { return m_state->header; }

void StreamSealer::seal(ByteView chunk, ByteView associated, bool last, std::uint8_t *to)
{
    const unsigned char tag = last ? crypto_secretstream_xchacha20poly1305_TAG_FINAL : crypto_secretstream_xchacha20poly1305_TAG_MESSAGE;
    crypto_secretstream_xchacha20poly1305_push(&m_state->sodium, to, nullptr, chunk.data(), chunk.size(), associated.data(),
                                               associated.size(), tag);
}

StreamOpener::StreamOpener(KeyView key, ByteView header) : m_state(std::make_unique<StreamState>())
{
    m_good = header.size() == kStreamHeader
        && crypto_secretstream_xchacha20poly1305_init_pull(&m_state->sodium, header.data(), key.data()) == 0;
}

StreamOpener::~StreamOpener() = default;

Result<void> StreamOpener::open(ByteView sealed, ByteView associated, std::uint8_t *to)
{
    unsigned char tag = 0;
    m_good = m_good && !m_atEnd && sealed.size() >= kStreamOverhead
        && crypto_secretstream_xchacha20poly1305_pull(&m_state->sodium, to, nullptr, &tag, sealed.data(), sealed.size(),
                                                      associated.data(), associated.size())
            == 0;
    if (!m_good)
        return ErrorCode::SealBroken;
    m_atEnd = tag == crypto_secretstream_xchacha20poly1305_TAG_FINAL;
    return {};
}

} // namespace ourtable::crypto
