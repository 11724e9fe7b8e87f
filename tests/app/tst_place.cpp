// Where the device keeps everything, when nothing can be kept there.
#include <QAccessible>
#include <QDir>
#include <QTest>

#include "app/client/composition.h"
#include "tests/app/appview.h"
#include "tests/qml/qmlview.h"
#include "tests/support/tempfolder.h"

using namespace ourtable;
using namespace ourtable::test;

class PlaceTest final : public QObject {
    Q_OBJECT

private slots:
    void init() { failOnWarnings(); }
    void aFileInTheWayIsSaidAndTriedAgain();
    void aFolderThatTakesNothingIsNoNewDevice();
    void theProgramOpensItsWindowAndTriesAgain();
    void theProgramOpensItsWindowWhereNoFolderIsNamed();

private:
    static QString said()
    {
        return QStringLiteral("Nothing can be written where Our Table keeps everything. What was there before is unchanged. "
                              "Ask whoever set up this device.");
    }
};

void PlaceTest::aFileInTheWayIsSaidAndTriedAgain()
{
    QAccessible::setActive(true);
    Programme programme;
    Member nobody;
    overwriteFile(programme.folder.file("way"), Bytes(9, 0x5a));
    nobody.folder = programme.folder.file("way/device");
    AppView app(programme, nobody);
    QCOMPARE(app.session().stage(), Session::Stage::Broken);
    QCOMPARE(app.item(QStringLiteral("broken"))->property("text").toString(), said());
    QVERIFY(!app.item(QStringLiteral("stillBroken")));
    for (const char *still : {"Tried again: it is still the same.", "Tried 2 times: it is still the same."}) {
        app.tap(QStringLiteral("tryAgain"));
        QCOMPARE(app.item(QStringLiteral("broken"))->property("text").toString(), said());
        QCOMPARE(app.item(QStringLiteral("stillBroken"))->property("text").toString(), QLatin1String(still));
        QAccessibleInterface *const spoken = QAccessible::queryAccessibleInterface(app.item(QStringLiteral("spoken")));
        QCOMPARE(spoken->text(QAccessible::Name), QLatin1String(still) + QLatin1Char(' ') + said());
    }
    QVERIFY(QFile::remove(QString::fromStdString(programme.folder.file("way"))));
    app.tap(QStringLiteral("tryAgain"));
    QTRY_COMPARE(app.session().stage(), Session::Stage::NoProgramme);
    QVERIFY(QDir(QString::fromStdString(nobody.folder)).isEmpty());
}

// Rights alone would not keep the superuser from writing, whom many build machines test as.
void PlaceTest::aFolderThatTakesNothingIsNoNewDevice()
{
    Programme programme;
    Member nobody;
    nobody.folder = "/proc/self";
    AppView app(programme, nobody);
    QCOMPARE(app.session().stage(), Session::Stage::Broken);
    QCOMPARE(app.item(QStringLiteral("broken"))->property("text").toString(), said());
    QVERIFY(!app.item(QStringLiteral("joinWithCode")));
}

void PlaceTest::theProgramOpensItsWindowAndTriesAgain()
{
    const TempFolder folder;
    overwriteFile(folder.file("way"), Bytes(9, 0x5a));
    client::Options options;
    options.folder = QString::fromStdString(folder.file("way/device"));
    options.noKeyring = true;
    const std::unique_ptr<client::Composition> made = client::Composition::make(options);
    client::Composition &app = *made;
    QVERIFY(app.show(options));
    QTRY_COMPARE(app.session().stage(), Session::Stage::Broken);
    QVERIFY(app.window()->isVisible());
    QCOMPARE(app.session().problem(), said());
    QVERIFY(QFile::remove(QString::fromStdString(folder.file("way"))));
    app.session().start();
    QTRY_COMPARE(app.session().stage(), Session::Stage::NoProgramme);
    QCOMPARE(app.session().problem(), QString());
    QVERIFY(QDir(options.folder).exists());
}

// A folder beside one that is gone has no place at all.
void PlaceTest::theProgramOpensItsWindowWhereNoFolderIsNamed()
{
    const QString before = QDir::currentPath();
    {
        const TempFolder gone;
        QVERIFY(QDir::setCurrent(QString::fromStdString(gone.path())));
    }
    client::Options options;
    options.folder = QStringLiteral("device");
    options.noKeyring = true;
    const std::unique_ptr<client::Composition> app = client::Composition::make(options);
    QVERIFY(QDir::setCurrent(before));
    QVERIFY(app->show(options));
    QTRY_COMPARE(app->session().stage(), Session::Stage::Broken);
    QVERIFY(app->window()->isVisible());
    QCOMPARE(app->session().problem(), said());
}

QTEST_MAIN(PlaceTest)
#include "tst_place.moc"
