"""The program with the window, as a computer starts and ends it: nobody looks, so it draws into memory."""
import os
import signal
import subprocess
import tempfile
import time
import unittest
from pathlib import Path

from table import BIN, ENVIRONMENT

PATIENCE = 60  # seconds; a machine under load


class Window(unittest.TestCase):
    def setUp(self):
        place = tempfile.TemporaryDirectory()
        self.addCleanup(place.cleanup)
        self.place = Path(place.name)

    def open(self, profile):
        environment = ENVIRONMENT | {"QT_QPA_PLATFORM": "offscreen", "QT_QUICK_BACKEND": "software", "XDG_RUNTIME_DIR": str(self.place)}
        app = subprocess.Popen([str(BIN / "ourtable"), "--profile", str(profile), "--no-keyring"], env=environment,
                               stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        self.addCleanup(app.stderr.close)
        self.addCleanup(app.wait)
        self.addCleanup(app.kill)
        return app

    def until_it_hears(self, app):
        """Waits until the program has taken the ending into its own hands."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end and app.poll() is None:
            caught = next(line for line in Path(f"/proc/{app.pid}/status").read_text().splitlines() if line.startswith("SigCgt:"))
            if int(caught.split()[1], 16) & (1 << (signal.SIGTERM - 1)):
                return
            time.sleep(0.05)
        self.fail("the window did not open, or is ended by SIGTERM without a goodbye")

    def test_asked_to_end_it_ends_properly(self):
        for asked in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
            with self.subTest(asked=asked.name):
                app = self.open(self.place / asked.name)
                self.until_it_hears(app)
                os.kill(app.pid, asked)
                self.assertEqual(app.wait(PATIENCE), 0)

    def test_help_needs_no_display(self):
        environment = {key: value for key, value in ENVIRONMENT.items() if key not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")}
        for option, told in (("--help", "--profile"), ("--version", "ourtable")):
            ran = subprocess.run([str(BIN / "ourtable"), option], env=environment, capture_output=True, text=True, timeout=PATIENCE)
            self.assertEqual(ran.returncode, 0, ran.stderr)
            self.assertIn(told, ran.stdout)


if __name__ == "__main__":
    unittest.main()
