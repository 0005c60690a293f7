"""`journal append` and `journal verify` keep the form that other programs rely on."""
import json
import os
import stat
import subprocess
import unittest

from journal import PROGRAM, JournalCase, append, lines, record, sealed, verify


class Append(JournalCase):
    def test_answers_each_line_and_keeps_it(self):
        self.assertEqual(append(self.path, [record(i) for i in range(1, 6)])[:2], ([f"ok {i}" for i in range(1, 6)], 0))
        self.assertEqual([e["d"] for e in lines(self.path)], [{"i": i} for i in range(1, 6)])
        self.assertEqual(
            verify(self.path),
            {"records": 5, "last": 5, "status": "clean", "good": self.path.stat().st_size, "bad": []})
        self.assertEqual(stat.S_IMODE(self.path.stat().st_mode), 0o600)

    def test_answers_before_the_input_ends(self):
        run = subprocess.Popen(
            [PROGRAM, "journal", "append", str(self.path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        for i in range(1, 4):
            run.stdin.write(record(i).encode() + b"\n")
            run.stdin.flush()
            self.assertEqual(run.stdout.readline(), f"ok {i}\n".encode())
        run.stdin.close()
        self.assertEqual(run.wait(10), 0)
        run.stdout.close()

    def test_repeats_nothing(self):
        append(self.path, [record(1), record(2)])
        before = self.path.read_bytes()
        self.assertEqual(append(self.path, [record(2), record(1), record(2)])[0], ["dup 2", "dup 1", "dup 2"])
        self.assertEqual(self.path.read_bytes(), before)
        self.assertEqual(append(self.path, [record(1, session="other")])[0], ["ok 3"])

    def test_refuses_what_is_too_large_and_goes_on(self):
        big = [record(1, data={"a": "x" * size}) for size in (262_144, 5_000_000)]
        answers, code, _ = append(self.path, [*big, record(2)])
        self.assertEqual([a.split()[0] for a in answers], ["toolarge", "toolarge", "ok"])
        self.assertEqual(code, 0)
        self.assertEqual(append(self.path, [record(3, data={"a": "x" * 261_000})])[0], ["ok 2"])
        self.assertTrue(all(len(line) < 262_144 for line in self.path.read_bytes().splitlines()))

    def test_keeps_one_line_whatever_a_learner_types(self):
        typed = 'x\n{"n":2,"t":"2026"}\r\u2028\u2029\u202e\u0085\x7f\x00"\\ é 😀'
        for ascii_only in (True, False):
            text = json.dumps({"k": "note", "s": "w", "c": int(ascii_only), "d": {"a": typed}}, ensure_ascii=ascii_only)
            self.assertEqual(append(self.path, [text])[1], 0)
        self.assertEqual([e["d"]["a"] for e in lines(self.path)], [typed, typed])
        raw = self.path.read_bytes().decode()
        self.assertFalse([c for c in raw if c in "\r\u2028\u2029\u202e\u0085\x7f\x00"])

    def test_says_fail_for_what_it_cannot_read(self):
        for text in ("hello", "{}", '{"k":"nav","s":"w","c":1}', '{"k":"nav","s":"w","c":-1,"d":{}}',
                     '{"k":"nav","s":"w","c":1,"d":[]}', '{"k":"nav","s":"","c":1,"d":{}}',
                     '{"k":"nav","k":"cmi","s":"w","c":1}', '{"k":"hologram","s":"w","c":1,"d":{}}',
                     '{"k":"nav","s":"w","c":1,"d":{"a":"\\ud800"}}', '{"k":"nav","s":"w","c":1,"d":{},"x":1}'):
            answers, code, said = append(self.path, [text, record(1)])
            self.assertEqual((len(answers), code), (1, 5), text)
            self.assertTrue(answers[0].startswith("fail "), text)
            self.assertTrue(said)
        self.assertFalse(self.path.exists())

    def test_goes_on_after_lines_of_another_writer(self):
        self.path.write_bytes(sealed([{}, {"k": "x-mood", "d": {"é": [1, {"a": None}]}}, {"k": "batch", "d": {
            "events": [{"k": "cmi", "d": {}}, {"k": "x-mood", "d": {}}]}}]))
        self.assertEqual(append(self.path, [record(2, session="py"), record(1)])[0], ["dup 2", "ok 4"])
        lines_now = lines(self.path)
        self.assertGreaterEqual(lines_now[3]["t"], lines_now[2]["t"])

    def test_leaves_a_newer_program_alone(self):
        for entry in ({"k": "hologram"}, {"k": "batch", "d": {"events": [{"k": "hologram", "d": {}}]}}, {"z": 1}):
            before = sealed([{}, entry])
            self.path.write_bytes(before)
            answers, code, said = append(self.path, [record(1)])
            self.assertEqual((answers[0].split()[0], code), ("fail", 5))
            self.assertEqual(self.path.read_bytes(), before)
            self.assertTrue(said)

    def test_never_goes_back_in_time(self):
        self.path.write_bytes(sealed([{"t": "2999-01-01T00:00:00.000Z"}]))
        self.assertEqual(append(self.path, [record(1)])[0], ["ok 2"])
        self.assertEqual(lines(self.path)[1]["t"], "2999-01-01T00:00:00.000Z")

    def test_uses_the_lock_of_the_learner_in_a_data_folder(self):
        (self.folder / "FORMAT").write_text("parcours-data 1\n")
        course = self.folder / "learners" / "0a" / "course"
        course.mkdir(parents=True)
        self.assertEqual(append(course / "journal.jsonl", [record(1)])[1], 0)
        self.assertTrue((self.folder / "learners/0a/lock").exists())
        self.assertEqual(os.listdir(course), ["journal.jsonl"])
        (self.folder / "FORMAT").write_text("parcours-data 2\n")
        answers, code, _ = append(course / "journal.jsonl", [record(2)])
        self.assertEqual((answers[0].split()[0], code), ("fail", 5))
        self.assertEqual(len(lines(course / "journal.jsonl")), 1)

    def test_verify_of_nothing_is_an_input_that_cannot_be_read(self):
        run = subprocess.run([PROGRAM, "journal", "verify", str(self.path)], capture_output=True)
        self.assertEqual((run.returncode, run.stdout), (4, b""))


if __name__ == "__main__":
    unittest.main()
