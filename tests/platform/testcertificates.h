// Certificates made while a test runs, so that none lies in the tree and none ever expires unseen.
#pragma once

#include <QByteArray>
#include <memory>

struct evp_pkey_st;
struct x509_st;

namespace ourtable::test {

enum class KeyKind { P256, Ed25519, Rsa2048 };

// A key and its certificate, both as PEM.
struct Identity {
    QByteArray key;
    QByteArray certificate;
};

// A certificate authority of a test.
class Authority {
public:
    explicit Authority(KeyKind kind = KeyKind::P256, const char *name = "Test hub authority");
    ~Authority();
    Authority(const Authority &) = delete;
    Authority &operator=(const Authority &) = delete;

    [[nodiscard]] QByteArray certificate() const; // PEM
    // A server's, good for the names ("DNS:localhost,IP:127.0.0.1") from now until so many days later; negative days make
    // one that has expired.
    [[nodiscard]] Identity issue(const char *names, int days = 1) const;

private:
    evp_pkey_st *m_key;
    x509_st *m_certificate;
};

} // namespace ourtable::test
