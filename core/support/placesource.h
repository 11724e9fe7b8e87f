// Where this device is, asked once because a person tapped for it. Comes from outside, like the clock; nobody keeps what it
// says of a device, so that no place of a person is ever recorded.
#pragma once

#include <functional>

#include "core/support/result.h"

namespace ourtable {

struct Spot {
    double latitude = 0;  // degrees
    double longitude = 0;
    double accuracy = 0;  // metres around it; 0 when that is not known
};

class PlaceSource {
public:
    virtual ~PlaceSource() = default;
    // False: this device has nothing that could know. Costs nothing, and asks nobody for anything.
    [[nodiscard]] virtual bool available() const = 0;
    // NotPermitted: the person, or the system, does not allow it. NotFound: nothing was found out in time.
    using Tell = std::function<void(const Result<Spot> &)>;
    // Tells once, in the thread that asked, after this returned. A new question takes the place of the one before.
    virtual void ask(Tell tell) = 0;
    // Nobody waits any more: nothing is told.
    virtual void stop() = 0;
};

} // namespace ourtable
