"""The whole demonstration programme comes in, its golden numbers come out of the projection (domain.md 10.2, 10.3), and an
export comes in again as the same state."""
import json
import unittest
from collections import Counter
from datetime import date

from table import DEMO, Case, Programme

AS_OF = date(2026, 11, 20)


def find(device, kind, **more):
    return device.ask(do="find", kind=kind, limit=10000, **more)["records"]


def count(device, kind, **where):
    return device.ask(do="count", kind=kind, where=where)["count"]


class Import(Case):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.looked = cls.coordinator.run("import", DEMO, "--dry-run")
        cls.report = cls.coordinator.run("import", DEMO)

    def by(self, kind, field, **where):
        """How many records of the kind have each value of the field."""
        shown = Counter()
        for record in find(self.coordinator, kind, where=where):
            held = record["fields"].get(field)
            shown.update(held if isinstance(held, list) else [held])
        return shown

    def states(self, kind, **where):
        return Counter(record["state"] for record in find(self.coordinator, kind, where=where))

    def notes(self):
        return [note for note in find(self.coordinator, "contribution") if note["state"] != "withdrawn"]

    def test_everythingComesInAndTwiceChangesNothing(self):
        self.assertEqual(self.report["written"], self.looked["records"])
        self.assertGreater(self.report["sealed"], 0)  # support notes and the like, which a coordinator cannot read
        before = self.coordinator.digest()
        changes = self.coordinator.run("status")["changes"]
        again = self.coordinator.run("import", DEMO)
        self.assertEqual((again["written"], again["unchanged"]), (0, self.looked["records"]))
        self.assertEqual(self.coordinator.run("status")["changes"], changes)
        self.assertEqual(self.coordinator.digest(), before)

    def test_breakfasts_10_2(self):
        gatherings = {one["id"]: one["fields"] for one in find(self.coordinator, "gathering")}
        tallies = {one["fields"]["gathering"]: one["fields"] for one in find(self.coordinator, "headcount_tally")}
        groups = ("lived_experience", "carers", "local_people", "staff", "did_not_say")
        places, first = Counter(), Counter()
        for gathering, fields in gatherings.items():
            tally = tallies.get(gathering, {})
            places[fields["kind"]] += sum(tally.get(group, 0) for group in groups)
            first[fields["kind"]] += tally.get("first_time", 0)
        self.assertEqual(Counter(fields["kind"] for fields in gatherings.values()), {"breakfast": 12, "open_space": 1})
        self.assertEqual((places["breakfast"], first["breakfast"], places["open_space"]), (300, 55, 54))

    def test_notes_10_2(self):
        notes = self.notes()
        dates = {one["id"]: one["fields"]["date"] for one in find(self.coordinator, "gathering")}
        months = Counter(dates[note["fields"]["gathering"]][:7] for note in notes)
        self.assertEqual(len(notes), 122)
        self.assertEqual([months[month] for month in sorted(months)], [10, 8, 12, 9, 11, 7, 13, 10, 9, 12, 6, 15])
        held = {field: Counter(note["fields"].get(field) for note in notes) for field in ("level", "kind", "voice", "quote_permission")}
        self.assertEqual(held["level"], {"individual": 44, "system": 53, "strategic": 25})
        self.assertEqual(held["kind"], {"need": 18, "resource": 16, "idea": 16, "barrier": 16, "experience": 14, "benefit": 14,
                                        "challenge": 12, "question": 9, "enabler": 7})
        self.assertEqual(sorted(held["voice"].values(), reverse=True), [55, 14, 13, 11, 10, 8, 6, 4, 1])
        self.assertEqual(held["quote_permission"], {"anonymous": 112, "notes_only": 8, "shared_name": 2})
        self.assertEqual(sum(note["fields"].get("echoes", 0) for note in notes), 855)
        self.assertEqual(sum(bool(note["fields"].get("captured_offline")) for note in notes), 94)

    def test_themes_10_2(self):
        levels = {}
        for note in self.notes():
            for theme in note["fields"]["theme"]:
                levels.setdefault(theme, Counter())[note["fields"]["level"]] += 1
        sizes = Counter({theme: sum(each.values()) for theme, each in levels.items()})
        self.assertEqual(sizes.most_common(1), [("coproduction", 19)])  # "how we work together"
        self.assertEqual(len([theme for theme, each in levels.items() if not each["strategic"]]), 5)
        self.assertEqual(len([theme for theme, each in levels.items() if not each["individual"]]), 2)

    def test_promises_10_3(self):
        actions = find(self.coordinator, "action")
        self.assertEqual(self.states("action"), {"done": 14, "under_way": 8, "agreed": 5, "stuck": 2, "offered": 1})
        self.assertEqual(self.by("action", "owner_type"), {"organisation": 18, "person": 9, "group": 2, "unnamed": 1})
        self.assertEqual(self.by("action", "owner_type", state="done"), {"organisation": 7, "person": 5, "group": 2})
        late = {}
        for action in actions:
            due = action["fields"].get("due")
            if due and action["state"] in ("offered", "agreed", "under_way", "stuck") and date.fromisoformat(due) < AS_OF:
                late[action["source_id"]] = (AS_OF - date.fromisoformat(due)).days
        self.assertEqual(late, {"a-03": 112, "a-04": 293, "a-08": 173, "a-10": 173, "a-13": 20, "a-16": 81, "a-20": 51, "a-21": 52})
        self.assertEqual(count(self.coordinator, "action", state={"in": ["done", "stuck"]}), 16)

    def test_recruitment_10_3(self):
        rounds = {one["source_id"]: one["id"] for one in find(self.coordinator, "recruitment_round")}
        first, second = rounds["rr-01"], rounds["rr-02"]
        self.assertEqual(self.states("nomination", round=first),
                         {"appointed": 6, "forum_offered": 4, "reserve": 1, "not_this_time": 2, "withdrawn": 2})
        self.assertEqual(self.states("nomination", round=second),
                         {"waiting_for_consent": 2, "to_assess": 3, "assessed": 2, "offered": 1, "accepted": 1, "withdrawn": 1})
        self.assertEqual([count(self.coordinator, "nomination", round=one, captured_offline=True) for one in (first, second)], [8, 6])
        asked = {one: find(self.coordinator, "nomination_request", where={"round": one}) for one in (first, second)}
        self.assertEqual([len(asked[one]) for one in (first, second)], [10, 10])
        self.assertEqual([sum(ask["state"] == "replied" for ask in asked[one]) for one in (first, second)], [9, 7])
        # The planted gap: none of the ten is new.
        self.assertEqual(*({ask["fields"]["organisation"] for ask in asked[one]} for one in (first, second)))

    def test_pairs_10_3(self):
        placements = [one for one in find(self.coordinator, "placement") if one["fields"].get("workstream")]
        active = Counter(one["fields"]["workstream"] for one in placements if one["state"] == "active")
        self.assertEqual(sorted(active.values()), [2] * 7)
        ends = {one["source_id"]: (date.fromisoformat(one["fields"]["term_ends"]) - AS_OF).days
                for one in find(self.coordinator, "placement") if one["fields"].get("term_ends")}
        self.assertEqual({source for source, days in ends.items() if 0 <= days <= 90}, {"pl-01", "pl-05", "pl-07"})

    def export(self, device, name, form="json"):
        out = self.programme.folder / name
        device.run("export", "--format", form, "--out", out)
        return out

    @staticmethod
    def records(path):
        """What an export says, in an order that does not matter, without the time of making."""
        shown = {}
        for record in json.loads(path.read_text(encoding="utf-8"))["records"]:
            record.pop("when", None)
            record["fields"] = {name: sorted(held, key=str) if isinstance(held, list) else held for name, held in record["fields"].items()}
            shown[record["id"]] = record
        return shown

    def fresh(self):
        programme = Programme()
        self.addCleanup(programme.close)
        return programme.coordinator

    def without_people_of(self, device, records):
        """Founding makes a Person record of the coordinator, which is another one in every programme."""
        own = device.run("batch", stdin=b'{"do":"status"}\n')["person"]
        return {record: held for record, held in records.items() if record != own}

    def test_jsonExportComesInAgainAsTheSame(self):
        first = self.export(self.coordinator, "first.json")
        other = self.fresh()
        other.run("import", first)
        mine = self.without_people_of(self.coordinator, self.records(first))
        theirs = self.without_people_of(other, self.records(self.export(other, "second.json")))
        theirs = {record: theirs.get(record) for record in mine}
        self.maxDiff = 4000
        self.assertEqual(mine, theirs)

    def test_csvExportComesInAgainAsTheSame(self):
        folder = self.export(self.coordinator, "csv", "csv")
        other = self.fresh()
        for file in sorted(folder.iterdir()):
            other.run("import", file)
        mine = self.without_people_of(self.coordinator, self.records(self.export(self.coordinator, "third.json")))
        theirs = self.records(self.export(other, "fourth.json"))
        theirs = {record: theirs.get(record) for record in mine}
        self.maxDiff = 4000
        self.assertEqual(mine, theirs)


class WrongFiles(Case):
    def bring(self, name, text):
        file = self.programme.folder / name
        file.write_text(text, encoding="utf-8")
        return self.coordinator.run("import", file, expect=None)

    def test_filesThatCannotBeBroughtInSayWhy(self):
        before = self.coordinator.run("status")["changes"]
        self.assertEqual(self.bring("a.json", "{")["exit"], 7)
        self.assertEqual(self.bring("b.json", '{"format": "ourtable.export.v9", "records": []}')["exit"], 7)
        wrong = self.bring("organisation.csv", "source_id,name,sector\no-1,The Copper Kettle,not_a_sector\n")
        self.assertEqual(wrong["exit"], 7)
        self.assertIn("row 2", json.dumps(wrong["issues"]))
        self.assertEqual(self.coordinator.run("import", "no-such-file.json", expect=None)["exit"], 7)
        self.assertEqual(self.coordinator.run("status")["changes"], before)

    def test_onlyCoordinatorsBringIn(self):
        lay = self.programme.join("Dami", "lay_partner")
        self.assertEqual(lay.run("import", DEMO, expect=3)["error"], "not_permitted")


if __name__ == "__main__":
    unittest.main()
