"""The power goes: what was acknowledged is in the bytes of the disk, not only in the memory of the system.

An ext4 image is mounted through a loop device with a commit interval so long that only our syncs write; its backing file,
copied while mounted, is what a disk would hold at that moment.
"""
import os
import subprocess
import unittest

from journal import PROGRAM, JournalCase, lines, record, verify
from shim import spoiled


def run(*words):
    return subprocess.run([str(word) for word in words], capture_output=True)


@unittest.skipUnless(os.geteuid() == 0, "needs root: it mounts an ext4 image")
class PowerCut(JournalCase):
    def setUp(self):
        super().setUp()
        self.image, self.disk = self.folder / "image", self.folder / "disk"
        self.disk.mkdir()
        with self.image.open("wb") as image:
            image.truncate(16 << 20)
        made = run("mkfs.ext4", "-q", self.image)
        mounted = run("mount", "-o", "loop,commit=300", self.image, self.disk)
        if made.returncode or mounted.returncode:
            self.skipTest("needs root with loop devices: cannot mount an ext4 image here")
        self.addCleanup(run, "umount", self.disk)
        self.path = self.disk / "journal.jsonl"

    def cut(self, path):
        """What stands in the journal after the power went now; the torn end that the file system left included."""
        copy, after = self.folder / "copy", self.folder / "after"
        after.mkdir(exist_ok=True)
        copy.write_bytes(self.image.read_bytes())
        mounted = run("mount", "-o", "loop", copy, after)
        self.assertEqual(mounted.returncode, 0, mounted.stderr)
        try:
            found = after / path.relative_to(self.disk)
            if not found.exists():
                return []
            report = verify(found)
            self.assertIn(report["status"], ("clean", "torn"))
            whole = found.read_bytes()[: report["good"]]
            (self.folder / "found").write_bytes(whole)
            return lines(self.folder / "found")
        finally:
            run("umount", after)

    def feed(self, count, environment=None):
        """Acknowledges `count` requests and leaves the program running, as a power cut would find it."""
        writer = subprocess.Popen(
            [PROGRAM, "journal", "append", str(self.path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            env={**os.environ, **(environment or {})})
        acknowledged = []
        for number in range(1, count + 1):
            writer.stdin.write(record(number).encode() + b"\n")
            writer.stdin.flush()
            acknowledged.append(writer.stdout.readline().decode().strip())
        return writer, acknowledged

    def end(self, writer):
        writer.kill()
        writer.stdin.close()
        writer.stdout.close()
        writer.wait()

    def test_the_power_goes_after_each_acknowledgement(self):
        writer, _ = self.feed(0)
        for number in range(1, 26):
            writer.stdin.write(record(number).encode() + b"\n")
            writer.stdin.flush()
            self.assertEqual(writer.stdout.readline().decode().strip(), f"ok {number}")
            if number < 4 or number % 6 == 1:
                self.assertEqual([e["c"] for e in self.cut(self.path)], list(range(1, number + 1)))
        self.end(writer)

    def test_without_syncs_the_power_cut_would_lose_acknowledgements(self):
        """The negative control: a disk that lies about syncs is found out, so the test above can fail."""
        writer, acknowledged = self.feed(40, spoiled("fdatasync:lie:0", self.disk))
        self.assertEqual(acknowledged, [f"ok {n}" for n in range(1, 41)])
        found = self.cut(self.path)
        self.end(writer)
        self.assertLess(len(found), 40, "the test cannot fail")


if __name__ == "__main__":
    unittest.main()
