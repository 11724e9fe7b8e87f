#include "app/bridge/meetingfacts.h"

#include <QCoreApplication>
#include <QStringList>

#include "app/bridge/daywords.h"
#include "core/catalogue/handles.h"
#include "core/usecases/sorting.h"

namespace ourtable::meetings {
namespace {

namespace kinds = catalogue::kinds;

// Words of this file are looked up as those of "Meetings".
struct Meetings {
    static QString tr(const char *words, const char *comment = nullptr, int count = -1)
    {
        return QCoreApplication::translate("Meetings", words, comment, count);
    }
};

} // namespace

std::string textIn(const store::RecordView &record, catalogue::FieldNumber field)
{
    const std::string *text = record.field(field).text();
    return text ? *text : std::string();
}

store::Query within(catalogue::KindNumber kind, catalogue::FieldNumber field, const RecordId &meeting)
{
    store::Query query;
    query.kind = kind;
    query.filters.push_back({field, store::Comparison::Equal, meeting});
    return query;
}

Result<Counts> countsOf(usecases::Workspace &workspace, const RecordId &meeting)
{
    Counts counts;
    OURTABLE_ASSIGN(counts.tables, workspace.count(within(kinds::gathering_table::kind, kinds::gathering_table::gathering, meeting)));
    OURTABLE_ASSIGN(counts.notes, workspace.count(within(kinds::contribution::kind, kinds::contribution::gathering, meeting)));
    OURTABLE_ASSIGN(counts.unsorted, workspace.count(usecases::waitingForSorting(meeting)));
    return counts;
}

Result<bool> isToFinish(usecases::Workspace &workspace, const store::RecordView &meeting)
{
    if (meeting.state != "closed")
        return false;
    OURTABLE_ASSIGN(const std::int64_t written, workspace.count(within(kinds::reflection::kind, kinds::reflection::gathering, meeting.id)));
    return written == 0;
}

QString titleOf(const store::RecordView &meeting, const catalogue::Catalogue &catalogue)
{
    const QString place = wordsIn(meeting, kinds::gathering::place);
    const std::string kind = textIn(meeting, kinds::gathering::kind_);
    if (kind == "breakfast")
        return place.isEmpty() ? Meetings::tr("Breakfast") : Meetings::tr("Breakfast at %1").arg(place);
    const catalogue::Field *field = catalogue.kind(kinds::gathering::kind)->field(kinds::gathering::kind_);
    const catalogue::Term *term = field->vocabulary->find(kind);
    const QString label = QString::fromStdString(term ? term->label : kind);
    return place.isEmpty() ? label : Meetings::tr("%1, %2", "kind of meeting and place").arg(label, place);
}

QString hoursOf(const store::RecordView &meeting)
{
    const QString start = days::timeWords(wordsIn(meeting, kinds::gathering::start));
    const QString end = days::timeWords(wordsIn(meeting, kinds::gathering::end));
    return end.isEmpty() ? start : Meetings::tr("%1 to %2", "times of day").arg(start, end);
}

QString countWords(const Counts &counts)
{
    QStringList words;
    if (counts.tables > 0)
        words.append(Meetings::tr("%n tables", nullptr, static_cast<int>(counts.tables)));
    if (counts.notes > 0)
        words.append(Meetings::tr("%n notes", nullptr, static_cast<int>(counts.notes)));
    return words.join(QStringLiteral(", "));
}

QString unsortedWords(const Counts &counts)
{
    return counts.unsorted > 0 ? Meetings::tr("%n notes not sorted", nullptr, static_cast<int>(counts.unsorted)) : QString();
}

} // namespace ourtable::meetings
