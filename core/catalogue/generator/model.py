"""Reading the catalogue's JSON files into one Model, and collecting what is wrong with them."""
import json
from pathlib import Path

# type -> (merge rule it gets without a word, other merge rules that it may ask for)
TYPES = {
    "text": ("scalar", ()),
    "long_text": ("long_text", ()),
    "choice": ("scalar", ("protective", "decision")),
    "choices": ("set", ()),
    "reference": ("reference", ()),
    "references": ("set", ()),
    "date": ("scalar", ()),
    "time": ("scalar", ()),
    "month": ("scalar", ()),
    "timestamp": ("scalar", ()),
    "integer": ("scalar", ()),
    "yes_no": ("scalar", ("protective", "decision")),
    "money": ("scalar", ()),
    "list": ("set", ("append",)),
    "map": ("scalar", ()),
    "tally": ("tally", ()),
}
PART_TYPES = ("text", "choice", "reference", "date", "timestamp", "integer", "yes_no", "money")
# class -> the circle whose keys it is read with
SENSITIVITIES = {
    "open": "table",
    "members": "table",
    "recruitment_panel": "panel",
    "support_team": "support",
    "safeguarding": "safeguarding",
    "monitoring_only": "monitoring",
    "office": "office",
}
RIGHTS = ("create", "read", "change", "agree", "write_sealed", "totals")
SCOPES = ("all", "own", "linked")
MOVE_ROLES = ("owner", "author")  # beside the roles of roles.json
FIRST_COMMON_FIELD = 900
FIRST_OVERLAY_FIELD = 1000


class Problems:
    """What is wrong, each with file, kind and field; printed all at once."""

    def __init__(self):
        self.lines = []

    def add(self, file, kind, field, text):
        where = ".".join(str(name) for name in (kind, field) if name)
        self.lines.append(f"{file}: {where}: {text}" if where else f"{file}: {text}")


class Model:
    """Everything the files say. `kinds` are the dictionaries of kinds/*.json with their file under "file"."""

    def __init__(self, folder):
        self.folder = Path(folder)
        self.problems = Problems()
        self.registry = self._read("registry.json", dict)
        self.roles = self._read("roles.json", list)
        self.circles = self._read("circles.json", list)
        self.guards = self._read("guards.json", dict)
        self.common = self._read("common.json", list)
        words = self._read("vocabularies.json", dict)
        self.vocabularies = words.get("vocabularies", {})
        self.retired = words.get("retired", {})
        self.listed_as_fixed = words.get("fixed", [])
        self.kinds = []
        for path in sorted((self.folder / "kinds").glob("*.json")):
            self._read_kinds(f"kinds/{path.name}")
        self._join_common_fields()

    def _read_kinds(self, name):
        for kind in self._read(name, list):
            if isinstance(kind, dict) and isinstance(kind.get("kind"), str):
                kind["file"] = name
                self.kinds.append(kind)
            else:
                self.problems.add(name, None, None, "holds an entry without a kind name")

    def _join_common_fields(self):
        for kind in self.kinds:
            kind.setdefault("fields", [])
            if kind.get("common_fields", True):
                kind["fields"] = kind["fields"] + [dict(field, common=True) for field in self.common]

    def _read(self, name, expected):
        def without_duplicates(pairs):
            seen = {}
            for key, value in pairs:
                if key in seen:
                    self.problems.add(name, None, None, f"the key '{key}' is there twice")
                seen[key] = value
            return seen

        try:
            text = (self.folder / name).read_text(encoding="utf-8")
            read = json.loads(text, object_pairs_hook=without_duplicates)
        except OSError as error:
            self.problems.add(name, None, None, f"cannot be read: {error.strerror}")
            return expected()
        except ValueError as error:
            self.problems.add(name, None, None, f"is not JSON: {error}")
            return expected()
        if not isinstance(read, expected):
            self.problems.add(name, None, None, f"must be a JSON {'object' if expected is dict else 'array'}")
            return expected()
        return read

    # Lookups of what was read; the checks make sure that they hold.
    def kind(self, name):
        return next((kind for kind in self.kinds if kind["kind"] == name), None)

    def circle(self, code):
        return next((circle for circle in self.circles if circle.get("code") == code), None)

    def role_codes(self):
        return [role.get("code") for role in self.roles]

    def states(self, kind):
        return list(self.vocabularies.get(kind.get("states"), {}))

    def kind_number(self, name):
        return self.registry["kinds"][name]["number"]

    def field_number(self, kind, field):
        if field.get("common"):
            return self.registry["common_fields"][field["name"]]
        return self.registry["kinds"][kind["kind"]]["fields"][field["name"]]

    def fixed_vocabularies(self):
        """Vocabularies that a programme may relabel, but neither lengthen nor shorten: states, orders, numbers, rights."""
        fixed = set(self.listed_as_fixed) | {kind["states"] for kind in self.kinds if kind.get("states")}
        for kind in self.kinds:
            for field in kind["fields"]:
                if field.get("vocabulary") and (field.get("protective") or field["type"] == "integer"):
                    fixed.add(field["vocabulary"])
        return fixed


def permission_of(word):
    """("read", "own") of "read:own"."""
    right, _, scope = word.partition(":")
    return right, scope or "all"
