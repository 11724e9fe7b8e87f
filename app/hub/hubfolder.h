// The folder of one hub: hub.json, the authority's files, hub.db and hub-epoch, opened together.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "app/hub/certificates.h"
#include "app/hub/hubarguments.h"
#include "app/hub/hubcommands.h"
#include "app/hub/hubconfig.h"
#include "core/hub/hubservice.h"

namespace ourtable::hub {

struct HubFolder {
    std::string path;
    HubConfig config;
    Authority authority;

    // port: as tablets reach it.
    [[nodiscard]] HubSettings settings(std::uint16_t port) const;
};

// Held by what may not run twice on one folder. The system lets go of it when the process ends, however it ends.
class FolderLock {
public:
    explicit FolderLock(const std::string &path);
    ~FolderLock();
    FolderLock(const FolderLock &) = delete;
    FolderLock &operator=(const FolderLock &) = delete;
    // False: another process has it.
    [[nodiscard]] bool held() const { return m_held; }

private:
    int m_descriptor;
    bool m_held;
};

// Says on standard error what is wrong and what to do, and gives the command's exit code.
[[nodiscard]] Exit complain(const std::string &words, Exit code);
[[nodiscard]] Exit complainOfFolder(const std::string &path, const Error &error);
[[nodiscard]] Exit complainOfStore(const std::string &path, const Error &error);

// Opens what init made; --port, when given, replaces the port of hub.json. On failure the complaint has been made.
[[nodiscard]] std::optional<HubFolder> openFolder(const Arguments &arguments, Exit &code);

// Seconds since 1970 UTC.
[[nodiscard]] std::int64_t secondsNow();

} // namespace ourtable::hub
