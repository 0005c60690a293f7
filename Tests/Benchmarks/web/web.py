#!/usr/bin/env python3
"""The web shell under load, generator on the same machine: rates as ratios of an all but empty page of the same server,
durable commits at a constant rate with a kill at the peak, memory with many open attempts, and how soon it starts."""
import http.client
import os
import random
import re
import resource
import shutil
import statistics
import subprocess
import sys
import threading
import time
import urllib.parse
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
sys.path.insert(0, str(ROOT / "Tests/Scenarios/web"))
from house import COURSE, PLAY, Server  # noqa: E402

SMOKE = os.environ.get("PARCOURS_BENCH") == "smoke"
FORM = {"Content-Type": "application/x-www-form-urlencoded"}
failed = []


def judge(name, value, limit, unit="", at_least=False):
    holds = value >= limit if at_least else value <= limit
    word = "at least" if at_least else "at most"
    print(f"  {name}: {value:.4g}{unit} ({word} {limit}{unit}){'' if holds or SMOKE else '  TOO ' + ('LOW' if at_least else 'HIGH')}")
    if not holds and not SMOKE:
        failed.append(name)


def percentile(values, part):
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * part))]


def rate(server, path, seconds, headers=()):
    """Requests a second that wrk gets answered over 16 connections."""
    command = ["wrk", "-t1", "-c16", f"-d{seconds}s"] + [word for header in headers for word in ("-H", header)]
    said = subprocess.run([*command, server.url + path], capture_output=True, text=True, check=True).stdout
    if "Non-2xx" in said:
        raise SystemExit(f"{path}: {said}")
    return float(re.search(r"Requests/sec:\s+([\d.]+)", said)[1])


class Arrivals:
    """Requests at a constant rate, whether or not the earlier ones are answered; latency counts from when each was due."""

    def __init__(self, server, per_second, seconds, ask, workers=48):
        self.server, self.ask = server, ask
        self.latencies, self.errors, self.done = [], 0, 0
        self.lock = threading.Lock()
        self.next = 0
        self.count = int(per_second * seconds)
        self.gap = 1 / per_second
        self.stopped = False
        self.began = time.monotonic()
        self.threads = [threading.Thread(target=self.work, daemon=True) for _ in range(workers)]

    def work(self):
        line = http.client.HTTPConnection("127.0.0.1", self.server.port, timeout=20)
        while not self.stopped:
            with self.lock:
                number = self.next
                self.next += 1
            if number >= self.count:
                return
            due = self.began + number * self.gap
            time.sleep(max(0, due - time.monotonic()))
            try:
                self.ask(line, number)
                with self.lock:
                    self.latencies.append((time.monotonic() - due) * 1000)
            except (OSError, http.client.HTTPException, AssertionError):
                if self.stopped:
                    return
                self.errors += 1
                line.close()

    def run(self, kill_after=None):
        for thread in self.threads:
            thread.start()
        if kill_after:
            time.sleep(kill_after)
            self.stopped = True
            self.server.process.kill()
            self.server.process.wait()
            self.server.process.stderr.close()
        for thread in self.threads:
            thread.join()
        return self


def get(path):
    def ask(line, _):
        line.request("GET", path)
        answer = line.getresponse()
        answer.read()
        assert answer.status == 200, answer.status
    return ask


def enrol(server, count):
    """So many learners, each at the first page."""
    line = http.client.HTTPConnection("127.0.0.1", server.port, timeout=60)
    for number in range(count):
        line.request("POST", "/launch", urllib.parse.urlencode({"course": COURSE, "learner": f"l{number}"}), FORM)
        answer = line.getresponse()
        answer.read()
        assert answer.status == 303, answer.status
    line.close()


def commits(learners, acknowledged, lock):
    """Each request turns a page of one learner: one durable line of a journal."""
    turns = [0] * learners
    busy = [threading.Lock() for _ in range(learners)]

    def ask(line, number):
        learner = number % learners
        with busy[learner]:
            turns[learner] += 1
            line.request("POST", f"/as/l{learner}{PLAY}", f"request=screen:{turns[learner] % 2 + 1}", FORM)
            answer = line.getresponse()
            answer.read()
            assert answer.status == 303, answer.status
            with lock:
                acknowledged[learner] += 1
    return ask


def lines(data):
    """How many lines the journal of each learner has, by login."""
    found = {}
    for profile in Path(data, "learners").glob("*/learner.json"):
        login = re.search(r'"login"\s*:\s*"l(\d+)"', profile.read_text())
        if login:
            found[int(login[1])] = sum(p.read_bytes().count(b"\n") for p in profile.parent.glob("*/journal.jsonl"))
    return found


def memory(server):
    return int(re.search(r"VmRSS:\s+(\d+)", Path(f"/proc/{server.process.pid}/status").read_text())[1]) / 1024


def first_page(server):
    print("the first lesson page")
    server.play("open")
    _, _, page = server.get(PLAY)
    addresses = re.findall(r'(?:src|href)="(/assets/[^"]+|/courses/[^"]+/files/[^"]+)"', page)
    total = len(page.encode())
    for address in addresses:
        total += len(server.get(address)[2].encode())
    judge("size with style and script, uncompressed", total / 1000, 60, " kB")
    judge("requests", 1 + len(addresses), 3)


def rates(server):
    seconds = 1 if SMOKE else 5
    print("rates, as parts of an all but empty page of the same server")
    file = re.search(r'src="([^"]+/media/frise\.svg)"', server.play("choice:M1-L2"))[1]
    server.play("choice:M1-L1")
    sheet = re.search(r'rel="stylesheet" href="([^"]+)"', server.get("/search")[2])[1]
    status, headers, body = server.get(sheet)
    asked = [("empty page", "/search", ()), ("lesson", PLAY, ()), ("map", f"/courses/{COURSE}", ()), ("file of a course", file, ()),
             ("style sheet", sheet, ()), ("compressed", sheet, ("Accept-Encoding: gzip",)),
             ("a part", sheet, ("Range: bytes=1000-11000",)), ("known", sheet, (f"If-None-Match: {headers['etag']}",))]
    rounds = [[rate(server, path, seconds, more) for _, path, more in asked] for _ in range(1 if SMOKE else 3)]
    rates = dict(zip((name for name, *_ in asked), (statistics.median(column) for column in zip(*rounds))))
    print("  " + ", ".join(f"{name} {value:.0f}/s" for name, value in rates.items()))
    empty = rates["empty page"]
    judge("lesson page", rates["lesson"] / empty, 0.4, at_least=True)
    for name in ("file of a course", "style sheet", "compressed", "a part", "known"):
        judge(f"static file of {len(body) / 1024:.0f} KiB, {name}" if name != "file of a course" else name, rates[name] / empty,
              0.6, at_least=True)
    calm = Arrivals(server, 200, 2 if SMOKE else 20, get(PLAY), workers=8).run()
    judge("lesson page at 200/s, p99", percentile(calm.latencies, 0.99), 5, " ms")
    print(f"  p50 {percentile(calm.latencies, 0.5):.2f} ms, errors {calm.errors}")


def durable(server, learners):
    seconds = 3 if SMOKE else 60
    acknowledged, lock = [0] * learners, threading.Lock()
    print(f"300 durable commits a second over {learners} learners for {seconds} s")
    load = Arrivals(server, 300, seconds, commits(learners, acknowledged, lock)).run()
    judge("p99", percentile(load.latencies, 0.99), 300, " ms")
    print(f"  p50 {percentile(load.latencies, 0.5):.2f} ms, acknowledged {sum(acknowledged)}, errors {load.errors}")
    judge("errors", load.errors, 0)
    Arrivals(server, 300, 3600, commits(learners, acknowledged, lock)).run(kill_after=1 if SMOKE else 5)
    server.start()
    server.get(PLAY)
    kept = lines(server.data)
    # The line of `open` and the two of the first delivery are one line: a batch.
    lost = sum(max(0, acknowledged[n] + 1 - kept.get(n, 0)) for n in range(learners))
    print(f"  killed at the peak with {sum(acknowledged)} acknowledged")
    judge("acknowledged and lost", lost, 0)


def start(server):
    server.stop()
    times = []
    for _ in range(1 if SMOKE else 5):
        began = time.monotonic()
        server.start()
        server.get("/help")
        times.append((time.monotonic() - began) * 1000)
        server.stop()
    judge("start to first byte", statistics.median(times), 300, " ms")
    server.start()


learners = 50 if SMOKE else 2000
with Server(binary=os.environ["PARCOURS"]) as server:
    first_page(server)
    rates(server)
    began = time.monotonic()
    enrol(server, learners)
    print(f"{learners} learners enrolled in {time.monotonic() - began:.1f} s")
    judge(f"memory with {learners} open attempts", memory(server), 512, " MiB")
    durable(server, min(learners, 1000))
    print(f"with {learners} enrolments on disk")
    start(server)
if failed:
    sys.exit("over the limit: " + ", ".join(failed))
