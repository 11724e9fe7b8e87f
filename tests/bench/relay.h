// A relay in front of the hub that counts every octet on the wire: TLS, HTTP and all.
#pragma once

#include <atomic>
#include <cstdint>
#include <thread>

namespace ourtable::bench {

class Relay {
public:
    // Listens on a free port of loopback and passes everything on to this one; stops the program when it cannot.
    explicit Relay(std::uint16_t to);
    ~Relay();
    Relay(const Relay &) = delete;
    Relay &operator=(const Relay &) = delete;

    [[nodiscard]] std::uint16_t port() const { return m_port; }
    // Since the last call; both ways.
    [[nodiscard]] std::uint64_t takeUp() { return m_up.exchange(0); }
    [[nodiscard]] std::uint64_t takeDown() { return m_down.exchange(0); }

private:
    void run();

    std::uint16_t m_to;
    std::uint16_t m_port = 0;
    int m_listening = -1;
    std::atomic<bool> m_stopped = false;
    std::atomic<std::uint64_t> m_up = 0;
    std::atomic<std::uint64_t> m_down = 0;
    std::thread m_thread;
};

} // namespace ourtable::bench
