#include <QTest>

#include "tests/core/usecases/interchange/programme.h"

using namespace ourtable;
using namespace ourtable::test;

class tst_demorefusals : public QObject {
    Q_OBJECT

private slots:
    void shiftsOutsideTheYearsAreRefused();
    void anUnknownKeyIsAnError_data();
    void anUnknownKeyIsAnError();
    void wrongDocuments_data();
    void wrongDocuments();
    void strangeDocumentsAreRefused_data();
    void strangeDocumentsAreRefused();
    void attack122_duplicateKeysAreRefused();
};

void tst_demorefusals::shiftsOutsideTheYearsAreRefused()
{
    QCOMPARE(complaint(demonstration(), 100'000), "invalid_input: meta/as_of");
    QCOMPARE(complaint(demonstration(), INT64_MAX), "invalid_input: meta/as_of");
    QCOMPARE(complaint(demonstration(), INT64_MIN), "invalid_input: meta/as_of");
    QCOMPARE(complaint(changed("/meta/as_of", nullptr), 7), "invalid_input: meta/as_of");
    QVERIFY(!usecases::daysToShift(Json::array(), "2027-02-19") && !usecases::daysToShift(demonstration(), "soon"));
}

// Every list and every nested list: nothing is ever passed over without a word.
void tst_demorefusals::anUnknownKeyIsAnError_data()
{
    QTest::addColumn<QString>("pointer");
    const auto row = [](const std::string &pointer) { QTest::newRow(pointer.c_str()) << QString::fromStdString(pointer); };
    QTest::newRow("document") << QString();
    for (const auto &[key, value] : demonstration().items()) {
        if (value.is_array())
            row("/" + key + "/" + std::to_string(value.size() - 1));
        else if (key != "vocabularies" && key != "consent_wordings") // there every key is a name
            row("/" + key);
    }
    for (const char *nested : {"/gatherings/0/headcount", "/actions/0/updates/0", "/support_needs/0/contact_notes/0",
                               "/support_needs/0/introductions/0", "/open_space_topics/topics/0", "/help_card/lines/0",
                               "/claims/0/items/0", "/agreement/principles/0", "/reflections/0/power_noticed/0",
                               "/reflections/0/five_ps", "/assessments/0/scores", "/development_plans/0/items/0",
                               "/safeguarding_concerns/0/told/0", "/sync_conflicts/0/mine", "/activities/0/principle_ratings"})
        row(nested);
}

void tst_demorefusals::anUnknownKeyIsAnError()
{
    QFETCH(QString, pointer);
    Json document = demonstration();
    document[Json::json_pointer(pointer.toStdString())]["shoe_size"] = 7;
    const std::string found = complaint(document);
    QVERIFY2(found.starts_with("unknown_"), found.c_str());
}

void tst_demorefusals::wrongDocuments_data()
{
    QTest::addColumn<QString>("pointer");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("complains");
    const auto row = [](const char *name, const char *pointer, const char *value, const char *complains) {
        QTest::newRow(name) << QString::fromUtf8(pointer) << QString::fromUtf8(value) << QString::fromUtf8(complains);
    };
    row("missing record", "/actions/3/owner", "\"org-99\"", "not_found: actions/a-04/owner");
    row("record of another kind", "/actions/3/gathering", "\"p-01\"", "not_found: actions/a-04/gathering");
    row("missing in a set", "/actions/3/contributions/1", "\"c-999\"", "not_found: actions/a-04/contributions");
    row("missing from a nested record", "/support_needs/0/introductions/0/to", "\"org-99\"",
        "not_found: support_needs/sn-01/introductions/1/to");
    row("id twice", "/people/1/id", "\"p-01\"", "already_exists: people/p-01/id");
    row("no id", "/people/1/id", "null", "invalid_input: people/#2/id");
    row("id that may not be shown", "/people/1/id", "\"Otis <b>\"", "not_found: ");
    row("unknown code", "/contributions/0/kind", "\"rumour\"", "unknown_code: contributions/c-001/kind");
    row("unknown state", "/actions/0/state", "\"forgotten\"", "unknown_code: actions/a-01/state");
    row("no state", "/actions/0/state", "null", "required_missing: actions/a-01/state");
    row("unknown vocabulary code", "/vocabularies/theme/ghosts", "\"Ghosts\"", "unknown_code: vocabularies/theme/ghosts");
    row("day that never was", "/actions/0/due", "\"2026-02-31\"", "invalid_input: actions/a-01/due");
    row("number as text", "/risks/0/likelihood", "\"4\"", "invalid_input: risks/ri-01/likelihood");
    row("huge number", "/contributions/0/echoes", "18446744073709551615", "invalid_input: contributions/c-001/echoes");
    row("score that does not add up", "/risks/0/score", "3", "invalid_input: risks/ri-01/score");
    row("head count that does not add up", "/gatherings/0/headcount/total", "99", "invalid_input: gatherings/g-01/headcount/total");
    row("other restriction", "/safeguarding_concerns/0/restricted_to", "\"nobody\"",
        "invalid_input: safeguarding_concerns/sg-01/restricted_to");
    row("too strict for its circle", "/contributions/0/sensitivity", "\"support_team\"",
        "not_permitted: contributions/c-001/sensitivity");
    row("unknown class", "/contributions/0/sensitivity", "\"secret\"", "unknown_code: contributions/c-001/sensitivity");
    row("source id of another hand", "/people/0/source_id", "\"x\"", "unknown_field: people/p-01/source_id");
    row("reference from a list", "/safeguarding_concerns/0/told/0/who", "\"p-99\"", "not_found: safeguarding_concerns/sg-01/told");
}

void tst_demorefusals::wrongDocuments()
{
    QFETCH(QString, pointer);
    QFETCH(QString, value);
    QFETCH(QString, complains);
    const std::string found = complaint(changed(pointer.toUtf8().constData(), parseJson("[" + value.toStdString() + "]").value()[0]));
    QVERIFY2(found.starts_with(complains.toStdString()), found.c_str());
    QVERIFY(found.find('<') == std::string::npos);
}

// Whatever stands in place of a list, an item or a value: an answer, never a fault of ours.
void tst_demorefusals::strangeDocumentsAreRefused_data()
{
    QTest::addColumn<QString>("strange");
    for (const char *strange : {"null", "7", "-1.5", "\"word\"", "true", "[]", "{}", "[[]]", "[null]", "[{}]", "{\"id\":{}}"})
        QTest::newRow(strange) << QString::fromLatin1(strange);
}

void tst_demorefusals::strangeDocumentsAreRefused()
{
    QFETCH(QString, strange);
    const Json value = parseJson("[" + strange.toStdString() + "]").value()[0];
    QVERIFY(complaint(value) == (value.is_object() && value.empty() ? "read" : complaint(value)));
    for (const auto &[key, list] : demonstration().items()) {
        QVERIFY(!complaint(Json{{key, value}}).empty());
        if (!list.is_array())
            continue;
        QVERIFY(!complaint(Json{{key, Json::array({value})}}).empty());
        for (const auto &[name, member] : list[0].items()) {
            Json item = list[0];
            item[name] = value;
            QVERIFY(!complaint(Json{{key, Json::array({item})}}).empty());
        }
    }
}

void tst_demorefusals::attack122_duplicateKeysAreRefused()
{
    std::string text = demonstrationText();
    const std::string once = "\"id\": \"org-01\",";
    const std::size_t at = text.find(once);
    QVERIFY(at != std::string::npos);
    text.insert(at, once);
    const auto parsed = parseJson(text);
    QVERIFY(!parsed);
    QCOMPARE(parsed.error().code, ErrorCode::Malformed);
}

QTEST_APPLESS_MAIN(tst_demorefusals)
#include "tst_demorefusals.moc"
