#include "core/hub/chainmemory.h"

#include <algorithm>

namespace ourtable::hub {
namespace {

template <class Map, class Key>
const typename Map::mapped_type *valueIn(const Map &map, const Key &key)
{
    const auto found = map.find(key);
    return found == map.end() ? nullptr : &found->second;
}

template <class Map>
void makeRoom(Map &map)
{
    if (map.size() >= ChainMemory::kChains)
        map.clear();
}

// Puts a branch where it is known already, or at its end: labels ascend.
void put(std::vector<Branch> &branches, const Branch &branch)
{
    const auto known = std::find_if(branches.begin(), branches.end(), [&](const Branch &each) { return each.label == branch.label; });
    if (known == branches.end())
        branches.push_back(branch);
    else
        *known = branch;
}

} // namespace

const ChainMemory::Circle *ChainMemory::circle(const CircleId &circle) const { return valueIn(m_circles, circle); }

const ChainMemory::Replica *ChainMemory::replica(const ReplicaId &replica) const { return valueIn(m_replicas, replica); }

const ChainMemory::Chain *ChainMemory::chain(const CircleId &circle, const ReplicaId &replica) const
{
    return valueIn(m_chains, ChainName(circle, replica));
}

ChainMemory::Chain &ChainMemory::chainToFill(const CircleId &circle, const ReplicaId &replica)
{
    makeRoom(m_chains);
    return m_chains[{circle, replica}];
}

const std::vector<Branch> *ChainMemory::branches(const CircleId &circle, const ReplicaId &replica) const
{
    const Chain *known = chain(circle, replica);
    return known && known->branches ? &*known->branches : nullptr;
}

const std::vector<ChangeStore::LabelledSeal> *ChainMemory::seals(const CircleId &circle, const ReplicaId &replica) const
{
    const Chain *known = chain(circle, replica);
    return known && known->seals ? &*known->seals : nullptr;
}

const std::vector<sync::ReplicaHead> *ChainMemory::headsOf(const EndpointId &endpoint) const { return valueIn(m_heads, endpoint); }

void ChainMemory::remember(const CircleId &circle, const Circle &known)
{
    if (m_kept != Of::Everything)
        return;
    makeRoom(m_circles);
    m_circles[circle] = known;
}

void ChainMemory::remember(const ReplicaId &replica, const Replica &known)
{
    makeRoom(m_replicas);
    m_replicas[replica] = known;
}

void ChainMemory::remember(const CircleId &circle, const ReplicaId &replica, std::vector<Branch> all)
{
    if (m_kept == Of::Everything)
        chainToFill(circle, replica).branches = std::move(all);
}

void ChainMemory::remember(const CircleId &circle, const ReplicaId &replica, std::vector<ChangeStore::LabelledSeal> all)
{
    if (m_kept == Of::Everything)
        chainToFill(circle, replica).seals = std::move(all);
}

void ChainMemory::remember(const EndpointId &endpoint, std::vector<sync::ReplicaHead> all)
{
    if (m_kept != Of::Everything)
        return;
    makeRoom(m_heads);
    m_heads[endpoint] = std::move(all);
}

void ChainMemory::moved(const CircleId &circle, const ReplicaId &replica, const Branch &branch)
{
    const auto known = m_chains.find({circle, replica});
    if (known == m_chains.end() || !known->second.branches) {
        m_heads.clear();
        return;
    }
    std::vector<Branch> &branches = *known->second.branches;
    const bool inPlace = branches.size() == 1 && branches.front().label == branch.label;
    put(branches, branch);
    const Replica *whose = this->replica(replica);
    const auto heads = whose ? m_heads.find(whose->certificate.endpoint) : m_heads.end();
    if (!whose)
        m_heads.clear();
    if (heads == m_heads.end())
        return;
    const auto head = std::find_if(heads->second.begin(), heads->second.end(), [&](const sync::ReplicaHead &each) {
        return each.circle == circle && each.replica == replica;
    });
    if (inPlace && head != heads->second.end())
        *head = {circle, replica, branch.seq, branch.head};
    else
        m_heads.erase(heads); // a new chain or branch has a place among the others, which the file knows
}

void ChainMemory::sealed(std::uint32_t label, const sync::Seal &seal)
{
    const auto known = m_chains.find({seal.circle, seal.replica});
    if (known == m_chains.end() || !known->second.seals)
        return;
    std::vector<ChangeStore::LabelledSeal> &seals = *known->second.seals;
    const auto held = std::find_if(seals.begin(), seals.end(), [&](const auto &each) { return each.first == label; });
    if (held == seals.end())
        known->second.seals.reset();
    else
        held->second = seal;
}

} // namespace ourtable::hub
