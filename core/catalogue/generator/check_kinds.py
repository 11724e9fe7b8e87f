"""Checks of kinds: names, circle, parent, states and moves, permissions."""
from .check_fields import NAME, FieldChecks
from .model import MOVE_ROLES, RIGHTS, SCOPES, SENSITIVITIES, permission_of

KIND_KEYS = {"kind", "label", "label_plural", "doc", "circle", "sensitivity", "parent", "owner", "system", "append_only",
             "keeps_no_copy", "erasable", "common_fields", "title", "search", "fields", "states", "moves", "permissions",
             "file"}
FLAGS = ("system", "append_only", "keeps_no_copy", "erasable", "common_fields")
MOVE_KEYS = {"from", "to", "roles", "guards"}


class KindChecks:
    def __init__(self, model, kind):
        self.model = model
        self.kind = kind

    def wrong(self, text, field=None):
        self.model.problems.add(self.kind["file"], self.kind["kind"], field, text)

    def run(self):
        if not NAME.match(self.kind["kind"]):
            self.wrong("the kind name is not snake_case")
        for key in sorted(set(self.kind) - KIND_KEYS):
            self.wrong(f"unknown key '{key}'")
        for key in ("label", "label_plural", "doc"):
            if not str(self.kind.get(key, "")).strip():
                self.wrong(f"the {key} is missing")
        for flag in FLAGS:
            if not isinstance(self.kind.get(flag, False), bool):
                self.wrong(f"'{flag}' must be true or false")
        self.check_circle()
        FieldChecks(self.model, self.kind).run()
        self.check_named_fields()
        self.check_states()
        self.check_permissions()

    def check_circle(self):
        circle, sensitivity = self.kind.get("circle"), self.kind.get("sensitivity")
        if self.model.circle(circle) is None:
            self.wrong(f"unknown circle '{circle}'")
        if sensitivity not in SENSITIVITIES:
            self.wrong(f"unknown sensitivity '{sensitivity}'")
        elif SENSITIVITIES[sensitivity] != circle:
            self.wrong(f"'{sensitivity}' is not read with the keys of the circle '{circle}'")

    def check_named_fields(self):
        fields = {field.get("name"): field for field in self.kind["fields"]}
        title, parent, owner = (self.kind.get(key) for key in ("title", "parent", "owner"))
        if title is not None and title not in fields:
            self.wrong("the title is no field of the kind", title)
        if parent is not None and fields.get(parent, {}).get("type") != "reference":
            self.wrong("the parent is no reference of the kind", parent)
        if owner is not None and "person" not in fields.get(owner, {}).get("to", []):
            self.wrong("the owner is no reference to a person", owner)
        for name in self.kind.get("search", []):
            if fields.get(name, {}).get("type") not in ("text", "long_text"):
                self.wrong("search covers texts of the kind only", name)

    # States and moves
    def check_states(self):
        if "states" not in self.kind:
            if self.kind.get("moves"):
                self.wrong("there are moves, but no states")
            return
        if self.kind["states"] not in self.model.vocabularies:
            self.wrong(f"unknown vocabulary '{self.kind['states']}' of the states", "state")
            return
        seen = set()
        for move in self.kind.get("moves", []):
            self.check_move(move)
            pair = (move.get("from"), move.get("to"))
            if pair in seen:
                self.wrong(f"the move {pair[0]}>{pair[1]} is there twice", "state")
            seen.add(pair)
        reached = {pair[1] for pair in seen}
        for state in self.model.states(self.kind)[1:]:
            if state not in reached:
                self.wrong(f"no move leads to the state '{state}'", "state")

    def check_move(self, move):
        name = f"{move.get('from')}>{move.get('to')}"
        states = self.model.states(self.kind)
        for key in sorted(set(move) - MOVE_KEYS):
            self.wrong(f"move {name}: unknown key '{key}'", "state")
        if move.get("from") not in states + ["*"]:
            self.wrong(f"move {name}: '{move.get('from')}' is not a state", "state")
        if move.get("to") not in states:
            self.wrong(f"move {name}: '{move.get('to')}' is not a state", "state")
        if move.get("from") == move.get("to"):
            self.wrong(f"move {name}: leads nowhere", "state")
        if not move.get("roles"):
            self.wrong(f"move {name}: nobody may make it", "state")
        if "owner" in move.get("roles", []) and "owner" not in self.kind and self.kind["kind"] != "person":
            self.wrong(f"move {name}: the kind has no owner", "state")
        for role in move.get("roles", []):
            if role not in MOVE_ROLES and role not in self.model.role_codes():
                self.wrong(f"move {name}: unknown role '{role}'", "state")
            elif role not in MOVE_ROLES and role not in self.kind.get("permissions", {}):
                self.wrong(f"move {name}: the role '{role}' has no permission on the kind", "state")
        for guard in move.get("guards", []):
            if guard not in self.model.guards:
                self.wrong(f"move {name}: unknown guard '{guard}'", "state")

    # Permissions
    def check_permissions(self):
        if not self.kind.get("permissions"):
            self.wrong("nobody has a permission")
        for role, words in self.kind.get("permissions", {}).items():
            if role not in self.model.role_codes():
                self.wrong(f"permission for the unknown role '{role}'")
                continue
            rights = [permission_of(word) for word in words.split()]
            if len({right for right, _ in rights}) != len(rights):
                self.wrong(f"the permissions of '{role}' name a right twice")
            for right, scope in rights:
                self.check_permission(role, right, scope)

    def check_permission(self, role, right, scope):
        if right not in RIGHTS or scope not in SCOPES:
            self.wrong(f"unknown permission '{right}:{scope}' of '{role}'")
            return
        circle = self.model.circle(self.kind.get("circle")) or {}
        reads = role in circle.get("readers", [])
        if right == "write_sealed" and reads:
            self.wrong(f"'{role}' reads the circle '{circle.get('code')}', so it writes there unsealed")
        if right == "read" and scope == "all" and not reads:
            self.wrong(f"'{role}' may read all, but holds no key of the circle '{circle.get('code')}'")
        if right in ("create", "write_sealed") and not reads and role not in circle.get("writers", []):
            self.wrong(f"'{role}' may write, but is no writer of the circle '{circle.get('code')}'")
