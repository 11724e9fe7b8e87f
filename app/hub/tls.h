// The hub's side of TLS: version 1.3 and nothing older.
#pragma once

#include <string>

#include <openssl/ssl.h>

#include "core/support/result.h"

namespace ourtable::hub {

// Sets a fresh context up for the server: TLS 1.3 only, one ticket a handshake, no early data, no session cache, and key and
// certificate chain from one PEM file (certificates.h). Call it before any thread uses the context; it is not changed
// afterwards. Corrupt when the file does not hold a key and the certificate that goes with it; Internal when the library
// refuses a setting.
[[nodiscard]] Result<void> configureTls(SSL_CTX *context, const std::string &chainFile);

} // namespace ourtable::hub
