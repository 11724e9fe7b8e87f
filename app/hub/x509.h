// The few X.509 things that a hub's own certificate authority needs, over OpenSSL 3. Pure functions; times are seconds since
// 1970 UTC and come from outside.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include <openssl/evp.h>
#include <openssl/x509.h>

#include "core/crypto/securebytes.h"
#include "core/support/result.h"

namespace ourtable::hub::x509 {

template <auto function>
struct Free {
    template <class T>
    void operator()(T *held) const
    {
        function(held);
    }
};
using Key = std::unique_ptr<EVP_PKEY, Free<EVP_PKEY_free>>;
using Certificate = std::unique_ptr<X509, Free<X509_free>>;

// A new P-256 key: what every TLS library that tablets and desktops come with verifies.
[[nodiscard]] Result<Key> makeKey();

// Signed by itself, valid for 20 years, may sign leaves and nothing else.
[[nodiscard]] Result<Certificate> makeAuthority(EVP_PKEY *key, std::int64_t now);

// For a TLS server of these names (canonical host names and addresses, not empty), valid for two years and never longer
// than the authority.
[[nodiscard]] Result<Certificate> makeLeaf(EVP_PKEY *key, const std::vector<std::string> &names, X509 *authority,
                                           EVP_PKEY *authorityKey, std::int64_t now);

// The host names and addresses that a certificate is for, sorted.
[[nodiscard]] std::vector<std::string> namesOf(X509 *certificate);
[[nodiscard]] std::int64_t notAfterOf(X509 *certificate);
[[nodiscard]] std::int64_t notBeforeOf(X509 *certificate);

[[nodiscard]] Bytes derOf(X509 *certificate);
// The DER octets of its SubjectPublicKeyInfo.
[[nodiscard]] Bytes publicKeyInfoOf(X509 *certificate);

// PEM, the key first when there is one. Decoding takes the first key and the first certificate; Corrupt when there is none
// or the two do not belong together.
[[nodiscard]] Result<crypto::SecretBytes> toPem(EVP_PKEY *key, const std::vector<X509 *> &certificates);
struct KeyAndCertificate {
    Key key;
    Certificate certificate;
};
[[nodiscard]] Result<KeyAndCertificate> fromPem(ByteView pem);

} // namespace ourtable::hub::x509
