// The real hub program in a folder of its own, over TLS on loopback.
#pragma once

#include <cstdint>
#include <string>
#include <sys/types.h>

#include "tests/support/tempfolder.h"

namespace ourtable::bench {

class HubProcess {
public:
    // Makes the hub and serves it; stops the program when that does not work.
    HubProcess();
    ~HubProcess();
    HubProcess(const HubProcess &) = delete;
    HubProcess &operator=(const HubProcess &) = delete;

    // A founding ticket; with another port when clients come through a relay.
    [[nodiscard]] std::string ticket(std::uint16_t port = 0) const;
    [[nodiscard]] std::uint16_t port() const { return m_port; }
    [[nodiscard]] double peakMegabytes() const;
    [[nodiscard]] double processorMilliseconds() const;
    // How many octets its database takes.
    [[nodiscard]] double diskOctets() const;

private:
    test::TempFolder m_folder;
    pid_t m_process = -1;
    std::uint16_t m_port = 0;
};

} // namespace ourtable::bench
