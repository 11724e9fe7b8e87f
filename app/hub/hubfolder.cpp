#include "app/hub/hubfolder.h"

#include <chrono>
#include <iostream>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace ourtable::hub {

HubSettings HubFolder::settings(std::uint16_t port) const
{
    HubSettings settings;
    settings.databasePath = path + "/hub.db";
    settings.epochPath = path + "/hub-epoch";
    settings.hubId = authority.hubId();
    settings.address = addressOf(config, port);
    settings.caPin = authority.pin();
    settings.caCertificateDer = authority.certificateDer();
    settings.limits.changesPerDay = config.changesPerDay;
    return settings;
}

FolderLock::FolderLock(const std::string &path)
    : m_descriptor(::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)),
      m_held(m_descriptor >= 0 && ::flock(m_descriptor, LOCK_EX | LOCK_NB) == 0)
{
}

FolderLock::~FolderLock()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

Exit complain(const std::string &words, Exit code)
{
    std::cerr << "ourtable-hub: " << words << '\n';
    return code;
}

Exit complainOfFolder(const std::string &path, const Error &error)
{
    switch (error.code) {
    case ErrorCode::NotFound:
        return complain(path + " does not hold a whole hub. Make one with `ourtable-hub init`, or put its files back from a backup.",
                        Exit::Unusable);
    case ErrorCode::NewerVersion:
        return complain(path + " was made by a newer ourtable-hub. Update this program.", Exit::Unusable);
    case ErrorCode::Malformed:
        return complain(path + "/hub.json is not as it should be at \"" + error.detail + "\". Correct it or put it back from a backup.",
                        Exit::Unusable);
    case ErrorCode::NotPermitted:
        return complain("others may read the keys in " + path + ". Run `chmod 600 " + path + "/*.pem`.", Exit::Unusable);
    case ErrorCode::Corrupt:
        return complain("the certificate files in " + path + " are damaged. Put authority.pem back from a backup.", Exit::Unusable);
    case ErrorCode::StorageFull:
        return complain("the disk with " + path + " is full. Make room and try again.", Exit::Unusable);
    case ErrorCode::Internal: return complain("a defect of this program, at " + error.detail + ". Please report it.", Exit::Defect);
    default:
        return complain(path + " cannot be read or written (" + std::string(nameOf(error.code)) + " " + error.detail
                            + "). Check that it is yours and the disk is well.",
                        Exit::Unusable);
    }
}

Exit complainOfStore(const std::string &path, const Error &error)
{
    switch (error.code) {
    case ErrorCode::AlreadyUsed:
        return complain("a programme was founded here. Its coordinators invite others with `ourtable-cli invite`.",
                        Exit::AlreadyFounded);
    case ErrorCode::AlreadyExists:
        return complain(path + " has a hub.db but no hub.json. Put hub.json back from a backup, or give an empty folder.",
                        Exit::AlreadyInitialised);
    case ErrorCode::NotFound:
        return complain(path + " has no hub.db or no hub-epoch. Put hub.db back from a backup, then run `ourtable-hub restored`.",
                        Exit::Unusable);
    case ErrorCode::Corrupt:
        if (error.detail == "schema version")
            return complain(path + "/hub.db was made by another version of ourtable-hub, which this one doesn't read. Nothing was "
                                   "changed. Run that version.",
                            Exit::Unusable);
        return complain(path + "/hub.db fails its check. Put it back from a backup, then run `ourtable-hub restored`.", Exit::Unusable);
    case ErrorCode::HubChanged:
        return complain(path + "/hub.db and hub-epoch do not name the same hub: one was put back without the other. If hub.db is "
                               "the one to go on with, stop the hub and run `ourtable-hub restored`.",
                        Exit::Unusable);
    case ErrorCode::Busy:
        return complain("another ourtable-hub works on " + path + ". Stop it first.", Exit::Unusable);
    default: return complainOfFolder(path, error);
    }
}

std::optional<HubFolder> openFolder(const Arguments &arguments, Exit &code)
{
    const std::string path = *arguments.value("folder");
    Result<HubConfig> config = readConfig(path);
    if (!config) {
        code = complainOfFolder(path, config.error());
        return std::nullopt;
    }
    Result<Authority> authority = Authority::load(path);
    if (!authority) {
        code = complainOfFolder(path, authority.error());
        return std::nullopt;
    }
    if (const std::optional<std::string> port = arguments.value("port"))
        config->port = *portOf(*port);
    return HubFolder{path, std::move(*config), std::move(*authority)};
}

std::int64_t secondsNow()
{
    const auto now = std::chrono::system_clock::now().time_since_epoch();
    return std::chrono::duration_cast<std::chrono::seconds>(now).count();
}

} // namespace ourtable::hub
