#include <algorithm>
#include <limits>

#include "core/catalogue/handles.h"
#include "core/support/text.h"
#include "core/usecases/guardfunctions.h"

namespace ourtable::usecases::guards {

namespace kinds = catalogue::kinds;

std::string textIn(const Value &value)
{
    constexpr std::string_view kBlank = " \t\r\n";
    const std::string *text = value.text();
    const std::size_t first = text ? text->find_first_not_of(kBlank) : std::string::npos;
    return first == std::string::npos ? std::string() : text->substr(first, text->find_last_not_of(kBlank) - first + 1);
}

bool isYes(const Value &value) { return value.boolean() && *value.boolean(); }

bool isGiven(const Value &value)
{
    if (value.text())
        return !textIn(value).empty();
    return !value.isNull() && !(value.array() && value.array()->empty());
}

std::set<RecordId> recordsIn(const Value &references)
{
    std::set<RecordId> records;
    const auto take = [&](const Value &reference) {
        if (const std::optional<RecordId> record = reference.id<RecordId>())
            records.insert(*record);
    };
    take(references);
    if (const ValueArray *array = references.array())
        std::for_each(array->begin(), array->end(), take);
    return records;
}

// Guards answer yes or no from all that this device holds: who may look at a record is another question.
Result<std::optional<store::RecordView>> recordHere(Workspace &workspace, const RecordId &record)
{
    OURTABLE_ASSIGN(std::optional<store::RecordView> view, workspace.projection().get(record));
    if (view && (view->hidden || view->erased))
        view.reset();
    return view;
}

Result<std::vector<store::RecordView>> recordsNaming(Workspace &workspace, catalogue::KindNumber kind,
                                                     catalogue::FieldNumber field, const RecordId &record)
{
    store::Query query;
    query.kind = kind;
    query.filters.push_back({field, store::Comparison::Equal, record});
    query.limit = std::numeric_limits<std::int32_t>::max();
    return workspace.projection().find(query);
}

bool stands(const store::RecordView &consent)
{
    const std::string answer = textIn(consent.field(kinds::consent::answer));
    return consent.state == "given" && (answer == "yes" || answer == "only_this");
}

Result<std::vector<store::RecordView>> newestConsents(Workspace &workspace, std::string_view about,
                                                      catalogue::FieldNumber field, const RecordId &record)
{
    OURTABLE_ASSIGN(std::vector<store::RecordView> consents, recordsNaming(workspace, kinds::consent::kind, field, record));
    std::erase_if(consents, [&](const store::RecordView &consent) { return textIn(consent.field(kinds::consent::about)) != about; });
    std::string newest;
    for (const store::RecordView &consent : consents)
        newest = std::max(newest, textIn(consent.field(kinds::consent::on)));
    std::erase_if(consents, [&](const store::RecordView &consent) { return textIn(consent.field(kinds::consent::on)) != newest; });
    return consents;
}

std::vector<std::string> wordsOf(std::string_view text)
{
    std::vector<std::string> words(1);
    text::forEachScalar(text, [&](char32_t scalar, std::string_view octets) {
        const bool generalPunctuation = scalar >= 0x2000 && scalar <= 0x206f; // dashes, curly quotation marks, ellipsis
        const bool upper = scalar >= 'A' && scalar <= 'Z';
        const bool letter = upper || (scalar >= 'a' && scalar <= 'z') || (scalar >= '0' && scalar <= '9')
            || (scalar >= 0x80 && !generalPunctuation);
        if (upper)
            words.back() += static_cast<char>(scalar - 'A' + 'a');
        else if (letter)
            words.back() += octets;
        else if (!words.back().empty())
            words.emplace_back();
    });
    if (words.back().empty())
        words.pop_back();
    return words;
}

bool sharesRun(const std::vector<std::string> &words, std::string_view text, std::size_t run)
{
    const std::vector<std::string> within = wordsOf(text);
    const auto length = static_cast<std::ptrdiff_t>(std::min(run, words.size()));
    if (length == 0)
        return false;
    for (auto first = words.begin(); words.end() - first >= length; ++first) {
        if (std::search(within.begin(), within.end(), first, first + length) != within.end())
            return true;
    }
    return false;
}

} // namespace ourtable::usecases::guards
