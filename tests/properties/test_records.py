"""One slip anywhere in a sound record: never a crash, never a problem without place and way out, never a leak."""

from __future__ import annotations

import json
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model.case import Case
from generator.problems import Problem
from generator.records import yaml
from generator.records.decode import decode

SHIPPED = [path.read_text("utf-8") for path in sorted((Path(__file__).parents[2] / "cases").rglob("*.yml"))]
SLIPS = st.sampled_from(
    [
        "",
        " ",
        "：",
        ":",
        "-",
        "{",
        "}",
        "[",
        "]",
        '"',
        "'",
        "#",
        "&a",
        "*a",
        "!x",
        "\t",
        "\n",
        "甲",
        "0",
        "\0",
        "\ufeff",
    ]
)


def problems_of(text: str) -> list[Problem]:
    node, problems = yaml.read(text.encode("utf-8", errors="surrogatepass"), "f.yml")
    if node is None:
        return problems
    return [*problems, *decode(Case, node, "f.yml")[1]]


def test_shipped_records_have_none() -> None:
    assert [problems_of(text) for text in SHIPPED] == [[]] * len(SHIPPED)


@settings(max_examples=400)
@given(st.sampled_from(SHIPPED), st.integers(0, 5000), st.integers(0, 12), SLIPS)
def test_a_slip_is_placed_and_explained(text: str, at: int, length: int, slip: str) -> None:
    at %= len(text)
    broken = text[:at] + slip + text[at + length :]
    lines = broken.split("\n")
    for problem in problems_of(broken):
        assert 1 <= problem.span.line <= len(lines) + 1
        assert problem.span.column >= 1
        assert problem.message
        assert problem.hint


KEYS = st.text("单位名称日期事项经过公开依据甲乙a1", min_size=1, max_size=4)
SCALARS = st.text("甲乙0123-年月万元名:#'\" ", max_size=8)
TREES = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=4), max_leaves=12
)


@given(st.dictionaries(st.sampled_from(["单位", "经过", "公开", "欠薪", "行业", "样例", "乱"]), TREES, max_size=5))
def test_any_tree_is_answered(data: dict[str, object]) -> None:

    problems = problems_of(json.dumps(data, ensure_ascii=False))  # JSON is YAML in flow style
    if "单位" not in data:
        assert "R202" in {problem.code for problem in problems}
