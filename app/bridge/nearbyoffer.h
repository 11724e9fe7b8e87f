// The way to devices nearby, as the program offers it to the pages of one session: a child of the session, so that it is
// found from there and goes with it.
#pragma once

#include "app/bridge/session.h"
#include "core/sync/nearbyway.h"

namespace ourtable {

class NearbyOffer : public QObject {
    Q_OBJECT

public:
    // The way outlives the session.
    NearbyOffer(Session &session, sync::NearbyWay &way) : QObject(&session), m_way(way) {}

    // nullptr when the program offers none.
    [[nodiscard]] static sync::NearbyWay *of(const Session &session)
    {
        const NearbyOffer *const offer = session.findChild<NearbyOffer *>(QString(), Qt::FindDirectChildrenOnly);
        return offer ? &offer->m_way : nullptr;
    }

private:
    sync::NearbyWay &m_way;
};

} // namespace ourtable
