// A morning from signing in to going home, as the sanitizers look at it too: nothing is read or kept that should not be, and
// nothing that was written is missing at the other end.
#include <QTest>

#include "core/catalogue/handles.h"
#include "core/usecases/breakfasts.h"
#include "tests/app/appview.h"
#include "tests/qml/qmlview.h"

using namespace ourtable;
using namespace ourtable::test;

class FiftyNotesTest : public QObject {
    Q_OBJECT

private slots:
    void init() { failOnWarnings(); }
    void fiftyNotesAreWrittenSharedAndLockedAway();
};

// Qt's software renderer forgets its textures when the window goes. Without any at that moment, what leaks is ours.
void giveBackPictures(AppView &app)
{
    for (QQuickItem *item : app.window().findChildren<QQuickItem *>()) { // what is in closed popups, too
        if (item->inherits("QQuickImageBase"))
            item->setProperty("source", QUrl());
    }
    app.window().releaseResources();
    (void)app.picture();
}

void FiftyNotesTest::fiftyNotesAreWrittenSharedAndLockedAway()
{
    constexpr int kNotes = 50;
    Programme programme;
    QVERIFY2(programme.found(), programme.failure.c_str());
    Member *const dami = programme.letIn("Dami", {"lay_partner"});
    QVERIFY2(dami, programme.failure.c_str());
    usecases::BreakfastPlan plan;
    plan.place = "The Copper Kettle";
    const Result<RecordId> gathering = usecases::startBreakfast(**dami, plan);
    QVERIFY(gathering.ok());
    programme.close(*dami);
    {
        AppView app(programme, *dami);
        app.tap(QStringLiteral("person0"));
        app.tap(QStringLiteral("secret"));
        app.type(QString::fromLatin1(kPin));
        app.press(Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(app.session().stage(), Session::Stage::SignedIn, 30'000);
        app.settle();
        app.open(QStringLiteral("capture"));
        for (int i = 0; i < kNotes; ++i) {
            app.type(QStringLiteral("Somebody said this, number %1.").arg(i));
            app.tap(QStringLiteral("save"));
        }
        app.session().sharing()->tryNow();
        QTRY_COMPARE_WITH_TIMEOUT(app.session().sharing()->toShare(), 0, 30'000);
        app.session().lock();
        QTRY_COMPARE(app.session().stage(), Session::Stage::SignedOut);
        app.settle();
        giveBackPictures(app);
    }
    QVERIFY(programme.coordinator->share().ok());
    const Result<std::vector<store::RecordView>> read = usecases::notesOf(*programme.coordinator, *gathering);
    QVERIFY(read.ok());
    QCOMPARE(read->size(), std::size_t(kNotes));
}

QTEST_MAIN(FiftyNotesTest)
#include "tst_fiftynotes.moc"
