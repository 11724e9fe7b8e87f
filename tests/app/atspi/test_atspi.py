"""Signing in and writing a note by the accessible tree alone, against the app as people start it: a window of X, the
accessibility bus, the hub's own program."""
import os
import shutil
import subprocess
import sys
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "cli"))
SKIPPED = 77
PYTHON = "/usr/bin/python3"  # the distribution's own, whose packages these are
INSIDE = "OURTABLE_INSIDE_SESSION"


class ByScreenReaderAlone(unittest.TestCase):
    PIN = "482917"
    WORDS = "Somewhere warm to wait before the surgery opens."

    def setUp(self):
        from table import BIN, Programme
        from screenreader import ScreenReader
        self.programme = Programme()
        self.addCleanup(self.programme.close)
        self.dami = self.programme.join("Dami", "lay_partner", secret=self.PIN)
        self.gathering = self.dami.run("breakfast", "start", "--place", "The Copper Kettle")["gathering"]
        self.app = subprocess.Popen([str(BIN / "ourtable"), "--profile", str(self.dami.folder), "--no-keyring", "--as", "tablet"])
        self.addCleanup(self.close)
        self.reader = ScreenReader("ourtable")

    def close(self):
        if self.app.poll() is None:
            self.app.terminate()
        self.app.wait(30)

    def sign_in(self):
        pin = self.reader.find(role="password text")
        self.assertTrue(pin.get_description().startswith("Your PIN, "), pin.get_description())  # Qt gives such a field no name
        self.reader.type(self.PIN, into=pin)
        self.assertNotIn(self.PIN, self.reader.told())  # Qt hands the text itself to the bus; by the role no reader says it
        self.reader.press(self.reader.find("Open", role="push button"))
        self.reader.find(starts="Good", role="heading")

    def test_aPersonSignsInAndWritesANote(self):
        self.reader.press(self.reader.find(role="radio button"))
        self.sign_in()
        self.reader.press(self.reader.find("Start writing notes", role="push button"))
        self.reader.type(self.WORDS, into=self.reader.find(starts="What did someone say?", editable=True))
        self.reader.press(self.reader.find(starts="Save", role="push button"))
        self.reader.find(starts=self.WORDS[:20], editable=False)
        self.reader.press(self.reader.find("Lock"))
        self.reader.find(role="password text")
        self.close()
        written = self.dami.ask(do="notes", gathering=self.gathering)["records"]
        self.assertEqual([note["fields"]["text"] for note in written], [self.WORDS])


def missing():
    """What is not installed of what this needs."""
    lacking = [name for name in ("Xvfb", "dbus-run-session", PYTHON) if not shutil.which(name)]
    if not any(Path(folder, "at-spi-bus-launcher").exists() for folder in ("/usr/libexec", "/usr/lib/at-spi2-core")):
        lacking.append("at-spi2-core")
    ask = "import gi; gi.require_version('Atspi', '2.0')"
    if PYTHON not in lacking and subprocess.run([PYTHON, "-c", ask], capture_output=True).returncode != 0:
        lacking.append("gir1.2-atspi-2.0 with python3-gi")
    return lacking


def in_a_session_of_its_own():
    """Runs this file again with a display and buses that nobody else sees."""
    read, write = os.pipe()
    # -noreset: it would start anew when the first program leaves, and turn the next away meanwhile.
    display = subprocess.Popen(["Xvfb", "-displayfd", str(write), "-screen", "0", "1400x1000x24", "-nolisten", "tcp", "-noreset"],
                               pass_fds=[write], stderr=subprocess.DEVNULL)
    os.close(write)
    try:
        with os.fdopen(read) as numbers:
            number = numbers.readline().strip()
        environment = dict(os.environ, DISPLAY=f":{number}", QT_QPA_PLATFORM="xcb", QT_QUICK_BACKEND="software",
                           QT_LINUX_ACCESSIBILITY_ALWAYS_ON="1", GTK_A11Y="none", **{INSIDE: "1"})
        environment.pop("WAYLAND_DISPLAY", None)
        return subprocess.run(["dbus-run-session", "--", PYTHON, "-B", __file__], env=environment).returncode
    finally:
        display.terminate()
        display.wait(20)


if __name__ == "__main__":
    if os.environ.get(INSIDE):
        unittest.main(verbosity=2)
    lacking = missing()
    if lacking:
        print(f"skipped: {', '.join(lacking)} not installed; bash platform/linux/install.sh test")
        sys.exit(SKIPPED)
    sys.exit(in_a_session_of_its_own())
