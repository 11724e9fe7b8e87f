"""Founding and joining when the line is cut, the wrong person asks, or somebody types twice."""
import unittest

from table import PASSPHRASE, Case, Device, Hub, Programme
from wire import Wire


class Founding(unittest.TestCase):
    def setUp(self):
        self.programme = Programme.__new__(Programme)  # a folder and a hub, nothing founded yet
        self.programme.wire = None
        self.programme.make_folder()
        self.addCleanup(self.programme.close)
        self.hub = self.programme.hub = Hub(self.programme.folder / "hub")
        self.founder = Device(self.programme.folder / "coordinator", "Marian", PASSPHRASE)

    def test_foundingWithoutSignalGoesOnLater(self):
        ticket = self.hub.ticket()
        self.hub.stop()
        self.assertEqual(self.founder.run("found", "--ticket", ticket, "--name", "Marian", expect=5)["error"], "offline")
        self.hub.start()
        self.assertTrue(self.founder.run("found", "--ticket", ticket, "--name", "Marian")["ok"])

    def test_foundingGoesOnWhereverTheLineWasCut(self):
        wire = self.programme.wire = Wire(self.hub.port)
        ticket = self.hub.ticket(wire.port)
        for octets in range(3000, 12_000, 1500):
            wire.cut_after = octets
            answer = self.founder.run("found", "--ticket", ticket, "--name", "Marian", expect=None)
            wire.cut_after = None
            if answer["ok"]:
                break
            self.assertIn(answer["exit"], (5, 3), answer)
        self.assertEqual(self.founder.run("status")["waiting"], 0)

    def test_aTicketWorksOnce(self):
        ticket = self.hub.ticket()
        self.founder.run("found", "--ticket", ticket, "--name", "Marian")
        other = Device(self.programme.folder / "other", "Mallory", PASSPHRASE)
        self.assertEqual(other.run("found", "--ticket", ticket, "--name", "Mallory", expect=3)["error"], "already_used")
        self.assertEqual(self.founder.run("found", "--ticket", ticket, "--name", "Marian", expect=3)["error"], "already_exists")

    def test_aRefusedTicketDoesNotLockTheFolder(self):
        old = self.hub.ticket()
        new = self.hub.ticket()  # takes the old one's place
        self.founder.run("found", "--ticket", old, "--name", "Marian", expect=3)
        self.assertTrue(self.founder.run("found", "--ticket", new, "--name", "Marian")["ok"])
        self.assertEqual(self.founder.run("status")["waiting"], 0)
        self.assertEqual(len(self.founder.run("status")["people"]), 1)

    def test_apinIsNoPassphrase(self):
        pin = Device(self.programme.folder / "pin", "Marian", "482917")
        self.assertEqual(pin.run("found", "--ticket", self.hub.ticket(), "--name", "Marian", expect=4)["error"], "weak_secret")


class Invited(Case):
    """The hub takes six requests to be let in a minute from one address: few tests a programme."""

    def invitation(self, name, role="lay_partner"):
        file = self.programme.folder / name
        self.coordinator.run("invite", "--role", role, "--file", file)
        return file

class Joining(Invited):
    def test_joiningTwiceOnOneDeviceLeavesOneVault(self):
        file = self.invitation("twice")
        lay = Device(self.programme.folder / "lay", "Dami", "482917")
        lay.run("join", "--file", file, "--name", "Dami", "--no-wait", expect=8)
        self.assertEqual(lay.run("join", "--file", file, "--name", "Dami", "--no-wait", expect=3)["error"], "already_used")
        self.coordinator.run("approve", "--yes")
        lay.run("join")
        self.assertEqual(len(lay.run("status")["people"]), 1)

    def test_twoPeopleShareATablet(self):
        first = self.programme.join("Ana", "lay_partner")
        file = self.invitation("second")
        second = Device(first.folder, "Ben", "739164")
        mine = second.run("join", "--file", file, "--name", "Ben", "--no-wait", expect=8)["endpoint"]
        self.coordinator.run("approve", "--yes")
        second.run("join")
        self.assertEqual(second.run("digest", expect=2)["detail"], "person")
        self.assertTrue(second.run("digest", "--person", mine[:8])["ok"])
        self.assertEqual(first.run("digest", "--person", mine[:8], expect=4)["error"], "wrong_secret")

    def test_wrongCodesAreRefused(self):
        made = self.coordinator.run("invite", "--role", "lay_partner")
        wrong = Device(self.programme.folder / "wrong", "Kit", "482917")
        code = made["code"]
        letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
        other = code[:-1] + letters[letters.index(code[-1]) ^ 1]  # the last two bits are the check
        self.assertEqual(wrong.run("join", "--address", made["address"], "--code", other, "--name", "Kit", expect=2)["detail"], "code")
        self.assertEqual(wrong.run("join", "--address", "https://" + made["address"], "--code", code, "--name", "Kit", expect=2)["error"],
                         "invalid_input")
        self.assertEqual(wrong.run("join", "--address", "127.0.0.1:1", "--code", code, "--name", "Kit", expect=5)["error"], "offline")


class Waiting(Invited):
    def test_waitingWritesNothing(self):
        file = self.invitation("waiting")
        lay = Device(self.programme.folder / "waiting-device", "Lou", "482917")
        lay.run("join", "--file", file, "--name", "Lou", "--no-wait", expect=8)
        self.assertEqual(lay.run("digest", expect=8)["error"], "waiting")
        self.assertEqual(lay.run("join", "--no-wait", expect=8)["in"], False)

    def test_onlyWhoMayInviteIsToldToInviteASecondReader(self):
        lay = self.programme.join("Noor", "lay_partner")
        self.assertIn("Invite a second one", self.coordinator.plain("status")[1])
        self.assertNotIn("Invite", lay.plain("status")[1])

    def test_aSeatOnAPanelAloneIsNoInvitation(self):
        answer = self.coordinator.run("invite", "--role", "panel", "--reader", "panel", expect=2)
        self.assertEqual(answer["error"], "invalid_input")

    def test_notesGoToTheBreakfastThatWasStartedLast(self):
        self.coordinator.run("breakfast", "start", "--place", "The Copper Kettle")
        last = self.coordinator.run("breakfast", "start", "--place", "The Copper Kettle")["gathering"]
        self.assertEqual(self.coordinator.run("note", "add", "Where am I?")["gathering"], last)


if __name__ == "__main__":
    unittest.main()
