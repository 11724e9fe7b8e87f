#include <QTest>

#include "core/catalogue/catalogue.h"

using namespace ourtable;
using namespace ourtable::catalogue;

namespace {

constexpr const char *kFernhithe = R"({
  "kinds": {
    "contribution": {
      "label": "Line", "label_plural": "Lines",
      "fields": {"voice": "Who is speaking?"},
      "add": [{"number": 1001, "name": "own_mood", "label": "Mood", "type": "choice", "vocabulary": "own_mood"},
              {"number": 1000, "name": "own_ward", "label": "Ward", "type": "text", "limit": 40},
              {"number": 1002, "name": "own_chairs", "label": "Chairs", "type": "integer", "minimum": 0, "maximum": 50}]
    }
  },
  "vocabularies": {
    "theme": {"labels": {"places": "Our places"}, "add": {"pets": "Animals"}, "retire": ["digital"]},
    "action_state": {"labels": {"done": "Kept it"}},
    "own_mood": {"add": {"bright": "Bright", "heavy": "Heavy"}}
  }
})";

} // namespace

class tst_overlay : public QObject {
    Q_OBJECT

private slots:
    void labelsChangeAndCodesStay();
    void furtherCodes();
    void retiredCodesAreReadButNotWritten();
    void ownFields();
    void theBuiltInStaysAsItIs();
    void anEmptyOverlayChangesNothing();
    void refused_data();
    void refused();
    void malformed();
};

void tst_overlay::labelsChangeAndCodesStay()
{
    const auto catalogue = Catalogue::withOverlay(kFernhithe).value();
    const Kind *note = catalogue->kind("contribution");
    QCOMPARE(note->label, std::string("Line"));
    QCOMPARE(note->labelPlural, std::string("Lines"));
    QCOMPARE(note->field("voice")->label, std::string("Who is speaking?"));
    QCOMPARE(note->field("theme")->vocabulary->find("places")->label, std::string("Our places"));
    QCOMPARE(catalogue->kind("action")->stateVocabulary->find("done")->label, std::string("Kept it"));
    QCOMPARE(catalogue->kind("action")->states, Catalogue::builtIn().kind("action")->states);
}

void tst_overlay::furtherCodes()
{
    const auto catalogue = Catalogue::withOverlay(kFernhithe).value();
    const Kind *note = catalogue->kind("contribution");
    QVERIFY(checkedValue(*note, *note->field("theme"), "pets").ok());
    const Kind *need = catalogue->kind("need_statement");
    QCOMPARE(need->field("theme")->vocabulary, note->field("theme")->vocabulary);
}

void tst_overlay::retiredCodesAreReadButNotWritten()
{
    const auto catalogue = Catalogue::withOverlay(kFernhithe).value();
    const Kind *note = catalogue->kind("contribution");
    const auto written = checkedValue(*note, *note->field("theme"), "digital");
    QCOMPARE(written.error(), (Error{ErrorCode::UnknownCode, "contribution.theme"}));
    QVERIFY(checkedValue(*note, *note->field("theme"), "digital", true).ok());
}

void tst_overlay::ownFields()
{
    const auto catalogue = Catalogue::withOverlay(kFernhithe).value();
    const Kind *note = catalogue->kind("contribution");
    const Field *ward = note->field(FieldNumber(1000));
    QVERIFY(ward && ward->overlay);
    QCOMPARE(ward->name, std::string("own_ward"));
    QCOMPARE(ward->sensitivity, note->sensitivity);
    QVERIFY(checkedValue(*note, *ward, "East Quay").ok());
    QCOMPARE(checkedValue(*note, *ward, std::string(41, 'a')).error().code, ErrorCode::TooLong);
    QVERIFY(checkedValue(*note, *note->field("own_mood"), "bright").ok());
    QVERIFY(!checkedValue(*note, *note->field("own_chairs"), 51).ok());
    QVERIFY(std::ranges::is_sorted(note->fields, {}, &Field::number));
}

void tst_overlay::theBuiltInStaysAsItIs()
{
    const auto catalogue = Catalogue::withOverlay(kFernhithe).value();
    const Kind *note = Catalogue::builtIn().kind("contribution");
    QCOMPARE(note->label, std::string("Note"));
    QVERIFY(!note->field("own_ward") && !note->field("theme")->vocabulary->find("pets"));
    QVERIFY(!note->field("theme")->vocabulary->find("digital")->retired);
    QCOMPARE(catalogue->kind("contribution")->number, note->number);
    QCOMPARE(catalogue->revision(), Catalogue::builtIn().revision());
}

void tst_overlay::anEmptyOverlayChangesNothing()
{
    const auto catalogue = Catalogue::withOverlay("{}").value();
    QCOMPARE(catalogue->kinds().size(), Catalogue::builtIn().kinds().size());
    QCOMPARE(catalogue->vocabularies().size(), Catalogue::builtIn().vocabularies().size());
    for (const Kind &kind : catalogue->kinds())
        QCOMPARE(kind.fields.size(), Catalogue::builtIn().kind(kind.number)->fields.size());
}

void tst_overlay::refused_data()
{
    QTest::addColumn<QString>("overlay");
    QTest::addColumn<QString>("detail");
    const auto row = [](const char *name, const char *overlay, const char *detail) {
        QTest::newRow(name) << QString::fromUtf8(overlay) << QString::fromLatin1(detail);
    };
    const auto field = [&row](const char *name, const char *members, const char *detail) {
        const std::string overlay = R"({"kinds":{"risk":{"add":[{)" + std::string(members) + "}]}}}";
        row(name, overlay.c_str(), detail);
    };
    row("other member", R"({"roles":{}})", "overlay");
    row("an array", R"([])", "overlay");
    row("unknown kind", R"({"kinds":{"dance":{"label":"Dance"}}})", "kinds.dance");
    row("unknown part of a kind", R"({"kinds":{"risk":{"circle":"office"}}})", "kinds.risk");
    row("unknown field", R"({"kinds":{"risk":{"fields":{"dance":"Dance"}}}})", "risk.dance");
    row("label with a control", "{\"kinds\":{\"risk\":{\"label\":\"a\\u0007\"}}}", "risk.label");
    row("label with an override", "{\"kinds\":{\"risk\":{\"fields\":{\"because\":\"a\\u202eb\"}}}}", "risk.because");
    row("empty label", R"({"vocabularies":{"theme":{"labels":{"places":""}}}})", "theme.places");
    row("unknown vocabulary", R"({"vocabularies":{"dances":{"add":{"waltz":"Waltz"}}}})", "vocabularies.dances");
    row("label of an unknown code", R"({"vocabularies":{"theme":{"labels":{"waltz":"Waltz"}}}})", "theme.waltz");
    row("code that is there", R"({"vocabularies":{"theme":{"add":{"places":"P"}}}})", "theme.places");
    row("code with capitals", R"({"vocabularies":{"theme":{"add":{"Waltz":"P"}}}})", "theme.?");
    row("a further state", R"({"vocabularies":{"action_state":{"add":{"waltz":"W"}}}})", "action_state.add");
    row("a retired state", R"({"vocabularies":{"note_state":{"retire":["noted"]}}})", "note_state.retire");
    row("a further answer", R"({"vocabularies":{"consent_answer":{"add":{"perhaps":"P"}}}})", "consent_answer.add");
    row("a further role", R"({"vocabularies":{"person_role":{"add":{"king":"King"}}}})", "person_role.add");
    row("retiring a default", R"({"vocabularies":{"contribution_kind":{"retire":["experience"]}}})", "contribution_kind.experience");
    row("retiring what is not there", R"({"vocabularies":{"theme":{"retire":["waltz"]}}})", "theme.waltz");
    field("number of ours", R"("number":12,"name":"own_a","label":"A","type":"date")", "risk.own_a");
    field("number too large", R"("number":65536,"name":"own_a","label":"A","type":"date")", "risk.own_a");
    field("name of ours", R"("number":1000,"name":"because","label":"A","type":"date")", "risk.because");
    field("name without prefix", R"("number":1000,"name":"a","label":"A","type":"date")", "risk.a");
    field("reference", R"("number":1000,"name":"own_a","label":"A","type":"reference")", "risk.own_a");
    field("text without limit", R"("number":1000,"name":"own_a","label":"A","type":"text")", "risk.own_a");
    field("limit too large", R"("number":1000,"name":"own_a","label":"A","type":"text","limit":4001)", "risk.own_a");
    field("limit of a date", R"("number":1000,"name":"own_a","label":"A","type":"date","limit":5)", "risk.own_a");
    field("choice of nothing", R"("number":1000,"name":"own_a","label":"A","type":"choice")", "risk.own_a");
    field("choice of the unknown", R"("number":1000,"name":"own_a","label":"A","type":"choice","vocabulary":"x")", "risk.own_a");
    field("number that wraps around", R"("number":1000,"name":"own_a","label":"A","type":"integer","minimum":18446744073709551615,"maximum":5)", "risk.own_a");
    field("no range", R"("number":1000,"name":"own_a","label":"A","type":"integer","minimum":1)", "risk.own_a");
    field("required", R"("number":1000,"name":"own_a","label":"A","type":"date","required":true)", "risk.own_a");
    row("field of equality answers",
        R"({"kinds":{"equality_return":{"add":[{"number":1000,"name":"own_a","label":"A","type":"date"}]}}})",
        "equality_return.add");
    row("field of a system kind", R"({"kinds":{"setting":{"add":[{"number":1000,"name":"own_a","label":"A","type":"date"}]}}})",
        "setting.add");
}

void tst_overlay::refused()
{
    QFETCH(QString, overlay);
    QFETCH(QString, detail);
    const auto result = Catalogue::withOverlay(overlay.toStdString());
    QVERIFY(!result.ok());
    QCOMPARE(result.error().code, ErrorCode::InvalidInput);
    QCOMPARE(QString::fromStdString(result.error().detail), detail);
}

void tst_overlay::malformed()
{
    for (const char *text : {"", "{", "{\"kinds\":{},\"kinds\":{}}", "{} {}"}) {
        const auto result = Catalogue::withOverlay(text);
        QVERIFY(!result.ok());
        QCOMPARE(result.error().code, ErrorCode::Malformed);
    }
}

QTEST_APPLESS_MAIN(tst_overlay)
#include "tst_overlay.moc"
