#include "app/cli/errorwords.h"

#include <algorithm>
#include <array>

namespace ourtable::cli {
namespace {

using enum ErrorCode;

// Rows with a detail come before the row without one.
constexpr ErrorWords kWords[] = {
    {InvalidInput, "hub address", "That address of the hub doesn't look right. It is a name or number, a colon and a port."},
    {InvalidInput, "secret-file", "There is no PIN or passphrase in that file. It belongs on its first line."},
    {InvalidInput, "secret-env", "That environment variable holds no PIN or passphrase."},
    {InvalidInput, "secret-twice", "The two were not the same. Start again and type it twice."},
    {InvalidInput, "person", "More than one person here fits that. Give more of the letters."},
    {InvalidInput, "code", "That code isn't complete. Look at it again, letter by letter."},
    {InvalidInput, "address", "That address of the hub doesn't look right. It is a name or number, a colon and a port."},
    {InvalidInput, "minutes", "An invitation can be used for 1 to 1440 minutes. Give a whole number with --minutes."},
    {InvalidInput, "panel_alone", "A seat on a panel comes with what somebody is already. Name that role too."},
    {InvalidInput, "", "%1 can't be kept like that. Look at it again."},
    {RequiredMissing, "", "%1 is still empty. Fill it in and try again."},
    {TooLong, "", "%1 is longer than there is room for. Make it shorter."},
    {UnknownKind, "", "This programme has no records of that kind."},
    {UnknownField, "", "There is no %1 on a record of that kind."},
    {UnknownCode, "", "%1 doesn't offer that choice."},
    {NotFound, "profile", "There is no programme in this folder yet. Found one, or join one."},
    {NotFound, "person", "Nobody on this device has that number. `ourtable-cli status` lists them."},
    {NotFound, "open breakfast", "No breakfast is open. Start one first, or name one with --gathering."},
    {NotFound, "gathering", "There is no breakfast of that number on this device. Share first: it may not have arrived yet."},
    {NotFound, "waiting", "Everything here is with the hub already. There is nothing to carry."},
    {NotFound, "folder", "There is no folder of that name."},
    {NotFound, "file", "There is no file of that name, or it can't be read."},
    {NotFound, "", "There is nothing like that here. It may not have arrived yet."},
    {NotPermitted, "", "Your part in the programme doesn't include that. Ask a coordinator."},
    {MoveRefused, "", "It can't go straight there from where it is now."},
    {GuardRefused, "", "Something has to be done before this. Look at the record again."},
    {AlreadyExists, "programme", "This folder belongs to another programme. Join in a folder of its own: --profile FOLDER."},
    {AlreadyExists, "founding", "Founding was begun here with another hub. Found in a folder of its own: --profile FOLDER."},
    {AlreadyExists, "", "That is here already. Nothing was made twice."},
    {Conflict, "", "Somebody else was a moment earlier. Look again, then try once more."},
    {Locked, "", "This needs your PIN or passphrase. Type it when asked, or name a file with --secret-file."},
    {WrongSecret, "", "That PIN or passphrase doesn't open it. Try again."},
    {WeakSecret, "length", "Choose a PIN of 6 to 12 digits, or a passphrase of at least 15 letters."},
    {WeakSecret, "digits", "A PIN has digits only. Choose another one."},
    {WeakSecret, "", "That one is easy to guess. Choose another PIN or passphrase."},
    {TryLater, "", "Wait %1 seconds, then try again. Nothing is lost."},
    {Frozen, "", "This stays closed now. A coordinator can bring you in again; your words are still here."},
    {StorageFull, "", "This device is full, so that wasn't saved. Make some room and try again."},
    {StorageFailed, "", "The disk didn't take it, so nothing was changed. Check that the folder can be written to."},
    {Busy, "", "Our Table is open on this folder already. Close it there first."},
    {Corrupt, "part", "Part of what belongs to this device is missing. Nothing was removed. Ask a coordinator for help."},
    {Corrupt, "", "A file here is damaged. Nothing of it was thrown away. Ask a coordinator for help."},
    {NewerVersion, "", "This was made by a newer version. Install the newest version and open it again."},
    {Malformed, "", "That isn't complete or can't be read. Copy it again, whole."},
    {TooLarge, "", "That is more than fits in one go. Hand it over in smaller parts."},
    {SealBroken, "copy", "That copy is damaged, or a part of it is missing. Nothing was changed. Save it again."},
    {SealBroken, "", "The seal on that doesn't hold. Ask for it again from somebody you know."},
    {NoKey, "device", "This device's own key is missing. Nothing was removed. Ask a coordinator to bring you in again."},
    {NoKey, "device secret", "This device's own key is missing. Nothing was removed. Ask a coordinator to bring you in again."},
    {NoKey, "copy", "This device has to meet the hub first. Share, then try again."},
    {NoKey, "", "That is sealed for other people. This device can't open it."},
    {Unsupported, "", "This version doesn't know that form. Install the newest version."},
    {Erased, "", "That note was taken back. It can't be changed any more."},
    {Offline, "", "There is no signal to the hub. Everything is safe on this device and goes when there is one."},
    {Refused, "too_many", "The hub heard too many requests at once. Wait a minute, then try again."},
    {Refused, "", "The hub said no. What you wrote is still here. Tell a coordinator: %1."},
    {Revoked, "", "This device was switched off from the office. Ring a coordinator."},
    {NotMember, "copy", "That copy is from another programme. It can't come in here."},
    {NotMember, "", "You are not in that circle. Ask a coordinator to let you in."},
    {HubChanged, "", "The hub was set up again. Share once more; this device still has everything."},
    {Expired, "copy", "That copy is more than 90 days old. Make a new one."},
    {Expired, "", "That invitation is too old. Ask a coordinator for a new one."},
    {AlreadyUsed, "", "That invitation was used before. Ask a coordinator for a new one."},
    {Waiting, "coordinator", "A coordinator has to let you in. Compare the two words with them."},
    {Waiting, "confirmation", "They still wait. Compare the two words with them, then let them in."},
    {Waiting, "second_coordinator", "A second coordinator has to agree to that first."},
    {Waiting, "", "Somebody else has to do something first. Try again a little later."},
    {DirectoryBroken, "", "The list of who belongs here doesn't hold together. Nothing was changed. Tell a coordinator."},
    {Cancelled, "", "Stopped. What was saved by then stays saved."},
    {Internal, "", "Something went wrong on our side. Your saved words are still here. Try again."},
};

// "contribution.text" as the label people know, in quotation marks; the detail itself when it names no field.
std::string labelOf(const std::string &detail, const catalogue::Catalogue &catalogue)
{
    const std::size_t dot = detail.find('.');
    const catalogue::Kind *kind = catalogue.kind(std::string_view(detail).substr(0, dot));
    const catalogue::Field *field = kind && dot != detail.npos ? kind->field(std::string_view(detail).substr(dot + 1)) : nullptr;
    if (field)
        return "\u201c" + field->label + "\u201d";
    const std::string named = kind && dot != detail.npos ? detail.substr(dot + 1) : detail;
    return named.empty() ? std::string("This") : "\u201c" + named + "\u201d";
}

const ErrorWords *rowFor(std::span<const ErrorWords> table, const Error &error)
{
    const auto fits = [&error](const ErrorWords &row) {
        return row.code == error.code && (row.detail.empty() || row.detail == error.detail);
    };
    const auto found = std::find_if(table.begin(), table.end(), fits);
    return found == table.end() ? nullptr : &*found;
}

} // namespace

std::span<const ErrorWords> errorWordsTable() { return kWords; }

std::string wordsFor(const Error &error, const catalogue::Catalogue &catalogue)
{
    const ErrorWords *row = rowFor(words::guardWordsTable(), error);
    if (!row)
        row = rowFor(kWords, error);
    std::string words(row ? row->words : std::string_view("Something went wrong on our side."));
    const std::size_t place = words.find("%1");
    if (place == words.npos)
        return words;
    const bool plain = error.code == TryLater || error.code == Refused;
    words.replace(place, 2, plain ? error.detail : labelOf(error.detail, catalogue));
    return words;
}

} // namespace ourtable::cli
