#include "app/bridge/programmename.h"

#include "core/catalogue/handles.h"

namespace ourtable {

QString programmeName(usecases::Workspace &workspace)
{
    namespace fields = catalogue::kinds::agreement;
    store::Query query;
    query.kind = fields::kind;
    query.filters.push_back({catalogue::kStateField, store::Comparison::Equal, Value("in_force")});
    query.orderBy = store::OrderBy::Field;
    query.orderField = fields::agreed_on;
    query.descending = true;
    const Result<std::vector<store::RecordView>> standing = workspace.find(query);
    if (!standing)
        return {}; // somebody who may not read it
    for (const store::RecordView &agreement : *standing) {
        const std::string *name = agreement.field(fields::collaborative).text();
        if (name && !name->empty())
            return QString::fromStdString(*name).simplified();
    }
    return {};
}

} // namespace ourtable
