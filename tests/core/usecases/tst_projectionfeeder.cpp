#include <QTest>

#include <numeric>

#include "core/usecases/projectionfeeder.h"

using namespace ourtable;
using usecases::ProjectionFeeder;

namespace {

constexpr int kMany = 5'000; // several batches, and more than may wait

RecordId recordOf(int number)
{
    RecordId record;
    record.octets[0] = static_cast<std::uint8_t>(number >> 8);
    record.octets[1] = static_cast<std::uint8_t>(number);
    return record;
}

sync::RecordState stateOf(int number)
{
    sync::RecordState state;
    state.createdClock = static_cast<std::uint64_t>(number);
    return state;
}

} // namespace

class tst_projectionfeeder : public QObject {
    Q_OBJECT

private slots:
    void everyRecordIsPutInItsOrder_data();
    void everyRecordIsPutInItsOrder();
    void anErrorEndsIt_data();
    void anErrorEndsIt();
    void nothingIsPutAfterItWasGivenUp();
};

void tst_projectionfeeder::everyRecordIsPutInItsOrder_data()
{
    QTest::addColumn<int>("count");
    for (const int count : {0, 1, 255, 256, 257, kMany})
        QTest::addRow("%d", count) << count;
}

void tst_projectionfeeder::everyRecordIsPutInItsOrder()
{
    QFETCH(int, count);
    std::vector<std::uint64_t> put;
    bool named = true;
    ProjectionFeeder feeder([&](const RecordId &record, const sync::RecordState &state) -> Result<void> {
        named = named && record == recordOf(static_cast<int>(state.createdClock));
        put.push_back(state.createdClock);
        return {};
    });
    for (int i = 0; i < count; ++i)
        QVERIFY(feeder.add(recordOf(i), stateOf(i)));
    QVERIFY(feeder.finish());
    std::vector<std::uint64_t> all(static_cast<std::size_t>(count));
    std::iota(all.begin(), all.end(), 0);
    QCOMPARE(put, all);
    QVERIFY(named);
}

void tst_projectionfeeder::anErrorEndsIt_data()
{
    QTest::addColumn<int>("at");
    QTest::newRow("among few") << kMany - 1;
    QTest::newRow("the first") << 0;
    QTest::newRow("while more are given") << 700;
}

void tst_projectionfeeder::anErrorEndsIt()
{
    QFETCH(int, at);
    int put = 0;
    ProjectionFeeder feeder([&](const RecordId &, const sync::RecordState &state) -> Result<void> {
        if (state.createdClock == static_cast<std::uint64_t>(at))
            return ErrorCode::StorageFull;
        ++put;
        return {};
    });
    Result<void> given;
    for (int i = at == kMany - 1 ? kMany - 3 : 0; i < kMany && given; ++i)
        given = feeder.add(recordOf(i), stateOf(i));
    const Result<void> finished = feeder.finish();
    QVERIFY(!finished);
    QCOMPARE(finished.error().code, ErrorCode::StorageFull);
    QVERIFY(given || given.error().code == ErrorCode::StorageFull);
    QCOMPARE(put, at == kMany - 1 ? 2 : at);
}

void tst_projectionfeeder::nothingIsPutAfterItWasGivenUp()
{
    int put = 0;
    {
        ProjectionFeeder feeder([&](const RecordId &, const sync::RecordState &) -> Result<void> {
            ++put;
            return {};
        });
        for (int i = 0; i < 300; ++i)
            QVERIFY(feeder.add(recordOf(i), stateOf(i)));
    }
    QVERIFY(put == 0 || put == 256); // whole batches, and none that was not handed over
}

QTEST_GUILESS_MAIN(tst_projectionfeeder)
#include "tst_projectionfeeder.moc"
