// How many notes a second the real hub takes in from 100 devices over TLS, in pushes of 1 and of 200; the devices run on
// the same cores. Everything that is pushed is signed and sealed beforehand. Beside it a plain-C hub that appends sealed
// octets of the same length to a file, waits for the disk, and answers.
#include <QCoreApplication>

#include <barrier>
#include <semaphore>
#include <thread>

#include "core/crypto/hashing.h"
#include "core/crypto/signing.h"
#include "core/crypto/systemrandom.h"
#include "core/sync/bodycodec.h"
#include "core/sync/invitation.h"
#include "tests/bench/hubprocess.h"
#include "tests/bench/notes.h"
#include "tests/bench/table.h"
#include "tests/bench/timing.h"
#include "tests/bench/tlsclient.h"
#include "tests/core/hub/support/programmebuilder.h"

using namespace ourtable;
using namespace ourtable::bench;

namespace {

constexpr double kMemoryTarget = 100;
constexpr double kCores = 2; // that the targets are for
constexpr std::ptrdiff_t kLargeBodies = 32; // that the hub reads at once; it asks others to come again

// The octets of a note's ciphertext, the middle of a hundred.
std::size_t sealedOctets()
{
    const Notes notes;
    std::vector<std::size_t> lengths;
    for (std::uint64_t i = 0; i < 100; ++i)
        lengths.push_back(sync::packBody(plainBody(notes.words(i), i)).size() + crypto::kTagSize);
    std::sort(lengths.begin(), lengths.end());
    return lengths[lengths.size() / 2];
}

// One device with one open session, and pushes that wait to be sent.
class Pusher {
public:
    Pusher(Random &random, const test::Member &member, const HubId &hub, std::uint16_t port)
        : m_member(member), m_hub(hub), m_random(random), m_client(port)
    {
        const Bytes body = sync::SessionRequest{member.deviceId()}.encoded();
        const TlsClient::Answer answer = m_client.send(httpRequest("POST", "/v1/session", {}, body));
        must(answer.status == 200, "session");
        m_session = must(sync::SessionAnswer::decode(answer.body), "session");
    }

    [[nodiscard]] Bytes signedRequest(const std::string &target, const Bytes &body)
    {
        sync::RequestAuth auth{m_member.deviceId(), m_session.session, ++m_counter, {}};
        auth.signature = crypto::sign(m_member.device, sync::requestTranscript(m_hub, m_session.nonce, auth, "POST", target, body));
        return httpRequest("POST", target, auth.header(), body);
    }
    [[nodiscard]] TlsClient::Answer send(const std::string &target, const Bytes &body) { return m_client.send(signedRequest(target, body)); }

    void prepare(std::size_t pushes, std::size_t changes, std::size_t octets, const sync::Directory &directory, const CircleId &circle)
    {
        if (!m_chain)
            m_chain.emplace(m_random, m_member, circle, directory.membershipHead());
        for (std::size_t i = 0; i < pushes; ++i)
            m_waiting.push_back(signedRequest("/v1/push", m_chain->push({m_chain->nextRun(changes, octets)}).encoded()));
    }
    void sendAll(std::counting_semaphore<> &turns)
    {
        for (const Bytes &request : m_waiting) {
            turns.acquire();
            const Stopwatch watch;
            m_answers.push_back(m_client.send(request));
            m_latencies.push_back(watch.milliseconds());
            turns.release();
        }
    }
    // How many of the changes the hub says that it stored; forgets what was sent.
    [[nodiscard]] std::size_t stored(Times &latencies)
    {
        std::size_t kept = 0;
        for (const TlsClient::Answer &answer : m_answers) {
            must(answer.status == 200, "push");
            for (const auto &codes : must(sync::PushAnswer::decode(answer.body), "push").codes)
                kept += static_cast<std::size_t>(std::count(codes.begin(), codes.end(), sync::PushCode::Ok));
        }
        for (const double latency : m_latencies)
            latencies.add(latency);
        m_waiting.clear();
        m_answers.clear();
        m_latencies.clear();
        return kept;
    }

private:
    const test::Member &m_member;
    HubId m_hub;
    Random &m_random;
    TlsClient m_client;
    sync::SessionAnswer m_session;
    std::uint64_t m_counter = 0;
    std::optional<test::ChainBuilder> m_chain;
    std::vector<Bytes> m_waiting;
    std::vector<TlsClient::Answer> m_answers;
    std::vector<double> m_latencies;
};

class Crowd {
public:
    Crowd(const HubProcess &hub, std::size_t devices, const test::TempFolder &folder)
        : m_folder(folder), m_ticket(must(sync::Invitation::fromText(hub.ticket()), "ticket")),
          m_programme(m_random, m_ticket.caPin), m_octets(sealedOctets())
    {
        const HubId id = crypto::shortened<HubId>(m_ticket.caPin);
        const sync::FoundRequest start{sync::inviteIdOf(m_ticket.secret), sync::inviteTokenOf(m_ticket.secret), m_programme.takeAppend()};
        TlsClient founder(hub.port());
        must(founder.send(httpRequest("POST", "/v1/found", {}, start.encoded())).status == 200, "found");
        for (std::size_t i = 0; i < devices; ++i)
            m_members.push_back(m_programme.addReader());
        Pusher coordinator(m_random, m_programme.coordinator(), id, hub.port());
        must(coordinator.send("/v1/directory", m_programme.takeAppend().encoded()).status == 200, "directory");
        m_pushers.reserve(devices);
        for (const test::Member &member : m_members)
            m_pushers.emplace_back(m_random, member, id, hub.port());
    }

    [[nodiscard]] std::size_t notes(std::size_t pushes, std::size_t changes) const { return m_pushers.size() * pushes * changes; }
    // One round of ours and one of the limit; gives notes a second of both.
    std::pair<double, double> round(std::size_t pushes, std::size_t changes, Times &latencies)
    {
        for (Pusher &pusher : m_pushers)
            pusher.prepare(pushes, changes, m_octets, m_programme.directory(), m_programme.table());
        const double ours = together(changes == 1 ? static_cast<std::ptrdiff_t>(m_pushers.size()) : kLargeBodies);
        std::size_t stored = 0;
        for (Pusher &pusher : m_pushers)
            stored += pusher.stored(latencies);
        const std::size_t all = notes(pushes, changes);
        must(stored == all, "none lost");
        double limit = 0;
        must(sealed_hub(m_folder.file("limit").c_str(), m_pushers.size(), pushes, changes, m_octets - crypto::kTagSize, &limit) == 0, "limit");
        return {static_cast<double>(all) / ours * 1e3, static_cast<double>(all) / limit * 1e3};
    }

private:
    // Milliseconds from the word go until the last answer; so many pushes are on their way at once.
    double together(std::ptrdiff_t atOnce)
    {
        std::counting_semaphore<> turns(atOnce);
        std::barrier start(static_cast<std::ptrdiff_t>(m_pushers.size()) + 1);
        std::vector<std::thread> threads;
        for (Pusher &pusher : m_pushers) {
            threads.emplace_back([&] {
                start.arrive_and_wait();
                pusher.sendAll(turns);
            });
        }
        start.arrive_and_wait();
        return timed([&] {
            for (std::thread &thread : threads)
                thread.join();
        });
    }

    const test::TempFolder &m_folder;
    crypto::SystemRandom m_random;
    sync::Invitation m_ticket;
    test::ProgrammeBuilder m_programme;
    std::size_t m_octets;
    std::vector<test::Member> m_members;
    std::vector<Pusher> m_pushers;
};

void measure(Crowd &crowd, const HubProcess &hub, int rounds, std::size_t pushes, std::size_t changes, double target)
{
    Times ours, limit, alone, latencies;
    for (int i = 0; i < rounds; ++i) {
        const double before = hub.processorMilliseconds();
        const auto [mine, plain] = crowd.round(pushes, changes, latencies);
        const double each = (hub.processorMilliseconds() - before) / static_cast<double>(crowd.notes(pushes, changes));
        ours.add(mine);
        limit.add(plain);
        alone.add(kCores * 1e3 / each);
    }
    const std::string name = "hub, 100 devices, pushes of " + std::to_string(changes);
    print({name + ", notes", Unit::PerSecond, ours.median(), limit.median(), target});
    print({name + ", by the hub's own processor time on two cores", Unit::PerSecond, alone.median(), 0, target});
    print({name + ", a push, median", Unit::Milliseconds, latencies.median(), 0, 0});
    print({name + ", a push, p99", Unit::Milliseconds, latencies.quantile(0.99), 0, 0});
}

// How many signatures this machine verifies in a second on one core; hub.md's machine: 25,600.
double verifications(int count)
{
    crypto::SystemRandom random;
    const crypto::SigningKeyPair pair = crypto::SigningKeyPair::make(random);
    const Hash hash = crypto::hashOf("ourtable.bench.v1", {});
    const crypto::Signature signature = crypto::sign(pair, hash);
    const double milliseconds = timed([&] {
        for (int i = 0; i < count; ++i)
            must(crypto::verify(pair.verifyKey, hash, signature), "verify");
    });
    return count / milliseconds * 1e3;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    must(crypto::start(), "crypto");
    const bool quick = isQuick(argc, argv);
    const test::TempFolder folder;
    const HubProcess hub;
    Crowd crowd(hub, quick ? 3 : 100, folder);
    measure(crowd, hub, quick ? 1 : 3, quick ? 2 : 100, 1, 10'000);
    measure(crowd, hub, quick ? 1 : 3, quick ? 1 : 3, 200, 50'000);
    print({"Ed25519 verifications on one core, two to a push", Unit::PerSecond, verifications(quick ? 10 : 5'000), 0, 0});
    print({"memory of the hub under this load", Unit::Megabytes, hub.peakMegabytes(), 0, kMemoryTarget});
    return 0;
}
