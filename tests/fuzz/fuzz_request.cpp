#include <set>

#include "app/hub/requesthead.h"
#include "core/hub/requesttarget.h"
#include "core/sync/requestauth.h"
#include "tests/fuzz/fuzz.h"

namespace ourtable::fuzz {
namespace {

void auth(std::string_view header)
{
    if (const auto read = sync::RequestAuth::parse(header))
        must(read->header() == header);
}

void target(std::string_view text)
{
    const auto read = hub::RequestTarget::parse(text);
    if (!read)
        return;
    std::string again = read->path + (read->query.empty() ? "" : "?");
    for (const auto &[name, value] : read->query) {
        again += name + "=" + value + "&";
        if (const auto number = read->number(name))
            must(*number <= INT64_MAX);
        if (const auto id = read->id<CircleId>(name))
            must(value.size() == 32);
    }
    const auto twice = hub::RequestTarget::parse(again);
    must(again.size() > 512 || (twice && twice->path == read->path && twice->query == read->query));
}

void head(std::string_view raw)
{
    hub::HeadFinder whole;
    const auto found = whole.look(raw);
    hub::HeadFinder bitwise; // however the octets arrive, the answer is the same
    hub::HeadFinder::Found last;
    for (std::size_t length = 0; length <= raw.size() && last.length == 0 && last.refusal == hub::Refusal::None; ++length)
        last = bitwise.look(raw.substr(0, length));
    must(last.length == found.length && last.refusal == found.refusal);
    if (found.length == 0)
        return;
    must(found.length <= hub::kHeadOctets && found.length <= raw.size());
    hub::RequestHead read;
    if (hub::readHead(raw.substr(0, found.length), read) != hub::Refusal::None)
        return;
    must(read.method == "GET" || read.method == "POST");
    must(read.target.starts_with('/') && read.target.find("..") == std::string::npos && read.target.find('%') == std::string::npos);
    must(!(read.chunked && read.contentLength));
    target(read.target);
    auth(read.authorization);
}

// Against the plain meaning: each counter once, none further behind than the window.
void window(Input input)
{
    sync::CounterWindow window;
    std::set<std::uint64_t> used;
    while (!input.empty()) {
        const std::uint64_t counter = input.octet() % 8 == 0 ? input.number(8) : input.octet();
        const std::uint64_t top = used.empty() ? 0 : *used.rbegin();
        const bool fresh = counter != 0 && !used.contains(counter) && (counter > top || top - counter < 64);
        must(window.wouldAccept(counter) == fresh);
        if (fresh) {
            window.accept(counter);
            used.insert(counter);
        }
    }
}

} // namespace

void once(ByteView octets)
{
    const std::string_view raw = textOf(octets);
    head(raw);
    target(raw);
    auth(raw);
    window(Input(octets));
}

} // namespace ourtable::fuzz
