"""A journal replayed: the state after a line, what changed between two, the same bytes everywhere."""
import json
import unittest

from datafolder import COURSE, DataCase, parcours


class Replay(DataCase):
    def setUp(self):
        super().setUp()
        self.quiz("ines", "B\n\nA\n\n")
        self.lines = [json.loads(line) for line in self.journals()[0].read_text().splitlines()]

    def replay(self, *more, **environment):
        return self.run_ok("replay", "ines", COURSE, *more, **environment)

    def test_the_same_bytes_in_any_locale_and_time_zone(self):
        for options in ([], ["--json"], ["--at", "2", "--json"], ["--diff", "1", "4"], ["--diff", "1", "4", "--json"],
                        ["--until", self.lines[2]["t"], "--json"]):
            texts = {self.replay(*options, LC_ALL=locale, LANG=locale, TZ=zone)
                     for locale in ("C", "en_US.UTF-8", "fr_FR.UTF-8", "tr_TR.UTF-8")
                     for zone in ("UTC", "Pacific/Auckland", "America/St_Johns")}
            self.assertEqual(len(texts), 1, options)

    def test_at_and_until_name_the_same_state(self):
        for line in self.lines:
            if line["t"] not in [l["t"] for l in self.lines[line["n"]:]]:
                self.assertEqual(self.replay("--until", line["t"], "--json"), self.replay("--at", str(line["n"]), "--json"))
        self.assertEqual(self.replay("--until", self.lines[-1]["t"][:10], "--json"), self.replay("--json"))

    def test_a_locked_step_says_why(self):
        answer = json.loads(self.replay("--json"))
        locked = [a for a in answer["activities"] if a.get("reason")]
        self.assertTrue(locked)
        for activity in locked:
            self.assertTrue(activity["sentence"] and activity["trace"])
            self.assertIn("process", activity["trace"][0])

    def test_the_decisions_are_those_of_the_journal(self):
        answer = json.loads(self.replay("--json"))
        asked = [(l["n"], e["d"]["request"]) for l in self.lines
                 for e in (l["d"]["events"] if l["k"] == "batch" else [l]) if e["k"] == "nav" and "request" in e["d"]]
        self.assertEqual([(d["line"], d["request"]) for d in answer["decisions"]], asked)

    def test_diff_says_what_changed_and_by_which_lines(self):
        last = len(self.lines)
        answer = json.loads(self.replay("--diff", "1", str(last), "--json"))
        self.assertEqual((answer["from"], answer["to"]), (1, last))
        self.assertEqual([l["line"] for l in answer["lines"]], list(range(2, last + 1)))
        before, after = (json.loads(self.replay("--at", str(n), "--json"))["activities"] for n in (1, last))
        changed = {a["id"] for a, b in zip(after, before) if (a["status"], a["open"], a["current"]) != (b["status"], b["open"], b["current"])}
        self.assertTrue(changed)
        self.assertLessEqual(changed, {c["id"] for c in answer["changes"]})
        self.assertEqual(json.loads(self.replay("--diff", "2", "2", "--json"))["changes"], [])

    def test_wrong_usage_is_told(self):
        for options in (["--at", "0"], ["--at", "999"], ["--until", "yesterday"], ["--until", "2000-01-01"], ["--diff", "1"],
                        ["--diff", "3", "1"], ["--at", "1", "--until", "2026-11-25"], ["--diff", "1", "999"]):
            self.assertEqual(parcours("replay", "ines", COURSE, *options, data=self.data)[0], 2, options)


if __name__ == "__main__":
    unittest.main()
