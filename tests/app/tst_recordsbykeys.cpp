// Records through the real window with nothing but a keyboard.
#include <QTest>

#include "core/catalogue/handles.h"
#include "tests/app/recorddesk.h"
#include "tests/qml/qmlview.h"

using namespace ourtable;
using namespace ourtable::test;

class RecordsByKeysTest : public QObject {
    Q_OBJECT

private slots:
    void init() { failOnWarnings(); }
    void anOrganisationByKeyboardAlone();
    void tabLeadsIntoAListWhereOneWasLast();

private:
    const std::unique_ptr<Programme> m_programme = foundedProgramme();
};

void RecordsByKeysTest::anOrganisationByKeyboardAlone()
{
    AppView app(*m_programme, m_programme->coordinator, {{1440, 900}, false});
    QVERIFY(app.signIn());
    app.open(s("records"), {{s("kind"), s("organisation")}});
    app.press(Qt::Key_N, Qt::ControlModifier);
    app.type(s("Loughborough Farm"));
    app.press(Qt::Key_Tab);
    app.press(Qt::Key_Tab); // voluntary is the third of the cards
    app.press(Qt::Key_Tab);
    app.press(Qt::Key_Return);
    app.press(Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(wordsOn(app, "recordTitle"), s("Loughborough Farm"));
    QCOMPARE(wordsOn(app, "words-sector"), s("Voluntary"));

    app.press(Qt::Key_F, Qt::ControlModifier);
    app.type(s("lough"));
    app.settle();
    app.press(Qt::Key_Tab); // filter
    app.press(Qt::Key_Tab); // add new
    app.press(Qt::Key_Tab); // the list
    app.press(Qt::Key_Return);
    app.press(Qt::Key_F6);
    app.press(Qt::Key_Return); // change
    app.type(s(" and garden")); // at the end of the name
    app.press(Qt::Key_Escape);
    QVERIFY(app.item(s("draftWaits"))); // kept
    app.press(Qt::Key_Return);
    app.press(Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(wordsOn(app, "recordTitle"), s("Loughborough Farm and garden"));
}

// Rows are filled again as they are scrolled, so their order in the window is not that of the list.
void RecordsByKeysTest::tabLeadsIntoAListWhereOneWasLast()
{
    AppView app(*m_programme, m_programme->coordinator, {{1440, 500}, false});
    QVERIFY(app.signIn());
    const auto addOne = [](usecases::Workspace &workspace, int number) {
        namespace fields = catalogue::kinds::organisation;
        const auto set = [](catalogue::FieldNumber field, Value value) { return usecases::FieldEdit{field, usecases::FieldEdit::How::Set, std::move(value), std::nullopt}; };
        return workspace.create(fields::kind, {set(fields::name, "Neighbours " + std::to_string(number)), set(fields::sector, "voluntary")});
    };
    for (int number = 10; number < 40; ++number)
        QVERIFY(app.inWorkspace([&](usecases::Workspace &workspace) { return addOne(workspace, number); }));
    app.open(s("records"), {{s("kind"), s("organisation")}});
    const auto fromTheField = [&app] {
        app.press(Qt::Key_F, Qt::ControlModifier);
        for (int tab = 0; tab < 3; ++tab) // filter, add new, the list
            app.press(Qt::Key_Tab);
        return app.window().activeFocusItem()->objectName();
    };
    QCOMPARE(fromTheField(), s("record0"));
    for (int row = 0; row < 20; ++row)
        app.press(Qt::Key_Down);
    QCOMPARE(app.window().activeFocusItem()->objectName(), s("record20"));
    QCOMPARE(fromTheField(), s("record20"));
    QQuickItem *const list = app.item(s("records"));
    list->setProperty("contentY", 0);
    app.settle();
    QCOMPARE(fromTheField(), s("record0")); // that one is out of sight
}

QTEST_MAIN(RecordsByKeysTest)
#include "tst_recordsbykeys.moc"
