// hub.json and the words of the command line, each by itself.
#include <QTemporaryDir>
#include <QTest>

#include "app/hub/hubarguments.h"
#include "app/hub/hubconfig.h"
#include "core/support/files.h"

using namespace ourtable;
using namespace ourtable::hub;

class ServerConfig : public QObject {
    Q_OBJECT
private slots:
    void wrongConfigurations_data();
    void wrongConfigurations();
    void configurationComesBack();
    void wordsOfTheCommandLine();
};

void ServerConfig::wrongConfigurations_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("detail");
    const auto row = [](const char *text, const char *detail) { QTest::newRow(text) << QByteArray(text) << QByteArray(detail); };
    row("nonsense", "hub.json");
    row("[]", "hub.json");
    row(R"({"names":["a"],"port":1})", "version");
    row(R"({"version":1,"names":["a"],"port":1,"colour":2})", "hub.json");
    row(R"({"version":1,"names":[],"port":1})", "names");
    row(R"({"version":1,"names":["a b"],"port":1})", "names");
    row(R"({"version":1,"names":[7],"port":1})", "names");
    row(R"({"version":1,"names":["a"],"port":65536})", "port");
    row(R"({"version":1,"names":["a"],"port":"1"})", "port");
    row(R"({"version":1,"names":["a"],"port":1,"limits":{"connections":0}})", "limits");
    row(R"({"version":1,"names":["a"],"port":1,"limits":{"per_loop":1}})", "limits");
    row(R"({"version":1,"names":["a"],"port":1,"limits":{"changes_a_day":0}})", "limits");
}

void ServerConfig::wrongConfigurations()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, detail);
    QTemporaryDir place;
    const std::string folder = place.path().toStdString();
    QVERIFY(files::writeWhole(folder + "/hub.json", viewOf(text.toStdString())));
    const Result<HubConfig> config = readConfig(folder);
    QVERIFY(!config);
    QCOMPARE(config.error().code, ErrorCode::Malformed);
    QCOMPARE(config.error().detail, detail.toStdString());
}

void ServerConfig::configurationComesBack()
{
    QTemporaryDir place;
    const std::string folder = place.path().toStdString();
    HubConfig config;
    config.names = {"2001:db8::1", "hub.test"};
    config.port = 9'000;
    config.limits.perAddress = 7;
    config.changesPerDay = 250'000;
    QVERIFY(writeConfig(folder, config));
    const Result<HubConfig> read = readConfig(folder);
    QVERIFY(read->names == config.names);
    QCOMPARE(read->port, config.port);
    QCOMPARE(read->limits.perAddress, std::size_t(7));
    QCOMPARE(read->changesPerDay, std::uint64_t(250'000));
    QCOMPARE(addressOf(*read, 9'001), std::string("[2001:db8::1]:9001"));
    QVERIFY(files::writeWhole(folder + "/hub.json", viewOf(R"({"version":2})")));
    QCOMPARE(readConfig(folder).error().code, ErrorCode::NewerVersion);
}

void ServerConfig::wordsOfTheCommandLine()
{
    const std::vector<std::string_view> words = {"--folder", "f", "--help", "--port", "0"};
    const Arguments arguments(words, {"folder", "port"});
    QVERIFY(arguments.wantsHelp() && arguments.complaint().empty());
    QCOMPARE(*arguments.value("folder"), std::string("f"));
    QVERIFY(!arguments.value("name"));
    QCOMPARE(*portOf("65535"), std::uint16_t(65'535));
    for (const char *wrong : {"", "65536", "-1", "+1", " 1", "1 ", "0x1"})
        QVERIFY2(!portOf(wrong), wrong);
    QVERIFY(partsOf("a,,b") == std::vector<std::string>({"a", "", "b"}));
}

QTEST_GUILESS_MAIN(ServerConfig)
#include "server_config.moc"
