#include "core/usecases/transferring.h"

#include <algorithm>

#include "core/usecases/recordwriter.h"

namespace ourtable::usecases {
namespace {

constexpr std::size_t kTogether = 50; // records a transaction

bool isMany(const catalogue::Field &field)
{
    return field.merge == catalogue::MergeRule::Set || field.merge == catalogue::MergeRule::Append;
}

PlannedChange planned(const catalogue::Kind &kind, const InterchangeRecord &record)
{
    PlannedChange change;
    change.kind = record.kind;
    change.record = record.id;
    change.creates = true;
    change.moveTo = record.state;
    change.options.imported = true;
    change.options.sourceId = record.sourceId;
    for (const FieldValue &value : record.fields) {
        const catalogue::Field *field = kind.field(value.field);
        const FieldEdit::How how = field->type == catalogue::FieldType::Tally ? FieldEdit::How::Step
            : isMany(*field)                                                  ? FieldEdit::How::Add
                                                                              : FieldEdit::How::Set;
        change.edits.push_back({value.field, how, value.value, std::nullopt});
    }
    return change;
}

// Whether the record stands here as the file has it: then importing it again is nothing to do.
Result<bool> isHere(Workspace &workspace, const catalogue::Kind &kind, const InterchangeRecord &record)
{
    if (workspace.may(kind, catalogue::Right::Read)) {
        OURTABLE_ASSIGN(const sync::RecordState state, workspace.stateOrEmpty(record.id));
        return state.kind != 0;
    }
    return workspace.profile().log().isKnown(record.id);
}

Result<void> checkAll(Workspace &workspace, const std::vector<InterchangeRecord> &records)
{
    for (const InterchangeRecord &record : records) {
        const catalogue::Kind *kind = workspace.catalogue().kind(record.kind);
        if (!kind)
            return ErrorCode::UnknownKind;
        const bool known = record.state.empty() || std::find(kind->states.begin(), kind->states.end(), record.state) != kind->states.end();
        if (!known)
            return Error{ErrorCode::UnknownCode, kind->name + ".state"};
        for (const FieldValue &value : record.fields) {
            const catalogue::Field *field = kind->field(value.field);
            if (!field)
                return Error{ErrorCode::UnknownField, kind->name};
            if (field->type != catalogue::FieldType::Tally)
                OURTABLE_TRY(catalogue::checkedValue(*kind, *field, value.value, true));
        }
    }
    return {};
}

} // namespace

Result<TransferReport> importRecords(Workspace &workspace, const std::vector<InterchangeRecord> &records, const TransferProgress &progress)
{
    const std::vector<catalogue::RoleNumber> roles = workspace.roles();
    if (std::find(roles.begin(), roles.end(), sync::kCoordinatorRole) == roles.end())
        return Error{ErrorCode::NotPermitted, "import"};
    OURTABLE_TRY(checkAll(workspace, records));
    TransferReport report;
    std::vector<PlannedChange> together;
    const auto write = [&]() -> Result<void> {
        if (together.empty())
            return {};
        RecordWriter writer(workspace);
        for (const PlannedChange &change : together)
            OURTABLE_TRY(writer.add(change));
        OURTABLE_ASSIGN(const std::vector<Saved> saved, writer.finish(std::nullopt));
        report.written += saved.size();
        report.sealed += static_cast<std::size_t>(std::count_if(saved.begin(), saved.end(), [](const Saved &one) { return one.sealed; }));
        together.clear();
        return {};
    };
    std::size_t done = 0;
    for (const InterchangeRecord &record : records) {
        if (progress && !progress(done++, records.size()))
            return ErrorCode::Cancelled;
        const catalogue::Kind &kind = *workspace.catalogue().kind(record.kind);
        OURTABLE_ASSIGN(const bool here, isHere(workspace, kind, record));
        report.unchanged += here ? 1 : 0;
        if (!here)
            together.push_back(planned(kind, record));
        if (together.size() == kTogether)
            OURTABLE_TRY(write());
    }
    OURTABLE_TRY(write());
    return report;
}

Result<std::vector<InterchangeRecord>> exportRecords(Workspace &workspace)
{
    std::vector<InterchangeRecord> records;
    for (const catalogue::Kind &kind : workspace.catalogue().kinds()) {
        if (!workspace.may(kind, catalogue::Right::Read))
            continue;
        store::Query query;
        query.kind = kind.number;
        query.limit = 1'000'000;
        const Result<std::vector<store::RecordView>> found = workspace.find(query);
        if (!found && found.error().code == ErrorCode::NotPermitted)
            continue;
        if (!found)
            return found.error();
        for (const store::RecordView &view : *found) {
            InterchangeRecord record{kind.number, view.id, view.sourceId, view.state, {}, view.imported ? 0 : sync::millisecondsOfClock(view.createdClock)};
            for (const auto &[number, value] : view.fields) {
                const catalogue::Field *field = kind.field(number);
                if (!field || value.isNull())
                    continue;
                if (isMany(*field) && value.array()) {
                    for (const Value &element : *value.array())
                        record.fields.push_back({number, element});
                } else {
                    record.fields.push_back({number, value});
                }
            }
            records.push_back(std::move(record));
        }
    }
    std::sort(records.begin(), records.end(), [](const auto &a, const auto &b) { return std::pair(a.kind, a.id) < std::pair(b.kind, b.id); });
    return records;
}

} // namespace ourtable::usecases
