#include "app/bridge/recordsmodel.h"

#include <algorithm>

#include "app/bridge/formdraft.h"
#include "app/bridge/recordquestions.h"
#include "app/bridge/recordwords.h"
#include "core/catalogue/handles.h"

namespace ourtable {
namespace {

namespace kinds = catalogue::kinds;

// Kinds whose records a row names.
std::vector<catalogue::KindNumber> kindsBehind(const catalogue::Kind &kind)
{
    std::vector<catalogue::KindNumber> behind{kind.number};
    for (const catalogue::KindNumber other : {kinds::person::kind, kinds::organisation::kind}) {
        if (other != kind.number)
            behind.push_back(other);
    }
    return behind;
}

} // namespace

RecordsModel::RecordsModel(QObject *parent) : RecordListModel(parent)
{
    connect(this, &RecordListModel::sessionChanged, this, [this] {
        connect(session(), &Session::todayChanged, this, &RecordsModel::ask);
        connect(session(), &Session::touched, this, &RecordsModel::lookForDraft); // saved: it is none any more
        connect(session(), &Session::draftsChanged, this, &RecordsModel::refreshRows);
        connect(session(), &Session::draftsChanged, this, &RecordsModel::lookForDraft);
        lookForDraft();
    });
}

void RecordsModel::lookForDraft()
{
    if (!session() || m_kind.isEmpty())
        return;
    session()->storage().askWorkspace(
        this,
        [form = records::formName(m_kind, {})](usecases::Workspace &workspace) -> Result<bool> {
            OURTABLE_ASSIGN(const std::vector<std::string> drafts, workspace.drafts());
            return std::find(drafts.begin(), drafts.end(), form) != drafts.end();
        },
        [this](const Result<bool> &there) {
            if (!there || std::exchange(m_writingNew, *there) == *there)
                return;
            emit writingNewChanged();
        });
}

const catalogue::Kind *RecordsModel::known() const { return session() ? session()->catalogue().kind(m_kind.toStdString()) : nullptr; }

QString RecordsModel::kindLabel() const { return known() ? QString::fromStdString(known()->label) : QString(); }
QString RecordsModel::kindLabelPlural() const { return known() ? QString::fromStdString(known()->labelPlural) : QString(); }

QVariantList RecordsModel::states() const
{
    QVariantList states;
    const catalogue::Kind *kind = known();
    for (const std::string &state : kind ? kind->states : std::vector<std::string>()) {
        states.append(QVariantMap{{QStringLiteral("code"), QString::fromStdString(state)}, {QStringLiteral("text"), records::stateLabel(*kind, state)}});
    }
    return states;
}

void RecordsModel::setKind(const QString &kind)
{
    if (m_kind == kind)
        return;
    m_kind = kind;
    emit kindChanged();
    ask();
    lookForDraft();
}

void RecordsModel::setWords(const QString &words)
{
    if (m_words == words)
        return;
    m_words = words;
    emit wordsChanged();
    ask();
}

void RecordsModel::setStateFilter(const QString &state)
{
    if (m_stateFilter == state)
        return;
    m_stateFilter = state;
    emit stateFilterChanged();
    ask();
}

void RecordsModel::setNewestFirst(bool newestFirst)
{
    if (m_newestFirst == newestFirst)
        return;
    m_newestFirst = newestFirst;
    emit newestFirstChanged();
    ask();
}

void RecordsModel::setRemoved(bool removed)
{
    if (m_removed == removed)
        return;
    m_removed = removed;
    emit removedChanged();
    ask();
}

QString RecordsModel::groupAt(int row) const { return index(row).data(GroupRole).toString(); }

std::optional<RecordListModel::Wanted> RecordsModel::wanted() const
{
    const catalogue::Kind *kind = known();
    if (!kind)
        return std::nullopt;
    const records::Question question{kind->number, m_words, m_stateFilter.toStdString(), m_newestFirst, m_removed, session()->today()};
    Wanted wanted;
    wanted.kinds = kindsBehind(*kind);
    wanted.keys = [question](usecases::Workspace &workspace) { return records::keysFor(workspace, question); };
    wanted.rows = [today = session()->today(), name = m_kind](usecases::Workspace &workspace, const std::vector<RecordId> &asked) -> Result<std::vector<std::pair<RecordId, Cells>>> {
        OURTABLE_ASSIGN(const std::vector<store::RecordView> views, workspace.getMany(asked));
        OURTABLE_ASSIGN(const std::vector<std::string> drafts, workspace.drafts());
        const auto writing = [&](const RecordId &id) {
            return std::find(drafts.begin(), drafts.end(), records::formName(name, QString::fromStdString(id.hex()))) != drafts.end();
        };
        std::vector<std::pair<RecordId, Cells>> rows;
        for (const store::RecordView &view : views) {
            const catalogue::Kind &each = *workspace.catalogue().kind(view.kind);
            sync::RecordState state; // of a removed one the words are in the log only
            if (view.hidden) {
                OURTABLE_ASSIGN(state, workspace.state(view.id));
            }
            const records::Shown shown = view.hidden ? records::shownOf(each, state) : records::shownOf(each, view);
            rows.emplace_back(view.id, Cells{{TitleRole, records::titleOf(workspace, shown, today)},
                                             {DetailRole, records::detailOf(workspace, shown, today)},
                                             {StateWordsRole, records::stateLabel(each, shown.state)},
                                             {ToneRole, records::stateTone(shown.state)},
                                             {GroupRole, records::groupOf(view, today)},
                                             {TwoVersionsRole, !view.twoVersions.empty()},
                                             {WritingRole, writing(view.id)}});
        }
        return rows;
    };
    return wanted;
}

QHash<int, QByteArray> RecordsModel::ownRoles() const
{
    return {{TitleRole, "title"}, {DetailRole, "detail"},        {StateWordsRole, "stateWords"},
            {ToneRole, "tone"},   {GroupRole, "group"},          {TwoVersionsRole, "twoVersions"},
            {WritingRole, "writing"}};
}

} // namespace ourtable
