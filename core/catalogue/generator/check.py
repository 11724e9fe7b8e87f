"""The whole check: words, registry, roles, circles, then every kind."""
import re

from .check_kinds import KindChecks
from .model import FIRST_COMMON_FIELD, FIRST_OVERLAY_FIELD

CODE = re.compile(r"^[a-z0-9][a-z0-9_+-]*$")


def check(model):
    """Adds everything that is wrong to model.problems."""
    check_vocabularies(model)
    check_roles_and_circles(model)
    check_numbers(model)
    names = [kind["kind"] for kind in model.kinds]
    for kind in model.kinds:
        if names.count(kind["kind"]) > 1:
            model.problems.add(kind["file"], kind["kind"], None, "the kind is there twice")
        KindChecks(model, kind).run()
    check_unused(model)


def check_vocabularies(model):
    def wrong(name, text):
        model.problems.add("vocabularies.json", name, None, text)

    for name, terms in model.vocabularies.items():
        if not isinstance(terms, dict) or not terms:
            wrong(name, "has no codes")
            continue
        for code, label in terms.items():
            if not CODE.match(code):
                wrong(name, f"the code '{code}' has characters other than a-z, 0-9, _, + and -")
            if not isinstance(label, str) or not label.strip():
                wrong(name, f"the label of '{code}' is missing")
    for name, codes in model.retired.items():
        for code in codes:
            if code not in model.vocabularies.get(name, {}):
                wrong(name, f"the retired code '{code}' is not in the vocabulary")
    for name in model.listed_as_fixed:
        if name not in model.vocabularies:
            wrong(name, "is listed as fixed, but not there")


def check_unused(model):
    used = set()
    for kind in model.kinds:
        used.add(kind.get("states"))
        for field in kind["fields"]:
            used.add(field.get("vocabulary"))
            used.update(part.get("vocabulary") for part in field.get("parts", []))
    for name in model.vocabularies:
        if name not in used:
            model.problems.add("vocabularies.json", name, None, "no field or state uses the vocabulary")
    guards = {guard for kind in model.kinds for move in kind.get("moves", []) for guard in move.get("guards", [])}
    for name, meaning in model.guards.items():
        if name not in guards:
            model.problems.add("guards.json", name, None, "no move uses the guard")
        if not str(meaning).strip():
            model.problems.add("guards.json", name, None, "its meaning is missing")


def check_roles_and_circles(model):
    codes = model.role_codes()
    for role in model.roles:
        if not role.get("code") or codes.count(role["code"]) > 1 or not role.get("label"):
            model.problems.add("roles.json", role.get("code"), None, "needs a code of its own and a label")
    for circle in model.circles:
        code = circle.get("code")
        if not code or not circle.get("label"):
            model.problems.add("circles.json", code, None, "needs a code and a label")
        for role in circle.get("readers", []) + circle.get("writers", []):
            if role not in codes:
                model.problems.add("circles.json", code, None, f"unknown role '{role}'")
        for role in set(circle.get("readers", [])) & set(circle.get("writers", [])):
            if not circle.get("named_readers"):
                model.problems.add("circles.json", code, None, f"'{role}' is both reader and writer")


def check_numbers(model):
    """Every name has one number of its own. The registry may hold names that are gone: their numbers stay taken."""
    registry = model.registry
    unique(model, "roles", registry.get("roles", {}), model.role_codes(), 1, 199)
    unique(model, "circles", registry.get("circles", {}), [circle.get("code") for circle in model.circles], 1, 255)
    common = [field.get("name") for field in model.common]
    unique(model, "common_fields", registry.get("common_fields", {}), common, FIRST_COMMON_FIELD, FIRST_OVERLAY_FIELD - 1)
    kinds = registry.get("kinds", {})
    numbers = {name: entry.get("number") for name, entry in kinds.items()}
    unique(model, None, numbers, [kind["kind"] for kind in model.kinds], 1, 65535)
    for kind in model.kinds:
        if kind["kind"] in kinds:
            own = [field.get("name") for field in kind["fields"] if not field.get("common")]
            unique(model, kind["kind"], kinds[kind["kind"]].get("fields", {}), own, 2, FIRST_COMMON_FIELD - 1)


def unique(model, where, numbers, wanted, low, high):
    def wrong(name, text):
        kind, field = (where, name) if where else (name, None)
        model.problems.add("registry.json", kind, field, text)

    for name in wanted:
        if name not in numbers:
            wrong(name, "the number is missing")
    taken = {}
    for name, number in numbers.items():
        if type(number) is not int or not low <= number <= high:
            wrong(name, f"the number {number} is not between {low} and {high}")
        elif number in taken:
            wrong(name, f"the number {number} is taken by '{taken[number]}'")
        taken.setdefault(number, name)
