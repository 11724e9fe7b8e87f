// Reads one item of a programme document into its records, by the rule of its list. Internal to this folder.
#pragma once

#include <optional>
#include <vector>

#include "core/usecases/interchange/dateshift.h"
#include "core/usecases/interchange/demorules.h"
#include "core/usecases/interchange/recordbuilder.h"
#include "core/usecases/interchange/sourceindex.h"

namespace ourtable::usecases {

// What all items of one document share.
struct DemoContext {
    const Json &document;
    const catalogue::Catalogue &catalogue;
    const ProgrammeId &programme;
    DateShift shift;
    SourceIndex index;
};

// Adds what the JSON says to the field: one value, or each element. Null, empty texts, lists and maps say nothing.
// References are source ids, money is pounds, dates are shifted. Errors as of checkedValue, NotFound for a reference.
Result<void> addField(RecordBuilder &record, const catalogue::Field &field, const Json &json,
                      const DemoContext &context);

class DemoItem {
public:
    // `place` names list and id for errors. Everything given must outlive the item.
    DemoItem(const DemoContext &context, const ListRule &rule, const Json &json, std::string sourceId,
             std::string place);

    // A record id other than the one that imports derive from the source id.
    void setId(const RecordId &id);
    // Adds the record, its companion and its children. Errors carry place and key.
    Result<void> read(std::vector<InterchangeRecord> &to);

    // For the functions of demokeys.h.
    [[nodiscard]] const Json &json() const { return m_json; }
    [[nodiscard]] const DemoContext &context() const { return m_context; }
    // The state that the document gives it; empty when it gives none.
    [[nodiscard]] std::string_view state() const;
    // Adds to a field of the item's own record; UnknownField when there is none.
    Result<void> put(std::string_view field, const Json &value);
    Result<void> put(std::string_view field, const Value &value);

private:
    Result<void> readKey(std::string_view key, const Json &value);
    Result<void> readSpecial(const KeyRule &rule, const Json &value);
    Result<void> readField(std::string_view key, const Json &value);
    Result<void> readChildren(const KeyRule &key, const Json &value);
    Result<void> readChild(const ListRule &rule, const Json &value, const std::string &suffix);
    Result<void> readClass(const Json &value) const;
    Result<void> readState();
    Result<void> readWhen();
    RecordBuilder &companion();
    [[nodiscard]] Error at(std::string_view key, const Error &error) const;

    const DemoContext &m_context;
    const ListRule &m_rule;
    const Json &m_json;
    std::string m_sourceId;
    std::string m_place;
    RecordBuilder m_record;
    std::optional<RecordBuilder> m_companion;
    std::vector<InterchangeRecord> m_children;
};

} // namespace ourtable::usecases
