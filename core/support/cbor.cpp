#include "core/support/cbor.h"

#include <limits>

#include "core/support/text.h"

namespace ourtable::cbor {
namespace {

constexpr int kUnsigned = 0;
constexpr int kNegative = 1;
constexpr int kOctets = 2;
constexpr int kText = 3;
constexpr int kArray = 4;
constexpr int kMap = 5;
constexpr int kSimple = 7;
constexpr std::uint64_t kFalse = 20;
constexpr std::uint64_t kTrue = 21;
constexpr std::uint64_t kNull = 22;
constexpr auto kLargest = static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());

} // namespace

void Writer::head(int major, std::uint64_t argument)
{
    const auto first = static_cast<std::uint8_t>(major << 5);
    int following = 0;
    if (argument < 24) {
        m_out.push_back(static_cast<std::uint8_t>(first | argument));
        return;
    }
    if (argument <= 0xff) {
        m_out.push_back(static_cast<std::uint8_t>(first | 24));
        following = 1;
    } else if (argument <= 0xffff) {
        m_out.push_back(static_cast<std::uint8_t>(first | 25));
        following = 2;
    } else if (argument <= 0xffffffff) {
        m_out.push_back(static_cast<std::uint8_t>(first | 26));
        following = 4;
    } else {
        m_out.push_back(static_cast<std::uint8_t>(first | 27));
        following = 8;
    }
    for (int shift = (following - 1) * 8; shift >= 0; shift -= 8)
        m_out.push_back(static_cast<std::uint8_t>(argument >> shift));
}

void Writer::integer(std::int64_t value)
{
    if (value >= 0)
        head(kUnsigned, static_cast<std::uint64_t>(value));
    else
        head(kNegative, static_cast<std::uint64_t>(-(value + 1)));
}

void Writer::text(std::string_view value)
{
    head(kText, value.size());
    append(m_out, viewOf(value));
}

void Writer::octets(ByteView value)
{
    head(kOctets, value.size());
    append(m_out, value);
}

void Writer::null() { head(kSimple, kNull); }
void Writer::boolean(bool value) { head(kSimple, value ? kTrue : kFalse); }
void Writer::array(std::size_t items) { head(kArray, items); }
void Writer::map(std::size_t entries) { head(kMap, entries); }

void Writer::value(const Value &value)
{
    switch (value.type()) {
    case Value::Type::Null: null(); break;
    case Value::Type::Boolean: boolean(*value.boolean()); break;
    case Value::Type::Integer: integer(*value.integer()); break;
    case Value::Type::Text: text(*value.text()); break;
    case Value::Type::Octets: octets(*value.octets()); break;
    case Value::Type::Array:
        array(value.array()->size());
        for (const Value &item : *value.array())
            this->value(item);
        break;
    case Value::Type::Map:
        map(value.map()->size());
        for (const Value::Entry &entry : *value.map()) {
            this->value(entry.first);
            this->value(entry.second);
        }
        break;
    }
}

Reader::Reader(ByteView octets, const Limits &limits)
    : m_octets(octets), m_nodesLeft(limits.nodes), m_depth(limits.depth), m_failed(octets.size() > limits.octets)
{
}

bool Reader::head(int &major, std::uint64_t &argument)
{
    if (m_failed || m_at >= m_octets.size() || m_nodesLeft-- <= 0) {
        m_failed = true;
        return false;
    }
    const std::uint8_t first = m_octets[m_at++];
    major = first >> 5;
    const int small = first & 31;
    if (small < 24) {
        argument = static_cast<std::uint64_t>(small);
        return true;
    }
    if (small > 27) {
        m_failed = true; // reserved or indefinite
        return false;
    }
    const std::size_t following = std::size_t{1} << (small - 24);
    if (m_octets.size() - m_at < following) {
        m_failed = true;
        return false;
    }
    argument = 0;
    for (std::size_t i = 0; i < following; ++i)
        argument = argument << 8 | m_octets[m_at++];
    static constexpr std::uint64_t kSmallestFor[] = {24, 0x100, 0x10000, 0x100000000};
    if (major == kSimple || argument < kSmallestFor[small - 24]) {
        m_failed = true; // a float or simple value, or an argument that fits in fewer octets
        return false;
    }
    return true;
}

bool Reader::expect(int major, std::uint64_t &argument)
{
    int found = 0;
    if (!head(found, argument))
        return false;
    if (found != major) {
        m_failed = true;
        return false;
    }
    return true;
}

std::int64_t Reader::integer()
{
    int major = 0;
    std::uint64_t argument = 0;
    if (!head(major, argument))
        return 0;
    if ((major != kUnsigned && major != kNegative) || argument > kLargest) {
        m_failed = true;
        return 0;
    }
    const auto magnitude = static_cast<std::int64_t>(argument);
    return major == kUnsigned ? magnitude : -1 - magnitude;
}

ByteView Reader::octets()
{
    std::uint64_t length = 0;
    if (!expect(kOctets, length))
        return {};
    if (length > m_octets.size() - m_at) {
        m_failed = true;
        return {};
    }
    const ByteView held = m_octets.subspan(m_at, length);
    m_at += length;
    return held;
}

std::string_view Reader::text()
{
    std::uint64_t length = 0;
    if (!expect(kText, length))
        return {};
    if (length > m_octets.size() - m_at) {
        m_failed = true;
        return {};
    }
    const std::string_view held = textOf(m_octets.subspan(m_at, length));
    m_at += length;
    if (!text::isPlainUtf8(held)) {
        m_failed = true;
        return {};
    }
    return held;
}

bool Reader::boolean()
{
    std::uint64_t simple = 0;
    if (!expect(kSimple, simple))
        return false;
    if (simple != kFalse && simple != kTrue)
        m_failed = true;
    return simple == kTrue;
}

std::size_t Reader::array()
{
    std::uint64_t items = 0;
    if (!expect(kArray, items))
        return 0;
    if (items > m_octets.size() - m_at) { // every item takes at least one octet
        m_failed = true;
        return 0;
    }
    return items;
}

std::size_t Reader::map()
{
    std::uint64_t entries = 0;
    if (!expect(kMap, entries))
        return 0;
    if (entries > (m_octets.size() - m_at) / 2) {
        m_failed = true;
        return 0;
    }
    return entries;
}

bool Reader::null()
{
    if (m_failed || m_at >= m_octets.size() || m_octets[m_at] != (kSimple << 5 | kNull))
        return false;
    ++m_at;
    --m_nodesLeft;
    return true;
}

Value Reader::value() { return read(m_depth); }

ByteView Reader::raw()
{
    const std::size_t start = m_at;
    (void)read(m_depth);
    return m_failed ? ByteView{} : m_octets.subspan(start, m_at - start);
}

Value Reader::read(int depth)
{
    if (depth <= 0 || m_failed || m_at >= m_octets.size()) {
        m_failed = true;
        return {};
    }
    switch (m_octets[m_at] >> 5) {
    case kUnsigned:
    case kNegative: return integer();
    case kOctets: return octets();
    case kText: return text();
    case kArray: {
        ValueArray items;
        for (std::size_t left = array(); left > 0 && !m_failed; --left)
            items.push_back(read(depth - 1));
        return items;
    }
    case kMap: {
        Value made = Value::emptyMap();
        Value last;
        for (std::size_t left = map(); left > 0 && !m_failed; --left) {
            Value key = read(depth - 1);
            const bool keyType = key.type() == Value::Type::Integer || key.type() == Value::Type::Text;
            if (!keyType || (!last.isNull() && compareMapKeys(last, key) >= 0)) {
                m_failed = true;
                break;
            }
            last = key;
            made.set(std::move(key), read(depth - 1));
        }
        return made;
    }
    case kSimple:
        if (null())
            return {};
        return boolean();
    default: m_failed = true; return {};
    }
}

Bytes encode(const Value &value)
{
    Writer writer;
    writer.value(value);
    return writer.take();
}

Result<Value> decode(ByteView octets, const Limits &limits)
{
    if (octets.size() > limits.octets)
        return ErrorCode::TooLarge;
    Reader reader(octets, limits);
    Value value = reader.value();
    if (!reader.finished())
        return ErrorCode::Malformed;
    return value;
}

} // namespace ourtable::cbor
