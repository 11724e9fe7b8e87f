#include "core/usecases/interchange/demorules.h"

#include "core/usecases/interchange/demokeys.h"
#include "core/usecases/interchange/interchangerecord.h"

namespace ourtable::usecases {
namespace {

bool isGiven(const Json &item, const char *key)
{
    const auto found = item.find(key);
    return found != item.end() && !found->is_null() && *found != "";
}

// Needs that are for the coordinator alone live in the office circle.
std::string_view accessKind(const Json &item)
{
    return memberOf(item, "share_with") == "coordinator" ? "access_needs_private" : "access_needs";
}

// A consent lives in the circle of what it is about.
std::string_view consentKind(const Json &item)
{
    const Json about = memberOf(item, "about");
    if (about == "support_note" || about == "share_with_service")
        return "support_consent";
    return about == "nomination" ? "nomination_consent" : "consent";
}

std::string_view consentState(const Json &item) { return isGiven(item, "withdrawn_on") ? "withdrawn" : "given"; }

std::string_view feedbackState(const Json &item) { return isGiven(item, "published_on") ? "published" : "draft"; }

const ListRule kActionUpdates{.list = "actions.updates", .kind = "action_update", .stateKey = "", .madeOn = "on",
                              .parent = "action", .keys = {{"state", "new_state"}}};

const ListRule kHeadcount{.list = "gatherings.headcount", .kind = "headcount_tally", .parent = "gathering",
                          .idOf = headcountIdOf};

const ListRule kContactNotes{.list = "support_needs.contact_notes", .kind = "contact_note", .madeOn = "on",
                             .parent = "support_need"};

const ListRule kIntroductions{.list = "support_needs.introductions", .kind = "introduction", .state = "offered",
                              .stateKey = "outcome", .madeOn = "offered_on", .parent = "support_need",
                              .keys = {{"to", {}, readIntroducedTo}}};

// A. People, places, agreement
void addPeople(std::vector<ListRule> &rules)
{
    rules.push_back({.list = "agreement", .kind = "agreement", .state = "in_force", .madeOn = "agreed_on"});
    rules.push_back({.list = "organisations", .kind = "organisation", .state = "active"});
    rules.push_back({.list = "people", .kind = "person", .state = "active", .madeOn = "since",
                     .companion = "person_contact",
                     .keys = {{"name", {}, readNameOfPerson}, {"org", "organisation"}}});
    rules.push_back({.list = "access_needs", .kind = "access_needs", .kindOf = accessKind, .state = "active"});
    rules.push_back({.list = "equality_returns", .kind = "equality_return", .state = "sealed"});
    rules.push_back({.list = "consents", .kind = "consent", .kindOf = consentKind, .stateOf = consentState,
                     .madeOn = "on", .keys = {{"wording_version", {}, readWordingVersion}}});
    rules.push_back({.list = "devices", .kind = "device", .madeOn = "enrolled_on"});
    rules.push_back({.list = "sync_conflicts", .kind = "sync_conflict", .madeOn = "decided_on",
                     .keys = {{"mine", {}, readMine}, {"theirs", {}, readTheirs}}});
}

// B. Conversations
void addConversations(std::vector<ListRule> &rules)
{
    rules.push_back({.list = "gatherings", .kind = "gathering", .madeOn = "date",
                     .keys = {{"venue_org", "venue"}, {"headcount", {}, nullptr, &kHeadcount}}});
    rules.push_back({.list = "contributions", .kind = "contribution", .madeOn = "gathering",
                     .keys = {{"text", {}, readNoteText}}});
    rules.push_back({.list = "withdrawn_contributions", .kind = "contribution", .state = "withdrawn",
                     .madeOn = "gathering", .keys = {{"text", {}, readNoteText}}});
    rules.push_back({.list = "reflections", .kind = "reflection", .madeOn = "gathering"});
    rules.push_back({.list = "need_statements", .kind = "need_statement"});
    rules.push_back({.list = "resources", .kind = "resource"});
    rules.push_back({.list = "actions", .kind = "action", .madeOn = "made_on",
                     .keys = {{"owner", {}, readActionOwner}, {"updates", {}, nullptr, &kActionUpdates}}});
    rules.push_back({.list = "feedback", .kind = "feedback", .stateOf = feedbackState, .madeOn = "published_on"});
    rules.push_back({.list = "workstreams", .kind = "workstream", .state = "running", .madeOn = "starts"});
}

// C. Lay partners
void addPartners(std::vector<ListRule> &rules)
{
    rules.push_back({.list = "role_profiles", .kind = "role_profile"});
    rules.push_back({.list = "recruitment_rounds", .kind = "recruitment_round", .madeOn = "opened",
                     .companion = "round_private", .companionClass = "recruitment_panel"});
    rules.push_back({.list = "nomination_requests", .kind = "nomination_request", .madeOn = "asked_on"});
    rules.push_back({.list = "nominations", .kind = "nomination", .madeOn = "nominated_on"});
    rules.push_back({.list = "assessments", .kind = "assessment", .madeOn = "on"});
    rules.push_back({.list = "placements", .kind = "placement", .madeOn = "started"});
    rules.push_back({.list = "development_plans", .kind = "development_plan", .state = "active"});
    rules.push_back({.list = "claims", .kind = "involvement_claim", .madeOn = "on",
                     .keys = {{"paid_up_front", "paid_in_advance"}}});
}

// D. Support
void addSupport(std::vector<ListRule> &rules)
{
    rules.push_back({.list = "support_needs", .kind = "support_need", .madeOn = "noted_on",
                     .keys = {{"contact_notes", {}, nullptr, &kContactNotes},
                              {"introductions", {}, nullptr, &kIntroductions}}});
    rules.push_back({.list = "outcome_checkins", .kind = "outcome_check_in", .madeOn = "on"});
    rules.push_back({.list = "safeguarding_concerns", .kind = "safeguarding_concern", .madeOn = "raised_on",
                     .keys = {{"who_is_at_risk", {}, readWhoIsAtRisk}}});
}

// E. How are we doing?
void addLearning(std::vector<ListRule> &rules)
{
    rules.push_back({.list = "activities", .kind = "activity_review", .madeOn = "reviewed_on"});
    rules.push_back({.list = "evidence_items", .kind = "evidence_item", .madeOn = "on"});
    rules.push_back({.list = "risks", .kind = "risk"});
    rules.push_back({.list = "road_map", .kind = "road_map_item"});
    rules.push_back({.list = "guide_pages", .kind = "guide_page"});
}

std::vector<ListRule> made()
{
    std::vector<ListRule> rules;
    addPeople(rules);
    addConversations(rules);
    addPartners(rules);
    addSupport(rules);
    addLearning(rules);
    return rules;
}

} // namespace

const std::vector<ListRule> &listRules()
{
    static const std::vector<ListRule> rules = made();
    return rules;
}

} // namespace ourtable::usecases
