#include <QTest>

#include <algorithm>
#include <map>
#include <set>

#include "core/catalogue/handles.h"
#include "tests/core/catalogue/demonstration.h"

using namespace ourtable;
using namespace ourtable::catalogue;

namespace {

const Catalogue &builtIn() { return Catalogue::builtIn(); }

std::string joined(const std::vector<std::string> &words)
{
    std::string line;
    for (const std::string &word : words)
        line += (line.empty() ? "" : " ") + word;
    return line;
}

} // namespace

class tst_catalogue : public QObject {
    Q_OBJECT

private slots:
    void thirtyKinds_data();
    void thirtyKinds();
    void kindsBesideTheThirty();
    void circleOfEachKind();
    void lookups();
    void handlesNameTheSameNumbers();
    void everyFieldIsComplete();
    void codeListsOfTheDemonstration();
    void promisesAreCalledByTheWordsOfTheDesign();
    void circles();
    void strictFieldsAreInStrictCircles();
    void whatIsDerivedIsNotStored();
};

void tst_catalogue::thirtyKinds_data()
{
    QTest::addColumn<int>("number");
    QTest::addColumn<QString>("states");
    const auto row = [](int number, const char *name, const char *states) {
        QTest::newRow(name) << number << QString::fromLatin1(states);
    };
    row(1, "agreement", "draft in_force replaced");
    row(2, "person", "invited active away left");
    row(3, "access_needs", "active review_due ended");
    row(4, "organisation", "active dormant closed");
    row(5, "equality_return", "sealed counted");
    row(6, "gathering", "planned open closed published checked");
    row(7, "consent", "given withdrawn");
    row(8, "contribution", "draft noted checked published withdrawn");
    row(9, "need_statement", "draft agreed being_met met set_aside");
    row(10, "resource", "offered confirmed no_longer");
    row(11, "action", "offered agreed under_way done stuck changed not_going_ahead let_go");
    row(12, "reflection", "draft agreed");
    row(13, "feedback", "draft checked published old");
    row(14, "workstream", "starting running paused finished");
    row(15, "role_profile", "draft published replaced");
    row(16, "recruitment_round", "draft open assessing decided closed");
    row(17, "nomination",
        "draft waiting_for_consent to_assess assessed offered accepted appointed reserve forum_offered not_this_time withdrawn");
    row(18, "assessment", "");
    row(19, "placement", "offered active paused ending ended");
    row(20, "development_plan", "active complete");
    row(21, "involvement_claim", "draft sent agreed paid query");
    row(22, "support_need", "noted plan_agreed being_supported settled closed_their_choice lost_touch");
    row(23, "introduction", "offered accepted declined has_number had_number_already went going_well not_for_me could_not_help");
    row(24, "safeguarding_concern", "draft needs_a_call_now sent acknowledged closed_with_lead");
    row(25, "activity_review", "draft reviewed agreed challenged");
    row(26, "evidence_item", "draft agreed not_used");
    row(27, "road_map_item", "planned under_way done paused dropped");
    row(28, "risk", "open closed happened");
    row(29, "monthly_figure", "provisional final corrected");
    row(30, "guide_page", "draft published old");
}

void tst_catalogue::thirtyKinds()
{
    QFETCH(int, number);
    QFETCH(QString, states);
    const Kind *kind = builtIn().kind(std::string_view(QTest::currentDataTag()));
    QVERIFY(kind);
    QCOMPARE(int(kind->number), number);
    QCOMPARE(QString::fromStdString(joined(kind->states)), states);
    QVERIFY(!kind->label.empty() && !kind->labelPlural.empty() && !kind->fields.empty() && !kind->system);
    QCOMPARE(kind->stateVocabulary == nullptr, states.isEmpty());
}

void tst_catalogue::kindsBesideTheThirty()
{
    const std::set<std::string> children{"nomination_request", "contact_note", "outcome_check_in", "gathering_table",
                                         "headcount_tally", "action_update", "figure_note", "open_space_topic", "quotation",
                                         "person_contact", "access_needs_private", "round_private"};
    const std::set<std::string> system{"device", "audit_entry", "sync_conflict", "receipt", "print_record", "setting",
                                       "programme_overlay"};
    for (const std::string &name : children) {
        const Kind *kind = builtIn().kind(name);
        QVERIFY2(kind && kind->parentField != 0, name.c_str());
        QCOMPARE(kind->field(kind->parentField)->type, FieldType::Reference);
    }
    for (const Kind &kind : builtIn().kinds())
        QCOMPARE(kind.system, system.contains(kind.name));
    QCOMPARE(builtIn().kinds().size(), std::size_t(51));
    QVERIFY(builtIn().kind("contact_note")->appendOnly && builtIn().kind("action_update")->appendOnly);
    QVERIFY(builtIn().kind("safeguarding_concern")->keepsNoCopy);
    for (const char *name : {"contribution", "support_need", "quotation"})
        QVERIFY(builtIn().kind(name)->erasable);
}

void tst_catalogue::circleOfEachKind()
{
    const std::map<std::string, std::set<std::string>> stricter{
        {"support", {"support_need", "support_consent", "contact_note", "outcome_check_in", "introduction"}},
        {"panel", {"round_private", "nomination_request", "nomination", "nomination_consent", "assessment"}},
        {"monitoring", {"equality_return"}},
        {"safeguarding", {"safeguarding_concern"}},
        {"office", {"person_contact", "access_needs_private", "development_plan", "involvement_claim", "audit_entry", "receipt"}}};
    for (const Kind &kind : builtIn().kinds()) {
        std::string expected = "table";
        for (const auto &[circle, kinds] : stricter)
            if (kinds.contains(kind.name))
                expected = circle;
        QVERIFY2(builtIn().circle(kind.circle)->code == expected, kind.name.c_str());
    }
}

void tst_catalogue::lookups()
{
    QVERIFY(!builtIn().kind("contributions"));
    QVERIFY(!builtIn().kind(KindNumber(0)));
    QVERIFY(!builtIn().vocabulary("themes"));
    QVERIFY(!builtIn().role("guest"));
    QVERIFY(!builtIn().role(kOwnerRole));
    QVERIFY(!builtIn().circle("nobody"));
    const Kind *note = builtIn().kind("contribution");
    QVERIFY(!note->field("state") && !note->field(kLifeField) && !note->field(kStateField));
    QCOMPARE(note->field("text"), note->field(kinds::contribution::text));
    QCOMPARE(builtIn().kind(kinds::contribution::kind), note);
    QVERIFY(note->field("theme")->vocabulary->find("housing"));
    QVERIFY(!note->field("theme")->vocabulary->find("Housing"));
    QCOMPARE(builtIn().role("panel")->number, RoleNumber(8));
    QCOMPARE(builtIn().role(RoleNumber(7))->code, std::string("support_lead"));
    QVERIFY(builtIn().revision() >= 1);
}

void tst_catalogue::handlesNameTheSameNumbers()
{
    QCOMPARE(builtIn().kind("headcount_tally")->number, kinds::headcount_tally::kind);
    QCOMPARE(builtIn().kind("contribution")->field("kind")->number, kinds::contribution::kind_);
    QCOMPARE(builtIn().kind("involvement_claim")->field("for")->number, kinds::involvement_claim::for_);
    QCOMPARE(builtIn().kind("setting")->field("origin")->number, kinds::setting::origin);
    QCOMPARE(kinds::gathering::state, kStateField);
    QCOMPARE(kinds::assessment::life, kLifeField);
}

void tst_catalogue::everyFieldIsComplete()
{
    for (const Kind &kind : builtIn().kinds()) {
        FieldNumber last = kStateField;
        for (const Field &field : kind.fields) {
            const std::string name = kind.name + "." + field.name;
            QVERIFY2(field.number > last && field.number < kFirstOverlayField, name.c_str());
            last = field.number;
            QVERIFY2(!field.label.empty(), name.c_str());
            const bool isText = field.type == FieldType::Text || field.type == FieldType::LongText;
            QVERIFY2(!isText || field.limit > 0, name.c_str());
            const bool isChoice = field.type == FieldType::Choice || field.type == FieldType::Choices;
            QVERIFY2(!isChoice || field.vocabulary, name.c_str());
            const bool isProtective = field.merge == MergeRule::Protective;
            QCOMPARE(isProtective, !field.protectiveOrder.empty());
        }
    }
    QCOMPARE(builtIn().kind("contribution")->field("quote_permission")->protectiveOrder.front(), std::string("notes_only"));
    QCOMPARE(builtIn().kind("consent")->field("answer")->protectiveOrder.front(), std::string("no"));
    QCOMPARE(builtIn().kind("support_need")->field("permission")->protectiveOrder.front(), std::string("count_only"));
    QCOMPARE(builtIn().kind("nomination")->field("nominee_agreed")->merge, MergeRule::Decision);
    for (const char *counter : {"lived_experience", "carers", "local_people", "staff", "did_not_say", "first_time"})
        QCOMPARE(builtIn().kind("headcount_tally")->field(counter)->merge, MergeRule::Tally);
    QCOMPARE(builtIn().kind("contribution")->field("echoes")->type, FieldType::Tally);
}

void tst_catalogue::codeListsOfTheDemonstration()
{
    const Json lists = demonstration()["vocabularies"];
    QCOMPARE(lists.size(), std::size_t(62));
    for (const auto &[name, codes] : lists.items()) {
        const Vocabulary *vocabulary = builtIn().vocabulary(name);
        QVERIFY2(vocabulary, name.c_str());
        for (const auto &[code, label] : codes.items()) {
            const Term *term = vocabulary->find(code);
            QVERIFY2(term && !term->retired, (name + "." + code).c_str());
            if (label.is_string() && name != "action_state")
                QCOMPARE(term->label, label.get<std::string>());
        }
    }
}

void tst_catalogue::promisesAreCalledByTheWordsOfTheDesign()
{
    const std::map<std::string, std::string> labels{
        {"offered", "Promised"}, {"agreed", "On track"}, {"under_way", "On track"}, {"stuck", "Needs help"},
        {"done", "Kept"}, {"changed", "Changed"}, {"not_going_ahead", "Decided not to"}, {"let_go", "Let go"}};
    for (const auto &[code, label] : labels)
        QCOMPARE(builtIn().vocabulary("action_state")->find(code)->label, label);
}

void tst_catalogue::circles()
{
    const auto numbers = [](std::initializer_list<const char *> codes) {
        std::vector<RoleNumber> made;
        for (const char *code : codes)
            made.push_back(builtIn().role(code)->number);
        return made;
    };
    QCOMPARE(builtIn().circles().size(), std::size_t(6));
    QCOMPARE(builtIn().circle("table")->readers.size(), builtIn().roles().size());
    QCOMPARE(builtIn().circle("support")->readers, numbers({"peer_worker", "support_lead"}));
    QCOMPARE(builtIn().circle("safeguarding")->readers, numbers({"safeguarding_lead"}));
    QCOMPARE(builtIn().circle("office")->readers, numbers({"coordinator"}));
    QVERIFY(builtIn().circle("panel")->namedReaders && builtIn().circle("monitoring")->namedReaders);
    QVERIFY(!builtIn().circle("monitoring")->projected && !builtIn().circle("monitoring")->history);
    QVERIFY(!builtIn().circle("safeguarding")->history && builtIn().circle("safeguarding")->projected);
    const RoleNumber coordinator = builtIn().role("coordinator")->number;
    for (const CircleKind &circle : builtIn().circles()) {
        const auto holds = [&](const std::vector<RoleNumber> &roles) { return std::ranges::count(roles, coordinator) == 1; };
        QVERIFY2(holds(circle.readers) || holds(circle.writers), circle.code.c_str());
    }
}

// No field of a kind of the table asks for a key that the table does not have (design, part 4), and none of them points
// at what was said in confidence.
void tst_catalogue::strictFieldsAreInStrictCircles()
{
    const CircleNumber table = builtIn().circle("table")->number;
    for (const Kind &kind : builtIn().kinds()) {
        if (kind.circle != table)
            continue;
        for (const Field &field : kind.fields) {
            QVERIFY(field.sensitivity == Sensitivity::Open || field.sensitivity == Sensitivity::Members);
            for (const KindNumber target : field.targets) {
                const std::string &circle = builtIn().circle(builtIn().kind(target)->circle)->code;
                QVERIFY2(circle == "table" || circle == "office", (kind.name + "." + field.name).c_str());
            }
        }
    }
    QVERIFY(!builtIn().kind("person")->field("contact"));
    QVERIFY(builtIn().kind("person_contact")->field("contact"));
}

void tst_catalogue::whatIsDerivedIsNotStored()
{
    QVERIFY(!builtIn().kind("headcount_tally")->field("total"));
    QVERIFY(!builtIn().kind("risk")->field("score"));
}

QTEST_APPLESS_MAIN(tst_catalogue)
#include "tst_catalogue.moc"
