#include "core/usecases/agreements.h"

#include "core/catalogue/handles.h"
#include "core/usecases/recordparts.h"

namespace ourtable::usecases {

namespace agreed = catalogue::kinds::agreement;

Result<std::vector<store::RecordView>> agreementsInForce(Workspace &workspace)
{
    store::Query query = parts::of(agreed::kind, catalogue::kStateField, Value("in_force"));
    query.orderBy = store::OrderBy::Field;
    query.orderField = agreed::agreed_on;
    query.descending = true;
    return workspace.find(query);
}

Result<std::vector<std::string>> groundRules(Workspace &workspace)
{
    OURTABLE_ASSIGN(const std::vector<store::RecordView> standing, agreementsInForce(workspace));
    std::vector<std::string> rules;
    const ValueArray *held = standing.empty() ? nullptr : standing.front().field(agreed::ground_rules).array();
    for (const Value &rule : held ? *held : ValueArray()) {
        if (const std::string *text = rule.text())
            rules.push_back(*text);
    }
    return rules;
}

} // namespace ourtable::usecases
