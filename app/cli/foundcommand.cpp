#include "app/cli/commands.h"
#include "app/cli/texts.h"
#include "core/support/files.h"
#include "core/usecases/enrolling.h"

namespace ourtable::cli {
namespace {

std::string sheetText(const usecases::RecoverySheet &sheet)
{
    return "Recovery sheet of our programme\n\n"
           "Whoever holds these two can open everything. Keep them on paper in a sealed envelope.\n\n"
           "Root key:     " + sheet.rootKey + "\nRecovery key: " + sheet.recoveryKey + "\n";
}

} // namespace

Answer runFound(const CommandLine &line, Device &device)
{
    const std::optional<std::string> ticket = line.value("ticket");
    const std::optional<std::string> name = line.value("name");
    const std::optional<std::string> sheet = line.value("sheet");
    if (!ticket || !name || name->empty())
        return misused("Founding needs --ticket and --name. `ourtable-hub invite` prints the ticket.");
    if (sheet && isThere(*sheet))
        return misused("There is a file where the recovery sheet should go. Give another name with --sheet.");
    OURTABLE_ASSIGN(const std::string text, textOrFile(*ticket));
    OURTABLE_ASSIGN(const std::string folder, device.newFolder());
    OURTABLE_ASSIGN(const Secret secret, readSecret(line, Asking::New, "Choose a passphrase of at least 15 letters: "));
    Result<usecases::Founded> founded =
        usecases::foundProgramme(folder, text, {*name, secret.text(), true}, device.around());
    if (!founded && founded.error().code == ErrorCode::AlreadyUsed)
        return Answer(founded.error(), "That ticket was used before. `ourtable-hub invite` prints another one, until somebody has founded a "
                                       "programme there; then its coordinators invite others.",
                      Exit::Refused);
    if (!founded)
        return founded.error();
    device.take(std::move(founded->profile));
    Json json;
    json["person"] = founded->person.hex();
    json["endpoint"] = founded->endpoint.hex();
    std::string words = "The programme is founded, and you are its first coordinator.";
    const std::string written = sheetText(founded->sheet);
    if (sheet) {
        OURTABLE_TRY(files::writeWhole(*sheet, viewOf(written)));
        OURTABLE_TRY(usecases::forgetSheet(device.around()));
        words += "\nThe recovery sheet is in " + *sheet + ". Print it, seal it in an envelope, and remove the file.";
    } else {
        json["sheet"] = {{"root_key", founded->sheet.rootKey}, {"recovery_key", founded->sheet.recoveryKey}};
        words += "\n\n" + written + "\nOnce it is on paper: ourtable-cli sheet --written";
    }
    return {json, words};
}

Answer runSheet(const CommandLine &line, Device &device)
{
    OURTABLE_TRY(device.workspace()); // only who can sign in here may see it
    if (line.has("written")) {
        OURTABLE_TRY(usecases::forgetSheet(device.around()));
        return {Json::object(), "This device has forgotten the recovery sheet. It is only on paper now."};
    }
    OURTABLE_ASSIGN(const usecases::RecoverySheet sheet, usecases::recoverySheet(device.around()));
    Json json;
    json["sheet"] = {{"root_key", sheet.rootKey}, {"recovery_key", sheet.recoveryKey}};
    return {json, sheetText(sheet)};
}

} // namespace ourtable::cli
