"""Running the command as a user does."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path


def anxin(*words: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run `anxin` in a process of its own, with more environment if given."""
    call = [sys.executable, "-c", "from generator.cli import run; run()", *map(str, words)]
    return subprocess.run(call, capture_output=True, text=True, check=False, env={**os.environ, **environment})
