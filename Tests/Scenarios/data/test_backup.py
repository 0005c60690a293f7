"""A backup of a live folder, and what a restore refuses."""
import io
import json
import os
import pathlib
import random
import shutil
import subprocess
import tarfile
import threading
import time
import unittest

from datafolder import COURSE, PROGRAM, DataCase, environment, parcours, tree
from journal import lines, record

CACHES = ("lock", "snapshot.json", "index.sqlite")


def kept(folder):
    return {path: body for path, body in tree(folder).items() if pathlib.Path(path).name not in CACHES}


class Backup(DataCase):
    def setUp(self):
        super().setUp()
        self.learn("ines")
        self.learn("bob")
        self.file = self.place / "b.tar"

    def restore(self, target="back", *more, file=None):
        return parcours("data", "restore", file or self.file, *more, data=self.place / target)

    def test_what_comes_back_is_what_was_there_and_any_tar_can_check_it(self):
        answer = json.loads(self.run_ok("data", "backup", "--output", self.file, "--json"))
        self.assertEqual((answer["learners"], answer["skipped"]), (2, []))
        self.assertEqual(self.file.stat().st_mode & 0o777, 0o600)
        code, out, err = self.restore("back", "--json")
        self.assertEqual(code, 0, err)
        self.assertEqual(json.loads(out)["check"], "clean")
        self.assertEqual(kept(self.place / "back"), kept(self.data))
        unpacked = self.place / "unpacked"
        unpacked.mkdir()
        subprocess.run(["tar", "xf", self.file], cwd=unpacked, check=True)
        subprocess.run(["sha256sum", "--quiet", "--strict", "-c", "MANIFEST"], cwd=unpacked, check=True)
        self.assertEqual(parcours("records", "--as", "csv", data=self.place / "back")[1], self.records())
        for path in (self.place / "back").rglob("*"):
            self.assertEqual(path.stat().st_mode & 0o077, 0, path)

    def test_output_may_be_a_folder_and_nothing_is_replaced(self):
        path = json.loads(self.run_ok("data", "backup", "--output", self.place, "--json"))["file"]
        self.assertRegex(pathlib.Path(path).name, r"^parcours-\d{8}T\d{6}\.tar$")
        before = pathlib.Path(path).read_bytes()
        self.assertEqual(parcours("data", "backup", "--output", path, data=self.data)[0], 2)
        self.assertEqual(pathlib.Path(path).read_bytes(), before)
        code, _, err = parcours("data", "restore", path, data=self.data)
        self.assertEqual(code, 3)
        self.assertIn(str(self.data), err)
        self.assertEqual([p.name for p in self.place.iterdir() if ".new" in p.name or "restoring" in p.name], [])

    def test_while_learners_work_no_acknowledged_line_is_missed_and_no_half_line_taken(self):
        journals, acknowledged, stop = self.journals(), {}, threading.Event()

        def write(journal, number):
            process = subprocess.Popen([PROGRAM, "journal", "append", journal], stdin=subprocess.PIPE,
                                       stdout=subprocess.PIPE, env=environment())
            for counter in range(1, 1_000_000):
                process.stdin.write((record(counter, f"w{number}", "note", {"x": "é" * 200}) + "\n").encode())
                process.stdin.flush()
                answer = process.stdout.readline().split()
                acknowledged[journal] = int(answer[1])
                if stop.is_set():
                    break
            process.stdin.close()
            process.wait()
            process.stdout.close()

        writers = [threading.Thread(target=write, args=(journal, number)) for number, journal in enumerate(journals)]
        for writer in writers:
            writer.start()
        try:
            for round in range(3):
                file = self.place / f"live{round}.tar"
                before = dict(acknowledged)
                self.run_ok("data", "backup", "--output", file)
                code, _, err = self.restore(f"live{round}", file=file)
                self.assertEqual(code, 0, err)
                for journal in journals:
                    copy = self.place / f"live{round}" / journal.relative_to(self.data)
                    self.assertGreaterEqual(len(lines(copy)), before.get(journal, 0))
                    self.assertTrue(journal.read_bytes().startswith(copy.read_bytes()))
        finally:
            stop.set()
            for writer in writers:
                writer.join()

    def test_into_a_folder_behind_a_link_and_one_that_knows_no_files_without_names(self):
        real, link = self.place / "real", self.place / "link"
        real.mkdir()
        link.symlink_to(real)
        self.run_ok("data", "backup", "--output", link / "one.tar")
        inject = ["strace", "-f", "-o", "/dev/null", "-P", f"{real}/.", "-e", "trace=openat",
                  "-e", "inject=openat:error=EOPNOTSUPP:when=1"]
        subprocess.run([*inject, PROGRAM, "data", "backup", "--output", str(real / "two.tar"), "--data", str(self.data)],
                       check=True, capture_output=True, env=environment())
        self.assertEqual(sorted(p.name for p in real.iterdir()), ["one.tar", "two.tar"])
        self.assertEqual((real / "one.tar").stat().st_size, (real / "two.tar").stat().st_size)

    def test_killed_at_any_moment_nothing_half_done_stays(self):
        self.run_ok("data", "backup", "--output", self.file)
        whole = kept(self.data)

        def killed(*words):
            process = subprocess.Popen([PROGRAM, *map(str, words)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                                       env=environment())
            time.sleep(random.uniform(0, 0.06))
            process.kill()
            process.wait()

        cut = 0
        for round in range(25):
            other, back = self.place / f"other{round}.tar", self.place / "back"
            killed("data", "backup", "--output", other, "--data", self.data)
            killed("data", "restore", self.file, "--data", back)
            cut += not back.exists()
            if back.exists():
                self.assertEqual(kept(back), whole)
                shutil.rmtree(back)
            if other.exists():
                self.assertEqual(self.restore(f"from{round}", file=other)[0], 0)
                self.assertEqual(kept(self.place / f"from{round}"), whole)
                other.unlink()
            self.assertEqual([p.name for p in self.place.iterdir() if "other" in p.name], [])
        self.assertGreater(cut, 0, "no restore was cut short")
        self.assertEqual(self.restore()[0], 0)
        self.assertEqual([p.name for p in self.place.iterdir() if "restoring" in p.name], [])

    def test_who_was_erased_stays_so_when_a_restore_was_cut_short(self):
        self.run_ok("data", "backup", "--output", self.file)
        learner = self.journals()[0].parent.parent.name
        left = self.place / "back.replaced-77"
        left.mkdir()
        (left / "erasures.jsonl").write_text(json.dumps({"id": learner, "date": "2026-11-23T10:00:00.000Z", "ground": "request"}) + "\n")
        (self.place / "back.restoring-notes").mkdir()
        self.file.rename(self.place / "whole.tar")
        (self.place / "bad.tar").write_bytes(b"no archive")
        self.assertNotEqual(self.restore(file=self.place / "bad.tar")[0], 0)
        self.assertTrue(left.exists(), "what a restore that fails would lose")
        self.assertEqual(self.restore(file=self.place / "whole.tar")[0], 0)
        self.assertFalse((self.place / "back" / "learners" / learner).exists())
        self.assertIn(learner, (self.place / "back" / "erasures.jsonl").read_text())
        self.assertEqual(sorted(p.name for p in self.place.iterdir() if p.name.startswith("back")), ["back", "back.restoring-notes"])

    def test_a_flipped_bit_is_refused_or_changes_nothing(self):
        self.run_ok("data", "backup", "--output", self.file)
        whole, truth = self.file.read_bytes(), None
        with tarfile.open(self.file) as archive:
            last = archive.getmembers()[-1]
        places = sorted({*range(0, len(whole), len(whole) // 40), *range(0, 512, 37), last.offset_data,
                         last.offset_data + last.size - 1, last.offset + 124})
        truth = kept(self.data)
        for place in places:
            self.file.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1:])
            target = f"flip{place}"
            code, _, err = self.restore(target)
            if code == 0:
                self.assertEqual(kept(self.place / target), truth, place)
            else:
                self.assertEqual(code, 4, (place, err))
                self.assertFalse((self.place / target).exists(), place)
        self.assertEqual([p for p in self.place.iterdir() if "restoring" in p.name], [])

    def test_a_backup_that_is_cut_short_is_refused(self):
        self.run_ok("data", "backup", "--output", self.file)
        whole = self.file.read_bytes()
        for size in (0, 1, 511, 512, 1000, len(whole) // 2, len(whole) - 1500):
            self.file.write_bytes(whole[:size])
            self.assertEqual(self.restore()[0], 4, size)
            self.assertFalse((self.place / "back").exists())

    def test_hostile_archives_write_nothing_anywhere(self):
        def make(*entries):
            with tarfile.open(self.file, "w", format=tarfile.USTAR_FORMAT) as archive:
                for name, kind in entries:
                    info = tarfile.TarInfo(name)
                    info.type, info.linkname = kind, "/etc/passwd"
                    info.size = 4 if kind == tarfile.REGTYPE else 0
                    archive.addfile(info, io.BytesIO(b"evil") if info.size else None)

        regular = tarfile.REGTYPE
        for entries in ([("../evil", regular)], [("/tmp/evil-of-parcours", regular)], [("a/../../evil", regular)],
                        [("a", regular), ("a", regular)], [("a//b", regular)], [("link", tarfile.SYMTYPE)],
                        [("pipe", tarfile.FIFOTYPE)], [("FORMAT", regular)], [("MANIFEST", regular)], []):
            make(*entries)
            before = sorted(p.name for p in self.place.iterdir())
            self.assertEqual(self.restore()[0], 4, entries)
            self.assertEqual(sorted(p.name for p in self.place.iterdir()), before, entries)
        self.assertFalse(os.path.exists("/tmp/evil-of-parcours"))

    def test_a_damaged_journal_comes_back_as_it_was_and_is_said(self):
        journal = self.journals()[0]
        body = journal.read_bytes()
        journal.write_bytes(body[:50] + b"X" + body[51:])
        self.run_ok("data", "backup", "--output", self.file)
        code, out, _ = self.restore("back", "--json")
        self.assertEqual((code, json.loads(out)["check"]), (5, "damaged"))
        self.assertEqual(kept(self.place / "back"), kept(self.data))


if __name__ == "__main__":
    unittest.main()
