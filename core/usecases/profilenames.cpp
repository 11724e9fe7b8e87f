// What the people of this device are called, for the screen where one of them signs in: sealed, because nothing readable is
// ever on the disk, under a key of the device, because nobody is signed in yet. Who takes the disk without the device's own
// store of secrets learns nothing.
#include "core/crypto/aead.h"
#include "core/crypto/hashing.h"
#include "core/crypto/kdf.h"
#include "core/crypto/padding.h"
#include "core/store/devicesecret.h"
#include "core/support/cbor.h"
#include "core/support/files.h"
#include "core/usecases/profile.h"

namespace ourtable::usecases {
namespace {

std::string metaName(const EndpointId &endpoint) { return "name:" + endpoint.hex(); }

Hash contextOf(const EndpointId &endpoint, const DeviceId &device)
{
    return crypto::hashOf("ourtable.name.v1", {endpoint.view(), device.view()});
}

Result<void> readInto(PersonOnDevice &person, ByteView plain)
{
    OURTABLE_ASSIGN(const Bytes content, crypto::unpadded(toBytes(plain)));
    cbor::Reader in(content);
    if (in.array() != 2)
        in.fail();
    std::string knownAs(in.text());
    std::string role(in.text());
    if (!in.finished())
        return Error{ErrorCode::Corrupt, "name"};
    person.knownAs = std::move(knownAs);
    person.role = std::move(role);
    return {};
}

} // namespace

Result<void> Profile::keepName(const EndpointId &endpoint, const std::string &knownAs, const std::string &role)
{
    PersonOnDevice kept;
    kept.endpoint = endpoint;
    readNames({&kept, 1});
    if (kept.knownAs == knownAs && kept.role == role)
        return {};
    OURTABLE_ASSIGN(const crypto::SecretKey secret, store::readDeviceSecret(m_around.secrets));
    cbor::Writer out;
    out.array(2);
    out.text(knownAs);
    out.text(role);
    const crypto::SecretBytes plain(crypto::padded(out.take()));
    const crypto::SecretKey key = crypto::subkeyOf(secret.view(), crypto::DeviceSubkey::Names);
    return m_log->setMeta(metaName(endpoint), crypto::sealWithNonce(m_around.random, key.view(), plain.view(),
                                                                    contextOf(endpoint, device()).view()));
}

void Profile::readNames(std::span<PersonOnDevice> people)
{
    std::optional<crypto::SecretKey> key; // asked for when there is something to open: a keyring may ask a person
    for (PersonOnDevice &person : people) {
        const Result<Bytes> sealed = m_log->meta(metaName(person.endpoint));
        if (!sealed)
            continue;
        if (!key) {
            const Result<crypto::SecretKey> secret = store::readDeviceSecret(m_around.secrets);
            if (!secret)
                return;
            key = crypto::subkeyOf(secret->view(), crypto::DeviceSubkey::Names);
        }
        const Result<Bytes> plain = crypto::openWithNonce(key->view(), *sealed, contextOf(person.endpoint, device()).view());
        if (plain)
            static_cast<void>(readInto(person, *plain)); // one that cannot be read is as good as none
    }
}

Result<void> Profile::forgetPerson(const EndpointId &endpoint)
{
    OURTABLE_TRY(m_log->dropMeta(metaName(endpoint)));
    return files::removeCopy(vaultPath(endpoint));
}

} // namespace ourtable::usecases
