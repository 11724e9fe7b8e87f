// The calls about sessions, the directory, keys and newcomers. See routes.h for when they are called.
#pragma once

#include "core/hub/call.h"

namespace ourtable::hub {

void healthRoute(HubParts &parts, Call call);
void sessionRoute(HubParts &parts, Call call);
void readDirectoryRoute(HubParts &parts, Call call);
void appendDirectoryRoute(HubParts &parts, Call call);
void keysRoute(HubParts &parts, Call call);
void foundRoute(HubParts &parts, Call call);
void postInviteRoute(HubParts &parts, Call call);
void inviteRoute(HubParts &parts, Call call);
void enrolRoute(HubParts &parts, Call call);
void enrolmentsRoute(HubParts &parts, Call call);

} // namespace ourtable::hub
