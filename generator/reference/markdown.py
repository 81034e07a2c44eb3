"""The few shapes of Markdown that the documents are made of."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

_SIGNS: Final = re.compile(r"[\\*<`\[\]]")


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table; a `|` inside a cell is escaped."""
    body = ["| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |" for row in (head, *rows)]
    return "\n".join([body[0], "|" + "---|" * len(head), *body[1:]])


def fence(language: str, text: str) -> str:
    """A block of text as it is."""
    return f"```{language}\n{text}\n```"


def code(text: str) -> str:
    """A short text as it is, inside a line."""
    return f"`{text}`"


def plain(text: str) -> str:
    """Text in which no sign is taken for Markdown or HTML."""
    return _SIGNS.sub(r"\\\g<0>", text)


def sentence(text: str) -> str:
    """Plain text with its full stop."""
    return plain(text) if text.endswith(("。", "？", "！")) else f"{plain(text)}。"


def link(text: str, title: str | None = None) -> str:
    """A link to a heading of the same document; headings hold letters, digits and blanks alone."""
    return f"[{text}](#{(title or text).lower().replace(' ', '-')})"


def document(parts: Iterable[str]) -> str:
    """The blocks of a document, one blank line between two."""
    return "\n\n".join(parts) + "\n"
