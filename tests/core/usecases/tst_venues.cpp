// Where breakfasts are held: the order of the list, and which place somebody is at.
#include <QTest>

#include <cmath>

#include "core/catalogue/handles.h"
#include "core/support/civiltime.h"
#include "core/usecases/venues.h"
#include "tests/support/programme.h"
#include "tests/support/verifygood.h"

using namespace ourtable;
using namespace ourtable::test;
namespace venue = catalogue::kinds::organisation;
using usecases::GeoPoint;
using usecases::nearestVenue;
using usecases::Venue;
using How = usecases::FieldEdit::How;

class Venues : public QObject {
    Q_OBJECT

private slots:
    void theOneUsedLastIsFirstThenByName();
    void distancesAreThoseOfTheEarth();
    void theNearestIsOfferedWhenItIsNear();
    void nothingIsOfferedWhereNothingIsCertain();

private:
    static Venue at(double latitude, double longitude) { return {{}, "Here", {}, GeoPoint{latitude, longitude}, 0}; }
};

void Venues::theOneUsedLastIsFirstThenByName()
{
    Programme programme;
    QVERIFY2(programme.found(), programme.failure.c_str());
    usecases::Workspace &work = *programme.coordinator;
    const auto made = [&](const char *name, bool meets) {
        const auto saved = work.create(venue::kind, {{venue::name, How::Set, Value(std::string(name)), {}},
                                                     {venue::sector, How::Set, Value(std::string("community")), {}},
                                                     {venue::is_venue, How::Set, Value(meets), {}},
                                                     {venue::access_notes, How::Set, Value(std::string("Ring the bell")), {}}});
        return saved ? saved->record : RecordId{};
    };
    const RecordId kettle = made("The Copper Kettle", true), hall = made("church hall", true), arc = made("Arc", true);
    const RecordId closed = made("Away", true);
    QVERIFY(!kettle.isZero() && !made("Benefits office", false).isZero());
    VERIFY_GOOD(work.move(closed, "closed"));
    VERIFY_GOOD(work.change(hall, {{venue::latitude_e6, How::Set, Value(std::int64_t{51'461'000}), {}},
                                   {venue::longitude_e6, How::Set, Value(std::int64_t{-115'000}), {}}}));
    const auto order = [&] {
        const auto all = usecases::venues(work);
        std::vector<RecordId> ids;
        for (const Venue &one : *all)
            ids.push_back(one.id);
        return ids;
    };
    QCOMPARE(order(), (std::vector<RecordId>{arc, hall, kettle})); // nothing was held yet
    for (const auto &[where, day] : {std::pair(hall, "2026-10-08"), std::pair(kettle, "2026-11-12")}) {
        usecases::BreakfastPlan plan;
        plan.date = day;
        plan.venue = where;
        VERIFY_GOOD(usecases::startBreakfast(work, plan));
    }
    QCOMPARE(order(), (std::vector<RecordId>{kettle, arc, hall}));
    const auto all = usecases::venues(work);
    VERIFY_GOOD(all);
    QCOMPARE(all->front().name, std::string("The Copper Kettle"));
    QCOMPARE(all->front().accessNotes, std::string("Ring the bell"));
    QCOMPARE(all->front().lastUsed, daysOfDate("2026-11-12").value());
    QVERIFY(!all->front().where);
    QVERIFY(all->back().where && std::abs(all->back().where->latitude - 51.461) < 1e-9 && std::abs(all->back().where->longitude + 0.115) < 1e-9);
}

void Venues::distancesAreThoseOfTheEarth()
{
    using usecases::metresBetween;
    // A degree of a meridian, and a quarter of the way round, on the sphere of that radius.
    QVERIFY(std::abs(metresBetween({0, 0}, {1, 0}) - 111'195.08) < 0.1);
    QVERIFY(std::abs(metresBetween({0, 0}, {0, 90}) - 10'007'557.2) < 1);
    QVERIFY(std::abs(metresBetween({60, 0}, {60, 1}) - 55'597.0) < 5);  // meridians come together
    QVERIFY(metresBetween({51.5, -179.9999}, {51.5, 179.9999}) < 20);   // over the date line
    QCOMPARE(metresBetween({51.5, -0.1}, {51.5, -0.1}), 0.0);
    QVERIFY(std::abs(metresBetween({0, 0}, {0, 180}) - 20'015'114.4) < 2); // the other side: no root of less than nothing
}

void Venues::theNearestIsOfferedWhenItIsNear()
{
    const GeoPoint here{51.46, -0.115};
    const std::vector<Venue> places{at(51.4620, -0.115), at(51.4615, -0.115), {{}, "No place", {}, std::nullopt, 0}};
    QCOMPARE(nearestVenue(places, here, 10), std::optional<std::size_t>(1)); // 167 m
    const std::vector<Venue> edge{at(51.4623, -0.115)};                      // 256 m
    QVERIFY(!nearestVenue(edge, here, 100));
    QCOMPARE(nearestVenue(edge, here, 130), std::optional<std::size_t>(0)); // it may be there, then
    const std::vector<Venue> far{at(51.4900, -0.115)};                      // 3.3 km
    QVERIFY(!nearestVenue(far, here, 1600));
    QCOMPARE(nearestVenue(far, here, 1700), std::optional<std::size_t>(0));
}

void Venues::nothingIsOfferedWhereNothingIsCertain()
{
    const std::vector<Venue> places{at(51.46, -0.115)};
    QVERIFY(!nearestVenue(places, {51.46, -0.115}, 2001));
    QVERIFY(!nearestVenue(places, {51.46, -0.115}, -1));
    QVERIFY(!nearestVenue(places, {51.46, -0.115}, std::nan("")));
    QVERIFY(!nearestVenue(places, {std::nan(""), -0.115}, 10));
    QVERIFY(!nearestVenue(places, {151.46, -0.115}, 10));
    QVERIFY(!nearestVenue({}, {51.46, -0.115}, 10));
    QCOMPARE(nearestVenue(places, {51.46, -0.115}, 2000), std::optional<std::size_t>(0));
}

QTEST_GUILESS_MAIN(Venues)
#include "tst_venues.moc"
