#include "tests/bench/noteslist.h"

#include "core/catalogue/handles.h"

namespace ourtable::bench {
namespace {

namespace note = catalogue::kinds::contribution;
constexpr std::size_t kMostHits = 50;

Result<std::vector<store::RecordKey>> found(usecases::Workspace &workspace, const std::string &typed)
{
    OURTABLE_ASSIGN(const std::vector<store::SearchHit> hits, workspace.search(typed, kMostHits));
    std::vector<store::RecordKey> keys;
    for (const store::SearchHit &hit : hits) {
        if (hit.kind == note::kind)
            keys.push_back({hit.id, 0});
    }
    return keys;
}

QString words(const store::RecordView &record, catalogue::FieldNumber field)
{
    const std::string *text = record.field(field).text();
    return text ? QString::fromStdString(*text) : QString();
}

} // namespace

void NotesList::search(const QString &typed)
{
    m_typed = typed.toStdString();
    ask();
}

std::optional<RecordListModel::Wanted> NotesList::wanted() const
{
    Wanted wanted;
    wanted.kinds = {note::kind};
    wanted.keys = [typed = m_typed](usecases::Workspace &workspace) {
        if (!typed.empty())
            return found(workspace, typed);
        store::Query all;
        all.kind = note::kind;
        all.descending = true;
        all.limit = 0;
        return workspace.list(all);
    };
    wanted.rows = [](usecases::Workspace &workspace, const std::vector<RecordId> &ids) -> Result<std::vector<std::pair<RecordId, Cells>>> {
        OURTABLE_ASSIGN(const std::vector<store::RecordView> records, workspace.getMany(ids));
        std::vector<std::pair<RecordId, Cells>> rows;
        for (const store::RecordView &record : records)
            rows.emplace_back(record.id, Cells{{TextRole, words(record, note::text)}, {AboutRole, words(record, note::kind_)}});
        return rows;
    };
    return wanted;
}

QHash<int, QByteArray> NotesList::ownRoles() const
{
    return {{TextRole, QByteArrayLiteral("words")}, {AboutRole, QByteArrayLiteral("about")}};
}

} // namespace ourtable::bench
