// Secrets that go with the test; can be told to fail.
#pragma once

#include <map>

#include "core/store/secretstore.h"

namespace ourtable::test {

class MemorySecretStore final : public store::SecretStore {
public:
    [[nodiscard]] Result<crypto::SecretBytes> read(const std::string &name) override
    {
        if (failReads)
            return ErrorCode::StorageFailed;
        const auto found = held.find(name);
        if (found == held.end())
            return ErrorCode::NotFound;
        return crypto::SecretBytes(found->second);
    }
    [[nodiscard]] Result<void> write(const std::string &name, ByteView octets) override
    {
        if (failWrites)
            return ErrorCode::StorageFull;
        held[name] = toBytes(octets);
        return {};
    }
    [[nodiscard]] Result<void> remove(const std::string &name) override
    {
        held.erase(name);
        return {};
    }

    std::map<std::string, Bytes> held; // open to the test: restore, edit, copy to another device
    bool failReads = false;
    bool failWrites = false;
};

} // namespace ourtable::test
