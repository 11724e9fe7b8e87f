#include "app/cli/texts.h"

#include <sys/stat.h>

#include "core/support/files.h"
#include "core/support/text.h"

namespace ourtable::cli {
namespace {

constexpr std::size_t kLongestText = 64 * 1024;
constexpr std::string_view kSpace = " \t\r\n";

} // namespace

Result<std::string> textOrFile(const std::string &given)
{
    std::string text = given;
    if (!given.empty() && given.front() == '@') {
        const Result<Bytes> read = files::readWhole(given.substr(1), kLongestText);
        if (!read)
            return read.error().code == ErrorCode::NotFound ? Error{ErrorCode::NotFound, "file"} : read.error();
        text = textOf(*read);
    }
    const std::size_t first = text.find_first_not_of(kSpace);
    if (first == text.npos)
        return std::string();
    return text.substr(first, text.find_last_not_of(kSpace) - first + 1);
}

bool isThere(const std::string &path)
{
    struct stat there {};
    return ::lstat(path.c_str(), &there) == 0;
}

Result<std::vector<catalogue::RoleNumber>> rolesOf(const std::vector<std::string> &codes, const catalogue::Catalogue &catalogue)
{
    std::vector<catalogue::RoleNumber> roles;
    for (const std::string &code : codes) {
        const catalogue::Role *role = catalogue.role(code);
        if (!role)
            return Error{ErrorCode::UnknownCode, "role"};
        roles.push_back(role->number);
    }
    return roles;
}

std::string counted(std::size_t number, std::string_view one, std::string_view many)
{
    return (number == 0 ? std::string("no") : std::to_string(number)) + " " + std::string(number == 1 ? one : many);
}

std::string capital(std::string words)
{
    if (!words.empty() && words.front() >= 'a' && words.front() <= 'z')
        words.front() = static_cast<char>(words.front() - 'a' + 'A');
    return words;
}

Result<RecordId> recordIdOf(std::string_view hex, std::string_view what)
{
    const std::optional<RecordId> id = RecordId::fromHexText(hex);
    if (!id)
        return Error{ErrorCode::InvalidInput, std::string(what)};
    return *id;
}

std::string shown(std::string_view text)
{
    return text::isPlainUtf8(text) ? text::cleanOneLine(text) : std::string("?");
}

} // namespace ourtable::cli
