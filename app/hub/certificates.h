// The hub's own certificate authority and the leaf that its server shows. No client knows any other authority: an invitation
// carries this one's pin (security.md 3.3).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "app/hub/x509.h"
#include "core/support/ids.h"
#include "core/support/result.h"

namespace ourtable::hub {

// A host name in lower case or an address in its usual spelling; InvalidInput for anything else, a port or a non-ASCII name
// included.
[[nodiscard]] Result<std::string> canonicalHost(std::string_view host);

// Files in the hub's folder, all mode 0600 and replaced as a whole: authority.pem (key and certificate; the only one that
// cannot be made again), authority-public.pem (the certificate alone, for other programs), server.pem (key, leaf and
// authority, for configureTls). Times are seconds since 1970 UTC. Not thread-safe.
class Authority {
public:
    // AlreadyExists when the folder has one; StorageFailed, StorageFull.
    [[nodiscard]] static Result<Authority> create(const std::string &folder, std::int64_t now);
    // NotFound; Corrupt; NotPermitted when others than the owner may read the key.
    [[nodiscard]] static Result<Authority> load(const std::string &folder);

    // BLAKE2b-256 of the SubjectPublicKeyInfo; HubId is its beginning.
    [[nodiscard]] Hash pin() const;
    [[nodiscard]] HubId hubId() const;
    [[nodiscard]] Bytes certificateDer() const;
    [[nodiscard]] std::string chainFile() const;

    // Makes server.pem when it is missing or damaged, is not of this authority, is for other names or ends within 60 days.
    // names: canonical; localhost and 127.0.0.1 always come with them. The value says whether one was made.
    [[nodiscard]] Result<bool> ensureLeaf(const std::vector<std::string> &names, std::int64_t now) const;
    // When the leaf ends; Corrupt or NotFound when there is none.
    [[nodiscard]] Result<std::int64_t> leafEnds() const;

private:
    Authority(std::string folder, x509::KeyAndCertificate held) : m_folder(std::move(folder)), m_held(std::move(held)) {}
    [[nodiscard]] bool leafServes(const std::vector<std::string> &names, std::int64_t now) const;

    std::string m_folder;
    x509::KeyAndCertificate m_held;
};

} // namespace ourtable::hub
