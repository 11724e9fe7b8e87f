#include "core/store/projectionwords.h"
#include "core/store/search.h"
#include "core/support/text.h"
#include "tests/core/store/projectionstates.h"
#include "tests/fuzz/fuzz.h"

namespace ourtable::fuzz {
namespace {

using namespace store;

// Made anew now and then, as the index keeps the words of what was replaced.
Projection &projection()
{
    static std::optional<Projection> held;
    static int uses = 0;
    if (uses++ % 2000 == 0) {
        held.emplace(Projection::create(catalogue::Catalogue::builtIn()).value());
        int number = 0;
        for (const char *words : {"The bus comes too late", "NEAR and OR \"quoted\" words*", "zażółć gęślą jaźń", "نحتاج إلى حافلة"})
            must(held->put(test::recordNumber(static_cast<std::uint64_t>(++number)), test::note(words)).ok());
    }
    return *held;
}

} // namespace

// Whatever is typed is words, never an error of the database; and a note of those words is found by them.
void once(ByteView octets)
{
    const std::string_view typed = textOf(octets);
    Search search(projection());
    const auto hits = search.find(typed, {}, 3);
    must(hits.ok() == text::isPlainUtf8(typed));
    if (!hits)
        return mustBeOneOf(hits, {ErrorCode::InvalidInput});
    must(hits->size() <= 3);
    for (std::size_t i = 1; i < hits->size(); ++i)
        must(!((*hits)[i] == (*hits)[i - 1]));

    const RecordId written = test::recordNumber(77);
    must(projection().put(written, test::note(typed)).ok());
    const auto found = search.find(typed);
    must(found.ok());
    const bool there = std::any_of(found->begin(), found->end(), [&](const SearchHit &hit) { return hit.id == written; });
    must(there == !splitWords(typed).empty());
}

} // namespace ourtable::fuzz
