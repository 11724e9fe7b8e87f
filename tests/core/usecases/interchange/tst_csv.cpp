#include <QTest>

#include <sys/resource.h>

#include "core/usecases/interchange/csv.h"
#include "core/usecases/interchange/formulaguard.h"
#include "tests/support/seededrandom.h"

using namespace ourtable;
using namespace ourtable::usecases;

namespace {

using Rows = std::vector<std::vector<std::string>>;

// All rows, a row with a fault as its code alone; or the code and detail of the refusal.
Rows rowsOf(std::string_view text, const CsvLimits &limits = {})
{
    auto reader = CsvReader::open(text, limits);
    if (!reader)
        return {{"refused", std::string(nameOf(reader.error().code)), reader.error().detail}};
    Rows rows;
    while (auto row = reader->next())
        rows.push_back(row->fault ? std::vector<std::string>{"fault " + std::string(nameOf(row->fault->code))} : row->cells);
    return rows;
}

std::string written(const std::vector<std::string> &cells)
{
    std::string text;
    appendCsvRow(text, cells);
    return text;
}

// What comes back of a text that was written as one cell.
std::string throughCsv(const std::string &text)
{
    const Rows rows = rowsOf(written({text}));
    return rows.size() == 1 && rows[0].size() == 1 ? std::string(unguarded(rows[0][0])) : "?";
}

struct Reading {
    Rows rows;
    double seconds = 0;  // of the processor, not of the wall: others may be using this machine
    long kibibytes = 0;  // by which the most that was ever used grew
};

Reading read(const std::string &text)
{
    rusage before{}, after{};
    getrusage(RUSAGE_SELF, &before);
    Reading made{rowsOf(text)};
    getrusage(RUSAGE_SELF, &after);
    made.seconds = double(after.ru_utime.tv_sec - before.ru_utime.tv_sec)
        + double(after.ru_utime.tv_usec - before.ru_utime.tv_usec) / 1e6;
    made.kibibytes = after.ru_maxrss - before.ru_maxrss;
    return made;
}

} // namespace

class tst_csv : public QObject {
    Q_OBJECT

private slots:
    void reads_data();
    void reads();
    void rowsAreNumberedAsASpreadsheetDoes();
    void limitsOfRowsAndColumns();
    void guardAndBack_data();
    void guardAndBack();
    void attack126_refusedOrRowErrors_data();
    void attack126_refusedOrRowErrors();
    void attack127_formulasBecomeText_data();
    void attack127_formulasBecomeText();
    void anyTextComesBack();
    void anyOctetsAreAnswered();
};

void tst_csv::reads_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("rows"); // cells joined by |, rows by /
    const auto row = [](const char *name, const char *text, const char *rows) {
        QTest::newRow(name) << QByteArray(text) << QString::fromUtf8(rows);
    };
    row("nothing", "", "");
    row("one cell", "a", "a");
    row("plain", "a,b\nc,d\n", "a|b/c|d");
    row("no last line break", "a,b\nc,d", "a|b/c|d");
    row("mixed line endings", "a\r\nb\nc\rd", "a/b/c/d");
    row("byte order mark", "\xef\xbb\xbf" "a,b", "a|b");
    row("quoted", "\"a,1\",\"b \"\"c\"\"\"", "a,1|b \"c\"");
    row("line breaks in a cell", "\"a\nb\r\nc\rd\",e", "a\nb\r\nc\rd|e");
    row("empty cells", ",\n\"\",\"\"\n", "|/|");
    row("last cell empty", "a,", "a|");
    row("blank lines", "\n\na\n\r\n\nb\n\n", "a/b");
    row("one empty quoted cell", "\"\"\na", "/a");
    row("quote in a plain cell", "a,5\" nail\nb,c", "fault malformed/b|c");
    row("words after a quote", "\"a\"b,c\nd,e", "fault malformed/d|e");
    row("spaces stay", " a , b ", " a | b ");
}

void tst_csv::reads()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, rows);
    std::string joined;
    bool first = true;
    for (const auto &cells : rowsOf({text.constData(), std::size_t(text.size())})) {
        joined += first ? "" : "/";
        first = false;
        for (std::size_t i = 0; i < cells.size(); ++i)
            joined += (i > 0 ? "|" : "") + cells[i];
    }
    QCOMPARE(joined, rows.toStdString());
}

void tst_csv::rowsAreNumberedAsASpreadsheetDoes()
{
    auto reader = CsvReader::open("h\n\n\"a\nb\"\nc");
    QVERIFY(reader);
    QCOMPARE(reader->next()->number, std::size_t(1));
    QCOMPARE(reader->next()->number, std::size_t(3));
    QCOMPARE(reader->next()->number, std::size_t(4));
    QVERIFY(!reader->next());
}

void tst_csv::limitsOfRowsAndColumns()
{
    const CsvLimits limits{.octets = 40, .rows = 2, .columns = 2, .cellOctets = 3};
    QCOMPARE(rowsOf("a,b\nc,d\ne,f", limits).size(), std::size_t(3));
    QVERIFY((rowsOf("a\nb\nc\nd", limits) == Rows{{"refused", "too_large", "rows"}}));
    QVERIFY((rowsOf("a,b,c\nd", limits) == Rows{{"fault too_large"}, {"d"}}));
    QVERIFY((rowsOf("abcd\nabc\n\"ab\"\"c\"", limits) == Rows{{"fault too_long"}, {"abc"}, {"fault too_long"}}));
    QVERIFY((rowsOf(std::string(41, 'a'), limits) == Rows{{"refused", "too_large", "file"}}));
}

void tst_csv::guardAndBack_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isGuarded");
    const auto row = [](const char *text, bool isGuarded) { QTest::newRow(text) << QString::fromUtf8(text) << isGuarded; };
    row("words", false);
    row("2 + 2", false);
    row("'twas", false);
    row("'", false);
    row("''", false);
    row("+44 7700 900123", true);
    row("'=1", true);
    row("''=1", true);
    row("' =1", true);
    row("'\"=1", true);
    row("-", true);
    row("'-", true);
}

void tst_csv::guardAndBack()
{
    QFETCH(QString, text);
    QFETCH(bool, isGuarded);
    const std::string words = text.toStdString();
    QCOMPARE(guarded(words), (isGuarded ? "'" : "") + words);
    QCOMPARE(std::string(unguarded(guarded(words))), words);
    QCOMPARE(throughCsv(words), words);
}

void tst_csv::attack126_refusedOrRowErrors_data()
{
    QTest::addColumn<std::string>("text");
    QTest::addColumn<QString>("answer"); // of the first row
    const auto row = [](const char *name, std::string text, const char *answer) {
        QTest::newRow(name) << std::move(text) << QString::fromLatin1(answer);
    };
    row("a million columns", std::string(1'000'000, ','), "fault too_large");
    row("a million quoted columns", [] {
        std::string text;
        for (int i = 0; i < 1'000'000; ++i)
            text += "\"x\",";
        return text;
    }(), "fault too_large");
    row("unclosed quote to the end", "a,\"" + std::string(19 << 20, 'b') + "\n,", "refused malformed unclosed quote in row 1");
    row("unclosed quote in row 2", "a,b\n\"c,d\n", "refused malformed unclosed quote in row 2");
    row("mixed line endings", "a\r\nb\nc\r\r\n\n", "a");
    row("UTF-16, little end first", std::string("\xff\xfe" "a\0,\0", 6), "refused unsupported UTF-16");
    row("UTF-16, big end first", std::string("\xfe\xff\0a\0,", 6), "refused unsupported UTF-16");
    row("UTF-16 without a mark", std::string("a\0,\0", 4), "refused malformed NUL");
    row("byte order mark alone", "\xef\xbb\xbf", "");
    row("NUL", std::string("a,\0b", 4), "refused malformed NUL");
    row("Latin-1", "caf\xe9", "refused malformed not UTF-8");
    row("overlong", "\xc0\xaf", "refused malformed not UTF-8");
    row("surrogate", "\xed\xa0\x80", "refused malformed not UTF-8");
    row("50,001 rows and a header", [] {
        std::string text;
        for (int i = 0; i < 50'002; ++i)
            text += "a,b\n";
        return text;
    }(), "refused too_large rows");
    row("20 MiB of line breaks", std::string(20 << 20, '\n'), "");
    row("20 MiB of quotes", std::string(20 << 20, '"'), "fault too_long");
    row("20 MiB and one", std::string((20 << 20) + 1, 'a'), "refused too_large file");
    row("one cell of 20 MiB", std::string(20 << 20, 'a'), "fault too_long");
}

void tst_csv::attack126_refusedOrRowErrors()
{
    QFETCH(std::string, text);
    QFETCH(QString, answer);
    const Reading whole = read(text);
    const Rows &rows = whole.rows;
    std::string first;
    for (std::size_t i = 0; !rows.empty() && i < rows[0].size(); ++i)
        first += (i > 0 ? " " : "") + rows[0][i];
    QCOMPARE(first, answer.toStdString());
    QVERIFY(whole.kibibytes < 64 * 1024);
    // Four times as much takes four times as long, not sixteen; what is done at once is too short to compare.
    const double quarter = read(text.substr(0, text.size() / 4)).seconds;
    QVERIFY2(whole.seconds < 0.25 || whole.seconds < 9 * quarter,
             qPrintable(QStringLiteral("%1 s, a quarter of it %2 s").arg(whole.seconds).arg(quarter)));
}

void tst_csv::attack127_formulasBecomeText_data()
{
    QTest::addColumn<QString>("text");
    const auto row = [](const char *text) { QTest::newRow(text) << QString::fromUtf8(text); };
    for (const char *formula : {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "|calc", "%0a=1", "=HYPERLINK(\"http://x\")",
                                "=cmd|' /C calc'!A0", "＝1", "＋1", "－1", "＠x", "｜x", "％x"})
        row(formula);
    for (const char *hidden : {" =1", "\"=1", "'=1", "  \" =1", "\u00a0=1", "\ufeff=1", "\u200b=1", "\u200b\u00a0=1", "\u2060=1",
                               "\u3000＝1", "\u201c=1", "\u202e=1", "\u00ad=1", "`=1", "\u2003-1"})
        row(hidden);
    // A control character in front is dropped, and what is left is looked at.
    row("\x01=1");
    row("\x7f+1");
}

void tst_csv::attack127_formulasBecomeText()
{
    QFETCH(QString, text);
    const std::string words = text.toStdString();
    const std::string line = written({words});
    // Quoted, and a spreadsheet takes the apostrophe for "this is text".
    QVERIFY2(line.starts_with("\"'") && line.ends_with("\"\r\n"), line.c_str());
    const bool hasControl = words.front() == '\x01' || words.front() == '\x7f';
    QCOMPARE(throughCsv(words), hasControl ? words.substr(1) : words);
}

void tst_csv::anyTextComesBack()
{
    const char *const pieces[] = {"'", "=", "+", "-", "@", " ", "\t", "\n", "\r", "\"", ",", ";", "\\", "a", "é", "ش", "＝",
                                  "\u00a0", "\ufeff", "\u200b", "😀", "|", "%"};
    test::SeededRandom random(126);
    for (int round = 0; round < 20'000; ++round) {
        std::string text;
        for (std::uint64_t left = random.below(8); left > 0; --left)
            text += pieces[random.below(std::size(pieces))];
        const std::string line = written({text, "b"});
        const Rows rows = rowsOf(line);
        QVERIFY2(rows.size() == 1 && rows[0].size() == 2, line.c_str());
        QCOMPARE(std::string(unguarded(rows[0][0])), text);
        QCOMPARE(rows[0][1], "b");
    }
}

void tst_csv::anyOctetsAreAnswered()
{
    test::SeededRandom random(127);
    const char alphabet[] = {',', '"', '\n', '\r', 'a', '\'', '=', '\0', '\xef', '\xbb', '\xbf', '\xff'};
    for (int round = 0; round < 20'000; ++round) {
        std::string text;
        for (std::uint64_t left = random.below(24); left > 0; --left)
            text += alphabet[random.below(random.below(4) == 0 ? std::size(alphabet) : 7)];
        for (const auto &cells : rowsOf(text, {.octets = 20, .rows = 3, .columns = 3, .cellOctets = 4}))
            QVERIFY(cells.size() <= 3);
    }
}

QTEST_APPLESS_MAIN(tst_csv)
#include "tst_csv.moc"
