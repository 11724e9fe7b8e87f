#include "tests/core/usecases/attacks/attackworld.h"

#include "core/crypto/hashing.h"

namespace ourtable::test {

HandmadeChain::HandmadeChain(usecases::Workspace &author, const CircleId &circle)
    : certificate(sync::ReplicaCertificate::make(author.endpoint(), author.endpointKeys().signing, {}, sync::ReplicaReason::Enrolled,
                                                 author.profile().around().random)),
      membershipHead(author.directory().membershipHead()), m_author(&author), m_circle(circle)
{
}

sync::Envelope HandmadeChain::nextHead(const RecordId &record, sync::ChangeKind kind) const
{
    sync::Envelope made;
    made.circle = m_circle;
    made.replica = certificate.replica();
    made.seq = seq + 1;
    made.previous = head;
    made.kind = kind;
    made.record = record;
    made.membershipHead = membershipHead;
    made.epoch = m_author->directory().circle(m_circle)->epoch();
    return made;
}

void HandmadeChain::take(const sync::Envelope &envelope)
{
    seq = envelope.seq;
    head = envelope.hash();
}

sync::Envelope HandmadeChain::next(const RecordId &record, const sync::Body &body, sync::ChangeKind kind)
{
    Random &random = m_author->profile().around().random;
    const sync::EpochKey *key = m_author->keyring().newest(m_circle);
    const sync::CircleState &circle = *m_author->directory().circle(m_circle);
    Result<sync::Envelope> made = key ? sync::sealUnderEpoch(nextHead(record, kind), body, *key, random)
                                      : sync::sealToCircle(nextHead(record, kind), body, circle.epochs.rbegin()->second.circleBox, random);
    if (!made)
        std::abort(); // a defect of the test
    take(*made);
    return std::move(*made);
}

sync::Seal HandmadeChain::sealOver(std::uint64_t number, const Hash &over) const
{
    return sync::Seal::make(m_circle, replica(), number, over, membershipHead, m_author->endpointKeys().signing);
}

sync::Seal HandmadeChain::seal() const { return sealOver(seq, head); }

bool AttackWorld::found()
{
    programme.hub.tamper = [this](const sync::TransportRequest &request, hub::HttpAnswer &answer) {
        for (const auto &[target, change] : m_alterations) {
            if (answer.status == 200 && request.target.starts_with(target))
                change(answer.body);
        }
    };
    if (!programme.found())
        return false;
    dami = programme.letIn("Dami", {"lay_partner"});
    mal = programme.letIn("Mal", {"lay_partner"});
    return dami && mal && coordinator().share() && dami->workspace->share();
}

const CircleId &AttackWorld::circle(std::uint8_t kind) const
{
    return programme.coordinator.workspace->directory().circleOfKind(kind)->id;
}

Result<void> AttackWorld::bringNews(const Member &victim)
{
    Member &bringer = &victim == &programme.coordinator ? *mal : programme.coordinator;
    usecases::BreakfastPlan plan;
    plan.date = "2026-11-12";
    plan.place = "The Copper Kettle";
    OURTABLE_TRY(usecases::startBreakfast(*bringer, plan));
    OURTABLE_TRY(bringer->share());
    return {};
}

Result<sync::ShareReport> AttackWorld::receive(Member &victim, const OnPull &change)
{
    const std::string target = "/v1/pull?c=" + circle().hex();
    OURTABLE_TRY(bringNews(victim));
    alter<sync::PullAnswer>(target, change);
    Result<sync::ShareReport> report = victim->share();
    m_alterations.erase(target);
    return report;
}

void AttackWorld::add(sync::PullAnswer &answer, const HandmadeChain &chain, const std::vector<sync::Envelope> &changes)
{
    for (const sync::Envelope &envelope : changes)
        answer.runs.push_back(sync::Run::startingWith(envelope));
    answer.certificates.push_back(chain.certificate);
    answer.seals.push_back(chain.seal());
}

Result<sync::ShareReport> AttackWorld::receive(Member &victim, const HandmadeChain &chain, const std::vector<sync::Envelope> &changes)
{
    return receive(victim, [&](sync::PullAnswer &answer) { add(answer, chain, changes); });
}

Result<void> AttackWorld::rotate(const CircleId &circle)
{
    OURTABLE_TRY(coordinator().share());
    usecases::DirectoryChange change(coordinator());
    OURTABLE_TRY(change.rotate(circle));
    return change.post();
}

sync::Body noteOf(const std::string &words)
{
    sync::Body body;
    body.kind = kinds::contribution::kind;
    body.revision = catalogue::Catalogue::builtIn().revision();
    body.clock = sync::clockOfMilliseconds(1'795'336'200'000);
    body.creates = true;
    body.writes.push_back({kinds::contribution::text, sync::Action::Set, words, {}});
    return body;
}

std::string wordsOf(usecases::Workspace &workspace, const RecordId &record)
{
    const Result<store::RecordView> view = workspace.get(record);
    const std::string *words = view ? view->field(kinds::contribution::text).text() : nullptr;
    return words ? *words : std::string();
}

std::vector<store::StoredChange> changesOf(usecases::Workspace &workspace, const RecordId &record)
{
    Result<std::vector<store::StoredChange>> changes = workspace.profile().log().changesOf(record);
    return changes ? std::move(*changes) : std::vector<store::StoredChange>{};
}

std::int64_t waiting(usecases::Workspace &workspace)
{
    const Result<store::LogCounts> counts = workspace.profile().log().counts();
    return counts ? counts->waiting : -1;
}

std::int64_t quarantined(usecases::Workspace &workspace)
{
    const Result<store::LogCounts> counts = workspace.profile().log().counts();
    return counts ? counts->quarantined : -1;
}

} // namespace ourtable::test
