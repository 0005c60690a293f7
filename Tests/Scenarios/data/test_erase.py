"""A person's data: in one place, handed over whole, and gone when it is erased."""
import csv
import html
import io
import json
import os
import pathlib
import re
import subprocess
import time
import unittest
import zipfile

from datafolder import COURSE, PROGRAM, ROOT, DataCase, environment, holding, parcours, tree

MARKS = ("login-mark-7", "Nommark Septime", "mark7@personne.example", "Organisme-mark7")
ANSWER = "reponse-mark-7"


class Person(DataCase):
    def setUp(self):
        super().setUp()
        self.id = self.add(MARKS[0], "--name", MARKS[1], "--email", MARKS[2], "--organization", MARKS[3])
        self.learn("bob")
        self.quiz(MARKS[0], f"B\n\nA\n\n{ANSWER}\n\n")
        self.home = f"learners/{self.id}"

    def test_names_are_in_one_file_and_answers_in_the_journal_only(self):
        for command in (["records", "--as", "csv"], ["learner", "list"], ["data", "index"], ["data", "check"],
                        ["report", COURSE], ["replay", MARKS[0], COURSE]):
            self.run_ok(*command)
        self.assertEqual(holding(self.data, *MARKS), {f"{self.home}/learner.json"})
        self.assertLessEqual(holding(self.data, ANSWER), {f"{self.home}/{COURSE}/journal.jsonl"})
        self.assertEqual(holding(self.data, self.id), {self.home, "index.sqlite"})

    def test_no_message_says_who_somebody_is(self):
        journal = self.data / self.home / COURSE / "journal.jsonl"
        body = journal.read_bytes()
        journal.write_bytes(body[:50] + b"X" + body[51:])
        for command in (["records", "--as", "csv", "--output", self.place / "r.csv"], ["data", "check"], ["data", "index"],
                        ["data", "backup", "--output", self.place / "b.tar"], ["data", "retention"]):
            _, out, err = parcours(*command, data=self.data)
            for mark in MARKS:
                self.assertNotIn(mark, out + err, command)

    def test_the_dry_run_lists_what_is_there_and_changes_no_byte(self):
        before = tree(self.data)
        plan = json.loads(self.run_ok("learner", "erase", MARKS[0], "--dry-run", "--json"))
        self.assertEqual(tree(self.data), before)
        mine = {path: body for path, body in before.items() if path.startswith(self.home)}
        self.assertEqual(set(plan["files"]), set(mine))
        self.assertEqual(plan["bytes"], sum(map(len, mine.values())))
        self.assertFalse(plan["erased"])

    def test_after_erasing_nothing_is_left_but_one_line_also_in_a_backup_that_is_restored(self):
        self.run_ok("records", "--as", "csv")
        backup = self.place / "before.tar"
        self.run_ok("data", "backup", "--output", backup)
        receipt = json.loads(self.run_ok("learner", "erase", MARKS[0], "--json", "--ground", "withdrawal"))
        self.assertTrue(receipt["erased"])
        line, = (self.data / "erasures.jsonl").read_text().splitlines()
        self.assertEqual(json.loads(line), {"id": self.id, "date": receipt["date"], "ground": "withdrawal"})
        self.assertEqual(holding(self.data, *MARKS, ANSWER), set())
        self.assertEqual(holding(self.data, self.id), {"erasures.jsonl"})
        back = self.place / "back"
        code, out, err = parcours(
            "data", "restore", backup, "--erasures", self.data / "erasures.jsonl", "--json", data=back)
        self.assertEqual((code, json.loads(out)["keptOut"]), (0, [self.id]), err)
        self.run_ok("records", "--as", "csv", data=back)
        self.assertEqual(holding(back, *MARKS, ANSWER), set())
        self.assertEqual(holding(back, self.id), {"erasures.jsonl"})
        self.assertEqual(len(self.journals(back)), 1)
        self.assertEqual(parcours("learner", "erase", MARKS[0], data=self.data)[0], 4)

    def test_an_account_goes_with_its_learner(self):
        account = {"id": self.id, "roles": ["learner"]}
        other = {"id": json.loads(self.run_ok("learner", "show", "bob", "--json"))["id"], "roles": ["learner"]}
        text = "".join(json.dumps(a) + "\n" for a in (account, other))
        (self.data / "accounts.jsonl").write_text(text)
        self.run_ok("data", "backup", "--output", self.place / "before.tar")
        self.run_ok("learner", "erase", MARKS[0])
        self.assertEqual(holding(self.data, self.id), {"erasures.jsonl"})
        back = self.place / "back"
        self.run_ok("data", "restore", self.place / "before.tar", "--erasures", self.data / "erasures.jsonl", data=back)
        self.assertEqual(holding(back, self.id), {"erasures.jsonl"})
        self.assertIn(other["id"], (back / "accounts.jsonl").read_text())

    def test_an_open_session_stops_politely_and_brings_nothing_back(self):
        process = subprocess.Popen(
            [PROGRAM, "learn", "--plain", "--learner", MARKS[0], "--data", str(self.data)], cwd=ROOT, env=environment(),
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        try:
            process.stdin.write(b"carte\n")
            process.stdin.flush()
            shown = b""
            while b"Quiz du module" not in shown:
                shown += os.read(process.stdout.fileno(), 65536)
            self.run_ok("learner", "erase", MARKS[0])
            process.stdin.write(b"1\nn\nn\n")
            process.stdin.flush()
            out, err = process.communicate(timeout=20)
        finally:
            process.kill()
        self.assertIn("effacé", (out + err).decode())
        self.assertNotIn("Défaut", (out + err).decode())
        self.assertEqual(process.returncode, 3, err.decode())
        self.assertEqual(holding(self.data, self.id), {"erasures.jsonl"})

    def test_an_idle_session_ends_by_itself(self):
        process = subprocess.Popen(
            [PROGRAM, "learn", "--plain", "--learner", MARKS[0], "--data", str(self.data)], cwd=ROOT, env=environment(),
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        try:
            shown = b""
            while b"> " not in shown:
                shown += os.read(process.stdout.fileno(), 65536)
            self.run_ok("learner", "erase", MARKS[0])
            self.assertEqual(process.wait(timeout=20), 3)
            self.assertIn("effacé", process.stdout.read().decode())
        finally:
            process.kill()
            for pipe in (process.stdin, process.stdout, process.stderr):
                pipe.close()
        self.assertEqual(holding(self.data, self.id), {"erasures.jsonl"})

    def test_lists_that_a_killed_program_left_unfinished_go_too(self):
        for name in ("accounts.jsonl.new", "sessions.jsonl.new"):
            (self.data / name).write_text(json.dumps({"learner": self.id, "login": MARKS[0]}) + "\n")
        (self.data / self.home / "learner.json.new").write_text(MARKS[1])
        self.run_ok("learner", "erase", MARKS[0])
        self.assertEqual(holding(self.data, *MARKS), set())
        self.assertEqual(holding(self.data, self.id), {"erasures.jsonl"})

    def test_an_erasure_that_was_cut_short_is_finished_by_the_next_one(self):
        (self.data / self.home).rename(self.data / "learners" / f".erased-{self.id}")
        self.run_ok("learner", "erase", "bob")
        self.assertEqual(holding(self.data, *MARKS), set())

    def test_a_person_gets_everything_in_one_zip_and_twice_the_same(self):
        files = [self.place / name for name in ("one.zip", "two.zip")]
        for file, zone in zip(files, ("UTC", "Pacific/Auckland")):
            self.run_ok("learner", "export", MARKS[0], "--output", file, TZ=zone)
        self.assertEqual(files[0].read_bytes(), files[1].read_bytes())
        self.assertEqual(files[0].stat().st_mode & 0o777, 0o600)
        with zipfile.ZipFile(files[0]) as archive:
            self.assertIsNone(archive.testzip())
            content = {name: archive.read(name) for name in archive.namelist()}
        self.assertEqual(content["donnees/learner.json"], (self.data / self.home / "learner.json").read_bytes())
        self.assertEqual(
            content[f"donnees/{COURSE}/journal.jsonl"], (self.data / self.home / COURSE / "journal.jsonl").read_bytes())
        row, = csv.DictReader(io.StringIO(content["etats.csv"].decode()), delimiter=";")
        self.assertEqual((row["nom"], row["organisme_nom"]), (MARKS[1], MARKS[3]))
        self.assertEqual(json.loads(content["etats.json"])["records"][0]["apprenant_id"], self.id)
        page = html.unescape(content["lisez-moi.html"].decode())
        for word in (*MARKS, "Mission SPASER", "m1-q1"):
            self.assertIn(word, page)
        self.assertEqual(parcours("learner", "export", MARKS[0], "--output", files[0], data=self.data)[0], 2)

    def test_links_and_pipes_in_a_persons_folder_are_said_and_neither_followed_nor_waited_for(self):
        (self.place / "secret").write_text("not theirs")
        (self.data / self.home / "link").symlink_to(self.place / "secret")
        journal = self.data / self.home / COURSE / "journal.jsonl"
        journal.rename(self.place / "journal")
        os.mkfifo(journal)
        file = self.place / "links.zip"
        code, _, err = parcours("learner", "export", MARKS[0], "--output", file, data=self.data)
        self.assertEqual(code, 5, err)
        for path in (f"{self.home}/link", f"{self.home}/{COURSE}/journal.jsonl"):
            self.assertIn(path, err)
        with zipfile.ZipFile(file) as archive:
            self.assertEqual([name for name in archive.namelist() if "link" in name or "journal" in name], [])
            self.assertNotIn(b"not theirs", b"".join(map(archive.read, archive.namelist())))
        lock = self.data / self.home / "lock"
        lock.unlink()
        os.mkfifo(lock)
        for words in (("data", "check"), ("records", "--as", "csv"), ("learner", "export", MARKS[0], "--output", self.place / "p.zip")):
            code, _, err = parcours(*words, data=self.data)
            self.assertEqual(code, 5, (words, err))

    def test_the_page_takes_no_text_for_markup(self):
        hostile = "<img src=x onerror=alert(1)>\"'&\u202e"
        self.run_ok("learner", "add", "mallory", "--name", hostile)
        self.run_ok("learner", "export", "mallory", "--output", self.place / "m.zip")
        with zipfile.ZipFile(self.place / "m.zip") as archive:
            page = archive.read("lisez-moi.html").decode()
        self.assertNotIn("<img", page)
        self.assertNotIn("\u202e", page)
        self.assertIn("&lt;img src=x", page)

    def test_learner_commands_answer_and_refuse(self):
        self.assertEqual(parcours("learner", "add", MARKS[0], data=self.data)[0], 3)
        self.assertEqual(parcours("learner", "add", "a b", data=self.data)[0], 2)
        self.assertEqual(parcours("learner", "add", "", data=self.data)[0], 2)
        self.assertEqual(parcours("learner", "show", "nobody", data=self.data)[0], 4)
        listed = json.loads(self.run_ok("learner", "list", "--json"))["learners"]
        self.assertEqual({l["login"]: l["enrolments"] for l in listed}, {MARKS[0]: 1, "bob": 1})
        shown = json.loads(self.run_ok("learner", "show", self.id, "--json"))
        self.assertEqual((shown["email"], shown["courses"][0]["course"]), (MARKS[2], COURSE))
        for act in ("add", "list", "show", "export", "erase"):
            for language, word in (("fr", "EXEMPLE"), ("en", "EXAMPLE")):
                self.assertIn(word, self.run_ok("learner", act, "--help", "--lang", language, data=None))


if __name__ == "__main__":
    unittest.main()
