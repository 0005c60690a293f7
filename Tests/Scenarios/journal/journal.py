"""What every scenario does with a journal: runs the program on it, and reads it with eyes of its own."""
import hashlib
import json
import os
import pathlib
import subprocess
import tempfile
import unittest

HERE = pathlib.Path(__file__).resolve().parent
PROGRAM = os.path.abspath(os.environ.get("PARCOURS", HERE.parents[2] / ".build/debug/parcours"))


def record(counter, session="w", kind="answer", data=None):
    return json.dumps({"k": kind, "s": session, "c": counter, "d": {"i": counter} if data is None else data})


def append(path, records, environment=None):
    """Answers of `journal append`, its exit code, and what it told people."""
    text = "".join(line + "\n" for line in records)
    run = subprocess.run(
        [PROGRAM, "journal", "append", str(path)], input=text.encode(), capture_output=True, timeout=60,
        env={**os.environ, **(environment or {})})
    return run.stdout.decode().splitlines(), run.returncode, run.stderr.decode()


def verify(path):
    run = subprocess.run([PROGRAM, "journal", "verify", str(path)], capture_output=True, timeout=60)
    return json.loads(run.stdout)


def lines(path):
    """Reads a journal as anyone may, and checks every promise of its form."""
    raw = pathlib.Path(path).read_bytes()
    assert raw == b"" or raw.endswith(b"\n"), "the last line has no end"
    previous, time, found = "0" * 16, "", []
    for number, line in enumerate(raw.splitlines(), 1):
        entry = json.loads(line)
        assert list(entry) == ["n", "t", "k", "s", "c", "d", "p", "h"], line
        signed = line[: line.rindex(b',"h":')]
        assert entry["h"] == hashlib.sha256(signed).hexdigest()[:16], line
        assert entry["n"] == number and entry["p"] == previous and entry["t"] >= time, line
        previous, time = entry["h"], entry["t"]
        found.append(entry)
    return found


def sealed(entries):
    """Bytes of a journal with these entries, chained by somebody else than the program."""
    out, previous = bytearray(), "0" * 16
    for number, entry in enumerate(entries, 1):
        head = {"n": number, "t": "2026-11-23T16:24:58.123Z", "k": "answer", "s": "py", "c": number, "d": {}, **entry}
        body = json.dumps(head, separators=(",", ":"), ensure_ascii=False)[:-1] + f',"p":"{previous}"'
        previous = hashlib.sha256(body.encode()).hexdigest()[:16]
        out += body.encode() + f',"h":"{previous}"}}\n'.encode()
    return bytes(out)


class JournalCase(unittest.TestCase):
    """A folder for each test."""

    def setUp(self):
        self._folder = tempfile.TemporaryDirectory(prefix="journal-")
        self.addCleanup(self._folder.cleanup)
        self.folder = pathlib.Path(self._folder.name)
        self.path = self.folder / "journal.jsonl"
