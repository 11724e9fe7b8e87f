#include <QTest>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "core/catalogue/catalogue.h"
#include "core/support/civiltime.h"
#include "tests/core/catalogue/demonstration.h"

using namespace ourtable;
using namespace ourtable::catalogue;

namespace {

using Renames = std::map<std::string, std::string>;

// Where the members of one list of the demonstration belong when they are not fields of the same name: "field",
// "kind.field" for a child, "id|words" for a reference that may be plain words, "-" for what is derived or nested.
struct List {
    const char *key;
    const char *kind;
    Renames renames;
};

const List kLists[] = {
    {"organisations", "organisation", {}},
    {"people", "person", {{"org", "organisation"}}},
    {"workstreams", "workstream", {}},
    {"gatherings", "gathering", {{"venue_org", "venue"}, {"headcount", "-"}}},
    {"contributions", "contribution", {}},
    {"withdrawn_contributions", "contribution", {}},
    {"reflections", "reflection", {}},
    {"need_statements", "need_statement", {}},
    {"resources", "resource", {}},
    {"actions", "action", {{"owner", "owner|owner_name"}, {"updates", "-"}}},
    {"feedback", "feedback", {}},
    {"role_profiles", "role_profile", {}},
    {"recruitment_rounds", "recruitment_round", {{"panel", "round_private.panel"}, {"aim", "round_private.aim"}}},
    {"nomination_requests", "nomination_request", {}},
    {"nominations", "nomination", {}},
    {"assessments", "assessment", {}},
    {"placements", "placement", {}},
    {"development_plans", "development_plan", {}},
    {"claims", "involvement_claim", {{"paid_up_front", "paid_in_advance"}}},
    {"support_needs", "support_need", {{"contact_notes", "-"}, {"introductions", "-"}}},
    {"safeguarding_concerns", "safeguarding_concern", {{"restricted_to", "-"}}},
    {"outcome_checkins", "outcome_check_in", {}},
    {"figure_annotations", "figure_note", {}},
    {"activities", "activity_review", {}},
    {"evidence_items", "evidence_item", {}},
    {"risks", "risk", {{"score", "-"}}},
    {"road_map", "road_map_item", {}},
    {"guide_pages", "guide_page", {}},
    {"devices", "device", {}},
    {"equality_returns", "equality_return", {}},
    {"sync_conflicts", "sync_conflict", {{"mine", "-"}, {"theirs", "-"}}},
};

const Renames kFigureMeasures{{"referrals_to_secondary_care", "referrals_to_secondary_care"},
                              {"introductions_to_living_well_network", "introductions"},
                              {"of_which_introduced_themselves", "self_introductions"},
                              {"peer_support_contacts", "peer_contacts"},
                              {"community_options_team_people", "community_options_people"}};

bool isId(const Json &value)
{
    if (!value.is_string())
        return false;
    const auto &text = value.get_ref<const std::string &>();
    const std::size_t dash = text.find('-');
    return dash != std::string::npos && dash > 0 && dash + 1 < text.size() && text.size() <= 7
        && std::all_of(text.begin() + std::ptrdiff_t(dash) + 1, text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// A code as the catalogue spells it: "an adult" is an_adult.
std::string asCode(std::string code)
{
    std::ranges::replace(code, ' ', '_');
    return code;
}

Value valueOf(FieldType type, const Json &json)
{
    switch (type) {
    case FieldType::Reference:
    case FieldType::References: return isId(json) ? Value(Bytes(16)) : Value();
    case FieldType::Choice:
    case FieldType::Choices: return asCode(json.get<std::string>());
    case FieldType::YesNo: return json.get<bool>();
    case FieldType::Money: return std::int64_t(std::llround(json.get<double>() * 100));
    case FieldType::Integer:
    case FieldType::Tally: return json.get<std::int64_t>();
    case FieldType::Timestamp: return millisecondsOfTimestamp(json.get<std::string>()).value();
    case FieldType::Map: {
        Value map = Value::emptyMap();
        for (const auto &[key, number] : json.items())
            map.set(key, number.get<std::int64_t>());
        return map;
    }
    default: return json.get<std::string>();
    }
}

Value elementOf(const Field &field, const Json &json)
{
    if (!json.is_object())
        return valueOf(FieldType::Text, json);
    Value element = Value::emptyMap();
    for (const auto &[key, member] : json.items()) {
        const auto part = std::ranges::find(field.parts, key, &Part::key);
        if (!member.is_null())
            element.set(key, part == field.parts.end() ? Value() : valueOf(part->type, member));
    }
    return element;
}

// What stands in the way of keeping the value in the field; empty when nothing does.
std::string problem(const Kind &kind, const Field &field, const Json &json)
{
    if (json.is_null() || json == "")
        return {};
    const bool isList = field.type == FieldType::List;
    const bool isSet = isList || field.type == FieldType::Choices || field.type == FieldType::References;
    const Json elements = isSet && json.is_array() ? json : Json::array({json});
    for (const Json &element : elements) {
        const auto checked = checkedValue(kind, field, isList ? elementOf(field, element) : valueOf(field.type, element));
        if (!checked)
            return checked.error().detail + ": " + std::string(nameOf(checked.error().code)) + ": " + element.dump();
    }
    return {};
}

// "kind.field" or "field" of the kind; "a|b" chooses b for what is no id.
std::string keepAs(const Kind &kind, std::string target, const Json &json)
{
    if (const std::size_t bar = target.find('|'); bar != std::string::npos)
        target = isId(json) || json.is_null() ? target.substr(0, bar) : target.substr(bar + 1);
    const std::size_t dot = target.find('.');
    const Kind *in = dot == std::string::npos ? &kind : Catalogue::builtIn().kind(target.substr(0, dot));
    const std::string name = dot == std::string::npos ? target : target.substr(dot + 1);
    const Field *field = in != nullptr ? in->field(name) : nullptr;
    return field != nullptr ? problem(*in, *field, json) : kind.name + " has no field " + target;
}

std::string keepRecord(const Kind &kind, const Json &record, const Renames &renames)
{
    for (const auto &[key, json] : record.items()) {
        if (key == "id" || key == "sensitivity")
            continue;
        if (key == "state" && !kind.states.empty()) {
            if (std::ranges::find(kind.states, json.get<std::string>()) == kind.states.end())
                return kind.name + " has no state " + json.dump();
            continue;
        }
        const auto renamed = renames.find(key);
        const std::string target = renamed == renames.end() ? key : renamed->second;
        if (const std::string found = target == "-" ? std::string() : keepAs(kind, target, json); !found.empty())
            return found;
    }
    return {};
}

} // namespace

#define KEPT(expression)                                                                                               \
    do {                                                                                                               \
        const std::string found = (expression);                                                                        \
        QVERIFY2(found.empty(), found.c_str());                                                                        \
    } while (false)

// Every member of every record of the demonstration has a field that takes its value: an import loses nothing.
class tst_demofields : public QObject {
    Q_OBJECT

private slots:
    void everyListIsLookedAt();
    void lists_data();
    void lists();
    void whatIsNested();
    void whatGoesToAStricterCircle();
    void headCountsAndRisksAddUp();
    void monthlyFigures();
    void settingsAndAgreement();

private:
    const Kind &kind(const char *name) const { return *Catalogue::builtIn().kind(std::string_view(name)); }
    const Json m_demo = demonstration();
};

void tst_demofields::everyListIsLookedAt()
{
    std::set<std::string> known{"meta", "vocabularies", "agreement", "access_needs", "consents", "consent_wordings",
                                "help_card", "monthly_figures", "open_space_topics"};
    for (const List &list : kLists)
        known.insert(list.key);
    for (const auto &[key, value] : m_demo.items())
        QVERIFY2(known.contains(key), key.c_str());
}

void tst_demofields::lists_data()
{
    QTest::addColumn<int>("index");
    for (std::size_t i = 0; i < std::size(kLists); ++i)
        QTest::newRow(kLists[i].key) << int(i);
}

void tst_demofields::lists()
{
    QFETCH(int, index);
    const List &list = kLists[index];
    QVERIFY(!m_demo[list.key].empty());
    for (const Json &record : m_demo[list.key])
        KEPT(keepRecord(kind(list.kind), record, list.renames));
}

void tst_demofields::whatIsNested()
{
    for (const Json &action : m_demo["actions"])
        for (const Json &update : action["updates"])
            KEPT(keepRecord(kind("action_update"), update, {{"state", "new_state"}}));
    for (const Json &need : m_demo["support_needs"]) {
        for (const Json &note : need["contact_notes"])
            KEPT(keepRecord(kind("contact_note"), note, {}));
        for (const Json &introduction : need["introductions"]) {
            KEPT(keepRecord(kind("introduction"), introduction, {{"to", "to|to_name"}, {"outcome", "-"}}));
            QVERIFY(std::ranges::count(kind("introduction").states, introduction["outcome"].get<std::string>()) == 1);
        }
    }
    for (const Json &topic : m_demo["open_space_topics"]["topics"])
        KEPT(keepRecord(kind("open_space_topic"), topic, {}));
    const Json &conflict = m_demo["sync_conflicts"][0];
    for (const char *side : {"mine", "theirs"}) {
        Json version = conflict[side];
        version["side"] = side;
        KEPT(problem(kind("sync_conflict"), *kind("sync_conflict").field("versions"), version));
    }
}

void tst_demofields::whatGoesToAStricterCircle()
{
    for (const Json &needs : m_demo["access_needs"])
        KEPT(keepRecord(kind(needs["share_with"] == "coordinator" ? "access_needs_private" : "access_needs"), needs, {}));
    for (const Json &consent : m_demo["consents"])
        KEPT(keepRecord(kind(consent["about"] == "support_note" ? "support_consent" : "consent"), consent, {}));
}

void tst_demofields::headCountsAndRisksAddUp()
{
    for (const Json &gathering : m_demo["gatherings"]) {
        std::int64_t total = 0;
        for (const auto &[name, count] : gathering["headcount"].items()) {
            if (name != "total") {
                KEPT(keepAs(kind("headcount_tally"), name, count));
                total += name == "first_time" ? 0 : count.get<std::int64_t>();
            }
        }
        QCOMPARE(total, gathering["headcount"]["total"].get<std::int64_t>());
    }
    for (const Json &risk : m_demo["risks"])
        QCOMPARE(risk["likelihood"].get<int>() * risk["impact"].get<int>(), risk["score"].get<int>());
}

void tst_demofields::monthlyFigures()
{
    const Kind &figure = kind("monthly_figure");
    for (const Json &month : m_demo["monthly_figures"]) {
        for (const auto &[column, measure] : kFigureMeasures) {
            KEPT(keepAs(figure, "measure", measure));
            KEPT(keepAs(figure, "value", month[column]));
        }
        KEPT(keepAs(figure, "month", month["month"]));
        KEPT(keepAs(figure, "source", month["source"]));
        // What is left is `provisional`, which is the state, and the class.
        QCOMPARE(month.size(), kFigureMeasures.size() + 4);
    }
}

void tst_demofields::settingsAndAgreement()
{
    KEPT(keepRecord(kind("agreement"), m_demo["agreement"], {}));
    KEPT(keepAs(kind("setting"), "value", m_demo["help_card"].dump()));
    for (const auto &[version, words] : m_demo["consent_wordings"].items()) {
        KEPT(keepAs(kind("setting"), "value", words));
        KEPT(keepAs(kind("consent"), "wording_version", version));
    }
}

QTEST_APPLESS_MAIN(tst_demofields)
#include "tst_demofields.moc"
