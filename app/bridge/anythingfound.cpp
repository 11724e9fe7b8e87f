#include "app/bridge/anythingfound.h"

#include "app/bridge/daywords.h"
#include "app/bridge/meetingfacts.h"
#include "app/bridge/recordwords.h"
#include "core/catalogue/handles.h"
#include "core/usecases/findanything.h"

namespace ourtable {
namespace {

namespace kinds = catalogue::kinds;
using store::RecordView;
using usecases::Workspace;

constexpr qsizetype kLongestFoundDetail = 100; // two lines of a phone

QString pageOf(catalogue::KindNumber kind)
{
    switch (kind) {
    case kinds::contribution::kind: return QStringLiteral("note");
    case kinds::gathering::kind: return QStringLiteral("breakfasts");
    case kinds::action::kind: return QStringLiteral("promises");
    default: return QStringLiteral("record");
    }
}

// "The Copper Kettle, Thursday 12 November": where a note was said.
QString meetingOf(Workspace &workspace, const RecordView &note, const QString &today)
{
    const std::optional<RecordId> id = note.field(kinds::contribution::gathering).id<RecordId>();
    const Result<RecordView> meeting = id ? workspace.get(*id) : Error{ErrorCode::NotFound, {}};
    if (!meeting)
        return {};
    const QString day = days::dayWords(meetings::wordsIn(*meeting, kinds::gathering::date), today);
    return AnythingFound::tr("%1, %2", "what kind of meeting, and its day").arg(meetings::titleOf(*meeting, workspace.catalogue()), day);
}

QString detailOfFound(Workspace &workspace, const catalogue::Kind &kind, const RecordView &record, const QString &today)
{
    const QString label = QString::fromStdString(kind.label);
    QString further;
    if (record.kind == kinds::contribution::kind)
        further = meetingOf(workspace, record, today);
    else if (record.kind == kinds::gathering::kind)
        further = days::dayWords(meetings::wordsIn(record, kinds::gathering::date), today);
    else
        further = records::detailOf(workspace, records::shownOf(kind, record), today);
    if (further.size() > kLongestFoundDetail)
        further = further.left(kLongestFoundDetail).trimmed() + QChar(0x2026);
    return further.isEmpty() ? label : label + QStringLiteral(" · ") + further;
}

} // namespace

void AnythingFound::setWords(const QString &words)
{
    if (m_words == words)
        return;
    m_words = words;
    emit wordsChanged();
    ask();
}

int AnythingFound::most() const { return static_cast<int>(usecases::kFoundAtMost); }

std::optional<RecordListModel::Wanted> AnythingFound::wanted() const
{
    if (m_words.trimmed().isEmpty())
        return std::nullopt;
    Wanted wanted;
    wanted.kinds = usecases::kindsFound(session()->catalogue());
    wanted.keys = [typed = m_words.toStdString()](Workspace &workspace) { return usecases::findAnything(workspace, typed); };
    wanted.rows = [today = session()->today()](Workspace &workspace, const std::vector<RecordId> &asked) -> Result<std::vector<std::pair<RecordId, Cells>>> {
        OURTABLE_ASSIGN(const std::vector<RecordView> views, workspace.getMany(asked));
        std::vector<std::pair<RecordId, Cells>> rows;
        for (const RecordView &view : views) {
            const catalogue::Kind &kind = *workspace.catalogue().kind(view.kind);
            const QString title = view.kind == kinds::gathering::kind ? meetings::titleOf(view, workspace.catalogue())
                                                                      : records::titleOf(workspace, records::shownOf(kind, view), today);
            rows.emplace_back(view.id, Cells{{TitleRole, title},
                                             {DetailRole, detailOfFound(workspace, kind, view, today)},
                                             {SymbolRole, records::symbolOf(kind.name)},
                                             {PageRole, pageOf(view.kind)},
                                             {KindRole, QString::fromStdString(kind.name)}});
        }
        return rows;
    };
    return wanted;
}

QHash<int, QByteArray> AnythingFound::ownRoles() const
{
    return {{TitleRole, "title"}, {DetailRole, "detail"}, {SymbolRole, "sign"}, {PageRole, "page"}, {KindRole, "kindName"}};
}

} // namespace ourtable
