#include "core/usecases/interchange/demoitem.h"

#include <algorithm>
#include <cassert>

#include "core/support/civiltime.h"

namespace ourtable::usecases {

using catalogue::Kind;

namespace {

// Whether the circle of a kind keeps what is of this class; whoever reads the circle may read the class.
bool keeps(std::string_view circle, std::string_view sensitivity)
{
    if (sensitivity == "open" || sensitivity == "members")
        return true;
    if (sensitivity == "support_team")
        return circle == "support" || circle == "safeguarding";
    return (sensitivity == "recruitment_panel" && circle == "panel")
        || (sensitivity == "monitoring_only" && circle == "monitoring") || (sensitivity == circle && circle != "table");
}

} // namespace

DemoItem::DemoItem(const DemoContext &context, const ListRule &rule, const Json &json, std::string sourceId,
                   std::string place)
    : m_context(context), m_rule(rule), m_json(json), m_sourceId(std::move(sourceId)), m_place(std::move(place)),
      m_record(kindOfItem(rule, json, context.catalogue),
               importedId(context.programme, kindOfItem(rule, json, context.catalogue).number, m_sourceId), m_sourceId)
{
}

void DemoItem::setId(const RecordId &id) { m_record = RecordBuilder(m_record.kind(), id, m_sourceId); }

Result<void> DemoItem::read(std::vector<InterchangeRecord> &to)
{
    for (const auto &[key, value] : m_json.items())
        OURTABLE_TRY(readKey(key, value));
    OURTABLE_TRY(readState());
    OURTABLE_TRY(readWhen());
    to.push_back(m_record.take());
    if (m_companion)
        to.push_back(m_companion->take());
    std::ranges::move(m_children, std::back_inserter(to));
    return {};
}

Result<void> DemoItem::put(std::string_view field, const Json &value)
{
    const catalogue::Field *found = m_record.kind().field(field);
    return found != nullptr ? addField(m_record, *found, value, m_context) : Result<void>(ErrorCode::UnknownField);
}

Result<void> DemoItem::put(std::string_view field, const Value &value)
{
    const catalogue::Field *found = m_record.kind().field(field);
    return found != nullptr ? m_record.add(*found, value) : Result<void>(ErrorCode::UnknownField);
}

Result<void> DemoItem::readKey(std::string_view key, const Json &value)
{
    if (key == m_rule.stateKey || (key == "id" && value == m_sourceId))
        return {};
    const auto rule = std::ranges::find(m_rule.keys, key, &KeyRule::key);
    if (rule != m_rule.keys.end() && rule->children != nullptr)
        return readChildren(*rule, value);
    const LeftOut *left = leftOut(m_rule.list, key);
    const Result<void> read = key == "sensitivity" ? readClass(value)
        : rule != m_rule.keys.end()                ? readSpecial(*rule, value)
        : left == nullptr                          ? readField(key, value)
        : left->holds == nullptr || left->holds(m_json) ? Result<void>()
                                                        : Result<void>(ErrorCode::InvalidInput);
    return read ? read : at(key, read.error());
}

Result<void> DemoItem::readSpecial(const KeyRule &rule, const Json &value)
{
    return rule.read != nullptr ? rule.read(*this, value) : put(rule.field, value);
}

Result<void> DemoItem::readField(std::string_view key, const Json &value)
{
    if (key == "source_id" || key == "origin") // what the import itself writes
        return ErrorCode::UnknownField;
    if (m_record.kind().field(key) != nullptr)
        return put(key, value);
    const Kind *stricter = m_rule.companion.empty() ? nullptr : m_context.catalogue.kind(m_rule.companion);
    const catalogue::Field *field = stricter != nullptr ? stricter->field(key) : nullptr;
    if (field == nullptr)
        return ErrorCode::UnknownField;
    return value.is_null() || value == "" ? Result<void>() : addField(companion(), *field, value, m_context);
}

RecordBuilder &DemoItem::companion()
{
    if (!m_companion) {
        const Kind &kind = *m_context.catalogue.kind(m_rule.companion);
        m_companion.emplace(kind, importedId(m_context.programme, kind.number, m_sourceId), m_sourceId);
        [[maybe_unused]] const auto added = m_companion->add(*kind.field(kind.parentField), Value(m_record.id()));
        assert(added); // a record id fits the reference to a parent
    }
    return *m_companion;
}

Result<void> DemoItem::readChildren(const KeyRule &key, const Json &value)
{
    const std::string name(key.key);
    if (value.is_object())
        return readChild(*key.children, value, "/" + name);
    if (!value.is_array())
        return value.is_null() ? Result<void>() : Result<void>(at(key.key, {ErrorCode::InvalidInput, {}}));
    std::size_t index = 0;
    for (const Json &child : value) {
        const std::string suffix = "/" + name + "/" + std::to_string(++index);
        OURTABLE_TRY(child.is_object() ? readChild(*key.children, child, suffix)
                                       : Result<void>(Error{ErrorCode::InvalidInput, m_place + suffix}));
    }
    return {};
}

Result<void> DemoItem::readChild(const ListRule &rule, const Json &value, const std::string &suffix)
{
    DemoItem child(m_context, rule, value, m_sourceId + suffix, m_place + suffix);
    if (!isSourceId(child.m_sourceId))
        return Error{ErrorCode::TooLong, m_place + suffix};
    if (rule.idOf != nullptr)
        child.setId(rule.idOf(m_record.id()));
    if (const auto added = child.put(rule.parent, Value(m_record.id())); !added)
        return Error{added.error().code, m_place + suffix};
    return child.read(m_children);
}

Result<void> DemoItem::readClass(const Json &value) const
{
    const catalogue::Vocabulary *classes = m_context.catalogue.vocabulary("sensitivity");
    const std::string *given = value.get_ptr<const std::string *>();
    if (given == nullptr || classes == nullptr || classes->find(*given) == nullptr)
        return ErrorCode::UnknownCode;
    const catalogue::CircleKind *circle = m_context.catalogue.circle(m_record.kind().circle);
    const bool kept = (circle != nullptr && keeps(circle->code, *given))
        || (!m_rule.companionClass.empty() && m_rule.companionClass == *given);
    return kept ? Result<void>() : Result<void>(ErrorCode::NotPermitted);
}

std::string_view DemoItem::state() const
{
    const auto given = m_rule.stateKey.empty() ? m_json.end() : m_json.find(m_rule.stateKey);
    if (given != m_json.end() && !given->is_null())
        return given->is_string() ? std::string_view(given->get_ref<const std::string &>()) : "?";
    return m_rule.stateOf != nullptr ? m_rule.stateOf(m_json) : m_rule.state;
}

Result<void> DemoItem::readState()
{
    if (m_record.kind().states.empty())
        return state().empty() ? Result<void>() : Result<void>(at(m_rule.stateKey, {ErrorCode::UnknownField, {}}));
    if (state().empty())
        return at(m_rule.stateKey, {ErrorCode::RequiredMissing, {}});
    const Result<void> set = m_record.setState(state());
    return set ? set : at(m_rule.stateKey, set.error());
}

Result<void> DemoItem::readWhen()
{
    const auto given = m_rule.madeOn.empty() ? m_json.end() : m_json.find(m_rule.madeOn);
    if (given == m_json.end() || !given->is_string())
        return {};
    std::string_view day = given->get_ref<const std::string &>();
    if (m_rule.madeOn == "gathering")
        day = m_context.index.dayOfGathering(day);
    const Result<std::string> moved = m_context.shift.date(day);
    if (!moved)
        return at(m_rule.madeOn, moved.error());
    const std::int64_t when = *daysOfDate(*moved) * kMillisecondsOfDay;
    m_record.setWhen(when);
    if (m_companion)
        m_companion->setWhen(when);
    return {};
}

Error DemoItem::at(std::string_view key, const Error &error) const
{
    return {error.code, m_place + "/" + shownName(key)};
}

} // namespace ourtable::usecases
