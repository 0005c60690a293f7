"""How long data is kept: one file, a dry run, and nothing removed by guess."""
import json
import os
import unittest

from datafolder import COURSE, DataCase, holding, parcours, tree


class Retention(DataCase):
    def setUp(self):
        super().setUp()
        self.old = self.add("old")
        self.new = self.add("new")
        self.at("2020-03-31 10:00:00", "learn", "--plain", "--learner", "old", text="n\n")
        self.learn("new")

    def at(self, moment, *arguments, **more):
        """A command as if it were another day."""
        return self.run_ok(*arguments, day=moment, TZ="UTC", NO_FAKE_STAT="1", **more)

    def rule(self, text):
        (self.data / "retention.json").write_text(text)

    def items(self, *more):
        return json.loads(self.run_ok("data", "retention", "--json", *more))["items"]

    def test_without_a_rule_everything_is_kept(self):
        before = tree(self.data / "learners")
        self.assertEqual(self.items(), [])
        self.rule('{"format":1}')
        self.assertEqual(self.items(), [])
        self.assertEqual(tree(self.data / "learners"), before)

    def test_a_dry_run_says_what_would_go_and_changes_no_byte(self):
        self.rule('{"format":1,"learners":"P3Y"}')
        self.records()
        before = tree(self.data)
        item, = self.items("--dry-run")
        self.assertEqual((item["purpose"], item["learner"]), ("learners", self.old))
        self.assertEqual(tree(self.data), before)

    def test_people_who_were_not_seen_for_too_long_are_erased(self):
        self.rule('{"format":1,"learners":"P3Y"}')
        self.assertEqual([i["learner"] for i in self.items()], [self.old])
        self.assertEqual(holding(self.data, self.old), {"erasures.jsonl"})
        self.assertEqual(json.loads((self.data / "erasures.jsonl").read_text())["ground"], "retention")
        self.assertTrue((self.data / "learners" / self.new / COURSE / "journal.jsonl").exists())
        self.assertEqual(self.items(), [])

    def test_one_course_goes_and_the_person_stays(self):
        self.rule('{"format":1,"enrolments":"P3Y"}')
        item, = self.items()
        self.assertEqual((item["purpose"], item["course"]), ("enrolments", COURSE))
        home = self.data / "learners" / self.old
        self.assertTrue((home / "learner.json").exists())
        self.assertFalse((home / COURSE).exists())
        self.assertEqual(json.loads(self.run_ok("learner", "show", "old", "--json"))["courses"], [])
        self.learn("old")

    def test_a_torn_end_goes_after_its_time(self):
        torn = self.data / "learners" / self.new / COURSE / "journal.jsonl.torn-100"
        torn.write_text("half a line")
        self.rule('{"format":1,"setAside":"P90D"}')
        self.assertEqual(self.items(), [])
        os.utime(torn, (0, 0))
        self.assertEqual([i["purpose"] for i in self.items()], ["setAside"])
        self.assertFalse(torn.exists())
        self.assertTrue(torn.with_name("journal.jsonl").exists())

    def test_a_month_is_a_month_of_the_calendar(self):
        self.rule('{"format":1,"learners":"P1M"}')
        for moment, count in (("2020-04-30 09:59:00", 0), ("2020-05-02 10:01:00", 1)):
            told = json.loads(self.at(moment, "data", "retention", "--dry-run", "--json"))
            self.assertEqual(len([i for i in told["items"] if i["learner"] == self.old]), count, moment)

    def test_a_person_whose_journal_is_unreadable_is_kept_and_said(self):
        self.rule('{"format":1,"learners":"P3Y"}')
        journal = self.data / "learners" / self.old / COURSE / "journal.jsonl"
        body = journal.read_bytes()
        journal.write_bytes(body[:50] + b"X" + body[51:])
        code, out, err = parcours("data", "retention", "--json", data=self.data)
        self.assertEqual((code, json.loads(out)["unknown"], json.loads(out)["items"]), (5, [self.old], []))
        self.assertIn(str(journal), err)
        self.assertTrue(journal.exists())

    def test_a_rule_that_cannot_be_followed_removes_nothing(self):
        before = tree(self.data / "learners")
        for text in ("", "[]", '{"format":2}', '{"learners":"3 years"}', '{"learners":"P"}', '{"learner":"P3Y"}',
                     '{"learners":"P0D"}', '{"learners":3}', '{"learners":"PT1H"}', '{"learners":"P1D","learners":"P3Y"}'):
            self.rule(text)
            code, _, err = parcours("data", "retention", data=self.data)
            self.assertEqual(code, 4, text)
            self.assertIn("retention.json", err)
        self.assertEqual(tree(self.data / "learners"), before)


if __name__ == "__main__":
    unittest.main()
