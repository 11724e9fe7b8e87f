// What may stand on which paper (domain.md 5.2, 5.7, 5.11), as records and codes; the words around it are the bridge's. Nothing
// here gives words that were taken back, removed, or said for the notes only, nor who said something. NotPermitted for
// whoever may not read what the paper is about.
#pragma once

#include "core/usecases/breakfasts.h"

namespace ourtable::usecases {

// The strictest class among these fields of a kind: that of a block that shows them.
[[nodiscard]] catalogue::Sensitivity strictestOf(const catalogue::Catalogue &catalogue, catalogue::KindNumber kind,
                                                 std::initializer_list<catalogue::FieldNumber> fields);

struct PrintedNote {
    store::RecordView note;
    std::size_t rank = 0; // 0 is left out last: each table's most echoed note first, then each one's second, and so on
};
struct PrintedTable {
    std::int64_t table = 0;
    std::string topic;
    std::vector<PrintedNote> notes; // as they were said
};
// The notes of a breakfast for the people who were there.
struct BreakfastPaper {
    store::RecordView meeting;
    std::int64_t people = 0;     // 0: nobody counted
    std::int64_t firstTime = 0;  // 0: none, or too few of them, or too few others, to say
    bool fewPeople = false;      // fewer than the least number that is shown
    std::vector<store::RecordView> recap;      // promises of earlier breakfasts that are not over
    std::vector<PrintedTable> tables;          // that have notes to show
    std::int64_t notes = 0;                    // in all tables
    std::int64_t keptBack = 0;                 // notes that may not be shared, or that nobody checked
    std::vector<store::RecordView> needs;      // that came of notes of this breakfast
    std::vector<store::RecordView> resources;  // likewise
    std::vector<store::RecordView> promises;   // without the steps; the earliest due first
    std::vector<store::RecordView> steps;      // "my one step"
    std::vector<store::RecordView> reflections;
};
[[nodiscard]] Result<BreakfastPaper> breakfastPaper(Workspace &workspace, const RecordId &gathering);

struct TableCard {
    std::int64_t table = 0;
    std::string topic;
    std::optional<RecordId> host; // a person
};
[[nodiscard]] Result<std::vector<TableCard>> tableCards(Workspace &workspace, const RecordId &gathering);

// Published lines of "You said, we did", the newest first; none that a note stands behind that was taken back
// since, or may be quoted no longer.
[[nodiscard]] Result<std::vector<store::RecordView>> wallLines(Workspace &workspace);

struct OwnedPromises {
    std::string ownerType;           // code
    std::optional<RecordId> owner;   // a person or an organisation
    std::string ownerName;           // in words, when there is no record of them
    std::vector<store::RecordView> promises; // the earliest due first
};
struct PromisesPaper {
    std::vector<OwnedPromises> open;           // whose earliest is due first, first
    std::vector<store::RecordView> notGoingAhead; // the latest due first
};
[[nodiscard]] Result<PromisesPaper> promisesPaper(Workspace &workspace);

} // namespace ourtable::usecases
