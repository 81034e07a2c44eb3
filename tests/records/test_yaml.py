"""Bytes → tree: strings with places, and a placed refusal for everything that a record may not be."""

from __future__ import annotations

import pytest

from generator.records.tree import Mapping, Scalar, at, plain
from generator.records.encoding import MAX_BYTES
from generator.records.yaml import read


def test_nothing_is_typed() -> None:
    node, problems = read(b"a: 010\nb: 12:30\nc: no\nd: 1e3\ne: null\nf: 2026-03-01\n", "f.yml")
    assert not problems
    assert node
    assert plain(node) == {"a": "010", "b": "12:30", "c": "no", "d": "1e3", "e": "null", "f": "2026-03-01"}


def test_places_count_characters() -> None:
    node, _ = read("单位:\n  名称: 虚构甲公司   # 备注\n".encode(), "f.yml")
    assert isinstance(node, Mapping)
    span = at(node, "单位", "名称")
    assert (span.line, span.column, span.length) == (2, 7, 5)


def test_empty_and_quoted_empty_differ() -> None:
    node, _ = read("甲:\n乙: ''\n".encode(), "f.yml")
    assert isinstance(node, Mapping)
    empty, quoted = (pair[1] for pair in node.entries.values())
    assert isinstance(empty, Scalar)
    assert isinstance(quoted, Scalar)
    assert (empty.given, quoted.given) == (False, True)


def test_duplicate_keys_are_reported_and_the_first_kept() -> None:
    node, problems = read("甲: 1\n乙: 2\n甲: 3\n".encode(), "f.yml")
    assert node
    assert plain(node) == {"甲": "1", "乙": "2"}
    assert [(p.span.line, p.span.column, p.code) for p in problems] == [(3, 1, "R106")]


REFUSED = {
    "byte order mark": (b"\xef\xbb\xbfa: 1\n", (1, 1, "R102")),
    "GBK": ("a: 1\n名称: 甲\n".encode("gbk"), (2, 1, "R102")),
    "UTF-16": ("a: 1\n".encode("utf-16"), (1, 1, "R102")),
    "too large": (b"a: " + b"x" * MAX_BYTES, (1, 1, "R101")),
    "empty": (b"", (1, 1, "R104")),
    "only a comment": ("# 备注\n".encode(), (1, 1, "R104")),
    "tab": (b"a:\n\tb: 1\n", (2, 1, "R103")),
    "NUL": (b"a: \x00", (1, 4, "R103")),
    "control character": ("a: 1\n乙: x\x01y\n".encode(), (2, 5, "R103")),
    "line separator": ("a: 1\n乙: x\u2028y\n".encode(), (2, 5, "R103")),
    "full-width colon": ("名称：甲\n乙: 2\n".encode(), (1, 3, "R103")),
    "full-width colon in the middle": ("甲: 1\n乙：2\n\n# 备注\n丙: 3\n".encode(), (2, 2, "R103")),
    "no blank after the colon": ("甲: 1\n镇街:乙\n丙: 3\n".encode(), (2, 3, "R103")),
    "no blank on the last line": ("甲: 1\n镇街:乙".encode(), (2, 3, "R103")),
    "tab among blanks": ("甲:\n  乙: 1\n\t丙: 2\n".encode(), (3, 1, "R103")),
    "open bracket": (b"a: [1, 2\n", (2, 1, "R103")),
    "open quote": (b"a: 'x\nb: 1\n", (3, 1, "R103")),
    "anchor": (b"a: &x 1\n", (1, 4, "R105")),
    "alias": (b"a: *x\n", (1, 4, "R105")),
    "tag": (b"a: !!python/object:os.system 1\n", (1, 4, "R105")),
    "two documents": (b"a: 1\n---\nb: 1\n", (2, 1, "R105")),
    "list as key": (b"[1]: 2\n", (1, 1, "R105")),
    "too deep": (b"[" * 500, (1, 21, "R105")),
    "deeper than the parser goes": (b"[" * 100_000, (1, 1001, "R103")),
    "lone surrogate": (b'a: "\\ud800"\n', (1, 7, "R103")),
}


@pytest.mark.parametrize("name", REFUSED)
def test_refused_with_a_place(name: str) -> None:
    data, expected = REFUSED[name]
    node, problems = read(data, "f.yml")
    assert node is None
    assert [(p.span.line, p.span.column, p.code) for p in problems] == [expected]
    assert problems[0].hint
