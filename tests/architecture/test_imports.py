"""The import law: imports go down only, and whoever writes a template cannot even name a private field."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from graphlib import CycleError, TopologicalSorter
from typing import Final

import pytest

from tests.architecture.source import MODULES, PACKAGE, TOP, Module, violations, within

ANYTHING: Final = ("*",)

LAW: Final[Mapping[str, tuple[str, ...]]] = {
    TOP: (),
    "problems": (),
    "icalendar": (),
    "sealed": (),
    "course": ("problems",),
    "model": (),
    "law": ("model",),
    "records": ("course", "model", "problems"),
    "ledger": ("course", "law", "records", "model", "problems"),
    "checks": ("course", "ledger", "law", "model", "problems", "records"),
    "reports": ("icalendar", "ledger", "law", "model", "problems", "records"),
    "disclosure": ("disclosure.public", "ledger", "law", "model"),
    "disclosure.public": ("model.basis", "law.articles"),
    "reference": ("checks", "disclosure.coverage", "law", "model", "problems", "records"),
    "routes": ("model.basis",),
    "pages": ("disclosure.public", "routes", "law.articles", "icalendar", "sealed", "course"),
    "posters": ("disclosure.public", "routes", "law.articles", "icalendar", "course"),
    "build": ("pages", "posters", "routes", "sealed", "disclosure", "ledger", "problems", "model", "law"),
    "cli": ANYTHING,
}
"""Layer → what of ours it may import besides itself. A module belongs to the longest layer that fits its name."""

KNOWN: Final = frozenset(module.name for module in MODULES)
_DYNAMIC: Final = frozenset({"__import__", "importlib.import_module"})


def layer_of(name: str) -> str | None:
    """The layer of a module; None where nobody has given it one."""
    return max((layer for layer in LAW if within(name, layer)), key=len, default=None)


def targets(module: Module, known: frozenset[str] = KNOWN) -> Iterator[tuple[int, str]]:
    """Every module of ours that `module` imports, by line."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, _below(alias.name)) for alias in node.names if within(alias.name, PACKAGE))
        elif isinstance(node, ast.ImportFrom) and node.module == PACKAGE:
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and within(node.module, PACKAGE):
            base = _below(node.module)
            for alias in node.names:
                whole = f"{base}.{alias.name}"
                yield node.lineno, whole if whole in known else base


def uses(module: Module, known: frozenset[str] = KNOWN) -> Iterator[tuple[int, str]]:
    """Every module of ours that `module` reaches by its dotted name, imported there or not, by line."""
    for line, name in module.references():
        target = _below(name) if within(name, PACKAGE) else ""
        while target and target not in known:
            target = target.rpartition(".")[0]
        if target:
            yield line, target


def _below(name: str) -> str:
    return name.removeprefix(PACKAGE).removeprefix(".") or TOP


def may_import(layer: str, target: str) -> bool:
    """True within a layer, by the table, and for the empty top of the package."""
    allowed = LAW[layer]
    return allowed == ANYTHING or layer_of(target) == layer or within(target, TOP, *allowed)


def import_law(module: Module) -> Iterator[str]:
    """Imports that the table does not allow, and imports that it could not see."""
    layer = layer_of(module.name)
    if layer is None:
        yield module.at(1, "has no layer: give it a row in LAW and in CONTRIBUTING.md")
        return
    seen = set()
    for line, target in (*targets(module), *uses(module)):
        if target not in seen and not may_import(layer, target):
            yield module.at(line, f"{layer} may not import {target}")
        seen.add(target)
    for line, name in module.references():
        if name in _DYNAMIC:
            yield module.at(line, f"{name} hides an import")
    for node in ast.walk(module.tree):
        if isinstance(node, ast.ImportFrom) and node.level:
            yield module.at(node.lineno, "write the whole name of what you import")


def cycle(graph: Mapping[str, set[str]]) -> list[str]:
    """One cycle of a graph, first node repeated at its end; empty where there is none."""
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        return [str(node) for node in error.args[1]]
    return []


def test_imports_go_down() -> None:
    found = violations(import_law)
    assert not found, "\n".join(found)


def test_the_top_is_empty() -> None:
    top = next(module for module in MODULES if module.name == TOP)
    assert [type(node) for node in top.tree.body] == [ast.Expr]


def test_no_import_cycle() -> None:
    graph = {module.name: {target for _, target in targets(module)} - {module.name} for module in MODULES}
    assert cycle(graph) == []


def test_the_table_itself_goes_down() -> None:
    graph = {
        layer: {found for name in allowed if (found := layer_of(name)) and found != layer}
        for layer, allowed in LAW.items()
        if allowed != ANYTHING
    }
    assert cycle(graph) == []


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("problems", "from generator.model.basis import Basis"),
        ("model.case", "from generator.law.terms import months_after"),
        ("model.case", "import generator.problems"),
        ("law.terms", "from generator import ledger"),
        ("records.load", "from generator.ledger import Ledger"),
        ("ledger", "from generator.disclosure.public import PublicCase"),
        ("checks.identity", "from generator.disclosure.gate import disclose"),
        ("disclosure.public", "from generator.model.case import Case"),
        ("disclosure.gate", "from generator.records.load import load"),
        ("routes", "from generator.disclosure.public import PublicCase"),
        ("pages.views", "from generator.model.case import Case"),
        ("pages.views", "from generator.disclosure.gate import Withheld"),
        ("pages.views", "from generator.disclosure import gate"),
        ("pages.views", "from generator.law import windows"),
        ("pages.views", "import generator\ngenerator.ledger.Ledger"),
        ("pages.views", "import generator.routes\ngenerator.ledger.fold"),
        ("pages.views", "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from generator.ledger import Ledger"),
        ("pages.views", "def late():\n    from generator.ledger import Ledger"),
        ("pages.views", "from generator.posters.qr import matrix"),
        ("posters.qr", "from generator.pages.views import page"),
        ("pages.views", "from ..ledger import Ledger"),
        ("pages.views", "import importlib\nimportlib.import_module('generator.ledger')"),
        ("build.plan", "from generator.records.load import load"),
        ("reports.due", "from generator.checks import check_all"),
        ("build.plan", "from generator.cli import main"),
        ("newcomer", ""),
    ],
)
def test_refuses(name: str, text: str) -> None:
    assert len(list(import_law(Module(name, text)))) == 1


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("pages.views", "from generator.disclosure.public import PublicCase\nfrom generator import routes"),
        ("pages.views", "from generator.law.articles import Article\nfrom generator.pages.engine import build"),
        ("pages.views", "from generator.law import articles"),
        ("disclosure.gate", "from generator.disclosure.public import PublicCase"),
        ("build.plan", "import generator\ngenerator.__file__"),
        ("cli", "from generator.records.load import load"),
        ("law.terms", "from datetime import date"),
    ],
)
def test_allows(name: str, text: str) -> None:
    assert list(import_law(Module(name, text))) == []


def test_finds_a_cycle() -> None:
    assert cycle({"one": {"two"}, "two": {"three"}, "three": {"one"}})
    assert not cycle({"one": {"two", "three"}, "two": {"three"}, "three": set()})
