// The sealed copy of the projection, and everything that must not pass for it (attack 105).

#include <QTest>
#include <filesystem>

#include "core/crypto/filestream.h"
#include "core/store/search.h"
#include "core/store/snapshot.h"
#include "tests/core/store/projectionstates.h"
#include "tests/support/tempfolder.h"

using namespace ourtable;
using namespace ourtable::store;
using namespace ourtable::test;

namespace {

constexpr const char *kCanary = "zqxkanarienvogel";

crypto::SecretKey keyOf(std::uint8_t octet)
{
    crypto::SecretKey key;
    std::ranges::fill(key.writable(), octet);
    return key;
}

SnapshotOwner amina()
{
    SnapshotOwner owner;
    owner.endpoint.octets.fill(1);
    owner.device.octets.fill(2);
    return owner;
}

Projection withNotes(std::uint64_t count)
{
    Projection projection = Projection::create(catalogue::Catalogue::builtIn()).value();
    Transaction batch = projection.begin().value();
    for (std::uint64_t i = 0; i < count; ++i)
        (void)projection.put(recordNumber(i), note(std::string(kCanary) + " about buses " + std::to_string(i))).ok();
    HighWater reached{static_cast<std::int64_t>(count), {}};
    reached.running.octets.fill(static_cast<std::uint8_t>(count));
    (void)projection.setHighWater(reached).ok();
    (void)batch.commit().ok();
    return projection;
}

Hash digestOf(Projection &projection)
{
    return projection.digest(std::vector{kindCalled("contribution").number}).value();
}

struct Written {
    TempFolder folder;
    std::string path = folder.file("snap-1.bin");
    crypto::SecretKey key = keyOf(9);
    SnapshotLabel label;

    explicit Written(std::uint64_t notes = 300)
    {
        Projection projection = withNotes(notes);
        label = Snapshot::write(path, key.view(), projection, amina()).value();
    }
    [[nodiscard]] Result<Projection> open() const
    {
        return Snapshot::open(path, key.view(), catalogue::Catalogue::builtIn(), amina(), label);
    }
    // The error of opening, and that the file is gone.
    [[nodiscard]] Error refusal() const
    {
        const Result<Projection> opened = open();
        if (opened.ok())
            return {ErrorCode::Internal, "opened"};
        return std::filesystem::exists(path) ? Error{ErrorCode::Internal, "still there"} : opened.error();
    }
};

const Error kSeal{ErrorCode::SealBroken, "seal"};

} // namespace

class TestSnapshot : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { QVERIFY(crypto::start()); }
    void comesBackTheSame();
    void canBeWrittenToAgain();
    void nothingReadableIsOnDisk();
    void aMissingFileIsNotFound();
    void attack105_flipped_data();
    void attack105_flipped();
    void attack105_truncated_data();
    void attack105_truncated();
    void attack105_older();
    void attack105_ofAnotherPerson();
    void attack105_ofAnotherDevice();
    void attack105_underAnotherKey();
    void anotherSchemaOrFormatIsUnsupported();
    void sealedOctetsThatAreNoProjection_data();
    void sealedOctetsThatAreNoProjection();
    void labelsRoundTrip();
    void takenBackWordsAreNotInTheNextSnapshot();
    void anOpenedOneIsHardened();
    void notInsideATransaction();
};

void TestSnapshot::comesBackTheSame()
{
    Written written;
    Projection original = withNotes(300);
    Result<Projection> opened = written.open();
    QVERIFY(opened.ok());
    QVERIFY(digestOf(*opened) == digestOf(original));
    QCOMPARE(opened->highWater().value(), original.highWater().value());
    QCOMPARE(Search(*opened).find("buses 299").value().size(), std::size_t{1});
    QVERIFY(opened->database().integrityCheck().ok());
    QVERIFY(std::filesystem::exists(written.path));
    QVERIFY(written.open().ok());
}

void TestSnapshot::canBeWrittenToAgain()
{
    Written written;
    Projection opened = written.open().value();
    Projection longer = withNotes(300);
    for (std::uint64_t i = 290; i < 900; ++i) {
        QVERIFY(opened.put(recordNumber(i), note("later " + std::to_string(i))).ok());
        QVERIFY(longer.put(recordNumber(i), note("later " + std::to_string(i))).ok());
    }
    QVERIFY(digestOf(opened) == digestOf(longer));
    QCOMPARE(Search(opened).find("later 899").value().size(), std::size_t{1});
    const SnapshotLabel label = Snapshot::write(written.path, written.key.view(), opened, amina()).value();
    written.label = label;
    Projection again = written.open().value();
    QVERIFY(digestOf(again) == digestOf(longer));
}

void TestSnapshot::nothingReadableIsOnDisk()
{
    Written written;
    for (const auto &file : std::filesystem::directory_iterator(written.folder.path())) {
        const Bytes octets = octetsOfFile(file.path().string());
        QVERIFY(!octets.empty());
        QVERIFY(textOf(octets).find("kanarien") == std::string_view::npos);
        QVERIFY(textOf(octets).find("SQLite") == std::string_view::npos);
    }
}

void TestSnapshot::aMissingFileIsNotFound()
{
    Written written;
    std::filesystem::remove(written.path);
    QCOMPARE(written.open().error().code, ErrorCode::NotFound);
}

void TestSnapshot::attack105_flipped_data()
{
    QTest::addColumn<double>("where");
    QTest::newRow("header") << 0.0;
    QTest::newRow("first chunk") << 0.01;
    QTest::newRow("middle") << 0.5;
    QTest::newRow("last octet") << 1.0;
}

void TestSnapshot::attack105_flipped()
{
    QFETCH(double, where);
    Written written;
    Bytes octets = octetsOfFile(written.path);
    octets[static_cast<std::size_t>(static_cast<double>(octets.size() - 1) * where)] ^= 1;
    overwriteFile(written.path, octets);
    QCOMPARE(written.refusal(), kSeal);
}

void TestSnapshot::attack105_truncated_data()
{
    QTest::addColumn<qint64>("left");
    QTest::newRow("empty") << qint64{0};
    QTest::newRow("header only") << qint64{24};
    QTest::newRow("one chunk") << qint64{24 + 65'536 + 17};
    QTest::newRow("one octet short") << qint64{-1};
    QTest::newRow("one octet more") << qint64{1'000'000'000};
}

void TestSnapshot::attack105_truncated()
{
    QFETCH(qint64, left);
    Written written;
    Bytes octets = octetsOfFile(written.path);
    const auto size = static_cast<qint64>(octets.size());
    octets.resize(static_cast<std::size_t>(left < 0 ? size + left : std::min(left, size + 1)));
    overwriteFile(written.path, octets);
    QCOMPARE(written.refusal(), kSeal);
}

void TestSnapshot::attack105_older()
{
    Written written;
    const Bytes older = octetsOfFile(written.path);
    Projection projection = withNotes(310);
    written.label = Snapshot::write(written.path, written.key.view(), projection, amina()).value();
    overwriteFile(written.path, older);
    QCOMPARE(written.refusal(), kSeal);
}

void TestSnapshot::attack105_ofAnotherPerson()
{
    Written written;
    SnapshotOwner other = amina();
    other.endpoint.octets.fill(5);
    Projection theirs = withNotes(300);
    const SnapshotLabel label = Snapshot::write(written.path, written.key.view(), theirs, other).value();
    // Their file under our label, then under theirs.
    QCOMPARE(written.refusal(), kSeal);
    QVERIFY(Snapshot::write(written.path, written.key.view(), theirs, other).ok());
    written.label = label;
    QCOMPARE(written.refusal(), (Error{ErrorCode::SealBroken, "owner"}));
}

void TestSnapshot::attack105_ofAnotherDevice()
{
    Written written;
    SnapshotOwner other = amina();
    other.device.octets.fill(5);
    Projection theirs = withNotes(300);
    QVERIFY(Snapshot::write(written.path, written.key.view(), theirs, other).ok());
    QCOMPARE(written.refusal(), kSeal);
}

void TestSnapshot::attack105_underAnotherKey()
{
    Written written;
    written.key = keyOf(10);
    QCOMPARE(written.refusal(), kSeal);
}

void TestSnapshot::anotherSchemaOrFormatIsUnsupported()
{
    Written format;
    ++format.label.format;
    QCOMPARE(format.refusal(), (Error{ErrorCode::Unsupported, "format"}));
    Written schema;
    const auto overlay = catalogue::Catalogue::withOverlay(
        R"({"kinds": {"contribution": {"add": [{"number": 1000, "name": "own_ward", "label": "Ward", "type": "text", "limit": 40}]}}})");
    QVERIFY(overlay.ok());
    const auto opened = Snapshot::open(schema.path, schema.key.view(), **overlay, amina(), schema.label);
    QCOMPARE(opened.error(), (Error{ErrorCode::Unsupported, "schema"}));
    QVERIFY(!std::filesystem::exists(schema.path));
}

void TestSnapshot::sealedOctetsThatAreNoProjection_data()
{
    QTest::addColumn<QByteArray>("octets");
    QTest::newRow("no database") << QByteArray("not a database at all").repeated(500);
    QTest::newRow("half a header") << QByteArray("SQLite format 3\0", 16);
    QTest::newRow("an empty database's page") << QByteArray("SQLite format 3\0", 16) + QByteArray(4080, '\0');
}

void TestSnapshot::sealedOctetsThatAreNoProjection()
{
    QFETCH(QByteArray, octets);
    Written written;
    const std::string sealed = octets.toStdString();
    QVERIFY(crypto::sealFile(written.path, written.key.view(), viewOf(sealed), written.label.encoded()).ok());
    QCOMPARE(written.refusal(), (Error{ErrorCode::SealBroken, "content"}));
    // A projection, but of another stretch of the log than the label says.
    Projection other = withNotes(20);
    QVERIFY(crypto::sealFile(written.path, written.key.view(), other.database().image().value(), written.label.encoded()).ok());
    QCOMPARE(written.refusal(), (Error{ErrorCode::SealBroken, "content"}));
}

void TestSnapshot::labelsRoundTrip()
{
    const Written written(3);
    const Bytes octets = written.label.encoded();
    QCOMPARE(SnapshotLabel::decoded(octets).value(), written.label);
    for (std::size_t size = 0; size < octets.size(); ++size)
        QCOMPARE(SnapshotLabel::decoded(ByteView(octets).first(size)).error().code, ErrorCode::Malformed);
}

void TestSnapshot::takenBackWordsAreNotInTheNextSnapshot()
{
    TempFolder folder;
    const crypto::SecretKey key = keyOf(9);
    Projection projection = withNotes(50);
    QVERIFY(projection.put(recordNumber(77), note("unsayablepapagei")).ok());
    QVERIFY(projection.put(recordNumber(77), note("").erased()).ok());
    const SnapshotLabel label = Snapshot::write(folder.file("snap"), key.view(), projection, amina()).value();
    Projection opened =
        Snapshot::open(folder.file("snap"), key.view(), catalogue::Catalogue::builtIn(), amina(), label).value();
    QVERIFY(textOf(opened.database().image().value()).find("sayablepapagei") == std::string_view::npos);
    QVERIFY(opened.get(recordNumber(77)).value().value().erased);
}

void TestSnapshot::anOpenedOneIsHardened()
{
    Projection opened = Written().open().value();
    QVERIFY(!opened.database().execute("ATTACH ':memory:' AS other").ok());
    QVERIFY(!opened.database().execute("PRAGMA writable_schema=1").ok());
    QVERIFY(!opened.database().execute("SELECT load_extension('x')").ok());
}

void TestSnapshot::notInsideATransaction()
{
    TempFolder folder;
    const crypto::SecretKey key = keyOf(9);
    Projection projection = withNotes(5);
    Transaction batch = projection.begin().value();
    QVERIFY(!Snapshot::write(folder.file("snap"), key.view(), projection, amina()).ok());
    QVERIFY(!std::filesystem::exists(folder.file("snap")));
}

QTEST_GUILESS_MAIN(TestSnapshot)
#include "tst_snapshot.moc"
