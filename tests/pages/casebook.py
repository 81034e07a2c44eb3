"""A site made by hand: one case of every shape that pages have to cope with, all names invented."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import date
from typing import Final

from generator.disclosure.calculator import calculators
from generator.disclosure.public import (
    NO_OUTREACH,
    Annex,
    Basis,
    EndedAnnex,
    EndedCase,
    Ending,
    PublicBulletin,
    PublicCampaign,
    PublicCase,
    PublicChannel,
    PublicCount,
    PublicEmployer,
    PublicEvent,
    PublicFigure,
    PublicFigures,
    PublicGround,
    PublicListing,
    PublicObjection,
    PublicOutreach,
    PublicPeriod,
    PublicPerson,
    PublicPortal,
    PublicSession,
    PublicSite,
    PublicStandard,
    PublicStatistics,
    PublicTable,
    Quarter,
)
from generator.law.articles import CRIMINAL, INSPECTION, ORDER29, ORDER45, PENALTY, WAGES
from generator.law.calendar import WorkCalendar

AS_OF: Final = date(2026, 11, 1)
LONG_NAME: Final = "虚构东南沿海市政园林古建筑装饰装修工程施工总承包股份有限公司第三十二分公司项目部"
HOSTILE: Final = '<script>alert("1")</script>&<!-- view: footer -->'

HOTLINE: Final = PublicChannel("12345安薪热线", "电话", "12345", None, "欠薪先打这个电话")
PORTAL: Final = PublicPortal(
    city="虚构市",
    title="虚构安薪",
    publisher="虚构市根治欠薪工作领导小组办公室",
    publisher_short="市治欠办",
    hotline=HOTLINE,
    channels=(HOTLINE, PublicChannel("安薪码", "二维码", None, None, "扫工地上的安薪码")),
    promise="1天接收，1天联系，一般案件7天办结。",
    registrations=(("ICP备案号", None), ("公安备案号", "虚构00000000号"), ("网站标识码", None)),
    base_url=None,
    as_of=AS_OF,
    demonstration=False,
    pinned=False,
)


def employer(name: str) -> PublicEmployer:
    return PublicEmployer(name, "n-" + hashlib.sha256(name.encode()).hexdigest()[:12], None, None, None)


def ground(basis: Basis, since: date, until: date) -> PublicGround:
    return PublicGround(basis, since, until, f"{basis.value}的说明。", None, None, None, ())


def case(number: str, name: str, *grounds: PublicGround) -> PublicCase:
    """The smallest case there is; tests `replace` what they are about."""
    return PublicCase(
        number=number,
        sample=False,
        employer=employer(name),
        industry=None,
        town=None,
        project=None,
        violations=(),
        headcount=None,
        amount=None,
        amount_fen=None,
        amount_approximate=False,
        period=None,
        facts=None,
        status="已作出行政处罚决定",
        status_tone="grave",
        grounds=grounds,
        listing=None,
        objections=(),
        timeline=(),
        corrections=(),
        changed=max((one.since for one in grounds), default=AS_OF),
        checked=None,
    )


LISTED: Final = replace(
    case(
        "xg-2026-0001",
        "虚构甲建筑劳务有限公司",
        ground(Basis.LISTING, date(2026, 7, 27), date(2029, 7, 22)),
        ground(Basis.MAJOR, date(2026, 7, 27), date(2029, 12, 31)),
    ),
    sample=True,
    employer=PublicEmployer(
        "虚构甲建筑劳务有限公司", "91000000ma00000825", "91000000MA00000825", "虚构市样例路1号", "虚构某甲"
    ),
    industry="工程建设",
    town="虚构镇",
    project="虚构小区一期",
    violations=("拖欠工资",),
    headcount="20余名",
    amount="100余万元",
    amount_fen=100_000_000,
    amount_approximate=True,
    period="2026年1月至2026年5月",
    facts="经责令限期支付，逾期未支付。",
    status="已列入失信联合惩戒名单",
    listing=PublicListing(
        decided=date(2026, 7, 22),
        last_day=date(2029, 7, 22),
        removal_from=date(2027, 2, 1),
        repair_from=date(2027, 1, 20),
        reason="拖欠农民工工资，逾期未支付",
        persons=(PublicPerson("虚构某甲", "法定代表人"),),
    ),
    objections=(
        PublicObjection(
            "列入失信名单", date(2026, 10, 28), date(2026, 11, 4), provisional=True, articles=(ORDER45.art(6),)
        ),
    ),
    timeline=(
        PublicEvent(
            date(2026, 6, 24), "责令限期改正", (("文号", "样监令〔2026〕第1号"),), (INSPECTION.art(18),), "routine"
        ),
        PublicEvent(date(2026, 7, 22), "列入失信联合惩戒名单", (), (ORDER45.art(5), ORDER45.art(8)), "grave"),
        PublicEvent(date(2026, 8, 1), "拖欠的工资已全部支付", (), (), "mended"),
    ),
    corrections=((date(2026, 8, 3), "人数由21名更正为20余名（原文书笔误）"),),
    changed=date(2026, 8, 3),
)

PENALISED: Final = replace(
    case("xg-2026-0002", LONG_NAME, ground(Basis.PENALTY, date(2026, 3, 9), date(2026, 12, 9))),
    violations=("未实行实名制管理", "未设维权信息告示牌"),
    timeline=(PublicEvent(date(2026, 3, 2), "作出行政处罚决定", (("金额", "80000元"),), (PENALTY.art(57),), "grave"),),
)

HOSTILE_CASE: Final = replace(
    case("xg-2025-0001", HOSTILE, ground(Basis.MAJOR, date(2025, 5, 6), date(2028, 5, 5))),
    facts=HOSTILE,
    timeline=(PublicEvent(date(2025, 4, 1), HOSTILE, ((HOSTILE, HOSTILE),), (CRIMINAL.art(276, 1),), "grave"),),
)

REPRINTED: Final = replace(
    case("xg-2023-0001", "虚构乙门业有限公司"),
    status="以报道所述为准",
    status_tone="routine",
    grounds=(
        PublicGround(
            Basis.MEDIA,
            date(2023, 12, 21),
            date(2026, 12, 21),
            "转载已公开的报道。",
            "虚构日报《一篇报道》",
            date(2023, 12, 20),
            "公司列入失信联合惩戒对象名单",
            (WAGES.art(9), ORDER29.art(5)),
        ),
    ),
)

ENDED: Final = EndedCase(
    number="xg-2022-0001",
    ended=date(2025, 1, 1),
    how=Ending.EXPIRED,
    basis=Basis.LISTING,
    reason="公示期满，依法停止公开。",
    articles=(ORDER45.art(17),),
    sample=False,
)

FIGURES: Final = PublicFigures(
    "虚构日报《一篇报道》",
    date(2023, 12, 21),
    (
        PublicFigure("劳资相关问题咨询", "1万多", "件", "截至报道时", "热线接听"),
        PublicFigure("欠薪投诉", "428", "件", "截至报道时", None),
    ),
)

_MONTH: Final = date(2026, 10, 31)
STATISTICS: Final = PublicStatistics(
    until=_MONTH,
    cases=1234,
    published=3,
    narrowed=False,
    samples=1,
    least=3,
    tables=(
        PublicTable(
            *("totals", "合计", "项目", "怎样合计。", _MONTH),
            counts=(
                PublicCount("登记的案件", 1234, "件"),
                PublicCount("拖欠金额", 171_812_200, "元", approximate=True),
                PublicCount("追回的工资", None, "元"),
            ),
        ),
        PublicTable(
            *("cases-by-town", "各镇街的案件", "镇街", "怎样算镇街。", _MONTH),
            counts=(
                PublicCount("虚构镇", 1200, "件"),
                PublicCount("其余 2 个镇街合计", 34, "件", merged=("甲镇", "乙镇")),
            ),
        ),
        PublicTable("paid-by-year", "各年追回的工资", "年份", "怎样算追回。", _MONTH, (), withheld=True),
        PublicTable(
            *("promise", "「117」按时率", "办理环节", "怎样算按时。", _MONTH),
            counts=(
                PublicCount("接到投诉后1天内接收", 399, "件", 400),
                PublicCount("接收后1天内联系当事人", None, "件"),
            ),
        ),
        PublicTable(
            *("payment", "从投诉到付清", "用时", "怎样算用时。", _MONTH),
            counts=(PublicCount("30天内付清", 0, "件", 7), PublicCount("付清用了多少天（中位数）", 23, "天")),
        ),
        PublicTable("endings", "已经停止公开的案件", "怎样停止", "怎样算停止。", AS_OF, ()),
    ),
)
CAMPAIGN: Final = PublicCampaign(
    name="虚构冬季行动",
    since=date(2026, 10, 1),
    until=date(2026, 12, 31),
    periods=(
        PublicPeriod(date(2026, 10, 1), date(2026, 10, 14), 12, 9, 21, 160, 92_000_000, approximate=True, unknown=2),
    ),
    pending=(date(2026, 10, 15), date(2026, 10, 28)),
    running=(date(2026, 10, 29), date(2026, 11, 4)),
    ahead=9,
)

STANDARDS: Final = (
    PublicStandard(date(2022, 1, 1), date(2024, 1, 1), 200_000, 2_000, "虚构〔2021〕1号"),
    PublicStandard(date(2024, 1, 15), date(2026, 1, 16), 222_055, 2_105, "虚构〔2024〕1号"),
)
CALCULATORS: Final = calculators(STANDARDS, WorkCalendar())
SESSION: Final = PublicSession(
    number="2026-001",
    sample=False,
    kind="一月一村",
    on=date(2026, 10, 2),
    start=None,
    end=None,
    town="虚构镇",
    village="虚构村第一网格",
    place="虚构村文化礼堂；一楼, 东边",
    worksite=None,
    project=None,
    form="进村入户",
    audience=("劳动者", "企业"),
    topics=("劳动合同", "工资支付"),
    firms=12,
    first=None,
    people=86,
    approximate=True,
    held=True,
    cancelled=None,
)

BULLETIN: Final = PublicBulletin(
    Quarter(2026, 3),
    "2026年第三季度重大劳动保障违法行为公告",
    ("根据虚构的依据，现将1件予以公布，详见附件1。", "被拖欠工资的劳动者，可以拨打12345安薪热线反映。"),
    annexes=(
        Annex(
            LISTED.number,
            LISTED.employer.name,
            sample=True,
            since=date(2026, 7, 27),
            until=date(2029, 12, 31),
            rows=(
                ("违法主体全称", (LISTED.employer.name,)),
                ("相关处理情况", ("2026年6月24日　责令限期改正", "2026年8月1日　拖欠的工资已全部支付")),
            ),
        ),
    ),
    ended=(EndedAnnex(ENDED.number, ENDED.ended, ENDED.reason, sample=False),),
    lapsed=1,
)
SITE: Final = PublicSite(
    portal=PORTAL,
    cases=(LISTED, PENALISED, HOSTILE_CASE, REPRINTED),
    ended=(ENDED,),
    figures=(FIGURES,),
    statistics=STATISTICS,
    campaigns=(CAMPAIGN,),
    next_change=date(2026, 12, 10),
    calculators=CALCULATORS,
    outreach=PublicOutreach(sessions=(SESSION,)),
    bulletins=(BULLETIN,),
)

DEMONSTRATION: Final = replace(SITE, portal=replace(PORTAL, demonstration=True, pinned=True))
EMPTY: Final = replace(
    SITE,
    cases=(),
    ended=(),
    figures=(),
    statistics=replace(
        STATISTICS,
        cases=0,
        published=0,
        samples=0,
        tables=tuple(replace(table, counts=()) for table in STATISTICS.tables),
    ),
    campaigns=(),
    outreach=NO_OUTREACH,
    bulletins=(),
)
