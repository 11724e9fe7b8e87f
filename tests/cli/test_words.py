"""Every message about something that went wrong: complete, short, kind, and in the words of domain.md 7."""
import json
import re
import subprocess
import unittest

from table import CLI, ENVIRONMENT, ROOT

# domain.md 7.2, "Not this", and words that nobody should have to know.
BANNED = """service user|client|case|patient|end user|volunteer|expert patient|refer|referral|presenting problem|decompensated
|kicking off|attention-seeking|abuse|addict|reject\\w*|unsuccessful|fail\\w*|declin\\w*|no further action|delet\\w*|attendee\\w*|absentee\\w*
|hard to reach|the public|stakeholder\\w*|de-escalation|anonymised|sync\\w*|queue\\w*|upload\\w*|download\\w*|encrypt\\w*|payload|submitted
|crisis protocol|invalid|illegal|forbidden|denied|error|exception|fatal|abort\\w*|corrupt\\w*|server|database|network|timeout|token
|certificate|user|your fault|must""".replace("\n", "")

CODES = re.findall(r'return "([a-z_]+)";', (ROOT / "core/support/error.cpp").read_text())
GUARDS = json.loads((ROOT / "core/catalogue/guards.json").read_text())


class Words(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        done = subprocess.run([CLI, "words", "--json"], capture_output=True, env=ENVIRONMENT, timeout=60, check=True)
        cls.rows = json.loads(done.stdout)["messages"]

    def test_everyCodeAndGuardHasWords(self):
        general = {row["code"] for row in self.rows if not row["detail"]}
        self.assertEqual(general, set(CODES))
        guards = {row["detail"] for row in self.rows if row["code"] == "guard_refused" and row["detail"]}
        self.assertFalse(set(GUARDS) - guards)

    def test_noRowIsThereTwice(self):
        keys = [(row["code"], row["detail"]) for row in self.rows]
        self.assertEqual(len(keys), len(set(keys)))

    def test_detailsComeBeforeTheGeneralRow(self):
        seen = set()
        for row in self.rows:
            self.assertNotIn(row["code"] if row["detail"] else None, seen, row)
            if not row["detail"] and row["code"] != "guard_refused":
                seen.add(row["code"])

    def test_noWordIsOnTheNotThisList(self):
        for row in self.rows:
            self.assertIsNone(re.search(rf"\b(?:{BANNED})\b", row["words"], re.I), row)

    def test_sentencesAreShortAndWhole(self):
        for row in self.rows:
            words = row["words"]
            self.assertRegex(words, r"^[A-Z%].*\.$|^%1", row)
            for sentence in re.split(r"(?<=[.?!:;])\s+", words):
                self.assertLessEqual(len(sentence.split()), 20, row)

    def test_exitCodesAreTheDocumentedOnes(self):
        exits = {row["code"]: row["exit"] for row in self.rows}
        expected = {"invalid_input": 2, "not_permitted": 3, "guard_refused": 3, "wrong_secret": 4, "try_later": 4, "offline": 5,
                    "storage_full": 6, "busy": 6, "malformed": 7, "waiting": 8, "internal": 9, "cancelled": 10}
        self.assertEqual({code: exits[code] for code in expected}, expected)


if __name__ == "__main__":
    unittest.main()
