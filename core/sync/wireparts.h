// Shared by the codecs of messages, runs and directory entries: heads of arrays, bounded integers, lists.
#pragma once

#include "core/crypto/hashing.h"
#include "core/sync/wire.h"

namespace ourtable::sync::wireparts {

inline constexpr cbor::Limits kMessageLimits{kMessageOctets, 16, 1'000'000};

inline void expectMembers(cbor::Reader &in, std::size_t members)
{
    if (in.array() != members)
        in.fail();
}

inline std::int64_t bounded(cbor::Reader &in, std::int64_t least, std::int64_t most)
{
    const std::int64_t value = in.integer();
    if (value < least || value > most)
        in.fail();
    return value;
}

inline std::uint64_t natural(cbor::Reader &in) { return static_cast<std::uint64_t>(bounded(in, 0, INT64_MAX)); }

// The head of an array with this many items at most.
inline std::size_t counted(cbor::Reader &in, std::size_t most)
{
    const std::size_t items = in.array();
    if (items > most)
        in.fail();
    return in.failed() ? 0 : items;
}

template <class T, class Encode>
void encodeList(cbor::Writer &out, const std::vector<T> &items, Encode encode)
{
    out.array(items.size());
    for (const T &item : items)
        encode(item);
}

template <class T, class Decode>
std::vector<T> decodeList(cbor::Reader &in, Decode decode)
{
    std::vector<T> items;
    for (std::size_t left = in.array(); left > 0 && !in.failed(); --left)
        items.push_back(decode());
    return items;
}

// The message when the reader is at the end of good input, otherwise Malformed with the message's name.
template <class Message>
Result<Message> finished(const cbor::Reader &in, Message message, const char *name)
{
    if (!in.finished())
        return Error{ErrorCode::Malformed, name};
    return message;
}

} // namespace ourtable::sync::wireparts
