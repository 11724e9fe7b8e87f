// Records as the merge would give them, for tests and benchmarks of the projection.
#pragma once

#include <string_view>

#include "core/catalogue/catalogue.h"
#include "core/sync/merge.h"
#include "tests/support/seededrandom.h"

namespace ourtable::test {

[[nodiscard]] inline const catalogue::Kind &kindCalled(std::string_view name)
{
    return *catalogue::Catalogue::builtIn().kind(name);
}

[[nodiscard]] inline catalogue::FieldNumber fieldOf(std::string_view kind, std::string_view field)
{
    return kindCalled(kind).field(field)->number;
}

// The same id for the same number, well spread.
[[nodiscard]] inline RecordId recordNumber(std::uint64_t number)
{
    SeededRandom random(number);
    RecordId id;
    random.fill(id.octets);
    return id;
}

class State {
public:
    explicit State(std::string_view kind, std::uint64_t clock = 1) : m_kind(kindCalled(kind))
    {
        m_state.kind = m_kind.number;
        m_state.createdClock = clock;
        m_state.updatedClock = clock;
        m_state.createdBy.octets.fill(7);
        m_state.updatedBy.octets.fill(7);
    }
    State &with(std::string_view field, Value value)
    {
        m_state.fields[m_kind.field(field)->number].shown = std::move(value);
        return *this;
    }
    State &in(std::string_view state)
    {
        m_state.fields[catalogue::kStateField].shown = Value(state);
        return *this;
    }
    State &twoVersions(std::string_view field)
    {
        m_state.fields[m_kind.field(field)->number].twoVersions = true;
        return *this;
    }
    State &hidden()
    {
        m_state.hidden = true;
        return *this;
    }
    // Keeps references alone, as an erase does.
    State &erased()
    {
        m_state.erased = true;
        std::erase_if(m_state.fields, [this](const auto &held) {
            const catalogue::Field *field = m_kind.field(held.first);
            return !field || field->type != catalogue::FieldType::Reference;
        });
        return *this;
    }
    [[nodiscard]] sync::RecordState &raw() { return m_state; }
    operator const sync::RecordState &() const { return m_state; }

private:
    const catalogue::Kind &m_kind;
    sync::RecordState m_state;
};

[[nodiscard]] inline State note(std::string_view words, std::uint64_t clock = 1)
{
    State state("contribution", clock);
    state.with("text", Value(words)).in("noted");
    return state;
}

} // namespace ourtable::test
