// Tickets, invitations and enrolments: the rules inside the writer's transaction (security.md 3.1).
#pragma once

#include "core/hub/answers.h"
#include "core/hub/hubsettings.h"
#include "core/hub/writer.h"

namespace ourtable::hub {

inline constexpr std::int64_t kInviteMilliseconds = std::int64_t{24} * 3600 * 1000; // at most
inline constexpr unsigned kWrongTokens = 5;                                        // then nothing opens it

// Replaces a ticket that nobody used. False, and nothing changed, once the programme is founded.
[[nodiscard]] Result<bool> placeTicket(GroupContext &context, const InviteId &id, const Hash &tokenHash, std::int64_t expires);

// Makes the programme: ticket and token are right, and the entries fold from nothing under this hub's authority. Asked
// again after a lost answer it says yes again.
[[nodiscard]] Result<HttpAnswer> found(GroupContext &context, const HubSettings &settings, const sync::FoundRequest &request);

[[nodiscard]] Result<HttpAnswer> postInvite(GroupContext &context, const HubLimits &limits, const sync::InvitePost &post);

// Takes the request in, once: the first with the right token wins, a second device is told "used" (attack 92). Repeating
// the same request is fine.
[[nodiscard]] Result<HttpAnswer> enrol(GroupContext &context, const sync::EnrolmentRequest &request);

} // namespace ourtable::hub
