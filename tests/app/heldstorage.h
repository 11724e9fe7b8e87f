// The storage thread as it is on a slow device: it answers nothing until it is let go.
#pragma once

#include <future>
#include <memory>

#include "app/bridge/session.h"

namespace ourtable::test {

// What is asked for meanwhile is done when this goes, in its order. The session has to outlive it.
class HeldStorage {
public:
    explicit HeldStorage(Session &session)
    {
        session.storage().ask(
            &session,
            [waited = std::make_shared<std::future<void>>(m_go.get_future())](Desk &) {
                waited->wait();
                return Result<void>();
            },
            [](const Result<void> &) {});
    }
    ~HeldStorage() { m_go.set_value(); }
    HeldStorage(const HeldStorage &) = delete;
    HeldStorage &operator=(const HeldStorage &) = delete;

private:
    std::promise<void> m_go;
};

} // namespace ourtable::test
