"""Orders and decisions, and what is done about them."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field

from generator.model.event.base import DatedEvent, Documented
from generator.model.record import Entry
from generator.model.values import Amount, Day, People, Text


class Severity(StrEnum):
    """情节 of a violation, which sets how long its penalty is shown."""

    SLIGHT = "轻微"
    ORDINARY = "一般"
    SERIOUS = "严重"


class Ordered(Documented):
    """责令改正: ordered to pay by a day; later steps stand on its expiry."""

    kind: Annotated[Literal["责令改正"], Field(alias="事项")]
    due: Annotated[Day | None, Field(alias="期限"), Entry("责令改正的最后一天", "2026-03-15", public=True)] = None


class PenaltyNotified(Documented):
    """处罚告知: told beforehand what penalty is meant."""

    kind: Annotated[Literal["处罚告知"], Field(alias="事项")]


class Penalised(Documented):
    """行政处罚 was decided."""

    kind: Annotated[Literal["行政处罚"], Field(alias="事项")]
    penalty: Annotated[Text | None, Field(alias="种类"), Entry("处罚种类", "罚款", public=True)] = None
    amount: Annotated[Amount | None, Field(alias="金额"), Entry("罚款金额", "20000元", public=True)] = None
    severity: Annotated[
        Severity | None, Field(alias="情节"), Entry("轻微、一般或严重，决定公示多久", "一般", public=True)
    ] = None


class Handled(Documented):
    """行政处理 was decided: ordered to pay by an administrative decision."""

    kind: Annotated[Literal["行政处理"], Field(alias="事项")]
    decision: Annotated[Text | None, Field(alias="内容"), Entry("处理内容", "责令支付工资 37.5万元", public=True)] = (
        None
    )
    due: Annotated[Day | None, Field(alias="期限"), Entry("责令支付的最后一天", "2026-03-15", public=True)] = None


class EnforcementSought(DatedEvent):
    """申请强制执行: a court was asked to enforce the decision."""

    kind: Annotated[Literal["申请强制执行"], Field(alias="事项")]
    court: Annotated[Text | None, Field(alias="法院"), Entry("受理的法院", "市人民法院", public=True)] = None


class Paid(DatedEvent):
    """Wages owed were paid, wholly or in part."""

    kind: Annotated[Literal["支付"], Field(alias="事项")]
    amount: Annotated[Amount, Field(alias="金额"), Entry("实际支付的金额", "37.5万元", public=True)]
    people: Annotated[People | None, Field(alias="人数"), Entry("领到工资的人数", "42名", public=True)] = None


class Mended(DatedEvent):
    """改正完毕: all arrears are paid."""

    kind: Annotated[Literal["改正完毕"], Field(alias="事项")]
