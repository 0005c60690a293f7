"""A place for hostile files: runs an import in it, and looks whether anything has come out."""
import contextlib
import hashlib
import json
import os
import pathlib
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import threading

PROGRAM = os.path.abspath(os.environ.get("PARCOURS", pathlib.Path(__file__).resolve().parents[3] / ".build/debug/parcours"))
SECONDS, GROWTH = 10, 256 << 10  # the most an import may take, and may grow, in KiB
KEPT = re.compile(r"FORMAT|courses|courses/[^/]{1,255}(/current|/[0-9a-f]{64}(/(\.index|[0-9a-f]{64}))?)?")


class Listener:
    """Counts who calls."""

    def __init__(self):
        self.calls = []
        self.socket = socket.create_server(("127.0.0.1", 0))
        self.port = self.socket.getsockname()[1]
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self):
        with contextlib.suppress(OSError):
            while True:
                caller, address = self.socket.accept()
                self.calls.append(address)
                caller.close()

    def close(self):
        self.socket.close()


# A process counts the memory of the one that started it as its own; so a small one starts the import.
STARTER = """
import os, subprocess, sys
child = subprocess.Popen(sys.argv[2:])
_, status, usage = os.wait4(child.pid, 0)
with open(sys.argv[1], "w") as file:
    print(os.waitstatus_to_exitcode(status), usage.ru_utime + usage.ru_stime, usage.ru_maxrss, file=file)
"""


class Run:
    """What an import said and cost: its exit code, seconds of the processor, KiB of memory at the most."""

    def __init__(self, command, environment, notes):
        done = subprocess.run([sys.executable, "-S", "-E", "-c", STARTER, str(notes), *command], stdin=subprocess.DEVNULL,
                              capture_output=True, env=environment, timeout=120)
        code, seconds, memory = notes.read_text().split()
        notes.unlink()
        self.code, self.seconds, self.memory = int(code), float(seconds), int(memory)
        self.out, self.err = done.stdout.decode(), done.stderr.decode(errors="replace")


class Sandbox:
    def __init__(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="import-"))
        self.data, self.outside = self.folder / "data", self.folder / "outside"
        self.outside.mkdir()
        (self.outside / "canary").write_text("untouched")
        (self.folder / "evil").write_text("mine")
        self.environment = {**os.environ, "TMPDIR": str(self.folder), "LC_ALL": "en_GB.UTF-8", "HOME": str(self.folder)}

    def close(self):
        shutil.rmtree(self.folder)

    def tree(self):
        """Everything but the data folder, with contents and times."""
        found = []
        for place, folders, files in os.walk(self.folder):
            if pathlib.Path(place) == self.folder:
                folders.remove("data") if "data" in folders else None
            for name in files + folders:
                path = os.path.join(place, name)
                status = os.lstat(path)
                content = b""
                if os.path.isfile(path) and not os.path.islink(path):
                    with open(path, "rb") as file:
                        content = hashlib.file_digest(file, "sha256").digest()
                found.append((path, status.st_mode, status.st_mtime_ns, content))
        return sorted(found)

    def run(self, path, *more, before=()):
        shutil.rmtree(self.data, ignore_errors=True)
        return Run([*before, PROGRAM, "import", str(path), "--data", str(self.data), "--json", "--lang", "en", *more],
                   self.environment, self.folder / "notes")

    def kept(self):
        """Every path below the data folder."""
        return sorted(str(p.relative_to(self.data)) for p in self.data.rglob("*")) if self.data.exists() else []

    def versions(self):
        return [p for p in self.data.glob("courses/*/*") if p.is_dir()]


def version_hash(folder):
    """The name that a kept version must have, worked out anew; every file must be what its name says."""
    whole = hashlib.sha256()
    for line in (folder / ".index").read_bytes().splitlines():
        name, size, path = line.split(b" ", 2)
        content = (folder / name.decode()).read_bytes()
        assert hashlib.sha256(content).hexdigest().encode() == name and len(content) == int(size), path
        whole.update(path + b"\0" + int(size).to_bytes(8, "big") + content)
    return whole.hexdigest()


def faults(sandbox, run, code, findings, base):
    """What is wrong with an outcome; an empty list is as it must be."""
    wrong = []
    if run.seconds > SECONDS:
        wrong.append(f"took {run.seconds:.1f} s")
    if run.memory - base > GROWTH:
        wrong.append(f"grew by {(run.memory - base) >> 10} MiB")
    if "Fatal error" in run.err or "Stack dump" in run.err:
        wrong.append("trapped")
    strange = [p for p in sandbox.kept() if not KEPT.fullmatch(p)]
    if strange:
        wrong.append(f"in the data folder: {strange[:3]}")
    if code is not None:
        codes = code.split()
        if run.code != 4:
            wrong.append(f"exit {run.code}, not 4")
        if codes and not any(c in run.err for c in codes):
            wrong.append(f"none of {codes} was said")
        if run.out:
            wrong.append("a refusal gave a result")
        if any(sandbox.data.glob("courses/*")) or any(sandbox.data.glob("courses/.*")):
            wrong.append("something of it was kept")
        return wrong
    if run.code != 0:
        return [*wrong, f"exit {run.code}, not 0"]
    said = {f["code"] for f in json.loads(run.out)["findings"]}
    if findings and not findings & said:
        wrong.append(f"none of {sorted(findings)} among {sorted(said)}")
    versions = sandbox.versions()
    if [v.name for v in versions] != [version_hash(v) for v in versions] or len(versions) != 1:
        wrong.append("what is kept is not one whole version")
    return wrong
