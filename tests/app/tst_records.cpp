// Records of every kind through the real window: made, found, changed, removed and brought back, by finger, mouse and keyboard.
#include <QTest>

#include "core/catalogue/handles.h"
#include "tests/app/recorddesk.h"
#include "tests/qml/qmlview.h"

using namespace ourtable;
using namespace ourtable::test;

class RecordsTest : public QObject {
    Q_OBJECT

private slots:
    void init() { failOnWarnings(); }
    void anOrganisationByTouch();
    void anOrganisationByMouseBesideTheList();
    void everyKindOpensAndSaves_data();
    void everyKindOpensAndSaves();
    void whatIsWrongIsListedAndLedTo();
    void whatWasBeingWrittenComesBackAfterAKill();
    void aRowSaysThatSomethingWaitsInItsForm();

private:
    void put(AppView &app, const char *field, const QString &text);
    void fill(AppView &app, const QString &field, const QString &how);

    const std::unique_ptr<Programme> m_programme = foundedProgramme();
};

// As a finger does: into the field, all of it away, then the new words.
void RecordsTest::put(AppView &app, const char *field, const QString &text)
{
    app.tap(s(field));
    app.press(Qt::Key_A, Qt::ControlModifier);
    app.press(Qt::Key_Backspace);
    app.type(text);
}

void RecordsTest::anOrganisationByTouch()
{
    AppView app(*m_programme, m_programme->coordinator, {{360, 800}, true});
    QVERIFY(app.signIn());
    app.open(s("lists"), {{s("area"), s("lists")}});
    app.tap(s("kind-organisation"));
    QCOMPARE(app.page(), s("records"));
    app.tap(s("addNew"));
    QCOMPARE(app.page(), s("record"));
    put(app, "field-nameInput", s("Brixton Advice Hub"));
    app.tap(s("field-sector-voluntary"));
    app.tap(s("save"));
    QCOMPARE(wordsOn(app, "words-name"), s("Brixton Advice Hub"));

    app.tap(s("change"));
    put(app, "field-addressInput", s("12 Effra Road"));
    app.tap(s("save"));
    QCOMPARE(wordsOn(app, "words-address"), s("12 Effra Road"));
    app.tap(s("history"));
    QCOMPARE(wordsOn(app, "what0"), s("Address: “12 Effra Road”"));

    app.tap(s("remove"));
    app.tap(s("confirm"));
    QCOMPARE(app.page(), s("records"));
    app.tap(s("find"));
    app.type(s("brix"));
    app.settle();
    QVERIFY(app.item(s("nothing")));
    app.press(Qt::Key_Escape); // clears
    app.tap(s("filter"));
    app.tap(s("states-removed"));
    app.tap(s("record0"));
    app.tap(s("bringBack"));
    QVERIFY(!app.item(s("bringBack")));
    QVERIFY(app.item(s("change")));
}

void RecordsTest::anOrganisationByMouseBesideTheList()
{
    AppView app(*m_programme, m_programme->coordinator, {{1440, 900}, false});
    QVERIFY(app.signIn());
    app.open(s("records"), {{s("kind"), s("organisation")}});
    app.click(s("addNew"));
    app.click(s("field-nameInput"));
    app.type(s("Copper Kettle"));
    app.click(s("field-sector-community"));
    app.click(s("save"));
    QCOMPARE(app.page(), s("records")); // beside the list
    QCOMPARE(wordsOn(app, "recordTitle"), s("Copper Kettle"));
    app.click(s("find"));
    app.type(s("copp"));
    app.settle();
    app.click(s("record0"));
    app.click(s("change"));
    app.click(s("field-access-step_free"));
    app.click(s("save"));
    QCOMPARE(wordsOn(app, "words-access"), s("Step-free"));
    app.click(s("remove"));
    app.click(s("cancel"));
    QCOMPARE(wordsOn(app, "recordTitle"), s("Copper Kettle"));
    app.click(s("remove"));
    app.click(s("confirm"));
    QVERIFY(app.item(s("nothing")));
}

void RecordsTest::everyKindOpensAndSaves_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QStringList>("steps"); // "field=words" types, "field" taps
    const auto row = [](const char *kind, const QStringList &steps) { QTest::newRow(kind) << s(kind) << steps; };
    row("organisation", {s("field-nameInput=Effra Hall"), s("field-sector-health")});
    row("person", {s("field-nameInput=Joel Amadi"), s("field-known_asInput=Joel"), s("field-role-peer_worker")});
    row("access_needs", {s("field-personFieldInput=Mari"), s("found0"), s("add-needs"), s("item-needs0WordsInput=Large print"), s("field-share_with-everyone")});
    row("workstream", {s("field-nameInput=Crisis café"), s("field-plainInput=A place to go")});
    row("resource", {s("field-nameInput=A kiln"), s("field-asset_type-thing"), s("field-offerInput=Firing clay")});
    row("setting", {s("field-keyInput=idle_minutes"), s("field-valueInput=5")});
    row("agreement", {s("field-definitionInput=Doing it together"), s("add-ground_rules"), s("item-ground_rules0WordsInput=One at a time"),
                      s("add-principles"), s("item-principles0-codeChoice-assets"), s("item-principles0-titleWordsInput=Assets")});
    row("guide_page", {s("field-titleInput=How we begin"), s("field-bodyInput=With tea")});
}

void RecordsTest::fill(AppView &app, const QString &field, const QString &how)
{
    app.tap(field);
    app.type(how);
    app.settle();
}

void RecordsTest::everyKindOpensAndSaves()
{
    QFETCH(QString, kind);
    QFETCH(QStringList, steps);
    AppView app(*m_programme, m_programme->coordinator, {{800, 1280}, true});
    QVERIFY(app.signIn());
    app.open(s("record"), {{s("kind"), kind}});
    for (const QString &step : steps) {
        if (step.contains(QLatin1Char('=')))
            fill(app, step.section(QLatin1Char('='), 0, 0), step.section(QLatin1Char('='), 1));
        else
            app.tap(step);
    }
    app.tap(s("save"));
    QVERIFY2(app.item(s("change")), qPrintable(wordsOn(app, "problem")));
    QVERIFY(!app.item(s("save")));
    app.open(s("records"), {{s("kind"), kind}});
    QVERIFY(app.item(s("record0")));
}

void RecordsTest::whatIsWrongIsListedAndLedTo()
{
    AppView app(*m_programme, m_programme->coordinator, {{360, 800}, true});
    QVERIFY(app.signIn());
    app.open(s("record"), {{s("kind"), s("resource")}});
    app.tap(s("save"));
    QQuickItem *const faults = app.item(s("faults"));
    QVERIFY(faults);
    QVERIFY(faults->hasActiveFocus());
    app.press(Qt::Key_Tab);
    app.press(Qt::Key_Return); // the first one leads to its field
    app.type(s("A kiln"));
    QCOMPARE(app.item(s("field-nameInput"))->property("text").toString(), s("A kiln"));
    app.tap(s("leaveForm"));
    app.open(s("record"), {{s("kind"), s("resource")}});
    QVERIFY(app.item(s("draftBack")));
    app.tap(s("startAgain")); // asks: what goes does not come back
    QCOMPARE(app.item(s("field-nameInput"))->property("text").toString(), s("A kiln"));
    app.tap(s("keepDraft"));
    QVERIFY(!app.item(s("startAgainNow")));
    QCOMPARE(app.item(s("field-nameInput"))->property("text").toString(), s("A kiln"));
    app.tap(s("startAgain"));
    app.tap(s("startAgainNow"));
    QCOMPARE(app.item(s("field-nameInput"))->property("text").toString(), QString());
}

void RecordsTest::whatWasBeingWrittenComesBackAfterAKill()
{
    AppView app(*m_programme, m_programme->coordinator, {{1280, 800}, true});
    QVERIFY(app.signIn());
    app.open(s("record"), {{s("kind"), s("workstream")}});
    put(app, "field-nameInput", s("Evening café"));
    QTRY_VERIFY([&] {
        std::size_t kept = 0;
        app.session().storage().askWorkspace(&app.session(), [](usecases::Workspace &workspace) { return workspace.drafts(); },
                                             [&kept](const Result<std::vector<std::string>> &drafts) { kept = drafts ? drafts->size() : 0; });
        app.settle();
        return kept > 0;
    }());
    app.killAndRestart();
    QVERIFY(app.signIn());
    QCOMPARE(app.page(), s("record"));
    QVERIFY(app.item(s("draftBack")));
    QCOMPARE(app.item(s("field-nameInput"))->property("text").toString(), s("Evening café"));
    app.open(s("records"), {{s("kind"), s("workstream")}}); // and whoever comes by the list finds it
    QVERIFY(app.item(s("unfinished")));
    app.tap(s("goOn"));
    QVERIFY(app.item(s("draftBack")));
    QVERIFY(!app.item(s("unfinished")));
    app.tap(s("startAgain"));
    app.tap(s("startAgainNow"));
    app.open(s("records"), {{s("kind"), s("workstream")}});
    QVERIFY(!app.item(s("unfinished")));
}

void RecordsTest::aRowSaysThatSomethingWaitsInItsForm()
{
    AppView app(*m_programme, m_programme->coordinator, {{1280, 800}, true});
    QVERIFY(app.signIn());
    using How = usecases::FieldEdit::How;
    namespace fields = catalogue::kinds::organisation;
    QVERIFY(app.inWorkspace([](usecases::Workspace &workspace) {
        return workspace.create(fields::kind, {{fields::name, How::Set, Value("Abbey Choir"), std::nullopt}, {fields::sector, How::Set, Value("voluntary"), std::nullopt}});
    }));
    app.open(s("records"), {{s("kind"), s("organisation")}});
    const auto tag = [&app] { return app.item(s("record0"))->property("tag").toString(); };
    const QString before = tag();
    QVERIFY(before != s("You were writing"));
    app.tap(s("record0"));
    app.tap(s("change"));
    const QString name = app.item(s("field-nameInput"))->property("text").toString();
    put(app, "field-nameInput", name + s(" and more"));
    QTRY_COMPARE(tag(), s("You were writing"));
    app.killAndRestart();
    QVERIFY(app.signIn());
    app.open(s("lists"));
    app.open(s("records"), {{s("kind"), s("organisation")}});
    QTRY_COMPARE(tag(), s("You were writing"));
    app.tap(s("record0"));
    app.tap(s("startAgain"));
    app.tap(s("startAgainNow"));
    QTRY_COMPARE(tag(), before);
}

QTEST_MAIN(RecordsTest)
#include "tst_records.moc"
