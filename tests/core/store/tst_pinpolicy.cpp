// Which PINs and passphrases are refused, and by which rule (security.md 2).

#include <QTest>

#include "core/store/pinpolicy.h"

using namespace ourtable;
using namespace ourtable::store;

class TestPinPolicy : public QObject {
    Q_OBJECT
private slots:
    void pins_data();
    void pins();
    void passphrases_data();
    void passphrases();
    void mostPinsAreTaken();
};

namespace {

QByteArray ruleOf(PasswordKind kind, const QByteArray &password)
{
    const Result<void> checked = checkPassword(kind, password.toStdString());
    if (checked)
        return "taken";
    return checked.error().code == ErrorCode::WeakSecret ? QByteArray::fromStdString(checked.error().detail) : "?";
}

} // namespace

void TestPinPolicy::pins_data()
{
    QTest::addColumn<QByteArray>("rule");
    const auto rows = [](const char *rule, std::initializer_list<const char *> pins) {
        for (const char *pin : pins)
            QTest::newRow(pin) << QByteArray(rule);
    };
    rows("length", {"", "1", "48213", "4821390571636"});
    rows("digits", {"48213a", "482 139", "-482139", "4821\xd9\xa3\xd9\xa4"});
    rows("repeat", {"000000", "111111111111", "121212", "123123", "112112112", "110000", "48214821"});
    rows("sequence", {"123456", "654321", "234567", "890123", "246802", "135791", "0123456789", "987654321098", "369258"});
    rows("date", {"140783", "311299", "010199", "290204", "071483", "830714", "198407", "071984", "14071983", "07141983",
                  "19830714", "19841990", "102030", "010203"});
    rows("pattern", {"482284", "123321", "203040", "152535", "112233", "111222333", "147258", "159753", "963741",
                     "789456"});
    // The 30th of February and the 32nd are no days; 1939 and 2031 are out of the years that people choose.
    rows("taken", {"482139", "300283", "329974", "48213905", "14071939", "14072031", "482139057163", "193907", "739150"});
}

void TestPinPolicy::pins()
{
    QFETCH(QByteArray, rule);
    QCOMPARE(ruleOf(PasswordKind::Pin, QByteArray(QTest::currentDataTag())), rule);
}

void TestPinPolicy::passphrases_data()
{
    QTest::addColumn<QByteArray>("phrase");
    QTest::addColumn<QByteArray>("rule");
    QTest::newRow("empty") << QByteArray() << QByteArray("length");
    QTest::newRow("14 characters") << QByteArray("kettle on at 9") << QByteArray("length");
    QTest::newRow("15 characters") << QByteArray("kettle on at 9!") << QByteArray("taken");
    QTest::newRow("15 characters of two octets") << QByteArray("\xc3\xa9\xc3\xa0\xc3\xbc\xc3\xb6\xc3\xa4").repeated(3)
                                                 << QByteArray("taken");
    QTest::newRow("one character") << QByteArray(40, 'a') << QByteArray("repeat");
    QTest::newRow("four characters") << QByteArray("abcd").repeated(10) << QByteArray("repeat");
    QTest::newRow("no composition asked for") << QByteArray("plain lower case words") << QByteArray("taken");
    QTest::newRow("very long") << QByteArray("a long one; ").repeated(85) << QByteArray("taken");
    QTest::newRow("too long") << QByteArray("a long one; ").repeated(86) << QByteArray("length");
    QTest::newRow("not UTF-8") << QByteArray("kettle on at 9 \xff\xfe") << QByteArray("text");
}

void TestPinPolicy::passphrases()
{
    QFETCH(QByteArray, phrase);
    QFETCH(QByteArray, rule);
    QCOMPARE(ruleOf(PasswordKind::Passphrase, phrase), rule);
}

// The rules must leave people a choice, and an attacker a large enough number of PINs.
void TestPinPolicy::mostPinsAreTaken()
{
    int taken = 0;
    for (int number = 0; number < 1'000'000; number += 7) {
        const QByteArray pin = QByteArray::number(number).rightJustified(6, '0');
        taken += checkPassword(PasswordKind::Pin, pin.toStdString()).ok() ? 7 : 0;
    }
    QVERIFY2(taken > 850'000 && taken < 950'000, qPrintable(QString::number(taken)));
}

QTEST_GUILESS_MAIN(TestPinPolicy)
#include "tst_pinpolicy.moc"
