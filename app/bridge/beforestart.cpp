#include "app/bridge/beforestart.h"

#include "app/bridge/notewords.h"
#include "app/bridge/personname.h"
#include "app/bridge/promiserows.h"
#include "core/catalogue/handles.h"
#include "core/usecases/breakfasts.h"
#include "core/usecases/readycheck.h"

namespace ourtable {
namespace {

using usecases::NeedInTheRoom;

QString needWords(const catalogue::Catalogue &catalogue, const NeedInTheRoom &need)
{
    const QString words = need.vocabulary.empty() ? QString::fromStdString(need.code) : noteWords(catalogue, need.vocabulary, need.code);
    return need.people < 2 ? words : BeforeStart::tr("%1 (%n people)", "what they need", static_cast<int>(need.people)).arg(words);
}

} // namespace

BeforeStart::BeforeStart(QObject *parent) : QObject(parent)
{
    m_read.setSingleShot(true);
    m_read.setInterval(0);
    connect(&m_read, &QTimer::timeout, this, &BeforeStart::readNow);
}

void BeforeStart::setSession(Session *session)
{
    if (m_session == session)
        return;
    m_session = session;
    connect(session, &Session::touched, this, [this] { m_read.start(); });
    emit sessionChanged();
    m_read.start();
}

void BeforeStart::setBreakfast(const QString &key)
{
    if (m_breakfast == key)
        return;
    m_breakfast = key;
    m_ready = false;
    emit breakfastChanged();
    m_read.start();
}

QString BeforeStart::notesCard() const
{
    return tr("We write down what is said, not who said it. You can ask us to leave something out, now or later. "
              "If you would rather not be noted at all, turn your cup over.");
}

void BeforeStart::readNow()
{
    if (!m_session || !record())
        return;
    m_session->storage().askWorkspace(
        this, [id = *record(), today = m_session->today()](usecases::Workspace &workspace) { return read(workspace, id, today); },
        [this, key = m_breakfast](const Result<Facts> &facts) {
            if (key != m_breakfast)
                return;
            m_problem = facts ? QString() : m_session->textOf(facts.error());
            if (facts) {
                m_facts = *facts;
                m_recap.show(facts->recap);
            }
            m_ready = m_ready || facts.ok();
            emit changed();
        });
}

Result<BeforeStart::Facts> BeforeStart::read(usecases::Workspace &workspace, const RecordId &breakfast, const QString &today)
{
    OURTABLE_ASSIGN(const usecases::ReadyCheck check, usecases::readyCheck(workspace, breakfast));
    Facts facts;
    facts.over = check.state != "planned" && check.state != "open";
    facts.rulesRead = check.rulesRead;
    facts.notesExplained = check.notesExplained;
    if (check.people > 0)
        facts.needing = tr("%n people need:", nullptr, static_cast<int>(check.people));
    for (const NeedInTheRoom &need : check.needs)
        facts.needs.append(needWords(workspace.catalogue(), need));
    QStringList names;
    for (const RecordId &person : check.sideTable)
        names.append(personname::of(workspace, PersonId{person.octets}));
    names.removeAll(QString());
    facts.sideTable = names.join(QStringLiteral(", "));
    for (const std::string &rule : check.groundRules)
        facts.rules.append(QString::fromStdString(rule));
    OURTABLE_ASSIGN(const std::vector<store::RecordView> promises, usecases::recapFor(workspace, breakfast));
    OURTABLE_ASSIGN(facts.recap, promiseRows(workspace, promises, today));
    return facts;
}

void BeforeStart::setRulesRead(bool read) { save(usecases::setRulesRead, read); }
void BeforeStart::setNotesExplained(bool explained) { save(usecases::setNotesExplained, explained); }

void BeforeStart::save(Result<void> (*how)(usecases::Workspace &, const RecordId &, bool), bool yes)
{
    if (!m_session || !record())
        return;
    m_session->storage().askWorkspace(
        this, [id = *record(), how, yes](usecases::Workspace &workspace) { return how(workspace, id, yes); },
        [this, id = *record()](const Result<void> &saved) {
            m_problem = saved ? QString() : m_session->textOf(saved.error());
            emit changed(); // the tick goes back where it was not saved
            if (saved)
                m_session->tellTouched(id, catalogue::kinds::gathering::kind);
        });
}

} // namespace ourtable
