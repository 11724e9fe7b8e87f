#include "core/usecases/undecided.h"

#include <algorithm>

#include "core/usecases/recordwriter.h"

namespace ourtable::usecases {
namespace {

using catalogue::MergeRule;

PlannedChange planOf(const RecordId &record, const std::vector<Choice> &choices)
{
    PlannedChange planned;
    planned.record = record;
    for (const Choice &choice : choices) {
        if (choice.field == catalogue::kStateField)
            planned.moveTo = choice.value.text() ? *choice.value.text() : std::string();
        else
            planned.edits.push_back({choice.field, FieldEdit::How::Set, choice.value, std::nullopt});
    }
    return planned;
}

// Whether the writer would take a choice of this person's, whichever it is.
Result<bool> maySettle(Workspace &workspace, const Undecided &undecided)
{
    OURTABLE_ASSIGN(const sync::RecordState state, workspace.stateOrEmpty(undecided.record));
    std::vector<Choice> choices;
    for (const catalogue::FieldNumber field : undecided.fields) {
        const Value &first = state.fields.at(field).siblings.front().value;
        choices.push_back({field, field == catalogue::kStateField ? (*first.array())[1] : first});
    }
    const Result<void> taken = RecordWriter(workspace).add(planOf(undecided.record, choices));
    return taken || taken.error().code != ErrorCode::NotPermitted;
}

// What a copy of the record begins with: all that one person can write down at once.
std::vector<FieldEdit> copiedEdits(const catalogue::Kind &kind, const store::RecordView &view, const std::vector<Choice> &instead)
{
    std::vector<FieldEdit> edits;
    for (const catalogue::Field &field : kind.fields) {
        const auto chosen = std::find_if(instead.begin(), instead.end(), [&](const Choice &choice) { return choice.field == field.number; });
        const Value &value = chosen != instead.end() ? chosen->value : view.field(field.number);
        if (value.isNull() || field.common || field.merge == MergeRule::Tally || field.merge == MergeRule::Append)
            continue;
        if (field.merge != MergeRule::Set) {
            edits.push_back({field.number, FieldEdit::How::Set, value, std::nullopt});
            continue;
        }
        const ValueArray *elements = value.array();
        for (const Value &element : elements ? *elements : ValueArray{})
            edits.push_back({field.number, FieldEdit::How::Add, element, std::nullopt});
    }
    return edits;
}

// The states to try, best first; the empty one is where a record begins.
std::vector<std::string> beginnings(const catalogue::Kind &kind, const std::string &state, const std::vector<Choice> &choices)
{
    std::vector<std::string> states;
    for (const Choice &choice : choices) {
        if (choice.field == catalogue::kStateField && choice.value.text())
            states.push_back(*choice.value.text());
    }
    if (!state.empty())
        states.push_back(state);
    if (kind.states.size() > 1 && kind.states.front() == "draft")
        states.push_back(kind.states[1]);
    states.emplace_back();
    return states;
}

Result<PlannedChange> copyOf(Workspace &workspace, const store::RecordView &view, const std::vector<Choice> &instead)
{
    const catalogue::Kind &kind = *workspace.catalogue().kind(view.kind);
    PlannedChange planned;
    planned.kind = view.kind;
    planned.record = workspace.profile().around().random.make<RecordId>();
    planned.creates = true;
    planned.edits = copiedEdits(kind, view, instead);
    Error last;
    for (const std::string &state : beginnings(kind, view.state, instead)) {
        planned.moveTo = state;
        const Result<void> taken = RecordWriter(workspace).add(planned);
        if (taken)
            return planned;
        last = taken.error();
    }
    return last;
}

} // namespace

Result<std::vector<Undecided>> undecidedBy(Workspace &workspace)
{
    OURTABLE_ASSIGN(const std::vector<RecordId> records, workspace.projection().withTwoVersions());
    std::vector<Undecided> undecided;
    for (const RecordId &record : records) {
        const Result<store::RecordView> view = workspace.get(record);
        if (!view)
            continue; // not for this person
        const Undecided one{record, view->kind, view->twoVersions};
        OURTABLE_ASSIGN(const bool theirs, maySettle(workspace, one));
        if (theirs)
            undecided.push_back(one);
    }
    return undecided;
}

Result<void> decide(Workspace &workspace, const RecordId &record, const std::vector<Choice> &choices, const std::optional<std::string> &draft)
{
    return workspace.commit({planOf(record, choices)}, draft);
}

Result<std::vector<RecordId>> keepApart(Workspace &workspace, const RecordId &record, const std::vector<Choice> &choices,
                                        const std::vector<std::vector<Choice>> &others)
{
    OURTABLE_ASSIGN(const store::RecordView view, workspace.get(record));
    std::vector<PlannedChange> together{planOf(record, choices)};
    std::vector<RecordId> made;
    for (const std::vector<Choice> &other : others) {
        OURTABLE_ASSIGN(PlannedChange copy, copyOf(workspace, view, other));
        made.push_back(copy.record);
        together.push_back(std::move(copy));
    }
    OURTABLE_TRY(workspace.commit(std::move(together)));
    return made;
}

} // namespace ourtable::usecases
