#include "core/store/projectiondigest.h"

#include <algorithm>
#include <cstring>

#include "core/crypto/hashing.h"
#include "core/support/cbor.h"

namespace ourtable::store {
namespace {

// hasForeign is left out: it says what this version cannot read, not what was written.
Bytes canonical(const RecordView &view)
{
    cbor::Writer out;
    out.array(14);
    out.octets(view.id.view());
    out.integer(view.kind);
    out.text(view.state);
    out.boolean(view.hidden);
    out.boolean(view.erased);
    out.boolean(view.changedWhileHidden);
    out.boolean(view.imported);
    out.text(view.sourceId);
    out.integer(static_cast<std::int64_t>(view.createdClock));
    out.octets(view.createdBy.view());
    out.integer(static_cast<std::int64_t>(view.updatedClock));
    out.octets(view.updatedBy.view());
    out.array(view.twoVersions.size());
    for (const catalogue::FieldNumber field : view.twoVersions)
        out.integer(field);
    out.map(view.fields.size());
    for (const auto &[field, value] : view.fields) {
        out.integer(field);
        out.value(value);
    }
    return out.take();
}

} // namespace

Result<Hash> digestOf(Database &database, const ProjectionSchema &schema, std::span<const catalogue::KindNumber> kinds)
{
    OURTABLE_ASSIGN(Statement select, database.prepare("SELECT n, kind FROM record ORDER BY id"));
    ProjectionReader reader(database, schema);
    Hash digest;
    for (;;) {
        OURTABLE_ASSIGN(const bool found, select.step());
        if (!found)
            return digest;
        const auto kind = static_cast<catalogue::KindNumber>(select.integer(1));
        const KindTable *table = schema.table(kind);
        if (!table || std::ranges::find(kinds, kind) == kinds.end())
            continue;
        OURTABLE_ASSIGN(const RecordView view, reader.one(select.integer(0), *table));
        digest = crypto::hashOf("ourtable.projection.digest.v1", {digest.view(), canonical(view)});
    }
}

Result<std::vector<Fingerprint>> fingerprintsOf(Database &database, const ProjectionSchema &schema)
{
    OURTABLE_ASSIGN(Statement select, database.prepare("SELECT n, kind FROM record ORDER BY id"));
    ProjectionReader reader(database, schema);
    std::vector<Fingerprint> all;
    for (;;) {
        OURTABLE_ASSIGN(const bool found, select.step());
        if (!found)
            return all;
        const KindTable *table = schema.table(static_cast<catalogue::KindNumber>(select.integer(1)));
        if (!table)
            continue;
        OURTABLE_ASSIGN(const RecordView view, reader.one(select.integer(0), *table));
        const std::uint8_t foreign = view.hasForeign;
        const Hash hash = crypto::hashOf("ourtable.projection.fingerprint.v1", {canonical(view), ByteView(&foreign, 1)});
        Fingerprint one{view.id, view.kind, 0};
        std::memcpy(&one.content, hash.view().data(), sizeof one.content);
        all.push_back(one);
    }
}

} // namespace ourtable::store
