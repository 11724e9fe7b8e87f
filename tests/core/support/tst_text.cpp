#include <QTest>

#include "core/support/text.h"

using namespace ourtable;

class tst_text : public QObject {
    Q_OBJECT

private slots:
    void cleaned_data();
    void cleaned();
    void plainUtf8_data();
    void plainUtf8();
    void plainUtf8WhereverItLies();
};

void tst_text::cleaned_data()
{
    QTest::addColumn<QByteArray>("typed");
    QTest::addColumn<QByteArray>("oneLine");
    QTest::addColumn<QByteArray>("block");
    QTest::newRow("nothing") << QByteArray() << QByteArray() << QByteArray();
    QTest::newRow("words") << QByteArray("the bus stops at six") << QByteArray("the bus stops at six") << QByteArray("the bus stops at six");
    QTest::newRow("typographic quotes") << QByteArray("“It’s” – cosy… é 🙂") << QByteArray("“It’s” – cosy… é 🙂") << QByteArray("“It’s” – cosy… é 🙂");
    QTest::newRow("outer space") << QByteArray("  tea ") << QByteArray("tea") << QByteArray("  tea ");
    QTest::newRow("space after space") << QByteArray("tea  and") << QByteArray("tea and") << QByteArray("tea  and");
    QTest::newRow("line feed and tab") << QByteArray("tea\n\tand") << QByteArray("tea and") << QByteArray("tea\n\tand");
    QTest::newRow("carriage return") << QByteArray("tea\r\nand") << QByteArray("tea and") << QByteArray("tea\nand");
    QTest::newRow("control") << QByteArray("te\x07" "a") << QByteArray("tea") << QByteArray("tea");
    QTest::newRow("delete") << QByteArray("tea\x7f") << QByteArray("tea") << QByteArray("tea");
    QTest::newRow("C1 control") << QByteArray("te\xc2\x9b" "a") << QByteArray("tea") << QByteArray("tea");
    QTest::newRow("last C1, first that stays") << QByteArray("te\xc2\x9f\xc2\xa0" "a") << QByteArray("te\xc2\xa0" "a") << QByteArray("te\xc2\xa0" "a");
    QTest::newRow("line separator") << QByteArray("tea\xe2\x80\xa8" "and") << QByteArray("tea and") << QByteArray("tea\xe2\x80\xa8" "and");
    QTest::newRow("direction override") << QByteArray("tea\xe2\x80\xae" "dna") << QByteArray("teadna") << QByteArray("teadna");
    QTest::newRow("direction isolate") << QByteArray("tea\xe2\x81\xa9" "dna") << QByteArray("teadna") << QByteArray("teadna");
    QTest::newRow("beside the isolates") << QByteArray("tea\xe2\x81\xaa") << QByteArray("tea\xe2\x81\xaa") << QByteArray("tea\xe2\x81\xaa");
    QTest::newRow("only space") << QByteArray(" \n\xe2\x80\xa9\t") << QByteArray() << QByteArray(" \n\xe2\x80\xa9\t");
}

void tst_text::cleaned()
{
    QFETCH(QByteArray, typed);
    QFETCH(QByteArray, oneLine);
    QFETCH(QByteArray, block);
    QCOMPARE(QByteArray::fromStdString(text::cleanOneLine(typed.toStdString())), oneLine);
    QCOMPARE(QByteArray::fromStdString(text::cleanLong(typed.toStdString())), block);
    QCOMPARE(text::isBlank(typed.toStdString()), oneLine.isEmpty());
}

void tst_text::plainUtf8_data()
{
    QTest::addColumn<QByteArray>("octets");
    QTest::addColumn<bool>("plain");
    QTest::newRow("nothing") << QByteArray() << true;
    QTest::newRow("ASCII") << QByteArray("eight octets and some more") << true;
    QTest::newRow("every length") << QByteArray("aé€🙂") << true;
    QTest::newRow("NUL") << QByteArray("a\0b", 3) << false;
    QTest::newRow("octet that begins nothing") << QByteArray("a\x80") << false;
    QTest::newRow("cut short") << QByteArray("a\xe2\x82") << false;
    QTest::newRow("overlong") << QByteArray("\xc0\xaf") << false;
    QTest::newRow("surrogate") << QByteArray("\xed\xa0\x80") << false;
    QTest::newRow("past the last") << QByteArray("\xf4\x90\x80\x80") << false;
}

void tst_text::plainUtf8()
{
    QFETCH(QByteArray, octets);
    QFETCH(bool, plain);
    QCOMPARE(text::isPlainUtf8(octets.toStdString()), plain);
}

void tst_text::plainUtf8WhereverItLies()
{
    // Eight octets are looked at together: what is wrong must be seen at each of their places.
    for (std::size_t before = 0; before < 20; ++before) {
        for (std::size_t after = 0; after < 20; ++after) {
            const std::string right = std::string(before, 'a') + "é" + std::string(after, 'z');
            QVERIFY(text::isPlainUtf8(right));
            for (const char wrong : {'\0', '\x80', '\xff'})
                QVERIFY(!text::isPlainUtf8(std::string(before, 'a') + wrong + std::string(after, 'z')));
        }
    }
}

QTEST_GUILESS_MAIN(tst_text)
#include "tst_text.moc"
