#include "app/bridge/sharingwords.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

#include "app/bridge/daywords.h"

namespace ourtable {
namespace {

using Way = SharingFacts::Way;

constexpr std::int64_t kWeek = 7LL * 24 * 3'600'000;

QString tr(const char *words, std::int64_t count = -1)
{
    return QCoreApplication::translate("Sharing", words, nullptr, static_cast<int>(count));
}

QString helperOf(const SharingFacts &facts) { return facts.helper.isEmpty() ? tr("a coordinator") : facts.helper; }

QString helpSentence(const SharingFacts &facts)
{
    switch (facts.way) {
    case Way::Unknown:
        return (facts.tablet ? tr("The hub did not recognise this tablet. Your notes are safe here. Ask %1 to join it again.")
                             : tr("The hub did not recognise this device. Your notes are safe here. Ask %1 to join it again."))
            .arg(helperOf(facts));
    case Way::SwitchedOff:
        return (facts.tablet ? tr("This tablet was switched off from the office. Your notes are safe here. Ask %1.")
                             : tr("This device was switched off from the office. Your notes are safe here. Ask %1."))
            .arg(helperOf(facts));
    case Way::Outdated:
        return tr("The hub needs a newer version of Our Table. Your notes are safe here. Ask %1 to update it.").arg(helperOf(facts));
    default:
        return tr("Sharing needs a person to look at it. Your notes are safe here. Ask %1.").arg(helperOf(facts));
    }
}

QString runningSentence(const SharingFacts &facts)
{
    if (facts.waiting.total() > 0)
        return tr("Sharing %1. You can carry on.").arg(sharingwords::things(facts.waiting));
    if (facts.arriving > 0)
        return tr("%n new things have come so far. You can carry on.", facts.arriving);
    return tr("Looking for news from the hub. You can carry on.");
}

QString apartSentence(const SharingFacts &facts)
{
    return facts.tablet ? tr("It has been %n weeks since this tablet met the hub. Your notes are safe. Find Wi-Fi when you can.", facts.weeksApart())
                        : tr("It has been %n weeks since this device met the hub. Your notes are safe. Find Wi-Fi when you can.", facts.weeksApart());
}

QString outOfReachSentence(const SharingFacts &facts)
{
    if (facts.waiting.total() == 0)
        return tr("Everything here is also with the hub. No Wi-Fi just now.");
    return tr("%1 will be shared with the hub next time there is Wi-Fi. You do not need to do anything.").arg(sharingwords::things(facts.waiting));
}

} // namespace

int SharingFacts::weeksApart() const { return met > 0 && now > met ? static_cast<int>((now - met) / kWeek) : 0; }

namespace sharingwords {

QString things(const usecases::Things &things)
{
    const bool alone = things.notes == 0 && things.promises == 0;
    QStringList parts;
    if (things.notes > 0)
        parts.append(tr("%n notes", things.notes));
    if (things.promises > 0)
        parts.append(tr("%n promises", things.promises));
    if (things.others > 0)
        parts.append(alone ? tr("%n things", things.others) : tr("%n other things", things.others));
    switch (parts.size()) {
    case 0: return tr("nothing");
    case 1: return parts[0];
    case 2: return tr("%1 and %2").arg(parts[0], parts[1]);
    default: return tr("%1, %2 and %3").arg(parts[0], parts[1], parts[2]);
    }
}

QString headline(const SharingFacts &facts)
{
    const std::int64_t all = std::max(facts.all.total(), facts.waiting.total());
    if (!facts.notKept.isEmpty())
        return facts.tablet ? tr("Not everything is saved on this tablet yet") : tr("Not everything is saved on this device yet");
    if (all == 0)
        return facts.tablet ? tr("Everything is safe on this tablet") : tr("Everything is safe on this device");
    if (facts.all.others > 0 || facts.waiting.others > 0)
        return facts.tablet ? tr("All %n notes and other things are safe on this tablet", all)
                            : tr("All %n notes and other things are safe on this device", all);
    if (facts.all.promises > 0)
        return facts.tablet ? tr("All %n notes and promises are safe on this tablet", all) : tr("All %n notes and promises are safe on this device", all);
    return facts.tablet ? tr("All %n notes are safe on this tablet", all) : tr("All %n notes are safe on this device", all);
}

QString sentence(const SharingFacts &facts)
{
    if (!facts.notKept.isEmpty())
        return facts.notKept;
    if (facts.running)
        return runningSentence(facts);
    if (facts.needsHelp())
        return helpSentence(facts);
    if (facts.way == Way::NotLetIn)
        return tr("You can start writing now. Sharing begins when %1 has let you in.").arg(helperOf(facts));
    if (facts.weeksApart() > 0)
        return apartSentence(facts);
    if (facts.way == Way::OutOfReach)
        return outOfReachSentence(facts);
    if (facts.way == Way::Busy)
        return tr("The hub is busy just now. It will be tried again in a moment.");
    if (facts.waiting.total() > 0)
        return tr("%1 will be shared in a moment. You do not need to do anything.").arg(things(facts.waiting));
    const QString last = lastShared(facts);
    return last.isEmpty() ? tr("Everything is shared with the hub.") : tr("Everything is shared with the hub. Last time: %1.").arg(last);
}

QString decision(const SharingFacts &facts)
{
    if (facts.toDecide == 0)
        return {};
    if (facts.toDecide > 1)
        return tr("Some things were changed by two people. All versions are kept until you choose.");
    if (facts.toDecideKind == QStringLiteral("action"))
        return tr("Two people changed the same promise. Both versions are kept until you choose.");
    if (facts.toDecideKind == QStringLiteral("contribution"))
        return tr("Two people changed the same note. Both versions are kept until you choose.");
    return tr("Two people changed the same thing. Both versions are kept until you choose.");
}

QString decisionTitle(const SharingFacts &facts)
{
    if (facts.toDecide == 0)
        return {};
    if (facts.toDecide > 1)
        return tr("%n things in two versions", facts.toDecide);
    if (facts.toDecideKind == QStringLiteral("action"))
        return tr("Two versions of one promise");
    if (facts.toDecideKind == QStringLiteral("contribution"))
        return tr("Two versions of one note");
    return tr("Two versions of one thing");
}

QString shared(const SharingFacts &facts)
{
    const std::int64_t count = facts.all.total() - facts.waiting.total();
    return count > 0 ? tr("%n shared with the hub", count) : QString();
}

QString waiting(const SharingFacts &facts)
{
    const std::int64_t count = facts.waiting.total();
    if (count == 0)
        return {};
    return facts.way == Way::OutOfReach ? tr("%n waiting for Wi-Fi", count) : tr("%n to share", count);
}

QString lastShared(const SharingFacts &facts)
{
    if (facts.met == 0)
        return {};
    const QString moment = days::momentWords(facts.met, facts.today);
    return days::isoDay(facts.met) == facts.today ? tr("today %1").arg(moment) : moment;
}

} // namespace sharingwords
} // namespace ourtable
