#include "app/bridge/recordhistory.h"

#include <algorithm>

#include "app/bridge/historywords.h"

namespace ourtable {

RecordHistory::RecordHistory(QObject *parent) : QAbstractListModel(parent)
{
    m_read.setSingleShot(true);
    m_read.setInterval(0);
    connect(&m_read, &QTimer::timeout, this, &RecordHistory::read);
}

void RecordHistory::setSession(Session *session)
{
    if (m_session == session)
        return;
    m_session = session;
    connect(session, &Session::touched, this, [this](const std::vector<usecases::Touched> &touched) {
        const std::optional<RecordId> mine = RecordId::fromHexText(m_key.toStdString());
        if (mine && std::any_of(touched.begin(), touched.end(), [&mine](const auto &each) { return each.record == *mine; }))
            m_read.start();
    });
    emit sessionChanged();
    m_read.start();
}

void RecordHistory::setKey(const QString &key)
{
    if (m_key == key)
        return;
    m_key = key;
    emit keyChanged();
    m_read.start();
}

void RecordHistory::setShown(bool shown)
{
    if (m_shown == shown)
        return;
    m_shown = shown;
    emit shownChanged();
    m_read.start();
}

void RecordHistory::read()
{
    const std::optional<RecordId> record = RecordId::fromHexText(m_key.toStdString());
    if (!m_session || !m_shown || !record)
        return;
    m_session->storage().askWorkspace(
        this, [record = *record, today = m_session->today()](usecases::Workspace &workspace) { return records::historyOf(workspace, record, today); },
        [this](Result<QList<Entry>> &&entries) {
            const QString problem = entries ? QString() : m_session->textOf(entries.error());
            if (problem != m_problem) {
                m_problem = problem;
                emit problemChanged();
            }
            if (entries)
                show(std::move(*entries));
        });
}

// A history only grows, at its newer end; after another record was chosen nothing of it stays.
void RecordHistory::show(QList<Entry> &&entries)
{
    const qsizetype added = entries.size() - m_entries.size();
    const bool grown = !m_entries.isEmpty() && added >= 0 && std::equal(m_entries.begin(), m_entries.end(), entries.begin() + added);
    if (grown && added == 0)
        return;
    if (grown) {
        beginInsertRows({}, 0, static_cast<int>(added) - 1);
        m_entries = std::move(entries);
        endInsertRows();
    } else {
        beginResetModel();
        m_entries = std::move(entries);
        endResetModel();
    }
    emit countChanged();
}

int RecordHistory::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : count(); }

QVariant RecordHistory::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Entry &entry = m_entries.at(index.row());
    switch (role) {
    case WhoRole: return entry.who;
    case WhenRole: return entry.when;
    case WhatRole: return entry.what;
    default: return {};
    }
}

QHash<int, QByteArray> RecordHistory::roleNames() const { return {{WhoRole, "who"}, {WhenRole, "when"}, {WhatRole, "what"}}; }

} // namespace ourtable
