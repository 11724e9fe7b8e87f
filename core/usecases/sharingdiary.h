// What happened between this device and the hub: moments and counts, no words and no names. Kept sealed in the log's file
// under a key of the device, so that it goes on while everybody is signed out.
#pragma once

#include "core/usecases/sharedthings.h"

namespace ourtable::usecases {

struct DiaryEntry {
    enum class What : std::uint8_t { Shared = 1, Came = 2, Copied = 3, BroughtIn = 4 }; // these two by a memory stick
    What what = What::Shared;
    std::int64_t from = 0; // milliseconds by the device's clock
    std::int64_t to = 0;
    Things things;
    bool operator==(const DiaryEntry &) const = default;
};

class SharingDiary {
public:
    // Of one sharing after another within this time one entry is made.
    static constexpr std::int64_t kTogether = 30 * 60'000;
    static constexpr std::size_t kMost = 60;

    // The profile has to outlive it.
    explicit SharingDiary(Profile &profile) : m_profile(profile) {}

    // Newest first. Empty when there is none yet, or when it can't be opened any more: nothing depends on it.
    [[nodiscard]] Result<std::vector<DiaryEntry>> read();
    // Nothing when there is nothing to tell.
    [[nodiscard]] Result<void> add(DiaryEntry::What what, const Things &things);

private:
    [[nodiscard]] Result<crypto::SecretKey> key();

    Profile &m_profile;
};

} // namespace ourtable::usecases
