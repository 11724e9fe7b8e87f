#include "core/store/projectionschema.h"

#include <algorithm>

#include "core/crypto/hashing.h"
#include "core/store/projectionwords.h"

namespace ourtable::store {
namespace {

using catalogue::Field;
using catalogue::FieldType;
using catalogue::Kind;
using catalogue::MergeRule;

// Raise it when the fold, or what put() makes of it, gives other rows for the same log.
constexpr std::uint64_t kFoldVersion = 2;

constexpr const char *kShared[] = {
    "CREATE TABLE record(n INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, kind INTEGER NOT NULL, state TEXT,"
    " hidden INTEGER NOT NULL, erased INTEGER NOT NULL, two_versions INTEGER NOT NULL, came_back INTEGER NOT NULL,"
    " has_foreign INTEGER NOT NULL, imported INTEGER NOT NULL, created_clock INTEGER NOT NULL, created_by BLOB NOT NULL,"
    " updated_clock INTEGER NOT NULL, updated_by BLOB NOT NULL, source_id TEXT, indexed INTEGER NOT NULL) STRICT",
    // With all that a list of everything asks for: a fifth of the time, for 3 MB more at 100,000 records each.
    "CREATE INDEX record_created ON record(kind, created_clock, id, hidden, erased, updated_clock)",
    "CREATE INDEX record_updated ON record(kind, updated_clock, id, hidden, erased)",
    "CREATE INDEX record_unindexed ON record(n) WHERE indexed = 0",
    "CREATE INDEX record_asked ON record(n) WHERE two_versions = 1",
    "CREATE TABLE element(record INTEGER NOT NULL, field INTEGER NOT NULL, position INTEGER NOT NULL, value ANY,"
    " target BLOB, PRIMARY KEY(record, field, position)) STRICT, WITHOUT ROWID",
    "CREATE INDEX element_target ON element(target) WHERE target IS NOT NULL",
    "CREATE TABLE two_versions(record INTEGER NOT NULL, field INTEGER NOT NULL, PRIMARY KEY(record, field)) STRICT,"
    " WITHOUT ROWID",
    "CREATE TABLE mark(one INTEGER PRIMARY KEY CHECK(one = 1), row INTEGER NOT NULL, running BLOB NOT NULL) STRICT",
    // Larger batches before a segment is written: a third less work when folding all.
    "INSERT INTO words(words, rank) VALUES('hashsize', 4000000)",
};

std::string inQuotes(std::string_view name)
{
    std::string whole = "\"";
    whole += name;
    return whole += '"';
}

Storage storageOf(FieldType type)
{
    switch (type) {
    case FieldType::Timestamp:
    case FieldType::Integer:
    case FieldType::Money:
    case FieldType::Tally: return Storage::Integer;
    case FieldType::YesNo: return Storage::Boolean;
    case FieldType::Reference: return Storage::Octets;
    case FieldType::Map: return Storage::Encoded;
    default: return Storage::Text;
    }
}

std::string_view declared(Storage storage)
{
    switch (storage) {
    case Storage::Integer:
    case Storage::Boolean: return " INTEGER";
    case Storage::Text: return " TEXT";
    default: return " BLOB";
    }
}

// What lists are filtered or sorted by. Partial: most records leave most of these empty.
bool wantsIndex(FieldType type)
{
    return type == FieldType::Reference || type == FieldType::Date || type == FieldType::Month
        || type == FieldType::Timestamp;
}

void writeStatements(KindTable &table)
{
    std::string names, places;
    for (const Column &column : table.columns) {
        names += ", " + column.name;
        places += ", ?";
    }
    table.insert = "INSERT INTO " + table.name + "(_n" + names + ") VALUES(?" + places + ")";
    table.remove = "DELETE FROM " + table.name + " WHERE _n = ?";
    table.select = "SELECT r.n, r.id, r.kind, r.state, r.hidden, r.erased, r.two_versions, r.came_back, r.has_foreign,"
                   " r.imported, r.created_clock, r.created_by, r.updated_clock, r.updated_by, r.source_id, r.indexed";
    for (const Column &column : table.columns)
        table.select += ", k." + column.name;
    table.select += " FROM record r JOIN " + table.name + " k ON k._n = r.n";
    table.selectOne = table.select + " WHERE r.n = ?";
}

KindTable tableOf(const Kind &kind)
{
    KindTable table;
    table.kind = &kind;
    table.name = inQuotes("kind_" + kind.name);
    for (const Field &field : kind.fields) {
        if (isSetField(field))
            table.sets.push_back(&field);
        else if (field.type != FieldType::State)
            table.columns.push_back({&field, inQuotes(field.name), storageOf(field.type), wantsIndex(field.type)});
    }
    writeStatements(table);
    return table;
}

// The tables say which columns there are; this says what may be in them.
std::string meaningOf(const catalogue::Catalogue &catalogue, std::span<const KindTable> tables)
{
    std::string meaning;
    for (const KindTable &table : tables) {
        meaning += table.kind->name + ":" + std::to_string(table.kind->number);
        for (const Field &field : table.kind->fields)
            meaning += "," + field.name + " " + std::to_string(field.number) + " "
                + std::to_string(static_cast<int>(field.type)) + " " + std::to_string(static_cast<int>(field.merge)) + " "
                + std::to_string(field.limit) + " " + std::to_string(field.minimum) + " " + std::to_string(field.maximum)
                + " " + (field.vocabulary ? field.vocabulary->name : "-");
        for (const catalogue::FieldNumber number : table.kind->searched)
            meaning += ",searched " + std::to_string(number);
        meaning += "\n";
    }
    for (const catalogue::Vocabulary &vocabulary : catalogue.vocabularies()) {
        meaning += vocabulary.name + ":";
        for (const catalogue::Term &term : vocabulary.terms)
            meaning += term.code + (term.retired ? " retired," : ",");
        meaning += "\n";
    }
    return meaning;
}

} // namespace

bool isFreeText(const Field &field)
{
    return field.type == FieldType::Text || field.type == FieldType::LongText || field.type == FieldType::List;
}

bool isSetField(const Field &field)
{
    return field.type == FieldType::Choices || field.type == FieldType::References || field.type == FieldType::List
        || field.merge == MergeRule::Set || field.merge == MergeRule::Append;
}

const Column *KindTable::column(catalogue::FieldNumber field) const
{
    const auto at = std::ranges::find(columns, field, [](const Column &column) { return column.field->number; });
    return at == columns.end() ? nullptr : &*at;
}

bool KindTable::isSet(catalogue::FieldNumber field) const
{
    return std::ranges::any_of(sets, [field](const Field *set) { return set->number == field; });
}

ProjectionSchema::ProjectionSchema(const catalogue::Catalogue &catalogue)
{
    m_definition.push_back("CREATE VIRTUAL TABLE words USING fts5(text, content='', columnsize=0, detail=none,"
                           " prefix='1 2 3', tokenize=\"" + wordTokenizer() + "\")");
    m_definition.insert(m_definition.end(), std::begin(kShared), std::end(kShared));
    for (const Kind &kind : catalogue.kinds()) {
        const catalogue::CircleKind *circle = catalogue.circle(kind.circle);
        if (circle && circle->projected)
            m_tables.push_back(tableOf(kind));
    }
    std::ranges::sort(m_tables, {}, [](const KindTable &table) { return table.kind->number; });
    for (const KindTable &table : m_tables)
        define(table);
    std::string all = meaningOf(catalogue, m_tables);
    for (const std::string &statement : m_definition)
        all += statement + "\n";
    m_version = crypto::hashOf("ourtable.projection.schema.v1",
                               {crypto::le64(kFoldVersion), crypto::le64(catalogue.revision()), viewOf(all)});
}

const KindTable *ProjectionSchema::table(catalogue::KindNumber kind) const
{
    const auto at = std::ranges::lower_bound(m_tables, kind, {}, [](const KindTable &t) { return t.kind->number; });
    return at != m_tables.end() && at->kind->number == kind ? &*at : nullptr;
}

void ProjectionSchema::define(const KindTable &table)
{
    std::string columns;
    for (const Column &column : table.columns)
        columns += ", " + column.name + std::string(declared(column.storage));
    m_definition.push_back("CREATE TABLE " + table.name + "(_n INTEGER PRIMARY KEY" + columns + ") STRICT");
    for (const Column &column : table.columns)
        if (column.indexed)
            m_definition.push_back("CREATE INDEX " + inQuotes(table.kind->name + "_" + column.field->name) + " ON "
                                   + table.name + "(" + column.name + ") WHERE " + column.name + " IS NOT NULL");
}

} // namespace ourtable::store
