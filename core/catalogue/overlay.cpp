#include <algorithm>
#include <optional>

#include "core/catalogue/builder.h"
#include "core/support/json.h"
#include "core/catalogue/catalogue.h"
#include "core/support/text.h"

// The overlay is JSON:
//   {"kinds": {"contribution": {"label": "…", "label_plural": "…", "fields": {"voice": "a label"},
//                               "add": [{"number": 1000, "name": "own_ward", "label": "…", "type": "text", "limit": 40}]}},
//    "vocabularies": {"theme": {"labels": {"places": "…"}, "add": {"pets": "…"}, "retire": ["digital"]}}}
namespace ourtable::catalogue {
namespace {

constexpr std::size_t kLabelLimit = 120;
constexpr std::size_t kOwnTextLimit = 4000;
constexpr std::string_view kOwnPrefix = "own_";

struct OwnType {
    std::string_view name;
    FieldType type;
    MergeRule merge;
};

// What a programme's own field may be: nothing that names a record, so that no link can be made by a setting.
constexpr OwnType kOwnTypes[] = {
    {"text", FieldType::Text, MergeRule::Scalar},       {"long_text", FieldType::LongText, MergeRule::LongText},
    {"choice", FieldType::Choice, MergeRule::Scalar},   {"choices", FieldType::Choices, MergeRule::Set},
    {"date", FieldType::Date, MergeRule::Scalar},       {"time", FieldType::Time, MergeRule::Scalar},
    {"month", FieldType::Month, MergeRule::Scalar},     {"integer", FieldType::Integer, MergeRule::Scalar},
    {"yes_no", FieldType::YesNo, MergeRule::Scalar},    {"money", FieldType::Money, MergeRule::Scalar},
};

Error wrong(std::string_view where, std::string_view what)
{
    return {ErrorCode::InvalidInput, std::string(where) + "." + std::string(what)};
}

bool isName(std::string_view name)
{
    const auto fits = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; };
    return !name.empty() && name.size() <= 60 && std::ranges::all_of(name, fits);
}

// The name for an error's detail: as it is when it is one of ours to repeat, else a placeholder.
std::string_view shown(std::string_view name) { return isName(name) ? name : std::string_view("?"); }

bool isLabel(const Json &label)
{
    if (!label.is_string())
        return false;
    const auto &words = label.get_ref<const std::string &>();
    return text::isPlainUtf8(words) && !words.empty() && text::cleanOneLine(words) == words
        && text::lengthOf(words) <= kLabelLimit;
}

// Whether it is an object with no keys but these.
bool hasOnly(const Json &object, std::initializer_list<std::string_view> keys)
{
    if (!object.is_object())
        return false;
    for (const auto &[key, value] : object.items())
        if (std::ranges::find(keys, std::string_view(key)) == keys.end())
            return false;
    return true;
}

// The member, or an empty object when there is none.
const Json &objectOf(const Json &object, const char *key)
{
    static const Json kNone = Json::object();
    const auto at = object.find(key);
    return at == object.end() ? kNone : *at;
}

// ---- Vocabularies

Result<void> relabel(Vocabulary &vocabulary, const Json &labels)
{
    if (!labels.is_object())
        return wrong(vocabulary.name, "labels");
    for (const auto &[code, label] : labels.items()) {
        const auto term = std::ranges::find(vocabulary.terms, code, &Term::code);
        if (term == vocabulary.terms.end() || !isLabel(label))
            return wrong(vocabulary.name, shown(code));
        term->label = label.get<std::string>();
    }
    return {};
}

Result<void> addTerms(Vocabulary &vocabulary, const Json &added)
{
    if (!added.is_object() || (vocabulary.fixed && !added.empty()))
        return wrong(vocabulary.name, "add");
    for (const auto &[code, label] : added.items()) {
        if (!isName(code) || !isLabel(label) || vocabulary.find(code) != nullptr)
            return wrong(vocabulary.name, shown(code));
        vocabulary.terms.push_back({code, label.get<std::string>(), false});
    }
    return {};
}

Result<void> retire(Vocabulary &vocabulary, const Json &codes)
{
    if (!codes.is_array() || (vocabulary.fixed && !codes.empty()))
        return wrong(vocabulary.name, "retire");
    for (const Json &code : codes) {
        const auto term = code.is_string() ? std::ranges::find(vocabulary.terms, code.get<std::string>(), &Term::code)
                                           : vocabulary.terms.end();
        if (term == vocabulary.terms.end())
            return wrong(vocabulary.name, code.is_string() ? shown(code.get_ref<const std::string &>()) : "retire");
        term->retired = true;
    }
    return {};
}

Result<void> applyVocabulary(std::vector<Vocabulary> &vocabularies, const std::string &name, const Json &changes)
{
    if (!isName(name) || !hasOnly(changes, {"labels", "add", "retire"}))
        return wrong("vocabularies", shown(name));
    auto at = std::ranges::find(vocabularies, name, &Vocabulary::name);
    if (at == vocabularies.end()) {
        if (!name.starts_with(kOwnPrefix))
            return wrong("vocabularies", name);
        at = vocabularies.insert(vocabularies.end(), Vocabulary{name, {}, false});
    }
    OURTABLE_TRY(relabel(*at, objectOf(changes, "labels")));
    OURTABLE_TRY(addTerms(*at, objectOf(changes, "add")));
    return changes.contains("retire") ? retire(*at, changes["retire"]) : Result<void>();
}

// ---- Kinds and fields

// A whole number that an int64 holds; one that is larger would become another.
std::optional<std::int64_t> wholeNumber(const Json &json)
{
    const bool fits = !json.is_number_unsigned() || json.get<std::uint64_t>() <= std::uint64_t{INT64_MAX};
    return json.is_number_integer() && fits ? std::optional(json.get<std::int64_t>()) : std::nullopt;
}

Result<void> setRange(Field &made, const Json &field, const Error &refusal)
{
    const bool hasRange = field.contains("minimum") || field.contains("maximum");
    if (hasRange != (made.type == FieldType::Integer))
        return refusal;
    if (!hasRange)
        return {};
    const auto low = wholeNumber(field.value("minimum", Json())), high = wholeNumber(field.value("maximum", Json()));
    if (!low || !high || *low > *high)
        return refusal;
    made.minimum = *low;
    made.maximum = *high;
    return {};
}

Result<void> setLimit(Field &made, const Json &field, const Error &refusal)
{
    const bool isText = made.type == FieldType::Text || made.type == FieldType::LongText;
    if (field.contains("limit") != isText)
        return refusal;
    if (!isText)
        return {};
    const Json &limit = field["limit"];
    if (!limit.is_number_unsigned() || limit.get<std::uint64_t>() == 0 || limit.get<std::uint64_t>() > kOwnTextLimit)
        return refusal;
    made.limit = limit.get<std::size_t>();
    return {};
}

Result<void> setVocabulary(Field &made, const Json &field, const Catalogue &catalogue, const Error &refusal)
{
    const bool isChoice = made.type == FieldType::Choice || made.type == FieldType::Choices;
    if (field.contains("vocabulary") != isChoice)
        return refusal;
    if (!isChoice)
        return {};
    const Json &name = field["vocabulary"];
    made.vocabulary = name.is_string() ? catalogue.vocabulary(name.get_ref<const std::string &>()) : nullptr;
    return made.vocabulary != nullptr ? Result<void>() : Result<void>(refusal);
}

// Number, name, label and type: those that every own field has.
Result<Field> ownField(const Kind &kind, const Json &field, const Error &refusal)
{
    const Json number = field.value("number", Json()), name = field.value("name", Json());
    const Json type = field.value("type", Json()), label = field.value("label", Json());
    if (!number.is_number_unsigned() || !name.is_string() || !type.is_string() || !isLabel(label))
        return refusal;
    Field made;
    made.name = name.get<std::string>();
    const auto own = std::ranges::find(kOwnTypes, type.get_ref<const std::string &>(), &OwnType::name);
    const auto numbered = number.get<std::uint64_t>();
    if (own == std::end(kOwnTypes) || numbered < kFirstOverlayField || numbered > UINT16_MAX)
        return refusal;
    made.number = static_cast<FieldNumber>(numbered);
    if (!isName(made.name) || !made.name.starts_with(kOwnPrefix) || kind.field(made.name) || kind.field(made.number))
        return refusal;
    made.label = label.get<std::string>();
    made.type = own->type;
    made.merge = own->merge;
    made.sensitivity = kind.sensitivity;
    made.overlay = true;
    return made;
}

Result<void> addField(Kind &kind, const Json &field, const Catalogue &catalogue)
{
    const Json name = field.is_object() ? field.value("name", Json()) : Json();
    const Error refusal = wrong(kind.name, name.is_string() ? shown(name.get_ref<const std::string &>()) : "add");
    if (!hasOnly(field, {"number", "name", "label", "type", "limit", "vocabulary", "minimum", "maximum"}))
        return refusal;
    auto made = ownField(kind, field, refusal);
    if (!made)
        return made.error();
    OURTABLE_TRY(setLimit(*made, field, refusal));
    OURTABLE_TRY(setRange(*made, field, refusal));
    OURTABLE_TRY(setVocabulary(*made, field, catalogue, refusal));
    const auto after = std::ranges::upper_bound(kind.fields, made->number, {}, &Field::number);
    kind.fields.insert(after, std::move(*made));
    return {};
}

Result<void> relabelKind(Kind &kind, const Json &changes)
{
    for (const auto &[key, label] : {std::pair{"label", &kind.label}, std::pair{"label_plural", &kind.labelPlural}}) {
        if (!changes.contains(key))
            continue;
        if (!isLabel(changes[key]))
            return wrong(kind.name, key);
        *label = changes[key].get<std::string>();
    }
    const Json &labels = objectOf(changes, "fields");
    if (!labels.is_object())
        return wrong(kind.name, "fields");
    for (const auto &[name, label] : labels.items()) {
        const auto field = std::ranges::find(kind.fields, name, &Field::name);
        if (field == kind.fields.end() || !isLabel(label))
            return wrong(kind.name, shown(name));
        field->label = label.get<std::string>();
    }
    return {};
}

// Own fields would make answers of `monitoring` easier to link to a person, and system kinds are the app's.
bool takesOwnFields(const Kind &kind, const Catalogue &catalogue)
{
    return !kind.system && catalogue.circle(kind.circle)->projected;
}

Result<void> applyKind(CatalogueBuilder &builder, const std::string &name, const Json &changes)
{
    const auto kind = std::ranges::find(builder.kinds(), name, &Kind::name);
    if (kind == builder.kinds().end() || !hasOnly(changes, {"label", "label_plural", "fields", "add"}))
        return wrong("kinds", shown(name));
    OURTABLE_TRY(relabelKind(*kind, changes));
    if (!changes.contains("add"))
        return {};
    if (!changes["add"].is_array() || !takesOwnFields(*kind, builder.made()))
        return wrong(kind->name, "add");
    for (const Json &field : changes["add"])
        OURTABLE_TRY(addField(*kind, field, builder.made()));
    return {};
}

// A code that a form starts with cannot be retired.
Result<void> defaultsStand(const std::vector<Kind> &kinds)
{
    for (const Kind &kind : kinds) {
        for (const Field &field : kind.fields) {
            const std::string *code = field.vocabulary != nullptr ? field.defaultValue.text() : nullptr;
            if (code != nullptr && field.vocabulary->find(*code)->retired)
                return wrong(field.vocabulary->name, *code);
        }
    }
    return {};
}

} // namespace

Result<std::shared_ptr<const Catalogue>> Catalogue::withOverlay(std::string_view overlayJson)
{
    OURTABLE_ASSIGN(const Json overlay, parseJson(overlayJson, {.octets = 1u << 20, .depth = 8}));
    if (!hasOnly(overlay, {"kinds", "vocabularies"}) || !objectOf(overlay, "kinds").is_object()
        || !objectOf(overlay, "vocabularies").is_object())
        return {ErrorCode::InvalidInput, "overlay"};
    CatalogueBuilder builder;
    for (const auto &[name, changes] : objectOf(overlay, "vocabularies").items())
        OURTABLE_TRY(applyVocabulary(builder.vocabularies(), name, changes));
    builder.makeKinds();
    for (const auto &[name, changes] : objectOf(overlay, "kinds").items())
        OURTABLE_TRY(applyKind(builder, name, changes));
    OURTABLE_TRY(defaultsStand(builder.kinds()));
    return builder.take();
}

} // namespace ourtable::catalogue
