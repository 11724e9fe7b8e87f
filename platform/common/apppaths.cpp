#include "platform/common/apppaths.h"

#include <QStandardPaths>
#include <filesystem>

#include "core/support/files.h"

namespace ourtable::platform {

Result<void> makePrivateFolder(const std::string &folder)
{
    OURTABLE_TRY(files::makeFolder(folder));
    std::error_code failed;
    std::filesystem::permissions(folder, std::filesystem::perms::owner_all, failed);
    if (failed)
        return files::errorOfErrno(failed.value());
    return {};
}

Result<AppPaths> AppPaths::in(const std::string &folder)
{
    std::error_code failed;
    const std::filesystem::path absolute = std::filesystem::absolute(folder, failed);
    if (folder.empty() || failed)
        return Error{ErrorCode::InvalidInput, "folder"};
    return AppPaths(absolute.string());
}

Result<AppPaths> AppPaths::standard()
{
    const QString home = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation);
    if (home.isEmpty())
        return Error{ErrorCode::StorageFailed, "no data folder"};
    return in(home.toStdString() + "/ourtable");
}

AppPaths AppPaths::nowhere() { return AppPaths("/dev/null/ourtable"); } // below what is no folder there is none

Result<void> AppPaths::make() const { return makePrivateFolder(m_folder); }

} // namespace ourtable::platform
