// Journey J1 of domain.md without a window: start, count, note, close, recap, publish. Each function is one use case on a
// Workspace; errors are the Workspace's.
#pragma once

#include "core/usecases/workspace.h"

namespace ourtable::usecases {

struct BreakfastPlan {
    std::string date;            // "YYYY-MM-DD"; empty = today
    std::string start = "08:30";
    std::string title;           // empty = "Breakfast"
    std::string question;        // empty = the catalogue's default
    std::string place;           // the venue's name, or where it is; required unless venue is given
    std::optional<RecordId> venue;
    std::string kind = "breakfast";
    std::optional<std::string> draft = {}; // its form's draft is done
};

// Makes the gathering and opens it, hosted by whoever starts it.
[[nodiscard]] Result<RecordId> startBreakfast(Workspace &workspace, const BreakfastPlan &plan);
// The gathering that is open now, the one opened last when there are several. NotFound.
[[nodiscard]] Result<RecordId> openBreakfast(Workspace &workspace);

struct NewNote {
    std::string text;
    std::string kind;            // code; empty = experience, until someone sorts it
    std::int64_t table = 1;
    std::vector<std::string> themes;
    std::string level;
    std::string voice;
    std::string quotePermission; // empty = notes_only
    std::string language;
    std::optional<std::string> draft; // its form's draft is done
};
// Saved at once; its place in the order is after what this device knows of its table. NotFound "gathering" when that
// breakfast is not on this device: the note would show up nowhere.
[[nodiscard]] Result<RecordId> addNote(Workspace &workspace, const RecordId &gathering, const NewNote &note);
// In one order everywhere: by table, order, then the moment of writing. With a table, those of it.
[[nodiscard]] Result<std::vector<store::RecordView>> notesOf(Workspace &workspace, const RecordId &gathering,
                                                             std::optional<std::int64_t> table = std::nullopt);

struct TableCount {
    std::int64_t table = 0;
    std::string topic;
    std::string place; // in the room
    std::int64_t notes = 0;
};
// In order of their numbers: the gathering's tables, or 1 to 4 when it names none, and every other that has notes. NotFound.
[[nodiscard]] Result<std::vector<TableCount>> tablesOf(Workspace &workspace, const RecordId &gathering);

// "lived_experience", "carers", "local_people", "staff", "did_not_say", "first_time"; step may be negative.
[[nodiscard]] Result<void> countHeads(Workspace &workspace, const RecordId &gathering, std::string_view group, std::int64_t step);
struct Headcount {
    std::int64_t livedExperience = 0, carers = 0, localPeople = 0, staff = 0, didNotSay = 0, firstTime = 0;
    [[nodiscard]] std::int64_t total() const { return livedExperience + carers + localPeople + staff + didNotSay; }
};
[[nodiscard]] Result<Headcount> headcount(Workspace &workspace, const RecordId &gathering);

struct Closing {
    bool rulesRead = false;
    bool notesExplained = false;
    std::string photo = "none";
    struct Reflection {
        std::string wentWell, wasHard, voicesMissing, doDifferently;
    };
    std::optional<Reflection> reflection; // may come later: the gathering is then still to finish
};
// Both tablets may close: the later close is a change like any other, both names stay.
[[nodiscard]] Result<void> closeBreakfast(Workspace &workspace, const RecordId &gathering, const Closing &closing);
// Closed gatherings without a reflection, oldest first.
[[nodiscard]] Result<std::vector<store::RecordView>> stillToFinish(Workspace &workspace);
// Unfinished promises of the last three gatherings before this one, oldest first. Never support or panel data.
[[nodiscard]] Result<std::vector<store::RecordView>> recapFor(Workspace &workspace, const RecordId &gathering);
// What may be shown to anybody: checked or published notes that may be quoted (never notes_only).
[[nodiscard]] Result<std::vector<store::RecordView>> openNotesOf(Workspace &workspace, const RecordId &gathering);

} // namespace ourtable::usecases
