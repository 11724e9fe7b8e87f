// The demonstration programme as interchange records, with words to ask it in. For the tests of this folder.
#pragma once

#include <algorithm>
#include <map>
#include <set>

#include "core/support/files.h"
#include "core/usecases/interchange/demoreader.h"

namespace ourtable::test {

using usecases::FieldValue;
using usecases::InterchangeRecord;

inline const catalogue::Catalogue &builtIn() { return catalogue::Catalogue::builtIn(); }

inline const catalogue::Kind &kindNamed(std::string_view name) { return *builtIn().kind(name); }

inline const ProgrammeId kProgramme{{0x0f, 0xe2, 0x41}};

inline const std::string &demonstrationText()
{
    static const std::string text(textOf(files::readWhole(OURTABLE_DEMO_JSON).value()));
    return text;
}

inline const Json &demonstration()
{
    static const Json document = parseJson(demonstrationText()).value();
    return document;
}

class Programme {
public:
    explicit Programme(std::vector<InterchangeRecord> records) : m_records(std::move(records)) {}

    [[nodiscard]] const std::vector<InterchangeRecord> &records() const { return m_records; }

    [[nodiscard]] std::vector<const InterchangeRecord *> of(std::string_view kind) const
    {
        std::vector<const InterchangeRecord *> found;
        for (const InterchangeRecord &record : m_records) {
            if (record.kind == kindNamed(kind).number)
                found.push_back(&record);
        }
        return found;
    }
    [[nodiscard]] const InterchangeRecord *find(std::string_view kind, std::string_view sourceId) const
    {
        const auto all = of(kind);
        const auto found = std::ranges::find(all, sourceId, &InterchangeRecord::sourceId);
        return found != all.end() ? *found : nullptr;
    }
    // The source id of what a reference points at; empty when it points at nothing.
    [[nodiscard]] std::string sourceOf(const Value &reference) const
    {
        const auto found = std::ranges::find(m_records, *reference.id<RecordId>(), &InterchangeRecord::id);
        return found != m_records.end() ? found->sourceId : std::string();
    }

private:
    std::vector<InterchangeRecord> m_records;
};

// The values of a field by name, in order.
inline std::vector<Value> valuesOf(const InterchangeRecord &record, std::string_view field)
{
    const catalogue::FieldNumber number = builtIn().kind(record.kind)->field(field)->number;
    std::vector<Value> values;
    for (const FieldValue &held : record.fields) {
        if (held.field == number)
            values.push_back(held.value);
    }
    return values;
}

inline Value valueOf(const InterchangeRecord &record, std::string_view field)
{
    const std::vector<Value> values = valuesOf(record, field);
    return values.empty() ? Value() : values.front();
}

inline std::string wordOf(const InterchangeRecord &record, std::string_view field)
{
    const Value value = valueOf(record, field);
    return value.text() != nullptr ? *value.text() : std::string();
}

inline std::int64_t numberOf(const InterchangeRecord &record, std::string_view field)
{
    const Value value = valueOf(record, field);
    return value.integer() != nullptr ? *value.integer() : 0;
}

inline bool isYes(const InterchangeRecord &record, std::string_view field) { return valueOf(record, field) == Value(true); }

inline const Programme &demonstrationProgramme()
{
    static const Programme programme(usecases::readProgramme(demonstration(), builtIn(), kProgramme).value());
    return programme;
}

// The first thing that is wrong with a document, as "code: detail"; "read" when nothing is.
inline std::string complaint(const Json &document, std::int64_t shiftDays = 0)
{
    const auto read = usecases::readProgramme(document, builtIn(), kProgramme, {.shiftDays = shiftDays});
    return read ? "read" : std::string(nameOf(read.error().code)) + ": " + read.error().detail;
}

// The demonstration with one value changed.
inline Json changed(const char *pointer, const Json &value)
{
    Json document = demonstration();
    document[Json::json_pointer(pointer)] = value;
    return document;
}

} // namespace ourtable::test
