// What is typed and not yet saved, small secrets, and the copies that may still be corrected: sealed under the draft key.
#include "core/support/cbor.h"
#include "core/usecases/workspace.h"

namespace ourtable::usecases {
namespace {

constexpr std::string_view kForms = "form:"; // names of drafts that are words; the others are small secrets

} // namespace

std::string Workspace::formName(const std::string &form) const { return std::string(kForms) + form; }

Bytes Workspace::sealedForMe(std::string_view purpose, ByteView plain)
{
    return crypto::sealWithNonce(m_profile.around().random, m_vault.draftKey().view(), plain, viewOf(purpose));
}

Result<crypto::SecretBytes> Workspace::openedForMe(std::string_view purpose, ByteView sealed)
{
    OURTABLE_ASSIGN(Bytes plain, crypto::openWithNonce(m_vault.draftKey().view(), sealed, viewOf(purpose)));
    return crypto::SecretBytes(std::move(plain));
}

Result<void> Workspace::keepDraft(const std::string &form, const Value &content)
{
    const crypto::SecretBytes plain(cbor::encode(content));
    return m_profile.log().putDraft(formName(form), m_endpoint, sealedForMe(formName(form), plain.view()), now());
}

Result<Value> Workspace::draft(const std::string &form)
{
    OURTABLE_ASSIGN(const Bytes sealed, m_profile.log().draft(formName(form), m_endpoint));
    OURTABLE_ASSIGN(const crypto::SecretBytes plain, openedForMe(formName(form), sealed));
    return cbor::decode(plain.view());
}

Result<std::vector<std::string>> Workspace::namesOf(const std::string &prefix)
{
    OURTABLE_ASSIGN(const std::vector<std::string> all, m_profile.log().drafts(m_endpoint));
    std::vector<std::string> names;
    for (const std::string &name : all) {
        if (name.starts_with(prefix))
            names.push_back(name.substr(prefix.size()));
    }
    return names;
}

Result<std::vector<std::string>> Workspace::drafts() { return namesOf(formName({})); }
Result<void> Workspace::discardDraft(const std::string &form) { return m_profile.log().dropDraft(formName(form), m_endpoint); }

std::vector<std::string> Workspace::unkeptDrafts() const
{
    std::vector<std::string> forms;
    for (const auto &[name, unkept] : m_profile.log().unkeptDrafts()) {
        if (name.second == m_endpoint && name.first.starts_with(kForms))
            forms.push_back(name.first.substr(kForms.size()));
    }
    return forms;
}

std::optional<ErrorCode> Profile::wordsNotKept() const
{
    for (const auto &[name, unkept] : m_log->unkeptDrafts()) {
        if (name.first.starts_with(kForms))
            return unkept.why;
    }
    return std::nullopt;
}

Result<void> Workspace::keepSecret(const std::string &name, ByteView octets)
{
    return m_profile.log().putDraft("secret:" + name, m_endpoint, sealedForMe("secret:" + name, octets), now());
}

Result<crypto::SecretBytes> Workspace::secret(const std::string &name)
{
    OURTABLE_ASSIGN(const Bytes sealed, m_profile.log().draft("secret:" + name, m_endpoint));
    return openedForMe("secret:" + name, sealed);
}

Result<std::vector<std::string>> Workspace::secrets(const std::string &prefix) { return namesOf("secret:" + prefix); }
Result<void> Workspace::dropSecret(const std::string &name) { return m_profile.log().dropDraft("secret:" + name, m_endpoint); }

Result<Value> Workspace::editCopy(const RecordId &record)
{
    OURTABLE_ASSIGN(const Bytes sealed, m_profile.log().editCopy(record, m_endpoint, now()));
    OURTABLE_ASSIGN(const crypto::SecretBytes plain, openedForMe("edit-copy", sealed));
    return cbor::decode(plain.view());
}

Result<void> Workspace::dropEditCopies(const RecordId &closedGathering)
{
    const Result<std::size_t> dropped = m_profile.log().dropEditCopies(now(), closedGathering);
    return dropped ? Result<void>() : dropped.error();
}

} // namespace ourtable::usecases
