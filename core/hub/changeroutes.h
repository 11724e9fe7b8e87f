// The calls about changes: hello, push, pull, vv, wait. See routes.h for when they are called.
#pragma once

#include "core/hub/call.h"

namespace ourtable::hub {

void helloRoute(HubParts &parts, Call call);
void pushRoute(HubParts &parts, Call call);
void pullRoute(HubParts &parts, Call call);
void headsRoute(HubParts &parts, Call call);
void waitRoute(HubParts &parts, Call call);

} // namespace ourtable::hub
