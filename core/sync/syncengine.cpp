#include "core/sync/syncengine.h"

#include <algorithm>
#include <iterator>

namespace ourtable::sync {
namespace {

constexpr unsigned kOk = 200;
constexpr int kMostRounds = 4; // of sending after a gap was found

std::string pullTarget(const CircleId &circle, const HubEpoch &epoch, std::uint64_t after, bool ownToo)
{
    return "/v1/pull?c=" + circle.hex() + "&e=" + epoch.hex() + "&after=" + std::to_string(after) + (ownToo ? "&own=1" : "");
}

} // namespace

SyncEngine::SyncEngine(SyncStore &store, Transport &transport, Clock &clock, Random &random,
                       const crypto::SigningKeyPair &deviceKeys, const HubId &hub)
    : m_store(store), m_transport(transport), m_clock(clock), m_random(random), m_deviceKeys(deviceKeys),
      m_device(deviceIdOf(deviceKeys.verifyKey)), m_hub(hub)
{
}

Error SyncEngine::errorOf(const TransportAnswer &answer)
{
    const Result<Refusal> refusal = Refusal::decode(answer.body);
    if (!refusal)
        return {ErrorCode::Offline, "no answer of a hub"};
    const std::string &code = refusal->code;
    if (code == "revoked")
        return {ErrorCode::Revoked, {}};
    if (code == "hub_changed")
        return {ErrorCode::HubChanged, {}};
    if (code == "not_member" || code == "draining")
        return {ErrorCode::NotMember, code};
    if (code == "member_conflict")
        return {ErrorCode::Conflict, "directory"};
    if (code == "upgrade")
        return {ErrorCode::Unsupported, "hub"};
    if (answer.status == 429 || answer.status == 503)
        return {ErrorCode::TryLater, std::to_string(std::max(1u, answer.retryAfter))};
    return {ErrorCode::Refused, code};
}

Result<void> SyncEngine::openSession()
{
    const SessionRequest asked{m_device};
    ++m_report.requests;
    OURTABLE_ASSIGN(const TransportAnswer answer, m_transport.send({"POST", "/v1/session", {}, asked.encoded()}));
    if (answer.status != kOk)
        return errorOf(answer);
    OURTABLE_ASSIGN(m_session, SessionAnswer::decode(answer.body));
    m_counter = 0;
    return {};
}

TransportRequest SyncEngine::signedRequest(const Call &call)
{
    RequestAuth auth{m_device, m_session->session, ++m_counter, {}};
    auth.signature = crypto::sign(m_deviceKeys, requestTranscript(m_hub, m_session->nonce, auth, call.method, call.target, call.body));
    ++m_report.requests;
    m_report.octetsSent += call.body.size();
    return {call.method, call.target, auth.header(), call.body};
}

Result<Bytes> SyncEngine::contentOf(Result<TransportAnswer> answer)
{
    if (!answer)
        return answer.error();
    m_report.octetsReceived += answer->body.size();
    if (answer->status == 401) {
        m_session.reset();
        return Error{ErrorCode::Expired, "session"};
    }
    if (answer->status != kOk)
        return errorOf(*answer);
    return std::move(answer->body);
}

Result<Bytes> SyncEngine::sendSigned(const Call &call) { return contentOf(m_transport.send(signedRequest(call))); }

Result<Bytes> SyncEngine::request(const std::string &method, const std::string &target, Bytes body)
{
    const Call call{method, target, std::move(body)};
    const bool fresh = !m_session.has_value();
    if (fresh)
        OURTABLE_TRY(openSession());
    Result<Bytes> answer = sendSigned(call);
    if (answer || answer.error().code != ErrorCode::Expired || fresh)
        return answer;
    OURTABLE_TRY(openSession()); // an old session ran out, or the hub was restarted
    return sendSigned(call);
}

Result<void> SyncEngine::beginRequest(Call call)
{
    if (!m_session)
        OURTABLE_TRY(openSession());
    m_begun = std::move(call);
    return m_transport.begin(signedRequest(m_begun));
}

Result<Bytes> SyncEngine::finishRequest()
{
    Result<Bytes> answer = contentOf(m_transport.finish());
    if (answer || answer.error().code != ErrorCode::Expired)
        return answer;
    OURTABLE_TRY(openSession());
    return sendSigned(m_begun);
}

bool SyncEngine::goOn(ShareStep step, std::size_t done) { return !m_progress || m_progress(step, done); }

Result<HelloAnswer> SyncEngine::hello()
{
    if (!goOn(ShareStep::Greeting, 0))
        return ErrorCode::Cancelled;
    const std::int64_t before = m_clock.monotonicMilliseconds();
    OURTABLE_ASSIGN(const Bytes answer, request("POST", "/v1/hello", HelloRequest{kProtocolVersion, m_memory.tag}.encoded()));
    const std::int64_t after = m_clock.monotonicMilliseconds();
    OURTABLE_ASSIGN(HelloAnswer read, HelloAnswer::decode(answer));
    const std::int64_t midway = m_clock.wallMilliseconds() - (after - before) / 2;
    OURTABLE_TRY(m_store.rememberOffset({true, read.hubTime - midway, after}));
    return read;
}

Result<ShareReport> SyncEngine::share(const ShareProgress &progress)
{
    m_progress = progress;
    m_report = {};
    OURTABLE_ASSIGN(m_memory, m_store.hubMemory());
    OURTABLE_ASSIGN(HelloAnswer told, hello());
    if (!told.unchanged)
        OURTABLE_TRY(follow(told));
    else
        OURTABLE_TRY(fetchKeysIfLacking()); // whoever holds a circle may hand its key over at any time
    OURTABLE_ASSIGN(const bool pushed, sendAll());
    if (told.unchanged && !pushed)
        return m_report;
    if (pushed) {
        // Asked again after the push: what others wrote meanwhile must not hide behind our own news.
        m_memory.tag = {};
        OURTABLE_ASSIGN(told, hello());
        OURTABLE_TRY(follow(told));
    }
    OURTABLE_TRY(receiveAll(told));
    m_memory.tag = m_report.directoryBehind ? StateTag{} : told.tag; // until the directories agree, ask again every time
    OURTABLE_TRY(m_store.rememberHub(m_memory));
    return m_report;
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
        OURTABLE_ASSIGN(const Bytes answer, request("GET", "/v1/directory?after=" + std::to_string(m_store.directory().size()), {}));
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
    OURTABLE_ASSIGN(const Bytes answer, request("GET", "/v1/keybag", {}));
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
    return beginRequest({"POST", "/v1/push", PushRequest{push.request, content.certificates, content.runs, content.seals}.encoded()});
}

Result<PushAnswer> SyncEngine::finishPush(const Push &push)
{
    OURTABLE_ASSIGN(const Bytes answer, finishRequest());
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
        const std::size_t before = m_report.octetsReceived;
        const std::int64_t began = m_clock.monotonicMilliseconds();
        while (more && fetched && m_report.octetsReceived - before < kTogether
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
    OURTABLE_ASSIGN(const Bytes answer, request("GET", pullTarget(gathered.circle, m_memory.epoch, after, ownToo), {}));
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
        const Result<Bytes> answer = request("POST", "/v1/vv", HeadsMessage{circle, std::move(heads)}.encoded());
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
    OURTABLE_ASSIGN(m_memory, m_store.hubMemory());
    OURTABLE_ASSIGN(const Bytes answer, request("GET", "/v1/wait?t=" + m_memory.tag.hex(), {}));
    OURTABLE_ASSIGN(const WaitAnswer read, WaitAnswer::decode(answer));
    return read.changed;
}

} // namespace ourtable::sync
