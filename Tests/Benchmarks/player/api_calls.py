#!/usr/bin/env python3
"""How long the API object in a page takes for a call: GetValue, SetValue and a whole interaction, with much in the data.

Goal: 99 of 100 calls in under a millisecond. With PARCOURS_BENCH=smoke it is shortened and judges nothing.
"""
import os
import sys
from pathlib import Path

SCENARIOS = Path(__file__).resolve().parents[2] / "Scenarios" / "player"
sys.path.insert(0, str(SCENARIOS))

import browser
import files

browser.ready()
smoke = os.environ.get("PARCOURS_BENCH") == "smoke"
RUN = """const [rounds, done] = arguments;
import("/Tests/Benchmarks/player/api_calls.mjs").then((module) => module.run(rounds)).then(done, (error) => done(String(error)));"""

with files.Server(browser.ROOT) as address, browser.chromium() as page:
    page.get(f"{address}/Scorm/README.md")
    found = page.execute_async_script(RUN, 50 if smoke else 400)
if isinstance(found, str):
    raise SystemExit(found)
slow = False
for name, times in found.items():
    times.sort()
    p50, p99 = times[len(times) // 2], times[min(len(times) - 1, len(times) * 99 // 100)]
    slow |= p99 >= 1
    print(f"{name:45} p50 {p50 * 1000:7.1f} µs   p99 {p99 * 1000:7.1f} µs   {len(times)} calls")
if slow and not smoke:
    raise SystemExit("99 of 100 calls should take less than a millisecond")
