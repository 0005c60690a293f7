"""The index serves lists and records, and is never the truth."""
import json
import os
import random
import sqlite3
import unittest

from datafolder import COURSE, DataCase, parcours


class Index(DataCase):
    def setUp(self):
        super().setUp()
        for login in ("ines", "bob"):
            self.learn(login)
        self.quiz("ines", "B\n\nA\n\n")
        self.index = self.data / "index.sqlite"
        self.truth = self.everything()

    def everything(self):
        """All that the index serves."""
        return [self.run_ok(*c) for c in (
            ["records", "--as", "csv"], ["records", "--as", "json"], ["learner", "list", "--json"],
            ["learner", "show", "ines", "--json"], ["report", COURSE, "--json"])]

    def test_deleting_it_changes_no_byte(self):
        self.index.unlink()
        self.assertEqual(self.everything(), self.truth)
        self.assertTrue(self.index.exists())
        self.run_ok("data", "index")
        self.assertEqual(self.everything(), self.truth)

    def test_whatever_is_wrong_with_it_changes_no_byte(self):
        whole = self.index.read_bytes()
        chance = random.Random(5)
        damages = [b"", b"no database" * 500, whole[:1024], whole[: len(whole) // 2], b"\0" * len(whole)]
        for _ in range(12):
            place = chance.randrange(len(whole))
            damages.append(whole[:place] + bytes([whole[place] ^ (1 << chance.randrange(8))]) + whole[place + 1:])
        for number, damage in enumerate(damages):
            self.index.write_bytes(damage)
            self.assertEqual(self.everything(), self.truth, f"damage {number}")

    def test_data_check_says_how_it_is_and_leaves_it(self):
        states = [b"no database" * 500, b"", self.index.read_bytes()]
        for bytes_, state in zip(states, ("damaged", "damaged", "clean")):
            self.index.write_bytes(bytes_)
            self.assertEqual(json.loads(self.run_ok("data", "check", "--json"))["index"], state)
            self.assertEqual(self.index.read_bytes(), bytes_)
        self.index.unlink()
        self.assertEqual(json.loads(self.run_ok("data", "check", "--json"))["index"], "absent")
        self.assertFalse(self.index.exists())

    def test_another_layout_or_another_build_begins_it_anew(self):
        for change in ("PRAGMA user_version = 0", "PRAGMA user_version = 99", "DROP TABLE question",
                       "UPDATE maker SET program = 'older'", "UPDATE enrolment SET reussite = 'passed'"):
            with sqlite3.connect(self.index) as database:
                database.execute(change)
            database.close()
            self.assertEqual(self.everything(), self.truth, change)

    def test_a_place_that_cannot_be_written_is_told_and_served_from_memory(self):
        self.index.unlink()
        self.index.mkdir()
        code, out, err = parcours("records", "--as", "csv", data=self.data)
        self.assertEqual((code, out), (0, self.truth[0]))
        self.assertIn("index", err)

    def test_it_holds_no_name_and_its_owner_alone_reads_it(self):
        self.run_ok("learner", "add", "zoe-marker", "--name", "Zoé Marker", "--email", "zoe@marker.example")
        self.learn("zoe-marker")
        self.run_ok("data", "index")
        body = self.index.read_bytes()
        for word in (b"ines", b"bob", b"zoe-marker", "Zoé".encode(), b"marker.example"):
            self.assertNotIn(word, body)
        self.assertEqual(self.index.stat().st_mode & 0o777, 0o600)

    def test_only_a_journal_that_changed_is_read_again(self):
        before = self.rows()
        self.learn("bob", "n\nn\n")
        self.records()
        after = self.rows()
        changed = [key for key in after if after[key] != before[key]]
        self.assertEqual(len(changed), 1)
        journal = self.data / "learners" / changed[0] / COURSE / "journal.jsonl"
        last = json.loads(journal.read_text().splitlines()[-1])
        self.assertEqual(after[changed[0]][:3], (last["n"], last["h"], journal.stat().st_size))

    def rows(self):
        with sqlite3.connect(self.index) as database:
            found = {r[0]: r[1:] for r in database.execute("SELECT apprenant_id, n, h, octets, modifie_ns FROM enrolment")}
        database.close()
        return found

    def test_a_damaged_journal_is_said_each_time_and_holds_up_nobody(self):
        bob = json.loads(self.run_ok("learner", "show", "bob", "--json"))["id"]
        journal = self.data / "learners" / bob / COURSE / "journal.jsonl"
        body = journal.read_bytes()
        journal.write_bytes(body[:50] + b"X" + body[51:])
        for _ in range(2):
            code, out, err = parcours("records", "--as", "json", data=self.data)
            self.assertEqual(code, 5)
            self.assertIn(str(journal), err)
            self.assertEqual([r["nom"] for r in json.loads(out)["records"]], ["ines"])
        code, out, _ = parcours("data", "index", "--json", data=self.data)
        self.assertEqual((code, json.loads(out)), (5, {"read": 1, "failed": 1, "saved": True}))
        journal.write_bytes(body)
        self.assertEqual(self.everything(), self.truth)

    def test_since_gives_what_changed_since(self):
        cursor = json.loads(self.records("json"))["cursor"]
        self.assertEqual(json.loads(self.records("json", "--since", cursor))["records"], [])
        self.learn("bob", "n\nn\n")
        changed = json.loads(self.records("json", "--since", cursor))
        self.assertEqual([r["nom"] for r in changed["records"]], ["bob"])
        self.assertEqual(json.loads(self.records("json", "--since", changed["cursor"]))["records"], [])

    def test_the_report_says_who_is_where_and_what_is_missed(self):
        report = json.loads(self.run_ok("report", COURSE, "--json"))
        self.assertEqual({l["name"]: l["current"] for l in report["learners"]}, {"ines": "M1-QUIZ", "bob": "M1-L1"})
        sums = {q["question"]: (q["attempts"], q["right"], q["wrong"]) for q in report["questions"]}
        answered = [e for j in self.journals() for l in j.read_text().splitlines() for e in self.events(json.loads(l))
                    if e["k"] == "answer"]
        self.assertEqual(len(answered), sum(s[0] for s in sums.values()))
        for answer in answered:
            self.assertEqual(sums[answer["d"]["item"]][0], 1)
            self.assertEqual(sums[answer["d"]["item"]][1], int(answer["d"]["score"] >= 1))

    @staticmethod
    def events(line):
        return line["d"]["events"] if line["k"] == "batch" else [line]


if __name__ == "__main__":
    unittest.main()
