"""Fifty times something is killed, stopped or cut in the middle of saving and sharing. Nothing is lost, nothing doubled,
and nothing is called shared without the hub's receipt."""
import os
import random
import signal
import subprocess
import time
import unittest

from table import ENVIRONMENT, Batch, Case, notes
from wire import Wire

ROUNDS = int(os.environ.get("OURTABLE_KILL_ROUNDS", "50"))
SEED = int(os.environ.get("OURTABLE_SEED", "20261122"))


class Kills(Case):
    wire = Wire

    def setUp(self):
        self.random = random.Random(SEED)
        self.wire_now = self.programme.wire
        self.saved = {}  # record id -> text, as answered by the programs
        self.hit = 0     # rounds in which something really was in the middle of it

    def late(self, longest=0.25):
        time.sleep(self.random.random() * longest)

    def share_in_background(self, device):
        return subprocess.Popen([*device.words("share"), "--json"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=ENVIRONMENT)

    # What can happen in the middle of sharing.

    def kill_tablet(self, process):
        self.late()
        process.kill()

    def freeze_tablet(self, process):
        self.late()
        process.send_signal(signal.SIGSTOP)
        self.late(0.2)
        process.send_signal(signal.SIGCONT)

    def kill_hub(self, _):
        self.late()
        self.hub.kill()
        self.late(0.1)
        self.hub.start()

    def cut_wire(self, _):
        self.wire_now.cut_after = self.random.randrange(1, 20000)
        self.late()

    def lose_signal(self, _):
        self.late(0.2)
        self.wire_now.refusing = True
        self.wire_now.cut()
        self.late(0.2)
        self.wire_now.refusing = False

    def save_some(self, device, gathering, number, killed):
        """A batch that saves; every answer counts. Killed in the middle when asked to."""
        texts = [f"round {number}, note {n} on {device.name}" for n in range(6)]
        batch = Batch(device)
        batch.send({"do": "note", "gathering": gathering, "text": text, "tag": text} for text in texts)
        if killed:
            self.late(0.3)
            batch.kill()
            self.hit += 1
        else:
            batch.send([{"do": "quit"}])
        for answer in batch.answers_left():
            if answer.get("ok") and "id" in answer:
                self.saved[answer["id"]] = answer["tag"]
        batch.close()

    def check_receipts(self, device):
        held, rows = self.hub.hashes()
        self.assertEqual(len(held), rows, "the hub holds something twice")
        missing = device.receipted() - held
        self.assertFalse(missing, f"{device.name} calls {len(missing)} changes shared that the hub does not have")

    def test_nothingIsLostOrDoubled(self):
        devices = [self.programme.join("Dami", "lay_partner"), self.programme.join("Bea", "lay_partner", secret="739164")]
        gathering = devices[0].run("breakfast", "start", "--place", "The Copper Kettle")["gathering"]
        devices[0].share()
        devices[1].share()
        events = [self.kill_tablet, self.freeze_tablet, self.kill_hub, self.cut_wire, self.lose_signal]
        for number in range(ROUNDS):
            device = devices[number % 2]
            self.save_some(device, gathering, number, killed=self.random.random() < 0.3)
            process = self.share_in_background(device)
            events[number % len(events)](process)
            process.communicate(timeout=300)
            self.hit += process.returncode != 0
            self.wire_now.cut_after = None
            self.check_receipts(device)
        self.assertGreater(self.hit, ROUNDS // 8, "too little was interrupted to prove anything")
        self.settle(devices, gathering)

    def settle(self, devices, gathering):
        everybody = [*devices, self.coordinator]
        for _ in range(2):
            for device in everybody:
                self.assertEqual(device.share()["waiting_to_be_sent"], 0)
        held, rows = self.hub.hashes()
        self.assertEqual(len(held), rows)
        read = [device.good([{"do": "notes", "gathering": gathering}, {"do": "digest"}, {"do": "status"}]) for device in everybody]
        for device, answers in zip(everybody, read):
            here = dict(notes(answers[0]))
            lost = {record: text for record, text in self.saved.items() if here.get(record) != text}
            self.assertFalse(lost, f"lost on {device.name}")
            self.assertEqual(len(set(here.values())), len(here), f"something is there twice on {device.name}")
            self.assertEqual(answers[1]["digest"], read[0][1]["digest"])
            self.assertEqual(answers[2]["quarantined"], 0)
            self.assertEqual(answers[2]["waiting"], 0)
            self.assertFalse(device.own_changes() - held, f"{device.name} has changes that never reached the hub")


if __name__ == "__main__":
    unittest.main()
