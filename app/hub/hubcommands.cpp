#include "app/hub/hubcommands.h"

#include <csignal>
#include <ctime>
#include <iostream>

#include <sys/resource.h>

#include "app/hub/hubfolder.h"
#include "app/hub/server.h"
#include "core/crypto/systemrandom.h"
#include "core/support/civiltime.h"
#include "core/support/clock.h"
#include "core/support/files.h"
#include "core/support/log.h"

namespace ourtable::hub {
namespace {

constexpr rlim_t kOtherDescriptors = 64; // database, log, listening socket and the like

class SystemClock final : public Clock {
public:
    std::int64_t wallMilliseconds() const override { return millisecondsOf(CLOCK_REALTIME); }
    std::int64_t monotonicMilliseconds() const override { return millisecondsOf(CLOCK_BOOTTIME); }

private:
    static std::int64_t millisecondsOf(clockid_t clock)
    {
        timespec now{};
        clock_gettime(clock, &now);
        return static_cast<std::int64_t>(now.tv_sec) * 1'000 + now.tv_nsec / 1'000'000;
    }
};

// The authority of an init that was interrupted before hub.json was written is taken up again: nobody has seen it yet.
Result<Authority> makeOrTakeUp(const std::string &folder, std::int64_t now)
{
    Result<Authority> made = Authority::create(folder, now);
    if (!made && made.error().code == ErrorCode::AlreadyExists)
        return Authority::load(folder);
    return made;
}

// The names that --name lists; empty when one of them is none.
std::vector<std::string> hostsOf(const std::string &list)
{
    std::vector<std::string> hosts;
    for (const std::string &part : partsOf(list)) {
        const Result<std::string> host = canonicalHost(part);
        if (!host)
            return {};
        hosts.push_back(*host);
    }
    return hosts;
}

// Every connection is a descriptor; the usual soft limit of 1,024 is less than the cap on connections.
void allowDescriptors(std::size_t connections)
{
    rlimit limit{};
    const rlim_t wanted = connections + kOtherDescriptors;
    if (getrlimit(RLIMIT_NOFILE, &limit) != 0 || limit.rlim_cur >= wanted)
        return;
    limit.rlim_cur = std::min(limit.rlim_max, wanted);
    setrlimit(RLIMIT_NOFILE, &limit);
}

Exit complainOfListening(const std::string &address, std::uint16_t port, const std::string &path, const Error &error)
{
    const std::string where = address + " port " + std::to_string(port);
    if (error.code == ErrorCode::Conflict)
        return complain("another program listens on " + where + ". Stop it, or choose another port with --port.", Exit::PortTaken);
    if (error.code == ErrorCode::NotPermitted)
        return complain("the system keeps " + where + " for others. Choose a port above 1023 with --port.", Exit::PortTaken);
    if (error.code == ErrorCode::InvalidInput)
        return complain(address + " is no address of this machine. Give one with --listen, or leave it out for all.", Exit::Usage);
    return complainOfFolder(path, error);
}

// SIGTERM and SIGINT, kept from every thread started after this and waited for by one.
class StopSignals {
public:
    StopSignals()
    {
        sigemptyset(&m_signals);
        sigaddset(&m_signals, SIGTERM);
        sigaddset(&m_signals, SIGINT);
        pthread_sigmask(SIG_BLOCK, &m_signals, nullptr);
        std::signal(SIGPIPE, SIG_IGN);
    }
    void wait() const
    {
        int received = 0;
        sigwait(&m_signals, &received);
    }

private:
    sigset_t m_signals{};
};

// From the bound port to the clean stop.
Exit serveOn(const HubFolder &folder, Server &server, const StopSignals &signals)
{
    SystemClock clock;
    crypto::SystemRandom random;
    Result<std::unique_ptr<HubService>> service = HubService::open(folder.settings(server.port()), clock, random);
    if (!service)
        return complainOfStore(folder.path, service.error());
    server.start(**service);
    std::cout << "listening on https://" << addressOf(folder.config, server.port()) << std::endl;
    log::write(log::Level::Information, "hub_started", {{"port", static_cast<int>(server.port())}});
    signals.wait();
    server.stop();
    log::write(log::Level::Information, "hub_stopped");
    return Exit::Ok;
}

} // namespace

Exit initialise(const Arguments &arguments)
{
    const std::string path = *arguments.value("folder");
    HubConfig config;
    config.names = hostsOf(arguments.value("name").value_or(""));
    if (config.names.empty())
        return complain("--name takes host names or addresses without port, with commas between them.", Exit::Usage);
    if (const std::optional<std::string> port = arguments.value("port"))
        config.port = *portOf(*port);
    if (const Result<void> made = files::makeFolder(path); !made)
        return complainOfFolder(path, made.error());
    const Result<HubConfig> old = readConfig(path);
    if (old || old.error().code != ErrorCode::NotFound)
        return complain(path + " holds a hub already. Give another folder, or start this one with `ourtable-hub serve`.",
                        Exit::AlreadyInitialised);
    Result<Authority> authority = makeOrTakeUp(path, secondsNow());
    if (!authority)
        return complainOfFolder(path, authority.error());
    if (const Result<bool> leaf = authority->ensureLeaf(config.names, secondsNow()); !leaf)
        return complainOfFolder(path, leaf.error());
    crypto::SystemRandom random;
    const HubFolder folder{path, config, std::move(*authority)};
    if (const Result<void> created = HubService::create(folder.settings(config.port), random); !created)
        return complainOfStore(path, created.error());
    if (const Result<void> written = writeConfig(path, config); !written)
        return complainOfFolder(path, written.error());
    std::cout << "hub made in " << path << "\nauthority pin " << folder.authority.pin().hex()
              << "\nnext: ourtable-hub invite --folder " << path << std::endl;
    return Exit::Ok;
}

Exit invite(const Arguments &arguments)
{
    Exit code = Exit::Ok;
    const std::optional<HubFolder> folder = openFolder(arguments, code);
    if (!folder)
        return code;
    if (folder->config.port == 0)
        return complain("this hub has a new port at every start. Give the one that `serve` printed with --port.", Exit::Usage);
    SystemClock clock;
    crypto::SystemRandom random;
    Result<std::unique_ptr<HubService>> service = HubService::open(folder->settings(folder->config.port), clock, random);
    if (!service)
        return complainOfStore(folder->path, service.error());
    const Result<std::string> ticket = (*service)->makeFoundingTicket();
    if (!ticket)
        return complainOfStore(folder->path, ticket.error());
    std::cout << *ticket << std::endl;
    return Exit::Ok;
}

Exit serve(const Arguments &arguments)
{
    const StopSignals signals;
    Exit code = Exit::Ok;
    const std::optional<HubFolder> folder = openFolder(arguments, code);
    if (!folder)
        return code;
    const FolderLock lock(folder->path);
    if (!lock.held())
        return complainOfStore(folder->path, {ErrorCode::Busy, {}});
    const std::optional<std::string> logFile = arguments.value("log");
    if (logFile && !log::openFile(logFile->c_str()))
        return complain("cannot write the log to " + *logFile + ". Give another file with --log.", Exit::Unusable);
    log::setThreshold(log::Level::Information);
    if (const Result<bool> leaf = folder->authority.ensureLeaf(folder->config.names, secondsNow()); !leaf)
        return complainOfFolder(folder->path, leaf.error());
    allowDescriptors(folder->config.limits.connections);
    ServerSettings settings;
    settings.listenAddress = arguments.value("listen").value_or(settings.listenAddress);
    settings.port = folder->config.port;
    settings.chainFile = folder->authority.chainFile();
    settings.limits = folder->config.limits;
    const Result<std::unique_ptr<Server>> server = Server::bind(settings);
    if (!server)
        return complainOfListening(settings.listenAddress, settings.port, folder->path, server.error());
    return serveOn(*folder, **server, signals);
}

Exit markRestored(const Arguments &arguments)
{
    Exit code = Exit::Ok;
    const std::optional<HubFolder> folder = openFolder(arguments, code);
    if (!folder)
        return code;
    const FolderLock lock(folder->path);
    if (!lock.held())
        return complainOfStore(folder->path, {ErrorCode::Busy, {}});
    crypto::SystemRandom random;
    if (const Result<void> marked = HubService::markRestored(folder->settings(folder->config.port), random); !marked)
        return complainOfStore(folder->path, marked.error());
    std::cout << "tablets will compare what they have with this hub, and give it what it lacks" << std::endl;
    return Exit::Ok;
}

Exit showStatus(const Arguments &arguments)
{
    Exit code = Exit::Ok;
    const std::optional<HubFolder> folder = openFolder(arguments, code);
    if (!folder)
        return code;
    SystemClock clock;
    crypto::SystemRandom random;
    Result<std::unique_ptr<HubService>> service = HubService::open(folder->settings(folder->config.port), clock, random);
    if (!service)
        return complainOfStore(folder->path, service.error());
    const Result<HubService::Status> status = (*service)->status();
    if (!status)
        return complainOfStore(folder->path, status.error());
    const Result<std::int64_t> leafEnds = folder->authority.leafEnds();
    std::cout << "address " << addressOf(folder->config, folder->config.port) << "\nauthority pin "
              << folder->authority.pin().hex() << "\ncertificate until "
              << (leafEnds ? timestampOfMilliseconds(*leafEnds * 1'000) : "the next start")
              << "\nschema " << status->schema << "\nfounded " << (status->founded ? "yes" : "no") << "\ncircles "
              << status->circles << "\ndevices " << status->devices << "\nchanges " << status->changes << "\noctets "
              << status->octets << std::endl;
    return Exit::Ok;
}

} // namespace ourtable::hub
