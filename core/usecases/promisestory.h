// All that belongs to one promise: where it was made, the notes behind it, what was said of it since, and what came of it.
#pragma once

#include "core/usecases/workspace.h"

namespace ourtable::usecases {

struct PromiseStory {
    store::RecordView promise;
    std::optional<store::RecordView> gathering; // where it was made, when that is here
    std::vector<store::RecordView> updates;     // the newest first
    std::vector<store::RecordView> notes;       // it comes from; those that were taken back or removed are left out
    std::vector<store::RecordView> needs;       // shared needs that rest on one of these notes
    std::vector<store::RecordView> feedback;    // lines of "You said, we did" about it
    std::string said;                           // a state that the newest word on it gives, and that others have to confirm; else empty
    std::string waitsFor;                       // the guard of that move
};

// NotFound, NotPermitted as Workspace::get(); NotFound (action) when it is something else.
[[nodiscard]] Result<PromiseStory> storyOf(Workspace &workspace, const RecordId &promise);

} // namespace ourtable::usecases
