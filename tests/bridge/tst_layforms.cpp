// Forms for somebody whose part in the programme does not include everything.
#include <QSignalSpy>
#include <QTest>

#include "app/bridge/kindsmodel.h"
#include "app/bridge/recordform.h"
#include "core/catalogue/handles.h"
#include "tests/bridge/deskview.h"

using namespace ourtable;
using namespace ourtable::test;
namespace kinds = catalogue::kinds;
using usecases::FieldEdit;

class LayFormsTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void anotherPersonIsReadAndNotChanged();
    void whatOnlyCoordinatorsMakeIsRefusedInWords();
    void accessNeedsAreOnesOwn();
    void anAgreementMayOnlyBeAgreedTo();
    void onlyKindsThatMayBeReadAreListed();

private:
    void open(RecordForm &form, const char *kind, const QString &key = {});

    Programme m_programme;
    std::unique_ptr<DeskView> m_desk;
    QString m_coordinator;
    QString m_agreement;
};

void LayFormsTest::initTestCase()
{
    QVERIFY2(m_programme.found(), m_programme.failure.c_str());
    Member *const ruth = m_programme.letIn("Ruth", {"lay_partner"});
    QVERIFY2(ruth, m_programme.failure.c_str());
    usecases::Workspace &office = *m_programme.coordinator;
    m_coordinator = QString::fromStdString(office.person().hex());
    const Result<usecases::Saved> agreement = office.create(
        kinds::agreement::kind, {{kinds::agreement::definition, FieldEdit::How::Set, Value("Doing it together"), std::nullopt}});
    QVERIFY(agreement.ok());
    m_agreement = QString::fromStdString(agreement->record.hex());
    QVERIFY(office.share().ok());
    QVERIFY((*ruth)->share().ok());
    m_programme.close(*ruth);
    m_desk = std::make_unique<DeskView>(m_programme, *ruth);
    QVERIFY(m_desk->signIn());
}

void LayFormsTest::open(RecordForm &form, const char *kind, const QString &key)
{
    form.setKind(QString::fromLatin1(kind));
    form.setKey(key);
    form.setSession(&m_desk->session);
    (void)QTest::qWaitFor([&form] { return form.ready() || !form.problem().isEmpty(); }, 20'000);
}

void LayFormsTest::anotherPersonIsReadAndNotChanged()
{
    RecordForm form;
    open(form, "person", m_coordinator);
    QVERIFY(form.ready());
    QVERIFY(!form.mayChange());
    QVERIFY(!form.mayRemove());
    QVERIFY(form.moves().isEmpty());
    FormField *const name = form.fields()->named(QStringLiteral("name"));
    QVERIFY(!name->mayChange());
    const QString before = name->value().toString();
    name->set(QStringLiteral("Somebody else"));
    QCOMPARE(name->value().toString(), before);

    RecordForm own;
    open(own, "person", QString::fromStdString(m_desk->session.person().hex()));
    QVERIFY(own.mayChange());
}

void LayFormsTest::whatOnlyCoordinatorsMakeIsRefusedInWords()
{
    RecordForm form;
    open(form, "setting");
    QVERIFY(!form.ready());
    QCOMPARE(form.problem(), QStringLiteral("Your part in the programme doesn't include that. Ask a coordinator."));
}

void LayFormsTest::accessNeedsAreOnesOwn()
{
    RecordForm form;
    open(form, "access_needs");
    FormField *const person = form.fields()->named(QStringLiteral("person"));
    QCOMPARE(person->words(), QStringLiteral("Ruth"));
    QVERIFY(!person->mayChange());
    QVERIFY(!form.fields()->named(QStringLiteral("review_on"))->value().toString().isEmpty());
    form.fields()->named(QStringLiteral("in_the_room"))->set(QStringLiteral("A seat near the door"));
    QSignalSpy saved(&form, &RecordForm::saved);
    form.save();
    QTRY_COMPARE(saved.count(), 1);
    QCOMPARE(form.title(), QStringLiteral("Ruth"));
}

void LayFormsTest::anAgreementMayOnlyBeAgreedTo()
{
    RecordForm form;
    open(form, "agreement", m_agreement);
    QVERIFY(form.ready());
    QVERIFY(!form.fields()->named(QStringLiteral("definition"))->mayChange());
    QVERIFY(form.fields()->named(QStringLiteral("agreed_by"))->mayChange());
    QVERIFY(form.maySayYes());
    QSignalSpy saved(&form, &RecordForm::saved);
    form.sayYes();
    QTRY_COMPARE(saved.count(), 1);
    QCOMPARE(form.fields()->named(QStringLiteral("agreed_by"))->words(), QStringLiteral("Ruth"));
    QVERIFY(!form.maySayYes());
}

void LayFormsTest::onlyKindsThatMayBeReadAreListed()
{
    KindsModel kindsHere;
    kindsHere.setArea(QStringLiteral("lists"));
    kindsHere.setSession(&m_desk->session);
    m_desk->settle();
    QStringList names;
    for (int row = 0; row < kindsHere.count(); ++row) {
        names.append(kindsHere.data(kindsHere.index(row), KindsModel::NameRole).toString());
        QVERIFY(kindsHere.data(kindsHere.index(row), KindsModel::RecordsRole).toInt() >= 0);
    }
    QVERIFY(names.contains(QStringLiteral("agreement")));
    QVERIFY(!names.contains(QStringLiteral("nomination")));
    QVERIFY(!names.contains(QStringLiteral("support_need")));
    QVERIFY(!names.contains(QStringLiteral("equality_return")));
}

QTEST_GUILESS_MAIN(LayFormsTest)
#include "tst_layforms.moc"
