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
    folder.mkdir()
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
        folder = made(pathlib.Path(name) / "all", JOURNALS)
        half = made(pathlib.Path(name) / "half", JOURNALS // 2)
        size = sum(path.stat().st_size for path in folder.glob("learners/*/*/journal.jsonl"))
        sums = ["sh", "-c", "find learners -name journal.jsonl -print0 | xargs -0 sha256sum"]
        check, check_half = ([PROGRAM, "data", "check", "--data", data, "--quiet"] for data in (folder, half))
        spent(check), spent(check_half), spent(sums, cwd=folder)
        turns = 1 if SMOKE else 5
        ours, memory = min(spent(check) for _ in range(turns))
        ours_half, memory_half = min(spent(check_half) for _ in range(turns))
        theirs, _ = min(spent(sums, cwd=folder) for _ in range(turns))
        ratio, growth = theirs / ours, ours / ours_half
        print(f"check: {JOURNALS} journals, {size / 1e6:.0f} MB in {ours:.2f} s ({size / ours / 1e6:.0f} MB/s), "
              f"{ratio:.2f} times sha256sum (goal 0.5), {memory / 1024:.0f} MiB (goal 64); {growth:.2f} times the time of "
              f"half as many (goal 2.5), {memory_half / 1024:.0f} MiB")
    return 0 if SMOKE or ratio >= 0.5 and growth <= 2.5 and memory < min(64 * 1024, 2 * memory_half) else 1


if __name__ == "__main__":
    sys.exit(main())
