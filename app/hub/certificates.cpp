#include "app/hub/certificates.h"

#include <algorithm>
#include <array>

#include <arpa/inet.h>
#include <openssl/err.h>
#include <sys/stat.h>

#include "core/crypto/hashing.h"
#include "core/support/files.h"

namespace ourtable::hub {
namespace {

constexpr std::size_t kPemLimit = 64u << 10;
constexpr std::int64_t kRenewWithin = 60 * 86'400;
constexpr std::size_t kLongestHost = 253;
constexpr std::size_t kLongestLabel = 63;

std::string authorityFile(const std::string &folder) { return folder + "/authority.pem"; }
std::string publicFile(const std::string &folder) { return folder + "/authority-public.pem"; }
std::string serverFile(const std::string &folder) { return folder + "/server.pem"; }

bool isLabel(std::string_view label)
{
    const auto plain = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; };
    return !label.empty() && label.size() <= kLongestLabel && label.front() != '-' && label.back() != '-'
        && std::all_of(label.begin(), label.end(), plain);
}

bool isHostName(std::string_view name)
{
    if (name.empty() || name.size() > kLongestHost)
        return false;
    while (true) {
        const std::size_t dot = name.find('.');
        if (!isLabel(name.substr(0, dot)))
            return false;
        if (dot == name.npos)
            break;
        name.remove_prefix(dot + 1);
    }
    // Its last label would be a number: an address with a mistake in it, not a name.
    return !std::all_of(name.begin(), name.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::vector<std::string> withLocalNames(std::vector<std::string> names)
{
    names.insert(names.end(), {"127.0.0.1", "localhost"});
    std::sort(names.begin(), names.end());
    names.erase(std::unique(names.begin(), names.end()), names.end());
    return names;
}

Result<void> writePem(const std::string &path, EVP_PKEY *key, const std::vector<X509 *> &certificates)
{
    OURTABLE_ASSIGN(const crypto::SecretBytes pem, x509::toPem(key, certificates));
    return files::writeWhole(path, pem.view());
}

Result<x509::KeyAndCertificate> readPem(const std::string &path)
{
    OURTABLE_ASSIGN(Bytes octets, files::readWhole(path, kPemLimit));
    const crypto::SecretBytes pem(std::move(octets));
    return x509::fromPem(pem.view());
}

bool othersMayRead(const std::string &path)
{
    struct stat found{};
    return ::stat(path.c_str(), &found) == 0 && (found.st_mode & (S_IRWXG | S_IRWXO)) != 0;
}

} // namespace

Result<std::string> canonicalHost(std::string_view host)
{
    std::string text(host);
    std::array<unsigned char, sizeof(in6_addr)> octets;
    std::array<char, INET6_ADDRSTRLEN> spelling{};
    for (const int family : {AF_INET, AF_INET6}) {
        if (inet_pton(family, text.c_str(), octets.data()) == 1)
            return std::string(inet_ntop(family, octets.data(), spelling.data(), spelling.size()));
    }
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
    std::transform(text.begin(), text.end(), text.begin(), lower);
    if (!isHostName(text))
        return {ErrorCode::InvalidInput, "name"};
    return text;
}

Result<Authority> Authority::create(const std::string &folder, std::int64_t now)
{
    struct stat found{};
    if (::stat(authorityFile(folder).c_str(), &found) == 0)
        return {ErrorCode::AlreadyExists, "authority"};
    x509::KeyAndCertificate made;
    OURTABLE_ASSIGN(made.key, x509::makeKey());
    OURTABLE_ASSIGN(made.certificate, x509::makeAuthority(made.key.get(), now));
    OURTABLE_TRY(writePem(authorityFile(folder), made.key.get(), {made.certificate.get()}));
    OURTABLE_TRY(writePem(publicFile(folder), nullptr, {made.certificate.get()}));
    return Authority(folder, std::move(made));
}

Result<Authority> Authority::load(const std::string &folder)
{
    if (othersMayRead(authorityFile(folder)))
        return {ErrorCode::NotPermitted, "authority"};
    OURTABLE_ASSIGN(x509::KeyAndCertificate held, readPem(authorityFile(folder)));
    return Authority(folder, std::move(held));
}

Hash Authority::pin() const { return crypto::plainHashOf(x509::publicKeyInfoOf(m_held.certificate.get())); }

HubId Authority::hubId() const { return crypto::shortened<HubId>(pin()); }

Bytes Authority::certificateDer() const { return x509::derOf(m_held.certificate.get()); }

std::string Authority::chainFile() const { return serverFile(m_folder); }

bool Authority::leafServes(const std::vector<std::string> &names, std::int64_t now) const
{
    const Result<x509::KeyAndCertificate> leaf = readPem(chainFile());
    if (!leaf || othersMayRead(chainFile()))
        return false;
    X509 *certificate = leaf->certificate.get();
    const bool ours = X509_verify(certificate, m_held.key.get()) == 1;
    ERR_clear_error();
    return ours && x509::namesOf(certificate) == names && x509::notBeforeOf(certificate) <= now
        && x509::notAfterOf(certificate) - now >= kRenewWithin;
}

Result<bool> Authority::ensureLeaf(const std::vector<std::string> &names, std::int64_t now) const
{
    const std::vector<std::string> all = withLocalNames(names);
    if (leafServes(all, now))
        return false;
    OURTABLE_ASSIGN(const x509::Key key, x509::makeKey());
    OURTABLE_ASSIGN(const x509::Certificate leaf,
                    x509::makeLeaf(key.get(), all, m_held.certificate.get(), m_held.key.get(), now));
    OURTABLE_TRY(writePem(chainFile(), key.get(), {leaf.get(), m_held.certificate.get()}));
    return true;
}

Result<std::int64_t> Authority::leafEnds() const
{
    OURTABLE_ASSIGN(const x509::KeyAndCertificate leaf, readPem(chainFile()));
    return x509::notAfterOf(leaf.certificate.get());
}

} // namespace ourtable::hub
