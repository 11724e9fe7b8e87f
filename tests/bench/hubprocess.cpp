#include "tests/bench/hubprocess.h"

#include <csignal>
#include <cstdio>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/bench/memory.h"
#include "tests/bench/table.h"

namespace ourtable::bench {
namespace {

constexpr char kHub[] = OURTABLE_BIN "/ourtable-hub";
constexpr char kPlenty[] = R"("changes_a_day": 100000000)";

// What a command of the hub prints; stops the program when it fails.
std::string output(const std::string &words)
{
    std::FILE *pipe = ::popen((std::string(kHub) + " " + words).c_str(), "r");
    must(pipe != nullptr, "hub command");
    std::string text;
    for (int octet = 0; (octet = std::fgetc(pipe)) != EOF;)
        text.push_back(static_cast<char>(octet));
    must(::pclose(pipe) == 0, "hub command");
    return text;
}

// The limit on a day's changes is there against one bad device; a benchmark is a year of breakfasts in a minute.
void liftDailyLimit(const std::string &folder)
{
    const std::string path = folder + "/hub.json";
    std::string text(textOf(test::octetsOfFile(path)));
    const std::size_t at = text.find("\"changes_a_day\"");
    must(at != std::string::npos, "hub.json");
    text.replace(at, text.find_first_of("}\n", at) - at, kPlenty);
    test::overwriteFile(path, viewOf(text));
}

} // namespace

HubProcess::HubProcess()
{
    output("init --folder " + m_folder.path() + " --name 127.0.0.1 --port 0");
    liftDailyLimit(m_folder.path());
    int pipe[2];
    must(::pipe(pipe) == 0, "pipe");
    m_process = ::fork();
    must(m_process >= 0, "fork");
    if (m_process == 0) {
        ::prctl(PR_SET_PDEATHSIG, SIGTERM); // a benchmark that stops early leaves no hub behind
        ::dup2(pipe[1], STDOUT_FILENO);
        ::close(pipe[0]);
        ::close(pipe[1]);
        ::execl(kHub, kHub, "serve", "--folder", m_folder.path().c_str(), "--listen", "127.0.0.1", "--log",
                m_folder.file("hub.log").c_str(), nullptr);
        ::_exit(127);
    }
    ::close(pipe[1]);
    std::string line;
    for (char octet = 0; ::read(pipe[0], &octet, 1) == 1 && octet != '\n';)
        line.push_back(octet);
    ::close(pipe[0]);
    const std::size_t colon = line.rfind(':');
    must(line.starts_with("listening on ") && colon != std::string::npos, "hub does not listen");
    m_port = static_cast<std::uint16_t>(std::stoi(line.substr(colon + 1)));
}

HubProcess::~HubProcess()
{
    ::kill(m_process, SIGTERM);
    ::waitpid(m_process, nullptr, 0);
}

std::string HubProcess::ticket(std::uint16_t port) const
{
    std::string text = output("invite --folder " + m_folder.path() + " --port " + std::to_string(port ? port : m_port));
    while (!text.empty() && text.back() == '\n')
        text.pop_back();
    return text;
}

double HubProcess::peakMegabytes() const { return bench::peakMegabytes(m_process); }
double HubProcess::processorMilliseconds() const { return bench::processorMilliseconds(m_process); }

double HubProcess::diskOctets() const
{
    double octets = 0;
    for (const char *name : {"hub.db", "hub.db-wal"}) {
        std::error_code none;
        const auto size = std::filesystem::file_size(m_folder.file(name), none);
        octets += none ? 0 : static_cast<double>(size);
    }
    return octets;
}

} // namespace ourtable::bench
