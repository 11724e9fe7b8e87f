#include <QTest>

#include "core/catalogue/catalogue.h"
#include "core/support/files.h"
#include "core/support/json.h"

using namespace ourtable;
using namespace ourtable::catalogue;

namespace {

Json releasedRegistry()
{
    const auto octets = files::readWhole(OURTABLE_TEST_DATA "/catalogue/registry-released-1.json");
    return parseJson(textOf(octets.value())).value();
}

} // namespace

// What was released keeps its number for ever: changes on people's devices carry nothing else.
class tst_registry : public QObject {
    Q_OBJECT

private slots:
    void releasedKindsAndFieldsKeepTheirNumbers();
    void releasedRolesAndCirclesKeepTheirNumbers();
    void noReleasedNumberIsReused();
    void theRevisionNeverGoesBack();

private:
    const Json m_released = releasedRegistry();
    const Catalogue &m_now = Catalogue::builtIn();
};

void tst_registry::releasedKindsAndFieldsKeepTheirNumbers()
{
    for (const auto &[name, released] : m_released["kinds"].items()) {
        const Kind *kind = m_now.kind(name);
        QVERIFY2(kind, name.c_str());
        QCOMPARE(int(kind->number), released["number"].get<int>());
        for (const auto &[fieldName, number] : released["fields"].items()) {
            const Field *field = kind->field(fieldName);
            QVERIFY2(field, (name + "." + fieldName).c_str());
            QCOMPARE(int(field->number), number.get<int>());
        }
        for (const auto &[fieldName, number] : m_released["common_fields"].items()) {
            const Field *field = kind->field(fieldName);
            QVERIFY2(!field || field->number == number.get<int>(), (name + "." + fieldName).c_str());
        }
    }
}

void tst_registry::releasedRolesAndCirclesKeepTheirNumbers()
{
    for (const auto &[code, number] : m_released["roles"].items())
        QVERIFY2(m_now.role(code) && m_now.role(code)->number == number.get<int>(), code.c_str());
    for (const auto &[code, number] : m_released["circles"].items())
        QVERIFY2(m_now.circle(code) && m_now.circle(code)->number == number.get<int>(), code.c_str());
}

void tst_registry::noReleasedNumberIsReused()
{
    for (const auto &[name, released] : m_released["kinds"].items()) {
        const Kind *kind = m_now.kind(static_cast<KindNumber>(released["number"].get<int>()));
        QVERIFY2(kind && kind->name == name, name.c_str());
        for (const auto &[fieldName, number] : released["fields"].items()) {
            const Field *field = kind->field(static_cast<FieldNumber>(number.get<int>()));
            QVERIFY2(field && field->name == fieldName, (name + "." + fieldName).c_str());
        }
    }
}

void tst_registry::theRevisionNeverGoesBack()
{
    QVERIFY(m_now.revision() >= m_released["revision"].get<std::uint32_t>());
}

QTEST_APPLESS_MAIN(tst_registry)
#include "tst_registry.moc"
