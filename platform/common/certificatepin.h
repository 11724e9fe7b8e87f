// What we need to know of an X.509 certificate: who issued it, and the pin of its key. Pure functions over octets that may
// come from anybody; nothing here says that a signature holds.
#pragma once

#include <optional>
#include <vector>

#include "core/support/bytes.h"
#include "core/support/ids.h"
#include "core/support/result.h"

namespace ourtable::platform {

// Views into the certificate: whole DER elements, header included.
struct CertificateParts {
    ByteView issuer;
    ByteView subject;
    ByteView publicKeyInfo; // SubjectPublicKeyInfo
};

// Nothing unless the octets are one DER certificate as far as its public key.
[[nodiscard]] std::optional<CertificateParts> partsOfCertificate(ByteView der);

// BLAKE2b-256 of the SubjectPublicKeyInfo. Malformed.
[[nodiscard]] Result<Hash> pinOfCertificate(ByteView der);

// The DER of a file with exactly one certificate, PEM or DER. Malformed.
[[nodiscard]] Result<Bytes> derOfCertificateFile(ByteView octets);

// The certificate of that pin among several; NotFound.
[[nodiscard]] Result<Bytes> certificateWithPin(const std::vector<Bytes> &ders, const Hash &pin);

} // namespace ourtable::platform
