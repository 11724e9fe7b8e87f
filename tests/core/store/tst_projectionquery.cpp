// Lists, counts and links out of the projection.

#include <QTest>
#include <algorithm>

#include "core/store/projection.h"
#include "tests/core/store/projectionstates.h"

using namespace ourtable;
using namespace ourtable::store;
using namespace ourtable::test;

namespace {

using Numbers = std::vector<std::uint64_t>;

const catalogue::KindNumber kNote = kindCalled("contribution").number;

catalogue::FieldNumber ofNote(std::string_view field) { return fieldOf("contribution", field); }

// Twenty notes at four breakfasts; note i was made at clock 100 - i.
Projection twentyNotes()
{
    Projection projection = Projection::create(catalogue::Catalogue::builtIn()).value();
    for (std::uint64_t i = 0; i < 20; ++i) {
        State state = note(i % 2 ? "We need a bus" : "A café is too loud", 100 - i);
        state.with("gathering", recordNumber(100 + i % 4)).with("order", static_cast<int>(i)).with("kind", i < 15 ? "idea" : "need");
        if (i % 5 == 0)
            state.with("theme", ValueArray{"transport", i % 2 ? "money" : "housing"});
        if (i % 3 == 0)
            state.with("withdrawn_on", i < 10 ? "2026-11-20" : "2026-11-22");
        if (i % 6 == 0)
            state.with("became", ValueArray{recordNumber(200)}).with("could_identify", i == 12);
        (void)projection.put(recordNumber(i), state).ok();
    }
    return projection;
}

// Their numbers, in the order found; 999 for a stranger, 998 for a refusal.
Numbers numbersOf(const Result<std::vector<RecordView>> &found)
{
    if (!found.ok())
        return {998};
    Numbers numbers;
    for (const RecordView &view : *found) {
        std::uint64_t number = 0;
        while (number < 999 && recordNumber(number) != view.id)
            ++number;
        numbers.push_back(number);
    }
    return numbers;
}

// The same of what list() gives; 997 when a clock is not that of the record.
Numbers listed(Projection &projection, const Query &query)
{
    const Result<std::vector<RecordKey>> keys = projection.list(query);
    if (!keys.ok())
        return {998};
    std::vector<RecordView> views;
    for (const RecordKey &key : *keys) {
        views.push_back(projection.get(key.id).value().value());
        if (views.back().updatedClock != key.updatedClock)
            return {997};
    }
    return numbersOf(views);
}

Numbers sorted(Numbers numbers)
{
    std::ranges::sort(numbers);
    return numbers;
}

Query notesWhere(std::string_view field, Comparison comparison, Value value)
{
    return {.kind = kNote, .filters = {{ofNote(field), comparison, std::move(value)}}};
}

} // namespace

class TestProjectionQuery : public QObject {
    Q_OBJECT
private slots:
    void filters_data();
    void filters();
    void refusedQuestions_data();
    void refusedQuestions();
    void pagesPartAndMeet_data();
    void pagesPartAndMeet();
    void equalOnesComeInTheSameOrderEverywhere();
    void pagesGoOnAfterARecordThatWasRemoved();
    void hiddenAndErasedOnlyWhenAskedFor();
    void filtersByState();
    void countsByValueAndElement();
    void referringLooksIntoEveryField();
    void manyValuesInOneQuestion();
    void nothingButTheRecordsNamed();
};

void TestProjectionQuery::filters_data()
{
    QTest::addColumn<QByteArray>("field");
    QTest::addColumn<int>("comparison");
    QTest::addColumn<int>("value");
    QTest::addColumn<int>("found");
    const auto row = [](const char *name, const char *field, Comparison comparison, int value, int found) {
        QTest::newRow(name) << QByteArray(field) << static_cast<int>(comparison) << value << found;
    };
    row("choice", "kind", Comparison::Equal, 0, 15);
    row("one of two codes", "kind", Comparison::In, 1, 20);
    row("one of no codes", "kind", Comparison::In, 2, 0);
    row("reference", "gathering", Comparison::Equal, 3, 5);
    row("before a number", "order", Comparison::Before, 4, 7);
    row("after a number", "order", Comparison::After, 4, 12);
    row("before a date", "withdrawn_on", Comparison::Before, 5, 4);
    row("part of a text", "text", Comparison::Contains, 6, 10);
    row("has no date", "withdrawn_on", Comparison::IsEmpty, 7, 13);
    row("has a date", "withdrawn_on", Comparison::IsEmpty, 8, 7);
    row("set holds", "theme", Comparison::Contains, 9, 4);
    row("set is", "theme", Comparison::Equal, 9, 4);
    row("set holds one of", "theme", Comparison::In, 10, 4);
    row("set holds none of none", "theme", Comparison::In, 2, 0);
    row("set is empty", "theme", Comparison::IsEmpty, 7, 16);
    row("set has some", "theme", Comparison::IsEmpty, 8, 4);
    row("set of references holds", "became", Comparison::Contains, 11, 4);
    row("yes", "could_identify", Comparison::Equal, 12, 1);
}

void TestProjectionQuery::filters()
{
    QFETCH(QByteArray, field);
    QFETCH(int, comparison);
    QFETCH(int, value);
    QFETCH(int, found);
    const std::vector<Value> values = {
        "idea", ValueArray{"idea", "need"}, ValueArray{}, recordNumber(101), 7, "2026-11-21", "bus", Value(), false,
        "transport", ValueArray{"money", "housing", "carers"}, recordNumber(200), true,
    };
    Projection projection = twentyNotes();
    const Query query = notesWhere(field.toStdString(), static_cast<Comparison>(comparison), values[static_cast<std::size_t>(value)]);
    QCOMPARE(numbersOf(projection.find(query)).size(), static_cast<std::size_t>(found));
    QCOMPARE(listed(projection, query), numbersOf(projection.find(query)));
    QCOMPARE(projection.count(query).value(), found);
}

void TestProjectionQuery::refusedQuestions_data()
{
    QTest::addColumn<int>("question");
    QTest::addColumn<int>("code");
    const auto row = [](const char *name, int question, ErrorCode code) {
        QTest::newRow(name) << question << static_cast<int>(code);
    };
    row("kind unknown", 0, ErrorCode::UnknownKind);
    row("kind never projected", 1, ErrorCode::UnknownKind);
    row("field unknown", 2, ErrorCode::UnknownField);
    row("text for a number", 3, ErrorCode::InvalidInput);
    row("order by a set", 4, ErrorCode::InvalidInput);
    row("before for a set", 5, ErrorCode::InvalidInput);
    row("in without a list", 6, ErrorCode::InvalidInput);
    row("in with too long a list", 7, ErrorCode::InvalidInput);
    row("after a stranger", 8, ErrorCode::NotFound);
    row("equal to nothing", 9, ErrorCode::InvalidInput);
}

void TestProjectionQuery::refusedQuestions()
{
    QFETCH(int, question);
    QFETCH(int, code);
    Projection projection = twentyNotes();
    const std::vector<Query> questions = {
        {.kind = 60'000},
        {.kind = kindCalled("equality_return").number},
        {.kind = kNote, .filters = {{4'000, Comparison::Equal, 1}}},
        notesWhere("order", Comparison::Equal, "1 OR 1=1"),
        {.kind = kNote, .orderBy = OrderBy::Field, .orderField = ofNote("theme")},
        notesWhere("theme", Comparison::Before, "money"),
        notesWhere("kind", Comparison::In, "idea"),
        notesWhere("kind", Comparison::In, ValueArray(300, Value("idea"))),
        {.kind = kNote, .after = recordNumber(777)},
        notesWhere("kind", Comparison::Equal, Value()),
    };
    const auto found = projection.find(questions[static_cast<std::size_t>(question)]);
    QVERIFY(!found.ok());
    QCOMPARE(static_cast<int>(found.error().code), code);
}

void TestProjectionQuery::pagesPartAndMeet_data()
{
    QTest::addColumn<int>("orderBy");
    QTest::addColumn<QByteArray>("field");
    QTest::addColumn<bool>("descending");
    for (const bool descending : {false, true}) {
        const char *way = descending ? "descending" : "ascending";
        QTest::addRow("created, %s", way) << static_cast<int>(OrderBy::Created) << QByteArray() << descending;
        QTest::addRow("updated, %s", way) << static_cast<int>(OrderBy::Updated) << QByteArray() << descending;
        QTest::addRow("a number, %s", way) << static_cast<int>(OrderBy::Field) << QByteArray("order") << descending;
        QTest::addRow("a date that some lack, %s", way) << static_cast<int>(OrderBy::Field) << QByteArray("withdrawn_on") << descending;
        QTest::addRow("few texts, %s", way) << static_cast<int>(OrderBy::Field) << QByteArray("kind") << descending;
        QTest::addRow("nothing that any has, %s", way) << static_cast<int>(OrderBy::Field) << QByteArray("language") << descending;
    }
}

void TestProjectionQuery::pagesPartAndMeet()
{
    QFETCH(int, orderBy);
    QFETCH(QByteArray, field);
    QFETCH(bool, descending);
    Projection projection = twentyNotes();
    Query query{.kind = kNote, .orderBy = static_cast<OrderBy>(orderBy), .descending = descending};
    if (!field.isEmpty())
        query.orderField = ofNote(field.toStdString());
    const Numbers whole = numbersOf(projection.find(query));
    QCOMPARE(whole.size(), std::size_t{20});
    query.limit = 0;
    QCOMPARE(listed(projection, query), whole);

    Numbers paged;
    query.limit = 3;
    for (;;) {
        const auto page = projection.find(query).value();
        if (page.empty())
            break;
        for (const std::uint64_t number : numbersOf(page))
            paged.push_back(number);
        query.after = page.back().id;
        QCOMPARE(listed(projection, query), numbersOf(projection.find(query)));
    }
    QCOMPARE(paged, whole);
    query.descending = !descending;
    query.after.reset();
    query.limit = 20;
    Numbers back = numbersOf(projection.find(query));
    std::ranges::reverse(back);
    QCOMPARE(back, whole);
    if (query.orderBy == OrderBy::Created || field == "order")
        QCOMPARE(whole.front(), (query.orderBy == OrderBy::Created) == descending ? std::uint64_t{0} : std::uint64_t{19});
}

void TestProjectionQuery::equalOnesComeInTheSameOrderEverywhere()
{
    Projection forward = Projection::create(catalogue::Catalogue::builtIn()).value();
    Projection backward = Projection::create(catalogue::Catalogue::builtIn()).value();
    for (std::uint64_t i = 0; i < 30; ++i) {
        QVERIFY(forward.put(recordNumber(i), note("same")).ok());
        QVERIFY(backward.put(recordNumber(29 - i), note("same")).ok());
    }
    const Query query{.kind = kNote};
    QCOMPARE(numbersOf(forward.find(query)), numbersOf(backward.find(query)));
}

void TestProjectionQuery::pagesGoOnAfterARecordThatWasRemoved()
{
    Projection projection = twentyNotes();
    Query query{.kind = kNote, .descending = true, .limit = 5};
    query.after = recordNumber(4);
    QVERIFY(projection.put(recordNumber(4), note("", 96).hidden()).ok());
    QCOMPARE(numbersOf(projection.find(query)), (Numbers{5, 6, 7, 8, 9}));
}

void TestProjectionQuery::hiddenAndErasedOnlyWhenAskedFor()
{
    Projection projection = twentyNotes();
    QVERIFY(projection.put(recordNumber(1), note("", 99).hidden()).ok());
    QVERIFY(projection.put(recordNumber(2), note("", 98).erased()).ok());
    QCOMPARE(projection.count({.kind = kNote}).value(), 18);
    QCOMPARE(projection.count({.kind = kNote, .includeHidden = true}).value(), 19);
    QCOMPARE(projection.count({.kind = kNote, .includeErased = true}).value(), 19);
    const auto all = projection.find({.kind = kNote, .includeHidden = true, .includeErased = true}).value();
    QCOMPARE(all.size(), std::size_t{20});
    QCOMPARE(std::ranges::count_if(all, &RecordView::hidden), 1);
    QCOMPARE(std::ranges::count_if(all, &RecordView::erased), 1);
}

void TestProjectionQuery::filtersByState()
{
    Projection projection = twentyNotes();
    QVERIFY(projection.put(recordNumber(3), note("checked one").in("checked")).ok());
    const Query query{.kind = kNote, .filters = {{catalogue::kStateField, Comparison::Equal, "checked"}}};
    QCOMPARE(numbersOf(projection.find(query)), Numbers{3});
    const auto counts = projection.countBy({.kind = kNote}, catalogue::kStateField).value();
    QCOMPARE(counts.size(), std::size_t{2});
    QVERIFY(counts[0].value == Value("checked") && counts[0].records == 1);
    QVERIFY(counts[1].value == Value("noted") && counts[1].records == 19);
}

void TestProjectionQuery::countsByValueAndElement()
{
    Projection projection = twentyNotes();
    const auto kinds = projection.countBy({.kind = kNote}, ofNote("kind")).value();
    QCOMPARE(kinds.size(), std::size_t{2});
    QVERIFY(kinds[0].value == Value("idea") && kinds[0].records == 15);
    const auto dates = projection.countBy({.kind = kNote}, ofNote("withdrawn_on")).value();
    QVERIFY(dates[0].value.isNull() && dates[0].records == 13);
    const auto themes = projection.countBy({.kind = kNote}, ofNote("theme")).value();
    QCOMPARE(themes.size(), std::size_t{3});
    QVERIFY(themes[2].value == Value("transport") && themes[2].records == 4);
    const auto became = projection.countBy({.kind = kNote}, ofNote("became")).value();
    QCOMPARE(became.size(), std::size_t{1});
    QVERIFY(became[0].value == Value(recordNumber(200)) && became[0].records == 4);
    const auto filtered = projection.countBy(notesWhere("kind", Comparison::Equal, "need"), ofNote("theme")).value();
    QVERIFY(filtered.back().value == Value("transport") && filtered.back().records == 1);
}

void TestProjectionQuery::referringLooksIntoEveryField()
{
    Projection projection = twentyNotes();
    QCOMPARE(projection.referring(recordNumber(102), kNote).value().size(), std::size_t{5});
    const auto became = projection.referring(recordNumber(200), kNote).value();
    QCOMPARE(became, (std::vector{recordNumber(18), recordNumber(12), recordNumber(6), recordNumber(0)}));
    QVERIFY(projection.put(recordNumber(6), note("", 94).hidden()).ok());
    QCOMPARE(projection.referring(recordNumber(200), kNote).value().size(), std::size_t{3});
    QCOMPARE(projection.referring(recordNumber(200), kindCalled("person").number).value().size(), std::size_t{0});
}

void TestProjectionQuery::manyValuesInOneQuestion()
{
    Projection projection = twentyNotes();
    for (const int count : {1, 2, 3, 5, 100, 256}) {
        ValueArray orders;
        for (int i = 0; i < count; ++i)
            orders.push_back(i + 10);
        const auto found = sorted(numbersOf(projection.find(notesWhere("order", Comparison::In, orders))));
        QCOMPARE(found.size(), static_cast<std::size_t>(std::min(count, 10)));
        QCOMPARE(found.front(), std::uint64_t{10});
    }
}

void TestProjectionQuery::nothingButTheRecordsNamed()
{
    Projection projection = twentyNotes();
    Query query{.kind = kNote, .among = {{recordNumber(3), recordNumber(12), recordNumber(7), recordNumber(200)}}};
    QCOMPARE(listed(projection, query), (Numbers{12, 7, 3})); // in the order of the question, note 19 being the oldest
    query.orderBy = OrderBy::Field;
    query.orderField = ofNote("withdrawn_on");
    QCOMPARE(listed(projection, query).size(), std::size_t{3}); // with and without the value
    query.filters.push_back({ofNote("kind"), Comparison::Equal, "idea"});
    QCOMPARE(projection.count(query).value(), std::int64_t{3});
    query.among->clear();
    QVERIFY(listed(projection, query).empty());
    query.among->assign(kMostAmong + 1, recordNumber(3));
    QCOMPARE(listed(projection, query), Numbers{998});
    query.among->resize(kMostAmong);
    QCOMPARE(listed(projection, query), Numbers{3});
}

QTEST_GUILESS_MAIN(TestProjectionQuery)
#include "tst_projectionquery.moc"
