// The columns that a spreadsheet of one kind may have. Internal to this folder.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "core/usecases/interchange/csv.h"
#include "core/usecases/interchange/interchangerecord.h"

namespace ourtable::usecases {

struct CsvColumn {
    enum class Holds { Id, SourceId, State, When, Field };
    Holds holds = Holds::Field;
    std::string_view name;
    const catalogue::Field *field = nullptr; // of Holds::Field

    [[nodiscard]] std::size_t limit() const; // octets of a cell
};

// All of them, in order. Names and fields belong to the kind.
[[nodiscard]] std::vector<CsvColumn> csvColumnsOf(const catalogue::Kind &kind);

// The limits of csv.h with the cell as long as the longest of the columns.
[[nodiscard]] CsvLimits csvLimitsOf(const std::vector<CsvColumn> &columns);

} // namespace ourtable::usecases
