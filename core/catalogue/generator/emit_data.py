"""catalogue_data.cpp: the tables of tables.h, filled."""
import json

from .model import TYPES, permission_of


def pascal(name):
    return "".join(word.capitalize() for word in name.split("_"))


def text(value):
    """A C string literal; JSON's escapes for ASCII are C's, the rest goes as UTF-8."""
    return json.dumps(value, ensure_ascii=False)


def yes(value):
    return "true" if value else "false"


class Source:
    def __init__(self, model):
        self.model = model
        self.lines = []
        self.vocabularies = list(model.vocabularies)

    def vocabulary(self, name):
        return self.vocabularies.index(name) if name else -1

    def array(self, type_, name, rows):
        """Writes the array and gives the expression that names it; an empty one is {}."""
        if not rows:
            return "{}"
        self.lines.append(f"constexpr {type_} {name}[] = {{")
        self.lines += [f"    {{{row}}}," for row in rows]
        self.lines.append("};")
        return name

    def words(self, name, words):
        if not words:
            return "{}"
        self.lines.append(f"constexpr const char *{name}[] = {{{', '.join(text(word) for word in words)}}};")
        return name

    def numbers(self, type_, name, numbers):
        if not numbers:
            return "{}"
        self.lines.append(f"constexpr {type_} {name}[] = {{{', '.join(str(number) for number in numbers)}}};")
        return name

    def write_vocabularies(self):
        fixed = self.model.fixed_vocabularies()
        rows = []
        for name, terms in self.model.vocabularies.items():
            retired = self.model.retired.get(name, [])
            terms_name = self.array("Term", f"terms_{name}", [f"{text(code)}, {text(label)}, {yes(code in retired)}"
                                                              for code, label in terms.items()])
            rows.append(f"{text(name)}, {terms_name}, {yes(name in fixed)}")
        self.array("Vocabulary", "vocabularyTable", rows)

    def write_roles_and_circles(self):
        role_number = self.model.registry["roles"]
        self.array("Role", "roleTable", [f"{role_number[role['code']]}, {text(role['code'])}, {text(role['label'])}"
                                         for role in self.model.roles])
        rows = []
        for circle in self.model.circles:
            code = circle["code"]
            lists = [self.numbers("RoleNumber", f"{who}_{code}", [role_number[role] for role in circle.get(who, [])])
                     for who in ("readers", "writers")]
            rows.append(f"{self.model.registry['circles'][code]}, {text(code)}, {text(circle['label'])}, {lists[0]}, {lists[1]}, "
                        f"{yes(circle.get('named_readers'))}, {yes(circle.get('history', True))}, {yes(circle.get('projected', True))}")
        self.array("CircleKind", "circleTable", rows)

    def default(self, field):
        value = field.get("default")
        if value is None:
            return "{}"
        if isinstance(value, bool):
            return f"{{Default::Is::YesNo, nullptr, {int(value)}}}"
        if isinstance(value, int):
            return f"{{Default::Is::Integer, nullptr, {value}}}"
        return f"{{Default::Is::Text, {text(value)}, 0}}"

    def part(self, part):
        return (f"{text(part['key'])}, FieldType::{pascal(part['type'])}, {part.get('limit', 0)}, "
                f"{self.vocabulary(part.get('vocabulary'))}, {yes(part.get('required'))}")

    def field(self, kind, field):
        name = f"{kind['kind']}_{field['name']}"
        targets = self.numbers("KindNumber", f"to_{name}", [self.model.kind_number(to) for to in field.get("to", [])])
        parts = self.array("Part", f"parts_{name}", [self.part(part) for part in field.get("parts", [])])
        order = self.words(f"order_{name}", field.get("protective"))
        codes = self.words(f"codes_{name}", field.get("codes"))
        merge = field.get("merge", TYPES[field["type"]][0])
        return (f"{self.model.field_number(kind, field)}, {text(field['name'])}, {text(field['label'])}, "
                f"FieldType::{pascal(field['type'])}, MergeRule::{pascal(merge)}, "
                f"Sensitivity::{pascal(field.get('sensitivity', kind['sensitivity']))}, {field.get('limit', 0)}, "
                f"{field.get('minimum', 0)}, {field.get('maximum', 0)}, {yes(field.get('required'))}, "
                f"{self.vocabulary(field.get('vocabulary'))}, {targets}, {parts}, {order}, {self.default(field)}, {codes}, "
                f"{yes(field.get('common'))}")

    def move_roles(self, roles):
        special = {"owner": "kOwnerRole", "author": "kAuthorRole"}
        return [special.get(role, self.model.registry["roles"].get(role)) for role in roles]

    def moves(self, kind):
        rows = []
        for index, move in enumerate(kind.get("moves", [])):
            name = f"{kind['kind']}_{index}"
            roles = self.numbers("RoleNumber", f"roles_{name}", self.move_roles(move["roles"]))
            guards = self.words(f"guards_{name}", move.get("guards"))
            rows.append(f"{text(move['from'])}, {text(move['to'])}, {roles}, {guards}")
        return self.array("Move", f"moves_{kind['kind']}", rows)

    def permissions(self, kind):
        rows = []
        for role, words in kind["permissions"].items():
            for right, scope in map(permission_of, words.split()):
                rows.append(f"{self.model.registry['roles'][role]}, Right::{pascal(right)}, Scope::{pascal(scope)}")
        return self.array("Permission", f"permissions_{kind['kind']}", rows)

    def kind(self, kind):
        numbered = {field["name"]: self.model.field_number(kind, field) for field in kind["fields"]}
        rows = [self.field(kind, field) for field in sorted(kind["fields"], key=lambda each: numbered[each["name"]])]
        fields = self.array("Field", f"fields_{kind['kind']}", rows)
        searched = self.numbers("FieldNumber", f"searched_{kind['kind']}", [numbered[name] for name in kind.get("search", [])])
        flags = ", ".join(yes(kind.get(flag)) for flag in ("system", "append_only", "keeps_no_copy", "erasable"))
        return (f"{self.model.kind_number(kind['kind'])}, {text(kind['kind'])}, {text(kind['label'])}, "
                f"{text(kind['label_plural'])}, Sensitivity::{pascal(kind['sensitivity'])}, "
                f"{self.model.registry['circles'][kind['circle']]}, {self.parent(kind)}, "
                f"{numbered.get(kind.get('parent'), 0)}, {numbered.get(kind.get('owner'), 0)}, {flags}, {numbered.get(kind.get('title'), 0)}, {fields}, "
                f"{self.vocabulary(kind.get('states'))}, {self.moves(kind)}, {self.permissions(kind)}, {searched}")

    def parent(self, kind):
        field = next((each for each in kind["fields"] if each["name"] == kind.get("parent")), {"to": []})
        return self.model.kind_number(field["to"][0]) if len(field["to"]) == 1 else 0


def data_source(model):
    source = Source(model)
    source.write_vocabularies()
    source.write_roles_and_circles()
    kinds = sorted(model.kinds, key=lambda each: model.kind_number(each["kind"]))
    source.array("Kind", "kindTable", [source.kind(kind) for kind in kinds])
    return "\n".join([
        "// Made by core/catalogue/generate.py from the JSON files of that folder.",
        '#include "core/catalogue/tables.h"', "",
        "namespace ourtable::catalogue::tables {", "namespace {", "",
        *source.lines, "", "} // namespace", "",
        "std::span<const Vocabulary> vocabularies() { return vocabularyTable; }",
        "std::span<const Role> roles() { return roleTable; }",
        "std::span<const CircleKind> circles() { return circleTable; }",
        "std::span<const Kind> kinds() { return kindTable; }",
        f"std::uint32_t revision() {{ return {model.registry['revision']}; }}", "",
        "} // namespace ourtable::catalogue::tables", ""])
