#include "core/crypto/securebytes.h"
#include "tests/fuzz/fuzz.h"

extern "C" int LLVMFuzzerInitialize(int *, char ***)
{
    ourtable::fuzz::must(ourtable::crypto::start());
    return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *octets, std::size_t size)
{
    ourtable::fuzz::once({octets, size});
    return 0;
}
