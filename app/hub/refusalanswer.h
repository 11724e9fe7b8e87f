// What the server answers by itself, without asking the handler.
#pragma once

#include "app/hub/requesthead.h"
#include "core/hub/http.h"

namespace ourtable::hub {

// The refusal's status with its code as one line of plain text ("too_large"), and Retry-After when it is Busy.
[[nodiscard]] HttpAnswer answerFor(Refusal refusal);

} // namespace ourtable::hub
