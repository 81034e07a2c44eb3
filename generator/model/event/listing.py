"""Everything about 失信联合惩戒名单 (45号令), from the notice to the removal."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from generator.model.event.base import DatedEvent, Documented
from generator.model.record import Entry, Record
from generator.model.values import Day, Text

NoticeContent = Literal["列入事由", "列入依据", "提出异议的权利", "可以不予列入的情形"]


class ListingNotified(Documented):
    """列入告知: told beforehand of the listing meant; five working days to object from receipt."""

    kind: Annotated[Literal["列入告知"], Field(alias="事项")]
    contents: Annotated[
        tuple[NoticeContent, ...],
        Field(alias="告知载明"),
        Entry("告知书已载明的内容，应有四项", "[列入事由, 列入依据, 提出异议的权利, 可以不予列入的情形]"),
    ] = ()
    extended: Annotated[
        Day | None, Field(alias="延期批准"), Entry("作出列入决定的期限批准延长 20 个工作日的，写批准日期", "2026-04-10")
    ] = None


Contested = Literal["列入失信名单", "重大违法公布"]


class Objected(DatedEvent):
    """提出异议 against a listing that was announced, or against a publication by 29号令."""

    kind: Annotated[Literal["提出异议"], Field(alias="事项")]
    against: Annotated[
        Contested, Field(alias="针对"), Entry("对哪一项提出异议，不写就是列入失信名单", "列入失信名单", public=True)
    ] = "列入失信名单"


class ObjectionVerified(DatedEvent):
    """异议核实: the objection was examined and the result told."""

    kind: Annotated[Literal["异议核实"], Field(alias="事项")]
    against: Annotated[
        Contested, Field(alias="针对"), Entry("哪一项异议，不写就是列入失信名单", "列入失信名单", public=True)
    ] = "列入失信名单"
    outcome: Annotated[Literal["成立", "不成立"], Field(alias="结果"), Entry("核实结果", "不成立", public=True)]


class Person(Record):
    """A person named in a decision, in the role that it gives. No number, no address: there is no field for them."""

    name: Annotated[Text, Field(alias="姓名"), Entry("决定书上的姓名", "虚构某甲", public=True)]
    role: Annotated[
        Literal["法定代表人", "主要负责人", "直接负责的主管人员", "其他直接责任人员", "实际控制人"],
        Field(alias="身份"),
        Entry("以何种身份列入", "法定代表人", public=True),
    ]


Content = Literal["列入事由", "列入依据", "联合惩戒措施提示", "提前移出条件和程序", "救济措施"]


class Listed(Documented):
    """列入失信名单: the decision from whose date three years run (45号令 art 11)."""

    kind: Annotated[Literal["列入失信名单"], Field(alias="事项")]
    ground: Annotated[
        Literal["达到拒不支付劳动报酬罪数额标准", "引发群体性事件或极端事件"] | None,
        Field(alias="列入情形"),
        Entry("属于哪一种应当列入的情形", "达到拒不支付劳动报酬罪数额标准", public=True),
    ] = None
    reason: Annotated[
        Text | None, Field(alias="列入事由"), Entry("列入事由", "经责令逾期未支付农民工工资", public=True)
    ] = None
    contents: Annotated[
        tuple[Content, ...], Field(alias="决定书载明"), Entry("决定书已载明的内容，应有五项", "[列入事由, 列入依据]")
    ] = ()
    persons: Annotated[
        tuple[Person, ...],
        Field(alias="人员"),
        Entry("一并列入的人员", "[{姓名: 虚构某甲, 身份: 法定代表人}]", public=True),
    ] = ()


class NotListed(Documented):
    """不予列入: corrected and promised before the decision, or an objection upheld (45号令 art 6 and 7)."""

    kind: Annotated[Literal["不予列入"], Field(alias="事项")]
    reason: Annotated[Text, Field(alias="理由"), Entry("不予列入的理由，不公开", "决定前已经改正并作出承诺")]


class Promised(DatedEvent):
    """信用承诺: the unit promised in writing not to fall into arrears again."""

    kind: Annotated[Literal["信用承诺"], Field(alias="事项")]


RemovalMaterial = Literal["书面申请", "已经改正的证据", "书面信用承诺"]


class RemovalSought(DatedEvent):
    """申请移出: early removal was applied for."""

    kind: Annotated[Literal["申请移出"], Field(alias="事项")]
    materials: Annotated[
        tuple[RemovalMaterial, ...],
        Field(alias="材料"),
        Entry("已收到的材料，应有三项", "[书面申请, 已经改正的证据, 书面信用承诺]"),
    ] = ()


class RemovalRefused(Documented):
    """不予移出: early removal was refused; the reasons are given to the unit (45号令 art 14)."""

    kind: Annotated[Literal["不予移出"], Field(alias="事项")]
    reason: Annotated[Text, Field(alias="理由"), Entry("不予移出的理由，不公开", "列入期间又拖欠工资")]


class Delisted(Documented):
    """移出名单 before the three years are over."""

    kind: Annotated[Literal["移出名单"], Field(alias="事项")]
    why: Annotated[
        Literal["提前移出", "列入决定撤销"], Field(alias="原因"), Entry("移出的原因", "提前移出", public=True)
    ]
