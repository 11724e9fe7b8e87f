#include "app/bridge/notefeed.h"

#include <QLocale>

#include <algorithm>

#include "app/bridge/breakfastnow.h"
#include "app/bridge/daywords.h"
#include "app/bridge/notewords.h"
#include "app/bridge/personname.h"
#include "core/catalogue/handles.h"
#include "core/sync/hybridclock.h"
#include "core/usecases/anyoneelse.h"
#include "core/usecases/harvest.h"

namespace ourtable {
namespace {

namespace kinds = catalogue::kinds;
using store::RecordView;
using usecases::Workspace;

std::string textIn(const RecordView &view, catalogue::FieldNumber field)
{
    const std::string *text = view.field(field).text();
    return text ? *text : std::string();
}

QString shortDay(const std::string &isoDate) { return QLocale().toString(QDate::fromString(QString::fromStdString(isoDate), Qt::ISODate), QStringLiteral("d MMMM")); }

QStringList themesOf(const RecordView &note, const catalogue::Catalogue &catalogue)
{
    QStringList words;
    const ValueArray *themes = note.field(kinds::contribution::theme).array();
    for (const Value &theme : themes ? *themes : ValueArray())
        words.append(noteWords(catalogue, "theme", theme.text() ? *theme.text() : std::string()));
    return words;
}

QHash<int, QVariant> noteCells(const RecordView &note, const catalogue::Catalogue &catalogue)
{
    namespace fields = kinds::contribution;
    const std::string kind = textIn(note, fields::kind_);
    const bool sorted = kind != "experience"; // what every unsorted note is
    const std::string voice = textIn(note, fields::voice);
    const bool said = !voice.empty() && voice != "not_recorded";
    return {{NoteFeed::TextRole, QString::fromStdString(textIn(note, fields::text))},
            {NoteFeed::PromiseRole, false},
            {NoteFeed::KindRole, sorted ? QString::fromStdString(kind) : QString()},
            {NoteFeed::KindWordsRole, sorted ? noteWords(catalogue, "contribution_kind", kind) : QString()},
            {NoteFeed::ThemesRole, themesOf(note, catalogue)},
            {NoteFeed::VoiceRole, said ? noteWords(catalogue, "voice", voice) : QString()},
            {NoteFeed::PromiserRole, QString()},
            {NoteFeed::DueRole, QString()},
            {NoteFeed::EchoesRole, static_cast<int>(usecases::echoesOf(note))},
            {NoteFeed::HarvestRole, usecases::isHarvest(note)}};
}

QHash<int, QVariant> takenBackCells()
{
    return {{NoteFeed::TextRole, NoteFeed::tr("A note was taken back")},
            {NoteFeed::PromiseRole, false},
            {NoteFeed::ThemesRole, QStringList()},
            {NoteFeed::TakenBackRole, true}};
}

Result<QHash<int, QVariant>> promiseCells(Workspace &workspace, const RecordView &promise)
{
    namespace fields = kinds::action;
    QString promiser = QString::fromStdString(textIn(promise, fields::owner_name));
    if (const std::optional<RecordId> owner = promise.field(fields::owner).id<RecordId>()) {
        const Result<RecordView> person = workspace.get(*owner);
        if (person)
            promiser = person->kind == kinds::person::kind ? personname::of(workspace, *person) : QString::fromStdString(textIn(*person, kinds::organisation::name));
    }
    return QHash<int, QVariant>{{NoteFeed::TextRole, QString::fromStdString(textIn(promise, fields::text))},
                                {NoteFeed::PromiseRole, true},
                                {NoteFeed::KindRole, QStringLiteral("promise")},
                                {NoteFeed::KindWordsRole, NoteFeed::tr("Promise")},
                                {NoteFeed::ThemesRole, QStringList()},
                                {NoteFeed::VoiceRole, QString()},
                                {NoteFeed::PromiserRole, promiser},
                                {NoteFeed::DueRole, shortDay(textIn(promise, fields::due))}};
}

Result<std::vector<std::pair<RecordId, QHash<int, QVariant>>>> readRows(Workspace &workspace, const std::vector<RecordId> &asked, const QString &today)
{
    std::vector<std::pair<RecordId, QHash<int, QVariant>>> rows;
    for (const RecordId &id : asked) {
        const Result<RecordView> view = workspace.get(id);
        if (!view)
            continue; // left the list meanwhile
        QHash<int, QVariant> cells;
        if (view->kind == kinds::action::kind) {
            OURTABLE_ASSIGN(cells, promiseCells(workspace, *view));
        } else {
            cells = view->erased ? takenBackCells() : noteCells(*view, workspace.catalogue());
        }
        OURTABLE_ASSIGN(const bool shared, workspace.profile().log().isAcknowledged(id));
        cells.insert(NoteFeed::SharedRole, shared);
        if (!view->erased)
            cells.insert(NoteFeed::TimeRole, days::momentWords(sync::millisecondsOfClock(view->createdClock), today));
        rows.emplace_back(id, std::move(cells));
    }
    return rows;
}

} // namespace

NoteFeed::NoteFeed(QObject *parent) : RecordListModel(parent)
{
    connect(this, &RecordListModel::sessionChanged, this, &NoteFeed::watchSharing);
}

// A receipt of the hub touches no record: whenever fewer wait, the rows are looked at again.
void NoteFeed::watchSharing()
{
    connect(session()->sharing(), &Sharing::changed, this, [this] {
        const int toShare = session()->sharing()->toShare();
        if (std::exchange(m_toShare, toShare) > toShare)
            refreshRows();
    });
}

void NoteFeed::setBreakfast(const QString &key)
{
    if (m_breakfast == key)
        return;
    m_breakfast = key;
    emit changed();
    ask();
}

void NoteFeed::setTable(int table)
{
    if (m_table == table)
        return;
    m_table = table;
    emit changed();
    ask();
}

void NoteFeed::setNewest(const QString &key)
{
    if (m_newest == key)
        return;
    m_newest = key;
    emit changed();
    ask();
}

void NoteFeed::setMost(int most)
{
    if (m_most == most)
        return;
    m_most = most;
    emit changed();
    ask();
}

std::optional<RecordListModel::Wanted> NoteFeed::wanted() const
{
    const std::optional<RecordId> gathering = RecordId::fromHexText(m_breakfast.toStdString());
    if (!gathering || m_table < 1)
        return std::nullopt;
    Wanted wanted;
    wanted.keys = [gathering = *gathering, table = m_table, most = m_most, newest = RecordId::fromHexText(m_newest.toStdString())](Workspace &workspace) -> Result<std::vector<store::RecordKey>> {
        OURTABLE_ASSIGN(std::vector<RecordView> notes, breakfast::notesAt(workspace, gathering, table));
        const auto first = std::find_if(notes.begin(), notes.end(), [&newest](const RecordView &note) { return note.id == newest; });
        if (first != notes.end())
            std::rotate(notes.begin(), first, first + 1);
        std::vector<store::RecordKey> keys;
        for (const RecordView &note : notes) {
            if (most == 0 || keys.size() < static_cast<std::size_t>(most))
                keys.push_back({note.id, note.updatedClock});
        }
        return keys;
    };
    wanted.rows = [today = session()->today()](Workspace &workspace, const std::vector<RecordId> &asked) { return readRows(workspace, asked, today); };
    wanted.kinds = {kinds::contribution::kind, kinds::action::kind};
    return wanted;
}

QHash<int, QByteArray> NoteFeed::ownRoles() const
{
    return {{TextRole, "text"},         {PromiseRole, "promise"},   {KindRole, "code"},         {KindWordsRole, "kind"}, {ThemesRole, "themes"},
            {TimeRole, "time"},         {VoiceRole, "voice"},       {PromiserRole, "promiser"}, {DueRole, "due"},             {SharedRole, "shared"},
            {TakenBackRole, "takenBack"}, {EchoesRole, "echoes"}, {HarvestRole, "harvest"}};
}

} // namespace ourtable
