"""What the scenarios of the web shell share: a server of their own, plain requests, checks that are counted."""
import http.client
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import urllib.parse
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
COURSE = "parcours-mission-spaser"
PLAY = f"/courses/{COURSE}/play"


def answers():
    """The key of the first module's quiz, item by item as the form takes it, from the course's own source."""
    key = {}
    for block in re.split(r"^## ", (ROOT / "Courses/spaser/quizzes/m1.md").read_text(), flags=re.M)[1:]:
        item = re.search(r"#(m1-q\d+)", block)[1]
        marks = re.findall(r"^- [\[(]([ x])[\])]", block, flags=re.M)
        if marks:
            key[item] = [chr(ord("A") + place) for place, mark in enumerate(marks) if mark == "x"]
        else:
            key[item] = [re.split(r"[|±]", re.search(r"^= (.+)$", block, flags=re.M)[1])[0].strip()]
    return key


class Checks:
    """Counts what held and what did not, and says the latter."""

    def __init__(self):
        self.passed = self.failed = 0

    def __call__(self, holds, what):
        if holds:
            self.passed += 1
        else:
            self.failed += 1
            print(f"FAILED: {what}", flush=True)
        return bool(holds)

    def equal(self, found, expected, what):
        return self(found == expected, f"{what}: {found!r}, not {expected!r}")

    def end(self):
        print(f"{self.passed} passed, {self.failed} failed")
        sys.exit(1 if self.failed else 0)


class Server:
    """`parcours serve` on a free port, with data of its own; gone with everything it wrote at the end."""

    def __init__(self, *arguments, data=None, binary=None):
        self.binary = binary or os.environ["PARCOURS"]
        self.own = data is None
        self.data = data or tempfile.mkdtemp(prefix="parcours-web-")
        self.arguments = arguments
        self.start()

    def start(self):
        environment = dict(os.environ, PARCOURS_DATA=self.data, LC_ALL="C.UTF-8")
        self.process = subprocess.Popen(
            [self.binary, "serve", "--lang", "fr", "--port", "0", *self.arguments], env=environment, cwd=ROOT,
            stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True)
        line = self.process.stderr.readline()
        found = re.search(r"http://127\.0\.0\.1:(\d+)/", line)
        if not found:
            raise SystemExit(f"the server did not start: {line}{self.process.stderr.read()}")
        self.port = int(found[1])
        self.url = f"http://127.0.0.1:{self.port}"

    def stop(self, kind=signal.SIGINT):
        self.process.send_signal(kind)
        try:
            return self.process.wait(10)
        finally:
            self.process.stderr.close()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
            self.process.stderr.close()
        if self.own:
            shutil.rmtree(self.data, ignore_errors=True)

    def ask(self, method, path, body=None, headers=(), timeout=15):
        """Status, headers in lower case, body."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=timeout)
        try:
            connection.request(method, path, body, dict(headers))
            answer = connection.getresponse()
            return answer.status, {k.lower(): v for k, v in answer.getheaders()}, answer.read().decode("utf-8", "replace")
        finally:
            connection.close()

    def get(self, path, **headers):
        return self.ask("GET", path, headers=[(k.replace("_", "-"), v) for k, v in headers.items()])

    def post(self, path, fields, **headers):
        said = {"Content-Type": "application/x-www-form-urlencoded"}
        said.update({k.replace("_", "-"): v for k, v in headers.items()})
        return self.ask("POST", path, urllib.parse.urlencode(fields, doseq=True), said.items())

    def play(self, request, prefix="", **fields):
        """A request of the player, and the page that it leads to."""
        status, headers, body = self.post(prefix + PLAY, dict(fields, request=request))
        return self.get(headers["location"])[2] if status == 303 else body


def seen(page):
    """Where a page of the player stands."""
    return re.search(r'name="seen" value="([^"]*)"', page)[1]


def tree(folder):
    """Every file below a folder, with its bytes."""
    return {str(p.relative_to(folder)): p.read_bytes() for p in sorted(Path(folder).rglob("*")) if p.is_file()}
