// Changes that reach a device beside the hub: in a bundle on a stick, or from a device nearby (PROTOCOL.md 9). They travel as
// the hub's answer to a pull does, one set a circle; `next` and `more` say nothing. Pure.
#pragma once

#include <map>
#include <set>

#include "core/sync/directory.h"
#include "core/sync/wire.h"

namespace ourtable::sync {

// The set in pages of about this many octets, in order, for ways that take only so much at once. Seals and certificates come
// last. Nothing for an empty set.
[[nodiscard]] std::vector<PullAnswer> inPages(const PullAnswer &whole, std::size_t octets);
// Puts pages together again. Malformed (nothing added) when the page is of another circle than the set.
[[nodiscard]] Result<void> addPage(PullAnswer &whole, PullAnswer page);

// Of these changes, by their hashes, those that lie under one of the heads in an unbroken stretch of that very chain.
[[nodiscard]] std::set<Hash> vouchedFor(const std::map<Hash, const Envelope *> &changes, const std::vector<Seal> &seals);

// Whether all of a set may be looked at any further. Who hands it over is not trusted: every change has the shape of one and
// lies under a seal of its own writer that came along, and every writer is in the directory. NotFound (a circle that the
// directory does not know), Malformed, SealBroken. Roles, erasure and what is already here are judged when it is taken in.
[[nodiscard]] Result<void> verifyCarried(const PullAnswer &set, const Directory &directory);

} // namespace ourtable::sync
