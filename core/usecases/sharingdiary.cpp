#include "core/usecases/sharingdiary.h"

#include <algorithm>

#include "core/crypto/aead.h"

namespace ourtable::usecases {
namespace {

constexpr char kDiary[] = "sharing-diary";
constexpr char kKey[] = "diary-key";
constexpr std::string_view kPurpose = "ourtable.diary.v1";

Bytes encoded(const std::vector<DiaryEntry> &entries)
{
    cbor::Writer out;
    out.array(entries.size());
    for (const DiaryEntry &entry : entries) {
        out.array(6);
        out.integer(static_cast<std::int64_t>(entry.what));
        for (const std::int64_t number : {entry.from, entry.to, entry.things.notes, entry.things.promises, entry.things.others})
            out.integer(number);
    }
    return out.take();
}

std::vector<DiaryEntry> decoded(ByteView octets)
{
    cbor::Reader in(octets);
    std::vector<DiaryEntry> entries;
    for (std::size_t left = in.array(); left > 0 && !in.failed(); --left) {
        if (in.array() != 6)
            in.fail();
        DiaryEntry entry;
        const std::int64_t what = in.integer();
        if (what < static_cast<std::int64_t>(DiaryEntry::What::Shared) || what > static_cast<std::int64_t>(DiaryEntry::What::BroughtIn))
            in.fail();
        entry.what = static_cast<DiaryEntry::What>(what);
        for (std::int64_t *number : {&entry.from, &entry.to, &entry.things.notes, &entry.things.promises, &entry.things.others})
            *number = in.integer();
        entries.push_back(entry);
    }
    return in.finished() ? entries : std::vector<DiaryEntry>{};
}

Things sum(const Things &some, const Things &more) { return {some.notes + more.notes, some.promises + more.promises, some.others + more.others}; }

} // namespace

Result<crypto::SecretKey> SharingDiary::key()
{
    store::SecretStore &secrets = m_profile.around().secrets;
    const Result<crypto::SecretBytes> held = secrets.read(kKey);
    if (held && held->view().size() == crypto::kKeySize)
        return crypto::SecretKey(held->view().first<crypto::kKeySize>());
    if (!held && held.error().code != ErrorCode::NotFound)
        return held.error();
    crypto::SecretKey made;
    m_profile.around().random.fill(made.writable());
    OURTABLE_TRY(secrets.write(kKey, made.view()));
    return made;
}

Result<std::vector<DiaryEntry>> SharingDiary::read()
{
    const Result<Bytes> sealed = m_profile.log().meta(kDiary);
    if (!sealed)
        return sealed.error().code == ErrorCode::NotFound ? Result(std::vector<DiaryEntry>{}) : sealed.error();
    OURTABLE_ASSIGN(const crypto::SecretKey secret, key());
    const Result<Bytes> plain = crypto::openWithNonce(secret.view(), *sealed, viewOf(kPurpose));
    return plain ? decoded(*plain) : std::vector<DiaryEntry>{};
}

Result<void> SharingDiary::add(DiaryEntry::What what, const Things &things)
{
    if (things.total() == 0)
        return {};
    OURTABLE_ASSIGN(std::vector<DiaryEntry> entries, read());
    const std::int64_t now = m_profile.around().clock.wallMilliseconds();
    const auto same = std::find_if(entries.begin(), entries.end(), [&](const DiaryEntry &entry) { return entry.what == what; });
    if (same != entries.end() && now >= same->to && now - same->to <= kTogether) {
        same->to = now;
        same->things = what == DiaryEntry::What::Copied ? things : sum(same->things, things); // copies hold the same things again
        std::rotate(entries.begin(), same, same + 1);
    } else {
        entries.insert(entries.begin(), {what, now, now, things});
    }
    entries.resize(std::min(entries.size(), kMost));
    OURTABLE_ASSIGN(const crypto::SecretKey secret, key());
    return m_profile.log().setMeta(kDiary, crypto::sealWithNonce(m_profile.around().random, secret.view(), encoded(entries), viewOf(kPurpose)));
}

} // namespace ourtable::usecases
