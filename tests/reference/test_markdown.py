"""Whatever a cell says, the table stays a table, and no sign of a text is taken for Markdown."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from generator.reference.markdown import document, link, plain, sentence, table

LINES = st.text(st.characters(exclude_characters="\n\r\\", exclude_categories=["Cc", "Cs", "Zl", "Zp"]))
ROWS = st.integers(1, 5).flatmap(lambda width: st.lists(st.lists(LINES, min_size=width, max_size=width), min_size=1))


@given(ROWS)
def test_a_table_has_its_cells(rows: list[list[str]]) -> None:
    lines = table(rows[0], rows[1:]).split("\n")
    assert lines[1] == "|" + "---|" * len(rows[0])
    cells = [re.split(r"(?<!\\)\|", line)[1:-1] for line in (lines[0], *lines[2:])]
    assert [[cell[1:-1].replace("\\|", "|") for cell in line] for line in cells] == rows


@given(LINES)
def test_plain_text_loses_nothing_and_opens_nothing(text: str) -> None:
    written = plain(text)
    assert re.sub(r"\\([\\*<`\[\]])", r"\1", written) == text
    assert re.search(r"(?<!\\)[*<`\[\]]", written) is None


def test_a_sentence_ends_once() -> None:
    assert [sentence(text) for text in ("补上", "是否想写「甲」？", "好。", "<年>")] == [
        "补上。",
        "是否想写「甲」？",
        "好。",
        "\\<年>。",
    ]


def test_links_and_blocks() -> None:
    assert link("C1xx 身份") == "[C1xx 身份](#c1xx-身份)"
    assert link("批准", "案件 公开 批准") == "[批准](#案件-公开-批准)"
    assert document(["# 甲", "乙"]) == "# 甲\n\n乙\n"
