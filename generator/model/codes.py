"""Identifiers of units: the 18-place credit code (GB 32100-2015), the older 15-digit 注册号, and our case numbers."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Annotated, ClassVar, Final

from pydantic import PlainValidator

from generator.model.malformed import malformed

CODE_ALPHABET: Final = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_WEIGHTS: Final = tuple(3**place % 31 for place in range(17))
_ORGANISATION_WEIGHTS: Final = (3, 7, 9, 10, 5, 8, 4, 2)
_NUMBER: Final = re.compile(r"([a-z]{2,6})-(\d{4})-(\d{4}|[1-9]\d{4,5})", re.ASCII)


def check_character(first17: str) -> str:
    """The 18th place of a credit code by GB 32100-2015, from the 17 before it."""
    total = sum(CODE_ALPHABET.index(char) * weight for char, weight in zip(first17, _WEIGHTS, strict=True))
    return CODE_ALPHABET[-total % 31]


def organisation_check(first8: str) -> str:
    """The ninth place of the organisation code inside it, by GB 11714."""
    total = sum(int(char, 36) * weight for char, weight in zip(first8, _ORGANISATION_WEIGHTS, strict=True))
    return "0123456789X0"[11 - total % 11]


@lru_cache(maxsize=4096)
def _holds(text: str) -> bool:
    return check_character(text[:17]) == text[17] and organisation_check(text[8:16]) == text[16]


@dataclass(frozen=True, slots=True)
class CreditCode:
    """统一社会信用代码: 18 places of the right alphabet; legal codes exist whose check characters fail."""

    text: str

    @property
    def valid(self) -> bool:
        """True where both check characters hold."""
        return _holds(self.text)

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True, order=True, slots=True)
class CaseNumber:
    """案件编号 such as yk-2026-0001: the portal's prefix, the year, a running number of four to six digits."""

    LAST: ClassVar[int] = 999_999

    prefix: str
    year: int
    serial: int

    @classmethod
    def parse(cls, text: str) -> CaseNumber | None:
        """Read a number; None where the text is not one."""
        match = _NUMBER.fullmatch(text)
        return cls(match[1], int(match[2]), int(match[3])) if match else None

    def __str__(self) -> str:
        return f"{self.prefix}-{self.year}-{self.serial:04d}"


def parse_credit_code(value: object) -> CreditCode:
    """Read 18 places of the alphabet, capitals only; check characters are a rule's business, not a reader's."""
    if not isinstance(value, str) or len(value) != 18 or set(value) - set(CODE_ALPHABET):
        raise malformed("写法不对", "应为 18 位数字和大写字母，不含 I、O、S、V、Z；对照营业执照逐位核对")
    return CreditCode(value)


def parse_registration(value: object) -> str:
    """Read a 15-digit 注册号."""
    if not isinstance(value, str) or not re.fullmatch(r"\d{15}", value, re.ASCII):
        raise malformed("写法不对", "应为 15 位数字；有统一社会信用代码的，写在「统一社会信用代码」一项")
    return value


Code = Annotated[CreditCode, PlainValidator(parse_credit_code)]
Registration = Annotated[str, PlainValidator(parse_registration)]
