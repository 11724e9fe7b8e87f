// Two versions of a long text, merged by sentence over the text that both replaced (sync.md 4).
#include <QTest>

#include "core/sync/merge.h"

using ourtable::sync::mergedText;

class TextMergeTest : public QObject {
    Q_OBJECT

private slots:
    void merges_data();
    void merges();
    void merges_inEitherOrder_data() { merges_data(); }
    void merges_inEitherOrder();
    void refusesTextsOfTooManySentences();
};

void TextMergeTest::merges_data()
{
    QTest::addColumn<QString>("base");
    QTest::addColumn<QString>("one");
    QTest::addColumn<QString>("other");
    QTest::addColumn<QString>("merged"); // null: two versions

    const auto row = [](const char *name, const char *base, const char *one, const char *other, const char *merged) {
        QTest::newRow(name) << QString::fromUtf8(base) << QString::fromUtf8(one) << QString::fromUtf8(other)
                            << (merged ? QString::fromUtf8(merged) : QString());
    };
    row("nobody changed it", "One. Two.", "One. Two.", "One. Two.", "One. Two.");
    row("one changed it", "One. Two.", "One. More.", "One. Two.", "One. More.");
    row("both changed it alike", "One. Two.", "One. More.", "One. More.", "One. More.");
    row("other sentences", "One. Two. Three.", "Uno. Two. Three.", "One. Two. Tres.", "Uno. Two. Tres.");
    row("the same sentence", "One. Two. Three.", "One. Dos. Three.", "One. Zwei. Three.", nullptr);
    row("neighbouring sentences", "One. Two. Three.", "Uno. Two. Three.", "One. Dos. Three.", nullptr);
    row("added before and after", "Two. ", "One. Two. ", "Two. Three.", "One. Two. Three.");
    row("both added at the end", "One. ", "One. Two.", "One. Three.", nullptr);
    row("removed and changed elsewhere", "One. Two. Three. Four.", "One. Two. Three! Four.", "Two. Three. Four.",
        "Two. Three! Four.");
    row("removed and changed", "One. Two. Three.", "One. Three.", "One. Dos. Three.", nullptr);
    row("lines are sentences", "tea\nmilk\nbread\n", "tea\noat milk\nbread\n", "tea\nmilk\nbread\njam\n",
        "tea\noat milk\nbread\njam\n");
    row("no base", "", "One.", "Two.", nullptr);
    row("other scripts", "Był deszcz. نحن هنا. ☕!", "Był śnieg. نحن هنا. ☕!", "Był deszcz. نحن هنا. ☕☕!",
        "Był śnieg. نحن هنا. ☕☕!");
    row("white space is kept", "One.  Two.\n\nThree.", "Uno.  Two.\n\nThree.", "One.  Two.\n\nTres.",
        "Uno.  Two.\n\nTres.");
    row("a dot inside a word ends nothing", "At 8.30 in cafe.org. Two. Three.", "At 8.45 in cafe.org. Two. Three.",
        "At 8.30 in cafe.org. Two. Tres.", "At 8.45 in cafe.org. Two. Tres.");
}

void TextMergeTest::merges()
{
    QFETCH(QString, base);
    QFETCH(QString, one);
    QFETCH(QString, other);
    QFETCH(QString, merged);
    const auto made = mergedText(base.toStdString(), one.toStdString(), other.toStdString());
    QCOMPARE(made ? QString::fromStdString(*made) : QStringLiteral("two versions"),
             merged.isNull() ? QStringLiteral("two versions") : merged);
}

void TextMergeTest::merges_inEitherOrder()
{
    QFETCH(QString, base);
    QFETCH(QString, one);
    QFETCH(QString, other);
    QVERIFY(mergedText(base.toStdString(), one.toStdString(), other.toStdString())
            == mergedText(base.toStdString(), other.toStdString(), one.toStdString()));
}

void TextMergeTest::refusesTextsOfTooManySentences()
{
    std::string text;
    for (int i = 0; i < 2001; ++i)
        text += "a. ";
    QVERIFY(!mergedText(text, text, text));
}

QTEST_GUILESS_MAIN(TextMergeTest)
#include "tst_textmerge.moc"
