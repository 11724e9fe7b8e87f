#include "core/usecases/interchange/interchangerecord.h"

#include <algorithm>

#include "core/crypto/hashing.h"
#include "core/support/text.h"

namespace ourtable::usecases {

using catalogue::FieldType;

RecordId importedId(const ProgrammeId &programme, KindNumber kind, std::string_view sourceId)
{
    const auto number = crypto::le64(kind);
    return crypto::shortened<RecordId>(
        crypto::hashOf("ourtable.import.v1", {programme.view(), number, viewOf(sourceId)}));
}

RecordId headcountIdOf(const RecordId &gathering)
{
    return crypto::shortened<RecordId>(crypto::hashOf("ourtable.headcount.v1", {gathering.view()}));
}

bool isSet(FieldType type)
{
    return type == FieldType::Choices || type == FieldType::References || type == FieldType::List;
}

bool isSourceId(std::string_view sourceId)
{
    constexpr std::size_t kLimit = 60; // of the field source_id
    return !sourceId.empty() && text::isPlainUtf8(sourceId) && text::lengthOf(sourceId) <= kLimit
        && text::cleanOneLine(sourceId) == sourceId;
}

bool keepsSourceId(const catalogue::Kind &kind) { return kind.field("source_id") != nullptr; }

bool isMoment(std::int64_t milliseconds)
{
    constexpr std::int64_t kFirst = -2'208'988'800'000; // 1900-01-01
    constexpr std::int64_t kAfterLast = 7'258'118'400'000; // 2200-01-01
    return milliseconds >= kFirst && milliseconds < kAfterLast;
}

std::string shownName(std::string_view name)
{
    const auto fits = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-'
            || c == '.' || c == '/';
    };
    const bool plain = !name.empty() && name.size() <= 60 && std::ranges::all_of(name, fits);
    return plain ? std::string(name) : "?";
}

} // namespace ourtable::usecases
