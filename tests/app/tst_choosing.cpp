// One of several cards, chosen by every input and by a screen reader: what looks chosen is what is done.
#include <QTest>

#include "core/catalogue/handles.h"
#include "tests/app/demoprogramme.h"
#include "tests/app/inputs.h"
#include "tests/qml/qmlview.h"

using namespace ourtable;
using namespace ourtable::test;

class ChoosingTest final : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void init() { failOnWarnings(); }
    void thePlaceThatWasChosenIsWhereItStarts_data() { everyInput(); }
    void thePlaceThatWasChosenIsWhereItStarts();
    void whatSomebodyWillDoIsAsChosen_data() { everyInput(); }
    void whatSomebodyWillDoIsAsChosen();

private:
    static void everyInput();
    DemoProgramme m_demo;
};

void ChoosingTest::initTestCase()
{
    QAccessible::setActive(true);
    QVERIFY2(m_demo.make(), m_demo.failure().c_str());
}

void ChoosingTest::everyInput()
{
    addInputs();
    QTest::newRow("screen reader") << int(Input::Reader);
}

void ChoosingTest::thePlaceThatWasChosenIsWhereItStarts()
{
    QFETCH(int, input);
    const Input by = static_cast<Input>(input);
    AppView app(m_demo.programme, *m_demo.lay, windowFor(by));
    QVERIFY(app.signIn());
    app.open(QStringLiteral("start"));
    const auto isChosen = [&app](const char *name) { return app.item(QString::fromLatin1(name))->property("checked").toBool(); };
    QVERIFY(isChosen("place0"));
    pressBy(by, app, QStringLiteral("otherPlace"));
    QVERIFY(isChosen("otherPlace") && !isChosen("place0"));
    QVERIFY(app.item(QStringLiteral("placeInput"))->hasActiveFocus());
    pressBy(by, app, QStringLiteral("place1"));
    QVERIFY(isChosen("place1") && !isChosen("otherPlace"));
    QVERIFY(!app.item(QStringLiteral("placeInput")));
    const QString wanted = app.item(QStringLiteral("place1"))->property("text").toString();
    pressBy(by, app, QStringLiteral("start"));
    QTRY_COMPARE(app.page(), QStringLiteral("capture"));
    const Result<std::string> place = app.inWorkspace([](usecases::Workspace &workspace) -> Result<std::string> {
        OURTABLE_ASSIGN(const RecordId id, usecases::openBreakfast(workspace));
        OURTABLE_ASSIGN(const store::RecordView started, workspace.get(id));
        return *started.field(catalogue::kinds::gathering::place).text();
    });
    QCOMPARE(QString::fromStdString(place.value()), wanted);
}

void ChoosingTest::whatSomebodyWillDoIsAsChosen()
{
    QFETCH(int, input);
    const Input by = static_cast<Input>(input);
    AppView app(m_demo.programme, m_demo.programme.coordinator, windowFor(by));
    QVERIFY(app.signIn());
    app.open(QStringLiteral("people"));
    const auto isChosen = [&app](const char *name) { return app.item(QString::fromLatin1(name))->property("checked").toBool(); };
    QVERIFY(!app.item(QStringLiteral("makeCode"))->isEnabled());
    pressBy(by, app, QStringLiteral("part1"));
    QVERIFY(isChosen("part1"));
    QVERIFY(app.item(QStringLiteral("makeCode"))->isEnabled());
    pressBy(by, app, QStringLiteral("part0"));
    QVERIFY(isChosen("part0") && !isChosen("part1"));
}

QTEST_MAIN(ChoosingTest)
#include "tst_choosing.moc"
