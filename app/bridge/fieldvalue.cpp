#include "app/bridge/fieldvalue.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "core/support/ids.h"

namespace ourtable::fields {
namespace {

using catalogue::Field;
using catalogue::FieldType;

constexpr double kMillion = 1e6;
constexpr std::array<std::pair<FieldType, const char *>, 17> kTypes{{
    {FieldType::Text, "text"}, {FieldType::LongText, "long_text"}, {FieldType::Choice, "choice"}, {FieldType::Choices, "choices"},
    {FieldType::Reference, "reference"}, {FieldType::References, "references"}, {FieldType::Date, "date"}, {FieldType::Time, "time"},
    {FieldType::Month, "month"}, {FieldType::Timestamp, "timestamp"}, {FieldType::Integer, "integer"}, {FieldType::YesNo, "yes_no"},
    {FieldType::Money, "money"}, {FieldType::List, "list"}, {FieldType::Map, "map"}, {FieldType::Tally, "tally"}, {FieldType::State, "state"},
}};

QString hexOf(const Value &value)
{
    const std::optional<RecordId> id = value.id<RecordId>();
    return id ? QString::fromStdString(id->hex()) : QString();
}

QString pounds(std::int64_t pence)
{
    return QStringLiteral("%1%2.%3").arg(pence < 0 ? QStringLiteral("-") : QString()).arg(std::abs(pence) / 100)
        .arg(std::abs(pence) % 100, 2, 10, QLatin1Char('0'));
}

QString singleInForm(FieldType type, const Value &value, bool degrees = false)
{
    if (const std::string *text = value.text())
        return QString::fromStdString(*text);
    if (const bool *yes = value.boolean())
        return *yes ? QStringLiteral("yes") : QStringLiteral("no");
    if (const std::int64_t *number = value.integer()) {
        if (type == FieldType::Money)
            return pounds(*number);
        return degrees ? QString::number(static_cast<double>(*number) / kMillion, 'g', 9) : QString::number(*number);
    }
    return hexOf(value);
}

// Null for what is none of its type; the catalogue refuses that.
Value meantNumber(const QString &typed, bool degrees)
{
    bool good = false;
    if (degrees) {
        const double number = typed.toDouble(&good);
        return good && std::abs(number) <= 360 ? Value(static_cast<std::int64_t>(std::llround(number * kMillion))) : Value();
    }
    const qlonglong number = typed.toLongLong(&good);
    return good ? Value(static_cast<std::int64_t>(number)) : Value();
}

Value meantMoney(QString typed)
{
    typed.remove(QChar(0x00A3)).remove(QLatin1Char(','));
    const qsizetype point = typed.indexOf(QLatin1Char('.'));
    const QString pence = point < 0 ? QStringLiteral("00") : typed.mid(point + 1).leftJustified(2, QLatin1Char('0'));
    const QString whole = point < 0 ? typed : typed.left(point);
    bool good = point < 0 || typed.size() - point <= 3;
    bool wholeGood = false;
    bool penceGood = false;
    const qlonglong sum = whole.trimmed().toLongLong(&wholeGood) * 100 + pence.toLongLong(&penceGood);
    good = good && wholeGood && penceGood && !whole.contains(QLatin1Char('-'));
    return good ? Value(static_cast<std::int64_t>(sum)) : Value();
}

Value meantSingle(FieldType type, const QString &typed, bool degrees = false)
{
    const QString trimmed = typed.trimmed();
    switch (type) {
    case FieldType::Timestamp:
    case FieldType::Integer: return meantNumber(trimmed, degrees);
    case FieldType::Money: return meantMoney(trimmed);
    case FieldType::YesNo: return trimmed == QLatin1String("yes") ? Value(true) : trimmed == QLatin1String("no") ? Value(false) : Value();
    case FieldType::Reference:
    case FieldType::References: {
        const std::optional<RecordId> id = RecordId::fromHexText(trimmed.toStdString());
        return id ? Value(*id) : Value();
    }
    default: return Value(typed.toStdString());
    }
}

Value meantParts(const Field &field, const QVariantMap &typed)
{
    Value structure = Value::emptyMap();
    for (const catalogue::Part &part : field.parts) {
        const QString text = typed.value(QString::fromStdString(part.key)).toString();
        if (!text.trimmed().isEmpty())
            structure.set(part.key, meantSingle(part.type, text));
    }
    return structure;
}

Value meantMap(const QVariantMap &typed)
{
    Value map = Value::emptyMap();
    for (auto each = typed.begin(); each != typed.end(); ++each) {
        if (!each.value().toString().isEmpty())
            map.set(each.key().toStdString(), meantNumber(each.value().toString(), false));
    }
    return map;
}

QVariantMap mapInForm(const Field &field, const Value &value)
{
    QVariantMap shown;
    if (!value.map())
        return shown;
    for (const auto &[key, part] : *value.map()) {
        const auto known = std::find_if(field.parts.begin(), field.parts.end(), [&key = key](const catalogue::Part &each) { return Value(each.key) == key; });
        shown.insert(singleInForm(FieldType::Text, key), singleInForm(known == field.parts.end() ? FieldType::Integer : known->type, part));
    }
    return shown;
}

} // namespace

QString typeName(FieldType type)
{
    const auto found = std::find_if(kTypes.begin(), kTypes.end(), [type](const auto &each) { return each.first == type; });
    return QString::fromLatin1(found->second);
}

bool holdsMany(const Field &field) { return field.merge == catalogue::MergeRule::Set || field.merge == catalogue::MergeRule::Append; }

bool isDegrees(const Field &field) { return field.type == FieldType::Integer && field.name.ends_with("_e6"); }

QVariant elementInForm(const Field &field, const Value &element)
{
    if (element.map())
        return mapInForm(field, element);
    return singleInForm(field.type, element, isDegrees(field));
}

QVariant inForm(const Field &field, const Value &value)
{
    if (!holdsMany(field))
        return value.isNull() ? QVariant() : elementInForm(field, value);
    QVariantList shown;
    if (value.array()) {
        for (const Value &element : *value.array())
            shown.append(elementInForm(field, element));
    }
    return shown;
}

bool isEmpty(const QVariant &shown)
{
    if (shown.typeId() == QMetaType::QVariantList || shown.typeId() == QMetaType::QStringList)
        return shown.toList().isEmpty();
    if (shown.typeId() == QMetaType::QVariantMap) {
        const QVariantMap map = shown.toMap();
        return std::all_of(map.begin(), map.end(), [](const QVariant &each) { return isEmpty(each); });
    }
    return shown.toString().trimmed().isEmpty();
}

bool differ(const Field &field, const QVariant &one, const QVariant &other)
{
    if (isEmpty(one) && isEmpty(other))
        return false;
    if (!holdsMany(field))
        return one != other;
    const auto held = [&field](const QVariant &shown) {
        QVariantList list = shown.toList();
        list.removeIf([](const QVariant &each) { return isEmpty(each); });
        if (field.type != FieldType::List)
            std::sort(list.begin(), list.end(), [](const QVariant &a, const QVariant &b) { return a.toString() < b.toString(); });
        return list;
    };
    return held(one) != held(other);
}

Result<Value> meant(const catalogue::Kind &kind, const Field &field, const QVariant &shown)
{
    if (field.type == FieldType::Map)
        return catalogue::checkedValue(kind, field, meantMap(shown.toMap()));
    if (field.type == FieldType::List && !field.parts.empty())
        return catalogue::checkedValue(kind, field, meantParts(field, shown.toMap()));
    return catalogue::checkedValue(kind, field, meantSingle(field.type, shown.toString(), isDegrees(field)));
}

Value packed(const QVariant &shown)
{
    if (shown.typeId() == QMetaType::QVariantList || shown.typeId() == QMetaType::QStringList) {
        ValueArray array;
        for (const QVariant &each : shown.toList())
            array.push_back(packed(each));
        return array;
    }
    if (shown.typeId() == QMetaType::QVariantMap) {
        Value map = Value::emptyMap();
        const QVariantMap held = shown.toMap();
        for (auto each = held.begin(); each != held.end(); ++each)
            map.set(each.key().toStdString(), packed(each.value()));
        return map;
    }
    return shown.toString().toStdString();
}

QVariant unpacked(const Value &value)
{
    if (value.array()) {
        QVariantList list;
        for (const Value &each : *value.array())
            list.append(unpacked(each));
        return list;
    }
    if (value.map()) {
        QVariantMap map;
        for (const auto &[key, each] : *value.map())
            map.insert(QString::fromStdString(key.text() ? *key.text() : std::string()), unpacked(each));
        return map;
    }
    return value.text() ? QVariant(QString::fromStdString(*value.text())) : QVariant();
}

} // namespace ourtable::fields
