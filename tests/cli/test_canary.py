"""A word that is typed into every text field of every kind occurs in no file of a tablet, a desktop or the hub, in no log
and in no octet on the wire."""
import os
import unittest

import catalogue
from table import Batch, Case
from wire import Wire

WORD = "qzvkxjwpl"  # nine letters, so that it fits nearly everywhere; in no language
# Kinds that nobody writes by hand: the text of an overlay is a file of its own form.
NOT_TYPED = {"programme_overlay"}


class Canary(Case):
    wire = Wire

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.devices = [
            cls.coordinator,
            cls.programme.join("Dami", "lay_partner", called=WORD),
            cls.programme.join("Bea", "peer_worker,support_lead", secret="739164", called=WORD, typed=True),
            cls.programme.join("Ola", "admin", secret="294718", called=WORD),
            cls.programme.join("Pam", "safeguarding_lead", secret="840372", called=WORD),
            cls.programme.join("Jo", "professional,panel", secret="927451", called=WORD, reader="panel"),
        ]

    def write_everything(self):
        """Every kind by the first person who may; gives what nobody could write, with the answers."""
        left = {kind["kind"]: kind for kind in catalogue.kinds() if catalogue.text_fields(kind) and kind["kind"] not in NOT_TYPED}
        refused = {}
        for device in self.devices:
            wanted = list(left.values())
            me = device.good([{"do": "status"}])[0]["person"]
            answers = device.batch({"do": "put", "kind": kind["kind"], "fields": self.fields_of(kind, me)} for kind in wanted)
            for kind, answer in zip(wanted, answers):
                if answer["ok"]:
                    del left[kind["kind"]]
                else:
                    refused.setdefault(kind["kind"], []).append(f"{device.name}: {answer['error']} {answer.get('detail', '')}")
        return {kind: refused[kind] for kind in left}

    def fields_of(self, kind, me):
        fields = catalogue.filled(kind, WORD)
        if "owner" in kind:
            fields[kind["owner"]] = me
        if kind["kind"] == "support_need":
            fields["permission"] = next(code for code in catalogue.codes("permission") if code != "count_only")
        return fields

    def use_everything(self):
        """Drafts, search, snapshots, exports that were removed, sharing there and back."""
        for device in self.devices:
            device.good([{"do": "draft", "act": "put", "form": "note", "content": {"text": WORD + " as it is typed"}}, {"do": "digest"}])
        killed = Batch(self.devices[1])
        killed.ask(do="draft", act="put", form="other", content={"text": WORD})
        killed.kill()
        killed.close()
        for _ in range(2):
            for device in self.devices:
                self.assertEqual(device.share()["waiting_to_be_sent"], 0, device.name)
        found = self.devices[1].ask(do="search", words=WORD)
        self.assertTrue(found["hits"], "the word was never written down")

    def places_of_the_word(self):
        wanted = [WORD.encode(), WORD.encode("utf-16-le"), WORD.upper().encode(), WORD[::-1].encode()]
        for folder, _, names in os.walk(self.programme.folder):
            for name in names:
                path = os.path.join(folder, name)
                with open(path, "rb") as file:
                    octets = file.read()
                if any(word in octets for word in wanted):
                    yield path
        if any(word in self.programme.wire.recorded for word in wanted):
            yield "the wire"

    def test_theWordIsNowhere(self):
        self.assertEqual(self.write_everything(), {}, "kinds that nobody may write, or that this test fills wrongly")
        self.use_everything()
        self.assertGreater(len(self.programme.wire.recorded), 10_000)
        self.assertEqual(list(self.places_of_the_word()), [])


if __name__ == "__main__":
    unittest.main()
