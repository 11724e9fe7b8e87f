#include "core/usecases/interchange/demoobjects.h"

#include <algorithm>

namespace ourtable::usecases {
namespace {

using Records = std::vector<InterchangeRecord>;

const ListRule kTopics{.list = "open_space_topics", .kind = "open_space_topic", .madeOn = "gathering"};
const ListRule kFigures{.list = "monthly_figures", .kind = "monthly_figure"};
const ListRule kFigureNotes{.list = "figure_annotations", .kind = "figure_note"};
const ListRule kSettings{.list = "settings", .kind = "setting"};

struct Measure {
    std::string_view column;
    std::string_view code;
};
constexpr Measure kMeasures[] = {
    {"referrals_to_secondary_care", "referrals_to_secondary_care"},
    {"introductions_to_living_well_network", "introductions"},
    {"of_which_introduced_themselves", "self_introductions"},
    {"peer_support_contacts", "peer_contacts"},
    {"community_options_team_people", "community_options_people"},
};

Error wrong(ErrorCode code, std::string_view place, std::string_view key)
{
    return {code, std::string(place) + "/" + shownName(key)};
}

// The text of a member, "?" when it has none: it is used for ids only, and the field itself is checked later.
std::string wordAt(const Json &object, const char *key)
{
    const Json member = memberOf(object, key);
    return member.is_string() ? member.get<std::string>() : "?";
}

Result<void> readMade(const DemoContext &context, const ListRule &rule, const Json &json, const std::string &sourceId,
                      const std::string &place, Records &to)
{
    DemoItem item(context, rule, json, sourceId, place);
    if (!isSourceId(sourceId))
        return Error{ErrorCode::InvalidInput, place};
    return item.read(to);
}

Result<void> readTopics(const DemoContext &context, const Json &json, Records &to)
{
    for (const auto &[key, value] : json.items()) {
        if (key != "gathering" && key != "topics")
            return wrong(ErrorCode::UnknownField, "open_space_topics", key);
    }
    const Json topics = memberOf(json, "topics");
    std::int64_t order = 0;
    for (const Json *topic : itemsOf(topics)) {
        const std::string number = std::to_string(++order);
        if (!topic->is_object() || topic->contains("gathering"))
            return wrong(ErrorCode::InvalidInput, "open_space_topics", number);
        Json whole = *topic;
        whole["gathering"] = memberOf(json, "gathering");
        if (!whole.contains("order"))
            whole["order"] = order;
        OURTABLE_TRY(readMade(context, kTopics, whole, wordAt(json, "gathering") + "/topic/" + number,
                              "open_space_topics/" + number, to));
    }
    return {};
}

Result<void> readFigure(const DemoContext &context, const Json &row, const Measure &measure, const std::string &place,
                        Records &to)
{
    Json figure = row;
    for (const auto &[column, code] : kMeasures)
        figure.erase(std::string(column));
    figure.erase("provisional");
    figure["state"] = memberOf(row, "provisional") == true ? "provisional" : "final";
    figure["measure"] = measure.code;
    figure["value"] = memberOf(row, std::string(measure.column));
    return readMade(context, kFigures, figure, wordAt(row, "month") + "/" + std::string(measure.code), place, to);
}

Result<void> readFigures(const DemoContext &context, const Json &json, Records &to)
{
    std::size_t index = 0;
    for (const Json *row : itemsOf(json)) {
        const std::string number = std::string("#").append(std::to_string(++index));
        if (!row->is_object() || row->contains("measure") || row->contains("value") || row->contains("state"))
            return wrong(ErrorCode::InvalidInput, "monthly_figures", number);
        const std::string place = "monthly_figures/" + shownName(wordAt(*row, "month"));
        const Json provisional = memberOf(*row, "provisional");
        if (!provisional.is_null() && !provisional.is_boolean())
            return wrong(ErrorCode::InvalidInput, place, "provisional");
        for (const Measure &measure : kMeasures) {
            if (memberOf(*row, std::string(measure.column)).is_null())
                continue;
            OURTABLE_TRY(readFigure(context, *row, measure, place, to));
        }
    }
    return {};
}

Result<void> readFigureNotes(const DemoContext &context, const Json &json, Records &to)
{
    std::map<std::string, int> ofMonth;
    for (const Json *note : itemsOf(json)) {
        if (!note->is_object())
            return wrong(ErrorCode::InvalidInput, "figure_annotations", std::to_string(ofMonth.size() + 1));
        const std::string month = wordAt(*note, "month");
        OURTABLE_TRY(readMade(context, kFigureNotes, *note, month + "/note/" + std::to_string(++ofMonth[month]),
                              "figure_annotations/" + shownName(month), to));
    }
    return {};
}

Result<void> readSetting(const DemoContext &context, const std::string &key, const Json &value, const Json &note,
                         Records &to)
{
    return readMade(context, kSettings, Json{{"key", key}, {"value", value}, {"note", note}}, key, shownName(key), to);
}

Result<void> readWordings(const DemoContext &context, const Json &json, Records &to)
{
    if (!json.is_object())
        return Error{ErrorCode::InvalidInput, "consent_wordings"};
    for (const auto &[version, words] : json.items())
        OURTABLE_TRY(readSetting(context, "consent_wording." + version, words, {}, to));
    return {};
}

Result<void> readHelpLines(const DemoContext &context, const Json &lines, Records &to)
{
    std::size_t index = 0;
    for (const Json *line : itemsOf(lines)) {
        const std::string name = "help_card.line." + std::to_string(++index);
        if (!line->is_object())
            return Error{ErrorCode::InvalidInput, name};
        for (const auto &[key, words] : line->items()) {
            if (key != "if" && key != "do")
                return Error{ErrorCode::UnknownField, name + "/" + shownName(key)};
            OURTABLE_TRY(readSetting(context, name + "." + key, words, {}, to));
        }
    }
    return {};
}

Result<void> readHelpCard(const DemoContext &context, const Json &json, Records &to)
{
    for (const auto &[key, value] : json.items()) {
        if (key == "lines") {
            OURTABLE_TRY(readHelpLines(context, value, to));
        } else if (key == "title") {
            OURTABLE_TRY(readSetting(context, "help_card.title", value, memberOf(json, "note"), to));
        } else if (key == "checked_on") {
            const Result<std::string> day = context.shift.date(wordAt(json, "checked_on"));
            if (!day)
                return wrong(day.error().code, "help_card", key);
            OURTABLE_TRY(readSetting(context, "help_card.checked_on", *day, {}, to));
        } else if (key == "sensitivity" ? value != "open" : key != "note" || !json.contains("title")) {
            return wrong(ErrorCode::UnknownField, "help_card", key);
        }
    }
    return {};
}

constexpr ObjectRule kObjects[] = {
    {"open_space_topics", readTopics}, {"monthly_figures", readFigures}, {"figure_annotations", readFigureNotes},
    {"consent_wordings", readWordings}, {"help_card", readHelpCard},
};

} // namespace

std::span<const ObjectRule> objectRules() { return kObjects; }

} // namespace ourtable::usecases
