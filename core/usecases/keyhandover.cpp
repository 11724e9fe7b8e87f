#include "core/usecases/keyhandover.h"

namespace ourtable::usecases {
namespace {

// What this device has handed over already, by circle, epoch and endpoint.
std::string doneName(const CircleId &circle, std::uint32_t epoch, const EndpointId &endpoint)
{
    return "handed:" + circle.hex() + ":" + std::to_string(epoch) + ":" + endpoint.hex();
}

} // namespace

Result<std::size_t> handOverKeys(Workspace &workspace)
{
    store::LogStore &log = workspace.profile().log();
    sync::DirectoryAppend append;
    append.expectedHead = workspace.directory().head();
    std::vector<std::string> done;
    for (const auto &[id, circle] : workspace.directory().circles()) {
        const sync::EpochKey *key = workspace.keyring().newest(id);
        if (!key || key->epoch() != circle.epoch())
            continue;
        for (const sync::ReaderKeys &reader : workspace.directory().readersOf(id)) {
            std::string name = doneName(id, key->epoch(), reader.endpoint);
            if (reader.endpoint == workspace.endpoint() || log.meta(name))
                continue;
            OURTABLE_ASSIGN(Bytes sealed, sync::sealPackage(*key, reader.endpoint, reader.box));
            append.packages.push_back({id, key->epoch(), reader.endpoint, std::move(sealed)});
            done.push_back(std::move(name));
        }
    }
    if (append.packages.empty())
        return std::size_t{0};
    OURTABLE_ASSIGN(sync::SyncEngine *const engine, workspace.profile().engine());
    OURTABLE_TRY(engine->request("POST", "/v1/directory", append.encoded()));
    for (const std::string &name : done)
        OURTABLE_TRY(log.setMeta(name, {}));
    return append.packages.size();
}

} // namespace ourtable::usecases
