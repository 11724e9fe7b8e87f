#include "core/sync/mergejudge.h"

#include <algorithm>
#include <tuple>

namespace ourtable::sync {
namespace {

bool earlier(const Judged &a, const Judged &b)
{
    const auto key = [](const OpenedChange &change) {
        return std::tie(change.body.clock, change.replica, change.seq, change.hash);
    };
    return key(*a.change) < key(*b.change);
}

bool waits(const Judged &judged)
{
    return judged.verdict == Verdict::WaitsForDirectory || judged.verdict == Verdict::WaitsForRecord
        || judged.verdict == Verdict::Foreign;
}

// Nothing of a lost or compromised endpoint counts past what had been accepted when it was switched off. Whoever left
// may still share what they wrote before.
bool pastTheEnd(const EndpointState &endpoint, const OpenedChange &change)
{
    if (!endpoint.left || *endpoint.left == LeaveReason::Left)
        return false;
    std::uint64_t last = 0;
    for (const ChainEnd &end : endpoint.ends) {
        if (end.replica == change.replica && (change.circle.isZero() || end.circle == change.circle))
            last = std::max(last, end.seq);
    }
    return change.seq > last;
}

bool namesPerson(const catalogue::Field &field)
{
    return field.type == catalogue::FieldType::Reference && (field.name == "owner" || field.name == "person");
}

std::pair<std::string_view, std::string_view> endsOf(const FittedWrite &move)
{
    const ValueArray &parts = *move.value.array();
    return {*parts[0].text(), *parts[1].text()};
}

} // namespace

RecordJudge::RecordJudge(const catalogue::Catalogue &catalogue, const Directory &directory,
                         std::vector<const OpenedChange *> changes)
    : m_catalogue(catalogue), m_directory(directory)
{
    m_changes.reserve(changes.size());
    for (const OpenedChange *change : changes)
        m_changes.push_back(judgeAlone(*change));
    settleKind();
    settlePeople();
    for (Judged &judged : m_changes)
        judgePeople(judged);
    judgeMoves();
    for (Judged &judged : m_changes) {
        if (!judged.accepted())
            judged.writes.clear();
    }
}

void RecordJudge::refuse(Judged &judged, Verdict verdict) const
{
    const bool later = judged.change->body.revision > m_catalogue.revision();
    const bool judgedByCatalogue = verdict == Verdict::Malformed || verdict == Verdict::MoveRefused;
    judged.verdict = later && judgedByCatalogue ? Verdict::Foreign : verdict;
}

Judged RecordJudge::judgeAlone(const OpenedChange &change) const
{
    Judged judged;
    judged.change = &change;
    judged.kind = m_catalogue.kind(change.body.kind);
    if (!judged.kind) {
        judged.verdict = Verdict::Foreign;
        return judged;
    }
    const std::optional<std::uint64_t> head = m_directory.seqOf(change.membershipHead);
    if (!head) {
        judged.verdict = Verdict::WaitsForDirectory;
        return judged;
    }
    const EndpointState *endpoint = m_directory.endpoint(change.author);
    judged.at = endpoint ? endpoint->at(*head) : nullptr;
    const CircleState *circle = m_directory.circle(change.circle);
    if (!judged.at || !judged.at->active || (circle && circle->kind != judged.kind->circle)) {
        judged.verdict = Verdict::NotPermitted;
        return judged;
    }
    judged.person = endpoint->person;
    if (pastTheEnd(*endpoint, change))
        judged.verdict = Verdict::PastTheEnd;
    if (judged.accepted())
        judgeShape(judged);
    if (judged.accepted())
        judgeRights(judged);
    return judged;
}

void RecordJudge::judgeShape(Judged &judged) const
{
    const Body &body = judged.change->body;
    judged.writes.reserve(body.writes.size());
    for (std::size_t i = 0; i < body.writes.size(); ++i) {
        const Write &write = body.writes[i];
        judged.writes.push_back(judged.erases() ? fittedInErase(*judged.kind, write) : fitted(*judged.kind, write));
        if (judged.erases())
            continue;
        const bool move = judged.writes.back().fit == Fit::Value && write.action == Action::Move;
        if (judged.writes.back().fit == Fit::Malformed || (move && judged.move) || (body.creates && !write.replaced.empty()))
            return refuse(judged, Verdict::Malformed);
        if (move)
            judged.move = i;
    }
}

void RecordJudge::judgeRights(Judged &judged) const
{
    const Body &body = judged.change->body;
    judged.need = judged.erases() ? needOfErase(m_catalogue, *judged.kind, judged.at->roles)
                                  : needOfData(m_catalogue, *judged.kind, judged.at->roles, body);
    if (judged.need == Need::Refused)
        return refuse(judged, Verdict::NotPermitted);
    if (judged.erases() || judged.need != Need::Nothing)
        return;
    // Who may create nothing but their own says nothing about whose it is.
    judged.firm = !body.creates || isImport(body, judged.at->roles)
        || mayCreateForOthers(m_catalogue, *judged.kind, judged.at->roles);
}

void RecordJudge::settleKind()
{
    const auto rank = [](const Judged &judged) {
        return !judged.accepted() ? 2 : judged.change->body.creates && !judged.erases() ? 0 : 1;
    };
    const auto first = std::min_element(m_changes.begin(), m_changes.end(), [&](const Judged &a, const Judged &b) {
        return rank(a) != rank(b) ? rank(a) < rank(b) : earlier(a, b);
    });
    m_kind = first->kind;
    m_kindNumber = first->change->body.kind;
    for (Judged &judged : m_changes) {
        if (judged.accepted() && judged.kind != m_kind)
            refuse(judged, Verdict::Malformed);
    }
}

void RecordJudge::settlePeople()
{
    bool several = false;
    for (const Judged &judged : m_changes) {
        if (!judged.accepted() || judged.erases() || !judged.change->body.creates)
            continue;
        m_created = true;
        several = several || (m_creator && *m_creator != judged.person);
        m_creator = judged.person;
    }
    if (several)
        m_creator.reset();
    const bool asked = std::any_of(m_changes.begin(), m_changes.end(), [](const Judged &judged) {
        return judged.accepted() && (judged.need == Need::Own || judged.move);
    });
    if (!asked)
        return;
    for (const Judged &judged : m_changes) {
        if (!judged.accepted() || !judged.firm)
            continue;
        for (const FittedWrite &write : judged.writes) {
            if (write.fit == Fit::Value && write.field && namesPerson(*write.field))
                m_named.push_back(*write.value.id<PersonId>());
        }
    }
}

bool RecordJudge::isNamed(const Judged &judged) const
{
    return equal(judged.change->record.view(), judged.person.view())
        || std::find(m_named.begin(), m_named.end(), judged.person) != m_named.end();
}

bool RecordJudge::satisfies(const Judged &judged) const
{
    if (judged.need == Need::Nothing || (m_creator && *m_creator == judged.person))
        return true;
    return judged.need == Need::Own ? isNamed(judged) : judged.erases() && !m_created;
}

void RecordJudge::judgePeople(Judged &judged) const
{
    if (judged.accepted() && !satisfies(judged))
        refuse(judged, m_created ? Verdict::NotPermitted : Verdict::WaitsForRecord);
}

Mover RecordJudge::mover(const Judged &judged) const
{
    return {judged.at->roles, m_creator && *m_creator == judged.person, isNamed(judged)};
}

bool RecordJudge::mayImport(const Judged &judged, std::string_view from, std::string_view to) const
{
    return isImport(judged.change->body, judged.at->roles) && from == m_kind->states.front()
        && std::find(m_kind->states.begin(), m_kind->states.end(), to) != m_kind->states.end();
}

void RecordJudge::judgeMove(Judged &judged) const
{
    // Clang before 16 takes no structured binding into a lambda.
    const auto ends = endsOf(judged.writes[*judged.move]);
    const std::string_view from = ends.first;
    const std::string_view to = ends.second;
    const auto legal = [&](const Mover &mover) {
        return from == to ? maySettle(*m_kind, to, mover) && !judged.change->body.writes[*judged.move].replaced.empty()
                          : mayMove(*m_kind, from, to, mover);
    };
    const Mover mover = this->mover(judged);
    if (legal(mover) || mayImport(judged, from, to))
        return;
    const bool depends = !m_created && legal({mover.roles, true, true});
    refuse(judged, depends ? Verdict::WaitsForRecord : Verdict::MoveRefused);
}

// Every write to the state that can be told to be accepted or refused, ascending.
std::vector<ValueId> RecordJudge::knownMoves() const
{
    std::vector<ValueId> known;
    for (const Judged &judged : m_changes) {
        if (waits(judged) || judged.erases())
            continue;
        const std::vector<Write> &writes = judged.change->body.writes;
        for (std::size_t i = 0; i < writes.size(); ++i) {
            if (writes[i].field == catalogue::kStateField)
                known.push_back(valueIdOf(judged.change->hash, i));
        }
    }
    std::sort(known.begin(), known.end());
    return known;
}

void RecordJudge::judgeMoves()
{
    std::vector<PendingMove> moves;
    std::vector<Judged *> made;
    bool follows = false; // only then does any id matter
    for (Judged &judged : m_changes) {
        if (judged.accepted() && judged.move)
            judgeMove(judged);
        if (!judged.accepted() || !judged.move)
            continue;
        const auto [from, to] = endsOf(judged.writes[*judged.move]);
        moves.push_back({{}, from, to, &judged.change->body.writes[*judged.move].replaced});
        made.push_back(&judged);
        follows = follows || !moves.back().replaced->empty();
    }
    if (moves.empty())
        return;
    for (std::size_t i = 0; i < moves.size() && follows; ++i)
        moves[i].id = valueIdOf(made[i]->change->hash, *made[i]->move);
    acceptOrigins(*m_kind, moves, follows ? knownMoves() : std::vector<ValueId>());
    for (std::size_t i = 0; i < moves.size(); ++i) {
        if (!moves[i].accepted)
            refuse(*made[i], Verdict::MoveRefused);
    }
}

} // namespace ourtable::sync
