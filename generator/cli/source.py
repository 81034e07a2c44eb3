"""Source lines for a terminal: every private stretch covered, nothing invisible, a caret that counts terminal cells."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import Final

from rich.cells import cell_len

from generator.model.keys import known_keys
from generator.model.personal import mask
from generator.problems import Problem
from generator.records.load import contents

# A file that is no record has not been searched for private facts: of its words, only known keys are shown.
_UNREAD: Final = frozenset({"R103", "R105", "R113"})
_TWICE: Final = "R106"  # the key stands twice, and may be one that nobody knows
_UNKNOWN: Final = "R203"  # where private: a key like no other, and so is what stands under it
_WORDS: Final = re.compile(r"\w+")
NOTES: Final = ("备注", "说明", "代码核对", "理由", "佐证")
"""Keys whose text was written for colleagues, in one act at least."""
_KEY: Final = rf"(?:{'|'.join(NOTES)})\s*[:：]\s*"
_NOTE: Final = re.compile(rf"(^[^{{\n]*?{_KEY})(.*)|({_KEY})(\"(?:[^\"\\]|\\.)*\"?|'(?:[^']|'')*'?|[^,}}]*)")
_COMMENT: Final = re.compile(r"(?:^|(?<=\s))#(?! yaml-language-server:).*")
_PAGE: Final = ".md"  # written for the public: its # is a heading
_LONGEST: Final = 5000  # characters; what is longer was not written by a person and is not searched for private facts
_WIDEST: Final = 100
_BEFORE: Final = 40
_COVER: Final = "▇"
_STANDS_FOR_UNSEEN: Final = "␦"


def visible(text: str) -> str:
    """The text with a sign for every character that a terminal would obey or hide; as many characters as before."""
    return text if text.isprintable() else "".join(map(_visible, text))


def _visible(character: str) -> str:
    if character.isprintable():
        return character
    if ord(character) < 0x20:
        return " " if character == "\t" else chr(0x2400 + ord(character))
    return " " if unicodedata.category(character) == "Zs" else _STANDS_FOR_UNSEEN


class Sources:
    """The lines that problems point to, as they may be shown."""

    def __init__(self, root: Path, problems: Sequence[Problem]) -> None:
        self._root = root
        self._private = [problem.span for problem in problems if problem.private]
        self._strange = [
            (problem.span, problem.code == _UNKNOWN)
            for problem in problems
            if problem.code == _TWICE or (problem.code == _UNKNOWN and problem.private)
        ]
        self._unread = {problem.span.file for problem in problems if problem.code in _UNREAD}
        self._lines = lru_cache(maxsize=64)(self._read)

    def line(self, file: str, number: int) -> str | None:
        """One line; None where there is no such line, or none that can be shown."""
        lines = self._lines(file)
        if not 0 < number <= len(lines) or len(lines[number - 1]) > _LONGEST:
            return None
        written = lines[number - 1].rstrip("\r")
        text = mask(written)
        if file in self._unread:
            text = _with_known_words(text, 0, len(text))
        text = text if file.endswith(_PAGE) else _without_notes(text)
        for span, to_the_end in self._strange:
            if (span.file, span.line) == (file, number):
                start = span.column - 1
                text = _with_known_words(text, start, len(text) if to_the_end else start + span.length)
        for span in self._private:
            if (span.file, span.line) == (file, number):
                start = span.column - 1
                end = start + span.length if span.length > 1 else len(text)  # a text of several lines has no length
                text = text[:start] + _covered(text[start:end]) + text[end:]
        return visible(text)

    def _read(self, file: str) -> list[str]:
        data = contents(self._root, file)
        try:
            return [] if isinstance(data, Problem) else data.decode("utf-8-sig").split("\n")
        except UnicodeDecodeError:
            return []


def _without_notes(text: str) -> str:
    """A line of a record less what was written for colleagues."""
    text = _NOTE.sub(lambda match: (match[1] or match[3]) + _covered(match[2] or match[4] or ""), text)
    return _COMMENT.sub(lambda match: _covered(match[0]), text)


def _covered(text: str) -> str:
    return re.sub(r"\w", _COVER, text)


def _with_known_words(text: str, start: int, end: int) -> str:
    return text[:start] + _WORDS.sub(lambda match: _known_or_covered(match[0]), text[start:end]) + text[end:]


def _known_or_covered(word: str) -> str:
    return word if word in known_keys() else _covered(word)


def excerpt(line: str, number: int, column: int, length: int) -> list[str]:
    """The line and a caret under the place; a long line is cut to what stands around the place."""
    line, column = _window(line, column)
    margin = f"{number:>5} | "
    before, marked = line[: column - 1], line[column - 1 : column - 1 + max(length, 1)]
    caret = " " * (len(margin) - 2) + "| " + " " * cell_len(before) + "^" * max(cell_len(marked), 1)
    return [margin + line, caret]


def _window(line: str, column: int) -> tuple[str, int]:
    if cell_len(line) <= _WIDEST:
        return line, column
    start = max(column - 1 - _BEFORE, 0)
    while start and unicodedata.combining(line[start : start + 1] or " "):
        start -= 1
    head = "…" if start else ""
    tail, cells = "", 0
    for character in line[start:]:
        cells += cell_len(character)
        if cells > _WIDEST:
            return head + tail + "…", column - start + len(head)
        tail += character
    return head + tail, column - start + len(head)
