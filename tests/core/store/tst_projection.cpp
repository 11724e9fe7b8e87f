// What put() makes of a record, and what is left of one that was removed or taken back.

#include <QTest>
#include <algorithm>

#include "core/store/projection.h"
#include "tests/core/store/projectionstates.h"

using namespace ourtable;
using namespace ourtable::store;
using namespace ourtable::test;

namespace {

constexpr const char *kCanary = "zqxkanarienvogel";

Projection fresh() { return Projection::create(catalogue::Catalogue::builtIn()).value(); }

std::vector<catalogue::KindNumber> allKinds()
{
    std::vector<catalogue::KindNumber> kinds;
    for (const catalogue::Kind &kind : catalogue::Catalogue::builtIn().kinds())
        kinds.push_back(kind.number);
    return kinds;
}

Hash digestOf(Projection &projection) { return projection.digest(allKinds()).value(); }

bool imageHolds(Projection &projection, std::string_view words)
{
    const std::string_view image = textOf(projection.database().image().value());
    return image.find(words) != std::string_view::npos;
}

// A note with something in every type of field that a note has.
State fullNote(std::uint64_t number)
{
    State state = note("Note " + std::to_string(number) + " about the buses", 1000 + number);
    state.with("gathering", recordNumber(900'000 + number % 3)).with("table", 2).with("order", static_cast<int>(number));
    state.with("kind", "idea").with("theme", ValueArray{"transport", "money"}).with("echoes", 4);
    state.with("became", ValueArray{recordNumber(500'001), recordNumber(500'002)}).with("could_identify", false);
    state.with("withdrawn_on", "2026-11-22").with("source_id", "paper-7").twoVersions("kind");
    state.raw().sourceId = "paper-7";
    state.raw().imported = true;
    return state;
}

} // namespace

class TestProjection : public QObject {
    Q_OBJECT
private slots:
    void everyFieldComesBack();
    void everyProjectedKindHasATable();
    void J1_15_textOfManyScriptsRoundTrips_data();
    void J1_15_textOfManyScriptsRoundTrips();
    void structuresAndMapsComeBack();
    void putTwiceIsTheSameAsOnce();
    void aLaterStateReplacesAllOfTheEarlier();
    void aRecordCanChangeItsKind();
    void monitoringAndUnknownKindsLeaveNoTrace();
    void fieldsOfALaterVersionAreLeftOut();
    void aValueOfTheWrongTypeChangesNothing();
    void digestDoesNotDependOnOrder();
    void digestSeesEveryDifference_data();
    void digestSeesEveryDifference();
    void hiddenAndErasedLeaveNoText_data();
    void hiddenAndErasedLeaveNoText();
    void aNoteTakenBackAmongManyLeavesNoOctet();
    void aBatchIsThereOrNot();
    void highWaterGoesWithTheBatch();
    void schemaVersionFollowsTheOverlay();
};

void TestProjection::everyFieldComesBack()
{
    Projection projection = fresh();
    const State state = fullNote(1);
    QVERIFY(projection.put(recordNumber(1), state).ok());
    const RecordView view = projection.get(recordNumber(1)).value().value();
    const sync::RecordState &raw = state;
    QCOMPARE(view.state, std::string("noted"));
    for (const auto &[field, held] : raw.fields)
        if (field != catalogue::kStateField)
            QVERIFY2(view.field(field) == held.shown, std::to_string(field).c_str());
    QCOMPARE(view.fields.size(), raw.fields.size() - 1);
    QCOMPARE(view.twoVersions, std::vector{fieldOf("contribution", "kind")});
    QVERIFY(view.imported && !view.hidden && !view.erased && !view.hasForeign && !view.changedWhileHidden);
    QCOMPARE(view.sourceId, std::string("paper-7"));
    QCOMPARE(view.createdClock, std::uint64_t{1001});
    QVERIFY(view.createdBy == raw.createdBy && view.updatedBy == raw.updatedBy);
    QVERIFY(!projection.get(recordNumber(2)).value());
}

void TestProjection::everyProjectedKindHasATable()
{
    Projection projection = fresh();
    for (const catalogue::Kind &kind : catalogue::Catalogue::builtIn().kinds()) {
        const bool projected = catalogue::Catalogue::builtIn().circle(kind.circle)->projected;
        QCOMPARE(projection.schema().table(kind.number) != nullptr, projected);
        if (projected)
            QVERIFY2(projection.find({.kind = kind.number}).ok(), kind.name.c_str());
    }
}

void TestProjection::J1_15_textOfManyScriptsRoundTrips_data()
{
    QTest::addColumn<QByteArray>("words");
    QTest::newRow("Polish") << QByteArray("Zażółć gęślą jaźń, proszę o łóżko");
    QTest::newRow("Somali") << QByteArray("Waxaan u baahanahay bas ka dhow guriga");
    QTest::newRow("Arabic") << QByteArray("نحتاج إلى حافلة قريبة من المقهى، شكرًا");
    QTest::newRow("Hindi") << QByteArray("मुझे बस चाहिए।");
    QTest::newRow("emoji with joiners") << QByteArray("☕ 👩🏽‍🍳 🏳️‍🌈 tea for two");
    QTest::newRow("combining marks") << QByteArray("cafe\xcc\x81 a\xcc\x8a\xcc\xa3 \xcc\x81");
    QTest::newRow("spaces and lines") << QByteArray("  two  spaces,\n\ta tab\n\nan empty line  ");
    QTest::newRow("quotes and SQL") << QByteArray("'); DROP TABLE record;-- \"\\ %_ ?1 :x");
    QTest::newRow("500 of four octets") << QByteArray("😀").repeated(500);
}

void TestProjection::J1_15_textOfManyScriptsRoundTrips()
{
    QFETCH(QByteArray, words);
    Projection projection = fresh();
    const std::string_view text(words.constData(), static_cast<std::size_t>(words.size()));
    QVERIFY(projection.put(recordNumber(1), note(text)).ok());
    const RecordView view = projection.get(recordNumber(1)).value().value();
    QVERIFY(view.field(fieldOf("contribution", "text")) == Value(text));
    // And it can be taken out of the index again, to the octet.
    QVERIFY(projection.put(recordNumber(1), note("")).ok());
    QVERIFY(projection.database().execute("INSERT INTO words(words) VALUES('optimize')").ok());
    Statement left = projection.database().prepare("SELECT count(*) FROM words_data").value();
    QVERIFY(left.step().value());
    QCOMPARE(left.integer(0), 2); // the structure and the averages: no segment
}

void TestProjection::structuresAndMapsComeBack()
{
    Projection projection = fresh();
    Value scores = Value::emptyMap();
    scores.set("doing_with", 4);
    scores.set("equal_chairs", -2);
    Value item = Value::emptyMap();
    item.set("what", "bus fare");
    item.set("pence", 240);
    State review("activity_review");
    review.with("principle_ratings", scores).with("shift_ratings", Value::emptyMap());
    State claim("involvement_claim");
    claim.with("items", ValueArray{item, item});
    State agreement("agreement");
    agreement.with("ground_rules", ValueArray{"Listen first", "Listen first", ""});
    QVERIFY(projection.put(recordNumber(1), review).ok());
    QVERIFY(projection.put(recordNumber(2), claim).ok());
    QVERIFY(projection.put(recordNumber(3), agreement).ok());
    const auto field = [&](std::uint64_t record, std::string_view kind, std::string_view name) {
        return projection.get(recordNumber(record)).value().value().field(fieldOf(kind, name));
    };
    QVERIFY(field(1, "activity_review", "principle_ratings") == scores);
    QVERIFY(field(1, "activity_review", "shift_ratings") == Value::emptyMap());
    QVERIFY((field(2, "involvement_claim", "items") == Value(ValueArray{item, item})));
    QVERIFY((field(3, "agreement", "ground_rules") == Value(ValueArray{"Listen first", "Listen first", ""})));
}

void TestProjection::putTwiceIsTheSameAsOnce()
{
    Projection once = fresh();
    Projection twice = fresh();
    for (std::uint64_t i = 0; i < 50; ++i) {
        QVERIFY(once.put(recordNumber(i), fullNote(i)).ok());
        QVERIFY(twice.put(recordNumber(i), fullNote(i)).ok());
        QVERIFY(twice.put(recordNumber(i), fullNote(i)).ok());
    }
    QVERIFY(digestOf(once) == digestOf(twice));
    QVERIFY(once.database().image().value().size() == twice.database().image().value().size());
}

void TestProjection::aLaterStateReplacesAllOfTheEarlier()
{
    Projection edited = fresh();
    Projection direct = fresh();
    QVERIFY(edited.put(recordNumber(1), fullNote(1)).ok());
    QVERIFY(edited.put(recordNumber(1), note("short", 5)).ok());
    QVERIFY(direct.put(recordNumber(1), note("short", 5)).ok());
    QVERIFY(edited.get(recordNumber(1)).value() == direct.get(recordNumber(1)).value());
    QVERIFY(digestOf(edited) == digestOf(direct));
    QCOMPARE(edited.referring(recordNumber(500'001), kindCalled("contribution").number).value().size(), std::size_t{0});
}

void TestProjection::aRecordCanChangeItsKind()
{
    Projection projection = fresh();
    QVERIFY(projection.put(recordNumber(1), fullNote(1)).ok());
    State person("person");
    person.with("name", "Amina");
    QVERIFY(projection.put(recordNumber(1), person).ok());
    QCOMPARE(projection.count({.kind = kindCalled("contribution").number}).value(), 0);
    QCOMPARE(projection.count({.kind = kindCalled("person").number}).value(), 1);
}

void TestProjection::monitoringAndUnknownKindsLeaveNoTrace()
{
    Projection projection = fresh();
    const Hash empty = digestOf(projection);
    State answer("equality_return");
    answer.with("month", kCanary);
    QVERIFY(projection.put(recordNumber(1), answer).ok());
    State unknown = note(kCanary);
    unknown.raw().kind = 60'000;
    QVERIFY(projection.put(recordNumber(2), unknown).ok());
    QVERIFY(digestOf(projection) == empty);
    QVERIFY(!imageHolds(projection, kCanary));
    // A record that turns out to be of such a kind goes.
    QVERIFY(projection.put(recordNumber(3), note(kCanary)).ok());
    QVERIFY(projection.put(recordNumber(3), unknown).ok());
    QVERIFY(projection.scrub().ok());
    QVERIFY(digestOf(projection) == empty);
    QVERIFY(!imageHolds(projection, kCanary));
}

void TestProjection::fieldsOfALaterVersionAreLeftOut()
{
    Projection projection = fresh();
    State state = note("hello");
    const RecordId id = recordNumber(1);
    state.raw().fields[4'000].shown = Value("from the future");
    state.raw().fields[4'000].twoVersions = true;
    state.raw().hasForeign = true;
    QVERIFY(projection.put(id, state).ok());
    const RecordView view = projection.get(id).value().value();
    QVERIFY(view.hasForeign);
    QCOMPARE(view.fields.size(), std::size_t{1});
    QVERIFY(view.twoVersions.empty());
}

void TestProjection::aValueOfTheWrongTypeChangesNothing()
{
    Projection projection = fresh();
    QVERIFY(projection.put(recordNumber(1), note("before")).ok());
    const Hash before = digestOf(projection);
    {
        Transaction batch = projection.begin().value();
        State wrong = note("after");
        wrong.with("echoes", "four");
        QCOMPARE(projection.put(recordNumber(1), wrong).error(), (Error{ErrorCode::Malformed, "contribution.echoes"}));
        State wrongElement = note("after");
        wrongElement.with("theme", ValueArray{"money", 3});
        QCOMPARE(projection.put(recordNumber(1), wrongElement).error(), (Error{ErrorCode::Malformed, "contribution.theme"}));
        QVERIFY(batch.commit().ok());
    }
    QVERIFY(digestOf(projection) == before);
}

void TestProjection::digestDoesNotDependOnOrder()
{
    Projection forward = fresh();
    Projection backward = fresh();
    constexpr std::uint64_t count = 200;
    for (std::uint64_t i = 0; i < count; ++i) {
        QVERIFY(forward.put(recordNumber(i), fullNote(i)).ok());
        // The other one sees an earlier state first, and puts words into its index later.
        QVERIFY(backward.put(recordNumber(count - 1 - i), note("earlier")).ok());
    }
    for (std::uint64_t i = count; i-- > 0;)
        QVERIFY(backward.put(recordNumber(i), fullNote(i), Words::Later).ok());
    QVERIFY(digestOf(forward) == digestOf(backward));
    while (backward.indexWords(64).value() > 0)
        continue;
    QVERIFY(digestOf(forward) == digestOf(backward));
    // Only of the kinds asked for.
    QVERIFY(forward.put(recordNumber(9'000), State("person").with("name", "Amina")).ok());
    QVERIFY(digestOf(forward) != digestOf(backward));
    const std::vector notes{kindCalled("contribution").number};
    QVERIFY(forward.digest(notes).value() == backward.digest(notes).value());
}

void TestProjection::digestSeesEveryDifference_data()
{
    QTest::addColumn<int>("difference");
    for (int i = 0; i < 9; ++i)
        QTest::addRow("%d", i) << i;
}

void TestProjection::digestSeesEveryDifference()
{
    QFETCH(int, difference);
    Projection one = fresh();
    Projection other = fresh();
    QVERIFY(one.put(recordNumber(1), fullNote(1)).ok());
    State changed = fullNote(1);
    switch (difference) {
    case 0: changed.with("text", "Note 2 about the buses"); break;
    case 1: changed.with("theme", ValueArray{"money", "transport"}); break;
    case 2: changed.in("checked"); break;
    case 3: changed.hidden(); break;
    case 4: changed.twoVersions("level"); break;
    case 5: changed.raw().updatedClock++; break;
    case 6: changed.raw().createdBy.octets[0]++; break;
    case 7: changed.with("echoes", 5); break;
    default: changed.raw().fields.erase(fieldOf("contribution", "could_identify")); break;
    }
    QVERIFY(other.put(recordNumber(1), changed).ok());
    QVERIFY(digestOf(one) != digestOf(other));
}

void TestProjection::hiddenAndErasedLeaveNoText_data()
{
    QTest::addColumn<bool>("erase");
    QTest::addColumn<bool>("before");
    QTest::newRow("hidden, never seen otherwise") << false << false;
    QTest::newRow("hidden later") << false << true;
    QTest::newRow("erased, never seen otherwise") << true << false;
    QTest::newRow("erased later") << true << true;
}

void TestProjection::hiddenAndErasedLeaveNoText()
{
    QFETCH(bool, erase);
    QFETCH(bool, before);
    Projection projection = fresh();
    State state = fullNote(1);
    state.with("text", kCanary).with("translation", kCanary).with("language", kCanary).with("source_id", kCanary);
    state.raw().sourceId = kCanary;
    if (before) {
        QVERIFY(projection.put(recordNumber(1), state).ok());
        QVERIFY(imageHolds(projection, kCanary));
    }
    erase ? state.erased() : state.hidden();
    QVERIFY(projection.put(recordNumber(1), state).ok());
    QVERIFY(projection.scrub().ok());
    QVERIFY(!imageHolds(projection, kCanary));

    const RecordView view = projection.get(recordNumber(1)).value().value();
    QVERIFY(view.field(fieldOf("contribution", "gathering")) == Value(recordNumber(900'001)));
    QVERIFY(view.field(fieldOf("contribution", "text")).isNull());
    QVERIFY(view.sourceId.empty());
    QCOMPARE(view.field(fieldOf("contribution", "theme")).isNull(), erase);
    QCOMPARE(projection.count({.kind = view.kind}).value(), 0);
    QCOMPARE(projection.count({.kind = view.kind, .includeHidden = true, .includeErased = true}).value(), 1);
}

void TestProjection::aNoteTakenBackAmongManyLeavesNoOctet()
{
    Projection projection = fresh();
    {
        Transaction batch = projection.begin().value();
        for (std::uint64_t i = 0; i < 2'000; ++i)
            QVERIFY(projection.put(recordNumber(i), fullNote(i)).ok());
        QVERIFY(projection.put(recordNumber(5'000), note(kCanary)).ok());
        QVERIFY(batch.commit().ok());
    }
    // Edited before it was taken back: the earlier words go as well.
    QVERIFY(projection.put(recordNumber(5'000), note(std::string(kCanary) + " second canary")).ok());
    QVERIFY(projection.put(recordNumber(5'000), note("nothing to see")).ok());
    for (std::uint64_t i = 0; i < 2'000; i += 7)
        QVERIFY(projection.put(recordNumber(i), fullNote(i + 1)).ok());
    QVERIFY(projection.put(recordNumber(5'000), note("").erased()).ok());
    QVERIFY(projection.scrub().ok());
    QVERIFY(!imageHolds(projection, kCanary));
    QVERIFY(!imageHolds(projection, "kanarienvogel"));
    QVERIFY(projection.database().integrityCheck().ok());
}

void TestProjection::aBatchIsThereOrNot()
{
    Projection projection = fresh();
    const Hash empty = digestOf(projection);
    {
        Transaction batch = projection.begin().value();
        for (std::uint64_t i = 0; i < 300; ++i)
            QVERIFY(projection.put(recordNumber(i), fullNote(i)).ok());
        QVERIFY(projection.setHighWater({300, {}}).ok());
    }
    QVERIFY(digestOf(projection) == empty);
    QCOMPARE(projection.highWater().value(), HighWater{});
    QVERIFY(projection.put(recordNumber(1), fullNote(1)).ok());
    QVERIFY(projection.database().integrityCheck().ok());
}

void TestProjection::highWaterGoesWithTheBatch()
{
    Projection projection = fresh();
    QCOMPARE(projection.highWater().value(), HighWater{});
    HighWater reached{41, {}};
    reached.running.octets.fill(3);
    QVERIFY(projection.setHighWater(reached).ok());
    reached.row = 42;
    QVERIFY(projection.setHighWater(reached).ok());
    QCOMPARE(projection.highWater().value(), reached);
}

void TestProjection::schemaVersionFollowsTheOverlay()
{
    const ProjectionSchema plain(catalogue::Catalogue::builtIn());
    QVERIFY(plain.version() == ProjectionSchema(catalogue::Catalogue::builtIn()).version());
    const auto overlay = catalogue::Catalogue::withOverlay(
        R"({"kinds": {"contribution": {"add": [{"number": 1000, "name": "own_ward", "label": "Ward", "type": "text", "limit": 40}]}}})");
    QVERIFY2(overlay.ok(), overlay.ok() ? "" : overlay.error().detail.c_str());
    QVERIFY(plain.version() != ProjectionSchema(**overlay).version());

    Projection projection = Projection::create(**overlay).value();
    State state = note("hello");
    state.raw().fields[1000].shown = Value("Harbour");
    QVERIFY(projection.put(recordNumber(1), state).ok());
    QVERIFY(projection.get(recordNumber(1)).value().value().field(1000) == Value("Harbour"));
}

QTEST_GUILESS_MAIN(TestProjection)
#include "tst_projection.moc"
