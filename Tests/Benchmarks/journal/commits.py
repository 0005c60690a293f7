"""Durable commits, one writer and 64 writers over 64 learners: at least 0.8 times the rate of a bare C loop that makes the
same writes and syncs. Runs the two by turns, and takes the median of the ratios."""
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[2]
SMOKE = os.environ.get("PARCOURS_BENCH") == "smoke"
TURNS = 1 if SMOKE else 9
GOAL = 0.8


def seconds(*command):
    return float(subprocess.run([str(c) for c in command], check=True, capture_output=True, text=True).stdout)


def main():
    subprocess.run(["swift", "build", "-c", "release", "--product", "JournalBench"], cwd=ROOT, check=True,
                   stdout=subprocess.DEVNULL)
    ours = ROOT / ".build/release/JournalBench"
    reached = True
    with tempfile.TemporaryDirectory(dir=os.environ.get("TMPDIR", "/var/tmp")) as name:
        folder = pathlib.Path(name)
        bare = folder / "bare"
        subprocess.run(["cc", "-O2", "-o", bare, HERE / "bare.c"], check=True)
        for writers, count in ((1, 20 if SMOKE else 1000), (64, 5 if SMOKE else 200)):
            ratios, rates = [], []
            for _ in range(TURNS):
                spent = []
                for program in (ours, bare):
                    shutil.rmtree(folder / "w", ignore_errors=True)
                    (folder / "w").mkdir()
                    spent.append(seconds(program, folder / "w", writers, count, *([230] if program == bare else [])))
                ratios.append(spent[1] / spent[0])
                rates.append(writers * count / spent[0])
            ratio = statistics.median(ratios)
            reached = reached and ratio >= GOAL
            print(f"{writers} writers: {statistics.median(rates):.0f} commits/s, {ratio:.2f} times bare C (goal {GOAL})")
    return 0 if SMOKE or reached else 1


if __name__ == "__main__":
    sys.exit(main())
