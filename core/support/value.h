// The one value type of the formats: what CBOR can carry in our profile (cbor.h), and what a field holds.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "core/support/bytes.h"

namespace ourtable {

class Value;
using ValueArray = std::vector<Value>;

// Null, boolean, integer, text (valid UTF-8 without NUL), octets, array or map. Maps have integer or text keys, kept in
// the order of the deterministic encoding; setting a key twice keeps the last.
class Value {
public:
    enum class Type { Null, Boolean, Integer, Text, Octets, Array, Map };
    using Entry = std::pair<Value, Value>;

    Value() = default;
    Value(bool boolean) : m_held(boolean) {}
    Value(std::int64_t integer) : m_held(integer) {}
    Value(int integer) : m_held(static_cast<std::int64_t>(integer)) {}
    Value(std::uint32_t integer) : m_held(static_cast<std::int64_t>(integer)) {}
    Value(std::uint64_t integer) : m_held(static_cast<std::int64_t>(integer)) {}
    Value(std::string text) : m_held(std::move(text)) {}
    Value(std::string_view text) : m_held(std::string(text)) {}
    Value(const char *text) : m_held(std::string(text)) {}
    Value(Bytes octets) : m_held(std::move(octets)) {}
    Value(ByteView octets) : m_held(toBytes(octets)) {}
    Value(ValueArray array) : m_held(std::move(array)) {}
    template <class Tag, std::size_t N>
    Value(const FixedBytes<Tag, N> &id) : m_held(toBytes(id.view())) {}

    [[nodiscard]] static Value emptyMap();

    [[nodiscard]] Type type() const { return static_cast<Type>(m_held.index()); }
    [[nodiscard]] bool isNull() const { return type() == Type::Null; }

    // The held thing, or nullptr when the type is another.
    [[nodiscard]] const bool *boolean() const { return std::get_if<bool>(&m_held); }
    [[nodiscard]] const std::int64_t *integer() const { return std::get_if<std::int64_t>(&m_held); }
    [[nodiscard]] const std::string *text() const { return std::get_if<std::string>(&m_held); }
    [[nodiscard]] const Bytes *octets() const { return std::get_if<Bytes>(&m_held); }
    [[nodiscard]] const ValueArray *array() const { return std::get_if<ValueArray>(&m_held); }
    [[nodiscard]] ValueArray *array() { return std::get_if<ValueArray>(&m_held); }
    // The entries of a map in encoding order, or nullptr.
    [[nodiscard]] const std::vector<Entry> *map() const;

    // Map access by key; nullptr when this is no map or has no such key.
    [[nodiscard]] const Value *find(const Value &key) const;
    // Adds or replaces. This must be a map, the key an integer or text.
    void set(Value key, Value value);

    // The id of N octets, or nothing when this is something else.
    template <class Id>
    [[nodiscard]] std::optional<Id> id() const
    {
        const Bytes *held = octets();
        return held ? Id::from(*held) : std::nullopt;
    }

    // Equality and an arbitrary but total order: by type, then content.
    bool operator==(const Value &other) const;
    std::strong_ordering operator<=>(const Value &other) const;

private:
    struct Map {
        std::vector<Entry> entries;
    };
    std::variant<std::monostate, bool, std::int64_t, std::string, Bytes, ValueArray, Map> m_held;
};

// The order of map keys in the deterministic encoding (RFC 8949 4.2.1): by the octets of their encodings.
[[nodiscard]] std::strong_ordering compareMapKeys(const Value &a, const Value &b);

} // namespace ourtable
