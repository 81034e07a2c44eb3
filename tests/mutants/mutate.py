"""Source → every small wrong change to it: a comparison turned, a number one more, a condition or a branch dropped."""

from __future__ import annotations

import ast
import copy
from collections.abc import Iterator
from dataclasses import dataclass

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


@dataclass(frozen=True)
class Mutant:
    """One change to a module: where, and what is done."""

    line: int
    change: str
    original: ast.Module
    number: int
    """Of the changed node, in the order of a walk."""

    def tree(self) -> ast.Module:
        """The changed code."""
        changed = copy.deepcopy(self.original)
        _apply(next(node for place, node in enumerate(ast.walk(changed)) if place == self.number), self.change)
        return ast.fix_missing_locations(changed)


def mutants(source: str) -> Iterator[Mutant]:
    """Every mutant of a module, in the order of its source; docstrings and annotations are left alone.

    So is what the type check finds: nothing returned where something has to be.
    """
    tree = ast.parse(source)
    full = _full_returns(tree)
    for number, node in enumerate(ast.walk(tree)):
        for change in () if node in full else _changes(node):
            yield Mutant(getattr(node, "lineno", 0), change, tree, number)


def _full_returns(tree: ast.Module) -> set[ast.AST]:
    """Returns of functions whose annotation does not speak of None."""
    functions = (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef))
    full = (one for one in functions if one.returns and "None" not in ast.unparse(one.returns))
    return {node for one in full for node in ast.walk(one) if isinstance(node, ast.Return)}


def _changes(node: ast.AST) -> tuple[str, ...]:
    changes: tuple[str, ...] = ()
    match node:
        case ast.Compare(ops=[operator]) if type(operator) in _TURNED:
            changes = ("turn the comparison",)
        case ast.BoolOp():
            changes = ("swap and/or", *(f"drop operand {place}" for place in range(len(node.values))))
        case ast.UnaryOp(op=ast.Not()):
            changes = ("drop not",)
        case ast.Constant(value=int()) if not isinstance(node.value, bool):
            changes = ("one more",)
        case ast.If():
            changes = ("never", "always")
        case ast.IfExp():
            changes = ("swap the branches",)
        case ast.Return(value=ast.expr()):
            changes = ("return nothing",)
        case ast.Call(func=ast.Name(id="min" | "max" | "any" | "all")):
            changes = ("the opposite function",)
        case _:
            pass
    return changes


def _apply(node: ast.AST, change: str) -> None:
    match node:
        case ast.Compare():
            node.ops = [_TURNED[type(node.ops[0])]()]
        case ast.BoolOp() if change == "swap and/or":
            node.op = ast.Or() if isinstance(node.op, ast.And) else ast.And()
        case ast.BoolOp():
            del node.values[int(change.rpartition(" ")[2])]
        case ast.UnaryOp():
            # ~~ of a truth value would stay an int; a double not keeps the type.
            node.operand = ast.UnaryOp(ast.Not(), node.operand)
        case ast.Constant(value=int(value)):
            node.value = value + 1
        case ast.If():
            node.test = ast.Constant(change == "always")
        case ast.IfExp():
            node.body, node.orelse = node.orelse, node.body
        case ast.Return():
            node.value = ast.Constant(None)
        case ast.Call(func=ast.Name(id=name)):
            node.func = ast.Name({"min": "max", "max": "min", "any": "all", "all": "any"}[name], ast.Load())
        case _:
            raise AssertionError(change)
