#include "core/usecases/sortingsuggestion.h"

#include <algorithm>
#include <map>
#include <set>

#include "core/catalogue/handles.h"
#include "core/store/projectionwords.h"
#include "core/support/text.h"
#include "core/usecases/recordparts.h"
#include "core/usecases/sorting.h"

namespace ourtable::usecases {
namespace {

namespace fields = catalogue::kinds::contribution;

constexpr std::size_t kMostWords = 24;
constexpr std::size_t kTooCommon = 100;  // notes with a word: it tells nothing
constexpr std::size_t kShortest = 3;     // letters of a word that tells something
constexpr std::size_t kMostThemes = 2;
constexpr std::int64_t kWhole = 1000;    // a word all of whose many notes say the same
constexpr std::int64_t kDoubt = 2;       // a word that few notes have counts for less
constexpr std::int64_t kEnough = 600;    // two words, or one on which three notes agree

// Words that are in any sentence. Of other languages the common ones are found out by being common.
constexpr std::string_view kLittleWords[] = {
    "about",  "after",  "again", "all",   "also",  "and",   "any",   "anyone", "are",    "aren", "around", "because", "been",  "before", "being",
    "both",   "but",    "can",   "come",  "comes", "could", "did",   "didn",   "does",   "doesn", "don",   "each",    "even",  "every",  "everyone",
    "few",    "for",    "from",  "get",   "gets",  "give",  "good",  "got",    "had",    "has",  "have",   "her",     "here",  "him",    "his",
    "how",    "into",   "isn",   "its",   "just",  "know",  "less",  "like",   "made",   "make", "many",   "may",     "might", "more",   "most",
    "much",   "must",   "need",  "needs", "never", "not",   "now",   "off",    "often",  "one",  "only",   "other",   "our",   "out",    "over",
    "people", "please", "really", "said", "same",  "say",   "says",  "see",    "she",    "should", "some", "someone", "something", "still", "such",
    "take",   "than",   "that",  "the",   "their", "them",  "then",  "there",  "these",  "they", "thing",  "things",  "think", "this",   "those",
    "through", "time",  "too",   "two",   "under", "until", "use",   "used",   "very",   "want", "was",    "wasn",    "way",   "well",   "went",
    "were",   "what",   "when",  "where", "which", "while", "who",   "whom",   "why",    "will", "with",   "without", "won",   "would",  "you",
    "your",
};

std::string inSmallLetters(std::string word)
{
    for (char &octet : word)
        octet = octet >= 'A' && octet <= 'Z' ? static_cast<char>(octet - 'A' + 'a') : octet;
    return word;
}

// In the order of their letters, each once.
std::set<std::string> tellingWords(const store::RecordView &note)
{
    std::set<std::string> words;
    for (std::string &word : store::splitWords(parts::textIn(note, fields::text))) {
        word = inSmallLetters(std::move(word));
        const bool little = std::ranges::find(kLittleWords, std::string_view(word)) != std::end(kLittleWords);
        if (!little && text::lengthOf(word) >= kShortest && words.size() < kMostWords)
            words.insert(std::move(word));
    }
    return words;
}

using Scores = std::map<std::string, std::int64_t>;

// What one word's notes say, each saying weighing as much as it is of all that they say.
void addWord(Scores &scores, const Scores &said, std::int64_t notes)
{
    for (const auto &[code, count] : said)
        scores[code] += kWhole * count / (notes + kDoubt);
}

bool clearlyAhead(std::int64_t one, std::int64_t next) { return one >= kEnough && 2 * one >= 3 * next; }

// As many of the first as stand together clearly ahead of the rest.
std::vector<std::string> leaders(const Scores &scores, std::size_t most)
{
    std::vector<std::pair<std::int64_t, std::string>> ranked;
    for (const auto &[code, score] : scores)
        ranked.emplace_back(-score, code);
    std::ranges::sort(ranked);
    std::vector<std::string> ahead;
    for (std::size_t at = 0; at < std::min(most, ranked.size()); ++at) {
        ahead.push_back(ranked[at].second);
        if (clearlyAhead(-ranked[at].first, at + 1 < ranked.size() ? -ranked[at + 1].first : 0))
            return ahead;
    }
    return {};
}

// Other notes with the word; empty when too many have it.
Result<std::vector<store::RecordView>> notesWith(Workspace &workspace, const std::string &word, const RecordId &besides)
{
    OURTABLE_ASSIGN(const std::vector<store::SearchHit> hits, workspace.search(word, kTooCommon + 1, fields::kind));
    if (hits.size() > kTooCommon)
        return std::vector<store::RecordView>();
    std::vector<RecordId> others;
    for (const store::SearchHit &hit : hits) {
        if (hit.id != besides)
            others.push_back(hit.id);
    }
    return workspace.getMany(others);
}

} // namespace

Result<SortingSuggestion> suggestSorting(Workspace &workspace, const store::RecordView &note)
{
    static constexpr char kUnsorted[] = "experience"; // what every note is until somebody sorts it
    Scores themes, kinds;
    for (const std::string &word : tellingWords(note)) {
        OURTABLE_ASSIGN(const std::vector<store::RecordView> others, notesWith(workspace, word, note.id));
        Scores themesOfWord, kindsOfWord;
        std::int64_t aboutSomething = 0, ofAKind = 0;
        for (const store::RecordView &other : others) {
            const Sorting said = sortingOf(other);
            aboutSomething += said.themes.empty() ? 0 : 1;
            for (const std::string &theme : said.themes)
                ++themesOfWord[theme];
            if (said.kind == kUnsorted)
                continue;
            ++ofAKind;
            ++kindsOfWord[said.kind];
        }
        addWord(themes, themesOfWord, aboutSomething);
        addWord(kinds, kindsOfWord, ofAKind);
    }
    SortingSuggestion suggestion{leaders(themes, kMostThemes), {}};
    const std::vector<std::string> kind = leaders(kinds, 1);
    if (!kind.empty() && sortingOf(note).kind == kUnsorted)
        suggestion.kind = kind.front();
    return suggestion;
}

} // namespace ourtable::usecases
