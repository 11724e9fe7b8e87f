#include "core/sync/merge.h"

namespace ourtable::sync {
namespace {

class Lines {
public:
    explicit Lines(const RecordId &record) : m_start(record.hex() + ' ') {}

    template <class... Parts>
    void add(const Parts &...parts)
    {
        m_text += m_start;
        bool first = true;
        ((m_text += (std::exchange(first, false) ? "" : " "), m_text += text(parts)), ...);
        m_text += '\n';
    }
    std::string take() { return std::move(m_text); }

private:
    static std::string text(const char *word) { return word; }
    static std::string text(const std::string &words) { return words; }
    static std::string text(bool yes) { return yes ? "1" : "0"; }
    static std::string text(std::uint64_t number) { return std::to_string(number); }
    static std::string text(std::uint32_t number) { return std::to_string(number); }
    static std::string text(std::uint16_t number) { return std::to_string(number); }
    static std::string text(const Value &value) { return toHex(cbor::encode(value)); }
    template <class Tag, std::size_t N>
    static std::string text(const FixedBytes<Tag, N> &id)
    {
        return id.hex();
    }

    std::string m_start;
    std::string m_text;
};

void addField(Lines &lines, catalogue::FieldNumber number, const FieldState &field)
{
    lines.add("field", number, "shown", field.shown);
    lines.add("field", number, "two_versions", field.twoVersions);
    if (!field.base.isNull())
        lines.add("field", number, "base", field.base);
    for (const Sibling &sibling : field.siblings) {
        lines.add("field", number, "value", sibling.id, sibling.value, sibling.clockGood, sibling.clock, sibling.replica,
                  sibling.seq, sibling.author, sibling.change);
    }
}

std::string joined(const std::array<std::uint32_t, kVerdicts> &counts)
{
    std::string text;
    for (const std::uint32_t count : counts) {
        text += text.empty() ? "" : " ";
        text += std::to_string(count);
    }
    return text;
}

} // namespace

std::string canonicalDump(const RecordId &record, const RecordState &state)
{
    Lines lines(record);
    lines.add("kind", state.kind);
    lines.add("hidden", state.hidden);
    lines.add("changed_while_hidden", state.changedWhileHidden);
    lines.add("erased", state.erased);
    lines.add("foreign", state.hasForeign);
    lines.add("imported", state.imported);
    lines.add("source", toHex(viewOf(state.sourceId)) + '.');
    lines.add("created", state.createdClock, state.createdBy);
    lines.add("updated", state.updatedClock, state.updatedBy);
    lines.add("verdicts", joined(state.counts));
    for (const auto &[number, field] : state.fields)
        addField(lines, number, field);
    return lines.take();
}

} // namespace ourtable::sync
