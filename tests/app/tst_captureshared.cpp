// Notes of one table on several devices.
#include <QTest>

#include "tests/app/capturedesk.h"
#include "tests/app/inputs.h"

using namespace ourtable;
using namespace ourtable::test;

class CaptureSharedTest final : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { QVERIFY2(m_morning.make(), m_morning.programme.failure.c_str()); }
    void init() { failOnWarnings(); }
    void J1_15_fiveHundredLettersOfEveryScriptAreSavedAsWritten_data();
    void J1_15_fiveHundredLettersOfEveryScriptAreSavedAsWritten();
    void J1_15_everyScriptArrivesAsItWasWritten_data() { addInputs(); }
    void J1_15_everyScriptArrivesAsItWasWritten();
    void aNoteIsSharedOnlyWithTheHubsReceipt();
    void notesOfOthersComeInAboveWithoutMovingWhatIsRead();

private:
    Morning m_morning;
};

namespace {

// Polish, Somali, Arabic, emoji with joiners and colours of skin, letters with marks of their own, and all of them in one note:
// each as long as a note may be.
QStringList everyScript()
{
    QStringList said{words("Zażółć gęślą jaźń. Źle śpię. "), words("Waan ka welwelsanahay, caafimaadka maskaxda. "), words("أنا قلق. لا أحد يرد على الهاتف. "),
                     words("Tea ☕ with my dog 🐕‍🦺 helps 👍🏽 "), QString::fromUtf8("Cafe\xCC\x81 n\xCC\x83o o\xCC\x88 e\xCC\xA3\xCC\x81 ")};
    said.append(said.join(QString()));
    for (QString &each : said) {
        const QList<uint> letters = each.toUcs4();
        std::u32string whole;
        while (whole.size() < 499)
            whole += static_cast<char32_t>(letters[static_cast<qsizetype>(whole.size()) % letters.size()]);
        each = QString::fromStdU32String(whole + U'.');
    }
    return said;
}

} // namespace

void CaptureSharedTest::J1_15_fiveHundredLettersOfEveryScriptAreSavedAsWritten_data()
{
    QTest::addColumn<int>("written");
    QTest::addColumn<int>("saved");
    const QList<QPair<const char *, Input>> ways{{"composed on the screen", Input::Touch}, {"pasted", Input::Mouse}, {"letter by letter", Input::Keys}};
    const QList<QPair<const char *, Input>> inputs{{"finger", Input::Touch}, {"mouse", Input::Mouse}, {"keys", Input::Keys}};
    for (const auto &way : ways) {
        for (const auto &input : inputs)
            QTest::addRow("%s, saved by %s", way.first, input.first) << int(way.second) << int(input.second);
    }
}

void CaptureSharedTest::J1_15_fiveHundredLettersOfEveryScriptAreSavedAsWritten()
{
    QFETCH(int, written);
    QFETCH(int, saved);
    const Input by = static_cast<Input>(saved);
    CaptureDesk desk(m_morning, windowFor(by));
    pressBy(by, desk.app, words("table4"));
    for (const QString &each : everyScript()) {
        QCOMPARE(each.toUcs4().size(), 500);
        goInto(by, desk.app, words("boxInput"));
        writeBy(static_cast<Input>(written), desk.app, each);
        pressBy(by, desk.app, words("save"));
        QCOMPARE(desk.textOf("boxProblem"), QString());
        QCOMPARE(desk.firstNote(), each);
        QCOMPARE(QString::fromStdString(desk.saved(4).back()), each);
        QCOMPARE(desk.box(), QString());
    }
}

void CaptureSharedTest::J1_15_everyScriptArrivesAsItWasWritten()
{
    QFETCH(int, input);
    const Input by = static_cast<Input>(input);
    const QStringList said = everyScript();
    {
        CaptureDesk desk(m_morning, windowFor(by));
        pressBy(by, desk.app, words("table3"));
        for (const QString &each : said) {
            goInto(by, desk.app, words("boxInput"));
            writeBy(by, desk.app, each);
            pressBy(by, desk.app, words("save"));
            QCOMPARE(desk.firstNote(), each);
        }
        desk.app.session().sharing()->tryNow();
        desk.app.settle();
    }
    QVERIFY(m_morning.programme.reopen(*m_morning.amina));
    QVERIFY((*m_morning.amina)->share().ok());
    const std::vector<std::string> arrived = Morning::wordsAt(*m_morning.amina, m_morning.gathering, 3);
    m_morning.programme.close(*m_morning.amina);
    for (const QString &each : said)
        QVERIFY2(std::find(arrived.begin(), arrived.end(), each.toStdString()) != arrived.end(), qPrintable(each));

    AppView amina(m_morning.programme, *m_morning.amina);
    QVERIFY(amina.signIn());
    amina.open(words("capture"), {{words("table"), 3}});
    QStringList shown;
    for (int row = 0; row < said.size(); ++row) {
        QMetaObject::invokeMethod(amina.item(words("feed")), "positionViewAtIndex", Q_ARG(int, row), Q_ARG(int, 0)); // they are long
        amina.settle();
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
