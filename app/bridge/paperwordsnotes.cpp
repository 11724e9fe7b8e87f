// The notes of a breakfast on two sides: recap, question, who was here, what was said, what came of it.
#include <QLocale>

#include "app/bridge/daywords.h"
#include "app/bridge/meetingfacts.h"
#include "app/bridge/paperparts.h"
#include "app/bridge/paperwords.h"
#include "core/catalogue/handles.h"

namespace ourtable::paperwords {
namespace {

namespace kinds = catalogue::kinds;
using meetings::textIn;
using store::RecordView;

class NotesPaper {
public:
    NotesPaper(usecases::Workspace &workspace, const usecases::BreakfastPaper &found, const QString &today, const Room &room)
        : m_workspace(workspace), m_found(found), m_today(today), m_room(room),
          m_paper(emptyPaper(Papers::tr("Notes of the meeting"), catalogue::Sensitivity::Members, today)), m_blocks(m_paper, workspace.catalogue())
    {
        if (textIn(found.meeting, kinds::gathering::kind_) == "breakfast")
            m_paper.title = Papers::tr("Notes of the breakfast").toStdString();
        m_paper.subtitle = placeAndDay(found.meeting, workspace.catalogue());
        m_paper.mostPages = 2;
    }

    [[nodiscard]] Result<report::Paper> whole()
    {
        m_blocks.add(report::Paragraph{textIn(m_found.meeting, kinds::gathering::opening_question), report::Paragraph::Voice::Lead}, kinds::gathering::kind,
                     {kinds::gathering::opening_question});
        putPeople();
        putRecap();
        putTables();
        putBoard(Papers::tr("What we need"), m_found.needs, kinds::need_statement::title, kinds::need_statement::text);
        putBoard(Papers::tr("What we have"), m_found.resources, kinds::resource::name, kinds::resource::offer);
        OURTABLE_TRY(putPromises());
        putSteps();
        putReflections();
        return m_paper;
    }

private:
    void putPeople();
    void putRecap();
    void putTables();
    void putTable(const usecases::PrintedTable &table);
    void putBoard(const QString &title, const std::vector<RecordView> &records, catalogue::FieldNumber name, catalogue::FieldNumber text);
    [[nodiscard]] Result<void> putPromises();
    void putSteps();
    void putReflections();
    [[nodiscard]] Result<std::string> madeBy(const RecordView &promise);
    // How many of these there is room for; says that there are more.
    [[nodiscard]] std::size_t shownOf(const std::vector<RecordView> &records) const { return std::min(records.size(), m_room.others); }
    void sayMore(const std::vector<RecordView> &records)
    {
        if (records.size() > shownOf(records))
            m_blocks.quiet(Papers::tr("%n more did not fit. They are in Our Table.", nullptr, static_cast<int>(records.size() - shownOf(records))));
    }

    usecases::Workspace &m_workspace;
    const usecases::BreakfastPaper &m_found;
    const QString &m_today;
    Room m_room;
    report::Paper m_paper;
    PaperBlocks m_blocks;
};

void NotesPaper::putPeople()
{
    if (m_found.people == 0 && !m_found.fewPeople)
        return;
    m_blocks.heading(Papers::tr("Who was here"));
    QString words = m_found.fewPeople ? Papers::tr("Fewer than 5 people came. We don’t show small numbers, so nobody can be picked out.")
                                      : Papers::tr("%n people came.", nullptr, static_cast<int>(m_found.people));
    if (m_found.firstTime > 0)
        words += u' ' + Papers::tr("%n came for the first time.", nullptr, static_cast<int>(m_found.firstTime));
    m_blocks.add(report::Paragraph{words.toStdString(), report::Paragraph::Voice::Plain}, kinds::headcount_tally::kind, {kinds::headcount_tally::lived_experience});
}

void NotesPaper::putRecap()
{
    if (m_found.recap.empty())
        return;
    m_blocks.heading(Papers::tr("Promised before"));
    report::Table table;
    table.widths = {4, 1};
    for (std::size_t i = 0; i < shownOf(m_found.recap); ++i)
        table.rows.push_back({textIn(m_found.recap[i], kinds::action::text), standingOf(m_found.recap[i], m_workspace.catalogue())});
    m_blocks.add(std::move(table), kinds::action::kind, {kinds::action::text, catalogue::kStateField});
    sayMore(m_found.recap);
}

void NotesPaper::putTable(const usecases::PrintedTable &table)
{
    report::List said;
    for (const usecases::PrintedNote &each : table.notes) {
        if (each.rank >= m_room.notes)
            continue;
        const std::string translation = textIn(each.note, kinds::contribution::translation);
        said.items.push_back(textIn(each.note, kinds::contribution::text) + (translation.empty() ? "" : "\n" + translation));
    }
    if (said.items.empty())
        return;
    const QString number = Papers::tr("Table %1").arg(table.table);
    const QString title = table.topic.empty() ? number : Papers::tr("%1: %2", "table and its topic").arg(number, QString::fromStdString(table.topic));
    m_blocks.add(report::Heading{title.toStdString(), true}, kinds::gathering_table::kind, {kinds::gathering_table::topic});
    m_blocks.add(std::move(said), kinds::contribution::kind, {kinds::contribution::text, kinds::contribution::translation});
}

void NotesPaper::putTables()
{
    if (m_found.notes == 0 && m_found.keptBack == 0)
        return;
    m_blocks.heading(Papers::tr("What was said"));
    for (const usecases::PrintedTable &table : m_found.tables)
        putTable(table);
    const int out = static_cast<int>(m_found.notes) - static_cast<int>(std::min<std::size_t>(m_room.notes, static_cast<std::size_t>(m_found.notes)));
    if (out > 0)
        m_blocks.quiet(Papers::tr("%n more notes did not fit. They are in Our Table.", nullptr, out));
    if (m_found.keptBack > 0)
        m_blocks.quiet(Papers::tr("%n notes are not shown. They may not be shared, or nobody has checked them yet.", nullptr, static_cast<int>(m_found.keptBack)));
}

void NotesPaper::putBoard(const QString &title, const std::vector<RecordView> &records, catalogue::FieldNumber name, catalogue::FieldNumber text)
{
    if (records.empty())
        return;
    m_blocks.heading(title);
    report::Table table;
    table.widths = {2, 3};
    for (std::size_t i = 0; i < shownOf(records); ++i)
        table.rows.push_back({textIn(records[i], name), textIn(records[i], text)});
    m_blocks.add(std::move(table), records.front().kind, {name, text});
    sayMore(records);
}

// No names of people; those of organisations and groups.
Result<std::string> NotesPaper::madeBy(const RecordView &promise)
{
    const std::string type = textIn(promise, kinds::action::owner_type);
    if (type != "organisation" && type != "group")
        return (type == "person" ? Papers::tr("Somebody who was here") : Papers::tr("Somebody, without a name")).toStdString();
    const std::optional<RecordId> owner = promise.field(kinds::action::owner).id<RecordId>();
    if (!owner)
        return textIn(promise, kinds::action::owner_name);
    OURTABLE_ASSIGN(const std::vector<RecordView> found, m_workspace.getMany(std::span(&*owner, 1)));
    const bool isOrganisation = !found.empty() && found.front().kind == kinds::organisation::kind;
    return isOrganisation ? textIn(found.front(), kinds::organisation::name) : Papers::tr("A group").toStdString();
}

Result<void> NotesPaper::putPromises()
{
    if (m_found.promises.empty())
        return {};
    m_blocks.heading(Papers::tr("Promised here"));
    report::Table table;
    table.widths = {5, 3, 3};
    for (std::size_t i = 0; i < shownOf(m_found.promises); ++i) {
        const RecordView &promise = m_found.promises[i];
        OURTABLE_ASSIGN(std::string who, madeBy(promise));
        const QString day = days::dayWords(meetings::wordsIn(promise, kinds::action::due), m_today);
        table.rows.push_back({textIn(promise, kinds::action::text), std::move(who), Papers::tr("by %1").arg(day).toStdString()});
    }
    m_blocks.add(std::move(table), kinds::action::kind, {kinds::action::text, kinds::action::owner_name, kinds::action::due});
    sayMore(m_found.promises);
    return {};
}

void NotesPaper::putSteps()
{
    if (m_found.steps.empty())
        return;
    m_blocks.heading(Papers::tr("One step"));
    report::List steps;
    for (std::size_t i = 0; i < shownOf(m_found.steps); ++i)
        steps.items.push_back(textIn(m_found.steps[i], kinds::action::text));
    m_blocks.add(std::move(steps), kinds::action::kind, {kinds::action::text});
    sayMore(m_found.steps);
}

void NotesPaper::putReflections()
{
    namespace fields = kinds::reflection;
    report::Table table;
    table.widths = {1, 4};
    const auto add = [&table](const RecordView &reflection, catalogue::FieldNumber field, const QString &name) {
        if (const std::string words = textIn(reflection, field); !words.empty())
            table.rows.push_back({name.toStdString(), words});
    };
    for (std::size_t i = 0; i < shownOf(m_found.reflections); ++i) {
        add(m_found.reflections[i], fields::went_well, Papers::tr("Went well"));
        add(m_found.reflections[i], fields::was_hard, Papers::tr("Was hard"));
        add(m_found.reflections[i], fields::voices_missing, Papers::tr("Missing"));
        add(m_found.reflections[i], fields::do_differently, Papers::tr("Next time"));
    }
    if (table.rows.empty())
        return;
    m_blocks.heading(Papers::tr("How it went"));
    m_blocks.add(std::move(table), fields::kind, {fields::went_well, fields::was_hard, fields::voices_missing, fields::do_differently});
    sayMore(m_found.reflections);
}

} // namespace

Result<report::Paper> notes(usecases::Workspace &workspace, const usecases::BreakfastPaper &found, const QString &today, const Room &room)
{
    return NotesPaper(workspace, found, today, room).whole();
}

} // namespace ourtable::paperwords
