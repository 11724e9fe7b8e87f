// Founding a programme, inviting, joining, letting in (design README 8, Founding and Joining; security.md 3.1).
#pragma once

#include "core/usecases/workspace.h"

namespace ourtable::usecases {

struct NewPerson {
    std::string knownAs;
    std::string password;
    bool passphrase = false; // coordinators always use one
};

// What is written down once and kept in a sealed envelope: whoever holds it can open everything.
struct RecoverySheet {
    std::string rootKey;     // typed codes in groups of four
    std::string recoveryKey;
};

struct Founded {
    std::unique_ptr<Profile> profile;
    PersonId person;
    EndpointId endpoint;
    RecoverySheet sheet;
};

// Makes root, recovery key, the six circles, directory entry 0 and its followers, this person as first coordinator, and
// hands them to the hub of the founding ticket. Everything is on this device before the hub hears of it, so a cut line
// loses nothing: found again with the same ticket and folder goes on. Malformed (no ticket), AlreadyUsed, Expired,
// WeakSecret, Offline, AlreadyExists.
[[nodiscard]] Result<Founded> foundProgramme(const std::string &folder, const std::string &ticket, const NewPerson &founder,
                                             const Surroundings &around);

// The sheet again, until somebody said that it is written down: a crash right after founding must not lose it. NotFound.
[[nodiscard]] Result<RecoverySheet> recoverySheet(const Surroundings &around);
[[nodiscard]] Result<void> forgetSheet(const Surroundings &around);

struct InvitationFor {
    std::vector<catalogue::RoleNumber> roles;
    std::vector<catalogue::CircleNumber> namedReader; // panel, monitoring: circles whose readers are named one by one
    std::int64_t minutes = 60;                        // 24 hours at most
};

// Whether this person lets people in.
[[nodiscard]] bool mayInvite(const Workspace &workspace);

// Posts an invitation. InvalidInput for no role, minutes that are too few or too many (detail minutes), or a seat on a panel
// alone (detail panel_alone); NotPermitted unless mayInvite(), NeedsTwo as Waiting("second_coordinator") for a third
// coordinator.
[[nodiscard]] Result<sync::Invitation> invite(Workspace &workspace, const InvitationFor &whom);

struct JoinRequest {
    sync::Invitation invitation;
    HubPlace place;
};
// From the text of a file.
[[nodiscard]] Result<JoinRequest> readInvitation(const std::string &text, const Surroundings &around);
// From an address and a typed code: asks the hub what it posted, and checks its voucher before anything else.
[[nodiscard]] Result<JoinRequest> readTypedInvitation(const std::string &address, const std::string &code,
                                                      const Surroundings &around);

struct Joining {
    std::unique_ptr<Profile> profile;
    EndpointId endpoint;
    std::string words; // compare with the coordinator's screen
};
// Makes the keys and the vault, and asks to be let in. Nothing but drafts can be written before that happened. Expired,
// AlreadyUsed, Refused (five wrong tokens), Offline, WeakSecret.
[[nodiscard]] Result<Joining> join(const std::string &folder, const JoinRequest &request, const NewPerson &person,
                                   const Surroundings &around);
// Asks whether the coordinator has confirmed. Waiting("coordinator") while not; afterwards directory and keys are here.
[[nodiscard]] Result<void> finishJoining(Profile &profile);

struct WaitingPerson {
    InviteId invite;
    std::string knownAs;
    std::string words;
    std::vector<catalogue::RoleNumber> roles;
};
// Who asked to be let in with an invitation of this coordinator, and whose keys are the ones their device made.
[[nodiscard]] Result<std::vector<WaitingPerson>> waitingPeople(Workspace &workspace);
// Signs them into the directory, hands them the keys of their circles, and makes their Person record. Rotates circles
// without history, and takes the founder out of a circle once two people of its own hold it.
[[nodiscard]] Result<void> letIn(Workspace &workspace, const InviteId &invite);

// Reads what sheets and invitations carry; used by the command line.
[[nodiscard]] std::vector<sync::Grant> grantsFor(const catalogue::Catalogue &catalogue, const sync::Directory &directory,
                                                 const InvitationFor &whom);

} // namespace ourtable::usecases
