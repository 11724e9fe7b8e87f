// Notes of one table on several devices.
#include <QTest>

#include "tests/app/capturedesk.h"

using namespace ourtable;
using namespace ourtable::test;

class CaptureSharedTest final : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { QVERIFY2(m_morning.make(), m_morning.programme.failure.c_str()); }
    void init() { failOnWarnings(); }
    void J1_15_everyScriptArrivesAsItWasTyped();
    void aNoteIsSharedOnlyWithTheHubsReceipt();
    void notesOfOthersComeInAboveWithoutMovingWhatIsRead();

private:
    Morning m_morning;
};

void CaptureSharedTest::J1_15_everyScriptArrivesAsItWasTyped()
{
    const QStringList said{words("Zażółć gęślą jaźń. Źle śpię."), words("Waan ka welwelsanahay, caafimaadka maskaxda."), words("أنا قلق. لا أحد يرد على الهاتف."),
                           words("Tea ☕ with my dog 🐕‍🦺 helps 👍🏽"), QString::fromUtf8("Cafe\xCC\x81 n\xCC\x83o o\xCC\x88")};
    {
        CaptureDesk desk(m_morning);
        desk.app.tap(words("table3"));
        for (const QString &each : said) {
            desk.app.type(each);
            desk.app.tap(words("save"));
            QCOMPARE(desk.firstNote(), each);
        }
        desk.app.session().sharing()->tryNow();
        desk.app.settle();
    }
    QVERIFY(m_morning.programme.reopen(*m_morning.amina));
    QVERIFY((*m_morning.amina)->share().ok());
    const std::vector<std::string> arrived = Morning::wordsAt(*m_morning.amina, m_morning.gathering, 3);
    m_morning.programme.close(*m_morning.amina);
    QCOMPARE(arrived.size(), static_cast<std::size_t>(said.size()));
    for (const QString &each : said)
        QVERIFY2(std::find(arrived.begin(), arrived.end(), each.toStdString()) != arrived.end(), qPrintable(each));

    AppView amina(m_morning.programme, *m_morning.amina);
    QVERIFY(amina.signIn());
    amina.open(words("capture"), {{words("table"), 3}});
    QStringList shown;
    for (qsizetype row = 0; row < said.size(); ++row) {
        QQuickItem *const note = amina.item(words("note%1").arg(row));
        shown.prepend(note ? note->property("text").toString() : QString());
    }
    QCOMPARE(shown, said);
}

void CaptureSharedTest::aNoteIsSharedOnlyWithTheHubsReceipt()
{
    CaptureDesk desk(m_morning);
    m_morning.programme.hub.online = false;
    desk.app.type(words("Nobody knows this yet."));
    desk.app.tap(words("save"));
    desk.app.session().sharing()->tryNow();
    desk.app.settle();
    QVERIFY(!desk.app.item(words("note0"))->property("shared").toBool());
    m_morning.programme.hub.online = true;
    desk.app.session().sharing()->tryNow();
    desk.app.settle();
    QTRY_VERIFY(desk.app.item(words("note0"))->property("shared").toBool());
}

void CaptureSharedTest::notesOfOthersComeInAboveWithoutMovingWhatIsRead()
{
    CaptureDesk desk(m_morning);
    for (int note = 0; note < 12; ++note) {
        desk.app.type(words("Note %1 of a long morning, with enough words for two lines of the feed.").arg(note));
        desk.app.press(Qt::Key_Return, Qt::ControlModifier);
    }
    QQuickItem *const feed = desk.app.item(words("feed"));
    feed->setProperty("contentY", feed->property("contentY").toDouble() + 700);
    desk.app.settle();
    QQuickItem *read = nullptr;
    for (QQuickItem *item : desk.app.items()) {
        const double top = item->mapToScene({0, 0}).y();
        if (item->objectName().startsWith(words("note")) && item->inherits("QQuickItem") && top > 300 && top < 600)
            read = item;
    }
    QVERIFY(read);
    const QString wordsRead = read->property("text").toString();
    const double before = read->mapToScene({0, 0}).y();
    const int count = feed->property("count").toInt();
    QVERIFY(m_morning.programme.reopen(*m_morning.amina));
    m_morning.amina->clock.advanceSeconds(3600);
    QVERIFY(m_morning.aminaWrites("From the other tablet."));
    m_morning.programme.close(*m_morning.amina);
    desk.app.session().sharing()->tryNow();
    desk.app.settle();
    QTRY_COMPARE(feed->property("count").toInt(), count + 1);
    desk.app.settle();
    QQuickItem *again = nullptr;
    for (QQuickItem *item : desk.app.items()) {
        if (item->property("text").toString() == wordsRead && item->objectName().startsWith(words("note")))
            again = item;
    }
    QVERIFY(again);
    QCOMPARE(again->mapToScene({0, 0}).y(), before);
}

QTEST_MAIN(CaptureSharedTest)
#include "tst_captureshared.moc"
