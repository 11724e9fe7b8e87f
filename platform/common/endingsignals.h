// The system's wish that the program ends (SIGTERM, SIGINT, SIGHUP), told in the thread of the event loop, where what people
// wrote can still be kept.
#pragma once

#include <functional>
#include <memory>

namespace ourtable::platform {

// One at a time. While it lives these signals end nothing by themselves; afterwards they do what they did before.
class EndingSignals {
public:
    // Needs the application object. asked is called by the event loop, for each signal.
    explicit EndingSignals(std::function<void()> asked);
    ~EndingSignals();

private:
    struct Pipe;
    std::unique_ptr<Pipe> m_pipe;
};

} // namespace ourtable::platform
