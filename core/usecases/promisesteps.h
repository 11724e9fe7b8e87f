// What people do with a promise: say what happened, move it on with what that asks for, and ask how it is going (domain.md 3.3,
// record 11). Rights, moves and guards are the catalogue's; what is refused changes nothing.
#pragma once

#include <span>

#include "core/usecases/workspace.h"

namespace ourtable::usecases {

struct PromiseStep {
    RecordId promise;
    std::string to;                   // the state it goes to; empty: it stands as it did
    std::string words;                // what happened, what is in the way, or why
    std::string newText;              // changed: what will happen instead. The old words stay in its history
    bool sayOnly = false;             // says that it stands so, with an update; who must say so as well moves it later
    std::optional<std::string> draft; // what was being written is done
};
// Words become an update, in the same change as the move. RequiredMissing names "action_update.text", "action.because" or
// "action.text"; otherwise as Workspace::move().
[[nodiscard]] Result<void> takeStep(Workspace &workspace, const PromiseStep &step);

struct PromiseOffer {
    std::string to;
    bool words = false;               // asks what is in the way, or why
    bool newText = false;             // asks what will happen instead
    std::string waitsFor;             // the guard that others have to fulfil: this person can only say so (sayOnly); empty: none
};
// The moves that this person may make now, in the order of the catalogue. One that is the owner's alone is offered to
// nobody else.
[[nodiscard]] Result<std::vector<PromiseOffer>> offersForPromise(Workspace &workspace, const RecordId &promise);
// Whether this person may take it back to that state at once, with nothing asked.
[[nodiscard]] Result<bool> mayGoBackTo(Workspace &workspace, const RecordId &promise, std::string_view state);

struct Asked {
    std::size_t asked = 0;
    std::size_t over = 0;             // kept, decided against or let go: nobody is asked
    std::size_t askedToday = 0;       // by this person: once a day is enough
};
// An update on each, with these words, so that whoever promised sees it on their own device.
[[nodiscard]] Result<Asked> askHowItIsGoing(Workspace &workspace, std::span<const RecordId> promises, const std::string &words);

} // namespace ourtable::usecases
