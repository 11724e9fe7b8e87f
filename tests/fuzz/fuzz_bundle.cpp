#include "core/crypto/kdf.h"
#include "core/crypto/sealedstream.h"
#include "core/sync/bundle.h"
#include "tests/fuzz/fuzz.h"
#include "tests/support/smalldirectory.h"

namespace ourtable::fuzz {
namespace {

using namespace sync;
using test::SmallDirectory;
using test::smallDirectory;

constexpr std::size_t kLabelOctets = 29;

const EpochKey &theKey()
{
    static test::SeededRandom random(1);
    static const EpochKey key = EpochKey::make(SmallDirectory::circleOf(1), 1, random);
    return key;
}

// What opened says the same when it is sealed again, and whatever is taken of it stands under its writer's seal.
void mustHold(const Bundle &bundle)
{
    const Result<Bytes> sealed = sealBundle(bundle, theKey());
    must(sealed.ok());
    const Result<Bundle> again = openBundle(*sealed, theKey());
    must(again.ok() && again->madeAt == bundle.madeAt && again->expires == bundle.expires && again->directory == bundle.directory);
    for (const PullAnswer &set : bundle.circles) {
        const Result<void> verified = verifyCarried(set, smallDirectory().directory());
        if (!verified) {
            mustBeOneOf(verified, {ErrorCode::NotFound, ErrorCode::Malformed, ErrorCode::SealBroken});
            continue;
        }
        must(set.runs.empty() || !set.seals.empty());
        PullAnswer whole;
        whole.circle = set.circle;
        for (const PullAnswer &page : inPages(set, 512))
            must(addPage(whole, page).ok());
        must(verifyCarried(whole, smallDirectory().directory()).ok());
    }
}

// A file as it is found on a stick.
void found(ByteView octets)
{
    const Result<BundleLabel> label = bundleLabel(octets);
    const Result<Bundle> opened = openBundle(octets, theKey());
    must(label.ok() || !opened.ok());
    if (opened)
        mustHold(*opened);
    else
        mustBeOneOf(opened, {ErrorCode::Malformed, ErrorCode::TooLarge, ErrorCode::Unsupported, ErrorCode::SealBroken});
}

// The same from somebody who has the key: any records, in chunks of any length.
void sealedRightly(ByteView octets)
{
    Input input(octets);
    const std::size_t chunk = 1 + input.number(2);
    Bytes file = sealBundle({}, theKey()).value();
    file.resize(kLabelOctets);
    const Bytes label = file;
    const crypto::SecretKey secret = crypto::subkeyOf(theKey().key(), crypto::EpochSubkey::Bundle);
    crypto::StreamSealer sealer(secret.view());
    append(file, sealer.header());
    ByteView associated = label;
    do {
        const ByteView plain = input.take(std::min(chunk, crypto::kStreamChunk));
        Bytes sealed(plain.size() + crypto::kStreamOverhead);
        sealer.seal(plain, associated, input.empty(), sealed.data());
        associated = {};
        append(file, sealed);
    } while (!input.empty());
    found(file);
}

} // namespace

// The first octet chooses.
void once(ByteView octets)
{
    Input input(octets);
    if (input.octet() % 2 == 0)
        found(input.rest());
    else
        sealedRightly(input.rest());
}

} // namespace ourtable::fuzz
