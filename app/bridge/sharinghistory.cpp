#include "app/bridge/sharinghistory.h"

#include <algorithm>

#include "app/bridge/daywords.h"
#include "app/bridge/personname.h"
#include "core/sync/directoryentry.h"
#include "core/sync/hybridclock.h"

namespace ourtable {
namespace {

constexpr std::size_t kMostJoined = 3;
constexpr int kMostRows = 30;

QString timeOf(std::int64_t at) { return days::timeWords(days::localTime(at).time().toString(QStringLiteral("HH:mm"))); }

} // namespace

void SharingHistory::setSession(Session *session)
{
    if (m_session == session)
        return;
    m_session = session;
    connect(session->sharing(), &Sharing::changed, this, &SharingHistory::ask);
    emit sessionChanged();
    ask();
}

int SharingHistory::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : count(); }

QVariant SharingHistory::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Row &row = m_rows[index.row()];
    switch (role) {
    case WhatRole: return static_cast<int>(row.what);
    case TextRole: return row.text;
    case DetailRole: return row.detail;
    default: return {};
    }
}

QHash<int, QByteArray> SharingHistory::roleNames() const
{
    return {{WhatRole, "what"}, {TextRole, "text"}, {DetailRole, "detail"}};
}

void SharingHistory::ask()
{
    if (!m_session)
        return;
    if (std::exchange(m_asking, true)) {
        m_askAgain = true;
        return;
    }
    m_session->storage().ask(
        this, [](Desk &desk) { return told(desk); },
        [this](const Result<Told> &told) {
            m_asking = false;
            if (told)
                show(rowsOf(*told));
            if (std::exchange(m_askAgain, false))
                ask();
        });
}

Result<SharingHistory::Told> SharingHistory::told(Desk &desk)
{
    if (!desk.profile)
        return Error{ErrorCode::NotFound, "profile"};
    Told told;
    OURTABLE_ASSIGN(told.diary, usecases::SharingDiary(*desk.profile).read());
    OURTABLE_TRY(findWaiting(desk, told));
    OURTABLE_TRY(findJoined(desk, told));
    return told;
}

Result<void> SharingHistory::findWaiting(Desk &desk, Told &told)
{
    OURTABLE_ASSIGN(const std::vector<RecordId> waiting, desk.profile->log().waitingRecords());
    OURTABLE_ASSIGN(told.waiting, usecases::thingsAmong(desk.workspace.get(), waiting));
    const auto note = [&](std::int64_t at) {
        told.waitingFrom = told.waitingFrom == 0 ? at : std::min(told.waitingFrom, at);
        told.waitingTo = std::max(told.waitingTo, at);
    };
    for (const RecordId &record : waiting) {
        const Result<std::optional<store::RecordView>> view = desk.workspace ? desk.workspace->projection().get(record) : Error{ErrorCode::Locked, {}};
        if (view && *view)
            note(sync::millisecondsOfClock((*view)->updatedClock));
    }
    return {};
}

// Everybody of the programme may know who else has a device in it.
Result<void> SharingHistory::findJoined(Desk &desk, Told &told)
{
    if (!desk.workspace)
        return {};
    OURTABLE_ASSIGN(const std::vector<Bytes> entries, desk.profile->log().directoryEntries(0));
    for (auto octets = entries.rbegin(); octets != entries.rend() && told.joined.size() < kMostJoined; ++octets) {
        const Result<sync::DirectoryEntry> entry = sync::DirectoryEntry::decode(*octets);
        const sync::EndpointAdd *added = entry ? std::get_if<sync::EndpointAdd>(&entry->body) : nullptr;
        if (!added || added->person == desk.workspace->person())
            continue;
        const QString name = personname::of(*desk.workspace, added->person);
        if (!name.isEmpty())
            told.joined.push_back({name.toStdString(), entry->time});
    }
    return {};
}

QString SharingHistory::between(std::int64_t from, std::int64_t to) const
{
    const QString today = m_session->today();
    const QString day = days::isoDay(from);
    const QString moment = tr("%1, %2").arg(days::nearDayWords(day, today), timeOf(from));
    if (timeOf(from) == timeOf(to) && day == days::isoDay(to))
        return moment;
    return tr("%1 to %2").arg(moment, day == days::isoDay(to) ? timeOf(to) : days::momentWords(to, today));
}

std::pair<SharingHistory::What, QString> SharingHistory::tellingOf(usecases::DiaryEntry::What what)
{
    switch (what) {
    case usecases::DiaryEntry::What::Shared: break;
    case usecases::DiaryEntry::What::Came: return {What::Came, tr("%1 came from the hub")};
    case usecases::DiaryEntry::What::Copied: return {What::Copied, tr("%1 saved in a locked copy")};
    case usecases::DiaryEntry::What::BroughtIn: return {What::BroughtIn, tr("%1 came in a locked copy")};
    }
    return {What::Shared, tr("%1 shared with the hub")};
}

QList<SharingHistory::Row> SharingHistory::rowsOf(const Told &told) const
{
    const Sharing &sharing = *m_session->sharing();
    QList<Row> rows;
    for (const usecases::DiaryEntry &entry : told.diary) {
        const auto [what, words] = tellingOf(entry.what);
        rows.append({what, entry.to, words.arg(sharingwords::things(entry.things)), between(entry.from, entry.to)});
    }
    for (const Joined &joined : told.joined)
        rows.append({What::Joined, joined.at, tr("%1 joined this hub").arg(QString::fromStdString(joined.name)), between(joined.at, joined.at)});
    std::stable_sort(rows.begin(), rows.end(), [](const Row &a, const Row &b) { return a.at > b.at; });
    if (sharing.toDecide() > 0)
        rows.prepend({What::Decide, 0, sharing.decisionTitle(), tr("Both kept.")});
    if (told.waiting.total() > 0) {
        const QString where = sharing.isTablet() ? tr("%1 saved on this tablet") : tr("%1 saved on this device");
        rows.prepend({What::Saved, 0, where.arg(sharingwords::things(told.waiting)),
                      told.waitingFrom == 0 ? tr("Waiting to be shared") : between(told.waitingFrom, told.waitingTo)});
    }
    return rows.mid(0, kMostRows);
}

// A row is the same one while it is about the same: then only its words change in their place.
void SharingHistory::show(const QList<Row> &rows)
{
    const auto same = [](const Row &a, const Row &b) { return a.what == b.what && (a.at == b.at || a.at == 0 || b.at == 0); };
    const qsizetype before = m_rows.size();
    for (qsizetype at = m_rows.size() - 1; at >= 0; --at) {
        if (std::any_of(rows.begin(), rows.end(), [&](const Row &row) { return same(row, m_rows[at]); }))
            continue;
        beginRemoveRows({}, static_cast<int>(at), static_cast<int>(at));
        m_rows.removeAt(at);
        endRemoveRows();
    }
    for (qsizetype at = 0; at < rows.size(); ++at) {
        if (at < m_rows.size() && same(m_rows[at], rows[at])) {
            if (m_rows[at] != rows[at]) {
                m_rows[at] = rows[at];
                emit dataChanged(index(static_cast<int>(at)), index(static_cast<int>(at)));
            }
            continue;
        }
        beginInsertRows({}, static_cast<int>(at), static_cast<int>(at));
        m_rows.insert(at, rows[at]);
        endInsertRows();
    }
    if (m_rows.size() > rows.size()) {
        beginRemoveRows({}, static_cast<int>(rows.size()), static_cast<int>(m_rows.size()) - 1);
        m_rows.resize(rows.size());
        endRemoveRows();
    }
    if (m_rows.size() != before)
        emit countChanged();
}

} // namespace ourtable
