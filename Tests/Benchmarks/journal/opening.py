"""Opening an enrolment of 10,000 events: at most 20 ms more than an empty one with its snapshot, 150 ms without, in less
than 64 MiB more than the empty one needs."""
import hashlib
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[2]
sys.path.insert(0, str(HERE.parents[1] / "Scenarios/journal"))
from journal import PROGRAM, verify  # noqa: E402

SMOKE = os.environ.get("PARCOURS_BENCH") == "smoke"
EVENTS, TURNS = (200, 1) if SMOKE else (10_000, 15)


def learn(data):
    """Seconds and KiB of a terminal session that ends at once."""
    start = time.monotonic()
    process = subprocess.Popen(
        [PROGRAM, "learn", "Courses/spaser", "--plain", "--data", data], cwd=ROOT, stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    assert status == 0
    return time.monotonic() - start, usage.ru_maxrss


def lengthen(path, count):
    """Further lines as a learner who turns the screens of the first lesson again and again makes them."""
    found = [json.loads(line) for line in path.read_bytes().splitlines()]
    events = [e for line in found for e in ([line] if line["k"] != "batch" else line["d"]["events"])]
    activity = next(e["d"]["activity"] for e in events if e["k"] == "cmi")
    previous, time_ = found[-1]["h"], found[-1]["t"]
    with path.open("ab") as file:
        for number in range(len(found) + 1, count + 1):
            screen = number % 4
            writes = [["cmi.location", str(screen)], ["cmi.progress_measure", "0.5"], ["cmi.completion_status", "incomplete"]]
            line = {"n": number, "t": time_, "k": "cmi", "s": "bench", "c": number,
                    "d": {"activity": activity, "writes": writes}}
            body = json.dumps(line, separators=(",", ":"))[:-1] + f',"p":"{previous}"'
            previous = hashlib.sha256(body.encode()).hexdigest()[:16]
            file.write(body.encode() + f',"h":"{previous}"}}\n'.encode())
    assert verify(path)["status"] == "clean"


def main():
    with tempfile.TemporaryDirectory(dir=os.environ.get("TMPDIR", "/var/tmp")) as name:
        small, large = pathlib.Path(name) / "small", pathlib.Path(name) / "large"
        for data in (small, large):
            learn(data)
        (journal,) = large.glob("learners/*/*/journal.jsonl")
        lengthen(journal, EVENTS)
        snapshot = journal.parent / "snapshot.json"
        empty, without, with_one = [], [], []
        for _ in range(TURNS):
            empty.append(learn(small))
            snapshot.unlink(missing_ok=True)
            without.append(learn(large))
            assert snapshot.exists()
            with_one.append(learn(large))
        base, more, quick = (min(turns)[0] for turns in (empty, without, with_one))
        memory = (max(m for _, m in without) - max(m for _, m in empty)) / 1024
        print(f"open {EVENTS} events: with snapshot +{(quick - base) * 1000:.1f} ms (goal 20), "
              f"without +{(more - base) * 1000:.1f} ms (goal 150), +{memory:.0f} MiB (goal 64), start {base * 1000:.0f} ms")
    return 0 if SMOKE or quick - base <= 0.020 and more - base <= 0.150 and memory <= 64 else 1


if __name__ == "__main__":
    sys.exit(main())
