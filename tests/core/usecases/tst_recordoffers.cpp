// What a screen offers for a record is what writing it allows (core/usecases/recordoffers.h), and finding among one kind.
#include <QTest>

#include "core/usecases/recordoffers.h"
#include "tests/core/usecases/guardworld.h"

using namespace ourtable;
using namespace ourtable::test;
using usecases::FieldEdit;

class RecordOffersTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void coordinatorsChangeRemoveAndMove();
    void whoeverMayAgreeWritesNothingButTheirYes();
    void somebodyElsesPersonRecordOffersNothing();
    void whatWasRemovedOffersOnlyItsReturn();
    void onesOwnIsAllThatMayBeMade();
    void oneKindIsSearchedAlone();

private:
    usecases::RecordOffers offers(usecases::Workspace &by, const RecordId &record);

    GuardWorld m_world;
    RecordId m_agreement;
    RecordId m_hall;
};

void RecordOffersTest::initTestCase()
{
    QVERIFY2(m_world.found(), m_world.programme.failure.c_str());
    m_agreement = m_world.brought(kinds::agreement::kind, {{kinds::agreement::definition, "Doing it together"}}, "draft");
    m_hall = m_world.brought(kinds::organisation::kind, {{kinds::organisation::name, "Effra Hall"}, {kinds::organisation::sector, "health"}});
    QVERIFY(m_world.shareAll());
}

usecases::RecordOffers RecordOffersTest::offers(usecases::Workspace &by, const RecordId &record)
{
    const Result<usecases::RecordOffers> told = usecases::offersFor(by, record);
    return told ? *told : usecases::RecordOffers{};
}

void RecordOffersTest::coordinatorsChangeRemoveAndMove()
{
    const usecases::RecordOffers told = offers(*m_world.programme.coordinator, m_hall);
    QVERIFY(told.change);
    QVERIFY(told.remove);
    QVERIFY(!told.agree); // an organisation is not agreed to
    QCOMPARE(told.moves, (std::vector<std::string>{"dormant", "closed"}));
    QVERIFY(offers(**m_world.bea, m_hall).moves.empty());
}

void RecordOffersTest::whoeverMayAgreeWritesNothingButTheirYes()
{
    usecases::Workspace &nuala = **m_world.nuala;
    const usecases::RecordOffers told = offers(nuala, m_agreement);
    QVERIFY(!told.change);
    QVERIFY(!told.remove);
    QVERIFY(told.agree);
    const FieldEdit yes{kinds::agreement::agreed_by, FieldEdit::How::Add, Value(nuala.person()), std::nullopt};
    const FieldEdit other{kinds::agreement::definition, FieldEdit::How::Set, Value("Something else"), std::nullopt};
    QCOMPARE(nuala.change(m_agreement, {yes, other}).error().code, ErrorCode::NotPermitted);
    QCOMPARE(nuala.change(m_agreement, {other}).error().code, ErrorCode::NotPermitted);
    QVERIFY(nuala.change(m_agreement, {yes}).ok());
}

void RecordOffersTest::somebodyElsesPersonRecordOffersNothing()
{
    const usecases::RecordOffers others = offers(**m_world.nuala, m_world.personOf(*m_world.dami));
    QVERIFY(!others.change && !others.remove && others.moves.empty());
    const usecases::RecordOffers own = offers(**m_world.nuala, m_world.personOf(*m_world.nuala));
    QVERIFY(own.change);
    QVERIFY(!own.moves.empty());
}

void RecordOffersTest::whatWasRemovedOffersOnlyItsReturn()
{
    usecases::Workspace &office = *m_world.programme.coordinator;
    QVERIFY(office.hide(m_hall).ok());
    const usecases::RecordOffers told = offers(office, m_hall);
    QVERIFY(told.remove);
    QVERIFY(!told.change && told.moves.empty());
    QVERIFY(office.restore(m_hall).ok());
}

void RecordOffersTest::onesOwnIsAllThatMayBeMade()
{
    const catalogue::Catalogue &catalogue = catalogue::Catalogue::builtIn();
    const auto offer = [&](usecases::Workspace &by, catalogue::KindNumber kind) { return usecases::createOffer(by, *catalogue.kind(kind)); };
    QVERIFY(offer(**m_world.nuala, kinds::access_needs::kind).aboutSelfOnly);
    QVERIFY(!offer(*m_world.programme.coordinator, kinds::access_needs::kind).aboutSelfOnly);
    QVERIFY(!offer(**m_world.nuala, kinds::setting::kind).create);
    QVERIFY(offer(**m_world.nuala, kinds::nomination::kind).create); // sealed: write only
}

void RecordOffersTest::oneKindIsSearchedAlone()
{
    usecases::Workspace &office = *m_world.programme.coordinator;
    m_world.made(office, kinds::workstream::kind, {{kinds::workstream::name, "Effra evenings"}, {kinds::workstream::plain, "A place to go"}});
    QCOMPARE(office.search("effra")->size(), std::size_t(2));
    const Result<std::vector<store::SearchHit>> halls = office.search("effra", 50, kinds::organisation::kind);
    QCOMPARE(halls->size(), std::size_t(1));
    QCOMPARE(halls->front().id, m_hall);
    QVERIFY((**m_world.nuala).search("effra", 50, kinds::nomination::kind)->empty()); // not theirs to read
}

QTEST_GUILESS_MAIN(RecordOffersTest)
#include "tst_recordoffers.moc"
