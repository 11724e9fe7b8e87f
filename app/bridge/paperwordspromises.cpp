// "You said, we did" for the wall, and promises for a meeting.
#include <QDate>
#include <QLocale>

#include <algorithm>

#include "app/bridge/daywords.h"
#include "app/bridge/meetingfacts.h"
#include "app/bridge/paperparts.h"
#include "app/bridge/paperwords.h"
#include "app/bridge/personname.h"
#include "core/catalogue/handles.h"

namespace ourtable::paperwords {
namespace {

namespace kinds = catalogue::kinds;
using catalogue::Sensitivity;
using meetings::textIn;
using store::RecordView;

report::Sign standingSign(const std::string &status)
{
    return status == "done"         ? report::Sign::Done
           : status == "started"    ? report::Sign::Started
           : status == "cannot_yet" ? report::Sign::NotYet
                                    : report::Sign::Cannot;
}

report::Card lineCard(const catalogue::Catalogue &catalogue, const RecordView &line)
{
    namespace fields = kinds::feedback;
    const std::string status = textIn(line, fields::status);
    const catalogue::Term *term = catalogue.kind(fields::kind)->field(fields::status)->vocabulary->find(status);
    report::Card card;
    card.sign = standingSign(status);
    card.status = term ? term->label : status;
    card.aside = QLocale().toString(QDate::fromString(meetings::wordsIn(line, fields::published_on), Qt::ISODate), QStringLiteral("d MMM yyyy")).toStdString();
    card.title = Papers::tr("“%1”", "what people said").arg(meetings::wordsIn(line, fields::you_said)).toStdString();
    card.lines.push_back(textIn(line, fields::what_happened));
    if (const std::string because = textIn(line, fields::because); !because.empty())
        card.lines.push_back(because);
    if (const QString difference = meetings::wordsIn(line, fields::difference); !difference.isEmpty())
        card.lines.push_back(Papers::tr("The difference: %1").arg(difference).toStdString());
    return card;
}

Result<QString> ownerWords(usecases::Workspace &workspace, const usecases::OwnedPromises &owned)
{
    if (owned.owner) {
        OURTABLE_ASSIGN(const std::vector<RecordView> found, workspace.getMany(std::span(&*owned.owner, 1)));
        if (!found.empty() && found.front().kind == kinds::organisation::kind)
            return meetings::wordsIn(found.front(), kinds::organisation::name);
        if (!found.empty())
            return personname::of(workspace, found.front());
    }
    return owned.ownerName.empty() ? Papers::tr("Somebody, without a name") : QString::fromStdString(owned.ownerName);
}

} // namespace

report::Paper wall(const catalogue::Catalogue &catalogue, const std::vector<RecordView> &lines, std::size_t room, report::Paper::Size size, bool colour,
                   const QString &today)
{
    namespace fields = kinds::feedback;
    report::Paper paper = emptyPaper(Papers::tr("You said, we did"), Sensitivity::Open, today);
    paper.subtitle = Papers::tr("What came of what people said at our breakfasts").toStdString();
    paper.letters = report::Paper::Letters::Poster;
    paper.size = size;
    paper.colour = colour;
    paper.mostPages = 1;
    paper.pageWords.clear();
    PaperBlocks blocks(paper, catalogue);
    for (std::size_t i = 0; i < std::min(room, lines.size()); ++i) {
        blocks.add(lineCard(catalogue, lines[i]), fields::kind,
                   {fields::you_said, fields::what_happened, fields::status, fields::because, fields::difference, fields::published_on});
    }
    if (lines.empty())
        blocks.add(report::Paragraph{Papers::tr("Nothing is on the board yet.").toStdString(), report::Paragraph::Voice::Lead});
    if (room < lines.size())
        blocks.quiet(Papers::tr("%n earlier lines did not fit. Ask to see them in Our Table.", nullptr, static_cast<int>(lines.size() - room)));
    return paper;
}

Result<report::Paper> promises(usecases::Workspace &workspace, const QString &today)
{
    namespace fields = kinds::action;
    OURTABLE_ASSIGN(const usecases::PromisesPaper found, usecases::promisesPaper(workspace));
    report::Paper paper = emptyPaper(Papers::tr("Promises"), Sensitivity::Members, today);
    paper.subtitle = Papers::tr("What was promised and is not over yet, the earliest first").toStdString();
    PaperBlocks blocks(paper, workspace.catalogue());
    for (const usecases::OwnedPromises &owned : found.open) {
        OURTABLE_ASSIGN(const QString owner, ownerWords(workspace, owned));
        report::Table table;
        table.widths = {6, 3, 2};
        for (const RecordView &promise : owned.promises) {
            const QString due = days::dueWords(meetings::wordsIn(promise, fields::due), today);
            table.rows.push_back({textIn(promise, fields::text), due.toStdString(), standingOf(promise, workspace.catalogue())});
        }
        blocks.add(report::Heading{owner.toStdString(), true}, fields::kind, {fields::owner, fields::owner_name});
        blocks.add(std::move(table), fields::kind, {fields::text, fields::due, catalogue::kStateField});
    }
    if (found.open.empty())
        blocks.add(report::Paragraph{Papers::tr("Every promise is kept or over.").toStdString(), report::Paragraph::Voice::Lead});
    if (found.notGoingAhead.empty())
        return paper;
    blocks.heading(Papers::tr("No, because"));
    report::Table table;
    table.widths = {1, 1};
    for (const RecordView &promise : found.notGoingAhead)
        table.rows.push_back({textIn(promise, fields::text), textIn(promise, fields::because)});
    blocks.add(std::move(table), fields::kind, {fields::text, fields::because});
    return paper;
}

} // namespace ourtable::paperwords
