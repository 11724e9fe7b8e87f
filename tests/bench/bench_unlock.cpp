// How long it takes from the PIN to a first screen that can be used, with 20,000 and 100,000 changes in the log, with and
// without a snapshot; each in a process of its own, as a person opens the app. Beside it: the PIN stretched, and one file
// of the same octets read and opened.
#include <QCoreApplication>

#include <cstdio>
#include <filesystem>

#include "core/catalogue/handles.h"
#include "core/crypto/passwordhash.h"
#include "core/usecases/breakfasts.h"
#include "tests/bench/hubprocess.h"
#include "tests/bench/memory.h"
#include "tests/bench/notes.h"
#include "tests/bench/realtable.h"
#include "tests/bench/table.h"
#include "tests/bench/timing.h"

using namespace ourtable;
using namespace ourtable::bench;
namespace fields = catalogue::kinds::contribution;

namespace {

constexpr double kMemoryTarget = 250;
constexpr char kOpen[] = "--open";

struct Opening {
    double milliseconds = 0;
    double firstSearch = 0;
    double megabytes = 0;
    int fromSnapshot = 0;
};

// What Today shows: the open breakfast, its newest notes, and what waits.
void showFirstScreen(usecases::Workspace &workspace)
{
    must(usecases::openBreakfast(workspace), "open breakfast");
    store::Query newest;
    newest.kind = fields::kind;
    newest.descending = true;
    newest.limit = 50;
    must(!must(workspace.find(newest), "newest").empty(), "notes");
    (void)must(workspace.status(), "status");
}

// In the process of its own.
int openAndTell(const std::string &folder, const std::string &password)
{
    Opening told;
    Device device(folder, password);
    told.milliseconds = timed([&] {
        device.open();
        showFirstScreen(*device);
    });
    told.megabytes = peakMegabytes();
    told.fromSnapshot = device->openedFromSnapshot();
    told.firstSearch = timed([&] { (void)must(device->search("breakfast"), "search"); });
    std::printf("%f %f %f %d\n", told.milliseconds, told.firstSearch, told.megabytes, told.fromSnapshot);
    return 0;
}

class Unlocking {
public:
    Unlocking(std::string program, const test::TempFolder &folder, Device &device)
        : m_program(std::move(program)), m_limit(folder.file("limit")), m_device(device), m_gathering(breakfast(device))
    {
    }

    void growTo(std::uint64_t changes)
    {
        grow(*m_device, m_gathering, {m_plain.size(), changes, 64}, [&](std::uint64_t number) { return m_notes.words(number); });
        for (std::uint64_t i = m_plain.size(); i < changes; ++i)
            m_plain.push_back(plainBody(m_notes.words(i), i));
        must(m_device->writeSnapshot(), "snapshot");
        m_snapshot = m_device.profile->snapshotPath(m_device->endpoint());
        m_device.close();
    }

    void measure(int rounds, double target, const std::string &size)
    {
        const PlainCopies plain(m_plain);
        const sealed_items items = plain.items();
        must(sealed_write_file(m_limit.c_str(), &items) == 0, "limit");
        std::vector<Opening> with, without;
        Times limits, stretches;
        for (int i = 0; i < rounds; ++i) {
            with.push_back(openedIn(true));
            without.push_back(openedIn(false));
            limits.add(timed([&] {
                std::size_t opened = 0;
                must(sealed_read_file(m_limit.c_str(), &opened) == 0, "limit");
            }));
            const crypto::PasswordCost cost;
            stretches.add(timed([&] { must(sealed_stretch("739582", cost.passes, cost.memoryOctets) == 0, "stretch"); }));
        }
        const double limit = limits.median() + stretches.median();
        tell("with snapshot, " + size, with, limit, target);
        tell("without snapshot, " + size, without, limit, target);
        print({"of which stretching the PIN", Unit::Milliseconds, stretches.median(), stretches.median(), 0});
        m_device.open();
    }

private:
    // The snapshot is set aside for an opening without it.
    Opening openedIn(bool withSnapshot)
    {
        if (!withSnapshot)
            std::filesystem::rename(m_snapshot, m_snapshot + ".aside");
        const std::string command = m_program + " " + kOpen + " '" + m_device.folder() + "' '" + m_device.password() + "'";
        std::FILE *pipe = ::popen(command.c_str(), "r");
        Opening told;
        must(pipe && std::fscanf(pipe, "%lf %lf %lf %d", &told.milliseconds, &told.firstSearch, &told.megabytes, &told.fromSnapshot) == 4,
             "opening");
        ::pclose(pipe);
        must((told.fromSnapshot != 0) == withSnapshot, "snapshot used");
        if (!withSnapshot)
            std::filesystem::rename(m_snapshot + ".aside", m_snapshot);
        return told;
    }

    static void tell(const std::string &name, const std::vector<Opening> &openings, double limit, double target)
    {
        Times times, searches, megabytes;
        for (const Opening &opening : openings) {
            times.add(opening.milliseconds);
            searches.add(opening.firstSearch);
            megabytes.add(opening.megabytes);
        }
        print({"first screen after PIN, " + name, Unit::Milliseconds, times.median(), limit, target});
        print({"first search then, " + name, Unit::Milliseconds, searches.median(), 0, 0});
        print({"memory, " + name, Unit::Megabytes, megabytes.median(), 0, kMemoryTarget});
    }

    std::string m_program;
    std::string m_limit;
    Device &m_device;
    RecordId m_gathering;
    Notes m_notes;
    std::vector<Bytes> m_plain;
    std::string m_snapshot;
};

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    must(crypto::start(), "crypto");
    if (argc == 4 && std::string_view(argv[1]) == kOpen)
        return openAndTell(argv[2], argv[3]);
    const bool quick = isQuick(argc, argv);
    const test::TempFolder folder;
    const HubProcess hub;
    const std::unique_ptr<Device> device = founded(folder.file("device"), hub.ticket());
    struct Size {
        std::uint64_t changes;
        double target;
        const char *name;
    };
    const std::vector<Size> sizes = quick ? std::vector<Size>{{100, 0, "100 changes"}}
                                          : std::vector<Size>{{20'000, 500, "20,000 changes"}, {100'000, 1500, "100,000 changes"}};
    Unlocking unlocking(argv[0], folder, *device);
    for (const Size &size : sizes) {
        unlocking.growTo(size.changes);
        unlocking.measure(quick ? 1 : 5, size.target, size.name);
    }
    return 0;
}
