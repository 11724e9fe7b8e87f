// The program ourtable-hub, run as an operator runs it.
#include <csignal>

#include <sys/stat.h>

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include "app/hub/hubconfig.h"
#include "core/support/files.h"
#include "tests/hub/server_client.h"

using namespace ourtable;
using namespace ourtable::hub;
using namespace ourtable::hub::test;
using namespace std::chrono_literals;

class ServerProgram : public QObject {
    Q_OBJECT
private slots:
    void everyCommandHasHelp_data();
    void everyCommandHasHelp();
    void wrongCommandLines_data();
    void wrongCommandLines();
    void initMakesAFolderOnce();
    void initTakesUpWhatWasInterrupted();
    void serveServesUntilTold_data();
    void serveServesUntilTold();
    void serveSaysThatThePortIsTaken();
    void oneFolderIsServedOnce();
    void serveMakesANewLeafForNewNames();
    void inviteAndStatusPrint();
    void restoredPutsDatabaseAndEpochTogether();
    void unusableFoldersAreExplained();
    void databaseOfAnotherVersionIsLeftAlone_data();
    void databaseOfAnotherVersionIsLeftAlone();
};

namespace {

struct Outcome {
    int code = -1;
    QByteArray out, err;
};

Outcome runHub(const QStringList &words)
{
    QProcess process;
    process.start(QStringLiteral(OURTABLE_BIN "/ourtable-hub"), words);
    if (!process.waitForFinished(60'000) || process.exitStatus() != QProcess::NormalExit)
        return {};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

Outcome initIn(const QString &folder, const QString &names = QStringLiteral("127.0.0.1"))
{
    return runHub({QStringLiteral("init"), QStringLiteral("--folder"), folder, QStringLiteral("--name"), names,
                   QStringLiteral("--port"), QStringLiteral("0")});
}

QStringList wordsOf(const char *line) { return QString::fromLatin1(line).split(u' ', Qt::SkipEmptyParts); }

// `ourtable-hub serve` on a free port.
class Serving {
public:
    explicit Serving(const QString &folder, const QStringList &more = {})
    {
        m_process.start(QStringLiteral(OURTABLE_BIN "/ourtable-hub"), QStringList{QStringLiteral("serve"), QStringLiteral("--folder"), folder} + more);
        m_process.waitForReadyRead(30'000);
        m_line = m_process.readLine().trimmed();
    }
    [[nodiscard]] const QByteArray &line() const { return m_line; }
    [[nodiscard]] std::uint16_t port() const { return static_cast<std::uint16_t>(m_line.mid(m_line.lastIndexOf(':') + 1).toUInt()); }
    Outcome end(int signal)
    {
        ::kill(static_cast<pid_t>(m_process.processId()), signal);
        m_process.waitForFinished(20'000);
        return {m_process.exitStatus() == QProcess::NormalExit ? m_process.exitCode() : -1, m_process.readAllStandardOutput(),
                m_process.readAllStandardError()};
    }

private:
    QProcess m_process;
    QByteArray m_line;
};

} // namespace

void ServerProgram::everyCommandHasHelp_data()
{
    QTest::addColumn<QString>("command");
    for (const char *command : {"init", "invite", "serve", "restored", "status"})
        QTest::newRow(command) << QString::fromLatin1(command);
}

void ServerProgram::everyCommandHasHelp()
{
    QFETCH(QString, command);
    const QByteArray name = QByteArray("ourtable-hub ").append(command.toLatin1());
    const Outcome overview = runHub({QStringLiteral("--help")});
    QCOMPARE(overview.code, 0);
    QVERIFY(overview.out.contains(name));
    const Outcome help = runHub({command, QStringLiteral("--help")});
    QCOMPARE(help.code, 0);
    QVERIFY(help.out.startsWith(name));
    QVERIFY(help.out.contains("Exit codes"));
}

void ServerProgram::wrongCommandLines_data()
{
    QTest::addColumn<QStringList>("words");
    for (const char *line : {"", "fly", "init", "init --folder f", "init --folder f --name", "init --folder f --name a:1",
                             "init --folder f --name a,,b", "serve --folder", "serve --folder f --port 70000", "serve --folder f --port -1",
                             "serve --folder f --prot 1", "serve --folder f --folder g", "serve f"})
        QTest::newRow(line) << wordsOf(line);
}

void ServerProgram::wrongCommandLines()
{
    QFETCH(QStringList, words);
    const Outcome outcome = runHub(words);
    QCOMPARE(outcome.code, 2);
    QVERIFY(outcome.out.isEmpty() && outcome.err.startsWith("ourtable-hub: "));
}

void ServerProgram::initMakesAFolderOnce()
{
    QTemporaryDir place;
    const QString folder = place.filePath(QStringLiteral("deep/hub"));
    const Outcome first = initIn(folder, QStringLiteral("Hub.Example.org,10.0.0.5"));
    QCOMPARE(first.code, 0);
    QVERIFY(first.out.contains("ourtable-hub invite --folder"));
    for (const char *name : {"authority.pem", "server.pem", "hub.json", "hub.db"}) {
        struct stat found{};
        QVERIFY2(::stat(QFile::encodeName(folder + u'/' + QLatin1String(name)).constData(), &found) == 0, name);
        QVERIFY2((found.st_mode & 0077) == 0 || std::string_view(name) == "hub.db", name);
    }
    const Result<HubConfig> config = readConfig(folder.toStdString());
    QVERIFY(config->names == std::vector<std::string>({"hub.example.org", "10.0.0.5"}));
    const Bytes key = *files::readWhole(folder.toStdString() + "/authority.pem");
    QCOMPARE(initIn(folder).code, 5);
    QVERIFY(key == *files::readWhole(folder.toStdString() + "/authority.pem"));
}

void ServerProgram::initTakesUpWhatWasInterrupted()
{
    QTemporaryDir place;
    QCOMPARE(initIn(place.path()).code, 0);
    QVERIFY(QFile::remove(place.filePath(QStringLiteral("hub.json"))));
    const Outcome withDatabase = initIn(place.path());
    QCOMPARE(withDatabase.code, 5); // somebody's notes may be in it
    QVERIFY(withDatabase.err.contains("hub.json"));
    QDir folder(place.path());
    for (const QString &name : folder.entryList({QStringLiteral("hub*")}, QDir::Files))
        QVERIFY(folder.remove(name));
    QCOMPARE(initIn(place.path()).code, 0);
}

void ServerProgram::serveServesUntilTold_data()
{
    QTest::addColumn<int>("signal");
    QTest::newRow("SIGTERM") << SIGTERM;
    QTest::newRow("SIGINT") << SIGINT;
}

void ServerProgram::serveServesUntilTold()
{
    QFETCH(int, signal);
    QTemporaryDir place;
    QCOMPARE(initIn(place.path()).code, 0);
    const QString log = place.filePath(QStringLiteral("log"));
    Serving hub(place.path(), {QStringLiteral("--listen"), QStringLiteral("127.0.0.1"), QStringLiteral("--log"), log});
    QVERIFY2(hub.line().startsWith("listening on https://127.0.0.1:"), hub.line().constData());
    TlsClient idle(hub.port());
    QCOMPARE(TlsClient(hub.port()).ask(get("/healthz")).status, 200u);
    const Outcome outcome = hub.end(signal);
    QCOMPARE(outcome.code, 0);
    QCOMPARE(outcome.err, QByteArray());
    QVERIFY(idle.endsWithin(5s));
    QFile file(log);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray text = file.readAll();
    QVERIFY(text.contains("hub_started port=") && text.contains("route=/healthz status=200") && text.contains("hub_stopped"));
}

void ServerProgram::serveSaysThatThePortIsTaken()
{
    QTemporaryDir place, other;
    QCOMPARE(initIn(place.path()).code, 0);
    QCOMPARE(initIn(other.path()).code, 0);
    Serving hub(place.path());
    const Outcome outcome = runHub({QStringLiteral("serve"), QStringLiteral("--folder"), other.path(), QStringLiteral("--port"), QString::number(hub.port())});
    QCOMPARE(outcome.code, 4);
    QVERIFY(outcome.err.contains("--port"));
    QCOMPARE(runHub({QStringLiteral("serve"), QStringLiteral("--folder"), other.path(), QStringLiteral("--listen"), QStringLiteral("192.0.2.1")}).code, 2);
    QCOMPARE(hub.end(SIGTERM).code, 0);
}

void ServerProgram::oneFolderIsServedOnce()
{
    QTemporaryDir place;
    QCOMPARE(initIn(place.path()).code, 0);
    Serving hub(place.path());
    for (const char *command : {"serve", "restored"}) {
        const Outcome second = runHub({QString::fromLatin1(command), QStringLiteral("--folder"), place.path()});
        QCOMPARE(second.code, 3);
        QVERIFY(second.err.contains("Stop it first"));
    }
    QCOMPARE(runHub({QStringLiteral("status"), QStringLiteral("--folder"), place.path()}).code, 0);
    QCOMPARE(hub.end(SIGKILL).code, -1);
    QCOMPARE(Serving(place.path()).end(SIGTERM).code, 0);
}

void ServerProgram::serveMakesANewLeafForNewNames()
{
    QTemporaryDir place;
    const std::string folder = place.path().toStdString();
    QCOMPARE(initIn(place.path()).code, 0);
    const Bytes first = *files::readWhole(folder + "/server.pem");
    QCOMPARE(Serving(place.path()).end(SIGTERM).code, 0);
    QVERIFY(first == *files::readWhole(folder + "/server.pem"));
    HubConfig config = *readConfig(folder);
    config.names.push_back("other.test");
    QVERIFY(writeConfig(folder, config));
    QCOMPARE(Serving(place.path()).end(SIGTERM).code, 0);
    QVERIFY(first != *files::readWhole(folder + "/server.pem"));
}

void ServerProgram::inviteAndStatusPrint()
{
    QTemporaryDir place;
    QCOMPARE(initIn(place.path()).code, 0);
    const QStringList invite{QStringLiteral("invite"), QStringLiteral("--folder"), place.path()};
    QCOMPARE(runHub(invite).code, 2); // no port is known yet
    const Outcome ticket = runHub(invite + QStringList{QStringLiteral("--port"), QStringLiteral("8443")});
    QCOMPARE(ticket.code, 0);
    QVERIFY(ticket.out.startsWith("OT1:") && ticket.out.count('\n') == 1);
    const Outcome status = runHub({QStringLiteral("status"), QStringLiteral("--folder"), place.path()});
    QCOMPARE(status.code, 0);
    QVERIFY(status.out.contains("\nfounded no\n") && status.out.contains("\nchanges 0\n"));
}

void ServerProgram::restoredPutsDatabaseAndEpochTogether()
{
    QTemporaryDir place, other;
    QCOMPARE(initIn(place.path()).code, 0);
    QCOMPARE(initIn(other.path()).code, 0);
    const QString epoch = place.filePath(QStringLiteral("hub-epoch"));
    QVERIFY(QFile::remove(epoch) && QFile::copy(other.filePath(QStringLiteral("hub-epoch")), epoch));
    const Outcome mixed = runHub({QStringLiteral("serve"), QStringLiteral("--folder"), place.path()});
    QCOMPARE(mixed.code, 3);
    QVERIFY(mixed.err.contains("ourtable-hub restored"));
    QCOMPARE(runHub({QStringLiteral("restored"), QStringLiteral("--folder"), place.path()}).code, 0);
    QCOMPARE(Serving(place.path()).end(SIGTERM).code, 0);
}

void ServerProgram::unusableFoldersAreExplained()
{
    QTemporaryDir place;
    const QStringList serve{QStringLiteral("serve"), QStringLiteral("--folder"), place.path()};
    const Outcome empty = runHub(serve);
    QCOMPARE(empty.code, 3);
    QVERIFY(empty.err.contains("ourtable-hub init"));
    QCOMPARE(initIn(place.path()).code, 0);
    const QString key = place.filePath(QStringLiteral("authority.pem"));
    QVERIFY(QFile::setPermissions(key, QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup));
    const Outcome open = runHub(serve);
    QCOMPARE(open.code, 3);
    QVERIFY(open.err.contains("chmod 600"));
    QVERIFY(QFile::setPermissions(key, QFile::ReadOwner | QFile::WriteOwner));
    QVERIFY(QFile::rename(place.filePath(QStringLiteral("hub.db")), place.filePath(QStringLiteral("elsewhere"))));
    const Outcome noStore = runHub(serve);
    QCOMPARE(noStore.code, 3);
    QVERIFY(noStore.err.contains("backup"));
    QVERIFY(files::writeWhole(place.path().toStdString() + "/hub.json", viewOf("{\"version\":1}")));
    const Outcome noNames = runHub(serve);
    QCOMPARE(noNames.code, 3);
    QVERIFY(noNames.err.contains("hub.json"));
}

void ServerProgram::databaseOfAnotherVersionIsLeftAlone_data()
{
    QTest::addColumn<int>("at"); // where SQLite keeps it, four octets from the greatest down
    QTest::addColumn<int>("version");
    QTest::addColumn<QByteArray>("words");
    QTest::newRow("older layout") << 60 << 0 << QByteArray("another version of ourtable-hub");
    QTest::newRow("newer layout") << 60 << 99 << QByteArray("a newer ourtable-hub");
    QTest::newRow("not a hub's") << 68 << 7 << QByteArray("fails its check");
}

void ServerProgram::databaseOfAnotherVersionIsLeftAlone()
{
    QFETCH(int, at);
    QFETCH(int, version);
    QFETCH(QByteArray, words);
    QTemporaryDir place;
    QCOMPARE(initIn(place.path()).code, 0);
    QFile database(place.filePath(QStringLiteral("hub.db")));
    QVERIFY(database.open(QIODevice::ReadWrite));
    QVERIFY(database.seek(at));
    QCOMPARE(database.write(QByteArray(3, '\0') + static_cast<char>(version)), 4);
    QVERIFY(database.seek(0));
    const QByteArray before = database.readAll();
    database.close();
    const Outcome refused = runHub({QStringLiteral("serve"), QStringLiteral("--folder"), place.path()});
    QCOMPARE(refused.code, 3);
    QVERIFY2(refused.err.contains(words), refused.err.constData());
    QVERIFY(database.open(QIODevice::ReadOnly));
    QCOMPARE(database.readAll(), before);
}

QTEST_GUILESS_MAIN(ServerProgram)
#include "server_program.moc"
