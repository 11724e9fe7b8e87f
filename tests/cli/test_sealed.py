"""What is written for a circle that its writer cannot read, what is typed and not saved, and what is taken back."""
import signal
import subprocess
import unittest

import catalogue
from table import DEMO, Batch, Case, eventually


class Sealed(Case):
    def need(self, words):
        kind = next(kind for kind in catalogue.kinds() if kind["kind"] == "support_need")
        fields = catalogue.filled(kind, words)
        fields["permission"] = "keep"
        return {"do": "put", "kind": "support_need", "fields": fields, "state": "noted"}

    def test_J2_02_aLayTabletCannotOpenWhatItSealed(self):
        lay = self.programme.join("Dami", "lay_partner")
        lead = self.programme.join("Bea", "support_lead", secret="739164")
        saved = lay.ask(**self.need("Letters"))
        self.assertTrue(saved["sealed"])
        refused = lay.batch([{"do": "get", "id": saved["id"]}, {"do": "find", "kind": "support_need"}, {"do": "search", "words": "Letters", "kind": "support_need"}])
        self.assertEqual([answer.get("error") for answer in refused[:2]], ["not_found", "not_permitted"])
        self.assertEqual(refused[2]["hits"], [])
        lay.share()
        lead.share()
        self.assertEqual(lead.ask(do="get", id=saved["id"])["record"]["fields"]["in_their_words"], "Letters")
        self.coordinator.share()
        self.assertEqual(self.coordinator.batch([{"do": "get", "id": saved["id"]}])[0]["ok"], False)

    def test_J1_04_wordsComeBackAfterAKill(self):
        gathering = self.coordinator.run("breakfast", "start", "--place", "The Copper Kettle")["gathering"]
        typing = Batch(self.coordinator)
        self.assertTrue(typing.ask(do="draft", act="put", form="note", content={"text": "Half a sent", "table": 2})["ok"])
        typing.kill()
        typing.close()
        back, listed, read = self.coordinator.good([{"do": "draft", "act": "get", "form": "note"}, {"do": "draft", "act": "list"},
                                                    {"do": "notes", "gathering": gathering}])
        self.assertEqual(back["content"], {"text": "Half a sent", "table": 2})
        self.assertEqual((listed["forms"], read["records"]), (["note"], []))
        self.coordinator.ask(do="note", gathering=gathering, text="Half a sentence more.", draft="note")
        self.assertEqual(self.coordinator.ask(do="draft", act="list")["forms"], [])

    def test_J1_10_whatIsTakenBackIsGoneEverywhere(self):
        other = self.programme.join("Ana", "lay_partner", secret="294718")
        gathering = self.coordinator.run("breakfast", "start", "--place", "The Copper Kettle", "--start", "07:00")["gathering"]
        note = self.coordinator.ask(do="note", gathering=gathering, text="Please forget this.")["id"]
        for device in (self.coordinator, other):
            device.share()
        self.assertTrue(other.ask(do="search", words="forget")["hits"])
        self.coordinator.ask(do="takeback", id=note)
        before = self.coordinator.batch([{"do": "set", "id": note, "fields": {"text": "Again"}}])[0]
        self.assertEqual(before["error"], "erased")
        for device in (self.coordinator, other):
            device.share()
        self.assertEqual(other.ask(do="search", words="forget")["hits"], [])
        for device in (self.coordinator, other):
            left = device.log_rows("SELECT COUNT(*) FROM change WHERE ciphertext IS NULL")
            self.assertEqual(left[0][0], 1, device.name)

    def test_stoppingInTheMiddleOfAnImportGoesOnLater(self):
        process = subprocess.Popen([*self.coordinator.words("import", DEMO), "--json"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        eventually(lambda: (self.coordinator.folder / "store.db-wal").exists())
        process.send_signal(signal.SIGTERM)
        self.assertIn(process.wait(60), (0, 10))
        again = self.coordinator.run("import", DEMO)
        self.assertEqual(self.coordinator.run("import", DEMO)["unchanged"], again["written"] + again["unchanged"])


if __name__ == "__main__":
    unittest.main()
