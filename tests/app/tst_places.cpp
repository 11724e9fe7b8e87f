// Going to the main places: which one is marked, and the menu of a phone with large letters.
#include <QTest>

#include "tests/app/demoprogramme.h"
#include "tests/app/appview.h"
#include "tests/qml/qmlview.h"

using namespace ourtable;
using namespace ourtable::test;

class PlacesTest final : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { QVERIFY2(m_demo.make(), m_demo.failure().c_str()); }
    void init() { failOnWarnings(); }
    void thePlaceThatIsShownIsMarked();
    void theMenuOpensAtItsButtonWholeOnTheScreen_data();
    void theMenuOpensAtItsButtonWholeOnTheScreen();

private:
    static QRectF placeOf(QQuickItem *item) { return item ? item->mapRectToScene(item->boundingRect()) : QRectF(); }

    DemoProgramme m_demo;
};

void PlacesTest::thePlaceThatIsShownIsMarked()
{
    AppView app(m_demo.programme, m_demo.programme.coordinator, {{1440, 900}, false});
    QVERIFY(app.signIn());
    const auto marked = [&app] { return app.item(QStringLiteral("shell"))->property("_current").toString(); };
    app.open(QStringLiteral("breakfasts"));
    QCOMPARE(marked(), QStringLiteral("breakfasts"));
    QMetaObject::invokeMethod(app.item(QStringLiteral("shell")), "show", Q_ARG(QString, QStringLiteral("promises")),
                              Q_ARG(QVariant, QVariant(QVariantMap{{QStringLiteral("kind"), QStringLiteral("action")}})));
    app.settle();
    QCOMPARE(marked(), QStringLiteral("promises"));
    app.open(QStringLiteral("comfort"));
    QCOMPARE(marked(), QStringLiteral("promises"));
    app.open(QStringLiteral("lists"));
    app.open(QStringLiteral("records"), {{QStringLiteral("kind"), QStringLiteral("organisation")}});
    QCOMPARE(marked(), QStringLiteral("lists"));
    app.open(QStringLiteral("records"), {{QStringLiteral("kind"), QStringLiteral("action")}});
    QCOMPARE(marked(), QStringLiteral("promises"));
}

void PlacesTest::theMenuOpensAtItsButtonWholeOnTheScreen_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<double>("scale");
    QTest::addColumn<QString>("button");
    QTest::newRow("largest") << QSize(360, 800) << 2.0 << QStringLiteral("menu");
    QTest::newRow("largest, small phone") << QSize(320, 500) << 2.0 << QStringLiteral("menu");
    QTest::newRow("more") << QSize(360, 800) << 1.0 << QStringLiteral("more");
}

void PlacesTest::theMenuOpensAtItsButtonWholeOnTheScreen()
{
    QFETCH(QSize, size);
    QFETCH(double, scale);
    QFETCH(QString, button);
    AppView app(m_demo.programme, m_demo.programme.coordinator, {size, true});
    QVERIFY(app.signIn());
    app.session().comfort()->setTextScale(scale);
    app.open(QStringLiteral("today"));
    const QRectF from = placeOf(app.item(button));
    app.tap(button);
    QQuickItem *const first = app.item(QStringLiteral("place-today"));
    QVERIFY(first);
    QQuickItem *list = first;
    while (list && !list->inherits("QQuickListView"))
        list = list->parentItem();
    const QRectF menu = placeOf(list);
    QVERIFY(QRectF(0, 0, size.width(), size.height()).contains(menu));
    QVERIFY2(menu.bottom() >= from.top() - 24 && menu.bottom() <= size.height(), qPrintable(QString::number(menu.bottom())));
    QVERIFY(std::abs(menu.center().x() - size.width() / 2.0) < 2);
    app.tap(QStringLiteral("place-breakfasts"));
    QCOMPARE(app.page(), QStringLiteral("breakfasts"));
}

QTEST_MAIN(PlacesTest)
#include "tst_places.moc"
