"""A text as YAML: plain where it reads back as itself, quoted where not."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

import yaml

_LOADER: Final = getattr(yaml, "CBaseLoader", yaml.BaseLoader)

# Letters, digits and Chinese punctuation with single blanks between: no YAML sign among them.
_EASY: Final = re.compile(r"[\w（《〔“「·](?:[\w（）《》〔〕“”「」，。；、·．…—./-]| (?=\S))*")

# What YAML 1.2 takes for a number or for nothing; our own reader takes everything for text.
_TYPED: Final = re.compile(
    r"[-+]?(?:0o[0-7]+|0x[0-9a-fA-F]+|(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?)|[-+]?\.(?:inf|Inf|INF)"
    r"|\.(?:nan|NaN|NAN)|~|null|Null|NULL",
    re.ASCII,
)
_RAW: Final = re.compile('[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\\\\"]')
_UNPRINTED: Final = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")


@lru_cache(maxsize=4096)
def quoted(text: str, *, flow: bool) -> str:
    """The text on one line; `flow` within braces or brackets."""
    if not _TYPED.fullmatch(text) and (_EASY.fullmatch(text) or _reads_as_itself(text, flow=flow)):
        return text
    if ('"' in text or "\\" in text) and not _UNPRINTED.search(text):
        return "'" + text.replace("'", "''") + "'"
    return '"' + _RAW.sub(_escape, text) + '"'


def literal(text: str, indent: int) -> str | None:
    """The lines of a text of several, for `|-`; None for one line, and where `|-` would not give it back."""
    lines = text.split("\n")
    if len(lines) == 1 or not lines[0] or not lines[-1] or text[0] in " \t":
        return None
    if _UNPRINTED.search(text.replace("\n", "")) or any(line != line.strip() for line in lines):
        return None
    return "\n".join(" " * indent + line if line else "" for line in lines)


def _reads_as_itself(text: str, *, flow: bool) -> bool:
    if not text or _UNPRINTED.search(text):
        return False
    around = ("{{k: {}, l: m}}", "[{}, m]") if flow else ("k: {}\n", "- {}\n", "{}: k\n")
    return all(_is_among(text, form.format(text)) for form in around)


def _is_among(text: str, source: str) -> bool:
    try:
        events = [event for event in yaml.parse(source, Loader=_LOADER) if isinstance(event, yaml.NodeEvent)]
    except yaml.YAMLError:
        return False
    expected = {"{": ["k", text, "l", "m"], "[": [text, "m"], "-": [text], "k": ["k", text]}.get(source[0], [text, "k"])
    found = [event.value for event in events[1:] if isinstance(event, yaml.ScalarEvent)]
    plain = all(isinstance(event, yaml.ScalarEvent) and not event.style and not event.tag for event in events[1:])
    return plain and found == expected and not any(event.anchor for event in events[1:])


def _escape(match: re.Match[str]) -> str:
    char = match[0]
    short = {"\n": "\\n", "\t": "\\t", '"': '\\"', "\\": "\\\\"}.get(char)
    return short or (f"\\x{ord(char):02x}" if ord(char) < 256 else f"\\u{ord(char):04x}")
