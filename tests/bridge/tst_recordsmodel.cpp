// Lists of any kind: titles and second lines, words looked for, states, removed ones, promises in groups; what happened to a
// record; and records that a reference may name.
#include <QAbstractItemModelTester>
#include <QDate>
#include <QTest>

#include "app/bridge/recordhistory.h"
#include "app/bridge/recordsmodel.h"
#include "app/bridge/referencepick.h"
#include "core/catalogue/handles.h"
#include "qml/engine/translation.h"
#include "tests/bridge/deskview.h"

using namespace ourtable;
using namespace ourtable::test;
namespace kinds = catalogue::kinds;
using usecases::FieldEdit;

namespace {

FieldEdit set(catalogue::FieldNumber field, Value value) { return {field, FieldEdit::How::Set, std::move(value), std::nullopt}; }

} // namespace

class RecordsModelTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void aListSaysWhatEachIs();
    void wordsAndStatesNarrowIt();
    void whatWasRemovedIsListedApart();
    void promisesComeInGroups();
    void theHistoryIsTold();
    void referencesAreFound();

private:
    RecordId add(catalogue::KindNumber kind, std::vector<FieldEdit> edits);
    QString day(int ahead) const;
    QStringList titles(RecordsModel &model);
    QVariant cell(RecordsModel &model, int row, int role);

    Translation m_words;
    Programme m_programme;
    std::unique_ptr<DeskView> m_desk;
    RecordId m_kettle;
};

void RecordsModelTest::initTestCase()
{
    m_words.use(QStringLiteral("en_GB"));
    QVERIFY2(m_programme.found(), m_programme.failure.c_str());
    m_programme.close(m_programme.coordinator);
    m_desk = std::make_unique<DeskView>(m_programme, m_programme.coordinator);
    QVERIFY(m_desk->signIn());
    namespace org = kinds::organisation;
    m_kettle = add(org::kind, {set(org::name, Value("The Copper Kettle")), set(org::sector, Value("community")), set(org::address, Value("Rye Lane"))});
    add(org::kind, {set(org::name, Value("Mosaic Clubhouse")), set(org::sector, Value("voluntary"))});
    add(org::kind, {set(org::name, Value("Solidarity Kitchen")), set(org::sector, Value("voluntary"))});
}

RecordId RecordsModelTest::add(catalogue::KindNumber kind, std::vector<FieldEdit> edits)
{
    const Result<usecases::Saved> saved = m_desk->inWorkspace([&](usecases::Workspace &workspace) { return workspace.create(kind, edits); });
    if (!saved)
        qFatal("%s %s", std::string(nameOf(saved.error().code)).c_str(), saved.error().detail.c_str());
    m_desk->session.tellTouched(saved->record, kind);
    return saved->record;
}

QString RecordsModelTest::day(int ahead) const { return QDate::fromString(m_desk->session.today(), Qt::ISODate).addDays(ahead).toString(Qt::ISODate); }

QVariant RecordsModelTest::cell(RecordsModel &model, int row, int role)
{
    (void)model.data(model.index(row), role);
    m_desk->settle();
    return model.data(model.index(row), role);
}

QStringList RecordsModelTest::titles(RecordsModel &model)
{
    m_desk->settle();
    QStringList found;
    for (int row = 0; row < model.count(); ++row)
        found.append(cell(model, row, RecordsModel::TitleRole).toString());
    return found;
}

void RecordsModelTest::aListSaysWhatEachIs()
{
    RecordsModel model;
    const QAbstractItemModelTester tester(&model);
    model.setKind(QStringLiteral("organisation"));
    model.setSession(&m_desk->session);
    QCOMPARE(titles(model), (QStringList{QStringLiteral("Mosaic Clubhouse"), QStringLiteral("Solidarity Kitchen"), QStringLiteral("The Copper Kettle")}));
    QCOMPARE(cell(model, 2, RecordsModel::DetailRole).toString(), QStringLiteral("Community · Rye Lane"));
    QCOMPARE(cell(model, 2, RecordsModel::StateWordsRole).toString(), QStringLiteral("Active"));
    QCOMPARE(cell(model, 2, RecordsModel::ToneRole).toString(), QStringLiteral("success"));
    model.setNewestFirst(true);
    QCOMPARE(titles(model).constFirst(), QStringLiteral("Solidarity Kitchen"));
}

void RecordsModelTest::wordsAndStatesNarrowIt()
{
    RecordsModel model;
    const QAbstractItemModelTester tester(&model);
    model.setKind(QStringLiteral("organisation"));
    model.setSession(&m_desk->session);
    model.setWords(QStringLiteral("kit"));
    QCOMPARE(titles(model), QStringList{QStringLiteral("Solidarity Kitchen")});
    model.setWords(QStringLiteral("\" OR * NEAR("));
    QCOMPARE(titles(model), QStringList());
    model.setWords({});
    model.setStateFilter(QStringLiteral("dormant"));
    QCOMPARE(titles(model), QStringList());
    QVERIFY(m_desk->inWorkspace([this](usecases::Workspace &workspace) { return workspace.move(m_kettle, "dormant"); }).ok());
    m_desk->session.tellTouched(m_kettle, kinds::organisation::kind);
    QCOMPARE(titles(model), QStringList{QStringLiteral("The Copper Kettle")});
}

void RecordsModelTest::whatWasRemovedIsListedApart()
{
    const RecordId gone = add(kinds::organisation::kind, {set(kinds::organisation::name, Value("Zebra Café")), set(kinds::organisation::sector, Value("health"))});
    QVERIFY(m_desk->inWorkspace([&](usecases::Workspace &workspace) { return workspace.hide(gone); }).ok());
    RecordsModel model;
    model.setKind(QStringLiteral("organisation"));
    model.setSession(&m_desk->session);
    QVERIFY(!titles(model).contains(QStringLiteral("Zebra Café")));
    model.setRemoved(true);
    QCOMPARE(titles(model), QStringList{QStringLiteral("Zebra Café")});
}

void RecordsModelTest::promisesComeInGroups()
{
    namespace action = kinds::action;
    namespace gathering = kinds::gathering;
    const RecordId breakfast = add(gathering::kind, {set(gathering::kind_, Value("breakfast")), set(gathering::date, Value(day(-30).toStdString())),
                                                     set(gathering::start, Value("08:30")), set(gathering::end, Value("10:00")), set(gathering::title, Value("June")),
                                                     set(gathering::opening_question, Value("What matters?")), set(gathering::venue, Value(m_kettle)),
                                                     set(gathering::place, Value("Back room")), set(gathering::host, Value(m_desk->session.person()))});
    const auto promise = [&](const char *text, int due) {
        return add(action::kind, {set(action::text, Value(text)), set(action::due, Value(day(due).toStdString())), set(action::gathering, Value(breakfast)),
                                  set(action::owner_type, Value("person")), set(action::owner, Value(m_desk->session.person()))});
    };
    promise("Ask about the bus", 30);
    promise("Bring the kiln", 0);
    const RecordId kept = promise("Paint the door", -10);
    promise("Ring the council", -21);
    const auto move = [&](const char *to) { return m_desk->inWorkspace([&](usecases::Workspace &workspace) { return workspace.move(kept, to); }); };
    QVERIFY(move("let_go").ok());
    RecordsModel model;
    const QAbstractItemModelTester tester(&model);
    model.setKind(QStringLiteral("action"));
    model.setSession(&m_desk->session);
    QCOMPARE(titles(model), (QStringList{QStringLiteral("Ring the council"), QStringLiteral("Bring the kiln"), QStringLiteral("Ask about the bus"), QStringLiteral("Paint the door")}));
    QStringList groups;
    for (int row = 0; row < model.count(); ++row)
        groups.append(model.groupAt(row));
    QCOMPARE(groups, (QStringList{QStringLiteral("Now due"), QStringLiteral("Now due"), QStringLiteral("Coming up"), QStringLiteral("Let go")}));
    QVERIFY(cell(model, 0, RecordsModel::DetailRole).toString().startsWith(QStringLiteral("due 3 weeks ago · ")));
    QVERIFY(cell(model, 1, RecordsModel::DetailRole).toString().startsWith(QStringLiteral("due today · ")));
    QVERIFY(!cell(model, 3, RecordsModel::DetailRole).toString().contains(QStringLiteral("due")));
}

void RecordsModelTest::theHistoryIsTold()
{
    namespace org = kinds::organisation;
    const RecordId record = add(org::kind, {set(org::name, Value("Hall")), set(org::sector, Value("health"))});
    QVERIFY(m_desk->inWorkspace([&](usecases::Workspace &workspace) {
        return workspace.change(record, {set(org::name, Value("Town hall")), {org::access, FieldEdit::How::Add, Value("toilet"), std::nullopt}});
    }).ok());
    QVERIFY(m_desk->inWorkspace([&](usecases::Workspace &workspace) {
        return workspace.change(record, {{org::access, FieldEdit::How::Remove, Value("toilet"), std::nullopt}});
    }).ok());
    QVERIFY(m_desk->inWorkspace([&](usecases::Workspace &workspace) { return workspace.move(record, "dormant"); }).ok());
    RecordHistory history;
    const QAbstractItemModelTester tester(&history);
    history.setSession(&m_desk->session);
    history.setKey(QString::fromStdString(record.hex()));
    history.setShown(true);
    QTRY_COMPARE(history.count(), 4);
    const auto what = [&history](int row) { return history.data(history.index(row), RecordHistory::WhatRole).toString(); };
    QCOMPARE(what(0), QStringLiteral("“Active” became “Quiet for now”"));
    QCOMPARE(what(1), QStringLiteral("What is there?: took out “Accessible toilet”"));
    QCOMPARE(what(2), QStringLiteral("Name: “Hall” became “Town hall”\nWhat is there?: added “Accessible toilet”"));
    QVERIFY(what(3).startsWith(QStringLiteral("Wrote it\nName: “Hall”")));
    QCOMPARE(history.data(history.index(0), RecordHistory::WhoRole).toString(), m_desk->session.personName());
    QVERIFY(m_desk->inWorkspace([&](usecases::Workspace &workspace) { return workspace.hide(record); }).ok());
    m_desk->session.tellTouched(record, org::kind);
    QTRY_COMPARE(history.count(), 5);
    QCOMPARE(what(0), QStringLiteral("Removed it"));
}

void RecordsModelTest::referencesAreFound()
{
    ReferencePick found;
    const QAbstractItemModelTester tester(&found);
    found.setSession(&m_desk->session);
    found.setKinds({QStringLiteral("person"), QStringLiteral("organisation")});
    found.search(QStringLiteral("mosa"));
    QTRY_COMPARE(found.count(), 1);
    QCOMPARE(found.data(found.index(0), ReferencePick::TextRole).toString(), QStringLiteral("Mosaic Clubhouse"));
    add(kinds::access_needs::kind, {set(kinds::access_needs::person, Value(m_desk->session.person())), set(kinds::access_needs::in_the_room, Value("Near the door")),
                                    set(kinds::access_needs::review_on, Value("2030-01-01"))});
    found.search(m_desk->session.personName());
    QTRY_COMPARE(found.data(found.index(0), ReferencePick::FlagRole).toString(), QStringLiteral("Near the door"));
    found.search(QStringLiteral("nobody like that"));
    QTRY_COMPARE(found.count(), 0);
}

QTEST_GUILESS_MAIN(RecordsModelTest)
#include "tst_recordsmodel.moc"
