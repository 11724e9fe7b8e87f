#include "app/bridge/errortext.h"

#include <QCoreApplication>

#include <algorithm>

#include "app/words/guardwords.h"

namespace ourtable {
namespace {

using enum ErrorCode;

QString tr(const char *words) { return QCoreApplication::translate("Errors", words); }

// The label that people know of "contribution.text"; empty when the detail names no field.
QString labelOf(const std::string &detail, const catalogue::Catalogue &catalogue)
{
    const std::size_t dot = detail.find('.');
    const catalogue::Kind *kind = catalogue.kind(std::string_view(detail).substr(0, dot));
    const catalogue::Field *field = kind && dot != detail.npos ? kind->field(std::string_view(detail).substr(dot + 1)) : nullptr;
    return field ? QString::fromStdString(field->label) : QString();
}

QString fieldText(const Error &error, const QString &label)
{
    const QString field = label.isEmpty() ? tr("This") : tr("“%1”").arg(label);
    switch (error.code) {
    case RequiredMissing: return tr("%1 is still empty. Fill it in and try again.").arg(field);
    case TooLong: return tr("%1 is longer than there is room for. Make it shorter.").arg(field);
    case UnknownCode: return tr("%1 doesn't offer that choice.").arg(field);
    default: return tr("%1 can't be kept like that. Look at it again.").arg(field);
    }
}

QString waitText(int seconds)
{
    if (seconds <= 1)
        return tr("Wait a moment, then try again. Or ask a coordinator to let you in. Your notes are safe.");
    if (seconds <= 90)
        return tr("Wait %1 seconds, then try again. Or ask a coordinator to let you in. Your notes are safe.").arg(seconds);
    return tr("Wait %1 minutes, then try again. Or ask a coordinator to let you in. Your notes are safe.").arg((seconds + 59) / 60);
}

QString secretText(const Error &error)
{
    switch (error.code) {
    case WrongSecret:
        return error.detail == "passphrase" ? tr("That passphrase did not match. Check it and try again. Your notes are safe.")
                                            : tr("That PIN did not match. Check it and try again. Your notes are safe.");
    case TryLater: return waitText(QString::fromStdString(error.detail).toInt());
    case Frozen: return tr("This stays locked now. A coordinator can bring you in again. Your notes are safe.");
    default: break;
    }
    if (error.detail == "length")
        return tr("Choose a PIN of 6 to 12 digits, or a passphrase of at least 15 letters.");
    if (error.detail == "digits")
        return tr("A PIN has digits only. Choose another one.");
    return tr("That one is easy to guess. Choose another PIN or passphrase.");
}

QString deviceText(const Error &error)
{
    switch (error.code) {
    case StorageFull: return tr("This device is full. What you saved before is safe. Make some room, then try again.");
    case StorageFailed:
        return error.detail == "folder" ? tr("Nothing can be written where Our Table keeps everything. What was there before is unchanged. Ask whoever set up this device.")
                                        : tr("That didn't save. Your words are still here. Try again.");
    case Busy: return tr("Our Table is open in another window already. Close it there first.");
    case Corrupt:
        if (error.detail == "part")
            return tr("Part of what belongs to this device is missing. Nothing was removed. Ask a coordinator for help.");
        return tr("Something here is damaged. Nothing was thrown away. Ask a coordinator for help.");
    case NewerVersion: return tr("This was made by a newer version. Install the newest version and open it again.");
    case Locked: return tr("Sign in first. Your words are still here.");
    default: return tr("Something went wrong. Your notes are safe.");
    }
}

QString hubText(const Error &error)
{
    switch (error.code) {
    case Offline: return tr("No Wi-Fi here. Everything is safe on this device.");
    case Revoked: return tr("This device was switched off from the office. Ring a coordinator.");
    case HubChanged: return tr("The hub was set up again. Share once more. This device still has everything.");
    case Expired: return tr("That invitation is too old. Ask a coordinator for a new one.");
    case AlreadyUsed: return tr("That invitation was used before. Ask a coordinator for a new one.");
    case NotMember: return tr("You are not in that group. Ask a coordinator to let you in.");
    case DirectoryBroken: return tr("The list of who belongs here doesn't hold together. Nothing was changed. Tell a coordinator.");
    case Waiting:
        return error.detail == "second_coordinator" ? tr("A second coordinator has to agree to that first.")
               : error.detail == "coordinator"      ? tr("Your coordinator has to let you in first. Then try again.")
                                                    : tr("Someone else has to act first. Try again a bit later.");
    default: return tr("The hub said no. What you wrote is still here. Tell a coordinator.");
    }
}

QString recordText(const Error &error)
{
    switch (error.code) {
    case NotFound: return tr("There is nothing like that here. It may not have arrived yet.");
    case NotPermitted: return tr("Your part in the programme doesn't include that. Ask a coordinator.");
    case MoveRefused: return tr("It can't go straight there from where it is now.");
    case GuardRefused: return tr("Something has to be done before this.");
    case AlreadyExists: return tr("That is here already. Nothing was made twice.");
    case Conflict: return tr("Somebody else was a moment earlier. Look again, then try once more.");
    case Erased: return tr("That note was taken back. It can't be changed any more.");
    case Malformed: return tr("That isn't complete or can't be read. Copy it again, whole.");
    case TooLarge: return tr("That is more than fits in one go. Hand it over in smaller parts.");
    case SealBroken: return tr("The seal on that doesn't hold. Ask for it again from somebody you know.");
    case NoKey:
        if (error.detail == "device" || error.detail == "device secret")
            return tr("This device's own key is missing. Nothing was removed. Ask a coordinator to bring you in again.");
        return tr("That is sealed for other people. This device can't open it.");
    case Cancelled: return tr("Stopped. What was saved by then stays saved.");
    default: return tr("This version doesn't know that. Install the newest version.");
    }
}

} // namespace

QString errorText(const Error &error, const catalogue::Catalogue &catalogue)
{
    const std::string_view guard = words::guardWordsFor(error);
    if (!guard.empty())
        return QCoreApplication::translate("Guards", guard.data());
    switch (error.code) {
    case InvalidInput:
    case RequiredMissing:
    case TooLong:
    case UnknownCode: return fieldText(error, labelOf(error.detail, catalogue));
    case WrongSecret:
    case WeakSecret:
    case TryLater:
    case Frozen: return secretText(error);
    case StorageFull:
    case StorageFailed:
    case Busy:
    case Corrupt:
    case NewerVersion:
    case Locked:
    case Internal: return deviceText(error);
    case Offline:
    case Refused:
    case Revoked:
    case NotMember:
    case HubChanged:
    case Expired:
    case AlreadyUsed:
    case Waiting:
    case DirectoryBroken: return hubText(error);
    default: return recordText(error);
    }
}

} // namespace ourtable
