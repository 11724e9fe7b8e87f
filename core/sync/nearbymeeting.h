// Two devices that have met pass each other what the other lacks (PROTOCOL.md 10): first both people say that the words are
// the same, then heads, then parcels, one under way at a time each way. What both have is compared by heads, never by time, so it can be
// cut anywhere and done again.
#pragma once

#include <deque>

#include "core/sync/nearbyhandshake.h"
#include "core/sync/nearbymessage.h"

namespace ourtable::sync {

// What a meeting needs of the device. Each want is answered by a call of the same name's `got...`, now or later, unless the
// meeting is over by then.
class NearbyHost {
public:
    virtual ~NearbyHost() = default;
    virtual void send(Bytes message) = 0; // over the line, as it is
    // How long the directory is here, and the heads of the circles that both devices read.
    virtual void wantHeads() = 0;
    // What somebody with these heads lacks, of circles that the other reads, in pages (carried.h).
    virtual void wantPages(const NearbyHeads &theirs) = 0;
    // All that came of one circle, which may be made up. Whoever refuses it ends the meeting.
    virtual void wantTakenIn(PullAnswer set) = 0;
};

// One thread. The host outlives it. After an error from take() nothing more may be asked of it.
class NearbyMeeting {
public:
    enum class Stage : std::uint8_t {
        Words,   // both screens show them
        Waiting, // the person here says they are the same; the other has not yet
        Passing,
        Done,    // both know what the other took
    };

    NearbyMeeting(NearbyHandshake &done, NearbyHost &host);

    [[nodiscard]] Stage stage() const { return m_stage; }
    [[nodiscard]] NearbyHandshake::Role role() const { return m_role; }
    [[nodiscard]] const DeviceId &other() const { return m_other; }
    [[nodiscard]] const std::string &words() const { return m_words; }
    // The longest sealed message that may come now.
    [[nodiscard]] std::size_t largest() const;

    // The person here says that the words are the same, or ends it.
    void agree();
    void stop(bool notTheSame);
    // A sealed message of the other. SealBroken, Malformed; Cancelled when the other ended it (detail "words": they are not the
    // same).
    [[nodiscard]] Result<void> take(ByteView message);

    void gotHeads(const NearbyHeads &mine);
    // Of one circle after the other; each circle's pages in order.
    void gotPages(std::vector<PullAnswer> pages);
    // All that was new by now, with this and what came before.
    void gotTakenIn(const NearbyTaken &came);

    struct Progress {
        std::uint64_t passed = 0; // changes that were sent and taken, or came and were taken in
        std::uint64_t all = 0;    // as far as it is known
    };
    [[nodiscard]] Progress progress() const;
    [[nodiscard]] const NearbyTaken &went() const { return m_went; } // as the other counted it
    [[nodiscard]] const NearbyTaken &came() const { return m_came; }

private:
    struct Way { // of one direction; in changes
        std::uint64_t done = 0;
        std::uint64_t underWay = 0;
        std::uint64_t left = 0;
        bool busy = false;   // a parcel is under way
        bool last = false;   // it is, or was, the last
        [[nodiscard]] bool ended() const { return last && !busy; }
        [[nodiscard]] std::uint64_t all() const { return done + underWay + left; }
        void arrive();
    };
    void say(const NearbyMessage &message);
    [[nodiscard]] Result<void> hear(const NearbyAgreed &);
    [[nodiscard]] Result<void> hear(const NearbyHeads &heads);
    [[nodiscard]] Result<void> hear(const NearbyParcel &parcel);
    [[nodiscard]] Result<void> addPage(const PullAnswer &page);
    [[nodiscard]] Result<void> hear(const NearbyTaken &taken);
    [[nodiscard]] Result<void> hear(const NearbyStop &stop);
    void beginPassing();
    void sendNext();
    void tellTaken();

    NearbyHost &m_host;
    NearbyHandshake::Role m_role;
    DeviceId m_other;
    std::string m_words;
    NearbyChannel m_channel;
    Stage m_stage = Stage::Words;
    bool m_otherAgreed = false;
    bool m_knowsTheirs = false;
    std::deque<PullAnswer> m_pages; // still to be sent
    std::optional<PullAnswer> m_set; // of the circle whose pages arrive
    std::size_t m_setOctets = 0;
    Way m_out;
    Way m_in;
    NearbyTaken m_went;
    NearbyTaken m_came;
};

} // namespace ourtable::sync
