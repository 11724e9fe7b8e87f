// Taking back (design README 8, domain.md J1 step 9): what goes with a note, how many a day, and what a person has to read
// again. The deed is Workspace::takeBack.
#pragma once

#include <map>

#include "core/usecases/workspace.h"

namespace ourtable::usecases {

inline constexpr std::size_t kTakenBackADay = 20; // as the hub counts them, for one endpoint

// Promises, lines of the board, needs and resources that name the note as where they come from, and that this person may read:
// said in other words, they stay. Whoever takes the note back, or comes to its place, reads them again.
[[nodiscard]] Result<std::vector<store::RecordView>> reworded(Workspace &workspace, const RecordId &note);

// How many notes of a gathering were taken back; they are in no other count.
[[nodiscard]] Result<std::int64_t> takenBackOf(Workspace &workspace, const RecordId &gathering);

// --- for Workspace
// Verbatim copies of the record's words that are here, removed ones too.
[[nodiscard]] Result<std::vector<RecordId>> copiesOfWords(Workspace &workspace, const RecordId &record);
// Copies whose note was taken back, when any of these records is a note or a copy. None for whoever reads no copies.
[[nodiscard]] Result<std::vector<RecordId>> copiesLeftBehind(Workspace &workspace, const std::map<RecordId, catalogue::KindNumber> &touched);

// When this endpoint took something back in the last 24 hours.
class DayOfTakingBack {
public:
    [[nodiscard]] static Result<DayOfTakingBack> read(Workspace &workspace);
    [[nodiscard]] Result<void> checkRoomFor(std::size_t more) const; // GuardRefused "twenty_taken_back"
    [[nodiscard]] Result<void> keep(std::size_t more);               // so many more, now

private:
    explicit DayOfTakingBack(Workspace &workspace) : m_workspace(&workspace) {}

    Workspace *m_workspace;
    std::vector<std::int64_t> m_moments; // milliseconds
};

} // namespace ourtable::usecases
