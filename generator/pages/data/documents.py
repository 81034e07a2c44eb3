"""The JSON documents: what stands in their heads, what in their lists, and the schema of each."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from generator import routes
from generator.disclosure.public import Basis, EndedCase, Ending, PublicCase, PublicPortal, PublicSite, in_order
from generator.pages.data.fields import (
    Described,
    Field,
    Json,
    Kind,
    Words,
    address,
    code,
    day,
    encoding,
    flag,
    groups,
    iso,
    maybe,
    several,
    text,
)
from generator.pages.data.record import ARTICLE, basis_key, line
from generator.pages.data.releases import Delta, History

SCHEMA_VERSION: Final = 1
PAGE: Final = 1000
"""Records on one page of `cases.json`: a few megabytes, which any program can hold."""

VERSION: Final = Described(
    words=Words("schema_version", "格式版本", "同一版本里只增加，不改名，不删去。"), kind=Kind.INTEGER
)

ENVELOPE: Final[tuple[Field[PublicPortal], ...]] = (
    text(
        Words(
            "generated_at", "数据时间", "截至日期的零点（北京时间）；同样的内容永远是同样的文件，所以不写生成的时刻。"
        ),
        lambda portal: f"{portal.as_of.isoformat()}T00:00:00+08:00",
    ),
    day(Words("as_of", "截至日期", "内容在这一天成立。"), lambda portal: portal.as_of),
)

SITE: Final[tuple[Field[PublicSite], ...]] = (
    text(Words("title", "网站名称", "发布数据的网站。"), lambda site: site.portal.title),
    text(Words("publisher", "主办单位", "发布数据的单位。"), lambda site: site.portal.publisher),
    maybe(
        Words("base_url", "网站根地址", "各个地址都相对于它；空：还没有正式域名。"), lambda site: site.portal.base_url
    ),
    maybe(Words("licence", "许可", "使用数据的许可；空：待填写。"), lambda site: site.portal.licence),
    flag(
        Words("demonstration", "演示", "true：网站正在演示，带「样例」的案件不在数据里。"),
        lambda site: site.portal.demonstration,
    ),
    day(
        Words("next_change", "下一次变化", "记录不变的话，内容最早在哪一天会变；空：没有。"),
        lambda site: site.next_change,
        nullable=True,
    ),
)

RELEASE: Final = Described(words=Words("release", "版本", "全部记录的摘要；记录一样，版本就一样。"), kind=Kind.CODE)


@dataclass(frozen=True, slots=True)
class Unit:
    """All open cases of one employer, newest first."""

    cases: tuple[PublicCase, ...]


def _listed(unit: Unit) -> date | None:
    return max((case.listing.last_day for case in unit.cases if case.listing), default=None)


EMPLOYER: Final[tuple[Field[Unit], ...]] = (
    address(Words("page", "单位页面", "相对于网站根目录。"), lambda one: routes.employer(one.cases[0].employer.slug)),
    text(Words("name", "单位名称", "最近一件案件里的名称。"), lambda one: one.cases[0].employer.name),
    code(
        Words("code", "统一社会信用代码（注册号）", "有公开依据时才有。"),
        lambda one: one.cases[0].employer.credit_code,
        nullable=True,
    ),
    several(Words("cases", "案件编号", "正在公开的全部案件。"), lambda one: (case.number for case in one.cases)),
    several(
        Words("bases", "公开依据", "现在凭哪些依据公开。"),
        lambda one: (
            basis.heading
            for basis in Basis
            if any(ground.basis is basis for case in one.cases for ground in case.grounds)
        ),
        *(basis.heading for basis in Basis),
    ),
    day(Words("listing_until", "列入期限至", "不在失信联合惩戒名单上就是空。"), _listed, nullable=True),
    day(Words("until", "公开到", "各案中最后的一天。"), lambda one: max(case.until for case in one.cases)),
)

ENDED: Final[tuple[Field[EndedCase], ...]] = (
    code(Words("number", "案件编号", "请从您的副本中删除这一编号的记录。"), lambda one: one.number),
    address(Words("page", "案件页面", "只剩编号和理由。"), lambda one: routes.case(one.number)),
    day(Words("ended", "停止公开的日期", "从这一天起不再公开。"), lambda one: one.ended),
    text(
        Words("how", "怎样停止", "公示期满、移出名单或撤回公开。"),
        lambda one: str(one.how),
        *(str(how) for how in Ending),
    ),
    text(
        Words("basis", "依据代号", "最后停止的公开依据。"),
        lambda one: basis_key(one.basis),
        *(basis_key(basis) for basis in Basis),
    ),
    text(Words("reason", "理由", "为什么停止公开。"), lambda one: one.reason),
    groups(Words("articles", "依据条文", "没有就是空列表。"), ARTICLE, lambda one: one.articles, few=True),
)

Correction = tuple[str, date, str]

CORRECTION: Final[tuple[Field[Correction], ...]] = (
    code(Words("number", "案件编号", "仍在公开的案件。"), lambda one: one[0]),
    address(Words("page", "案件页面", "相对于网站根目录。"), lambda one: routes.case(one[0])),
    day(Words("date", "更正日期", "更正的日期。"), lambda one: one[1]),
    text(Words("text", "更正内容", "更正了什么，为什么。"), lambda one: one[2]),
)

_ENVELOPE: Final = encoding(ENVELOPE)
_HEAD: Final = encoding(SITE)
_UNIT: Final = encoding(EMPLOYER)
_OVER: Final = encoding(ENDED)
_CORRECTED: Final = encoding(CORRECTION)


def document(head: Mapping[str, Json], lists: Mapping[str, Iterable[bytes]]) -> bytes:
    """JSON with one line per key and one per item: differences stay small, and a long list is joined, not built."""
    told = {key: json.dumps(value, ensure_ascii=False).encode() for key, value in head.items()}
    joined = {key: b",\n".join(item.rstrip() for item in items) for key, items in lists.items()}
    told |= {key: b"[\n" + items + b"\n]" if items else b"[]" for key, items in joined.items()}
    return b"{\n" + b",\n".join(f'"{key}": '.encode() + value for key, value in told.items()) + b"\n}\n"


def envelope(portal: PublicPortal) -> dict[str, Json]:
    """What every dated document begins with."""
    return {VERSION.key: SCHEMA_VERSION, **_ENVELOPE(portal)}


def site_head(site: PublicSite, release: str) -> dict[str, Json]:
    """The head of the index."""
    return {**envelope(site.portal), **_HEAD(site), RELEASE.key: release}


def employers(site: PublicSite) -> bytes:
    """`employers.json`: open cases by unit, in the order of the units' addresses."""
    units: dict[str, list[PublicCase]] = {}
    for case in site.cases:
        if not case.sample:
            units.setdefault(case.employer.slug, []).append(case)
    lines = (line(_UNIT(Unit(tuple(cases)))) for _, cases in sorted(units.items()))
    return document(envelope(site.portal), {"employers": lines})


def removals(site: PublicSite) -> bytes:
    """`removals.json`: what has ended and what was corrected, newest first."""
    return document(
        envelope(site.portal),
        {
            "removals": (line(_OVER(one)) for one in removed(site)),
            "corrections": (line(_CORRECTED(one)) for one in corrections(site)),
        },
    )


def removed(site: PublicSite) -> list[EndedCase]:
    """Every disclosure that has ended, newest first."""
    return sorted(
        (one for one in site.ended if not one.sample), key=lambda one: (one.ended, in_order(one.number)), reverse=True
    )


def corrections(site: PublicSite) -> list[Correction]:
    """Every correction of an open case, newest first."""
    found = ((case.number, on, said) for case in site.cases if not case.sample for on, said in case.corrections)
    return sorted(found, key=lambda one: (one[1], one[0], one[2]), reverse=True)


def delta(one: Delta, lines: Mapping[str, bytes]) -> bytes:
    """`deltas/<release>.json`; the records are today's, whatever they were in the earlier release."""
    head: dict[str, Json] = {VERSION.key: SCHEMA_VERSION, "from": one.origin, "to": one.target}
    return document(head, {"upsert": (lines[number] for number in one.upsert), "remove": map(line, one.remove)})


def releases(history: History) -> bytes:
    """`releases.json`: the newest release whole, a line for each record; earlier ones by what is different in them."""
    records = b",\n".join(f'"{number}": "{digest}"'.encode() for number, digest in sorted(history.records.items()))
    newest = line({"id": history.id, "as_of": iso(history.as_of), "records": {}})
    whole = newest.removesuffix(b"{}}\n") + b"{\n" + records + b"\n}}\n" if records else newest
    return document({VERSION.key: SCHEMA_VERSION}, {"releases": (whole, *map(line, _earlier(history)))})


def _earlier(history: History) -> Iterator[dict[str, object]]:
    for one in history.earlier:
        yield {"id": one.id, "as_of": iso(one.as_of), "delta": routes.delta(one.id), "differs": dict(one.differs)}
