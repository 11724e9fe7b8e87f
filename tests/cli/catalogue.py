"""The catalogue as the tests read it: the JSON files themselves, so that a new kind or field is tested the day it is made."""
import json
import secrets

from table import ROOT

FOLDER = ROOT / "core/catalogue"
TEXTS = {"text", "long_text"}


def kinds():
    found = []
    for file in sorted((FOLDER / "kinds").glob("*.json")):
        found += json.loads(file.read_text(encoding="utf-8"))
    return found


def codes(vocabulary):
    words = json.loads((FOLDER / "vocabularies.json").read_text(encoding="utf-8"))["vocabularies"][vocabulary]
    return [term["code"] if isinstance(term, dict) else term for term in words]


def text_fields(kind):
    return [field for field in kind["fields"] if field["type"] in TEXTS or (field["type"] == "list" and has_text(field))]


def has_text(field):
    return not field.get("parts") or any(part.get("type", "text") in TEXTS for part in field["parts"])


def simple(field, word):
    """A value of one of the simple types; None when the word does not fit."""
    kind = field.get("type", "text")
    if kind in TEXTS:
        return word if field.get("limit", 10_000) >= len(word) else None
    if kind in ("choice", "choices"):
        return (field.get("codes") or codes(field["vocabulary"]))[0]
    if kind in ("reference", "references"):
        return secrets.token_hex(16)
    plain = {"date": "2026-11-20", "time": "09:00", "month": "2026-11", "timestamp": 1_763_600_000_000, "yes_no": True, "money": 100}
    return plain[kind] if kind in plain else field.get("minimum", 1)


def value(field, word):
    """What a form would hand over for the field, in the JSON of `batch`."""
    kind = field["type"]
    if kind == "list":
        if field.get("parts"):
            element = {part["key"]: simple(part, word) for part in field["parts"]}
            return [{key: held for key, held in element.items() if held is not None}]
        return [simple({"type": "text", "limit": field.get("limit", 10_000)}, word)]
    if kind in ("choices", "references"):
        one = simple(field, word)
        return [one]
    if kind == "map":
        return {codes(field["vocabulary"])[0]: field.get("minimum", 1)}
    return simple(field, word)


def filled(kind, word):
    """Every field of the kind with a value, the word in each text."""
    fields = {field["name"]: value(field, word) for field in kind["fields"]}
    return {name: held for name, held in fields.items() if held not in (None, [None])}
