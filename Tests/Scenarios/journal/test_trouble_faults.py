"""A learner whose disk fills up, turns read-only or goes away: told what is saved and what is not, and goes on after."""
import os
import pathlib
import select
import subprocess
import time
import unittest

from journal import PROGRAM, JournalCase, lines

ROOT = pathlib.Path(__file__).resolve().parents[3]


@unittest.skipUnless(os.geteuid() == 0, "needs root: it mounts a small disk")
class Learner(JournalCase):
    def setUp(self):
        super().setUp()
        self.disk = self.folder / "disk"
        self.disk.mkdir()
        made = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=16m", "tmpfs", self.disk], capture_output=True)
        if made.returncode != 0:
            self.skipTest("needs root with the right to mount")
        self.addCleanup(subprocess.run, ["umount", "-l", self.disk], check=True)
        self.learner = subprocess.Popen(
            [PROGRAM, "learn", "Courses/spaser", "--plain", "--lang", "fr", "--data", self.disk / "data"], cwd=ROOT,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        self.addCleanup(self.close)
        self.assertIn("Un achat", self.hear())
        self.journal = next((self.disk / "data" / "learners").glob("*/*/journal.jsonl"))

    def close(self):
        self.learner.kill()
        self.learner.wait()
        self.learner.stdin.close()
        self.learner.stdout.close()

    def hear(self, patience=10):
        """What is said until half a second of silence."""
        said, until = b"", time.monotonic() + patience
        while time.monotonic() < until:
            ready, _, _ = select.select([self.learner.stdout], [], [], 0.5 if said else patience)
            piece = os.read(self.learner.stdout.fileno(), 65536) if ready else b""
            if not piece:
                break
            said += piece
        return said.decode().replace("\u00a0", " ").replace("\u202f", " ")

    def say(self, line=""):
        self.learner.stdin.write(f"{line}\n".encode())
        self.learner.stdin.flush()
        return self.hear()

    def count(self):
        return len(lines(self.journal))

    def goes_through(self, begin, end, word):
        before = self.count()
        begin()
        for _ in range(2):
            said = self.say()
            self.assertIn("Non enregistré", said)
            self.assertIn(word, said)
        self.assertIsNone(self.learner.poll(), "the program stays usable")
        end()
        self.assertEqual(self.count(), before, "nothing half written")
        said = self.say()
        self.assertNotIn("Non enregistré", said)
        self.assertEqual(self.count(), before + 1)

    def test_a_full_disk(self):
        filler = self.disk / "filler"

        def fill():
            with filler.open("wb", buffering=0) as file:
                try:
                    while True:
                        file.write(b"x" * 4096)
                except OSError:
                    pass

        before = self.count()
        fill()
        refused = 0
        for _ in range(60):
            said = self.say("")
            if "Non enregistré" in said:
                refused += 1
                self.assertIn("space", said)
                break
            if self.learner.poll() is not None:
                break
        self.assertEqual(refused, 1, "the disk never filled up")
        kept = self.count()
        self.assertGreaterEqual(kept, before)
        filler.unlink()
        self.assertNotIn("Non enregistré", self.say(""))
        self.assertGreater(self.count(), kept)

    def test_a_disk_that_turns_read_only(self):
        self.goes_through(
            lambda: subprocess.run(["mount", "-o", "remount,ro", self.disk], check=True),
            lambda: subprocess.run(["mount", "-o", "remount,rw", self.disk], check=True), "Read-only")

    def test_a_folder_that_goes_away(self):
        away = self.disk / "away"
        self.goes_through(
            lambda: self.journal.parent.rename(away), lambda: away.rename(self.journal.parent), "remplacé")


if __name__ == "__main__":
    unittest.main()
