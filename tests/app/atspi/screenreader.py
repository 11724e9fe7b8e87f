"""What a screen reader can do with the app, and nothing else: read the accessible tree, move the focus, press, type keys."""
import time
import warnings

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # noqa: E402

warnings.simplefilter("ignore", DeprecationWarning)  # older versions of the bindings know only the older names

PATIENCE = 60  # seconds; a machine under load


class NotThere(AssertionError):
    pass


class ScreenReader:
    def __init__(self, program):
        Atspi.init()
        Atspi.set_timeout(5000, 15000)
        self.app = self.until(lambda: self._application(program), f"{program} on the accessibility bus")

    def until(self, look, what):
        """Waits for another process to get somewhere; for nothing else."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            try:
                found = look()
            except gi.repository.GLib.Error:
                found = None  # gone while it was looked at
            if found:
                return found
            time.sleep(0.1)
        raise NotThere(f"there is no {what}\n{self.told()}")

    def find(self, name=None, role=None, starts=None, editable=None):
        """The first item that shows, by its exact name, the beginning of it, its role, and whether one can write into it."""
        def fits(item):
            said = item.get_name() or ""
            return ((name is None or said == name) and (starts is None or said.startswith(starts))
                    and (role is None or item.get_role_name() == role)
                    and (editable is None or item.get_state_set().contains(Atspi.StateType.EDITABLE) == editable))
        words = " ".join(filter(None, (role, name, starts)))
        return self.until(lambda: next((item for item in self._showing() if fits(item)), None), words)

    def press(self, item):
        """Does what the item offers to do; as Orca does it."""
        actions = item.get_action_iface()
        names = [Atspi.Action.get_action_name(actions, i) for i in range(Atspi.Action.get_n_actions(actions))] if actions else []
        for wanted in ("Press", "Toggle"):
            if wanted in names:
                Atspi.Action.do_action(actions, names.index(wanted))
                return
        raise NotThere(f"{item.get_role_name()} {item.get_name()!r} can't be pressed, only {names}")

    def focus(self, item):
        component = item.get_component_iface()
        Atspi.Component.grab_focus(component)
        self.until(lambda: item.get_state_set().contains(Atspi.StateType.FOCUSED), f"focus on {item.get_name()!r}")

    def type(self, words, into):
        """Key by key into what has the focus, until all of it is there."""
        self.focus(into)
        text = into.get_text_iface()
        before = Atspi.Text.get_character_count(text)
        Atspi.generate_keyboard_event(0, words, Atspi.KeySynthType.STRING)
        self.until(lambda: Atspi.Text.get_character_count(text) == before + len(words), f"{len(words)} letters in {into.get_name()!r}")

    def told(self):
        """The tree, for messages."""
        if not getattr(self, "app", None):
            return ""
        return "\n".join(f"  [{item.get_role_name()}] {item.get_name()!r}" for item in self._showing())

    def _application(self, program):
        desktop = Atspi.get_desktop(0)
        for i in range(desktop.get_child_count()):
            child = desktop.get_child_at_index(i)
            if child and child.get_name() == program:
                return child
        return None

    def _showing(self, item=None):
        item = item or self.app
        item.clear_cache()
        if item is not self.app and not item.get_state_set().contains(Atspi.StateType.SHOWING):
            return
        yield item
        for i in range(item.get_child_count()):
            child = item.get_child_at_index(i)
            if child:
                yield from self._showing(child)
