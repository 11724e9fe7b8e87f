// The guards one by one, grouped by workspace area, and what they share. Internal to guards*.cpp and their tests.
//
// guards.json says in a sentence what each guard asks; the comments here only add what that sentence leaves open. The
// author of a record is the person of the endpoint that wrote its first change; the mover is who is signed in.
#pragma once

#include <set>
#include <span>

#include "core/usecases/guards.h"

namespace ourtable::usecases::guards {

using Guard = Result<bool> (*)(const GuardContext &context);
struct NamedGuard {
    std::string_view name;
    Guard holds;
};
// Every guard that has a function, in the order of guards.json.
[[nodiscard]] std::span<const NamedGuard> knownGuards();

// --- guardsgatherings.cpp: breakfasts, notes, reflections, needs, things we have

// A note's author is also whoever its noted_by names: neither may check it.
[[nodiscard]] Result<bool> secondPerson(const GuardContext &context);
[[nodiscard]] Result<bool> twoPeople(const GuardContext &context);
// Removed and taken back notes count as notes. A start that lies as far in the future is as old.
[[nodiscard]] Result<bool> withinTenMinutes(const GuardContext &context);
// Heads are counted when a group has a number, which may be nought; first-timers alone are no count.
[[nodiscard]] Result<bool> closeQuestionsAnswered(const GuardContext &context);
[[nodiscard]] Result<bool> gatheringReadyToPublish(const GuardContext &context);
[[nodiscard]] Result<bool> gatheringPublished(const GuardContext &context);
[[nodiscard]] Result<bool> tidyUpDone(const GuardContext &context);
[[nodiscard]] Result<bool> identitySettled(const GuardContext &context);
// Notes that were removed or taken back carry nothing. Only a coordinator's own words count as the reason.
[[nodiscard]] Result<bool> twoGatherings(const GuardContext &context);
// The permission that the record names, or else the newest about contact that names the record, stands. A surname is
// shown when the last word of the giver's name, or the last two of the name of somebody on record, stand in a field that
// is shown.
[[nodiscard]] Result<bool> personAgreedToBeListed(const GuardContext &context);

// --- guardspromises.cpp: promises, and the board of "You said, we did"

// The owner of an organisation's promise is anybody whose Person record names that organisation.
[[nodiscard]] Result<bool> ownerOrUnnamed(const GuardContext &context);
[[nodiscard]] Result<bool> ownerOrOnTheirBehalf(const GuardContext &context);
// Who is not the mover says so with an update on the promise whose new state is the one to move to, and no later one of
// theirs that says otherwise. An owner who is a coordinator is both.
[[nodiscard]] Result<bool> ownerAndCoordinator(const GuardContext &context);
// The lay partner is the one whom signed_off_by names, or the mover.
[[nodiscard]] Result<bool> laySignOff(const GuardContext &context);
// A line quotes a note with four of its words in a row (or all of them, when it has fewer), or with a Quotation of it.
// Permission is the newest about quoting that names the note. A note that was removed, taken back or is not here may
// not be quoted, nor used: it has to come off the line.
[[nodiscard]] Result<bool> quotePermissionHeld(const GuardContext &context);
[[nodiscard]] Result<bool> becauseGivenUnlessDone(const GuardContext &context);
[[nodiscard]] Result<bool> checkedWithPeople(const GuardContext &context);
// Since published_on or, without it, since the line was published. Days are days of UTC.
[[nodiscard]] Result<bool> yearOld(const GuardContext &context);

// --- guardspartners.cpp: rounds, nominations, places

[[nodiscard]] Result<bool> roundReadyToOpen(const GuardContext &context);
[[nodiscard]] Result<bool> roundIsContinuous(const GuardContext &context);
[[nodiscard]] Result<bool> nomineeSaidYes(const GuardContext &context);
// Two readers of one view, or of two.
[[nodiscard]] Result<bool> assessedByTwo(const GuardContext &context);
[[nodiscard]] Result<bool> kindNoGiven(const GuardContext &context);
[[nodiscard]] Result<bool> personMade(const GuardContext &context);
[[nodiscard]] Result<bool> exitConversationSaid(const GuardContext &context);

// --- guardssupport.cpp: support, safety, equality answers

// Three tries (domain.md J2). A try is a contact that was neither written with the person nor read back to them, and that
// no other note strikes through; a contact that reached them begins the count again.
[[nodiscard]] Result<bool> agreedTriesMade(const GuardContext &context);
// The mover is a lead, or the hub has given its receipt for everything of the record.
[[nodiscard]] Result<bool> reachedTheOffice(const GuardContext &context);
[[nodiscard]] Result<bool> someoneWasTold(const GuardContext &context);
// A coordinator has printed or saved totals, for monitoring only, under the exact name of the batch: a PrintRecord whose
// `what` is the batch is the trace that making them leaves.
[[nodiscard]] Result<bool> totalsMade(const GuardContext &context);

// --- guardsagreement.cpp: what people agree on, and how we are doing

// Two different people, even where one holds both roles.
[[nodiscard]] Result<bool> layAndCoordinator(const GuardContext &context);
// Two different people. Lived experience is what they say of themselves; from an organisation is who names one, or works
// in a service or in the office.
[[nodiscard]] Result<bool> mixedPair(const GuardContext &context);
[[nodiscard]] Result<bool> becauseGiven(const GuardContext &context);
// Of the same collaborative, or of the role with the same title. Newer is a higher version; where one has none, a later
// day of agreeing; where there is no such day, nothing is.
[[nodiscard]] Result<bool> newerVersionStands(const GuardContext &context);
// Later than the answer to the challenge before.
[[nodiscard]] Result<bool> challengeSaid(const GuardContext &context);
// Later than the challenge.
[[nodiscard]] Result<bool> challengeAnswered(const GuardContext &context);
// No evidence of any kind may be used against a no.
[[nodiscard]] Result<bool> evidenceMayBeUsed(const GuardContext &context);
[[nodiscard]] Result<bool> layPartnerWrote(const GuardContext &context);

// --- guardsvalues.cpp: values and records

// Without white space around it; empty when it is no text.
[[nodiscard]] std::string textIn(const Value &value);
[[nodiscard]] bool isYes(const Value &value);
// Not null, not blank, not an empty set.
[[nodiscard]] bool isGiven(const Value &value);
// The different records that a Reference or References names.
[[nodiscard]] std::set<RecordId> recordsIn(const Value &references);
// Nothing when it is not here, was removed or was taken back.
[[nodiscard]] Result<std::optional<store::RecordView>> recordHere(Workspace &workspace, const RecordId &record);
// Those of the kind whose field names the record; neither removed nor taken back.
[[nodiscard]] Result<std::vector<store::RecordView>> recordsNaming(Workspace &workspace, catalogue::KindNumber kind,
                                                                   catalogue::FieldNumber field, const RecordId &record);
// A permission that is given and says yes, or yes to only this.
[[nodiscard]] bool stands(const store::RecordView &consent);
// The newest permissions about this whose field names the record: those of the last day on which one was given.
[[nodiscard]] Result<std::vector<store::RecordView>> newestConsents(Workspace &workspace, std::string_view about,
                                                                    catalogue::FieldNumber field, const RecordId &record);
// Lower-case (ASCII) words, without the punctuation between them.
[[nodiscard]] std::vector<std::string> wordsOf(std::string_view text);
// Whether so many of the words in a row, or all where there are fewer, stand in the text in that order.
[[nodiscard]] bool sharesRun(const std::vector<std::string> &words, std::string_view text, std::size_t run);

// --- guardspeople.cpp: who somebody is

// Nothing when the directory does not know the endpoint.
[[nodiscard]] std::optional<PersonId> personOf(const Workspace &workspace, const EndpointId &endpoint);
[[nodiscard]] bool canSignIn(const Workspace &workspace, const PersonId &person);
// The mover's role is that of this session; somebody else's that of their endpoints in use or, without any, of their
// Person record, unless they left.
[[nodiscard]] Result<bool> hasRole(Workspace &workspace, const PersonId &person, std::string_view role);
[[nodiscard]] Result<bool> someoneHasRole(Workspace &workspace, const std::set<PersonId> &people, std::string_view role);
[[nodiscard]] std::set<PersonId> peopleIn(const Value &references);
// Whether two different people can be chosen, one from each.
[[nodiscard]] bool twoDifferent(const std::set<PersonId> &one, const std::set<PersonId> &other);

} // namespace ourtable::usecases::guards
