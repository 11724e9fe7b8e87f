#include "core/store/devicesecret.h"

namespace ourtable::store {
namespace {

constexpr char kName[] = "device-secret";

} // namespace

Result<crypto::SecretKey> readDeviceSecret(SecretStore &secrets)
{
    const Result<crypto::SecretBytes> held = secrets.read(kName);
    if (!held)
        return held.error().code == ErrorCode::NotFound ? Error{ErrorCode::NoKey, "device secret"} : held.error();
    if (held->view().size() != crypto::kKeySize)
        return Error{ErrorCode::Corrupt, "device secret"};
    return crypto::SecretKey(held->view().first<crypto::kKeySize>());
}

Result<crypto::SecretKey> readOrMakeDeviceSecret(SecretStore &secrets, Random &random)
{
    Result<crypto::SecretKey> held = readDeviceSecret(secrets);
    if (held || held.error().code != ErrorCode::NoKey)
        return held;
    crypto::SecretKey made;
    random.fill(made.writable());
    OURTABLE_TRY(secrets.write(kName, made.view()));
    return made;
}

} // namespace ourtable::store
