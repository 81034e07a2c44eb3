"""Public cases → 推文: one case in full, or all that began to be shown in a month."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from itertools import chain
from typing import Final

from generator import routes
from generator.disclosure.public import Article, Basis, PublicCase, PublicObjection, PublicPortal, PublicSite
from generator.law.articles import CRIMINAL, LITIGATION, ORDER45, REVIEW
from generator.pages.cards import CoverWords
from generator.pages.citation import cite
from generator.pages.timeline import mentions
from generator.pages.views import day_text
from generator.pages.wechat.post import (
    Block,
    Call,
    Duty,
    Facts,
    Heading,
    Name,
    Notice,
    Paragraph,
    Post,
    Step,
    Steps,
    Tone,
)

REPAIR: Final = "repair/"
"""Where a unit reads how to object; an editorial page."""
_NOT_GUILTY: Final = "移送、立案、起诉都不是有罪的结论。是否犯罪，以人民法院的判决为准。"
_NEXT: Final = timedelta(days=1)


def case_post(case: PublicCase, portal: PublicPortal) -> Post:
    """One case, with all that its page shows."""
    blocks: tuple[Block, ...] = (
        *marks([case], portal),
        Paragraph(f"{portal.publisher}依法公开下面的案件。", Tone.LEAD),
        Name(case.employer.name, f"案件编号 {case.number}　{_status(case)}", case.sample),
        *_objections(case),
        Facts(tuple(_pairs(case))),
        *_timeline(case),
        *_listing(case),
        *_corrections(case),
        Heading("公开的依据和期限"),
        *chain.from_iterable(_grounds(case)),
        Paragraph(f"记录的地址：{address(routes.case(case.number), portal)}", Tone.SMALL),
        *ending([case], portal),
    )
    title = f"公开一件案件（{case.number}）"
    return _post(case.number, title, "公开的\n案件", [case], blocks, portal)


def month_post(year: int, month: int, site: PublicSite) -> Post | None:
    """Every case that some basis in force has shown since a day of that month; None where there is none."""
    cases = begun(site.cases, year, month)
    if not cases:
        return None
    portal, said = site.portal, f"{year}年{month}月"
    partial = f"（截至{day_text(portal.as_of)}）" if (portal.as_of.year, portal.as_of.month) == (year, month) else ""
    blocks: tuple[Block, ...] = (
        *marks(cases, portal),
        Paragraph(f"{said}{partial}，{portal.publisher}依法新公开{len(cases)}件案件。", Tone.LEAD),
        *chain.from_iterable(_entry(case, site.portal, year, month) for case in cases),
        *([Paragraph(_NOT_GUILTY, Tone.SMALL)] if any(mentions(case.timeline, CRIMINAL) for case in cases) else ()),
        *ending(cases, portal),
    )
    return _post(
        f"{year}-{month:02}", f"{said}公开的案件（{len(cases)}件）", f"{said}\n公开的案件", cases, blocks, portal
    )


def begun(cases: Iterable[PublicCase], year: int, month: int) -> list[PublicCase]:
    """Those that a basis in force has shown since a day of that month, in the order of these days."""
    found = [
        (ground.since, case.number, case) for case in cases for ground in case.grounds if _in(ground.since, year, month)
    ]
    return list({number: case for _, number, case in sorted(found, key=lambda one: one[:2])}.values())


def _in(day: date, year: int, month: int) -> bool:
    return (day.year, day.month) == (year, month)


def _post(
    slug: str, title: str, picture: str, cases: Sequence[PublicCase], blocks: tuple[Block, ...], portal: PublicPortal
) -> Post:
    samples = tuple(case.number for case in cases if case.sample)
    return Post(
        slug=slug,
        title=title,
        digest=f"{portal.title}：依据、处理情况和公开到哪一天，都写在文中。",
        blocks=blocks,
        words=words(picture, portal, sample=bool(samples)),
        numbers=tuple(case.number for case in cases),
        samples=samples,
        duties=duties(cases),
        as_of=portal.as_of,
        until=until(cases),
    )


def words(title: str, portal: PublicPortal, *, sample: bool) -> CoverWords:
    """What stands on the pictures: the city's words and a title that names nobody."""
    number = portal.hotline.number if portal.hotline else None
    mark = "样例" if sample else "演示" if portal.pinned else ""
    return CoverWords(portal.title, title, number, portal.publisher_short, mark)


def until(cases: Iterable[PublicCase]) -> date | None:
    """Last day on which nothing that an article says of these cases has come to its end."""
    return min((case.status_until for case in cases), default=None)


def duties(cases: Iterable[PublicCase]) -> tuple[Duty, ...]:
    """The days on which something of these cases ends or is decided."""
    return tuple(sorted(duty for case in cases for duty in _duties(case)))


def _duties(case: PublicCase) -> Iterator[Duty]:
    for ground in case.grounds:
        last = "，这件案件不再公开" if ground.until == case.until else ""
        yield Duty(ground.until + _NEXT, case.number, f"「{ground.basis.heading}」公开期满{last}：当天删除文章")
    for objection in case.objections:
        doubt = "（暂按周末推算）" if objection.provisional else ""
        yield Duty(
            objection.due, case.number, f"对{objection.against}的异议应当有核实结果{doubt}：照结果删除文章或者重新生成"
        )


def ending(cases: Sequence[PublicCase], portal: PublicPortal) -> Iterator[Block]:
    """What every article closes with: until when it stands, where to object, where to read on, whom to call."""
    last = until(cases)
    yield Heading("本文公开到哪一天")
    if last:
        yield Paragraph(
            f"本文公开到{day_text(last)}，之后删除。公开期满、移出名单或者决定被撤销的，单位和人员的名称依法不再显示，"
            f"以网站上的记录为准。"
        )
    yield Heading("单位有不同意见")
    yield from map(Paragraph, _remedies(cases, portal))
    yield Paragraph(
        f"网站：{portal.title} {address(routes.HOME, portal)}\n内容截至{day_text(portal.as_of)}。", Tone.SMALL
    )
    if portal.hotline and portal.hotline.number:
        yield Call(portal.hotline.number, "被欠薪，打这个电话")


def _remedies(cases: Sequence[PublicCase], portal: PublicPortal) -> Iterator[str]:
    bases = {ground.basis for case in cases for ground in case.grounds}
    yield f"认为公开的内容有误，可以向{portal.publisher}提出异议。怎样提出：{address(REPAIR, portal)}"
    telephone = dict(portal.contact).get("电话")
    if telephone:
        yield f"办公电话：{telephone}"
    if Basis.LISTING in bases:
        yield _review("列入名单的决定", [ORDER45.art(18)])
    if bases & {Basis.MAJOR, Basis.PENALTY}:
        yield _review("行政处罚、行政处理决定", [REVIEW.art(20), LITIGATION.art(46)])


def _review(what: str, articles: Sequence[Article]) -> str:
    return f"对{what}不服，可以依法申请行政复议，或者提起行政诉讼（{cite(articles)}）。"


def address(of: str, portal: PublicPortal) -> str:
    """An address in words, for a 公众号 takes no links; the city may have no domain yet."""
    if portal.base_url is None:
        return f"（网址待公布）/{of}" if of else "（网址待公布）"
    return f"{portal.base_url}/{of}"


def marks(cases: Iterable[PublicCase], portal: PublicPortal) -> Iterator[Notice]:
    """What an article that nobody may publish begins with."""
    if any(case.sample for case in cases):
        yield Notice("样例：文中有虚构的单位、人员和文书，都不存在，不能当作真实案件发布。")
    elif portal.pinned:
        yield Notice(f"演示：日期固定在{day_text(portal.as_of)}，不能发布。")


def _status(case: PublicCase) -> str:
    return f"处理状态：{case.status}"


def _entry(case: PublicCase, portal: PublicPortal, year: int, month: int) -> Iterator[Block]:
    """One case of a month: who, what, on what basis, until when, and where to read the rest."""
    new = [ground for ground in case.grounds if _in(ground.since, year, month)]
    yield Name(case.employer.name, f"案件编号 {case.number}　{_status(case)}", case.sample)
    yield from _objections(case)
    spans = (f"{one.basis.heading}（{day_text(one.since)}起，到{day_text(one.until)}）" for one in new)
    yield Facts(
        tuple(
            _known(
                ("违法行为", "、".join(case.violations)),
                ("拖欠金额", case.amount),
                ("涉及人数", case.headcount),
                ("统一社会信用代码（注册号）", case.employer.credit_code),
                ("所在镇街", case.town),
                ("本月新公开的依据", "；".join(spans)),
                ("来源", "；".join(dict.fromkeys(one.source for one in new if one.source))),
                ("公开到", day_text(case.until)),
                ("记录的地址", address(routes.case(case.number), portal)),
            )
        )
    )


def _known(*pairs: tuple[str, str | None]) -> Iterator[tuple[str, str]]:
    return ((label, text) for label, text in pairs if text)


def _pairs(case: PublicCase) -> Iterator[tuple[str, str]]:
    return _known(
        ("违法行为", "、".join(case.violations)),
        ("拖欠金额", case.amount),
        ("涉及人数", case.headcount),
        ("欠薪期间", case.period),
        ("统一社会信用代码（注册号）", case.employer.credit_code),
        ("法定代表人（负责人）", case.employer.representative),
        ("单位地址", case.employer.address),
        ("项目", case.project),
        ("行业", case.industry),
        ("所在镇街", case.town),
        ("主要违法事实", case.facts),
    )


def _objections(case: PublicCase) -> Iterator[Notice]:
    return (Notice(_objection(objection)) for objection in case.objections)


def _objection(objection: PublicObjection) -> str:
    against = "列入失信联合惩戒名单" if objection.basis is Basis.LISTING else "重大违法公布"
    doubts = (("（暂按周末推算）", objection.provisional), ("（天数待主管部门确认）", not objection.articles))
    doubt = "".join(text for text, holds in doubts if holds)
    return (
        f"单位对{against}有异议，{day_text(objection.received)}收到，正在核实，"
        f"结果应当在{day_text(objection.due)}以前告知单位{doubt}。核实之前，下面的内容可能更正。"
    )


def _timeline(case: PublicCase) -> Iterator[Block]:
    if case.timeline:
        yield Heading("经过")
        yield Steps(tuple(Step(day_text(one.on), one.title, one.facts, one.tone == "grave") for one in case.timeline))
    if mentions(case.timeline, CRIMINAL):
        yield Paragraph(_NOT_GUILTY, Tone.SMALL)


def _listing(case: PublicCase) -> Iterator[Block]:
    if case.listing is None:
        return
    listing = case.listing
    earliest = f"{day_text(listing.removal_from)}起，书面承诺不再拖欠的，可以申请" if listing.removal_from else None
    people = "、".join(f"{person.name}（{person.role}）" for person in listing.persons)
    yield Heading("失信联合惩戒名单")
    yield Facts(
        tuple(
            _known(
                ("列入决定", day_text(listing.decided)),
                ("列入期限至", day_text(listing.last_day)),
                ("列入事由", listing.reason),
                ("一并列入的人员", people),
                ("最早申请提前移出", earliest),
            )
        )
    )


def _corrections(case: PublicCase) -> Iterator[Block]:
    if case.corrections:
        yield Heading("更正")
        yield Facts(tuple((day_text(on), what) for on, what in case.corrections))


def _grounds(case: PublicCase) -> Iterator[Sequence[Block]]:
    for ground in case.grounds:
        lines = [f"{ground.basis.heading}：{ground.explanation}公开到{day_text(ground.until)}。"]
        if ground.source:
            lines.append(f"来源：{ground.source}" + (f"，{day_text(ground.source_date)}" if ground.source_date else ""))
        if ground.quoted:
            lines.append(f"报道的原话：「{ground.quoted}」。报道没有写日期和文号，这里不推算期限。")
        yield (
            Paragraph("\n".join(lines)),
            *([Paragraph(f"依据：{cite(ground.articles)}", Tone.SMALL)] if ground.articles else ()),
        )
