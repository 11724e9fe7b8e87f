// Counts wrong PINs and passphrases of one vault, so that guessing gets slow and then stops (design README 8, Locking).
//
// Three wrong attempts are free; after the fourth 30 seconds pass before the next, then 1, 5, 15, 60 and 60 minutes; after
// the tenth the vault is frozen, not destroyed, until a coordinator brings the person in again.
//
// File "<vault>.attempts", CBOR map: 0 format (1), 1 serial, 2 failures, 3 wall and 4 monotonic milliseconds of the newest
// attempt, 5 MAC under a key that is made from the device secret. The SecretStore keeps [serial, failures] beside it, so
// that an older file that was put back shows by its serial. A file that is missing, older, edited or of another vault, or a
// missing copy, counts as at least eight wrong attempts made now: the longest wait. So does losing both.
//
// Waiting is measured by the monotonic clock, which nobody can set; after a restart only the time since then counts. A wall
// clock that was turned back shows that somebody is trying: the wait starts again.
#pragma once

#include <string>

#include "core/store/secretstore.h"
#include "core/support/clock.h"
#include "core/support/result.h"

namespace ourtable::store {

class Attempts {
public:
    static constexpr int kFree = 3;
    static constexpr int kFrozenAfter = 10;

    struct Standing {
        int failures = 0;             // wrong attempts since the last right one
        std::int64_t waitSeconds = 0; // until the next attempt is taken; 0 = now
        bool frozen = false;
    };

    // path is the counter file; name tells vaults apart in the SecretStore. Both ports outlive this.
    Attempts(std::string path, std::string name, SecretStore &secrets, const Clock &clock);

    // A new vault: nothing counted.
    [[nodiscard]] Result<void> startAfresh();
    // May write: what was tampered with, or a clock turned back, is put down at once.
    [[nodiscard]] Result<Standing> standing();
    // Counts an attempt as wrong, on disk, before it is made. TryLater (detail: seconds), Frozen; on any error the attempt
    // must not be made, and none was counted. Safe against other processes doing the same.
    [[nodiscard]] Result<void> begin();
    // The attempt that begin() counted was right.
    [[nodiscard]] Result<void> succeeded();

    // How long the next attempt waits after so many wrong ones.
    [[nodiscard]] static std::int64_t delaySeconds(int failures);

private:
    struct State {
        std::int64_t serial = 0;
        std::int64_t failures = 0;
        std::int64_t wall = 0;
        std::int64_t monotonic = 0;
    };
    struct Copy {
        std::int64_t serial = 0;
        std::int64_t failures = 0;
        bool there = false;
    };

    [[nodiscard]] Result<State> load();
    [[nodiscard]] Result<void> save(State &state);
    [[nodiscard]] Result<Copy> loadCopy();
    [[nodiscard]] Result<Bytes> encode(const State &state);
    [[nodiscard]] Result<bool> decode(ByteView octets, State &state);
    [[nodiscard]] std::int64_t waitOf(const State &state) const;
    void touch(State &state) const;

    std::string m_path;
    std::string m_name;
    SecretStore &m_secrets;
    const Clock &m_clock;
};

} // namespace ourtable::store
