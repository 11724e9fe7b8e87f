#include <QFloat16> // which comparing JSON values in a test asks for
#include <QTest>

#include "core/crypto/hashing.h"
#include "core/usecases/interchange/jsonexport.h"
#include "tests/core/usecases/interchange/programme.h"

using namespace ourtable;
using namespace ourtable::test;
using usecases::exportRecords;
using usecases::ImportReport;
using usecases::importRecords;

namespace {

const Programme &demo() { return demonstrationProgramme(); }

// One note, which every row of the tests below spoils in its own way.
Json oneNote()
{
    return parseJson(R"({"format": "ourtable.export.v1", "catalogue": 1, "records": [
        {"kind": "contribution", "id": "000102030405060708090a0b0c0d0e0f", "source_id": "c-001", "state": "checked", "when": 5,
         "fields": {"text": "Tea", "kind": "idea", "theme": ["money", "housing"], "echoes": 3, "captured_offline": true}}]})")
        .value();
}

std::string complaints(const ImportReport &report)
{
    std::string joined;
    for (const auto &[place, error] : report.issues)
        joined += (joined.empty() ? "" : "; ") + place + " " + std::string(nameOf(error.code));
    return joined;
}

std::string complaints(const Json &document) { return complaints(importRecords(document, builtIn(), kProgramme)); }

} // namespace

class tst_jsonexport : public QObject {
    Q_OBJECT

private slots:
    void theWholeProgrammeComesBack();
    void readsWhatOthersWrite();
    void isReadableByPeople();
    void idsOfAnotherProgrammeStay();
    void issues_data();
    void issues();
    void everyIssueIsNamed();
    void stopsAtFiftyIssues();
    void strangeDocumentsAreAnswered_data();
    void strangeDocumentsAreAnswered();
    void exportLeavesNothingOut();
    void attack122_duplicateKeysAreRefused();
    void attack122_moreMembersThanAnybodyWritesAreRefused();
    void attack122_moreElementsThanAnybodySavesAreRefused();
};

void tst_jsonexport::theWholeProgrammeComesBack()
{
    const std::string text = exportRecords(demo().records(), builtIn(), kProgramme).value().dump(1);
    const ImportReport back = importRecords(parseJson(text).value(), builtIn(), kProgramme);
    QCOMPARE(complaints(back), "");
    QVERIFY(back.records == demo().records());
}

void tst_jsonexport::readsWhatOthersWrite()
{
    Json document = oneNote();
    document["records"][0].erase("id");
    const ImportReport report = importRecords(document, builtIn(), kProgramme);
    QCOMPARE(complaints(report), "");
    const InterchangeRecord &note = report.records.at(0);
    QCOMPARE(note.id.hex(), usecases::importedId(kProgramme, note.kind, "c-001").hex());
    QCOMPARE(note.when, std::int64_t(5));
    QCOMPARE(valuesOf(note, "theme").size(), std::size_t(2));
    document["records"][0]["fields"]["theme"] = {"money", "money"};
    QCOMPARE(valuesOf(importRecords(document, builtIn(), kProgramme).records.at(0), "theme").size(), std::size_t(1));
}

void tst_jsonexport::isReadableByPeople()
{
    const Json document = exportRecords({{*demo().find("contribution", "c-001")}}, builtIn(), kProgramme).value();
    QCOMPARE(document["format"], "ourtable.export.v1");
    const Json &note = document["records"][0];
    QCOMPARE(note["kind"], "contribution");
    QCOMPARE(note["state"], "published");
    QCOMPARE(note["fields"]["theme"], Json::array({"money"}));
    QCOMPARE(note["fields"]["echoes"], 6);
    QCOMPARE(note["fields"]["gathering"], demo().find("gathering", "g-01")->id.hex());
    QVERIFY(!note["fields"].contains("source_id"));
}

void tst_jsonexport::idsOfAnotherProgrammeStay()
{
    const Json document = exportRecords(demo().records(), builtIn(), kProgramme).value();
    QVERIFY(importRecords(document, builtIn(), ProgrammeId{{9}}).records == demo().records());
}

void tst_jsonexport::issues_data()
{
    QTest::addColumn<QString>("pointer");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("complains");
    const auto row = [](const char *name, const char *pointer, const char *value, const char *complains) {
        QTest::newRow(name) << QString::fromUtf8(pointer) << QString::fromUtf8(value) << QString::fromUtf8(complains);
    };
    row("other format", "/format", "\"theirs.v1\"", "format unsupported");
    row("later format", "/format", "\"ourtable.export.v2\"", "format unsupported");
    row("newer catalogue", "/catalogue", "4000000000", "catalogue newer_version");
    row("unknown member of the file", "/more", "1", "file unknown_field");
    row("no list", "/records", "{}", "records invalid_input");
    row("unknown kind", "/records/0/kind", "\"rumour\"", "records[0].kind unknown_kind");
    row("no kind", "/records/0/kind", "7", "records[0] invalid_input");
    row("unknown member", "/records/0/author", "\"me\"", "records[0] unknown_field");
    row("bad id", "/records/0/id", "\"c-001\"", "records[0].id invalid_input");
    row("bad source id", "/records/0/source_id", "\"a\\nb\"", "records[0].source_id invalid_input");
    row("unknown state", "/records/0/state", "\"gone\"", "records[0].state unknown_code");
    row("time past all years", "/records/0/when", "9223372036854775807", "records[0].when invalid_input");
    row("time past all numbers", "/records/0/when", "18446744073709551615", "records[0].when invalid_input");
    row("unknown field", "/records/0/fields/shoe_size", "7", "records[0].fields.shoe_size unknown_field");
    row("field that may not be shown", "/records/0/fields/<b>", "7", "records[0].fields.? unknown_field");
    row("source id as a field", "/records/0/fields/source_id", "\"x\"", "records[0].fields.source_id unknown_field");
    row("unknown code", "/records/0/fields/kind", "\"rumour\"", "records[0].fields.kind unknown_code");
    row("unknown code in a set", "/records/0/fields/theme/1", "\"ghosts\"", "records[0].fields.theme[1] unknown_code");
    row("one where a set belongs", "/records/0/fields/theme", "\"money\"", "records[0].fields.theme invalid_input");
    row("set where one belongs", "/records/0/fields/kind", "[\"idea\"]", "records[0].fields.kind invalid_input");
    row("too long", "/records/0/fields/language", "\"a language of more than thirty-five letters\"",
        "records[0].fields.language too_long");
    row("reference by source id", "/records/0/fields/gathering", "\"g-01\"", "records[0].fields.gathering invalid_input");
    row("fraction", "/records/0/fields/echoes", "3.5", "records[0].fields.echoes invalid_input");
    row("null", "/records/0/fields/text", "null", "records[0].fields.text invalid_input");
    row("fields are no object", "/records/0/fields", "[]", "records[0].fields invalid_input");
}

void tst_jsonexport::issues()
{
    QFETCH(QString, pointer);
    QFETCH(QString, value);
    QFETCH(QString, complains);
    Json document = oneNote();
    QCOMPARE(complaints(document), "");
    document[Json::json_pointer(pointer.toStdString())] = parseJson("[" + value.toStdString() + "]").value()[0];
    QCOMPARE(complaints(document), complains.toStdString());
}

void tst_jsonexport::everyIssueIsNamed()
{
    Json document = oneNote();
    Json &records = document["records"];
    records.push_back(records[0]);
    records.push_back(Json{{"kind", "person"}});
    records.push_back(Json{{"kind", "person"}, {"source_id", "p-1"}, {"fields", {{"name", 7}, {"role", "captain"}}}});
    records[0]["fields"]["kind"] = "rumour";
    const ImportReport report = importRecords(document, builtIn(), kProgramme);
    QCOMPARE(complaints(report),
             "records[0].fields.kind unknown_code; records[1].id already_exists; records[2].id required_missing; "
             "records[3].fields.name invalid_input; records[3].fields.role unknown_code");
    QVERIFY(report.records.empty());
}

void tst_jsonexport::stopsAtFiftyIssues()
{
    Json document = oneNote();
    document["records"][0]["fields"]["theme"] = Json::array();
    for (int i = 0; i < 200; ++i)
        document["records"][0]["fields"]["theme"].push_back("ghosts");
    document["records"].push_back(document["records"][0]);
    const ImportReport report = importRecords(document, builtIn(), kProgramme);
    QCOMPARE(report.issues.size(), usecases::kMostIssues);
    QVERIFY(report.more && report.records.empty());
}

void tst_jsonexport::strangeDocumentsAreAnswered_data()
{
    QTest::addColumn<QString>("strange");
    for (const char *strange : {"null", "7", "-1.5", "\"word\"", "true", "[]", "{}", "[[]]", "[null]", "[{}]", "{\"id\":{}}"})
        QTest::newRow(strange) << QString::fromLatin1(strange);
}

void tst_jsonexport::strangeDocumentsAreAnswered()
{
    QFETCH(QString, strange);
    const Json value = parseJson("[" + strange.toStdString() + "]").value()[0];
    QVERIFY(!complaints(value).empty());
    for (const char *pointer : {"/format", "/catalogue", "/records", "/records/0", "/records/0/kind", "/records/0/id",
                                "/records/0/source_id", "/records/0/state", "/records/0/when", "/records/0/fields",
                                "/records/0/fields/theme/0", "/records/0/fields/gathering"}) {
        Json document = oneNote();
        document[Json::json_pointer(pointer)] = value;
        const ImportReport report = importRecords(document, builtIn(), kProgramme);
        QVERIFY(report.records.size() <= 1);
    }
}

void tst_jsonexport::exportLeavesNothingOut()
{
    InterchangeRecord record{.kind = 4711};
    QCOMPARE(exportRecords({{record}}, builtIn(), kProgramme).error(), (Error{ErrorCode::UnknownKind, "4711"}));
    record.kind = kindNamed("person").number;
    record.fields = {{4711, Value("x")}};
    QCOMPARE(exportRecords({{record}}, builtIn(), kProgramme).error(), (Error{ErrorCode::UnknownField, "person.4711"}));
}

void tst_jsonexport::attack122_duplicateKeysAreRefused()
{
    for (const char *text : {R"({"format": "ourtable.export.v1", "format": "ourtable.export.v1", "records": []})",
                             R"({"format": "ourtable.export.v1", "records": [{"kind": "person", "id": "00", "kind": "setting"}]})",
                             R"({"format": "ourtable.export.v1", "records": [{"fields": {"name": "a", "name": "b"}}]})"}) {
        const auto parsed = parseJson(text);
        QVERIFY(!parsed && parsed.error().code == ErrorCode::Malformed);
    }
}

// Finding a member means looking at each before it: a large object would take hours.
void tst_jsonexport::attack122_moreMembersThanAnybodyWritesAreRefused()
{
    const auto objectOf = [](int members) {
        std::string text = "{";
        for (int i = 0; i < members; ++i)
            text += (i == 0 ? "\"" : ",\"") + std::to_string(i) + "\":0";
        return text + "}";
    };
    QVERIFY(parseJson(objectOf(1000)).ok());
    QElapsedTimer taken;
    taken.start();
    for (const int members : {1001, 500'000}) {
        const auto parsed = parseJson(objectOf(members));
        QVERIFY(!parsed && parsed.error().code == ErrorCode::Malformed);
    }
    QVERIFY(taken.elapsed() < 10'000);
}

void tst_jsonexport::attack122_moreElementsThanAnybodySavesAreRefused()
{
    Json document = oneNote();
    document["records"][0]["kind"] = "person";
    document["records"][0].erase("state");
    Json references = Json::array();
    for (int i = 0; i < 1001; ++i)
        references.push_back(toHex(crypto::le64(static_cast<std::uint64_t>(i))) + std::string(16, '0'));
    document["records"][0]["fields"] = {{"consents", references}};
    QCOMPARE(complaints(document), "records[0].fields.consents[1000] too_long");
    references.erase(references.begin());
    document["records"][0]["fields"] = {{"consents", references}};
    QCOMPARE(complaints(document), "");
}

QTEST_APPLESS_MAIN(tst_jsonexport)
#include "tst_jsonexport.moc"
