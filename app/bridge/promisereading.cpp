#include "app/bridge/promisereading.h"

#include <QCoreApplication>

#include <algorithm>

#include "app/bridge/daywords.h"
#include "app/bridge/meetingfacts.h"
#include "app/bridge/movewords.h"
#include "app/bridge/notewords.h"
#include "app/bridge/personname.h"
#include "app/bridge/promisecells.h"
#include "app/bridge/promiserows.h"
#include "app/bridge/recordwords.h"
#include "core/catalogue/handles.h"
#include "core/usecases/promiseorder.h"
#include "core/usecases/promisestory.h"
#include "core/usecases/recordoffers.h"

namespace ourtable {
namespace {

namespace kinds = catalogue::kinds;
namespace promise = catalogue::kinds::action;
using meetings::wordsIn;
using usecases::Workspace;

// Words of this file are looked up as those of "Promises".
struct PromiseWords {
    static QString tr(const char *words, const char *comment = nullptr) { return QCoreApplication::translate("Promises", words, comment); }
};

const catalogue::Kind &actionKind(Workspace &workspace) { return *workspace.catalogue().kind(promise::kind); }

QString waitsWords(const std::string &guard)
{
    if (guard == "lay_sign_off")
        return PromiseWords::tr("A lay partner has to say so as well.");
    if (guard == "owner_and_coordinator")
        return PromiseWords::tr("Whoever promised it and a coordinator both have to say so.");
    return PromiseWords::tr("Whoever promised it has to say so.");
}

QString namesOf(Workspace &workspace, const Value &people, const QString &today)
{
    QStringList names;
    const ValueArray *held = people.array();
    for (const Value &each : held ? *held : ValueArray()) {
        const std::optional<RecordId> id = each.id<RecordId>();
        const QString name = id ? records::nameOf(workspace, *id, today) : QString();
        if (!name.isEmpty())
            names.append(name);
    }
    return names.join(QStringLiteral(", "));
}

// "table 2", "tables 1, 4": where the notes behind it were said.
QString tableWords(const usecases::PromiseStory &story)
{
    QStringList tables;
    for (const store::RecordView &note : story.notes) {
        const std::int64_t *table = note.field(kinds::contribution::table).integer();
        const bool there = story.gathering && note.field(kinds::contribution::gathering).id<RecordId>() == story.gathering->id;
        if (table && there && !tables.contains(QString::number(*table)))
            tables.append(QString::number(*table));
    }
    tables.sort();
    if (tables.isEmpty())
        return {};
    return tables.size() == 1 ? PromiseWords::tr("It came up at table %1.").arg(tables.constFirst())
                              : PromiseWords::tr("It came up at tables %1.").arg(tables.join(QStringLiteral(", ")));
}

Result<QStringList> factsOf(Workspace &workspace, const usecases::PromiseStory &story, const QString &today)
{
    QStringList facts;
    OURTABLE_ASSIGN(const QString owner, promiseOwner(workspace, story.promise));
    facts.append(owner.isEmpty() ? PromiseWords::tr("Nobody has put a name to this yet.") : PromiseWords::tr("%1 said they would do this.").arg(owner));
    if (story.gathering)
        facts.append(PromiseWords::tr("Said to everyone there: %1, %2.", "breakfast, day")
                         .arg(meetings::titleOf(*story.gathering, workspace.catalogue()), days::dayWords(wordsIn(*story.gathering, kinds::gathering::date), today)));
    facts.append(tableWords(story));
    QStringList helpers{namesOf(workspace, story.promise.field(promise::helpers), today), wordsIn(story.promise, promise::helpers_named)};
    helpers.removeAll(QString());
    if (!helpers.isEmpty())
        facts.append(PromiseWords::tr("Helping with it: %1.").arg(helpers.join(QStringLiteral(", "))));
    if (const std::optional<PersonId> signer = story.promise.field(promise::signed_off_by).id<PersonId>())
        facts.append(PromiseWords::tr("%1 signed it off.").arg(records::personName(workspace, *signer)));
    facts.removeAll(QString());
    return facts;
}

QString becauseWords(const store::RecordView &view)
{
    const QString because = wordsIn(view, promise::because);
    if (because.isEmpty())
        return {};
    if (view.state == "stuck")
        return PromiseWords::tr("In the way: %1").arg(because);
    return view.state == "not_going_ahead" ? PromiseWords::tr("No, because: %1").arg(because)
        : view.state == "changed"          ? PromiseWords::tr("It changed, because: %1").arg(because)
                                           : QString();
}

QString asksWords(const usecases::PromiseOffer &offer, bool organisation)
{
    if (offer.to == "stuck")
        return PromiseWords::tr("Say what is in the way.");
    if (offer.to == "changed")
        return PromiseWords::tr("Write what will happen instead, and why. The old words are kept.");
    if (offer.to == "not_going_ahead")
        return PromiseWords::tr("Say why not. Everyone can read the reason.");
    if (offer.to == "let_go")
        return PromiseWords::tr("No reason is needed.");
    return offer.to == "done" && organisation && offer.waitsFor.empty() ? PromiseWords::tr("You sign it off: you say that it happened.") : QString();
}

Result<QVariantList> movesOf(Workspace &workspace, const store::RecordView &view)
{
    QVariantList moves;
    const bool organisation = wordsIn(view, promise::owner_type) == QLatin1String("organisation");
    OURTABLE_ASSIGN(const std::vector<usecases::PromiseOffer> offers, usecases::offersForPromise(workspace, view.id));
    for (const usecases::PromiseOffer &offer : offers) {
        QStringList asks{asksWords(offer, organisation), offer.waitsFor.empty() ? QString() : waitsWords(offer.waitsFor)};
        asks.removeAll(QString());
        moves.append(QVariantMap{{QStringLiteral("to"), QString::fromStdString(offer.to)},
                                 {QStringLiteral("text"), records::moveWords(actionKind(workspace), view.state, offer.to)},
                                 {QStringLiteral("words"), offer.words},
                                 {QStringLiteral("newText"), offer.newText},
                                 {QStringLiteral("others"), !offer.waitsFor.empty()},
                                 {QStringLiteral("asks"), asks.join(QLatin1Char(' '))}});
    }
    return moves;
}

// What an update may say of how it stands: what is so today, not that it changed or is let go.
QVariantList standingsOf(Workspace &workspace, const store::RecordView &view)
{
    QVariantList standings;
    const QString now = records::stateLabel(actionKind(workspace), view.state);
    for (const char *code : {"under_way", "stuck", "done"}) {
        const QString text = records::stateLabel(actionKind(workspace), code);
        if (text != now)
            standings.append(QVariantMap{{QStringLiteral("code"), QLatin1String(code)}, {QStringLiteral("text"), text}});
    }
    return standings;
}

QList<RowsModel::Row> updateRows(Workspace &workspace, const std::vector<store::RecordView> &updates, const QString &today)
{
    namespace update = kinds::action_update;
    QList<RowsModel::Row> rows;
    for (const store::RecordView &each : updates) {
        RowsModel::Row row;
        row.key = QString::fromStdString(each.id.hex());
        row.text = wordsIn(each, update::text);
        const QString day = days::nearDayWords(wordsIn(each, update::on), today);
        const std::optional<PersonId> by = each.field(update::by).id<PersonId>();
        row.detail = by ? PromiseWords::tr("%1, %2", "who, day").arg(records::personName(workspace, *by), day) : day;
        const std::string state = meetings::textIn(each, update::new_state);
        row.tag = state.empty() ? QString() : records::stateLabel(actionKind(workspace), state);
        row.mark = records::stateTone(state);
        rows.append(row);
    }
    return rows;
}

QList<RowsModel::Row> noteRows(Workspace &workspace, const std::vector<store::RecordView> &notes)
{
    QList<RowsModel::Row> rows;
    for (const store::RecordView &each : notes) {
        RowsModel::Row row;
        row.key = QString::fromStdString(each.id.hex());
        row.page = QStringLiteral("note");
        row.kind = QStringLiteral("contribution");
        row.text = wordsIn(each, kinds::contribution::text);
        row.sign = wordsIn(each, kinds::contribution::kind_);
        row.detail = noteWords(workspace.catalogue(), "contribution_kind", row.sign.toStdString());
        rows.append(row);
    }
    return rows;
}

QList<RowsModel::Row> cameRows(Workspace &workspace, const usecases::PromiseStory &story, const QString &today)
{
    QList<RowsModel::Row> rows;
    const auto add = [&](const store::RecordView &each, QString tag, const char *mark, const char *sign, QString detail) {
        const catalogue::Kind &kind = *workspace.catalogue().kind(each.kind);
        RowsModel::Row row;
        row.key = QString::fromStdString(each.id.hex());
        row.page = QStringLiteral("record");
        row.kind = QString::fromStdString(kind.name);
        row.text = records::titleOf(workspace, records::shownOf(kind, each), today);
        row.detail = std::move(detail);
        row.tag = std::move(tag);
        row.mark = QLatin1String(mark);
        row.sign = QLatin1String(sign);
        rows.append(row);
    };
    for (const store::RecordView &line : story.feedback) {
        const std::string status = meetings::textIn(line, kinds::feedback::status);
        const catalogue::Field *field = workspace.catalogue().kind(kinds::feedback::kind)->field(kinds::feedback::status);
        const catalogue::Term *term = field->vocabulary->find(status);
        add(line, QString::fromStdString(term ? term->label : status), status == "done" ? "success" : "warning", "quote", wordsIn(line, kinds::feedback::what_happened));
    }
    for (const store::RecordView &need : story.needs)
        add(need, records::stateLabel(*workspace.catalogue().kind(need.kind), need.state), "", "need", PromiseWords::tr("A need that people share"));
    return rows;
}

QVariantMap draftIn(Workspace &workspace, const std::string &form)
{
    const Result<Value> kept = workspace.draft(form);
    QVariantMap draft;
    for (const char *part : {"to", "words", "newText"}) {
        const Value *held = kept && kept->map() ? kept->find(Value(part)) : nullptr;
        if (held && held->text())
            draft[QLatin1String(part)] = QString::fromStdString(*held->text());
    }
    return draft;
}

} // namespace

Result<PromiseReading> readPromise(Workspace &workspace, const PromiseAsked &asked)
{
    OURTABLE_ASSIGN(const usecases::PromiseStory story, usecases::storyOf(workspace, asked.promise));
    const store::RecordView &view = story.promise;
    PromiseReading reading;
    OURTABLE_ASSIGN(const promises::Cells cells, promises::cellsOf(workspace, view, asked.today));
    reading.text = cells.title;
    reading.standing = cells.standing;
    reading.tone = cells.tone;
    reading.due = cells.due;
    reading.state = view.state;
    reading.removed = view.hidden;
    reading.twoVersions = !view.twoVersions.empty();
    reading.over = usecases::isPromiseOver(view.state);
    reading.because = becauseWords(view);
    if (!story.said.empty())
        reading.waits = PromiseWords::tr("“%1” was said last. %2").arg(records::stateLabel(actionKind(workspace), story.said), waitsWords(story.waitsFor));
    OURTABLE_ASSIGN(reading.facts, factsOf(workspace, story, asked.today));
    reading.updates = updateRows(workspace, story.updates, asked.today);
    reading.notes = noteRows(workspace, story.notes);
    reading.came = cameRows(workspace, story, asked.today);
    reading.draft = draftIn(workspace, asked.form);
    if (view.hidden)
        return reading;
    OURTABLE_ASSIGN(reading.moves, movesOf(workspace, view));
    reading.standings = standingsOf(workspace, view);
    reading.mayTell = usecases::createOffer(workspace, *workspace.catalogue().kind(kinds::action_update::kind)).create;
    if (!asked.before.empty()) {
        OURTABLE_ASSIGN(reading.mayGoBack, usecases::mayGoBackTo(workspace, asked.promise, asked.before));
    }
    return reading;
}

} // namespace ourtable
