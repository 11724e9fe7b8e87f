// Makes one InterchangeRecord; nothing gets in that the catalogue would refuse. Internal to this folder.
#pragma once

#include "core/usecases/interchange/interchangerecord.h"

namespace ourtable::usecases {

// Far more than a record that anybody could save; keeps a file from making us compare each with each for hours.
inline constexpr std::size_t kMostValues = 1000;

// The kind must outlive the builder.
class RecordBuilder {
public:
    // Forgets the source id when the kind keeps none.
    RecordBuilder(const catalogue::Kind &kind, const RecordId &id, std::string_view sourceId);

    [[nodiscard]] const catalogue::Kind &kind() const { return *m_kind; }
    [[nodiscard]] const RecordId &id() const { return m_record.id; }

    // Adds a value, or one element of a set; a choice or reference that the set already has is not added again. Retired
    // codes are taken: what was written with them stays. How many elements a set may have is a rule of forms, not
    // checked, but for kMostValues of a record.
    // Errors: those of checkedValue; AlreadyExists for a second value of a field that is no set; TooLong for more values.
    Result<void> add(const catalogue::Field &field, const Value &value);
    // Errors: UnknownCode when it is no state of the kind.
    Result<void> setState(std::string_view state);
    void setWhen(std::int64_t milliseconds) { m_record.when = milliseconds; }

    // The record, with its fields in order; the builder is empty afterwards.
    [[nodiscard]] InterchangeRecord take();

private:
    const catalogue::Kind *m_kind;
    InterchangeRecord m_record;
};

} // namespace ourtable::usecases
