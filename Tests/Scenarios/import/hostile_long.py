#!/usr/bin/python3
"""The whole corpus again, watched call by call: no connection, and no path of a package is ever opened, made or named."""
import os
import re
import sys

from run_corpus import run_corpus

NETWORK = re.compile(r"\b(connect|socket|sendto|sendmsg|bind|listen|accept4?)\(")
PLACES = re.compile(r'\b(?:open|openat|openat2|creat|mkdir|mkdirat|rename|renameat2?|link|linkat|symlink|symlinkat|unlink|unlinkat)'
                    r'\((.*)')
QUOTED = re.compile(r'"((?:[^"\\]|\\.)*)"')
LIBRARY = re.compile(r"\.so(\.[0-9a-z.]+)?$")
SYSTEM = ("/lib", "/usr", "/etc/ld.so", "/etc/localtime", "/proc/", "/sys/", "/dev/")
MADE = re.compile(r"/?|/FORMAT(\.new)?|/courses(/(\.import-[0-9a-f]{16}(/(part|\.index|[0-9a-f]{64}))?"
                  r"|[A-Za-z0-9%-]{1,233}(/(current(\.new)?|[0-9a-f]{64}(/(\.index|[0-9a-f]{64}))?))?))?")


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
            found.append(line[:160])
    return found


def share():
    """Where the engine's own files are."""
    program = os.path.realpath(os.environ["PARCOURS"])
    checkout = program[:program.index("/.build")] if "/.build" in program else os.path.dirname(os.path.dirname(program))
    return os.environ.get("PARCOURS_SHARE", checkout)


def watch(sandbox):
    log = sandbox.folder / "trace"
    for call in ['openat(AT_FDCWD, "/etc/passwd", O_RDONLY) = 3', 'connect(4, {sa_family=AF_INET}, 16) = 0',
                 f'openat(AT_FDCWD, "{sandbox.data}/courses/m1/{"0" * 64}/evil", O_RDWR) = 3',
                 f'rename("{sandbox.data}/courses/a", "{sandbox.folder}/evil") = 0']:
        assert strange(call, sandbox, sandbox.folder / "package.zip", share()), f"the watch is blind: {call}"
    before = ["strace", "-f", "-qq", "-o", str(log), "-s", "4096", "-e", "trace=network,open,openat,openat2,creat,mkdir,mkdirat,"
              "rename,renameat,renameat2,link,linkat,symlink,symlinkat,unlink,unlinkat"]
    return before, lambda package: strange(log.read_text(errors="replace"), sandbox, package, share())[:3]


sys.exit(run_corpus(watch))
