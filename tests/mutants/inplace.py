"""A mutant where all modules have been read: new code for a function, or a new value for a name, in its place."""

from __future__ import annotations

import ast
import gc
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from types import CodeType, FunctionType, ModuleType
from typing import Final

from tests.mutants.mutate import Mutant, Reach

_MISSING: Final = object()
_Place = tuple[str, str, int]


def functions(root: Path) -> dict[_Place, list[FunctionType]]:
    """Every function of the sources that lives, by file, name and line."""
    found: dict[_Place, list[FunctionType]] = defaultdict(list)
    for one in gc.get_objects():
        if isinstance(one, FunctionType) and one.__code__.co_filename.startswith(f"{root}/generator/"):
            found[_place(one.__code__)].append(one)
    return found


def put(file: Path, mutant: Mutant, living: dict[_Place, list[FunctionType]]) -> bool:
    """Change what lives; whether that can be done without reading modules anew."""
    match mutant.reach:
        case Reach.CALL:
            return _put_code(file, mutant, living)
        case Reach.NAME:
            return _put_value(file, mutant)
        case Reach.IMPORT:
            return False


def _put_code(file: Path, mutant: Mutant, living: dict[_Place, list[FunctionType]]) -> bool:
    before = {_place(code): code for code in _codes(compile(mutant.original, str(file.resolve()), "exec"))}
    after = {_place(code): code for code in _codes(compile(mutant.tree(), str(file.resolve()), "exec"))}
    changed = [place for place, code in after.items() if place[1] != "<module>" and code != before.get(place)]
    touched = [(one, after[place]) for place in changed for one in living.get(place, ())]
    for one, code in touched:
        if len(code.co_freevars) != len(one.__code__.co_freevars):
            return False
        one.__code__ = code
    return bool(touched)


def _put_value(file: Path, mutant: Mutant) -> bool:
    module = sys.modules[module_name(file)]
    tree = mutant.tree()
    statement = next(one for one in tree.body if one.lineno == mutant.since)
    name = target(statement)
    if name is None or not isinstance(statement, ast.Assign | ast.AnnAssign) or statement.value is None:
        return False
    old = vars(module).get(name, _MISSING)
    holders = [one for one in _ours() if vars(one).get(name, _MISSING) is old]
    if any(one.__name__.startswith("tests.") for one in holders):
        return False
    value = eval(compile(ast.Expression(statement.value), str(file), "eval"), vars(module))  # noqa: S307 - our own source, changed
    for one in holders:
        setattr(one, name, value)
    return True


def target(statement: ast.stmt) -> str | None:
    """The name that a statement gives a value to, where it is one name."""
    match statement:
        case ast.Assign(targets=[ast.Name(id=name)]) | ast.AnnAssign(target=ast.Name(id=name)):
            return name
        case _:
            return None


def module_name(file: Path) -> str:
    """As it is imported."""
    return ".".join(file.with_suffix("").parts).removesuffix(".__init__")


def _ours() -> list[ModuleType]:
    return [one for name, one in sys.modules.items() if name.startswith(("generator.", "tests."))]


def _codes(code: CodeType) -> Iterator[CodeType]:
    yield code
    for part in code.co_consts:
        if isinstance(part, CodeType):
            yield from _codes(part)


def _place(code: CodeType) -> _Place:
    return code.co_filename, code.co_qualname, code.co_firstlineno
