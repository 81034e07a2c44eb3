"""Source → every small wrong change to it: a comparison turned, a number one off, a condition or a branch dropped."""

from __future__ import annotations

import ast
import copy
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum
from typing import Any

_TURNED: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
}
_OPPOSITES = {"min": "max", "max": "min", "any": "all", "all": "any", "sorted": "list"}
_WORDS = (ast.JoinedStr, ast.Tuple, ast.List)
_LONGEST = 120
_Changes = dict[str, Callable[[], None]]


class Reach(Enum):
    """When a change takes effect: at the next call of a function, at the next look at a name, or at the next import."""

    CALL = "call"
    NAME = "name"
    IMPORT = "import"


@dataclass(frozen=True)
class Mutant:
    """One change to a module: where, and what is done."""

    line: int
    change: str
    original: ast.Module
    number: int
    """Of the changed node, in the order of a walk."""
    reach: Reach
    since: int
    """The first line of the statement that is changed."""
    function: int
    """The first line of the function round it, its decorators included, or 0."""

    def tree(self) -> ast.Module:
        """The changed code."""
        return self._changed()[0]

    def words(self) -> tuple[str, str]:
        """The changed piece, before and after, each in one line."""
        before = next(node for place, node in enumerate(ast.walk(self.original)) if place == self.number)
        return _told(before), _told(self._changed()[1])

    def _changed(self) -> tuple[ast.Module, ast.AST]:
        tree = copy.deepcopy(self.original)
        node = next(node for place, node in enumerate(ast.walk(tree)) if place == self.number)
        _changes(node)[self.change]()
        return ast.fix_missing_locations(tree), node


def mutants(source: str) -> Iterator[Mutant]:
    """Every mutant of a module; docstrings and annotations are left alone.

    So is what the type check finds: nothing returned where something has to be.
    """
    tree = ast.parse(source)
    left_alone = _full_returns(tree) | _only_for_types(tree)
    reaches, statements, functions = _reaches(tree), _first_lines(tree, ast.stmt), _first_lines(tree, ast.FunctionDef)
    for number, node in enumerate(ast.walk(tree)):
        reach, line = reaches.get(node, Reach.IMPORT), _line(node)
        for change in () if node in left_alone else _changes(node):
            yield Mutant(line, change, tree, number, reach, statements.get(node, line), functions.get(node, 0))


def _line(node: ast.AST) -> int:
    match node:
        case ast.comprehension(ifs=[first, *_]):
            return first.lineno
        case ast.match_case(pattern=pattern):
            return pattern.lineno
        case _:
            return getattr(node, "lineno", 0)


def _told(node: ast.AST) -> str:
    match node:
        case ast.If(test=test):
            text = f"if {ast.unparse(test)}"
        case ast.BoolOp(values=[one, two]) if one is two:
            text = " ".join(ast.unparse(one).split())
        case ast.comprehension() | ast.match_case():
            text = ast.unparse(node).strip().partition("\n")[0]
        case _:
            text = " ".join(ast.unparse(node).split())
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def _full_returns(tree: ast.Module) -> set[ast.AST]:
    """Returns of functions whose annotation does not speak of None."""
    functions = (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef))
    full = (one for one in functions if one.returns and "None" not in ast.unparse(one.returns))
    return {node for one in full for node in ast.walk(one) if isinstance(node, ast.Return)}


def _only_for_types(tree: ast.Module) -> set[ast.AST]:
    found = (node for node in ast.walk(tree) if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING")
    annotated = (part for node in ast.walk(tree) for part in _annotations(node))
    return {node for one in (*found, *annotated) for node in ast.walk(one)}


def _annotations(node: ast.AST) -> Iterator[ast.AST]:
    for name in ("annotation", "returns"):
        part = getattr(node, name, None)
        if isinstance(part, ast.AST):
            yield part


def _reaches(tree: ast.Module) -> dict[ast.AST, Reach]:
    found: dict[ast.AST, Reach] = {}
    for statement in tree.body:
        if isinstance(statement, ast.Assign | ast.AnnAssign) and statement.value:
            found |= dict.fromkeys(ast.walk(statement), Reach.NAME)
    for function in (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)):
        found |= {node: Reach.CALL for statement in function.body for node in ast.walk(statement)}
    return found


def _first_lines(tree: ast.Module, kind: type[ast.stmt]) -> dict[ast.AST, int]:
    """Node → the first line of what is nearest round it: a walk goes inwards, and the last one stands."""
    found: dict[ast.AST, int] = {}
    for outer in (node for node in ast.walk(tree) if isinstance(node, kind)):
        first = min([outer.lineno, *(one.lineno for one in getattr(outer, "decorator_list", []))])
        found |= dict.fromkeys(ast.walk(outer), first)
    return found


def _changes(node: ast.AST) -> _Changes:
    """What may be done to a node: in words → the deed."""
    match node:
        case ast.Compare():
            return _of_comparison(node)
        case ast.BoolOp():
            return _of_condition(node)
        case ast.UnaryOp(op=ast.Not()):
            # ~~ of a truth value would stay an int; a double not keeps the type.
            return {"drop not": _put(node, "operand", ast.UnaryOp(ast.Not(), node.operand))}
        case ast.Constant():
            return _of_constant(node)
        case ast.Call():
            return _of_call(node)
        case ast.If() | ast.IfExp() | ast.Return(value=ast.expr()) | ast.Expr():
            return _of_way(node)
        case _:
            return _of_parts(node)


def _of_call(node: ast.Call) -> _Changes:
    match node:
        case ast.Call(func=ast.Name(id=name)) if name in _OPPOSITES:
            return {"the opposite function": _opposite(node, _OPPOSITES[name])}
        case ast.Call(args=[ast.Name() | ast.Attribute() as one, ast.Name() | ast.Attribute() as two]):
            return {"swap the arguments": _put(node, "args", [two, one])}
        case _:
            return {}


def _of_way(node: ast.If | ast.IfExp | ast.Return | ast.Expr) -> _Changes:
    match node:
        case ast.If():
            return {way: _put(node, "test", ast.Constant(way == "always")) for way in ("never", "always")}
        case ast.IfExp():
            return {"swap the branches": _swap(node, "body", "orelse")}
        case ast.Return():
            return {"return nothing": _put(node, "value", ast.Constant(None))}
        case ast.Expr(value=ast.Yield() | ast.YieldFrom() | ast.Call()):
            return {"leave it out": _put(node, "value", ast.Constant(None))}
        case _:
            return {}


def _of_parts(node: ast.AST) -> _Changes:
    match node:
        case ast.BinOp(op=ast.Add() | ast.Sub()) if not _is_text(node):
            other = ast.Sub() if isinstance(node.op, ast.Add) else ast.Add()
            return {"turn the sum": _put(node, "op", other)}
        case ast.Set() | ast.MatchOr():
            return _without(node.elts if isinstance(node, ast.Set) else node.patterns)
        case ast.Assign(value=ast.Tuple() | ast.List() as group):
            return _without(group.elts)
        case ast.AnnAssign(value=ast.Tuple() | ast.List() as group):
            return _without(group.elts)
        case ast.comprehension(ifs=[_, *_]):
            return {f"drop condition {place}": _drop(node.ifs, place) for place in range(len(node.ifs))}
        case ast.match_case(guard=ast.expr()):
            return {"drop the guard": _put(node, "guard", None)}
        case _:
            return {}


def _of_comparison(node: ast.Compare) -> _Changes:
    changes: _Changes = {}
    if len(node.ops) == 1 and type(node.ops[0]) in _TURNED:
        changes["turn the comparison"] = _put(node, "ops", [_TURNED[type(node.ops[0])]()])
    if len(node.ops) > 1:
        for place, operator in enumerate(node.ops):
            changes[f"turn comparison {place}"] = _at(node.ops, place, _TURNED[type(operator)]())
    match node:
        case ast.Compare(ops=[ast.In() | ast.NotIn()], comparators=[ast.Tuple() | ast.List() as group]):
            changes |= _without(group.elts)
        case _:
            pass
    return changes


def _of_condition(node: ast.BoolOp) -> _Changes:
    other = ast.Or() if isinstance(node.op, ast.And) else ast.And()
    dropped = {f"drop operand {place}": _leave(node, place) for place in range(len(node.values))}
    return {"swap and/or": _put(node, "op", other), **dropped}


def _of_constant(node: ast.Constant) -> _Changes:
    value = node.value
    if isinstance(value, bool):
        return {"the opposite": _put(node, "value", not value)}
    if isinstance(value, int):
        less = {"one less": _put(node, "value", value - 1)} if value else {}
        return {"one more": _put(node, "value", value + 1), **less}
    return {}


def _is_text(node: ast.BinOp) -> bool:
    sides = (node.left, node.right)
    return any(
        isinstance(one, _WORDS) or (isinstance(one, ast.Constant) and isinstance(one.value, str)) for one in sides
    )


def _without(elements: list[ast.expr] | list[ast.pattern]) -> _Changes:
    places = range(len(elements)) if len(elements) > 1 else ()
    return {f"drop element {place}": _drop(elements, place) for place in places}


def _put(node: ast.AST, name: str, value: object) -> Callable[[], None]:
    return lambda: setattr(node, name, value)


def _swap(node: ast.AST, one: str, two: str) -> Callable[[], None]:
    first, second = getattr(node, one), getattr(node, two)

    def deed() -> None:
        setattr(node, one, second)
        setattr(node, two, first)

    return deed


def _opposite(node: ast.Call, name: str) -> Callable[[], None]:
    def deed() -> None:
        node.func = ast.Name(name, ast.Load())
        if name == "list":
            node.keywords = []

    return deed


def _leave(node: ast.BoolOp, place: int) -> Callable[[], None]:
    """A condition has two operands at least: one alone is written twice."""
    left = node.values[:place] + node.values[place + 1 :]
    return _put(node, "values", left if len(left) > 1 else left * 2)


def _at(elements: list[ast.cmpop], place: int, value: ast.cmpop) -> Callable[[], None]:
    return lambda: elements.__setitem__(place, value)


def _drop(elements: list[Any], place: int) -> Callable[[], None]:
    return lambda: elements.__delitem__(place)
