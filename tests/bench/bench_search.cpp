// Search as somebody types, over 100,000 notes, one keystroke after the other; beside it a plain scan of the same texts in
// memory, newest first, until as many were found.
#include <QCoreApplication>

#include "tests/bench/hubprocess.h"
#include "tests/bench/memory.h"
#include "tests/bench/notes.h"
#include "tests/bench/realtable.h"
#include "tests/bench/table.h"
#include "tests/bench/timing.h"
#include "tests/bench/vocabulary.h"

using namespace ourtable;
using namespace ourtable::bench;

namespace {

constexpr double kSearchTarget = 30;
constexpr double kMemoryTarget = 250;
constexpr std::size_t kShown = 50;
constexpr std::size_t kTextOctets = 490;

std::string textNumber(const Vocabulary &vocabulary, std::uint64_t number)
{
    test::SeededRandom random(number);
    std::string text;
    while (text.size() < kNoteOctets)
        text += vocabulary.pick(random) + " ";
    text.resize(kNoteOctets);
    return text;
}

// What is there to be read must be there twice: once ours, sealed and indexed, and once plain for the scan.
class Texts {
public:
    Texts(const Vocabulary &vocabulary, std::uint64_t count)
    {
        std::vector<Bytes> texts;
        for (std::uint64_t i = 0; i < count; ++i)
            texts.push_back(toBytes(viewOf(textNumber(vocabulary, i) + '\0')));
        m_copies.emplace(std::move(texts));
    }
    [[nodiscard]] std::size_t scan(const std::string &typed) const
    {
        const sealed_items items = m_copies->items();
        return sealed_scan(&items, typed.c_str(), kShown);
    }

private:
    std::optional<PlainCopies> m_copies;
};

// So many whole words before the one that is being typed.
void measure(Device &device, const Texts &texts, const Vocabulary &vocabulary, int wordsBefore, int rounds)
{
    test::SeededRandom random(7);
    Times ours, limit;
    for (int round = 0; round < rounds; ++round) {
        std::string typed;
        for (int i = 0; i < wordsBefore; ++i)
            typed += vocabulary.pick(random) + " ";
        for (const char letter : vocabulary.pick(random)) {
            typed.push_back(letter);
            ours.add(timed([&] { (void)must(device->search(typed, kShown), "search"); }));
        }
        const std::string last = typed.substr(typed.rfind(' ') + 1);
        limit.add(timed([&] { (void)texts.scan(last); }));
    }
    const std::string name = "search as you type, word " + std::to_string(wordsBefore + 1);
    print({name + ", median", Unit::Milliseconds, ours.median(), limit.median(), 0});
    print({name + ", p95", Unit::Milliseconds, ours.quantile(0.95), limit.quantile(0.95), kSearchTarget});
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    must(crypto::start(), "crypto");
    const bool quick = isQuick(argc, argv);
    const test::TempFolder folder;
    const HubProcess hub;
    const std::unique_ptr<Device> device = founded(folder.file("device"), hub.ticket());
    const Vocabulary vocabulary;
    const std::uint64_t notes = quick ? 200 : 100'000;
    grow(**device, breakfast(*device), {0, notes, 64}, [&](std::uint64_t number) {
        const std::string text = textNumber(vocabulary, number);
        return NoteWords{text.substr(0, kTextOctets), text.substr(kTextOctets)};
    });
    const double memory = peakMegabytes();
    const Texts texts(vocabulary, notes);
    for (const int wordsBefore : {0, 1, 2})
        measure(*device, texts, vocabulary, wordsBefore, quick ? 3 : 150);
    print({"memory of a client with 12,000 different words", Unit::Megabytes, memory, 0, kMemoryTarget});
    return 0;
}
