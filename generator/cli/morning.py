"""一个早上: the manual's session on a terminal, played in a copy of the records: real commands, one after the other."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import generator
from generator.reference.manual import EXIT, OMITTED

PROGRAM: Final = ".venv/bin/anxin"
"""How the manual calls the command."""

_FOLDERS: Final = ("cases", "content", "schemas")
_ENGINE: Final = "mkdocs.yml"
_IGNORED: Final = "/site/\n/.site-*\n/.cache/\n"
_EVENING: Final = "2026-10-30T17:00:00+08:00"
"""When the records were committed before the morning, a Friday."""
_SIDES: Final = ("AUTHOR", "COMMITTER")
_STEADY: Final = {
    "COLUMNS": "80",
    "LC_ALL": "C.UTF-8",
    "NO_COLOR": "1",
    "PYTHONUTF8": "1",
    "TZ": "Asia/Shanghai",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    **{
        f"GIT_{who}_{what}": said for who in ("AUTHOR", "COMMITTER") for what, said in (("NAME", "编辑"), ("EMAIL", ""))
    },
    **{f"GIT_{who}_DATE": _EVENING for who in ("AUTHOR", "COMMITTER")},
}
"""What the answers might follow, whatever the machine is set to."""


@contextmanager
def morning(root: Path) -> Iterator[Callable[[str], str]]:
    """A copy of the records below `root`, committed, and what answers a line typed there."""
    with TemporaryDirectory() as folder:
        desk = Path(folder) / "portal"
        for name in _FOLDERS:
            shutil.copytree(root / name, desk / name)
        shutil.copyfile(root / _ENGINE, desk / _ENGINE)
        (desk / ".gitignore").write_text(_IGNORED, "utf-8")
        commit = _committed(desk)
        yield lambda line: _answer(desk, line).replace(commit, OMITTED)


def _committed(desk: Path) -> str:
    """Commit everything; the short id, which follows every byte of every page and so has no place in the manual."""
    for words in (
        ("init", "--quiet"),
        ("config", "core.hooksPath", ".githooks"),
        ("add", "--all"),
        ("commit", "--quiet", "--no-verify", "--message", "records"),
    ):
        _run(desk, ("git", *words))
    return _run(desk, ("git", "log", "-1", "--format=%h")).stdout.strip()


def _answer(desk: Path, line: str) -> str:
    """What a terminal shows below the line; last the exit code, where it is not 0."""
    program, *words = shlex.split(line)
    if program != PROGRAM:
        raise ValueError(f"the session can only play {PROGRAM}")
    done = _run(desk, (sys.executable, "-c", "from generator.cli import run; run()", *words), failing=True)
    said = done.stdout.rstrip("\n")
    return f"{said}\n{EXIT}{done.returncode}" if done.returncode else said


def _run(desk: Path, call: Sequence[str], *, failing: bool = False) -> subprocess.CompletedProcess[str]:
    """Both streams as one, as they come; OSError and CalledProcessError are ours to mend."""
    return subprocess.run(  # noqa: S603 - no shell; the words are the manual's own
        call,
        cwd=desk,
        env=_environment(os.environ),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=not failing,
    )


def _environment(given: Mapping[str, str]) -> dict[str, str]:
    """Without the folder and index of another repository, which git hands to its hooks."""
    kept = {name: value for name, value in given.items() if not name.startswith(("GIT_", "LC_", "PYTHON"))}
    return {**kept, **_STEADY, "PYTHONPATH": str(Path(str(generator.__file__)).parents[1])}
