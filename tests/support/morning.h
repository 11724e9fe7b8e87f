// A breakfast that is going on: four tables, and what was said at two of them by people of their own devices. The clock stands at
// half past eight and some minutes.
#pragma once

#include "tests/support/programme.h"

namespace ourtable::test {

class Morning {
public:
    // False when something along the way did not work; programme.failure says what. With notes at the tables 1 and 2.
    [[nodiscard]] bool make();
    // Another note of Amina's at table 2, shared with the hub: her workspace has to be open.
    [[nodiscard]] bool aminaWrites(const std::string &words);
    // What is at a table, as this member's open workspace reads it.
    [[nodiscard]] static std::vector<std::string> wordsAt(Member &member, const RecordId &gathering, std::int64_t table);

    Programme programme;
    Member *joel = nullptr;  // peer worker; his workspace is closed
    Member *amina = nullptr; // lay partner; hers too
    RecordId gathering;

private:
    [[nodiscard]] Result<void> begin();
};

} // namespace ourtable::test
