// A history as tests/sim/reference_model.py reads it: one line of JSON (the format is described there).
#pragma once

#include <string>

#include "core/sync/merge.h"

namespace ourtable::test {

[[nodiscard]] std::string historyJson(const catalogue::Catalogue &catalogue, const sync::Directory &directory,
                                      const std::vector<MembershipHead> &heads,
                                      const std::vector<sync::OpenedChange> &changes);

} // namespace ourtable::test
