// The shape of the generated tables (catalogue_data.cpp): constant data without constructors, from which builder.cpp
// makes the types of catalogue.h. Internal to this folder.
#pragma once

#include <cstdint>
#include <span>

#include "core/catalogue/catalogue.h"

namespace ourtable::catalogue::tables {

struct Term {
    const char *code;
    const char *label;
    bool retired;
};

struct Vocabulary {
    const char *name;
    std::span<const Term> terms;
    bool fixed;
};

struct Role {
    RoleNumber number;
    const char *code;
    const char *label;
};

struct CircleKind {
    CircleNumber number;
    const char *code;
    const char *label;
    std::span<const RoleNumber> readers;
    std::span<const RoleNumber> writers;
    bool namedReaders;
    bool history;
    bool projected;
};

struct Part {
    const char *key;
    FieldType type;
    std::size_t limit;
    int vocabulary; // index, -1 = none
    bool required;
};

struct Default {
    enum class Is { None, Text, Integer, YesNo };
    Is is = Is::None;
    const char *text = nullptr;
    std::int64_t integer = 0;
};

struct Field {
    FieldNumber number;
    const char *name;
    const char *label;
    FieldType type;
    MergeRule merge;
    Sensitivity sensitivity;
    std::size_t limit;
    std::int64_t minimum;
    std::int64_t maximum;
    bool required;
    int vocabulary; // index, -1 = none
    std::span<const KindNumber> targets;
    std::span<const Part> parts;
    std::span<const char *const> protectiveOrder;
    Default defaultValue;
    std::span<const char *const> codes;
    bool common;
};

struct Move {
    const char *from;
    const char *to;
    std::span<const RoleNumber> roles;
    std::span<const char *const> guards;
};

struct Kind {
    KindNumber number;
    const char *name;
    const char *label;
    const char *labelPlural;
    Sensitivity sensitivity;
    CircleNumber circle;
    KindNumber parent;
    FieldNumber parentField;
    FieldNumber ownerField;
    bool system;
    bool appendOnly;
    bool keepsNoCopy;
    bool erasable;
    FieldNumber titleField;
    std::span<const Field> fields;
    int stateVocabulary; // index, -1 = no states
    std::span<const Move> moves;
    std::span<const Permission> permissions;
    std::span<const FieldNumber> searched;
};

[[nodiscard]] std::span<const Vocabulary> vocabularies();
[[nodiscard]] std::span<const Role> roles();
[[nodiscard]] std::span<const CircleKind> circles();
[[nodiscard]] std::span<const Kind> kinds();
[[nodiscard]] std::uint32_t revision();

} // namespace ourtable::catalogue::tables
