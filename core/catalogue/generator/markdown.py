"""The page of all kinds, for people who read rather than build."""
from .model import TYPES


def markdown_page(model):
    lines = ["# What is recorded", ""]
    for kind in sorted(model.kinds, key=lambda each: model.kind_number(each["kind"])):
        lines += kind_section(model, kind)
    lines += ["## Guards", "", "| guard | holds when |", "|---|---|"]
    lines += [f"| {name} | {meaning} |" for name, meaning in model.guards.items()]
    return "\n".join(lines) + "\n"


def kind_section(model, kind):
    lines = [f"## {model.kind_number(kind['kind'])}. {kind['label']} (`{kind['kind']}`)", "", kind["doc"], "",
             f"Circle {kind['circle']}, class {kind['sensitivity']}.", "",
             "| n | field | label | type | limits | merges as |", "|---|---|---|---|---|---|"]
    lines += [field_row(model, kind, field) for field in kind["fields"] if not field.get("common")]
    lines.append("")
    if kind.get("states"):
        lines += ["| from | to | who | guards |", "|---|---|---|---|"]
        lines += [f"| {move['from']} | {move['to']} | {', '.join(move['roles'])} | {', '.join(move.get('guards', []))} |"
                  for move in kind.get("moves", [])]
        lines.append("")
    lines += ["| role | may |", "|---|---|"]
    lines += [f"| {role} | {words} |" for role, words in kind["permissions"].items()]
    return lines + [""]


def field_row(model, kind, field):
    limits = []
    if field.get("required"):
        limits.append("required")
    if "limit" in field:
        limits.append(f"{field['limit']} characters")
    if "vocabulary" in field:
        limits.append(f"`{field['vocabulary']}`")
    if "to" in field:
        limits.append(" or ".join(field["to"]))
    if "minimum" in field:
        limits.append(f"{field['minimum']} to {field['maximum']}")
    merge = field.get("merge", TYPES[field["type"]][0])
    return (f"| {model.field_number(kind, field)} | `{field['name']}` | {field['label']} | {field['type']} | "
            f"{', '.join(limits)} | {merge} |")
