// Sealing a body into an envelope and opening it again (PROTOCOL.md 2).
#pragma once

#include "core/sync/body.h"
#include "core/sync/circlekeys.h"
#include "core/sync/envelope.h"

namespace ourtable::sync {

// Seals for readers of the circle. head carries everything but nonce, key and ciphertext, which are filled in.
// TooLarge when the change would pass kChangeOctets.
[[nodiscard]] Result<Envelope> sealUnderEpoch(Envelope head, const Body &body, const EpochKey &key, Random &random);

// Seals into a circle that the writer cannot read: to the public key of its newest epoch entry.
[[nodiscard]] Result<Envelope> sealToCircle(Envelope head, const Body &body, const crypto::BoxPublicKey &circleBox,
                                            Random &random);

// NoKey when the ring lacks that epoch, Erased when the ciphertext is gone, SealBroken when anything of envelope or body
// is not what was sealed, Unsupported for a dictionary of a later version.
[[nodiscard]] Result<Body> openChange(const Envelope &envelope, const Keyring &ring);

} // namespace ourtable::sync
