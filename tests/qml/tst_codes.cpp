// A code is drawn sign by sign, so that it can be typed: Inter makes a multiplication sign of the x in "6x7".
#include <QFont>
#include <QGlyphRun>
#include <QTemporaryDir>
#include <QTest>
#include <QTextLayout>

#include "tests/qml/qmlview.h"

using namespace ourtable::test;

namespace {

constexpr char kPage[] = R"(
import QtQuick
import OurTable.Controls
Item {
    Txt { objectName: "words"; text: "6x7" }
    Txt { objectName: "code"; asTyped: true; text: "6x7" }
    Field { objectName: "codeField"; asTyped: true; label: "Code"; text: "6x7" }
}
)";

QList<quint32> glyphsOf(const QString &text, const QFont &font)
{
    QTextLayout layout(text, font);
    layout.beginLayout();
    layout.createLine();
    layout.endLayout();
    QList<quint32> glyphs;
    for (const QGlyphRun &run : layout.glyphRuns())
        glyphs += run.glyphIndexes();
    return glyphs;
}

// As it is drawn between two digits, and alone.
bool staysItself(QChar sign, const QFont &font)
{
    const QList<quint32> between = glyphsOf(QStringLiteral("6") + sign + QStringLiteral("7"), font);
    return between.size() == 3 && between.at(1) == glyphsOf(sign, font).at(0);
}

} // namespace

class CodesTest final : public QObject {
    Q_OBJECT

private slots:
    void init() { failOnWarnings(); }
    void eachSignOfACodeIsDrawnAsItself();
};

void CodesTest::eachSignOfACodeIsDrawnAsItself()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("Page.qml")));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(kPage) > 0);
    file.close();
    QmlView view(QUrl::fromLocalFile(file.fileName()).toString(), {}, {360, 300});
    const auto fontOf = [&view](const char *name) { return view.item(QLatin1String(name))->property("font").value<QFont>(); };
    if (staysItself(QLatin1Char('x'), fontOf("words")))
        QSKIP("This machine's font draws codes as they are.");
    for (const char *name : {"code", "codeFieldInput"}) {
        QVERIFY2(staysItself(QLatin1Char('x'), fontOf(name)), name);
        QVERIFY2(staysItself(QLatin1Char('X'), fontOf(name)), name);
    }
}

QTEST_MAIN(CodesTest)
#include "tst_codes.moc"
