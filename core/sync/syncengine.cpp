#include "core/sync/syncengine.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace ourtable::sync {
namespace {

constexpr int kMostRounds = 4; // of sending after a gap was found

Error busy() { return {ErrorCode::Busy, "sharing"}; }

class Turn {
public:
    explicit Turn(bool &taken) : m_taken(taken), m_mine(!std::exchange(taken, true)) {}
    ~Turn() { m_taken = m_taken && !m_mine; }
    Turn(const Turn &) = delete;
    Turn &operator=(const Turn &) = delete;
    [[nodiscard]] bool isMine() const { return m_mine; }

private:
    bool &m_taken;
    bool m_mine;
};

std::string pullTarget(const CircleId &circle, const HubEpoch &epoch, std::uint64_t after, bool ownToo)
{
    return "/v1/pull?c=" + circle.hex() + "&e=" + epoch.hex() + "&after=" + std::to_string(after) + (ownToo ? "&own=1" : "");
}

} // namespace

SyncEngine::SyncEngine(SyncStore &store, Transport &transport, Clock &clock, Random &random,
                       const crypto::SigningKeyPair &deviceKeys, const HubId &hub)
    : m_store(store), m_clock(clock), m_random(random), m_conversation(transport, deviceKeys, hub)
{
}

bool SyncEngine::goOn(ShareStep step, std::size_t done) { return !m_progress || m_progress(step, done); }

Result<HelloAnswer> SyncEngine::hello()
{
    if (!goOn(ShareStep::Greeting, 0))
        return ErrorCode::Cancelled;
    const std::int64_t before = m_clock.monotonicMilliseconds();
    OURTABLE_ASSIGN(const Bytes answer, m_conversation.request({"POST", "/v1/hello", HelloRequest{kProtocolVersion, m_memory.tag}.encoded()}));
    const std::int64_t after = m_clock.monotonicMilliseconds();
    OURTABLE_ASSIGN(HelloAnswer read, HelloAnswer::decode(answer));
    const std::int64_t midway = m_clock.wallMilliseconds() - (after - before) / 2;
    OURTABLE_TRY(m_store.rememberOffset({true, read.hubTime - midway, after}));
    return read;
}

Result<ShareReport> SyncEngine::share(const ShareProgress &progress)
{
    const Turn turn(m_busy);
    if (!turn.isMine())
        return busy();
    m_progress = progress;
    m_report = {};
    const HubConversation::Traffic before = m_conversation.traffic();
    OURTABLE_TRY(shareEverything());
    const HubConversation::Traffic &now = m_conversation.traffic();
    m_report.requests = now.requests - before.requests;
    m_report.octetsSent = now.octetsSent - before.octetsSent;
    m_report.octetsReceived = now.octetsReceived - before.octetsReceived;
    return m_report;
}

Result<void> SyncEngine::shareEverything()
{
    OURTABLE_ASSIGN(m_memory, m_store.hubMemory());
    OURTABLE_ASSIGN(HelloAnswer told, hello());
    if (!told.unchanged)
        OURTABLE_TRY(follow(told));
    else
        OURTABLE_TRY(fetchKeysIfLacking()); // whoever holds a circle may hand its key over at any time
    OURTABLE_ASSIGN(const bool pushed, sendAll());
    if (told.unchanged && !pushed)
        return {};
    if (pushed) {
        // Asked again after the push: what others wrote meanwhile must not hide behind our own news.
        m_memory.tag = {};
        OURTABLE_ASSIGN(told, hello());
        OURTABLE_TRY(follow(told));
    }
    OURTABLE_TRY(receiveAll(told));
    m_memory.tag = m_report.directoryBehind ? StateTag{} : told.tag; // until the directories agree, ask again every time
    return m_store.rememberHub(m_memory);
}

Result<void> SyncEngine::follow(const HelloAnswer &told)
{
    m_memory.tag = {}; // until all of this is done, the next hello has to ask for everything
    const bool another = told.hubEpoch != m_memory.epoch;
    if (another) {
        m_report.hubChanged = !m_memory.epoch.isZero();
        OURTABLE_TRY(m_store.resetCursors());
        m_memory.epoch = told.hubEpoch;
    }
    OURTABLE_TRY(m_store.rememberHub(m_memory));
    OURTABLE_TRY(updateDirectory(told));
    OURTABLE_TRY(fetchKeysIfLacking());
    OURTABLE_ASSIGN(const bool spent, m_store.noticeOwnHeads(told.heads));
    m_report.replicaSpent = m_report.replicaSpent || spent;
    if (another && m_report.hubChanged)
        OURTABLE_TRY(compareAll());
    return {};
}

Result<void> SyncEngine::updateDirectory(const HelloAnswer &told)
{
    const auto same = [&] { return told.directorySize == m_store.directory().size() && told.directoryHead == m_store.directory().head(); };
    bool more = !same();
    while (more && told.directorySize > m_store.directory().size()) {
        if (!goOn(ShareStep::Directory, m_store.directory().size()))
            return ErrorCode::Cancelled;
        OURTABLE_ASSIGN(const Bytes answer, m_conversation.request({"GET", "/v1/directory?after=" + std::to_string(m_store.directory().size()), {}}));
        OURTABLE_ASSIGN(const DirectoryAnswer read, DirectoryAnswer::decode(answer));
        if (const Result<void> taken = m_store.appendDirectory(read.entries); !taken) {
            if (taken.error().code != ErrorCode::DirectoryBroken)
                return taken;
            m_report.directoryBehind = true; // ours stays; a coordinator has to look
            return {};
        }
        more = read.more && !read.entries.empty();
    }
    if (!same() && m_store.directory().size() >= told.directorySize)
        m_report.directoryBehind = true;
    return {};
}

Result<void> SyncEngine::fetchKeysIfLacking()
{
    OURTABLE_ASSIGN(const bool lacksKeys, m_store.lacksKeys());
    if (!lacksKeys)
        return {};
    if (!goOn(ShareStep::Keys, 0))
        return ErrorCode::Cancelled;
    OURTABLE_ASSIGN(const Bytes answer, m_conversation.request({"GET", "/v1/keybag", {}}));
    OURTABLE_ASSIGN(const KeysAnswer read, KeysAnswer::decode(answer));
    m_report.newKeys = !read.packages.empty();
    return m_store.storeKeys(read);
}

Result<void> SyncEngine::beginPush(Push &push)
{
    if (!goOn(ShareStep::Sending, m_report.sent))
        return ErrorCode::Cancelled;
    OURTABLE_TRY(m_store.anchorOwnHeads());
    push.request = m_random.make<RequestId>();
    const Outgoing &content = push.content;
    return m_conversation.begin({"POST", "/v1/push", PushRequest{push.request, content.certificates, content.runs, content.seals}.encoded()});
}

Result<PushAnswer> SyncEngine::finishPush(const Push &push)
{
    OURTABLE_ASSIGN(const Bytes answer, m_conversation.finish());
    OURTABLE_ASSIGN(PushAnswer read, PushAnswer::decode(answer));
    if (read.request != push.request)
        return Error{ErrorCode::Offline, "answer to another request"};
    return read;
}

Result<bool> SyncEngine::settle(const Push &push, const PushAnswer &answer, bool &gap)
{
    OURTABLE_ASSIGN(const Settled settled, m_store.settle(push.content, answer));
    m_report.sent += settled.acknowledged + settled.erased;
    m_report.refused += settled.refused;
    m_report.setAside += settled.bad;
    m_report.replicaSpent = m_report.replicaSpent || settled.forked;
    gap = gap || settled.gap;
    return settled.acknowledged + settled.erased + settled.bad + settled.refused > 0;
}

Result<bool> SyncEngine::sendWaiting(bool &gap)
{
    Push now;
    OURTABLE_ASSIGN(now.content, m_store.outgoing({}));
    if (now.content.runs.empty())
        return false;
    OURTABLE_TRY(beginPush(now));
    bool pushed = false;
    for (bool getsOn = true; !now.content.runs.empty();) {
        // While the hub works on this one, the next one is put together; while it works on that, this one is settled.
        Push next;
        if (getsOn) {
            OURTABLE_ASSIGN(next.content, m_store.outgoing(now.content));
        }
        OURTABLE_ASSIGN(const PushAnswer answer, finishPush(now));
        const Result<void> begun = next.content.runs.empty() ? Result<void>() : beginPush(next);
        OURTABLE_ASSIGN(getsOn, settle(now, answer, gap));
        pushed = pushed || getsOn;
        OURTABLE_TRY(begun);
        now = std::move(next);
    }
    return pushed;
}

Result<bool> SyncEngine::sendAll()
{
    bool pushed = false;
    for (int round = 0; round < kMostRounds; ++round) {
        bool gap = false;
        OURTABLE_ASSIGN(const bool more, sendWaiting(gap));
        pushed = pushed || more;
        if (!gap)
            break;
        OURTABLE_TRY(compareAll());
    }
    return pushed;
}

Result<void> SyncEngine::receiveAll(const HelloAnswer &told)
{
    // After the hub was changed or this device restored, our own changes may be missing here or there: ask for all.
    const bool ownToo = m_report.hubChanged || m_report.replicaSpent;
    for (const CircleId &circle : m_store.readableCircles()) {
        const auto position = std::find_if(told.circles.begin(), told.circles.end(),
                                           [&](const CirclePosition &known) { return known.circle == circle; });
        if (position == told.circles.end())
            continue; // the directory that says so is on its way
        OURTABLE_ASSIGN(const std::uint64_t after, m_store.cursor(circle));
        if (!ownToo && position->headSeq <= after)
            continue;
        OURTABLE_TRY(receive(circle, ownToo ? 0 : after, ownToo));
        OURTABLE_ASSIGN(const bool holes, m_store.noticeHoles(circle));
        if (holes)
            OURTABLE_TRY(receive(circle, 0, true)); // what is held up would never come by itself: the cursor is past it
    }
    return {};
}

Result<void> SyncEngine::receive(const CircleId &circle, std::uint64_t after, bool ownToo)
{
    // A chain's seal comes with its head, which is in the last answer: taken in together, no row has to be written twice. Not
    // more at once than is soon fetched again when the device is switched off before: on a slow way one answer.
    static constexpr std::size_t kTogether = 8 * kPullOctets;
    static constexpr std::int64_t kMillisecondsTogether = 3000;
    for (bool more = true; more;) {
        PullAnswer gathered;
        gathered.circle = circle;
        gathered.next = after;
        Result<void> fetched;
        bool came = false;
        const std::size_t before = m_conversation.traffic().octetsReceived;
        const std::int64_t began = m_clock.monotonicMilliseconds();
        while (more && fetched && m_conversation.traffic().octetsReceived - before < kTogether
               && m_clock.monotonicMilliseconds() - began < kMillisecondsTogether) {
            const Result<bool> added = gather(gathered, ownToo);
            came = came || added;
            more = added && *added;
            fetched = added ? Result<void>() : added.error();
        }
        if (came) { // also what came before an error
            OURTABLE_ASSIGN(const std::size_t fresh, m_store.ingest(gathered));
            m_report.received += fresh;
        }
        if (!fetched && fetched.error().code == ErrorCode::NotMember)
            return {}; // the directory that says so is on its way
        OURTABLE_TRY(fetched);
        after = gathered.next;
    }
    return {};
}

Result<bool> SyncEngine::gather(PullAnswer &gathered, bool ownToo)
{
    const auto done = [&] {
        std::size_t changes = m_report.received;
        for (const Run &run : gathered.runs)
            changes += run.items.size();
        return changes;
    };
    if (!goOn(ShareStep::Receiving, done()))
        return ErrorCode::Cancelled;
    const std::uint64_t after = gathered.next;
    OURTABLE_ASSIGN(const Bytes answer, m_conversation.request({"GET", pullTarget(gathered.circle, m_memory.epoch, after, ownToo), {}}));
    OURTABLE_ASSIGN(PullAnswer read, PullAnswer::decode(answer));
    if (read.circle != gathered.circle || read.next < after)
        return Error{ErrorCode::Offline, "answer to another request"};
    // Nothing of an answer that mixes circles; what came before it is as good as ever.
    if (std::ranges::any_of(read.runs, [&](const Run &run) { return run.circle != read.circle; }))
        return Error{ErrorCode::Malformed, "run of another circle"};
    std::ranges::move(read.runs, std::back_inserter(gathered.runs));
    std::ranges::move(read.certificates, std::back_inserter(gathered.certificates));
    std::ranges::move(read.seals, std::back_inserter(gathered.seals));
    gathered.next = read.next;
    return read.more && read.next != after;
}

Result<void> SyncEngine::compareAll()
{
    OURTABLE_ASSIGN(const std::vector<CircleId> circles, m_store.circlesWithChanges());
    for (const CircleId &circle : circles) {
        if (!goOn(ShareStep::Comparing, 0))
            return ErrorCode::Cancelled;
        OURTABLE_ASSIGN(std::vector<ReplicaHead> heads, m_store.heads(circle));
        const Result<Bytes> answer = m_conversation.request({"POST", "/v1/vv", HeadsMessage{circle, std::move(heads)}.encoded()});
        if (!answer && answer.error().code == ErrorCode::NotMember)
            continue;
        if (!answer)
            return answer.error();
        OURTABLE_ASSIGN(const HeadsMessage read, HeadsMessage::decode(*answer));
        OURTABLE_TRY(m_store.offerMissing(circle, read.heads));
    }
    return {};
}

Result<bool> SyncEngine::waitForNews()
{
    const Turn turn(m_busy);
    if (!turn.isMine())
        return busy();
    OURTABLE_ASSIGN(m_memory, m_store.hubMemory());
    OURTABLE_ASSIGN(const Bytes answer, m_conversation.request({"GET", "/v1/wait?t=" + m_memory.tag.hex(), {}}));
    OURTABLE_ASSIGN(const WaitAnswer read, WaitAnswer::decode(answer));
    return read.changed;
}

Result<Bytes> SyncEngine::request(const std::string &method, const std::string &target, Bytes body)
{
    const Turn turn(m_busy);
    if (!turn.isMine())
        return busy();
    return m_conversation.request({method, target, std::move(body)});
}

} // namespace ourtable::sync
