// From "somebody on another thread calls this back" to something that a coroutine can await.
#pragma once

#include <utility> // Boost 1.74's awaitable.hpp uses std::exchange without including it

#include <atomic>
#include <memory>

#include <boost/asio/associated_executor.hpp>
#include <boost/asio/async_result.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/use_awaitable.hpp>

#include "core/hub/http.h"

namespace ourtable::hub {

// The way back into one suspended coroutine. Shared by every copy of a Done: the first answer counts, later ones are
// dropped, and when the last copy goes without one the client gets a 500 instead of waiting for ever. It keeps `alive`,
// the owner of the executor, for as long as anybody holds a Done, so that an answer after the server's end is harmless.
template <class Handler>
class Reply {
public:
    Reply(std::shared_ptr<void> alive, Handler handler)
        : m_alive(std::move(alive)), m_executor(boost::asio::get_associated_executor(handler)),
          m_work(boost::asio::make_work_guard(m_executor)), m_handler(std::move(handler))
    {
    }
    ~Reply()
    {
        HttpAnswer lost;
        lost.status = 500;
        answer(std::move(lost));
    }
    Reply(const Reply &) = delete;
    Reply &operator=(const Reply &) = delete;

    // From any thread. The coroutine goes on later, on its own executor, never inside this call.
    void answer(HttpAnswer given)
    {
        if (m_answered.exchange(true))
            return;
        auto resume = [handler = std::move(m_handler), given = std::move(given)]() mutable {
            std::move(handler)(std::move(given));
        };
        boost::asio::post(m_executor, std::move(resume));
        m_work.reset();
    }

private:
    using Executor = boost::asio::associated_executor_t<Handler>;
    std::shared_ptr<void> m_alive;
    Executor m_executor;
    boost::asio::executor_work_guard<Executor> m_work;
    Handler m_handler;
    std::atomic<bool> m_answered{false};
};

// Calls start(done) on the awaiting coroutine's thread and resumes it there with the answer that done gets.
//   auto start = [...](HttpHandler::Done done) { ... };
//   HttpAnswer answer = co_await answerOf(alive, std::move(start));
// Name the lambda first, as here: g++ 12 destroys a temporary one twice inside a co_await expression. start must not throw.
template <class Start>
boost::asio::awaitable<HttpAnswer> answerOf(std::shared_ptr<void> alive, Start start)
{
    auto initiate = [alive = std::move(alive), start = std::move(start)](auto handler) mutable {
        using Handler = decltype(handler);
        auto reply = std::make_shared<Reply<Handler>>(std::move(alive), std::move(handler));
        HttpHandler::Done done = [reply = std::move(reply)](HttpAnswer given) { reply->answer(std::move(given)); };
        start(std::move(done));
    };
    boost::asio::use_awaitable_t<> token;
    return boost::asio::async_initiate<boost::asio::use_awaitable_t<>, void(HttpAnswer)>(std::move(initiate), token);
}

} // namespace ourtable::hub
