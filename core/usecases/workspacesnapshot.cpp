// The sealed snapshot that makes the next unlock quick, and a programme's overlay on the catalogue.
#include "core/catalogue/handles.h"
#include "core/crypto/hashing.h"
#include "core/store/snapshot.h"
#include "core/support/files.h"
#include "core/usecases/workspace.h"

namespace ourtable::usecases {
namespace {

constexpr char kOverlay[] = "overlay";

std::string labelName(const EndpointId &endpoint) { return "snapshot:" + endpoint.hex(); }

// A snapshot shows what these roles and circles may see; with others it is of no use.
Hash hashOf(const sync::EndpointVersion &standing)
{
    Bytes grants;
    for (const sync::Grant &grant : standing.grants) {
        append(grants, grant.circle.view());
        grants.push_back(static_cast<std::uint8_t>(grant.mode));
    }
    return crypto::hashOf("ourtable.standing.v1", {standing.roles, grants});
}

} // namespace

Result<bool> Workspace::loadSnapshot()
{
    const Result<Bytes> held = m_profile.log().meta(labelName(m_endpoint));
    if (!held || held->size() < Hash::size)
        return false;
    const Hash standingThen = *Hash::from(ByteView(*held).first(Hash::size));
    const Result<store::SnapshotLabel> label = store::SnapshotLabel::decoded(ByteView(*held).subspan(Hash::size));
    const bool useful = label && standingThen == hashOf(standing()) && label->upTo.row <= m_profile.log().newestMark();
    if (!useful || m_keysAreNew)
        return false;
    const store::SnapshotOwner owner{m_endpoint, m_profile.device()};
    Result<store::Projection> opened = store::Snapshot::open(m_profile.snapshotPath(m_endpoint), m_vault.snapshotKey().view(),
                                                             *m_catalogue, owner, *label);
    if (!opened)
        return false; // the log is folded instead
    m_projection.emplace(std::move(*opened));
    m_mark = label->upTo.row;
    m_snapshotStale = false;
    return true;
}

Result<void> Workspace::writeSnapshot()
{
    if (!m_snapshotStale)
        return {};
    OURTABLE_TRY(m_projection->indexWords(INT64_MAX));
    const store::SnapshotOwner owner{m_endpoint, m_profile.device()};
    OURTABLE_ASSIGN(const store::SnapshotLabel label, store::Snapshot::write(m_profile.snapshotPath(m_endpoint),
                                                                             m_vault.snapshotKey().view(), *m_projection, owner));
    Bytes kept = toBytes(hashOf(m_foldedAs).view());
    append(kept, label.encoded());
    OURTABLE_TRY(m_profile.log().setMeta(labelName(m_endpoint), kept));
    m_snapshotStale = false;
    // Whoever is idle has the time for the write-ahead log that a save has not; a reader in the way only puts it off.
    (void)m_profile.log().truncateWriteAheadLog();
    return {};
}

Result<bool> Workspace::snapshotIsStale()
{
    return m_snapshotStale || m_keysAreNew || m_profile.log().newestMark() != m_mark;
}

Result<std::int64_t> Workspace::indexSome(std::int64_t limit) { return m_projection->indexWords(limit); }

Result<void> Workspace::layOverlay(const std::string &overlay)
{
    Result<std::shared_ptr<const catalogue::Catalogue>> laid = catalogue::Catalogue::withOverlay(overlay);
    if (!laid)
        return {}; // an overlay that does not fit is shown to a coordinator as it is; the plain catalogue goes on
    m_catalogue = std::move(*laid);
    m_overlay = overlay;
    return {};
}

Result<void> Workspace::applyOverlay()
{
    namespace fields = catalogue::kinds::programme_overlay;
    store::Query query;
    query.kind = fields::kind;
    query.orderBy = store::OrderBy::Field;
    query.orderField = fields::version;
    query.descending = true;
    query.limit = 1;
    OURTABLE_ASSIGN(const std::vector<store::RecordView> newest, m_projection->find(query));
    const std::string *overlay = newest.empty() ? nullptr : newest.front().field(fields::overlay).text();
    if (!overlay || *overlay == m_overlay || !catalogue::Catalogue::withOverlay(*overlay))
        return {};
    OURTABLE_TRY(keepSecret(kOverlay, viewOf(*overlay)));
    const std::shared_ptr<const catalogue::Catalogue> before = m_catalogue; // the projection still points into it
    OURTABLE_TRY(layOverlay(std::string(*overlay)));
    return rebuild();
}

Result<void> Workspace::layKeptOverlay()
{
    const Result<crypto::SecretBytes> kept = secret(kOverlay);
    return kept ? layOverlay(std::string(textOf(kept->view()))) : Result<void>();
}

} // namespace ourtable::usecases
