#include "app/hub/x509.h"

#include <algorithm>
#include <array>
#include <ctime>

#include <arpa/inet.h>
#include <openssl/bio.h>
#include <openssl/bn.h>
#include <openssl/ec.h>
#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

#include "core/crypto/hashing.h"

namespace ourtable::hub::x509 {
namespace {

constexpr std::int64_t kDay = 86'400;
constexpr std::int64_t kAuthorityDays = 20 * 365 + 5;
constexpr std::int64_t kLeafDays = 2 * 365;
constexpr int kSerialBits = 127; // positive and at most 16 octets

using Bio = std::unique_ptr<BIO, Free<BIO_free_all>>;

Error libraryError(const char *where)
{
    ERR_clear_error();
    return {ErrorCode::Internal, where};
}

bool setSerial(X509 *certificate)
{
    const std::unique_ptr<BIGNUM, Free<BN_free>> number(BN_new());
    return number && BN_rand(number.get(), kSerialBits, BN_RAND_TOP_ANY, BN_RAND_BOTTOM_ANY) == 1
        && BN_to_ASN1_INTEGER(number.get(), X509_get_serialNumber(certificate)) != nullptr;
}

bool setCommonName(X509 *certificate, const std::string &name)
{
    const auto *text = reinterpret_cast<const unsigned char *>(name.data());
    return X509_NAME_add_entry_by_txt(X509_get_subject_name(certificate), "CN", MBSTRING_UTF8, text,
                                      static_cast<int>(name.size()), -1, 0) == 1;
}

// Valid from a day ago: tablets in cafés have clocks that are a little off.
bool setTimes(X509 *certificate, std::int64_t now, std::int64_t notAfter)
{
    return ASN1_TIME_set(X509_getm_notBefore(certificate), static_cast<time_t>(now - kDay)) != nullptr
        && ASN1_TIME_set(X509_getm_notAfter(certificate), static_cast<time_t>(notAfter)) != nullptr;
}

bool addExtension(X509 *certificate, X509 *issuer, int nid, const std::string &value)
{
    X509V3_CTX context;
    X509V3_set_ctx_nodb(&context);
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    const std::unique_ptr<X509_EXTENSION, Free<X509_EXTENSION_free>> extension(
        X509V3_EXT_conf_nid(nullptr, &context, nid, value.c_str()));
    return extension && X509_add_ext(certificate, extension.get(), -1) == 1;
}

bool isAddress(const std::string &name)
{
    std::array<unsigned char, sizeof(in6_addr)> octets;
    return inet_pton(AF_INET, name.c_str(), octets.data()) == 1 || inet_pton(AF_INET6, name.c_str(), octets.data()) == 1;
}

std::string alternativeNames(const std::vector<std::string> &names)
{
    std::string text;
    for (const std::string &name : names)
        text.append(text.empty() ? "" : ",").append(isAddress(name) ? "IP:" : "DNS:").append(name);
    return text;
}

std::string addressText(const ASN1_OCTET_STRING *octets)
{
    std::array<char, INET6_ADDRSTRLEN> text{};
    const int family = ASN1_STRING_length(octets) == 4 ? AF_INET : AF_INET6;
    if (!inet_ntop(family, ASN1_STRING_get0_data(octets), text.data(), text.size()))
        return {};
    return text.data();
}

std::int64_t secondsOf(const ASN1_TIME *time)
{
    std::tm parts{};
    return ASN1_TIME_to_tm(time, &parts) == 1 ? static_cast<std::int64_t>(timegm(&parts)) : 0;
}

Result<Certificate> prepared(EVP_PKEY *key, const std::string &commonName, std::int64_t now, std::int64_t notAfter)
{
    Certificate made(X509_new());
    if (!made || X509_set_version(made.get(), X509_VERSION_3) != 1 || !setSerial(made.get())
        || !setCommonName(made.get(), commonName) || !setTimes(made.get(), now, notAfter)
        || X509_set_pubkey(made.get(), key) != 1)
        return libraryError("certificate");
    return made;
}

} // namespace

Result<Key> makeKey()
{
    Key key(EVP_EC_gen("P-256"));
    if (!key)
        return libraryError("key");
    return key;
}

Result<Certificate> makeAuthority(EVP_PKEY *key, std::int64_t now)
{
    OURTABLE_ASSIGN(Certificate made, prepared(key, "Our Table hub", now, now + kAuthorityDays * kDay));
    // Two hubs' authorities must differ in name too, or a client that knows both tries the wrong one.
    const std::string tail = crypto::plainHashOf(publicKeyInfoOf(made.get())).hex().substr(0, 8);
    const auto *text = reinterpret_cast<const unsigned char *>(tail.data());
    X509_NAME *subject = X509_get_subject_name(made.get());
    if (X509_NAME_add_entry_by_txt(subject, "OU", MBSTRING_UTF8, text, static_cast<int>(tail.size()), -1, 0) != 1
        || X509_set_issuer_name(made.get(), subject) != 1
        || !addExtension(made.get(), made.get(), NID_basic_constraints, "critical,CA:TRUE,pathlen:0")
        || !addExtension(made.get(), made.get(), NID_key_usage, "critical,keyCertSign,cRLSign")
        || !addExtension(made.get(), made.get(), NID_subject_key_identifier, "hash")
        || X509_sign(made.get(), key, EVP_sha256()) == 0)
        return libraryError("authority");
    return made;
}

Result<Certificate> makeLeaf(EVP_PKEY *key, const std::vector<std::string> &names, X509 *authority,
                             EVP_PKEY *authorityKey, std::int64_t now)
{
    const std::int64_t notAfter = std::min(now + kLeafDays * kDay, notAfterOf(authority));
    OURTABLE_ASSIGN(Certificate made, prepared(key, "Our Table hub server", now, notAfter));
    if (X509_set_issuer_name(made.get(), X509_get_subject_name(authority)) != 1
        || !addExtension(made.get(), authority, NID_basic_constraints, "critical,CA:FALSE")
        || !addExtension(made.get(), authority, NID_key_usage, "critical,digitalSignature")
        || !addExtension(made.get(), authority, NID_ext_key_usage, "serverAuth")
        || !addExtension(made.get(), authority, NID_subject_key_identifier, "hash")
        || !addExtension(made.get(), authority, NID_authority_key_identifier, "keyid:always")
        || !addExtension(made.get(), authority, NID_subject_alt_name, alternativeNames(names))
        || X509_sign(made.get(), authorityKey, EVP_sha256()) == 0)
        return libraryError("leaf");
    return made;
}

std::vector<std::string> namesOf(X509 *certificate)
{
    std::vector<std::string> names;
    const std::unique_ptr<GENERAL_NAMES, Free<GENERAL_NAMES_free>> found(
        static_cast<GENERAL_NAMES *>(X509_get_ext_d2i(certificate, NID_subject_alt_name, nullptr, nullptr)));
    for (int i = 0; found && i < sk_GENERAL_NAME_num(found.get()); ++i) {
        const GENERAL_NAME *name = sk_GENERAL_NAME_value(found.get(), i);
        if (name->type == GEN_IPADD)
            names.push_back(addressText(name->d.iPAddress));
        else if (name->type == GEN_DNS)
            names.emplace_back(reinterpret_cast<const char *>(ASN1_STRING_get0_data(name->d.dNSName)),
                               static_cast<std::size_t>(ASN1_STRING_length(name->d.dNSName)));
    }
    std::sort(names.begin(), names.end());
    return names;
}

std::int64_t notAfterOf(X509 *certificate) { return secondsOf(X509_get0_notAfter(certificate)); }

std::int64_t notBeforeOf(X509 *certificate) { return secondsOf(X509_get0_notBefore(certificate)); }

Bytes derOf(X509 *certificate)
{
    Bytes der(static_cast<std::size_t>(std::max(0, i2d_X509(certificate, nullptr))));
    std::uint8_t *to = der.data();
    i2d_X509(certificate, &to);
    return der;
}

Bytes publicKeyInfoOf(X509 *certificate)
{
    X509_PUBKEY *info = X509_get_X509_PUBKEY(certificate);
    Bytes der(static_cast<std::size_t>(std::max(0, i2d_X509_PUBKEY(info, nullptr))));
    std::uint8_t *to = der.data();
    i2d_X509_PUBKEY(info, &to);
    return der;
}

Result<crypto::SecretBytes> toPem(EVP_PKEY *key, const std::vector<X509 *> &certificates)
{
    const Bio memory(BIO_new(BIO_s_secmem()));
    bool written = memory != nullptr;
    if (written && key)
        written = PEM_write_bio_PrivateKey(memory.get(), key, nullptr, nullptr, 0, nullptr, nullptr) == 1;
    for (X509 *certificate : certificates)
        written = written && PEM_write_bio_X509(memory.get(), certificate) == 1;
    if (!written)
        return libraryError("pem");
    char *octets = nullptr;
    const long size = BIO_get_mem_data(memory.get(), &octets);
    return crypto::SecretBytes(toBytes(std::string_view(octets, static_cast<std::size_t>(size))));
}

Result<KeyAndCertificate> fromPem(ByteView pem)
{
    char noPassphrase[] = ""; // or the library asks for one on the terminal
    const Bio keyText(BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())));
    const Bio certificateText(BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())));
    KeyAndCertificate read;
    if (keyText && certificateText) {
        read.key.reset(PEM_read_bio_PrivateKey(keyText.get(), nullptr, nullptr, noPassphrase));
        read.certificate.reset(PEM_read_bio_X509(certificateText.get(), nullptr, nullptr, noPassphrase));
    }
    const bool whole = read.key && read.certificate && X509_check_private_key(read.certificate.get(), read.key.get()) == 1;
    ERR_clear_error();
    if (!whole)
        return {ErrorCode::Corrupt, "certificate"};
    return read;
}

} // namespace ourtable::hub::x509
