"""数据: how a computed number reads, how long its bar is, and the same numbers as files for a spreadsheet."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

from generator import routes
from generator.disclosure.public import PublicCampaign, PublicCount, PublicPeriod, PublicSite, PublicTable
from generator.pages.data.spreadsheet import guarded

PERIODS_FILE: Final = routes.table("winter")
_FEN: Final = 100
_TEN_THOUSAND: Final = Decimal(10_000)
_SPREADSHEET: Final = "utf-8-sig"
"""With a byte order mark: without one, office programs take Chinese text for another encoding."""

_PERIODS: Final = (
    *("行动", "从", "到", "新收", "办结", "期末未结", "未结涉及人数"),
    *("未结金额（元）", "约数", "未结中人数或者金额没有写明的"),
)

Cell = str | int | Decimal | None


def number_text(number: int, unit: str, approximate: bool = False) -> tuple[str, str]:  # noqa: FBT001, FBT002 - a filter's arguments
    """A number and its unit as people read them: 1,234 件, 约 171.81 万元."""
    about = "约 " if approximate else ""
    if unit != "元":
        return f"{about}{number:,}", unit
    yuan = Decimal(number) / _FEN
    if yuan < _TEN_THOUSAND:
        return f"{about}{_plain(yuan)}", "元"
    return f"{about}{_plain(yuan / _TEN_THOUSAND)}", "万元"


def _plain(value: Decimal) -> str:
    text = f"{value.quantize(Decimal('0.01')):,}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def share_text(count: PublicCount) -> str:
    """A share in whole per cent. All and nothing are said only of all and nothing."""
    if count.number is None or not count.whole:
        return ""
    share = round(100 * count.number / count.whole)
    return f"{share if count.number in {0, count.whole} else min(99, max(1, share))}%"


def bar_whole(table: PublicTable) -> int:
    """What the longest bar of a table stands for: its largest number; rows with a share have their own whole."""
    return max((count.number or 0 for count in table.counts), default=0) or 1


def span_text(first: date, last: date) -> str:
    """A week as people read it: 2026年11月1日—7日, 2026年12月27日—2027年1月2日; a day alone without an end."""
    if first == last:
        return f"{first.year}年{first.month}月{first.day}日"
    end = f"{last.day}日"
    if (first.year, first.month) != (last.year, last.month):
        end = f"{last.month}月{end}"
    if first.year != last.year:
        end = f"{last.year}年{end}"
    return f"{first.year}年{first.month}月{first.day}日—{end}"


@dataclass(frozen=True, slots=True)
class TableFile:
    """`data/<slug>.csv`: one table as it stands on the page."""

    path: str
    table: PublicTable
    least: int

    def render(self) -> bytes:
        """Rows in the page's order; money in 元."""
        head = (self.table.over, "数值", "单位", "基数", "约数", "包括", "统计截至")
        return _csv([head, *(self._row(count) for count in self.table.counts)])

    def _row(self, count: PublicCount) -> tuple[Cell, ...]:
        return (
            count.label,
            f"少于{self.least}件不公布" if count.number is None else _exact(count),
            count.unit,
            count.whole,
            "约" if count.approximate else None,
            "、".join(count.merged),
            self.table.on.isoformat(),
        )


@dataclass(frozen=True, slots=True)
class CampaignFile:
    """`data/winter.csv`: every campaign, week by week."""

    path: str
    campaigns: tuple[PublicCampaign, ...]

    def render(self) -> bytes:
        """Rows in the page's order; money in 元."""
        head = (
            "行动",
            "从",
            "到",
            "新收",
            "办结",
            "期末未结",
            "未结涉及人数",
            "未结金额（元）",
            "约数",
            "人数或者金额没有写明",
        )
        return _csv([head, *(_period(one, period) for one in self.campaigns for period in one.periods)])


def table_files(site: PublicSite) -> Iterator[TableFile | CampaignFile]:
    """Every table of the site's figures, and its campaigns."""
    for table in (*site.statistics.tables, *site.outreach.findings):
        yield TableFile(routes.table(table.slug), table, site.statistics.least)
    yield CampaignFile(PERIODS_FILE, site.campaigns)


def _exact(count: PublicCount) -> Cell:
    return count.number if count.unit != "元" or count.number is None else Decimal(count.number) / _FEN


def _period(one: PublicCampaign, period: PublicPeriod) -> tuple[Cell, ...]:
    return (
        one.name,
        *(period.first.isoformat(), period.last.isoformat()),
        *(period.received, period.settled, period.open, period.people),
        Decimal(period.owed_fen) / _FEN,
        "约" if period.approximate else None,
        period.unknown,
    )


def _csv(lines: Iterable[tuple[Cell, ...]]) -> bytes:
    text = _Text()
    csv.writer(text).writerows([guarded(cell) if isinstance(cell, str) else cell for cell in line] for line in lines)
    return "".join(text).encode(_SPREADSHEET)


class _Text(list[str]):
    """What is written to it, in memory: pages open no stream."""

    def write(self, part: str) -> None:
        """One more line."""
        self.append(part)
