"""`data check` names what is damaged and how; `data repair` shows, then keeps what can be verified and every byte."""
import json
import os
import pathlib
import subprocess
import unittest

from journal import PROGRAM, JournalCase, append, lines, record, sealed, verify
from shim import spoiled


class Repair(JournalCase):
    def setUp(self):
        super().setUp()
        (self.folder / "FORMAT").write_text("parcours-data 1\n")
        self.home = self.folder / "learners" / "0a"
        course = self.home / "course"
        course.mkdir(parents=True)
        (self.home / "learner.json").write_text('{"login":"ines","name":"Inès"}\n')
        self.path = course / "journal.jsonl"
        parts = sealed([{"d": {"i": i}} for i in range(1, 7)]).splitlines(keepends=True)
        self.damaged = b"".join([*parts[:2], parts[2].replace(b'"i":3', b'"i":4'), *parts[3:]])
        self.path.write_bytes(self.damaged)

    def parcours(self, *words, environment=None):
        run = subprocess.run(
            [PROGRAM, *words, "--data", self.folder, "--lang", "en"], capture_output=True,
            env={**os.environ, **(environment or {})})
        return run.returncode, run.stdout.decode(), run.stderr.decode()

    def test_check_names_file_line_and_what(self):
        code, out, _ = self.parcours("data", "check")
        self.assertEqual(code, 5)
        self.assertIn(str(self.path), out)
        self.assertIn("line 3: changed bytes", out)
        self.assertIn("data repair", out)
        code, out, _ = self.parcours("data", "check", "--json")
        report = json.loads(out)
        self.assertEqual((code, report["status"]), (5, "damaged"))
        self.assertEqual(report["journals"][0]["faults"][0], {"line": 3, "what": "bytes"})
        self.assertEqual(append(self.path, [record(9)])[:2], (["fail damaged"], 5))

    def test_check_looks_at_blobs(self):
        self.path.unlink()
        blobs = self.home / "blobs"
        blobs.mkdir()
        (blobs / ("a" * 64)).write_bytes(b"not what it says")
        self.path.write_bytes(sealed([{"d": {"blob": "b" * 64}}, {"d": {"text": '"blob":"' + "c" * 64}}]))
        code, out, _ = self.parcours("data", "check", "--json")
        self.assertEqual((code, sorted(pathlib.Path(p).name[0] for p in json.loads(out)["blobs"])), (5, ["a", "b"]))

    def test_dry_run_shows_and_changes_nothing(self):
        code, out, _ = self.parcours("data", "repair", "ines/course", "--dry-run", "--json")
        plan = json.loads(out)
        self.assertEqual((code, plan["kept"], plan["leftOut"]), (0, 5, [{"line": 3, "what": "bytes"}]))
        self.assertEqual(self.path.read_bytes(), self.damaged)
        self.assertEqual([p.name for p in self.path.parent.iterdir()], ["journal.jsonl"])

    def test_repair_keeps_what_is_sound_and_every_byte(self):
        code, out, _ = self.parcours("data", "repair", "ines/course")
        self.assertEqual(code, 0)
        self.assertIn("5 lines kept", out)
        self.assertEqual((self.path.parent / "journal.jsonl.damaged").read_bytes(), self.damaged)
        found = lines(self.path)
        self.assertEqual([e["d"].get("i") for e in found[:-1]], [1, 2, 4, 5, 6])
        self.assertEqual((found[-1]["k"], found[-1]["d"]["kept"], found[-1]["d"]["leftOut"]), ("x-repair", 5, 1))
        self.assertEqual(self.parcours("data", "check")[0], 0)
        self.assertEqual(append(self.path, [record(9)])[0], ["ok 7"])
        code, out, _ = self.parcours("data", "repair", str(self.path))
        self.assertEqual((code, verify(self.path)["records"]), (0, 7))
        self.assertIn("nothing to repair", out)

    def test_a_repair_that_fails_changes_nothing(self):
        for call in ("write", "fsync", "rename", "link"):
            path = self.path.parent if call in ("fsync", "link", "write") else self.path
            environment = spoiled(f"{call}:eio:1", path)
            code, _, err = self.parcours("data", "repair", "ines/course", environment=environment)
            self.assertEqual(code, 5, call)
            self.assertTrue(err)
            self.assertEqual(self.path.read_bytes(), self.damaged, call)
            kept = self.path.parent / "journal.jsonl.damaged"
            if kept.exists():
                self.assertEqual(kept.read_bytes(), self.damaged)
                kept.unlink()
            self.assertEqual([p.name for p in self.path.parent.iterdir()], ["journal.jsonl"], call)

    def test_bad_targets_are_told(self):
        self.assertEqual(self.parcours("data", "repair", "nobody/course")[0], 4)
        self.assertEqual(self.parcours("data", "repair", "ines/other")[0], 4)
        self.assertEqual(self.parcours("data", "repair", "ines")[0], 2)


if __name__ == "__main__":
    unittest.main()
