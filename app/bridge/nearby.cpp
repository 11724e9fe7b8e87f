#include "app/bridge/nearby.h"

#include <algorithm>

#include "app/bridge/nearbyoffer.h"
#include "core/usecases/passing.h"

namespace ourtable {
namespace {

using MeetingStage = sync::NearbyMeeting::Stage;

constexpr int kPeopleMilliseconds = 5 * 60'000; // to walk over, look, and tap
constexpr int kPassingMilliseconds = 3 * 60'000; // a slow tablet takes its time over a large circle

} // namespace

Nearby::Nearby(QObject *parent) : QObject(parent) {}

Nearby::~Nearby() { stop(); }

void Nearby::setSession(Session *session)
{
    if (m_session == session || !session)
        return;
    m_session = session;
    connect(session, &Session::stageChanged, this, [this] {
        if (m_session->stage() != Session::Stage::SignedIn)
            stop();
    });
    emit sessionChanged();
    start();
}

sync::NearbyWay *Nearby::way() const { return m_session ? NearbyOffer::of(*m_session) : nullptr; }

void Nearby::start()
{
    m_session->storage().askWorkspace(
        this, [](usecases::Workspace &workspace) { return usecases::nearbyPapers(workspace); },
        [this](Result<sync::NearbyPapers> &&papers) {
            if (papers && m_session->stage() == Session::Stage::SignedIn)
                return open(std::move(*papers));
            if (!papers)
                endMeeting(papers.error());
        });
}

void Nearby::open(sync::NearbyPapers papers)
{
    m_strangers.clear(); // they look at the papers
    m_papers.emplace(std::move(papers));
    if (!way())
        return endMeeting({ErrorCode::Offline, "nearby"});
    const Result<void> opened = way()->open(m_papers->root, {[this] { emit foundChanged(); },
                                                           [this](std::unique_ptr<sync::NearbyLine> line) {
                                                               if (m_stage == Stage::Looking || m_stage == Stage::Calling)
                                                                   shakeHands(std::move(line), sync::NearbyHandshake::Role::Called);
                                                           }});
    if (!opened)
        return endMeeting(opened.error());
    emit foundChanged();
    setStage(Stage::Looking);
}

void Nearby::stop()
{
    ++m_round;
    if (m_meeting && m_line && m_meeting->stage() != MeetingStage::Done)
        m_meeting->stop(false);
    m_meeting.reset();
    m_line.reset();
    m_strangers.clear();
    if (way())
        way()->close();
    m_stage = Stage::Starting;
}

void Nearby::lookAgain()
{
    stop();
    setProblem({});
    emit stageChanged();
    start();
}

int Nearby::found() const
{
    return way() ? static_cast<int>(way()->devices().size()) : 0;
}

QString Nearby::number() const
{
    QStringList numbers;
    if (way())
        for (const std::string &each : way()->numbers())
            numbers.append(QString::fromStdString(each));
    return numbers.join(tr(" or "));
}

QString Nearby::words() const
{
    return m_meeting ? QString::fromStdString(m_meeting->words()).replace(u'-', u' ') : QString();
}

double Nearby::part() const
{
    if (!m_meeting)
        return 0;
    const sync::NearbyMeeting::Progress progress = m_meeting->progress();
    return progress.all == 0 ? 0 : static_cast<double>(progress.passed) / static_cast<double>(progress.all);
}

void Nearby::call(int device)
{
    if (m_stage != Stage::Looking)
        return;
    const std::vector<sync::NearbyId> devices = way()->devices();
    if (device >= 0 && device < static_cast<int>(devices.size()))
        follow(way()->call(devices.at(static_cast<std::size_t>(device))));
}

void Nearby::callNumber(const QString &number)
{
    if (m_stage != Stage::Looking)
        return;
    const std::vector<std::string> own = way()->numbers();
    if (std::find(own.begin(), own.end(), number.trimmed().toStdString()) != own.end())
        return setProblem(nearbywords::ownNumber());
    follow(way()->callNumber(number.toStdString()));
}

void Nearby::follow(Result<std::unique_ptr<sync::NearbyLine>> line)
{
    if (!line)
        return setProblem(nearbywords::problem(line.error(), nearbywords::When::Calling));
    setProblem({});
    setStage(Stage::Calling);
    shakeHands(std::move(*line), sync::NearbyHandshake::Role::Caller);
}

void Nearby::shakeHands(std::unique_ptr<sync::NearbyLine> line, sync::NearbyHandshake::Role role)
{
    m_strangers.push_back({std::move(line), sync::NearbyHandshake(role, *m_papers, m_random)});
    const auto stranger = std::prev(m_strangers.end());
    if (role == sync::NearbyHandshake::Role::Caller)
        stranger->line->send(stranger->handshake.begin());
    stranger->line->listen({[this, stranger](const Bytes &message) { hear(stranger, message); },
                            [this, stranger](const Error &why) { lose(stranger, why); }});
}

void Nearby::hear(Strangers::iterator stranger, const Bytes &message)
{
    stranger->answered = true;
    const Result<Bytes> answer = stranger->handshake.take(message);
    if (!answer)
        return lose(stranger, answer.error());
    if (!answer->empty())
        stranger->line->send(*answer);
    if (stranger->handshake.done())
        meet(stranger);
}

// Whoever calls here and is none of ours goes without a word.
void Nearby::lose(Strangers::iterator stranger, const Error &why)
{
    const bool called = stranger->handshake.role() == sync::NearbyHandshake::Role::Caller;
    const nearbywords::When how = stranger->answered ? nearbywords::When::Answered : nearbywords::When::Calling;
    m_strangers.erase(stranger);
    if (!called || m_stage != Stage::Calling)
        return;
    setProblem(nearbywords::problem(why, how));
    setStage(Stage::Over);
}

// When both people call at once there are two ways between them: on both screens the same one stays.
bool Nearby::givesWay(const sync::NearbyHandshake &newer) const
{
    if (!m_meeting)
        return true;
    if (m_meeting->stage() != MeetingStage::Words || m_meeting->other() != newer.other())
        return false;
    const bool smaller = sync::deviceIdOf(m_papers->device.verifyKey) < newer.other();
    return smaller == (newer.role() == sync::NearbyHandshake::Role::Caller);
}

void Nearby::meet(Strangers::iterator stranger)
{
    if (!givesWay(stranger->handshake)) {
        m_strangers.erase(stranger);
        return;
    }
    ++m_round;
    m_came = {};
    m_line = std::move(stranger->line);
    sync::NearbyHost &host = *this;
    m_meeting.emplace(stranger->handshake, host);
    m_strangers.erase(stranger);
    m_line->expect(m_meeting->largest(), kPeopleMilliseconds);
    m_line->listen({[this](const Bytes &message) { hearInMeeting(message); }, [this](const Error &why) { lineIsOver(why); }});
    showMeeting();
}

void Nearby::hearInMeeting(const Bytes &message)
{
    const Result<void> taken = m_meeting->take(message);
    if (!taken)
        return endMeeting(taken.error());
    showMeeting();
}

void Nearby::lineIsOver(const Error &why)
{
    const bool calling = std::any_of(m_strangers.begin(), m_strangers.end(),
                                     [](const Stranger &each) { return each.handshake.role() == sync::NearbyHandshake::Role::Caller; });
    if (m_meeting->stage() == MeetingStage::Words && calling) {
        m_meeting.reset(); // the other way between the two stays
        m_line.reset();
        return setStage(Stage::Calling);
    }
    endMeeting(why);
}

void Nearby::showMeeting()
{
    static constexpr Stage kStages[] = {Stage::Words, Stage::Waiting, Stage::Passing, Stage::Done};
    const Stage stage = kStages[static_cast<std::size_t>(m_meeting->stage())];
    if (stage == Stage::Done && m_stage != Stage::Done) {
        m_result = nearbywords::result(m_meeting->went(), m_meeting->came());
        m_line.reset();
    } else if (stage != m_stage && m_line) {
        m_line->expect(m_meeting->largest(), stage == Stage::Passing ? kPassingMilliseconds : kPeopleMilliseconds);
    }
    setStage(stage);
    emit moved();
}

void Nearby::agree()
{
    if (m_stage != Stage::Words)
        return;
    m_meeting->agree();
    showMeeting();
}

void Nearby::refuse()
{
    if (m_stage != Stage::Words && m_stage != Stage::Waiting)
        return;
    m_meeting->stop(true);
    endMeeting({ErrorCode::Cancelled, "words"});
}

nearbywords::When Nearby::when() const
{
    if (!m_meeting)
        return nearbywords::When::Looking;
    return m_meeting->stage() == MeetingStage::Passing ? nearbywords::When::Passing : nearbywords::When::Words;
}

void Nearby::endMeeting(const Error &why)
{
    const QString words = nearbywords::problem(why, when());
    ++m_round;
    m_meeting.reset();
    m_line.reset();
    setProblem(words.isEmpty() ? m_session->textOf(why) : words);
    setStage(Stage::Over);
}

void Nearby::setStage(Stage stage)
{
    if (m_stage == stage)
        return;
    m_stage = stage;
    if (stage == Stage::Done || stage == Stage::Over) {
        m_strangers.clear();
        if (way())
            way()->close(); // nobody finds this device until it looks again
    }
    emit stageChanged();
}

void Nearby::setProblem(const QString &problem)
{
    if (m_problem == problem)
        return;
    m_problem = problem;
    emit problemChanged();
}

} // namespace ourtable
