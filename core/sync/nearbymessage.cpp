#include "core/sync/nearbymessage.h"

#include "core/sync/wireparts.h"

namespace ourtable::sync {
namespace {

using namespace wireparts;

constexpr std::size_t kLengthOctets = 4;
constexpr cbor::Limits kNearbyLimits{kNearbyOctets, 16, 1'000'000};
constexpr std::int64_t kMostChanges = 1'000'000'000; // told by one device
enum Type : std::int64_t { Agreed = 1, Heads = 2, Parcel = 3, Taken = 4, Stop = 5 };

void head(cbor::Writer &out, Type type, std::size_t members)
{
    out.array(members + 1);
    out.integer(type);
}

void encodeNearby(cbor::Writer &out, const NearbyAgreed &) { head(out, Agreed, 0); }

void encodeNearby(cbor::Writer &out, const NearbyHeads &message)
{
    head(out, Heads, 2);
    out.integer(static_cast<std::int64_t>(message.directory));
    encodeList(out, message.circles, [&out](const HeadsMessage &each) { out.octets(each.encoded()); });
}

void encodeNearby(cbor::Writer &out, const NearbyParcel &message)
{
    head(out, Parcel, 4);
    out.octets(message.page.encoded());
    out.boolean(message.whole);
    out.integer(static_cast<std::int64_t>(message.left));
    out.boolean(message.last);
}

void encodeNearby(cbor::Writer &out, const NearbyTaken &message)
{
    head(out, Taken, 3);
    for (const std::uint64_t count : {message.notes, message.promises, message.others})
        out.integer(static_cast<std::int64_t>(count));
}

void encodeNearby(cbor::Writer &out, const NearbyStop &message)
{
    head(out, Stop, 1);
    out.boolean(message.notTheSame);
}

// The message when its own decoder takes it; otherwise the reader has failed.
template <class Message>
Message inner(cbor::Reader &in)
{
    Result<Message> read = Message::decode(in.octets());
    if (read)
        return std::move(*read);
    in.fail();
    return {};
}

std::uint64_t count(cbor::Reader &in) { return static_cast<std::uint64_t>(bounded(in, 0, kMostChanges)); }

NearbyMessage decodeType(cbor::Reader &in, std::size_t members)
{
    const std::int64_t type = in.integer();
    const auto is = [&](Type wanted, std::size_t values) { return type == wanted && members == values + 1; };
    if (is(Agreed, 0))
        return NearbyAgreed{};
    if (is(Heads, 2)) {
        NearbyHeads heads;
        heads.directory = count(in);
        heads.circles = decodeList<HeadsMessage>(in, [&in] { return inner<HeadsMessage>(in); });
        return heads;
    }
    if (is(Parcel, 4)) {
        NearbyParcel parcel;
        parcel.page = inner<PullAnswer>(in);
        parcel.whole = in.boolean();
        parcel.left = count(in);
        parcel.last = in.boolean();
        return parcel;
    }
    if (is(Taken, 3)) {
        NearbyTaken taken;
        taken.notes = count(in);
        taken.promises = count(in);
        taken.others = count(in);
        return taken;
    }
    if (is(Stop, 1))
        return NearbyStop{in.boolean()};
    in.fail();
    return NearbyStop{};
}

} // namespace

Bytes encoded(const NearbyMessage &message)
{
    cbor::Writer out;
    std::visit([&out](const auto &each) { encodeNearby(out, each); }, message);
    return out.take();
}

Result<NearbyMessage> decodeNearby(ByteView octets)
{
    cbor::Reader in(octets, kNearbyLimits);
    NearbyMessage message = decodeType(in, in.array());
    return finished(in, std::move(message), "nearby");
}

Result<std::optional<Bytes>> NearbyFrames::next()
{
    if (m_held.size() < kLengthOctets)
        return std::optional<Bytes>();
    std::size_t length = 0;
    for (std::size_t i = 0; i < kLengthOctets; ++i)
        length = length << 8 | m_held[i];
    if (length > m_largest)
        return Error{ErrorCode::TooLarge, "nearby"};
    if (length == 0)
        return Error{ErrorCode::Malformed, "nearby"};
    if (m_held.size() < kLengthOctets + length)
        return std::optional<Bytes>();
    const auto begin = m_held.begin() + kLengthOctets;
    const auto end = begin + static_cast<std::ptrdiff_t>(length);
    std::optional<Bytes> message(std::in_place, begin, end);
    m_held.erase(m_held.begin(), end);
    return message;
}

std::size_t NearbyFrames::room() const
{
    const std::size_t most = kLengthOctets + m_largest;
    return m_held.size() >= most ? 0 : most - m_held.size();
}

Bytes NearbyFrames::framed(ByteView message)
{
    const auto length = static_cast<std::uint32_t>(message.size());
    Bytes frame;
    for (int shift = 24; shift >= 0; shift -= 8)
        frame.push_back(static_cast<std::uint8_t>(length >> shift));
    append(frame, message);
    return frame;
}

} // namespace ourtable::sync
