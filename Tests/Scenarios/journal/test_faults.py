"""Disks that fail, programs that are killed, writers that collide: what was acknowledged stays, and stays once."""
import os
import pathlib
import random
import shutil
import signal
import subprocess
import time
import unittest

from journal import PROGRAM, JournalCase, append, lines, record, sealed, verify
from shim import spoiled


class Damage(JournalCase):
    """The program's own eyes; the tests in Swift look at every byte and bit."""

    def setUp(self):
        super().setUp()
        self.whole = sealed([{"d": {"é": i}} for i in range(4)])
        self.ends = [0] + [i + 1 for i, byte in enumerate(self.whole) if byte == 10]

    def test_cut_anywhere_then_append(self):
        for size in range(1, len(self.whole) + 1, 23):
            for old in self.folder.iterdir():
                old.unlink()
            self.path.write_bytes(self.whole[:size])
            good = max(end for end in self.ends if end <= size)
            report = verify(self.path)
            self.assertEqual((report["good"], report["records"]), (good, self.ends.index(good)))
            self.assertEqual(report["status"], "clean" if good == size else "torn")
            answers, _, said = append(self.path, [record(1)])
            self.assertEqual(answers, [f"ok {self.ends.index(good) + 1}"])
            self.assertEqual(len(lines(self.path)), self.ends.index(good) + 1)
            aside = pathlib.Path(f"{self.path}.torn-{good}")
            self.assertEqual(aside.exists(), good != size)
            if aside.exists():
                self.assertEqual(aside.read_bytes(), self.whole[good:size])
                self.assertTrue(said)

    def test_damage_in_the_middle_is_never_repaired(self):
        for offset in range(0, self.ends[3] - 1, 17):
            bent = bytearray(self.whole)
            bent[offset] ^= 1
            self.path.write_bytes(bent)
            self.assertEqual(verify(self.path)["status"], "damaged")
            answers, code, said = append(self.path, [record(1)])
            self.assertEqual((answers, code), (["fail damaged"], 5))
            self.assertIn("ligne" if "ligne" in said else "line", said)
            self.assertEqual(self.path.read_bytes(), bytes(bent))


class Writers(JournalCase):
    def test_three_programs_write_together(self):
        count = 60
        runs = []
        for name in "abc":
            source = self.folder / name
            source.write_text("".join(record(i, session=name) + "\n" for i in range(count)))
            with source.open() as records:
                runs.append(subprocess.Popen(
                    [PROGRAM, "journal", "append", str(self.path)], stdin=records, stdout=subprocess.PIPE))
        numbers = []
        for run in runs:
            out, _ = run.communicate(timeout=120)
            self.assertEqual(run.returncode, 0)
            numbers += [int(line.split()[1]) for line in out.decode().splitlines()]
        self.assertEqual(sorted(numbers), list(range(1, 3 * count + 1)))
        found = lines(self.path)
        for name in "abc":
            self.assertEqual([e["c"] for e in found if e["s"] == name], list(range(count)))

    def test_killed_at_any_moment_loses_nothing_acknowledged(self):
        acknowledged, counter, dice = set(), 0, random.Random(7)
        for _ in range(200):
            batch = [record(i) for i in range(counter, counter + 400)]
            run = subprocess.Popen(
                [PROGRAM, "journal", "append", str(self.path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
            try:
                run.stdin.write("".join(line + "\n" for line in batch).encode())
                run.stdin.flush()
            except BrokenPipeError:
                pass
            time.sleep(dice.uniform(0.005, 0.06))
            run.send_signal(signal.SIGKILL)
            answers = run.stdout.read().decode().split("\n")[:-1]
            run.wait()
            for pipe in (run.stdin, run.stdout):
                try:
                    pipe.close()
                except BrokenPipeError:
                    pass
            for place, answer in enumerate(answers):
                acknowledged.add((counter + place, int(answer.split()[1])))
            counter += max(0, len(answers) - 2)
        append(self.path, [record(1_000_000)])
        found = {(e["c"], e["n"]) for e in lines(self.path)}
        self.assertTrue(acknowledged)
        self.assertLessEqual(acknowledged, found)
        self.assertEqual(len({c for c, _ in found}), len(found), "a request is written twice")


@unittest.skipUnless(shutil.which("cc"), "needs a C compiler")
class Faults(JournalCase):
    """One call fails; nothing false is acknowledged, and the next program goes on."""

    def spoiled(self, plan, records, path=None):
        return append(self.path, records, spoiled(plan, path or self.path))

    def test_one_call_fails(self):
        for call in ("write", "fdatasync"):
            for fault in ("eio", "enospc", "edquot", "short", "kill"):
                if fault == "short" and call != "write":
                    continue
                for place in (1, 2, 4):
                    with self.subTest(call=call, fault=fault, place=place):
                        for old in self.folder.iterdir():
                            old.unlink()
                        records = [record(i) for i in range(1, 6)]
                        answers, code, _ = self.spoiled(f"{call}:{fault}:{place}", records)
                        self.assertEqual(answers[:place - 1], [f"ok {i}" for i in range(1, place)])
                        if fault == "kill":
                            self.assertEqual((len(answers), code), (place - 1, -signal.SIGKILL))
                        else:
                            wanted = {"eio": "EIO", "edquot": "EDQUOT"}.get(fault, "ENOSPC")
                            self.assertEqual((answers[place - 1:], code), ([f"fail {wanted}"], 5))
                            self.assertEqual(len(lines(self.path)), place - 1, "the file is cut back")
                        again, code, _ = append(self.path, records)
                        self.assertEqual([int(a.split()[1]) for a in again], [1, 2, 3, 4, 5])
                        self.assertEqual((code, len(lines(self.path))), (0, 5))

    def test_the_folder_cannot_be_synced(self):
        answers, code, _ = self.spoiled("fsync:eio:1", [record(1), record(2)], path=self.folder)
        self.assertEqual((answers, code), (["fail EIO"], 5))
        self.assertEqual(append(self.path, [record(1), record(2)])[0], ["ok 1", "ok 2"])

    def test_the_file_cannot_be_cut_back_either(self):
        self.path.write_bytes(sealed([{}]) + b"torn")
        answers, code, _ = self.spoiled("ftruncate:eio:1", [record(1)])
        self.assertEqual((answers, code), (["fail EIO"], 5))
        self.assertEqual(append(self.path, [record(1)])[0], ["ok 2"])
        self.assertEqual(verify(self.path)["status"], "clean")

    def test_a_repeat_is_not_acknowledged_before_it_is_on_disk(self):
        append(self.path, [record(1)])
        answers, code, _ = self.spoiled("fdatasync:eio:1", [record(1)])
        self.assertEqual((answers, code), (["fail EIO"], 5))
        self.assertEqual(append(self.path, [record(1)])[0], ["dup 1"])

    def test_no_sync_no_answer(self):
        """Each answer has a sync of its own: the tenth sync is the tenth answer's."""
        answers, _, _ = self.spoiled("fdatasync:eio:10", [record(i) for i in range(20)])
        self.assertEqual(answers, [f"ok {i}" for i in range(1, 10)] + ["fail EIO"])


class OtherTrouble(JournalCase):
    @unittest.skipUnless(shutil.which("strace"), "needs strace")
    def test_calls_that_fail_below_every_library(self):
        for call, error in (("fdatasync", "EIO"), ("write", "ENOSPC"), ("fsync", "EIO"), ("flock", "ENOLCK")):
            for old in self.folder.iterdir():
                old.unlink()
            append(self.path, [record(0)])
            run = subprocess.run(
                ["strace", "-f", "-qq", "-o", self.folder / "trace", "-P", self.path, "-P", self.folder, "-P",
                 f"{self.path}.lock", "-e", f"inject={call}:error={error}:when=1", PROGRAM, "journal", "append",
                 self.path], input=(record(1) + "\n").encode(), capture_output=True)
            self.assertEqual((run.stdout.decode(), run.returncode), (f"fail {error}\n", 5), call)
            self.assertEqual(len(lines(self.path)), 1, call)
            self.assertEqual(append(self.path, [record(1)])[0], ["ok 2"], call)

    def test_too_many_open_files(self):
        run = subprocess.run(
            ["sh", "-c", f'ulimit -n 4; exec "{PROGRAM}" journal append "{self.path}"'],
            input=(record(1) + "\n").encode(), capture_output=True)
        self.assertEqual((run.stdout, run.returncode), (b"fail EMFILE\n", 5))
        self.assertEqual(append(self.path, [record(1)])[0], ["ok 1"])

    def test_the_folder_vanishes_under_a_writer(self):
        inner = self.folder / "inner"
        inner.mkdir()
        path = inner / "journal.jsonl"
        writer = subprocess.Popen(
            [PROGRAM, "journal", "append", str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        answers = []
        for number in (1, 2):
            writer.stdin.write(record(number).encode() + b"\n")
            writer.stdin.flush()
            answers.append(writer.stdout.readline().decode().strip())
            inner.rename(self.folder / "away") if number == 1 else None
        writer.stdin.close()
        self.assertEqual((answers, writer.wait(10)), (["ok 1", "fail ENOENT"], 5))
        writer.stdout.close()
        self.assertFalse(inner.exists(), "nothing is begun anew where everything was")
        (self.folder / "away").rename(inner)
        self.assertEqual(append(path, [record(1), record(2)])[0], ["dup 1", "ok 2"])

    @unittest.skipUnless(shutil.which("faketime"), "needs faketime")
    def test_clocks_that_jump_change_no_order_and_lose_nothing(self):
        for number, clock in enumerate(("2001-01-01", "2030-01-01", "2001-01-01", "+0", "1999-12-31 x10"), 1):
            run = subprocess.run(
                ["faketime", "-f", clock if clock[0] == "+" else f"@{clock} 00:00:00" if "x" not in clock else
                 "@1999-12-31 00:00:00 x10", PROGRAM, "journal", "append", self.path],
                input=(record(number) + "\n").encode(), capture_output=True,
                env={**os.environ, "FAKETIME_DONT_FAKE_MONOTONIC": "1"})
            self.assertEqual(run.stdout.decode(), f"ok {number}\n", run.stderr)
        times = [e["t"] for e in lines(self.path)]
        self.assertTrue(times[0].startswith("2001") and times[1].startswith("2030"), times)
        self.assertEqual(times, sorted(times))
        self.assertEqual(verify(self.path)["status"], "clean")


@unittest.skipUnless(os.geteuid() == 0, "needs root: it mounts a small disk")
class SmallDisks(JournalCase):
    def setUp(self):
        super().setUp()
        self.disk = self.folder / "disk"
        self.disk.mkdir()
        made = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", self.disk], capture_output=True)
        if made.returncode != 0:
            self.skipTest("needs root with the right to mount")
        self.addCleanup(subprocess.run, ["umount", self.disk], check=True)
        self.path = self.disk / "journal.jsonl"

    def test_a_full_disk_refuses_and_an_enlarged_one_goes_on(self):
        records = [record(i, data={"a": "x" * 3000}) for i in range(1, 41)]
        answers, code, said = append(self.path, records)
        self.assertEqual((answers[-1], code), ("fail ENOSPC", 5))
        self.assertTrue(said)
        kept = len(answers) - 1
        self.assertGreater(kept, 5)
        self.assertEqual((verify(self.path)["status"], len(lines(self.path))), ("clean", kept))
        subprocess.run(["mount", "-o", "remount,size=1m", self.disk], check=True)
        answers, code, _ = append(self.path, records)
        self.assertEqual(answers, [f"{'dup' if i <= kept else 'ok'} {i}" for i in range(1, 41)])

    def test_a_read_only_disk_is_read(self):
        append(self.path, [record(1)])
        subprocess.run(["mount", "-o", "remount,ro", self.disk], check=True)
        self.assertEqual(verify(self.path)["status"], "clean")
        self.assertEqual(append(self.path, [record(2)])[:2], (["fail EROFS"], 5))
        subprocess.run(["mount", "-o", "remount,rw", self.disk], check=True)
        self.assertEqual(append(self.path, [record(2)])[0], ["ok 2"])


if __name__ == "__main__":
    unittest.main()
