// The parts of a programme document that are no lists of records with an id. Internal to this folder.
#pragma once

#include <span>
#include <vector>

#include "core/usecases/interchange/demoitem.h"

namespace ourtable::usecases {

struct ObjectRule {
    std::string_view key; // in the document
    Result<void> (*read)(const DemoContext &context, const Json &json, std::vector<InterchangeRecord> &to);
};

// open_space_topics: topics in order, each an open_space_topic of one gathering, source id "g-20/topic/1".
// monthly_figures: a row a month with a column a measure, each a monthly_figure, source id "2025-12/introductions".
// figure_annotations: figure_note, source id "2025-12/note/1".
// consent_wordings, help_card: settings, whose source id is their key: "consent_wording.notes-3", "help_card.title",
//   "help_card.line.1.if", "help_card.line.1.do", "help_card.checked_on"; the card's note is the note of its title.
[[nodiscard]] std::span<const ObjectRule> objectRules();

} // namespace ourtable::usecases
