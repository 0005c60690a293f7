#!/usr/bin/python3
"""An import that is killed at any moment leaves nothing half: every version is whole, and the next import sweeps up."""
import os
import random
import subprocess
import sys
import time

from sandbox import PROGRAM, Sandbox, version_hash
from zips import Entry, build, good

ROUNDS = 80


def wrongs(sandbox):
    for version in sandbox.versions():
        if version_hash(version) != version.name:
            yield f"{version.name} is not what its name says"
        current = version.parent / "current"
        if current.exists() and not (version.parent / current.read_text().strip()).is_dir():
            yield "current names nothing"


def main():
    sandbox = Sandbox()
    chance = random.Random(7)
    failed, leftovers, whole = 0, 0, 0
    try:
        package = sandbox.folder / "package.zip"
        command = [PROGRAM, "import", str(package), "--data", str(sandbox.data), "--quiet"]
        def fill(number):
            page = chance.randbytes(1 << 20)
            package.write_bytes(build(good(*(Entry(f"m{n}", page[n:] + b"%d" % number, method=0) for n in range(12)))))
        fill(0)
        began = time.monotonic()
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        span = time.monotonic() - began
        for number in range(1, ROUNDS + 1):
            fill(number)
            process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            time.sleep(chance.uniform(0, span * 1.1))
            process.kill()
            process.wait()
            leftovers += len(list(sandbox.data.glob("courses/.import-*"))) > 0
            whole += len(sandbox.versions()) > 1
            wrong = list(wrongs(sandbox))
            if wrong:
                failed += 1
                print(f"FAILED round {number}: {'; '.join(wrong)}")
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        left = [p.name for p in sandbox.data.glob("courses/.*")] + list(wrongs(sandbox))
        if left:
            failed += 1
            print(f"FAILED after the last import: {left}")
        if not leftovers or not whole:
            failed += 1
            print(f"FAILED to hit: {leftovers} kills in the middle, {whole} after the end")
    finally:
        sandbox.close()
    print(f"{ROUNDS + 2 - failed} passed, {failed} failed")
    return 1 if failed else 0


sys.exit(main())
