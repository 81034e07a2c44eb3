"""Tree → record: pydantic's errors mapped back to their places and put into Chinese.

What is sound in a record with errors is kept, so that the rules still run on it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Generic, TypeVar

from pydantic import ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from generator.model import catalogue
from generator.model.personal import is_private, mask
from generator.model.record import Record
from generator.model.suggest import right_writing
from generator.problems import Problem, Span, did_you_mean, has_unseen, nearest, same_but_for_writing
from generator.records import tree, yaml
from generator.records.tree import Node, Path

R = TypeVar("R", bound=Record)

_STUCK = re.compile(r"([^:：]+)[:：].")
_LONGEST_KEY = 20
MAX_PROBLEMS = 100
"""As many as are explained in one file."""
_PRUNINGS = 8  # deeper than any record: each round takes one level away


@dataclass(frozen=True, slots=True)
class Loaded(Generic[R]):
    """A record with the places of its values.

    `whole` is False where unsound parts were left out: rules about what is missing then stay silent, so that one
    mistake is not reported twice.
    """

    file: str
    record: R
    source: Node | str
    """The tree, or the text that it is read from once more when a place is asked for, which is seldom."""
    whole: bool

    @property
    def tree(self) -> Node:
        """The sound part of the file, with its places."""
        return _read_again(self.source, self.file) if isinstance(self.source, str) else self.source

    def at(self, *path: str | int) -> Span:
        """The place of a value, by its Chinese keys and list positions."""
        return tree.at(self.tree, *path)


@lru_cache(maxsize=16)
def _read_again(text: str, file: str) -> Node:
    node, _ = yaml.read_text(text, file)
    return node or tree.Mapping({}, Span(file))


def decode_sound(model: type[R], text: str, file: str) -> Loaded[R] | None:
    """A record without any fault, the quick way; None where the careful way has to say what is wrong."""
    texts = yaml.plain_text(text)
    if texts is None or any(map(is_private, tree.texts(texts))):
        return None
    try:
        return Loaded(file, model.model_validate(texts), text, whole=True)
    except ValidationError:
        return None


def decode(model: type[R], node: Node, file: str) -> tuple[Loaded[R] | None, list[Problem]]:
    """Read a record, all its problems in one go; None where nothing sound is left."""
    problems = [] if tree.is_clean(node) else _unclean(model, node)
    record, found, bad = _validate(model, node)
    if found:
        node, renamed = _renamed(model, node, ())
        if renamed:
            record, found, bad = _validate(model, node)
        problems += renamed
    problems += found
    kept = node
    for _ in range(_PRUNINGS):
        if record or () in bad:
            break
        kept = tree.without(kept, bad)
        record, _, bad = _validate(model, kept)
    return (Loaded(file, record, kept, whole=not problems) if record else None), _capped(problems)


def _renamed(model: type[Record], node: Node, path: Path) -> tuple[Node, list[Problem]]:
    """The tree with every key that is right but for its writing written right, so that all below it is read too."""
    if isinstance(node, tree.Scalar):
        return node, []
    if isinstance(node, tree.Sequence):
        items = [_renamed(model, item, (*path, index)) for index, item in enumerate(node.items)]
        return tree.Sequence(tuple(item for item, _ in items), node.span), [one for _, said in items for one in said]
    known = _keys(model, path)
    entries: dict[str, tuple[Span, Node]] = {}
    problems = []
    for key, (span, value) in node.entries.items():
        same = None if key in known or _is_empty(value) else same_but_for_writing(key, known)
        is_free = same is not None and same[0] not in node.entries and same[0] not in entries
        name = same[0] if same and is_free else key
        if name != key:
            problems.append(_unknown_key(key, span, node, known))
        inner, said = _renamed(model, value, (*path, name))
        entries[name] = (span, inner)
        problems += said
    return tree.Mapping(entries, node.span), problems


def _is_empty(node: Node | None) -> bool:
    return isinstance(node, tree.Scalar) and not node.given


def _capped(problems: list[Problem]) -> list[Problem]:
    """A file of thousands of mistakes is no record gone wrong but another file altogether."""
    if len(problems) <= MAX_PROBLEMS:
        return problems
    *shown, first_left = sorted(problems)[: MAX_PROBLEMS + 1]
    hint = "核对这是不是案件记录；改好前面的再检查一次"
    return [*shown, Problem(first_left.span, "R114", f"这个文件的问题超过 {MAX_PROBLEMS} 个，后面的没有列出", hint)]


def _validate(model: type[R], node: Node) -> tuple[R | None, list[Problem], frozenset[Path]]:
    try:
        return model.model_validate(tree.plain(node)), [], frozenset()
    except ValidationError as error:
        details = [detail for detail in error.errors(include_url=False) if not _is_echo(detail, node)]
        said = _explained(model, node, details[: MAX_PROBLEMS + 1])
        return None, said, frozenset(tree.resolve(node, detail["loc"]) for detail in details)


def _explained(model: type[Record], node: Node, details: Sequence[ErrorDetails]) -> list[Problem]:
    """Every error as a problem, but for a key that is missing only because it, or what is below it, went astray."""
    meant = {path for detail in details if detail["type"] == "extra_forbidden" for path in _meant(model, node, detail)}
    return [
        problem
        for detail in details
        if detail["type"] != "missing" or detail["loc"] not in meant
        for problem in _problem(model, node, detail)
    ]


def _meant(model: type[Record], node: Node, detail: ErrorDetails) -> Iterator[Path]:
    """The known key that an unknown one is, but for its writing or a slip; the key below which it belongs."""
    *parent, key = detail["loc"]
    near = nearest(str(key), _keys(model, tuple(parent)))
    owner = _owner(model, node, detail)
    yield from ((*parent, word) for word in (near, owner) if word)


def _owner(model: type[Record], node: Node, detail: ErrorDetails) -> str | None:
    """The key below which an unknown one belongs, where nothing stands below it."""
    *parent, key = detail["loc"]
    above = tree.resolve(node, tuple(parent))
    for name in _keys(model, tuple(parent)):
        value = tree.get(node, (*above, name))
        if (value is None or _is_empty(value)) and key in _keys(model, (*parent, name)):
            return name
    return None


def _keys(model: type[Record], path: Path) -> list[str]:
    return list(dict.fromkeys(name for found in catalogue.models_at(model, path) for name in catalogue.fields(found)))


def _is_echo(detail: ErrorDetails, node: Node) -> bool:
    """A list is called too short when its items failed; the items are reported already."""
    found = tree.get(node, tree.resolve(node, detail["loc"]))
    return detail["type"] == "too_short" and isinstance(found, tree.Sequence) and bool(found.items)


def _unclean(model: type[Record], node: Node) -> list[Problem]:
    """Keys with nothing behind them, and values with characters that nobody sees."""
    found = []
    for path, scalar in tree.scalars(node):
        if not scalar.given and not _has_strayed(model, node, path):
            found.append(_empty(node, path))
        elif has_unseen(scalar.text):
            hint = "删去这一项重新打一遍，不要从网页或聊天里粘贴"
            found.append(Problem(scalar.span, "R208", f"{_quote(path)}里有看不见的字符", hint))
    return found[: MAX_PROBLEMS + 1]


def _has_strayed(model: type[Record], node: Node, path: Path) -> bool:
    """True where what belongs below a key stands beside it instead, which is reported there."""
    parent = tree.get(node, path[:-1])
    if not isinstance(parent, tree.Mapping):
        return False
    return bool(set(parent.entries) & set(_keys(model, path)) - set(_keys(model, path[:-1])))


def _empty(node: Node, path: Path) -> Problem:
    span = tree.key_span(node, path) or tree.at(node, *path)
    key = str(path[-1]) if path else ""
    stuck = _STUCK.match(key)
    if stuck:
        message = f"{_quote((stuck[1],))}的冒号是全角的，或后面少了空格"
        return Problem(span, "R201", message, "写成「键: 值」，冒号用半角，后面空一格", private=True)
    if path and isinstance(path[-1], int):
        return Problem(span, "R201", "列表里有一项是空的", "填上内容；多余的「-」或逗号就删去")
    return Problem(span, "R201", f"{_quote(path)}没有填写", "填上内容；不知道就整行删去")


def _is_stuck(node: Node, parent: Path, key: str) -> bool:
    """True where a key and its value have grown together (事项:立案), which is reported already."""
    found = tree.get(node, tree.resolve(node, parent))
    return isinstance(found, tree.Mapping) and any(name.startswith((f"{key}:", f"{key}：")) for name in found.entries)


def _quote(path: Path) -> str:
    keys = [step for step in path if isinstance(step, str)]
    if not keys or not keys[-1].strip():
        return "这一项"
    return f"「{mask(keys[-1])}」" if len(keys[-1]) <= _LONGEST_KEY else f"「{mask(keys[-1][:_LONGEST_KEY])}…」"


def _problem(model: type[Record], node: Node, detail: ErrorDetails) -> list[Problem]:
    if _is_empty(tree.get(node, tree.resolve(node, detail["loc"]))):
        return []  # nothing stands there, which is reported already
    explain = _EXPLAIN.get(detail["type"], _shape)
    found = explain(model, node, detail)
    if found is None or isinstance(found, Problem):
        return [found] if found else []
    return list(found)


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
    span = tree.key_span(node, path) or tree.at(node, *path)
    known = _keys(model, detail["loc"][:-1])
    owner = _owner(model, node, detail)
    if owner and not same_but_for_writing(key, known):
        hint = f"它属于「{owner}」：写在「{owner}:」下面，前面多空两格"
        return Problem(span, "R203", f"{_quote((key,))}不在这一级", hint)
    return _unknown_key(key, span, tree.get(node, path[:-1]), known)


def _unknown_key(key: str, span: Span, parent: Node | None, known: list[str]) -> Problem:
    if not key.strip():
        return Problem(span, "R203", "冒号前面少了键", f"这里可以写：{'、'.join(known)}")
    same = same_but_for_writing(key, known)
    if same and isinstance(parent, tree.Mapping) and same[0] in parent.entries:
        line = parent.entries[same[0]][0].line
        return Problem(span, "R203", f"没有{_quote((key,))}这一项", f"第 {line} 行已有「{same[0]}」，保留一处")
    written = parent.entries if isinstance(parent, tree.Mapping) else {}
    near = did_you_mean(key, known)
    if near:
        free = did_you_mean(key, [one for one in known if one not in written])
        return Problem(span, "R203", f"没有{_quote((key,))}这一项", free or f"这里可以写：{'、'.join(known)}")
    # A key like no other may be a name; it is not repeated.
    return Problem(span, "R203", "没有这一项", f"这里可以写：{'、'.join(known)}", private=True)


def _choice(model: type[Record], node: Node, detail: ErrorDetails) -> Iterator[Problem]:
    context = detail.get("ctx", {})
    path = tree.resolve(node, detail["loc"])
    if "discriminator" in context:
        yield from _beside_the_tag(model, node, detail)
        path = (*path, _tag_key(context))
    words = re.findall(r"'([^']+)'", str(context.get("expected_tags", context.get("expected", ""))))
    found = tree.get(node, path)
    written = found.text if isinstance(found, tree.Scalar) else ""
    if not has_unseen(written):
        hint = _several(written, words) or did_you_mean(written, words) or f"可选：{'、'.join(words)}"
        yield Problem(tree.at(node, *path), "R205", f"{_quote(path)}没有这个选项", hint)


def _several(written: str, words: list[str]) -> str | None:
    """Several choices in one, because their comma was no comma."""
    parts = [part.strip() for part in re.split("[、，；;]", written)]
    return f"写成 [{', '.join(parts)}]，用半角逗号隔开" if len(parts) > 1 and not set(parts) - set(words) else None


def _beside_the_tag(model: type[Record], node: Node, detail: ErrorDetails) -> Iterator[Problem]:
    """What else is wrong in a mapping whose kind is unknown: judged by the fields that all its kinds share."""
    kinds = catalogue.models_at(model, detail["loc"])
    found = tree.get(node, tree.resolve(node, detail["loc"]))
    if not kinds or not isinstance(found, tree.Mapping):
        return
    shared = set.intersection(*(set(catalogue.fields(kind)) for kind in kinds)) - {_tag_key(detail.get("ctx", {}))}
    here = tree.Mapping({key: pair for key, pair in found.entries.items() if key in shared}, found.span)
    try:
        kinds[0].model_validate(tree.plain(here))
    except ValidationError as error:
        for other in error.errors(include_url=False):
            if other["loc"][0] in shared:
                yield from _problem(kinds[0], found, other)


def _tag_key(context: Mapping[str, object]) -> str:
    return str(context["discriminator"]).rpartition("| ")[2].strip("'")


def _no_tag(model: type[Record], node: Node, detail: ErrorDetails) -> Iterator[Problem]:
    key = _tag_key(detail.get("ctx", {}))
    yield from _beside_the_tag(model, node, detail)
    found = tree.get(node, tree.resolve(node, detail["loc"]))
    entries = found.entries if isinstance(found, tree.Mapping) else {}
    if key in entries or _is_stuck(node, detail["loc"], key):
        return
    hint = f"每一项都要写「{key}」，由它决定还要填什么"
    yield Problem(tree.at(node, *detail["loc"]), "R202", f"缺少「{key}」", hint)


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


def _malformed(model: type[Record], node: Node, detail: ErrorDetails) -> Problem | None:
    path = tree.resolve(node, detail["loc"])
    context = detail.get("ctx", {})
    found = tree.get(node, path)
    written = found.text if isinstance(found, tree.Scalar) else ""
    if has_unseen(written):
        return None  # reported already
    right = _right_writing(model, detail["loc"], written)
    hint = f"写成 {right}" if right else str(context["hint"])
    return Problem(tree.at(node, *path), "R206", f"{_quote(path)}：{context['message']}", hint)


def _right_writing(model: type[Record], path: Path, written: str) -> str | None:
    for found in catalogue.models_at(model, path[:-1]):
        info = catalogue.fields(found).get(str(path[-1]))
        right = right_writing(catalogue.kinds(info), written) if info else None
        if right:
            return right
    return None


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


_EXPLAIN: Mapping[str, Callable[[type[Record], Node, ErrorDetails], Problem | Iterator[Problem] | None]] = {
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
