"""Names, sizes, docstrings and exemptions: what keeps a module readable in one sitting.

Complexity (at most 12) and the number of arguments (at most 6) are held by ruff.
"""

from __future__ import annotations

import ast
import io
import re
import tokenize
from collections.abc import Iterator
from typing import Final

import pytest

from tests.architecture.source import ROOT, Module, Rule, violations, within

_NAMELESS: Final = frozenset({"utils", "util", "helpers", "helper", "common", "misc"})
_LONGEST_MODULE: Final = 400
_LONGEST_FUNCTION: Final = 60
_BROAD: Final = frozenset({"Exception", "BaseException"})
_EXEMPTION: Final = re.compile(
    r"#\s*(?:(?:ruff|flake8):\s*)?noqa\b|#\s*type:\s*ignore\b|#\s*(?:ruff|mypy):|#\s*fmt:\s*(?:off|skip)"
)
_REASONED: Final = re.compile(
    r"#\s*noqa:\s*[A-Z]+\d+(?:\s*,\s*[A-Z]+\d+)*\s+-\s+\S.*|#\s*type:\s*ignore\[[a-z, -]+\]\s+(?:#|-)\s*\S.*"
)


def has_a_name(module: Module) -> Iterator[str]:
    """A module is named after its concept."""
    yield from (module.at(1, f"{part} is not a concept") for part in module.name.split(".") if part in _NAMELESS)


def says_what_it_is(module: Module) -> Iterator[str]:
    """Every module begins with its docstring."""
    if not ast.get_docstring(module.tree):
        yield module.at(1, "has no docstring")


def is_short(module: Module) -> Iterator[str]:
    """Modules and functions, their docstrings included."""
    lines = module.text.count("\n") + 1
    if lines > _LONGEST_MODULE:
        yield module.at(1, f"has {lines} lines, more than {_LONGEST_MODULE}")
    for node in ast.walk(module.tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = (node.end_lineno or node.lineno) - node.lineno + 1
            if length > _LONGEST_FUNCTION:
                yield module.at(node.lineno, f"{node.name} has {length} lines, more than {_LONGEST_FUNCTION}")


def catches_all(module: Module) -> Iterator[str]:
    """Handlers that catch everything."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.ExceptHandler) and (node.type is None or _is_broad(module, node.type)):
            yield module.at(node.lineno, "catches everything")
        elif isinstance(node, ast.Call) and module.dotted(node.func) == "contextlib.suppress":
            yield from (module.at(node.lineno, "hides everything") for one in node.args if _is_broad(module, one))


def _is_broad(module: Module, node: ast.expr) -> bool:
    members = node.elts if isinstance(node, ast.Tuple) else [node]
    return any(module.dotted(member) in _BROAD for member in members)


def gives_reasons(module: Module) -> Iterator[str]:
    """An exemption names its rule and says why: `# noqa: S311 - made-up data, nothing secret`."""
    for token in tokenize.generate_tokens(io.StringIO(module.text).readline):
        if token.type == tokenize.COMMENT and _EXEMPTION.search(token.string) and not _REASONED.match(token.string):
            yield module.at(token.start[0], "an exemption without its rule or its reason")


@pytest.mark.parametrize("rule", [has_a_name, says_what_it_is, is_short, gives_reasons])
def test_holds(rule: Rule) -> None:
    found = violations(rule)
    assert not found, "\n".join(found)


@pytest.mark.parametrize("rule", [has_a_name, says_what_it_is, is_short, gives_reasons])
def test_holds_for_tests_and_benchmarks_too(rule: Rule) -> None:
    paths = sorted(path for folder in ("tests", "bench") for path in (ROOT / folder).rglob("*.py"))
    modules = [Module(path.relative_to(ROOT).as_posix(), path.read_text("utf-8")) for path in paths]
    found = [place for module in modules for place in rule(module)]
    assert not found, "\n".join(found)


def test_everything_is_caught_at_most_once_and_in_cli() -> None:
    found = violations(catches_all)
    assert len(found) <= 1, found
    assert all(within(place.partition(":")[0], "cli") for place in found), found


@pytest.mark.parametrize(
    ("rule", "name", "text"),
    [
        (has_a_name, "law.utils", ""),
        (has_a_name, "common.dates", ""),
        (says_what_it_is, "law.terms", "x = 1"),
        (is_short, "law.terms", "x = 1\n" * 400),
        (is_short, "law.terms", "def f():\n" + "    x = 1\n" * 60),
        (is_short, "law.terms", "class A:\n    async def f(self):\n" + "        x = 1\n" * 60),
        (catches_all, "cli", "try:\n    x\nexcept Exception:\n    pass"),
        (catches_all, "cli", "try:\n    x\nexcept (ValueError, BaseException):\n    pass"),
        (catches_all, "cli", "try:\n    x\nexcept:\n    pass"),
        (catches_all, "cli", "from contextlib import suppress\nwith suppress(Exception):\n    x"),
        (gives_reasons, "law.terms", "x = 1  # noqa"),
        (gives_reasons, "law.terms", "x = 1  # noqa: C901"),
        (gives_reasons, "law.terms", "x = 1  # noqa: C901 -"),
        (gives_reasons, "law.terms", "x = 1  # type: ignore"),
        (gives_reasons, "law.terms", "x = 1  # type: ignore[arg-type]"),
        (gives_reasons, "law.terms", "# ruff: noqa\nx = 1"),
        (gives_reasons, "law.terms", "# mypy: ignore-errors\nx = 1"),
        (gives_reasons, "law.terms", "x = 1  # fmt: skip"),
    ],
)
def test_refuses(rule: Rule, name: str, text: str) -> None:
    assert len(list(rule(Module(name, text)))) == 1


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        (says_what_it_is, '"""What it is."""'),
        (is_short, "def f():\n" + "    x = 1\n" * 59),
        (catches_all, "try:\n    x\nexcept (ValueError, OSError):\n    pass"),
        (gives_reasons, "x = 1  # noqa: C901, PLR0911 - one arm per kind, nothing else"),
        (gives_reasons, "x = 1  # type: ignore[arg-type]  # the stub is wrong"),
        (gives_reasons, "x = 'a  # noqa'"),
    ],
)
def test_allows(rule: Rule, text: str) -> None:
    assert list(rule(Module("law.terms", text))) == []
