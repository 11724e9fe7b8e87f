#!/usr/bin/env python3
"""The rules of reference_model.py, each by a history small enough to be worked out by hand; and that breaking any one of
them is noticed by one of these histories. No part of the engine takes part."""
import hashlib
import json
import unittest

import reference_model as model

LAY, COORDINATOR, SEALED_WRITER = 1, 3, 4
TEXT, THEME, CONSENT, DECISION, ECHO, TOLD, OWNER, LEVEL, AGREED_BY = range(2, 11)
SHEET, SEALED, DIARY = 1, 2, 3  # kinds


def field(number, name, type_, merge, **more):
    return dict({"number": number, "name": name, "type": type_, "merge": merge, "limit": 40, "minimum": 0, "maximum": 9,
                 "codes": [], "protective": [], "parts": []}, **more)


FIELDS = [
    field(TEXT, "text", "long_text", "long_text"),
    field(THEME, "theme", "choices", "set", codes=["money", "home"]),
    field(CONSENT, "consent", "choice", "protective", codes=["yes", "some", "no"], protective=["no", "some", "yes"]),
    field(DECISION, "decision", "choice", "decision", codes=["in", "out"]),
    field(ECHO, "echoes", "tally", "tally"),
    field(TOLD, "told", "list", "append"),
    field(OWNER, "owner", "reference", "reference"),
    field(LEVEL, "level", "integer", "scalar"),
    field(AGREED_BY, "agreed_by", "references", "set"),
]
MOVES = [("new", "ready", [LAY, COORDINATOR]), ("ready", "done", [LAY, COORDINATOR]), ("ready", "stuck", [LAY, COORDINATOR]),
         ("stuck", "ready", [model.OWNER, COORDINATOR]), ("done", "ready", [COORDINATOR]), ("stuck", "done", [LAY]),
         ("new", "dropped", [model.AUTHOR])]


def kind(number, permissions, **more):
    rights = [{"role": role, "right": right, "scope": scope} for role, right, scope in permissions]
    return dict({"number": number, "circle": 1, "append_only": False, "erasable": True, "fields": FIELDS, "permissions": rights,
                 "states": ["new", "ready", "done", "stuck", "dropped"],
                 "moves": [{"from": start, "to": end, "roles": roles} for start, end, roles in MOVES]}, **more)


KINDS = [
    kind(SHEET, [(LAY, "create", "all"), (LAY, "read", "all"), (LAY, "change", "all"), (COORDINATOR, "create", "all"),
                 (COORDINATOR, "change", "all"), (SEALED_WRITER, "change", "own")]),
    kind(SEALED, [(SEALED_WRITER, "write_sealed", "all"), (LAY, "write_sealed", "all"), (COORDINATOR, "read", "all"),
                  (COORDINATOR, "change", "all")]),
    kind(DIARY, [(LAY, "create", "all"), (LAY, "change", "all")], append_only=True, erasable=False),
]


def hexed(name, length):
    return hashlib.blake2b(name.encode(), digest_size=length).hexdigest()


class Story:
    """A history that is told step by step; `shown` asks the model what it has come to."""

    told = []  # of all tests, for the check of the mutants

    def __init__(self):
        self.record = hexed("record", 16)
        self.heads = [hexed("head 0", 16)]
        self.endpoints, self.changes, self.clock = {}, [], 0
        for name, role in (("ann", LAY), ("bea", LAY), ("cora", COORDINATOR), ("sid", SEALED_WRITER)):
            self.endpoints[name] = {"id": hexed(name, 16), "person": hexed("person " + name, 16), "left": None, "ends": [],
                                    "versions": [{"from": 0, "active": True, "roles": [role]}]}

    def change(self, name, *writes, kind=SHEET, **more):
        self.clock += 1
        change = {"record": self.record, "circle": "00" * 16, "hash": hexed(f"change {self.clock}", 32),
                  "replica": hexed("replica " + name, 16), "seq": self.clock, "head": self.heads[-1],
                  "author": self.endpoints[name]["id"], "erase": False, "kind": kind, "revision": 1, "clock": self.clock,
                  "good": True, "creates": False, "imported": False, "source": "", "writes": [list(write) for write in writes]}
        change.update(more)
        self.changes.append(change)
        return change

    def create(self, name, *writes, **more):
        return self.change(name, *writes, creates=True, **more)

    def entry(self, name=None, **version):
        """A new entry of the directory; with a name, what is true of that endpoint from it on."""
        if name:
            self.endpoints[name]["versions"].append(dict({"from": len(self.heads), "active": True, "roles": []}, **version))
        self.heads.append(hexed(f"head {len(self.heads)}", 16))

    def fold(self):
        history = {"catalogue": {"revision": 1, "coordinator": COORDINATOR, "kinds": KINDS},
                   "directory": {"heads": self.heads, "circles": {}, "endpoints": list(self.endpoints.values())},
                   "changes": self.changes + self.changes[:1]}
        text = json.dumps(history)
        Story.told.append(text)
        dump = model.dump_of(text, verdicts=True)
        history["changes"].reverse()
        assert model.dump_of(json.dumps(history), verdicts=True) == dump, "another order, another state"
        return dump

    def facts(self):
        return {key: value for line in self.fold().splitlines() for key, _, value in [line[33:].rpartition(" ")]}

    def shown(self, number):
        return self.facts().get(f"field {number} shown")

    def two(self, number):
        return self.facts()[f"field {number} two_versions"] == "1"

    def verdict(self, change):
        return int(self.facts()[f"change {change['hash']}"])


def id_of(change, index=0):
    return model.value_id(change["hash"], index)


def coded(value):
    return model.cbor(value).hex()


def put(number, value, *replaced):
    return number, model.SET, value, list(replaced)


def move(start, end, *replaced):
    return model.STATE, model.MOVE, [start, end], list(replaced)


def hide(*seen):
    return model.LIFE, model.SET, [1, [{"octets": each} for each in seen]], []


class Values(unittest.TestCase):
    def setUp(self):
        self.story = Story()
        self.first = self.story.create("ann", put(TEXT, "first"))

    def test_concurrent_values_stay_and_the_replaced_go(self):
        one = self.story.change("ann", put(TEXT, "one", id_of(self.first)))
        other = self.story.change("bea", put(TEXT, "other", id_of(self.first)))
        self.assertEqual((self.story.shown(TEXT), self.story.two(TEXT)), (coded("other"), True))
        self.assertEqual(self.story.facts()[f"field {TEXT} base"], coded("first"))
        self.story.change("ann", put(TEXT, "both", id_of(one), id_of(other)))
        self.assertEqual((self.story.shown(TEXT), self.story.two(TEXT)), (coded("both"), False))

    def test_a_clock_that_was_never_set_loses_ties(self):
        self.story.change("ann", put(LEVEL, 1), good=False, clock=10 ** 6)
        self.story.change("bea", put(LEVEL, 2))
        self.assertEqual(self.story.shown(LEVEL), coded(2))

    def test_equal_values_are_no_conflict(self):
        self.story.change("ann", put(LEVEL, 1))
        self.story.change("bea", put(LEVEL, 1))
        self.assertFalse(self.story.two(LEVEL))

    def test_a_refused_change_replaces_nothing(self):
        refused = self.story.change("bea", put(TEXT, 7, id_of(self.first)))
        self.assertEqual((self.story.verdict(refused), self.story.shown(TEXT)), (model.MALFORMED, coded("first")))

    def test_tally_is_the_sum_of_different_steps(self):
        self.story.changes.clear()
        for name, step in (("ann", 3), ("ann", -1), ("bea", 2)):
            self.story.change(name, (ECHO, model.STEP, step, []))
        self.assertEqual(self.story.shown(ECHO), coded(4))

    def test_set_keeps_what_a_remove_did_not_see(self):
        one = self.story.change("ann", (THEME, model.ADD, "money", []))
        self.story.change("bea", (THEME, model.REMOVE, None, [id_of(one)]))
        self.story.change("ann", (THEME, model.ADD, "money", []))
        self.story.change("bea", (THEME, model.ADD, "money", []))
        self.assertEqual(self.story.shown(THEME), coded(("money",)))

    def test_append_keeps_everything(self):
        self.story.change("ann", (TOLD, model.ADD, "by phone", []))
        self.story.change("ann", (TOLD, model.ADD, "by phone", []))
        self.assertEqual(self.story.shown(TOLD), coded(("by phone", "by phone")))

    def test_the_most_protective_is_in_force(self):
        self.story.change("ann", put(CONSENT, "no"))
        self.story.change("bea", put(CONSENT, "yes"))
        self.assertEqual((self.story.shown(CONSENT), self.story.two(CONSENT)), (coded("no"), True))

    def test_different_decisions_are_undecided(self):
        self.story.change("ann", put(DECISION, "in"))
        self.story.change("bea", put(DECISION, "out"))
        self.assertEqual((self.story.shown(DECISION), self.story.two(DECISION)), (coded(None), True))

    def test_hidden_while_all_was_seen_by_those_who_hid(self):
        self.story.change("bea", hide(id_of(self.first)))
        self.assertEqual(self.story.facts()["hidden"], "1")
        echo = self.story.change("ann", (ECHO, model.STEP, 1, []))
        self.assertEqual(self.story.facts()["changed_while_hidden"], "1")
        self.story.change("ann", hide(id_of(echo)))
        self.assertEqual(self.story.facts()["hidden"], "1")

    def test_unknown_parts_are_set_aside(self):
        known = self.story.change("ann", put(CONSENT, "no"))
        unknown = self.story.change("ann", put(CONSENT, "perhaps", id_of(known)))
        later = self.story.change("ann", put(TEXT, 7), revision=2)
        self.assertEqual((self.story.verdict(unknown), self.story.verdict(later)), (model.ACCEPTED, model.FOREIGN))
        self.assertEqual((self.story.shown(CONSENT), self.story.facts()["foreign"]), (None, "1"))

    def test_another_kind_is_malformed(self):
        other = self.story.change("cora", put(LEVEL, 1), kind=SEALED)
        self.assertEqual(self.story.verdict(other), model.MALFORMED)


class Moves(unittest.TestCase):
    def setUp(self):
        self.story = Story()
        self.first = self.story.create("cora")
        self.ready = self.story.change("cora", move("new", "ready"))

    def state(self):
        return self.story.shown(model.STATE), self.story.two(model.STATE)

    def test_a_move_needs_a_row_a_role_and_its_origin(self):
        leap = self.story.change("ann", move("new", "done"))
        stuck = self.story.change("ann", move("ready", "stuck", id_of(self.ready)))
        role = self.story.change("ann", move("stuck", "ready", id_of(stuck)))
        origin = self.story.change("ann", move("stuck", "done", id_of(self.ready)))
        self.assertEqual([self.story.verdict(change) for change in (leap, stuck, role, origin)],
                         [model.MOVE_REFUSED, model.ACCEPTED, model.MOVE_REFUSED, model.MOVE_REFUSED])

    def test_one_legal_order_is_one_state(self):
        self.story.change("ann", move("ready", "done", id_of(self.ready)))
        self.story.change("bea", move("ready", "stuck", id_of(self.ready)))
        self.assertEqual(self.state(), (coded("done"), False))  # stuck, then done; ann may not go on from done

    def test_two_legal_orders_are_two_versions_until_settled(self):
        stuck = self.story.change("ann", move("ready", "stuck", id_of(self.ready)))
        again = self.story.change("cora", move("stuck", "ready", id_of(stuck)))
        other = self.story.change("cora", move("stuck", "ready", id_of(stuck)))
        done = self.story.change("bea", move("ready", "done", id_of(other)))
        self.assertEqual(self.state(), (coded("done"), True))
        self.story.change("ann", move("done", "done", id_of(again), id_of(done)))
        self.assertEqual(self.state(), (coded("done"), False))

    def test_owner_and_author(self):
        self.story.change("cora", put(OWNER, {"octets": hexed("person ann", 16)}))
        stuck = self.story.change("bea", move("ready", "stuck", id_of(self.ready)))
        by_ann = self.story.change("ann", move("stuck", "ready", id_of(stuck)))
        by_bea = self.story.change("bea", move("stuck", "ready", id_of(stuck)))
        dropped = self.story.change("cora", move("new", "dropped"))
        by_other = self.story.change("bea", move("new", "dropped"))
        self.assertEqual([self.story.verdict(change) for change in (by_ann, by_bea, dropped, by_other)],
                         [model.ACCEPTED, model.MOVE_REFUSED, model.ACCEPTED, model.MOVE_REFUSED])

    def test_only_a_coordinator_imports(self):
        self.story.changes.clear()
        by_cora = self.story.create("cora", move("new", "stuck"), imported=True, source="a-17")
        by_ann = self.story.create("ann", move("new", "done"), imported=True)
        self.assertEqual((self.story.verdict(by_cora), self.story.verdict(by_ann)), (model.ACCEPTED, model.MOVE_REFUSED))


class Rights(unittest.TestCase):
    def setUp(self):
        self.story = Story()

    def verdicts(self, *changes):
        return [self.story.verdict(change) for change in changes]

    def test_rights_are_those_at_the_named_head(self):
        before = self.story.create("ann", put(TEXT, "a"))
        self.story.entry("ann", roles=[SEALED_WRITER])
        after = self.story.create("ann", put(TEXT, "b"))
        unknown = self.story.change("bea", put(LEVEL, 1), head=hexed("nowhere", 16))
        self.assertEqual(self.verdicts(before, after, unknown), [model.ACCEPTED, model.NOT_PERMITTED, model.NO_DIRECTORY])

    def test_the_lost_stop_at_their_end(self):
        one = self.story.create("ann", put(TEXT, "a"))
        two = self.story.change("ann", put(TEXT, "b"))
        three = self.story.change("bea", put(LEVEL, 1))
        self.story.endpoints["ann"].update(left="lost", ends=[{"circle": "11" * 16, "replica": one["replica"], "seq": 1}])
        self.story.endpoints["bea"].update(left="left")
        one["circle"] = two["circle"] = "11" * 16
        self.assertEqual(self.verdicts(one, two, three), [model.ACCEPTED, model.PAST_THE_END, model.ACCEPTED])

    def test_a_sealed_writer_corrects_their_own(self):
        first = self.story.create("sid", put(TEXT, "a"), kind=SEALED)
        mine = self.story.change("sid", put(TEXT, "b", id_of(first)), kind=SEALED)
        other = self.story.change("ann", put(TEXT, "c", id_of(first)), kind=SEALED)
        self.assertEqual(self.verdicts(first, mine, other), [model.ACCEPTED, model.ACCEPTED, model.NOT_PERMITTED])
        self.story.changes.remove(first)
        self.assertEqual(self.verdicts(mine), [model.NO_RECORD])

    def test_a_second_creator_gains_nothing(self):
        first = self.story.create("sid", put(TEXT, "a"), kind=SEALED)
        second = self.story.create("ann", kind=SEALED)
        edits = [self.story.change(name, put(TEXT, "b", id_of(first)), kind=SEALED) for name in ("sid", "ann")]
        replacing = self.story.create("ann", put(TEXT, "c", id_of(first)), kind=SEALED)
        self.assertEqual(self.verdicts(second, *edits, replacing),
                         [model.ACCEPTED, model.NOT_PERMITTED, model.NOT_PERMITTED, model.MALFORMED])

    def test_own_is_what_is_about_the_person(self):
        first = self.story.create("ann", put(OWNER, {"octets": hexed("person sid", 16)}))
        mine = self.story.change("sid", put(LEVEL, 1))
        self.assertEqual(self.verdicts(mine), [model.ACCEPTED])
        first["writes"].clear()
        self.assertEqual(self.verdicts(mine), [model.NOT_PERMITTED])

    def test_append_only_is_never_edited(self):
        first = self.story.create("ann", put(TEXT, "a"), kind=DIARY)
        edit = self.story.change("ann", put(TEXT, "b", id_of(first)), kind=DIARY)
        hidden = self.story.change("ann", hide(id_of(first)), kind=DIARY)
        self.assertEqual(self.verdicts(edit, hidden), [model.NOT_PERMITTED, model.ACCEPTED])

    def test_erase_leaves_places_and_is_final(self):
        first = self.story.create("sid", put(TEXT, "canary"), kind=SEALED)
        refused = self.story.change("ann", kind=SEALED, erase=True)
        self.assertEqual((self.story.verdict(refused), self.story.facts()["erased"]), (model.NOT_PERMITTED, "0"))
        self.story.change("cora", put(LEVEL, 4), put(TEXT, "still"), kind=SEALED, erase=True)
        self.story.change("cora", put(TEXT, "again", id_of(first)), kind=SEALED)
        self.assertEqual((self.story.facts()["erased"], self.story.shown(LEVEL), self.story.shown(TEXT)), ("1", coded(4), None))


class ZMutants(unittest.TestCase):  # runs last: it needs the histories of the others
    def test_every_broken_rule_is_noticed(self):
        missed = [mutant for mutant in model.MUTANTS if not model.noticed(Story.told, mutant)]
        self.assertEqual(missed, [])


if __name__ == "__main__":
    unittest.main()
