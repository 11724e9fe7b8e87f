// The projection's tables, made from the catalogue. The SQL of this file is the only one that is put together at run
// time, and it is put together from the catalogue's names alone.
//
//   record        one row a record: who, when, state, flags. n is its number here and nowhere else
//   kind_<name>   one a kind, keyed by that number, one column a field that holds one value, named as in the catalogue
//   element       the elements of sets: Choices, References, List, append-only
//   two_versions  the fields that a person has to settle
//   words         full-text index, without a copy of the text
//   mark          how far the log is folded
#pragma once

#include <span>
#include <string>
#include <vector>

#include "core/catalogue/catalogue.h"
#include "core/support/ids.h"

namespace ourtable::store {

// How a column holds a Value.
enum class Storage { Integer, Boolean, Text, Octets, Encoded };

struct Column {
    const catalogue::Field *field = nullptr;
    std::string name; // quoted
    Storage storage = Storage::Integer;
    bool indexed = false;
};

struct KindTable {
    const catalogue::Kind *kind = nullptr;
    std::string name;            // quoted
    std::vector<Column> columns; // in order of field numbers
    std::vector<const catalogue::Field *> sets;
    std::string insert;          // one row: n, then the columns
    std::string remove;          // the row of n
    std::string select;          // record and kind columns of every record of the kind, up to before WHERE; r and k
    std::string selectOne;       // the same of the record n

    [[nodiscard]] const Column *column(catalogue::FieldNumber field) const;
    [[nodiscard]] bool isSet(catalogue::FieldNumber field) const;
};

// Columns of KindTable::select before the kind's own ones.
inline constexpr int kRecordColumns = 16;

// Whether the field's values can hold what a person wrote in their own words. Gone from hidden and erased records.
[[nodiscard]] bool isFreeText(const catalogue::Field &field);
[[nodiscard]] bool isSetField(const catalogue::Field &field);

// Immutable. Points into the catalogue, which has to outlive it.
class ProjectionSchema {
public:
    explicit ProjectionSchema(const catalogue::Catalogue &catalogue);
    ProjectionSchema(const ProjectionSchema &) = delete;
    ProjectionSchema &operator=(const ProjectionSchema &) = delete;

    // Nullptr for kinds that this version does not know or that are never projected (CircleKind::projected).
    [[nodiscard]] const KindTable *table(catalogue::KindNumber kind) const;
    [[nodiscard]] std::span<const KindTable> tables() const { return m_tables; }
    // The statements that make an empty projection.
    [[nodiscard]] std::span<const std::string> definition() const { return m_definition; }
    // Of everything that decides what the same log is folded to: these statements, the catalogue's revision, an overlay's
    // fields and codes, and the version of the fold. A snapshot of another one is of no use.
    [[nodiscard]] const Hash &version() const { return m_version; }

private:
    void define(const KindTable &table);

    std::vector<KindTable> m_tables;
    std::vector<std::string> m_definition;
    Hash m_version;
};

} // namespace ourtable::store
