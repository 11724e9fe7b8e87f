#include "app/bridge/programmename.h"

#include "core/catalogue/handles.h"
#include "core/usecases/agreements.h"

namespace ourtable {

QString programmeName(usecases::Workspace &workspace)
{
    namespace fields = catalogue::kinds::agreement;
    const Result<std::vector<store::RecordView>> standing = usecases::agreementsInForce(workspace);
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
