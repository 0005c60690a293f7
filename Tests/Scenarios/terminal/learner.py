"""A learner at a terminal: a real pseudo-terminal with a real screen, a pipe, and the answers of a quiz."""
import csv
import fcntl
import io
import json
import os
import pty
import re
import select
import shutil
import signal
import struct
import subprocess
import sys
import tempfile
import termios
import time
from pathlib import Path

try:
    import pyte
except ImportError:
    sys.exit("pyte is not here: run `make setup-test`, which installs python3-pyte.")

ROOT = Path(__file__).resolve().parents[3]
COURSE = "Courses/spaser"
QUIZ = ROOT / COURSE / "quizzes/m1.md"
BINARY = str(Path(sys.argv[1] if len(sys.argv) > 1 else ROOT / ".build/debug/parcours").resolve())
ESCAPE = b"\x1b"

passed = failed = 0


def check(sentence, truth, *facts):
    """Counts what holds and what does not; the facts are shown of what does not."""
    global passed, failed
    if truth:
        passed += 1
        print(f"ok      {sentence}", flush=True)
    else:
        failed += 1
        print(f"FAILED  {sentence}", *(f"\n        | {line}" for fact in facts for line in str(fact).splitlines()), flush=True)
    return bool(truth)


def scenario(run):
    """Runs a scenario in a folder of its own, and says how it went in the last line."""
    folder = Path(tempfile.mkdtemp(prefix="parcours-scenario-"))
    try:
        run(folder)
    except Exception as error:  # a scenario that breaks off has failed, whatever the reason
        check(f"the scenario goes to its end: {type(error).__name__}", False, error)
    finally:
        for terminal in Terminal.open_ones:
            terminal.kill()
        shutil.rmtree(folder, ignore_errors=True)
    print(f"{passed} passed, {failed} failed")
    sys.exit(1 if failed else 0)


def environment(home, **more):
    inherited = {k: v for k, v in os.environ.items() if k not in ("PARCOURS_DATA", "LC_ALL", "NO_COLOR", "XDG_DATA_HOME")}
    return dict(inherited, HOME=str(home), LANG="fr_FR.UTF-8", TERM="xterm-256color", **more)


def parcours(home, *arguments, text=b"", timeout=60, **more):
    """One command to its end, through pipes: exit code, stdout, stderr, as bytes."""
    done = subprocess.run(
        [BINARY, *map(str, arguments)], input=text, capture_output=True, timeout=timeout, cwd=ROOT,
        env={**environment(home), **more})
    return done.returncode, done.stdout, done.stderr


def flat(text):
    """The text in one line, whatever blanks and line breaks stand in it."""
    return " ".join(text.split())


class Terminal:
    """`parcours learn` on a pseudo-terminal; `text` is what stands on its screen."""

    open_ones = []

    def __init__(self, data, *more, columns=80, rows=24, home=None, course=COURSE):
        self.screen = pyte.Screen(columns, rows)
        self.stream = pyte.ByteStream(self.screen)
        self.raw = b""
        self.master, slave = pty.openpty()
        self._size(columns, rows)

        def take_terminal():
            fcntl.ioctl(0, termios.TIOCSCTTY, 0)

        self.process = subprocess.Popen(
            [BINARY, "learn", *([course] if course else []), "--data", str(data), *more], cwd=ROOT, env=environment(home or data.parent),
            stdin=slave, stdout=slave, stderr=slave, start_new_session=True, preexec_fn=take_terminal)
        os.close(slave)
        Terminal.open_ones.append(self)

    def _size(self, columns, rows):
        fcntl.ioctl(self.master, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    @property
    def text(self):
        return "\n".join(line.rstrip() for line in self.screen.display)

    @property
    def flat(self):
        return flat(self.text)

    def resize(self, columns, rows):
        self.screen.resize(rows, columns)
        self._size(columns, rows)

    def read(self, seconds):
        """Takes what the program writes; false when it writes nothing for so long, or has ended."""
        if self.master is None or not select.select([self.master], [], [], seconds)[0]:
            return False
        try:
            data = os.read(self.master, 65536)
        except OSError:
            data = b""
        self.raw += data
        self.stream.feed(data)
        return bool(data)

    def wait(self, holds, seconds=15):
        """Until `holds(flat text)`; the flat text, or an error that shows the screen."""
        end = time.monotonic() + seconds
        while True:
            while self.read(0.02):
                pass
            if holds(self.flat):
                return self.flat
            if time.monotonic() > end:
                raise TimeoutError(f"not on the screen after {seconds} s; the screen is\n{self.text}")
            self.read(0.1)

    def see(self, *words, seconds=15):
        return self.wait(lambda text: all(word in text for word in words), seconds)

    def press(self, keys):
        os.write(self.master, keys if isinstance(keys, bytes) else keys.encode())

    def press_and_wait(self, keys, seconds=15):
        """Presses a key that changes the screen."""
        before = self.flat
        self.press(keys)
        return self.wait(lambda text: text != before, seconds)

    def signal(self, number):
        self.process.send_signal(number)

    def end(self, seconds=10):
        """Waits for the end; the exit code, negative for a signal."""
        end = time.monotonic() + seconds
        while self.process.poll() is None:
            if time.monotonic() > end:
                raise TimeoutError(f"still running after {seconds} s; the screen is\n{self.text}")
            if not self.read(0.05):
                time.sleep(0.01)
        while self.read(0.05):
            pass
        self.close()
        return self.process.returncode

    def close(self):
        """Closes the window: the program gets SIGHUP if it still runs."""
        if self.master is not None:
            os.close(self.master)
            self.master = None
        if self in Terminal.open_ones:
            Terminal.open_ones.remove(self)

    def kill(self):
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGKILL)
            self.process.wait()
        self.close()

    # What a learner does

    def read_up_to_quiz(self, most=200):
        """Goes on page by page until the first question; the pages seen."""
        pages = [self.text]
        while not is_question(self.flat):
            if len(pages) > most:
                raise TimeoutError(f"no question after {most} pages; the screen is\n{self.text}")
            self.press_and_wait("n")
            pages.append(self.text)
        return pages

    def answer(self, question):
        """Answers the question on the screen; the feedback."""
        if question["options"]:
            for letter in question["right"]:
                self.press(letter.lower())
        else:
            self.press(question["right"])
        self.press("\r")
        return self.wait(lambda text: any(v in text for v in ("Bonne réponse", "Réponse en partie juste", "Réponse inexacte")))


def is_question(text):
    return re.search(r"Question \d+ sur \d+", text) is not None and "valider" in text


def questions(path=QUIZ):
    """The questions of a quiz file in their order: title, options, and right answers as letters or as text."""
    found = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            found.append({"title": flat(re.sub(r"\{#.*\}\s*$", "", line[3:])), "options": [], "right": []})
        elif found and (option := re.match(r"- [\[(]([ x])[\])] (.*)", line)):
            question = found[-1]
            if option[1] == "x":
                question["right"].append(chr(65 + len(question["options"])))
            question["options"].append(option[2])
        elif found and line.startswith("= ") and not found[-1]["right"]:
            found[-1]["right"] = re.split(r" \| | ± ", line[2:])[0].strip()
    return found


def journals(data):
    return sorted(data.glob("learners/*/*/journal.jsonl"))


def kinds(journal):
    """The kinds of the events in a journal, those of a batch one by one."""
    found = []
    for line in journal.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        found += [e["k"] for e in record["d"]["events"]] if record["k"] == "batch" else [record["k"]]
    return found


def rows(exported):
    return list(csv.DictReader(io.StringIO(exported.decode("utf-8-sig")), delimiter=";"))


def is_clean(home, journal):
    code, out, _ = parcours(home, "journal", "verify", journal)
    return code == 0 and json.loads(out).get("status") == "clean"


def number_in_map(plain_map, title):
    """The number that the plain map gives a step; the last with this title if several have it."""
    found = re.findall(rf"^\s*(\d+)\. {re.escape(title)}", plain_map, re.MULTILINE)
    if not found:
        raise LookupError(f"{title} is not in the map:\n{plain_map}")
    return found[0]


def open_quiz(home, data, course=COURSE):
    """Brings the learner straight to the quiz of module 1, through pipes."""
    _, out, err = parcours(home, "learn", course, "--data", data, "--plain", text=b"carte\n")
    number = number_in_map(out.decode().replace("\u00a0", " "), "Quiz du module 1")
    return parcours(home, "learn", course, "--data", data, "--plain", text=f"carte\n{number}\n".encode())
