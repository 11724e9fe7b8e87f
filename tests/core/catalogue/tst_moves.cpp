#include <QTest>


#include "core/catalogue/catalogue.h"

using namespace ourtable;
using namespace ourtable::catalogue;

namespace {

std::string roleName(RoleNumber number)
{
    if (number == kOwnerRole)
        return "owner";
    return number == kAuthorRole ? "author" : Catalogue::builtIn().role(number)->code;
}

// "owner coordinator | because_given": who may make the move, and its guards.
std::string shown(const Move &move)
{
    std::string line;
    for (const RoleNumber role : move.roles)
        line += (line.empty() ? "" : " ") + roleName(role);
    for (std::size_t i = 0; i < move.guards.size(); ++i)
        line += (i == 0 ? " | " : " ") + move.guards[i];
    return line;
}

} // namespace

// The table of moves, pair by pair: what a row names is allowed, every other pair of states of that kind is refused.
class tst_moves : public QObject {
    Q_OBJECT

private slots:
    void everyPairOfStates_data();
    void everyPairOfStates();
    void rolesAndGuards_data();
    void rolesAndGuards();
    void whatIsNoMove();
    void anExactFromGoesBeforeAny();
};

void tst_moves::everyPairOfStates_data()
{
    QTest::addColumn<QString>("allowed");
    const auto row = [](const char *kind, const char *moves) { QTest::newRow(kind) << QString::fromLatin1(moves); };
    row("agreement", "draft>in_force in_force>replaced");
    row("person", "invited>active active>away away>active active>left away>left");
    row("access_needs", "active>review_due active>ended review_due>active review_due>ended");
    row("access_needs_private", "active>review_due active>ended review_due>active review_due>ended");
    row("organisation", "active>dormant dormant>active active>closed dormant>closed closed>active");
    row("equality_return", "sealed>counted");
    row("gathering", "planned>open open>planned open>closed closed>checked checked>published checked>closed");
    row("consent", "given>withdrawn");
    row("support_consent", "given>withdrawn");
    row("nomination_consent", "given>withdrawn");
    row("contribution",
        "draft>noted noted>checked checked>published draft>withdrawn noted>withdrawn checked>withdrawn published>withdrawn");
    row("need_statement", "draft>agreed agreed>being_met being_met>met "
                          "draft>set_aside agreed>set_aside being_met>set_aside met>set_aside");
    row("resource", "offered>confirmed offered>no_longer confirmed>no_longer");
    row("action", "offered>agreed offered>let_go agreed>under_way agreed>stuck under_way>stuck stuck>under_way stuck>changed "
                  "stuck>not_going_ahead under_way>done agreed>changed under_way>changed agreed>not_going_ahead "
                  "under_way>not_going_ahead done>under_way");
    row("reflection", "draft>agreed");
    row("feedback", "draft>checked checked>published published>old");
    row("workstream", "starting>running running>paused paused>running running>finished paused>finished");
    row("role_profile", "draft>published published>replaced");
    row("recruitment_round", "draft>open open>assessing assessing>decided decided>closed closed>open");
    row("nomination_request", "to_ask>asked asked>reminded asked>replied asked>no_one_this_time asked>declined "
                              "reminded>replied reminded>no_one_this_time reminded>declined");
    row("nomination",
        "draft>waiting_for_consent waiting_for_consent>to_assess to_assess>assessed assessed>offered assessed>reserve "
        "assessed>forum_offered assessed>not_this_time offered>accepted accepted>appointed "
        "draft>withdrawn waiting_for_consent>withdrawn to_assess>withdrawn assessed>withdrawn offered>withdrawn "
        "accepted>withdrawn appointed>withdrawn reserve>withdrawn forum_offered>withdrawn not_this_time>withdrawn");
    row("placement", "offered>active active>paused paused>active active>ending paused>ending ending>ended");
    row("development_plan", "active>complete");
    row("involvement_claim", "draft>sent sent>agreed sent>query query>sent query>agreed agreed>paid");
    row("support_need",
        "noted>plan_agreed plan_agreed>being_supported being_supported>settled settled>noted "
        "noted>lost_touch plan_agreed>lost_touch being_supported>lost_touch settled>lost_touch closed_their_choice>lost_touch "
        "noted>closed_their_choice plan_agreed>closed_their_choice being_supported>closed_their_choice "
        "settled>closed_their_choice lost_touch>closed_their_choice");
    row("introduction",
        "offered>accepted offered>declined offered>has_number offered>had_number_already offered>went offered>could_not_help "
        "accepted>declined accepted>went accepted>not_for_me accepted>could_not_help accepted>has_number "
        "has_number>accepted has_number>went has_number>not_for_me has_number>could_not_help had_number_already>accepted "
        "had_number_already>went had_number_already>not_for_me had_number_already>could_not_help "
        "went>going_well went>not_for_me went>could_not_help going_well>not_for_me going_well>could_not_help");
    row("safeguarding_concern", "draft>needs_a_call_now needs_a_call_now>sent sent>acknowledged acknowledged>closed_with_lead");
    row("activity_review", "draft>reviewed reviewed>agreed agreed>challenged challenged>agreed");
    row("evidence_item", "draft>agreed draft>not_used agreed>not_used");
    row("road_map_item", "planned>under_way under_way>done paused>under_way planned>paused under_way>paused done>paused "
                         "dropped>paused planned>dropped under_way>dropped done>dropped paused>dropped");
    row("risk", "open>happened open>closed closed>open");
    row("monthly_figure", "provisional>final final>corrected");
    row("guide_page", "draft>published published>old");
    row("device", "waiting>in_use in_use>lost in_use>switched_off lost>switched_off lost>wiped switched_off>wiped");
}

void tst_moves::everyPairOfStates()
{
    QFETCH(QString, allowed);
    const Kind *kind = Catalogue::builtIn().kind(std::string_view(QTest::currentDataTag()));
    QVERIFY(kind);
    QStringList found;
    for (const std::string &from : kind->states)
        for (const std::string &to : kind->states)
            if (Catalogue::move(*kind, from, to) != nullptr)
                found << QString::fromStdString(from + ">" + to);
    QStringList expected = allowed.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    found.sort();
    expected.sort();
    QCOMPARE(found, expected);
}

void tst_moves::rolesAndGuards_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *kind, const char *move, const char *expected) {
        QTest::addRow("%s %s", kind, move) << QString::fromLatin1(kind) << QString::fromLatin1(expected);
    };
    row("agreement", "draft>in_force", "lay_partner coordinator | lay_and_coordinator");
    row("gathering", "planned>open", "lay_partner peer_worker coordinator");
    row("gathering", "open>planned", "lay_partner peer_worker coordinator | within_ten_minutes");
    row("gathering", "open>closed", "lay_partner peer_worker coordinator | close_questions_answered");
    row("gathering", "closed>checked", "coordinator");
    row("gathering", "checked>published",
        "lay_partner peer_worker coordinator | gathering_ready_to_publish second_person");
    row("contribution", "draft>noted", "author");
    row("contribution", "noted>checked", "lay_partner peer_worker coordinator | second_person tidy_up_done");
    row("contribution", "published>withdrawn", "author lay_partner peer_worker coordinator");
    row("need_statement", "draft>agreed", "lay_partner coordinator | two_gatherings lay_and_coordinator");
    row("need_statement", "met>set_aside", "lay_partner coordinator | because_given");
    row("action", "offered>agreed", "owner coordinator");
    row("action", "offered>let_go", "owner lay_partner peer_worker coordinator | owner_or_unnamed");
    row("action", "under_way>stuck", "owner lay_partner peer_worker coordinator | because_given");
    row("action", "under_way>done", "owner lay_partner coordinator | lay_sign_off");
    row("action", "stuck>not_going_ahead", "owner professional coordinator | owner_and_coordinator because_given");
    row("action", "done>under_way", "owner lay_partner peer_worker coordinator");
    row("feedback", "checked>published", "lay_partner coordinator | lay_and_coordinator quote_permission_held "
                                         "because_given_unless_done checked_with_people");
    row("recruitment_round", "draft>open", "coordinator | round_ready_to_open");
    row("nomination", "waiting_for_consent>to_assess", "coordinator panel | nominee_said_yes");
    row("nomination", "assessed>not_this_time", "coordinator panel | kind_no_given");
    row("placement", "ending>ended", "coordinator | exit_conversation_said");
    row("support_need", "noted>lost_touch", "peer_worker support_lead | agreed_tries_made");
    row("safeguarding_concern", "sent>acknowledged", "safeguarding_lead");
    row("safeguarding_concern", "acknowledged>closed_with_lead", "safeguarding_lead | someone_was_told");
    row("activity_review", "agreed>challenged", "lay_partner peer_worker coordinator | challenge_said");
    row("activity_review", "challenged>agreed", "coordinator | challenge_answered");
    row("device", "in_use>lost", "admin");
}

void tst_moves::rolesAndGuards()
{
    QFETCH(QString, kind);
    QFETCH(QString, expected);
    const Kind *found = Catalogue::builtIn().kind(kind.toStdString());
    const QString pair = QString::fromLatin1(QTest::currentDataTag()).section(QLatin1Char(' '), 1);
    const Move *move = Catalogue::move(*found, pair.section(QLatin1Char('>'), 0, 0).toStdString(),
                                       pair.section(QLatin1Char('>'), 1).toStdString());
    QVERIFY(move);
    QCOMPARE(QString::fromStdString(shown(*move)), expected);
}

void tst_moves::whatIsNoMove()
{
    const Kind &note = *Catalogue::builtIn().kind("contribution");
    QVERIFY(!Catalogue::move(note, "withdrawn", "withdrawn"));
    QVERIFY(!Catalogue::move(note, "never", "withdrawn"));
    QVERIFY(!Catalogue::move(note, "noted", "never"));
    QVERIFY(!Catalogue::move(note, "*", "withdrawn"));
    QVERIFY(!Catalogue::move(*Catalogue::builtIn().kind("assessment"), "", ""));
}

void tst_moves::anExactFromGoesBeforeAny()
{
    Kind kind;
    kind.states = {"a", "b", "c"};
    kind.moves = {{"*", "c", {1}, {"any"}}, {"a", "c", {2}, {"exact"}}};
    QCOMPARE(Catalogue::move(kind, "a", "c")->guards.front(), std::string("exact"));
    QCOMPARE(Catalogue::move(kind, "b", "c")->guards.front(), std::string("any"));
}

QTEST_APPLESS_MAIN(tst_moves)
#include "tst_moves.moc"
