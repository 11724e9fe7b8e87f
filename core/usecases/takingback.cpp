#include "core/usecases/takingback.h"

#include <algorithm>

#include "core/catalogue/handles.h"
#include "core/support/cbor.h"
#include "core/usecases/recordparts.h"

namespace ourtable::usecases {
namespace {

namespace kinds = catalogue::kinds;

constexpr std::int64_t kDay = 24 * 60 * 60 * 1'000;

std::string takingBackName(const EndpointId &endpoint) { return "taken-back:" + endpoint.hex(); }

bool readsCopies(Workspace &workspace)
{
    return workspace.may(*workspace.catalogue().kind(kinds::quotation::kind), catalogue::Right::Read);
}

} // namespace

Result<std::vector<store::RecordView>> reworded(Workspace &workspace, const RecordId &note)
{
    std::vector<store::RecordView> all;
    for (const catalogue::KindNumber kind : {kinds::action::kind, kinds::feedback::kind, kinds::need_statement::kind, kinds::resource::kind}) {
        OURTABLE_ASSIGN(const std::vector<RecordId> ids, workspace.projection().referring(note, kind));
        OURTABLE_ASSIGN(std::vector<store::RecordView> views, workspace.getMany(ids));
        std::move(views.begin(), views.end(), std::back_inserter(all));
    }
    return all;
}

Result<std::int64_t> takenBackOf(Workspace &workspace, const RecordId &gathering)
{
    store::Query notes = parts::of(kinds::contribution::kind, kinds::contribution::gathering, gathering);
    OURTABLE_ASSIGN(const std::int64_t standing, workspace.count(notes));
    notes.includeErased = true;
    OURTABLE_ASSIGN(const std::int64_t all, workspace.count(notes));
    return all - standing;
}

Result<std::vector<RecordId>> copiesOfWords(Workspace &workspace, const RecordId &record)
{
    std::vector<RecordId> copies;
    if (!readsCopies(workspace))
        return copies;
    store::Query query = parts::of(kinds::quotation::kind, kinds::quotation::contribution, record);
    query.includeHidden = true;
    OURTABLE_ASSIGN(const std::vector<store::RecordView> found, workspace.find(query));
    std::transform(found.begin(), found.end(), std::back_inserter(copies), [](const store::RecordView &each) { return each.id; });
    return copies;
}

Result<std::vector<RecordId>> copiesLeftBehind(Workspace &workspace, const std::map<RecordId, catalogue::KindNumber> &touched)
{
    std::vector<RecordId> left;
    const bool concerned = std::any_of(touched.begin(), touched.end(), [](const auto &each) {
        return each.second == kinds::contribution::kind || each.second == kinds::quotation::kind;
    });
    if (!concerned || !readsCopies(workspace))
        return left;
    store::Query query = parts::of(kinds::quotation::kind);
    query.includeHidden = true;
    OURTABLE_ASSIGN(const std::vector<store::RecordView> copies, workspace.find(query));
    for (const store::RecordView &copy : copies) {
        const std::optional<RecordId> of = copy.field(kinds::quotation::contribution).id<RecordId>();
        OURTABLE_ASSIGN(const std::optional<store::RecordView> note, of ? workspace.projection().get(*of) : Result<std::optional<store::RecordView>>(std::nullopt));
        if (note && note->erased)
            left.push_back(copy.id);
    }
    return left;
}

Result<DayOfTakingBack> DayOfTakingBack::read(Workspace &workspace)
{
    DayOfTakingBack day(workspace);
    const Result<Bytes> kept = workspace.profile().log().meta(takingBackName(workspace.endpoint()));
    if (!kept && kept.error().code == ErrorCode::NotFound)
        return day;
    if (!kept)
        return kept.error();
    OURTABLE_ASSIGN(const Value moments, cbor::decode(*kept));
    const std::int64_t now = workspace.now();
    for (const Value &moment : moments.array() ? *moments.array() : ValueArray()) {
        const std::int64_t *at = moment.integer();
        if (at && std::abs(now - *at) < kDay) // a clock that was set back forgives nothing within the day
            day.m_moments.push_back(*at);
    }
    return day;
}

Result<void> DayOfTakingBack::checkRoomFor(std::size_t more) const
{
    return m_moments.size() + more <= kTakenBackADay ? Result<void>() : Error{ErrorCode::GuardRefused, "twenty_taken_back"};
}

Result<void> DayOfTakingBack::keep(std::size_t more)
{
    m_moments.insert(m_moments.end(), more, m_workspace->now());
    ValueArray moments(m_moments.begin(), m_moments.end());
    return m_workspace->profile().log().setMeta(takingBackName(m_workspace->endpoint()), cbor::encode(Value(std::move(moments))));
}

} // namespace ourtable::usecases
