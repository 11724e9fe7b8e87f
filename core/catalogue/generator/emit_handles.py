"""handles.h: a number for each kind and field, so that a misspelt one does not compile."""

TAKEN = set("""kind life state alignas alignof and and_eq asm auto bitand bitor bool break case catch char char8_t char16_t
char32_t class compl concept const consteval constexpr constinit const_cast continue co_await co_return co_yield decltype
default delete do double dynamic_cast else enum explicit export extern false float for friend goto if inline int long
mutable namespace new noexcept not not_eq nullptr operator or or_eq private protected public register reinterpret_cast
requires return short signed sizeof static static_assert static_cast struct switch template this thread_local throw true
try typedef typeid typename union unsigned using virtual void volatile wchar_t while xor xor_eq""".split())


def identifier(name):
    return name + "_" if name in TAKEN else name


def handles_header(model):
    lines = [
        "// Made by core/catalogue/generate.py. The numbers of every kind and field, by name:",
        "// kinds::contribution::kind is the kind, kinds::contribution::text a field of it, kinds::contribution::kind_ the",
        "// field that is itself called kind (as with C++ keywords: kinds::involvement_claim::for_).",
        "#pragma once",
        "",
        '#include "core/catalogue/catalogue.h"',
        "",
        "namespace ourtable::catalogue::kinds {",
    ]
    for kind in sorted(model.kinds, key=lambda each: model.kind_number(each["kind"])):
        lines += ["", f"namespace {identifier(kind['kind'])} {{",
                  f"inline constexpr KindNumber kind = {model.kind_number(kind['kind'])};",
                  "inline constexpr FieldNumber life = kLifeField;"]
        if kind.get("states"):
            lines.append("inline constexpr FieldNumber state = kStateField;")
        lines += [f"inline constexpr FieldNumber {identifier(field['name'])} = {model.field_number(kind, field)};"
                  for field in kind["fields"]]
        lines.append("}")
    lines += ["", "} // namespace ourtable::catalogue::kinds", ""]
    return "\n".join(lines)
