"""Bytes → tree: strings with places, and a placed refusal for everything that a record may not be."""

from __future__ import annotations

import pytest

from generator.records.encoding import MAX_BYTES
from generator.records.tree import Mapping, Scalar, at, plain
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


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ("名称: 虚构甲\r\n乙: 2\r\n".encode(), []),
        ("\ufeff名称: 虚构甲\n乙: 2\n".encode(), [(1, 1, "R112")]),
        ("%YAML 1.1\n---\n名称: 虚构甲\n乙: 2\n...\n".encode(), []),
        ("{名称: 虚构甲, 乙: 2}".encode(), []),
        ('"名称": "虚构\\u7532"\n乙: \'2\'\n'.encode(), []),
        ("名称: >-\n   虚构甲\n乙: |-\n 2\n".encode(), []),
    ],
)
def test_what_simply_works(data: bytes, said: list[tuple[int, int, str]]) -> None:
    node, problems = read(data, "f.yml")
    assert node
    assert plain(node) == {"名称": "虚构甲", "乙": "2"}
    assert [(p.span.line, p.span.column, p.code) for p in problems] == said


def test_places_behind_a_mark_and_with_returns() -> None:
    node, _ = read("\ufeff名称: 甲\r\n乙: 丙\r\n".encode(), "f.yml")
    assert node
    assert [at(node, "名称"), at(node, "乙")] == [("f.yml", 1, 5, 1), ("f.yml", 2, 4, 1)]


def test_the_encoding_is_named() -> None:
    files = ["名称: 虚构甲".encode("gb18030"), "名称: 虚构甲".encode("utf-16"), b"a: \xff\xff"]
    assert [read(data, "f.yml")[1][0].message for data in files] == [
        "文件是 GBK（ANSI）编码，不是 UTF-8",
        "文件是 UTF-16 编码，不是 UTF-8",
        "文件不是 UTF-8 编码",
    ]


def test_thousands_of_keys_written_twice_are_not_all_listed() -> None:
    node, problems = read(b"a: 1\n" * 2000, "f.yml")
    assert node is None
    assert [p.code for p in problems] == ["R106"] * 100 + ["R114"]


def test_duplicate_keys_are_reported_and_the_first_kept() -> None:
    node, problems = read("甲: 1\n乙: 2\n甲: 3\n".encode(), "f.yml")
    assert node
    assert plain(node) == {"甲": "1", "乙": "2"}
    assert [(p.span.line, p.span.column, p.code) for p in problems] == [(3, 1, "R106")]


REFUSED = {
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
    "open bracket": (b"a: [1, 2\n", (1, 4, "R103")),
    "open quote": (b"a: 'x\nb: 1\n", (1, 4, "R103")),
    "anchor": (b"a: &x 1\n", (1, 4, "R105")),
    "alias": (b"a: *x\n", (1, 4, "R105")),
    "tag": (b"a: !!python/object:os.system 1\n", (1, 4, "R105")),
    "two documents": (b"a: 1\n---\nb: 1\n", (2, 1, "R105")),
    "list as key": (b"[1]: 2\n", (1, 1, "R105")),
    "too deep": (b"[" * 500, (1, 21, "R105")),
    "deeper than the parser goes": (b"[" * 100_000, (1, 1001, "R103")),
    "UTF-16 without a mark": ("a: 1\n".encode("utf-16-le"), (1, 1, "R102")),
    "half a character": (b"a: \xe7\x94", (1, 4, "R102")),
    "surrogate in bytes": (b"a: \xed\xa0\x80", (1, 4, "R102")),
    "line break of old": (b"a: 1\rb: 2\n", (1, 5, "R103")),
    "next line": ("a: x\u0085y\n".encode(), (1, 5, "R103")),
    "byte order mark inside": ("a: x\ufeffy\n".encode(), (1, 5, "R103")),
    "NUL written out": (b'a: "\\0"\n', (1, 4, "R103")),
    "escape written out": (b'a: "\\e[2J"\n', (1, 4, "R103")),
    "line separator written out": (b'a: "\\u2028"\n', (1, 4, "R103")),
    "alias bomb": (b"a: &a [x, x]\nb: &b [*a, *a]\n", (1, 4, "R105")),
    "merge key": (b"a: 1\n<<: *a\n", (2, 5, "R105")),
    "python tag on a list": (b"a: !!python/tuple [1]\n", (1, 4, "R105")),
    "an unknown version": (b"%YAML 9.0\n---\na: 1\n", (1, 1, "R103")),
    "text behind the end": (b"a: 1\n...\nb: 1\n", (3, 1, "R103")),
    "only the sign of a document": (b"---\n", (1, 1, "R104")),
    "only blanks": (b"  \n\n", (1, 1, "R104")),
    "complex key": (b"? [a]\n: 1\n", (1, 3, "R105")),
    "a mapping as a key": (b"{a: 1}: 2\n", (1, 1, "R105")),
    "ten thousand levels": (b"\n".join(b" " * level + b"a:" for level in range(1200)), (21, 21, "R105")),
    "too many items": (b"a:\n" + b"- x\n" * 5000, (5001, 3, "R113")),
    "a full-width comma in braces": ("甲: {乙: 1，丙: 2}\n".encode(), (1, 9, "R103")),
    "what git left": ("甲: 1\n<<<<<<< HEAD\n乙: 1\n=======\n乙: 2\n>>>>>>> other\n".encode(), (2, 1, "R103")),
    "what git left, with returns": ("<<<<<<< HEAD\r\n乙: 1\r\n>>>>>>> x\r\n".encode(), (1, 1, "R103")),
    "the end of what git left": ("甲: 1\n乙: 2\n>>>>>>> other\n".encode(), (3, 1, "R103")),
    "a year in list brackets": ("a: {文号: 甲[2026]1号, 乙: 1}\n".encode(), (1, 10, "R103")),
    "a year in list brackets at the end": ("a: {文号: 甲[2026]}\n".encode(), (1, 10, "R103")),
    "a year in list brackets at the front": ("a: 1\n文号: [2026]1号\n".encode(), (2, 5, "R103")),
    "a year in list brackets on a later line": ("a: {乙: 1,\n  文号: 甲[1999]1号}\n".encode(), (2, 8, "R103")),
    "a comma that is wide, and a year in a list": ("a: {丙: [2026], 乙: 1，丁: 2}\n".encode(), (1, 20, "R103")),
    "lone surrogate": (b'a: "\\ud800"\n', (1, 7, "R103")),
}


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        ("a: 1\n<<<<<<< HEAD\n", "两个人改了同一处，还没有合并完：这是 git 留下的标记", "删去三行标记"),
        ("a: {b: 甲[2026]1号}\n", "年份用了半角方括号，它在这里是列表的意思", "文号里写成〔2026〕"),
        ("a: 1\n=======\n", "这一行少了冒号", "冒号用半角"),
    ],
)
def test_slips_are_named(text: str, message: str, hint: str) -> None:
    _, (problem,) = read(text.encode(), "f.yml")
    assert problem.message == message
    assert hint in problem.hint


@pytest.mark.parametrize("text", ["文号: 甲[2026]1号\n", "a: [2026]\n", "a: {b: [2026, 2025]}\n", "a: '<<<<<<< b'\n"])
def test_brackets_and_signs_that_do_no_harm(text: str) -> None:
    assert read(text.encode(), "f.yml")[1] == []


@pytest.mark.parametrize("name", REFUSED)
def test_refused_with_a_place(name: str) -> None:
    data, expected = REFUSED[name]
    node, problems = read(data, "f.yml")
    assert node is None
    assert [(p.span.line, p.span.column, p.code) for p in problems] == [expected]
    assert problems[0].hint
