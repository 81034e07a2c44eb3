"""YAML as strings with places: what the file says, before anybody gives it a type."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from generator.problems import Span, has_unseen

Step = str | int
Path = tuple[Step, ...]


class Scalar(NamedTuple):
    """A text, as written, without YAML's own typing; `given` is False for a key with nothing behind it."""

    text: str
    span: Span
    given: bool = True


class Sequence(NamedTuple):
    """A list; `span` is its first character."""

    items: tuple[Node, ...]
    span: Span


class Mapping(NamedTuple):
    """Keys in file order, each once; `span` is its first character."""

    entries: dict[str, tuple[Span, Node]]
    span: Span


Node = Scalar | Sequence | Mapping


def plain(node: Node) -> object:
    """The bare text, lists and dicts, for a validator; keys with nothing behind them are left out."""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    return {
        key: value.text if isinstance(value, Scalar) else plain(value)
        for key, (_, value) in node.entries.items()
        if not isinstance(value, Scalar) or value.given
    }


def texts(value: object) -> Iterator[str]:
    """Every text of what `plain` gives, in no order."""
    waiting: list[Iterable[object]] = [(value,)]
    while waiting:
        for found in waiting.pop():
            if isinstance(found, str):
                yield found
            elif isinstance(found, dict):
                waiting.append(found.values())
            elif isinstance(found, list):
                waiting.append(found)


def scalars(node: Node, path: Path = ()) -> Iterator[tuple[Path, Scalar]]:
    """Every text with its path, in file order."""
    waiting: list[tuple[Path, Node]] = [(path, node)]
    while waiting:
        here, found = waiting.pop()
        if isinstance(found, Scalar):
            yield here, found
        elif isinstance(found, Sequence):
            waiting += [((*here, index), item) for index, item in enumerate(found.items)][::-1]
        else:
            waiting += [((*here, key), value) for key, (_, value) in found.entries.items()][::-1]


def is_clean(node: Node) -> bool:
    """True where every text is there and has only characters that can be seen; the quick look before a careful one."""
    if isinstance(node, Scalar):
        # A filler of Hangul counts as a letter that can be printed.
        return node.given and node.text.isprintable() and not has_unseen(node.text)
    if isinstance(node, Sequence):
        return all(map(is_clean, node.items))
    return all(is_clean(value) for _, value in node.entries.values())


def resolve(node: Node, path: Path) -> Path:
    """The part of `path` that the file has.

    A step that names neither a key nor an item is passed over: validators put the tag of a union into their paths.
    """
    found: list[Step] = []
    for step in path:
        match node:
            case Mapping(entries) if isinstance(step, str) and step in entries:
                node = entries[step][1]
            case Sequence(items) if isinstance(step, int) and step < len(items):
                node = items[step]
            case _:
                continue
        found.append(step)
    return tuple(found)


def get(node: Node, path: Path) -> Node | None:
    """The node at exactly `path`."""
    for step in path:
        match node:
            case Mapping(entries) if isinstance(step, str) and step in entries:
                node = entries[step][1]
            case Sequence(items) if isinstance(step, int) and step < len(items):
                node = items[step]
            case _:
                return None
    return node


def key_span(node: Node, path: Path) -> Span | None:
    """The place of the key that `path` ends in, where the file has it."""
    parent = get(node, path[:-1])
    if not path or not isinstance(parent, Mapping) or path[-1] not in parent.entries:
        return None
    return parent.entries[str(path[-1])][0]


def at(node: Node, *path: Step) -> Span:
    """The place of the value at `path`, or of the nearest thing above it that the file has."""
    found = get(node, resolve(node, path))
    return node.span if found is None else found.span


def without(node: Node, paths: frozenset[Path], here: Path = ()) -> Node:
    """The same tree less the values at `paths`."""
    match node:
        case Scalar():
            return node
        case Sequence(items, span):
            kept = ((index, item) for index, item in enumerate(items) if (*here, index) not in paths)
            return Sequence(tuple(without(item, paths, (*here, index)) for index, item in kept), span)
        case Mapping(entries, span):
            left = {key: pair for key, pair in entries.items() if (*here, key) not in paths}
            return Mapping({key: (at, without(value, paths, (*here, key))) for key, (at, value) in left.items()}, span)
