"""Help, exit codes and the manners of the process, as people and scripts meet them."""
import os
import re
import signal
import stat
import subprocess
import unittest
from pathlib import Path

from table import CLI, ENVIRONMENT, PASSPHRASE, Batch, Case, Device

COMMANDS = ["found", "sheet", "invite", "approve", "join", "breakfast start", "breakfast close", "breakfast list", "note add", "note list",
            "count", "import", "export", "copy save", "copy take", "share", "status", "digest", "quarantine", "batch",
            "words"]


def run(*words, environment=None, stdin=subprocess.DEVNULL):
    done = subprocess.run([CLI, *words], stdin=stdin, capture_output=True, env={**ENVIRONMENT, **(environment or {})}, timeout=60,
                          start_new_session=True)  # no terminal to ask on
    return done.returncode, done.stdout.decode(), done.stderr.decode()


class Help(unittest.TestCase):
    def test_overviewListsEveryCommandAndExitCode(self):
        code, out, err = run("--help")
        self.assertEqual((code, err), (0, ""))
        listed = re.findall(r"^  ([a-z]+(?: [a-z]+)?)  +\S", out, re.M)
        self.assertEqual(listed, COMMANDS)
        for number in (0, 2, 3, 4, 5, 6, 7, 8, 9, 10):
            self.assertRegex(out, rf"\b{number} ")

    def test_everyCommandHasHelp(self):
        for command in COMMANDS:
            code, out, err = run(*command.split(), "--help")
            self.assertEqual((code, err), (0, ""), command)
            self.assertTrue(out.startswith(f"ourtable-cli {command}"), command)
            self.assertIn("Exit codes:", out)
            self.assertNotRegex(out, r"--(pin|password|passphrase|secret) ", "a secret on the command line")
            self.assertLessEqual(max(map(len, out.splitlines())), 125, command)

    def test_theFirstWordOfSeveralHasHelp(self):
        for word, commands in (("breakfast", ("breakfast start", "breakfast close", "breakfast list")), ("note", ("note add", "note list"))):
            code, out, err = run(word, "--help")
            self.assertEqual((code, err), (0, ""), word)
            self.assertEqual(tuple(re.findall(r"^  ([a-z]+ [a-z]+)  +\S", out, re.M)), commands)
            code, out, err = run(word)
            self.assertEqual((code, out), (2, ""), word)
            self.assertIn(commands[0], err)

    def test_wordsThatAreNotTextAreRefused(self):
        code, out, err = run("note", "add", b"caf\xe9 is warm")
        self.assertEqual((code, out), (2, ""))
        self.assertIn("UTF-8", err)

    def test_wrongCommandLinesAreExplained(self):
        for words in ((), ("sing",), ("breakfast",), ("note", "add"), ("count", "carers"), ("status", "--sing"), ("export",),
                      ("invite",), ("found", "--ticket", "x"), ("join", "--address", "a:1")):
            code, out, err = run(*words)
            self.assertEqual((code, out), (2, ""), words)
            self.assertTrue(err.strip(), words)
            self.assertNotIn("QCommandLine", err)


class ExitCodes(Case):
    def test_noProgrammeHere(self):
        nowhere = self.programme.folder / "nowhere"
        code, out, err = run("status", "--profile", str(nowhere))
        self.assertEqual((code, out), (2, ""))
        self.assertIn("There is no programme in this folder yet", err)
        self.assertFalse(nowhere.exists(), "looking made a folder")

    def test_secrets(self):
        folder = ("--profile", str(self.coordinator.folder))
        self.assertEqual(run("digest", *folder)[0], 4)  # nobody to ask
        self.assertEqual(run("digest", *folder, "--secret-file", "/nonexistent")[0], 2)
        self.assertEqual(run("digest", *folder, "--secret-env", "TABLE", environment={"TABLE": PASSPHRASE})[0], 0)
        self.assertEqual(run("status", *folder)[0], 0)

    def test_wrongSecretThenWait(self):
        other = self.programme.join("Dami", "lay_partner")
        wrong = Device(other.folder, "Somebody", "739164")
        errors = [wrong.run("digest", expect=4)["error"] for _ in range(4)]
        self.assertEqual(errors[:3], ["wrong_secret"] * 3)
        self.assertEqual(wrong.run("digest", expect=4)["error"], "try_later")
        self.assertEqual(other.run("digest", expect=4)["error"], "try_later")

    def test_permissionsAndRules(self):
        lay = self.programme.join("Bea", "lay_partner", secret="739164")
        self.assertEqual(lay.run("invite", "--role", "lay_partner", expect=3)["error"], "not_permitted")
        self.assertEqual(lay.run("note", "add", "Nothing is open.", expect=2)["error"], "not_found")
        self.assertEqual(self.coordinator.run("invite", "--role", "king", expect=2)["error"], "unknown_code")
        self.assertEqual(lay.run("approve", expect=3)["error"], "not_permitted")

    def test_whatIsNotHereIsSaid(self):
        words = self.coordinator.run("note", "add", "Nobody would find it.", "--gathering", "0f" * 16, expect=2)["words"]
        self.assertIn("no breakfast of that number", words)
        here = Device(self.programme.folder / "elsewhere", "Kit", "927451")
        missing = self.programme.folder / "no-such-file"
        words = here.run("join", "--file", missing, "--name", "Kit", expect=2)["words"]
        self.assertIn("no file of that name", words)
        for path in (missing, self.programme.folder):
            self.assertIn("no file of that name", self.coordinator.run("import", path, expect=7)["words"], path)

    def test_anInvitationInAFileIsNeverWrittenOver(self):
        file = self.programme.folder / "kept.invitation"
        self.coordinator.run("invite", "--role", "lay_partner", "--file", file)
        before = file.read_text()
        code, _, err = run("invite", "--role", "lay_partner", "--file", file, "--profile", self.coordinator.folder)
        self.assertEqual(code, 2)
        self.assertIn("already", err)
        self.assertEqual(file.read_text(), before)
        words = self.coordinator.run("invite", "--role", "lay_partner", "--minutes", "0", expect=2)["words"]
        self.assertIn("1 to 1440", words)

    def test_aFileWithoutRecordsIsSaid(self):
        file = self.programme.folder / "empty.json"
        file.write_text("{}")
        self.assertIn("no records", self.coordinator.run("import", file, expect=7)["words"])

    def test_theRecoverySheetIsKeptUntilItIsOnPaper(self):
        sheet = self.coordinator.run("sheet")["sheet"]
        self.assertEqual(sheet, self.programme.founded["sheet"])
        self.coordinator.run("sheet", "--written")
        self.assertEqual(self.coordinator.run("sheet", expect=2)["error"], "not_found")

    def test_weakSecretsAndUsedInvitations(self):
        file = self.programme.folder / "used.invitation"
        self.coordinator.run("invite", "--role", "lay_partner", "--file", file)
        weak = Device(self.programme.folder / "weak", "Kit", "123456")
        self.assertEqual(weak.run("join", "--file", file, "--name", "Kit", "--no-wait", expect=4)["error"], "weak_secret")
        first = Device(self.programme.folder / "first", "Kit", "927451")
        first.run("join", "--file", file, "--name", "Kit", "--no-wait", expect=8)
        second = Device(self.programme.folder / "second", "Kat", "927451")
        self.assertEqual(second.run("join", "--file", file, "--name", "Kat", "--no-wait", expect=3)["error"], "already_used")
        torn = self.programme.folder / "torn.invitation"
        torn.write_text(file.read_text()[:40])
        self.assertEqual(second.run("join", "--file", torn, "--name", "Kat", "--no-wait", expect=7)["error"], "malformed")
        self.assertEqual(first.run("join", "--no-wait", expect=8)["in"], False)

    def test_twoProgramsDoNotShareAFolder(self):
        batch = Batch(self.coordinator)
        self.assertTrue(batch.ask(do="status")["ok"])
        self.assertEqual(self.coordinator.run("status", expect=6)["error"], "busy")
        batch.close()


class Manners(Case):
    def test_filesArePrivate(self):
        for folder, folders, files in os.walk(self.coordinator.folder):
            self.assertEqual(stat.S_IMODE(os.stat(folder).st_mode), 0o700, folder)
            for name in files:
                mode = stat.S_IMODE(os.stat(os.path.join(folder, name)).st_mode)
                self.assertEqual(mode, 0o600, name)

    def test_processIsClosedToOthers(self):
        batch = Batch(self.coordinator)
        self.assertTrue(batch.ask(do="status")["ok"])
        process = Path(f"/proc/{batch.process.pid}")
        self.assertRegex((process / "limits").read_text(), r"Max core file size\s+0\s+0")
        self.assertRegex((process / "status").read_text(), r"Umask:\s+0077")
        arguments = (process / "cmdline").read_bytes() if os.geteuid() == 0 else b""
        self.assertNotIn(PASSPHRASE.encode(), arguments)
        if os.geteuid() == 0:
            self.assertEqual(os.stat(process / "mem").st_uid, 0)  # not dumpable: belongs to root, whoever runs it
        batch.close()

    def test_stopSignalEndsCleanly(self):
        batch = Batch(self.coordinator)
        self.assertTrue(batch.ask(do="status")["ok"])
        batch.process.send_signal(signal.SIGTERM)
        self.assertEqual(batch.process.wait(20), 10)
        batch.close()
        self.assertTrue(self.coordinator.ask(do="status")["from_snapshot"])

    def test_badLinesNeverStopABatch(self):
        lines = [b"{", b'"text"', b"[]", b'{"do":"sing"}', b'{"do":7}', b'{"do":"put","kind":"contribution","fields":7}',
                 b'{"do":"find","kind":"contribution","where":[1]}', b'{"do":"find","kind":"contribution","limit":"all"}',
                 b'{"do":"get","id":"zz"}', b"\xff\xfe", b'{"do":"draft","act":"put","form":7}', b'{"do":"status","do":"quit"}',
                 b'{"do":"note","text":"' + b"x" * 2_000_000 + b'"}', b'{"do":"status"}']
        done = subprocess.run(self.coordinator.words("batch"), input=b"\n".join(lines), capture_output=True, env=ENVIRONMENT, timeout=60)
        answers = done.stdout.decode().splitlines()
        self.assertEqual((done.returncode, len(answers)), (0, len(lines)), done.stderr)
        self.assertTrue(all('"ok":false' in answer for answer in answers[:-1]))
        self.assertIn('"ok":true', answers[-1])


if __name__ == "__main__":
    unittest.main()
