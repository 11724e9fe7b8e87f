// What client and hub say to each other about sessions, the directory, keys and newcomers (PROTOCOL.md 8).
#pragma once

#include "core/sync/directoryentry.h"
#include "core/sync/enrolment.h"
#include "core/sync/requestauth.h"
#include "core/sync/wire.h"

namespace ourtable::sync {

// POST /v1/session, unsigned
struct SessionRequest {
    DeviceId device;
    [[nodiscard]] Bytes encoded() const;
    [[nodiscard]] static Result<SessionRequest> decode(ByteView octets);
};
struct SessionAnswer {
    SessionId session;
    SessionNonce nonce;
    std::uint32_t seconds = 0;
    [[nodiscard]] Bytes encoded() const;
    [[nodiscard]] static Result<SessionAnswer> decode(ByteView octets);
};

// GET /v1/directory?after=<number of entries known>
struct DirectoryAnswer {
    std::vector<Bytes> entries;
    bool more = false;
    [[nodiscard]] Bytes encoded() const;
    [[nodiscard]] static Result<DirectoryAnswer> decode(ByteView octets);
};

// An epoch key sealed to one reader (or to recovery), and a circle's earlier keys sealed under its newest.
struct KeyPackage {
    CircleId circle;
    std::uint32_t epoch = 0;
    EndpointId endpoint;
    Bytes sealed;
};
struct KeyBag {
    CircleId circle;
    std::uint32_t epoch = 0;
    Bytes bag;
};

// POST /v1/directory: taken whole or not at all. Conflict (409) when the head has moved.
struct DirectoryAppend {
    Hash expectedHead;
    std::vector<Bytes> entries;
    std::vector<KeyPackage> packages;
    std::vector<KeyBag> bags;
    std::vector<InviteId> settled; // invitations whose requests are dealt with: the hub forgets them
    [[nodiscard]] Bytes encoded() const;
    [[nodiscard]] static Result<DirectoryAppend> decode(ByteView octets);
};

// GET /v1/keybag: for the endpoints of the asking device, newest epochs first.
struct KeysAnswer {
    std::vector<KeyPackage> packages;
    std::vector<KeyBag> bags;
    [[nodiscard]] Bytes encoded() const;
    [[nodiscard]] static Result<KeysAnswer> decode(ByteView octets);
};

// POST /v1/found, unsigned: the founding ticket's token makes the programme.
struct FoundRequest {
    InviteId ticket;
    Hash token;
    DirectoryAppend start; // expectedHead zero
    [[nodiscard]] Bytes encoded() const;
    [[nodiscard]] static Result<FoundRequest> decode(ByteView octets);
};

// POST /v1/invite, signed by a coordinator's device. GET /v1/invite/<id> gives an InviteInfo, unsigned.
struct InvitePost {
    InviteId invite;
    Hash tokenHash;
    std::int64_t expires = 0;   // milliseconds since 1970; the hub caps it at 24 hours from now
    crypto::VerifyKey rootKey;
    Hash voucher;
    [[nodiscard]] Bytes encoded() const;
    [[nodiscard]] static Result<InvitePost> decode(ByteView octets);
};
struct InviteInfo {
    crypto::VerifyKey rootKey;
    Hash voucher;
    Bytes caCertificate; // DER; checked against the voucher's pin
    [[nodiscard]] Bytes encoded() const;
    [[nodiscard]] static Result<InviteInfo> decode(ByteView octets);
};

// POST /v1/enrol, unsigned: an EnrolmentRequest. GET /v1/enrolments, signed by a coordinator's device:
struct EnrolmentsAnswer {
    std::vector<Bytes> requests; // encoded EnrolmentRequests
    [[nodiscard]] Bytes encoded() const;
    [[nodiscard]] static Result<EnrolmentsAnswer> decode(ByteView octets);
};

} // namespace ourtable::sync
