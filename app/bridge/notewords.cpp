#include "app/bridge/notewords.h"

#include <QCoreApplication>

#include <algorithm>
#include <iterator>

namespace ourtable {
namespace {

struct Short {
    std::string_view vocabulary;
    std::string_view code;
    const char *words;
};

constexpr Short kShort[] = {
    {"contribution_kind", "idea", QT_TRANSLATE_NOOP("NoteWords", "Idea")},
    {"contribution_kind", "need", QT_TRANSLATE_NOOP("NoteWords", "We need")},
    {"contribution_kind", "resource", QT_TRANSLATE_NOOP("NoteWords", "We have")},
    {"contribution_kind", "barrier", QT_TRANSLATE_NOOP("NoteWords", "In the way")},
    {"contribution_kind", "question", QT_TRANSLATE_NOOP("NoteWords", "Question")},
    {"contribution_kind", "experience", QT_TRANSLATE_NOOP("NoteWords", "It happened")},
    {"contribution_kind", "enabler", QT_TRANSLATE_NOOP("NoteWords", "It helps")},
    {"contribution_kind", "benefit", QT_TRANSLATE_NOOP("NoteWords", "It got better")},
    {"contribution_kind", "challenge", QT_TRANSLATE_NOOP("NoteWords", "Challenge")},
    {"theme", "access", QT_TRANSLATE_NOOP("NoteWords", "Getting help")},
    {"theme", "crisis", QT_TRANSLATE_NOOP("NoteWords", "Crisis care")},
    {"theme", "peer_support", QT_TRANSLATE_NOOP("NoteWords", "Peer support")},
    {"theme", "housing", QT_TRANSLATE_NOOP("NoteWords", "Housing")},
    {"theme", "money", QT_TRANSLATE_NOOP("NoteWords", "Money")},
    {"theme", "work_learning", QT_TRANSLATE_NOOP("NoteWords", "Work and learning")},
    {"theme", "loneliness", QT_TRANSLATE_NOOP("NoteWords", "Loneliness")},
    {"theme", "culture_inclusion", QT_TRANSLATE_NOOP("NoteWords", "Culture and faith")},
    {"theme", "communication", QT_TRANSLATE_NOOP("NoteWords", "Letters and words")},
    {"theme", "digital", QT_TRANSLATE_NOOP("NoteWords", "Being online")},
    {"theme", "places", QT_TRANSLATE_NOOP("NoteWords", "Places to meet")},
    {"level", "individual", QT_TRANSLATE_NOOP("NoteWords", "One person's care")},
    {"level", "system", QT_TRANSLATE_NOOP("NoteWords", "A service")},
    {"level", "strategic", QT_TRANSLATE_NOOP("NoteWords", "Big decisions")},
    {"voice", "lived_experience", QT_TRANSLATE_NOOP("NoteWords", "Lived experience")},
    {"voice", "carer", QT_TRANSLATE_NOOP("NoteWords", "Carer")},
    {"voice", "peer_worker", QT_TRANSLATE_NOOP("NoteWords", "Peer worker")},
    {"voice", "lay_partner", QT_TRANSLATE_NOOP("NoteWords", "Lay partner")},
    {"voice", "community_member", QT_TRANSLATE_NOOP("NoteWords", "Neighbour")},
    {"voice", "voluntary_sector", QT_TRANSLATE_NOOP("NoteWords", "Community group")},
    {"voice", "health_staff", QT_TRANSLATE_NOOP("NoteWords", "Health staff")},
    {"voice", "council_staff", QT_TRANSLATE_NOOP("NoteWords", "Council staff")},
    {"voice", "commissioner", QT_TRANSLATE_NOOP("NoteWords", "Commissioner")},
    {"voice", "not_recorded", QT_TRANSLATE_NOOP("NoteWords", "Not recorded")},
    {"quote_permission", "notes_only", QT_TRANSLATE_NOOP("NoteWords", "Not asked, or no")},
    {"quote_permission", "anonymous", QT_TRANSLATE_NOOP("NoteWords", "Yes, without a name")},
    {"quote_permission", "shared_name", QT_TRANSLATE_NOOP("NoteWords", "Yes, with their first name")},
};

const catalogue::Term *termOf(const catalogue::Catalogue &catalogue, std::string_view vocabulary, std::string_view code)
{
    const catalogue::Vocabulary *known = catalogue.vocabulary(vocabulary);
    return known ? known->find(code) : nullptr;
}

QString labelOf(const catalogue::Term &term) { return QString::fromStdString(term.label); }

} // namespace

QString noteWords(const catalogue::Catalogue &catalogue, std::string_view vocabulary, std::string_view code)
{
    const catalogue::Term *term = termOf(catalogue, vocabulary, code);
    if (!term)
        return QString::fromUtf8(code.data(), static_cast<qsizetype>(code.size()));
    const catalogue::Term *ours = termOf(catalogue::Catalogue::builtIn(), vocabulary, code);
    const auto found = std::find_if(std::begin(kShort), std::end(kShort),
                                    [&](const Short &each) { return each.vocabulary == vocabulary && each.code == code; });
    const bool reworded = !ours || ours->label != term->label;
    return reworded || found == std::end(kShort) ? labelOf(*term) : QCoreApplication::translate("NoteWords", found->words);
}

QString fullWords(const catalogue::Catalogue &catalogue, std::string_view vocabulary, std::string_view code)
{
    const catalogue::Term *term = termOf(catalogue, vocabulary, code);
    return !term || labelOf(*term) == noteWords(catalogue, vocabulary, code) ? QString() : labelOf(*term);
}

QVariantList noteChoices(const catalogue::Catalogue &catalogue, const QString &vocabulary)
{
    const std::string name = vocabulary.toStdString();
    const catalogue::Vocabulary *known = catalogue.vocabulary(name);
    QVariantList entries;
    for (const catalogue::Term &term : known ? known->terms : std::vector<catalogue::Term>()) {
        if (!term.retired)
            entries.append(QVariantMap{{QStringLiteral("code"), QString::fromStdString(term.code)},
                                       {QStringLiteral("text"), noteWords(catalogue, name, term.code)},
                                       {QStringLiteral("full"), fullWords(catalogue, name, term.code)}});
    }
    return entries;
}

} // namespace ourtable
