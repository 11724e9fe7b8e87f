// Between records and the JSON of `--json` and of the batch commands: kinds, fields and codes by their names in the
// catalogue, ids in hexadecimal, times in milliseconds, money in pence.
#pragma once

#include "core/support/json.h"
#include "core/usecases/workspace.h"

namespace ourtable::cli {

// {"id", "kind", "state"?, "fields": {...}, "two_versions"?: [...], "hidden"?, "erased"?, "source_id"?, "created_by",
//  "created": milliseconds}
[[nodiscard]] Json jsonOfRecord(const store::RecordView &view, const catalogue::Catalogue &catalogue);

// {"field": value}: a plain value sets the field, an array sets all elements of a set, null clears. {"add": element},
// {"remove": element}, {"step": n}, {"set": value} and {"clear": true} say how; a number for a counter is a step.
// `shown` is the record as it is now, for what an array replaces; nullptr when it is new.
// Errors: UnknownField, InvalidInput, those of checkedValue later.
[[nodiscard]] Result<std::vector<usecases::FieldEdit>> editsFrom(const Json &fields, const catalogue::Kind &kind,
                                                                const store::RecordView *shown);

// {"kind": "contribution", "where": {"gathering": "<hex>", "level": {"in": ["system"]}}, "order": "table", "descending":
// true, "after": "<hex>", "limit": 100, "hidden": true}. Comparisons: equal (a plain value), in, before, after, contains,
// empty. "state" is a field here. Errors: UnknownKind, UnknownField, InvalidInput, TooLarge (limit over 10,000).
[[nodiscard]] Result<store::Query> queryFrom(const Json &command, const catalogue::Catalogue &catalogue);

// The kind that "kind" names; UnknownKind.
[[nodiscard]] Result<const catalogue::Kind *> kindFrom(const Json &command, const catalogue::Catalogue &catalogue);

// A member that is text; RequiredMissing or InvalidInput with its name as detail.
[[nodiscard]] Result<std::string> textFrom(const Json &command, const char *member);

} // namespace ourtable::cli
