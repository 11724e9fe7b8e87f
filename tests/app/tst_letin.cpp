// A coordinator makes a code for somebody, on the page for that.
#include <QAccessible>
#include <QTest>

#include "tests/app/appview.h"
#include "tests/qml/qmlview.h"

using namespace ourtable;
using namespace ourtable::test;

class LetInTest final : public QObject {
    Q_OBJECT

private slots:
    void init() { failOnWarnings(); }
    void aFreshCodeIsInSightAndSaid_data();
    void aFreshCodeIsInSightAndSaid();
};

void LetInTest::aFreshCodeIsInSightAndSaid_data()
{
    QTest::addColumn<QSize>("size");
    QTest::newRow("tablet") << QSize(1280, 800);
    QTest::newRow("phone") << QSize(360, 800);
}

void LetInTest::aFreshCodeIsInSightAndSaid()
{
    QFETCH(QSize, size);
    Programme programme;
    QVERIFY2(programme.found(), programme.failure.c_str());
    programme.close(programme.coordinator);
    AppView app(programme, programme.coordinator, {size, true});
    QVERIFY(app.signIn());
    app.open(QStringLiteral("people"));
    QVERIFY(!app.item(QStringLiteral("codeCard")));
    app.tap(QStringLiteral("part0"));
    app.tap(QStringLiteral("makeCode"));
    QTRY_VERIFY(app.item(QStringLiteral("codeCard")));
    app.settle();
    QQuickItem *const card = app.item(QStringLiteral("codeCard"));
    QQuickItem *page = card;
    while (!page->inherits("QQuickFlickable"))
        page = page->parentItem();
    const QRectF shown = page->mapRectToScene(page->boundingRect());
    const QRectF place = card->mapRectToScene(card->boundingRect());
    QVERIFY2(shown.contains(place), qPrintable(QStringLiteral("from %1 to %2").arg(place.top()).arg(place.bottom())));
    QAccessibleInterface *const spoken = QAccessible::queryAccessibleInterface(app.item(QStringLiteral("spoken")));
    QVERIFY(spoken);
    QVERIFY2(spoken->text(QAccessible::Name).startsWith(QStringLiteral("The code is ready.")), qPrintable(spoken->text(QAccessible::Name)));
}

QTEST_MAIN(LetInTest)
#include "tst_letin.moc"
