"""`data check` of 10,000 journals of 200 lines: at least half the speed of `sha256sum` over the same bytes, in less than
64 MiB, growing in a line with their number."""
import os
import pathlib
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parents[1] / "Scenarios/journal"))
from journal import PROGRAM, sealed  # noqa: E402

SMOKE = os.environ.get("PARCOURS_BENCH") == "smoke"
JOURNALS, LINES = (50, 20) if SMOKE else (10_000, 200)


def spent(command, **options):
    """Seconds and KiB of the whole command."""
    start = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, **options)
    _, status, usage = os.wait4(process.pid, 0)
    assert status == 0, command
    return time.monotonic() - start, usage.ru_maxrss


def made(folder, count):
    """A data folder of so many learners with one journal each, all different."""
    (folder / "FORMAT").write_text("parcours-data 1\n")
    answer = {"activity": "M1-QUIZ", "item": "m1-q1", "responses": ["B"], "score": 1, "attempt": 1}
    for number in range(count):
        course = folder / "learners" / f"{number:032x}" / "course"
        course.mkdir(parents=True)
        (course.parent / "learner.json").write_text('{"login":"l%d","name":"L"}\n' % number)
        (course / "journal.jsonl").write_bytes(sealed([{"d": {**answer, "seconds": number}}] * LINES))
    return folder


def main():
    with tempfile.TemporaryDirectory(dir=os.environ.get("TMPDIR", "/var/tmp")) as name:
        folder = made(pathlib.Path(name), JOURNALS)
        size = sum(path.stat().st_size for path in folder.glob("learners/*/*/journal.jsonl"))
        sums = ["sh", "-c", "find learners -name journal.jsonl -print0 | xargs -0 sha256sum"]
        check = [PROGRAM, "data", "check", "--data", folder, "--quiet"]
        spent(check), spent(sums, cwd=folder)
        ours, memory = min(spent(check) for _ in range(1 if SMOKE else 5))
        theirs, _ = min(spent(sums, cwd=folder) for _ in range(1 if SMOKE else 5))
        ratio = theirs / ours
        print(f"check: {JOURNALS} journals, {size / 1e6:.0f} MB in {ours:.2f} s ({size / ours / 1e6:.0f} MB/s), "
              f"{ratio:.2f} times sha256sum (goal 0.5), {memory / 1024:.0f} MiB (goal 64)")
    return 0 if SMOKE or ratio >= 0.5 and memory < 64 * 1024 else 1


if __name__ == "__main__":
    sys.exit(main())
