"""问题: what is wrong, where, by which rule and how to mend it; values, ordered by place, never printed here."""

from __future__ import annotations

from dataclasses import dataclass
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
