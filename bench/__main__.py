"""`make bench`: check and build, cold, with nothing to do, with one case changed; medians and their ratio to cold."""

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
        times = {command: _times(root, command, wanted.runs) for command in ("check", "build")}
    sys.stdout.write(f"{wanted.cases} cases, {wanted.runs} runs, median of whole processes\n")
    for command, rows in times.items():
        cold = median(rows["cold"])
        for name, seconds in rows.items():
            row = f"{command} {name}"
            sys.stdout.write(f"{row:24} {median(seconds):7.2f} s {median(seconds) / cold:6.2f} of cold\n")


def _times(root: Path, command: str, runs: int) -> dict[str, list[float]]:
    return {
        "cold": [_cold(root, command) for _ in range(runs)],
        "with nothing to do": [_timed(root, command) for _ in range(runs)],
        "with one change": [_changed(root, command, run) for run in range(runs)],
    }


def _timed(root: Path, command: str) -> float:
    start = perf_counter()
    anxin = [sys.executable, "-c", "from generator.cli import run; run()"]
    done = subprocess.run([*anxin, command, "--root", str(root)], capture_output=True, text=True, check=False)  # noqa: S603 - our own command
    if done.returncode:
        raise SystemExit(done.stdout[-2000:] + done.stderr[-2000:])
    return perf_counter() - start


def _cold(root: Path, command: str) -> float:
    for folder in ("site", ".cache"):
        shutil.rmtree(root / folder, ignore_errors=True)
    return _timed(root, command)


def _changed(root: Path, command: str, run: int) -> float:
    file = root / "cases/2024/yk-2024-0001.yml"
    file.write_text(
        file.read_text("utf-8").replace("违法事实: ", f"违法事实: 第{run + 1}次修改，", 1), encoding="utf-8"
    )
    return _timed(root, command)


if __name__ == "__main__":
    main()
