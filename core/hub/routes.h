// Which call goes where, who may make it, and how large it may be.
#pragma once

#include "core/hub/call.h"

namespace ourtable::hub {

inline constexpr std::string_view kInvitePath = "/v1/invite/";

// The largest body of a call; a little for calls that nobody knows, so that they can be refused in words.
[[nodiscard]] std::size_t bodyLimitOf(std::string_view method, std::string_view target);

// Checks method, path, size, signature and standing, and hands the call to its handler. Worker's thread.
void serve(HubParts &parts, HttpRequest request, HttpHandler::Done done);

} // namespace ourtable::hub
