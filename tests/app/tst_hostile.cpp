// Words that an enemy wrote, in every text of every record on every page (attacks 118 and 119): shown as words; nothing is
// fetched, nothing is interpreted, nothing falls.
#include <QTcpServer>
#include <QTest>

#include "tests/app/everypage.h"
#include "tests/qml/qmlview.h"

using namespace ourtable;
using namespace ourtable::test;

namespace {

// The first words that reach over an edge of the window; empty when none do.
QString textOutside(AppView &app)
{
    for (QQuickItem *item : app.items()) {
        const QString text = item->inherits("QQuickText") ? item->property("text").toString() : QString();
        const QRectF place = item->mapRectToScene({0, 0, item->width(), item->height()});
        if (!text.isEmpty() && (place.left() < -1 || place.right() > app.window().width() + 1))
            return text.left(60);
    }
    return {};
}

} // namespace

class HostileTest : public QObject {
    Q_OBJECT

private slots:
    void init() { failOnWarnings(); }
    void attack118_markupIsShownAsWordsOnEveryPage();
    void attack119_directionAndLengthBreakNoPage();

private:
    void visit(const DemoOptions &options, const std::function<void(AppView &, const PageCase &)> &look);
};

void HostileTest::visit(const DemoOptions &options, const std::function<void(AppView &, const PageCase &)> &look)
{
    DemoProgramme demo(options);
    QVERIFY2(demo.make(), demo.failure().c_str());
    for (const QSize &size : {QSize(1280, 800), QSize(360, 800)}) {
        AppView app(demo.programme, demo.programme.coordinator, {size, true});
        for (const PageCase &page : everyPage(demo)) {
            openPage(app, page);
            look(app, page);
            leavePage(app, page);
        }
    }
}

void HostileTest::attack118_markupIsShownAsWordsOnEveryPage()
{
    QTcpServer trap;
    QVERIFY(trap.listen(QHostAddress::LocalHost));
    const std::string image = "<img src=\"http://127.0.0.1:" + std::to_string(trap.serverPort()) + "/x.png\"><b>&lt;";
    int shown = 0;
    visit({image}, [&shown](AppView &app, const PageCase &page) {
        for (QQuickItem *item : app.items()) {
            if (!item->inherits("QQuickText") && !item->inherits("QQuickTextEdit"))
                continue;
            if (!item->property("text").toString().contains(QStringLiteral("<img src")))
                continue;
            ++shown;
            // The one place for marked differences makes its markup from escaped words.
            const bool escapes = item->property("escapes").toBool();
            QVERIFY2(item->property("textFormat").toInt() == int(Qt::PlainText) || escapes, qPrintable(page.name));
        }
    });
    QVERIFY2(shown > 10, qPrintable(QString::number(shown)));
    QVERIFY2(!trap.hasPendingConnections(), "something was fetched");
}

void HostileTest::attack119_directionAndLengthBreakNoPage()
{
    // Right-to-left override, a word as long as a line, Arabic, a flag of four code points, and a combining heap.
    const std::string words = "\u202e\u2066" + std::string(120, 'W') + " \u0645\u0631\u062d\u0628\u0627 \U0001F3F4\U000E0067 Z\u0351\u036b\u0343\u036a ";
    visit({words}, [](AppView &app, const PageCase &page) {
        // A list makes rows ahead of time, at its top and as wide as their words, and lays them out before it draws them: only
        // what stays outside is a fault.
        const bool within = QTest::qWaitFor([&app] {
            const bool none = textOutside(app).isEmpty();
            if (!none)
                app.settle();
            return none;
        });
        QVERIFY2(within, qPrintable(page.name + QStringLiteral(": ") + textOutside(app)));
    });
}

QTEST_MAIN(HostileTest)
#include "tst_hostile.moc"
