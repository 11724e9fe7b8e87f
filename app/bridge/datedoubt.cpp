#include "app/bridge/datedoubt.h"

#include "app/bridge/daywords.h"
#include "core/crypto/securebytes.h"
#include "core/sync/hybridclock.h"

namespace ourtable::datedoubt {
namespace {

constexpr char kRead[] = "date-doubt";
constexpr std::int64_t kHour = 3'600'000; // around midnight a clock may be a little slow

} // namespace

Result<std::int64_t> savedLater(usecases::Workspace &workspace)
{
    OURTABLE_ASSIGN(const std::uint64_t clock, workspace.profile().log().lastClock());
    const std::int64_t saved = sync::millisecondsOfClock(clock);
    const std::int64_t wall = workspace.profile().around().clock.wallMilliseconds();
    const std::string day = days::isoDay(saved).toStdString();
    if (saved < wall + kHour || day <= days::isoDay(wall).toStdString())
        return 0;
    const Result<crypto::SecretBytes> read = workspace.secret(kRead);
    const bool said = read && equal(read->view(), viewOf(day));
    return said ? 0 : saved;
}

Result<void> markRead(usecases::Workspace &workspace, std::int64_t saved)
{
    return workspace.keepSecret(kRead, viewOf(days::isoDay(saved).toStdString()));
}

} // namespace ourtable::datedoubt
