"""What the tests of whole programs stand on: a hub, devices, and a wire between them that listens and cuts. Real
processes, real TLS on 127.0.0.1, folders that are gone afterwards."""
import json
import os
import shutil
import signal
import sqlite3
import subprocess
import tempfile
import threading
import time
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
BIN = Path(os.environ.get("OURTABLE_BIN", ROOT / "build/dev/bin"))
CLI = str(BIN / "ourtable-cli")
HUB = str(BIN / "ourtable-hub")
DEMO = ROOT / "platform/common/demo/demo.json"
PASSPHRASE = "seven spoons on the long table"
ENVIRONMENT = {"LC_ALL": "C.UTF-8", "LANG": "C.UTF-8", "TZ": "UTC", "PATH": os.environ.get("PATH", "/usr/bin:/bin")}
for _name in ("ASAN_OPTIONS", "UBSAN_OPTIONS", "TSAN_OPTIONS", "HOME"):
    if _name in os.environ:
        ENVIRONMENT[_name] = os.environ[_name]


class Hub:
    """A hub in a folder, served on one port for its whole life."""

    def __init__(self, folder):
        self.folder = Path(folder)
        self.log = self.folder / "hub.log"
        self.process = None
        self.port = 0
        run_hub("init", "--folder", self.folder, "--name", "127.0.0.1", "--port", "0")
        self.start()

    def start(self):
        out = open(self.folder / "hub.out", "wb")
        self.process = subprocess.Popen(
            [HUB, "serve", "--folder", str(self.folder), "--listen", "127.0.0.1", "--port", str(self.port), "--log", str(self.log)],
            stdout=subprocess.PIPE, stderr=out, env=ENVIRONMENT)
        out.close()
        line = self.process.stdout.readline().decode()
        if not line.startswith("listening on "):
            raise AssertionError("the hub did not start: " + (self.folder / "hub.out").read_text())
        self.port = int(line.rsplit(":", 1)[1])

    def ticket(self, port=None):
        return run_hub("invite", "--folder", self.folder, "--port", port or self.port).strip()

    def stop(self, with_signal=signal.SIGTERM):
        if self.process:
            self.process.send_signal(with_signal)
            status = self.process.wait(20)
            self.process.stdout.close()
            self.process = None
            if with_signal == signal.SIGTERM and status != 0:
                raise AssertionError(f"the hub ended with {status}")

    def kill(self):
        self.stop(signal.SIGKILL)

    def hashes(self):
        """The hashes of all changes that the hub holds, and how many rows they are."""
        rows = read_rows(self.folder / "hub.db", "SELECT h FROM op")
        return {row[0] for row in rows}, len(rows)


def run_hub(*words):
    done = subprocess.run([HUB, *map(str, words)], capture_output=True, env=ENVIRONMENT, timeout=60)
    if done.returncode != 0:
        raise AssertionError(f"ourtable-hub {words[0]}: {done.returncode} {done.stderr.decode()}")
    return done.stdout.decode()


def read_rows(database, query):
    """From a copy, so that neither side waits for the other."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "copy.db"
        for suffix in ("", "-wal"):
            source = Path(str(database) + suffix)
            if source.exists():
                shutil.copyfile(source, str(copy) + suffix)
        connection = sqlite3.connect(copy)
        try:
            return connection.execute(query).fetchall()
        finally:
            connection.close()


class Device:
    """One device's folder, and the person who uses it."""

    def __init__(self, folder, name, secret):
        self.folder = Path(folder)
        self.name = name
        self.secret_file = self.folder.parent / f"{self.folder.name}.{name}.secret"
        self.secret_file.write_text(secret + "\n")
        self.secret_file.chmod(0o600)

    def words(self, *words):
        return [CLI, *map(str, words), "--profile", str(self.folder), "--secret-file", str(self.secret_file), "--no-keyring"]

    def run(self, *words, expect=0, stdin=None, timeout=300):
        """One command with --json; gives its last answer."""
        done = subprocess.run([*self.words(*words), "--json"], input=stdin, capture_output=True, env=ENVIRONMENT, timeout=timeout)
        if expect is not None and done.returncode != expect:
            raise AssertionError(f"{self.name}: {' '.join(map(str, words))}: exit {done.returncode}\n{done.stdout.decode()}\n{done.stderr.decode()}")
        lines = done.stdout.decode().strip().splitlines()
        answer = json.loads(lines[-1]) if lines else {}
        answer["exit"] = done.returncode
        return answer

    def plain(self, *words):
        """One command as people use it: (exit code, standard output, standard error)."""
        done = subprocess.run(self.words(*words), stdin=subprocess.DEVNULL, capture_output=True, env=ENVIRONMENT, timeout=300)
        return done.returncode, done.stdout.decode(), done.stderr.decode()

    def batch(self, commands, timeout=300):
        """Answers to many commands in one process; all of them have to be answered."""
        commands = list(commands)
        text = "".join(json.dumps(command) + "\n" for command in commands).encode()
        done = subprocess.run(self.words("batch"), input=text, capture_output=True, env=ENVIRONMENT, timeout=timeout)
        answers = [json.loads(line) for line in done.stdout.decode().splitlines()]
        if done.returncode != 0 or len(answers) != len(commands):
            raise AssertionError(f"{self.name}: batch exit {done.returncode}, {len(answers)} of {len(commands)} answers\n{done.stdout.decode()[-500:]}\n{done.stderr.decode()[-2000:]}")
        return answers

    def good(self, commands, timeout=300):
        """The same, where every answer has to be ok."""
        commands = list(commands)
        answers = self.batch(commands, timeout)
        for command, answer in zip(commands, answers):
            if not answer["ok"]:
                raise AssertionError(f"{self.name}: {command}: {answer}")
        return answers

    def ask(self, **command):
        return self.good([command])[0]

    def share(self, expect=0):
        return self.run("share", expect=expect)

    def digest(self):
        return self.ask(do="digest")["digest"]

    def log_rows(self, query):
        return read_rows(self.folder / "store.db", query)

    def receipted(self):
        """Hashes of own changes that this device holds the hub's receipt for."""
        return {row[0] for row in self.log_rows(
            "SELECT change.hash FROM change JOIN replica ON replica.number = change.replica WHERE own = 1 AND acknowledged = 1")}

    def own_changes(self):
        return {row[0] for row in self.log_rows(
            "SELECT change.hash FROM change JOIN replica ON replica.number = change.replica WHERE own = 1")}


class Batch:
    """A batch that is talked to line by line, and may be killed at any moment."""

    def __init__(self, device):
        self.process = subprocess.Popen(device.words("batch"), stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                        stderr=subprocess.DEVNULL, env=ENVIRONMENT)

    def ask(self, **command):
        """The answer, or None when the process was gone before it."""
        try:
            self.process.stdin.write((json.dumps(command) + "\n").encode())
            self.process.stdin.flush()
            line = self.process.stdout.readline()
        except (BrokenPipeError, OSError):
            return None
        return json.loads(line) if line.endswith(b"\n") else None

    def send(self, commands):
        """Hands over commands without waiting; answers are read later."""
        text = "".join(json.dumps(command) + "\n" for command in commands).encode()
        try:
            self.process.stdin.write(text)
            self.process.stdin.flush()
        except (BrokenPipeError, OSError):
            pass

    def answers_left(self):
        """Everything that was answered until the process was gone; a torn last line is none."""
        lines = self.process.stdout.read().split(b"\n")
        return [json.loads(line) for line in lines[:-1]]

    def kill(self):
        self.process.kill()

    def close(self):
        try:
            self.process.stdin.close()
        except (BrokenPipeError, OSError):
            pass
        self.process.stdout.close()
        self.process.wait(30)


class Programme:
    """A hub and a founded programme in a temporary folder; devices join as they are asked for."""

    def make_folder(self):
        self.folder = Path(tempfile.mkdtemp(prefix="ourtable-cli-"))

    def __init__(self, wire=None):
        self.make_folder()
        try:
            self.hub = Hub(self.folder / "hub")
            self.wire = wire(self.hub.port) if wire else None
            self.address_port = self.wire.port if self.wire else self.hub.port
            self.coordinator = Device(self.folder / "coordinator", "Marian", PASSPHRASE)
            self.founded = self.coordinator.run("found", "--ticket", self.hub.ticket(self.address_port), "--name", "Marian")
        except BaseException:
            self.close()
            raise

    def join(self, name, role, secret="482917", typed=False, reader=None, called=None):
        """Somebody joins on a device of their own, and the coordinator lets them in."""
        device = Device(self.folder / name.lower(), name, secret)
        invite = ["invite", "--role", role] + (["--reader", reader] if reader else [])
        if typed:
            made = self.coordinator.run(*invite)
            way = ["--address", made["address"], "--code", made["code"]]
        else:
            file = self.folder / f"{name}.invitation"
            self.coordinator.run(*invite, "--file", file)
            way = ["--file", file]
        asked = device.run("join", *way, "--name", called or name, "--no-wait", expect=8)
        let_in = self.coordinator.run("approve", "--yes")["let_in"]
        if asked["compare"] not in [one["compare"] for one in let_in]:
            raise AssertionError(f"words differ: {asked} {let_in}")
        device.run("join")
        return device

    def close(self):
        if getattr(self, "wire", None):
            self.wire.close()
        if getattr(self, "hub", None) and self.hub.process:
            self.hub.kill()
        if not os.environ.get("OURTABLE_KEEP"):
            shutil.rmtree(self.folder, ignore_errors=True)


class Case(unittest.TestCase):
    """A test case with one programme for all its tests."""

    wire = None

    @classmethod
    def setUpClass(cls):
        cls.programme = Programme(cls.wire)
        cls.addClassCleanup(cls.programme.close)
        cls.coordinator = cls.programme.coordinator
        cls.hub = cls.programme.hub


def notes(batch_answer):
    return [(record["id"], record["fields"]["text"]) for record in batch_answer["records"]]


def eventually(check, seconds=10):
    """Waits for another process to get somewhere; for nothing else."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if check():
            return True
        time.sleep(0.02)
    return False


def in_background(work):
    thread = threading.Thread(target=work, daemon=True)
    thread.start()
    return thread
