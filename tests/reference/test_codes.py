"""Every code that a reader, the build or the sweep gives is in the register, and the register names no other."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from typing import Final

from generator.checks import CHECKS
from generator.problems import Severity
from generator.reference.codes import CODES
from generator.reference.rules import FAMILIES
from tests.architecture.source import MODULES, Module, within

_CODE: Final = re.compile(r"\b[A-Z][1-9]\d{2}\b")
_OWN: Final = {check.code for check in CHECKS}
_OTHERS: Final = [module for module in MODULES if not within(module.name, "reference")]


def _said() -> set[str]:
    """Codes in the texts of the package, those of the rules and the register itself left out."""
    return {code for module in _OTHERS for text in _texts(module) for code in _CODE.findall(text)} - _OWN


def _texts(module: Module) -> Iterator[str]:
    docstrings = {id(_docstring(node)) for node in ast.walk(module.tree)}
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings:
            yield node.value


def _docstring(node: ast.AST) -> ast.expr | None:
    match node:
        case ast.Module(body=[ast.Expr(value), *_]) | ast.ClassDef(body=[ast.Expr(value), *_]):
            return value
        case ast.FunctionDef(body=[ast.Expr(value), *_]):
            return value
        case _:
            return None


def _severities() -> dict[str, set[Severity]]:
    """How grave the problems of each code are made, as the calls that name a code say it."""
    found: dict[str, set[Severity]] = {}
    for call in (node for module in _OTHERS for node in ast.walk(module.tree) if isinstance(node, ast.Call)):
        for argument in call.args:
            if isinstance(argument, ast.Constant) and _CODE.fullmatch(str(argument.value)):
                said = {ast.unparse(other) for other in (*call.args, *(word.value for word in call.keywords))}
                grave = Severity.WARNING if "Severity.WARNING" in said else Severity.ERROR
                found.setdefault(str(argument.value), set()).add(grave)
    return found


def test_register_is_what_the_source_says() -> None:
    assert _said() == {item.code for item in CODES}


def test_codes_are_in_the_order_of_their_families() -> None:
    codes = [item.code for item in CODES]
    families = list(dict.fromkeys(code[:2] for code in codes))
    assert codes == sorted(set(codes), key=lambda code: (families.index(code[:2]), code))


def test_weights_are_those_of_the_source() -> None:
    made = _severities()
    told = {item.code: set(item.severities) for item in CODES}
    assert {code: told[code] for code in made if code in told} == {code: made[code] for code in made if code in told}
    assert len(made.keys() & told.keys()) > 10


def test_every_family_has_a_name() -> None:
    codes = [*(check.code for check in CHECKS), *(item.code for item in CODES)]
    assert {code[:2] for code in codes} == set(FAMILIES)


def test_sentences_end_as_sentences() -> None:
    texts = [text for item in CODES for text in (item.sentence, item.way_out)]
    assert [text for text in texts if not text.endswith("。")] == []
