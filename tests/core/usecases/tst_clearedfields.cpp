// A field that somebody empties is empty, here and elsewhere, and what was changed with it holds.
#include <QTest>

#include "tests/core/usecases/guardworld.h"
#include "tests/support/verifygood.h"

using namespace ourtable;
using namespace ourtable::test;

class ClearedFields : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { QVERIFY2(world.found(), world.programme.failure.c_str()); }
    void aClearedFieldIsEmptyEverywhere();

private:
    GuardWorld world;
};

void ClearedFields::aClearedFieldIsEmptyEverywhere()
{
    namespace org = kinds::organisation;
    using How = usecases::FieldEdit::How;
    usecases::Workspace &marigold = *world.programme.coordinator;
    const RecordId hall = world.made(marigold, org::kind, {{org::name, "Tamarind Hall"}, {org::sector, "voluntary"}, {org::address, "12 Effra Road"}});
    VERIFY_GOOD(marigold.change(hall, {{org::name, How::Set, Value("The Hall"), std::nullopt}, {org::address, How::Clear, {}, std::nullopt}}));
    QVERIFY(world.shareAll());
    for (Member *member : {&world.programme.coordinator, world.nuala}) {
        const auto view = (*member)->get(hall);
        VERIFY_GOOD(view);
        QCOMPARE(view->field(org::name), Value("The Hall"));
        QVERIFY(view->field(org::address).isNull());
    }
    const auto history = marigold.history(hall);
    VERIFY_GOOD(history);
    for (const usecases::Workspace::HistoryEntry &entry : *history)
        QCOMPARE(entry.verdict, sync::Verdict::Accepted);
}

QTEST_GUILESS_MAIN(ClearedFields)
#include "tst_clearedfields.moc"
