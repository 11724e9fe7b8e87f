#include "app/bridge/sharing.h"

#include <QRandomGenerator>

#include <algorithm>

#include "app/bridge/personname.h"
#include "app/bridge/session.h"
#include "core/usecases/keyhandover.h"
#include "core/usecases/sharingdiary.h"
#include "core/usecases/undecided.h"

namespace ourtable {
namespace {

using Way = SharingFacts::Way;

constexpr int kLongestTimer = 60'000;   // a timer may sleep with the device: the clock is looked at again
constexpr int kProgressMilliseconds = 700;

Way wayOf(const Error &error)
{
    switch (error.code) {
    case ErrorCode::Offline:
    case ErrorCode::Cancelled: return Way::OutOfReach;
    case ErrorCode::Busy:
    case ErrorCode::TryLater: return Way::Busy;
    case ErrorCode::Waiting:
    case ErrorCode::NotFound: return Way::NotLetIn; // no hub is known yet
    case ErrorCode::Expired: return Way::Unknown;
    case ErrorCode::Refused: return error.detail == "token" ? Way::Unknown : Way::Trouble;
    case ErrorCode::NotMember: return error.detail == "draining" ? Way::SwitchedOff : Way::Trouble;
    case ErrorCode::Revoked: return Way::SwitchedOff;
    case ErrorCode::Unsupported: return Way::Outdated;
    default: return Way::Trouble;
    }
}

std::int64_t millisecondsOf(const Error &tryLater)
{
    return 1'000 * std::max<std::int64_t>(1, QByteArray::fromStdString(tryLater.detail).toLongLong());
}

// Whoever lets tablets in, by the name that is known here; not this person, who would know.
std::string helperFor(usecases::Workspace &workspace)
{
    for (const auto &[id, endpoint] : workspace.directory().endpoints()) {
        const std::vector<std::uint8_t> &roles = endpoint.now().roles;
        const bool coordinator = endpoint.now().active && std::find(roles.begin(), roles.end(), sync::kCoordinatorRole) != roles.end();
        if (!coordinator || endpoint.person == workspace.person())
            continue;
        const QString name = personname::of(workspace, endpoint.person);
        if (!name.isEmpty())
            return name.toStdString();
    }
    return {};
}

} // namespace

Sharing::Sharing(Session &session)
    : m_session(session), m_rhythm(SharingPace{}, [] { return QRandomGenerator::global()->generateDouble(); }),
      m_arriving(std::make_shared<std::atomic<std::int64_t>>(0))
{
    m_timer.setSingleShot(true);
    m_progress.setInterval(kProgressMilliseconds);
    connect(&m_timer, &QTimer::timeout, this, &Sharing::lookAtClock);
    connect(&m_progress, &QTimer::timeout, this, &Sharing::count);
    connect(&session, &Session::stageChanged, this, &Sharing::followStage);
    connect(&session, &Session::todayChanged, this, &Sharing::changed);
    connect(this, &Sharing::tabletChanged, this, &Sharing::changed);
    connect(&session, &Session::touched, this, [this] {
        if (!m_takingIn) {
            ++m_saves;
            m_rhythm.saved(now());
            setTimer();
            emit changed();
        }
        count();
    });
}

std::int64_t Sharing::now() const { return m_session.clock().monotonicMilliseconds(); }

SharingFacts Sharing::facts() const
{
    SharingFacts facts = m_facts;
    facts.now = m_session.clock().wallMilliseconds();
    facts.today = m_session.today();
    facts.tablet = m_tablet;
    facts.arriving = m_arriving->load();
    facts.notKept = m_session.room()->notKept() ? m_session.room()->words() : QString();
    return facts;
}

Sharing::State Sharing::state() const
{
    if (m_session.room()->notKept())
        return State::NotKept; // before anything else that could be said of them
    const bool waits = m_facts.waiting.total() > 0;
    if (m_facts.running && waits)
        return State::Sharing; // looking for news alone is nothing to look up for
    if (m_facts.needsHelp())
        return State::NeedsHelp;
    if (m_facts.toDecide > 0)
        return State::Decide;
    const bool known = m_countedSaves == m_saves; // until the outbox was looked at, nothing is called shared
    return waits || !known || m_facts.way != Way::Fine ? State::Saved : State::Shared;
}

double Sharing::sharedPart() const
{
    const std::int64_t waiting = m_facts.waiting.total();
    const std::int64_t all = std::max(m_facts.all.total(), waiting);
    return all == 0 ? 1.0 : static_cast<double>(all - waiting) / static_cast<double>(all);
}

void Sharing::setWatched(bool watched)
{
    if (m_watched == watched)
        return;
    m_watched = watched;
    emit watchedChanged();
    count();
}

void Sharing::setPace(const SharingPace &pace) { m_rhythm.setPace(pace); }

void Sharing::followStage()
{
    const Session::Stage stage = m_session.stage();
    m_open = stage == Session::Stage::SignedOut || stage == Session::Stage::SignedIn;
    if (!m_open)
        return;
    count();
    if (m_facts.way == Way::Fine || stage == Session::Stage::SignedIn)
        m_rhythm.wanted(now());
    lookAtClock();
}

void Sharing::tryNow()
{
    m_rhythm.wanted(now());
    lookAtClock();
}

void Sharing::wayIsBack()
{
    m_rhythm.wayIsBack(now());
    setTimer();
}

void Sharing::lookAtClock()
{
    if (m_open && m_rhythm.isDue(now()))
        share();
    else
        setTimer();
}

void Sharing::setTimer()
{
    if (m_open && !m_facts.running)
        m_timer.start(static_cast<int>(std::clamp<std::int64_t>(m_rhythm.remaining(now()), 0, kLongestTimer)));
}

Result<Sharing::Counted> Sharing::counted(Desk &desk, bool all)
{
    if (!desk.profile)
        return Error{ErrorCode::NotFound, "profile"};
    Counted counted;
    OURTABLE_ASSIGN(counted.waiting, usecases::waitingThings(*desk.profile, desk.workspace.get()));
    counted.met = desk.profile->lastMeeting().ok() ? desk.profile->lastMeeting().value() : 0;
    if (!desk.workspace)
        return counted;
    OURTABLE_ASSIGN(const std::vector<usecases::Undecided> undecided, usecases::undecidedBy(*desk.workspace));
    counted.toDecide = static_cast<int>(undecided.size());
    if (undecided.size() == 1)
        counted.toDecideKind = desk.workspace->catalogue().kind(undecided.front().kind)->name;
    counted.helper = helperFor(*desk.workspace);
    if (all) {
        OURTABLE_ASSIGN(counted.all, usecases::allThings(*desk.workspace));
    }
    return counted;
}

void Sharing::count()
{
    if (!m_open)
        return;
    if (std::exchange(m_counting, true)) {
        m_countAgain = true;
        return;
    }
    m_session.storage().ask(
        this, [all = m_watched](Desk &desk) { return counted(desk, all); },
        [this, saves = m_saves](const Result<Counted> &counted) {
            m_counting = false;
            if (counted) {
                m_countedSaves = saves;
                show(*counted);
            }
            if (std::exchange(m_countAgain, false))
                count();
        });
}

void Sharing::show(const Counted &counted)
{
    m_facts.waiting = counted.waiting;
    m_facts.met = counted.met;
    m_facts.toDecide = counted.toDecide;
    m_facts.toDecideKind = QString::fromStdString(counted.toDecideKind);
    m_facts.helper = QString::fromStdString(counted.helper);
    if (counted.all)
        m_facts.all = *counted.all;
    emit changed();
}

void Sharing::share()
{
    if (m_facts.running) {
        m_again = true;
        return;
    }
    m_facts.running = true;
    m_arriving->store(0);
    m_timer.stop();
    m_progress.start();
    emit changed();
    m_session.storage().askAlone(
        this,
        [arriving = m_arriving](Desk &desk) -> Result<usecases::SharingRound> {
            if (!desk.profile)
                return Error{ErrorCode::NotFound, "profile"};
            return usecases::shareOnce(*desk.profile, [arriving](sync::ShareStep step, std::size_t done) {
                if (step == sync::ShareStep::Receiving)
                    arriving->store(static_cast<std::int64_t>(done));
                return true;
            });
        },
        [this](const Result<usecases::SharingRound> &round) {
            if (round)
                return finished(*round);
            judge(round.error());
            rest({});
        });
}

Result<Sharing::TakenIn> Sharing::takenIn(Desk &desk, const usecases::SharingRound &round)
{
    TakenIn taken;
    usecases::Workspace *const workspace = desk.workspace.get();
    usecases::Things came{0, 0, round.report ? static_cast<std::int64_t>(round.report->received) : 0};
    OURTABLE_ASSIGN(const usecases::Things sent, usecases::thingsAmong(workspace, round.sent));
    if (workspace) {
        OURTABLE_ASSIGN(taken.touched, workspace->afterSharing());
        OURTABLE_ASSIGN(const std::vector<RecordId> others, usecases::cameFromOthers(*workspace, taken.touched));
        OURTABLE_ASSIGN(came, usecases::thingsAmong(workspace, others));
    }
    usecases::SharingDiary diary(*desk.profile);
    static_cast<void>(diary.add(usecases::DiaryEntry::What::Shared, sent)); // nothing depends on it
    static_cast<void>(diary.add(usecases::DiaryEntry::What::Came, came));
    return taken;
}

void Sharing::finished(const usecases::SharingRound &round)
{
    judge(round.report);
    // Whatever came of it: what arrived is on disk and belongs on screen.
    m_session.storage().ask(
        this, [round](Desk &desk) { return takenIn(desk, round); },
        [this, good = round.report.ok()](const Result<TakenIn> &taken) {
            rest(taken ? taken->touched : std::vector<usecases::Touched>{});
            if (good)
                handKeysOver();
        });
}

void Sharing::judge(const Result<sync::ShareReport> &report)
{
    m_details.clear();
    if (report) {
        m_facts.way = Way::Fine;
        m_rhythm.done(now(), m_session.stage() == Session::Stage::SignedIn);
        return;
    }
    m_facts.way = wayOf(report.error());
    if (m_facts.way == Way::OutOfReach)
        m_rhythm.outOfReach(now());
    else if (m_facts.way == Way::Busy)
        m_rhythm.toldToWait(now(), millisecondsOf(report.error()));
    else
        m_rhythm.needsHelp(now());
    if (m_facts.needsHelp()) {
        const std::string_view code = nameOf(report.error().code);
        m_details = tr("%1: %2 %3").arg(m_session.today(), QString::fromUtf8(code.data(), static_cast<qsizetype>(code.size())),
                                        QString::fromStdString(report.error().detail));
    }
}

void Sharing::rest(const std::vector<usecases::Touched> &touched)
{
    m_facts.running = false;
    m_progress.stop();
    m_takingIn = true; // lists look again; nothing of it has to be shared
    m_session.tellTouched(touched);
    m_takingIn = false;
    count();
    emit changed();
    emit rested();
    if (std::exchange(m_again, false))
        m_rhythm.wanted(now());
    lookAtClock();
}

void Sharing::handKeysOver()
{
    m_session.storage().askWorkspaceAlone(
        this, [](usecases::Workspace &workspace) { return usecases::handOverKeys(workspace); }, [](const Result<std::size_t> &) {});
}

} // namespace ourtable
