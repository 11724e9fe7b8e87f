#include "platform/common/secretstores.h"

#include "core/support/files.h"
#include "platform/common/filesecretstore.h"
#ifdef OURTABLE_HAVE_KEYCHAIN
#include <QtGlobal>

#include "platform/common/keychainsecretstore.h"
#endif

namespace ourtable::platform {
namespace {

using Made = Result<std::unique_ptr<store::SecretStore>>;

constexpr char kFileMarker[] = "file";
constexpr std::size_t kScopeLength = 32;

std::string markerOf(const std::string &folder) { return folder + "/.where"; }

#ifdef OURTABLE_HAVE_KEYCHAIN
// Without a session bus, or a screen on which a keyring could ask, there is nobody to answer.
bool hasDesktopSession()
{
    return qEnvironmentVariableIsSet("DBUS_SESSION_BUS_ADDRESS")
        && (qEnvironmentVariableIsSet("DISPLAY") || qEnvironmentVariableIsSet("WAYLAND_DISPLAY"));
}
#endif

// "file", or the scope of this folder's secrets in the keyring.
std::string choosePlace(Random &random, SecretPlace place)
{
#ifdef OURTABLE_HAVE_KEYCHAIN
    if (place == SecretPlace::Automatic && hasDesktopSession()) {
        Bytes token(kScopeLength / 2);
        random.fill(token);
        std::string scope = toHex(token);
        if (KeychainSecretStore(scope).answers())
            return scope;
    }
#else
    (void)random;
    (void)place;
#endif
    return kFileMarker;
}

Made storeOf(const std::string &folder, const std::string &where)
{
    if (where == kFileMarker)
        return Made(std::make_unique<FileSecretStore>(folder));
    if (where.size() != kScopeLength || !fromHex(where))
        return Error{ErrorCode::Corrupt, "place of secrets"};
#ifdef OURTABLE_HAVE_KEYCHAIN
    return Made(std::make_unique<KeychainSecretStore>(where));
#else
    return Error{ErrorCode::Unsupported, "keyring"};
#endif
}

} // namespace

Made makeSecretStore(const std::string &folder, Random &random, SecretPlace place)
{
    const Result<Bytes> marker = files::readWhole(markerOf(folder), kScopeLength);
    if (marker)
        return storeOf(folder, std::string(textOf(*marker)));
    if (marker.error().code != ErrorCode::NotFound)
        return Error{ErrorCode::Corrupt, "place of secrets"};
    OURTABLE_TRY(makePrivateFolder(folder));
    const std::string where = choosePlace(random, place);
    OURTABLE_TRY(files::writeWhole(markerOf(folder), viewOf(where)));
    return storeOf(folder, where);
}

Result<void> LateSecretStore::make()
{
    if (m_made)
        return {};
    OURTABLE_TRY(m_paths.make());
    OURTABLE_ASSIGN(m_made, makeSecretStore(m_paths.secrets(), m_random, m_place));
    return {};
}

Result<crypto::SecretBytes> LateSecretStore::read(const std::string &name)
{
    OURTABLE_TRY(make());
    return m_made->read(name);
}

Result<void> LateSecretStore::write(const std::string &name, ByteView octets)
{
    OURTABLE_TRY(make());
    return m_made->write(name, octets);
}

Result<void> LateSecretStore::remove(const std::string &name)
{
    OURTABLE_TRY(make());
    return m_made->remove(name);
}

} // namespace ourtable::platform
