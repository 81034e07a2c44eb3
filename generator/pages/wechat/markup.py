"""推文 → HTML as the editor of a 公众号 keeps it: plain elements, every style on its element.

That editor strips `class`, `id`, scripts, style sheets and links that lead elsewhere, so none of them is written; and
it wraps and unwraps what is pasted, so every element that holds text says all about it and inherits nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, assert_never

from markupsafe import Markup, escape

from generator.pages.cards import INK, PAPER, RED, SOFT, TEAL
from generator.pages.wechat.post import (
    Block,
    Call,
    Facts,
    Heading,
    Items,
    Name,
    Notice,
    Paragraph,
    Post,
    Step,
    Steps,
    Tone,
)

_LINE: Final = "#d9d4c7"


def _words(
    size: int, height: float, colour: str, *, weight: str = "normal", align: str = "left", indent: int = 0
) -> str:
    """All that is said of letters; lengths in pixels."""
    return (
        f"font-size:{size}px;line-height:{height};font-weight:{weight};color:{colour};text-align:{align};"
        f"text-indent:{indent}px;word-break:break-word"
    )


_CELL: Final = f"border:0;border-bottom:1px solid {_LINE};vertical-align:top"
_WHITE: Final = "#ffffff"
_HEADING: Final = (
    f"margin:32px 0 12px;padding:0 0 0 10px;border-left:4px solid {TEAL};{_words(18, 1.4, TEAL, weight='bold')}"
)
_NAME: Final = f"margin:28px 0 2px;{_words(18, 1.45, INK, weight='bold')}"
_BESIDE: Final = f"margin:0 0 8px;{_words(14, 1.6, SOFT)}"
_BADGE: Final = f"margin:0 0 0 8px;padding:0 6px;border:1px dashed {INK};font-size:13px;font-weight:normal;color:{INK}"
_PARAGRAPHS: Final = {
    Tone.PLAIN: f"margin:0 0 16px;{_words(16, 1.75, INK)}",
    Tone.LEAD: f"margin:0 0 16px;{_words(17, 1.75, INK, weight='bold')}",
    Tone.SMALL: f"margin:0 0 12px;{_words(14, 1.7, SOFT)}",
}
_NOTICE: Final = (
    f"margin:0 0 20px;padding:10px 14px;border:2px dashed {TEAL};background-color:{PAPER};{_words(15, 1.7, INK)}"
)
_TABLE: Final = "width:100%;margin:0 0 16px;border-collapse:collapse;border:0"
_LABEL: Final = f"width:34%;padding:8px 8px 8px 0;{_CELL};{_words(14, 1.6, SOFT)}"
_VALUE: Final = f"padding:8px 0;{_CELL};{_words(15, 1.6, INK)}"
_GROUP: Final = "margin:0 0 16px"
_STEP: Final = "margin:0;padding:0 0 14px 14px;border-left:2px solid"
_DAY: Final = f"margin:0;{_words(14, 1.6, SOFT)}"
_ACT: Final = f"margin:0;{_words(16, 1.6, INK, weight='bold')}"
_FACT: Final = f"margin:0;{_words(14, 1.6, INK)}"
_ITEM: Final = f"margin:0 0 8px;padding:0 0 0 22px;{_words(16, 1.75, INK, indent=-22)}"
_MARK: Final = f"display:inline-block;width:22px;text-indent:0;color:{TEAL};font-weight:bold"
_CALL: Final = f"margin:28px 0;padding:16px 12px;background-color:{RED}"
_CALL_TEXT: Final = f"margin:0;{_words(16, 1.5, _WHITE, align='center')}"
_CALL_NUMBER: Final = f"margin:0;{_words(32, 1.3, _WHITE, weight='bold', align='center')}"


def markup(post: Post) -> str:
    """The article, to be pasted."""
    return Markup("\n").join(map(_block, post.blocks))


def _block(block: Block) -> Markup:
    match block:
        case Heading():
            return _p(_HEADING, block.text)
        case Name():
            badge = Markup('<span style="{}">样例</span>').format(_BADGE) if block.sample else ""
            return _p(_NAME, Markup("{}{}").format(block.text, badge)) + _p(_BESIDE, block.beside)
        case Paragraph():
            return _p(_PARAGRAPHS[block.tone], Markup("<br>").join(block.text.split("\n")))
        case Notice():
            return _p(_NOTICE, block.text)
        case Facts():
            return _facts(block.pairs)
        case Steps():
            return _section(_GROUP, Markup("").join(map(_step, block.steps)))
        case Items():
            marks = (f"{number}." if block.numbered else "•" for number in range(1, len(block.texts) + 1))
            return _section(_GROUP, Markup("").join(map(_item, marks, block.texts)))
        case Call():
            return _section(_CALL, _p(_CALL_TEXT, block.text) + _p(_CALL_NUMBER, block.number))
        case _:
            assert_never(block)


def _facts(pairs: Iterable[tuple[str, str]]) -> Markup:
    row = Markup('<tr><td style="{}">{}</td><td style="{}">{}</td></tr>')
    rows = Markup("").join(row.format(_LABEL, label, _VALUE, text) for label, text in pairs)
    return Markup('<table style="{}"><tbody>{}</tbody></table>').format(_TABLE, rows)


def _step(step: Step) -> Markup:
    facts = Markup("").join(_p(_FACT, f"{label}：{text}") for label, text in step.facts)
    style = f"{_STEP} {INK if step.grave else TEAL}"
    return _section(style, _p(_DAY, step.day) + _p(_ACT, step.title) + facts)


def _item(mark: str, text: str) -> Markup:
    return _p(_ITEM, Markup('<span style="{}">{}</span>{}').format(_MARK, mark, text))


def _p(style: str, inner: str) -> Markup:
    return Markup('<p style="{}">{}</p>').format(style, escape(inner))


def _section(style: str, inner: Markup) -> Markup:
    return Markup('<section style="{}">{}</section>').format(style, inner)
