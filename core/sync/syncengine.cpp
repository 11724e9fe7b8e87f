#include "core/sync/syncengine.h"

#include <algorithm>

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

Result<Bytes> SyncEngine::sendSigned(const std::string &method, const std::string &target, const Bytes &body)
{
    RequestAuth auth{m_device, m_session->session, ++m_counter, {}};
    auth.signature = crypto::sign(m_deviceKeys, requestTranscript(m_hub, m_session->nonce, auth, method, target, body));
    ++m_report.requests;
    m_report.octetsSent += body.size();
    OURTABLE_ASSIGN(TransportAnswer answer, m_transport.send({method, target, auth.header(), body}));
    m_report.octetsReceived += answer.body.size();
    if (answer.status == 401) {
        m_session.reset();
        return Error{ErrorCode::Expired, "session"};
    }
    if (answer.status != kOk)
        return errorOf(answer);
    return std::move(answer.body);
}

Result<Bytes> SyncEngine::request(const std::string &method, const std::string &target, Bytes body)
{
    const bool fresh = !m_session.has_value();
    if (fresh)
        OURTABLE_TRY(openSession());
    Result<Bytes> answer = sendSigned(method, target, body);
    if (answer || answer.error().code != ErrorCode::Expired || fresh)
        return answer;
    OURTABLE_TRY(openSession()); // an old session ran out, or the hub was restarted
    return sendSigned(method, target, body);
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

Result<bool> SyncEngine::sendOnce(bool &gap)
{
    OURTABLE_ASSIGN(const Outgoing next, m_store.outgoing());
    if (next.runs.empty())
        return false;
    if (!goOn(ShareStep::Sending, m_report.sent))
        return ErrorCode::Cancelled;
    OURTABLE_TRY(m_store.anchorOwnHeads());
    const PushRequest push{m_random.make<RequestId>(), next.certificates, next.runs, next.seals};
    OURTABLE_ASSIGN(const Bytes answer, request("POST", "/v1/push", push.encoded()));
    OURTABLE_ASSIGN(const PushAnswer read, PushAnswer::decode(answer));
    if (read.request != push.request)
        return Error{ErrorCode::Offline, "answer to another request"};
    OURTABLE_ASSIGN(const Settled settled, m_store.settle(next, read));
    m_report.sent += settled.acknowledged + settled.erased;
    m_report.refused += settled.refused;
    m_report.setAside += settled.bad;
    m_report.replicaSpent = m_report.replicaSpent || settled.forked;
    gap = gap || settled.gap;
    return settled.acknowledged + settled.erased + settled.bad + settled.refused > 0;
}

Result<bool> SyncEngine::sendAll()
{
    bool pushed = false;
    for (int round = 0; round < kMostRounds; ++round) {
        bool gap = false;
        for (bool more = true; more;) {
            OURTABLE_ASSIGN(more, sendOnce(gap));
            pushed = pushed || more;
        }
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
    for (;;) {
        if (!goOn(ShareStep::Receiving, m_report.received))
            return ErrorCode::Cancelled;
        const Result<Bytes> answer = request("GET", pullTarget(circle, m_memory.epoch, after, ownToo), {});
        if (!answer && answer.error().code == ErrorCode::NotMember)
            return {}; // the directory that says so is on its way
        if (!answer)
            return answer.error();
        OURTABLE_ASSIGN(const PullAnswer read, PullAnswer::decode(*answer));
        if (read.circle != circle || read.next < after)
            return Error{ErrorCode::Offline, "answer to another request"};
        OURTABLE_ASSIGN(const std::size_t fresh, m_store.ingest(read));
        m_report.received += fresh;
        if (!read.more || read.next == after)
            return {};
        after = read.next;
    }
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
