#include "app/cli/commands.h"
#include "app/cli/sharingcommand.h"
#include "app/cli/texts.h"
#include "core/support/civiltime.h"

namespace ourtable::cli {

Json jsonOf(const sync::ShareReport &report)
{
    Json json;
    json["sent"] = report.sent;
    json["received"] = report.received;
    json["refused"] = report.refused;
    json["set_aside"] = report.setAside;
    json["requests"] = report.requests;
    json["octets_sent"] = report.octetsSent;
    json["octets_received"] = report.octetsReceived;
    json["hub_changed"] = report.hubChanged;
    json["replica_spent"] = report.replicaSpent;
    json["directory_behind"] = report.directoryBehind;
    json["new_keys"] = report.newKeys;
    return json;
}

Json jsonOf(const store::LogCounts &counts)
{
    Json json;
    json["changes"] = counts.changes;
    json["waiting_to_be_sent"] = counts.waitingToBeSent;
    json["waiting"] = counts.waiting;
    json["quarantined"] = counts.quarantined;
    return json;
}

Answer runShare(const CommandLine &, Device &device)
{
    OURTABLE_ASSIGN(usecases::Profile * profile, device.profile());
    const Result<sync::ShareReport> report = profile->share(device.sharing());
    OURTABLE_ASSIGN(const store::LogCounts counts, profile->log().counts());
    const auto waiting = static_cast<std::size_t>(counts.waitingToBeSent);
    if (!report && report.error().code == ErrorCode::Offline) {
        const std::string words = waiting == 0
            ? std::string("There is no signal to the hub. Nothing is waiting to be sent.")
            : capital(counted(waiting, "change is", "changes are")) + " safe on this device and waiting to be sent, as soon as there is a signal.";
        Answer offline(report.error(), words, Exit::Offline);
        offline.json = jsonOf(counts);
        return offline;
    }
    if (!report)
        return report.error();
    Json json = jsonOf(*report);
    json.update(jsonOf(counts));
    std::string words = "Shared: " + counted(report->sent, "change", "changes") + " sent, " + counted(report->received, "change", "changes")
        + " new here.";
    if (report->refused + report->setAside > 0)
        words += " " + capital(counted(report->refused + report->setAside, "change is", "changes are")) + " kept aside for a person to look at.";
    if (report->directoryBehind)
        words += " The hub shows an older list of who belongs here. Tell a coordinator.";
    return {json, words};
}

Answer runDigest(const CommandLine &, Device &device)
{
    OURTABLE_ASSIGN(usecases::Workspace * workspace, device.workspace());
    OURTABLE_ASSIGN(const Hash digest, workspace->digest());
    Json json;
    json["digest"] = digest.hex();
    return {json, digest.hex()};
}

} // namespace ourtable::cli
