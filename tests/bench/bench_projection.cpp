// Where the time of the projection goes, part by part, at 100,000 notes of 600 octets: for profiles; not in the table.

#include <algorithm>
#include <benchmark/benchmark.h>
#include <fstream>
#include <time.h>

#include "core/store/search.h"
#include "core/store/snapshot.h"
#include "tests/bench/vocabulary.h"
#include "tests/core/store/projectionstates.h"
#include "tests/support/tempfolder.h"

using namespace ourtable;
using namespace ourtable::store;
using namespace ourtable::test;
using bench::Vocabulary;

namespace {

constexpr std::uint64_t kNotes = 100'000;
constexpr std::size_t kTextOctets = 600;

// Processor time: what else the machine does is not ours. Nothing measured with it waits for a disk.
struct Time {
    static double now()
    {
        timespec time = {};
        ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
        return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * 1e-9;
    }
};
double secondsSince(double start) { return Time::now() - start; }

const Vocabulary &vocabulary()
{
    static const Vocabulary made;
    return made;
}

State noteNumber(std::uint64_t number)
{
    SeededRandom random(number);
    std::string text;
    while (text.size() < kTextOctets)
        text += vocabulary().pick(random) + " ";
    text.resize(kTextOctets);
    State state = note(text, (std::uint64_t{1'795'336'200'000} + number * 977) << 16);
    state.with("gathering", recordNumber(1'000'000 + number / 200)).with("table", 1 + static_cast<int>(number % 6));
    state.with("order", static_cast<int>(number % 200)).with("kind", number % 3 ? "experience" : "idea");
    state.with("theme", number % 2 ? ValueArray{"transport"} : ValueArray{"transport", "money"});
    state.with("quote_permission", "anonymous").with("noted_by", recordNumber(2'000'000 + number % 40));
    state.with("echoes", static_cast<int>(number % 5)).with("captured_offline", true);
    return state;
}

crypto::SecretKey benchKey()
{
    crypto::SecretKey key;
    std::ranges::fill(key.writable(), std::uint8_t{3});
    return key;
}

// Peak (VmHWM) or present (VmRSS) memory of this process in megabytes.
double memory(std::string_view name)
{
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);)
        if (line.starts_with(name))
            return std::stod(line.substr(name.size() + 1)) / 1000;
    return 0;
}

void forgetPeak() { std::ofstream("/proc/self/clear_refs") << "5"; }

struct Corpus {
    TempFolder folder;
    std::string path = folder.file("snapshot");
    double before = memory("VmRSS");
    std::optional<Projection> projection = Projection::create(catalogue::Catalogue::builtIn()).value();
    SnapshotLabel label;
    double putSeconds = 0;
    double indexSeconds = 0;
};

// Folds everything, in batches as an unlock does.
Corpus &corpus()
{
    static Corpus made;
    if (made.putSeconds > 0)
        return made;
    constexpr std::uint64_t batchSize = 2'000;
    std::vector<State> states;
    for (std::uint64_t first = 0; first < kNotes; first += batchSize) {
        states.clear();
        for (std::uint64_t i = first; i < first + batchSize; ++i)
            states.push_back(noteNumber(i));
        const auto start = Time::now();
        Transaction batch = made.projection->begin().value();
        for (std::uint64_t i = 0; i < batchSize; ++i)
            if (!made.projection->put(recordNumber(first + i), states[i], Words::Later).ok())
                std::abort();
        if (!batch.commit().ok())
            std::abort();
        made.putSeconds += secondsSince(start);
    }
    const auto start = Time::now();
    while (made.projection->indexWords(20'000).value() > 0)
        continue;
    made.indexSeconds = secondsSince(start);
    return made;
}

void foldAll(benchmark::State &state)
{
    for (auto _ : state) {
        const Corpus &made = corpus();
        state.SetIterationTime(made.putSeconds + made.indexSeconds);
    }
    Corpus &made = corpus();
    state.counters["put_us_a_note"] = made.putSeconds * 1e6 / kNotes;
    state.counters["index_us_a_note"] = made.indexSeconds * 1e6 / kNotes;
    state.counters["image_MB"] = static_cast<double>(made.projection->database().image().value().size()) / 1e6;
    state.counters["client_MB"] = memory("VmRSS") - made.before;
    state.counters["peak_MB"] = memory("VmHWM");
}

void saveOne(benchmark::State &state)
{
    std::uint64_t number = kNotes;
    for (auto _ : state) {
        state.PauseTiming();
        const State made = noteNumber(number);
        state.ResumeTiming();
        if (!corpus().projection->put(recordNumber(number++), made).ok())
            std::abort();
    }
}

void editOneWithoutWords(benchmark::State &state)
{
    std::uint64_t number = 0;
    for (auto _ : state) {
        state.PauseTiming();
        State made = noteNumber(number % kNotes);
        made.with("echoes", static_cast<int>(1 + number % 9));
        state.ResumeTiming();
        if (!corpus().projection->put(recordNumber(number % kNotes), made).ok())
            std::abort();
        number += 7919;
    }
}

void getOne(benchmark::State &state)
{
    std::uint64_t number = 0;
    for (auto _ : state)
        benchmark::DoNotOptimize(corpus().projection->get(recordNumber((number += 7919) % kNotes)));
}

void pageOfNewest(benchmark::State &state)
{
    Query query{.kind = kindCalled("contribution").number, .descending = true, .limit = 50};
    for (auto _ : state) {
        const auto page = corpus().projection->find(query).value();
        query.after = page.back().id;
    }
}

void listAll(benchmark::State &state)
{
    const auto by = static_cast<OrderBy>(state.range(0));
    const Query query{.kind = kindCalled("contribution").number, .orderBy = by, .orderField = fieldOf("contribution", "order"),
                      .descending = true, .limit = 0};
    for (auto _ : state)
        benchmark::DoNotOptimize(corpus().projection->list(query));
}

void notesOfABreakfast(benchmark::State &state)
{
    std::uint64_t number = 0;
    for (auto _ : state) {
        const Query query{.kind = kindCalled("contribution").number,
                          .filters = {{fieldOf("contribution", "gathering"), Comparison::Equal,
                                       recordNumber(1'000'000 + number++ % 500)}},
                          .limit = 200};
        benchmark::DoNotOptimize(corpus().projection->find(query));
    }
}

void countByTheme(benchmark::State &state)
{
    for (auto _ : state)
        benchmark::DoNotOptimize(corpus().projection->countBy({.kind = kindCalled("contribution").number},
                                                              fieldOf("contribution", "theme")));
}

void digestAll(benchmark::State &state)
{
    const std::vector kinds{kindCalled("contribution").number};
    for (auto _ : state)
        benchmark::DoNotOptimize(corpus().projection->digest(kinds));
}

// One keystroke after the other: a word in full before the one that is being typed.
void searchAsYouType(benchmark::State &state)
{
    const auto wordsBefore = state.range(0);
    SeededRandom random(7);
    std::vector<double> times;
    for (auto _ : state) {
        std::string typed;
        for (std::int64_t i = 0; i < wordsBefore; ++i)
            typed += vocabulary().pick(random) + " ";
        for (const char letter : vocabulary().pick(random)) {
            typed.push_back(letter);
            const auto start = Time::now();
            benchmark::DoNotOptimize(Search(*corpus().projection).find(typed));
            times.push_back(secondsSince(start));
        }
        state.SetIterationTime(times.back());
    }
    std::ranges::sort(times);
    state.counters["p50_ms"] = times[times.size() / 2] * 1e3;
    state.counters["p95_ms"] = times[times.size() * 95 / 100] * 1e3;
    state.counters["max_ms"] = times.back() * 1e3;
}

void snapshotWrite(benchmark::State &state)
{
    const crypto::SecretKey key = benchKey();
    forgetPeak();
    const double before = memory("VmRSS");
    for (auto _ : state)
        corpus().label = Snapshot::write(corpus().path, key.view(), *corpus().projection, {}).value();
    state.counters["peak_above_MB"] = memory("VmHWM") - before;
}

void takeBackAndScrub(benchmark::State &state)
{
    std::uint64_t number = 0;
    for (auto _ : state) {
        state.PauseTiming();
        if (!corpus().projection->put(recordNumber(number), noteNumber(number).erased()).ok())
            std::abort();
        ++number;
        state.ResumeTiming();
        if (!corpus().projection->scrub().ok())
            std::abort();
    }
    state.counters["image_MB"] = static_cast<double>(corpus().projection->database().image().value().size()) / 1e6;
    state.counters["peak_MB"] = memory("VmHWM");
}

// The one that was folded goes first, so that memory is that of a client that has just been unlocked.
void snapshotOpen(benchmark::State &state)
{
    const crypto::SecretKey key = benchKey();
    corpus().projection.reset();
    forgetPeak();
    const double before = memory("VmRSS");
    for (auto _ : state) {
        corpus().projection.reset();
        corpus().projection =
            Snapshot::open(corpus().path, key.view(), catalogue::Catalogue::builtIn(), {}, corpus().label).value();
    }
    state.counters["client_MB"] = memory("VmRSS") - before;
    if (!corpus().projection->put(recordNumber(kNotes * 9), noteNumber(1)).ok())
        std::abort();
    state.counters["peak_after_first_put_MB"] = memory("VmHWM") - before;
}

BENCHMARK(foldAll)->Iterations(1)->UseManualTime()->Unit(benchmark::kMillisecond);
BENCHMARK(saveOne)->Iterations(300)->Unit(benchmark::kMicrosecond);
BENCHMARK(editOneWithoutWords)->Iterations(2'000)->Unit(benchmark::kMicrosecond);
BENCHMARK(getOne)->Unit(benchmark::kMicrosecond);
BENCHMARK(pageOfNewest)->Iterations(500)->Unit(benchmark::kMicrosecond);
BENCHMARK(listAll)->Arg(0)->Arg(1)->Arg(2)->Unit(benchmark::kMillisecond);
BENCHMARK(notesOfABreakfast)->Unit(benchmark::kMicrosecond);
BENCHMARK(countByTheme)->Unit(benchmark::kMillisecond);
BENCHMARK(digestAll)->Iterations(2)->Unit(benchmark::kMillisecond);
BENCHMARK(searchAsYouType)->Arg(0)->Arg(1)->Arg(2)->Iterations(60)->UseManualTime()->Unit(benchmark::kMillisecond);
BENCHMARK(snapshotWrite)->Iterations(3)->Unit(benchmark::kMillisecond);
BENCHMARK(snapshotOpen)->Iterations(3)->Unit(benchmark::kMillisecond);
BENCHMARK(takeBackAndScrub)->Iterations(2)->Unit(benchmark::kMillisecond);

} // namespace

int main(int argc, char **argv)
{
    if (!crypto::start())
        return 1;
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    benchmark::Shutdown();
}
