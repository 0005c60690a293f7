"""What a trainer waits for: `check` on a manifest of 10,000 items, and on one of 45,000 files, against `xmllint --noout`
on the same file. Goals: at most twice its time (user and system, whole process), under 200 MiB. Wants
PARCOURS=.build/release/parcours."""
import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

PROGRAM = os.environ.get("PARCOURS", ".build/release/parcours")
SMOKE = os.environ.get("PARCOURS_BENCH") == "smoke"  # only shows that it runs; goals count in a quiet run
RUNS = 2 if SMOKE else 15
RATIO, MEMORY = 2.0, 200

HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="M1" version="1.0" xmlns="http://www.imsglobal.org/xsd/imscp_v1p1"
    xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_v1p3">
  <metadata><schema>ADL SCORM</schema><schemaversion>2004 4th Edition</schemaversion></metadata>
  <organizations default="O1">
    <organization identifier="O1"><title>Course</title>
"""


def items(count):
    tree = "".join(f'      <item identifier="ITEM-{n}" identifierref="RES-{n}">\n        <title>Lesson {n}</title>\n'
                   "      </item>\n" for n in range(count))
    resources = "".join(
        f'    <resource identifier="RES-{n}" type="webcontent" adlcp:scormType="sco" href="lessons/{n}/index.html">\n'
        f'      <file href="lessons/{n}/index.html"/>\n    </resource>\n' for n in range(count))
    return HEAD + tree + "    </organization></organizations>\n  <resources>\n" + resources + "  </resources></manifest>\n"


def files(count):
    tree = '      <item identifier="I" identifierref="R"><title>Lesson</title></item>\n'
    listed = "".join(f'      <file href="media/tiles/{n // 100}/{n}.jpg"/>\n' for n in range(count))
    return (HEAD + tree + "    </organization></organizations>\n  <resources>\n"
            '    <resource identifier="R" type="webcontent" adlcp:scormType="sco" href="index.html">\n'
            '      <file href="index.html"/>\n' + listed + "    </resource></resources></manifest>\n")


def cost(command):
    """Milliseconds of processor, and MiB at the most."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        raise SystemExit(f"{command} ended with {process.returncode}")
    return (usage.ru_utime + usage.ru_stime) * 1000, usage.ru_maxrss / 1024


def main():
    good = True
    with tempfile.TemporaryDirectory() as folder:
        for name, text in (("10,000 items", items(10_000)), ("45,000 files", files(45_000))):
            path = Path(folder) / "imsmanifest.xml"
            path.write_text(text)
            pairs = [(cost(["xmllint", "--noout", path]), cost([PROGRAM, "check", path])) for _ in range(RUNS)]
            theirs, ours = (statistics.median(pair[side][0] for pair in pairs) for side in (0, 1))
            memory = max(pair[1][1] for pair in pairs)
            print(f"{name}: check {ours:.0f} ms, xmllint {theirs:.0f} ms: {ours / theirs:.2f} times (goal {RATIO:g}); "
                  f"{memory:.0f} MiB (goal {MEMORY})")
            good = good and ours / theirs <= RATIO and memory < MEMORY
    return 0 if SMOKE or good else 1


if __name__ == "__main__":
    sys.exit(main())
