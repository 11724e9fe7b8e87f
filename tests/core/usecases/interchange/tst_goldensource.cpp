#include <QTest>

#include "core/support/civiltime.h"
#include "tests/core/usecases/interchange/programme.h"

using namespace ourtable;
using namespace ourtable::test;

namespace {

using Counts = std::map<std::string, int>;

const Programme &demo() { return demonstrationProgramme(); }

// The notes that were not taken back.
std::vector<const InterchangeRecord *> notes()
{
    auto all = demo().of("contribution");
    std::erase_if(all, [](const InterchangeRecord *note) { return note->state == "withdrawn"; });
    return all;
}

std::vector<const InterchangeRecord *> ofRound(std::string_view kind, std::string_view round)
{
    auto all = demo().of(kind);
    std::erase_if(all, [&](const InterchangeRecord *record) { return demo().sourceOf(valueOf(*record, "round")) != round; });
    return all;
}

Counts byWord(const std::vector<const InterchangeRecord *> &records, std::string_view field)
{
    Counts counts;
    for (const InterchangeRecord *record : records)
        ++counts[wordOf(*record, field)];
    return counts;
}

Counts byState(const std::vector<const InterchangeRecord *> &records)
{
    Counts counts;
    for (const InterchangeRecord *record : records)
        ++counts[record->state];
    return counts;
}

int withYes(const std::vector<const InterchangeRecord *> &records, std::string_view field)
{
    return int(std::ranges::count_if(records, [&](const auto *record) { return isYes(*record, field); }));
}

int withState(const std::vector<const InterchangeRecord *> &records, std::set<std::string_view> states)
{
    return int(std::ranges::count_if(records, [&](const auto *record) { return states.contains(record->state); }));
}

// The month of the gathering that a note was written at.
std::string monthOf(const InterchangeRecord &note)
{
    const InterchangeRecord *gathering = demo().find("gathering", demo().sourceOf(valueOf(note, "gathering")));
    return wordOf(*gathering, "date").substr(0, 7);
}

std::int64_t comers(const InterchangeRecord &headcount)
{
    std::int64_t total = 0;
    for (const char *counter : {"lived_experience", "carers", "local_people", "staff", "did_not_say"})
        total += numberOf(headcount, counter);
    return total;
}

std::string themesWithout(std::string_view level)
{
    std::map<std::string, bool> has;
    for (const InterchangeRecord *note : notes()) {
        for (const Value &theme : valuesOf(*note, "theme"))
            has[*theme.text()] |= wordOf(*note, "level") == level;
    }
    std::string without;
    for (const auto &[theme, found] : has)
        without += found ? "" : theme + " ";
    return without;
}

} // namespace

// The golden numbers of domain.md 10.2, 10.3 and 10.7, counted over what the reader gives.
class tst_goldensource : public QObject {
    Q_OBJECT

private slots:
    void breakfastHeadcounts();
    void notesByMonth();
    void notesByLevelKindVoiceAndPermission();
    void notesByTheme();
    void promises();
    void overduePromises();
    void feedback();
    void recruitment_data();
    void recruitment();
    void secondRoundAsksNobodyNew();
    void placements();
    void support();
    void equalityAnswersAndFigures();
};

void tst_goldensource::breakfastHeadcounts()
{
    std::int64_t places = 0, newcomers = 0, openSpace = 0;
    QCOMPARE(demo().of("headcount_tally").size(), std::size_t(13));
    for (const InterchangeRecord *headcount : demo().of("headcount_tally")) {
        const auto *gathering = demo().find("gathering", demo().sourceOf(valueOf(*headcount, "gathering")));
        const bool isBreakfast = wordOf(*gathering, "kind") == "breakfast";
        (isBreakfast ? places : openSpace) += comers(*headcount);
        newcomers += isBreakfast ? numberOf(*headcount, "first_time") : 0;
    }
    QCOMPARE(places, std::int64_t(300));
    QCOMPARE(newcomers, std::int64_t(55));
    QCOMPARE(openSpace, std::int64_t(54));
    QCOMPARE(demo().of("open_space_topic").size(), std::size_t(7));
}

void tst_goldensource::notesByMonth()
{
    Counts counts;
    for (const InterchangeRecord *note : notes())
        ++counts[monthOf(*note)];
    const Counts golden{{"2025-12", 10}, {"2026-01", 8}, {"2026-02", 12}, {"2026-03", 9}, {"2026-04", 11}, {"2026-05", 7},
                        {"2026-06", 13}, {"2026-07", 10}, {"2026-08", 9}, {"2026-09", 12}, {"2026-10", 6}, {"2026-11", 15}};
    QVERIFY(counts == golden);
}

void tst_goldensource::notesByLevelKindVoiceAndPermission()
{
    QVERIFY((byWord(notes(), "level") == Counts{{"individual", 44}, {"system", 53}, {"strategic", 25}}));
    QVERIFY((byWord(notes(), "kind")
             == Counts{{"need", 18}, {"resource", 16}, {"idea", 16}, {"barrier", 16}, {"experience", 14}, {"benefit", 14},
                       {"challenge", 12}, {"question", 9}, {"enabler", 7}}));
    QVERIFY((byWord(notes(), "voice")
             == Counts{{"lived_experience", 55}, {"carer", 14}, {"lay_partner", 13}, {"community_member", 11},
                       {"voluntary_sector", 10}, {"peer_worker", 8}, {"health_staff", 6}, {"council_staff", 4},
                       {"commissioner", 1}}));
    QVERIFY((byWord(notes(), "quote_permission") == Counts{{"anonymous", 112}, {"notes_only", 8}, {"shared_name", 2}}));
    std::int64_t echoes = 0;
    for (const InterchangeRecord *note : notes())
        echoes += numberOf(*note, "echoes");
    QCOMPARE(echoes, std::int64_t(855));
    QCOMPARE(withYes(notes(), "captured_offline"), 94);
}

void tst_goldensource::notesByTheme()
{
    Counts themes;
    for (const InterchangeRecord *note : notes()) {
        for (const Value &theme : valuesOf(*note, "theme"))
            ++themes[*theme.text()];
    }
    const auto largest = std::ranges::max_element(themes, {}, &Counts::value_type::second);
    QCOMPARE(builtIn().vocabulary("theme")->find(largest->first)->label, "How we work together");
    QCOMPARE(largest->second, 19);
    QCOMPARE(themesWithout("strategic"), "carers crisis digital physical_health places ");
    QCOMPARE(themesWithout("individual"), "communication physical_health ");
}

void tst_goldensource::promises()
{
    const auto actions = demo().of("action");
    QVERIFY((byState(actions) == Counts{{"done", 14}, {"under_way", 8}, {"agreed", 5}, {"stuck", 2}, {"offered", 1}}));
    QVERIFY((byWord(actions, "kind") == Counts{{"action", 23}, {"pledge", 5}, {"one_step", 2}}));
    QVERIFY((byWord(actions, "owner_type") == Counts{{"organisation", 18}, {"person", 9}, {"group", 2}, {"unnamed", 1}}));
    auto done = actions;
    std::erase_if(done, [](const auto *action) { return action->state != "done"; });
    QVERIFY((byWord(done, "owner_type") == Counts{{"organisation", 7}, {"person", 5}, {"group", 2}}));
}

void tst_goldensource::overduePromises()
{
    const std::int64_t asOf = *daysOfDate("2026-11-20");
    std::map<std::string, std::int64_t> overdue;
    for (const InterchangeRecord *action : demo().of("action")) {
        const std::int64_t late = asOf - *daysOfDate(wordOf(*action, "due"));
        if (late > 0 && withState({action}, {"done", "not_going_ahead", "let_go"}) == 0)
            overdue[action->sourceId] = late;
    }
    const std::map<std::string, std::int64_t> golden{{"a-03", 112}, {"a-04", 293}, {"a-08", 173}, {"a-10", 173},
                                                     {"a-13", 20}, {"a-16", 81}, {"a-20", 51}, {"a-21", 52}};
    QVERIFY(overdue == golden);
    for (const InterchangeRecord *update : demo().of("action_update"))
        QVERIFY(demo().sourceOf(valueOf(*update, "action")) != "a-13");
}

void tst_goldensource::feedback()
{
    const auto feedback = demo().of("feedback");
    QVERIFY((byWord(feedback, "status") == Counts{{"done", 9}, {"started", 1}, {"cannot_yet", 1}, {"cannot", 1}}));
    QVERIFY((byState(feedback) == Counts{{"published", 12}}));
}

void tst_goldensource::recruitment_data()
{
    QTest::addColumn<QString>("round");
    QTest::addColumn<int>("replied");
    QTest::addColumn<int>("offline");
    QTest::addColumn<QString>("nominations");
    QTest::newRow("rr-01") << "rr-01" << 9 << 8 << "appointed 6 forum_offered 4 not_this_time 2 reserve 1 withdrawn 2 ";
    QTest::newRow("rr-02") << "rr-02" << 7 << 6
                           << "accepted 1 assessed 2 offered 1 to_assess 3 waiting_for_consent 2 withdrawn 1 ";
}

void tst_goldensource::recruitment()
{
    QFETCH(QString, round);
    QFETCH(int, replied);
    QFETCH(int, offline);
    QFETCH(QString, nominations);
    const auto asked = ofRound("nomination_request", round.toStdString());
    const auto nominated = ofRound("nomination", round.toStdString());
    QCOMPARE(asked.size(), std::size_t(10));
    QCOMPARE(withState(asked, {"replied"}), replied);
    QCOMPARE(withYes(nominated, "captured_offline"), offline);
    std::string states;
    for (const auto &[state, count] : byState(nominated))
        states += state + " " + std::to_string(count) + " ";
    QCOMPARE(states, nominations.toStdString());
}

void tst_goldensource::secondRoundAsksNobodyNew()
{
    std::set<std::string> first, second;
    for (const auto *request : ofRound("nomination_request", "rr-01"))
        first.insert(demo().sourceOf(valueOf(*request, "organisation")));
    for (const auto *request : ofRound("nomination_request", "rr-02"))
        second.insert(demo().sourceOf(valueOf(*request, "organisation")));
    QCOMPARE(second.size(), std::size_t(10));
    QVERIFY(first == second);
}

void tst_goldensource::placements()
{
    const std::int64_t asOf = *daysOfDate("2026-11-20");
    std::map<std::string, int> active, secondTerms;
    std::string ending;
    for (const InterchangeRecord *placement : demo().of("placement")) {
        const std::string workstream = demo().sourceOf(valueOf(*placement, "workstream"));
        active[workstream] += placement->state == "active" ? 1 : 0;
        secondTerms[workstream] += numberOf(*placement, "term_number") > 1 ? 1 : 0;
        if (*daysOfDate(wordOf(*placement, "term_ends")) - asOf <= 90)
            ending += placement->sourceId + " ";
    }
    QCOMPARE(std::ranges::count(active, 2, &std::pair<const std::string, int>::second), 7);
    QCOMPARE(active["ws-06"], 0);
    QCOMPARE(secondTerms["ws-02"], 0);
    QCOMPARE(ending, "pl-01 pl-05 pl-07 ");
}

void tst_goldensource::support()
{
    QVERIFY((byState(demo().of("support_need"))
             == Counts{{"settled", 12}, {"being_supported", 7}, {"plan_agreed", 2}, {"noted", 1}, {"closed_their_choice", 2},
                       {"lost_touch", 1}}));
    QCOMPARE(byWord(demo().of("support_need"), "permission")["count_only"], 2);
    const auto contacts = demo().of("contact_note");
    QCOMPARE(contacts.size(), std::size_t(31));
    QCOMPARE(withYes(contacts, "read_back"), 30);
    const auto introductions = demo().of("introduction");
    QCOMPARE(introductions.size(), std::size_t(19));
    QCOMPARE(withState(introductions, {"went"}), 8);
    QCOMPARE(withState(introductions, {"going_well"}), 5);
    QCOMPARE(withState(introductions, {"accepted"}), 3);
    QVERIFY((byState(demo().of("safeguarding_concern")) == Counts{{"closed_with_lead", 1}}));
}

void tst_goldensource::equalityAnswersAndFigures()
{
    QVERIFY((byWord(demo().of("equality_return"), "month") == Counts{{"2026-03", 17}, {"2026-11", 6}}));
    std::int64_t first = 0, last = 0;
    for (const InterchangeRecord *figure : demo().of("monthly_figure")) {
        if (wordOf(*figure, "measure") == "referrals_to_secondary_care")
            (wordOf(*figure, "month") < "2025-11" ? first : last) += numberOf(*figure, "value");
    }
    QCOMPARE(first, std::int64_t(1134));
    QCOMPARE(last, std::int64_t(814));
}

QTEST_APPLESS_MAIN(tst_goldensource)
#include "tst_goldensource.moc"
