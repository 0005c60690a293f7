"""What lists and copies of a large data folder cost: 10,000 journals of 200 lines.

Rebuilding the index: at most 60 s and 64 MiB, and at most 2.5 times what half as many take. Also, without a goal: records from a fresh index, what one changed journal
costs, a backup beside `tar`, and a restore. Wants an optimized program: PARCOURS=.build/release/parcours."""
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parents[1] / "Scenarios/journal"))
sys.path.insert(0, str(HERE.parents[1] / "Scenarios/data"))
from datafolder import COURSE, PROGRAM, ROOT, environment  # noqa: E402
from journal import sealed  # noqa: E402

SMOKE = os.environ.get("PARCOURS_BENCH") == "smoke"  # only shows that it runs; goals count in a quiet run
LEARNERS, LINES = (30, 200) if SMOKE else (10_000, 200)


def measured(*command, **options):
    """Seconds, and the most memory in MiB."""
    started = time.monotonic()
    process = subprocess.Popen(
        [str(part) for part in command], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=ROOT,
        env=environment(), **options)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"{command}: exit {process.returncode}")
    return time.monotonic() - started, usage.ru_maxrss / 1024


def template(data):
    """A journal of 200 lines: a learner who begins, answers two questions, then goes back and forth in a lesson."""
    for text in ("n\nn\n", "carte\n"):
        shown = subprocess.run(
            [PROGRAM, "learn", "--plain", "--data", data], input=text.encode(), capture_output=True, check=True,
            cwd=ROOT, env=environment()).stdout
    number = next(line for line in shown.decode().replace("\u00a0", " ").splitlines() if ". Quiz du module 1" in line)
    text = f"carte\n{number.split('.')[0].strip()}\nB\n\nA\n\n"
    subprocess.run([PROGRAM, "learn", "--plain", "--data", data], input=text.encode(), capture_output=True, check=True,
                   cwd=ROOT, env=environment())
    path = next(data.glob(f"learners/*/{COURSE}/journal.jsonl"))
    entries = [json.loads(line) for line in path.read_text().splitlines()]
    start = entries[-1]["t"]
    for number in range(len(entries), LINES):
        screen = number % 2
        entries.append({"t": start, "k": "cmi", "d": {"activity": "M1-L1", "writes": [
            ["cmi.location", f"{screen}"], ["cmi.progress_measure", "0.5"], ["cmi.completion_status", "incomplete"]]}})
    kept = [{key: entry[key] for key in ("t", "k", "d")} for entry in entries[:LINES]]
    return path, sealed(kept)


def fill(data):
    path, journal = template(data)
    for number in range(1, LEARNERS):
        home = data / "learners" / f"{number:032x}"
        (home / COURSE).mkdir(parents=True, mode=0o700)
        (home / "learner.json").write_text(json.dumps({"login": f"l{number}", "name": f"Apprenant {number}"}))
        (home / COURSE / "journal.jsonl").write_bytes(journal)
    path.write_bytes(journal)
    return path, len(journal) * LEARNERS / 1e6


def compared_with_half(data, seconds):
    """How many times the seconds of half the learners; their memory in MiB."""
    half = data.parent / "half"
    homes = sorted((data / "learners").iterdir())
    for part in [data / "courses", *homes[:len(homes) // 2]]:
        shutil.copytree(part, half / part.relative_to(data), copy_function=os.link)
    shutil.copy(data / "FORMAT", half)
    less, memory = measured(PROGRAM, "data", "index", "--data", half)
    shutil.rmtree(half)
    return seconds / less, memory


def main():
    with tempfile.TemporaryDirectory(dir=os.environ.get("TMPDIR", "/var/tmp")) as name:
        data = pathlib.Path(name) / "data"
        path, megabytes = fill(data)
        seconds, memory = measured(PROGRAM, "data", "index", "--data", data)
        print(f"index: {LEARNERS} journals of {LINES} lines, {megabytes:.0f} MB: {seconds:.1f} s (goal 60), "
              f"{memory:.0f} MiB (goal 64)")
        growth, less = compared_with_half(data, seconds)
        print(f"index: {growth:.2f} times the time of half as many (goal 2.5), which need {less:.0f} MiB")
        fresh, most = measured(PROGRAM, "records", "--as", "csv", "--data", data)
        os.utime(path)
        changed, _ = measured(PROGRAM, "records", "--as", "csv", "--data", data)
        report, _ = measured(PROGRAM, "report", COURSE, "--json", "--data", data)
        print(f"records: {fresh:.2f} s fresh, {changed:.2f} s with one journal changed, {most:.0f} MiB; report {report:.2f} s")
        backup, copied = measured(PROGRAM, "data", "backup", "--data", data, "--output", f"{name}/b.tar")
        bare, _ = measured("sh", "-c", f"tar cf '{name}/bare.tar' -C '{data}' . && sync '{name}/bare.tar'")
        restore, brought = measured(PROGRAM, "data", "restore", f"{name}/b.tar", "--data", f"{name}/back")
        print(f"backup: {backup:.1f} s, {backup / bare:.1f} times tar, {copied:.0f} MiB; restore {restore:.1f} s, "
              f"{brought:.0f} MiB")
        shutil.rmtree(f"{name}/back")
        return 0 if SMOKE or seconds <= 60 and memory <= min(64, 2 * less) and growth <= 2.5 else 1


if __name__ == "__main__":
    sys.exit(main())
