"""问题: what is wrong, where, by which rule and how to mend it; values, ordered by place, never printed here."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum


class Severity(StrEnum):
    """An error stops a build; a warning asks a person to look."""

    ERROR = "错误"
    WARNING = "警告"


@dataclass(frozen=True, order=True, slots=True)
class Span:
    """A place in a file: the path below the root, line and column from 1, length in characters on that line."""

    file: str
    line: int = 1
    column: int = 1
    length: int = 0


@dataclass(frozen=True, order=True, slots=True)
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


def did_you_mean(written: str, known: Iterable[str]) -> str | None:
    """A hint that names the known word nearest to what was written, if any is near; width and blanks do not count."""
    folded = unicodedata.normalize("NFKC", "".join(written.split()))
    close = get_close_matches(folded, list(known), n=1, cutoff=0.45)
    return f"是否想写「{close[0]}」？" if close else None
