// What the attack tests share: a real programme whose hub may change its answers, and a member, Mal, who builds changes by
// hand with the keys that she really has. Only what the attack needs is altered; everything else is made by the real
// encoders.
#pragma once

#include <QTest>

#include "core/catalogue/handles.h"
#include "core/sync/sealing.h"
#include "core/usecases/directorychange.h"
#include "tests/support/programme.h"
#include "tests/support/seededrandom.h"
#include "tests/support/verifygood.h"

namespace ourtable::test {

namespace kinds = catalogue::kinds;
using How = usecases::FieldEdit::How;

// A chain that somebody writes by hand, under a replica of its own.
class HandmadeChain {
public:
    HandmadeChain(usecases::Workspace &author, const CircleId &circle);

    // The next change, sealed under the newest key of the circle that the author holds, as the directory is now.
    [[nodiscard]] sync::Envelope next(const RecordId &record, const sync::Body &body, sync::ChangeKind kind = sync::ChangeKind::Data);
    // The envelope of the next change without key, nonce and words.
    [[nodiscard]] sync::Envelope nextHead(const RecordId &record, sync::ChangeKind kind = sync::ChangeKind::Data) const;
    // Continues the chain with this one, however it was made.
    void take(const sync::Envelope &envelope);
    [[nodiscard]] sync::Seal seal() const;
    [[nodiscard]] sync::Seal sealOver(std::uint64_t number, const Hash &head) const;

    [[nodiscard]] usecases::Workspace &author() const { return *m_author; }
    [[nodiscard]] const CircleId &circle() const { return m_circle; }
    [[nodiscard]] ReplicaId replica() const { return certificate.replica(); }

    sync::ReplicaCertificate certificate;
    std::uint64_t seq = 0;
    Hash head;
    MembershipHead membershipHead;

private:
    usecases::Workspace *m_author;
    CircleId m_circle;
};

class AttackWorld {
public:
    using OnPull = std::function<void(sync::PullAnswer &)>;

    // Marigold the coordinator; Dami and Mal, lay partners.
    [[nodiscard]] bool found();
    // The victim shares while somebody has news at the table; what the hub gives of that goes through `change` first.
    [[nodiscard]] Result<sync::ShareReport> receive(Member &victim, const OnPull &change);
    // The same with these changes of one chain, its certificate and its seal added.
    [[nodiscard]] Result<sync::ShareReport> receive(Member &victim, const HandmadeChain &chain, const std::vector<sync::Envelope> &changes);
    static void add(sync::PullAnswer &answer, const HandmadeChain &chain, const std::vector<sync::Envelope> &changes);
    // Alters every answer to requests that begin so, until the hub behaves again.
    template <class Answer>
    void alter(const std::string &target, std::function<void(Answer &)> change);
    void behave() { m_alterations.clear(); }
    // Something true at the table, from the coordinator or, for her, from Mal.
    [[nodiscard]] Result<void> bringNews(const Member &victim);

    // A new epoch of the circle, by the coordinator.
    [[nodiscard]] Result<void> rotate(const CircleId &circle);
    [[nodiscard]] const CircleId &circle(std::uint8_t kind = kTable) const;
    [[nodiscard]] usecases::Workspace &coordinator() { return *programme.coordinator; }
    [[nodiscard]] RecordId newRecord() { return programme.random.make<RecordId>(); }

    static constexpr std::uint8_t kTable = 1, kSupport = 2, kOffice = 6; // the catalogue's numbers
    Programme programme;
    Member *dami = nullptr;
    Member *mal = nullptr;

private:
    std::map<std::string, std::function<void(Bytes &)>> m_alterations; // of bodies, by the beginning of the target
};

template <class Answer>
void AttackWorld::alter(const std::string &target, std::function<void(Answer &)> change)
{
    m_alterations[target] = [change = std::move(change)](Bytes &body) {
        Result<Answer> read = Answer::decode(body);
        if (!read)
            return;
        change(*read);
        body = read->encoded();
    };
}

// A note as a body: its words are what the tests look for.
[[nodiscard]] sync::Body noteOf(const std::string &words);
// The words of a note as this person sees it; nothing when it is not there or has none.
[[nodiscard]] std::string wordsOf(usecases::Workspace &workspace, const RecordId &record);
// The ready changes of a record as this device holds them.
[[nodiscard]] std::vector<store::StoredChange> changesOf(usecases::Workspace &workspace, const RecordId &record);
// Changes that are on this device and not folded, because something is missing.
[[nodiscard]] std::int64_t waiting(usecases::Workspace &workspace);
[[nodiscard]] std::int64_t quarantined(usecases::Workspace &workspace);

} // namespace ourtable::test
