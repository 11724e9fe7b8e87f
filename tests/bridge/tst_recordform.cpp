// One record as a form: every type of field there and back, drafts, what was not seen, what somebody may not do.
#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include "app/bridge/recordform.h"
#include "core/catalogue/handles.h"
#include "tests/bridge/deskview.h"

using namespace ourtable;
using namespace ourtable::test;
namespace kinds = catalogue::kinds;
using usecases::FieldEdit;

namespace {

FieldEdit set(catalogue::FieldNumber field, Value value) { return {field, FieldEdit::How::Set, std::move(value), std::nullopt}; }

// A form under the model tester, ready to be used.
struct OpenForm {
    OpenForm(DeskView &desk, const QString &kind, const QString &key = {}) : m_desk(desk), tester(form.fields())
    {
        form.setKind(kind);
        form.setKey(key);
        form.setSession(&desk.session);
        (void)QTest::qWaitFor([this] { return form.ready() || !form.problem().isEmpty(); }, 20'000);
        desk.settle();
    }
    FormField &operator[](const char *name)
    {
        FormField *const field = form.fields()->named(QString::fromLatin1(name));
        if (!field)
            qFatal("no field %s", name);
        return *field;
    }
    bool save()
    {
        QSignalSpy saved(&form, &RecordForm::saved);
        QSignalSpy refused(&form, &RecordForm::refused);
        form.save();
        (void)QTest::qWaitFor([&] { return saved.count() + refused.count() > 0; }, 20'000);
        m_desk.settle();
        return saved.count() > 0;
    }

    DeskView &m_desk;
    RecordForm form;
    QAbstractItemModelTester tester;
};

} // namespace

class RecordFormTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void everyFieldComesBackAsItWasFilledIn_data();
    void everyFieldComesBackAsItWasFilledIn();
    void allThatIsMissingIsSaidAtOnce();
    void whatIsStillBeingWrittenMayBeIncomplete();
    void aDraftComesBackAfterAKill();
    void lockingKeepsWhatWasWritten();
    void whatIsPutBackLeavesNoDraft();
    void aChangeThatWasNotSeenIsNotWrittenOver();
    void theirPartOfASetStaysBesideMine();
    void aListKeepsItsOrder();
    void aMoveThatIsRefusedSaysWhatIsMissing();
    void whatWasRemovedComesBack();

private:
    RecordId organisation(const char *name);
    QVariant sampleFor(const FormField &field);
    std::size_t drafts();

    Programme m_programme;
    std::unique_ptr<DeskView> m_desk;
    QString m_organisation;
};

void RecordFormTest::initTestCase()
{
    QVERIFY2(m_programme.found(), m_programme.failure.c_str());
    m_programme.close(m_programme.coordinator);
    m_desk = std::make_unique<DeskView>(m_programme, m_programme.coordinator);
    QVERIFY(m_desk->signIn());
    m_organisation = QString::fromStdString(organisation("Mosaic Clubhouse").hex());
}

RecordId RecordFormTest::organisation(const char *name)
{
    const Result<usecases::Saved> saved = m_desk->inWorkspace([name](usecases::Workspace &workspace) {
        return workspace.create(kinds::organisation::kind, {set(kinds::organisation::name, Value(name)), set(kinds::organisation::sector, Value("voluntary"))});
    });
    return saved ? saved->record : RecordId{};
}

std::size_t RecordFormTest::drafts()
{
    return m_desk->inWorkspace([](usecases::Workspace &workspace) { return workspace.drafts(); })->size();
}

// As somebody would type or choose it.
QVariant RecordFormTest::sampleFor(const FormField &field)
{
    const QString type = field.type();
    const auto code = [](const QVariantList &options, qsizetype index) { return options.at(std::min(index, options.size() - 1)).toMap().value(QStringLiteral("code")); };
    const bool person = field.targets().contains(QStringLiteral("person"));
    const bool here = person || field.targets().contains(QStringLiteral("organisation"));
    const QString record = person ? QString::fromStdString(m_desk->session.person().hex()) : m_organisation;
    if (type == QLatin1String("text"))
        return QStringLiteral("Über <b>%1</b>").arg(field.label()).left(field.limit());
    if (type == QLatin1String("long_text"))
        return QStringLiteral("First line of %1\n<img src=x> second").arg(field.label()).left(field.limit());
    if (type == QLatin1String("choice"))
        return code(field.options(), 1);
    if (type == QLatin1String("choices"))
        return QVariantList{code(field.options(), 0), code(field.options(), 1)};
    if (type == QLatin1String("reference"))
        return here ? QVariant(record) : QVariant();
    if (type == QLatin1String("references"))
        return here ? QVariant(QVariantList{record}) : QVariant(QVariantList());
    if (type == QLatin1String("date"))
        return QStringLiteral("2026-03-05");
    if (type == QLatin1String("yes_no"))
        return QStringLiteral("no");
    if (type == QLatin1String("integer"))
        return field.name().endsWith(QLatin1String("_e6")) ? QStringLiteral("51.4625") : QString::number(std::min(field.most(), field.least() + 3));
    QVariantList list;
    for (int index = 0; index < std::max(1, field.least()); ++index) {
        QVariantMap parts;
        for (const QVariant &each : field.parts()) {
            const QVariantMap part = each.toMap();
            parts.insert(part.value(QStringLiteral("key")).toString(),
                         part.value(QStringLiteral("type")) == QLatin1String("choice") ? code(part.value(QStringLiteral("options")).toList(), index) : QVariant(QStringLiteral("Words %1").arg(index)));
        }
        list.append(parts.isEmpty() ? QVariant(QStringLiteral("Rule %1").arg(index)) : QVariant(parts));
    }
    return list;
}

void RecordFormTest::everyFieldComesBackAsItWasFilledIn_data()
{
    QTest::addColumn<QString>("kind");
    for (const char *kind : {"organisation", "person", "access_needs", "workstream", "resource", "setting", "agreement", "guide_page"})
        QTest::newRow(kind) << QString::fromLatin1(kind);
}

void RecordFormTest::everyFieldComesBackAsItWasFilledIn()
{
    QFETCH(QString, kind);
    OpenForm made(*m_desk, kind);
    QVERIFY2(made.form.ready(), qPrintable(made.form.problem()));
    QHash<QString, QVariant> filled;
    for (FormField *field : made.form.fields()->all()) {
        field->set(sampleFor(*field));
        filled.insert(field->name(), field->value());
    }
    QVERIFY(made.form.dirty());
    const bool saved = made.save();
    for (const FormField *field : made.form.fields()->all())
        QVERIFY2(field->error().isEmpty(), qPrintable(field->name() + QStringLiteral(": ") + field->error()));
    QVERIFY2(saved, qPrintable(made.form.problem()));
    QVERIFY(!made.form.dirty());

    OpenForm again(*m_desk, kind, made.form.key());
    QVERIFY2(again.form.ready(), qPrintable(again.form.problem()));
    for (const FormField *field : again.form.fields()->all()) {
        const QVariant expected = filled.value(field->name());
        QCOMPARE(field->value().toString(), expected.toString());
        QCOMPARE(field->value().toList(), expected.toList());
        QCOMPARE(field->words().isEmpty(), expected.isNull() || expected == QVariant(QVariantList()));
    }
}

void RecordFormTest::allThatIsMissingIsSaidAtOnce()
{
    OpenForm made(*m_desk, QStringLiteral("resource"));
    made["offer"].set(QString(300, QLatin1Char('x')));
    QVERIFY(!made.save());
    QCOMPARE(made["name"].error(), QStringLiteral("“What is it?” is still empty. Fill it in and try again."));
    QVERIFY(!made["asset_type"].error().isEmpty());
    QCOMPARE(made["offer"].error(), QStringLiteral("“What does it offer?” is longer than there is room for. Make it shorter."));
    QVERIFY(made["access"].error().isEmpty());
    made["name"].set(QStringLiteral("A kiln"));
    QVERIFY(made["name"].error().isEmpty()); // gone as soon as somebody sees to it
    made.form.discard();
}

void RecordFormTest::whatIsStillBeingWrittenMayBeIncomplete()
{
    OpenForm made(*m_desk, QStringLiteral("guide_page"));
    made["title"].set(QStringLiteral("How we begin"));
    QVERIFY(made.save());
    QCOMPARE(made.form.stateWords(), QStringLiteral("Being written"));
}

void RecordFormTest::aDraftComesBackAfterAKill()
{
    const std::size_t before = drafts();
    {
        OpenForm made(*m_desk, QStringLiteral("workstream"));
        made["name"].set(QStringLiteral("Crisis café"));
        made["level"].set(QStringLiteral("system"));
        QTRY_COMPARE(drafts(), before + 1);
    }
    m_desk.reset();
    m_desk = std::make_unique<DeskView>(m_programme, m_programme.coordinator);
    QVERIFY(m_desk->signIn());
    OpenForm again(*m_desk, QStringLiteral("workstream"));
    QVERIFY(again.form.draftCameBack());
    QVERIFY(again.form.dirty());
    QCOMPARE(again["name"].value().toString(), QStringLiteral("Crisis café"));
    QCOMPARE(again["level"].value().toString(), QStringLiteral("system"));
    again["plain"].set(QStringLiteral("A place to go in the evening"));
    QVERIFY(again.save());
    QCOMPARE(drafts(), before);
}

void RecordFormTest::lockingKeepsWhatWasWritten()
{
    OpenForm made(*m_desk, QStringLiteral("organisation"), m_organisation);
    made["address"].set(QStringLiteral("12 Effra Road"));
    m_desk->session.lock();
    QTRY_COMPARE(m_desk->session.stage(), Session::Stage::SignedOut);
    m_desk->settle();
    QVERIFY(m_desk->signIn());
    OpenForm again(*m_desk, QStringLiteral("organisation"), m_organisation);
    QVERIFY(again.form.draftCameBack());
    QCOMPARE(again["address"].value().toString(), QStringLiteral("12 Effra Road"));
    QVERIFY(again.save());
}

void RecordFormTest::whatIsPutBackLeavesNoDraft()
{
    const std::size_t before = drafts();
    OpenForm open(*m_desk, QStringLiteral("organisation"), m_organisation);
    open["name"].set(QStringLiteral("Another name"));
    QTRY_COMPARE(drafts(), before + 1);
    open.form.discard();
    QCOMPARE(open["name"].value().toString(), QStringLiteral("Mosaic Clubhouse"));
    QVERIFY(!open.form.dirty());
    QTRY_COMPARE(drafts(), before);
}

void RecordFormTest::aChangeThatWasNotSeenIsNotWrittenOver()
{
    const RecordId record = organisation("Effra Hall");
    OpenForm open(*m_desk, QStringLiteral("organisation"), QString::fromStdString(record.hex()));
    open["name"].set(QStringLiteral("Effra Road Hall"));
    const Result<void> theirs = m_desk->inWorkspace([&](usecases::Workspace &workspace) {
        return workspace.change(record, {set(kinds::organisation::name, Value("Effra Space")), set(kinds::organisation::address, Value("1 Effra Road"))});
    });
    QVERIFY(theirs.ok());
    m_desk->session.tellTouched(record, kinds::organisation::kind);
    QTRY_COMPARE(open["address"].value().toString(), QStringLiteral("1 Effra Road")); // what was not touched follows
    QCOMPARE(open["name"].value().toString(), QStringLiteral("Effra Road Hall"));
    QVERIFY(open.save());
    QVERIFY(open["name"].twoVersions());
    QVERIFY(!open["address"].twoVersions());
    QCOMPARE(open.form.twoVersions(), 1);
}

void RecordFormTest::theirPartOfASetStaysBesideMine()
{
    const RecordId record = organisation("The Copper Kettle");
    const auto access = [&](const char *code, FieldEdit::How how) {
        return m_desk->inWorkspace([&](usecases::Workspace &workspace) {
            return workspace.change(record, {{kinds::organisation::access, how, Value(code), std::nullopt}});
        });
    };
    QVERIFY(access("toilet", FieldEdit::How::Add).ok());
    QVERIFY(access("lighting", FieldEdit::How::Add).ok());
    OpenForm open(*m_desk, QStringLiteral("organisation"), QString::fromStdString(record.hex()));
    open["access"].set(QVariantList{QStringLiteral("step_free")}); // the two others go
    QVERIFY(access("hearing_loop", FieldEdit::How::Add).ok());
    QVERIFY(access("toilet", FieldEdit::How::Remove).ok()); // gone already when the form is saved
    QVERIFY(open.save());
    QVariantList now = open["access"].value().toList();
    std::sort(now.begin(), now.end(), [](const QVariant &a, const QVariant &b) { return a.toString() < b.toString(); });
    QCOMPARE(now, (QVariantList{QStringLiteral("hearing_loop"), QStringLiteral("step_free")}));
}

void RecordFormTest::aListKeepsItsOrder()
{
    OpenForm made(*m_desk, QStringLiteral("agreement"));
    const auto rules = [](std::initializer_list<const char *> words) {
        QVariantList list;
        for (const char *each : words)
            list.append(QString::fromLatin1(each));
        return list;
    };
    made["ground_rules"].set(rules({"one", "two", "three", "four"}));
    QVERIFY(made.save());
    made["ground_rules"].set(rules({"one", "two and a half", "three", "", "four"}));
    QVERIFY(made.save());
    QCOMPARE(made["ground_rules"].value().toList(), rules({"one", "two and a half", "three", "four"}));
}

void RecordFormTest::aMoveThatIsRefusedSaysWhatIsMissing()
{
    OpenForm made(*m_desk, QStringLiteral("guide_page"));
    made["title"].set(QStringLiteral("What to bring"));
    made["body"].set(QStringLiteral("Yourself."));
    made["written_with"].set(QVariantList{QString::fromStdString(m_desk->session.person().hex())});
    QVERIFY(made.save());
    QCOMPARE(made.form.moves().size(), 1);
    QSignalSpy refused(&made.form, &RecordForm::refused);
    made.form.move(QStringLiteral("published"));
    QTRY_COMPARE(refused.count(), 1);
    QCOMPARE(made.form.problem(), QStringLiteral("At least one lay partner has to have written it."));
    QCOMPARE(made.form.stateWords(), QStringLiteral("Being written"));
}

void RecordFormTest::whatWasRemovedComesBack()
{
    const RecordId record = organisation("The Old Bakery");
    OpenForm open(*m_desk, QStringLiteral("organisation"), QString::fromStdString(record.hex()));
    QVERIFY(open.form.mayRemove());
    open.form.remove();
    QTRY_VERIFY(open.form.removed());
    QVERIFY(!open["name"].mayChange());
    QCOMPARE(open.form.title(), QStringLiteral("The Old Bakery"));
    open.form.bringBack();
    QTRY_VERIFY(!open.form.removed());
    QVERIFY(open["name"].mayChange());
}

QTEST_GUILESS_MAIN(RecordFormTest)
#include "tst_recordform.moc"
