"""The table of fields: all that is published of one case, in reading order."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from io import BytesIO
from typing import Final

import msgspec

from generator import routes
from generator.disclosure.public import (
    Basis,
    PublicCase,
    PublicEvent,
    PublicGround,
    PublicListing,
    PublicObjection,
    PublicPerson,
)
from generator.law.articles import Article, Certainty
from generator.pages.data.fields import (
    FLAT,
    Cell,
    Field,
    Words,
    address,
    cells,
    code,
    day,
    encoding,
    flag,
    group,
    groups,
    integer,
    maybe,
    several,
    text,
)


def basis_key(basis: Basis) -> str:
    """A basis as machines name it: listing, major, penalty, media."""
    return basis.name.lower()


ARTICLE: Final[tuple[Field[Article], ...]] = (
    code(Words("id", "条文标识", "稳定不变，例如 order45-11。"), lambda one: one.anchor),
    text(Words("law", "法律名称", "法律、法规、规章的名称。"), lambda one: one.law.title),
    text(Words("article", "条文", "例如 第十一条。"), lambda one: str(one).removeprefix(f"《{one.law.title}》")),
    flag(
        Words("confirmed", "已核对原文", "false：条文待主管部门确认。"), lambda one: one.law.certainty is Certainty.READ
    ),
)

_FACT: Final[tuple[Field[tuple[str, str]], ...]] = (
    text(Words("label", "名目", "例如 文号。"), lambda pair: pair[0]),
    text(Words("text", "内容", "照文书或记录所写。"), lambda pair: pair[1]),
)

_EVENT: Final[tuple[Field[PublicEvent], ...]] = (
    day(Words("date", "日期", "这件事发生的日期。"), lambda one: one.on),
    text(Words("title", "事项", "例如 责令限期改正。"), lambda one: one.title),
    groups(Words("facts", "要点", "文书、文号、金额等。"), _FACT, lambda one: one.facts),
    groups(Words("articles", "依据条文", "没有就是空列表。"), ARTICLE, lambda one: one.articles, few=True),
    day(Words("until", "公开到", "这件事单独停止公开的日期；空：与案件相同。"), lambda one: one.until, nullable=True),
)

_GROUND: Final[tuple[Field[PublicGround], ...]] = (
    text(
        Words("basis", "依据代号", "listing 失信联合惩戒名单，major 重大违法公布，penalty 行政处罚，media 媒体转载。"),
        lambda one: basis_key(one.basis),
        *(basis_key(basis) for basis in Basis),
    ),
    text(
        Words("title", "公开依据", "依据的中文名称。"),
        lambda one: one.basis.heading,
        *(basis.heading for basis in Basis),
    ),
    day(Words("since", "公开自", "凭这一依据公开的第一天。"), lambda one: one.since),
    day(Words("until", "公开到", "凭这一依据公开的最后一天。"), lambda one: one.until),
    text(Words("explanation", "说明", "凭什么公开，从哪天算起，多久。"), lambda one: one.explanation),
    maybe(Words("source", "报道", "媒体转载：报道的题目。"), lambda one: one.source),
    day(Words("source_date", "报道日期", "媒体转载：报道的日期。"), lambda one: one.source_date, nullable=True),
    maybe(Words("quoted", "报道原话", "报道怎样写处理结果。"), lambda one: one.quoted),
    groups(Words("articles", "依据条文", "没有就是空列表。"), ARTICLE, lambda one: one.articles, few=True),
)

_PERSON: Final[tuple[Field[PublicPerson], ...]] = (
    text(Words("name", "姓名", "照决定书所写。"), lambda one: one.name),
    text(Words("role", "身份", "例如 法定代表人。"), lambda one: one.role),
)

_LISTING: Final[tuple[Field[PublicListing], ...]] = (
    day(Words("decided", "列入决定", "作出列入决定的日期。"), lambda one: one.decided),
    day(Words("last_day", "列入期限至", "列入期限的最后一天。"), lambda one: one.last_day),
    day(
        Words("removal_from", "可申请移出", "最早可以申请提前移出的日期；空：条件还不具备。"),
        lambda one: one.removal_from,
        nullable=True,
    ),
    day(
        Words("repair_from", "可申请信用修复", "按《信用修复管理办法》最短公示一年计算；怎样衔接待主管部门确认。"),
        lambda one: one.repair_from,
        nullable=True,
    ),
    maybe(Words("reason", "列入事由", "照决定书所写。"), lambda one: one.reason),
    groups(Words("persons", "一并列入的人员", "没有就是空列表。"), _PERSON, lambda one: one.persons),
)


def _against(objection: PublicObjection) -> str:
    """In the words of the page."""
    return f"列入{Basis.LISTING.heading}" if objection.against == f"列入{Basis.LISTING}" else objection.against


_OBJECTION: Final[tuple[Field[PublicObjection], ...]] = (
    text(Words("against", "针对", "列入失信联合惩戒名单，或者重大违法公布。"), _against),
    day(Words("received", "收到日期", "收到异议的日期。"), lambda one: one.received),
    day(Words("due", "核实期限", "告知结果的最后一天。"), lambda one: one.due),
    flag(
        Words("provisional", "暂按周末推算", "true：放假安排尚未公布，日期暂按周末推算。"), lambda one: one.provisional
    ),
    groups(Words("articles", "依据条文", "空列表：天数待主管部门确认。"), ARTICLE, lambda one: one.articles, few=True),
)

_CORRECTION: Final[tuple[Field[tuple[date, str]], ...]] = (
    day(Words("date", "更正日期", "更正的日期。"), lambda pair: pair[0]),
    text(Words("text", "更正内容", "更正了什么，为什么。"), lambda pair: pair[1]),
)

CASE: Final[tuple[Field[PublicCase], ...]] = (
    code(Words("number", "案件编号", "一件案件一个编号，永远不变。"), lambda one: one.number),
    address(
        Words("page", "案件页面", "相对于网站根目录；停止公开之后，这个地址还在，只剩编号和理由。"),
        lambda one: routes.case(one.number),
    ),
    text(Words("employer_name", "单位名称", "被公开的用人单位全称。"), lambda one: one.employer.name),
    code(
        Words("employer_code", "统一社会信用代码（注册号）", "有公开依据时才有；当作文字，不要当作数字。"),
        lambda one: one.employer.credit_code,
        nullable=True,
    ),
    address(
        Words("employer_page", "单位页面", "同一单位的全部案件；相对于网站根目录。"),
        lambda one: routes.employer(one.employer.slug),
    ),
    maybe(Words("employer_address", "单位地址", "有公开依据时才有。"), lambda one: one.employer.address),
    maybe(
        Words("employer_representative", "法定代表人（负责人）", "有公开依据时才有。"),
        lambda one: one.employer.representative,
    ),
    maybe(Words("industry", "行业", "用人单位的行业。"), lambda one: one.industry),
    maybe(Words("town", "镇街", "所在的镇、街道。"), lambda one: one.town),
    maybe(Words("project", "项目", "工程项目的名称。"), lambda one: one.project),
    several(Words("violations", "违法行为", "可能有几项。"), lambda one: one.violations),
    maybe(Words("headcount", "涉及人数", "照文书所写，例如 20余名。"), lambda one: one.headcount),
    maybe(Words("amount", "拖欠金额", "照文书所写，例如 171.8122万元、100余万元。"), lambda one: one.amount),
    integer(
        Words("amount_fen", "拖欠金额（分）", "供排序和相加；「余」「约」的金额按写出的数计。"),
        lambda one: one.amount_fen,
        "分",
        nullable=True,
    ),
    flag(
        Words("amount_approximate", "金额是约数", "true：原文有「余」「约」等字。"), lambda one: one.amount_approximate
    ),
    maybe(Words("period", "欠薪期间", "照文书所写。"), lambda one: one.period),
    maybe(Words("facts", "主要违法事实", "有公开依据时才有。"), lambda one: one.facts),
    text(Words("status", "处理状态", "截至更新日期的状态；移送、立案、起诉都不是有罪的结论。"), lambda one: one.status),
    several(
        Words("bases", "公开依据", "现在凭哪些依据公开。"),
        lambda one: (ground.basis.heading for ground in one.grounds),
        *(basis.heading for basis in Basis),
    ),
    day(Words("since", "公开自", "现有依据中最早的第一天。"), lambda one: one.since),
    day(Words("until", "公开到", "公开的最后一天；过了这一天，请从您的副本中删除。"), lambda one: one.until),
    day(
        Words("status_until", "状态有效至", "到这一天为止，处理状态可以照写；之后请重新下载。"),
        lambda one: one.status_until,
    ),
    day(
        Words("listing_decided", "列入决定", "在失信联合惩戒名单上的，作出列入决定的日期。"),
        lambda one: one.listing.decided if one.listing else None,
        nullable=True,
    ),
    day(
        Words("listing_until", "列入期限至", "在失信联合惩戒名单上的，期限的最后一天。"),
        lambda one: one.listing.last_day if one.listing else None,
        nullable=True,
    ),
    day(
        Words("objection_due", "异议核实期限", "单位已提出异议、正在核实的，告知结果的最后一天；几项异议取最早的。"),
        lambda one: min((objection.due for objection in one.objections), default=None),
        nullable=True,
    ),
    day(Words("changed", "更新日期", "公开的内容最后一次变化的日期。"), lambda one: one.changed),
    day(Words("checked", "核对日期", "最近一次与文书核对的日期。"), lambda one: one.checked, nullable=True),
    groups(Words("grounds", "各项依据", "每一项依据从哪天到哪天，引用哪些条文。"), _GROUND, lambda one: one.grounds),
    group(Words("listing", "失信联合惩戒名单", "不在名单上就是空。"), _LISTING, lambda one: one.listing),
    groups(Words("objections", "异议", "正在核实的异议，每项一条。"), _OBJECTION, lambda one: one.objections),
    groups(Words("timeline", "经过", "按先后排列的每一步。"), _EVENT, lambda one: one.timeline),
    groups(Words("corrections", "更正", "更正的日期和内容。"), _CORRECTION, lambda one: one.corrections),
)

COLUMNS: Final = tuple(one for one in CASE if one.kind in FLAT)
"""What a table holds of a case: one cell each."""
GROUPS: Final = tuple(one for one in CASE if one.kind not in FLAT)
"""What only the whole record holds: values in groups."""
_ENCODE: Final = encoding(CASE)
_CELLS: Final = cells(COLUMNS)
_JSON: Final = msgspec.json.Encoder()


@dataclass(frozen=True, slots=True)
class Record:
    """One case, encoded once for every format; its digest stands for all of it."""

    number: str
    sha256: str
    """Of `line`, and so of the record's own file."""
    lines: bytes = field(repr=False, compare=False)
    """Those of all records, one after the other: one value, so that processes share it and none has to copy it."""
    start: int = field(repr=False, compare=False)
    size: int

    @property
    def line(self) -> bytes:
        """The whole record as JSON on one line, with its end of line."""
        return self.lines[self.start : self.start + self.size]

    def cells(self) -> tuple[Cell, ...]:
        """The columns' values, read from the line: a table says what the record says."""
        return _CELLS(self.line)


def encoded(case: PublicCase) -> bytes:
    """All that is published of one case, as JSON on one line."""
    return line(_ENCODE(case))


def records(cases: Sequence[PublicCase]) -> tuple[Record, ...]:
    """Encode each case."""
    whole, made = BytesIO(), []
    for case in cases:
        data = encoded(case)
        made.append((case.number, hashlib.sha256(data).hexdigest(), whole.tell(), len(data)))
        whole.write(data)
    lines = whole.getvalue()
    return tuple(Record(number, sha256, lines, start, size) for number, sha256, start, size in made)


def line(value: object) -> bytes:
    """JSON on one line of its own."""
    return _JSON.encode(value) + b"\n"
