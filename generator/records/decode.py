"""Tree → record: pydantic's errors mapped back to their places and put into Chinese.

What is sound in a record with errors is kept, so that the rules still run on it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from pydantic import ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from generator.model import catalogue
from generator.model.personal import mask
from generator.model.record import Record
from generator.problems import Problem, Span, did_you_mean
from generator.records import tree
from generator.records.tree import Node, Path

R = TypeVar("R", bound=Record)

_STUCK = re.compile(r"([^:：]+)[:：].")
_PRUNINGS = 8  # deeper than any record: each round takes one level away


@dataclass(frozen=True, slots=True)
class Loaded(Generic[R]):
    """A record with the places of its values.

    `whole` is False where unsound parts were left out: rules about what is missing then stay silent, so that one
    mistake is not reported twice.
    """

    file: str
    record: R
    tree: Node
    whole: bool

    def at(self, *path: str | int) -> Span:
        """The place of a value, by its Chinese keys and list positions."""
        return tree.at(self.tree, *path)


def decode(model: type[R], node: Node, file: str) -> tuple[Loaded[R] | None, list[Problem]]:
    """Read a record, all its problems in one go; None where nothing sound is left."""
    problems = list(_empty_keys(node))
    record, found, bad = _validate(model, node)
    problems += found
    kept = node
    for _ in range(_PRUNINGS):
        if record or () in bad:
            break
        kept = tree.without(kept, bad)
        record, _, bad = _validate(model, kept)
    return (Loaded(file, record, kept, whole=not problems) if record else None), problems


def _validate(model: type[R], node: Node) -> tuple[R | None, list[Problem], frozenset[Path]]:
    try:
        return model.model_validate(tree.plain(node)), [], frozenset()
    except ValidationError as error:
        details = [detail for detail in error.errors(include_url=False) if not _is_echo(detail, node)]
        problems = [problem for detail in details for problem in _problem(model, node, detail)]
        return None, problems, frozenset(tree.resolve(node, detail["loc"]) for detail in details)


def _is_echo(detail: ErrorDetails, node: Node) -> bool:
    """A list is called too short when its items failed; the items are reported already."""
    found = tree.get(node, tree.resolve(node, detail["loc"]))
    return detail["type"] == "too_short" and isinstance(found, tree.Sequence) and bool(found.items)


def _empty_keys(node: Node) -> list[Problem]:
    return [_empty(node, path) for path, scalar in tree.scalars(node) if not scalar.given]


def _empty(node: Node, path: Path) -> Problem:
    span = tree.key_span(node, path) or tree.at(node, *path)
    stuck = _STUCK.match(str(path[-1])) if path else None
    if stuck:
        message = f"「{mask(stuck[1])}」的冒号是全角的，或后面少了空格"
        return Problem(span, "R201", message, "写成「键: 值」，冒号用半角，后面空一格", private=True)
    return Problem(span, "R201", f"{_quote(path)}没有填写", "填上内容；不知道就整行删去")


def _is_stuck(node: Node, parent: Path, key: str) -> bool:
    """True where a key and its value have grown together (事项:立案), which is reported already."""
    found = tree.get(node, tree.resolve(node, parent))
    return isinstance(found, tree.Mapping) and any(name.startswith((f"{key}:", f"{key}：")) for name in found.entries)


def _quote(path: Path) -> str:
    keys = [step for step in path if isinstance(step, str)]
    return f"「{mask(keys[-1])}」" if keys else "这一项"


def _problem(model: type[Record], node: Node, detail: ErrorDetails) -> list[Problem]:
    explain = _EXPLAIN.get(detail["type"], _shape)
    found = explain(model, node, detail)
    return [found] if found else []


def _missing(model: type[Record], node: Node, detail: ErrorDetails) -> Problem | None:
    *parent, key = detail["loc"]
    if tree.key_span(node, (*tree.resolve(node, tuple(parent)), key)):
        return None  # it is there but empty, which is reported already
    if _is_stuck(node, tuple(parent), str(key)):
        return None
    return Problem(tree.at(node, *parent), "R202", f"缺少「{key}」", _help(model, detail["loc"]))


def _unknown(model: type[Record], node: Node, detail: ErrorDetails) -> Problem:
    path = tree.resolve(node, detail["loc"])
    key = str(detail["loc"][-1])
    known = [name for found in catalogue.models_at(model, detail["loc"][:-1]) for name in catalogue.fields(found)]
    near = did_you_mean(key, known)
    span = tree.key_span(node, path) or tree.at(node, *path)
    if near:
        return Problem(span, "R203", f"没有「{mask(key)}」这一项", near)
    # A key like no other may be a name; it is not repeated.
    return Problem(span, "R203", "没有这一项", f"这里可以写：{'、'.join(known)}", private=True)


def _choice(_: type[Record], node: Node, detail: ErrorDetails) -> Problem:
    context = detail.get("ctx", {})
    path = tree.resolve(node, detail["loc"])
    if "discriminator" in context:
        path = (*path, _tag_key(context))
    words = re.findall(r"'([^']+)'", str(context.get("expected_tags", context.get("expected", ""))))
    found = tree.get(node, path)
    written = found.text if isinstance(found, tree.Scalar) else ""
    hint = did_you_mean(written, words) or f"可选：{'、'.join(words)}"
    return Problem(tree.at(node, *path), "R205", f"{_quote(path)}没有这个选项", hint)


def _tag_key(context: Mapping[str, object]) -> str:
    return str(context["discriminator"]).rpartition("| ")[2].strip("'")


def _no_tag(_: type[Record], node: Node, detail: ErrorDetails) -> Problem | None:
    key = _tag_key(detail.get("ctx", {}))
    if _is_stuck(node, detail["loc"], key):
        return None
    return Problem(
        tree.at(node, *detail["loc"]), "R202", f"缺少「{key}」", f"每一项都要写「{key}」，由它决定还要填什么"
    )


def _mapping(_: type[Record], node: Node, detail: ErrorDetails) -> Problem:
    path = tree.resolve(node, detail["loc"])
    return Problem(
        tree.at(node, *path),
        "R204",
        f"{_quote(path)}下面应当是若干「键: 值」",
        "照手册里的样例，分行缩进，或写在花括号里",
    )


def _list(_: type[Record], node: Node, detail: ErrorDetails) -> Problem:
    path = tree.resolve(node, detail["loc"])
    return Problem(
        tree.at(node, *path), "R204", f"{_quote(path)}应当是一个列表", "每项一行，以「- 」开头；或写成 [甲, 乙]"
    )


def _malformed(_: type[Record], node: Node, detail: ErrorDetails) -> Problem:
    path = tree.resolve(node, detail["loc"])
    context = detail.get("ctx", {})
    return Problem(tree.at(node, *path), "R206", f"{_quote(path)}：{context['message']}", str(context["hint"]))


def _shape(model: type[Record], node: Node, detail: ErrorDetails) -> Problem:
    path = tree.resolve(node, detail["loc"])
    return Problem(tree.at(node, *path), "R206", f"{_quote(path)}的写法不对", _help(model, detail["loc"]))


def _too_short(_: type[Record], node: Node, detail: ErrorDetails) -> Problem:
    path = tree.resolve(node, detail["loc"])
    return Problem(tree.at(node, *path), "R207", f"{_quote(path)}至少要有一项", "补上一项；没有就整个删去")


def _help(model: type[Record], path: Path) -> str:
    for found in catalogue.models_at(model, path[:-1]):
        info: FieldInfo | None = catalogue.fields(found).get(str(path[-1]))
        said = catalogue.entry(info) if info else None
        if said:
            return f"{said.help}，例如：{said.example}"
    return "照手册里的样例填写"


_EXPLAIN: Mapping[str, Callable[[type[Record], Node, ErrorDetails], Problem | None]] = {
    "missing": _missing,
    "extra_forbidden": _unknown,
    "literal_error": _choice,
    "enum": _choice,
    "union_tag_invalid": _choice,
    "union_tag_not_found": _no_tag,
    "model_type": _mapping,
    "model_attributes_type": _mapping,
    "tuple_type": _list,
    "malformed": _malformed,
    "too_short": _too_short,
}
