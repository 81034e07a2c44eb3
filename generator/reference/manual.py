"""The parts of docs/编辑手册.md that the code writes: the table of acts, what the check says, what a terminal shows."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from typing import Final

from generator.reference.acts import ACTS
from generator.reference.fields import acts_table

Answer = Callable[[Mapping[str, str]], str]
"""Records by their files → what the check prints of them."""
Play = Callable[[str], str]
"""A line typed on a terminal → what is shown below it. The lines are played in the order of the manual."""

EVENTS: Final = "events"
ANSWER: Final = "<!-- check -->"
"""Stands before a block of text that holds the check's answer to the records since the last heading."""
SESSION: Final = "console"
"""The language of a block that is a piece of a session: lines after `$`, and below each what it is answered."""
OMITTED: Final = "……"
"""Stands in a session for lines that are left out."""
EXIT: Final = "退出码 "
"""Begins the last line of an answer whose command did not end with 0; it is never left out."""

_FENCE: Final = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_HEADING: Final = re.compile(r"^#", re.MULTILINE)
_KEPT: Final = re.compile(r"<!-- 只留：(.+) -->\n\Z")
"""Stands before a piece of a session of whose answers only the lines that begin with one of these are shown."""
_PROMPT: Final = "$ "
_RECORD: Final = re.compile(r"# ((?:cases|content/worksites|content/outreach)/\S+\.yml)\n")


def manual(text: str, answer: Answer, play: Play) -> str:
    """The manual with its table, its answers and its sessions as the code gives them now."""
    return "".join(_pieces(_between(text, EVENTS, acts_table(ACTS)), answer, play))


def _between(text: str, name: str, new: str) -> str:
    before, start, rest = text.partition(f"<!-- {name} -->")
    _, end, after = rest.partition(f"<!-- /{name} -->")
    if not end:
        raise ValueError(f"the manual has no place for {name}")
    return f"{before}{start}\n{new}\n{end}{after}"


def _pieces(text: str, answer: Answer, play: Play) -> Iterator[str]:
    records: dict[str, str] = {}
    end = 0
    for fence in _FENCE.finditer(text):
        before = text[end : fence.start()]
        if _HEADING.search(before):
            records = {}
        found = _RECORD.match(fence[2])
        if found:
            records[found[1]] = fence[2]
        yield before
        if before.endswith(f"{ANSWER}\n"):
            yield f"```{fence[1]}\n{answer(records)}\n```"
        elif fence[1] == SESSION:
            kept = _KEPT.search(before)
            yield f"```{SESSION}\n{_played(fence[2], kept[1].split('、') if kept else (), play)}```"
        else:
            yield fence[0]
        end = fence.end()
    yield text[end:]


def _played(session: str, kept: Collection[str], play: Play) -> str:
    typed = [line for line in session.split("\n") if line.startswith(_PROMPT)]
    shown = (_shortened(play(line.removeprefix(_PROMPT)).split("\n"), kept) for line in typed)
    return "".join("\n".join([line, *said, ""]) for line, said in zip(typed, shown, strict=True))


def _shortened(lines: Sequence[str], kept: Collection[str]) -> list[str]:
    """The lines that are to be shown; a mark where others were."""
    begins = (*kept, EXIT)
    marked = [line if not kept or line.lstrip().startswith(begins) else OMITTED for line in lines]
    return [line for at, line in enumerate(marked) if line != OMITTED or marked[at - 1 : at] != [OMITTED]]
