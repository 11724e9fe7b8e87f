#include "core/usecases/interchange/demorules.h"
#include "core/usecases/interchange/jsonvalues.h"

namespace ourtable::usecases {
namespace {

// A whole number of moderate size; a missing or strange one makes every sum below wrong, which is refused.
std::int64_t numberAt(const Json &item, const char *key)
{
    const auto found = item.find(key);
    const std::int64_t number = found != item.end() ? integerOf(*found).value_or(-1) : 0;
    return number >= 0 && number <= 1'000'000 ? number : -1'000'000'000;
}

bool isLikelihoodTimesImpact(const Json &risk)
{
    const std::int64_t likelihood = numberAt(risk, "likelihood");
    return likelihood > 0 && numberAt(risk, "score") == likelihood * numberAt(risk, "impact");
}

// Newcomers are among the others and do not count again.
bool isSumOfCounters(const Json &headcount)
{
    return numberAt(headcount, "total")
        == numberAt(headcount, "lived_experience") + numberAt(headcount, "carers") + numberAt(headcount, "local_people")
            + numberAt(headcount, "staff") + numberAt(headcount, "did_not_say");
}

bool isForSafeguardingLeads(const Json &concern)
{
    return memberOf(concern, "restricted_to") == "safeguarding_leads";
}

const LeftOut kLeftOut[] = {
    // About the file, not the programme. `as_of` is what a shift of dates starts from.
    {"", "meta", nullptr},
    {"meta", "title", nullptr},
    {"meta", "notice", nullptr},
    {"meta", "as_of", nullptr},
    {"meta", "date_shift_hint", nullptr},
    {"meta", "language", nullptr},
    {"meta", "id_note", nullptr},
    // Vocabularies are the catalogue's; every code of the file must be one of it, and labels are the programme's
    // overlay.
    {"", "vocabularies", nullptr},
    // Worked out wherever they are shown; refused when the file has worked them out differently.
    {"risks", "score", isLikelihoodTimesImpact},
    {"gatherings.headcount", "total", isSumOfCounters},
    // Said by the circle that the kind lives in; any other restriction is refused.
    {"safeguarding_concerns", "restricted_to", isForSafeguardingLeads},
};

} // namespace

const LeftOut *leftOut(std::string_view list, std::string_view key)
{
    for (const LeftOut &entry : kLeftOut) {
        if (entry.list == list && entry.key == key)
            return &entry;
    }
    return nullptr;
}

} // namespace ourtable::usecases
