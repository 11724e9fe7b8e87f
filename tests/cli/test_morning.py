"""The spine: notes written with no signal on two tablets reach the coordinator."""
import os
import tempfile
import unittest

from table import Case, Programme, notes


class Morning(Case):
    def test_notesWrittenWithoutSignalReachTheCoordinator(self):
        lay = self.programme.join("Dami", "lay_partner")
        peer = self.programme.join("Bea", "peer_worker", secret="739164", typed=True)
        gathering = lay.run("breakfast", "start", "--place", "The Copper Kettle", "--question", "What would make a good week?")["gathering"]
        lay.share()
        peer.share()

        self.hub.stop()
        lay.run("count", "lived_experience", "+6")
        self.assertEqual(peer.run("count", "staff", "+2")["total"], 2)
        lay.run("note", "add", "--kind", "idea", "A walk after breakfast.")
        peer.run("note", "add", "--table", "2", "--theme", "money,crisis", "Somewhere warm to wait.")
        offline = lay.share(expect=5)
        self.assertFalse(offline["ok"])
        self.assertEqual(offline["error"], "offline")
        self.assertGreaterEqual(offline["waiting_to_be_sent"], 2)

        self.hub.start()
        self.assertEqual(lay.share()["waiting_to_be_sent"], 0)
        self.assertEqual(peer.share()["waiting_to_be_sent"], 0)
        self.coordinator.share()
        read = self.coordinator.run("note", "list", "--gathering", gathering)
        self.assertEqual([note["fields"]["text"] for note in read["notes"]], ["A walk after breakfast.", "Somewhere warm to wait."])
        self.assertEqual(read["headcount"], 8)
        self.assertEqual(read["notes"][0]["fields"]["quote_permission"], "notes_only")  # J1-07
        closed = lay.run("breakfast", "close", "--gathering", gathering, "--rules-read", "--notes-explained")
        self.assertTrue(closed["still_to_finish"])  # J1-13

    def test_aLockedCopyBringsThemWithoutSignal(self):
        lay = self.programme.join("Ade", "lay_partner")
        gathering = lay.run("breakfast", "start", "--place", "The Copper Kettle")["gathering"]
        lay.share()
        self.coordinator.share()
        self.hub.stop()
        lay.run("note", "add", "A walk after breakfast.")
        with tempfile.TemporaryDirectory() as stick:
            saved = lay.run("copy", "save", "--to", stick)
            self.assertEqual((saved["notes"], os.listdir(stick)), (1, [saved["file"]]))
            for came in (1, 0):
                self.assertEqual(self.coordinator.run("copy", "take", os.path.join(stick, saved["file"]))["notes"], came)
        read = self.coordinator.run("note", "list", "--gathering", gathering)
        self.assertEqual([note["fields"]["text"] for note in read["notes"]], ["A walk after breakfast."])
        self.hub.start()
        self.assertEqual(self.coordinator.share()["waiting_to_be_sent"], 0)
        self.assertEqual(lay.share()["sent"], 1)

    def test_statusNeedsNoSecretAndShowsNoWords(self):
        code, out, _ = self.coordinator.plain("status")
        self.assertEqual(code, 0)
        self.assertNotIn("Marian", out)


class TwoTablets(unittest.TestCase):
    NOTES = 200

    def write(self, device, gathering, count):
        steps = [{"do": "heads", "gathering": gathering, "group": "lived_experience", "step": step} for step in count]
        written = [{"do": "note", "gathering": gathering, "text": f"{device.name} heard this, number {n}: zażółć, مرحبا, 🥣",
                    "table": 1 + n % 4, "kind": ("idea", "need", "question", "barrier")[n % 4]} for n in range(self.NOTES)]
        return device.good(written + steps)[: self.NOTES]

    def check(self, order):
        programme = Programme()
        self.addCleanup(programme.close)
        one = programme.join("Dami", "lay_partner")
        two = programme.join("Bea", "lay_partner", secret="739164")
        gathering = one.run("breakfast", "start", "--place", "The Copper Kettle")["gathering"]
        one.share()
        two.share()
        programme.hub.stop()
        self.write(one, gathering, (3, -1))
        self.write(two, gathering, (2,))
        programme.hub.start()
        for _ in range(2):
            for device in order(one, two):
                self.assertEqual(device.share()["waiting_to_be_sent"], 0)
        devices = (one, two, programme.coordinator)
        for device in devices:
            device.share()
        read = [device.good([{"do": "notes", "gathering": gathering}, {"do": "heads", "gathering": gathering}, {"do": "digest"}]) for device in devices]
        everything = notes(read[0][0])
        self.assertEqual(len(everything), 2 * self.NOTES)
        self.assertEqual(len({record for record, _ in everything}), 2 * self.NOTES)
        self.assertEqual(len({text for _, text in everything}), 2 * self.NOTES)
        for answers in read:
            self.assertEqual(notes(answers[0]), everything)       # the same order everywhere
            self.assertEqual(answers[1]["lived_experience"], 4)   # J1-06
            self.assertEqual(answers[2]["digest"], read[0][2]["digest"])

    def test_J1_05_twoTabletsMergeWithoutDuplicates(self):
        self.check(lambda one, two: (one, two))

    def test_J1_05_twoTabletsMergeTheOtherWayRound(self):
        self.check(lambda one, two: (two, one))


if __name__ == "__main__":
    unittest.main()
