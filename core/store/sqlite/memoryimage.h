// Memory that is to become a database (a snapshot on its way in).
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "core/support/bytes.h"

namespace ourtable::store {

// A buffer from SQLite's own allocator, so that Database::deserialize takes it over without a copy. Move-only. What it
// held is wiped when it goes without having been taken.
class MemoryImage {
public:
    MemoryImage() = default;
    // Empty (size 0) when there is not so much memory.
    explicit MemoryImage(std::size_t size);
    ~MemoryImage();
    MemoryImage(MemoryImage &&other) noexcept;
    MemoryImage &operator=(MemoryImage &&other) noexcept;
    MemoryImage(const MemoryImage &) = delete;
    MemoryImage &operator=(const MemoryImage &) = delete;

    [[nodiscard]] std::uint8_t *data() { return m_octets; }
    [[nodiscard]] std::size_t size() const { return m_size; }
    [[nodiscard]] std::span<std::uint8_t> writable() { return {m_octets, m_size}; }

    // Gives the memory away; the caller frees it with sqlite3_free.
    [[nodiscard]] std::uint8_t *release();

private:
    std::uint8_t *m_octets = nullptr;
    std::size_t m_size = 0;
};

} // namespace ourtable::store
