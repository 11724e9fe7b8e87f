#include "app/bridge/personname.h"

#include <QStringList>

#include <algorithm>
#include <vector>

#include "core/catalogue/handles.h"

namespace ourtable::personname {
namespace {

namespace fields = catalogue::kinds::person;

QString textIn(const store::RecordView &view, catalogue::FieldNumber field)
{
    const std::string *text = view.field(field).text();
    return text ? QString::fromStdString(*text).trimmed() : QString();
}

// From the shortest to the longest: Dami B, Dami Brightwater, the name as it is written.
QStringList waysToSay(const QString &knownAs, const QString &name)
{
    const QStringList parts = name.split(u' ', Qt::SkipEmptyParts);
    if (parts.size() < 2 || name.compare(knownAs, Qt::CaseInsensitive) == 0)
        return {knownAs};
    const QString &last = parts.back();
    const QString initial = last.left(last.front().isHighSurrogate() ? 2 : 1);
    return {knownAs + u' ' + initial, knownAs + u' ' + last, name};
}

} // namespace

QString toldApart(usecases::Workspace &workspace, const QString &knownAs, const QString &name)
{
    store::Query query;
    query.kind = fields::kind;
    query.filters.push_back({fields::known_as, store::Comparison::Equal, knownAs.toStdString()});
    const Result<std::vector<store::RecordView>> same = workspace.find(query);
    if (!same || same->size() < 2)
        return knownAs;
    const QStringList own = waysToSay(knownAs, name);
    for (qsizetype way = 0; way < own.size(); ++way) {
        const auto saysTheSame = [&](const store::RecordView &each) {
            const QStringList others = waysToSay(knownAs, textIn(each, fields::name));
            return others.value(way, others.back()).compare(own.at(way), Qt::CaseInsensitive) == 0;
        };
        if (std::count_if(same->begin(), same->end(), saysTheSame) < 2)
            return own.at(way);
    }
    return own.back();
}

QString of(usecases::Workspace &workspace, const store::RecordView &person)
{
    const QString knownAs = textIn(person, fields::known_as);
    const QString name = textIn(person, fields::name);
    return knownAs.isEmpty() ? name : toldApart(workspace, knownAs, name);
}

QString of(usecases::Workspace &workspace, const PersonId &person)
{
    const Result<store::RecordView> record = workspace.get(RecordId{person.octets});
    return record && record->kind == fields::kind ? of(workspace, *record) : QString();
}

} // namespace ourtable::personname
