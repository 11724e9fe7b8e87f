// What can go wrong, as a value. Core speaks codes; words for people are made in the bridge and in the command line.
#pragma once

#include <string>
#include <string_view>

namespace ourtable {

enum class ErrorCode {
    // What was asked for
    InvalidInput,    // a value has the wrong shape; detail names the field
    RequiredMissing, // a required field is empty; detail names it
    TooLong,         // longer than its limit; detail names the field
    UnknownKind,     // not in the catalogue
    UnknownField,    // not a field of that kind
    UnknownCode,     // not in the field's vocabulary, or retired
    NotFound,        // no such record, form, file or person here
    NotPermitted,    // the role may not do that; detail names kind and action
    MoveRefused,     // no such move in the table; detail is "from>to"
    GuardRefused,    // a named guard says no; detail names the guard
    AlreadyExists,   // would be made twice
    Conflict,        // somebody else was first; read again and redo
    // Vault and device
    Locked,          // needs unlocking first
    WrongSecret,     // PIN or passphrase does not open the vault
    WeakSecret,      // PIN or passphrase against the policy; detail names the rule
    TryLater,        // back-off after wrong attempts; detail is the number of seconds
    Frozen,          // too many wrong attempts: a coordinator has to bring the person in again
    // Storage
    StorageFull,     // disk full; nothing was changed
    StorageFailed,   // the disk or database said no; nothing was changed
    Busy,            // another process holds the store; or the one way to the hub is in use (detail: sharing)
    Corrupt,         // a file fails its check; it was set aside, never deleted
    NewerVersion,    // made by a newer version; refused unchanged
    // Formats and keys
    Malformed,       // bytes that cannot be decoded
    TooLarge,        // over a limit of the formats
    SealBroken,      // a signature, seal or check did not hold; one code for all of them on purpose
    NoKey,           // this device does not hold that key
    Unsupported,     // version or suite that this program does not know
    Erased,          // was taken back
    // Hub and directory
    Offline,         // no hub reached; includes captive portals and wrong certificates
    Refused,         // the hub said no; detail is its code
    Revoked,         // this device or endpoint was switched off
    NotMember,       // not in that circle
    HubChanged,      // the hub's database is another one than before
    Expired,         // invitation, ticket or session too old
    AlreadyUsed,     // invitation or ticket used before
    Waiting,         // somebody else has to do something first; detail says what
    DirectoryBroken, // the directory does not verify; nothing of it is used
    // The rest
    Cancelled,       // the person stopped it
    Internal,        // a defect of ours; detail says where
};

// The code's stable name, "not_permitted", for logs, JSON and tests.
[[nodiscard]] std::string_view nameOf(ErrorCode code);

// detail carries names of the catalogue, codes and numbers only; never text that somebody wrote, so that an Error may
// always be logged.
struct Error {
    ErrorCode code = ErrorCode::Internal;
    std::string detail;

    bool operator==(const Error &) const = default;
};

} // namespace ourtable
