#include "core/store/sqlite/memoryimage.h"

#include <sqlite3.h>
#include <utility>

namespace ourtable::store {

MemoryImage::MemoryImage(std::size_t size) : m_octets(static_cast<std::uint8_t *>(sqlite3_malloc64(size)))
{
    m_size = m_octets ? size : 0;
}

MemoryImage::~MemoryImage()
{
    // volatile: the compiler may not leave the wiping out.
    for (volatile std::uint8_t *at = m_octets; at != m_octets + m_size; ++at)
        *at = 0;
    sqlite3_free(m_octets);
}

MemoryImage::MemoryImage(MemoryImage &&other) noexcept
    : m_octets(std::exchange(other.m_octets, nullptr)), m_size(std::exchange(other.m_size, 0))
{
}

MemoryImage &MemoryImage::operator=(MemoryImage &&other) noexcept
{
    std::swap(m_octets, other.m_octets);
    std::swap(m_size, other.m_size);
    return *this;
}

std::uint8_t *MemoryImage::release()
{
    m_size = 0;
    return std::exchange(m_octets, nullptr);
}

} // namespace ourtable::store
