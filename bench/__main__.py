"""`make bench`: check, cold build, nothing to do, one case changed; medians and their ratio to the cold build."""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

from bench.city import make

_SHIPPED = Path(__file__).parents[1]


def main() -> None:
    """Make a city, time the command as a whole process, print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=int, default=1000)
    parser.add_argument("--runs", type=int, default=3)
    wanted = parser.parse_args()
    with TemporaryDirectory(dir=_SHIPPED, prefix=".site-bench-") as folder:
        root = Path(folder)
        make(_SHIPPED, root, wanted.cases)
        times = {
            "check": [_timed(root, "check") for _ in range(wanted.runs)],
            "cold build": [_cold(root) for _ in range(wanted.runs)],
            "nothing to do": [_timed(root, "build") for _ in range(wanted.runs)],
            "one case changed": [_changed(root, run) for run in range(wanted.runs)],
        }
    cold = median(times["cold build"])
    sys.stdout.write(f"{wanted.cases} cases, {wanted.runs} runs, median of whole processes\n")
    for name, seconds in times.items():
        sys.stdout.write(f"{name:18} {median(seconds):7.2f} s {median(seconds) / cold:6.2f} of cold\n")


def _timed(root: Path, command: str) -> float:
    start = perf_counter()
    anxin = [sys.executable, "-c", "from generator.cli import run; run()"]
    done = subprocess.run([*anxin, command, "--root", str(root)], capture_output=True, text=True, check=False)  # noqa: S603 - our own command
    if done.returncode:
        raise SystemExit(done.stdout[-2000:] + done.stderr[-2000:])
    return perf_counter() - start


def _cold(root: Path) -> float:
    for folder in ("site", ".cache"):
        shutil.rmtree(root / folder, ignore_errors=True)
    return _timed(root, "build")


def _changed(root: Path, run: int) -> float:
    file = root / "cases/2024/yk-2024-0001.yml"
    file.write_text(
        file.read_text("utf-8").replace("违法事实: ", f"违法事实: 第{run + 1}次修改，", 1), encoding="utf-8"
    )
    return _timed(root, "build")


if __name__ == "__main__":
    main()
