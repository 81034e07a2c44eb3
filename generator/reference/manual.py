"""The parts of docs/编辑手册.md that the code writes: the table of acts, and what the check says of its records."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Final

from generator.reference.acts import ACTS
from generator.reference.fields import acts_table

Answer = Callable[[Mapping[str, str]], str]
"""Records by their files → what the check prints of them."""

EVENTS: Final = "events"
ANSWER: Final = "<!-- check -->"
"""Stands before a block of text that holds the check's answer to the records since the last heading."""

_FENCE: Final = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_HEADING: Final = re.compile(r"^#", re.MULTILINE)
_RECORD: Final = re.compile(r"# ((?:cases|content/worksites|content/outreach)/\S+\.yml)\n")


def manual(text: str, answer: Answer) -> str:
    """The manual with its table and its answers as the code gives them now."""
    return _answered(_between(text, EVENTS, acts_table(ACTS)), answer)


def _between(text: str, name: str, new: str) -> str:
    before, start, rest = text.partition(f"<!-- {name} -->")
    _, end, after = rest.partition(f"<!-- /{name} -->")
    if not end:
        raise ValueError(f"the manual has no place for {name}")
    return f"{before}{start}\n{new}\n{end}{after}"


def _answered(text: str, answer: Answer) -> str:
    return "".join(_pieces(text, answer))


def _pieces(text: str, answer: Answer) -> Iterator[str]:
    records: dict[str, str] = {}
    end = 0
    for fence in _FENCE.finditer(text):
        before = text[end : fence.start()]
        if _HEADING.search(before):
            records = {}
        found = _RECORD.match(fence[2])
        if found:
            records[found[1]] = fence[2]
        is_answer = before.endswith(f"{ANSWER}\n")
        yield before + (f"```{fence[1]}\n{answer(records)}\n```" if is_answer else fence[0])
        end = fence.end()
    yield text[end:]
