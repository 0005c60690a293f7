"""Disks that fail, programs that are killed, writers that collide: what was acknowledged stays, and stays once."""
import os
import pathlib
import random
import shutil
import signal
import subprocess
import time
import unittest

from journal import HERE, PROGRAM, JournalCase, append, lines, record, sealed, verify


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
        for _ in range(25):
            batch = [record(i) for i in range(counter, counter + 400)]
            run = subprocess.Popen(
                [PROGRAM, "journal", "append", str(self.path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
            try:
                run.stdin.write("".join(line + "\n" for line in batch).encode())
                run.stdin.flush()
            except BrokenPipeError:
                pass
            time.sleep(dice.uniform(0.005, 0.08))
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

    @classmethod
    def setUpClass(cls):
        cls.shim = HERE / f".faults-{os.getpid()}.so"
        subprocess.run(["cc", "-shared", "-fPIC", "-O1", "-o", cls.shim, HERE / "faults.c", "-ldl"], check=True)
        cls.addClassCleanup(cls.shim.unlink)

    def spoiled(self, plan, records, path=None):
        return append(self.path, records, {
            "LD_PRELOAD": str(self.shim), "FAULT": plan, "FAULT_PATH": str(path or self.path)})

    def test_one_call_fails(self):
        for call in ("write", "fdatasync"):
            for fault in ("eio", "enospc", "short", "kill"):
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
                            wanted = "fail EIO" if fault == "eio" else "fail ENOSPC"
                            self.assertEqual((answers[place - 1:], code), ([wanted], 5))
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


@unittest.skipUnless(os.geteuid() == 0, "needs the right to mount")
class SmallDisks(JournalCase):
    def setUp(self):
        super().setUp()
        self.disk = self.folder / "disk"
        self.disk.mkdir()
        made = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", self.disk], capture_output=True)
        if made.returncode != 0:
            self.skipTest("cannot mount here")
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
