// Large things at rest, sealed as a stream (sealedstream.h): snapshots. A file that lost its end, or any octet, is refused
// whole.
#pragma once

#include <functional>
#include <string>

#include "core/crypto/sealedstream.h"
#include "core/support/result.h"

namespace ourtable::crypto {

// Writes source to "<path>.new" in sealed chunks, syncs and renames it over path. associated is bound to the first chunk.
// The source is read in place and never copied whole.
[[nodiscard]] Result<void> sealFile(const std::string &path, KeyView key, ByteView source, ByteView associated);

// Opens a sealed file chunk by chunk. allocate is told the plain size and gives the memory to fill; nothing of it may be
// used unless the result is good. NotFound, SealBroken (cut, flipped, another key or associated data), StorageFailed.
[[nodiscard]] Result<void> openFile(const std::string &path, KeyView key, ByteView associated,
                                    const std::function<std::uint8_t *(std::size_t)> &allocate);

} // namespace ourtable::crypto
