"""体检: what in the records and the settings needs a person, and how each is mended."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from generator.law.articles import LAWS, Certainty
from generator.law.board import city_slots, wage_doubt, wage_in_force
from generator.ledger import Ledger
from generator.problems import Problem, Severity

SOON: Final = 30
"""Days before a case leaves the site at which somebody should look at it."""
_NEXT_YEAR_FROM: Final = 11
"""The month in which the State Council is wont to announce the holidays of the next year."""
_NAMED: Final = 10
"""So many of a kind are named; of more, how many there are."""


class Weight(StrEnum):
    """How much a matter weighs."""

    MUST = "要处理"
    """Something is broken, missing or out of date."""
    NOTE = "请留意"
    """Somebody has to decide, to confirm or to know of it."""


@dataclass(frozen=True, slots=True)
class Advice:
    """One matter that needs a person."""

    weight: Weight
    says: str
    mend: str


@dataclass(frozen=True, slots=True)
class Upkeep:
    """What was looked at: each subject with what is to be said of it, which may be nothing."""

    as_of: date
    subjects: Mapping[str, tuple[Advice, ...]]

    def of(self, weight: Weight) -> list[tuple[str, Advice]]:
        """The matters of one weight, each with its subject."""
        return [(subject, one) for subject, found in self.subjects.items() for one in found if one.weight is weight]

    @property
    def sound(self) -> list[str]:
        """Subjects of which there is nothing to say."""
        return [subject for subject, found in self.subjects.items() if not found]


Look = Callable[[Ledger], Iterator[Advice]]


def holidays(ledger: Ledger) -> Iterator[Advice]:
    """Years into which something runs and whose holidays are not known."""
    today, calendar = ledger.as_of, ledger.calendar
    running = (clock.due for case in ledger.cases for clock in case.deadlines if clock.stop is None)
    years = {today.year} | {due.day.year for due in running if due.provisional and due.day >= today}
    if today.month >= _NEXT_YEAR_FROM:
        years.add(today.year + 1)
    unknown = sorted(year for year in years if not calendar.knows(year))
    if unknown:
        names = "、".join(map(str, unknown))
        weight = Weight.MUST if unknown[0] <= today.year else Weight.NOTE
        mend = "国务院公布之后更新软件，或者把放假和调休的日子写进 portal.yml「节假日」"
        yield Advice(weight, f"{names} 年的放假安排还不知道，期限暂按周末推算", mend)


def minimum_wage(ledger: Ledger) -> Iterator[Advice]:
    """Whether there is a minimum wage that may be printed."""
    wages = ledger.portal.record.wages
    wage = wage_in_force(wages, ledger.as_of)
    if wage is None:
        yield Advice(Weight.MUST, "没有写现行的最低工资", "查到省里公布的文件，写进 portal.yml「最低工资」")
        return
    doubt = wage_doubt(wage, ledger.as_of)
    if doubt:
        mend = "核对省里最新的文件：没有变的，把「核实」改成 已核实；变了的，加一行新的"
        yield Advice(Weight.MUST, f"{wage.since} 起的最低工资（{wage.document}）{doubt}", mend)


def unconfirmed(ledger: Ledger) -> Iterator[Advice]:
    """Lengths and texts of law that nobody could read in an official text."""
    terms, policy = ledger.portal.record.terms, ledger.portal.record.policy
    lengths = f"公示行政处罚 {terms.penalty}、核查重大违法异议 {terms.review}、更正重大违法公布 {terms.correction}"
    yield Advice(
        Weight.NOTE, f"待主管部门确认的期限：{lengths}", "请主管部门书面确认；不同的，改 portal.yml「办理期限」"
    )
    shown = f"重大违法公布 {policy.major}、媒体转载 {policy.media}"
    yield Advice(
        Weight.NOTE, f"由市里决定的公示时长：{shown}，行政处罚按情节", "有决定的，照它改 portal.yml「公开政策」"
    )
    titles = "、".join(f"《{law.title}》" for law in LAWS if law.certainty is Certainty.UNCONFIRMED)
    if titles:
        yield Advice(Weight.NOTE, f"没有核对到官方原文：{titles}", "找到官方文本，请维护人员核对条文以后改「法律条文」")


def telephones(ledger: Ledger) -> Iterator[Advice]:
    """Numbers and offices that a page or a board leaves blank."""
    portal = ledger.portal.record
    silent = [channel.name for channel in portal.channels if channel.kind == "电话" and not channel.number]
    if silent:
        mend = "打通核实之后写上「号码」；没有的，把这个渠道删去"
        yield Advice(Weight.MUST, f"写了电话渠道，没有号码：{'、'.join(silent)}", mend)
    _, *remedies = city_slots(portal, ledger.as_of)  # the first is the minimum wage
    blank = [slot.label for slot in remedies if not slot.filled]
    if not portal.board.authorities:
        blank.append("行业主管部门投诉电话")
    if blank:
        yield Advice(
            Weight.NOTE, f"告示牌上留空的：{'、'.join(blank)}", "问清楚以后写进 portal.yml「告示牌」；不要编号码"
        )


def website(ledger: Ledger) -> Iterator[Advice]:
    """What a site has to say of itself before it is opened."""
    portal = ledger.portal.record
    if portal.website.address is None:
        mend = "有了正式域名写进 portal.yml「网站」「网址」；在这之前不要印安薪码"
        yield Advice(Weight.NOTE, "没有写网址", mend)
    office = portal.publisher
    about = (
        ("承办", office.operator),
        ("地址", office.address),
        ("电话", office.telephone),
        ("邮箱", office.email),
        ("ICP备案号", office.icp),
        ("公安备案号", office.police),
        ("网站标识码", office.site_code),
    )
    lacking = [name for name, value in about if not value]
    if lacking:
        yield Advice(Weight.NOTE, f"页脚写着「待填写」：{'、'.join(lacking)}", "核实、取得之后写进 portal.yml「主办」")


def demonstration(ledger: Ledger) -> Iterator[Advice]:
    """What marks a site that is not meant for the public yet."""
    pinned = ledger.portal.record.demonstration
    if pinned:
        yield Advice(Weight.NOTE, f"日期固定在 {pinned}，是演示", "正式发布前删去 portal.yml「演示截至日期」")
    cases = sum(case.record.sample for case in ledger.cases)
    sites = sum(site.record.sample for site in ledger.worksites)
    sessions = sum(session.record.sample for session in ledger.sessions)
    if cases or sites or sessions:
        said = f"有样例：案件 {cases} 件、工地 {sites} 个、宣讲 {sessions} 场"
        yield Advice(Weight.NOTE, said, "正式发布前删去样例")


LOOKS: Final[tuple[tuple[str, Look], ...]] = (
    ("放假安排", holidays),
    ("最低工资", minimum_wage),
    ("待确认的规定", unconfirmed),
    ("电话", telephones),
    ("网站", website),
    ("演示", demonstration),
)
"""What is looked at in the settings, in the order of the list."""


def records(problems: Sequence[Problem]) -> Iterator[Advice]:
    """What the check has to say, as numbers."""
    errors = sum(problem.severity is Severity.ERROR for problem in problems)
    if errors:
        yield Advice(Weight.MUST, f"记录里有 {errors} 个错误，网站生成不了", "运行 anxin check，逐个改正")
    if len(problems) > errors:
        mend = "运行 anxin check，改正，或者写「说明」"
        yield Advice(Weight.NOTE, f"记录里有 {len(problems) - errors} 个警告", mend)


def lapsing(shown: Mapping[str, date], as_of: date) -> Iterator[Advice]:
    """Cases that leave the site soon; `shown` is the last day of each case that is open."""
    soon = sorted((day, number) for number, day in shown.items() if day <= as_of + timedelta(days=SOON))
    if soon:
        named = "、".join(f"{number}（{day}）" for day, number in soon[:_NAMED])
        more = f" 等 {len(soon)} 件" if len(soon) > _NAMED else ""
        mend = "到期后自动停止公开；网站要每天生成一次，别处转发的也要撤下"
        yield Advice(Weight.NOTE, f"{SOON} 天之内公示期满：{named}{more}", mend)
