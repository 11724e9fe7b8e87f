#include "core/support/error.h"

namespace ourtable {

std::string_view nameOf(ErrorCode code)
{
    switch (code) {
    case ErrorCode::InvalidInput: return "invalid_input";
    case ErrorCode::RequiredMissing: return "required_missing";
    case ErrorCode::TooLong: return "too_long";
    case ErrorCode::UnknownKind: return "unknown_kind";
    case ErrorCode::UnknownField: return "unknown_field";
    case ErrorCode::UnknownCode: return "unknown_code";
    case ErrorCode::NotFound: return "not_found";
    case ErrorCode::NotPermitted: return "not_permitted";
    case ErrorCode::MoveRefused: return "move_refused";
    case ErrorCode::GuardRefused: return "guard_refused";
    case ErrorCode::AlreadyExists: return "already_exists";
    case ErrorCode::Conflict: return "conflict";
    case ErrorCode::Locked: return "locked";
    case ErrorCode::WrongSecret: return "wrong_secret";
    case ErrorCode::WeakSecret: return "weak_secret";
    case ErrorCode::TryLater: return "try_later";
    case ErrorCode::Frozen: return "frozen";
    case ErrorCode::StorageFull: return "storage_full";
    case ErrorCode::StorageFailed: return "storage_failed";
    case ErrorCode::Busy: return "busy";
    case ErrorCode::Corrupt: return "corrupt";
    case ErrorCode::NewerVersion: return "newer_version";
    case ErrorCode::Malformed: return "malformed";
    case ErrorCode::TooLarge: return "too_large";
    case ErrorCode::SealBroken: return "seal_broken";
    case ErrorCode::NoKey: return "no_key";
    case ErrorCode::Unsupported: return "unsupported";
    case ErrorCode::Erased: return "erased";
    case ErrorCode::Offline: return "offline";
    case ErrorCode::Refused: return "refused";
    case ErrorCode::Revoked: return "revoked";
    case ErrorCode::NotMember: return "not_member";
    case ErrorCode::HubChanged: return "hub_changed";
    case ErrorCode::Expired: return "expired";
    case ErrorCode::AlreadyUsed: return "already_used";
    case ErrorCode::Waiting: return "waiting";
    case ErrorCode::DirectoryBroken: return "directory_broken";
    case ErrorCode::Cancelled: return "cancelled";
    case ErrorCode::Internal: return "internal";
    }
    return "internal";
}

} // namespace ourtable
