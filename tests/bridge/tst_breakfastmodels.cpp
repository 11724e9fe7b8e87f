// The list of breakfasts and short lists: rows come, go and change in place, and nothing else moves.
#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include "app/bridge/breakfastsmodel.h"
#include "app/bridge/breakfastsummary.h"
#include "app/bridge/rowsmodel.h"
#include "app/bridge/todayview.h"
#include "core/catalogue/handles.h"
#include "tests/bridge/deskview.h"

using namespace ourtable;
using namespace ourtable::test;
namespace kinds = catalogue::kinds;

class BreakfastModelsTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void aBreakfastThatIsClosedMovesToThoseHeld();
    void aNoteChangesOneRowOnly();
    void theSummaryFollowsItsBreakfast();
    void anAnswerAboutAnotherBreakfastIsDropped();
    void todayHearsOfABreakfastThatBegins();
    void aShortListKeepsTheRowsThatStay();

private:
    RecordId start(const char *place, const char *day);
    QString cell(const BreakfastsModel &model, int row, const char *role);

    std::unique_ptr<Programme> m_programme;
    std::unique_ptr<DeskView> m_desk;
};

void BreakfastModelsTest::init()
{
    m_programme = std::make_unique<Programme>();
    QVERIFY2(m_programme->found(), m_programme->failure.c_str());
    m_programme->close(m_programme->coordinator);
    m_desk = std::make_unique<DeskView>(*m_programme, m_programme->coordinator);
    QVERIFY(m_desk->signIn());
}

void BreakfastModelsTest::cleanup()
{
    m_desk.reset();
    m_programme.reset();
}

RecordId BreakfastModelsTest::start(const char *place, const char *day)
{
    const Result<RecordId> started = m_desk->inWorkspace([place, day](usecases::Workspace &workspace) {
        usecases::BreakfastPlan plan;
        plan.place = place;
        plan.date = day;
        return usecases::startBreakfast(workspace, plan);
    });
    if (!started)
        qFatal("%s", started.error().detail.c_str());
    m_desk->session.tellTouched(*started, kinds::gathering::kind);
    m_desk->settle();
    return *started;
}

QString BreakfastModelsTest::cell(const BreakfastsModel &model, int row, const char *role)
{
    const int wanted = model.roleNames().key(role);
    (void)model.data(model.index(row), wanted); // seen: it is read then
    m_desk->settle();
    return model.data(model.index(row), wanted).toString();
}

void BreakfastModelsTest::aBreakfastThatIsClosedMovesToThoseHeld()
{
    BreakfastsModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setSession(&m_desk->session);
    const RecordId first = start("The Copper Kettle", "2026-11-19");
    (void)start("Tamarind Hall", "2026-11-22");
    QTRY_COMPARE(model.count(), 2);
    QCOMPARE(cell(model, 0, "place"), QStringLiteral("The Copper Kettle"));
    QCOMPARE(cell(model, 0, "section"), QStringLiteral("Now"));
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    QVERIFY(m_desk->inWorkspace([first](usecases::Workspace &workspace) -> Result<void> {
        OURTABLE_TRY(usecases::countHeads(workspace, first, "carers", 2));
        return usecases::closeBreakfast(workspace, first, {true, true, "none", {}});
    }));
    m_desk->session.tellTouched(first, kinds::gathering::kind);
    m_desk->settle();
    QTRY_COMPARE(cell(model, 0, "place"), QStringLiteral("Tamarind Hall"));
    QCOMPARE(cell(model, 1, "place"), QStringLiteral("The Copper Kettle"));
    QCOMPARE(cell(model, 1, "section"), QStringLiteral("Held"));
    QCOMPARE(cell(model, 1, "standing"), QStringLiteral("Still to finish"));
    QCOMPARE(resets.count(), 0);
}

void BreakfastModelsTest::aNoteChangesOneRowOnly()
{
    BreakfastsModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setSession(&m_desk->session);
    const RecordId first = start("The Copper Kettle", "2026-11-19");
    (void)start("Tamarind Hall", "2026-11-22");
    QTRY_COMPARE(model.count(), 2);
    QCOMPARE(cell(model, 0, "detail"), QStringLiteral("Breakfast at The Copper Kettle"));
    (void)cell(model, 1, "detail");
    QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
    const Result<RecordId> note = m_desk->inWorkspace([first](usecases::Workspace &workspace) {
        usecases::NewNote words;
        words.text = "Letters come in long words.";
        return usecases::addNote(workspace, first, words);
    });
    QVERIFY(note);
    m_desk->session.tellTouched(*note, kinds::contribution::kind);
    m_desk->settle();
    QTRY_COMPARE(changes.count(), 1);
    QCOMPARE(changes.front().front().toModelIndex().row(), 0);
    QVERIFY(cell(model, 0, "detail").contains(QStringLiteral("not sorted")));
}

void BreakfastModelsTest::theSummaryFollowsItsBreakfast()
{
    BreakfastSummary summary;
    const RecordId id = start("The Copper Kettle", "2026-11-22");
    summary.setSession(&m_desk->session);
    summary.setKey(QString::fromStdString(id.hex()));
    QTRY_VERIFY(summary.ready());
    QCOMPARE(summary.title(), QStringLiteral("Breakfast at The Copper Kettle"));
    QCOMPARE(summary.when(), QStringLiteral("Today, 8:30"));
    QVERIFY(summary.isOpen());
    QVERIFY(summary.people().isEmpty());
    QVERIFY(m_desk->inWorkspace([id](usecases::Workspace &workspace) { return usecases::countHeads(workspace, id, "staff", 1); }));
    m_desk->session.tellTouched(id, kinds::gathering::kind);
    QTRY_VERIFY(!summary.people().isEmpty());
}

void BreakfastModelsTest::anAnswerAboutAnotherBreakfastIsDropped()
{
    BreakfastSummary summary;
    const RecordId first = start("The Copper Kettle", "2026-11-19");
    const RecordId second = start("Tamarind Hall", "2026-11-22");
    summary.setSession(&m_desk->session);
    summary.setKey(QString::fromStdString(first.hex()));
    QCoreApplication::processEvents(); // asked
    summary.setKey(QString::fromStdString(second.hex()));
    QVERIFY(!summary.ready());
    QTRY_VERIFY(summary.ready());
    QCOMPARE(summary.place(), QStringLiteral("Tamarind Hall"));
}

void BreakfastModelsTest::todayHearsOfABreakfastThatBegins()
{
    Today today;
    today.setSession(&m_desk->session);
    QTRY_VERIFY(today.ready());
    QVERIFY(today.breakfast().isEmpty());
    const RecordId id = start("The Copper Kettle", "2026-11-22");
    QTRY_COMPARE(today.breakfast(), QString::fromStdString(id.hex()));
    QVERIFY(!today.breakfastOld());
}

void BreakfastModelsTest::aShortListKeepsTheRowsThatStay()
{
    RowsModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const auto row = [](const char *key, const char *text) {
        RowsModel::Row made;
        made.key = QString::fromLatin1(key);
        made.text = QString::fromLatin1(text);
        return made;
    };
    model.show({row("a", "One"), row("b", "Two"), row("c", "Three")});
    QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    model.show({row("a", "One"), row("b", "Two and a half"), row("d", "Four")});
    QCOMPARE(changed.count(), 1);
    QCOMPARE(removed.count(), 1);
    QCOMPARE(removed.front().at(1).toInt(), 2);
    QCOMPARE(model.count(), 3);
    QCOMPARE(model.data(model.index(2), RowsModel::TextRole).toString(), QStringLiteral("Four"));
    model.show({});
    QCOMPARE(model.count(), 0);
}

QTEST_GUILESS_MAIN(BreakfastModelsTest)
#include "tst_breakfastmodels.moc"
