// Lists of records: everything in order at once, rows as they are seen, changes row by row.
#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include "app/bridge/recordlistmodel.h"
#include "core/catalogue/handles.h"
#include "tests/bridge/deskview.h"

using namespace ourtable;
using namespace ourtable::test;
namespace kinds = catalogue::kinds;

namespace {

// Organisations by name.
class Names final : public RecordListModel {
public:
    static constexpr int NameRole = FirstOwnRole;

    void thinOut() // every second one
    {
        m_thin = true;
        ask();
    }

protected:
    std::optional<Wanted> wanted() const override
    {
        Wanted asked;
        asked.kinds = {kinds::organisation::kind};
        asked.keys = [thin = m_thin](usecases::Workspace &workspace) -> Result<std::vector<store::RecordKey>> {
            store::Query query;
            query.kind = kinds::organisation::kind;
            query.orderBy = store::OrderBy::Field;
            query.orderField = kinds::organisation::name;
            query.limit = 0;
            OURTABLE_ASSIGN(std::vector<store::RecordKey> all, workspace.list(query));
            for (std::size_t index = 0; thin && index < all.size(); ++index)
                all.erase(all.begin() + static_cast<std::ptrdiff_t>(index));
            return all;
        };
        asked.rows = [](usecases::Workspace &workspace, const std::vector<RecordId> &ids) -> Result<std::vector<std::pair<RecordId, Cells>>> {
            OURTABLE_ASSIGN(const std::vector<store::RecordView> views, workspace.getMany(ids));
            std::vector<std::pair<RecordId, Cells>> rows;
            for (const store::RecordView &view : views)
                rows.emplace_back(view.id, Cells{{NameRole, QString::fromStdString(*view.field(kinds::organisation::name).text())}});
            return rows;
        };
        return asked;
    }
    QHash<int, QByteArray> ownRoles() const override { return {{NameRole, "name"}}; }

private:
    bool m_thin = false;
};

usecases::FieldEdit set(catalogue::FieldNumber field, Value value) { return {field, usecases::FieldEdit::How::Set, std::move(value), std::nullopt}; }

} // namespace

class RecordListModelTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void rowsAreFetchedAsTheyAreSeen();
    void aSaveChangesOneRow();
    void aNewNameMovesItsRow();
    void whatIsRemovedLeavesAlone();
    void rowsThatMovedWhileTheyWereFetchedAreTold();
    void anotherQuestionFillsTheRowsThatAreThere();

private:
    RecordId add(const char *name);
    void rename(const RecordId &id, const char *name);
    QStringList shown(Names &model);

    Programme m_programme;
    std::unique_ptr<DeskView> m_desk;
};

void RecordListModelTest::initTestCase()
{
    QVERIFY2(m_programme.found(), m_programme.failure.c_str());
    m_programme.close(m_programme.coordinator);
    m_desk = std::make_unique<DeskView>(m_programme, m_programme.coordinator);
    QVERIFY(m_desk->signIn());
    for (const char *name : {"Bakery", "Clinic", "Dentist", "Eatery"})
        add(name);
    for (int number = 0; number < 60; ++number) // more than come with the list
        add(qPrintable(QStringLiteral("Neighbours %1").arg(number, 2, 10, QLatin1Char('0'))));
}

RecordId RecordListModelTest::add(const char *name)
{
    const Result<usecases::Saved> saved = m_desk->inWorkspace([name](usecases::Workspace &workspace) {
        return workspace.create(kinds::organisation::kind, {set(kinds::organisation::name, name), set(kinds::organisation::sector, "voluntary")});
    });
    if (!saved)
        qFatal("%s", saved.error().detail.c_str());
    m_desk->session.tellTouched(saved->record, kinds::organisation::kind);
    m_desk->settle();
    return saved->record;
}

void RecordListModelTest::rename(const RecordId &id, const char *name)
{
    QVERIFY(m_desk->inWorkspace([&](usecases::Workspace &workspace) { return workspace.change(id, {set(kinds::organisation::name, name)}); }));
    m_desk->session.tellTouched(id, kinds::organisation::kind);
    m_desk->settle();
}

QStringList RecordListModelTest::shown(Names &model)
{
    for (int row = 0; row < model.count(); ++row)
        (void)model.data(model.index(row), Names::NameRole);
    m_desk->settle();
    QStringList names;
    for (int row = 0; row < model.count(); ++row)
        names.append(model.data(model.index(row), Names::NameRole).toString());
    return names;
}

void RecordListModelTest::rowsAreFetchedAsTheyAreSeen()
{
    Names model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    QVERIFY(!model.ready());
    model.setSession(&m_desk->session);
    QTRY_VERIFY(model.ready());
    QCOMPARE(model.count(), 64);
    QVERIFY(model.data(model.index(2), Names::LoadedRole).toBool()); // what a screen shows comes with the list
    m_desk->settle();
    QVERIFY(!model.data(model.index(60), Names::LoadedRole).toBool()); // nobody has looked yet
    QCOMPARE(shown(model).mid(0, 4), (QStringList{QStringLiteral("Bakery"), QStringLiteral("Clinic"), QStringLiteral("Dentist"), QStringLiteral("Eatery")}));
    QVERIFY(model.data(model.index(60), Names::LoadedRole).toBool());
}

void RecordListModelTest::aSaveChangesOneRow()
{
    Names model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setSession(&m_desk->session);
    QTRY_VERIFY(model.ready());
    (void)shown(model);
    QSignalSpy reset(&model, &Names::modelReset);
    QSignalSpy inserted(&model, &Names::rowsInserted);
    QSignalSpy changed(&model, &Names::dataChanged);
    const RecordId added = add("Cobbler");
    QTRY_COMPARE(inserted.count(), 1);
    QCOMPARE(inserted.first().at(1).toInt(), 2);
    QCOMPARE(shown(model).at(2), QStringLiteral("Cobbler"));
    changed.clear();
    rename(added, "Cobblers");
    QTRY_COMPARE(model.data(model.index(2), Names::NameRole).toString(), QStringLiteral("Cobblers"));
    QCOMPARE(changed.count(), 1);
    QCOMPARE(changed.first().at(0).toModelIndex().row(), 2);
    QCOMPARE(reset.count(), 0);
}

void RecordListModelTest::aNewNameMovesItsRow()
{
    Names model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setSession(&m_desk->session);
    QTRY_VERIFY(model.ready());
    const QStringList before = shown(model);
    const std::optional<RecordId> first = RecordId::fromHexText(model.data(model.index(0), Names::KeyRole).toString().toStdString());
    QSignalSpy reset(&model, &Names::modelReset);
    rename(*first, "Zoo");
    QStringList after = before.mid(1);
    after.append(QStringLiteral("Zoo"));
    QTRY_COMPARE(shown(model), after);
    QCOMPARE(reset.count(), 0);
    rename(*first, "Bakery");
    QTRY_COMPARE(shown(model), before);
}

void RecordListModelTest::whatIsRemovedLeavesAlone()
{
    Names model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setSession(&m_desk->session);
    QTRY_VERIFY(model.ready());
    QStringList names = shown(model);
    QSignalSpy removed(&model, &Names::rowsRemoved);
    QSignalSpy changed(&model, &Names::dataChanged);
    const std::optional<RecordId> second = RecordId::fromHexText(model.data(model.index(1), Names::KeyRole).toString().toStdString());
    QVERIFY(m_desk->inWorkspace([&](usecases::Workspace &workspace) { return workspace.hide(*second); }));
    m_desk->session.tellTouched(*second, kinds::organisation::kind);
    QTRY_COMPARE(removed.count(), 1);
    m_desk->settle();
    QCOMPARE(changed.count(), 0);
    names.removeAt(1);
    QCOMPARE(shown(model), names);
}

void RecordListModelTest::rowsThatMovedWhileTheyWereFetchedAreTold()
{
    Names model; // nobody else looks at it, or more would be fetched
    model.setSession(&m_desk->session);
    QTRY_VERIFY(model.ready());
    m_desk->settle();
    const Result<usecases::Saved> saved = m_desk->inWorkspace([](usecases::Workspace &workspace) {
        return workspace.create(kinds::organisation::kind, {set(kinds::organisation::name, "Allotment"), set(kinds::organisation::sector, "voluntary")});
    });
    QVERIFY(saved);
    QSignalSpy changed(&model, &Names::dataChanged);
    m_desk->session.tellTouched(saved->record, kinds::organisation::kind); // the new order is asked for first
    QVERIFY(!model.data(model.index(50), Names::NameRole).isValid());
    QTRY_COMPARE(changed.count(), 1);
    QCOMPARE(changed.first().at(0).toModelIndex().row(), 51);
    QVERIFY(model.data(model.index(51), Names::NameRole).isValid());
}

void RecordListModelTest::anotherQuestionFillsTheRowsThatAreThere()
{
    Names model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setSession(&m_desk->session);
    QTRY_VERIFY(model.ready());
    QStringList names = shown(model);
    QSignalSpy reset(&model, &Names::modelReset);
    QSignalSpy again(&model, &Names::begunAgain);
    model.thinOut();
    QTRY_COMPARE(again.count(), 1);
    for (qsizetype index = 0; index < names.size(); ++index)
        names.removeAt(index);
    QCOMPARE(shown(model), names);
    QCOMPARE(reset.count(), 0);
}

QTEST_GUILESS_MAIN(RecordListModelTest)
#include "tst_recordlistmodel.moc"
