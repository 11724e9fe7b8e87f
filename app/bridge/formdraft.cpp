#include "app/bridge/formdraft.h"

#include "app/bridge/fieldvalue.h"

namespace ourtable {
namespace {

constexpr char kShown[] = "shown";
constexpr char kBefore[] = "before";
constexpr char kSeen[] = "seen";

std::vector<ValueId> idsIn(const Value *held)
{
    std::vector<ValueId> ids;
    if (!held || !held->array())
        return ids;
    for (const Value &each : *held->array()) {
        if (const std::optional<ValueId> id = each.id<ValueId>())
            ids.push_back(*id);
    }
    return ids;
}

} // namespace

std::string records::formName(const QString &kind, const QString &key)
{
    return "record:" + kind.toStdString() + ":" + (key.isEmpty() ? "new" : key.toStdString());
}

Value draftOf(const FormFields &fields)
{
    Value draft = Value::emptyMap();
    for (const FormField *field : fields.all()) {
        if (!field->isChanged())
            continue;
        ValueArray seen;
        for (const ValueId &id : field->seen())
            seen.push_back(id);
        Value kept = Value::emptyMap();
        kept.set(kShown, fields::packed(field->value()));
        kept.set(kBefore, field->before());
        kept.set(kSeen, std::move(seen));
        draft.set(static_cast<std::int64_t>(field->field().number), std::move(kept));
    }
    return draft;
}

bool takeDraft(const Value &draft, const FormFields &fields)
{
    if (!draft.map())
        return false;
    bool any = false;
    for (const auto &[number, kept] : *draft.map()) {
        FormField *const field = number.integer() ? fields.numbered(static_cast<catalogue::FieldNumber>(*number.integer())) : nullptr;
        const Value *shown = kept.find(Value(kShown));
        const Value *before = kept.find(Value(kBefore));
        if (!field || !shown || !before)
            continue;
        field->restore(fields::unpacked(*shown), *before, idsIn(kept.find(Value(kSeen))));
        any = any || field->isChanged();
    }
    return any;
}

} // namespace ourtable
