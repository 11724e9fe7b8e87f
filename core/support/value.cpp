#include "core/support/value.h"

#include <algorithm>
#include <cassert>
#include <tuple>

namespace ourtable {
namespace {

// Encoded keys order by major type (unsigned 0, negative 1, text 3), then by length, then by content.
std::uint64_t magnitudeOf(std::int64_t integer)
{
    return integer >= 0 ? static_cast<std::uint64_t>(integer) : static_cast<std::uint64_t>(-(integer + 1));
}

int majorOf(const Value &key)
{
    if (const std::int64_t *integer = key.integer())
        return *integer >= 0 ? 0 : 1;
    return 3;
}

} // namespace

std::strong_ordering compareMapKeys(const Value &a, const Value &b)
{
    if (const auto order = majorOf(a) <=> majorOf(b); order != 0)
        return order;
    if (a.integer())
        return magnitudeOf(*a.integer()) <=> magnitudeOf(*b.integer());
    if (const auto order = a.text()->size() <=> b.text()->size(); order != 0)
        return order;
    return *a.text() <=> *b.text();
}

Value Value::emptyMap()
{
    Value made;
    made.m_held = Map{};
    return made;
}

const std::vector<Value::Entry> *Value::map() const
{
    const Map *held = std::get_if<Map>(&m_held);
    return held ? &held->entries : nullptr;
}

const Value *Value::find(const Value &key) const
{
    const std::vector<Entry> *entries = map();
    if (!entries || (key.type() != Type::Integer && key.type() != Type::Text))
        return nullptr;
    const auto at = std::lower_bound(entries->begin(), entries->end(), key, [](const Entry &entry, const Value &wanted) {
        return compareMapKeys(entry.first, wanted) < 0;
    });
    return at != entries->end() && compareMapKeys(at->first, key) == 0 ? &at->second : nullptr;
}

void Value::set(Value key, Value value)
{
    Map *held = std::get_if<Map>(&m_held);
    assert(held && (key.type() == Type::Integer || key.type() == Type::Text));
    const auto at = std::lower_bound(held->entries.begin(), held->entries.end(), key,
                                     [](const Entry &entry, const Value &wanted) {
                                         return compareMapKeys(entry.first, wanted) < 0;
                                     });
    if (at != held->entries.end() && compareMapKeys(at->first, key) == 0)
        at->second = std::move(value);
    else
        held->entries.emplace(at, std::move(key), std::move(value));
}

bool Value::operator==(const Value &other) const
{
    return (*this <=> other) == 0;
}

std::strong_ordering Value::operator<=>(const Value &other) const
{
    if (const auto order = m_held.index() <=> other.m_held.index(); order != 0)
        return order;
    switch (type()) {
    case Type::Null: return std::strong_ordering::equal;
    case Type::Boolean: return *boolean() <=> *other.boolean();
    case Type::Integer: return *integer() <=> *other.integer();
    case Type::Text: return *text() <=> *other.text();
    case Type::Octets: return *octets() <=> *other.octets();
    case Type::Array:
        return std::lexicographical_compare_three_way(array()->begin(), array()->end(), other.array()->begin(),
                                                      other.array()->end());
    case Type::Map:
        return std::lexicographical_compare_three_way(map()->begin(), map()->end(), other.map()->begin(),
                                                      other.map()->end());
    }
    return std::strong_ordering::equal;
}

} // namespace ourtable
