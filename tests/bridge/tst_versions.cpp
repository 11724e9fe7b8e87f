// Two versions of one record: what waits for whom, how they are told apart, and every way to choose.
#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include "app/bridge/versionchoice.h"
#include "app/bridge/versionsmodel.h"
#include "core/catalogue/handles.h"
#include "qml/engine/translation.h"
#include "tests/bridge/deskview.h"
#include "tests/support/verifygood.h"

using namespace ourtable;
using namespace ourtable::test;
using usecases::FieldEdit;
using Stage = VersionChoice::Stage;
namespace action = catalogue::kinds::action;
namespace note = catalogue::kinds::contribution;

namespace {

FieldEdit set(catalogue::FieldNumber field, const char *value) { return {field, FieldEdit::How::Set, Value(value), std::nullopt}; }

QVariantMap at(const QVariantList &list, int index) { return list.value(index).toMap(); }

// "Visit two hostels [and write it up]"
QString marked(const QVariantMap &cell)
{
    QString words;
    for (const QVariant &part : cell[QStringLiteral("parts")].toList()) {
        const QVariantMap map = part.toMap();
        const QString text = map[QStringLiteral("text")].toString();
        words += map[QStringLiteral("marked")].toBool() ? u'[' + text + u']' : text;
    }
    return words;
}

} // namespace

class VersionsTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { m_words.use(QStringLiteral("en_GB")); }
    void init();
    void cleanup();

    void differencesAreMarkedWordByWord_data();
    void differencesAreMarkedWordByWord();
    void whatWaitsIsListedForWhoeverMayDecide();
    void bothVersionsLookTheSameAndNothingIsChosen();
    void everyTypeIsToldInWords();
    void keepingOneEndsIt_data();
    void keepingOneEndsIt();
    void mixingTakesEachFieldFromWhomeverAndOwnWords();
    void anUnfinishedMixIsThereAgain();
    void keptApartTheyAreTwoPromises();
    void choosingAgainIsPossibleUntilSomebodyWrites();
    void whoDecidesElsewhereEndsItHere();
    void twoStatesAreTwoVersions();

private:
    void differ(std::vector<FieldEdit> mine, std::vector<FieldEdit> theirs, const RecordId &record);
    void openDesk();
    void open(VersionChoice &choice, const RecordId &record);
    [[nodiscard]] store::RecordView atJoels(const RecordId &record);

    Translation m_words;
    std::unique_ptr<Programme> m_programme;
    std::unique_ptr<DeskView> m_desk;
    Member *m_amina = nullptr;
    Member *m_joel = nullptr;
    RecordId m_gathering;
    RecordId m_promise;
};

void VersionsTest::init()
{
    m_programme = std::make_unique<Programme>();
    QVERIFY2(m_programme->found(), m_programme->failure.c_str());
    m_amina = m_programme->letIn("Amina", {"peer_worker"});
    m_joel = m_programme->letIn("Joel", {"lay_partner"});
    QVERIFY2(m_amina && m_joel, m_programme->failure.c_str());
    const auto gathering = usecases::startBreakfast(**m_amina, {.date = "2026-11-12", .place = "The Copper Kettle"});
    VERIFY_GOOD(gathering);
    m_gathering = *gathering;
    const auto promise = (*m_amina)->create(action::kind, {set(action::text, "Visit two hostels"), set(action::due, "2026-12-01"),
                                                           set(action::owner_type, "unnamed"), set(action::owner_name, "Dr Osei"),
                                                           {action::gathering, FieldEdit::How::Set, Value(m_gathering), std::nullopt}});
    VERIFY_GOOD(promise);
    m_promise = promise->record;
    VERIFY_GOOD((*m_amina)->share());
    VERIFY_GOOD((*m_joel)->share());
}

void VersionsTest::cleanup()
{
    m_desk.reset();
    m_programme.reset();
}

void VersionsTest::differ(std::vector<FieldEdit> mine, std::vector<FieldEdit> theirs, const RecordId &record)
{
    m_joel->clock.advanceSeconds(1800);
    VERIFY_GOOD((*m_amina)->change(record, std::move(mine)));
    VERIFY_GOOD((*m_joel)->change(record, std::move(theirs)));
    VERIFY_GOOD((*m_joel)->share());
}

void VersionsTest::openDesk()
{
    m_programme->close(*m_amina);
    m_desk = std::make_unique<DeskView>(*m_programme, *m_amina);
    QVERIFY(m_desk->signIn()); // shares
}

void VersionsTest::open(VersionChoice &choice, const RecordId &record)
{
    choice.setSession(&m_desk->session);
    choice.setKey(QString::fromStdString(record.hex()));
    m_desk->drain();
    QCOMPARE(choice.stage(), Stage::Open);
}

store::RecordView VersionsTest::atJoels(const RecordId &record)
{
    m_desk->session.sharing()->tryNow();
    m_desk->settle();
    const auto shared = (*m_joel)->share();
    return shared ? (*m_joel)->get(record).value() : store::RecordView{};
}

void VersionsTest::differencesAreMarkedWordByWord_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("other");
    QTest::addColumn<QString>("told");
    const auto row = [](const char *name, const char *text, const char *other, const char *told) {
        QTest::newRow(name) << QString::fromUtf8(text) << QString::fromUtf8(other) << QString::fromUtf8(told);
    };
    row("same", "a b c", "a b c", "a b c");
    row("more at the end", "Visit two hostels and write it up", "Visit two hostels", "Visit two hostels [and write it up]");
    row("less", "Visit two hostels", "Visit two hostels and write it up", "Visit two hostels");
    row("in the middle", "Visit three hostels", "Visit two hostels", "Visit [three ]hostels");
    row("nothing in common", "one two", "three", "[one two]");
    row("only spaces", "a  b", "a b", "[a  b]");
    row("against nothing", "a b", "", "[a b]");
    row("nothing", "", "a b", "");
    row("other letters", "مرحبا بك", "مرحبا", "مرحبا [بك]");
}

void VersionsTest::differencesAreMarkedWordByWord()
{
    QFETCH(QString, text);
    QFETCH(QString, other);
    QFETCH(QString, told);
    QString words;
    QString whole;
    for (const TextPart &part : markedAgainst(text, other)) {
        words += part.marked ? u'[' + part.text + u']' : part.text;
        whole += part.text;
    }
    QCOMPARE(words, told);
    QCOMPARE(whole, text);
    const QString much = QStringLiteral("word ").repeated(2'000);
    QCOMPARE(markedAgainst(much, much + text + u'x'), (QList<TextPart>{{much, true}}));
}

void VersionsTest::whatWaitsIsListedForWhoeverMayDecide()
{
    differ({set(action::due, "2026-12-12")}, {set(action::due, "2026-12-30")}, m_promise);
    openDesk();
    VersionsModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setSession(&m_desk->session);
    m_desk->drain();
    QCOMPARE(model.count(), 1);
    QCOMPARE(m_desk->session.sharing()->toDecide(), 1);
    QCOMPARE(m_desk->session.sharing()->state(), Sharing::State::Decide);
    QCOMPARE(model.data(model.index(0), VersionsModel::TextRole).toString(), QStringLiteral("Visit two hostels"));
    QCOMPARE(model.firstKey(), QString::fromStdString(m_promise.hex()));
    VersionChoice choice;
    open(choice, m_promise);
    choice.keep(0);
    m_desk->drain();
    QCOMPARE(model.count(), 0);
    QCOMPARE(m_desk->session.sharing()->toDecide(), 0);
}

void VersionsTest::bothVersionsLookTheSameAndNothingIsChosen()
{
    differ({set(action::text, "Visit two hostels and write it up"), set(action::due, "2026-12-12")}, {set(action::due, "2026-12-30")}, m_promise);
    openDesk();
    VersionChoice choice;
    open(choice, m_promise);
    QCOMPARE(choice.title(), QStringLiteral("Two people changed this promise"));
    QCOMPARE(choice.difference(), QStringLiteral("Only the date is different")); // the wording was changed by one
    const QVariantList versions = choice.versions();
    QCOMPARE(versions.size(), 2);
    QCOMPARE(at(versions, 0)[QStringLiteral("title")].toString(), QStringLiteral("Your version"));
    QCOMPARE(at(versions, 1)[QStringLiteral("title")].toString(), QStringLiteral("Joel’s version"));
    QCOMPARE(at(versions, 0)[QStringLiteral("keepText")].toString(), QStringLiteral("Keep mine"));
    QCOMPARE(at(versions, 1)[QStringLiteral("keepText")].toString(), QStringLiteral("Keep Joel’s"));
    QVERIFY(at(versions, 0)[QStringLiteral("where")].toString().startsWith(QStringLiteral("On this device, ")));
    QVERIFY(at(versions, 1)[QStringLiteral("where")].toString().startsWith(QStringLiteral("On Joel’s device, ")));
    const QVariantList mine = at(versions, 0)[QStringLiteral("cells")].toList();
    const QVariantList theirs = at(versions, 1)[QStringLiteral("cells")].toList();
    QCOMPARE(mine.size(), theirs.size());
    QCOMPARE(marked(at(mine, 0)), QStringLiteral("Visit two hostels and write it up"));
    QVERIFY(marked(at(mine, 2)).startsWith(u'['));
    QVERIFY(marked(at(theirs, 2)).startsWith(u'['));
    for (const QVariant &field : choice.fields())
        QCOMPARE(field.toMap()[QStringLiteral("chosen")].toInt(), -1);
    QVERIFY(!choice.mixComplete());
    QCOMPARE(choice.outcome(), QStringLiteral("Joel will see what you chose. The other version stays in the history."));
}

void VersionsTest::everyTypeIsToldInWords()
{
    const auto person = [this](const char *name) {
        const auto made = (*m_programme->coordinator).create(catalogue::kinds::person::kind, {set(catalogue::kinds::person::name, name), set(catalogue::kinds::person::known_as, name),
                                                                                             set(catalogue::kinds::person::role, "lay_partner")});
        return made ? Value(made->record) : Value();
    };
    const Value gloria = person("Gloria");
    const Value sam = person("Sam");
    VERIFY_GOOD((*m_programme->coordinator).share());
    VERIFY_GOOD((*m_amina)->share());
    VERIFY_GOOD((*m_joel)->share());
    const auto edit = [](catalogue::FieldNumber field, const Value &value) { return FieldEdit{field, FieldEdit::How::Set, value, std::nullopt}; };
    differ({set(action::text, "One"), set(action::due, "2026-12-12"), set(action::level, "individual"), edit(action::owner, gloria),
            edit(action::were_they_there, Value(true)), set(action::outcome, "More time")},
           {set(action::text, "Two"), set(action::due, "2026-12-30"), set(action::level, "system"), edit(action::owner, sam),
            edit(action::were_they_there, Value(false)), set(action::outcome, "Less noise")},
           m_promise);
    openDesk();
    VersionChoice choice;
    open(choice, m_promise);
    QCOMPARE(choice.difference(), QStringLiteral("6 things are different"));
    QStringList told;
    for (const QVariant &cell : at(choice.versions(), 0)[QStringLiteral("cells")].toList())
        told.append(marked(cell.toMap()));
    QVERIFY2(told.contains(QStringLiteral("[Gloria]")), qPrintable(told.join(u'|')));
    QVERIFY2(told.contains(QStringLiteral("[One]")), qPrintable(told.join(u'|')));
    for (const QString &words : told)
        QVERIFY2(!words.contains(QStringLiteral("2026-")) && !words.contains(QStringLiteral("individual")), qPrintable(words));
    choice.keep(1);
    m_desk->drain();
    QCOMPARE(choice.stage(), Stage::Decided);
    const store::RecordView there = atJoels(m_promise);
    QCOMPARE(there.field(action::owner), sam);
    QCOMPARE(there.field(action::were_they_there), Value(false));
    QVERIFY(there.twoVersions.empty());
}

void VersionsTest::keepingOneEndsIt_data()
{
    QTest::addColumn<int>("version");
    QTest::addColumn<QByteArray>("due");
    QTest::newRow("mine") << 0 << QByteArray("2026-12-12");
    QTest::newRow("theirs") << 1 << QByteArray("2026-12-30");
}

void VersionsTest::keepingOneEndsIt()
{
    QFETCH(int, version);
    QFETCH(QByteArray, due);
    differ({set(action::due, "2026-12-12")}, {set(action::due, "2026-12-30")}, m_promise);
    openDesk();
    VersionChoice choice;
    open(choice, m_promise);
    choice.keep(version);
    m_desk->drain();
    QCOMPARE(choice.stage(), Stage::Decided);
    const store::RecordView there = atJoels(m_promise);
    QVERIFY(there.twoVersions.empty());
    QCOMPARE(*there.field(action::due).text(), due.toStdString());
    std::set<std::string> dues; // nothing went
    const auto history = (*m_joel)->history(m_promise);
    for (const auto &entry : history.value()) {
        for (const sync::Write &write : entry.writes) {
            if (write.field == action::due && write.value.text())
                dues.insert(*write.value.text());
        }
    }
    QVERIFY(dues.contains("2026-12-12") && dues.contains("2026-12-30"));
}

void VersionsTest::mixingTakesEachFieldFromWhomeverAndOwnWords()
{
    differ({set(action::text, "Visit two hostels and write it up"), set(action::due, "2026-12-12")},
           {set(action::text, "Visit three hostels"), set(action::due, "2026-12-30")}, m_promise);
    openDesk();
    VersionChoice choice;
    open(choice, m_promise);
    QCOMPARE(choice.fields().size(), 2);
    choice.mix(); // nothing is chosen yet
    QCOMPARE(choice.stage(), Stage::Open);
    choice.choose(action::due, 1);
    QVERIFY(!choice.mixComplete());
    choice.write(action::due, QStringLiteral("2026-01-01")); // no text
    choice.choose(action::owner_name, 0);                    // does not differ
    QVERIFY(!choice.mixComplete());
    choice.write(action::text, QStringLiteral("  Visit three hostels and write it up "));
    QVERIFY(choice.mixComplete());
    choice.mix();
    m_desk->drain();
    QCOMPARE(choice.stage(), Stage::Decided);
    const store::RecordView there = atJoels(m_promise);
    QCOMPARE(*there.field(action::text).text(), std::string("Visit three hostels and write it up"));
    QCOMPARE(*there.field(action::due).text(), std::string("2026-12-30"));
    QVERIFY(there.twoVersions.empty());
}

void VersionsTest::anUnfinishedMixIsThereAgain()
{
    differ({set(action::text, "One"), set(action::due, "2026-12-12")}, {set(action::text, "Two"), set(action::due, "2026-12-30")}, m_promise);
    openDesk();
    {
        VersionChoice choice;
        open(choice, m_promise);
        choice.choose(action::due, 1);
        choice.write(action::text, QStringLiteral("Three"));
        m_desk->session.lock();
        m_desk->settle();
    }
    QVERIFY(m_desk->signIn());
    VersionChoice choice;
    open(choice, m_promise);
    QCOMPARE(at(choice.fields(), 0)[QStringLiteral("words")].toString(), QStringLiteral("Three"));
    QCOMPARE(at(choice.fields(), 1)[QStringLiteral("chosen")].toInt(), 1);
    choice.mix();
    m_desk->drain();
    QCOMPARE(*atJoels(m_promise).field(action::text).text(), std::string("Three"));
    QVERIFY(m_desk->inWorkspace([](usecases::Workspace &workspace) { return workspace.drafts(); })->empty());
}

void VersionsTest::keptApartTheyAreTwoPromises()
{
    differ({set(action::text, "One")}, {set(action::text, "Two")}, m_promise);
    openDesk();
    VersionChoice choice;
    open(choice, m_promise);
    QCOMPARE(choice.apartText(), QStringLiteral("Keep both as two promises"));
    choice.keepApart();
    m_desk->drain();
    QCOMPARE(choice.stage(), Stage::Decided);
    QVERIFY(!choice.mayChooseAgain());
    QCOMPARE(choice.outcome(), QStringLiteral("Joel will see what you chose. Both are kept."));
    QCOMPARE(*atJoels(m_promise).field(action::text).text(), std::string("One"));
    QCOMPARE((*m_joel)->count({.kind = action::kind}).value(), std::int64_t{2});
}

void VersionsTest::choosingAgainIsPossibleUntilSomebodyWrites()
{
    differ({set(action::due, "2026-12-12")}, {set(action::due, "2026-12-30")}, m_promise);
    openDesk();
    VersionChoice choice;
    open(choice, m_promise);
    choice.keep(0);
    m_desk->drain();
    QVERIFY(choice.mayChooseAgain());
    choice.chooseAgain();
    QCOMPARE(choice.stage(), Stage::Open);
    choice.keep(1);
    m_desk->drain();
    QCOMPARE(*atJoels(m_promise).field(action::due).text(), std::string("2026-12-30"));
    VERIFY_GOOD((*m_joel)->change(m_promise, {set(action::due, "2027-01-15")}));
    VERIFY_GOOD((*m_joel)->share());
    m_desk->session.sharing()->tryNow();
    m_desk->settle();
    choice.chooseAgain();
    choice.keep(0);
    m_desk->drain();
    QCOMPARE(choice.stage(), Stage::Gone);
    QVERIFY(!choice.problem().isEmpty());
    QCOMPARE(*atJoels(m_promise).field(action::due).text(), std::string("2027-01-15"));
}

void VersionsTest::whoDecidesElsewhereEndsItHere()
{
    differ({set(action::due, "2026-12-12")}, {set(action::due, "2026-12-30")}, m_promise);
    openDesk();
    VersionChoice choice;
    open(choice, m_promise);
    VERIFY_GOOD((*m_joel)->share());
    VERIFY_GOOD((*m_joel)->settle(m_promise, action::due, Value("2026-12-30")));
    VERIFY_GOOD((*m_joel)->share());
    m_desk->session.sharing()->tryNow();
    m_desk->settle();
    QCOMPARE(choice.stage(), Stage::Gone);
}

void VersionsTest::twoStatesAreTwoVersions()
{
    usecases::Workspace &coordinator = *m_programme->coordinator;
    VERIFY_GOOD(coordinator.share());
    VERIFY_GOOD(coordinator.move(m_promise, "agreed"));
    VERIFY_GOOD((*m_amina)->move(m_promise, "let_go")); // neither follows the other
    VERIFY_GOOD(coordinator.share());
    openDesk();
    VersionChoice choice;
    open(choice, m_promise);
    QCOMPARE(choice.difference(), QStringLiteral("Only how it stands is different"));
    choice.keep(0);
    m_desk->drain();
    QVERIFY2(choice.problem().isEmpty(), qPrintable(choice.problem()));
    QCOMPARE(atJoels(m_promise).state, std::string("let_go"));
}

QTEST_GUILESS_MAIN(VersionsTest)
#include "tst_versions.moc"
