// How long a person waits for "saved on this tablet": a kept draft and a saved note, with 0, 20,000 and 100,000 changes in
// the log; beside each a sealed append of the same octets that waits for the disk as well.
#include <QCoreApplication>

#include <fcntl.h>
#include <unistd.h>

#include "core/usecases/breakfasts.h"
#include "tests/bench/hubprocess.h"
#include "tests/bench/memory.h"
#include "tests/bench/notes.h"
#include "tests/bench/realtable.h"
#include "tests/bench/table.h"
#include "tests/bench/timing.h"

using namespace ourtable;
using namespace ourtable::bench;

namespace {

constexpr double kSaveTarget = 20;
constexpr double kMemoryTarget = 250;
constexpr std::size_t kLimitOctets = 2u << 20; // more than all rounds need

class Saving {
public:
    Saving(Device &device, const Notes &notes, const test::TempFolder &folder)
        : m_device(device), m_notes(notes), m_gathering(breakfast(device)),
          m_limit(::open(folder.file("limit").c_str(), O_CREAT | O_WRONLY, 0600))
    {
        // Written over, as a write-ahead log is: a file that grows makes the file system wait twice.
        const Bytes room(kLimitOctets);
        must(m_limit >= 0 && sealed_write(m_limit, room.data(), room.size()) == 0 && ::fsync(m_limit) == 0
                 && ::lseek(m_limit, 0, SEEK_SET) == 0,
             "limit file");
    }
    ~Saving() { ::close(m_limit); }
    Saving(const Saving &) = delete;
    Saving &operator=(const Saving &) = delete;

    void growTo(std::uint64_t changes)
    {
        grow(*m_device, m_gathering, {m_saved, std::max(changes, m_saved), 64}, [&](std::uint64_t number) { return m_notes.words(number); });
        m_saved = std::max(changes, m_saved);
    }

    // Each round: a draft, a note, and the limit, so that all of them meet the same disk.
    void measure(std::uint64_t rounds, const std::string &when)
    {
        Times drafts, saves, limits;
        for (std::uint64_t i = 0; i < rounds; ++i, ++m_saved) {
            const NoteWords words = m_notes.words(m_saved);
            const usecases::PlannedChange note = plannedNote(*m_device, m_gathering, words, m_saved);
            const Bytes plain = plainBody(words, m_saved);
            drafts.add(timed([&] { must(m_device->keepDraft("note", Value(words.text)), "draft"); }));
            saves.add(timed([&] { must(m_device->commit({note}, "note"), "save"); }));
            limits.add(timed([&] { must(sealed_append(m_limit, plain.data(), plain.size()) == 0, "limit"); }));
        }
        for (const auto &[name, times] : {std::pair("draft kept", &drafts), std::pair("note saved", &saves)}) {
            print({std::string(name) + ", " + when + ", median", Unit::Milliseconds, times->median(), limits.median(), 0});
            print({std::string(name) + ", " + when + ", p99", Unit::Milliseconds, times->quantile(0.99), limits.quantile(0.99), kSaveTarget});
        }
    }

private:
    Device &m_device;
    const Notes &m_notes;
    RecordId m_gathering;
    int m_limit;
    std::uint64_t m_saved = 0;
};

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    must(crypto::start(), "crypto");
    const bool quick = isQuick(argc, argv);
    const test::TempFolder folder;
    const Notes notes;
    const HubProcess hub;
    const std::unique_ptr<Device> device = founded(folder.file("device"), hub.ticket());
    Saving saving(*device, notes, folder);
    const std::uint64_t rounds = quick ? 5 : 500;
    saving.measure(rounds, "0 changes");
    if (!quick) {
        saving.growTo(20'000);
        saving.measure(rounds, "20,000 changes");
        saving.growTo(100'000);
        saving.measure(rounds, "100,000 changes");
    }
    print({"memory of a client that saved them all", Unit::Megabytes, peakMegabytes(), 0, kMemoryTarget});
    return 0;
}
