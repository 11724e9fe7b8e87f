// What a catalogue is made of: kinds, fields, states, moves, permissions, vocabularies, circles and roles. Plain data;
// catalogue.h looks things up in it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/catalogue/vocabulary.h"
#include "core/support/value.h"

namespace ourtable::catalogue {

// Numbers travel inside sealed changes and never change meaning (registry.json is append-only).
using KindNumber = std::uint16_t;
using FieldNumber = std::uint16_t; // 0 is `life` in every kind, 1 is `state` where a kind has states
using RoleNumber = std::uint8_t;
using CircleNumber = std::uint8_t;

inline constexpr FieldNumber kLifeField = 0;
inline constexpr FieldNumber kStateField = 1;
inline constexpr FieldNumber kFirstOverlayField = 1000;

enum class FieldType {
    Text,       // one line, `limit` characters; Value text
    LongText,   // several lines, `limit` characters; Value text
    Choice,     // one code of `vocabulary`; Value text
    Choices,    // a set of codes; each element a Value text
    Reference,  // a record of one of `targets`; Value octets (16)
    References, // a set of records; each element a Value octets (16)
    Date,       // "YYYY-MM-DD"
    Time,       // "HH:MM"
    Month,      // "YYYY-MM"
    Timestamp,  // milliseconds since 1970 UTC; Value integer
    Integer,    // `minimum` to `maximum`; Value integer
    YesNo,      // Value boolean
    Money,      // pence; Value integer
    List,       // a set of small structures: each element a Value map with text keys, or a Value text (see `parts`)
    Map,        // code of `vocabulary` -> integer; one Value map with text keys, replaced whole
    Tally,      // a counter: the sum of signed steps; Value integer
    State       // a code of the kind's `states`; changed by moves only
};

enum class MergeRule { Scalar, LongText, Set, Protective, Decision, Reference, Append, Tally, State, Life };

// Design README 4: classes of domain.md 3.1 become circles. `Open` is a printing right inside the table circle.
enum class Sensitivity { Open, Members, RecruitmentPanel, SupportTeam, Safeguarding, MonitoringOnly, Office };

struct Part {                                                 // one member of a List element
    std::string key;
    FieldType type = FieldType::Text;
    std::size_t limit = 0;
    const Vocabulary *vocabulary = nullptr;
    bool required = false;
};

struct Field {
    FieldNumber number = 0;
    std::string name;                                         // "quote_permission"
    std::string label;                                        // "May we quote it?"
    FieldType type = FieldType::Text;
    MergeRule merge = MergeRule::Scalar;
    Sensitivity sensitivity = Sensitivity::Members;
    std::size_t limit = 0;                                    // characters; 0 = not a text
    std::int64_t minimum = 0;                                 // of an Integer, of each value of a Map; of Choices,
    std::int64_t maximum = 0;                                 // References and List: how many, 0 and 0 = any number
    bool required = false;                                    // to leave the draft
    const Vocabulary *vocabulary = nullptr;
    std::vector<KindNumber> targets;                          // of references; empty = any kind
    std::vector<Part> parts;                                  // of List elements; empty = plain texts
    std::vector<std::string> protectiveOrder;                 // codes, most protective first; "yes", "no" of a YesNo
    Value defaultValue;                                       // null = none
    bool overlay = false;                                     // a programme's own field
    bool common = false;                                      // in every kind alike: origin, source_id, held_until
    std::vector<std::string> codes;                           // the part of the vocabulary it takes; empty = all
};

// Who may do what: one entry for each of the table domain.md 3.6.
enum class Right { Create, Read, Change, Agree, WriteSealed, Totals };
// Own: records they created or that are about them. Linked: their own, and those that a rule of the use cases lets
// through (README.md of this folder lists them). All is wider than Linked, Linked wider than Own.
enum class Scope { All, Own, Linked };

struct Permission {
    RoleNumber role = 0;
    Right right = Right::Read;
    Scope scope = Scope::All;
};

struct Move {
    std::string from; // a state, or "*" for any
    std::string to;
    std::vector<RoleNumber> roles;     // who may make it; the owner of the record counts as kOwnerRole
    std::vector<std::string> guards;   // names of checks in core/usecases/guards.cpp, run when writing only
};

struct Kind {
    KindNumber number = 0;
    std::string name;                  // "contribution"; snake case
    std::string label;                 // "Note"
    std::string labelPlural;
    Sensitivity sensitivity = Sensitivity::Members;
    CircleNumber circle = 0;
    KindNumber parent = 0;             // of child kinds; 0 = none, or of several kinds (then only parentField is set)
    FieldNumber parentField = 0;       // the reference to the parent
    FieldNumber ownerField = 0;        // the person it is owned by or about: kOwnerRole, Scope::Own; a Person is its own
    bool system = false;
    bool appendOnly = false;           // never edited; amended by a new record
    bool keepsNoCopy = false;          // sealed kinds: no editable copy is kept (safeguarding)
    bool erasable = false;             // may be taken back by author or reader (Contribution, SupportNeed, Quotation)
    FieldNumber titleField = 0;        // what a list shows
    std::vector<Field> fields;         // by number; `life` and `state` not included
    std::vector<std::string> states;   // first is where a record starts; empty = no states
    const Vocabulary *stateVocabulary = nullptr;
    std::vector<Move> moves;
    std::vector<Permission> permissions;
    std::vector<FieldNumber> searched; // text fields that full-text search covers

    [[nodiscard]] const Field *field(std::string_view name) const;
    [[nodiscard]] const Field *field(FieldNumber number) const;
};

struct Role {
    RoleNumber number = 0;
    std::string code;                  // "lay_partner"
    std::string label;
};

// A kind of circle. One circle of each is made at founding; further panels later. `readers` hold the keys, `writers` may
// only seal into it.
struct CircleKind {
    CircleNumber number = 0;
    std::string code;                  // "table", "support", "panel", "monitoring", "safeguarding", "office"
    std::string label;
    std::vector<RoleNumber> readers;
    std::vector<RoleNumber> writers;
    bool namedReaders = false;         // readers are named one by one, not by role (panel, monitoring)
    bool history = true;               // newcomers get the earlier epoch keys
    bool projected = true;             // monitoring is never folded; only core/report opens it
};

inline constexpr RoleNumber kOwnerRole = 200; // in Move::roles: the person the record is owned by
inline constexpr RoleNumber kAuthorRole = 201; // in Move::roles: who created the record

} // namespace ourtable::catalogue
