#include "platform/common/filesecretstore.h"

#include "core/support/files.h"
#include "platform/common/apppaths.h"

namespace ourtable::platform {

bool isSecretName(const std::string &name)
{
    return !name.empty() && name.size() <= 64 && name.front() != '.'
        && name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-.") == std::string::npos;
}

Result<std::string> FileSecretStore::pathOf(const std::string &name) const
{
    if (!isSecretName(name))
        return Error{ErrorCode::InvalidInput, "secret name"};
    return m_folder + "/" + name;
}

Result<crypto::SecretBytes> FileSecretStore::read(const std::string &name)
{
    OURTABLE_ASSIGN(const std::string path, pathOf(name));
    Result<Bytes> octets = files::readWhole(path, kLongestSecret);
    if (!octets)
        return octets.error().code == ErrorCode::TooLarge ? Error{ErrorCode::Corrupt, "secret"} : octets.error();
    return crypto::SecretBytes(std::move(octets).value());
}

Result<void> FileSecretStore::write(const std::string &name, ByteView octets)
{
    OURTABLE_ASSIGN(const std::string path, pathOf(name));
    if (octets.size() > kLongestSecret)
        return Error{ErrorCode::TooLarge, "secret"};
    OURTABLE_TRY(makePrivateFolder(m_folder));
    return files::writeWhole(path, octets);
}

Result<void> FileSecretStore::remove(const std::string &name)
{
    OURTABLE_ASSIGN(const std::string path, pathOf(name));
    return files::removeCopy(path);
}

} // namespace ourtable::platform
