#include "app/bridge/formreading.h"

#include <algorithm>

#include <QDate>

#include "app/bridge/daywords.h"
#include "app/bridge/fieldvalue.h"
#include "app/bridge/movewords.h"
#include "app/bridge/recordwords.h"
#include "core/catalogue/handles.h"

namespace ourtable {
namespace {

namespace kinds = catalogue::kinds;
using usecases::Workspace;

void learnNames(Workspace &workspace, const Value &value, const QString &today, FormReading &into)
{
    if (value.array()) {
        for (const Value &each : *value.array())
            learnNames(workspace, each, today, into);
        return;
    }
    const std::optional<RecordId> id = value.id<RecordId>();
    const QString key = id ? QString::fromStdString(id->hex()) : QString();
    if (id && !into.names.contains(key))
        into.names.insert(key, records::nameOf(workspace, *id, today));
}

// Names in a draft are letters, as a form holds them.
void learnDraftNames(Workspace &workspace, const Value &value, const QString &today, FormReading &into)
{
    if (value.array()) {
        for (const Value &each : *value.array())
            learnDraftNames(workspace, each, today, into);
    } else if (value.text()) {
        const std::optional<RecordId> id = RecordId::fromHexText(*value.text());
        if (id)
            learnNames(workspace, Value(*id), today, into);
    }
}

void readDraft(Workspace &workspace, const std::string &form, const QString &today, FormReading &into)
{
    const Result<Value> draft = workspace.draft(form);
    if (!draft || !draft->map())
        return;
    into.draft = *draft;
    for (const auto &[number, field] : *draft->map()) {
        const Value *shown = field.find(Value("shown"));
        if (shown)
            learnDraftNames(workspace, *shown, today, into);
    }
}

QVariantList movesOf(const catalogue::Kind &kind, const usecases::RecordOffers &offers, const std::string &from)
{
    QVariantList moves;
    for (const std::string &to : offers.moves) {
        moves.append(QVariantMap{{QStringLiteral("to"), QString::fromStdString(to)},
                                 {QStringLiteral("text"), records::moveWords(kind, from, to)}});
    }
    return moves;
}

Result<void> readRecord(Workspace &workspace, const catalogue::Kind &kind, const RecordId &record, const QString &today, FormReading &into)
{
    OURTABLE_ASSIGN(const sync::RecordState state, workspace.state(record));
    if (state.erased)
        return Error{ErrorCode::Erased, {}};
    if (state.kind != kind.number)
        return Error{ErrorCode::NotFound, "record"};
    OURTABLE_ASSIGN(into.offers, usecases::offersFor(workspace, record));
    for (const auto &[number, field] : state.fields) {
        into.twoVersions += field.twoVersions ? 1 : 0;
        into.fields.emplace(number, FormReading::Held{field.shown, state.current(number), field.twoVersions});
        learnNames(workspace, field.shown, today, into);
    }
    const records::Shown shown = records::shownOf(kind, state);
    into.removed = state.hidden;
    into.state = shown.state;
    into.title = records::titleOf(workspace, shown, today);
    into.stateWords = records::stateLabel(kind, shown.state);
    into.tone = records::stateTone(shown.state);
    into.moves = movesOf(kind, into.offers, shown.state);
    const sync::EndpointState *author = workspace.directory().endpoint(state.updatedBy);
    into.updatedWords = QStringLiteral("%1, %2").arg(author ? records::personName(workspace, author->person) : QString(),
                                                     days::momentWords(sync::millisecondsOfClock(state.updatedClock), today));
    const catalogue::Field *agreed = kind.field(std::string_view("agreed_by"));
    if (agreed && into.offers.agree) {
        const ValueArray none;
        const Value &held = state.shown(agreed->number);
        const ValueArray &people = held.array() ? *held.array() : none;
        into.maySayYes = std::find(people.begin(), people.end(), Value(workspace.person())) == people.end();
    }
    return {};
}

Result<void> readBeginnings(Workspace &workspace, const catalogue::Kind &kind, const QString &today, FormReading &into)
{
    const usecases::CreateOffer offer = usecases::createOffer(workspace, kind);
    if (!offer.create)
        return Error{ErrorCode::NotPermitted, kind.name + " create"};
    into.offers.change = true;
    for (const catalogue::Field &field : kind.fields) {
        if (!field.defaultValue.isNull() && !fields::holdsMany(field))
            into.beginnings.emplace(field.number, field.defaultValue);
    }
    if (offer.aboutSelfOnly && kind.ownerField != 0) {
        into.beginnings.insert_or_assign(kind.ownerField, Value(workspace.person()));
        into.fixedField = kind.ownerField;
    }
    const catalogue::Field *review = kind.field(std::string_view("review_on"));
    if (review && review->required) // domain.md 3.3: asked again after a year
        into.beginnings.emplace(review->number, Value(QDate::fromString(today, Qt::ISODate).addYears(1).toString(Qt::ISODate).toStdString()));
    for (const auto &[number, value] : into.beginnings)
        learnNames(workspace, value, today, into);
    return {};
}

} // namespace

Result<FormReading> readForm(Workspace &workspace, const catalogue::Kind &kind, const std::optional<RecordId> &record,
                             const std::string &form, const QString &today)
{
    FormReading reading;
    OURTABLE_TRY(record ? readRecord(workspace, kind, *record, today, reading) : readBeginnings(workspace, kind, today, reading));
    readDraft(workspace, form, today, reading);
    return reading;
}

} // namespace ourtable
