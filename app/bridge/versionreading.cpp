#include "app/bridge/versionreading.h"

#include <QCoreApplication>

#include <algorithm>

#include "app/bridge/daywords.h"
#include "app/bridge/recordwords.h"
#include "core/catalogue/handles.h"
#include "core/sync/hybridclock.h"

namespace ourtable {
namespace {

namespace kinds = catalogue::kinds;
using catalogue::FieldNumber;
using catalogue::FieldType;
using Field = VersionReading::Field;
using Version = VersionReading::Version;

constexpr qsizetype kLongestCall = 24; // letters on a button

QString tr(const char *words) { return QCoreApplication::translate("Versions", words); }

// What says which record it is, besides its title.
std::vector<FieldNumber> contextOf(const catalogue::Kind &kind)
{
    if (kind.number == kinds::action::kind)
        return {kinds::action::owner, kinds::action::owner_name, kinds::action::due};
    if (kind.number == kinds::contribution::kind)
        return {kinds::contribution::kind_, kinds::contribution::theme};
    return {};
}

QString calledOf(const catalogue::Kind &kind, const catalogue::Field &field)
{
    if (field.number == kind.titleField && (field.type == FieldType::Text || field.type == FieldType::LongText))
        return tr("the wording");
    if (field.type == FieldType::Date)
        return tr("the date");
    return tr("“%1”").arg(QString::fromStdString(field.label));
}

// What stands over its words: of a promise short, as people know what it is; of others as their forms ask.
QString labelOf(const catalogue::Kind &kind, const catalogue::Field &field)
{
    if (kind.number == kinds::action::kind && field.number == kind.titleField)
        return tr("The promise");
    if (kind.number == kinds::action::kind && (field.number == kinds::action::owner || field.number == kinds::action::owner_name))
        return tr("Who");
    if (kind.number == kinds::action::kind && field.number == kinds::action::due)
        return tr("By when");
    return QString::fromStdString(field.label);
}

Field stateField()
{
    Field field;
    field.number = catalogue::kStateField;
    field.label = tr("How it stands");
    field.called = tr("how it stands");
    field.differs = true;
    return field;
}

Field fieldFrom(const catalogue::Kind &kind, const catalogue::Field &known, bool differs)
{
    Field field;
    field.number = known.number;
    field.label = labelOf(kind, known);
    field.differs = differs;
    field.isText = known.type == FieldType::Text || known.type == FieldType::LongText;
    field.limit = static_cast<int>(known.limit);
    field.called = calledOf(kind, known);
    return field;
}

// Title, what differs in the catalogue's order, what says which one it is; each once.
std::vector<Field> fieldsOf(const catalogue::Kind &kind, const sync::RecordState &state)
{
    const auto differs = [&](FieldNumber number) {
        const auto found = state.fields.find(number);
        return found != state.fields.end() && found->second.twoVersions;
    };
    const std::vector<FieldNumber> context = contextOf(kind);
    std::vector<Field> fields;
    const auto add = [&](const catalogue::Field *field) {
        const bool there = std::any_of(fields.begin(), fields.end(), [&](const Field &one) { return field && one.number == field->number; });
        if (field && !there && (differs(field->number) || !state.shown(field->number).isNull()))
            fields.push_back(fieldFrom(kind, *field, differs(field->number)));
    };
    if (kind.titleField != 0)
        add(kind.field(kind.titleField));
    for (const catalogue::Field &field : kind.fields) {
        const bool wanted = differs(field.number) || std::find(context.begin(), context.end(), field.number) != context.end();
        if (wanted)
            add(&field);
    }
    if (differs(catalogue::kStateField))
        fields.push_back(stateField());
    for (Field &field : fields)
        field.agreed = state.shown(field.number);
    return fields;
}

Value valueOf(FieldNumber number, const sync::Sibling &sibling)
{
    const ValueArray *move = sibling.value.array();
    return number == catalogue::kStateField && move && move->size() == 2 ? (*move)[1] : sibling.value;
}

// Whoever wrote two of a field's versions, on one device or on two, has two of them to choose from.
struct Writer {
    EndpointId author;
    std::size_t turn = 0;
    bool operator==(const Writer &) const = default;
};

class Reader {
public:
    Reader(usecases::Workspace &workspace, const catalogue::Kind &kind, const sync::RecordState &state, const QString &today)
        : m_workspace(workspace), m_kind(kind), m_state(state), m_today(today)
    {
    }

    void read(VersionReading &into)
    {
        into.fields = fieldsOf(m_kind, m_state);
        findWriters(into.fields);
        for (const Writer &writer : m_writers)
            into.versions.push_back(versionOf(writer, into.fields));
        std::stable_sort(into.versions.begin(), into.versions.end(), [](const Version &a, const Version &b) {
            return a.mine != b.mine ? a.mine : a.clock < b.clock;
        });
        mark(into);
    }

private:
    void findWriters(const std::vector<Field> &fields)
    {
        for (const Field &field : fields) {
            if (!field.differs)
                continue;
            std::map<EndpointId, std::size_t> turns;
            for (const sync::Sibling &sibling : m_state.fields.at(field.number).siblings) {
                const Writer writer{sibling.author, turns[sibling.author]++};
                if (std::find(m_writers.begin(), m_writers.end(), writer) == m_writers.end())
                    m_writers.push_back(writer);
            }
        }
    }

    [[nodiscard]] const sync::Sibling *siblingOf(const Writer &writer, const Field &field) const
    {
        if (!field.differs)
            return nullptr;
        std::size_t turn = 0;
        for (const sync::Sibling &sibling : m_state.fields.at(field.number).siblings) {
            if (sibling.author == writer.author && turn++ == writer.turn)
                return &sibling;
        }
        return nullptr;
    }

    Version versionOf(const Writer &writer, const std::vector<Field> &fields)
    {
        Version version;
        for (const Field &field : fields) {
            const sync::Sibling *own = siblingOf(writer, field);
            const Value value = own ? valueOf(field.number, *own) : field.agreed;
            version.clock = own ? std::max(version.clock, own->clock) : version.clock;
            version.cells.push_back({value, wordsOf(field, value), {}});
        }
        nameIt(version, writer);
        return version;
    }

    void nameIt(Version &version, const Writer &writer)
    {
        const sync::EndpointState *author = m_workspace.directory().endpoint(writer.author);
        version.person = author ? author->person : PersonId{};
        version.mine = version.person == m_workspace.person();
        version.name = records::personName(m_workspace, version.person);
        version.called = version.name.section(u' ', 0, 0, QString::SectionSkipEmpty).left(kLongestCall);
        const std::vector<EndpointId> &here = m_workspace.profile().log().localEndpoints();
        const bool isHere = std::find(here.begin(), here.end(), writer.author) != here.end();
        version.where = isHere ? tr("On this device") : version.mine ? tr("On another device of yours") : tr("On %1’s device").arg(version.called);
        version.when = days::momentWords(sync::millisecondsOfClock(version.clock), m_today);
    }

    QString wordsOf(const Field &field, const Value &value)
    {
        if (value.isNull())
            return tr("Nothing");
        if (field.number == catalogue::kStateField)
            return records::stateLabel(m_kind, value.text() ? *value.text() : std::string());
        return records::valueWords(m_workspace, *m_kind.field(field.number), value, m_today);
    }

    static void mark(VersionReading &into)
    {
        for (std::size_t field = 0; field < into.fields.size(); ++field) {
            for (std::size_t i = 0; i < into.versions.size(); ++i) {
                VersionReading::Cell &cell = into.versions[i].cells[field];
                const bool words = into.fields[field].isText && into.versions.size() == 2;
                if (words && into.fields[field].differs)
                    cell.parts = markedAgainst(cell.words, into.versions[1 - i].cells[field].words);
                else
                    cell.parts = {{cell.words, into.fields[field].differs}};
            }
        }
    }

    usecases::Workspace &m_workspace;
    const catalogue::Kind &m_kind;
    const sync::RecordState &m_state;
    QString m_today;
    std::vector<Writer> m_writers;
};

QString mergedOf(const VersionReading &reading, const sync::RecordState &state)
{
    for (const Field &field : reading.fields) {
        if (!field.isText || !field.differs)
            continue;
        const sync::FieldState &held = state.fields.at(field.number);
        const std::string *base = held.base.text();
        if (!base || held.siblings.size() != 2)
            return {};
        const std::optional<std::string> merged = sync::mergedText(*base, *held.siblings[0].value.text(), *held.siblings[1].value.text());
        return merged ? QString::fromStdString(*merged) : QString();
    }
    return {};
}

} // namespace

std::vector<usecases::Choice> VersionReading::choicesOf(std::size_t version) const
{
    std::vector<usecases::Choice> choices;
    for (std::size_t i = 0; i < fields.size(); ++i) {
        if (fields[i].differs)
            choices.push_back({fields[i].number, versions[version].cells[i].value});
    }
    return choices;
}

Result<VersionReading> readVersions(usecases::Workspace &workspace, const RecordId &record, const QString &today)
{
    OURTABLE_ASSIGN(const sync::RecordState state, workspace.state(record));
    const catalogue::Kind &kind = *workspace.catalogue().kind(state.kind);
    VersionReading reading;
    reading.record = record;
    reading.kindLabel = QString::fromStdString(kind.label).toLower();
    reading.title = records::titleOf(workspace, records::shownOf(kind, state), today);
    const bool differs = std::any_of(state.fields.begin(), state.fields.end(), [](const auto &field) { return field.second.twoVersions; });
    if (state.erased || state.hidden || !differs)
        return reading;
    reading.kind = kind.name;
    Reader(workspace, kind, state, today).read(reading);
    reading.merged = mergedOf(reading, state);
    const Result<Value> draft = workspace.draft("versions:" + record.hex());
    if (draft && draft->text())
        reading.draft = QString::fromStdString(*draft->text());
    return reading;
}

} // namespace ourtable
