"""推文 → plain text: the same words in the same order, for wherever no HTML is taken."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from generator.pages.wechat.post import Block, Call, Facts, Heading, Items, Name, Notice, Paragraph, Post, Step, Steps


def plain(post: Post) -> str:
    """The article under its title, an empty line between its parts."""
    parts = (post.title, *("\n".join(_lines(block)) for block in post.blocks))
    return "\n\n".join(parts) + "\n"


def _lines(block: Block) -> Iterator[str]:
    match block:
        case Heading():
            yield f"【{block.text}】"
        case Name():
            yield f"{block.text}（样例）" if block.sample else block.text
            yield block.beside
        case Paragraph() | Notice():
            yield block.text
        case Facts():
            yield from (f"{label}：{text}" for label, text in block.pairs)
        case Steps():
            yield from (line for step in block.steps for line in _step(step))
        case Items():
            marks = (f"{number}." if block.numbered else "·" for number in range(1, len(block.texts) + 1))
            yield from (f"{mark} {text}" for mark, text in zip(marks, block.texts, strict=True))
        case Call():
            yield f"{block.text}：{block.number}"
        case _:
            assert_never(block)


def _step(step: Step) -> Iterator[str]:
    yield f"{step.day}　{step.title}"
    yield from (f"　　{label}：{text}" for label, text in step.facts)
