#include "app/cli/commands.h"
#include "app/cli/sharingcommand.h"
#include "app/cli/texts.h"
#include "core/usecases/enrolling.h"

namespace ourtable::cli {
namespace {

std::string_view nameOf(store::QuarantineReason reason)
{
    switch (reason) {
    case store::QuarantineReason::None: return "none";
    case store::QuarantineReason::NotMember: return "not_member";
    case store::QuarantineReason::PastTheEnd: return "past_the_end";
    case store::QuarantineReason::HeadWentBack: return "head_went_back";
    case store::QuarantineReason::BadShape: return "bad_shape";
    case store::QuarantineReason::HubSaysBad: return "hub_says_bad";
    }
    return "other";
}

std::string wordsOf(const store::LogCounts &counts)
{
    std::string words = capital(counted(static_cast<std::size_t>(counts.changes), "change is", "changes are")) + " saved on this device, "
        + counted(static_cast<std::size_t>(counts.waitingToBeSent), "change is", "changes are") + " waiting to be sent.";
    if (counts.waiting > 0)
        words += "\n" + capital(counted(static_cast<std::size_t>(counts.waiting), "change waits", "changes wait")) + " for something to arrive first.";
    if (counts.quarantined > 0)
        words += "\n" + capital(counted(static_cast<std::size_t>(counts.quarantined), "change is", "changes are")) + " kept aside: see `ourtable-cli quarantine`.";
    return words;
}

} // namespace

Json jsonOf(const usecases::StatusReport &report)
{
    Json json = jsonOf(report.counts);
    json["drafts"] = report.draftsKept;
    json["two_versions"] = report.twoVersions;
    json["one_person_only"] = Json::array();
    for (const CircleId &circle : report.onePersonOnly)
        json["one_person_only"].push_back(circle.hex());
    json["directory_known"] = report.directoryKnown;
    return json;
}

Answer runStatus(const CommandLine &line, Device &device)
{
    OURTABLE_ASSIGN(usecases::Profile * profile, device.profile());
    OURTABLE_ASSIGN(const store::LogCounts counts, profile->log().counts());
    OURTABLE_ASSIGN(const std::vector<usecases::PersonOnDevice> people, profile->people());
    Json json = jsonOf(counts);
    std::string words = wordsOf(counts);
    if (secretIsGiven(line)) {
        OURTABLE_ASSIGN(usecases::Workspace * workspace, device.workspace());
        OURTABLE_ASSIGN(const usecases::StatusReport report, workspace->status());
        json = jsonOf(report);
        json["roles"] = Json::array();
        for (const catalogue::RoleNumber role : workspace->roles())
            json["roles"].push_back(workspace->catalogue().role(role)->code);
        words += "\n" + capital(counted(report.draftsKept, "draft", "drafts")) + ", " + counted(report.twoVersions, "record", "records")
            + " with two versions to choose from.";
        if (!report.onePersonOnly.empty() && usecases::mayInvite(*workspace))
            words += "\nOnly one person can open " + counted(report.onePersonOnly.size(), "circle", "circles") + ". Invite a second one.";
    }
    json["device"] = profile->device().hex();
    json["people"] = Json::array();
    for (const usecases::PersonOnDevice &each : people)
        json["people"].push_back({{"endpoint", each.endpoint.hex()}, {"passphrase", each.passphrase}});
    return {json, words + "\n" + capital(counted(people.size(), "person has", "people have")) + " a vault on this device."};
}

Answer runQuarantine(const CommandLine &, Device &device)
{
    OURTABLE_ASSIGN(usecases::Profile * profile, device.profile());
    OURTABLE_ASSIGN(const std::vector<store::LogStore::Quarantined> kept, profile->log().quarantined());
    Json json;
    json["quarantined"] = Json::array();
    std::string words;
    for (const store::LogStore::Quarantined &each : kept) {
        const std::string reason(nameOf(each.reason));
        json["quarantined"].push_back({{"change", each.change.hash.hex()}, {"author", each.change.author.hex()}, {"reason", reason}});
        words += (words.empty() ? "" : "\n") + each.change.hash.hex().substr(0, 16) + "  " + reason;
    }
    return {json, words.empty() ? std::string("Nothing is kept aside.") : words};
}

} // namespace ourtable::cli
