// A handler that knows nothing of notes: it answers so that a test can see what the server handed over.
#pragma once

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <stdexcept>
#include <thread>
#include <vector>

#include "core/hub/http.h"

namespace ourtable::hub::test {

//   /healthz    "ok\n", at once
//   /v1/push    the number of octets of the body, from another thread; takes 1 MiB. /v1/hello the same, takes 4 KiB
//   /v1/wait    after releaseWaiting() or cancelWaiting(): "woken" or "stopping"
//   /v1/pull    8 MiB
//   /v1/vv      what the server said about the client: peer, a blank, the authorization
//   /v1/erase   throws;  /v1/keybag  forgets to answer;  /v1/members  keeps the answer for releaseKept()
// Everything else: 404. Thread-safe.
class FakeHandler final : public HttpHandler {
public:
    FakeHandler() : m_worker([this] { work(); }) {}
    ~FakeHandler() override
    {
        {
            const std::lock_guard lock(m_mutex);
            m_ended = true;
        }
        m_wake.notify_one();
        m_worker.join();
    }

    std::size_t bodyLimit(const std::string &, const std::string &target) const override
    {
        if (target == "/v1/push")
            return 1u << 20;
        return target == "/v1/hello" ? 4u << 10 : 0;
    }

    void handle(HttpRequest request, Done done) override
    {
        ++m_handled;
        const std::lock_guard lock(m_mutex);
        if (request.target == "/v1/push" || request.target == "/v1/hello")
            m_jobs.push_back({std::move(done), text(std::to_string(request.body.size()))});
        else if (request.target == "/v1/wait")
            m_waiting.push_back(std::move(done));
        else if (request.target == "/v1/members")
            m_kept.push_back(std::move(done));
        else if (request.target == "/v1/erase")
            throw std::runtime_error("a defect of the handler");
        else if (request.target != "/v1/keybag")
            done(atOnce(request));
        m_wake.notify_one();
    }

    void cancelWaiting() override { answerAll(m_waiting, "stopping"); }
    void releaseWaiting() { answerAll(m_waiting, "woken"); }
    void releaseKept() { answerAll(m_kept, "late"); }

    [[nodiscard]] std::size_t handled() const { return m_handled; }
    [[nodiscard]] std::size_t waiting()
    {
        const std::lock_guard lock(m_mutex);
        return m_waiting.size() + m_kept.size();
    }

private:
    struct Job {
        Done done;
        HttpAnswer answer;
    };

    static HttpAnswer text(std::string_view words)
    {
        HttpAnswer answer;
        answer.body = toBytes(words);
        answer.contentType = "text/plain";
        return answer;
    }

    static HttpAnswer atOnce(const HttpRequest &request)
    {
        if (request.target == "/healthz")
            return text("ok\n");
        if (request.target == "/v1/pull")
            return text(std::string(8u << 20, 'p'));
        if (request.target == "/v1/vv")
            return text(request.peer + " " + request.authorization);
        HttpAnswer none;
        none.status = 404;
        return none;
    }

    void answerAll(std::vector<Done> &from, std::string_view words)
    {
        std::vector<Done> now;
        {
            const std::lock_guard lock(m_mutex);
            now.swap(from);
        }
        for (const Done &done : now)
            done(text(words));
    }

    void work()
    {
        std::unique_lock lock(m_mutex);
        while (!m_ended) {
            std::vector<Job> jobs;
            jobs.swap(m_jobs);
            lock.unlock();
            for (Job &job : jobs)
                job.done(std::move(job.answer));
            jobs.clear();
            lock.lock();
            m_wake.wait(lock, [this] { return m_ended || !m_jobs.empty(); });
        }
    }

    std::atomic<std::size_t> m_handled{0};
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::vector<Job> m_jobs;
    std::vector<Done> m_waiting, m_kept;
    bool m_ended = false;
    std::thread m_worker;
};

} // namespace ourtable::hub::test
