#include "core/usecases/interchange/sourceindex.h"

#include <algorithm>
#include <cassert>

#include "core/usecases/interchange/demorules.h"

namespace ourtable::usecases {
namespace {

// "org-" of "org-01"; empty when the text does not end in digits after a dash.
std::string_view stemOf(std::string_view text)
{
    const std::size_t end = text.find_last_not_of("0123456789");
    const bool isId = end != std::string_view::npos && end > 0 && end + 1 < text.size() && text[end] == '-';
    return isId ? text.substr(0, end + 1) : std::string_view();
}

const std::string *textAt(const Json &item, const char *key)
{
    const auto found = item.find(key);
    return found != item.end() ? found->get_ptr<const std::string *>() : nullptr;
}

} // namespace

const catalogue::Kind &kindOfItem(const ListRule &rule, const Json &item, const catalogue::Catalogue &catalogue)
{
    const catalogue::Kind *kind = catalogue.kind(rule.kindOf != nullptr ? rule.kindOf(item) : rule.kind);
    assert(kind != nullptr); // the rules name kinds of the catalogue
    return *kind;
}

std::vector<const Json *> itemsOf(const Json &list)
{
    std::vector<const Json *> items;
    if (list.is_object())
        items.push_back(&list);
    if (list.is_array()) {
        for (const Json &item : list)
            items.push_back(&item);
    }
    return items;
}

std::string placeOf(std::string_view list, const Json &item, std::size_t index)
{
    const std::string *id = item.is_object() ? textAt(item, "id") : nullptr;
    const std::string shown = id != nullptr ? shownName(*id) : "?";
    return std::string(list) + "/" + (shown != "?" ? shown : std::string("#").append(std::to_string(index + 1)));
}

Result<SourceIndex> SourceIndex::of(const Json &document, const catalogue::Catalogue &catalogue,
                                    const ProgrammeId &programme)
{
    SourceIndex index;
    for (const ListRule &rule : listRules()) {
        const auto list = document.find(rule.list);
        if (list == document.end())
            continue;
        if (!list->is_array() && !list->is_object())
            return Error{ErrorCode::InvalidInput, std::string(rule.list)};
        std::size_t place = 0;
        for (const Json *item : itemsOf(*list)) {
            const std::string where = placeOf(rule.list, *item, place++);
            if (!item->is_object())
                return Error{ErrorCode::InvalidInput, where};
            const auto added = index.add(rule, *item, kindOfItem(rule, *item, catalogue), programme);
            if (!added)
                return Error{added.error().code, where + "/id"};
        }
    }
    return index;
}

Result<void> SourceIndex::add(const ListRule &rule, const Json &item, const catalogue::Kind &kind,
                              const ProgrammeId &programme)
{
    const std::string *id = textAt(item, "id");
    if (id == nullptr || !isSourceId(*id))
        return ErrorCode::InvalidInput;
    if (!m_ids[*id].emplace(kind.number, importedId(programme, kind.number, *id)).second)
        return ErrorCode::AlreadyExists;
    if (const std::string_view stem = stemOf(*id); !stem.empty())
        m_stems.emplace(stem);
    if (const std::string *day = textAt(item, "date"); rule.list == "gatherings" && day != nullptr)
        m_days[*id] = *day;
    return {};
}

Result<RecordId> SourceIndex::find(std::string_view sourceId, std::span<const KindNumber> kinds) const
{
    const auto known = m_ids.find(sourceId);
    if (known == m_ids.end())
        return ErrorCode::NotFound;
    const RecordId *found = nullptr;
    for (const auto &[kind, id] : known->second) {
        if (!kinds.empty() && std::ranges::find(kinds, kind) == kinds.end())
            continue;
        if (found != nullptr)
            return ErrorCode::Conflict;
        found = &id;
    }
    return found != nullptr ? Result<RecordId>(*found) : Result<RecordId>(ErrorCode::NotFound);
}

bool SourceIndex::looksLikeId(std::string_view text) const
{
    return m_ids.contains(text) || m_stems.contains(stemOf(text));
}

std::string_view SourceIndex::dayOfGathering(std::string_view sourceId) const
{
    const auto found = m_days.find(sourceId);
    return found != m_days.end() ? std::string_view(found->second) : std::string_view();
}

} // namespace ourtable::usecases
