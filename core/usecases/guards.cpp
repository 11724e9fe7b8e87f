#include "core/usecases/guards.h"

#include <algorithm>

#include "core/usecases/guardfunctions.h"

namespace ourtable::usecases {
namespace guards {
namespace {

constexpr NamedGuard kGuards[] = {
    {"second_person", secondPerson},
    {"two_people", twoPeople},
    {"lay_and_coordinator", layAndCoordinator},
    {"mixed_pair", mixedPair},
    {"because_given", becauseGiven},
    {"because_given_unless_done", becauseGivenUnlessDone},
    {"newer_version_stands", newerVersionStands},
    {"within_ten_minutes", withinTenMinutes},
    {"close_questions_answered", closeQuestionsAnswered},
    {"gathering_ready_to_publish", gatheringReadyToPublish},
    {"gathering_published", gatheringPublished},
    {"tidy_up_done", tidyUpDone},
    {"identity_settled", identitySettled},
    {"two_gatherings", twoGatherings},
    {"person_agreed_to_be_listed", personAgreedToBeListed},
    {"owner_or_unnamed", ownerOrUnnamed},
    {"owner_or_on_their_behalf", ownerOrOnTheirBehalf},
    {"owner_and_coordinator", ownerAndCoordinator},
    {"lay_sign_off", laySignOff},
    {"quote_permission_held", quotePermissionHeld},
    {"checked_with_people", checkedWithPeople},
    {"year_old", yearOld},
    {"round_ready_to_open", roundReadyToOpen},
    {"round_is_continuous", roundIsContinuous},
    {"nominee_said_yes", nomineeSaidYes},
    {"assessed_by_two", assessedByTwo},
    {"kind_no_given", kindNoGiven},
    {"person_made", personMade},
    {"exit_conversation_said", exitConversationSaid},
    {"agreed_tries_made", agreedTriesMade},
    {"reached_the_office", reachedTheOffice},
    {"someone_was_told", someoneWasTold},
    {"challenge_said", challengeSaid},
    {"challenge_answered", challengeAnswered},
    {"evidence_may_be_used", evidenceMayBeUsed},
    {"lay_partner_wrote", layPartnerWrote},
    {"totals_made", totalsMade},
};

} // namespace

std::span<const NamedGuard> knownGuards() { return kGuards; }

} // namespace guards

Result<bool> guardHolds(std::string_view guard, const GuardContext &context)
{
    const std::span<const guards::NamedGuard> known = guards::knownGuards();
    const auto found = std::find_if(known.begin(), known.end(), [&](const guards::NamedGuard &one) { return one.name == guard; });
    if (found == known.end())
        return Error{ErrorCode::Internal, "guard " + std::string(guard)};
    return found->holds(context);
}

} // namespace ourtable::usecases
