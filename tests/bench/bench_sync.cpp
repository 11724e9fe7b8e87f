// First sync, record to record: notes on one device, shared with the real hub over TLS, taken in and folded on another; and
// a sync with nothing new. Beside it the sealed copy of the same bodies from one SQLite file over TCP through a hub's file
// into another.
#include <QCoreApplication>

#include "tests/bench/hubprocess.h"
#include "tests/bench/memory.h"
#include "tests/bench/notes.h"
#include "tests/bench/realtable.h"
#include "tests/bench/relay.h"
#include "tests/bench/table.h"
#include "tests/bench/timing.h"

using namespace ourtable;
using namespace ourtable::bench;

namespace {

constexpr std::uint64_t kLargest = 10'000;
constexpr std::size_t kBatch = 500; // of the limit, as many as a push of ours
constexpr double kRatioTarget = 2;
constexpr double kOctetsTarget = 450;
constexpr double kOctetsTargetInAll = 4'000'000; // of the 10,000 notes, each way
constexpr double kHelloOctets = 500;
constexpr double kHelloMilliseconds = 20;
constexpr double kHelloBodies = 100; // of the limit's round trip, about as long as ours
constexpr double kClientTarget = 250;
constexpr double kHubTarget = 100;

// What all rounds of one size said.
struct Figures {
    Times up, down, both, limitUp, limitDown, limitBoth, nothingNew, limitNothing;
    double octetsUp = 0, octetsDown = 0, limitOctets = 0;
    double helloOctets = 0, helloRequests = 0, hubMegabytes = 0, hubOctets = 0;
};

void nothingNew(Device &device, std::size_t times, Figures &figures)
{
    (void)must(device->share(), "share"); // whatever the other device did last
    for (std::size_t i = 0; i < times; ++i) {
        sync::ShareReport report;
        figures.nothingNew.add(timed([&] { report = must(device->share(), "nothing new"); }));
        must(report.received == 0 && report.sent == 0, "nothing new");
        figures.helloOctets = static_cast<double>(report.octetsSent + report.octetsReceived);
        figures.helloRequests = static_cast<double>(report.requests);
    }
    std::vector<double> each(times);
    must(sealed_round_trips(static_cast<std::size_t>(kHelloBodies), times, each.data()) == 0, "limit");
    for (const double time : each)
        figures.limitNothing.add(time);
}

void limitOf(const PlainCopies &plain, Figures &figures)
{
    const test::TempFolder folder;
    const sealed_items items = plain.items();
    double up = 0, down = 0;
    std::size_t wire = 0;
    must(sealed_sync(folder.path().c_str(), &items, kBatch, &up, &down, &wire) == 0, "limit");
    figures.limitUp.add(up);
    figures.limitDown.add(down);
    figures.limitBoth.add(up + down);
    figures.limitOctets = static_cast<double>(wire);
}

void round(std::uint64_t count, const Notes &notes, const PlainCopies &plain, Figures &figures)
{
    const test::TempFolder folder;
    const HubProcess hub;
    const std::unique_ptr<Device> first = founded(folder.file("first"), hub.ticket());
    const std::unique_ptr<Device> second = letIn(*first, folder.file("second"));
    (void)must(second->workspace->share(), "share");
    grow(**first, breakfast(*first), {0, count, 1}, [&](std::uint64_t number) { return notes.words(number); });
    sync::ShareReport sent, received;
    const double up = timed([&] { sent = must(first->workspace->share(), "share"); });
    const double down = timed([&] { received = must(second->workspace->share(), "share"); });
    must(sent.sent >= count && received.received >= count, "all of them");
    must(must(first->workspace->digest(), "digest") == must(second->workspace->digest(), "digest"), "the same on both");
    figures.up.add(up);
    figures.down.add(down);
    figures.both.add(up + down);
    figures.octetsUp = static_cast<double>(sent.octetsSent);
    figures.octetsDown = static_cast<double>(received.octetsReceived);
    figures.hubMegabytes = hub.peakMegabytes();
    figures.hubOctets = hub.diskOctets();
    limitOf(plain, figures);
    nothingNew(*second, 50, figures);
}

void measure(std::uint64_t count, int rounds, double fastestPeer, const Notes &notes, const std::string &name)
{
    std::vector<Bytes> bodies;
    for (std::uint64_t i = 0; i < count; ++i)
        bodies.push_back(plainBody(notes.words(i), i));
    const PlainCopies plain(std::move(bodies));
    Figures figures;
    for (int i = 0; i < rounds; ++i)
        round(count, notes, plain, figures);
    const auto each = static_cast<double>(count);
    print({"first sync of " + name + ", to the hub", Unit::Milliseconds, figures.up.median(), figures.limitUp.median(), 0});
    print({"first sync of " + name + ", from the hub, folded", Unit::Milliseconds, figures.down.median(), figures.limitDown.median(), 0});
    const bool hasTarget = count == kLargest; // design README 6 names 10,000
    print({"first sync of " + name + ", record to record", Unit::Milliseconds, figures.both.median(), figures.limitBoth.median(), hasTarget ? kRatioTarget : 0, true});
    print({"the same against a fifth of the fastest peer", Unit::Milliseconds, figures.both.median(), fastestPeer / 5, hasTarget ? fastestPeer / 5 : 0});
    print({"octets a note, to the hub", Unit::Octets, figures.octetsUp / each, figures.limitOctets / each, kOctetsTarget});
    print({"octets a note, from the hub", Unit::Octets, figures.octetsDown / each, figures.limitOctets / each, kOctetsTarget});
    if (count == kLargest) {
        print({"octets of " + name + " in all, to the hub", Unit::Octets, figures.octetsUp, figures.limitOctets, kOctetsTargetInAll});
        print({"octets of " + name + " in all, from the hub", Unit::Octets, figures.octetsDown, figures.limitOctets, kOctetsTargetInAll});
    }
    print({"the hub's disk, a note", Unit::Octets, figures.hubOctets / each, 0, 0});
    print({"memory of the hub", Unit::Megabytes, figures.hubMegabytes, 0, kHubTarget});
    print({"nothing-new sync after " + name + ", median", Unit::Milliseconds, figures.nothingNew.median(), figures.limitNothing.median(), 0});
    print({"nothing-new sync after " + name + ", p99", Unit::Milliseconds, figures.nothingNew.quantile(0.99), figures.limitNothing.quantile(0.99), kHelloMilliseconds});
    print({"nothing-new sync, octets of bodies both ways", Unit::Octets, figures.helloOctets, 0, kHelloOctets});
    print({"nothing-new sync, requests", Unit::Requests, figures.helloRequests, 0, 1});
}

// Every octet that crosses the wire, TLS and HTTP and all, counted by a relay; not timed.
void countWire(std::uint64_t count, const Notes &notes)
{
    const test::TempFolder folder;
    const HubProcess hub;
    Relay relay(hub.port());
    const std::unique_ptr<Device> first = founded(folder.file("first"), hub.ticket(relay.port()));
    const std::unique_ptr<Device> second = letIn(*first, folder.file("second"));
    (void)must(second->workspace->share(), "share");
    grow(**first, breakfast(*first), {0, count, 1}, [&](std::uint64_t number) { return notes.words(number); });
    (void)relay.takeUp();
    (void)relay.takeDown();
    (void)must(first->workspace->share(), "share");
    const auto up = static_cast<double>(relay.takeUp() + relay.takeDown());
    (void)must(second->workspace->share(), "share");
    const auto down = static_cast<double>(relay.takeUp() + relay.takeDown());
    (void)must(second->workspace->share(), "share");
    const auto hello = static_cast<double>(relay.takeUp() + relay.takeDown());
    print({"on the wire with TLS and HTTP, a note to the hub", Unit::Octets, up / static_cast<double>(count), 0, kOctetsTarget});
    print({"on the wire with TLS and HTTP, a note from the hub", Unit::Octets, down / static_cast<double>(count), 0, kOctetsTarget});
    print({"on the wire with TLS and HTTP, nothing-new sync", Unit::Octets, hello, 0, 0});
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    must(crypto::start(), "crypto");
    const Notes notes;
    // Yjs of sync.md 15, A to hub and hub to B together, in milliseconds: the fastest peer at both sizes.
    static constexpr double kFastestPeerThousand = 216 + 212;
    static constexpr double kFastestPeerTenThousand = 1240 + 1340;
    if (isQuick(argc, argv)) {
        measure(20, 1, 0, notes, "20 notes");
        return 0;
    }
    measure(1'000, 5, kFastestPeerThousand, notes, "1,000 notes");
    measure(kLargest, 3, kFastestPeerTenThousand, notes, "10,000 notes");
    countWire(1'000, notes);
    print({"memory of both devices in one process", Unit::Megabytes, peakMegabytes(), 0, kClientTarget});
    return 0;
}
