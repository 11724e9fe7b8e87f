#include "app/bridge/recordquestions.h"

#include <QCoreApplication>

#include <algorithm>

#include "app/bridge/recordwords.h"
#include "core/catalogue/handles.h"
#include "core/usecases/promiseorder.h"

namespace ourtable::records {
namespace {

namespace kinds = catalogue::kinds;
using store::Query;
using store::RecordKey;
using usecases::Workspace;

QString tr(const char *words) { return QCoreApplication::translate("Records", words); }

using Among = std::optional<std::vector<RecordId>>; // those that the index found for the words

Query byTitle(const catalogue::Kind &kind, const Question &question, const Among &among)
{
    Query query{.kind = kind.number, .among = among, .limit = 0};
    if (!question.state.empty())
        query.filters.push_back({catalogue::kStateField, store::Comparison::Equal, Value(question.state)});
    const catalogue::Field *title = kind.field(kind.titleField);
    const bool ordered = title && (title->type == catalogue::FieldType::Text || title->type == catalogue::FieldType::LongText);
    if (question.newestFirst || !ordered) {
        query.orderBy = store::OrderBy::Updated;
        query.descending = true;
    } else {
        query.orderBy = store::OrderBy::Field;
        query.orderField = kind.titleField;
    }
    return query;
}

Result<std::vector<RecordKey>> promises(Workspace &workspace, const Question &question)
{
    usecases::PromiseQuestion asked;
    asked.today = question.today.toStdString();
    asked.words = question.words.trimmed().toStdString();
    if (!question.state.empty())
        asked.states = {question.state};
    return usecases::findPromises(workspace, asked);
}

// Few records are ever removed; the words of one are in the log only.
Result<std::vector<RecordKey>> removedOnes(Workspace &workspace, const catalogue::Kind &kind)
{
    Query query{.kind = kind.number, .includeHidden = true, .orderBy = store::OrderBy::Updated, .descending = true, .limit = 0};
    OURTABLE_ASSIGN(const std::vector<RecordKey> all, workspace.list(query));
    std::vector<RecordKey> removed;
    for (const RecordKey &key : all) {
        OURTABLE_ASSIGN(const store::RecordView view, workspace.get(key.id));
        if (view.hidden)
            removed.push_back(key);
    }
    return removed;
}

Result<bool> holdsWords(Workspace &workspace, const catalogue::Kind &kind, const RecordId &record, const Question &question)
{
    OURTABLE_ASSIGN(const sync::RecordState state, workspace.state(record));
    const Shown shown = shownOf(kind, state);
    const QString text = titleOf(workspace, shown, question.today) + QLatin1Char(' ') + detailOf(workspace, shown, question.today);
    const QStringList typed = question.words.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    return std::all_of(typed.begin(), typed.end(), [&text](const QString &word) { return text.contains(word, Qt::CaseInsensitive); });
}

Result<Among> foundByIndex(Workspace &workspace, const catalogue::Kind &kind, const Question &question)
{
    OURTABLE_ASSIGN(const std::vector<store::SearchHit> hits, workspace.search(question.words.toStdString(), store::kSearchHits, kind.number));
    static_assert(store::kSearchHits <= store::kMostAmong);
    std::vector<RecordId> found;
    std::ranges::transform(hits, std::back_inserter(found), &store::SearchHit::id);
    return Among(std::move(found));
}

Result<std::vector<RecordKey>> holding(Workspace &workspace, const catalogue::Kind &kind, const Question &question, const std::vector<RecordKey> &keys)
{
    std::vector<RecordKey> found;
    for (const RecordKey &key : keys) {
        OURTABLE_ASSIGN(const bool holds, holdsWords(workspace, kind, key.id, question));
        if (holds)
            found.push_back(key);
    }
    return found;
}

} // namespace

Result<std::vector<RecordKey>> keysFor(Workspace &workspace, const Question &question)
{
    const catalogue::Kind *kind = workspace.catalogue().kind(question.kind);
    if (!kind)
        return ErrorCode::UnknownKind;
    if (kind->number == kinds::action::kind && !question.removed)
        return promises(workspace, question);
    const bool asked = !question.words.trimmed().isEmpty();
    const bool indexed = !question.removed && !kind->searched.empty(); // kinds without are short lists
    Among among;
    if (asked && indexed) {
        OURTABLE_ASSIGN(among, foundByIndex(workspace, *kind, question));
    }
    OURTABLE_ASSIGN(const std::vector<RecordKey> keys, question.removed ? removedOnes(workspace, *kind)
                                                                        : workspace.list(byTitle(*kind, question, among)));
    return asked && !indexed ? holding(workspace, *kind, question, keys) : keys;
}

QString groupOf(const store::RecordView &view, const QString &today)
{
    if (view.kind != kinds::action::kind)
        return {};
    switch (usecases::promiseGroupOf(view, today.toStdString())) {
    case usecases::PromiseGroup::NowDue: return tr("Now due");
    case usecases::PromiseGroup::ComingUp: return tr("Coming up");
    case usecases::PromiseGroup::Kept: return tr("Kept");
    case usecases::PromiseGroup::DecidedNotTo: return tr("Decided not to");
    case usecases::PromiseGroup::LetGo: return tr("Let go");
    }
    return {};
}

} // namespace ourtable::records
