"""Acts about earlier acts: revoked, corrected, taken down."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from generator.model.event.base import DatedEvent, Documented
from generator.model.record import Entry, Record
from generator.model.values import Day, Number, Text


class Reference(Record):
    """The earlier act that a revocation is about."""

    kind: Annotated[
        Literal["责令改正", "行政处罚", "行政处理", "列入失信名单", "移出名单"],
        Field(alias="事项"),
        Entry("被撤销的文书属于哪一事项", "行政处罚", public=True),
    ]
    on: Annotated[Day, Field(alias="日期"), Entry("被撤销的那件事的日期", "2026-03-20", public=True)]
    document_number: Annotated[
        Number | None,
        Field(alias="文号"),
        Entry("同一天有两件同样的事时，写明撤销的是哪个文号", "某人社监罚〔2026〕3号", public=True),
    ] = None


class Revoked(Documented):
    """文书撤销: an earlier document was revoked or changed; the reason is public (行政处罚法 art 48)."""

    kind: Annotated[Literal["文书撤销"], Field(alias="事项")]
    target: Annotated[
        Reference, Field(alias="对象"), Entry("撤销的是哪一份", "{事项: 行政处罚, 日期: 2026-03-20}", public=True)
    ]
    manner: Annotated[
        Literal["撤销", "变更", "确认违法", "确认无效"],
        Field(alias="方式"),
        Entry("怎样处理的，不写就是撤销", "撤销", public=True),
    ] = "撤销"
    reason: Annotated[Text, Field(alias="理由"), Entry("公开说明的理由", "认定事实有误", public=True)]


class Corrected(DatedEvent):
    """更正 of what had been published."""

    kind: Annotated[Literal["更正"], Field(alias="事项")]
    what: Annotated[Text, Field(alias="内容"), Entry("更正了什么", "欠薪金额更正为 5.6万元", public=True)]
    why: Annotated[Text, Field(alias="理由"), Entry("为什么更正", "原录入有误", public=True)]


class TakenDown(DatedEvent):
    """撤下公示: taken down everywhere, other sites told (45号令 art 17, 行政处罚法 art 48)."""

    kind: Annotated[Literal["撤下公示"], Field(alias="事项")]
    basis: Annotated[
        Literal["失信名单", "行政处罚", "重大违法公布"], Field(alias="公示"), Entry("撤下的是哪一种公示", "失信名单")
    ]
    told: Annotated[tuple[Text, ...], Field(alias="已告知"), Entry("已告知撤下的其他网站", "[信用网站]")] = ()
