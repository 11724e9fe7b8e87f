#include "app/bridge/paperwords.h"

#include <QDate>
#include <QLocale>

#include "app/bridge/meetingfacts.h"
#include "app/bridge/paperparts.h"
#include "app/bridge/personname.h"
#include "core/catalogue/handles.h"
#include "core/usecases/agreements.h"

namespace ourtable::paperwords {
namespace {

namespace kinds = catalogue::kinds;
using catalogue::Sensitivity;
using meetings::textIn;

constexpr int kPenRows = 12;
constexpr int kPenRoom = 16; // millimetres

QString longDay(const QString &isoDate, const QString &format) { return QLocale().toString(QDate::fromString(isoDate, Qt::ISODate), format); }

} // namespace

report::Paper emptyPaper(const QString &title, Sensitivity sensitivity, const QString &today)
{
    report::Paper paper;
    paper.title = title.toStdString();
    paper.sensitivity = sensitivity;
    const QString day = longDay(today, QStringLiteral("d MMMM yyyy"));
    const QString who = sensitivity == Sensitivity::Open ? Papers::tr("Open to everyone") : Papers::tr("Members only");
    paper.footer = Papers::tr("%1 - %2", "who may read it, day").arg(who, day).toStdString();
    paper.pageWords = Papers::tr("page %1 of %2").toStdString();
    return paper;
}

std::string placeAndDay(const store::RecordView &meeting, const catalogue::Catalogue &catalogue)
{
    const QString day = longDay(meetings::wordsIn(meeting, kinds::gathering::date), QStringLiteral("dddd d MMMM yyyy"));
    const QString hours = meetings::hoursOf(meeting);
    const QString when = hours.isEmpty() ? day : Papers::tr("%1, %2", "day and hours").arg(day, hours);
    return QString(meetings::titleOf(meeting, catalogue) + u'\n' + when).toStdString();
}

std::string standingOf(const store::RecordView &record, const catalogue::Catalogue &catalogue)
{
    const catalogue::Term *term = catalogue.kind(record.kind)->stateVocabulary->find(record.state);
    return term ? term->label : record.state;
}

Result<report::Paper> tableCards(usecases::Workspace &workspace, const RecordId &meeting, const QString &today)
{
    namespace fields = kinds::gathering_table;
    report::Paper paper = emptyPaper(Papers::tr("Table cards"), Sensitivity::Members, today);
    paper.landscape = true;
    paper.pageWords.clear();
    OURTABLE_ASSIGN(const std::vector<usecases::TableCard> cards, usecases::tableCards(workspace, meeting));
    PaperBlocks blocks(paper, workspace.catalogue());
    for (const usecases::TableCard &table : cards) {
        report::Card card;
        card.mark = std::to_string(table.table);
        card.title = table.topic;
        card.fillsPage = true;
        const QString host = table.host ? personname::of(workspace, PersonId{table.host->octets}) : QString();
        if (!host.isEmpty())
            card.lines.push_back(Papers::tr("Your host is %1").arg(host).toStdString());
        blocks.add(std::move(card), fields::kind, {fields::topic, fields::host});
    }
    return paper;
}

Result<report::Paper> signIn(usecases::Workspace &workspace, const RecordId &meeting, const QString &today)
{
    OURTABLE_ASSIGN(const store::RecordView view, workspace.get(meeting));
    report::Paper paper = emptyPaper(Papers::tr("Welcome"), Sensitivity::Members, today);
    paper.subtitle = placeAndDay(view, workspace.catalogue());
    PaperBlocks blocks(paper, workspace.catalogue());
    blocks.add(report::Paragraph{Papers::tr("Write your first name, or leave it. Nothing else is asked.").toStdString(), report::Paragraph::Voice::Lead});
    report::Table lines;
    lines.widths = {1};
    lines.leastHeight = kPenRoom;
    lines.rows.assign(kPenRows, {std::string()});
    blocks.add(std::move(lines));
    return paper;
}

Result<report::Paper> prompts(usecases::Workspace &workspace, const RecordId &meeting, const QString &today)
{
    OURTABLE_ASSIGN(const store::RecordView view, workspace.get(meeting));
    OURTABLE_ASSIGN(std::vector<std::string> rules, usecases::groundRules(workspace));
    report::Paper paper = emptyPaper(Papers::tr("Today’s question"), Sensitivity::Open, today);
    paper.letters = report::Paper::Letters::Large;
    PaperBlocks blocks(paper, workspace.catalogue());
    blocks.add(report::Paragraph{textIn(view, kinds::gathering::opening_question), report::Paragraph::Voice::Lead}, kinds::gathering::kind,
               {kinds::gathering::opening_question});
    blocks.heading(Papers::tr("About the notes"));
    blocks.add(report::List{{Papers::tr("We write down what is said, not who said it.").toStdString(),
                             Papers::tr("You can ask us to leave something out, now or later.").toStdString(),
                             Papers::tr("If you would rather not be noted at all, turn your cup over.").toStdString()}});
    if (!rules.empty()) {
        blocks.add(report::PageBreak{});
        blocks.heading(Papers::tr("What we agreed"));
        blocks.add(report::List{std::move(rules)}, kinds::agreement::kind, {kinds::agreement::ground_rules});
    }
    return paper;
}

} // namespace ourtable::paperwords
