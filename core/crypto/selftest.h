// Known answers, checked once at start: a machine or library that computes wrongly must not seal anybody's words.
#pragma once

namespace ourtable::crypto {

// BLAKE2b (RFC 7693), Ed25519 (RFC 8032, test 1), XChaCha20-Poly1305 (draft-irtf-cfrg-xchacha-03, A.3.1).
[[nodiscard]] bool selfTestHolds();

} // namespace ourtable::crypto
