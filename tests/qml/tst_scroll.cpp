// What is scrolled out of sight is not seen: no words over what stands above the page.
#include <QTemporaryDir>
#include <QTest>

#include "tests/qml/qmlview.h"

using namespace ourtable::test;

namespace {

constexpr char kPage[] = R"(
import QtQuick
import OurTable.Controls
Item {
    Item { id: head; anchors.left: parent.left; anchors.right: parent.right; height: 100 }
    Scroll {
        id: page
        objectName: "page"
        anchors.fill: parent
        anchors.topMargin: head.height
        contentHeight: 2000
        TextBox {
            objectName: "box"
            focus: true
            anchors.left: parent.left
            anchors.right: parent.right
            label: "What did someone say?"
            labelled: false
        }
    }
}
)";

} // namespace

class ScrollTest final : public QObject {
    Q_OBJECT

private slots:
    void init() { failOnWarnings(); }
    void aBoxOutOfSightDrawsNothing_data();
    void aBoxOutOfSightDrawsNothing();
    void aBoxOutOfSightTakesWordsAndComesBack();

private:
    [[nodiscard]] QString page();

    QTemporaryDir m_folder;
};

QString ScrollTest::page()
{
    QFile file(m_folder.filePath(QStringLiteral("Page.qml")));
    if (!file.open(QIODevice::WriteOnly) || file.write(kPage) < 0)
        qFatal("the page can't be written");
    return QUrl::fromLocalFile(file.fileName()).toString();
}

void ScrollTest::aBoxOutOfSightDrawsNothing_data()
{
    QTest::addColumn<int>("lines");
    QTest::newRow("a few lines") << 3;
    QTest::newRow("more than it shows") << 30;
}

void ScrollTest::aBoxOutOfSightDrawsNothing()
{
    QFETCH(int, lines);
    QmlView view(page(), {}, {360, 300});
    QQuickItem &scroll = *view.item(QStringLiteral("page"));
    QQuickItem &box = *view.item(QStringLiteral("box"));
    scroll.forceActiveFocus(); // no cursor that comes and goes
    box.setProperty("text", QStringLiteral("Somebody said this.\n").repeated(lines));
    view.settle();
    scroll.setProperty("contentY", box.height() + 20);
    view.settle();
    const QImage full = view.window().grabWindow();
    box.setProperty("text", QString());
    scroll.setProperty("contentY", 1000);
    view.settle();
    const QRect above(0, 0, 360, 100);
    QCOMPARE(full.copy(above), view.window().grabWindow().copy(above));
    const QRect beside(0, 100, 340, 200); // but for the bar
    QCOMPARE(full.copy(beside), view.window().grabWindow().copy(beside));
}

void ScrollTest::aBoxOutOfSightTakesWordsAndComesBack()
{
    QmlView view(page(), {}, {360, 300});
    QQuickItem &scroll = *view.item(QStringLiteral("page"));
    QQuickItem &box = *view.item(QStringLiteral("box"));
    const QImage before = view.window().grabWindow();
    scroll.setProperty("contentY", 1000);
    view.settle();
    QVERIFY(box.hasActiveFocus() || view.window().activeFocusItem()->objectName() == QStringLiteral("boxInput"));
    QTest::keyClick(&view.window(), Qt::Key_A);
    QCOMPARE(box.property("text").toString(), QStringLiteral("a"));
    scroll.setProperty("contentY", 0);
    view.settle();
    QVERIFY(view.window().grabWindow() != before); // the letter is seen
}

QTEST_MAIN(ScrollTest)
#include "tst_scroll.moc"
