#!/usr/bin/env python3
"""The reference model of merging (design README 3 and 8, sync.md 4): the state of a record as a function of the SET of its
changes and the directory. It is the oracle of core/sync: the same history gives the same canonical dump, octet for octet.
Written from the rules with sets, with no eye on speed and none on the C++. One file, however long: it is read as a whole.

    reference_model.py < histories            one history a line; for each the canonical dump of every record, in order of
                                              record ids, and an empty line
    reference_model.py --verdicts < ...       after each record one line a change: "<record> change <hash> <verdict number>"
    reference_model.py --mutant NAME < ...    with one rule broken
    reference_model.py --mutants < histories  breaks the rules one at a time and says which history notices; exit code 1
                                              when none does

A history is one JSON object on one line; ids and hashes are lower-case hex.
  catalogue  {revision, coordinator: role number, kinds: [{number, circle, append_only, erasable, states: [code],
             moves: [{from, to, roles: [number]}], permissions: [{role, right, scope}], fields: [FIELD]}]}
             FIELD = {number, name, type, merge, limit, minimum, maximum, codes: [code], protective: [code], parts: [PART]}
             PART = {key, type, limit, codes, required}. Names of types, rules, rights and scopes as in core/catalogue's JSON;
             codes are all that the field takes, retired ones too.
  directory  {heads: [head of entry 0, 1, ...], circles: {id: circle number}, endpoints: [{id, person,
             versions: [{from, active, roles}], left: null | "left" | "lost" | "compromised", ends: [{circle, replica, seq}]}]}
  changes    [{record, circle, hash, replica, seq, head, author, erase, kind, revision, clock, good, creates, imported,
             source, writes: [[field, action number, VALUE, [ids replaced]]]}]
  VALUE      null, true, false, integer, text, [VALUE ...], {"octets": hex} or {"map": [[key, VALUE] ...]}
Texts are taken as already cleaned of controls (core/support/text.h), and limits count Unicode scalar values.
"""
import datetime
import hashlib
import itertools
import json
import re
import sys

ACCEPTED, NO_DIRECTORY, NO_RECORD, NOT_PERMITTED, MOVE_REFUSED, MALFORMED, FOREIGN, PAST_THE_END = range(8)
SET, ADD, REMOVE, STEP, MOVE = range(5)
LIFE, STATE = 0, 1
OWNER, AUTHOR = 200, 201  # in the roles of a move

MUTANTS = (
    "plain last-writer-wins", "clock decides before clock good", "replaced values stay", "a quarantined change replaces",
    "duplicates count twice", "tally by last step", "remove wins over add", "equal elements twice", "append is a set",
    "consent by clock", "decision by clock", "delete wins", "one who hid is enough", "equal texts are a conflict",
    "concurrent moves by clock", "any order of moves will do", "origin of a move is not checked", "moves without roles",
    "erase can be undone", "anybody may erase", "erase keeps words", "head is not awaited", "rights of today",
    "own is all", "the lost go on", "unknown codes are malformed", "later revisions are malformed", "amending without right",
    "creating may replace", "append-only is edited", "anybody imports", "two creators are one", "nothing settles versions",
    "another kind counts", "base is not told",
)
MUTANT = None


def broken(name):
    assert name in MUTANTS, name
    return MUTANT == name


# --- encodings -------------------------------------------------------------------------------------------------------

class Octets(bytes):
    pass


def value_of(read):
    """A VALUE of the JSON as Python: Octets, text, int, bool, None, tuple, or ("map", pairs) with its keys in order."""
    if isinstance(read, list):
        return tuple(value_of(item) for item in read)
    if isinstance(read, dict) and "octets" in read:
        return Octets.fromhex(read["octets"])
    if isinstance(read, dict):
        pairs = {key: value_of(value) for key, value in read["map"]}
        return Map(sorted(pairs.items(), key=lambda pair: cbor(pair[0])))
    return read


class Map(tuple):
    pass


def head(major, argument):
    for size, code in ((1, 24), (2, 25), (4, 26), (8, 27)):
        if argument < 24:
            return bytes([major << 5 | argument])
        if argument < 1 << 8 * size:
            return bytes([major << 5 | code]) + argument.to_bytes(size, "big")
    raise OverflowError


def cbor(value):
    if value is None:
        return b"\xf6"
    if isinstance(value, bool):
        return b"\xf5" if value else b"\xf4"
    if isinstance(value, int):
        return head(0, value) if value >= 0 else head(1, -1 - value)
    if isinstance(value, bytes):
        return head(2, len(value)) + value
    if isinstance(value, str):
        return head(3, len(value.encode())) + value.encode()
    if isinstance(value, Map):
        return head(5, len(value)) + b"".join(cbor(key) + cbor(held) for key, held in value)
    return head(4, len(value)) + b"".join(map(cbor, value))


def same(a, b):
    return cbor(a) == cbor(b)  # True is not 1


def value_id(change_hash, index):
    transcript = b"".join(len(field).to_bytes(8, "little") + field for field in
                          (b"ourtable.value.v1", bytes.fromhex(change_hash), index.to_bytes(8, "little")))
    return hashlib.blake2b(transcript, digest_size=32).hexdigest()[:16]


# --- values ----------------------------------------------------------------------------------------------------------

FITS, UNKNOWN_CODE, WRONG = "fits", "unknown code", "wrong"


def is_text(value):
    return isinstance(value, str)


def is_integer(value):
    return isinstance(value, int) and not isinstance(value, bool)


def is_day(type_, value):
    try:
        if type_ == "time":
            return bool(re.fullmatch(r"([01]\d|2[0-3]):[0-5]\d", value, re.ASCII))
        if not re.fullmatch(r"\d{4}-\d\d-\d\d" if type_ == "date" else r"\d{4}-\d\d", value, re.ASCII):
            return False
        day = datetime.date.fromisoformat(value if type_ == "date" else value + "-01")
        return 1900 <= day.year <= 2199
    except ValueError:
        return False


def check(rule, value):
    """Whether the value is one of a field (or part of a list's element) with this rule; of sets and lists, one element."""
    type_ = rule["type"]
    if type_ in ("text", "long_text"):
        return FITS if is_text(value) and value.strip() and len(value) <= rule["limit"] else WRONG
    if type_ in ("choice", "choices"):
        return WRONG if not is_text(value) else FITS if value in rule["codes"] else UNKNOWN_CODE
    if type_ in ("reference", "references"):
        return FITS if isinstance(value, Octets) and len(value) == 16 else WRONG
    if type_ in ("date", "time", "month"):
        return FITS if is_text(value) and is_day(type_, value) else WRONG
    if type_ == "yes_no":
        return FITS if isinstance(value, bool) else WRONG
    if type_ == "map":
        return check_map(rule, value)
    if type_ == "list":
        return check_element(rule, value)
    low, high = {"timestamp": (0, 7258118400000), "money": (0, 100000000), "tally": (-10000, 10000)}.get(
        type_, (rule.get("minimum", 0), rule.get("maximum", 0)))
    return FITS if is_integer(value) and low <= value <= high else WRONG


def check_map(rule, value):
    if not isinstance(value, Map) or not value:
        return WRONG
    for key, held in value:
        if not is_text(key):
            return WRONG
        if key not in rule["codes"]:
            return UNKNOWN_CODE
        if not is_integer(held) or not rule["minimum"] <= held <= rule["maximum"]:
            return WRONG
    return FITS


def check_element(rule, value):
    if not rule["parts"]:
        return check({"type": "text", "limit": rule["limit"]}, value)
    if not isinstance(value, Map):
        return WRONG
    given = dict(value)
    for part in rule["parts"]:
        if part["key"] not in given and part["required"]:
            return WRONG
        if part["key"] in given:
            fit = check(dict(part, minimum=0, maximum=100000000), given.pop(part["key"]))
            if fit != FITS:
                return fit
    return WRONG if given else FITS


def is_life(value):
    if not isinstance(value, tuple) or not value or not is_integer(value[0]):
        return False
    if value[0] == 0:
        return len(value) == 1
    return (value[0] == 1 and len(value) == 2 and isinstance(value[1], tuple) and not isinstance(value[1], Map)
            and all(isinstance(seen, Octets) and len(seen) == 8 for seen in value[1]))


def is_move(value):
    return isinstance(value, tuple) and not isinstance(value, Map) and len(value) == 2 and all(map(is_text, value))


# --- one write -------------------------------------------------------------------------------------------------------

class Write:
    """A write of a change with its fit: "value" (adds one), "removal", "foreign" or "malformed"."""

    def __init__(self, change, index, read):
        self.change, self.index = change, index
        self.field, self.action, self.value = read[0], read[1], value_of(read[2])
        self.replaced = set(read[3])
        self.id = value_id(change.hash, index)
        self.rule = None
        self.fit = "foreign"

    def judge(self, kind):
        self.rule = kind.fields.get(self.field)
        if self.field == LIFE or (self.field == STATE and kind.states):
            wanted, right = (SET, is_life(self.value)) if self.field == LIFE else (MOVE, is_move(self.value))
            if self.action <= MOVE:
                self.fit = "value" if self.action == wanted and right else "malformed"
        elif self.rule and self.action <= MOVE:
            self.fit = self.fit_of_data()
        return self

    def fit_of_data(self):
        merge = self.rule["merge"]
        adds = {"set": ADD, "append": ADD, "tally": STEP}.get(merge, SET)
        if merge in ("append", "tally") and (self.replaced or self.action != adds):
            return "malformed"
        if self.action == REMOVE:
            return "removal" if self.value is None else "malformed"
        if self.action != adds:
            return "malformed"
        fit = check(self.rule, self.value)
        if fit == UNKNOWN_CODE and not broken("unknown codes are malformed"):
            return "foreign"
        return "value" if fit == FITS else "malformed"

    @property
    def order(self):
        change = self.change
        if broken("clock decides before clock good"):
            return (change.clock, change.good, change.replica, change.seq, self.id)
        return (change.good, change.clock, change.replica, change.seq, self.id)

    @property
    def time_order(self):
        return (self.change.clock, self.change.replica, self.change.seq, self.change.hash, self.index)


class Change:
    def __init__(self, read):
        for key in ("record", "circle", "hash", "replica", "seq", "head", "author", "erase", "revision", "clock", "good",
                    "creates", "imported", "source"):
            setattr(self, key, read[key])
        self.kind_number = read["kind"]
        self.writes = [Write(self, index, write) for index, write in enumerate(read["writes"])]
        self.verdict = ACCEPTED
        self.kind = self.roles = self.person = None
        self.needs = set()

    @property
    def accepted(self):
        return self.verdict == ACCEPTED

    @property
    def creating(self):
        return self.creates and not self.erase

    @property
    def time_order(self):
        return (self.clock, self.replica, self.seq, self.hash)

    @property
    def move(self):
        moves = [write for write in self.writes if write.fit == "value" and write.action == MOVE]
        return moves[0] if moves and not self.erase else None


# --- catalogue and directory -----------------------------------------------------------------------------------------

class Kind:
    def __init__(self, read):
        self.number, self.circle, self.states = read["number"], read["circle"], read["states"]
        self.append_only, self.erasable = read["append_only"], read["erasable"]
        self.moves, self.permissions = read["moves"], read["permissions"]
        self.fields = {field["number"]: field for field in read["fields"]}

    def scope(self, right, roles):
        """None, or the widest scope: all before linked before own."""
        held = {each["scope"] for each in self.permissions if each["right"] == right and each["role"] in roles}
        return next((scope for scope in ("all", "linked", "own") if scope in held), None)

    def row(self, start, end):
        if start == end or start not in self.states or end not in self.states:
            return None
        exact = [move for move in self.moves if (move["from"], move["to"]) == (start, end)]
        from_any = [move for move in self.moves if (move["from"], move["to"]) == ("*", end)]
        return exact[0] if exact else from_any[-1] if from_any else None

    def may_move(self, start, end, roles):
        row = self.row(start, end)
        return row is not None and (broken("moves without roles") or bool(roles & set(row["roles"])))

    def may_settle(self, state, roles):
        return any(move["to"] == state and roles & set(move["roles"]) for move in self.moves)


class Model:
    def __init__(self, history):
        self.revision = history["catalogue"]["revision"]
        self.coordinator = history["catalogue"]["coordinator"]
        self.kinds = {kind["number"]: Kind(kind) for kind in history["catalogue"]["kinds"]}
        directory = history["directory"]
        self.seq_of = {entry: seq for seq, entry in enumerate(directory["heads"])}
        self.circles = directory["circles"]
        self.endpoints = {endpoint["id"]: endpoint for endpoint in directory["endpoints"]}
        self.records = {}
        for read in history["changes"]:
            held = self.records.setdefault(read["record"], {})
            key = read["hash"] if not broken("duplicates count twice") else len(held)
            held.setdefault(key, Change(read))

    def dump(self, verdicts):
        lines = []
        for record in sorted(self.records):
            changes = list(self.records[record].values())
            lines += Record(self, record, changes).lines()
            if verdicts:
                lines += sorted(f"{record} change {change.hash} {change.verdict}" for change in changes)
        return "".join(line + "\n" for line in lines)


# --- one record ------------------------------------------------------------------------------------------------------

class Record:
    def __init__(self, model, record, changes):
        self.model, self.id, self.changes = model, record, changes
        for change in changes:
            self.judge_alone(change)
        self.settle_kind()
        creating = [change for change in changes if change.accepted and change.creating]
        self.created = bool(creating)
        people = {change.person for change in creating}
        self.creator = min(people) if len(people) == 1 or (people and broken("two creators are one")) else None
        self.named = {write.value.hex() for change in changes if change.accepted and self.is_firm(change)
                      for write in change.writes if write.fit == "value" and write.rule
                      and write.rule["type"] == "reference" and write.rule["name"] in ("owner", "person")}
        for change in changes:
            if change.accepted and not all(self.satisfies(change, need) for need in change.needs):
                self.refuse(change, NOT_PERMITTED if self.created else NO_RECORD)
        self.judge_moves()
        erases = [change for change in changes if change.accepted and change.erase]
        self.erased = bool(erases) and not broken("erase can be undone")
        self.counted = erases if self.erased else [change for change in changes if change.accepted]
        self.writes = [write for change in self.counted for write in change.writes]
        replacing = [write for change in changes for write in change.writes] if broken("a quarantined change replaces") else self.writes
        self.gone = {(write.field, replaced) for write in replacing for replaced in write.replaced}

    # - verdicts -

    def refuse(self, change, verdict):
        later = change.revision > self.model.revision and not broken("later revisions are malformed")
        change.verdict = FOREIGN if later and verdict in (MALFORMED, MOVE_REFUSED) else verdict

    def judge_alone(self, change):
        model = self.model
        change.kind = model.kinds.get(change.kind_number)
        if change.kind is None:
            change.verdict = FOREIGN
            return
        seq = model.seq_of.get(change.head)
        if seq is None:
            if not broken("head is not awaited"):
                change.verdict = NO_DIRECTORY
                return
            seq = len(model.seq_of)
        if broken("rights of today"):
            seq = len(model.seq_of)
        endpoint = model.endpoints.get(change.author, {"versions": []})
        until_then = [version for version in endpoint["versions"] if version["from"] <= seq]
        elsewhere = model.circles.get(change.circle, change.kind.circle) != change.kind.circle
        if not until_then or not until_then[-1]["active"] or elsewhere:
            change.verdict = NOT_PERMITTED
            return
        change.roles, change.person = set(until_then[-1]["roles"]), endpoint["person"]
        if endpoint["left"] in ("lost", "compromised") and not broken("the lost go on"):
            ends = [end["seq"] for end in endpoint["ends"] if end["replica"] == change.replica
                    and change.circle in (end["circle"], "00" * 16)]
            if change.seq > max(ends, default=0):
                change.verdict = PAST_THE_END
                return
        self.judge_writes(change)
        if change.accepted and not self.judge_rights(change):
            change.verdict = NOT_PERMITTED

    def judge_writes(self, change):
        for write in change.writes:
            write.judge(change.kind)
        if change.erase:
            words = ("text", "long_text", "list", "map", "tally")
            for write in change.writes:
                keep = write.fit == "value" and write.rule and (write.rule["type"] not in words or broken("erase keeps words"))
                write.fit = "value" if keep else "foreign"
            return
        moves = [write for write in change.writes if write.fit == "value" and write.action == MOVE]
        if (any(write.fit == "malformed" for write in change.writes) or len(moves) > 1
                or (change.creates and any(write.replaced for write in change.writes) and not broken("creating may replace"))):
            self.refuse(change, MALFORMED)

    def judge_rights(self, change):
        """False when the roles can never do that; otherwise change.needs says what the record has to tell."""
        scope = lambda right: change.kind.scope(right, change.roles)
        may_create = scope("create") is not None or scope("write_sealed") is not None
        if change.erase:
            if broken("anybody may erase"):
                return True
            if scope("read") not in ("all", "linked"):
                change.needs = {"creator"}
            return change.kind.erasable and (scope("read") is not None or may_create)
        if change.creates:
            return may_create or self.is_import(change)
        ways = [self.ways_to(write, change, scope, may_create) for write in change.writes]
        if not change.writes:
            ways = [self.ways_to_edit(scope, may_create)]
        if not all(ways):
            return False
        # Each write takes the easiest of its ways.
        easiest = [next(way for way in ("free", "own", "creator") if way in each) for each in ways]
        change.needs = set(easiest) - {"free"}
        if "creator" in change.needs:
            change.needs = {"creator"}
        return True

    def ways_to_edit(self, scope, may_create):
        ways = set()
        if scope("change"):
            ways.add("own" if scope("change") == "own" and not broken("own is all") else "free")
        elif may_create:
            ways.add("free" if broken("amending without right") else "creator")
        return ways

    def ways_to(self, write, change, scope, may_create):
        kind = change.kind
        if write.field == STATE and kind.states:
            return {"free"}
        if kind.append_only and not broken("append-only is edited"):
            if write.field != LIFE or not scope("change"):
                return set()
            return {"own" if scope("change") == "own" else "free"}
        ways = self.ways_to_edit(scope, may_create)
        further = "create" if write.action == STEP else None
        if kind.fields.get(write.field, {}).get("name") == "agreed_by":
            further = further or "agree"
        if further and scope(further):
            ways.add("own" if scope(further) == "own" else "free")
        return ways

    def settle_kind(self):
        candidates = [change for change in self.changes if change.accepted]
        creating = [change for change in candidates if change.creating]
        first = min(creating or candidates or self.changes, key=lambda change: change.time_order)
        self.kind, self.kind_number = first.kind, first.kind_number
        for change in candidates:
            if change.kind_number != self.kind_number and not broken("another kind counts"):
                self.refuse(change, MALFORMED)

    def is_firm(self, change):
        if change.erase or change.needs:
            return False
        scopes = {change.kind.scope("create", change.roles), change.kind.scope("write_sealed", change.roles)}
        return not change.creates or self.is_import(change) or bool(scopes & {"all", "linked"})

    def is_about(self, change):
        return change.person in self.named or change.person == self.id

    def satisfies(self, change, need):
        if change.person == self.creator:
            return True
        if need == "own":
            return self.is_about(change)
        return change.erase and not self.created

    # - moves -

    def roles_of(self, change):
        return (change.roles | ({AUTHOR} if change.person == self.creator else set())
                | ({OWNER} if self.is_about(change) else set()))

    def is_legal(self, change, roles):
        start, end = change.move.value
        if start == end and broken("nothing settles versions"):
            return False
        if start == end:
            return bool(change.move.replaced) and self.kind.may_settle(end, roles)
        return self.kind.may_move(start, end, roles)

    def is_import(self, change):
        return change.imported and change.creates and (self.model.coordinator in change.roles or broken("anybody imports"))

    def moves_by_import(self, change):
        start, end = change.move.value
        return self.is_import(change) and start == self.kind.states[0] and end in self.kind.states

    def judge_moves(self):
        for change in self.changes:
            if not change.accepted or not change.move or self.moves_by_import(change):
                continue
            if not self.is_legal(change, self.roles_of(change)):
                depends = not self.created and self.is_legal(change, change.roles | {AUTHOR, OWNER})
                self.refuse(change, NO_RECORD if depends else MOVE_REFUSED)
        if broken("origin of a move is not checked"):
            return
        told = {write.id for change in self.changes for write in change.writes
                if write.field == STATE and not change.erase and change.verdict not in (NO_DIRECTORY, NO_RECORD, FOREIGN)}
        pending = [change for change in self.changes if change.accepted and change.move]
        led_to, grown = {}, True
        while grown:
            grown = False
            for change in pending:
                if change.move.id not in led_to and self.origin_holds(change.move, told, led_to):
                    led_to[change.move.id] = change.move.value[1]
                    grown = True
        for change in pending:
            if change.move.id not in led_to:
                self.refuse(change, MOVE_REFUSED)

    def origin_holds(self, move, told, led_to):
        start = move.value[0]
        if not move.replaced:
            return start == self.kind.states[0]
        return not move.replaced <= told or any(led_to.get(replaced) == start for replaced in move.replaced)

    # - fields -

    def live(self, field):
        """The values that no accepted change replaces, the one to show first."""
        values = [write for write in self.writes if write.field == field and write.fit == "value"]
        live = [write for write in values if (field, write.id) not in self.gone or broken("replaced values stay")]
        rule = self.kind.fields.get(field, {}).get("merge")
        if rule == "set" and broken("remove wins over add"):
            removed = {cbor(write.value) for write in values if (field, write.id) in self.gone}
            live = [write for write in live if cbor(write.value) not in removed]
        live.sort(key=lambda write: write.order, reverse=True)
        if broken("plain last-writer-wins") and rule not in ("set", "append", "tally"):
            live = live[:1]
        return live

    def fields(self):
        found = {write.field for write in self.writes if write.fit == "value"}
        return {field: live for field in sorted(found) if (live := self.live(field))}

    def shown(self, field, live):
        """(shown, two versions, base) of a field with current values."""
        if field == LIFE:
            return (1 if self.hidden()[0] else 0), False, None
        if field == STATE and self.kind.states:
            return self.state(live) + (None,)
        rule = self.kind.fields[field]
        merge = rule["merge"]
        in_time = sorted(live, key=lambda write: write.time_order)
        if merge == "tally":
            return (live[0].value if broken("tally by last step") else sum(write.value for write in live)), False, None
        if merge in ("set", "append"):
            once = merge == "set" and not broken("equal elements twice") or broken("append is a set")
            return tuple(write.value for at, write in enumerate(in_time)
                         if not (once and any(same(write.value, other.value) for other in in_time[:at]))), False, None
        different = {cbor(write.value) for write in live}
        two = len(live) > 1 if broken("equal texts are a conflict") else len(different) > 1
        if merge == "protective" and not broken("consent by clock"):
            return min(live, key=lambda write: self.exposure(rule, write.value)).value, two, None
        if merge == "decision" and two and not broken("decision by clock"):
            return None, two, None
        return live[0].value, two, self.base(field, live) if merge == "long_text" and two else None

    def exposure(self, rule, value):
        order = rule["protective"]
        if isinstance(value, bool):
            order, value = order or ["yes", "no"], "yes" if value else "no"
        return order.index(value) if value in order else len(order)

    def base(self, field, live):
        if len(live) != 2 or broken("base is not told"):
            return None
        both = [write for write in self.writes if write.field == field and write.fit == "value"
                and write.id in live[0].replaced & live[1].replaced]
        return max(both, key=lambda write: write.order).value if both else None

    def state(self, live):
        movers = {}
        for write in live:
            movers.setdefault(write.value[1], []).append(self.roles_of(write.change))
        if len(movers) == 1:
            return live[0].value[1], False
        orders = [] if len(movers) > 6 or broken("concurrent moves by clock") else [
            order for order in itertools.permutations(movers)
            if all(any(self.kind.may_move(start, end, roles) for roles in movers[end]) for start, end in zip(order, order[1:]))]
        if len(orders) == 1 or (orders and broken("any order of moves will do")):
            return min(orders)[-1], False
        return live[0].value[1], True

    def hidden(self):
        """(hidden, changed while hidden)"""
        hides = [write.value for write in self.live(LIFE) if write.value[0] == 1]
        if not hides:
            return False, False
        if broken("delete wins"):
            return True, False
        seen = {mark.hex() for hide in (hides[:1] if broken("one who hid is enough") else hides) for mark in hide[1]}
        unseen = any(write.id not in seen for field in self.fields() if field != LIFE for write in self.live(field))
        return not unseen, unseen

    # - the dump -

    def lines(self):
        yes = lambda held: "1" if held else "0"
        created = min((change for change in self.counted if change.creating), key=lambda change: change.time_order, default=None)
        updated = max(self.counted, key=lambda change: (change.good, change.time_order), default=None)
        foreign = not self.erased and any(
            change.verdict == FOREIGN or (change.accepted and any(write.fit == "foreign" for write in change.writes))
            for change in self.changes)
        hidden, changed = self.hidden() if self.kind else (False, False)
        nobody = "00" * 16
        lines = [
            f"kind {self.kind_number}",
            f"hidden {yes(hidden)}",
            f"changed_while_hidden {yes(changed)}",
            f"erased {yes(self.erased)}",
            f"foreign {yes(foreign)}",
            f"imported {yes(created and created.imported)}",
            f"source {created.source.encode().hex() if created else ''}.",
            f"created {created.clock if created else 0} {created.author if created else nobody}",
            f"updated {updated.clock if updated else 0} {updated.author if updated else nobody}",
            "verdicts " + " ".join(str(sum(change.verdict == verdict for change in self.changes)) for verdict in range(8)),
        ]
        fields = self.fields() if self.kind else {}
        if self.kind and self.kind.states and not self.erased:
            fields.setdefault(STATE, [])
        for field in sorted(fields):
            lines += self.field_lines(field, fields[field])
        return [f"{self.id} {line}" for line in lines]

    def field_lines(self, field, live):
        shown, two, base = self.shown(field, live) if live else (self.kind.states[0], False, None)
        lines = [f"field {field} shown {cbor(shown).hex()}", f"field {field} two_versions {'1' if two else '0'}"]
        if base is not None:
            lines.append(f"field {field} base {cbor(base).hex()}")
        for write in live:
            change = write.change
            lines.append(f"field {field} value {write.id} {cbor(write.value).hex()} {'1' if change.good else '0'} {change.clock} "
                         f"{change.replica} {change.seq} {change.author} {change.hash}")
        return lines


def dump_of(text, mutant=None, verdicts=False):
    global MUTANT
    MUTANT = mutant
    try:
        return Model(json.loads(text)).dump(verdicts)
    finally:
        MUTANT = None


def noticed(histories, mutant):
    for number, history in enumerate(histories, 1):
        try:
            if dump_of(history, mutant) != dump_of(history):
                return number
        except (ArithmeticError, LookupError, TypeError, ValueError, AttributeError):
            return number  # a broken rule may leave the model without an answer
    return 0


def check_mutants(histories):
    missed = 0
    for mutant in MUTANTS:
        number = noticed(histories, mutant)
        missed += not number
        print(f"{mutant:36} {'noticed by history ' + str(number) if number else 'NOT NOTICED'}")
    return missed


def main(arguments):
    if arguments == ["--mutants"]:
        return 1 if check_mutants([line for line in sys.stdin if line.strip()]) else 0
    mutant = arguments[arguments.index("--mutant") + 1] if "--mutant" in arguments else None
    for line in sys.stdin:
        if line.strip():
            sys.stdout.write(dump_of(line, mutant, "--verdicts" in arguments))
            sys.stdout.write("\n")
            sys.stdout.flush()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
