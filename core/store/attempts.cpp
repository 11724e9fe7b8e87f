#include "core/store/attempts.h"

#include <algorithm>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include "core/crypto/hashing.h"
#include "core/store/devicesecret.h"
#include "core/support/cbor.h"
#include "core/support/files.h"

namespace ourtable::store {
namespace {

constexpr std::int64_t kFormat = 1;
constexpr std::int64_t kLongestDelayFrom = 8;
constexpr std::int64_t kClockTolerance = 2000; // milliseconds that a clock may be set back by keeping time
constexpr std::size_t kLargestFile = 1024;
constexpr std::int64_t kMostCounted = 1'000'000'000; // of either number in the copy; nobody gets there

// Two processes must not count the same attempt once. Freed when the process ends, however it ends.
class FileLock {
public:
    explicit FileLock(const std::string &path)
        : m_file(::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600)),
          m_held(m_file >= 0 && ::flock(m_file, LOCK_EX) == 0)
    {
    }
    ~FileLock()
    {
        if (m_file >= 0)
            ::close(m_file);
    }
    FileLock(const FileLock &) = delete;
    FileLock &operator=(const FileLock &) = delete;
    [[nodiscard]] bool held() const { return m_held; }

private:
    int m_file;
    bool m_held;
};

Error notLocked() { return {ErrorCode::StorageFailed, "attempts lock"}; }

Result<Hash> macOf(SecretStore &secrets, const std::string &name, std::initializer_list<std::int64_t> numbers)
{
    OURTABLE_ASSIGN(const crypto::SecretKey secret, readDeviceSecret(secrets));
    Hash derived = crypto::keyedHashOf(secret.view(), "ourtable.attempts.key.v1", {});
    const crypto::SecretKey key{std::span<const std::uint8_t, 32>(derived.octets)};
    crypto::wipe(derived.octets);
    cbor::Writer list;
    for (const std::int64_t number : numbers)
        list.integer(number);
    return crypto::keyedHashOf(key.view(), "ourtable.attempts.v1", {viewOf(name), list.bytes()});
}

} // namespace

Attempts::Attempts(std::string path, std::string name, SecretStore &secrets, const Clock &clock)
    : m_path(std::move(path)), m_name(std::move(name)), m_secrets(secrets), m_clock(clock)
{
}

std::int64_t Attempts::delaySeconds(int failures)
{
    static constexpr std::int64_t kDelays[] = {30, 60, 300, 900, 3600, 3600};
    if (failures <= kFree)
        return 0;
    return kDelays[std::min<std::size_t>(static_cast<std::size_t>(failures - kFree - 1), std::size(kDelays) - 1)];
}

Result<void> Attempts::startAfresh()
{
    const FileLock lock(m_path + ".lock");
    if (!lock.held())
        return notLocked();
    // The serial goes on from an earlier vault of this name, so that its file cannot come back.
    OURTABLE_ASSIGN(const Copy copy, loadCopy());
    State state;
    state.serial = copy.serial;
    touch(state);
    return save(state);
}

Result<Attempts::Standing> Attempts::standing()
{
    const FileLock lock(m_path + ".lock");
    if (!lock.held())
        return notLocked();
    OURTABLE_ASSIGN(const State state, load());
    Standing standing;
    standing.failures = static_cast<int>(state.failures);
    standing.frozen = state.failures >= kFrozenAfter;
    standing.waitSeconds = standing.frozen ? 0 : waitOf(state);
    return standing;
}

Result<void> Attempts::begin()
{
    const FileLock lock(m_path + ".lock");
    if (!lock.held())
        return notLocked();
    OURTABLE_ASSIGN(State state, load());
    if (state.failures >= kFrozenAfter)
        return ErrorCode::Frozen;
    if (const std::int64_t wait = waitOf(state); wait > 0)
        return Error{ErrorCode::TryLater, std::to_string(wait)};
    ++state.failures;
    touch(state);
    return save(state);
}

Result<void> Attempts::succeeded()
{
    const FileLock lock(m_path + ".lock");
    if (!lock.held())
        return notLocked();
    OURTABLE_ASSIGN(State state, load());
    state.failures = 0;
    touch(state);
    return save(state);
}

// The state as it has to be taken, tampering and clocks turned back already put down.
Result<Attempts::State> Attempts::load()
{
    OURTABLE_ASSIGN(const Copy copy, loadCopy());
    Result<Bytes> octets = files::readWhole(m_path, kLargestFile);
    if (!octets && octets.error().code != ErrorCode::NotFound && octets.error().code != ErrorCode::TooLarge)
        return octets.error();
    State state;
    bool good = false;
    if (octets) {
        OURTABLE_ASSIGN(good, decode(*octets, state));
    }
    if (!good || !copy.there || state.serial < copy.serial) {
        state.serial = std::max(state.serial, copy.serial);
        state.failures = std::max({state.failures, copy.failures, kLongestDelayFrom});
        touch(state);
        OURTABLE_TRY(save(state));
    } else if (waitOf(state) > 0 && m_clock.wallMilliseconds() + kClockTolerance < state.wall) {
        touch(state);
        OURTABLE_TRY(save(state));
    }
    return state;
}

// The file first: a cut between the two leaves a file that is newer than its copy, which nobody gains by.
Result<void> Attempts::save(State &state)
{
    const Result<Bytes> before = files::readWhole(m_path, kLargestFile);
    ++state.serial;
    OURTABLE_ASSIGN(const Bytes octets, encode(state));
    OURTABLE_TRY(files::writeWhole(m_path, octets));
    cbor::Writer copy;
    copy.array(2);
    copy.integer(state.serial);
    copy.integer(state.failures);
    const Result<void> copied = m_secrets.write(m_name, copy.bytes());
    // Nothing was attempted, so nothing is to be counted: a full disk must not freeze a vault.
    if (!copied && before)
        OURTABLE_TRY(files::writeWhole(m_path, *before));
    return copied;
}

Result<Attempts::Copy> Attempts::loadCopy()
{
    const Result<crypto::SecretBytes> held = m_secrets.read(m_name);
    if (!held)
        return held.error().code == ErrorCode::NotFound ? Result<Copy>(Copy{}) : held.error();
    cbor::Reader reader(held->view());
    Copy copy;
    if (reader.array() != 2)
        reader.fail();
    copy.serial = reader.integer();
    copy.failures = reader.integer();
    const auto counted = [](std::int64_t number) { return number >= 0 && number <= kMostCounted; };
    copy.there = reader.finished() && counted(copy.serial) && counted(copy.failures);
    return copy.there ? copy : Copy{};
}

Result<Bytes> Attempts::encode(const State &state)
{
    OURTABLE_ASSIGN(const Hash mac,
                    macOf(m_secrets, m_name, {state.serial, state.failures, state.wall, state.monotonic}));
    cbor::Writer file;
    file.map(6);
    file.integer(0);
    file.integer(kFormat);
    int key = 0;
    for (const std::int64_t number : {state.serial, state.failures, state.wall, state.monotonic}) {
        file.integer(++key);
        file.integer(number);
    }
    file.integer(5);
    file.octets(mac.view());
    return file.take();
}

// False when the octets are not what encode() made for this vault on this device.
Result<bool> Attempts::decode(ByteView octets, State &state)
{
    cbor::Reader file(octets);
    if (file.map() != 6)
        return false;
    std::int64_t numbers[5] = {};
    for (std::int64_t key = 0; key < 5; ++key) {
        if (file.integer() != key)
            return false;
        numbers[key] = file.integer();
    }
    if (file.integer() != 5)
        return false;
    const Hash found = file.id<Hash>();
    if (!file.finished() || numbers[0] != kFormat)
        return false;
    OURTABLE_ASSIGN(const Hash mac, macOf(m_secrets, m_name, {numbers[1], numbers[2], numbers[3], numbers[4]}));
    if (!crypto::sameSecret(mac.view(), found.view()))
        return false;
    state = State{numbers[1], numbers[2], numbers[3], numbers[4]};
    return true;
}

std::int64_t Attempts::waitOf(const State &state) const
{
    const std::int64_t now = m_clock.monotonicMilliseconds();
    // The clock started anew with the machine: what it shows is the least that has passed.
    const std::int64_t passed = now >= state.monotonic ? now - state.monotonic : now;
    const std::int64_t left = delaySeconds(static_cast<int>(state.failures)) * 1000 - passed;
    return left > 0 ? (left + 999) / 1000 : 0;
}

void Attempts::touch(State &state) const
{
    state.wall = m_clock.wallMilliseconds();
    state.monotonic = m_clock.monotonicMilliseconds();
}

} // namespace ourtable::store
