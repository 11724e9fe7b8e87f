#include "platform/common/certificatepin.h"

#include <QSslCertificate>

#include "core/crypto/hashing.h"

namespace ourtable::platform {
namespace {

constexpr std::uint8_t kInteger = 0x02;
constexpr std::uint8_t kSequence = 0x30;
constexpr std::uint8_t kVersion = 0xa0; // explicit context tag 0

// One element after the other out of DER; the first that does not fit ends it.
class DerReader {
public:
    explicit DerReader(ByteView octets) : m_octets(octets) {}

    [[nodiscard]] bool nextIs(std::uint8_t tag) const { return !m_octets.empty() && m_octets.front() == tag; }
    // The whole element with this tag, or an empty view.
    ByteView take(std::uint8_t tag)
    {
        std::size_t header = 0;
        const std::size_t length = nextIs(tag) ? lengthAt(header) : 0;
        if (header == 0 || length > m_octets.size() - header)
            return {};
        const ByteView element = m_octets.first(header + length);
        m_octets = m_octets.subspan(element.size());
        m_content = element.subspan(header);
        return element;
    }
    // What the last element held.
    [[nodiscard]] ByteView content() const { return m_content; }
    [[nodiscard]] bool atEnd() const { return m_octets.empty(); }

private:
    // The length of the element at the start; header becomes the size of tag and length, 0 when there is none.
    [[nodiscard]] std::size_t lengthAt(std::size_t &header) const
    {
        if (m_octets.size() < 2)
            return 0;
        const std::size_t first = m_octets[1];
        const std::size_t following = first < 0x80 ? 0 : first & 0x7f;
        if (first == 0x80 || following > 3 || m_octets.size() < 2 + following)
            return 0;
        std::size_t length = following == 0 ? first : 0;
        for (std::size_t i = 0; i < following; ++i)
            length = length << 8 | m_octets[2 + i];
        header = 2 + following;
        return length;
    }

    ByteView m_octets;
    ByteView m_content;
};

} // namespace

std::optional<CertificateParts> partsOfCertificate(ByteView der)
{
    DerReader outer(der);
    if (outer.take(kSequence).empty() || !outer.atEnd())
        return std::nullopt;
    DerReader certificate(outer.content());
    if (certificate.take(kSequence).empty())
        return std::nullopt;
    DerReader fields(certificate.content());
    if (fields.nextIs(kVersion) && fields.take(kVersion).empty())
        return std::nullopt;
    const bool serial = !fields.take(kInteger).empty();
    const bool algorithm = !fields.take(kSequence).empty();
    CertificateParts parts;
    parts.issuer = fields.take(kSequence);
    const bool validity = !fields.take(kSequence).empty();
    parts.subject = fields.take(kSequence);
    parts.publicKeyInfo = fields.take(kSequence);
    if (!serial || !algorithm || !validity || parts.issuer.empty() || parts.subject.empty()
        || parts.publicKeyInfo.empty())
        return std::nullopt;
    return parts;
}

Result<Hash> pinOfCertificate(ByteView der)
{
    const std::optional<CertificateParts> parts = partsOfCertificate(der);
    if (!parts)
        return Error{ErrorCode::Malformed, "certificate"};
    return crypto::plainHashOf(parts->publicKeyInfo);
}

Result<Bytes> derOfCertificateFile(ByteView octets)
{
    if (partsOfCertificate(octets))
        return toBytes(octets);
    const QByteArray pem(reinterpret_cast<const char *>(octets.data()), static_cast<qsizetype>(octets.size()));
    const QList<QSslCertificate> found = QSslCertificate::fromData(pem, QSsl::Pem);
    if (found.size() != 1)
        return Error{ErrorCode::Malformed, "certificate"};
    return toBytes(found.first().toDer().toStdString());
}

Result<Bytes> certificateWithPin(const std::vector<Bytes> &ders, const Hash &pin)
{
    for (const Bytes &der : ders) {
        const Result<Hash> found = pinOfCertificate(der);
        if (found && *found == pin)
            return der;
    }
    return Error{ErrorCode::NotFound, "certificate"};
}

} // namespace ourtable::platform
