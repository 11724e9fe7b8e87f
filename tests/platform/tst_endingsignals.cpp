// The system asks the program to end; it hears so in its event loop instead of being gone.
#include <QTest>

#include <csignal>

#include "platform/common/endingsignals.h"

using ourtable::platform::EndingSignals;

class EndingSignalsTest final : public QObject {
    Q_OBJECT

private slots:
    void eachIsToldInTheEventLoop_data();
    void eachIsToldInTheEventLoop();
    void afterwardsTheyDoWhatTheyDid();
};

void EndingSignalsTest::eachIsToldInTheEventLoop_data()
{
    QTest::addColumn<int>("number");
    QTest::newRow("SIGTERM") << SIGTERM;
    QTest::newRow("SIGINT") << SIGINT;
    QTest::newRow("SIGHUP") << SIGHUP;
}

void EndingSignalsTest::eachIsToldInTheEventLoop()
{
    QFETCH(int, number);
    int told = 0;
    const EndingSignals ending([&told] { ++told; });
    std::raise(number);
    QCOMPARE(told, 0); // not in the handler
    QTRY_COMPARE(told, 1);
    std::raise(number);
    QTRY_COMPARE(told, 2);
}

void EndingSignalsTest::afterwardsTheyDoWhatTheyDid()
{
    struct sigaction before = {};
    struct sigaction after = {};
    ::sigaction(SIGTERM, nullptr, &before);
    {
        const EndingSignals ending([] {});
    }
    ::sigaction(SIGTERM, nullptr, &after);
    QVERIFY(after.sa_handler == before.sa_handler);
}

QTEST_GUILESS_MAIN(EndingSignalsTest)
#include "tst_endingsignals.moc"
