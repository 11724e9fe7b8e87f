#include <QTest>

#include "core/catalogue/catalogue.h"
#include "core/support/ids.h"

using namespace ourtable;
using namespace ourtable::catalogue;

namespace {

Result<Value> checked(const char *kind, const char *field, const Value &typed, bool acceptRetired = false)
{
    const Kind *found = Catalogue::builtIn().kind(std::string_view(kind));
    return checkedValue(*found, *found->field(std::string_view(field)), typed, acceptRetired);
}

ErrorCode refusal(const char *kind, const char *field, const Value &typed)
{
    const auto result = checked(kind, field, typed);
    return result ? ErrorCode::Internal : result.error().code;
}

Value mapOf(std::initializer_list<std::pair<const char *, Value>> entries)
{
    Value map = Value::emptyMap();
    for (const auto &[key, value] : entries)
        map.set(key, value);
    return map;
}

std::string repeated(std::string_view text, int times)
{
    std::string made;
    for (int i = 0; i < times; ++i)
        made += text;
    return made;
}

} // namespace

class tst_values : public QObject {
    Q_OBJECT

private slots:
    void J1_15_anyScriptIsKeptAsWritten_data();
    void J1_15_anyScriptIsKeptAsWritten();
    void limitsCountCharacters();
    void oneLineTextsLoseDisguises();
    void whatIsEmptyIsRefused();
    void wrongShapes_data();
    void wrongShapes();
    void rightShapes_data();
    void rightShapes();
    void codes();
    void elementsOfLists();
    void maps();
    void theErrorNamesKindAndFieldOnly();
};

void tst_values::J1_15_anyScriptIsKeptAsWritten_data()
{
    QTest::addColumn<QByteArray>("typed");
    QTest::newRow("polish") << QByteArray("Zażółć gęślą jaźń");
    QTest::newRow("somali") << QByteArray("Waxaan rabaa in la i dhageysto");
    QTest::newRow("arabic") << QByteArray("أريد أن يستمع إليّ أحد");
    QTest::newRow("emoji") << QByteArray("Tea \xe2\x98\x95 and \xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x91\xa7");
    QTest::newRow("combining marks") << QByteArray("e\xcc\x81te\xcc\x81");
    QTest::newRow("line breaks") << QByteArray("First line\n\n\tthen this");
}

void tst_values::J1_15_anyScriptIsKeptAsWritten()
{
    QFETCH(QByteArray, typed);
    const auto kept = checked("contribution", "text", typed.toStdString());
    QVERIFY(kept.ok());
    QCOMPARE(QByteArray::fromStdString(*kept->text()), typed);
}

void tst_values::limitsCountCharacters()
{
    QVERIFY(checked("contribution", "text", repeated("\xd8\xa3", 500)).ok());
    QCOMPARE(refusal("contribution", "text", repeated("\xd8\xa3", 501)), ErrorCode::TooLong);
    QVERIFY(checked("gathering", "title", repeated("a", 80)).ok());
    QCOMPARE(refusal("gathering", "title", repeated("a", 81)), ErrorCode::TooLong);
    QCOMPARE(refusal("agreement", "ground_rules", repeated("a", 91)), ErrorCode::TooLong);
}

void tst_values::oneLineTextsLoseDisguises()
{
    const auto title = checked("gathering", "title", " Money\tworries\xe2\x80\xae \x01");
    QVERIFY(title.ok());
    QCOMPARE(*title->text(), std::string("Money worries"));
}

void tst_values::whatIsEmptyIsRefused()
{
    for (const char *empty : {"", "   ", "\n\t"}) {
        QCOMPARE(refusal("contribution", "text", empty), ErrorCode::InvalidInput);
        QCOMPARE(refusal("gathering", "title", empty), ErrorCode::InvalidInput);
    }
    QCOMPARE(refusal("reflection", "five_ps", Value::emptyMap()), ErrorCode::InvalidInput);
}

void tst_values::wrongShapes_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<int>("sample");
    const char *fields[] = {"contribution.text",  "contribution.kind",    "contribution.theme",    "contribution.gathering",
                            "gathering.date",     "gathering.start",      "monthly_figure.month",  "device.last_sync",
                            "risk.likelihood",    "gathering.notes_explained", "contribution.echoes", "reflection.five_ps",
                            "reflection.power_noticed", "agreement.outcomes", "nomination.interests"};
    for (const char *field : fields)
        for (int sample = 0; sample < 8; ++sample)
            QTest::addRow("%s %d", field, sample) << QString::fromLatin1(field) << sample;
}

// None of these is a value of any of those fields.
void tst_values::wrongShapes()
{
    QFETCH(QString, field);
    QFETCH(int, sample);
    const Value samples[] = {Value(),
                             Value(std::int64_t{1} << 60),
                             Value("\xff\xfe"),
                             Value(std::string("a\0b", 3)),
                             Value(Bytes(15)),
                             Value(ValueArray{Value("a")}),
                             mapOf({{"nothing", "known"}}),
                             Value(Bytes(0))};
    const QString kind = field.section(QLatin1Char('.'), 0, 0), name = field.section(QLatin1Char('.'), 1);
    const auto result = checked(qPrintable(kind), qPrintable(name), samples[sample]);
    QVERIFY(!result.ok());
    QCOMPARE(QString::fromStdString(result.error().detail), field);
}

void tst_values::rightShapes_data()
{
    QTest::addColumn<int>("right"); // which of the samples fits; no other does
    QTest::newRow("gathering.date") << 0;
    QTest::newRow("gathering.start") << 2;
    QTest::newRow("monthly_figure.month") << 4;
    QTest::newRow("risk.impact") << 6;
    QTest::newRow("gathering.notes_explained") << 8;
}

void tst_values::rightShapes()
{
    QFETCH(int, right);
    const Value samples[] = {"2026-11-12", "2026-02-30", "08:30", "24:00", "2026-11", "2026-13", 5, 0, true};
    const QString field = QString::fromLatin1(QTest::currentDataTag());
    const QString kind = field.section(QLatin1Char('.'), 0, 0), name = field.section(QLatin1Char('.'), 1);
    for (int i = 0; i < int(std::size(samples)); ++i) {
        const auto result = checked(qPrintable(kind), qPrintable(name), samples[i]);
        QCOMPARE(result.ok(), i == right);
        QVERIFY(!result.ok() || *result == samples[i]);
    }
}

void tst_values::codes()
{
    QVERIFY(checked("contribution", "theme", "housing").ok());
    QCOMPARE(refusal("contribution", "theme", "Housing"), ErrorCode::UnknownCode);
    // A field may take a part of its vocabulary: what belongs to a stricter circle has a kind of its own there.
    QVERIFY(checked("consent", "about", "group_notes").ok());
    QCOMPARE(refusal("consent", "about", "support_note"), ErrorCode::UnknownCode);
    QVERIFY(checked("support_consent", "about", "support_note").ok());
    QCOMPARE(refusal("access_needs", "share_with", "coordinator"), ErrorCode::UnknownCode);
}

void tst_values::elementsOfLists()
{
    const auto noticed = checked("reflection", "power_noticed", mapOf({{"dimension", "race"}, {"note", " One voice \t"}}));
    QVERIFY(noticed.ok());
    QCOMPARE(*noticed->find("note")->text(), std::string("One voice"));
    QVERIFY(checked("reflection", "power_noticed", mapOf({{"dimension", "race"}})).ok());
    QCOMPARE(refusal("reflection", "power_noticed", mapOf({{"note", "no dimension"}})), ErrorCode::RequiredMissing);
    QCOMPARE(refusal("reflection", "power_noticed", mapOf({{"dimension", "money"}})), ErrorCode::UnknownCode);
    QCOMPARE(refusal("reflection", "power_noticed", mapOf({{"dimension", "race"}, {"who", "x"}})), ErrorCode::InvalidInput);
    QVERIFY(checked("involvement_claim", "items", mapOf({{"type", "travel"}, {"amount", 350}, {"receipt", false}})).ok());
    QCOMPARE(refusal("involvement_claim", "items", mapOf({{"type", "travel"}, {"amount", -1}})), ErrorCode::InvalidInput);
    QVERIFY(checked("agreement", "outcomes", "People recover and stay well").ok());
}

void tst_values::maps()
{
    QVERIFY(checked("reflection", "five_ps", mapOf({{"people", 5}, {"power", 1}})).ok());
    QCOMPARE(refusal("reflection", "five_ps", mapOf({{"people", 6}})), ErrorCode::InvalidInput);
    QCOMPARE(refusal("reflection", "five_ps", mapOf({{"price", 3}})), ErrorCode::UnknownCode);
    QVERIFY(checked("activity_review", "shift_ratings", mapOf({{"blank_sheet", 0}})).ok());
}

void tst_values::theErrorNamesKindAndFieldOnly()
{
    const auto result = checked("contribution", "text", repeated("secret ", 200));
    QCOMPARE(result.error(), (Error{ErrorCode::TooLong, "contribution.text"}));
}

QTEST_APPLESS_MAIN(tst_values)
#include "tst_values.moc"
