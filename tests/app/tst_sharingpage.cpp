// Saving and sharing (ux.md 7.22) through the real window.
#include <QTest>

#include "core/catalogue/handles.h"
#include "tests/app/appview.h"
#include "tests/app/demoprogramme.h"
#include "tests/app/shownwords.h"
#include "tests/qml/qmlview.h"
#include "tests/support/verifygood.h"

using namespace ourtable;
using namespace ourtable::test;

class SharingPageTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_demo.reset(); }

    void J1_12_nothingHereSoundsLikeAMachineOrTurns();
    void thePillLeadsHereAndSaysTheSame();
    void aPhoneIsCalledADevice_data();
    void aPhoneIsCalledADevice();
    void notesOfOthersAppearWhileYouLook();
    void whatNeedsAPersonIsToldWithoutACode();

private:
    [[nodiscard]] QString words(AppView &app, const QString &name) { return app.item(name)->property("text").toString(); }
    [[nodiscard]] static QStringList allWords(AppView &app);
    void write(AppView &app, int notes);

    std::unique_ptr<DemoProgramme> m_demo;
};

void SharingPageTest::init()
{
    failOnWarnings();
    m_demo = std::make_unique<DemoProgramme>();
    QVERIFY2(m_demo->make(), m_demo->failure().c_str());
}

QStringList SharingPageTest::allWords(AppView &app)
{
    QStringList words;
    for (QQuickItem *item : app.items()) {
        const QVariant text = item->property("text");
        if (text.isValid() && !text.toString().isEmpty())
            words.append(text.toString());
    }
    return words;
}

void SharingPageTest::write(AppView &app, int notes)
{
    for (int i = 0; i < notes; ++i) {
        bool saved = false;
        app.session().storage().askWorkspace(
            &app.session(),
            [gathering = m_demo->gathering](usecases::Workspace &workspace) {
                usecases::NewNote note;
                note.text = "A bench by the door";
                return usecases::addNote(workspace, gathering, note);
            },
            [&](const Result<RecordId> &note) {
                saved = note.ok();
                if (note)
                    app.session().tellTouched(*note, catalogue::kinds::contribution::kind);
            });
        QTRY_VERIFY(saved);
    }
    app.settle();
}

void SharingPageTest::J1_12_nothingHereSoundsLikeAMachineOrTurns()
{
    AppView app(m_demo->programme, *m_demo->peer);
    QVERIFY(app.signIn());
    m_demo->programme.hub.online = false;
    write(app, 6);
    app.open(QStringLiteral("sharing"));
    app.tap(QStringLiteral("tryNow"));
    QCOMPARE(words(app, QStringLiteral("sentence")),
             QStringLiteral("6 notes will be shared with the hub next time there is Wi-Fi. You do not need to do anything."));
    QCOMPARE(words(app, QStringLiteral("waitingCount")), QStringLiteral("6 waiting for Wi-Fi"));
    ShownWords shown;
    shown.read(app, app.page());
    QVERIFY(shown.count() > 10);
    QCOMPARE(shown.machineWords(), QString());
    for (QQuickItem *item : app.items())
        QVERIFY(!item->inherits("QQuickBusyIndicator") && !item->property("indeterminate").toBool());
}

void SharingPageTest::thePillLeadsHereAndSaysTheSame()
{
    AppView app(m_demo->programme, *m_demo->peer);
    QVERIFY(app.signIn());
    m_demo->programme.hub.online = false;
    write(app, 2);
    app.tap(QStringLiteral("pill"));
    QCOMPARE(app.page(), QStringLiteral("sharing"));
    QVERIFY(words(app, QStringLiteral("headline")).contains(QStringLiteral("safe on this tablet")));
    m_demo->programme.hub.online = true;
    app.tap(QStringLiteral("tryNow"));
    QVERIFY(words(app, QStringLiteral("sentence")).startsWith(QStringLiteral("Everything is shared with the hub. Last time: today ")));
    QVERIFY(!app.item(QStringLiteral("waitingCount")));
}

void SharingPageTest::aPhoneIsCalledADevice_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<QString>("wrong");
    QTest::newRow("tablet") << QSize(1280, 800) << QStringLiteral("this device");
    QTest::newRow("phone") << QSize(360, 800) << QStringLiteral("this tablet");
}

void SharingPageTest::aPhoneIsCalledADevice()
{
    QFETCH(QSize, size);
    QFETCH(QString, wrong);
    AppView app(m_demo->programme, *m_demo->lay, {size, true});
    QVERIFY(app.signIn());
    write(app, 1);
    app.open(QStringLiteral("sharing"));
    for (const QString &words : allWords(app))
        QVERIFY2(!words.contains(wrong), qPrintable(words));
}

void SharingPageTest::notesOfOthersAppearWhileYouLook()
{
    AppView app(m_demo->programme, *m_demo->peer);
    QVERIFY(app.signIn());
    app.open(QStringLiteral("sharing"));
    const QString before = words(app, QStringLiteral("headline"));
    QVERIFY(m_demo->programme.reopen(*m_demo->lay));
    usecases::NewNote note;
    note.text = "The ramp is too steep";
    VERIFY_GOOD(usecases::addNote(**m_demo->lay, m_demo->gathering, note));
    VERIFY_GOOD((*m_demo->lay)->share());
    app.session().sharing()->tryNow();
    app.settle();
    QVERIFY(words(app, QStringLiteral("headline")) != before); // one more
    QVERIFY(allWords(app).filter(QStringLiteral("came from the hub")).size() > 0);
}

void SharingPageTest::whatNeedsAPersonIsToldWithoutACode()
{
    AppView app(m_demo->programme, *m_demo->peer);
    QVERIFY(app.signIn());
    app.open(QStringLiteral("sharing"));
    m_demo->programme.hub.tamper = [](const sync::TransportRequest &, hub::HttpAnswer &answer) {
        answer.status = 401;
        answer.body = sync::Refusal{"token", 0, {}}.encoded();
    };
    app.tap(QStringLiteral("tryNow"));
    QVERIFY(words(app, QStringLiteral("sentence")).startsWith(QStringLiteral("The hub did not recognise this tablet. Your notes are safe here.")));
    QVERIFY(!app.item(QStringLiteral("supportText")));
    app.tap(QStringLiteral("supportDetails"));
    const QString details = words(app, QStringLiteral("supportText"));
    QVERIFY2(details.contains(QStringLiteral("refused token")), qPrintable(details));
}

QTEST_MAIN(SharingPageTest)
#include "tst_sharingpage.moc"
