#include "core/support/crockford.h"
#include "core/sync/invitation.h"
#include "tests/fuzz/fuzz.h"

namespace ourtable::fuzz {
namespace {

void address(std::string_view typed)
{
    if (!sync::isHubAddress(typed))
        return;
    must(typed.size() <= 260 && typed.find_first_of("/@?#%\\ \t\r\n") == typed.npos);
    must(std::all_of(typed.begin(), typed.end(), [](char c) { return c > ' ' && c < 0x7f; }));
}

} // namespace

void once(ByteView octets)
{
    const std::string_view typed = textOf(octets);
    address(typed);
    const Result<sync::Invitation> read = sync::Invitation::fromText(typed);
    if (!read)
        return mustBeOneOf(read, {ErrorCode::Malformed});
    must(typed.starts_with(read->text()) && sync::isHubAddress(read->address) && read->expires >= 0);
    const auto code = crockford::decodeCode(read->typedCode());
    must(code && equal(*code, read->secret.view()));
}

} // namespace ourtable::fuzz
