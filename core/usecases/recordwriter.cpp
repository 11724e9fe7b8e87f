#include "core/usecases/recordwriter.h"

#include <algorithm>

#include "core/usecases/editcopy.h"
#include "core/usecases/effective.h"
#include "core/usecases/guards.h"
#include "core/usecases/recordrules.h"

namespace ourtable::usecases {

using catalogue::FieldType;
using catalogue::Kind;
using catalogue::MergeRule;

namespace {

constexpr std::size_t kMostRecordsTogether = 64;

bool isRemoval(const FieldEdit &edit) { return edit.how == FieldEdit::How::Remove || edit.how == FieldEdit::How::Clear; }

std::string nameOf(const Kind &kind, const catalogue::Field &field) { return kind.name + "." + field.name; }

// Whether the state is in two versions, and this is what one of them led to.
bool isVersionOfState(const sync::RecordState &state, const std::string &to)
{
    const auto found = state.fields.find(catalogue::kStateField);
    return found != state.fields.end() && found->second.twoVersions
        && std::any_of(found->second.siblings.begin(), found->second.siblings.end(), [&](const sync::Sibling &sibling) {
               const ValueArray *move = sibling.value.array();
               return move && move->size() == 2 && (*move)[1] == Value(to);
           });
}

} // namespace

RecordWriter::RecordWriter(Workspace &workspace) : m_workspace(workspace) {}

Result<sync::RecordState> RecordWriter::stateOf(const RecordId &record)
{
    OURTABLE_ASSIGN(sync::RecordState state, m_workspace.foldRecord(record));
    if (state.kind != 0)
        return state;
    return stateOfCopy(record); // sealed: only what may still be corrected is known
}

Result<sync::RecordState> RecordWriter::stateOfCopy(const RecordId &record)
{
    OURTABLE_ASSIGN(const Value copy, m_workspace.editCopy(record));
    return stateFromCopy(copy, m_workspace.endpoint());
}

Result<const Kind *> RecordWriter::kindOf(const PlannedChange &planned, const sync::RecordState &state) const
{
    const Kind *kind = m_workspace.catalogue().kind(planned.creates ? planned.kind : state.kind);
    if (!kind)
        return planned.creates ? Error{ErrorCode::UnknownKind, {}} : Error{ErrorCode::NotFound, "record"};
    return kind;
}

Result<sync::Write> RecordWriter::writeOf(const Kind &kind, const FieldEdit &edit, const sync::RecordState &state, bool imported)
{
    const catalogue::Field *field = kind.field(edit.field);
    if (!field)
        return Error{ErrorCode::UnknownField, kind.name};
    const bool many = field->merge == MergeRule::Set || field->merge == MergeRule::Append;
    sync::Write write{edit.field, sync::Action::Set, {}, {}};
    if (field->type == FieldType::Tally) {
        if (edit.how != FieldEdit::How::Step || !edit.value.integer())
            return Error{ErrorCode::InvalidInput, nameOf(kind, *field)};
        write.action = sync::Action::Step;
        write.value = edit.value;
        return write;
    }
    if (edit.how == FieldEdit::How::Step || many != (edit.how == FieldEdit::How::Add || edit.how == FieldEdit::How::Remove))
        return Error{ErrorCode::InvalidInput, nameOf(kind, *field)};
    if (field->merge == MergeRule::Append && isRemoval(edit))
        return Error{ErrorCode::NotPermitted, nameOf(kind, *field)};
    if (edit.how != FieldEdit::How::Clear) {
        OURTABLE_ASSIGN(write.value, catalogue::checkedValue(kind, *field, edit.value, imported || edit.how == FieldEdit::How::Remove));
    }
    if (edit.how == FieldEdit::How::Add) {
        write.action = sync::Action::Add;
        return write;
    }
    if (edit.how == FieldEdit::How::Remove) {
        write.action = sync::Action::Remove;
        write.replaced = idsOfElement(state, edit.field, write.value);
        write.value = {};
        if (write.replaced.empty())
            return Error{ErrorCode::NotFound, nameOf(kind, *field)};
        return write;
    }
    if (edit.how == FieldEdit::How::Clear)
        write.action = sync::Action::Remove; // a value of nothing would be none that its type has
    write.replaced = edit.seen ? *edit.seen : state.current(edit.field);
    std::sort(write.replaced.begin(), write.replaced.end());
    write.replaced.erase(std::unique(write.replaced.begin(), write.replaced.end()), write.replaced.end());
    return write;
}

Result<void> RecordWriter::addEdits(const Kind &kind, const PlannedChange &planned, const sync::RecordState &state, sync::Body &body)
{
    for (const FieldEdit &edit : planned.edits) {
        OURTABLE_ASSIGN(sync::Write write, writeOf(kind, edit, state, planned.options.imported));
        body.writes.push_back(std::move(write));
    }
    if (!planned.creates || planned.options.imported)
        return {};
    for (const catalogue::Field &field : kind.fields) {
        const bool given = std::any_of(planned.edits.begin(), planned.edits.end(), [&](const FieldEdit &edit) { return edit.field == field.number; });
        const bool many = field.merge == MergeRule::Set || field.merge == MergeRule::Append;
        if (!given && !field.defaultValue.isNull() && !many)
            body.writes.push_back({field.number, sync::Action::Set, field.defaultValue, {}});
    }
    return {};
}

Result<void> RecordWriter::checkRequired(const Kind &kind, const sync::RecordState &state, const sync::Body &body) const
{
    for (const catalogue::Field &field : kind.fields) {
        if (!field.required)
            continue;
        const Value value = effectiveValue(field, state, body);
        const bool empty = value.isNull() || (value.text() && value.text()->empty()) || (value.array() && value.array()->empty());
        if (empty && !mayStayEmpty(kind, field, state, body))
            return Error{ErrorCode::RequiredMissing, nameOf(kind, field)};
    }
    return {};
}

bool RecordWriter::holdsOneOf(const std::vector<catalogue::RoleNumber> &wanted, const Kind &kind, const PlannedChange &planned,
                              const sync::RecordState &state) const
{
    const std::vector<catalogue::RoleNumber> roles = m_workspace.roles();
    return std::any_of(wanted.begin(), wanted.end(), [&](catalogue::RoleNumber role) {
        if (role == catalogue::kOwnerRole || role == catalogue::kAuthorRole)
            return planned.creates || isOwn(m_workspace, factsOf(m_workspace, kind, planned.record, state));
        return std::find(roles.begin(), roles.end(), role) != roles.end();
    });
}

Result<void> RecordWriter::checkSettling(const Kind &kind, const PlannedChange &planned, const sync::RecordState &state)
{
    const bool may = std::any_of(kind.moves.begin(), kind.moves.end(), [&](const catalogue::Move &move) {
        return move.to == planned.moveTo && holdsOneOf(move.roles, kind, planned, state);
    });
    return may ? Result<void>() : Error{ErrorCode::NotPermitted, kind.name + " " + planned.moveTo + ">" + planned.moveTo};
}

Result<void> RecordWriter::checkMove(const Kind &kind, const PlannedChange &planned, const sync::RecordState &state,
                                     const sync::Body &body, std::string_view from)
{
    const catalogue::Move *move = catalogue::Catalogue::move(kind, from, planned.moveTo);
    if (!move)
        return Error{ErrorCode::MoveRefused, std::string(from) + ">" + planned.moveTo};
    if (!holdsOneOf(move->roles, kind, planned, state))
        return Error{ErrorCode::NotPermitted, kind.name + " " + std::string(from) + ">" + planned.moveTo};
    const GuardContext context{m_workspace, kind, planned.record, state,
                               [&](catalogue::FieldNumber number) {
                                   const catalogue::Field *field = kind.field(number);
                                   return field ? effectiveValue(*field, state, body) : Value();
                               },
                               from, planned.moveTo};
    for (const std::string &guard : move->guards) {
        OURTABLE_ASSIGN(const bool good, guardHolds(guard, context));
        if (!good)
            return Error{ErrorCode::GuardRefused, guard};
    }
    return {};
}

Result<void> RecordWriter::addMove(const Kind &kind, const PlannedChange &planned, const sync::RecordState &state, sync::Body &body)
{
    if (kind.states.empty())
        return planned.moveTo.empty() ? Result<void>() : Error{ErrorCode::MoveRefused, kind.name};
    const std::string start = kind.states.front();
    const Value &shown = state.shown(catalogue::kStateField);
    const bool settles = !planned.creates && isVersionOfState(state, planned.moveTo);
    const std::string from = settles ? planned.moveTo : planned.creates || !shown.text() ? start : *shown.text();
    const bool known = std::find(kind.states.begin(), kind.states.end(), planned.moveTo) != kind.states.end();
    if (!planned.moveTo.empty() && !known)
        return Error{ErrorCode::UnknownCode, kind.name + ".state"};
    const bool moves = !planned.moveTo.empty() && (!planned.creates || planned.moveTo != start);
    if (moves) {
        if (settles)
            OURTABLE_TRY(checkSettling(kind, planned, state));
        else if (!planned.options.imported)
            OURTABLE_TRY(checkMove(kind, planned, state, body, from));
        body.writes.push_back({catalogue::kStateField, sync::Action::Move, ValueArray{from, planned.moveTo},
                               planned.creates ? std::vector<ValueId>{} : state.current(catalogue::kStateField)});
        std::sort(body.writes.back().replaced.begin(), body.writes.back().replaced.end());
    }
    return {};
}

Result<void> RecordWriter::add(const PlannedChange &planned)
{
    if (m_prepared.size() >= kMostRecordsTogether)
        return Error{ErrorCode::TooLarge, "records together"};
    sync::RecordState state;
    if (!planned.creates) {
        OURTABLE_ASSIGN(state, stateOf(planned.record));
    }
    if (state.erased)
        return ErrorCode::Erased;
    OURTABLE_ASSIGN(const Kind *const kind, kindOf(planned, state));
    OURTABLE_TRY(checkRight(*kind, planned, state));
    Prepared prepared{kind, planned.record, sync::ChangeKind::Data, {}, false, {}};
    prepared.body.kind = kind->number;
    prepared.body.revision = m_workspace.catalogue().revision();
    prepared.body.creates = planned.creates;
    prepared.body.imported = planned.options.imported;
    prepared.body.sourceId = planned.options.sourceId;
    OURTABLE_TRY(addEdits(*kind, planned, state, prepared.body));
    OURTABLE_TRY(addMove(*kind, planned, state, prepared.body));
    const bool staysDraft = !kind->states.empty() && kind->states.front() == "draft"
        && stateAfter(*kind, state, prepared.body) == "draft";
    if (!planned.options.imported && !staysDraft)
        OURTABLE_TRY(checkRequired(*kind, state, prepared.body));
    if (prepared.body.writes.empty() && !planned.creates)
        return {};
    OURTABLE_TRY(checkRecordRules(*kind, state, prepared.body));
    prepared.keepCopy = !kind->keepsNoCopy;
    if (const catalogue::Field *gathering = kind->field(std::string_view("gathering")))
        prepared.gathering = effectiveValue(*gathering, state, prepared.body).id<RecordId>().value_or(RecordId{});
    m_prepared.push_back(std::move(prepared));
    return {};
}

Result<void> RecordWriter::addLife(const RecordId &record, bool hidden)
{
    OURTABLE_ASSIGN(const sync::RecordState state, stateOf(record));
    const Kind *kind = m_workspace.catalogue().kind(state.kind);
    if (!kind)
        return Error{ErrorCode::NotFound, "record"};
    if (state.erased)
        return ErrorCode::Erased;
    PlannedChange planned;
    planned.record = record;
    planned.edits.push_back({catalogue::kLifeField, FieldEdit::How::Set, {}, std::nullopt}); // judged like any change
    OURTABLE_TRY(checkRight(*kind, planned, state));
    ValueArray seen;
    for (const auto &[number, field] : state.fields) {
        for (const sync::Sibling &sibling : field.siblings) {
            if (number != catalogue::kLifeField)
                seen.push_back(sibling.id);
        }
    }
    std::sort(seen.begin(), seen.end());
    Prepared prepared{kind, record, sync::ChangeKind::Data, {}, false, {}};
    prepared.body.kind = kind->number;
    prepared.body.revision = m_workspace.catalogue().revision();
    std::vector<ValueId> replaced = state.current(catalogue::kLifeField);
    std::sort(replaced.begin(), replaced.end());
    Value life = hidden ? Value(ValueArray{1, seen}) : Value(ValueArray{0});
    prepared.body.writes.push_back({catalogue::kLifeField, sync::Action::Set, std::move(life), std::move(replaced)});
    m_prepared.push_back(std::move(prepared));
    return {};
}

Result<void> RecordWriter::addErase(const RecordId &record)
{
    OURTABLE_ASSIGN(const sync::RecordState state, stateOf(record));
    if (state.erased)
        return ErrorCode::Erased;
    const Kind *kind = m_workspace.catalogue().kind(state.kind);
    if (!kind)
        return Error{ErrorCode::NotFound, "record"};
    OURTABLE_ASSIGN(const bool inReach, isInReach(*kind, factsOf(m_workspace, *kind, record, state)));
    if (!kind->erasable || !inReach)
        return Error{ErrorCode::NotPermitted, kind->name + " take back"};
    Prepared prepared{kind, record, sync::ChangeKind::Erase, {}, false, {}};
    prepared.body.kind = kind->number;
    prepared.body.revision = m_workspace.catalogue().revision();
    // Where "A note was taken back" is shown: the places, never the words.
    for (const catalogue::Field &field : kind->fields) {
        const bool place = (field.type == FieldType::Reference && field.name == "gathering") || field.name == "table" || field.name == "order";
        if (place && !state.shown(field.number).isNull())
            prepared.body.writes.push_back({field.number, sync::Action::Set, state.shown(field.number), {}});
    }
    m_prepared.push_back(std::move(prepared));
    return {};
}

} // namespace ourtable::usecases
