"""The library of `faults.c`, built once a run, beside nothing that is kept."""
import atexit
import pathlib
import shutil
import subprocess
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
_built = []


def library():
    if not _built:
        folder = pathlib.Path(tempfile.mkdtemp(prefix="journal-shim-"))
        atexit.register(shutil.rmtree, folder, ignore_errors=True)
        subprocess.run(
            ["cc", "-shared", "-fPIC", "-O1", "-o", folder / "faults.so", HERE / "faults.c", "-ldl"], check=True)
        _built.append(folder / "faults.so")
    return _built[0]


def spoiled(plan, path):
    """What a program needs in its environment for its calls to fail as planned."""
    return {"LD_PRELOAD": str(library()), "FAULT": plan, "FAULT_PATH": str(path)}
