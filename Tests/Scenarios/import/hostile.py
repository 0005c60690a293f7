#!/usr/bin/python3
"""Every hostile archive and manifest is refused with its code or opened with its finding; nothing else happens."""
import sys

from run_corpus import run_corpus

sys.exit(run_corpus())
