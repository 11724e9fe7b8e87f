// Whether the writer's roles let them make this change, before anything else of it is looked at.
#include <algorithm>

#include "core/catalogue/handles.h"
#include "core/usecases/recordwriter.h"

namespace ourtable::usecases {

using catalogue::Kind;
using catalogue::Right;

Result<void> RecordWriter::checkRight(const Kind &kind, const PlannedChange &planned, const sync::RecordState &state)
{
    const std::vector<catalogue::RoleNumber> roles = m_workspace.roles();
    const auto scopeOf = [&](Right right) { return m_workspace.catalogue().allowed(kind, right, roles); };
    if (planned.options.imported) {
        const bool coordinator = std::find(roles.begin(), roles.end(), sync::kCoordinatorRole) != roles.end();
        return coordinator ? Result<void>() : Error{ErrorCode::NotPermitted, kind.name + " import"};
    }
    if (planned.creates)
        return checkCreating(kind, planned);
    const RecordFacts facts = factsOf(m_workspace, kind, planned.record, state);
    OURTABLE_ASSIGN(const bool inReach, isInReach(kind, facts));
    if (!inReach || (kind.appendOnly && !planned.edits.empty()))
        return Error{ErrorCode::NotPermitted, kind.name + " change"};
    if (planned.edits.empty())
        return {}; // a move alone is judged by its roles
    const bool agrees = std::all_of(planned.edits.begin(), planned.edits.end(), [&kind](const FieldEdit &edit) {
        const catalogue::Field *field = kind.field(edit.field);
        return field && field->name == "agreed_by"; // the fold lets Agree write nothing else
    });
    for (const Right right : {Right::Change, Right::Agree}) {
        const std::optional<catalogue::Scope> scope = right == Right::Agree && !agrees ? std::nullopt : scopeOf(right);
        OURTABLE_ASSIGN(const bool reached, scope ? reaches(m_workspace, *scope, facts) : Result<bool>(false));
        if (reached)
            return {};
    }
    const bool correction = isOwn(m_workspace, facts) && (scopeOf(Right::Create) || scopeOf(Right::WriteSealed));
    const bool stepsOnly = scopeOf(Right::Create) && std::all_of(planned.edits.begin(), planned.edits.end(), [](const FieldEdit &edit) {
                               return edit.how == FieldEdit::How::Step;
                           });
    return correction || stepsOnly ? Result<void>() : Error{ErrorCode::NotPermitted, kind.name + " change"};
}

// Nobody changes or moves what they may not see; what was sealed by them is their own.
Result<bool> RecordWriter::isInReach(const Kind &kind, const RecordFacts &facts)
{
    const std::optional<catalogue::Scope> read = m_workspace.catalogue().allowed(kind, Right::Read, m_workspace.roles());
    return reaches(m_workspace, read.value_or(catalogue::Scope::Own), facts);
}

// Whoever may make only their own may not make one about somebody else.
Result<void> RecordWriter::checkCreating(const Kind &kind, const PlannedChange &planned)
{
    const std::vector<catalogue::RoleNumber> roles = m_workspace.roles();
    const catalogue::Catalogue &catalogue = m_workspace.catalogue();
    if (catalogue.allowed(kind, Right::WriteSealed, roles))
        return {};
    const std::optional<catalogue::Scope> scope = catalogue.allowed(kind, Right::Create, roles);
    if (!scope)
        return Error{ErrorCode::NotPermitted, kind.name + " create"};
    const RecordFacts facts{kind, planned.record, std::nullopt, [&](catalogue::FieldNumber number) {
                                const auto edit = std::find_if(planned.edits.begin(), planned.edits.end(),
                                                               [&](const FieldEdit &one) { return one.field == number; });
                                return edit == planned.edits.end() ? Value() : edit->value;
                            }};
    const bool aboutNobody = kind.number != catalogue::kinds::person::kind
        && (kind.ownerField == 0 || facts.field(kind.ownerField).isNull());
    if (*scope == catalogue::Scope::Own && aboutNobody)
        return {};
    OURTABLE_ASSIGN(const bool reached, reaches(m_workspace, *scope, facts));
    return reached ? Result<void>() : Error{ErrorCode::NotPermitted, kind.name + " create"};
}

} // namespace ourtable::usecases
