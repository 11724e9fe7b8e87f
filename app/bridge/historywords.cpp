#include "app/bridge/historywords.h"

#include <QCoreApplication>

#include <map>

#include "app/bridge/daywords.h"
#include "app/bridge/fieldwords.h"
#include "app/bridge/recordwords.h"

namespace ourtable::records {
namespace {

using sync::Action;
using usecases::Workspace;

QString tr(const char *words) { return QCoreApplication::translate("History", words); }

// What stood where, while the changes go by in the order in which they were made.
struct Past {
    Workspace &workspace;
    const catalogue::Kind &kind;
    QString today;
    std::map<ValueId, Value> values;
    std::map<catalogue::FieldNumber, Value> last;
};

QString moveLine(const Past &past, const Value &value)
{
    const ValueArray *way = value.array();
    if (!way || way->size() != 2 || !way->at(0).text() || !way->at(1).text())
        return {};
    return tr("“%1” became “%2”").arg(stateLabel(past.kind, *way->at(0).text()), stateLabel(past.kind, *way->at(1).text()));
}

QString lifeLine(const Value &value)
{
    const ValueArray *life = value.array();
    const bool hidden = life && !life->empty() && life->front().integer() && *life->front().integer() == 1;
    return hidden ? tr("Removed it") : tr("Brought it back");
}

QString replacedWords(const Past &past, const catalogue::Field &field, const sync::Write &write)
{
    for (const ValueId &id : write.replaced) {
        const auto known = past.values.find(id);
        if (known != past.values.end())
            return valueWords(past.workspace, field, known->second, past.today);
    }
    const auto last = past.last.find(field.number);
    return last == past.last.end() || write.action == Action::Remove ? QString() : valueWords(past.workspace, field, last->second, past.today);
}

QString elementWords(const Past &past, const catalogue::Field &field, const Value &element)
{
    return valueWords(past.workspace, field, ValueArray{element}, past.today);
}

QString fieldLine(const Past &past, const catalogue::Field &field, const sync::Write &write)
{
    const QString label = fields::labelOf(field);
    switch (write.action) {
    case Action::Add: return tr("%1: added “%2”").arg(label, elementWords(past, field, write.value));
    case Action::Remove: {
        const auto gone = write.replaced.empty() ? past.values.end() : past.values.find(write.replaced.front());
        return gone == past.values.end() ? tr("%1: took one out").arg(label) : tr("%1: took out “%2”").arg(label, elementWords(past, field, gone->second));
    }
    case Action::Step: return tr("%1: %2").arg(label, write.value.integer() ? QString::asprintf("%+lld", static_cast<long long>(*write.value.integer())) : QString());
    default: break;
    }
    const QString before = replacedWords(past, field, write);
    const QString now = valueWords(past.workspace, field, write.value, past.today);
    if (now.isEmpty())
        return tr("%1: took out “%2”").arg(label, before);
    return before.isEmpty() ? tr("%1: “%2”").arg(label, now) : tr("%1: “%2” became “%3”").arg(label, before, now);
}

QString lineOf(const Past &past, const sync::Write &write)
{
    if (write.action == Action::Move)
        return moveLine(past, write.value);
    if (write.field == catalogue::kLifeField)
        return lifeLine(write.value);
    const catalogue::Field *field = past.kind.field(write.field);
    return field && !field->common ? fieldLine(past, *field, write) : QString();
}

void remember(Past &past, const Workspace::HistoryEntry &entry)
{
    for (std::size_t index = 0; index < entry.writes.size(); ++index) {
        past.values.insert_or_assign(entry.values.at(index), entry.writes[index].value);
        if (entry.writes[index].action == Action::Set)
            past.last.insert_or_assign(entry.writes[index].field, entry.writes[index].value);
    }
}

QString whatOf(const Past &past, const Workspace::HistoryEntry &entry, bool first)
{
    QStringList lines;
    if (first)
        lines.append(tr("Wrote it"));
    for (const sync::Write &write : entry.writes) {
        const QString line = lineOf(past, write);
        if (!line.isEmpty())
            lines.append(line);
    }
    if (entry.verdict != sync::Verdict::Accepted)
        lines.append(tr("This was kept, and does not count: their part in the programme does not include it."));
    return lines.join(QLatin1Char('\n'));
}

} // namespace

Result<QList<RecordHistory::Entry>> historyOf(Workspace &workspace, const RecordId &record, const QString &today)
{
    OURTABLE_ASSIGN(const sync::RecordState state, workspace.state(record));
    OURTABLE_ASSIGN(const std::vector<Workspace::HistoryEntry> history, workspace.history(record));
    Past past{workspace, *workspace.catalogue().kind(state.kind), today, {}, {}};
    QList<RecordHistory::Entry> entries;
    for (const Workspace::HistoryEntry &entry : history) {
        const QString what = whatOf(past, entry, entries.isEmpty());
        remember(past, entry);
        if (!what.isEmpty())
            entries.prepend({personName(workspace, entry.by), days::momentWords(entry.at, today), what});
    }
    return entries;
}

} // namespace ourtable::records
