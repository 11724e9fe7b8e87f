#include "core/usecases/interchange/demoreader.h"

#include <algorithm>

#include "core/support/civiltime.h"
#include "core/usecases/interchange/demoobjects.h"

namespace ourtable::usecases {
namespace {

using catalogue::Catalogue;

std::string asOf(const Json &document)
{
    const Json meta = document.is_object() ? memberOf(document, "meta") : Json();
    const Json day = meta.is_object() ? memberOf(meta, "as_of") : Json();
    return day.is_string() ? day.get<std::string>() : std::string();
}

Result<void> checkKeys(const Json &document)
{
    for (const auto &[key, value] : document.items()) {
        const bool known = leftOut("", key) != nullptr
            || std::ranges::find(listRules(), std::string_view(key), &ListRule::list) != listRules().end()
            || std::ranges::find(objectRules(), std::string_view(key), &ObjectRule::key) != objectRules().end();
        if (!known)
            return Error{ErrorCode::UnknownKind, shownName(key)};
    }
    const Json meta = memberOf(document, "meta", Json::object());
    for (const auto &[key, value] : meta.items()) {
        if (!meta.is_object() || leftOut("meta", key) == nullptr)
            return Error{ErrorCode::UnknownField, "meta/" + shownName(key)};
    }
    return {};
}

// Codes mean what the catalogue says; a document with others would be read wrongly.
Result<void> checkVocabularies(const Json &document, const Catalogue &catalogue)
{
    const Json vocabularies = memberOf(document, "vocabularies", Json::object());
    for (const auto &[name, terms] : vocabularies.items()) {
        const catalogue::Vocabulary *known = catalogue.vocabulary(name);
        if (known == nullptr || !terms.is_object())
            return Error{ErrorCode::UnknownCode, "vocabularies/" + shownName(name)};
        for (const auto &[code, label] : terms.items()) {
            if (known->find(code) == nullptr)
                return Error{ErrorCode::UnknownCode, "vocabularies/" + shownName(name) + "/" + shownName(code)};
        }
    }
    return {};
}

Result<void> readLists(const DemoContext &context, std::vector<InterchangeRecord> &to)
{
    for (const ListRule &rule : listRules()) {
        const auto list = context.document.find(rule.list);
        if (list == context.document.end())
            continue;
        std::size_t index = 0;
        for (const Json *item : itemsOf(*list)) {
            const std::string place = placeOf(rule.list, *item, index++);
            OURTABLE_TRY(DemoItem(context, rule, *item, (*item)["id"].get<std::string>(), place).read(to));
        }
    }
    return {};
}

} // namespace

Result<std::vector<InterchangeRecord>> readProgramme(const Json &document, const Catalogue &catalogue,
                                                     const ProgrammeId &programme, const ProgrammeOptions &options)
{
    if (!document.is_object())
        return Error{ErrorCode::InvalidInput, "document"};
    OURTABLE_TRY(checkKeys(document));
    OURTABLE_TRY(checkVocabularies(document, catalogue));
    const Result<DateShift> shift = DateShift::of(options.shiftDays, asOf(document));
    if (!shift)
        return Error{shift.error().code, "meta/as_of"};
    OURTABLE_ASSIGN(SourceIndex index, SourceIndex::of(document, catalogue, programme));
    const DemoContext context{document, catalogue, programme, *shift, std::move(index)};
    std::vector<InterchangeRecord> records;
    OURTABLE_TRY(readLists(context, records));
    for (const ObjectRule &rule : objectRules()) {
        const auto object = document.find(rule.key);
        if (object == document.end())
            continue;
        if (!object->is_structured())
            return Error{ErrorCode::InvalidInput, std::string(rule.key)};
        OURTABLE_TRY(rule.read(context, *object, records));
    }
    return records;
}

std::optional<std::int64_t> daysToShift(const Json &document, std::string_view today)
{
    const std::optional<std::int64_t> from = daysOfDate(asOf(document)), to = daysOfDate(today);
    return from && to ? std::optional(*to - *from) : std::nullopt;
}

} // namespace ourtable::usecases
