"""YAML as strings with places: what the file says, before anybody gives it a type."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.problems import Span

Step = str | int
Path = tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Scalar:
    """A text, as written, without YAML's own typing; `given` is False for a key with nothing behind it."""

    text: str
    span: Span
    given: bool = True


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list; `span` is its first character."""

    items: tuple[Node, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys in file order, each once; `span` is its first character."""

    entries: dict[str, tuple[Span, Node]]
    span: Span


Node = Scalar | Sequence | Mapping


def plain(node: Node) -> object:
    """The bare text, lists and dicts, for a validator; keys with nothing behind them are left out."""
    match node:
        case Scalar(text):
            return text
        case Sequence(items):
            return [plain(item) for item in items]
        case Mapping(entries):
            return {key: plain(value) for key, (_, value) in entries.items() if _given(value)}


def _given(node: Node) -> bool:
    return not isinstance(node, Scalar) or node.given


def scalars(node: Node, path: Path = ()) -> Iterator[tuple[Path, Scalar]]:
    """Every text with its path, in file order."""
    match node:
        case Scalar():
            yield path, node
        case Sequence(items):
            for index, item in enumerate(items):
                yield from scalars(item, (*path, index))
        case Mapping(entries):
            for key, (_, value) in entries.items():
                yield from scalars(value, (*path, key))


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
    if not isinstance(parent, Mapping) or path[-1] not in parent.entries:
        return None
    return parent.entries[str(path[-1])][0]


def at(node: Node, *path: Step) -> Span:
    """The place of the value at `path`, or of the nearest thing above it that the file has."""
    found = get(node, resolve(node, path))
    return (found or node).span


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
