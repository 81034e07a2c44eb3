"""汉字 → 拼音 without tones: what stands in an index, and every reading a visitor may type.

Words that pypinyin knows decide how a character of many readings is read (重庆, 长春). To segment whole names would
cost 0.1 ms each, so only the words around such a character are looked up.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import chain
from typing import Final

from pypinyin.phrases_dict import phrases_dict
from pypinyin.pinyin_dict import pinyin_dict

_LONGEST_WORD: Final = 4
_SURNAMES: Final = "曾zeng 单shan 仇qiu 解xie 查zha 区ou 覃qin 缪miao 盖ge 朴piao 乐yue 尉yu 翟zhai"
_PLACES_AND_FIRMS: Final = "长chang 重chong 行hang 朝zhao 厦xia 佛fo 都du 调tiao 藏zang 会kuai 六lu 埔bu 莘xin 柏bo 阿e"
_ALSO: Final = {pair[0]: pair[1:] for pair in f"{_SURNAMES} {_PLACES_AND_FIRMS}".split()}
"""A second reading that counts wherever the character stands, whether or not the words around it ask for it."""

OTHER: Final = "other"
"""The shelf of names that begin with a digit or with a character that has no sound."""


def key(name: str) -> tuple[str, ...]:
    """What names are sorted by: the commonest sound of each character."""
    return tuple(map(common, name))


def initials(name: str) -> tuple[str, ...]:
    """The letters under which a name may be looked for: more than one where that is in doubt."""
    if not name:
        return (OTHER,)
    known = next((sound[:1] for _, sound in _words(name, 0)), None)
    return tuple(dict.fromkeys(map(_letter, known or _usual(name[0]))))


def readings(names: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """Every sounding character of these names with the ways it is read in them, the commonest first."""
    found = {char: dict.fromkeys(_usual(char)) for char in dict.fromkeys(chain.from_iterable(names))}
    doubtful = {char for char in found if _ambiguous(char)}
    for name in names:
        for place, char in enumerate(name):
            if char in doubtful:
                start = max(0, place - _LONGEST_WORD + 1)
                found[char] |= dict.fromkeys(_in_words(name[start : place + _LONGEST_WORD], place - start))
    return {char: tuple(sounds) for char, sounds in found.items() if common(char) != char}


@lru_cache(maxsize=32768)
def common(char: str) -> str:
    """The first reading of a character; the character itself where it has none."""
    return next(iter(_sounds(char)), char)


def _letter(sound: str) -> str:
    return sound[0] if "a" <= sound[0] <= "z" else OTHER


def _usual(char: str) -> tuple[str, ...]:
    return (common(char), _ALSO[char]) if char in _ALSO else (common(char),)


@lru_cache(maxsize=32768)
def _ambiguous(char: str) -> bool:
    return len(_sounds(char)) > 1


def _sounds(char: str) -> tuple[str, ...]:
    written = pinyin_dict.get(ord(char))
    return tuple(dict.fromkeys(map(_toneless, written.split(",")))) if written else ()


@lru_cache(maxsize=32768)
def _in_words(text: str, place: int) -> tuple[str, ...]:
    """How the longest known words that cover one place read its character."""
    found = (
        next((sound[place - start] for word, sound in _words(text, start) if start + len(word) > place), None)
        for start in range(place + 1)
    )
    return tuple(sound for sound in found if sound)


def _words(name: str, start: int) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The known words that begin at one place, the longest first."""
    for length in range(_LONGEST_WORD, 1, -1):
        word = name[start : start + length]
        if len(word) == length and word in phrases_dict:
            yield word, tuple(_toneless(sound[0]) for sound in phrases_dict[word])


@lru_cache(maxsize=4096)
def _toneless(sound: str) -> str:
    """`lǜ` is typed `lv`, as keyboards have it; every other mark is a tone."""
    umlaut = sound.translate(str.maketrans("üǖǘǚǜ", "vvvvv"))
    return "".join(char for char in unicodedata.normalize("NFKD", umlaut) if char.isascii())
