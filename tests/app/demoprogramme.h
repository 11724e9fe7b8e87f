// The demonstration programme with people of its own, and an open breakfast with notes: what every page has something to show
// of. Ids of the imported records are the same each time, names and words too; the clock stands at half past eight.
#pragma once

#include "tests/support/programme.h"

namespace ourtable::test {

struct DemoOptions {
    std::string before; // put before every text of every record, cut where it does not fit: long or hostile words
};

class DemoProgramme {
public:
    explicit DemoProgramme(const DemoOptions &options = {});

    // False when something along the way did not work; failure says what.
    [[nodiscard]] bool make();
    [[nodiscard]] const std::string &failure() const { return m_failure.empty() ? programme.failure : m_failure; }

    Programme programme;
    Member *lay = nullptr;         // Dami
    Member *peer = nullptr;        // Bea
    RecordId gathering;            // open, at The Copper Kettle
    RecordId note;                 // of it
    RecordId promise;              // with two versions of its words and its day
    RecordId organisation;

private:
    [[nodiscard]] Result<void> fill();
    [[nodiscard]] Result<void> bringIn();
    [[nodiscard]] Result<void> haveBreakfast();
    [[nodiscard]] Result<void> disagree();

    DemoOptions m_options;
    std::string m_failure;
};

// One that is planned for the day, at Tamarind Hall. Stops the test when that does not work.
[[nodiscard]] RecordId planBreakfast(Member &member, const std::string &day);

} // namespace ourtable::test
