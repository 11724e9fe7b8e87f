// Two versions of a promise in the real window: nothing is chosen for anybody, and whatever they choose, nothing is lost.
#include <QTest>

#include "core/catalogue/handles.h"
#include "tests/app/appview.h"
#include "tests/app/demoprogramme.h"
#include "tests/qml/qmlview.h"

using namespace ourtable;
using namespace ourtable::test;

namespace {

namespace fields = catalogue::kinds::action;

QString words(const char *utf8) { return QString::fromUtf8(utf8); }

} // namespace

class VersionsPageTest final : public QObject {
    Q_OBJECT

private slots:
    void init();
    void bothVersionsHaveTheSameChairAndNothingIsChosen_data();
    void bothVersionsHaveTheSameChairAndNothingIsChosen();
    void oneTapKeepsOneAndTheOtherCanBeChosenAfterAll();
    void aMixByKeyboardAsksForEachPartAndTakesTheLastWord();
    void whoeverWantsBothGetsTwoPromises();
    void decidingLaterChangesNothing();
    void fromSavingAndSharingOneTapLeadsToWhatWaits();
    void whatAnotherPersonSettledMeanwhileSaysSo();

private:
    void open(const AppOptions &options = {{1280, 800}, true});
    [[nodiscard]] QString shown(const char *name);
    [[nodiscard]] store::RecordView promise();
    [[nodiscard]] std::size_t promises();

    std::unique_ptr<DemoProgramme> m_demo;
    std::unique_ptr<AppView> m_app;
};

void VersionsPageTest::init()
{
    failOnWarnings();
    m_app.reset();
    m_demo = std::make_unique<DemoProgramme>();
    QVERIFY2(m_demo->make(), m_demo->failure().c_str());
}

void VersionsPageTest::open(const AppOptions &options)
{
    m_app = std::make_unique<AppView>(m_demo->programme, m_demo->programme.coordinator, options);
    QVERIFY(m_app->signIn());
    m_app->open(words("versions"), {{words("key"), QString::fromStdString(m_demo->promise.hex())}});
}

QString VersionsPageTest::shown(const char *name)
{
    QQuickItem *const item = m_app->item(words(name));
    return item ? item->property("text").toString() : QString();
}

store::RecordView VersionsPageTest::promise()
{
    auto got = m_app->inWorkspace([id = m_demo->promise](usecases::Workspace &workspace) { return workspace.get(id); });
    return got ? *got : store::RecordView{};
}

std::size_t VersionsPageTest::promises()
{
    const auto found = m_app->inWorkspace([](usecases::Workspace &workspace) {
        store::Query query;
        query.kind = fields::kind;
        return workspace.find(query);
    });
    return found ? found->size() : 0;
}

void VersionsPageTest::bothVersionsHaveTheSameChairAndNothingIsChosen_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<bool>("beside");
    QTest::newRow("tablet") << QSize(1280, 800) << true;
    QTest::newRow("phone") << QSize(360, 800) << false;
}

void VersionsPageTest::bothVersionsHaveTheSameChairAndNothingIsChosen()
{
    QFETCH(QSize, size);
    QFETCH(bool, beside);
    open({size, true});
    QCOMPARE(m_app->item(words("difference"))->property("title").toString(), words("Only the wording and the date are different"));
    const QQuickItem *const one = m_app->item(words("keep0"));
    const QQuickItem *const other = m_app->item(words("keep1"));
    QVERIFY(one && other);
    QCOMPARE(one->size(), other->size());
    QCOMPARE(one->property("kind"), other->property("kind")); // none looks like the right one
    QVERIFY(!one->property("checked").toBool() && !other->property("checked").toBool());
    QCOMPARE(one->mapToScene({}).y() == other->mapToScene({}).y(), beside);
    m_app->tap(words("mix"));
    QVERIFY(!m_app->item(words("mix0version0"))->property("checked").toBool());
    QVERIFY(!m_app->item(words("mix0version1"))->property("checked").toBool());
}

void VersionsPageTest::oneTapKeepsOneAndTheOtherCanBeChosenAfterAll()
{
    open();
    QVERIFY(!promise().twoVersions.empty());
    m_app->tap(words("keep0"));
    QTRY_VERIFY(m_app->item(words("decided")));
    m_app->settle();
    const store::RecordView kept = promise();
    QVERIFY(kept.twoVersions.empty());
    m_app->tap(words("chooseAgain"));
    m_app->settle();
    m_app->tap(words("keep1"));
    QTRY_VERIFY(m_app->item(words("decided")));
    m_app->settle();
    QVERIFY(promise().twoVersions.empty());
    QVERIFY(promise().field(fields::text) != kept.field(fields::text));
    QVERIFY(promise().field(fields::due) != kept.field(fields::due));
}

void VersionsPageTest::aMixByKeyboardAsksForEachPartAndTakesTheLastWord()
{
    open({{1440, 900}, false});
    m_app->item(words("mix"))->forceActiveFocus(Qt::TabFocusReason);
    m_app->press(Qt::Key_Space);
    QVERIFY(m_app->item(words("mixMissing")));
    m_app->click(words("mix0own"));
    m_app->press(Qt::Key_End, Qt::ControlModifier);
    m_app->type(words(" together"));
    m_app->click(words("mix1version0"));
    QVERIFY(!m_app->item(words("mixMissing")));
    m_app->item(words("saveMix"))->forceActiveFocus(Qt::TabFocusReason);
    m_app->press(Qt::Key_Space);
    QTRY_VERIFY(m_app->item(words("decided")));
    m_app->settle();
    const store::RecordView mixed = promise();
    QVERIFY(mixed.twoVersions.empty());
    QVERIFY2(mixed.field(fields::text).text()->ends_with(" together"), mixed.field(fields::text).text()->c_str());
}

void VersionsPageTest::whoeverWantsBothGetsTwoPromises()
{
    open();
    const std::size_t before = promises();
    QCOMPARE(shown("keepApart"), words("Keep both as two promises"));
    m_app->tap(words("keepApart"));
    QTRY_VERIFY(m_app->item(words("decided")));
    m_app->settle();
    QCOMPARE(promises(), before + 1);
    QVERIFY(promise().twoVersions.empty());
}

void VersionsPageTest::decidingLaterChangesNothing()
{
    open();
    const store::RecordView before = promise();
    m_app->tap(words("decideLater"));
    QVERIFY(m_app->page() != words("versions"));
    m_app->settle();
    QCOMPARE(promise().twoVersions.size(), before.twoVersions.size());
    QVERIFY(promise().field(fields::text) == before.field(fields::text));
}

void VersionsPageTest::fromSavingAndSharingOneTapLeadsToWhatWaits()
{
    open();
    m_app->open(words("sharing"));
    m_app->tap(words("lookAtBoth"));
    QCOMPARE(m_app->page(), words("versions"));
    m_app->settle();
    QVERIFY(m_app->item(words("keep0")) || m_app->item(words("waiting0")));
}

void VersionsPageTest::whatAnotherPersonSettledMeanwhileSaysSo()
{
    open();
    const store::RecordView disputed = promise();
    const auto changed = m_app->inWorkspace([id = m_demo->promise](usecases::Workspace &workspace) {
        const auto set = [](catalogue::FieldNumber field, Value value) {
            return usecases::FieldEdit{field, usecases::FieldEdit::How::Set, std::move(value), std::nullopt};
        };
        return workspace.change(id, {set(fields::text, "Visit one hostel"), set(fields::due, "2026-12-24")});
    });
    QVERIFY(changed.ok());
    m_app->session().tellTouched(m_demo->promise, fields::kind);
    m_app->settle();
    QVERIFY(m_app->item(words("versionsGone")));
    m_app->tap(words("versionsDone"));
    QVERIFY(m_app->page() != words("versions"));
}

QTEST_MAIN(VersionsPageTest)
#include "tst_versionspage.moc"
