// What a directory entry says, between its struct and its octets; directoryentry.cpp puts the frame with signatures around it.
#pragma once

#include "core/sync/directoryentry.h"

namespace ourtable::sync {

// The type is the index of the alternative; it stands before the body.
void encodeDirectoryBody(cbor::Writer &out, const DirectoryBody &body);

// Unsupported for a type that this version does not know; anything else that is wrong fails the reader.
[[nodiscard]] Result<DirectoryBody> decodeDirectoryBody(cbor::Reader &in, std::int64_t type);

} // namespace ourtable::sync
