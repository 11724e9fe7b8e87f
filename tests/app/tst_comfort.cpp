// Make it comfortable: at once, for whoever is signed in, and kept.
#include <QTest>

#include "tests/app/appview.h"
#include "tests/qml/qmlview.h"

using namespace ourtable;
using namespace ourtable::test;

class ComfortTest final : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void init() { failOnWarnings(); }
    void beforeSigningInItIsForTheDevice();
    void aPersonsOwnFollowThemAndEndWhenTheyLock();
    void wordsGrowAtOnceAndSayHowFar();
    void theSizeOfButtonsChangesAtOnce();
    void aBrokenFileIsAsNone();

private:
    Programme m_programme;
    Member *m_ruth = nullptr;
};

void ComfortTest::initTestCase()
{
    QVERIFY2(m_programme.found(), m_programme.failure.c_str());
    m_ruth = m_programme.letIn("Ruth", {"lay_partner"});
    QVERIFY2(m_ruth, m_programme.failure.c_str());
    m_programme.close(*m_ruth);
}

void ComfortTest::beforeSigningInItIsForTheDevice()
{
    AppView app(m_programme, *m_ruth);
    app.tap(QStringLiteral("colours"));
    app.tap(QStringLiteral("dark"));
    QCOMPARE(app.session().comfort()->mode(), 1);
    app.killAndRestart();
    QCOMPARE(app.session().comfort()->mode(), 1);
    app.session().comfort()->setMode(0);
}

void ComfortTest::aPersonsOwnFollowThemAndEndWhenTheyLock()
{
    AppView app(m_programme, *m_ruth);
    QVERIFY(app.signIn());
    app.open(QStringLiteral("comfort"));
    app.tap(QStringLiteral("contrast"));
    app.tap(QStringLiteral("moreLineSpace"));
    QCOMPARE(app.session().comfort()->mode(), 2);
    QVERIFY(app.session().comfort()->moreLineSpace());
    app.session().lock();
    app.settle();
    QCOMPARE(app.session().comfort()->mode(), 0); // the device's
    QVERIFY(app.signIn());
    QCOMPARE(app.session().comfort()->mode(), 2);
    app.session().comfort()->setMode(0);
    app.session().comfort()->setMoreLineSpace(false);
    app.settle();
}

void ComfortTest::wordsGrowAtOnceAndSayHowFar()
{
    AppView app(m_programme, *m_ruth, {{360, 800}, true});
    app.tap(QStringLiteral("biggerText"));
    QCOMPARE(app.item(QStringLiteral("sizeWords"))->property("text").toString(), QStringLiteral("Size 2 of 7"));
    const double before = app.item(QStringLiteral("sizeWords"))->property("font").value<QFont>().pixelSize();
    app.tap(QStringLiteral("bigger"));
    QCOMPARE(app.item(QStringLiteral("sizeWords"))->property("text").toString(), QStringLiteral("Size 3 of 7"));
    QVERIFY(app.item(QStringLiteral("sizeWords"))->property("font").value<QFont>().pixelSize() > before);
    for (int tap = 0; tap < 4; ++tap)
        app.tap(QStringLiteral("bigger"));
    QVERIFY(!app.item(QStringLiteral("bigger"))->isEnabled());
    QCOMPARE(app.session().comfort()->textScale(), 2.0);
    app.session().comfort()->setTextScale(1);
}

void ComfortTest::theSizeOfButtonsChangesAtOnce()
{
    AppView app(m_programme, *m_ruth);
    app.tap(QStringLiteral("colours"));
    QVERIFY(app.item(QStringLiteral("back"))->height() >= 48);
    app.session().comfort()->setDensity(2); // for a mouse
    app.settle();
    QVERIFY(app.item(QStringLiteral("back"))->height() < 48);
    app.session().comfort()->setDensity(0);
    app.settle();
    QVERIFY(app.item(QStringLiteral("back"))->height() >= 48);
}

void ComfortTest::aBrokenFileIsAsNone()
{
    const QString file = QString::fromStdString(m_ruth->folder) + QStringLiteral("/comfort.json");
    QFile broken(file);
    QVERIFY(broken.open(QIODevice::WriteOnly));
    broken.write("{\"mode\": 900, \"textScale\": \"<img>\", \"lockMinutes\": -4, \"density\": 7");
    broken.close();
    AppView app(m_programme, *m_ruth);
    QCOMPARE(app.session().comfort()->mode(), 0);
    QCOMPARE(app.session().comfort()->textScale(), 1.0);
    QCOMPARE(app.session().comfort()->density(), 0);
}

QTEST_MAIN(ComfortTest)
#include "tst_comfort.moc"
