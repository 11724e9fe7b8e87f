#include "app/bridge/harvesting.h"

#include <QGuiApplication>

#include <algorithm>

#include "core/catalogue/handles.h"
#include "core/usecases/harvest.h"

namespace ourtable {
namespace {

namespace note = catalogue::kinds::contribution;
using usecases::kThingsOfATable;
using usecases::Workspace;

constexpr int kKeepHarvestMilliseconds = 300; // at most so much typing is lost when everything ends at once

QStringList emptyThings() { return QStringList(static_cast<qsizetype>(kThingsOfATable), QString()); }

bool areEmpty(const QStringList &things)
{
    return std::all_of(things.begin(), things.end(), [](const QString &thing) { return thing.trimmed().isEmpty(); });
}

Value draftOfThings(const QStringList &things)
{
    ValueArray held;
    for (const QString &thing : things)
        held.emplace_back(thing.toStdString());
    return held;
}

// As many as there are boxes, whatever the draft holds.
QStringList thingsOfDraft(const Value &draft)
{
    QStringList things = emptyThings();
    const ValueArray *held = draft.array();
    for (std::size_t box = 0; held && box < std::min(held->size(), kThingsOfATable); ++box) {
        if (const std::string *words = (*held)[box].text())
            things[static_cast<qsizetype>(box)] = QString::fromStdString(*words);
    }
    return things;
}

// What was left in each box, and behind it what somebody wrote before that was known.
QStringList behindLeft(QStringList left, const QStringList &written)
{
    for (qsizetype box = 0; box < left.size(); ++box) {
        if (!left[box].isEmpty() && !written.at(box).isEmpty())
            left[box] += QLatin1Char('\n');
        left[box] += written.at(box);
    }
    return left;
}

} // namespace

Harvesting::Harvesting(QObject *parent) : QObject(parent), m_things(emptyThings())
{
    m_read.setSingleShot(true);
    m_read.setInterval(0);
    connect(&m_read, &QTimer::timeout, this, &Harvesting::read);
    m_keep.setSingleShot(true);
    m_keep.setInterval(kKeepHarvestMilliseconds);
    connect(&m_keep, &QTimer::timeout, this, &Harvesting::keep);
    connect(qGuiApp, &QGuiApplication::applicationStateChanged, this, [this](Qt::ApplicationState state) {
        if (state != Qt::ApplicationActive)
            keep();
    });
}

Harvesting::~Harvesting() { keep(); }

void Harvesting::setSession(Session *session)
{
    if (m_session == session)
        return;
    m_session = session;
    connect(session, &Session::aboutToLock, this, &Harvesting::keep);
    connect(session, &Session::touched, this, [this](const std::vector<usecases::Touched> &touched) {
        if (std::none_of(touched.begin(), touched.end(), [](const usecases::Touched &each) { return each.kind == note::kind; }))
            return;
        m_read.start();
        lookWhetherTakenBack();
    });
    emit changed();
    m_read.start();
}

int Harvesting::limit() const
{
    return static_cast<int>(catalogue::Catalogue::builtIn().kind(note::kind)->field(note::text)->limit);
}

Result<Harvesting::Left> Harvesting::readLeft(Workspace &workspace, const RecordId &gathering, int table, const std::string &form)
{
    Left left;
    OURTABLE_ASSIGN(const std::vector<store::RecordView> notes, usecases::harvestOf(workspace, gathering, table));
    for (const store::RecordView &each : notes) {
        const std::string *words = each.field(note::text).text();
        left.before.prepend(words ? QString::fromStdString(*words) : QString());
    }
    const Result<Value> draft = workspace.draft(form);
    left.things = draft ? thingsOfDraft(*draft) : emptyThings();
    return left;
}

void Harvesting::read()
{
    if (!m_session || !gathering())
        return;
    m_session->storage().askWorkspace(
        this,
        [id = *gathering(), table = m_table, form = form()](Workspace &workspace) { return readLeft(workspace, id, table, form); },
        [this](const Result<Left> &left) { show(left); });
}

void Harvesting::show(const Result<Left> &left)
{
    if (!left)
        return setProblem(m_session->textOf(left.error()));
    m_before = left->before;
    if (!std::exchange(m_ready, true)) {
        m_cameBack = !areEmpty(left->things);
        put(behindLeft(left->things, m_things));
    }
    emit changed();
}

void Harvesting::put(const QStringList &things)
{
    m_things = things;
    emit replaced();
}

void Harvesting::write(int box, const QString &words)
{
    if (box < 0 || box >= m_things.size() || m_things.at(box) == words)
        return;
    m_things[box] = words;
    setProblem({});
    if (!m_keep.isActive()) // not anew with each letter: whoever types without a pause is kept too
        m_keep.start();
}

void Harvesting::keep()
{
    m_keep.stop();
    if (!m_session || !m_ready || m_saving)
        return;
    m_session->storage().askWorkspace(
        m_session, // also when this object is going
        [form = form(), things = m_things](Workspace &workspace) {
            return areEmpty(things) ? workspace.discardDraft(form) : workspace.keepDraft(form, draftOfThings(things));
        },
        [self = QPointer<Harvesting>(this)](const Result<void> &kept) {
            if (self && !kept && kept.error().code != ErrorCode::NotFound && kept.error().code != ErrorCode::Locked)
                self->setProblem(self->m_session->textOf(kept.error()));
        });
}

void Harvesting::save()
{
    if (!m_session || !gathering() || m_saving)
        return;
    if (areEmpty(m_things))
        return setProblem(tr("Write one thing first"));
    if (std::any_of(m_things.begin(), m_things.end(), [this](const QString &thing) { return thing.toUcs4().size() > limit(); }))
        return setProblem(tr("One of them is longer than %1 letters. Make it shorter.").arg(limit()));
    m_keep.stop();
    m_saving = true;
    usecases::NewHarvest harvest{m_table, {}, form()};
    for (const QString &thing : std::as_const(m_things))
        harvest.things.push_back(thing.trimmed().toStdString());
    m_session->storage().askWorkspace(
        this, [id = *gathering(), harvest](Workspace &workspace) { return usecases::saveHarvest(workspace, id, harvest); },
        [this, things = m_things](const Result<std::vector<RecordId>> &saved) { taken(saved, things); });
}

void Harvesting::taken(const Result<std::vector<RecordId>> &saved, const QStringList &things)
{
    m_saving = false;
    if (!saved) {
        setProblem(m_session->textOf(saved.error()));
        return keep();
    }
    m_saved = *saved;
    m_savedThings = things;
    m_cameBack = false;
    if (m_things == things)
        put(emptyThings());
    emit changed();
    emit said(tr("Saved. %n things from table %1", nullptr, static_cast<int>(m_saved.size())).arg(m_table));
    std::vector<usecases::Touched> touched;
    for (const RecordId &each : m_saved)
        touched.push_back({each, note::kind});
    m_session->tellTouched(touched);
}

void Harvesting::undo()
{
    if (!m_session || m_saved.empty())
        return;
    m_session->storage().askWorkspace(
        this,
        [saved = std::exchange(m_saved, {})](Workspace &workspace) -> Result<std::vector<usecases::Touched>> {
            for (const RecordId &each : saved)
                OURTABLE_TRY(workspace.hide(each));
            return workspace.catchUp();
        },
        [this](const Result<std::vector<usecases::Touched>> &touched) {
            if (!touched)
                return setProblem(m_session->textOf(touched.error()));
            if (areEmpty(m_things)) {
                put(m_savedThings);
                keep();
            }
            emit said(tr("Undone. They are off the list."));
            m_session->tellTouched(*touched);
        });
    emit changed();
}

// Undo holds words too.
void Harvesting::lookWhetherTakenBack()
{
    if (m_saved.empty())
        return;
    m_session->storage().askWorkspace(
        this,
        [saved = m_saved](Workspace &workspace) -> Result<bool> {
            OURTABLE_ASSIGN(const std::vector<store::RecordView> views, workspace.getMany(saved));
            return std::any_of(views.begin(), views.end(), [](const store::RecordView &each) { return each.erased; });
        },
        [this](const Result<bool> &takenBack) {
            if (!takenBack || !*takenBack)
                return;
            m_saved.clear();
            m_savedThings.clear();
            emit changed();
        });
}

void Harvesting::setProblem(const QString &problem)
{
    if (m_problem == problem)
        return;
    m_problem = problem;
    emit changed();
    if (!problem.isEmpty())
        emit said(problem);
}

} // namespace ourtable
