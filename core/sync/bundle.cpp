#include "core/sync/bundle.h"

#include <algorithm>

#include "core/crypto/hashing.h"
#include "core/crypto/sealedstream.h"
#include "core/sync/wireadmin.h"
#include "core/sync/wireparts.h"

namespace ourtable::sync {
namespace {

// Before the stream: the magic, the version, the circle, the epoch. The first chunk is bound to it.
constexpr std::string_view kMagic = "OurTable";
constexpr std::uint8_t kBundleVersion = 1;
constexpr std::size_t kLabelOctets = 8 + 1 + CircleId::size + 4;
constexpr std::size_t kLeastOctets = kLabelOctets + crypto::kStreamHeader + crypto::kStreamOverhead;
// Of each record: its type and the length of what follows, least octet first.
constexpr std::size_t kRecordHead = 1 + 4;
constexpr std::size_t kPageOctets = kBundleRecord / 2;

enum class RecordType : std::uint8_t { Manifest = 1, Directory = 2, Changes = 3 };

Bytes labelOf(const EpochKey &key)
{
    Bytes label = toBytes(kMagic);
    label.push_back(kBundleVersion);
    append(label, key.circle().view());
    for (int shift = 0; shift < 32; shift += 8)
        label.push_back(static_cast<std::uint8_t>(key.epoch() >> shift));
    return label;
}

std::uint32_t number32(ByteView octets)
{
    std::uint32_t number = 0;
    for (int i = 3; i >= 0; --i)
        number = number << 8 | octets[static_cast<std::size_t>(i)];
    return number;
}

// Seals what is written to it, a chunk at a time.
class SealedRecords {
public:
    SealedRecords(crypto::KeyView key, Bytes label) : m_sealer(key), m_out(label), m_associated(std::move(label))
    {
        append(m_out, m_sealer.header());
    }

    void write(RecordType type, ByteView record)
    {
        m_plain.push_back(static_cast<std::uint8_t>(type));
        for (int shift = 0; shift < 32; shift += 8)
            m_plain.push_back(static_cast<std::uint8_t>(record.size() >> shift));
        append(m_plain, record);
        std::size_t done = 0;
        for (; m_plain.size() - done > crypto::kStreamChunk; done += crypto::kStreamChunk)
            seal(ByteView(m_plain).subspan(done, crypto::kStreamChunk), false);
        m_plain.erase(m_plain.begin(), m_plain.begin() + static_cast<std::ptrdiff_t>(done));
    }
    [[nodiscard]] bool isTooLarge() const { return m_out.size() + m_plain.size() + crypto::kStreamOverhead > kBundleOctets; }
    [[nodiscard]] Bytes finish()
    {
        seal(m_plain, true);
        return std::move(m_out);
    }

private:
    void seal(ByteView chunk, bool last)
    {
        const std::size_t before = m_out.size();
        m_out.resize(before + chunk.size() + crypto::kStreamOverhead);
        m_sealer.seal(chunk, m_associated, last, m_out.data() + before);
        m_associated.clear();
    }

    crypto::StreamSealer m_sealer;
    Bytes m_out;
    Bytes m_associated; // of the first chunk
    Bytes m_plain;      // not sealed yet
};

// Opens chunk after chunk, and gives record after record.
class OpenedRecords {
public:
    OpenedRecords(crypto::KeyView key, ByteView octets)
        : m_opener(key, octets.subspan(kLabelOctets, crypto::kStreamHeader)), m_associated(octets.first(kLabelOctets)),
          m_sealed(octets.subspan(kLabelOctets + crypto::kStreamHeader))
    {
    }

    struct Record {
        std::uint8_t type = 0;
        ByteView body; // until the next is asked for
    };
    // Nothing at the end.
    Result<std::optional<Record>> next()
    {
        m_plain.erase(m_plain.begin(), m_plain.begin() + static_cast<std::ptrdiff_t>(std::exchange(m_used, 0)));
        OURTABLE_TRY(fill(1));
        if (m_plain.empty())
            return std::optional<Record>();
        OURTABLE_TRY(fill(kRecordHead));
        if (m_plain.size() < kRecordHead)
            return Error{ErrorCode::Malformed, "bundle record"};
        const std::size_t length = number32(ByteView(m_plain).subspan(1, 4));
        if (length > kBundleRecord)
            return Error{ErrorCode::TooLarge, "bundle record"};
        OURTABLE_TRY(fill(kRecordHead + length));
        if (m_plain.size() < kRecordHead + length)
            return Error{ErrorCode::Malformed, "bundle record"};
        m_used = kRecordHead + length;
        return std::optional(Record{m_plain.front(), ByteView(m_plain).subspan(kRecordHead, length)});
    }

private:
    // Opens until so much is there, or to the end.
    Result<void> fill(std::size_t wanted)
    {
        while (m_plain.size() < wanted && !m_opener.isAtEnd()) {
            const ByteView chunk = m_sealed.first(std::min(m_sealed.size(), crypto::kStreamChunk + crypto::kStreamOverhead));
            if (chunk.size() < crypto::kStreamOverhead)
                return ErrorCode::SealBroken; // its end was cut off
            const std::size_t before = m_plain.size();
            m_plain.resize(before + chunk.size() - crypto::kStreamOverhead);
            OURTABLE_TRY(m_opener.open(chunk, m_associated, m_plain.data() + before));
            m_associated = {};
            m_sealed = m_sealed.subspan(chunk.size());
            if (m_opener.isAtEnd() && !m_sealed.empty())
                return ErrorCode::SealBroken;
        }
        return {};
    }

    crypto::StreamOpener m_opener;
    ByteView m_associated;
    ByteView m_sealed;
    Bytes m_plain;
    std::size_t m_used = 0;
};

Bytes encodedManifest(const Bundle &bundle)
{
    cbor::Writer out;
    out.array(2);
    out.integer(bundle.madeAt);
    out.integer(bundle.expires);
    return out.take();
}

Result<Bundle> decodedManifest(ByteView octets)
{
    cbor::Reader in(octets);
    Bundle bundle;
    wireparts::expectMembers(in, 2);
    bundle.madeAt = static_cast<std::int64_t>(wireparts::natural(in));
    bundle.expires = static_cast<std::int64_t>(wireparts::natural(in));
    if (bundle.expires < bundle.madeAt || bundle.expires - bundle.madeAt > kBundleLife)
        in.fail();
    return wireparts::finished(in, std::move(bundle), "bundle manifest");
}

void writeDirectory(SealedRecords &out, const std::vector<Bytes> &entries)
{
    DirectoryAnswer page;
    std::size_t octets = 0;
    for (const Bytes &entry : entries) {
        if (octets + entry.size() > kPageOctets && !page.entries.empty()) {
            out.write(RecordType::Directory, page.encoded());
            page.entries.clear();
            octets = 0;
        }
        page.entries.push_back(entry);
        octets += entry.size();
    }
    if (!page.entries.empty())
        out.write(RecordType::Directory, page.encoded());
}

Result<void> addChanges(Bundle &bundle, PullAnswer page)
{
    if (page.next != 0 || page.more)
        return Error{ErrorCode::Malformed, "bundle changes"};
    if (!bundle.circles.empty() && bundle.circles.back().circle == page.circle)
        return addPage(bundle.circles.back(), std::move(page));
    const bool known = std::ranges::any_of(bundle.circles, [&](const PullAnswer &each) { return each.circle == page.circle; });
    if (known)
        return Error{ErrorCode::Malformed, "bundle changes"};
    bundle.circles.push_back(std::move(page));
    return {};
}

Result<void> addRecord(Bundle &bundle, std::uint8_t type, ByteView body)
{
    switch (static_cast<RecordType>(type)) {
    case RecordType::Directory: {
        if (!bundle.circles.empty())
            return Error{ErrorCode::Malformed, "bundle order"};
        OURTABLE_ASSIGN(DirectoryAnswer page, DirectoryAnswer::decode(body));
        if (page.more)
            return Error{ErrorCode::Malformed, "bundle directory"};
        std::ranges::move(page.entries, std::back_inserter(bundle.directory));
        return {};
    }
    case RecordType::Changes: {
        OURTABLE_ASSIGN(PullAnswer page, PullAnswer::decode(body));
        return addChanges(bundle, std::move(page));
    }
    case RecordType::Manifest: return Error{ErrorCode::Malformed, "bundle order"};
    }
    return Error{ErrorCode::Unsupported, "bundle record"};
}

} // namespace

Result<BundleLabel> bundleLabel(ByteView octets)
{
    if (octets.size() > kBundleOctets)
        return Error{ErrorCode::TooLarge, "bundle"};
    if (octets.size() < kMagic.size() + 1 || !equal(octets.first(kMagic.size()), viewOf(kMagic)))
        return Error{ErrorCode::Malformed, "bundle"};
    if (octets[kMagic.size()] != kBundleVersion)
        return Error{ErrorCode::Unsupported, "bundle"};
    if (octets.size() < kLeastOctets)
        return ErrorCode::SealBroken; // cut off
    const ByteView circle = octets.subspan(kMagic.size() + 1, CircleId::size);
    return BundleLabel{CircleId::from(circle).value_or(CircleId{}), number32(octets.subspan(kLabelOctets - 4, 4))};
}

Result<Bytes> sealBundle(const Bundle &bundle, const EpochKey &key)
{
    const crypto::SecretKey secret = crypto::subkeyOf(key.key(), crypto::EpochSubkey::Bundle);
    SealedRecords out(secret.view(), labelOf(key));
    out.write(RecordType::Manifest, encodedManifest(bundle));
    writeDirectory(out, bundle.directory);
    for (const PullAnswer &circle : bundle.circles) {
        for (const PullAnswer &page : inPages(circle, kPageOctets))
            out.write(RecordType::Changes, page.encoded());
        if (out.isTooLarge())
            return Error{ErrorCode::TooLarge, "bundle"};
    }
    return out.isTooLarge() ? Result<Bytes>(Error{ErrorCode::TooLarge, "bundle"}) : out.finish();
}

Result<Bundle> openBundle(ByteView octets, const EpochKey &key)
{
    OURTABLE_ASSIGN(const BundleLabel label, bundleLabel(octets));
    if (label.circle != key.circle() || label.epoch != key.epoch())
        return ErrorCode::SealBroken;
    const crypto::SecretKey secret = crypto::subkeyOf(key.key(), crypto::EpochSubkey::Bundle);
    OpenedRecords records(secret.view(), octets);
    OURTABLE_ASSIGN(std::optional<OpenedRecords::Record> record, records.next());
    if (!record || record->type != static_cast<std::uint8_t>(RecordType::Manifest))
        return Error{ErrorCode::Malformed, "bundle manifest"};
    OURTABLE_ASSIGN(Bundle bundle, decodedManifest(record->body));
    for (;;) {
        OURTABLE_ASSIGN(record, records.next());
        if (!record)
            return bundle;
        OURTABLE_TRY(addRecord(bundle, record->type, record->body));
    }
}

} // namespace ourtable::sync
