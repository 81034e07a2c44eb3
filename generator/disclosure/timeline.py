"""The public wording of each act: field by field, so that nothing travels along unseen."""

from __future__ import annotations

from typing import Final, assert_never

from generator.disclosure.public import PublicEvent
from generator.law.articles import CRIMINAL, INSPECTION, ORDER45, PENALTY, WAGES, Article
from generator.law.crime import of_wages
from generator.model import event as acts
from generator.model.event import Event

Facts = tuple[tuple[str, str], ...]

_ENDS: Final = {
    "撤销案件": "公安机关撤销案件",
    "不起诉": "检察机关决定不起诉",
    "宣告无罪": "人民法院宣告无罪",
}
_CRIME: Final = (CRIMINAL.art(276, 1),)


def day_text(event_day: object) -> str:
    """A date as people read it: 2026年3月1日."""
    year, month, day = str(event_day).split("-")
    return f"{year}年{int(month)}月{int(day)}日"


def describe(event: Event, offence: str | None = None) -> PublicEvent | None:
    """One step of the timeline; None for acts that are the bureau's own business.

    `offence` is what earlier criminal acts were about: it is not said again, but decides which article is cited.
    """
    if isinstance(event, acts.Intake):
        return _taken_in(event)
    if isinstance(event, acts.Enforcement):
        return _enforced(event)
    if isinstance(event, acts.ListingAct):
        return _listed(event)
    if isinstance(event, acts.CriminalAct):
        return _prosecuted(event, _CRIME if of_wages(event.offence or offence) else ())
    if isinstance(event, acts.Amendment):
        return _amended(event)
    assert_never(event)


def _taken_in(event: acts.Intake) -> PublicEvent | None:
    match event:
        case acts.Received():
            return _step(event, "接到劳动者投诉", (), (INSPECTION.art(9),))
        case acts.Filed():
            return _step(event, "立案调查", (), (INSPECTION.art(17),))
        case acts.Accepted() | acts.NotAccepted() | acts.Assigned() | acts.Contacted() | acts.Consulted():
            return None
        case acts.Mediated() | acts.FilingWithdrawn() | acts.Closed():
            return None
        case acts.Suspended() | acts.Resumed() | acts.ComplainantTold():
            return None
        case _:
            assert_never(event)


def _enforced(event: acts.Enforcement) -> PublicEvent:
    match event:
        case acts.Ordered():
            due = (("限期", f"{day_text(event.due)}前改正"),) if event.due else ()
            return _step(event, "责令限期改正", (*_document(event), *due), (INSPECTION.art(18),))
        case acts.PenaltyNotified():
            return _step(event, "告知拟作出的行政处罚", _document(event), (PENALTY.art(44),))
        case acts.Penalised():
            facts = (*_document(event), *_pair("处罚种类", event.penalty), *_pair("金额", event.amount))
            return _step(event, "作出行政处罚决定", facts, (PENALTY.art(57),), "grave")
        case acts.Handled():
            by = _pair("限期", event.due and f"{day_text(event.due)}前支付")
            handling = (*_document(event), *_pair("处理内容", event.decision), *by)
            return _step(event, "作出行政处理决定", handling, (INSPECTION.art(18),), "grave")
        case acts.EnforcementSought():
            return _step(event, "申请人民法院强制执行", _pair("法院", event.court), (PENALTY.art(72),))
        case acts.Paid():
            facts = (("金额", str(event.amount)), *_pair("人数", event.people))
            return _step(event, "支付拖欠的工资", facts, (), "mended")
        case acts.Mended():
            return _step(event, "拖欠的工资已全部支付", (), (), "mended")
        case _:
            assert_never(event)


def _listed(event: acts.ListingAct) -> PublicEvent | None:
    match event:
        case acts.ListingNotified():
            return _step(event, "告知拟列入失信联合惩戒名单", _document(event), (ORDER45.art(6),))
        case acts.Objected():
            return _step(event, "单位提出异议", _contested(event), _objection_law(event))
        case acts.ObjectionVerified():
            facts = (*_contested(event), ("结果", f"异议{event.outcome}"))
            return _step(event, "异议核实完毕", facts, _objection_law(event))
        case acts.Listed():
            facts = (*_document(event), *_pair("情形", event.ground), *_pair("事由", event.reason))
            return _step(event, "列入失信联合惩戒名单", facts, (ORDER45.art(5), ORDER45.art(8)), "grave")
        case acts.Promised():
            return _step(event, "单位作出书面信用承诺", (), (ORDER45.art(12),), "mended")
        case acts.RemovalSought():
            return _step(event, "单位申请提前移出名单", (), (ORDER45.art(14),))
        case acts.NotListed() | acts.RemovalRefused() | acts.Delisted():
            return None
        case _:
            assert_never(event)


def _contested(event: acts.Objected | acts.ObjectionVerified) -> Facts:
    return (("针对", event.against),) if event.against == "重大违法公布" else ()


def _objection_law(event: acts.Objected | acts.ObjectionVerified) -> tuple[Article, ...]:
    return (ORDER45.art(6),) if event.against == "列入失信名单" else (WAGES.art(47),)


def _prosecuted(event: acts.CriminalAct, law: tuple[Article, ...]) -> PublicEvent:
    # Suspected of it until a judgment.
    suspected = _pair("罪名", event.offence and f"涉嫌{event.offence}")
    match event:
        case acts.Transferred():
            return _step(event, f"以涉嫌{event.offence}移送公安机关", _document(event), law, "grave")
        case acts.CriminalCaseOpened():
            return _step(event, "公安机关刑事立案", suspected, law, "grave")
        case acts.Prosecuted():
            return _step(event, "检察机关提起公诉", suspected, law, "grave")
        case acts.Judged():
            facts = (*_pair("法院", event.court), *_pair("案号", event.court_number), *_pair("罪名", event.offence))
            sentences = tuple(_sentence(one) for one in event.sentences)
            return _step(event, "人民法院判决", (*facts, *sentences), law, "grave")
        case acts.CriminalEnded():
            return _step(event, _ENDS[event.how], suspected, (), "mended")
        case _:
            assert_never(event)


def _amended(event: acts.Amendment) -> PublicEvent | None:
    match event:
        case acts.Revoked():
            number = event.target.document_number
            target = f"{day_text(event.target.on)}的{event.target.kind}文书{f'（{number}）' if number else ''}"
            facts = (*_document(event), (event.manner, target), ("理由", event.reason))
            return _step(event, f"文书{event.manner}", facts, (PENALTY.art(48),), "mended")
        case acts.Corrected():
            return _step(event, "更正", (("内容", event.what), ("理由", event.why)), (), "mended")
        case acts.TakenDown():
            return None
        case _:
            assert_never(event)


def _step(event: Event, title: str, facts: Facts, articles: tuple[Article, ...], tone: str = "routine") -> PublicEvent:
    cited = tuple(article for article in articles if article.in_force(event.on))
    return PublicEvent(event.on, title, facts, cited, tone)


def _pair(label: str, value: object | None) -> Facts:
    return ((label, str(value)),) if value else ()


def _document(event: acts.Documented) -> Facts:
    name = event.document and f"《{event.document}》"
    return (*_pair("文书", name), *_pair("文号", event.document_number), *_pair("作出机关", event.authority))


def _sentence(sentence: acts.Sentence) -> tuple[str, str]:
    said = [text for text in (sentence.punishment, sentence.fine and f"罚金 {sentence.fine}") if text]
    return f"{sentence.role} {sentence.party}", "，".join(said)
