"""What a durable answer costs over the bare system calls: at most 1.5 times as much. Also, how fast a journal is verified:
at least 100 MB a second. Wants an optimized program: PARCOURS=.build/release/parcours."""
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parents[1] / "Scenarios/journal"))
from journal import PROGRAM, record, sealed  # noqa: E402

SMOKE = os.environ.get("PARCOURS_BENCH") == "smoke"  # only shows that it runs; goals count in a quiet run
ROUNDS, COUNT, LINES = (1, 50, 4_000) if SMOKE else (7, 1000, 400_000)


def timed(command, **options):
    start = time.monotonic()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, **options)
    return time.monotonic() - start


def main():
    with tempfile.TemporaryDirectory(dir=os.environ.get("TMPDIR", "/var/tmp")) as name:
        folder = pathlib.Path(name)
        subprocess.run(["cc", "-O2", "-o", folder / "bare", HERE / "bare.c"], check=True)
        answer = {"item": "m1-q1", "responses": {"RESPONSE": ["B"]}, "score": 1, "attempt": 1}
        (folder / "in").write_text("".join(record(i, data=answer) + "\n" for i in range(COUNT)))
        bare, ours = [], []
        for number in range(ROUNDS):
            with (folder / "in").open() as source:
                ours.append(timed([PROGRAM, "journal", "append", folder / f"ours{number}"], stdin=source))
            size = (folder / f"ours{number}").stat().st_size // COUNT
            (folder / f"bare{number}").mkdir()
            bare.append(timed([folder / "bare", folder / f"bare{number}", "1", str(COUNT), str(size)]))
        ratio = statistics.median(ours) / statistics.median(bare)
        print(f"append: {statistics.median(ours) / COUNT * 1e6:.0f} µs, bare "
              f"{statistics.median(bare) / COUNT * 1e6:.0f} µs, {ratio:.2f} times (goal 1.50)")

        large = folder / "large"
        large.write_bytes(sealed([{"d": {**answer, "note": "é" * 60}}] * LINES))
        spent = min(timed([PROGRAM, "journal", "verify", large]) for _ in range(3))
        speed = large.stat().st_size / spent / 1e6
        print(f"verify: {speed:.0f} MB/s (goal 100)")
        return 0 if SMOKE or ratio <= 1.5 and speed >= 100 else 1


if __name__ == "__main__":
    sys.exit(main())
