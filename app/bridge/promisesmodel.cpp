#include "app/bridge/promisesmodel.h"

#include <QCollator>

#include <algorithm>

#include "app/bridge/promisecells.h"
#include "core/catalogue/handles.h"
#include "core/usecases/promisesteps.h"

namespace ourtable {
namespace {

namespace kinds = catalogue::kinds;

std::optional<RecordId> promiseKey(const QString &key) { return RecordId::fromHexText(key.toStdString()); }

// Rows keep their groups where no column orders them.
Result<std::vector<store::RecordKey>> inOrder(usecases::Workspace &workspace, const usecases::PromiseQuestion &question, const QString &sortedBy, bool descending)
{
    OURTABLE_ASSIGN(std::vector<store::RecordKey> keys, usecases::findPromises(workspace, question));
    if (sortedBy.isEmpty())
        return keys;
    std::vector<RecordId> ids;
    std::ranges::transform(keys, std::back_inserter(ids), &store::RecordKey::id);
    OURTABLE_ASSIGN(const std::vector<store::RecordView> views, workspace.getMany(ids));
    std::unordered_map<RecordId, QString, FixedBytesHash> by;
    for (const store::RecordView &view : views) {
        OURTABLE_ASSIGN(const promises::Cells cells, promises::cellsOf(workspace, view, QString::fromStdString(question.today)));
        by.emplace(view.id, cells.sortedAs(sortedBy));
    }
    QCollator collator;
    collator.setNumericMode(true);
    std::ranges::stable_sort(keys, [&](const store::RecordKey &a, const store::RecordKey &b) {
        const int order = collator.compare(by[a.id], by[b.id]);
        return descending ? order > 0 : order < 0;
    });
    return keys;
}

} // namespace

PromisesModel::PromisesModel(QObject *parent) : RecordsModel(parent)
{
    setKind(QStringLiteral("action"));
    connect(this, &RecordListModel::sessionChanged, this, [this] {
        emit kindChanged(); // only now its words are known
        connect(session(), &Session::touched, this, &PromisesModel::countFolded);
        countFolded();
    });
    connect(this, &RecordsModel::wordsChanged, this, &PromisesModel::countFolded);
}

QString PromisesModel::myKey() const { return session() ? QString::fromStdString(session()->person().hex()) : QString(); }

bool PromisesModel::isNarrow() const
{
    return m_onlyUnnamed || !m_who.isEmpty() || !m_team.isEmpty() || !m_breakfast.isEmpty() || !m_standing.isEmpty();
}

QVariantList PromisesModel::standings() const
{
    QVariantList all;
    QStringList named;
    for (const QVariant &state : states()) {
        const QVariantMap each = state.toMap();
        const QString text = each[QStringLiteral("text")].toString();
        if (named.contains(text))
            continue;
        named.append(text);
        all.append(each);
    }
    return all;
}

usecases::PromiseQuestion PromisesModel::question() const
{
    usecases::PromiseQuestion question;
    question.today = session()->today().toStdString();
    question.words = words().trimmed().toStdString();
    question.owner = promiseKey(m_who);
    question.workstream = promiseKey(m_team);
    question.gathering = promiseKey(m_breakfast);
    question.onlyUnnamed = m_onlyUnnamed;
    question.folded = m_folded && m_standing.isEmpty();
    QString name;
    const QVariantList all = states();
    for (const QVariant &state : all) {
        if (state.toMap()[QStringLiteral("code")] == m_standing)
            name = state.toMap()[QStringLiteral("text")].toString();
    }
    for (const QVariant &state : all) {
        if (!name.isEmpty() && state.toMap()[QStringLiteral("text")] == name)
            question.states.push_back(state.toMap()[QStringLiteral("code")].toString().toStdString());
    }
    return question;
}

void PromisesModel::sortBy(const QString &role, bool descending)
{
    m_sortedBy = role;
    m_descending = descending;
    emit sortingChanged();
    RecordListModel::ask();
}

void PromisesModel::countFolded()
{
    if (!session())
        return;
    session()->storage().askWorkspace(
        this, [question = question()](usecases::Workspace &workspace) { return usecases::countFolded(workspace, question); },
        [this](const Result<std::int64_t> &count) {
            if (count && std::exchange(m_foldedCount, static_cast<int>(*count)) != static_cast<int>(*count))
                emit foldedCountChanged();
        });
}

std::optional<RecordListModel::Wanted> PromisesModel::wanted() const
{
    std::optional<Wanted> wanted = RecordsModel::wanted();
    if (!wanted)
        return wanted;
    wanted->kinds.insert(wanted->kinds.end(), {kinds::gathering::kind, kinds::workstream::kind});
    if (!removed()) {
        wanted->keys = [question = question(), sortedBy = m_sortedBy, descending = m_descending](usecases::Workspace &workspace) {
            return inOrder(workspace, question, sortedBy, descending);
        };
    }
    wanted->rows = [rows = wanted->rows, today = session()->today()](usecases::Workspace &workspace, const std::vector<RecordId> &asked) -> Result<std::vector<std::pair<RecordId, Cells>>> {
        OURTABLE_ASSIGN(auto shown, rows(workspace, asked));
        for (auto &[id, cells] : shown) {
            OURTABLE_ASSIGN(const std::vector<store::RecordView> view, workspace.getMany(std::span(&id, 1)));
            if (view.empty())
                continue;
            OURTABLE_ASSIGN(const promises::Cells more, promises::cellsOf(workspace, view.front(), today));
            cells.insert({{WhoRole, more.who}, {DueRole, more.due}, {BreakfastRole, more.breakfast}, {TeamRole, more.team}, {ToneRole, more.tone}});
        }
        return shown;
    };
    return wanted;
}

QHash<int, QByteArray> PromisesModel::ownRoles() const
{
    QHash<int, QByteArray> roles = RecordsModel::ownRoles();
    roles.insert({{WhoRole, "who"}, {DueRole, "due"}, {BreakfastRole, "breakfast"}, {TeamRole, "team"}});
    return roles;
}

void PromisesModel::askAbout(const QStringList &keys)
{
    std::vector<RecordId> chosen;
    for (const QString &key : keys) {
        if (const std::optional<RecordId> id = promiseKey(key))
            chosen.push_back(*id);
    }
    session()->storage().askWorkspace(
        this,
        [chosen, words = promises::askingWords().toStdString()](usecases::Workspace &workspace) { return usecases::askHowItIsGoing(workspace, chosen, words); },
        [this, chosen](const Result<usecases::Asked> &done) {
            if (!done)
                return emit asked(session()->textOf(done.error()));
            std::vector<usecases::Touched> touched;
            for (const RecordId &id : chosen)
                touched.push_back({id, kinds::action::kind});
            session()->tellTouched(touched);
            emit asked(promises::askedWords(*done));
        });
}

} // namespace ourtable
