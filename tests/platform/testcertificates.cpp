#include "tests/platform/testcertificates.h"

#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

namespace ourtable::test {
namespace {

constexpr long kDay = 24 * 3600;

EVP_PKEY *makeKey(KeyKind kind)
{
    switch (kind) {
    case KeyKind::Ed25519: return EVP_PKEY_Q_keygen(nullptr, nullptr, "ED25519");
    case KeyKind::Rsa2048: return EVP_PKEY_Q_keygen(nullptr, nullptr, "RSA", size_t{2048});
    case KeyKind::P256: break;
    }
    return EVP_PKEY_Q_keygen(nullptr, nullptr, "EC", "P-256");
}

void addExtension(X509 *certificate, X509 *issuer, int number, const char *value)
{
    X509V3_CTX context;
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    X509_EXTENSION *extension = X509V3_EXT_conf_nid(nullptr, &context, number, value);
    X509_add_ext(certificate, extension, -1);
    X509_EXTENSION_free(extension);
}

X509 *makeCertificate(EVP_PKEY *key, const char *name, int days)
{
    static long serial = 0;
    X509 *certificate = X509_new();
    X509_set_version(certificate, 2);
    ASN1_INTEGER_set(X509_get_serialNumber(certificate), ++serial);
    X509_gmtime_adj(X509_getm_notBefore(certificate), days < 0 ? 2 * days * kDay : -kDay);
    X509_gmtime_adj(X509_getm_notAfter(certificate), days * kDay);
    X509_NAME_add_entry_by_txt(X509_get_subject_name(certificate), "CN", MBSTRING_ASC,
                               reinterpret_cast<const unsigned char *>(name), -1, -1, 0);
    X509_set_pubkey(certificate, key);
    return certificate;
}

// Ed25519 signs without a separate digest.
void signWith(X509 *certificate, EVP_PKEY *key)
{
    X509_sign(certificate, key, EVP_PKEY_get_base_id(key) == EVP_PKEY_ED25519 ? nullptr : EVP_sha256());
}

template <class Write>
QByteArray pemOf(Write write)
{
    BIO *memory = BIO_new(BIO_s_mem());
    write(memory);
    char *text = nullptr;
    const long size = BIO_get_mem_data(memory, &text);
    QByteArray pem(text, size);
    BIO_free(memory);
    return pem;
}

} // namespace

Authority::Authority(KeyKind kind, const char *name) : m_key(makeKey(kind)), m_certificate(makeCertificate(m_key, name, 2))
{
    X509_set_issuer_name(m_certificate, X509_get_subject_name(m_certificate));
    addExtension(m_certificate, m_certificate, NID_basic_constraints, "critical,CA:TRUE");
    addExtension(m_certificate, m_certificate, NID_key_usage, "critical,keyCertSign");
    signWith(m_certificate, m_key);
}

Authority::~Authority()
{
    X509_free(m_certificate);
    EVP_PKEY_free(m_key);
}

QByteArray Authority::certificate() const
{
    return pemOf([this](BIO *to) { PEM_write_bio_X509(to, m_certificate); });
}

Identity Authority::issue(const char *names, int days) const
{
    EVP_PKEY *key = makeKey(KeyKind::P256);
    X509 *leaf = makeCertificate(key, "hub", days);
    X509_set_issuer_name(leaf, X509_get_subject_name(m_certificate));
    addExtension(leaf, m_certificate, NID_subject_alt_name, names);
    addExtension(leaf, m_certificate, NID_ext_key_usage, "serverAuth");
    signWith(leaf, m_key);
    Identity identity;
    identity.certificate = pemOf([leaf](BIO *to) { PEM_write_bio_X509(to, leaf); });
    identity.key = pemOf([key](BIO *to) { PEM_write_bio_PrivateKey(to, key, nullptr, nullptr, 0, nullptr, nullptr); });
    X509_free(leaf);
    EVP_PKEY_free(key);
    return identity;
}

} // namespace ourtable::test
