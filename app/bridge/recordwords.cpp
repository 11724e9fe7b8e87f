#include "app/bridge/recordwords.h"

#include <QCoreApplication>
#include <QHash>
#include <QStringList>

#include <algorithm>

#include "app/bridge/daywords.h"
#include "app/bridge/fieldvalue.h"
#include "app/bridge/fieldwords.h"
#include "app/bridge/personname.h"
#include "app/bridge/settingwords.h"
#include "core/catalogue/handles.h"

namespace ourtable::records {
namespace {

namespace kinds = catalogue::kinds;
using catalogue::Field;
using catalogue::FieldType;
using usecases::Workspace;

constexpr qsizetype kLongestTitle = 120;
constexpr qsizetype kLongestDetail = 200;

QString tr(const char *words) { return QCoreApplication::translate("Records", words); }

// Which fields make the second line; kinds that are not here show the first fields that are short.
const QHash<QString, QStringList> &secondLines()
{
    static const QHash<QString, QStringList> kLines{
        {QStringLiteral("organisation"), {QStringLiteral("sector"), QStringLiteral("address")}},
        {QStringLiteral("person"), {QStringLiteral("role"), QStringLiteral("organisation")}},
        {QStringLiteral("access_needs"), {QStringLiteral("needs"), QStringLiteral("formats"), QStringLiteral("people_who_help"), QStringLiteral("in_the_room")}},
        {QStringLiteral("access_needs_private"), {QStringLiteral("needs"), QStringLiteral("formats"), QStringLiteral("people_who_help"), QStringLiteral("in_the_room")}},
        {QStringLiteral("workstream"), {QStringLiteral("plain")}},
        {QStringLiteral("resource"), {QStringLiteral("asset_type"), QStringLiteral("offer")}},
        {QStringLiteral("setting"), {QStringLiteral("value")}},
        {QStringLiteral("agreement"), {QStringLiteral("definition")}},
        {QStringLiteral("guide_page"), {QStringLiteral("body")}},
        {QStringLiteral("gathering"), {QStringLiteral("kind"), QStringLiteral("venue")}},
    };
    return kLines;
}

QString firstLine(const QString &text, qsizetype most)
{
    const QString line = text.simplified();
    return line.size() <= most ? line : line.left(most).trimmed() + QChar(0x2026);
}

std::vector<const Field *> lineFields(const catalogue::Kind &kind)
{
    std::vector<const Field *> chosen;
    const auto known = secondLines().constFind(QString::fromStdString(kind.name));
    if (known != secondLines().constEnd()) {
        for (const QString &name : *known)
            chosen.push_back(kind.field(std::string_view(name.toStdString())));
        return chosen;
    }
    constexpr std::size_t kMost = 2;
    for (const Field &field : kind.fields) {
        const bool brief = field.type == FieldType::Choice || field.type == FieldType::Date || field.type == FieldType::Month
            || field.type == FieldType::Reference;
        if (brief && !field.common && field.number != kind.titleField && chosen.size() < kMost)
            chosen.push_back(&field);
    }
    return chosen;
}

QString wordsOfField(Workspace &workspace, const Shown &record, catalogue::FieldNumber number, const QString &today)
{
    const Field *field = record.kind.field(number);
    return field ? valueWords(workspace, *field, record.field(number), today) : QString();
}

QString promiseDetail(Workspace &workspace, const Shown &record, const QString &today)
{
    QString owner = wordsOfField(workspace, record, kinds::action::owner, today);
    if (owner.isEmpty())
        owner = wordsOfField(workspace, record, kinds::action::owner_name, today);
    QStringList parts;
    static constexpr std::string_view kOver[] = {"done", "not_going_ahead", "let_go"};
    const Value due = record.field(kinds::action::due);
    if (due.text() && std::find(std::begin(kOver), std::end(kOver), record.state) == std::end(kOver))
        parts.append(days::dueWords(QString::fromStdString(*due.text()), today)); // first: long names are cut
    parts.append(owner.isEmpty() ? tr("Nobody named yet") : owner);
    return parts.join(QStringLiteral(" · "));
}

QString personTitle(Workspace &workspace, const Shown &record)
{
    const Value knownAs = record.field(kinds::person::known_as);
    const Value name = record.field(kinds::person::name);
    if (!knownAs.text() || !name.text())
        return {};
    return personname::toldApart(workspace, QString::fromStdString(*knownAs.text()), QString::fromStdString(*name.text()));
}

QString specialTitle(Workspace &workspace, const Shown &record, const QString &today)
{
    switch (record.kind.number) {
    case kinds::access_needs::kind: return wordsOfField(workspace, record, kinds::access_needs::person, today);
    case kinds::access_needs_private::kind: return wordsOfField(workspace, record, kinds::access_needs_private::person, today);
    case kinds::person::kind: return personTitle(workspace, record);
    case kinds::setting::kind: return settingTitle(wordsOfField(workspace, record, kinds::setting::key, today));
    case kinds::agreement::kind: {
        const QString whose = wordsOfField(workspace, record, kinds::agreement::collaborative, today);
        const QString version = wordsOfField(workspace, record, kinds::agreement::version, today);
        const QString name = whose.isEmpty() ? QString::fromStdString(record.kind.label) : whose;
        return version.isEmpty() ? name : tr("%1, version %2").arg(name, version);
    }
    default: return {};
    }
}

} // namespace

Shown shownOf(const catalogue::Kind &kind, const store::RecordView &view)
{
    return {kind, [&view](catalogue::FieldNumber number) { return view.field(number); }, view.state};
}

Shown shownOf(const catalogue::Kind &kind, const sync::RecordState &state)
{
    const Value &shown = state.shown(catalogue::kStateField);
    return {kind, [&state](catalogue::FieldNumber number) { return state.shown(number); }, shown.text() ? *shown.text() : std::string()};
}

QString titleOf(Workspace &workspace, const Shown &record, const QString &today)
{
    QString title = specialTitle(workspace, record, today);
    if (title.isEmpty())
        title = wordsOfField(workspace, record, record.kind.titleField, today);
    title = firstLine(title, kLongestTitle);
    return title.isEmpty() ? tr("%1 without a name").arg(QString::fromStdString(record.kind.label)) : title;
}

QString detailOf(Workspace &workspace, const Shown &record, const QString &today)
{
    if (record.kind.number == kinds::action::kind)
        return promiseDetail(workspace, record, today);
    QStringList parts;
    for (const Field *field : lineFields(record.kind)) {
        const QString words = valueWords(workspace, *field, record.field(field->number), today);
        if (!words.isEmpty())
            parts.append(words);
    }
    return firstLine(parts.join(QStringLiteral(" · ")), kLongestDetail);
}

QString nameOf(Workspace &workspace, const RecordId &record, const QString &today)
{
    const Result<store::RecordView> view = workspace.get(record);
    const catalogue::Kind *kind = view ? workspace.catalogue().kind(view->kind) : nullptr;
    return kind ? titleOf(workspace, shownOf(*kind, *view), today) : QString();
}

QString valueWords(Workspace &workspace, const Field &field, const Value &value, const QString &today)
{
    return fields::wordsOf(field, fields::inForm(field, value), today, [&](const QString &key) {
        const std::optional<RecordId> id = RecordId::fromHexText(key.toStdString());
        return id ? nameOf(workspace, *id, today) : QString();
    });
}

QString personName(Workspace &workspace, const PersonId &person)
{
    const QString name = personname::of(workspace, person);
    return name.isEmpty() ? tr("Somebody") : name;
}

QString stateLabel(const catalogue::Kind &kind, const std::string &state)
{
    const catalogue::Term *term = kind.stateVocabulary ? kind.stateVocabulary->find(state) : nullptr;
    return QString::fromStdString(term ? term->label : state);
}

QString stateTone(const std::string &state)
{
    static const QHash<QString, QString> kTones{
        {QStringLiteral("active"), QStringLiteral("success")},    {QStringLiteral("in_force"), QStringLiteral("success")},
        {QStringLiteral("published"), QStringLiteral("success")}, {QStringLiteral("confirmed"), QStringLiteral("success")},
        {QStringLiteral("running"), QStringLiteral("success")},   {QStringLiteral("done"), QStringLiteral("success")},
        {QStringLiteral("agreed"), QStringLiteral("info")},       {QStringLiteral("under_way"), QStringLiteral("info")},
        {QStringLiteral("offered"), QStringLiteral("info")},      {QStringLiteral("invited"), QStringLiteral("info")},
        {QStringLiteral("starting"), QStringLiteral("info")},     {QStringLiteral("stuck"), QStringLiteral("warning")},
        {QStringLiteral("review_due"), QStringLiteral("warning")},
    };
    return kTones.value(QString::fromStdString(state), QStringLiteral("neutral"));
}

QString symbolOf(const std::string &kind)
{
    static const QHash<QString, QString> kSymbols{
        {QStringLiteral("organisation"), QStringLiteral("building")}, {QStringLiteral("person"), QStringLiteral("person")},
        {QStringLiteral("access_needs"), QStringLiteral("heart")},    {QStringLiteral("workstream"), QStringLiteral("work")},
        {QStringLiteral("resource"), QStringLiteral("resource")},     {QStringLiteral("setting"), QStringLiteral("settings")},
        {QStringLiteral("agreement"), QStringLiteral("pair")},        {QStringLiteral("guide_page"), QStringLiteral("info")},
        {QStringLiteral("action"), QStringLiteral("pledge")},         {QStringLiteral("gathering"), QStringLiteral("cup")},
        {QStringLiteral("contribution"), QStringLiteral("quote")},
    };
    return kSymbols.value(QString::fromStdString(kind), QStringLiteral("layers"));
}

} // namespace ourtable::records
