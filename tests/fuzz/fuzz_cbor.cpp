#include "core/support/cbor.h"
#include "tests/fuzz/fuzz.h"

namespace ourtable::fuzz {

void once(ByteView octets)
{
    const Result<Value> value = cbor::decode(octets);
    if (value)
        must(equal(cbor::encode(*value), octets));
    else
        mustBeOneOf(value, {ErrorCode::Malformed, ErrorCode::TooLarge});

    // Skipping over takes exactly what reading takes.
    cbor::Reader skipping(octets);
    const ByteView skipped = skipping.raw();
    must(skipping.finished() == value.ok());
    must(!value || skipped.size() == octets.size());

    // Tighter limits refuse more and never read otherwise.
    const Result<Value> limited = cbor::decode(octets, {.octets = 64, .depth = 3, .nodes = 16});
    must(!limited || (value && *limited == *value && octets.size() <= 64));
}

} // namespace ourtable::fuzz
