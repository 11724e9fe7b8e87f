// The part of a push inside the writer's transaction: what is new is numbered and stored, each change for itself.
#pragma once

#include "core/hub/hubmembership.h"
#include "core/hub/hubsettings.h"
#include "core/hub/pushverifier.h"
#include "core/hub/writer.h"

namespace ourtable::hub {

struct PushOutcome {
    std::vector<std::vector<sync::PushCode>> codes; // one list a run, one code a change
    std::vector<sync::ReplicaHead> heads;           // of the chains pushed, as far as the device may know them
    std::uint64_t stored = 0;
};

// Once, for one push. Everything it is given outlives it.
class PushTransaction {
public:
    PushTransaction(GroupContext &context, const HubLimits &limits, const VerifiedPush &push);

    // An error means that the store failed.
    [[nodiscard]] Result<PushOutcome> run();

private:
    struct Chain; // of the run in hand
    [[nodiscard]] Result<void> pushRun(const VerifiedRun &run);
    [[nodiscard]] Result<Chain> open(const VerifiedRun &run);
    [[nodiscard]] Result<sync::PushCode> place(Chain &chain, const VerifiedChange &change);
    [[nodiscard]] Result<sync::PushCode> append(Chain &chain, const VerifiedChange &change, bool sameNumber);
    [[nodiscard]] Result<void> store(Chain &chain, const sync::Envelope &envelope, const Hash &hash);
    [[nodiscard]] Result<bool> knowReplica(Chain &chain);
    [[nodiscard]] Result<bool> mayErase(const Chain &chain, const RecordId &record);
    [[nodiscard]] Result<void> erase(const Chain &chain, const VerifiedChange &change);
    [[nodiscard]] Result<void> keepSeal(const sync::Seal &seal);
    [[nodiscard]] Result<CircleTotals *> totalsOf(const CircleId &circle);

    GroupContext &m_context;
    const HubLimits &m_limits;
    const VerifiedPush &m_push;
    const Membership m_membership;
    std::map<CircleId, CircleTotals> m_totals;
    PushOutcome m_outcome;
};

} // namespace ourtable::hub
