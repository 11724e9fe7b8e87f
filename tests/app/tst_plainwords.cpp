// J1-09 in the window: every screen of the morning is gone through by each input, and all that it shows and says is judged. What
// counts as words of ours stands in shownwords.h.
#include <QTest>

#include "tests/app/demoprogramme.h"
#include "tests/app/inputs.h"
#include "tests/app/shownwords.h"
#include "tests/qml/qmlview.h"

using namespace ourtable;
using namespace ourtable::test;

namespace {

// Goes from screen to screen and reads each.
class Walk {
public:
    Walk(AppView &app, Input by) : m_app(app), m_by(by) {}

    void press(const char *name, const QString &where)
    {
        pressBy(m_by, m_app, QString::fromLatin1(name));
        words.read(m_app, where);
    }
    void write(const char *field, const QString &text)
    {
        goInto(m_by, m_app, QString::fromLatin1(field));
        writeBy(m_by, m_app, text);
    }
    void empty(const char *field)
    {
        goInto(m_by, m_app, QString::fromLatin1(field));
        m_app.press(Qt::Key_A, Qt::ControlModifier);
        m_app.press(Qt::Key_Delete);
    }

    void comeIn();
    void lookAround();
    void start();
    void capture();
    void saySoMuch();
    void shareAndAskForHelp();
    void finish();

    ShownWords words;

private:
    AppView &m_app;
    Input m_by;
};

void Walk::comeIn()
{
    words.read(m_app, QStringLiteral("sign in"));
    press("forgot", QStringLiteral("I forgot"));
    goInto(m_by, m_app, QStringLiteral("secretInput"));
    m_app.type(QStringLiteral("111222"));
    pressBy(m_by, m_app, QStringLiteral("open"));
    QTRY_VERIFY(!m_app.session().problem().isEmpty());
    words.read(m_app, QStringLiteral("another PIN"));
    empty("secretInput");
    signInBy(m_by, m_app, QString::fromLatin1(kPin));
    words.read(m_app, QStringLiteral("today"));
}

void Walk::lookAround()
{
    press("breakfasts", QStringLiteral("breakfasts"));
    press("breakfast1", QStringLiteral("a breakfast that was held"));
    press("openNotes", QStringLiteral("its notes"));
    press("addLeftOut", QStringLiteral("add what was left out"));
    press("leave", QStringLiteral("breakfasts again"));
}

void Walk::start()
{
    press("startBreakfast", QStringLiteral("start, where it is open already"));
    press("otherPlace", QStringLiteral("start, another place"));
    press("start", QStringLiteral("start, without a place"));
    press("changeWhen", QStringLiteral("start, another time"));
    write("placeInput", QStringLiteral("Tamarind Hall"));
    pressBy(m_by, m_app, QStringLiteral("start"));
    QTRY_COMPARE(m_app.page(), QStringLiteral("capture"));
    words.read(m_app, QStringLiteral("capture"));
}

void Walk::capture()
{
    press("save", QStringLiteral("capture, an empty box"));
    write("boxInput", QStringLiteral("Nobody rings back."));
    press("kind-barrier", QStringLiteral("capture, a kind"));
    press("who", QStringLiteral("who said it"));
    press("confirm", QStringLiteral("capture, somebody said it"));
    press("moreThemes", QStringLiteral("more about a note"));
    press("all-benefit", QStringLiteral("more about a note, chosen"));
    press("confirm", QStringLiteral("capture, more chosen"));
    press("save", QStringLiteral("capture, saved"));
    QCOMPARE(m_app.item(QStringLiteral("note0"))->property("text").toString(), QStringLiteral("Nobody rings back."));
}

void Walk::saySoMuch()
{
    press("kind-promise", QStringLiteral("a promise"));
    press("kind-promise", QStringLiteral("no promise"));
    write("boxInput", QString(503, QLatin1Char('a')));
    press("save", QStringLiteral("capture, too much"));
    empty("boxInput");
}

void Walk::shareAndAskForHelp()
{
    press("pill", QStringLiteral("sharing"));
    press("tryNow", QStringLiteral("sharing, out of reach"));
    press("help", QStringLiteral("help"));
    press("dangerYes", QStringLiteral("help now"));
    press("back", QStringLiteral("sharing again"));
    press("back", QStringLiteral("capture again"));
}

void Walk::finish()
{
    press("finish", QStringLiteral("finish"));
    press("confirm", QStringLiteral("finish, nobody counted"));
    press("more1", QStringLiteral("finish, somebody counted"));
    press("confirm", QStringLiteral("finish, what else"));
}

} // namespace

class PlainWordsTest final : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { QAccessible::setActive(true); }
    void init() { failOnWarnings(); }
    void J1_09_everyScreenOfTheMorningIsShortEasyAndKind_data() { addInputs(); }
    void J1_09_everyScreenOfTheMorningIsShortEasyAndKind();
};

void PlainWordsTest::J1_09_everyScreenOfTheMorningIsShortEasyAndKind()
{
    QFETCH(int, input);
    const Input by = static_cast<Input>(input);
    DemoProgramme demo;
    QVERIFY2(demo.make(), demo.failure().c_str());
    demo.programme.hub.online = false;
    AppView app(demo.programme, *demo.lay, windowFor(by));
    Walk walk(app, by);
    for (void (Walk::*part)() : {&Walk::comeIn, &Walk::lookAround, &Walk::start, &Walk::capture, &Walk::saySoMuch, &Walk::shareAndAskForHelp, &Walk::finish}) {
        (walk.*part)();
        if (QTest::currentTestFailed())
            return;
    }
    walk.words.passOverRecords(app);
    QVERIFY2(walk.words.count() > 150, qPrintable(QString::number(walk.words.count())));
    const QString complaints = walk.words.complaints();
    QVERIFY2(complaints.isEmpty(), qPrintable(complaints));
}

QTEST_MAIN(PlainWordsTest)
#include "tst_plainwords.moc"
