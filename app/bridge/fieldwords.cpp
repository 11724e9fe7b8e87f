#include "app/bridge/fieldwords.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

#include "app/bridge/daywords.h"
#include "app/bridge/fieldvalue.h"

namespace ourtable::fields {
namespace {

using catalogue::Field;
using catalogue::FieldType;

QString tr(const char *words) { return QCoreApplication::translate("Fields", words); }

QString termOf(const catalogue::Vocabulary *vocabulary, const QString &code)
{
    const catalogue::Term *term = vocabulary ? vocabulary->find(code.toStdString()) : nullptr;
    return term ? QString::fromStdString(term->label) : code;
}

QString monthWords(const QString &month)
{
    const QDate first = QDate::fromString(month + QStringLiteral("-01"), Qt::ISODate);
    return first.isValid() ? QLocale().toString(first, QStringLiteral("MMMM yyyy")) : month;
}

QString nameOrUnknown(const QString &key, const NameOf &nameOf)
{
    const QString name = nameOf(key);
    return name.isEmpty() ? tr("Not here yet") : name;
}

QString singleWords(FieldType type, const catalogue::Vocabulary *vocabulary, const QString &shown, const QString &today, const NameOf &nameOf)
{
    switch (type) {
    case FieldType::Choice:
    case FieldType::Choices: return termOf(vocabulary, shown);
    case FieldType::Reference:
    case FieldType::References: return nameOrUnknown(shown, nameOf);
    case FieldType::Date: return days::dayWords(shown, today).isEmpty() ? shown : days::dayWords(shown, today);
    case FieldType::Time: return days::timeWords(shown);
    case FieldType::Month: return monthWords(shown);
    case FieldType::Timestamp: return days::momentWords(shown.toLongLong(), today);
    case FieldType::YesNo: return shown == QLatin1String("yes") ? tr("Yes") : tr("No");
    case FieldType::Money: return QStringLiteral("£") + shown;
    default: return shown;
    }
}

QString partsWords(const Field &field, const QVariantMap &shown, const QString &today, const NameOf &nameOf)
{
    QStringList words;
    for (const catalogue::Part &part : field.parts) {
        const QString text = shown.value(QString::fromStdString(part.key)).toString();
        if (!text.isEmpty())
            words.append(singleWords(part.type, part.vocabulary, text, today, nameOf));
    }
    return words.join(QStringLiteral(": "));
}

// As names of notes and promises are.
bool isSentence(const QString &words) { return words.endsWith(QLatin1Char('.')) || words.endsWith(QLatin1Char('?')) || words.endsWith(QLatin1Char('!')); }

QString mapWords(const Field &field, const QVariantMap &shown)
{
    QStringList words;
    for (auto each = shown.begin(); each != shown.end(); ++each)
        words.append(tr("%1: %2").arg(termOf(field.vocabulary, each.key()), each.value().toString()));
    return words.join(QLatin1Char('\n'));
}

} // namespace

QString labelOf(const Field &field)
{
    if (field.name == "latitude_e6")
        return tr("Latitude, in degrees");
    if (field.name == "longitude_e6")
        return tr("Longitude, in degrees");
    return QString::fromStdString(field.label);
}

QString hintOf(const catalogue::Kind &kind, const Field &field)
{
    if (isDegrees(field))
        return tr("Only for places where we meet. For example, 51.46");
    switch (field.type) {
    case FieldType::Month: return tr("For example, June 2026");
    case FieldType::Money: return tr("Pounds and pence. For example, 4.50");
    case FieldType::Integer: return tr("A whole number from %1 to %2").arg(field.minimum).arg(field.maximum);
    case FieldType::Choices:
    case FieldType::References: return tr("Choose as many as fit");
    case FieldType::List:
        if (field.minimum > 0 && field.maximum > 0)
            return tr("From %1 to %2 of them").arg(field.minimum).arg(field.maximum);
        return {};
    default: break;
    }
    return kind.name == "setting" && field.name == "key" ? tr("Other parts of the app look for this name. Keep it as it is.") : QString();
}

QString partLabel(const std::string &key)
{
    static const QHash<QString, const char *> kLabels{
        {QStringLiteral("code"), QT_TRANSLATE_NOOP("Fields", "Which one?")},
        {QStringLiteral("title"), QT_TRANSLATE_NOOP("Fields", "In a few words")},
        {QStringLiteral("plain"), QT_TRANSLATE_NOOP("Fields", "What it means for us")},
        {QStringLiteral("what"), QT_TRANSLATE_NOOP("Fields", "What?")},
        {QStringLiteral("due"), QT_TRANSLATE_NOOP("Fields", "By when?")},
        {QStringLiteral("done"), QT_TRANSLATE_NOOP("Fields", "Done on")},
        {QStringLiteral("type"), QT_TRANSLATE_NOOP("Fields", "What kind?")},
        {QStringLiteral("amount"), QT_TRANSLATE_NOOP("Fields", "How much?")},
        {QStringLiteral("receipt"), QT_TRANSLATE_NOOP("Fields", "Is there a receipt?")},
        {QStringLiteral("date"), QT_TRANSLATE_NOOP("Fields", "When?")},
        {QStringLiteral("heard"), QT_TRANSLATE_NOOP("Fields", "What did we hear?")},
        {QStringLiteral("did"), QT_TRANSLATE_NOOP("Fields", "What did we do?")},
        {QStringLiteral("dimension"), QT_TRANSLATE_NOOP("Fields", "Where was it?")},
        {QStringLiteral("note"), QT_TRANSLATE_NOOP("Fields", "What did you notice?")},
        {QStringLiteral("who"), QT_TRANSLATE_NOOP("Fields", "Who?")},
        {QStringLiteral("who_name"), QT_TRANSLATE_NOOP("Fields", "Who, in words?")},
        {QStringLiteral("how"), QT_TRANSLATE_NOOP("Fields", "How?")},
        {QStringLiteral("at"), QT_TRANSLATE_NOOP("Fields", "When?")},
        {QStringLiteral("side"), QT_TRANSLATE_NOOP("Fields", "Whose?")},
        {QStringLiteral("value"), QT_TRANSLATE_NOOP("Fields", "What?")},
        {QStringLiteral("by"), QT_TRANSLATE_NOOP("Fields", "By whom?")},
        {QStringLiteral("device"), QT_TRANSLATE_NOOP("Fields", "On which device?")},
    };
    const QString name = QString::fromStdString(key);
    const char *label = kLabels.value(name, nullptr);
    return label ? tr(label) : name;
}

QString wordsOf(const Field &field, const QVariant &shown, const QString &today, const NameOf &nameOf)
{
    if (isEmpty(shown))
        return {};
    if (field.type == FieldType::Map)
        return mapWords(field, shown.toMap());
    if (!holdsMany(field))
        return singleWords(field.type, field.vocabulary, shown.toString(), today, nameOf);
    QStringList words;
    for (const QVariant &each : shown.toList()) {
        const QString one = field.parts.empty() ? singleWords(field.type, field.vocabulary, each.toString(), today, nameOf)
                                                : partsWords(field, each.toMap(), today, nameOf);
        if (!one.isEmpty())
            words.append(one);
    }
    const bool lines = field.type == FieldType::List || std::any_of(words.begin(), words.end(), isSentence); // no comma after a full stop
    return words.join(lines ? QStringLiteral("\n") : QStringLiteral(", "));
}

} // namespace ourtable::fields
