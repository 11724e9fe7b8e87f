// Differences between two texts are shown by markup: whatever somebody wrote has to come out of it as it went in.
#include <QAccessible>
#include <QFile>
#include <QQmlComponent>
#include <QQmlContext>
#include <QQmlEngine>
#include <QQmlProperty>
#include <QQuickItem>
#include <QTest>
#include <QTextBlock>
#include <QTextDocument>

#include "qml/engine/prepareengine.h"
#include "tests/qml/qmlview.h"

using namespace ourtable;
using namespace ourtable::test;

class DiffTxtTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { prepareEngine(m_engine); }
    void init() { failOnWarnings(); }
    void hostileWordsStayWords_data();
    void hostileWordsStayWords();
    void whatDiffersIsUnderlinedBoldAndTinted();
    void aScreenReaderHearsWhatDiffers();

private:
    std::unique_ptr<QQuickItem> made(const QVariantList &parts);
    QQmlEngine m_engine;
};

namespace {

QVariantMap part(const QString &text, bool marked) { return {{QStringLiteral("text"), text}, {QStringLiteral("marked"), marked}}; }

// As it is drawn: the parts of a line with their looks.
QList<QTextFragment> fragmentsOf(const QTextDocument &document)
{
    QList<QTextFragment> fragments;
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        for (auto at = block.begin(); !at.atEnd(); ++at)
            fragments.append(at.fragment());
    }
    return fragments;
}

} // namespace

std::unique_ptr<QQuickItem> DiffTxtTest::made(const QVariantList &parts)
{
    QQmlComponent component(&m_engine);
    component.setData("import OurTable.Controls\nDiffTxt { width: 300 }", QUrl(QStringLiteral("qrc:/test.qml")));
    std::unique_ptr<QObject> object(component.createWithInitialProperties({{QStringLiteral("parts"), parts}}));
    if (!object)
        qFatal("%s", qPrintable(component.errorString()));
    return std::unique_ptr<QQuickItem>(qobject_cast<QQuickItem *>(object.release()));
}

void DiffTxtTest::hostileWordsStayWords_data()
{
    QTest::addColumn<QString>("words");
    QTest::newRow("plain") << QStringLiteral("Visit two hostels");
    QTest::newRow("picture") << QStringLiteral("<img src=\"http://example.org/a.png\">");
    QTest::newRow("picture of a file") << QStringLiteral("<img src='file:///etc/passwd'/>");
    QTest::newRow("ends the mark") << QStringLiteral("</span><h1>big</h1><span style=\"");
    QTest::newRow("link") << QStringLiteral("<a href=\"x\">press</a>");
    QTest::newRow("style") << QStringLiteral("\"; background-image:url(file:///etc/passwd); \"");
    QTest::newRow("entities") << QStringLiteral("&lt;b&gt; &amp; &#60;img&#62; &nbsp;");
    QTest::newRow("comment") << QStringLiteral("<!-- --> <![CDATA[x]]> <?xml?>");
    QTest::newRow("table") << QStringLiteral("<table border=1><tr><td>x");
    QTest::newRow("half a tag") << QStringLiteral("a < b and b > a <");
    QTest::newRow("lines") << QStringLiteral("one\ntwo\n\nfour");
    QTest::newRow("spaces") << QStringLiteral("a   b  c");
    QTest::newRow("right to left") << QStringLiteral("\u202Eabc\u202C \u0645\u0631\u062D\u0628\u0627");
    QTest::newRow("long") << QStringLiteral("<b>").repeated(700);
}

void DiffTxtTest::hostileWordsStayWords()
{
    QFETCH(QString, words);
    for (const bool marked : {false, true}) {
        const std::unique_ptr<QQuickItem> item = made({part(QStringLiteral("before "), !marked), part(words, marked)});
        QTextDocument document;
        document.setHtml(item->property("text").toString());
        QCOMPARE(document.toPlainText(), QStringLiteral("before ") + words);
        for (const QTextFragment &fragment : fragmentsOf(document)) {
            QVERIFY(!fragment.charFormat().isImageFormat());
            QVERIFY(!fragment.charFormat().isAnchor());
            QVERIFY(fragment.charFormat().objectType() == QTextFormat::NoObject);
        }
        QVERIFY(item->implicitHeight() > 0);
    }
}

void DiffTxtTest::whatDiffersIsUnderlinedBoldAndTinted()
{
    const std::unique_ptr<QQuickItem> item = made({part(QStringLiteral("Visit two hostels "), false), part(QStringLiteral("and write"), true)});
    QTextDocument document;
    document.setHtml(item->property("text").toString());
    const QList<QTextFragment> fragments = fragmentsOf(document);
    QCOMPARE(fragments.size(), 2);
    QVERIFY(!fragments[0].charFormat().fontUnderline());
    QVERIFY(fragments[0].charFormat().background().style() == Qt::NoBrush);
    QCOMPARE(fragments[1].text(), QStringLiteral("and write"));
    QVERIFY(fragments[1].charFormat().fontUnderline());
    QVERIFY(fragments[1].charFormat().fontWeight() >= QFont::DemiBold);
    QVERIFY(fragments[1].charFormat().background().style() == Qt::SolidPattern);
}

void DiffTxtTest::aScreenReaderHearsWhatDiffers()
{
    const std::unique_ptr<QQuickItem> item = made({part(QStringLiteral("12"), false), part(QStringLiteral("<b>June"), true)});
    QAccessible::setActive(true);
    QAccessibleInterface *const heard = QAccessible::queryAccessibleInterface(item.get());
    QVERIFY(heard);
    QCOMPARE(heard->text(QAccessible::Name), QStringLiteral("12 different: <b>June"));
}

QTEST_MAIN(DiffTxtTest)
#include "tst_difftxt.moc"
