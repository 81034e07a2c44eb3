"""The catalogue of laws and articles that rules, messages and pages cite."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

_DIGITS = "零一二三四五六七八九"


class Certainty(StrEnum):
    """How sure we are of a text: read in an official text, or still to be confirmed by the bureau."""

    READ = "已核对原文"
    UNCONFIRMED = "待主管部门确认"


@dataclass(frozen=True, slots=True)
class Law:
    """A law, regulation or rule with its official title and the day it took effect."""

    key: str
    title: str
    effective: date
    certainty: Certainty = Certainty.READ

    def art(self, number: int, inserted: int = 0) -> Article:
        """Cite article `number`."""
        return Article(self, number, inserted)

    def in_force(self, on: date) -> bool:
        """True where an act of that day can stand on it; nothing is judged by a law that came later."""
        return self.effective <= on


@dataclass(frozen=True, slots=True)
class Article:
    """One article of a law; it prints as 《…》第十一条."""

    law: Law
    number: int
    inserted: int = 0
    """1 for 第二百七十六条之一: an article put in by an amendment."""

    def in_force(self, on: date) -> bool:
        """True where an act of that day can stand on it."""
        return self.law.in_force(on)

    @property
    def anchor(self) -> str:
        """Stable identifier, e.g. `order45-11`, `criminal-276-1`."""
        return f"{self.law.key}-{self.number}" + (f"-{self.inserted}" if self.inserted else "")

    def __str__(self) -> str:
        after = f"之{chinese_number(self.inserted)}" if self.inserted else ""
        return f"《{self.law.title}》第{chinese_number(self.number)}条{after}"


def chinese_number(number: int) -> str:
    """Write 1–999 the way articles are numbered: 11 → 十一, 276 → 二百七十六.

    Raises ValueError outside that range.
    """
    if not 0 < number < 1000:
        raise ValueError(f"no article number: {number}")
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10)
    text = f"{_DIGITS[hundreds]}百" if hundreds else ""
    if tens:
        text += "十" if tens == 1 and not hundreds else f"{_DIGITS[tens]}十"
    elif hundreds and ones:
        text += "零"
    return text + (_DIGITS[ones] if ones else "")


WAGES = Law("wages", "保障农民工工资支付条例", date(2020, 5, 1))
ORDER45 = Law("order45", "拖欠农民工工资失信联合惩戒对象名单管理暂行办法", date(2022, 1, 1))
ORDER29 = Law("order29", "重大劳动保障违法行为社会公布办法", date(2017, 1, 1), Certainty.UNCONFIRMED)
PENALTY = Law("penalty", "行政处罚法", date(2021, 7, 15))
INSPECTION = Law("inspection", "劳动保障监察条例", date(2004, 12, 1))
ZHEJIANG_INSPECTION = Law("zj-inspection", "浙江省劳动保障监察条例", date(2005, 7, 1))
DISCLOSURE = Law("disclosure", "政府信息公开条例", date(2019, 5, 15))
CRIMINAL = Law("criminal", "刑法", date(1997, 10, 1))
CIVIL = Law("civil", "民法典", date(2021, 1, 1))
PERSONAL = Law("personal", "个人信息保护法", date(2021, 11, 1))
CONTRACT = Law("contract", "劳动合同法", date(2008, 1, 1))
REVIEW = Law("review", "行政复议法", date(2024, 1, 1))
LITIGATION = Law("litigation", "行政诉讼法", date(2017, 7, 1))
ORDER36 = Law("order36", "信用修复管理办法", date(2026, 4, 1), Certainty.UNCONFIRMED)
ZHEJIANG_CREDIT = Law("zj-credit", "浙江省公共信用信息管理条例", date(2018, 1, 1))
ARBITRATION = Law("arbitration", "劳动争议调解仲裁法", date(2008, 5, 1))
LEGAL_AID = Law("legal-aid", "法律援助法", date(2022, 1, 1))

LAWS = (
    WAGES,
    ORDER45,
    ORDER29,
    PENALTY,
    INSPECTION,
    ZHEJIANG_INSPECTION,
    DISCLOSURE,
    CRIMINAL,
    CIVIL,
    PERSONAL,
    CONTRACT,
    ORDER36,
    ZHEJIANG_CREDIT,
    ARBITRATION,
    LEGAL_AID,
    REVIEW,
    LITIGATION,
)
