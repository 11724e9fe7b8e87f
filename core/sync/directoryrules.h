// Which entries the directory takes: structure, signatures, who may sign what, and the two-person rules.
#pragma once

#include "core/sync/directory.h"

namespace ourtable::sync {

class DirectoryRules {
public:
    explicit DirectoryRules(const Directory &directory) : m_directory(directory) {}

    // DirectoryBroken with the rule's name as detail when the entry may not follow.
    [[nodiscard]] Result<void> check(const DirectoryEntry &entry, const crypto::VerifyKey *expectedRoot) const;

private:
    [[nodiscard]] Result<void> checkSignatures(const DirectoryEntry &entry) const;
    [[nodiscard]] Result<void> checkBody(const RootInit &body) const;
    [[nodiscard]] Result<void> checkBody(const DeviceAdd &body) const;
    [[nodiscard]] Result<void> checkBody(const EndpointAdd &body) const;
    [[nodiscard]] Result<void> checkBody(const EndpointChange &body) const;
    [[nodiscard]] Result<void> checkBody(const EndpointRevoke &body) const;
    [[nodiscard]] Result<void> checkBody(const DeviceRevoke &body) const;
    [[nodiscard]] Result<void> checkBody(const CircleCreate &body) const;
    [[nodiscard]] Result<void> checkBody(const EpochStart &body) const;
    [[nodiscard]] Result<void> checkBody(const HubPins &body) const;
    [[nodiscard]] Result<void> checkGrants(const std::vector<Grant> &grants) const;
    // Makes somebody a coordinator, or speaks for the root.
    [[nodiscard]] bool needsTwoPeople(const DirectoryEntry &entry) const;
    [[nodiscard]] bool mayRevoke(const EndpointState &endpoint) const;

    const Directory &m_directory;
};

} // namespace ourtable::sync
