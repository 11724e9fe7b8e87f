// What the note that is looked at says, what is chosen for it, and what is offered. Part of SortNotes.
#include <algorithm>

#include "app/bridge/breakfastnow.h"
#include "app/bridge/daywords.h"
#include "app/bridge/meetingfacts.h"
#include "app/bridge/notewords.h"
#include "app/bridge/sortnotes.h"
#include "core/catalogue/handles.h"
#include "core/sync/hybridclock.h"

namespace ourtable {
namespace {

namespace fields = catalogue::kinds::contribution;
using usecases::Workspace;

constexpr int kEveryTheme = 1000;

} // namespace

void SortNotes::takeWords(const store::RecordView &note)
{
    const std::int64_t *table = note.field(fields::table).integer();
    m_text = meetings::wordsIn(note, fields::text);
    m_where = tr("Table %1, %2", "2, 8:51").arg(table ? *table : 0).arg(days::momentWords(sync::millisecondsOfClock(note.createdClock), m_session->today()));
    m_permission = noteWords(m_session->catalogue(), "quote_permission", meetings::textIn(note, fields::quote_permission));
}

QStringList SortNotes::themes() const
{
    QStringList codes;
    for (const std::string &theme : m_chosen.themes)
        codes.append(QString::fromStdString(theme));
    return codes;
}

QString SortNotes::recognised() const
{
    if (!m_chosen.couldIdentify)
        return {};
    return *m_chosen.couldIdentify ? QStringLiteral("yes") : QStringLiteral("no");
}

QVariantList SortNotes::choices(const QString &vocabulary) const { return m_session ? noteChoices(m_session->catalogue(), vocabulary) : QVariantList(); }

void SortNotes::chooseKind(const QString &kind)
{
    if (busy())
        return;
    const bool again = m_kindSaid && m_chosen.kind == kind.toStdString();
    m_kindSaid = !again;
    m_chosen.kind = again ? "experience" : kind.toStdString();
    setProblem({});
}

void SortNotes::chooseTheme(const QString &theme, bool chosen)
{
    if (busy())
        return;
    const std::string code = theme.toStdString();
    std::erase(m_chosen.themes, code);
    if (chosen)
        m_chosen.themes.push_back(code);
    std::ranges::sort(m_chosen.themes);
    setProblem({});
}

void SortNotes::chooseLevel(const QString &level)
{
    if (busy())
        return;
    m_chosen.level = level.toStdString();
    setProblem({});
}

void SortNotes::chooseRecognised(const QString &answer)
{
    if (busy())
        return;
    m_chosen.couldIdentify = answer.isEmpty() ? std::nullopt : std::optional(answer == QLatin1String("yes"));
    setProblem({});
}

QString SortNotes::suggestion() const
{
    QStringList words;
    for (const QVariant &each : m_suggested)
        words.append(each.toMap().value(QStringLiteral("text")).toString());
    return words.isEmpty() ? QString() : tr("Other notes like this were called: %1").arg(words.join(QStringLiteral(", ")));
}

void SortNotes::takeSuggestion(const usecases::SortingSuggestion &suggestion)
{
    const auto add = [this](const char *vocabulary, const std::string &code) {
        m_suggested.append(QVariantMap{{QStringLiteral("vocabulary"), QString::fromLatin1(vocabulary)},
                                       {QStringLiteral("code"), QString::fromStdString(code)},
                                       {QStringLiteral("text"), noteWords(m_session->catalogue(), vocabulary, code)}});
    };
    m_suggested.clear();
    if (!suggestion.kind.empty())
        add("contribution_kind", suggestion.kind);
    for (const std::string &theme : suggestion.themes)
        add("theme", theme);
    emit suggestedChanged();
}

// Once a sitting: under a hand that has learnt where they are, nothing moves.
void SortNotes::askThemes()
{
    const RecordId gathering = RecordId::fromHexText(m_queue->breakfast().toStdString()).value_or(RecordId());
    m_session->storage().askWorkspace(
        this, [gathering](Workspace &workspace) { return breakfast::likelyThemes(workspace, gathering, kEveryTheme); },
        [this](const Result<QStringList> &likely) {
            const QVariantList all = choices(QStringLiteral("theme"));
            const auto place = [&likely](const QVariant &choice) {
                const qsizetype at = likely ? likely->indexOf(choice.toMap().value(QStringLiteral("code")).toString()) : -1;
                return at < 0 ? qsizetype(kEveryTheme) : at;
            };
            m_themeChoices = all;
            std::ranges::stable_sort(m_themeChoices, {}, place);
            emit themeChoicesChanged();
        });
}

void SortNotes::askCounts()
{
    const std::optional<RecordId> gathering = RecordId::fromHexText(m_queue->breakfast().toStdString());
    m_session->storage().askWorkspace(
        this,
        [gathering](Workspace &workspace) -> Result<std::pair<std::int64_t, std::int64_t>> {
            OURTABLE_ASSIGN(const std::int64_t sorted, workspace.count(usecases::sortedNotes(gathering)));
            OURTABLE_ASSIGN(const std::int64_t toCheck, workspace.count(usecases::waitingForCheck(gathering)));
            return std::pair(sorted, toCheck);
        },
        [this](const Result<std::pair<std::int64_t, std::int64_t>> &counts) {
            m_sorted = counts ? static_cast<int>(counts->first) : 0;
            m_toCheck = counts ? static_cast<int>(counts->second) : 0;
            emit changed();
        });
}

} // namespace ourtable
