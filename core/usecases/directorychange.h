// A batch of directory entries by a coordinator, with the keys that go with them, posted whole or not at all.
#pragma once

#include "core/usecases/enrolling.h"

namespace ourtable::usecases {

class DirectoryChange {
public:
    explicit DirectoryChange(Workspace &workspace);

    // Signs the entry as this coordinator and tries it on a copy of the directory. DirectoryBroken with the rule.
    [[nodiscard]] Result<void> add(sync::DirectoryBody body);
    // As it will be after the batch.
    [[nodiscard]] const sync::Directory &directory() const { return m_directory; }
    // Seals the newest key of each circle that the endpoint reads and this coordinator holds; circles without history get a
    // new epoch instead.
    [[nodiscard]] Result<void> handKeysTo(const EndpointId &endpoint);
    // A new epoch of the circle for its readers as they are now, with packages, recovery and bag.
    [[nodiscard]] Result<void> rotate(const CircleId &circle);
    // Takes this coordinator out of circles that are not a coordinator's, once two people of their own hold them.
    [[nodiscard]] Result<void> retireCustodian();
    void settle(const InviteId &invite) { m_append.settled.push_back(invite); }
    // To the hub, then into the log and the keyring. Conflict when somebody else was first: share and do it again.
    [[nodiscard]] Result<void> post();

private:
    [[nodiscard]] Result<void> package(const sync::EpochKey &key, const EndpointId &to, const crypto::BoxPublicKey &box);

    Workspace &m_workspace;
    sync::Directory m_directory;
    sync::DirectoryAppend m_append;
    std::vector<sync::EpochKey> m_newKeys;
};

// The vault of one endpoint, made whole: keys, keyring (empty for who is still waiting).
[[nodiscard]] Result<void> makeVault(Profile &profile, const EndpointId &endpoint, const NewPerson &person,
                                     const std::optional<crypto::BoxPublicKey> &recovery, const store::EndpointKeys &keys,
                                     const sync::Keyring *keyring = nullptr);

// Why the hub did not take a founding or an enrolment: AlreadyUsed, Expired, Refused.
[[nodiscard]] Error whyNot(const sync::TransportAnswer &answer);

// What somebody is, as codes in the order given: the roles without a seat on a panel, which they have for one round beside.
[[nodiscard]] std::vector<std::string> mainRoles(const catalogue::Catalogue &catalogue,
                                                 std::span<const catalogue::RoleNumber> roles);
// The Person record of somebody who was let in. Fine when it is there already.
[[nodiscard]] Result<void> makePersonRecord(Workspace &workspace, const PersonId &person, const std::string &knownAs,
                                            std::span<const catalogue::RoleNumber> roles);

} // namespace ourtable::usecases
