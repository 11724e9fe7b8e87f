#include "app/bridge/formfield.h"

#include <algorithm>

#include "app/bridge/fieldvalue.h"
#include "app/bridge/fieldwords.h"

namespace ourtable {

using usecases::FieldEdit;

namespace {

QVariantList optionsOf(const catalogue::Vocabulary *vocabulary, const std::vector<std::string> &codes, const QVariant &shown)
{
    QVariantList options;
    if (!vocabulary)
        return options;
    const QStringList held = shown.typeId() == QMetaType::QVariantList ? shown.toStringList() : QStringList{shown.toString()};
    for (const catalogue::Term &term : vocabulary->terms) {
        const QString code = QString::fromStdString(term.code);
        const bool offered = (codes.empty() || std::find(codes.begin(), codes.end(), term.code) != codes.end()) && !term.retired;
        if (offered || held.contains(code)) // what is there already stays to be seen
            options.append(QVariantMap{{QStringLiteral("code"), code}, {QStringLiteral("text"), QString::fromStdString(term.label)}});
    }
    return options;
}

} // namespace

FormField::FormField(const catalogue::Kind &kind, const catalogue::Field &field, const QString &today, QObject *parent)
    : QObject(parent), m_kind(kind), m_field(field), m_today(today)
{
    if (fields::holdsMany(field))
        m_shown = QVariantList();
}

QString FormField::label() const { return fields::labelOf(m_field); }
QString FormField::hint() const { return fields::hintOf(m_kind, m_field); }
QString FormField::type() const { return fields::typeName(m_field.type); }
QVariantList FormField::options() const { return optionsOf(m_field.vocabulary, m_field.codes, m_shown); }

QVariantList FormField::parts() const
{
    QVariantList parts;
    for (const catalogue::Part &part : m_field.parts) {
        parts.append(QVariantMap{{QStringLiteral("key"), QString::fromStdString(part.key)},
                                 {QStringLiteral("label"), fields::partLabel(part.key)},
                                 {QStringLiteral("type"), fields::typeName(part.type)},
                                 {QStringLiteral("limit"), static_cast<int>(part.limit)},
                                 {QStringLiteral("required"), part.required},
                                 {QStringLiteral("options"), optionsOf(part.vocabulary, {}, {})}});
    }
    return parts;
}

QString FormField::words() const
{
    return fields::wordsOf(m_field, m_shown, m_today, [this](const QString &key) { return m_names.value(key); });
}

void FormField::set(const QVariant &value, const QString &unclear)
{
    const QVariant tidy = tidied(value);
    if (!m_mayChange || (tidy == m_shown && unclear == m_unclear))
        return;
    m_unclear = unclear;
    setError({});
    show(tidy);
    emit edited();
}

void FormField::learn(const QString &key, const QString &name)
{
    if (name.isEmpty() || m_names.value(key) == name)
        return;
    m_names.insert(key, name);
    emit valueChanged();
}

void FormField::setError(const QString &error)
{
    if (m_error == error)
        return;
    m_error = error;
    emit errorChanged();
}

void FormField::setStanding(bool mayChange, bool twoVersions)
{
    if (mayChange == m_mayChange && twoVersions == m_twoVersions)
        return;
    m_mayChange = mayChange;
    m_twoVersions = twoVersions;
    emit standingChanged();
}

void FormField::refresh(const Value &before, const std::vector<ValueId> &seen)
{
    if (isChanged())
        return;
    m_before = before;
    m_seen = seen;
    show(fields::inForm(m_field, before));
}

void FormField::restore(const QVariant &shown, const Value &before, const std::vector<ValueId> &seen)
{
    m_before = before;
    m_seen = seen;
    show(tidied(shown));
}

void FormField::suggest(const QVariant &shown) { show(tidied(shown)); }

void FormField::forgetChange()
{
    m_unclear.clear();
    setError({});
    show(fields::inForm(m_field, m_before));
}

bool FormField::isChanged() const
{
    return !m_unclear.isEmpty() || fields::differ(m_field, m_shown, fields::inForm(m_field, m_before));
}

// From QML lists come as lists of anything; nothing typed is the same as nothing.
QVariant FormField::tidied(const QVariant &value) const
{
    if (fields::holdsMany(m_field))
        return value.isNull() ? QVariant(QVariantList()) : QVariant(value.toList());
    if (m_field.type == catalogue::FieldType::Map)
        return fields::isEmpty(value) ? QVariant() : QVariant(value.toMap());
    return value.toString().isEmpty() ? QVariant() : QVariant(value.toString());
}

void FormField::show(const QVariant &value)
{
    if (value == m_shown)
        return;
    m_shown = value;
    emit valueChanged();
}

Result<void> FormField::check(bool needed) const
{
    const Error missing{ErrorCode::RequiredMissing, m_kind.name + "." + m_field.name};
    if (!fields::holdsMany(m_field)) {
        if (fields::isEmpty(m_shown))
            return needed ? missing : Result<void>();
        const Result<Value> meant = fields::meant(m_kind, m_field, m_shown);
        return meant || !isChanged() ? Result<void>() : meant.error();
    }
    qsizetype held = 0;
    for (const QVariant &each : m_shown.toList()) {
        if (fields::isEmpty(each))
            continue;
        ++held;
        const Result<Value> meant = fields::meant(m_kind, m_field, each);
        if (!meant && isChanged())
            return meant.error();
    }
    return held == 0 && needed ? missing : Result<void>();
}

void FormField::addEdits(std::vector<FieldEdit> &edits, bool isNew) const
{
    const std::optional<std::vector<ValueId>> seen = isNew ? std::nullopt : std::optional(m_seen);
    if (!isChanged())
        return;
    if (!fields::holdsMany(m_field)) {
        if (fields::isEmpty(m_shown))
            edits.push_back({m_field.number, FieldEdit::How::Clear, {}, seen});
        else
            edits.push_back({m_field.number, FieldEdit::How::Set, *fields::meant(m_kind, m_field, m_shown), seen});
        return;
    }
    const ValueArray none;
    const ValueArray &before = m_before.array() ? *m_before.array() : none;
    const bool ordered = m_field.type == catalogue::FieldType::List;
    ValueArray now;
    for (const QVariant &each : m_shown.toList()) {
        const Result<Value> meant = fields::isEmpty(each) ? Result<Value>(Error{}) : fields::meant(m_kind, m_field, each);
        if (meant && std::find(now.begin(), now.end(), *meant) == now.end())
            now.push_back(*meant);
    }
    // A list shows in the order in which it was written: what follows the first change is written anew.
    const auto [oldRest, newRest] = ordered ? std::mismatch(before.begin(), before.end(), now.begin(), now.end()) : std::pair(before.begin(), now.begin());
    const auto isIn = [ordered](const Value &value, auto from, auto to) { return !ordered && std::find(from, to, value) != to; };
    for (auto each = oldRest; each != before.end(); ++each) {
        if (!isIn(*each, now.cbegin(), now.cend()))
            edits.push_back({m_field.number, FieldEdit::How::Remove, *each, std::nullopt});
    }
    for (auto each = newRest; each != now.end(); ++each) {
        if (!isIn(*each, before.cbegin(), before.cend()))
            edits.push_back({m_field.number, FieldEdit::How::Add, *each, std::nullopt});
    }
}

} // namespace ourtable
