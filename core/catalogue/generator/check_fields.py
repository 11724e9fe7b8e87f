"""Checks of fields: type, limit, vocabulary, targets, merge rule, default, sensitivity."""
import re

from .model import PART_TYPES, SENSITIVITIES, TYPES

NAME = re.compile(r"^[a-z][a-z0-9]*(_[a-z0-9]+)*$")
FIELD_KEYS = {"name", "label", "type", "limit", "vocabulary", "codes", "to", "required", "minimum", "maximum", "default",
              "merge", "protective", "sensitivity", "parts", "common"}
PART_KEYS = {"key", "type", "limit", "vocabulary", "required"}
# The app must hold no link from the table to what somebody said in confidence.
NEVER_FROM_TABLE = ("support", "safeguarding", "monitoring")


class FieldChecks:
    def __init__(self, model, kind):
        self.model = model
        self.kind = kind
        self.field = {}

    def wrong(self, text):
        file = "common.json" if self.field.get("common") else self.kind["file"]
        self.model.problems.add(file, self.kind["kind"], self.field.get("name"), text)

    def run(self):
        seen = set()
        for field in self.kind["fields"]:
            self.field = field
            name = field.get("name")
            if not isinstance(name, str) or not NAME.match(name):
                self.wrong(f"the field name '{name}' is not snake_case")
                continue
            if name in seen or name in ("life", "state"):
                self.wrong("the field name is taken")
            seen.add(name)
            self.check_one()

    def check_one(self):
        for key in sorted(set(self.field) - FIELD_KEYS):
            self.wrong(f"unknown key '{key}'")
        if not self.field.get("label", "").strip():
            self.wrong("the label is missing")
        if self.field.get("type") not in TYPES:
            self.wrong(f"unknown type '{self.field.get('type')}'")
            return
        self.check_limit()
        self.check_vocabulary()
        self.check_targets()
        self.check_range()
        self.check_merge()
        self.check_default()
        self.check_sensitivity()
        self.check_parts()

    def check_limit(self):
        wants = self.field["type"] in ("text", "long_text") or (self.field["type"] == "list" and "parts" not in self.field)
        limit = self.field.get("limit")
        if wants and not (type(limit) is int and limit > 0):
            self.wrong("a text needs a limit")
        if not wants and limit is not None:
            self.wrong("a limit is for texts only")

    def check_vocabulary(self):
        kind_of = self.field["type"]
        name = self.field.get("vocabulary")
        if kind_of in ("choice", "choices", "map") and name is None:
            self.wrong("the vocabulary is missing")
        if kind_of not in ("choice", "choices", "map", "integer") and name is not None:
            self.wrong(f"a {kind_of} takes no vocabulary")
        if name is None:
            return
        if name not in self.model.vocabularies:
            self.wrong(f"unknown vocabulary '{name}'")
            return
        codes = self.model.vocabularies[name]
        for code in self.field.get("codes", []):
            if code not in codes:
                self.wrong(f"'{code}' is not in the vocabulary '{name}'")
        if kind_of == "integer" and list(codes) != [str(n) for n in self.numbers()]:
            self.wrong(f"the vocabulary '{name}' does not label each number of the range")

    def numbers(self):
        low, high = self.field.get("minimum"), self.field.get("maximum")
        return range(low, high + 1) if type(low) is int and type(high) is int else []

    def codes(self):
        return self.field.get("codes") or list(self.model.vocabularies.get(self.field.get("vocabulary"), {}))

    def check_targets(self):
        is_reference = self.field["type"] in ("reference", "references")
        targets = self.field.get("to")
        if not is_reference and targets is not None:
            self.wrong("targets are for references only")
        if not is_reference:
            return
        if not targets and not self.kind.get("system"):
            self.wrong("a reference needs its targets")
        for name in targets or []:
            target = self.model.kind(name)
            if target is None:
                self.wrong(f"unknown target kind '{name}'")
            elif self.crosses(target):
                self.wrong(f"a reference may not cross from {self.kind.get('circle')} to {target.get('circle')} ('{name}')")

    def crosses(self, target):
        from_circle, to_circle = self.kind.get("circle"), target.get("circle")
        if from_circle == to_circle:
            return False
        return from_circle == "monitoring" or to_circle == "monitoring" or (
            from_circle == "table" and to_circle in NEVER_FROM_TABLE)

    def check_range(self):
        low, high = self.field.get("minimum"), self.field.get("maximum")
        wants = self.field["type"] in ("integer", "map")
        may = wants or self.field["type"] in ("list", "choices", "references")
        if wants and (type(low) is not int or type(high) is not int):
            self.wrong("minimum and maximum are missing")
        elif not may and (low is not None or high is not None):
            self.wrong(f"a {self.field['type']} takes no minimum or maximum")
        elif low is not None and high is not None and low > high:
            self.wrong("the minimum is above the maximum")

    def check_merge(self):
        usual, others = TYPES[self.field["type"]]
        merge = self.field.get("merge", usual)
        if merge != usual and merge not in others:
            self.wrong(f"a {self.field['type']} cannot merge as '{merge}'")
        order = self.field.get("protective")
        if (merge == "protective") != (order is not None):
            self.wrong("a protective field, and only that, needs its order (most protective first)")
        elif order is not None:
            codes = ["yes", "no"] if self.field["type"] == "yes_no" else self.codes()
            if sorted(order) != sorted(codes):
                self.wrong("the protective order does not name each code once")

    def check_default(self):
        if "default" not in self.field:
            return
        value, kind_of = self.field["default"], self.field["type"]
        if kind_of == "choice" and value not in self.codes():
            self.wrong(f"the default '{value}' is not in the vocabulary")
        elif kind_of == "integer" and not (type(value) is int and value in self.numbers()):
            self.wrong(f"the default '{value}' is out of range")
        elif kind_of == "yes_no" and not isinstance(value, bool):
            self.wrong("the default must be true or false")
        elif kind_of == "text" and not (isinstance(value, str) and 0 < len(value) <= self.field.get("limit", 0)):
            self.wrong("the default is no text within the limit")
        elif kind_of == "time" and not re.match(r"^([01]\d|2[0-3]):[0-5]\d$", str(value)):
            self.wrong("the default is no time of day")
        elif kind_of not in ("choice", "integer", "yes_no", "text", "time"):
            self.wrong(f"a {kind_of} takes no default")

    def check_sensitivity(self):
        sensitivity = self.field.get("sensitivity")
        if sensitivity is None:
            return
        if sensitivity not in SENSITIVITIES:
            self.wrong(f"unknown sensitivity '{sensitivity}'")
        elif SENSITIVITIES[sensitivity] != self.kind.get("circle"):
            self.wrong(f"'{sensitivity}' is not read with the keys of the circle '{self.kind.get('circle')}': "
                       "a stricter field belongs in a child record of its own circle")

    def check_parts(self):
        parts = self.field.get("parts")
        if parts is None:
            return
        if self.field["type"] != "list":
            self.wrong("parts are for lists only")
        if not parts or len({part.get("key") for part in parts}) != len(parts):
            self.wrong("each part needs a key of its own")
        for part in parts:
            self.check_part(part)

    def check_part(self, part):
        key = part.get("key")
        for unknown in sorted(set(part) - PART_KEYS):
            self.wrong(f"part '{key}': unknown key '{unknown}'")
        if part.get("type") not in PART_TYPES:
            self.wrong(f"part '{key}': unknown type '{part.get('type')}'")
        if (part.get("type") == "text") != (type(part.get("limit")) is int):
            self.wrong(f"part '{key}': a text, and only that, needs a limit")
        if (part.get("type") == "choice") != ("vocabulary" in part):
            self.wrong(f"part '{key}': a choice, and only that, needs a vocabulary")
        elif "vocabulary" in part and part["vocabulary"] not in self.model.vocabularies:
            self.wrong(f"part '{key}': unknown vocabulary '{part['vocabulary']}'")
