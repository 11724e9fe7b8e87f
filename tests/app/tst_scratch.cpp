#include <QTest>
#include <QQmlComponent>
#include "qml/engine/prepareengine.h"
#include <QQmlEngine>
#include <QDirIterator>
class ScratchTest : public QObject { Q_OBJECT
private slots: void all(); };
void ScratchTest::all(){ QQmlEngine e; ourtable::prepareEngine(e); QDirIterator it(QStringLiteral(":/qt/qml/OurTable"), {QStringLiteral("*.qml")}, QDir::Files, QDirIterator::Subdirectories);
 while(it.hasNext()){ QFileInfo f(it.next()); if (f.fileName()==QStringLiteral("Theme.qml")) continue; QQmlComponent c(&e); c.setData(QString(QStringLiteral("import QtQuick\nimport OurTable.")+f.dir().dirName()+QStringLiteral("\n")+f.baseName()+QStringLiteral(" {}")).toUtf8(), QUrl(QStringLiteral("qrc:/x.qml"))); if(!c.isReady()) for(const auto &x: c.errors()) qDebug().noquote()<<f.baseName()<<x.toString(); } }
QTEST_MAIN(ScratchTest)
#include "tst_scratch.moc"
