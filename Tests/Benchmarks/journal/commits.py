"""Durable commits, one writer and 64 writers over 64 learners: at least 0.8 times the rate of a bare C loop that makes the
same writes and syncs, in as many threads as there are writers. Runs the two by turns, and takes the median of the ratios.
For 64 writers the least that any program can do, a sync for a line of every learner, is told beside it without a goal."""
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
        subprocess.run(["cc", "-O2", "-pthread", "-o", bare, HERE / "bare.c"], check=True)
        for writers, count in ((1, 20 if SMOKE else 1000), (64, 5 if SMOKE else 200)):
            programs = [(ours,), (bare, 230)] + ([(bare, 230, "together")] if writers > 1 else [])
            turns = []
            for _ in range(TURNS):
                spent = []
                for program, *more in programs:
                    shutil.rmtree(folder / "w", ignore_errors=True)
                    (folder / "w").mkdir()
                    spent.append(seconds(program, folder / "w", writers, count, *more))
                turns.append(spent)
            rate = writers * count / statistics.median(turn[0] for turn in turns)
            ratio, *least = (statistics.median(turn[of] / turn[0] for turn in turns) for of in range(1, len(programs)))
            reached = reached and ratio >= GOAL
            print(f"{writers} writers: {rate:.0f} commits/s, {ratio:.2f} times bare C (goal {GOAL})"
                  + "".join(f", {one:.2f} times the least possible" for one in least))
    return 0 if SMOKE or reached else 1


if __name__ == "__main__":
    sys.exit(main())
