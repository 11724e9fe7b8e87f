// What somebody may do with one record now, for screens that offer it. Writing judges all of it again, guards included.
#pragma once

#include "core/usecases/workspace.h"

namespace ourtable::usecases {

struct RecordOffers {
    bool change = false;                // any field
    bool agree = false;                 // say yes to it: the field agreed_by
    bool remove = false;                // and bring it back
    bool takeBack = false;              // for good
    std::vector<std::string> moves;     // the states it may go to, in the order of the table; guards are not asked
};

// NotFound, NotPermitted as Workspace::state().
[[nodiscard]] Result<RecordOffers> offersFor(Workspace &workspace, const RecordId &record);

struct CreateOffer {
    bool create = false;
    bool aboutSelfOnly = false;         // the kind's owner field may name nobody else
};

[[nodiscard]] CreateOffer createOffer(Workspace &workspace, const catalogue::Kind &kind);

} // namespace ourtable::usecases
