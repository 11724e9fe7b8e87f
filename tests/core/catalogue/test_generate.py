"""Runs generate.py on copies of the catalogue with one defect each: it must refuse, and name file, kind and field."""
import json
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

CATALOGUE = Path(sys.argv.pop(1)) if len(sys.argv) > 1 else Path(__file__).parents[3] / "core/catalogue"


class Copy:
    """A copy of the data; kinds, fields and moves of it can be changed."""

    def __init__(self, folder):
        self.folder = Path(folder) / "data"
        self.folder.mkdir()
        shutil.copytree(CATALOGUE / "kinds", self.folder / "kinds")
        for path in CATALOGUE.glob("*.json"):
            shutil.copy(path, self.folder)

    def change(self, file, edit):
        path = self.folder / file
        data = json.loads(path.read_text(encoding="utf-8"))
        edit(data)
        path.write_text(json.dumps(data), encoding="utf-8")

    def kind(self, name, edit):
        for path in (self.folder / "kinds").glob("*.json"):
            self.change(f"kinds/{path.name}", lambda kinds: [edit(kind) for kind in kinds if kind["kind"] == name])

    def field(self, kind, name, **changes):
        def edit(found):
            field = next(each for each in found["fields"] if each["name"] == name)
            field.update({key: value for key, value in changes.items() if value is not None})
            for key in [key for key, value in changes.items() if value is None]:
                field.pop(key)
        self.kind(kind, edit)

    def add_field(self, kind, **field):
        self.kind(kind, lambda found: found["fields"].append({"label": "A label", **field}))
        self.change("registry.json", lambda registry: registry["kinds"][kind]["fields"].update({field["name"]: 800}))

    def move(self, kind, start, end, **changes):
        def edit(found):
            for move in found["moves"]:
                if (move["from"], move["to"]) == (start, end):
                    move.update(changes)
        self.kind(kind, edit)

    def run(self, *words):
        return subprocess.run([sys.executable, "-B", CATALOGUE / "generate.py", "--data", self.folder, *words],
                              capture_output=True, text=True, check=False)


class Generate(unittest.TestCase):
    def setUp(self):
        temporary = tempfile.TemporaryDirectory()
        self.addCleanup(temporary.cleanup)
        self.folder = Path(temporary.name)
        self.copy = Copy(self.folder)

    def refused(self, *lines):
        """Each line is one of those printed; nothing is written."""
        result = self.copy.run("--out", self.folder / "out")
        self.assertEqual(result.returncode, 1, result.stderr)
        self.assertFalse((self.folder / "out").exists())
        for line in lines:
            self.assertIn(line, result.stderr.splitlines())
        self.assertNotIn("Traceback", result.stderr)

    def test_the_catalogue_as_it_is(self):
        result = self.copy.run("--out", self.folder / "out")
        self.assertEqual((result.returncode, result.stderr), (0, ""))
        self.assertIn("namespace contribution {", (self.folder / "out/handles.h").read_text(encoding="utf-8"))
        before = (self.folder / "out/catalogue_data.cpp").stat().st_mtime_ns
        self.copy.run("--out", self.folder / "out")
        self.assertEqual((self.folder / "out/catalogue_data.cpp").stat().st_mtime_ns, before)

    def test_markdown_names_every_kind(self):
        page = self.copy.run("--markdown").stdout
        for name in json.loads((CATALOGUE / "registry.json").read_text(encoding="utf-8"))["kinds"]:
            self.assertIn(f"(`{name}`)", page)

    def test_unknown_type(self):
        self.copy.field("risk", "trend", type="colour")
        self.refused("kinds/risk.json: risk.trend: unknown type 'colour'")

    def test_unknown_vocabulary(self):
        self.copy.field("contribution", "level", vocabulary="levels")
        self.refused("kinds/contribution.json: contribution.level: unknown vocabulary 'levels'")

    def test_missing_vocabulary(self):
        self.copy.field("contribution", "level", vocabulary=None)
        self.refused("kinds/contribution.json: contribution.level: the vocabulary is missing")

    def test_code_outside_the_vocabulary(self):
        self.copy.field("consent", "about", codes=["dancing"])
        self.refused("kinds/consent.json: consent.about: 'dancing' is not in the vocabulary 'consent_about'")

    def test_unknown_target(self):
        self.copy.field("contribution", "gathering", to=["breakfast"])
        self.refused("kinds/contribution.json: contribution.gathering: unknown target kind 'breakfast'")

    def test_reference_without_targets(self):
        self.copy.field("contribution", "gathering", to=[])
        self.refused("kinds/contribution.json: contribution.gathering: a reference needs its targets")

    def test_reference_to_equality_answers(self):
        self.copy.field("resource", "consent", to=["equality_return"])
        self.refused("kinds/resource.json: resource.consent: a reference may not cross from table to monitoring "
                     "('equality_return')")

    def test_reference_from_a_note_to_a_support_note(self):
        self.copy.add_field("contribution", name="about", type="reference", to=["support_need"])
        self.refused("kinds/contribution.json: contribution.about: a reference may not cross from table to support "
                     "('support_need')")

    def test_missing_limit(self):
        self.copy.field("contribution", "text", limit=None)
        self.refused("kinds/contribution.json: contribution.text: a text needs a limit")

    def test_missing_label(self):
        self.copy.field("contribution", "text", label=" ")
        self.copy.kind("risk", lambda kind: kind.pop("label_plural"))
        self.refused("kinds/contribution.json: contribution.text: the label is missing",
                     "kinds/risk.json: risk: the label_plural is missing")

    def test_default_outside_the_vocabulary(self):
        self.copy.field("contribution", "quote_permission", default="yes")
        self.refused("kinds/contribution.json: contribution.quote_permission: the default 'yes' is not in the vocabulary")

    def test_default_out_of_range(self):
        self.copy.field("contribution", "table", default=99)
        self.refused("kinds/contribution.json: contribution.table: the default '99' is out of range")

    def test_protective_order_with_a_gap(self):
        self.copy.field("contribution", "quote_permission", protective=["notes_only", "anonymous"])
        self.refused("kinds/contribution.json: contribution.quote_permission: the protective order does not name each code once")

    def test_merge_rule_that_does_not_fit(self):
        self.copy.field("contribution", "text", merge="tally")
        self.refused("kinds/contribution.json: contribution.text: a long_text cannot merge as 'tally'")

    def test_range_missing(self):
        self.copy.field("risk", "impact", maximum=None)
        self.refused("kinds/risk.json: risk.impact: minimum and maximum are missing")

    def test_field_of_a_stricter_class(self):
        self.copy.field("person", "job", sensitivity="office")
        self.refused("kinds/person.json: person.job: 'office' is not read with the keys of the circle 'table': "
                     "a stricter field belongs in a child record of its own circle")

    def test_misspelt_key(self):
        self.copy.field("risk", "owner", requird=True)
        self.refused("kinds/risk.json: risk.owner: unknown key 'requird'")

    def test_part_of_a_list(self):
        self.copy.field("reflection", "power_noticed", parts=[{"key": "dimension", "type": "choice", "vocabulary": "powers"}])
        self.refused("kinds/reflection.json: reflection.power_noticed: part 'dimension': unknown vocabulary 'powers'")

    def test_field_there_twice(self):
        self.copy.add_field("risk", name="trend", type="date")
        self.refused("kinds/risk.json: risk.trend: the field name is taken")

    def test_number_missing(self):
        self.copy.kind("risk", lambda kind: kind["fields"].append({"name": "colour", "label": "Colour", "type": "date"}))
        self.refused("registry.json: risk.colour: the number is missing")

    def test_kind_without_number(self):
        self.copy.change("registry.json", lambda registry: registry["kinds"].pop("risk"))
        self.refused("registry.json: risk: the number is missing")

    def test_number_used_twice(self):
        self.copy.change("registry.json", lambda registry: registry["kinds"]["risk"]["fields"].update({"trend": 2}))
        self.refused("registry.json: risk.trend: the number 2 is taken by 'risk'")

    def test_kind_number_used_twice(self):
        self.copy.change("registry.json", lambda registry: registry["kinds"]["risk"].update({"number": 1}))
        self.refused("registry.json: risk: the number 1 is taken by 'agreement'")

    def test_number_of_the_state(self):
        self.copy.change("registry.json", lambda registry: registry["kinds"]["risk"]["fields"].update({"trend": 1}))
        self.refused("registry.json: risk.trend: the number 1 is not between 2 and 899")

    def test_move_to_no_state(self):
        self.copy.move("risk", "open", "closed", to="gone")
        self.refused("kinds/risk.json: risk.state: move open>gone: 'gone' is not a state",
                     "kinds/risk.json: risk.state: no move leads to the state 'closed'")

    def test_move_with_unknown_guard(self):
        self.copy.move("gathering", "checked", "published", guards=["everyone_is_happy"])
        self.refused("kinds/gathering.json: gathering.state: move checked>published: unknown guard 'everyone_is_happy'")

    def test_move_of_unknown_role(self):
        self.copy.move("gathering", "closed", "checked", roles=["chair"])
        self.refused("kinds/gathering.json: gathering.state: move closed>checked: unknown role 'chair'")

    def test_move_of_a_role_that_may_nothing(self):
        self.copy.move("recruitment_round", "draft", "open", roles=["support_lead"])
        self.refused("kinds/recruitment_round.json: recruitment_round.state: move draft>open: "
                     "the role 'support_lead' has no permission on the kind")

    def test_move_there_twice(self):
        self.copy.kind("risk", lambda kind: kind["moves"].append(dict(kind["moves"][0])))
        self.refused("kinds/risk.json: risk.state: the move open>happened is there twice")

    def test_permission_of_unknown_role(self):
        self.copy.kind("risk", lambda kind: kind["permissions"].update(chair="read"))
        self.refused("kinds/risk.json: risk: permission for the unknown role 'chair'")

    def test_unknown_permission(self):
        self.copy.kind("risk", lambda kind: kind["permissions"].update(panel="dance"))
        self.refused("kinds/risk.json: risk: unknown permission 'dance:all' of 'panel'")

    def test_reading_without_a_key(self):
        self.copy.kind("support_need", lambda kind: kind["permissions"].update(coordinator="read"))
        self.refused("kinds/support_need.json: support_need: 'coordinator' may read all, but holds no key of the circle 'support'")

    def test_writing_without_a_key(self):
        self.copy.kind("support_need", lambda kind: kind["permissions"].update(admin="write_sealed"))
        self.refused("kinds/support_need.json: support_need: 'admin' may write, but is no writer of the circle 'support'")

    def test_unknown_circle_and_class(self):
        self.copy.kind("risk", lambda kind: kind.update(circle="garden", sensitivity="green"))
        self.refused("kinds/risk.json: risk: unknown circle 'garden'", "kinds/risk.json: risk: unknown sensitivity 'green'")

    def test_guard_that_nothing_uses(self):
        self.copy.change("guards.json", lambda guards: guards.update(never_used="Never."))
        self.refused("guards.json: never_used: no move uses the guard")

    def test_code_with_capitals(self):
        self.copy.change("vocabularies.json", lambda words: words["vocabularies"]["theme"].update(Pets="Animals"))
        self.refused("vocabularies.json: theme: the code 'Pets' has characters other than a-z, 0-9, _, + and -")

    def test_key_there_twice(self):
        (self.copy.folder / "kinds/risk.json").write_text('[{"kind": "risk", "kind": "risk"}]', encoding="utf-8")
        self.refused("kinds/risk.json: the key 'kind' is there twice")

    def test_not_json(self):
        (self.copy.folder / "kinds/risk.json").write_text("[", encoding="utf-8")
        result = self.copy.run("--check")
        self.assertEqual(result.returncode, 1)
        self.assertIn("kinds/risk.json: is not JSON", result.stderr)

    def test_all_problems_are_named_at_once(self):
        self.copy.field("risk", "trend", type="colour")
        self.copy.field("contribution", "text", limit=None)
        self.copy.move("gathering", "closed", "checked", roles=["chair"])
        self.refused("kinds/risk.json: risk.trend: unknown type 'colour'",
                     "kinds/contribution.json: contribution.text: a text needs a limit",
                     "kinds/gathering.json: gathering.state: move closed>checked: unknown role 'chair'")


if __name__ == "__main__":
    unittest.main()
