#include "app/cli/exit.h"

namespace ourtable::cli {

Exit exitOf(ErrorCode code)
{
    switch (code) {
    case ErrorCode::InvalidInput:
    case ErrorCode::RequiredMissing:
    case ErrorCode::TooLong:
    case ErrorCode::UnknownKind:
    case ErrorCode::UnknownField:
    case ErrorCode::UnknownCode:
    case ErrorCode::NotFound: return Exit::Usage;
    case ErrorCode::NotPermitted:
    case ErrorCode::MoveRefused:
    case ErrorCode::GuardRefused:
    case ErrorCode::AlreadyExists:
    case ErrorCode::Conflict:
    case ErrorCode::NoKey:
    case ErrorCode::Erased:
    case ErrorCode::Refused:
    case ErrorCode::Revoked:
    case ErrorCode::NotMember:
    case ErrorCode::Expired:
    case ErrorCode::AlreadyUsed: return Exit::Refused;
    case ErrorCode::Locked:
    case ErrorCode::WrongSecret:
    case ErrorCode::WeakSecret:
    case ErrorCode::TryLater:
    case ErrorCode::Frozen: return Exit::Secret;
    case ErrorCode::Offline:
    case ErrorCode::HubChanged: return Exit::Offline;
    case ErrorCode::StorageFull:
    case ErrorCode::StorageFailed:
    case ErrorCode::Busy:
    case ErrorCode::Corrupt:
    case ErrorCode::NewerVersion: return Exit::Storage;
    case ErrorCode::Malformed:
    case ErrorCode::TooLarge:
    case ErrorCode::SealBroken:
    case ErrorCode::Unsupported: return Exit::BadFile;
    case ErrorCode::Waiting: return Exit::Waiting;
    case ErrorCode::Cancelled: return Exit::Stopped;
    case ErrorCode::DirectoryBroken:
    case ErrorCode::Internal: return Exit::Defect;
    }
    return Exit::Defect;
}

} // namespace ourtable::cli
