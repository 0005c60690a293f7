#!/usr/bin/env python3
"""What `make setup` does on a machine where packages are missing, with a make-believe dpkg, apt and sudo."""
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
passed = failed = 0

DPKG = '#!/bin/sh\nfor last; do :; done\ngrep -qx "$last" "$FAKE/installed" && printf installed\n'
APT = """#!/bin/sh
echo "$*" >>"$FAKE/calls"
case "$*" in
*update*) exit 0 ;;
esac
left=$(cat "$FAKE/failures")
[ "$left" -eq 0 ] || { echo $((left - 1)) >"$FAKE/failures"; exit 100; }
"""
SUDO = '#!/bin/sh\necho sudo >>"$FAKE/calls"\nexec "$@"\n'


def check(sentence, truth, *facts):
    global passed, failed
    passed, failed = passed + bool(truth), failed + (not truth)
    print("ok     " if truth else "FAILED ", sentence, *([] if truth else facts), flush=True)


def install(installed, failures=0, user=0, sudo=True):
    """Exit code, what was said, and the calls of apt and sudo."""
    with tempfile.TemporaryDirectory() as folder:
        fake = Path(folder)
        tools = {"dpkg-query": DPKG, "apt-get": APT, "id": f"#!/bin/sh\necho {user}\n", "sleep": "#!/bin/sh\n"}
        for name, text in (tools | ({"sudo": SUDO} if sudo else {})).items():
            (fake / name).write_text(text)
            (fake / name).chmod(0o755)
        for name in ("sh", "env", "grep", "cat"):
            (fake / name).symlink_to(next(p for d in ("/usr/bin", "/bin") if (p := Path(d, name)).exists()))
        (fake / "installed").write_text("".join(f"{name}\n" for name in installed))
        (fake / "failures").write_text(f"{failures}\n")
        done = subprocess.run(
            ["/bin/sh", str(ROOT / ".ci/packages.sh"), "libzip-dev", "tmux"], capture_output=True, text=True,
            env={"PATH": folder, "FAKE": folder}, timeout=60)
        calls = (fake / "calls").read_text() if (fake / "calls").exists() else ""
        return done.returncode, done.stderr, calls


def run():
    code, said, calls = install(["libzip-dev", "tmux"])
    check("all is there: no call, no word", (code, said, calls) == (0, "", ""), said, calls)
    code, said, calls = install(["libzip-dev"])
    check("one is missing: it is named and installed, the other left alone",
          code == 0 and "missing: tmux" in said and "install -y --no-install-recommends tmux\n" in calls, said, calls)
    check("root needs no sudo", "sudo" not in calls, calls)
    code, said, calls = install([], user=1000)
    check("others use sudo", code == 0 and calls.count("sudo") == 2 and "libzip-dev tmux" in calls, said, calls)
    code, said, calls = install([], user=1000, sudo=False)
    check("without sudo, the cure is said and nothing is tried",
          code == 1 and "apt-get install libzip-dev tmux" in said and not calls, said, calls)
    code, said, calls = install([], failures=1)
    check("apt that fails once is tried once more", code == 0 and calls.count("install -y") == 2, said, calls)
    code, said, calls = install([], failures=2)
    check("apt that fails twice ends the matter", code == 1 and calls.count("install -y") == 2 and "could not" in said, said, calls)
    doors()


def doors():
    """The README and the Makefile tell the same."""
    readme, makefile = ((ROOT / name).read_text(encoding="utf-8") for name in ("README.md", "Makefile"))
    check("the README has at most 150 lines", len(readme.splitlines()) <= 150)
    check("the README shows make run and make test", all(f"    make {t} " in readme for t in ("run", "test")))
    told = set(re.findall(r"`make ([a-z-]+)", readme)) | set(re.findall(r"^    make ([a-z-]+)", readme, re.MULTILINE))
    there = set(re.findall(r"^([a-z-]+):", makefile, re.MULTILINE))
    check("every make target of the README is there", told <= there, told - there)
    rooms = set(re.findall(r"^\| `(\w+)` \|", readme, re.MULTILINE))
    ours = {p.name for p in (ROOT / "Sources").iterdir() if any(p.rglob("*.swift"))}
    check("the README lists every room and no other", rooms == ours, rooms ^ ours)


run()
print(f"{passed} passed, {failed} failed")
sys.exit(1 if failed else 0)
