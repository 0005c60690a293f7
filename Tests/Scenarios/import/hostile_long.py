#!/usr/bin/python3
"""The whole corpus again, watched call by call: no connection, and no path of a package is ever opened, made or named."""
import os
import re
import sys

from corpus import archives
from manifests import manifests
from sandbox import Listener, Sandbox, faults
from zips import build, good

NETWORK = re.compile(r"\b(connect|socket|sendto|sendmsg|bind|listen|accept4?)\(")
PLACES = re.compile(r'\b(?:open|openat|openat2|creat|mkdir|mkdirat|rename|renameat2?|link|linkat|symlink|symlinkat|unlink|unlinkat)'
                    r'\((.*)')
QUOTED = re.compile(r'"((?:[^"\\]|\\.)*)"')
LIBRARY = re.compile(r"\.so(\.[0-9a-z.]+)?$")
SYSTEM = ("/lib", "/usr", "/etc/ld.so", "/etc/localtime", "/proc/", "/sys/", "/dev/")
MADE = re.compile(r"(/(FORMAT|courses|current|part|\.index|[0-9a-f]{64}|\.import-[0-9a-f]{16}|(FORMAT|current)\.new-\d+"
                  r"|[a-z0-9%A-F-]{1,233}))*/?")


def strange(trace, sandbox, package, share):
    """Calls that name anything but the system, the engine's own files, the package itself and what the engine makes."""
    found = []
    for line in trace.splitlines():
        if NETWORK.search(line):
            found.append(line[:160])
        call = PLACES.search(line)
        for path in QUOTED.findall(call[1]) if call else []:
            data = str(sandbox.data)
            if path.startswith((*SYSTEM, share)) or path in (str(package), ".", "/", str(sandbox.folder)) or LIBRARY.search(path):
                continue
            if path.startswith(data) and MADE.fullmatch(path[len(data):]):
                continue
            if "ENOENT" in line and (path.startswith(str(sandbox.folder)) or "/" not in path[1:]):
                if not path.startswith(data):
                    continue
            found.append(line[:160])
    return found


def main():
    sandbox, listener = Sandbox(), Listener()
    share = os.environ.get("PARCOURS_SHARE", "")
    if not share:
        share = os.path.dirname(os.path.dirname(os.path.dirname(os.path.realpath(os.environ["PARCOURS"]))))
        share = share[:share.index("/.build")] if "/.build" in share else share
    cases = [*((*case[:3], lambda port, make=case[3]: make()) for case in archives()), *manifests()]
    failed = 0
    log = sandbox.folder / "trace"
    watch = ["strace", "-f", "-qq", "-o", str(log), "-e", "trace=network,open,openat,openat2,creat,mkdir,mkdirat,rename,renameat,"
             "renameat2,link,linkat,symlink,symlinkat,unlink,unlinkat", "-s", "4096"]
    try:
        package = sandbox.folder / "package.zip"
        package.write_bytes(build(good()))
        base = sandbox.run(package).memory
        for name, code, findings, make in cases:
            package.write_bytes(make(listener.port))
            run = sandbox.run(package, before=watch)
            run.seconds = 0  # watching takes its own time
            wrong = faults(sandbox, run, code, findings, base)
            wrong += strange(log.read_text(errors="replace"), sandbox, package, share)[:3]
            if wrong:
                failed += 1
                print(f"FAILED {name}: {'; '.join(wrong)}")
        if listener.calls:
            failed += 1
            print(f"FAILED somebody was called: {listener.calls}")
    finally:
        listener.close()
        sandbox.close()
    print(f"{len(cases) + 1 - failed} passed, {failed} failed")
    return 1 if failed else 0


sys.exit(main())
