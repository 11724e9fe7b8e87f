// The sentences of Saving and sharing (ux.md 7.22): each is true of the facts, and says what to do, if anything.
#pragma once

#include <QString>

#include "core/usecases/sharedthings.h"

namespace ourtable {

struct SharingFacts {
    enum class Way { Fine, OutOfReach, Busy, NotLetIn, Unknown, SwitchedOff, Outdated, Trouble };

    usecases::Things waiting;    // without the hub's receipt
    usecases::Things all;        // on this device; nothing as long as nobody asked
    Way way = Way::Fine;         // as the last sharing ended
    bool running = false;
    std::int64_t arriving = 0;   // changes that came with the sharing under way
    int toDecide = 0;
    QString toDecideKind;        // "action", when there is one
    std::int64_t met = 0;        // when the hub last had everything; 0 = not known
    std::int64_t now = 0;        // both by this device's clock
    QString today;
    QString helper;              // who lets tablets in; empty: not known here
    bool tablet = true;          // else it is called a device
    QString notKept;             // what to say of words that the disk did not take; empty when it took all

    [[nodiscard]] bool needsHelp() const { return way == Way::Unknown || way == Way::SwitchedOff || way == Way::Outdated || way == Way::Trouble; }
    [[nodiscard]] int weeksApart() const; // since the hub was met, whole ones
};

namespace sharingwords {

// "6 notes and 2 promises"
[[nodiscard]] QString things(const usecases::Things &things);
// "All 48 notes are safe on this tablet"
[[nodiscard]] QString headline(const SharingFacts &facts);
// How sharing stands.
[[nodiscard]] QString sentence(const SharingFacts &facts);
// What two people changed; empty when there is nothing to decide.
[[nodiscard]] QString decision(const SharingFacts &facts);
// "Two versions of one promise"; empty likewise.
[[nodiscard]] QString decisionTitle(const SharingFacts &facts);
// "42 shared with the hub", "6 waiting for Wi-Fi"; empty when there are none.
[[nodiscard]] QString shared(const SharingFacts &facts);
[[nodiscard]] QString waiting(const SharingFacts &facts);
// "today 10:42", "Yesterday, 17:20"; empty when it is not known.
[[nodiscard]] QString lastShared(const SharingFacts &facts);

} // namespace sharingwords
} // namespace ourtable
