#include "app/hub/hubconfig.h"

#include <set>
#include <type_traits>

#include "app/hub/certificates.h"
#include "core/support/files.h"
#include "core/support/json.h"

namespace ourtable::hub {
namespace {

constexpr std::int64_t kVersion = 1;
constexpr std::size_t kFileLimit = 64u << 10;
constexpr std::int64_t kMostConnections = 100'000;
constexpr std::int64_t kMostChangesPerDay = 100'000'000;
constexpr std::int64_t kMostPort = 65'535;

std::string fileOf(const std::string &folder) { return folder + "/hub.json"; }

// The whole number at the key, when it lies between the two.
bool readNumber(const Json &from, const char *key, std::int64_t least, std::int64_t most, std::int64_t &number)
{
    const auto found = from.find(key);
    if (found == from.end() || !found->is_number_integer())
        return false;
    number = found->get<std::int64_t>();
    return number >= least && number <= most;
}

bool onlyKeys(const Json &object, const std::set<std::string> &known)
{
    for (const auto &[key, value] : object.items()) {
        if (!known.count(key))
            return false;
    }
    return true;
}

Result<void> readNames(const Json &file, HubConfig &config)
{
    const auto names = file.find("names");
    if (names == file.end() || !names->is_array() || names->empty())
        return {ErrorCode::Malformed, "names"};
    for (const Json &name : *names) {
        if (!name.is_string())
            return {ErrorCode::Malformed, "names"};
        const Result<std::string> host = canonicalHost(name.get<std::string>());
        if (!host)
            return {ErrorCode::Malformed, "names"};
        config.names.push_back(*host);
    }
    return {};
}

Result<void> readLimits(const Json &file, HubConfig &config)
{
    const auto found = file.find("limits");
    if (found == file.end())
        return {};
    if (!found->is_object() || !onlyKeys(*found, {"connections", "per_address", "per_loopback", "changes_a_day"}))
        return {ErrorCode::Malformed, "limits"};
    const auto take = [&found](const char *key, std::int64_t most, auto &limit) {
        std::int64_t number = 0;
        if (!found->contains(key))
            return true;
        if (!readNumber(*found, key, 1, most, number))
            return false;
        limit = static_cast<std::remove_reference_t<decltype(limit)>>(number);
        return true;
    };
    if (!take("connections", kMostConnections, config.limits.connections)
        || !take("per_address", kMostConnections, config.limits.perAddress)
        || !take("per_loopback", kMostConnections, config.limits.perLoopback)
        || !take("changes_a_day", kMostChangesPerDay, config.changesPerDay))
        return {ErrorCode::Malformed, "limits"};
    return {};
}

} // namespace

Result<HubConfig> readConfig(const std::string &folder)
{
    OURTABLE_ASSIGN(const Bytes octets, files::readWhole(fileOf(folder), kFileLimit));
    const Result<Json> file = parseJson(textOf(octets));
    if (!file || !file->is_object())
        return {ErrorCode::Malformed, "hub.json"};
    std::int64_t version = 0;
    if (!readNumber(*file, "version", 1, INT64_MAX, version))
        return {ErrorCode::Malformed, "version"};
    if (version > kVersion)
        return {ErrorCode::NewerVersion, "hub.json"};
    if (!onlyKeys(*file, {"version", "names", "port", "limits"}))
        return {ErrorCode::Malformed, "hub.json"};
    HubConfig config;
    std::int64_t port = 0;
    if (!readNumber(*file, "port", 0, kMostPort, port))
        return {ErrorCode::Malformed, "port"};
    config.port = static_cast<std::uint16_t>(port);
    OURTABLE_TRY(readNames(*file, config));
    OURTABLE_TRY(readLimits(*file, config));
    return config;
}

Result<void> writeConfig(const std::string &folder, const HubConfig &config)
{
    Json file;
    file["version"] = kVersion;
    file["names"] = config.names;
    file["port"] = config.port;
    file["limits"] = {{"connections", config.limits.connections},
                      {"per_address", config.limits.perAddress},
                      {"per_loopback", config.limits.perLoopback},
                      {"changes_a_day", config.changesPerDay}};
    return files::writeWhole(fileOf(folder), viewOf(file.dump(2) + "\n"));
}

std::string addressOf(const HubConfig &config, std::uint16_t port)
{
    const std::string &name = config.names.front();
    const bool bare = name.find(':') == name.npos;
    return (bare ? name : "[" + name + "]") + ":" + std::to_string(port);
}

} // namespace ourtable::hub
