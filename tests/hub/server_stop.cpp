// The server's stop: orderly, within its deadline, and no harm from answers that come after it.
#include <unistd.h>

#include <QElapsedTimer>
#include <QTest>

#include "tests/hub/server_fixture.h"

using namespace ourtable::hub;
using namespace ourtable::hub::test;
using namespace std::chrono_literals;

class ServerStop : public QObject {
    Q_OBJECT
private slots:
    void stopEndsEveryConnection();
    void stopWaitsForAnswersOnTheirWay();
    void stopGivesUpAtItsDeadline();
    void answerAfterTheServerIsGone();
};

void ServerStop::stopEndsEveryConnection()
{
    RunningServer server;
    std::vector<TlsClient> idle, halves, polls;
    const int unshaken = plainSocket(server.port());
    for (int i = 0; i < 20; ++i) {
        idle.emplace_back(server.port());
        halves.emplace_back(server.port());
        halves.back().send("POST /v1/push HTTP/1.1\r\nHost: h\r\nContent-Length: 70\r\n\r\nab");
        polls.emplace_back(server.port());
        polls.back().send(get("/v1/wait"));
    }
    QVERIFY(server.holds(20));
    QElapsedTimer timer;
    timer.start();
    std::thread stopping([&server] { server.stop(); });
    for (TlsClient &client : polls) {
        QCOMPARE(client.read().body, std::string("stopping"));
        QVERIFY(client.endsWithin(5s));
    }
    polls.clear();
    stopping.join();
    QVERIFY2(timer.elapsed() < 4'000, "the stop took as long as its deadline");
    for (std::vector<TlsClient> *clients : {&idle, &halves}) {
        for (TlsClient &client : *clients)
            QVERIFY(client.endsWithin(5s));
    }
    QVERIFY(!TlsClient(server.port()).connected());
    server.stop();
    ::close(unshaken);
}

void ServerStop::stopWaitsForAnswersOnTheirWay()
{
    RunningServer server;
    TlsClient client(server.port());
    client.send(get("/v1/members"));
    QVERIFY(server.holds(1));
    std::thread stopping([&server] { server.stop(); });
    QTest::qWait(200);
    server.handler().releaseKept();
    QCOMPARE(client.read().body, std::string("late"));
    QVERIFY(client.endsWithin(5s));
    stopping.join();
}

void ServerStop::stopGivesUpAtItsDeadline()
{
    ServerLimits limits;
    limits.deadlines.stop = 200ms;
    RunningServer server(limits);
    TlsClient client(server.port());
    client.send(get("/v1/members"));
    QVERIFY(server.holds(1));
    QElapsedTimer timer;
    timer.start();
    server.stop();
    QVERIFY(timer.elapsed() < 2'000);
    server.handler().releaseKept();
}

void ServerStop::answerAfterTheServerIsGone()
{
    ServerLimits limits;
    limits.deadlines.stop = 100ms;
    RunningServer server(limits);
    TlsClient answered(server.port()), forgotten(server.port());
    answered.send(get("/v1/members"));
    forgotten.send(get("/v1/members"));
    QVERIFY(server.holds(2));
    server.destroy();
    server.handler().releaseKept();
    QVERIFY(answered.endsWithin(5s));
}

QTEST_GUILESS_MAIN(ServerStop)
#include "server_stop.moc"
