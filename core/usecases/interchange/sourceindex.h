// Which record a source id of a programme document stands for. Internal to this folder.
#pragma once

#include <map>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/support/json.h"
#include "core/usecases/interchange/interchangerecord.h"

namespace ourtable::usecases {

struct ListRule;

// The kind of one item of a list.
[[nodiscard]] const catalogue::Kind &kindOfItem(const ListRule &rule, const Json &item,
                                                const catalogue::Catalogue &catalogue);

// The items of a list: those of an array, or the one object. They belong to the list.
[[nodiscard]] std::vector<const Json *> itemsOf(const Json &list);
std::vector<const Json *> itemsOf(Json &&list) = delete;

// "actions/a-04": the list, and the id of the item when it can be shown, else its place in the list, "#3".
[[nodiscard]] std::string placeOf(std::string_view list, const Json &item, std::size_t index);

class SourceIndex {
public:
    SourceIndex() = default;
    // Errors name list and item: InvalidInput for what is no list of objects with an id, AlreadyExists for an id twice.
    [[nodiscard]] static Result<SourceIndex> of(const Json &document, const catalogue::Catalogue &catalogue,
                                                const ProgrammeId &programme);

    // The record of one of the kinds, or of any when there are none. Errors: NotFound; Conflict when there are several.
    [[nodiscard]] Result<RecordId> find(std::string_view sourceId, std::span<const KindNumber> kinds) const;
    // Whether a text is meant for an id: it is one, or is made like one ("org-99" beside "org-01").
    [[nodiscard]] bool looksLikeId(std::string_view text) const;
    // The day of a gathering as the document gives it; empty when there is none.
    [[nodiscard]] std::string_view dayOfGathering(std::string_view sourceId) const;

private:
    Result<void> add(const ListRule &rule, const Json &item, const catalogue::Kind &kind, const ProgrammeId &programme);

    std::map<std::string, std::map<KindNumber, RecordId>, std::less<>> m_ids;
    std::set<std::string, std::less<>> m_stems; // "org-" of "org-01"
    std::map<std::string, std::string, std::less<>> m_days;
};

} // namespace ourtable::usecases
