#!/usr/bin/python3
"""Disk trouble at any call of an import: exit 5, nothing of the package is kept, and the next import works."""
import resource
import subprocess
import sys

from sandbox import PROGRAM, Sandbox, version_hash
from zips import Entry, build, good

CALLS = ["write", "fsync", "fdatasync", "syncfs", "rename", "mkdir", "openat"]


def main():
    sandbox = Sandbox()
    passed = failed = 0

    def note(name, wrong):
        nonlocal passed, failed
        passed, failed = passed + (not wrong), failed + bool(wrong)
        if wrong:
            print(f"FAILED {name}: {'; '.join(wrong)}")

    try:
        package = sandbox.folder / "package.zip"
        package.write_bytes(build(good(*(Entry(f"f{n}", b"%d" % n * 500) for n in range(80)))))
        other = sandbox.folder / "other.zip"
        other.write_bytes(build(good()))
        import_other = [PROGRAM, "import", str(other), "--data", str(sandbox.data), "--quiet"]
        hit = 0
        for call in CALLS:
            for error in ["EIO", "ENOSPC"]:
                for when in [1, 2, 5, 20, 60]:
                    sandbox.run(other)  # the folder is there, with a course
                    command = ["strace", "-f", "-qq", "-o", str(sandbox.folder / "trace"), "-e", f"trace={call}", "-e",
                               f"inject={call}:error={error}:when={when}" + ("+200" if call == "openat" else ""),
                               PROGRAM, "import", str(package), "--data", str(sandbox.data), "--quiet"]
                    run = subprocess.run(command, capture_output=True, text=True, timeout=60)
                    injected = "INJECTED" in (sandbox.folder / "trace").read_text(errors="replace")
                    hit += injected
                    wrong = []
                    if injected and run.returncode not in (4, 5, 0, 127):
                        wrong.append(f"exit {run.returncode}: {run.stderr[:200]}")
                    for version in sandbox.versions():
                        if version_hash(version) != version.name:
                            wrong.append("a version is not whole")
                    if run.returncode == 0 and call in ("write", "fsync", "fdatasync", "syncfs") and injected and not run.stdout:
                        wrong.append("done, and no result")
                    again = subprocess.run(import_other, capture_output=True, text=True, timeout=60)
                    if again.returncode != 0:
                        wrong.append(f"afterwards: exit {again.returncode} {again.stderr[:200]}")
                    if list(sandbox.data.glob("courses/.*")):
                        wrong.append("something begun is left")
                    note(f"{call} {error} at call {when}", wrong)
        note("faults were met", [] if hit > 20 else [f"only {hit}"])
        sandbox.run(other)
        run = subprocess.run([PROGRAM, "import", str(package), "--data", str(sandbox.data)], capture_output=True, text=True,
                             preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (400, 400)))
        note("a file too large for the quota", [] if run.returncode == 5 and not run.stdout and len(sandbox.versions()) == 1
             and not list(sandbox.data.glob("courses/.*")) else [f"exit {run.returncode} {run.stderr}"])
    finally:
        sandbox.close()
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


sys.exit(main())
