// What screens say about one breakfast or meeting, read on the storage thread.
#pragma once

#include <string>

#include <QString>

#include "core/usecases/workspace.h"

namespace ourtable::meetings {

[[nodiscard]] std::string textIn(const store::RecordView &record, catalogue::FieldNumber field);
[[nodiscard]] inline QString wordsIn(const store::RecordView &record, catalogue::FieldNumber field) { return QString::fromStdString(textIn(record, field)); }

struct Counts {
    std::int64_t tables = 0;
    std::int64_t notes = 0;
    std::int64_t unsorted = 0; // nobody has said what they are about yet
};
[[nodiscard]] Result<Counts> countsOf(usecases::Workspace &workspace, const RecordId &meeting);
// Records of the kind whose field refers to the meeting.
[[nodiscard]] store::Query within(catalogue::KindNumber kind, catalogue::FieldNumber field, const RecordId &meeting);
// Over, and nobody has written down yet how it went.
[[nodiscard]] Result<bool> isToFinish(usecases::Workspace &workspace, const store::RecordView &meeting);

// "Breakfast at The Copper Kettle"; other meetings by what the programme calls them.
[[nodiscard]] QString titleOf(const store::RecordView &meeting, const catalogue::Catalogue &catalogue);
// "8:30 to 10:15", "8:30".
[[nodiscard]] QString hoursOf(const store::RecordView &meeting);
// "4 tables, 11 notes"; what there is none of is left out.
[[nodiscard]] QString countWords(const Counts &counts);
[[nodiscard]] QString unsortedWords(const Counts &counts); // empty when all are sorted

} // namespace ourtable::meetings
