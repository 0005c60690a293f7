"""What importing a package of 500 MB costs over `unzip -t` on it: at most twice the time, and 128 MiB of memory. Half of it is media
that does not compress, half is text and scripts. The import hashes, writes and syncs what the other only reads. Wants an
optimized program: PARCOURS=.build/release/parcours."""
import os
import pathlib
import random
import shutil
import subprocess
import sys
import tempfile
import time
import zipfile

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parents[1] / "Scenarios/import"))
from sandbox import PROGRAM  # noqa: E402
from zips import MANIFEST, PAGE  # noqa: E402

SMOKE = os.environ.get("PARCOURS_BENCH") == "smoke"  # only shows that it runs; goals count in a quiet run
ROUNDS, FILES, SIZE = (1, 20, 200_000) if SMOKE else (5, 200, 2_500_000)
SLOWER, MEMORY = 2.0, 128  # times, MiB


def package(path):
    """A package of FILES files of SIZE bytes."""
    chance = random.Random(3)
    words = [bytes(chance.choices(b"abcdefghijklmnopqrstuvwxyz", k=chance.randint(2, 9))) for _ in range(4000)]
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        archive.writestr("imsmanifest.xml", MANIFEST)
        archive.writestr("index.html", PAGE)
        for number in range(FILES):
            if number % 2:
                content = b" ".join(chance.choices(words, k=SIZE // 6))[:SIZE].ljust(SIZE)
                archive.writestr(f"scripts/s{number}.js", content)
            else:
                archive.writestr(f"media/m{number}.mp4", chance.randbytes(SIZE), compresslevel=1)


def cost(command):
    """Seconds, and MiB at the most."""
    began = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit(f"{command[0]}: exit {process.returncode}")
    return time.monotonic() - began, usage.ru_maxrss / 1024, usage.ru_utime + usage.ru_stime


def main():
    with tempfile.TemporaryDirectory(dir=os.environ.get("TMPDIR", "/var/tmp")) as name:
        folder = pathlib.Path(name)
        package(folder / "package.zip")
        command = [PROGRAM, "import", str(folder / "package.zip"), "--data", str(folder / "data"), "--seconds", "600"]
        tests, imports, memory = [], [], 0
        for _ in range(ROUNDS):
            tested, _, tested_cpu = cost(["unzip", "-tqq", str(folder / "package.zip")])
            shutil.rmtree(folder / "data", ignore_errors=True)
            taken, most, cpu = cost(command)
            again, _, _ = cost(command)
            tests.append(tested)
            imports.append(taken)
            memory = max(memory, most)
            print(f"  unzip -t {tested:.2f} s (CPU {tested_cpu:.2f}), import {taken:.2f} s (CPU {cpu:.2f}), "
                  f"again {again:.2f} s, {most:.0f} MiB", flush=True)
        ratio = min(imports) / min(tests)  # the least disturbed of each
        megabytes = FILES * SIZE // 1_000_000
        print(f"import of {megabytes} MB: {ratio:.2f} times unzip -t (goal {SLOWER:.2f}), {memory:.0f} MiB (goal {MEMORY})")
        return 0 if SMOKE or (ratio <= SLOWER and memory <= MEMORY) else 1


if __name__ == "__main__":
    sys.exit(main())
