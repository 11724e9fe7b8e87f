// Whatever a page asks for, nothing leaves the machine (security.md 8, attack 118).
#include <QQmlComponent>
#include <QQmlEngine>
#include <QTcpServer>
#include <QTest>

#include "qml/engine/prepareengine.h"

class EngineTest : public QObject {
    Q_OBJECT
private slots:
    void nothingIsFetched_data();
    void nothingIsFetched();
};

void EngineTest::nothingIsFetched_data()
{
    QTest::addColumn<QByteArray>("page"); // %1 is the address
    QTest::newRow("a picture") << QByteArray("import QtQuick\nImage { source: '%1/a.png'; property bool over: status === Image.Error }");
    QTest::newRow("markup that got through") << QByteArray("import QtQuick\nText { textFormat: Text.RichText; text: '<img src=\"%1/a.png\">';"
                                                           " property bool over: true }");
    QTest::newRow("a page") << QByteArray("import QtQuick\nLoader { source: '%1/a.qml'; property bool over: status === Loader.Error }");
    QTest::newRow("a request") << QByteArray("import QtQml\nQtObject { property bool over: false\nComponent.onCompleted: {"
                                             " const r = new XMLHttpRequest(); r.onreadystatechange = () => { over = r.readyState === 4 && r.status === 0 };"
                                             " r.open('GET', '%1/a'); r.send() } }");
}

void EngineTest::nothingIsFetched()
{
    QFETCH(QByteArray, page);
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    const QByteArray address = "http://127.0.0.1:" + QByteArray::number(server.serverPort());
    page.replace("%1", address);
    QQmlEngine engine;
    engine.setOutputWarningsToStandardError(false);
    ourtable::prepareEngine(engine);
    QQmlComponent component(&engine);
    component.setData(page, QUrl(QStringLiteral("qrc:/page.qml")));
    const std::unique_ptr<QObject> made(component.create());
    QVERIFY2(made, qPrintable(component.errorString()));
    QTRY_VERIFY(made->property("over").toBool());
    QVERIFY(!server.waitForNewConnection(200));
}

QTEST_MAIN(EngineTest)
#include "tst_engine.moc"
