"""Somebody meddles with the files between two lines, while the program holds them open: nothing acknowledged goes astray."""
import os
import pathlib
import subprocess
import threading
import time
import unittest

from journal import PROGRAM, JournalCase, append, lines, record, verify


class BetweenLines(JournalCase):
    def setUp(self):
        super().setUp()
        self.lock = pathlib.Path(f"{self.path}.lock")
        self.begin()
        self.addCleanup(self.end)

    def begin(self):
        self.run_ = subprocess.Popen([PROGRAM, "journal", "append", str(self.path)], stdin=subprocess.PIPE,
                                     stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        self.assertEqual([self.say(1), self.say(2)], ["ok 1", "ok 2"])

    def end(self):
        self.run_.kill()
        self.run_.wait()
        self.run_.stdin.close()
        self.run_.stdout.close()

    def say(self, counter):
        self.run_.stdin.write(record(counter).encode() + b"\n")
        self.run_.stdin.flush()
        return self.run_.stdout.readline().decode().strip()

    def test_a_journal_that_left_its_place_gets_no_further_line(self):
        meddlings = {
            "gone": lambda old: None, "a link": lambda old: self.path.symlink_to(old), "a pipe": lambda old: os.mkfifo(self.path),
            "a folder": lambda old: self.path.mkdir(), "a copy": lambda old: self.path.write_bytes(old.read_bytes())}
        for name, meddle in meddlings.items():
            with self.subTest(name):
                self.end()
                self.path, self.lock = self.folder / f"{name}.jsonl", self.folder / f"{name}.jsonl.lock"
                self.begin()
                old = self.path.with_suffix(".old")
                self.path.rename(old)
                before = old.read_bytes()
                meddle(old)
                self.assertTrue(self.say(3).startswith("fail "))
                self.assertEqual(self.run_.wait(20), 5)
                self.assertEqual(old.read_bytes(), before)

    def test_one_that_became_shorter_gets_no_further_line(self):
        self.path.write_bytes(self.path.read_bytes().splitlines(keepends=True)[0])
        self.assertTrue(self.say(3).startswith("fail "))
        self.assertEqual(len(lines(self.path)), 1)

    def test_one_that_another_name_has_too_goes_on(self):
        os.link(self.path, self.path.with_suffix(".twin"))
        self.assertEqual(self.say(3), "ok 3")
        self.assertEqual(len(lines(self.path.with_suffix(".twin"))), 3)

    def test_a_lock_that_was_removed_is_made_anew_and_shared(self):
        self.lock.unlink()
        self.assertEqual(append(self.path, [record(1, session="other")])[0], ["ok 3"])
        self.assertEqual(self.say(3), "ok 4")
        self.assertEqual(len(lines(self.path)), 4)

    def test_others_write_while_it_waits_for_its_next_line(self):
        for counter in range(3, 13):
            self.assertEqual(append(self.path, [record(counter, session="other")])[0], [f"ok {2 * counter - 3}"])
            self.assertEqual(self.say(counter), f"ok {2 * counter - 2}")
        self.assertEqual(verify(self.path)["records"], 22)

    def test_a_folder_that_was_moved_and_replaced_gets_nothing_of_the_other(self):
        moved = self.folder.with_name(self.folder.name + "-moved")
        self.folder.rename(moved)
        self.folder.mkdir()
        try:
            self.assertTrue(self.say(3).startswith("fail "))
            self.assertEqual(len(lines(moved / self.path.name)), 2)
            self.assertFalse(self.path.exists())
        finally:
            for file in moved.iterdir():
                file.unlink()
            moved.rmdir()

    def test_files_that_nobody_writes_to_are_let_go(self):
        folder = pathlib.Path(f"/proc/{self.run_.pid}/fd")

        def held():
            return {os.readlink(file) for file in folder.iterdir()} & {str(self.path), str(self.lock)}
        self.assertEqual(len(held()), 2)
        end = time.monotonic() + 20
        while held() and time.monotonic() < end:
            time.sleep(0.5)
        self.assertEqual(held(), set())
        self.assertEqual(self.say(3), "ok 3")

    def test_many_programs_at_once_lose_and_double_nothing(self):
        answers = {}

        def write(session):
            answers[session] = append(self.path, [record(i, session=session) for i in range(1, 101)])[0]
        threads = [threading.Thread(target=write, args=(f"s{n}",)) for n in range(4)]
        for thread in threads:
            thread.start()
        mine = [self.say(i) for i in range(3, 103)]
        for thread in threads:
            thread.join()
        numbers = [int(a.split()[1]) for said in [*answers.values(), mine] for a in said]
        self.assertEqual(sorted(numbers), list(range(3, 503)))
        self.assertEqual(len(lines(self.path)), 502)


if __name__ == "__main__":
    unittest.main()
