// Asking where this device is, with Qt's own source of NMEA sentences and with sources that refuse.
#include <QFile>
#include <QNmeaPositionInfoSource>
#include <QTest>

#include <optional>

#include "platform/common/qtplacesource.h"

using namespace ourtable;
using platform::QtPlaceSource;

namespace {

constexpr int kPatience = 20'000; // milliseconds; a machine under load

// A log of a receiver, played as it was recorded.
class PlayedSource final : public QNmeaPositionInfoSource {
public:
    explicit PlayedSource(const QString &name)
        : QNmeaPositionInfoSource(SimulationMode), m_log(QStringLiteral(OURTABLE_TEST_DATA) + u"/places/" + name)
    {
        if (!m_log.open(QIODevice::ReadOnly))
            qFatal("no such log of a receiver");
        setUserEquivalentRangeError(5);
        setDevice(&m_log);
    }

private:
    QFile m_log;
};

class RefusingSource final : public QGeoPositionInfoSource {
public:
    RefusingSource() : QGeoPositionInfoSource(nullptr) {}
    [[nodiscard]] QGeoPositionInfo lastKnownPosition(bool) const override { return {}; }
    [[nodiscard]] PositioningMethods supportedPositioningMethods() const override { return AllPositioningMethods; }
    [[nodiscard]] int minimumUpdateInterval() const override { return 0; }
    [[nodiscard]] Error error() const override { return AccessError; }
    void startUpdates() override {}
    void stopUpdates() override {}
    void requestUpdate(int) override { emit errorOccurred(AccessError); } // at once, as some systems do
};

QtPlaceSource::Make playing(const QString &name)
{
    return [name] { return std::make_unique<PlayedSource>(name); };
}

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
