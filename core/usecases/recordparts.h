// Small words that use cases share: an edit, a value, a question. Internal to core/usecases.
#pragma once

#include "core/usecases/workspace.h"

namespace ourtable::usecases::parts {

inline constexpr std::size_t kAll = 1'000'000;

inline FieldEdit set(catalogue::FieldNumber field, Value value)
{
    return {field, FieldEdit::How::Set, std::move(value), std::nullopt};
}
inline FieldEdit add(catalogue::FieldNumber field, Value value)
{
    return {field, FieldEdit::How::Add, std::move(value), std::nullopt};
}
inline void setUnlessEmpty(std::vector<FieldEdit> &edits, catalogue::FieldNumber field, const std::string &text)
{
    if (!text.empty())
        edits.push_back(set(field, text));
}

// 0 and empty when there is none.
inline std::int64_t numberOf(const store::RecordView &view, catalogue::FieldNumber field)
{
    const std::int64_t *number = view.field(field).integer();
    return number ? *number : 0;
}
inline std::string textIn(const store::RecordView &view, catalogue::FieldNumber field)
{
    const std::string *text = view.field(field).text();
    return text ? *text : std::string();
}

inline ValueArray codes(std::initializer_list<const char *> all)
{
    ValueArray values;
    for (const char *code : all)
        values.emplace_back(std::string(code));
    return values;
}

// Every record of a kind; with a field, those that hold this value in it.
inline store::Query of(catalogue::KindNumber kind)
{
    store::Query query;
    query.kind = kind;
    query.limit = kAll;
    return query;
}
inline store::Query of(catalogue::KindNumber kind, catalogue::FieldNumber field, Value value)
{
    store::Query query = of(kind);
    query.filters.push_back({field, store::Comparison::Equal, std::move(value)});
    return query;
}

} // namespace ourtable::usecases::parts
