#include "core/sync/body.h"

#include <algorithm>

namespace ourtable::sync {
namespace {

constexpr int kKind = 0;
constexpr int kRevision = 1;
constexpr int kClock = 2;
constexpr int kClockGood = 3;
constexpr int kPart = 5;
constexpr int kFlags = 6;
constexpr int kWrites = 7;
constexpr int kSource = 8;
constexpr std::int64_t kCreates = 1;
constexpr std::int64_t kImported = 2;
constexpr std::size_t kSourceOctets = 64;

void encodeWrite(cbor::Writer &out, const Write &write)
{
    out.array(4);
    out.integer(write.field);
    out.integer(static_cast<std::int64_t>(write.action));
    out.value(write.value);
    out.array(write.replaced.size());
    for (const ValueId &id : write.replaced)
        out.octets(id.view());
}

Write decodeWrite(cbor::Reader &in)
{
    Write write;
    if (in.array() != 4)
        in.fail();
    const std::int64_t field = in.integer();
    const std::int64_t action = in.integer();
    if (field < 0 || field > 0xffff || action < 0 || action > 0xff)
        in.fail();
    write.field = static_cast<catalogue::FieldNumber>(field);
    write.action = static_cast<Action>(action);
    write.value = in.value();
    for (std::size_t left = in.array(); left > 0 && !in.failed(); --left)
        write.replaced.push_back(in.id<ValueId>());
    if (std::adjacent_find(write.replaced.begin(), write.replaced.end(), std::greater_equal<>()) != write.replaced.end())
        in.fail();
    return write;
}

void decodeMember(cbor::Reader &in, std::int64_t key, Body &body)
{
    switch (key) {
    case kKind: {
        const std::int64_t kind = in.integer();
        if (kind <= 0 || kind > 0xffff)
            in.fail();
        body.kind = static_cast<catalogue::KindNumber>(kind);
        break;
    }
    case kRevision: {
        const std::int64_t revision = in.integer();
        if (revision < 0 || revision > 0xffffffff)
            in.fail();
        body.revision = static_cast<std::uint32_t>(revision);
        break;
    }
    case kClock: {
        const std::int64_t clock = in.integer();
        if (clock < 0)
            in.fail();
        body.clock = static_cast<std::uint64_t>(clock);
        break;
    }
    case kClockGood: body.clockGood = in.boolean(); break;
    case kPart: {
        if (in.array() != 3)
            in.fail();
        Part part;
        part.transaction = in.id<RequestId>();
        const std::int64_t number = in.integer();
        const std::int64_t of = in.integer();
        if (number < 0 || of <= number || of > 0xffff)
            in.fail();
        part.number = static_cast<std::uint32_t>(number);
        part.of = static_cast<std::uint32_t>(of);
        body.part = part;
        break;
    }
    case kFlags: {
        const std::int64_t flags = in.integer();
        if (flags <= 0 || flags > (kCreates | kImported))
            in.fail();
        body.creates = (flags & kCreates) != 0;
        body.imported = (flags & kImported) != 0;
        break;
    }
    case kWrites: {
        std::size_t left = in.array();
        if (left > kWritesPerChange)
            in.fail();
        for (; left > 0 && !in.failed(); --left)
            body.writes.push_back(decodeWrite(in));
        break;
    }
    case kSource:
        body.sourceId = in.text();
        if (body.sourceId.empty() || body.sourceId.size() > kSourceOctets)
            in.fail();
        break;
    default: in.fail();
    }
}

} // namespace

Bytes encodeBody(const Body &body)
{
    const std::int64_t flags = (body.creates ? kCreates : 0) | (body.imported ? kImported : 0);
    cbor::Writer out;
    out.map(5u + (body.part ? 1 : 0) + (flags ? 1 : 0) + (body.sourceId.empty() ? 0 : 1));
    out.integer(kKind);
    out.integer(body.kind);
    out.integer(kRevision);
    out.integer(body.revision);
    out.integer(kClock);
    out.integer(static_cast<std::int64_t>(body.clock));
    out.integer(kClockGood);
    out.boolean(body.clockGood);
    if (body.part) {
        out.integer(kPart);
        out.array(3);
        out.octets(body.part->transaction.view());
        out.integer(body.part->number);
        out.integer(body.part->of);
    }
    if (flags) {
        out.integer(kFlags);
        out.integer(flags);
    }
    out.integer(kWrites);
    out.array(body.writes.size());
    for (const Write &write : body.writes)
        encodeWrite(out, write);
    if (!body.sourceId.empty()) {
        out.integer(kSource);
        out.text(body.sourceId);
    }
    return out.take();
}

Result<Body> decodeBody(ByteView octets)
{
    cbor::Reader in(octets);
    Body body;
    std::int64_t last = -1;
    unsigned seen = 0;
    for (std::size_t left = in.map(); left > 0 && !in.failed(); --left) {
        const std::int64_t key = in.integer();
        if (key <= last)
            in.fail();
        else if (key < 32)
            seen |= 1u << key;
        last = key;
        decodeMember(in, key, body);
    }
    constexpr unsigned kRequired = 1u << kKind | 1u << kRevision | 1u << kClock | 1u << kClockGood | 1u << kWrites;
    if (!in.finished() || (seen & kRequired) != kRequired)
        return Error{ErrorCode::Malformed, "body"};
    return body;
}

} // namespace ourtable::sync
