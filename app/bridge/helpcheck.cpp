#include "app/bridge/helpcheck.h"

#include <QDate>

#include <algorithm>

#include "app/bridge/daywords.h"
#include "core/catalogue/handles.h"

namespace ourtable {
namespace {

namespace setting = catalogue::kinds::setting;

constexpr char kCheckedOn[] = "help_card.checked_on";
constexpr int kGoodForDays = 100;

} // namespace

void HelpCheck::setSession(Session *session)
{
    if (m_session == session)
        return;
    m_session = session;
    connect(session, &Session::touched, this, [this](const std::vector<usecases::Touched> &touched) {
        if (std::any_of(touched.begin(), touched.end(), [](const auto &each) { return each.kind == setting::kind; }))
            read();
    });
    connect(session, &Session::todayChanged, this, &HelpCheck::changed);
    emit sessionChanged();
    read();
}

Result<HelpCheck::Held> HelpCheck::held(usecases::Workspace &workspace)
{
    OURTABLE_ASSIGN(const std::vector<store::RecordView> found,
                    workspace.find({.kind = setting::kind, .filters = {{setting::key, store::Comparison::Equal, Value(kCheckedOn)}}, .limit = 1}));
    if (found.empty())
        return Held{};
    const std::string *day = found.front().field(setting::value).text();
    return Held{found.front().id, day ? QString::fromStdString(*day) : QString()};
}

void HelpCheck::read()
{
    m_session->storage().askWorkspace(this, &HelpCheck::held, [this](const Result<Held> &held) { take(held); });
}

void HelpCheck::take(const Result<Held> &held)
{
    m_problem = held ? QString() : m_session->textOf(held.error());
    if (held)
        m_held = *held;
    m_read = true;
    emit changed();
}

QString HelpCheck::checkedOn() const { return m_session ? days::dayWords(m_held.day, m_session->today()) : QString(); }

bool HelpCheck::due() const
{
    if (!m_session || !m_read)
        return false;
    const QDate checked = QDate::fromString(m_held.day, Qt::ISODate);
    return !checked.isValid() || checked.daysTo(QDate::fromString(m_session->today(), Qt::ISODate)) > kGoodForDays;
}

bool HelpCheck::mayCheck() const
{
    return m_session && m_session->may(QStringLiteral("setting"), QStringLiteral("change"));
}

void HelpCheck::checkedToday()
{
    m_session->storage().askWorkspace(
        this,
        [today = m_session->today().toStdString()](usecases::Workspace &workspace) -> Result<Held> {
            OURTABLE_ASSIGN(const Held before, held(workspace));
            const usecases::FieldEdit day{setting::value, usecases::FieldEdit::How::Set, Value(today), std::nullopt};
            if (before.record) {
                OURTABLE_TRY(workspace.change(*before.record, {day}));
            } else {
                OURTABLE_TRY(workspace.create(setting::kind, {{setting::key, usecases::FieldEdit::How::Set, Value(kCheckedOn), std::nullopt}, day}));
            }
            return held(workspace);
        },
        [this](const Result<Held> &now) {
            take(now);
            if (now && now->record)
                m_session->tellTouched(*now->record, setting::kind);
        });
}

} // namespace ourtable
