"""The plug is pulled at random points while a batch saves: every save that was answered is there, none is half there, and
the chain goes on."""
import os
import random
import time
import unittest

from table import Batch, Case, notes

ROUNDS = int(os.environ.get("OURTABLE_POWER_ROUNDS", "50"))
SEED = int(os.environ.get("OURTABLE_SEED", "20261122"))
AT_ONCE = 40


class Power(Case):
    def test_powerCutAtAnyPoint(self):
        chance = random.Random(SEED)
        lay = self.programme.join("Dami", "lay_partner")
        gathering = lay.run("breakfast", "start", "--place", "The Copper Kettle")["gathering"]
        answered, tried = {}, set()
        for number in range(ROUNDS):
            texts = [f"power {number}.{n} " + "word " * (n % 30) for n in range(AT_ONCE)]
            texts = [text.strip() for text in texts]
            tried |= set(texts)
            batch = Batch(lay)
            first = batch.ask(do="status")
            self.check_start(first, answered)
            batch.send({"do": "note", "gathering": gathering, "text": text, "tag": text} for text in texts)
            time.sleep(chance.random() * 0.25)
            batch.kill()
            for answer in batch.answers_left():
                self.assertTrue(answer["ok"], answer)
                answered[answer["id"]] = answer["tag"]
            batch.close()
        self.check_end(lay, gathering, answered, tried)

    def check_start(self, status, answered):
        self.assertTrue(status and status["ok"], status)
        self.assertEqual(status["quarantined"], 0)
        self.assertEqual(status["waiting"], 0)
        self.assertGreaterEqual(status["changes"], len(answered))

    def check_end(self, lay, gathering, answered, tried):
        self.assertGreater(len(answered), ROUNDS)
        here = dict(notes(lay.ask(do="notes", gathering=gathering)))
        self.assertFalse({record for record, text in answered.items() if here.get(record) != text}, "a save that was answered is gone")
        self.assertFalse(set(here.values()) - tried, "half a note is there")
        self.assertEqual(len(set(here.values())), len(here), "a note is there twice")
        chain = lay.log_rows("SELECT circle, replica, COUNT(*), MAX(seq), COUNT(DISTINCT seq) FROM change GROUP BY circle, replica")
        for _, _, changes, newest, numbers in chain:
            self.assertEqual((changes, newest), (numbers, numbers), "the chain has a gap or a fork")
        # The hub and another device check every link and seal of it.
        self.assertEqual(lay.share()["waiting_to_be_sent"], 0)
        self.coordinator.share()
        self.assertEqual(dict(notes(self.coordinator.ask(do="notes", gathering=gathering))), here)


if __name__ == "__main__":
    unittest.main()
