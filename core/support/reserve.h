// Room on the disk that is kept free for writing when everything else is full: recording goes on for thousands of notes while
// somebody makes room. A file of its own, which holds nothing.
#pragma once

#include <cstdint>
#include <string>

namespace ourtable {

// One thread. Never fails aloud: without a reserve things are as they were without this class.
class Reserve {
public:
    static constexpr std::int64_t kOctets = 4 << 20;
    static constexpr std::int64_t kGiveBelow = 1 << 20;  // so little room left: the reserve goes to whoever writes
    static constexpr std::int64_t kTakeAbove = 64 << 20; // so much: it is taken again

    explicit Reserve(std::string file) : m_file(std::move(file)) {}

    // Gives the reserve away or takes it, as `available` octets on the disk ask for; to be called before something is written.
    void look(std::int64_t available);
    // The same by what the disk of the file says.
    void look();

private:
    void take();

    std::string m_file;
};

} // namespace ourtable
