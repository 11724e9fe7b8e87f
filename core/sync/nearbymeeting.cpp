#include "core/sync/nearbymeeting.h"

#include <utility>

#include "core/crypto/aead.h"
#include "core/sync/carried.h"

namespace ourtable::sync {
namespace {

constexpr std::size_t kShortOctets = 64; // before both agreed nothing longer is said

std::uint64_t changesOf(const PullAnswer &content)
{
    std::uint64_t changes = 0;
    for (const Run &run : content.runs)
        changes += run.items.size();
    return changes;
}

bool isEmpty(const PullAnswer &page) { return changesOf(page) == 0 && page.certificates.empty() && page.seals.empty(); }

} // namespace

NearbyMeeting::NearbyMeeting(NearbyHandshake &done, NearbyHost &host)
    : m_host(host), m_role(done.role()), m_other(done.other()), m_words(done.words()), m_channel(done.takeChannel())
{
}

std::size_t NearbyMeeting::largest() const
{
    const bool listens = m_stage == Stage::Waiting || m_stage == Stage::Passing;
    return listens ? kNearbyOctets : kShortOctets + crypto::kTagSize;
}

void NearbyMeeting::say(const NearbyMessage &message) { m_host.send(m_channel.seal(encoded(message))); }

void NearbyMeeting::agree()
{
    if (m_stage != Stage::Words)
        return;
    m_stage = Stage::Waiting;
    say(NearbyAgreed{});
    if (m_otherAgreed)
        beginPassing();
}

void NearbyMeeting::stop(bool notTheSame) { say(NearbyStop{notTheSame}); }

Result<void> NearbyMeeting::take(ByteView message)
{
    OURTABLE_ASSIGN(const Bytes plain, m_channel.open(message));
    OURTABLE_ASSIGN(const NearbyMessage said, decodeNearby(plain));
    return std::visit([this](const auto &each) { return hear(each); }, said);
}

Result<void> NearbyMeeting::hear(const NearbyAgreed &)
{
    if (m_otherAgreed)
        return Error{ErrorCode::Malformed, "nearby"};
    m_otherAgreed = true;
    if (m_stage == Stage::Waiting)
        beginPassing();
    return {};
}

void NearbyMeeting::beginPassing()
{
    m_stage = Stage::Passing;
    m_host.wantHeads();
}

Result<void> NearbyMeeting::hear(const NearbyHeads &heads)
{
    if (m_stage != Stage::Passing || m_knowsTheirs)
        return Error{ErrorCode::Malformed, "nearby"};
    m_knowsTheirs = true;
    m_host.wantPages(heads);
    return {};
}

Result<void> NearbyMeeting::hear(const NearbyParcel &parcel)
{
    if (m_stage != Stage::Passing || m_in.busy || m_in.last)
        return Error{ErrorCode::Malformed, "nearby"};
    m_in.busy = true;
    m_in.last = parcel.last;
    m_in.underWay = changesOf(parcel.page);
    m_in.left = parcel.left;
    if (parcel.last && isEmpty(parcel.page) && !m_set) { // nothing is lacking here
        tellTaken();
        return {};
    }
    OURTABLE_TRY(addPage(parcel.page));
    if (!parcel.whole && parcel.last)
        return Error{ErrorCode::Malformed, "nearby"};
    if (parcel.whole)
        m_host.wantTakenIn(*std::exchange(m_set, std::nullopt));
    else
        tellTaken();
    return {};
}

Result<void> NearbyMeeting::addPage(const PullAnswer &page)
{
    if (isEmpty(page))
        return Error{ErrorCode::Malformed, "nearby"}; // it would never end
    if (!m_set) {
        m_set.emplace().circle = page.circle;
        m_setOctets = 0;
    }
    m_setOctets += page.encoded().size();
    if (m_setOctets > kNearbySetOctets)
        return Error{ErrorCode::TooLarge, "nearby"};
    return sync::addPage(*m_set, page);
}

Result<void> NearbyMeeting::hear(const NearbyTaken &taken)
{
    if (m_stage != Stage::Passing || !m_out.busy)
        return Error{ErrorCode::Malformed, "nearby"};
    m_went = taken;
    m_out.arrive();
    if (!m_out.last)
        sendNext();
    else if (m_in.ended())
        m_stage = Stage::Done;
    return {};
}

Result<void> NearbyMeeting::hear(const NearbyStop &stop) { return Error{ErrorCode::Cancelled, stop.notTheSame ? "words" : "other"}; }

void NearbyMeeting::gotHeads(const NearbyHeads &mine) { say(mine); }

void NearbyMeeting::gotPages(std::vector<PullAnswer> pages)
{
    m_pages.assign(std::make_move_iterator(pages.begin()), std::make_move_iterator(pages.end()));
    for (const PullAnswer &page : m_pages)
        m_out.left += changesOf(page);
    sendNext();
}

void NearbyMeeting::sendNext()
{
    NearbyParcel parcel;
    if (!m_pages.empty()) {
        parcel.page = std::move(m_pages.front());
        m_pages.pop_front();
        parcel.whole = m_pages.empty() || m_pages.front().circle != parcel.page.circle;
    }
    m_out.busy = true;
    m_out.underWay = changesOf(parcel.page);
    m_out.left -= m_out.underWay;
    m_out.last = m_pages.empty();
    parcel.left = m_out.left;
    parcel.last = m_out.last;
    say(parcel);
}

void NearbyMeeting::gotTakenIn(const NearbyTaken &came)
{
    m_came = came;
    tellTaken();
}

void NearbyMeeting::tellTaken()
{
    m_in.arrive();
    say(m_came);
    if (m_in.last && m_out.ended())
        m_stage = Stage::Done;
}

void NearbyMeeting::Way::arrive()
{
    busy = false;
    done += std::exchange(underWay, 0);
}

NearbyMeeting::Progress NearbyMeeting::progress() const { return {m_out.done + m_in.done, m_out.all() + m_in.all()}; }

} // namespace ourtable::sync
