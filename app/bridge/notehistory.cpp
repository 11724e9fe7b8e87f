#include "app/bridge/notehistory.h"

#include <QCoreApplication>

#include <algorithm>

#include "app/bridge/daywords.h"
#include "app/bridge/personname.h"
#include "core/catalogue/handles.h"

namespace ourtable {
namespace {

namespace kinds = catalogue::kinds;
namespace fields = catalogue::kinds::contribution;
using Entry = usecases::Workspace::HistoryEntry;

QString words(const char *text) { return QCoreApplication::translate("NoteHistory", text); }

struct Part {
    catalogue::FieldNumber field;
    const char *words;
};

constexpr Part kParts[] = {
    {fields::text, QT_TRANSLATE_NOOP("NoteHistory", "the words")},
    {fields::kind_, QT_TRANSLATE_NOOP("NoteHistory", "the kind")},
    {fields::theme, QT_TRANSLATE_NOOP("NoteHistory", "the theme")},
    {fields::level, QT_TRANSLATE_NOOP("NoteHistory", "who could change this")},
    {fields::principle, QT_TRANSLATE_NOOP("NoteHistory", "the principle")},
    {fields::voice, QT_TRANSLATE_NOOP("NoteHistory", "who said it")},
    {fields::quote_permission, QT_TRANSLATE_NOOP("NoteHistory", "whether it may be shared")},
    {fields::language, QT_TRANSLATE_NOOP("NoteHistory", "the language")},
    {fields::echoes, QT_TRANSLATE_NOOP("NoteHistory", "how many others said so")},
    {fields::could_identify, QT_TRANSLATE_NOOP("NoteHistory", "whether somebody could be recognised")},
    {fields::translation, QT_TRANSLATE_NOOP("NoteHistory", "the words in English")},
    {fields::became, QT_TRANSLATE_NOOP("NoteHistory", "which promises belong to it")},
    {fields::table, QT_TRANSLATE_NOOP("NoteHistory", "the table")},
};

QString nameOf(usecases::Workspace &workspace, const PersonId &person)
{
    const QString name = personname::of(workspace, person);
    return name.isEmpty() ? words("Somebody") : name;
}

bool writes(const Entry &entry, catalogue::FieldNumber field)
{
    return std::any_of(entry.writes.begin(), entry.writes.end(), [field](const sync::Write &write) { return write.field == field; });
}

// What was done, with a place for who and when.
QString deed(const Entry &entry, bool first)
{
    if (first)
        return words("%1 wrote this down, %2");
    const auto life = std::find_if(entry.writes.begin(), entry.writes.end(), [](const sync::Write &write) { return write.field == catalogue::kLifeField; });
    if (life != entry.writes.end()) {
        const ValueArray *state = life->value.array();
        const bool hidden = state && !state->empty() && state->front() == Value(1);
        return hidden ? words("%1 removed this, %2") : words("%1 brought this back, %2");
    }
    QStringList changed;
    for (const Part &part : kParts) {
        if (writes(entry, part.field))
            changed.append(words(part.words));
    }
    if (changed.isEmpty())
        return writes(entry, catalogue::kStateField) ? words("%1 checked this, %2") : words("%1 added something, %2");
    return words("%1 changed %3, %2").arg(QStringLiteral("%1"), QStringLiteral("%2"), changed.join(words(", ")));
}

} // namespace

Result<QStringList> noteHistory(usecases::Workspace &workspace, const RecordId &note, const QString &today)
{
    OURTABLE_ASSIGN(std::vector<Entry> entries, workspace.history(note));
    std::erase_if(entries, [](const Entry &entry) { return entry.verdict != sync::Verdict::Accepted; });
    std::stable_sort(entries.begin(), entries.end(), [](const Entry &a, const Entry &b) { return a.at < b.at; });
    QStringList told;
    for (const Entry &entry : entries)
        told.prepend(deed(entry, told.isEmpty()).arg(nameOf(workspace, entry.by), days::momentWords(entry.at, today)));
    return told;
}

} // namespace ourtable
