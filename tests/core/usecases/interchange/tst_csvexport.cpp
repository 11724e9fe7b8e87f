#include <QTest>

#include "core/usecases/interchange/csvexport.h"
#include "tests/core/usecases/interchange/programme.h"
#include "tests/support/tempfolder.h"

using namespace ourtable;
using namespace ourtable::test;
using usecases::exportCsv;
using usecases::ImportReport;
using usecases::importCsv;

namespace {

const Programme &demo() { return demonstrationProgramme(); }

ImportReport read(std::string_view text, std::string_view kind = "contribution")
{
    return importCsv(text, kindNamed(kind), kProgramme);
}

// The issues as "place code", joined with "; ".
std::string complaints(const ImportReport &report)
{
    std::string joined;
    for (const auto &[place, error] : report.issues)
        joined += (joined.empty() ? "" : "; ") + place + " " + std::string(nameOf(error.code));
    return joined;
}

InterchangeRecord note(std::vector<std::pair<std::string, Value>> fields)
{
    InterchangeRecord record{.kind = kindNamed("contribution").number, .id = RecordId{{7}}, .sourceId = "n-1"};
    for (auto &[name, value] : fields)
        record.fields.push_back({kindNamed("contribution").field(name)->number, std::move(value)});
    return record;
}

} // namespace

class tst_csvexport : public QObject {
    Q_OBJECT

private slots:
    void everyKindComesBack_data();
    void everyKindComesBack();
    void namesOfColumnsAreFree();
    void textsComeBackAsWritten_data();
    void textsComeBackAsWritten();
    void valuesOfEveryShapeComeBack();
    void aSpreadsheetWithoutIds();
    void headers_data();
    void headers();
    void rows_data();
    void rows();
    void stopsAtFiftyIssues();
    void goodRowsAreKeptForThePreview();
    void exportsOnlyWhatItWouldRead();
    void attack122_duplicateKeysInACell();
    void attack125_fileNamesAreNeverUsed();
    void attack126_manyRows();
    void attack127_everyCellIsGuarded();
};

void tst_csvexport::everyKindComesBack_data()
{
    QTest::addColumn<QString>("kind");
    for (const catalogue::Kind &kind : builtIn().kinds())
        QTest::newRow(kind.name.c_str()) << QString::fromStdString(kind.name);
}

void tst_csvexport::everyKindComesBack()
{
    QFETCH(QString, kind);
    const auto text = exportCsv(demo().records(), kindNamed(kind.toStdString()));
    QVERIFY(text);
    const ImportReport back = read(*text, kind.toStdString());
    QCOMPARE(complaints(back), "");
    std::vector<InterchangeRecord> given;
    for (const InterchangeRecord *record : demo().of(kind.toStdString()))
        given.push_back(*record);
    QVERIFY(back.records == given);
}

// The columns that are no fields have names that no field has; a programme's own fields begin with "own_".
void tst_csvexport::namesOfColumnsAreFree()
{
    for (const catalogue::Kind &kind : builtIn().kinds())
        QVERIFY2(!kind.field("id") && !kind.field("state") && !kind.field("when"), kind.name.c_str());
}

void tst_csvexport::textsComeBackAsWritten_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"=1+1", "'=1+1", "''=1", "'", "it's", "+44 7700 900123", "\n- one\n- two", "a;b\\;c", "\"quoted\", and so on",
                             "line one\nline two", "\tindented", "\u00a0=x", "\u200b", "نحن هنا", "ends with '", "  two spaces  "})
        QTest::newRow(text) << QString::fromUtf8(text);
}

void tst_csvexport::textsComeBackAsWritten()
{
    QFETCH(QString, text);
    const std::vector<InterchangeRecord> given{note({{"text", Value(text.toStdString())}})};
    const ImportReport back = read(exportCsv(given, kindNamed("contribution")).value());
    QCOMPARE(complaints(back), "");
    QVERIFY(back.records == given);
}

void tst_csvexport::valuesOfEveryShapeComeBack()
{
    const catalogue::Kind &claim = kindNamed("involvement_claim");
    Value item = Value::emptyMap();
    item.set("type", "travel");
    item.set("amount", 350);
    item.set("receipt", false);
    InterchangeRecord record{.kind = claim.number, .id = RecordId{{9}}, .state = "sent", .when = -86'400'123};
    record.fields = {{claim.field("items")->number, item}, {claim.field("items")->number, item}};
    QVERIFY(read(exportCsv({{record}}, claim).value(), claim.name).records == std::vector{record});

    const catalogue::Kind &tally = kindNamed("headcount_tally");
    record = {.kind = tally.number, .id = RecordId{{9}}};
    record.fields = {{tally.field("carers")->number, Value(-3)}};
    QVERIFY(read(exportCsv({{record}}, tally).value(), tally.name).records == std::vector{record});

    const catalogue::Kind &device = kindNamed("device");
    record = {.kind = device.number, .id = RecordId{{9}}};
    record.fields = {{device.field("last_sync")->number, Value(std::int64_t(1'763'000'000'001))}};
    QVERIFY(read(exportCsv({{record}}, device).value(), device.name).records == std::vector{record});
}

void tst_csvexport::aSpreadsheetWithoutIds()
{
    const ImportReport report = read("source_id,name,sector,is_venue\norg-90,Quay Lane Library,community,yes\n", "organisation");
    QCOMPARE(complaints(report), "");
    QCOMPARE(report.records.size(), std::size_t(1));
    QCOMPARE(report.records[0].id.hex(), usecases::importedId(kProgramme, kindNamed("organisation").number, "org-90").hex());
    QVERIFY(isYes(report.records[0], "is_venue"));
}

void tst_csvexport::headers_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("complains");
    const auto row = [](const char *text, const char *complains) {
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(complains);
    };
    row("", "row 1 required_missing");
    row("\n\n", "row 1 required_missing");
    row("text,kind", "row 1.id required_missing");
    row("id,text,text", "row 1.text already_exists");
    row("id,shoe_size", "row 1.shoe_size unknown_field");
    row("id,=cmd()", "row 1.? unknown_field");
    row("id,origin\n", "");
    row("id;text", "row 1.? unknown_field");
    row("Id", "row 1.? unknown_field");
    row("id,\"te\"xt", "row 1 malformed");
}

void tst_csvexport::headers()
{
    QFETCH(QString, text);
    QFETCH(QString, complains);
    const std::string found = complaints(read(text.toStdString()));
    const bool isName = text == QStringLiteral("Id"); // shown as it is, for it looks like a name
    QCOMPARE(found, isName ? "row 1.Id unknown_field" : complains.toStdString());
}

void tst_csvexport::rows_data()
{
    QTest::addColumn<QString>("row");
    QTest::addColumn<QString>("complains");
    const auto row = [](const char *name, const QString &text, const char *complains) {
        QTest::newRow(name) << text << QString::fromUtf8(complains);
    };
    row("good", QStringLiteral("n-1,checked,idea,,Tea,money;mood"), "row 2.theme unknown_code");
    row("unknown state", QStringLiteral("n-1,gone,idea,,Tea,"), "row 2.state unknown_code");
    row("two things wrong", QStringLiteral("n-1,checked,rumour,,Tea,ghosts"), "row 2.kind unknown_code; row 2.theme unknown_code");
    row("cells missing", QStringLiteral("n-1,checked"), "row 2 invalid_input");
    row("too many cells", QStringLiteral("n-1,checked,idea,,Tea,,x"), "row 2 invalid_input");
    row("no id", QStringLiteral(",checked,idea,,Tea,"), "row 2.id required_missing");
    row("not a number", QStringLiteral("n-1,checked,idea,four,Tea,"), "row 2.order invalid_input");
    row("number with more behind", QStringLiteral("n-1,checked,idea,4x,Tea,"), "row 2.order invalid_input");
    row("huge number", QStringLiteral("n-1,checked,idea,99999999999999999999,Tea,"), "row 2.order invalid_input");
    row("dangling backslash", QStringLiteral("n-1,checked,idea,4,Tea,money\\"), "row 2.theme invalid_input");
    row("long text", QStringLiteral("n-1,checked,idea,4,%1,").arg(QString(501, QChar(u'a'))), "row 2.text too_long");
    row("very long text", QStringLiteral("n-1,checked,idea,4,%1,").arg(QString(5000, QChar(u'a'))), "row 2.text too_long");
    row("endless text", QStringLiteral("n-1,checked,idea,4,%1,").arg(QString(70'000, QChar(u'a'))), "row 2 too_long");
    row("id twice", QStringLiteral("n-1,checked,idea,4,Tea,\nn-1,checked,idea,5,Tea,"), "row 3.id already_exists");
    row("long source id", QStringLiteral("%1,checked,idea,4,Tea,").arg(QString(61, QChar(u'a'))), "row 2.source_id invalid_input");
}

void tst_csvexport::rows()
{
    QFETCH(QString, row);
    QFETCH(QString, complains);
    QCOMPARE(complaints(read("source_id,state,kind,order,text,theme\n" + row.toStdString())), complains.toStdString());
}

void tst_csvexport::stopsAtFiftyIssues()
{
    std::string text = "source_id,kind\n";
    for (int i = 0; i < 100; ++i)
        text += "n-" + std::to_string(i) + ",rumour\n";
    const ImportReport report = read(text);
    QCOMPARE(report.issues.size(), usecases::kMostIssues);
    QVERIFY(report.more && !report.ok());
    QCOMPARE(report.issues.back().place, "row 51.kind");
}

void tst_csvexport::goodRowsAreKeptForThePreview()
{
    const ImportReport report = read("source_id,kind\nn-1,idea\nn-2,rumour\nn-3,need\n");
    QCOMPARE(complaints(report), "row 3.kind unknown_code");
    QCOMPARE(report.records.size(), std::size_t(2));
    QVERIFY(!report.more);
}

void tst_csvexport::exportsOnlyWhatItWouldRead()
{
    InterchangeRecord strange = note({});
    strange.fields = {{4711, Value("x")}};
    QCOMPARE(exportCsv({{strange}}, kindNamed("contribution")).error().code, ErrorCode::UnknownField);
    InterchangeRecord many = note({});
    for (std::size_t i = 0; i < 2000; ++i)
        many.fields.push_back({kindNamed("contribution").field("became")->number, Value(RecordId{{std::uint8_t(i), std::uint8_t(i >> 8)}})});
    QCOMPARE(exportCsv({{many}}, kindNamed("contribution")).error(), (Error{ErrorCode::TooLarge, "contribution.became"}));
    const std::vector<InterchangeRecord> rows(50'001, note({}));
    QCOMPARE(exportCsv(rows, kindNamed("contribution")).error(), (Error{ErrorCode::TooLarge, "rows"}));
}

void tst_csvexport::attack122_duplicateKeysInACell()
{
    const ImportReport report = read("source_id,scores\nas-1,\"{\"\"listen\"\":1,\"\"listen\"\":3}\"\n", "assessment");
    QCOMPARE(complaints(report), "row 2.scores malformed");
    const ImportReport deep = read("source_id,scores\nas-1,\"[[[[[[1]]]]]]\"\n", "assessment");
    QCOMPARE(complaints(deep), "row 2.scores malformed");
}

// Names that a file system would follow are words; what a spreadsheet is called comes from the catalogue alone.
void tst_csvexport::attack125_fileNamesAreNeverUsed()
{
    const TempFolder folder;
    const QString before = QDir::currentPath();
    QVERIFY(QDir::setCurrent(QString::fromStdString(folder.path())));
    for (const std::string name : {"../../escape", "/tmp/escape", "C:\\escape", "\\\\host\\share", "/dev/null", "NUL", "a\x2f..", "x.csv"}) {
        const std::vector<InterchangeRecord> given{note({{"text", Value(name)}})};
        QVERIFY(read(exportCsv(given, kindNamed("contribution")).value()).records == given);
    }
    QVERIFY(QDir().isEmpty());
    QVERIFY(QDir::setCurrent(before));
    for (const catalogue::Kind &kind : builtIn().kinds()) {
        const std::string name = usecases::csvFileName(kind);
        QVERIFY(name == kind.name + ".csv" && name.find_first_not_of("abcdefghijklmnopqrstuvwxyz_.") == std::string::npos);
    }
}

void tst_csvexport::attack126_manyRows()
{
    std::string text = "source_id,kind\n";
    for (int i = 0; i < 50'000; ++i)
        text += "n-" + std::to_string(i) + ",idea\n";
    QCOMPARE(read(text).records.size(), std::size_t(50'000));
    const ImportReport refused = read(text + "n-x,idea\n");
    QCOMPARE(complaints(refused), "file too_large");
    QVERIFY(refused.records.empty());
    QCOMPARE(complaints(read("source_id" + std::string(1'000'000, ','))), "row 1 too_large");
    QCOMPARE(complaints(read("source_id,text\nn-1,\"Tea")), "file malformed");
}

void tst_csvexport::attack127_everyCellIsGuarded()
{
    const auto record = note({{"text", Value("=cmd|' /C calc'!A0")}, {"language", Value("@en")}});
    const std::string text = exportCsv({{record}}, kindNamed("contribution")).value();
    QVERIFY(text.find("\"'=cmd") != std::string::npos);
    QVERIFY(text.find("\"'@en\"") != std::string::npos);
    for (const char *formula : {"\"=", "\"+", "\"-", "\"@", ",="})
        QVERIFY2(text.find(formula) == std::string::npos, formula);
}

QTEST_APPLESS_MAIN(tst_csvexport)
#include "tst_csvexport.moc"
