// Sharing with the hub: one object, one call, no threads, no clock of its own (sync.md 7). Works while the app is locked:
// nothing is opened, requests are signed by the device's key.
#pragma once

#include <functional>

#include "core/support/clock.h"
#include "core/support/random.h"
#include "core/sync/hubconversation.h"
#include "core/sync/syncstore.h"

namespace ourtable::sync {

struct ShareReport {
    std::size_t sent = 0;          // changes that now have the hub's receipt
    std::size_t received = 0;      // changes that were new here
    std::size_t refused = 0;
    std::size_t setAside = 0;
    std::size_t requests = 0;
    std::size_t octetsSent = 0;    // bodies
    std::size_t octetsReceived = 0;
    bool hubChanged = false;       // the hub's database was another one: everything was compared again
    bool replicaSpent = false;     // this device was restored or copied; a new chain begins with the next save
    bool directoryBehind = false;  // the hub shows an older or another directory than this device knows
    bool newKeys = false;          // key packages came: open them at the next unlock
};

enum class ShareStep { Greeting, Directory, Keys, Sending, Receiving, Comparing };
// Called before each request with what is done so far; false stops the sharing (Cancelled), nothing is lost.
using ShareProgress = std::function<bool(ShareStep step, std::size_t done)>;

class SyncEngine {
public:
    // All live longer than the engine. deviceKeys sign requests; the hub's id comes from its pinned CA key.
    SyncEngine(SyncStore &store, Transport &transport, Clock &clock, Random &random, const crypto::SigningKeyPair &deviceKeys,
               const HubId &hub);

    // One thing at a time: Busy (detail: sharing) for whatever is asked for while the engine waits for the hub, which is
    // possible when the transport lets other work run meanwhile. The store may be written and read then: the engine holds no
    // transaction, statement or reference into it while it waits, and what is saved then goes with this sharing or the next.
    [[nodiscard]] bool isBusy() const { return m_busy; }

    // Everything that can be exchanged now. Offline, Refused, Revoked, TryLater (detail: seconds), Unsupported (an update is
    // needed), Cancelled, or an error of the store. Whatever the error: what was acknowledged before stays so.
    [[nodiscard]] Result<ShareReport> share(const ShareProgress &progress = {});

    // Long poll: true when there is something new, false after the hub's 25 seconds.
    [[nodiscard]] Result<bool> waitForNews();

    // One signed request. For the use cases of the directory.
    [[nodiscard]] Result<Bytes> request(const std::string &method, const std::string &target, Bytes body);

private:
    [[nodiscard]] Result<void> shareEverything();
    [[nodiscard]] Result<HelloAnswer> hello();
    [[nodiscard]] Result<void> follow(const HelloAnswer &hello);
    [[nodiscard]] Result<void> updateDirectory(const HelloAnswer &hello);
    [[nodiscard]] Result<void> fetchKeysIfLacking();
    struct Push {
        Outgoing content;
        RequestId request;
    };
    [[nodiscard]] Result<void> beginPush(Push &push);
    [[nodiscard]] Result<PushAnswer> finishPush(const Push &push);
    // Whether the hub said anything final of any of it.
    [[nodiscard]] Result<bool> settle(const Push &push, const PushAnswer &answer, bool &gap);
    [[nodiscard]] Result<bool> sendWaiting(bool &gap);
    [[nodiscard]] Result<bool> sendAll();
    [[nodiscard]] Result<void> receiveAll(const HelloAnswer &told);
    [[nodiscard]] Result<void> receive(const CircleId &circle, std::uint64_t after, bool ownToo);
    // What follows, answer after answer, added to what was gathered; false when there is no more.
    [[nodiscard]] Result<bool> gather(PullAnswer &gathered, bool ownToo);
    [[nodiscard]] Result<void> compareAll();
    [[nodiscard]] bool goOn(ShareStep step, std::size_t done);

    SyncStore &m_store;
    Clock &m_clock;
    Random &m_random;
    HubConversation m_conversation;
    HubMemory m_memory;
    ShareReport m_report;
    ShareProgress m_progress;
    bool m_busy = false;
};

} // namespace ourtable::sync
