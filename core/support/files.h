// Files, with the two promises that the rest of core relies on: whole or not at all, and never deleted for being bad.
#pragma once

#include <string>

#include "core/support/bytes.h"
#include "core/support/result.h"

namespace ourtable::files {

// Writes to a temporary neighbour, syncs it, renames it over the path and syncs the folder: after a power cut the path
// holds the old octets or the new ones. Mode 0600. StorageFull or StorageFailed leave the old file untouched.
[[nodiscard]] Result<void> writeWhole(const std::string &path, ByteView octets);

// NotFound when there is none; TooLarge past the limit, before reading.
[[nodiscard]] Result<Bytes> readWhole(const std::string &path, std::size_t limit = 256u << 20);

// Moves a file that failed its check beside itself as "<name>.aside-<n>" and returns the new path.
[[nodiscard]] Result<std::string> setAside(const std::string &path);

// Makes the folder and its parents, mode 0700.
[[nodiscard]] Result<void> makeFolder(const std::string &path);

// Removes a file that holds nothing that is not elsewhere too (a snapshot); fine when it is not there.
[[nodiscard]] Result<void> removeCopy(const std::string &path);

// The code for an errno of a write.
[[nodiscard]] Error errorOfErrno(int number);

} // namespace ourtable::files
