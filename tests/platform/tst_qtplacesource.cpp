// Asking where this device is, with Qt's own source of NMEA sentences and with sources that refuse.
#include <QTest>

#include <optional>

#include "platform/common/qtplacesource.h"
#include "tests/support/playedplaces.h"

using namespace ourtable;
using namespace ourtable::test;
using platform::QtPlaceSource;

namespace {

constexpr int kPatience = 20'000; // milliseconds; a machine under load

} // namespace

class QtPlaceSourceTest final : public QObject {
    Q_OBJECT

private slots:
    void tellsTheFirstPlaceThatIsOne();
    void withoutAFixNothingIsFoundInTheEnd();
    void aRefusalIsToldAfterTheQuestion();
    void withoutASourceNothingIsFound();
    void whoStoppedIsToldNothing();
    void aNewQuestionTakesThePlaceOfTheOneBefore();
};

void QtPlaceSourceTest::tellsTheFirstPlaceThatIsOne()
{
    QtPlaceSource source(playing(QStringLiteral("at-the-cafe.nmea")), kPatience);
    QVERIFY(source.available());
    std::optional<Result<Spot>> told;
    source.ask([&told](const Result<Spot> &spot) { told = spot; });
    QTRY_VERIFY_WITH_TIMEOUT(told, kPatience);
    QVERIFY(*told);
    QVERIFY(std::abs((*told)->latitude - 51.50054) < 0.00001);
    QVERIFY(std::abs((*told)->longitude - 0.8) < 0.00001);
}

void QtPlaceSourceTest::withoutAFixNothingIsFoundInTheEnd()
{
    QtPlaceSource source(playing(QStringLiteral("no-fix.nmea")), 300);
    std::optional<Result<Spot>> told;
    source.ask([&told](const Result<Spot> &spot) { told = spot; });
    QTRY_VERIFY_WITH_TIMEOUT(told, kPatience);
    QCOMPARE(told->error().code, ErrorCode::NotFound);
}

void QtPlaceSourceTest::aRefusalIsToldAfterTheQuestion()
{
    QtPlaceSource source([] { return std::make_unique<RefusingSource>(); }, kPatience);
    std::optional<Result<Spot>> told;
    source.ask([&told](const Result<Spot> &spot) { told = spot; });
    QVERIFY(!told);
    QTRY_VERIFY(told);
    QCOMPARE(told->error().code, ErrorCode::NotPermitted);
}

void QtPlaceSourceTest::withoutASourceNothingIsFound()
{
    QtPlaceSource source([]() -> std::unique_ptr<QGeoPositionInfoSource> { return nullptr; }, kPatience);
    std::optional<Result<Spot>> told;
    source.ask([&told](const Result<Spot> &spot) { told = spot; });
    QVERIFY(!told);
    QTRY_VERIFY(told);
    QCOMPARE(told->error().code, ErrorCode::NotFound);
}

void QtPlaceSourceTest::whoStoppedIsToldNothing()
{
    QtPlaceSource source([] { return std::make_unique<RefusingSource>(); }, kPatience);
    bool told = false;
    source.ask([&told](const Result<Spot> &) { told = true; });
    source.stop();
    QCoreApplication::processEvents();
    QVERIFY(!told);
}

void QtPlaceSourceTest::aNewQuestionTakesThePlaceOfTheOneBefore()
{
    QtPlaceSource source([] { return std::make_unique<RefusingSource>(); }, kPatience);
    int first = 0;
    int second = 0;
    source.ask([&first](const Result<Spot> &) { ++first; });
    source.ask([&second](const Result<Spot> &) { ++second; });
    QTRY_COMPARE(second, 1);
    QCoreApplication::processEvents();
    QCOMPARE(first, 0);
    QCOMPARE(second, 1);
}

QTEST_GUILESS_MAIN(QtPlaceSourceTest)
#include "tst_qtplacesource.moc"
