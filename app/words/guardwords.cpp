#include "app/words/guardwords.h"

#include <algorithm>

namespace ourtable::words {
namespace {

using enum ErrorCode;

constexpr ErrorWords kGuardWords[] = {
    {GuardRefused, "second_person", "Somebody other than the person who wrote it does this. Ask them."},
    {GuardRefused, "two_people", "Name two people who wrote it together."},
    {GuardRefused, "lay_and_coordinator", "A lay partner and a coordinator both have to say yes."},
    {GuardRefused, "mixed_pair", "Two people look at it: one with lived experience, one from an organisation."},
    {GuardRefused, "because_given", "Write down why, then try again."},
    {GuardRefused, "because_given_unless_done", "Write down why it isn't done, then try again."},
    {GuardRefused, "newer_version_stands", "The newer version has to be in force first."},
    {GuardRefused, "within_ten_minutes", "This goes back only in its first ten minutes, and before the first note."},
    {GuardRefused, "close_questions_answered",
     "Answer three questions first: rules read, notes explained, photo. And count who is in the room."},
    {GuardRefused, "gathering_ready_to_publish",
     "Not yet: read the rules, explain the notes, and settle every note that could point at someone."},
    {GuardRefused, "twenty_taken_back", "Twenty were taken back here today. Try again tomorrow, or ask a coordinator."},
    {GuardRefused, "gathering_published", "Publish the breakfast first, then its notes."},
    {GuardRefused, "tidy_up_done", "Choose a theme and how big it is, then try again."},
    {GuardRefused, "identity_settled", "This note could point at someone. Reword it, ask them, or keep it for notes only."},
    {GuardRefused, "two_gatherings", "It needs notes from two breakfasts, or a coordinator's reason for fewer."},
    {GuardRefused, "person_agreed_to_be_listed", "Ask the person whether they want to be listed, and leave the surname out."},
    {GuardRefused, "owner_or_unnamed", "The person who made the promise decides that."},
    {GuardRefused, "owner_or_on_their_behalf", "The person who made the promise says so themselves."},
    {GuardRefused, "owner_and_coordinator", "The person who made the promise and a coordinator both say so."},
    {GuardRefused, "lay_sign_off", "Someone who was promised this needs to say it happened."},
    {GuardRefused, "quote_permission_held", "One line repeats a note for notes only. Change its words, or ask the person."},
    {GuardRefused, "checked_with_people", "Check it with the people who said it, or write down why not."},
    {GuardRefused, "year_old", "It stays on the board for twelve months first."},
    {GuardRefused, "round_ready_to_open", "The panel needs a lay partner, the role has to be in use, and the aim written."},
    {GuardRefused, "round_is_continuous", "Only a round that opens again can do that."},
    {GuardRefused, "nominee_said_yes", "Ask the person first. Their yes comes before anything else."},
    {GuardRefused, "assessed_by_two", "Two readers write down the panel's view first."},
    {GuardRefused, "kind_no_given", "Write thank-you words, a reason, and when the door is open again."},
    {GuardRefused, "person_made", "Make the person's own entry first, and name it here."},
    {GuardRefused, "exit_conversation_said", "Have the goodbye conversation, or write down that it isn't wanted."},
    {GuardRefused, "agreed_tries_made", "Make the tries that were agreed with the person first."},
    {GuardRefused, "reached_the_office", "The safeguarding lead's device doesn't have it yet. Ring them."},
    {GuardRefused, "someone_was_told", "Tell a human being first, by phone or face to face."},
    {GuardRefused, "challenge_said", "Write down what you see differently."},
    {GuardRefused, "challenge_answered", "Answer the challenge in writing first."},
    {GuardRefused, "evidence_may_be_used", "An interview needs a yes. Research needs what it does not tell us."},
    {GuardRefused, "lay_partner_wrote", "At least one lay partner has to have written it."},
    {GuardRefused, "count_only_keeps_nothing", "Only the number is kept for this person: permission, areas and month."},
    {GuardRefused, "agreed_before_sharing", "Ask the person first. Without their yes nothing of theirs is passed on."},
    {GuardRefused, "totals_made", "Make the guarded totals of its batch first."},
};

} // namespace

std::span<const ErrorWords> guardWordsTable() { return kGuardWords; }

std::string_view guardWordsFor(const Error &error)
{
    const auto fits = [&error](const ErrorWords &row) { return row.code == error.code && row.detail == error.detail; };
    const auto found = std::find_if(std::begin(kGuardWords), std::end(kGuardWords), fits);
    return found == std::end(kGuardWords) ? std::string_view() : found->words;
}

} // namespace ourtable::words
