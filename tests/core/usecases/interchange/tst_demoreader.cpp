#include <QTest>

#include "core/support/civiltime.h"
#include "tests/core/usecases/interchange/programme.h"

using namespace ourtable;
using namespace ourtable::test;
using usecases::readProgramme;

namespace {

const Programme &demo() { return demonstrationProgramme(); }

} // namespace

class tst_demoreader : public QObject {
    Q_OBJECT

private slots:
    void everyListBecomesRecords_data();
    void everyListBecomesRecords();
    void everyRecordIsWhatTheCatalogueTakes();
    void everyReferencePointsAtARecord();
    void idsComeFromSourceIds();
    void readingTwiceGivesTheSame();
    void nestedRecordsBecomeChildren();
    void strictFieldsGoToStrictKinds();
    void oneHeadcountAGathering();
    void whatIsTakenBackHasNoWords();
    void countOnlyNeedsSayNothingElse();
    void ownersAndIntroductionsAreRecordsOrNames();
    void moneyIsPence();
    void wordingsStandInTheConsent();
    void settingsAndConflicts();
    void whenIsTheDayTheSourceGives();
    void datesShift();
    void attack125_fileNamesAreWordsOnly();
};

void tst_demoreader::everyListBecomesRecords_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<int>("count");
    const auto row = [](const char *kind, int count) { QTest::newRow(kind) << QString::fromLatin1(kind) << count; };
    row("agreement", 1), row("organisation", 10), row("person", 25), row("person_contact", 0);
    row("access_needs", 5), row("access_needs_private", 1), row("workstream", 8), row("gathering", 13);
    row("headcount_tally", 13), row("open_space_topic", 7), row("contribution", 123), row("reflection", 12);
    row("need_statement", 8), row("resource", 14), row("action", 30), row("feedback", 12), row("role_profile", 2);
    row("recruitment_round", 2), row("round_private", 2), row("nomination_request", 20), row("nomination", 25);
    row("assessment", 17), row("placement", 15), row("development_plan", 4), row("involvement_claim", 4);
    row("support_need", 25), row("contact_note", 31), row("introduction", 19), row("outcome_check_in", 6);
    row("safeguarding_concern", 1), row("consent", 13), row("support_consent", 23), row("monthly_figure", 24 * 5);
    row("figure_note", 4), row("activity_review", 15), row("evidence_item", 10), row("risk", 10), row("road_map_item", 12);
    row("guide_page", 6), row("device", 5), row("equality_return", 23), row("sync_conflict", 1), row("setting", 2 + 2 + 10);
}

void tst_demoreader::everyListBecomesRecords()
{
    QFETCH(QString, kind);
    QFETCH(int, count);
    QCOMPARE(int(demo().of(kind.toStdString()).size()), count);
}

void tst_demoreader::everyRecordIsWhatTheCatalogueTakes()
{
    std::set<RecordId> ids;
    for (const InterchangeRecord &record : demo().records()) {
        const catalogue::Kind &kind = *builtIn().kind(record.kind);
        QVERIFY2(ids.insert(record.id).second, record.sourceId.c_str());
        QCOMPARE(std::ranges::count(kind.states, record.state), kind.states.empty() ? 0 : 1);
        QVERIFY(std::ranges::is_sorted(record.fields, {}, &FieldValue::field));
        for (const FieldValue &held : record.fields) {
            const auto checked = catalogue::checkedValue(kind, *kind.field(held.field), held.value);
            QVERIFY2(checked && *checked == held.value, (kind.name + " " + record.sourceId).c_str());
        }
    }
}

void tst_demoreader::everyReferencePointsAtARecord()
{
    std::map<RecordId, catalogue::KindNumber> kinds;
    for (const InterchangeRecord &record : demo().records())
        kinds[record.id] = record.kind;
    for (const InterchangeRecord &record : demo().records()) {
        for (const FieldValue &held : record.fields) {
            const catalogue::Field &field = *builtIn().kind(record.kind)->field(held.field);
            if (field.type != catalogue::FieldType::Reference && field.type != catalogue::FieldType::References)
                continue;
            const auto target = kinds.find(*held.value.id<RecordId>());
            QVERIFY2(target != kinds.end(), (record.sourceId + "." + field.name).c_str());
            QVERIFY(field.targets.empty() || std::ranges::count(field.targets, target->second) == 1);
        }
    }
}

void tst_demoreader::idsComeFromSourceIds()
{
    const catalogue::KindNumber kind = kindNamed("contribution").number;
    const auto id = usecases::importedId(kProgramme, kind, "c-001");
    QCOMPARE(demo().find("contribution", "c-001")->id.hex(), id.hex());
    QVERIFY(id != usecases::importedId(kProgramme, kind, "c-002"));
    QVERIFY(id != usecases::importedId(kProgramme, kindNamed("person").number, "c-001"));
    QVERIFY(id != usecases::importedId(ProgrammeId{{1}}, kind, "c-001"));
    // The last is a fixed vector: the ids of programmes that were imported must never change.
    QCOMPARE(usecases::importedId(ProgrammeId{}, 8, "c-001").hex(), "002c15116efd59a28d4014221a6c8760");
}

void tst_demoreader::readingTwiceGivesTheSame()
{
    QVERIFY(readProgramme(demonstration(), builtIn(), kProgramme).value() == demo().records());
}

void tst_demoreader::nestedRecordsBecomeChildren()
{
    const InterchangeRecord *note = demo().find("contact_note", "sn-01/contact_notes/2");
    QVERIFY(note);
    QCOMPARE(demo().sourceOf(valueOf(*note, "support_need")), "sn-01");
    QCOMPARE(wordOf(*note, "how"), "phone");
    const InterchangeRecord *update = demo().find("action_update", "a-01/updates/1");
    QVERIFY(update);
    QCOMPARE(demo().sourceOf(valueOf(*update, "action")), "a-01");
    QCOMPARE(wordOf(*update, "new_state"), "under_way");
    const InterchangeRecord *introduction = demo().find("introduction", "sn-01/introductions/1");
    QVERIFY(introduction);
    QCOMPARE(introduction->state, "went");
}

void tst_demoreader::strictFieldsGoToStrictKinds()
{
    const InterchangeRecord *strict = demo().find("round_private", "rr-01");
    QVERIFY(strict);
    QCOMPARE(valuesOf(*strict, "panel").size(), std::size_t(4));
    QCOMPARE(demo().sourceOf(valueOf(*strict, "round")), "rr-01");
    QVERIFY(!kindNamed("recruitment_round").field("panel") && !kindNamed("recruitment_round").field("aim"));
    const Programme withContact(
        readProgramme(changed("/people/0/contact", "phone, after 10"), builtIn(), kProgramme).value());
    QCOMPARE(wordOf(*withContact.find("person_contact", "p-01"), "contact"), "phone, after 10");
    for (const InterchangeRecord *needs : demo().of("access_needs"))
        QVERIFY(wordOf(*needs, "share_with") != "coordinator" && valuesOf(*needs, "needs").size() == 2);
}

void tst_demoreader::oneHeadcountAGathering()
{
    for (const InterchangeRecord *headcount : demo().of("headcount_tally")) {
        const auto gathering = *valueOf(*headcount, "gathering").id<RecordId>();
        QCOMPARE(headcount->id.hex(), usecases::headcountIdOf(gathering).hex());
    }
}

void tst_demoreader::whatIsTakenBackHasNoWords()
{
    const InterchangeRecord *note = demo().find("contribution", "c-900");
    QCOMPARE(note->state, "withdrawn");
    QVERIFY(valueOf(*note, "text").isNull() && valueOf(*note, "noted_by").isNull());
    QCOMPARE(wordOf(*note, "withdrawn_on"), "2026-04-10");
    QCOMPARE(complaint(changed("/withdrawn_contributions/0/text", "words")),
             "invalid_input: withdrawn_contributions/c-900/text");
}

void tst_demoreader::countOnlyNeedsSayNothingElse()
{
    const InterchangeRecord *need = demo().find("support_need", "sn-04");
    QCOMPARE(need->fields.size(), std::size_t(3));
    QCOMPARE(wordOf(*need, "permission"), "count_only");
    QCOMPARE(wordOf(*need, "month"), "2026-01");
    QCOMPARE(wordOf(*need, "areas"), "mood");
    QCOMPARE(need->when, std::int64_t(0));
    for (const InterchangeRecord *answers : demo().of("equality_return"))
        QCOMPARE(answers->when, std::int64_t(0));
}

void tst_demoreader::ownersAndIntroductionsAreRecordsOrNames()
{
    QCOMPARE(demo().sourceOf(valueOf(*demo().find("action", "a-01"), "owner")), "p-12");
    QCOMPARE(wordOf(*demo().find("action", "a-22"), "owner_name"), "Lay Partners Advisory Group");
    int named = 0;
    for (const InterchangeRecord *introduction : demo().of("introduction")) {
        QVERIFY(valueOf(*introduction, "to").isNull() != valueOf(*introduction, "to_name").isNull());
        named += valueOf(*introduction, "to").isNull() ? 0 : 1;
    }
    QCOMPARE(named, 14);
}

void tst_demoreader::moneyIsPence()
{
    const std::vector<Value> items = valuesOf(*demo().find("involvement_claim", "cl-01"), "items");
    QCOMPARE(items.size(), std::size_t(2));
    QVERIFY(*items[0].find("amount") == Value(4800) && *items[1].find("amount") == Value(350));
    QCOMPARE(complaint(changed("/claims/0/items/0/amount", 48.005)), "invalid_input: claims/cl-01/items");
}

void tst_demoreader::wordingsStandInTheConsent()
{
    const std::string words = demonstration()["consent_wordings"]["notes-3"];
    QCOMPARE(wordOf(*demo().find("consent", "co-01"), "wording"), words);
    QCOMPARE(wordOf(*demo().find("setting", "consent_wording.notes-3"), "value"), words);
    QCOMPARE(complaint(changed("/consents/0/wording_version", "notes-9")), "not_found: consents/co-01/wording_version");
}

void tst_demoreader::settingsAndConflicts()
{
    QCOMPARE(wordOf(*demo().find("setting", "help_card.line.3.do"), "value"), "Samaritans 116 123 (free)");
    QCOMPARE(wordOf(*demo().find("setting", "help_card.checked_on"), "value"), "2026-10-01");
    QVERIFY(wordOf(*demo().find("setting", "help_card.title"), "note").starts_with("National numbers"));
    const InterchangeRecord *conflict = demo().find("sync_conflict", "sc-01");
    QCOMPARE(demo().sourceOf(valueOf(*conflict, "record")), "a-17");
    const std::vector<Value> versions = valuesOf(*conflict, "versions");
    QCOMPARE(versions.size(), std::size_t(2));
    QVERIFY(*versions[0].find("side") == Value("mine") && *versions[1].find("value") == Value("done"));
    QCOMPARE(demo().sourceOf(*versions[1].find("by")), "p-01");
}

void tst_demoreader::whenIsTheDayTheSourceGives()
{
    const auto dayOf = [](std::string_view kind, std::string_view id) {
        return dateOfMilliseconds(demo().find(kind, id)->when);
    };
    QCOMPARE(dayOf("contribution", "c-001"), "2025-12-11");
    QCOMPARE(dayOf("action", "a-01"), "2026-01-08");
    QCOMPARE(dayOf("contact_note", "sn-01/contact_notes/2"), "2025-12-22");
    QCOMPARE(dayOf("round_private", "rr-02"), "2026-10-05");
    QCOMPARE(demo().find("resource", "res-01")->when, std::int64_t(0));
}

void tst_demoreader::datesShift()
{
    const auto days = usecases::daysToShift(demonstration(), "2027-02-19");
    QVERIFY(days == 91);
    const Programme later(readProgramme(demonstration(), builtIn(), kProgramme, {.shiftDays = *days}).value());
    QCOMPARE(later.records().size(), demo().records().size());
    QCOMPARE(wordOf(*later.find("gathering", "g-12"), "date"), "2027-02-11");
    QCOMPARE(dateOfMilliseconds(later.find("contribution", "c-001")->when), "2026-03-12");
    QCOMPARE(timestampOfMilliseconds(numberOf(*later.find("safeguarding_concern", "sg-01"), "sent_at")), "2026-11-12T14:05:00Z");
    QCOMPARE(wordOf(*later.find("support_need", "sn-04"), "month"), "2026-04");
    std::set<std::string> months;
    for (const InterchangeRecord *figure : later.of("monthly_figure"))
        months.insert(wordOf(*figure, "month"));
    QCOMPARE(months.size(), std::size_t(24));
    QCOMPARE(*months.begin(), "2025-02");
    QCOMPARE(*months.rbegin(), "2027-01");
    for (std::size_t i = 0; i < demo().records().size(); ++i)
        QCOMPARE(std::ranges::count(later.records(), demo().records()[i].id, &InterchangeRecord::id), 1);
}

void tst_demoreader::attack125_fileNamesAreWordsOnly()
{
    for (const std::string name : {"../../etc/passwd", "/etc/passwd", "C:\\Windows\\win.ini", "/dev/zero", "CON", "NUL.txt"}) {
        const Programme read(readProgramme(changed("/organisations/0/name", name), builtIn(), kProgramme).value());
        QCOMPARE(wordOf(*read.find("organisation", "org-01"), "name"), name);
    }
    const std::string longName(300, 'a');
    QCOMPARE(complaint(changed("/organisations/0/name", longName)), "too_long: organisations/org-01/name");
    QCOMPARE(complaint(changed("/guide_pages/0/id", longName)), "invalid_input: guide_pages/#1/id");
}

QTEST_APPLESS_MAIN(tst_demoreader)
#include "tst_demoreader.moc"
