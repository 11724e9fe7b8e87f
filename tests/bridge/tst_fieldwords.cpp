// What a field holds, in words.
#include <QTest>

#include "app/bridge/fieldwords.h"
#include "core/catalogue/handles.h"

using namespace ourtable;

class FieldWordsTest final : public QObject {
    Q_OBJECT

private slots:
    void namesStandInARowAndSentencesEachOnItsOwn_data();
    void namesStandInARowAndSentencesEachOnItsOwn();
};

void FieldWordsTest::namesStandInARowAndSentencesEachOnItsOwn_data()
{
    QTest::addColumn<QStringList>("names");
    QTest::addColumn<QString>("words");
    QTest::newRow("names") << QStringList{QStringLiteral("Bea"), QStringLiteral("The Copper Kettle")} << QStringLiteral("Bea, The Copper Kettle");
    QTest::newRow("sentences") << QStringList{QStringLiteral("It opens in January."), QStringLiteral("We will ask")}
                               << QStringLiteral("It opens in January.\nWe will ask");
    QTest::newRow("questions") << QStringList{QStringLiteral("Who rings back?"), QStringLiteral("When")} << QStringLiteral("Who rings back?\nWhen");
}

void FieldWordsTest::namesStandInARowAndSentencesEachOnItsOwn()
{
    QFETCH(QStringList, names);
    QFETCH(QString, words);
    namespace promise = catalogue::kinds::action;
    const catalogue::Field &field = *catalogue::Catalogue::builtIn().kind(promise::kind)->field(promise::contributions);
    const QVariantList shown{QStringLiteral("0"), QStringLiteral("1")};
    QCOMPARE(fields::wordsOf(field, shown, QStringLiteral("2026-11-22"), [&names](const QString &key) { return names.at(key.toInt()); }), words);
}

QTEST_APPLESS_MAIN(FieldWordsTest)
#include "tst_fieldwords.moc"
