"""The package's modules as syntax trees, and the project's text files; every rule here reads from these."""

from __future__ import annotations

import ast
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parents[2]
PACKAGE: Final = "generator"
TOP: Final = "__init__"
"""The name of the package's own `__init__` module; every other module is named from there, e.g. `law.terms`."""

_OUTPUT: Final = frozenset({"site", "build", "dist"})
"""Folders at the root that hold what was made; hidden ones and `*.egg-info` are made by tools, except `.ci`."""


@dataclass(frozen=True)
class Module:
    """One module: its name below the package and its text."""

    name: str
    text: str

    @cached_property
    def tree(self) -> ast.Module:
        """The text as a syntax tree."""
        return ast.parse(self.text)

    @cached_property
    def origins(self) -> dict[str, str]:
        """Local name → what it was imported as: `date` → `datetime.date`."""
        found: dict[str, str] = {}
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Import):
                for alias in node.names:
                    head = alias.name.partition(".")[0]
                    found[alias.asname or head] = alias.name if alias.asname else head
            elif isinstance(node, ast.ImportFrom) and node.module:
                found |= {alias.asname or alias.name: f"{node.module}.{alias.name}" for alias in node.names}
        return found

    def dotted(self, node: ast.expr) -> str | None:
        """What a name or an attribute stands for: `dt.now` → `datetime.datetime.now`; None for other expressions.

        An attribute of something without a name is `….read_text`.
        """
        if isinstance(node, ast.Name):
            return self.origins.get(node.id, node.id)
        if isinstance(node, ast.Attribute):
            return f"{self.dotted(node.value) or '…'}.{node.attr}"
        return None

    def references(self) -> Iterator[tuple[int, str]]:
        """Every name and attribute the module reads, called or merely passed on, by line."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Name | ast.Attribute) and isinstance(node.ctx, ast.Load):
                found = self.dotted(node)
                if found:
                    yield node.lineno, found

    def imported(self) -> Iterator[tuple[int, str]]:
        """Every imported module, whole and from elsewhere alike, by line."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Import):
                yield from ((node.lineno, alias.name) for alias in node.names)
            elif isinstance(node, ast.ImportFrom) and node.module:
                yield node.lineno, node.module

    def at(self, line: int, sentence: str) -> str:
        """One violation, as a failing test prints it."""
        return f"{self.name}:{line}: {sentence}"


Rule = Callable[[Module], Iterator[str]]


def within(name: str, *layers: str) -> bool:
    """True where a module is one of `layers` or lies below one."""
    return any(name == layer or name.startswith(f"{layer}.") for layer in layers)


def _name(path: Path) -> str:
    parts = path.relative_to(ROOT / PACKAGE).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" and len(parts) > 1 else parts)


def _module(path: Path) -> Module:
    return Module(_name(path), path.read_text("utf-8"))


MODULES: Final = tuple(_module(path) for path in sorted((ROOT / PACKAGE).rglob("*.py")))


def violations(rule: Rule) -> list[str]:
    """What a rule finds in the whole package."""
    return [found for module in MODULES for found in rule(module)]


def text_files() -> Iterator[tuple[str, str]]:
    """Every text file of the project, committed or about to be, with its text."""
    for file in _files():
        path = ROOT / file
        try:
            yield file, path.read_text("utf-8")
        except (UnicodeDecodeError, FileNotFoundError, IsADirectoryError):
            continue


def _files() -> list[str]:
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=False,
    )
    if listed.returncode == 0:
        return sorted(listed.stdout.decode().rstrip("\0").split("\0"))
    # An unpacked archive has no history to ask.
    found = (path.relative_to(ROOT) for path in ROOT.rglob("*") if path.is_file())
    return sorted(path.as_posix() for path in found if not _is_made(path))


def _is_made(path: Path) -> bool:
    folders = path.parts[:-1]
    by_tools = any(folder.startswith(".") or folder.endswith(".egg-info") for folder in folders if folder != ".ci")
    return by_tools or folders[:1] in {(name,) for name in _OUTPUT} or "__pycache__" in folders
