// Where a device keeps its files. One folder holds everything of one device, mode 0700.
#pragma once

#include <string>

#include "core/support/result.h"

namespace ourtable::platform {

class AppPaths {
public:
    // A folder of the caller's choice. InvalidInput when the words name none.
    [[nodiscard]] static Result<AppPaths> in(const std::string &folder);
    // The person's own data folder, "<data home>/ourtable".
    [[nodiscard]] static Result<AppPaths> standard();

    // A folder that nothing can be written in: for a program that has a window to say so in.
    [[nodiscard]] static AppPaths nowhere();

    // The folder, when it is not there; its own mode becomes 0700 if it was wider.
    [[nodiscard]] Result<void> make() const;

    [[nodiscard]] const std::string &folder() const { return m_folder; }
    [[nodiscard]] std::string store() const { return m_folder + "/store.db"; }
    [[nodiscard]] std::string secrets() const { return m_folder + "/secrets"; }
    [[nodiscard]] std::string log() const { return m_folder + "/log.txt"; }
    // token is random and says nothing about the person.
    [[nodiscard]] std::string vault(const std::string &token) const { return m_folder + "/vault-" + token + ".bin"; }
    [[nodiscard]] std::string snapshot(const std::string &token) const { return m_folder + "/snap-" + token + ".bin"; }

private:
    explicit AppPaths(std::string folder) : m_folder(std::move(folder)) {}
    std::string m_folder;
};

// Makes the folder if need be and takes every right on it from everybody but its owner.
[[nodiscard]] Result<void> makePrivateFolder(const std::string &folder);

} // namespace ourtable::platform
