"""Anything at all as a file: an answer in time, every problem inside the file, in order, and nothing private in it."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.cli.diagnostics import FORMATS, report
from generator.cli.ledger import open_ledger
from generator.model.case import Case
from generator.model.personal import PATTERNS, find
from generator.model.portal import Figures, Portal
from generator.model.record import Record
from generator.problems import Problem
from generator.records import tree, yaml
from generator.records.decode import decode, decode_sound
from generator.records.encoding import FORBIDDEN
from tests.casebook import Casebook

SHIPPED = [path.read_text("utf-8") for path in sorted((Path(__file__).parents[2] / "cases").rglob("*.yml"))]
MODELS: tuple[type[Record], ...] = (Case, Portal, Figures)
SIGNS = st.sampled_from(
    [*":-?,[]{}#&*!|>'\"%@`", "\n", "  ", "\t", ": ", "- ", "---\n", "<<: ", "：", "，", "甲", "\\x00"]
)
WORDS = st.sampled_from(
    ["单位", "名称", "经过", "日期", "事项", "公开", "依据", "單位", "金额", "立案", "2026-03-01", "30万"]
)
YAML_LIKE = st.lists(SIGNS | WORDS | st.text(max_size=3), max_size=30).map("".join)
TEXTS = WORDS | st.text(max_size=6)
TREES = st.recursive(
    TEXTS, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXTS, inner, max_size=5), max_leaves=20
)
PRIVATE = ("13800138000", "11010519491231002X", "王小明", "someone@portal.example")


def answered(data: bytes) -> None:
    """Read `data` as each kind of file; what is said lies inside it and offers a way out."""
    node, problems = yaml.read(data, "f.yml")
    for model in MODELS if node else ():
        assert node
        problems = [*problems, *decode(model, node, "f.yml")[1]]
    lines = data.decode("utf-8", "replace").split("\n")
    for problem in problems:
        assert 1 <= problem.span.line <= len(lines) + 1
        assert 1 <= problem.span.column <= max(map(len, lines)) + 1
        assert problem.message
        assert problem.hint


@settings(max_examples=300)
@given(st.binary(max_size=300))
def test_any_bytes(data: bytes) -> None:
    answered(data)


@settings(max_examples=400)
@given(YAML_LIKE)
def test_any_text_like_yaml(text: str) -> None:
    answered(text.encode("utf-8", "surrogatepass"))


@settings(max_examples=200)
@given(TREES)
def test_any_tree(data: object) -> None:
    answered(json.dumps(data, ensure_ascii=False).encode("utf-8", "surrogatepass"))


@st.composite
def mutated(draw: st.DrawFn) -> str:
    """A shipped record after one slip of the hand."""
    lines = draw(st.sampled_from(SHIPPED)).split("\n")
    at = draw(st.integers(0, len(lines) - 1))
    line = lines[at]
    kind = draw(
        st.sampled_from(["delete", "twice", "swap", "indent", "dedent", "rename", "replace", "cut", "join", "end"])
    )
    match kind:
        case "delete":
            del lines[at]
        case "twice":
            lines.insert(at, line)
        case "swap":
            lines[at], lines[at - 1] = lines[at - 1], line
        case "indent":
            lines[at] = draw(st.sampled_from(["\t", " ", "   ", "\u3000"])) + line
        case "dedent":
            lines[at] = line[1:]
        case "rename":
            key, colon, rest = line.partition(":")
            lines[at] = key[:-1] + draw(TEXTS) + colon + rest
        case "replace":
            place = draw(st.integers(0, len(line)))
            lines[at] = line[:place] + draw(SIGNS | st.characters()) + line[place + 1 :]
        case "cut":
            lines[at] = line[: draw(st.integers(0, len(line)))]
        case "join":
            lines[at : at + 2] = ["".join(lines[at : at + 2])]
        case _:
            lines = lines[:at]
    return "\n".join(lines)


@settings(max_examples=400)
@given(mutated())
def test_one_slip_in_a_sound_record(text: str) -> None:
    answered(text.encode("utf-8", "surrogatepass"))


def checked(text: str) -> tuple[list[Problem], str]:
    """The problems of a whole check, and everything that all reporters say of them."""
    with TemporaryDirectory() as folder:
        root = Casebook(Path(folder)).write_bytes(text.encode("utf-8", "surrogatepass")).root
        _, problems = open_ledger(root, date(2026, 11, 1))
        return problems, "".join(report(problems, root, style) for style in FORMATS)


@settings(max_examples=120, deadline=None)
@given(mutated())
def test_a_check_is_in_order_and_fit_to_print(text: str) -> None:
    problems, said = checked(text)
    assert [problem.span for problem in problems] == sorted(problem.span for problem in problems)
    said.encode("utf-8")
    assert not [sign for sign in said if not sign.isprintable() and sign != "\n"]


@settings(max_examples=120, deadline=None)
@given(st.sampled_from(PRIVATE), st.sampled_from(["备注", "找人: 备注", "#"]), mutated(), st.data())
def test_nothing_private_is_repeated(private: str, place: str, text: str, data: st.DataObject) -> None:
    lines = text.split("\n")
    at = data.draw(st.integers(0, len(lines)))
    indent = data.draw(st.sampled_from(["", "  ", "    "]))
    note = f"# {private}等21名" if place == "#" else f"{indent}{place}: 联系{private}等21名，{private}"
    assert private not in checked("\n".join([*lines[:at], note, *lines[at:]]))[1]


@settings(max_examples=300)
@given(st.text("0123456789Xx*@张三王小明等名人年工民职住户微信电话-— 　Q微ａ１.a", max_size=40))
def test_the_quick_look_misses_nothing_private(text: str) -> None:
    folded = text.translate({code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F) if chr(code - 0xFEE0).isalnum()})
    slowly = [
        (*match.span(1 if pattern.expression.groups else 0), pattern.kind)
        for pattern in PATTERNS
        for match in pattern.expression.finditer(folded)
        if pattern.confirm(match[1 if pattern.expression.groups else 0])
    ]
    assert [(found.start, found.end, found.kind) for found in find(text)] == slowly


@settings(max_examples=400)
@given(mutated() | YAML_LIKE | st.sampled_from(SHIPPED))
def test_the_quick_reading_is_the_careful_one(text: str) -> None:
    if FORBIDDEN.search(text):
        return
    quickly = yaml.plain_text(text)
    node, problems = yaml.read_text(text, "f.yml")
    if quickly is not None:
        assert (node and tree.plain(node), problems) == (quickly, [])
    sound = decode_sound(Case, text, "f.yml")
    if sound and node:
        loaded, said = decode(Case, node, "f.yml")
        assert loaded
        assert (said, loaded.record, loaded.tree, loaded.whole) == ([], sound.record, sound.tree, sound.whole)


@given(st.sampled_from(SHIPPED))
def test_shipped_records_are_read_quickly(text: str) -> None:
    assert decode_sound(Case, text, "f.yml")
