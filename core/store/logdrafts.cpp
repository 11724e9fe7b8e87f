// Drafts, copies that may still be corrected, and receipts. All sealed by the caller.
#include "core/store/logstore.h"

namespace ourtable::store {
namespace {

Result<bool> isAboutErased(Database &database, const std::string &form)
{
    static constexpr std::size_t kHexDigits = 2 * RecordId::size;
    const std::optional<RecordId> record = form.size() < kHexDigits ? std::nullopt : RecordId::fromHexText(form.substr(form.size() - kHexDigits));
    if (!record)
        return false;
    OURTABLE_ASSIGN(Statement find, database.prepare("SELECT 1 FROM erased WHERE record = ?"));
    return find.bind(1, *record).step();
}

} // namespace

Result<void> LogStore::writeDraft(const DraftName &name, ByteView sealed, std::int64_t at)
{
    OURTABLE_ASSIGN(Statement put, m_database.prepare("INSERT INTO draft (form, owner, sealed, at) VALUES (?, ?, ?, ?) "
                                                      "ON CONFLICT (form, owner) DO UPDATE SET sealed = excluded.sealed, at = excluded.at"));
    return put.bindAll(name.first, name.second, sealed, at).run();
}

Result<void> LogStore::dropDraftsAbout(const RecordId &record)
{
    const std::string hex = record.hex();
    std::erase_if(m_unkept, [&hex](const auto &each) { return each.first.first.ends_with(hex); });
    OURTABLE_ASSIGN(Statement drop, m_database.prepare("DELETE FROM draft WHERE substr(form, -32) = ?"));
    return drop.bind(1, hex).run();
}

void LogStore::keepUnkeptDrafts()
{
    std::erase_if(m_unkept, [this](const auto &each) { return writeDraft(each.first, each.second.sealed, each.second.at).ok(); });
}

Result<void> LogStore::putDraft(const std::string &form, const EndpointId &owner, ByteView sealed, std::int64_t at)
{
    OURTABLE_ASSIGN(const bool takenBack, isAboutErased(m_database, form));
    if (takenBack)
        return ErrorCode::Erased;
    const DraftName name{form, owner};
    const Result<void> written = writeDraft(name, sealed, at);
    if (!written) {
        m_unkept[name] = {toBytes(sealed), at, written.error().code};
        return written;
    }
    m_unkept.erase(name);
    keepUnkeptDrafts();
    return {};
}

Result<Bytes> LogStore::draft(const std::string &form, const EndpointId &owner)
{
    if (const auto unkept = m_unkept.find({form, owner}); unkept != m_unkept.end())
        return unkept->second.sealed;
    OURTABLE_ASSIGN(Statement find, m_database.prepare("SELECT sealed FROM draft WHERE form = ? AND owner = ?"));
    OURTABLE_ASSIGN(const bool row, find.bindAll(form, owner).step());
    if (!row)
        return ErrorCode::NotFound;
    return toBytes(find.octets(0));
}

Result<std::vector<std::string>> LogStore::drafts(const EndpointId &owner)
{
    OURTABLE_ASSIGN(Statement find, m_database.prepare("SELECT form FROM draft WHERE owner = ? ORDER BY at DESC, form"));
    find.bind(1, owner);
    std::vector<std::string> forms;
    for (const auto &[name, unkept] : m_unkept) {
        if (name.second == owner)
            forms.push_back(name.first);
    }
    for (;;) {
        OURTABLE_ASSIGN(const bool row, find.step());
        if (!row)
            return forms;
        std::string form(find.text(0));
        if (!m_unkept.contains({form, owner}))
            forms.push_back(std::move(form));
    }
}

Result<void> LogStore::dropDraft(const std::string &form, const EndpointId &owner)
{
    m_unkept.erase({form, owner});
    OURTABLE_ASSIGN(Statement drop, m_database.prepare("DELETE FROM draft WHERE form = ? AND owner = ?"));
    return drop.bindAll(form, owner).run();
}

Result<Bytes> LogStore::editCopy(const RecordId &record, const EndpointId &owner, std::int64_t now)
{
    OURTABLE_ASSIGN(Statement find, m_database.prepare("SELECT sealed FROM edit_copy WHERE record = ? AND owner = ? AND until > ?"));
    OURTABLE_ASSIGN(const bool row, find.bindAll(record, owner, now).step());
    if (!row)
        return ErrorCode::NotFound;
    return toBytes(find.octets(0));
}

Result<std::size_t> LogStore::dropEditCopies(std::int64_t now, const RecordId &closedGathering)
{
    OURTABLE_ASSIGN(Statement drop, m_database.prepare("DELETE FROM edit_copy WHERE until <= ? OR (gathering = ? AND gathering <> zeroblob(16))"));
    OURTABLE_TRY(drop.bindAll(now, closedGathering).run());
    const auto dropped = static_cast<std::size_t>(m_database.changes());
    if (dropped > 0)
        OURTABLE_TRY(m_database.checkpointTruncate());
    return dropped;
}

Result<std::vector<LogStore::ReceiptState>> LogStore::receipts()
{
    OURTABLE_ASSIGN(Statement find, m_database.prepare(
        "SELECT p.record, p.kind, p.at, NOT EXISTS (SELECT 1 FROM change c WHERE c.record = p.record AND c.acknowledged = 0) "
        "FROM receipt p ORDER BY p.at DESC, p.record"));
    std::vector<ReceiptState> states;
    for (;;) {
        OURTABLE_ASSIGN(const bool row, find.step());
        if (!row)
            return states;
        states.push_back({find.id<RecordId>(0).value_or(RecordId{}), static_cast<std::uint16_t>(find.integer(1)), find.integer(2), find.flag(3)});
    }
}

} // namespace ourtable::store
