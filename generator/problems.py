"""问题: what is wrong, where, by which rule and how to mend it; values, ordered by place, never printed here."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum
from functools import lru_cache
from typing import Final, NamedTuple

UNSEEN: Final = "\u00ad\u061c\u115f\u1160\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\u3164\ufeff\uffa0"
"""Characters that take no room and that nobody types on purpose, as the inside of a class of a pattern."""

_UNSEEN: Final = re.compile(f"[{UNSEEN}]")
_BLANKS: Final = re.compile(r"\s+")
_LONGEST_WORD: Final = 40


class Severity(StrEnum):
    """An error stops a build; a warning asks a person to look."""

    ERROR = "错误"
    WARNING = "警告"


class Span(NamedTuple):
    """A place in a file: the path below the root, line and column from 1, length in characters on that line.

    A tuple, because reading makes a hundred of them for each record.
    """

    file: str
    line: int = 1
    column: int = 1
    length: int = 0


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to mend. `message` and `hint` never repeat a private value.

    `private` marks a span whose text must not be shown with the source line either.
    """

    span: Span
    code: str
    message: str
    hint: str
    severity: Severity = Severity.ERROR
    article: str | None = None
    private: bool = False

    def __lt__(self, other: Problem) -> bool:
        return self._order < other._order

    @property
    def _order(self) -> tuple[Span, str, str, str]:
        return self.span, self.code, self.message, self.hint


def has_unseen(text: str) -> bool:
    """True where a text holds a character that takes no room."""
    return _UNSEEN.search(text) is not None


def did_you_mean(written: str, known: Iterable[str]) -> str | None:
    """A hint that names the known word that was meant, and what is odd about the writing where only that is wrong."""
    words = list(known)
    exact = same_but_for_writing(written, words)
    if exact:
        return f"{exact[1]}，写成「{exact[0]}」"
    close = nearest(written, words)
    return f"是否想写「{close}」？" if close else None


def nearest(written: str, words: list[str]) -> str | None:
    """The known word that is most like what was written, if any is like it at all."""
    if len(written) > _LONGEST_WORD:
        return None
    close = get_close_matches(_simplified(_plain(written)), words, n=1, cutoff=0.45)
    return close[0] if close else None


def same_but_for_writing(written: str, words: Iterable[str]) -> tuple[str, str] | None:
    """The known word that was written in another form, and the name of that form."""
    if len(written) > _LONGEST_WORD:
        return None
    known = {_plain(word): word for word in words}
    found, odd = written, []
    for said, change in _CHANGES:
        changed = change(found)
        if changed != found:
            odd.append(said)
        found = changed
        if found in known:
            return known[found], "、".join(odd) or "写法不同"
    return None


def _plain(text: str) -> str:
    for _, change in _CHANGES[:3]:
        text = change(text)
    return text


def _simplified(text: str) -> str:
    """Traditional forms as simplified ones; the library is loaded only once something is wrong."""
    if text.isascii():
        return text
    return _converter()(text)


@lru_cache(maxsize=1)
def _converter() -> Callable[[str], str]:
    from opencc import OpenCC  # noqa: PLC0415 - costs 20 ms, and most runs never need it

    convert: Callable[[str], str] = OpenCC("t2s").convert
    return convert


_CHANGES: Final[tuple[tuple[str, Callable[[str], str]], ...]] = (
    ("里面有看不见的字符", lambda text: _UNSEEN.sub("", text)),
    ("多了空格", lambda text: _BLANKS.sub("", text)),
    ("全角和半角不对", lambda text: unicodedata.normalize("NFKC", text)),
    ("这是繁体写法", _simplified),
)
