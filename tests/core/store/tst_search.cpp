// What a person types in the search box, and nothing but words (attack 128).

#include <QTest>
#include <algorithm>
#include <set>

#include "core/store/projectionwords.h"
#include "core/store/search.h"
#include "tests/core/store/projectionstates.h"

using namespace ourtable;
using namespace ourtable::store;
using namespace ourtable::test;

namespace {

Projection fresh() { return Projection::create(catalogue::Catalogue::builtIn()).value(); }

// -1 for an error.
int hitsOf(Projection &projection, std::string_view typed)
{
    const auto hits = Search(projection).find(typed);
    return hits.ok() ? static_cast<int>(hits->size()) : -1;
}

std::string utf8(char32_t scalar)
{
    return QString::fromUcs4(&scalar, 1).toStdString();
}

} // namespace

class TestSearch : public QObject {
    Q_OBJECT
private slots:
    void findsWordsOfManyScripts_data();
    void findsWordsOfManyScripts();
    void attack128_operatorsAreWords_data();
    void attack128_operatorsAreWords();
    void attack128_everyCharacterIsSafe();
    void brokenTextIsRefused();
    void wholeWordsComeFirstThenNewest();
    void limitsHold();
    void onlyTheKindsAskedFor();
    void allSearchedFieldsAndNoOthers();
    void followsEditsRemovalsAndErasures();
    void wordsThatWaitAreFoundOnceIndexed();
};

void TestSearch::findsWordsOfManyScripts_data()
{
    QTest::addColumn<QByteArray>("written");
    QTest::addColumn<QByteArray>("typed");
    QTest::addColumn<bool>("found");
    const auto row = [](const char *name, const char *written, const char *typed, bool found) {
        QTest::newRow(name) << QByteArray(written) << QByteArray(typed) << found;
    };
    row("beginning", "The transport is late", "trans", true);
    row("middle of a word", "The transport is late", "port", false);
    row("capitals", "The transport is late", "TRANSPORT", true);
    row("all words, any order", "The transport is late", "late transp", true);
    row("one word missing", "The transport is late", "late bus", false);
    row("one letter", "The transport is late", "t", true);
    row("accents typed plainly", "Café zoë", "cafe zoe", true);
    row("plain text, accents typed", "Cafe", "café", true);
    row("composed against combining", "cafe\xcc\x81", "café", true);
    row("Polish", "Zażółć gęślą jaźń", "gęślą", true);
    row("Somali", "Waxaan u baahanahay", "baahan", true);
    row("Arabic", "نحتاج إلى حافلة", "حافلة", true);
    row("Arabic before its comma", "المقهى، شكرا", "المقهى", true);
    row("Hindi with vowel signs", "मुझे हिन्दी चाहिए।", "हिन्दी", true);
    row("Hindi before its full stop", "मुझे हिन्दी चाहिए।", "चाहिए", true);
    row("emoji", "tea ☕ please", "☕", true);
    row("emoji with joiners", "thanks 👩🏽‍🍳", "👩🏽‍🍳", true);
    row("curly apostrophe", "they don\xe2\x80\x99t listen", "don't", true);
    row("curly quotes", "“listen” they said", "listen", true);
    row("dash between words", "tea—coffee", "coffee", true);
    row("hyphen", "well-being", "wellbeing", false);
    row("figures", "bus 42 at 10:30", "42 10:30", true);
}

void TestSearch::findsWordsOfManyScripts()
{
    QFETCH(QByteArray, written);
    QFETCH(QByteArray, typed);
    QFETCH(bool, found);
    Projection projection = fresh();
    QVERIFY(projection.put(recordNumber(1), note(written.toStdString())).ok());
    QCOMPARE(hitsOf(projection, typed.toStdString()), found ? 1 : 0);
}

void TestSearch::attack128_operatorsAreWords_data()
{
    QTest::addColumn<QByteArray>("typed");
    QTest::addColumn<int>("found");
    const auto row = [](const char *name, const QByteArray &typed, int found) { QTest::newRow(name) << typed << found; };
    row("quote", "\"", 0);
    row("open quote", "\"bus", 1);
    row("doubled quotes", "\"\"bus\"\"", 1);
    row("star", "*", 0);
    row("star before", "*bus", 1);
    row("brackets", "(bus", 1);
    row("NEAR", "NEAR(bus stop, 2)", 0);
    row("NOT", "NOT bus", 0);
    row("bus NOT stop", "bus NOT stop", 0);
    row("OR", "bus OR tram", 0);
    row("AND is a word like any", "bus AND stop", 1);
    row("minus", "-bus", 1);
    row("column filter", "text:bus", 0);
    row("column list", "{text words} : bus", 0);
    row("caret", "^bus", 1);
    row("plus", "bus + stop", 1);
    row("SQL", "'; DROP TABLE record; --", 0);
    row("union", "bus' UNION SELECT id FROM record --", 0);
    row("parameter", "?1 :a @b $c", 0);
    row("the mark of a kind", "\xee\x80\x80" "1", 0);
    row("nothing", "", 0);
    row("spaces", " \t\n ", 0);
    row("a mark alone", "\xcc\x81", 0);
    row("many words", QByteArray("bus ").repeated(5'000), 1);
    row("one long word", QByteArray("b").repeated(50'000), 0);
}

void TestSearch::attack128_operatorsAreWords()
{
    QFETCH(QByteArray, typed);
    QFETCH(int, found);
    Projection projection = fresh();
    QVERIFY(projection.put(recordNumber(1), note("the bus and its stop")).ok());
    QVERIFY(projection.put(recordNumber(2), note("a quiet room")).ok());
    QCOMPARE(hitsOf(projection, typed.toStdString()), found);
    QCOMPARE(hitsOf(projection, "room"), 1);
}

// The index cuts words where the search box cuts them, or FTS5 would refuse the word.
void TestSearch::attack128_everyCharacterIsSafe()
{
    Projection projection = fresh();
    std::vector<char32_t> scalars;
    for (char32_t scalar = 1; scalar < 0x3100; ++scalar)
        scalars.push_back(scalar);
    for (char32_t scalar = 0x3100; scalar < 0x110000; scalar += scalar >= 0xfe00 && scalar < 0x10000 ? 1 : 241)
        if (scalar < 0xd800 || scalar > 0xdfff)
            scalars.push_back(scalar);
    {
        Transaction batch = projection.begin().value();
        for (const char32_t scalar : scalars)
            QVERIFY(projection.put(recordNumber(scalar), note("xa" + utf8(scalar) + "zb " + std::to_string(scalar) + "q")).ok());
        QVERIFY(batch.commit().ok());
    }
    for (const char32_t scalar : scalars) {
        const int found = hitsOf(projection, "xa" + utf8(scalar) + "zb " + std::to_string(scalar) + "q");
        QVERIFY2(found == 1, QByteArray::number(static_cast<uint>(scalar), 16).constData());
        if (scalar < 0x400)
            QVERIFY2(hitsOf(projection, utf8(scalar)) >= 0, QByteArray::number(static_cast<uint>(scalar), 16).constData());
    }
}

void TestSearch::brokenTextIsRefused()
{
    Projection projection = fresh();
    for (const std::string_view typed : {"\xff", "\xc3", "\xed\xa0\x80", "a\xe2\x80"}) {
        const auto hits = Search(projection).find(typed);
        QVERIFY(!hits.ok());
        QCOMPARE(hits.error().code, ErrorCode::InvalidInput);
    }
    QCOMPARE(Search(projection).find(std::string_view("a\0b", 3)).error().code, ErrorCode::InvalidInput);
}

void TestSearch::wholeWordsComeFirstThenNewest()
{
    Projection projection = fresh();
    const char *texts[] = {"bus one", "busy two", "bus three", "busker four"};
    for (std::uint64_t i = 0; i < 4; ++i)
        QVERIFY(projection.put(recordNumber(i), note(texts[i], i)).ok());
    const auto hits = Search(projection).find("bus").value();
    std::vector<RecordId> ids;
    for (const SearchHit &hit : hits)
        ids.push_back(hit.id);
    QCOMPARE(ids, (std::vector{recordNumber(2), recordNumber(0), recordNumber(3), recordNumber(1)}));
}

void TestSearch::limitsHold()
{
    Projection projection = fresh();
    {
        Transaction batch = projection.begin().value();
        for (std::uint64_t i = 0; i < 700; ++i)
            QVERIFY(projection.put(recordNumber(i), note(i % 2 ? "bus" : "busy")).ok());
        QVERIFY(batch.commit().ok());
    }
    QCOMPARE(Search(projection).find("bus").value().size(), std::size_t{50});
    QCOMPARE(Search(projection).find("bus", {}, 0).value().size(), std::size_t{0});
    const auto most = Search(projection).find("bus", {}, 100'000).value();
    QCOMPARE(most.size(), kSearchHits);
    std::set<RecordId> different;
    for (const SearchHit &hit : most)
        different.insert(hit.id);
    QCOMPARE(different.size(), kSearchHits);
}

void TestSearch::onlyTheKindsAskedFor()
{
    Projection projection = fresh();
    QVERIFY(projection.put(recordNumber(1), note("harbour")).ok());
    QVERIFY(projection.put(recordNumber(2), State("person").with("name", "Harbour Amina")).ok());
    QVERIFY(projection.put(recordNumber(3), State("organisation").with("name", "Harbour café")).ok());
    const std::vector people{kindCalled("person").number};
    const auto hits = Search(projection).find("harb", people).value();
    QCOMPARE(hits, (std::vector{SearchHit{recordNumber(2), people[0]}}));
    const std::vector two{kindCalled("person").number, kindCalled("organisation").number};
    QCOMPARE(Search(projection).find("harb", two).value().size(), std::size_t{2});
    QCOMPARE(Search(projection).find("harb").value().size(), std::size_t{3});
    // A text cannot pretend to be of another kind.
    QVERIFY(projection.put(recordNumber(4), note(kindMark(people[0]) + " harbour")).ok());
    QCOMPARE(Search(projection).find("harb", people).value(), hits);
    QCOMPARE(Search(projection).find(kindMark(people[0]) + " amina").value().size(), std::size_t{0});
}

void TestSearch::allSearchedFieldsAndNoOthers()
{
    Projection projection = fresh();
    for (const catalogue::Kind &kind : catalogue::Catalogue::builtIn().kinds()) {
        State state(kind.name);
        for (const catalogue::Field &field : kind.fields)
            if (field.type == catalogue::FieldType::Text || field.type == catalogue::FieldType::LongText)
                state.with(field.name, Value(kind.name + "x" + field.name + "x"));
        QVERIFY(projection.put(recordNumber(kind.number), state).ok());
    }
    for (const catalogue::Kind &kind : catalogue::Catalogue::builtIn().kinds())
        for (const catalogue::Field &field : kind.fields) {
            const std::string typed = kind.name + "x" + field.name + "x";
            const bool searched = std::ranges::find(kind.searched, field.number) != kind.searched.end();
            QVERIFY2((hitsOf(projection, typed) > 0) == searched, typed.c_str());
        }
}

void TestSearch::followsEditsRemovalsAndErasures()
{
    Projection projection = fresh();
    QVERIFY(projection.put(recordNumber(1), note("old words")).ok());
    QVERIFY(projection.put(recordNumber(1), note("new words")).ok());
    QCOMPARE(hitsOf(projection, "old"), 0);
    QCOMPARE(hitsOf(projection, "new"), 1);
    QVERIFY(projection.put(recordNumber(1), note("new words").hidden()).ok());
    QCOMPARE(hitsOf(projection, "new"), 0);
    QVERIFY(projection.put(recordNumber(1), note("new words")).ok());
    QCOMPARE(hitsOf(projection, "new"), 1);
    QVERIFY(projection.put(recordNumber(1), note("new words").erased()).ok());
    QCOMPARE(hitsOf(projection, "words"), 0);
    QVERIFY(projection.scrub().ok());
    QCOMPARE(hitsOf(projection, "words"), 0);
}

void TestSearch::wordsThatWaitAreFoundOnceIndexed()
{
    Projection projection = fresh();
    for (std::uint64_t i = 0; i < 30; ++i)
        QVERIFY(projection.put(recordNumber(i), note("waiting " + std::to_string(i)), Words::Later).ok());
    // Changed, removed and new ones in between.
    QVERIFY(projection.put(recordNumber(3), note("changed"), Words::Later).ok());
    QVERIFY(projection.put(recordNumber(4), note("waiting").hidden(), Words::Later).ok());
    QVERIFY(projection.put(recordNumber(99), note("at once")).ok());
    QCOMPARE(hitsOf(projection, "waiting"), 0);
    QCOMPARE(hitsOf(projection, "once"), 1);
    QCOMPARE(projection.indexWords(20).value(), 9);
    QCOMPARE(projection.indexWords(20).value(), 0);
    QCOMPARE(hitsOf(projection, "waiting"), 28);
    QCOMPARE(hitsOf(projection, "changed"), 1);
    // Indexed once, not twice: taking a word out leaves nothing of it.
    QVERIFY(projection.put(recordNumber(3), note("changed again"), Words::Later).ok());
    QCOMPARE(hitsOf(projection, "changed"), 0);
    QCOMPARE(projection.indexWords(20).value(), 0);
    QCOMPARE(hitsOf(projection, "changed"), 1);
}

QTEST_GUILESS_MAIN(TestSearch)
#include "tst_search.moc"
