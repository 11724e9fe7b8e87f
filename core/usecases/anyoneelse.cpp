#include "core/usecases/anyoneelse.h"

#include <algorithm>

#include "core/catalogue/handles.h"
#include "core/usecases/recordparts.h"

namespace ourtable::usecases {

namespace echo = catalogue::kinds::contribution;

std::int64_t echoesOf(const store::RecordView &note)
{
    return std::clamp<std::int64_t>(parts::numberOf(note, echo::echoes), 0, kMostEchoes);
}

Result<std::int64_t> echoNote(Workspace &workspace, const RecordId &note, std::int64_t step)
{
    OURTABLE_ASSIGN(const store::RecordView view, workspace.get(note));
    if (view.kind != echo::kind)
        return Error{ErrorCode::NotFound, "contribution"};
    const std::int64_t then = echoesOf(view) + step;
    if (then < 0 || then > kMostEchoes)
        return Error{ErrorCode::InvalidInput, "contribution.echoes"};
    // From what is shown: two tablets that took the same one off at once have left less than none.
    OURTABLE_TRY(workspace.change(note, {{echo::echoes, FieldEdit::How::Step, then - parts::numberOf(view, echo::echoes), std::nullopt}}));
    return then;
}

} // namespace ourtable::usecases
