// What people are called: by their first names, as long as nobody else has the same one.
#include <QTest>

#include "app/bridge/personname.h"
#include "app/bridge/recordwords.h"
#include "core/catalogue/handles.h"
#include "tests/support/programme.h"

using namespace ourtable;
using namespace ourtable::test;
namespace fields = catalogue::kinds::person;

class PersonNameTest final : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { QVERIFY2(m_programme.found(), m_programme.failure.c_str()); }
    void twoOfOneFirstNameAreToldApart_data();
    void twoOfOneFirstNameAreToldApart();

private:
    RecordId person(const char *knownAs, const char *name);

    Programme m_programme;
};

RecordId PersonNameTest::person(const char *knownAs, const char *name)
{
    using How = usecases::FieldEdit::How;
    const auto set = [](catalogue::FieldNumber field, const char *text) { return usecases::FieldEdit{field, How::Set, Value(text), {}}; };
    const Result<usecases::Saved> made = m_programme.coordinator->create(
        fields::kind, {set(fields::known_as, knownAs), set(fields::name, name), set(fields::role, "lay_partner")});
    if (!made)
        qFatal("%s", made.error().detail.c_str());
    return made->record;
}

void PersonNameTest::twoOfOneFirstNameAreToldApart_data()
{
    QTest::addColumn<QByteArray>("knownAs");
    QTest::addColumn<QByteArray>("one");
    QTest::addColumn<QByteArray>("other");
    QTest::addColumn<QString>("shownOne");
    QTest::addColumn<QString>("shownOther");
    QTest::newRow("initial") << QByteArray("Dami") << QByteArray("Dami Brightwater") << QByteArray("Dami Okafor")
                             << QStringLiteral("Dami B") << QStringLiteral("Dami O");
    QTest::newRow("same initial") << QByteArray("Bea") << QByteArray("Beatrice Quill") << QByteArray("Bea Quayle")
                                  << QStringLiteral("Bea Quill") << QStringLiteral("Bea Quayle");
    QTest::newRow("same surname") << QByteArray("Joel") << QByteArray("Joel Ama Marsh") << QByteArray("Joel Ben Marsh")
                                  << QStringLiteral("Joel Ama Marsh") << QStringLiteral("Joel Ben Marsh");
    QTest::newRow("one has no surname") << QByteArray("Ines") << QByteArray("Ines") << QByteArray("Ines Farrow")
                                        << QStringLiteral("Ines") << QStringLiteral("Ines F");
}

void PersonNameTest::twoOfOneFirstNameAreToldApart()
{
    QFETCH(QByteArray, knownAs);
    QFETCH(QByteArray, one);
    QFETCH(QByteArray, other);
    QFETCH(QString, shownOne);
    QFETCH(QString, shownOther);
    usecases::Workspace &workspace = *m_programme.coordinator.workspace;
    const auto shown = [&workspace](const RecordId &id) { return personname::of(workspace, PersonId{id.octets}); };
    const RecordId first = person(knownAs.constData(), one.constData());
    QCOMPARE(shown(first), QString::fromUtf8(knownAs)); // alone: what they want to be called
    const RecordId second = person(knownAs.constData(), other.constData());
    QCOMPARE(shown(first), shownOne);
    QCOMPARE(shown(second), shownOther);
    QCOMPARE(records::nameOf(workspace, second, QStringLiteral("2027-01-07")), shownOther); // in lists and choices as well
}

QTEST_GUILESS_MAIN(PersonNameTest)
#include "tst_personname.moc"
