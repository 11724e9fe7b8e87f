#include "core/store/snapshot.h"

#include "core/crypto/filestream.h"
#include "core/support/cbor.h"
#include "core/support/files.h"

namespace ourtable::store {
namespace {

constexpr std::uint32_t kSnapshotFormat = 1;

// Why the label alone rules the file out.
std::optional<Error> refusalOf(const SnapshotLabel &label, const ProjectionSchema &schema, const SnapshotOwner &owner)
{
    if (label.format != kSnapshotFormat)
        return Error{ErrorCode::Unsupported, "format"};
    if (label.schema != schema.version())
        return Error{ErrorCode::Unsupported, "schema"};
    if (label.owner != owner)
        return Error{ErrorCode::SealBroken, "owner"};
    return std::nullopt;
}

Result<Projection> opened(const std::string &path, crypto::KeyView key, const catalogue::Catalogue &catalogue,
                          const SnapshotLabel &label)
{
    MemoryImage image;
    const Result<void> read = crypto::openFile(path, key, label.encoded(), [&](std::size_t size) {
        image = MemoryImage(size);
        return image.data();
    });
    if (!read)
        return read.error().code == ErrorCode::SealBroken ? Error{ErrorCode::SealBroken, "seal"} : read.error();
    Result<Projection> projection = Projection::over(std::move(image), catalogue);
    if (!projection)
        return Error{ErrorCode::SealBroken, "content"};
    const Result<HighWater> upTo = projection->highWater();
    if (!upTo || *upTo != label.upTo)
        return Error{ErrorCode::SealBroken, "content"};
    return projection;
}

} // namespace

Bytes SnapshotLabel::encoded() const
{
    cbor::Writer out;
    out.array(6);
    out.integer(format);
    out.octets(schema.view());
    out.octets(owner.endpoint.view());
    out.octets(owner.device.view());
    out.integer(upTo.row);
    out.octets(upTo.running.view());
    return out.take();
}

Result<SnapshotLabel> SnapshotLabel::decoded(ByteView octets)
{
    cbor::Reader in(octets);
    SnapshotLabel label;
    const bool six = in.array() == 6;
    const std::int64_t format = in.integer();
    label.format = static_cast<std::uint32_t>(format);
    label.schema = in.id<Hash>();
    label.owner.endpoint = in.id<EndpointId>();
    label.owner.device = in.id<DeviceId>();
    label.upTo.row = in.integer();
    label.upTo.running = in.id<Hash>();
    if (!six || !in.finished() || format != std::int64_t{label.format})
        return Error{ErrorCode::Malformed, "snapshot label"};
    return label;
}

Result<SnapshotLabel> Snapshot::write(const std::string &path, crypto::KeyView key, Projection &projection,
                                      const SnapshotOwner &owner)
{
    OURTABLE_TRY(projection.scrub());
    OURTABLE_ASSIGN(const HighWater upTo, projection.highWater());
    const SnapshotLabel label{kSnapshotFormat, projection.schema().version(), owner, upTo};
    OURTABLE_ASSIGN(const ByteView image, projection.database().image());
    OURTABLE_TRY(crypto::sealFile(path, key, image, label.encoded()));
    return label;
}

Result<Projection> Snapshot::open(const std::string &path, crypto::KeyView key, const catalogue::Catalogue &catalogue,
                                  const SnapshotOwner &owner, const SnapshotLabel &label)
{
    const std::optional<Error> refusal = refusalOf(label, ProjectionSchema(catalogue), owner);
    Result<Projection> projection = refusal ? Result<Projection>(*refusal) : opened(path, key, catalogue, label);
    if (!projection && projection.error().code != ErrorCode::NotFound
        && projection.error().code != ErrorCode::StorageFailed)
        (void)files::removeCopy(path); // it is refused again next time; the reason for that matters more
    return projection;
}

} // namespace ourtable::store
