"""What every scenario about a data folder does: learners who learn, and a look at the folder with eyes of its own."""
import hashlib
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[2]
sys.path.insert(0, str(HERE.parent / "journal"))
PROGRAM = os.path.abspath(os.environ.get("PARCOURS", ROOT / ".build/debug/parcours"))
COURSE = "parcours-mission-spaser"


def environment(**more):
    kept = {k: v for k, v in os.environ.items() if k not in ("PARCOURS_DATA", "XDG_DATA_HOME", "LC_ALL", "TZ")}
    return {**kept, "LANG": "fr_FR.UTF-8", "HOME": "/nonexistent", **more}


def parcours(*arguments, data=None, text="", day=None, **more):
    """Exit code, stdout and stderr of one command, now or as if it were another day."""
    clock = ["faketime", "-f", f"@{day}"] if day else []
    command = [*clock, PROGRAM, *map(str, arguments), *(["--data", str(data)] if data else [])]
    done = subprocess.run(command, input=text.encode(), capture_output=True, timeout=120, cwd=ROOT, env=environment(**more))
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def tree(folder):
    """Every file below a folder, by path, with its bytes."""
    return {str(p.relative_to(folder)): p.read_bytes() for p in pathlib.Path(folder).rglob("*") if p.is_file()}


def holding(folder, *words):
    """The files below a folder whose name or bytes hold a word."""
    found = set()
    for path in pathlib.Path(folder).rglob("*"):
        body = path.read_bytes() if path.is_file() else b""
        if any(word.encode() in body or word in path.name for word in words):
            found.add(str(path.relative_to(folder)))
    return found


class DataCase(unittest.TestCase):
    """A data folder in a folder for each test."""

    def setUp(self):
        self._folder = tempfile.TemporaryDirectory(prefix="data-", dir=os.environ.get("TMPDIR", "/tmp"))
        self.addCleanup(self._folder.cleanup)
        self.place = pathlib.Path(self._folder.name)
        self.data = self.place / "data"

    def run_ok(self, *arguments, **more):
        code, out, err = parcours(*arguments, **{"data": self.data, **more})
        self.assertEqual(code, 0, (arguments, out, err))
        return out

    def add(self, login, *more):
        return json.loads(self.run_ok("learner", "add", login, "--json", *more))["id"]

    def learn(self, login=None, lines="n\n"):
        """Takes the SPASER course in plain text, through a pipe."""
        return self.run_ok("learn", "--plain", *(["--learner", login] if login else []), text=lines)

    def quiz(self, login=None, answers="B\n\n"):
        """Answers the first questions of the quiz of module 1."""
        shown = self.learn(login, "carte\n").replace("\u00a0", " ")
        number = re.findall(r"^\s*(\d+)\. Quiz du module 1", shown, re.MULTILINE)[0]
        return self.learn(login, f"carte\n{number}\n{answers}")

    def journals(self, folder=None):
        return sorted((folder or self.data).glob("learners/*/*/journal.jsonl"))

    def records(self, form="csv", *more):
        return self.run_ok("records", "--as", form, *more)
