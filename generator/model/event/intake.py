"""What the bureau does with a complaint: 统一流转—二次分派—疑难处置—回复销号, and the investigation that may follow."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from generator.model.event.base import DatedEvent
from generator.model.record import Entry
from generator.model.values import Amount, Day, Text


class Received(DatedEvent):
    """A complaint reached the bureau; the 117 clock starts."""

    kind: Annotated[Literal["接到投诉"], Field(alias="事项")]
    channel: Annotated[
        Text, Field(alias="渠道"), Entry("从哪个渠道来，须是 portal.yml「投诉渠道」里的一项", "12345安薪热线")
    ]


class Accepted(DatedEvent):
    """The bureau accepted the complaint."""

    kind: Annotated[Literal["受理"], Field(alias="事项")]


class NotAccepted(DatedEvent):
    """不予受理: the complaint was turned down, and the complainant told why and where to go."""

    kind: Annotated[Literal["不予受理"], Field(alias="事项")]
    reason: Annotated[Text, Field(alias="理由"), Entry("不予受理的理由，不公开", "已经申请劳动仲裁")]


class Assigned(DatedEvent):
    """二次分派: handed to a town or a department."""

    kind: Annotated[Literal["分派"], Field(alias="事项")]
    office: Annotated[Text, Field(alias="承办"), Entry("承办的镇街或部门", "甲镇")]


class Contacted(DatedEvent):
    """The parties were contacted."""

    kind: Annotated[Literal["联系当事人"], Field(alias="事项")]


class Consulted(DatedEvent):
    """疑难会办: several departments took a hard case together; it leaves the seven-day clock."""

    kind: Annotated[Literal["疑难会办"], Field(alias="事项")]
    offices: Annotated[tuple[Text, ...], Field(alias="部门", min_length=1), Entry("会办部门", "[公安局, 建设局]")]


class Mediated(DatedEvent):
    """The parties agreed on what is paid."""

    kind: Annotated[Literal["调解达成"], Field(alias="事项")]
    amount: Annotated[Amount | None, Field(alias="金额"), Entry("约定支付的金额", "5万元")] = None


class Filed(DatedEvent):
    """立案: the investigation was opened."""

    kind: Annotated[Literal["立案"], Field(alias="事项")]
    extended: Annotated[
        Day | None, Field(alias="延期批准"), Entry("调查期限批准延长 30 个工作日的，写批准日期", "2026-05-20")
    ] = None


class Suspended(DatedEvent):
    """中止调查: the investigation rests, its term with it (浙江监察条例 art 30)."""

    kind: Annotated[Literal["中止调查"], Field(alias="事项")]
    reason: Annotated[Text, Field(alias="理由"), Entry("中止调查的理由，不公开", "当事人逃匿，无法取得证据")]


class Resumed(DatedEvent):
    """恢复调查: the term of the investigation goes on."""

    kind: Annotated[Literal["恢复调查"], Field(alias="事项")]


class ComplainantTold(DatedEvent):
    """告知投诉人: whoever complained was told in writing; nothing about the person is recorded."""

    kind: Annotated[Literal["告知投诉人"], Field(alias="事项")]
    about: Annotated[
        Literal["延长调查期限", "中止调查"], Field(alias="针对"), Entry("书面告知的是哪一件事", "延长调查期限")
    ]


class FilingWithdrawn(DatedEvent):
    """撤销立案: slight and already corrected, so the investigation ends without a decision (监察条例 art 18)."""

    kind: Annotated[Literal["撤销立案"], Field(alias="事项")]
    reason: Annotated[Text, Field(alias="理由"), Entry("撤销立案的理由，不公开", "情节轻微且已改正")]


class Closed(DatedEvent):
    """回复销号: the complainant was told the result and the matter was struck off."""

    kind: Annotated[Literal["回复销号"], Field(alias="事项")]
    outcome: Annotated[
        Literal["工资已付清", "达成调解", "转立案查处", "告知其他途径", "反映不属实"] | None,
        Field(alias="结果"),
        Entry("怎样了结的", "工资已付清"),
    ] = None
