#include "core/sync/directoryentry.h"

#include <algorithm>

#include "core/crypto/hashing.h"
#include "core/sync/directorybody.h"
#include "core/sync/wireparts.h"

namespace ourtable::sync {
namespace {

using namespace wireparts;

constexpr std::int64_t kEntryVersion = 1;
constexpr std::size_t kMostSignatures = 4;
} // namespace

void DirectoryEntry::encodeSigned(cbor::Writer &out) const
{
    out.integer(kEntryVersion);
    out.integer(static_cast<std::int64_t>(seq));
    out.octets(previous.view());
    out.integer(time);
    out.integer(static_cast<std::int64_t>(body.index()));
    encodeDirectoryBody(out, body);
}

Hash DirectoryEntry::transcript() const
{
    cbor::Writer out;
    out.array(6);
    encodeSigned(out);
    return crypto::hashOf("ourtable.directory.sign.v1", {out.bytes()});
}

Bytes DirectoryEntry::encoded() const
{
    cbor::Writer out;
    out.array(7);
    encodeSigned(out);
    out.array(signatures.size());
    for (const EntrySignature &signature : signatures) {
        out.array(2);
        out.octets(signature.signer.view());
        out.octets(signature.signature.view());
    }
    return out.take();
}

Hash DirectoryEntry::hash() const { return crypto::hashOf("ourtable.directory.entry.v1", {encoded()}); }

void DirectoryEntry::signAs(const EndpointId &signer, const crypto::SigningKeyPair &keys)
{
    signatures.push_back({signer, crypto::sign(keys, transcript())});
}

Result<DirectoryEntry> DirectoryEntry::decode(ByteView octets)
{
    cbor::Reader in(octets);
    DirectoryEntry entry;
    expectMembers(in, 7);
    if (in.integer() != kEntryVersion)
        return in.failed() ? Error{ErrorCode::Malformed, "directory entry"} : Error{ErrorCode::Unsupported, "directory entry version"};
    entry.seq = static_cast<std::uint64_t>(bounded(in, 0, INT64_MAX));
    entry.previous = in.id<Hash>();
    entry.time = bounded(in, 0, INT64_MAX);
    const std::int64_t type = in.integer();
    if (in.failed())
        return Error{ErrorCode::Malformed, "directory entry"};
    OURTABLE_ASSIGN(entry.body, decodeDirectoryBody(in, type));
    for (std::size_t left = counted(in, kMostSignatures); left > 0; --left) {
        expectMembers(in, 2);
        EntrySignature signature;
        signature.signer = in.id<EndpointId>();
        signature.signature = in.id<crypto::Signature>();
        entry.signatures.push_back(signature);
    }
    if (!in.finished())
        return Error{ErrorCode::Malformed, "directory entry"};
    return entry;
}

MembershipHead membershipHeadOf(const Hash &entryHash) { return crypto::shortened<MembershipHead>(entryHash); }

Hash membersHash(std::vector<ReaderKeys> readers)
{
    std::sort(readers.begin(), readers.end(), [](const ReaderKeys &a, const ReaderKeys &b) { return a.endpoint < b.endpoint; });
    Bytes all;
    for (const ReaderKeys &reader : readers) {
        append(all, reader.endpoint.view());
        append(all, reader.key.view());
        append(all, reader.box.view());
    }
    return crypto::hashOf("ourtable.members.v1", {all});
}

EndpointId recoveryEndpoint(const crypto::BoxPublicKey &recoveryKey)
{
    return crypto::shortened<EndpointId>(crypto::hashOf("ourtable.recovery.v1", {recoveryKey.view()}));
}

} // namespace ourtable::sync
