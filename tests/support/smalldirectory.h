// A directory with one person a role, a reader of every circle, and everybody's keys: the same in every run.
#pragma once

#include <cstdlib>

#include "core/catalogue/catalogue.h"
#include "core/sync/directory.h"
#include "core/sync/replica.h"
#include "tests/support/seededrandom.h"

namespace ourtable::test {

struct Person {
    crypto::SigningKeyPair keys;
    crypto::BoxKeyPair box;
    EndpointId endpoint;
    sync::ReplicaCertificate certificate;
};

class SmallDirectory {
public:
    SmallDirectory()
    {
        const crypto::SigningKeyPair root = crypto::SigningKeyPair::make(m_random);
        const crypto::SigningKeyPair device = crypto::SigningKeyPair::make(m_random);
        const auto add = [&](sync::DirectoryBody body) {
            sync::DirectoryEntry entry = m_directory.next(std::move(body), 1);
            entry.signAs({}, root);
            if (!m_people.empty())
                entry.signAs(m_people.front().endpoint, m_people.front().keys);
            if (!m_directory.append(entry.encoded()))
                std::abort();
            m_entries.push_back(entry.encoded());
        };
        const catalogue::Catalogue &catalogue = catalogue::Catalogue::builtIn();
        add(sync::RootInit{m_random.make<ProgrammeId>(), root.verifyKey, crypto::BoxKeyPair::make(m_random).publicKey, {}});
        add(sync::DeviceAdd{device.verifyKey});
        std::vector<sync::Grant> grants;
        for (const catalogue::CircleKind &kind : catalogue.circles()) {
            add(sync::CircleCreate{circleOf(kind.number), kind.number, true});
            grants.push_back({circleOf(kind.number), sync::CircleMode::Reader});
        }
        std::vector<catalogue::RoleNumber> roles{sync::kCoordinatorRole};
        for (const catalogue::Role &role : catalogue.roles())
            if (role.number != sync::kCoordinatorRole)
                roles.push_back(role.number);
        for (const catalogue::RoleNumber role : roles) {
            Person person{crypto::SigningKeyPair::make(m_random), crypto::BoxKeyPair::make(m_random), {}, {}};
            person.endpoint = sync::endpointIdOf(person.keys.verifyKey);
            person.certificate = sync::ReplicaCertificate::make(person.endpoint, person.keys, {}, sync::ReplicaReason::Enrolled, m_random);
            add(sync::EndpointAdd{person.keys.verifyKey, person.box.publicKey, sync::deviceIdOf(device.verifyKey),
                                  *PersonId::from(person.endpoint.view()), {role}, grants, 0});
            m_people.push_back(std::move(person));
        }
    }

    [[nodiscard]] static CircleId circleOf(catalogue::CircleNumber kind)
    {
        CircleId circle;
        circle.octets.fill(kind);
        return circle;
    }

    [[nodiscard]] const sync::Directory &directory() const { return m_directory; }
    [[nodiscard]] const std::vector<Bytes> &entries() const { return m_entries; }
    // The coordinator first.
    [[nodiscard]] const std::vector<Person> &people() const { return m_people; }
    [[nodiscard]] SeededRandom &random() { return m_random; }

private:
    SeededRandom m_random;
    sync::Directory m_directory;
    std::vector<Bytes> m_entries;
    std::vector<Person> m_people;
};

// Start the crypto library before the first call.
inline SmallDirectory &smallDirectory()
{
    static SmallDirectory theOne;
    return theOne;
}

} // namespace ourtable::test
