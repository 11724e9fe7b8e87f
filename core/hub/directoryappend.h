// Appending to the directory inside the writer's transaction: whole or not at all.
#pragma once

#include "core/hub/answers.h"
#include "core/hub/hubmembership.h"
#include "core/hub/writer.h"

namespace ourtable::hub {

// 409 member_conflict when the head has moved; 400 when an entry does not follow, a package belongs to no epoch and
// reader, or a bag is not the one that its epoch entry names. fromCoordinator: only coordinators' devices may bring keys
// and settle invitations; entries speak for themselves. required pins the hub's authority at founding.
[[nodiscard]] Result<HttpAnswer> appendDirectory(GroupContext &context, const sync::DirectoryAppend &append,
                                                 bool fromCoordinator, const Hash *requiredCaPin = nullptr);

// Whether it brings key packages and nothing else.
[[nodiscard]] bool isHandOver(const sync::DirectoryAppend &append);

// A reader of a circle hands its key to other readers: for circles whose keys no coordinator holds. 403 for a circle that
// nobody on the device reads. A package that is there already stays: only a coordinator replaces one.
[[nodiscard]] Result<HttpAnswer> handOverPackages(GroupContext &context, const sync::DirectoryAppend &append,
                                                  const Membership &membership, const DeviceId &device);

} // namespace ourtable::hub
