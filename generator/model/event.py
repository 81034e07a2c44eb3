"""经过: the closed set of dated acts that a case is made of."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field

from generator.model.record import Entry, Record
from generator.model.values import Amount, Day, People, Text


class Severity(StrEnum):
    """情节 of a violation, which sets how long its penalty is shown."""

    SLIGHT = "轻微"
    ORDINARY = "一般"
    SERIOUS = "严重"


class DatedEvent(Record):
    """One act on one day. `note` is for colleagues and never leaves the bureau."""

    on: Annotated[Day, Field(alias="日期"), Entry("这件事发生的日期", "2026-03-01", public=True)]
    note: Annotated[Text | None, Field(alias="备注"), Entry("内部备注，不公开", "已电话核实")] = None


class Documented(DatedEvent):
    """An act that a document carries."""

    document: Annotated[
        Text | None, Field(alias="文书"), Entry("文书名称", "劳动保障监察限期改正指令书", public=True)
    ] = None
    document_number: Annotated[
        Text | None, Field(alias="文号"), Entry("文书编号", "某人社监令〔2026〕3号", public=True)
    ] = None


class Received(DatedEvent):
    """A complaint reached the bureau; the 117 clock starts."""

    kind: Annotated[Literal["接到投诉"], Field(alias="事项")]
    channel: Annotated[
        Text, Field(alias="渠道"), Entry("从哪个渠道来，须是 portal.yml「投诉渠道」里的一项", "12345安薪热线")
    ]


class Accepted(DatedEvent):
    """The bureau accepted the complaint."""

    kind: Annotated[Literal["受理"], Field(alias="事项")]


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


class Paid(DatedEvent):
    """Wages owed were paid, wholly or in part."""

    kind: Annotated[Literal["支付"], Field(alias="事项")]
    amount: Annotated[Amount, Field(alias="金额"), Entry("实际支付的金额", "37.5万元", public=True)]
    people: Annotated[People | None, Field(alias="人数"), Entry("领到工资的人数", "42名", public=True)] = None


class Closed(DatedEvent):
    """回复销号: the complainant was told the result and the matter was struck off."""

    kind: Annotated[Literal["回复销号"], Field(alias="事项")]


class Filed(DatedEvent):
    """立案: the investigation was opened."""

    kind: Annotated[Literal["立案"], Field(alias="事项")]


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


class EnforcementSought(DatedEvent):
    """申请强制执行: a court was asked to enforce the decision."""

    kind: Annotated[Literal["申请强制执行"], Field(alias="事项")]
    court: Annotated[Text | None, Field(alias="法院"), Entry("受理的法院", "市人民法院", public=True)] = None


class ListingNotified(Documented):
    """列入告知: told beforehand of the listing meant; five working days to object from receipt."""

    kind: Annotated[Literal["列入告知"], Field(alias="事项")]


class Objected(DatedEvent):
    """提出异议 against a listing that was announced."""

    kind: Annotated[Literal["提出异议"], Field(alias="事项")]


class ObjectionVerified(DatedEvent):
    """异议核实: the objection was examined and the result told."""

    kind: Annotated[Literal["异议核实"], Field(alias="事项")]
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


class Mended(DatedEvent):
    """改正完毕: all arrears are paid."""

    kind: Annotated[Literal["改正完毕"], Field(alias="事项")]


class Promised(DatedEvent):
    """信用承诺: the unit promised in writing not to fall into arrears again."""

    kind: Annotated[Literal["信用承诺"], Field(alias="事项")]


class RemovalSought(DatedEvent):
    """申请移出: early removal was applied for."""

    kind: Annotated[Literal["申请移出"], Field(alias="事项")]


class Delisted(Documented):
    """移出名单 before the three years are over."""

    kind: Annotated[Literal["移出名单"], Field(alias="事项")]
    why: Annotated[
        Literal["提前移出", "列入决定撤销"], Field(alias="原因"), Entry("移出的原因", "提前移出", public=True)
    ]


class Transferred(DatedEvent):
    """移送公安 on suspicion; until a judgment nothing more may be said."""

    kind: Annotated[Literal["移送公安"], Field(alias="事项")]
    offence: Annotated[Text, Field(alias="罪名"), Entry("涉嫌的罪名", "拒不支付劳动报酬罪", public=True)]


class CriminalCaseOpened(DatedEvent):
    """刑事立案 by the police."""

    kind: Annotated[Literal["刑事立案"], Field(alias="事项")]


class Prosecuted(DatedEvent):
    """提起公诉 by the procuratorate."""

    kind: Annotated[Literal["提起公诉"], Field(alias="事项")]


class Sentence(Record):
    """What the court decided about one party, as the judgment words it."""

    party: Annotated[Text, Field(alias="对象"), Entry("单位名称，或自然人的姓加「某某」", "吕某某", public=True)]
    role: Annotated[Text, Field(alias="身份"), Entry("单位、法定代表人、实际控制人等", "实际控制人", public=True)]
    punishment: Annotated[
        Text | None, Field(alias="刑罚"), Entry("判处的刑罚", "有期徒刑一年，缓刑一年六个月", public=True)
    ] = None
    fine: Annotated[Amount | None, Field(alias="罚金"), Entry("罚金", "50000元", public=True)] = None


class Judged(DatedEvent):
    """法院判决."""

    kind: Annotated[Literal["法院判决"], Field(alias="事项")]
    sentences: Annotated[
        tuple[Sentence, ...],
        Field(alias="判决", min_length=1),
        Entry("对每一方的判决", "[{对象: 某某公司, 身份: 单位, 罚金: 100000元}]", public=True),
    ]


class Reference(Record):
    """The earlier act that a revocation is about."""

    kind: Annotated[
        Literal["责令改正", "行政处罚", "行政处理", "列入失信名单", "移出名单"],
        Field(alias="事项"),
        Entry("被撤销的文书属于哪一事项", "行政处罚", public=True),
    ]
    on: Annotated[Day, Field(alias="日期"), Entry("被撤销的那件事的日期", "2026-03-20", public=True)]


class Revoked(Documented):
    """文书撤销: an earlier document was revoked or changed; the reason is public (行政处罚法 art 48)."""

    kind: Annotated[Literal["文书撤销"], Field(alias="事项")]
    target: Annotated[
        Reference, Field(alias="对象"), Entry("撤销的是哪一份", "{事项: 行政处罚, 日期: 2026-03-20}", public=True)
    ]
    reason: Annotated[Text, Field(alias="理由"), Entry("公开说明的理由", "认定事实有误", public=True)]


class Corrected(DatedEvent):
    """更正 of what had been published."""

    kind: Annotated[Literal["更正"], Field(alias="事项")]
    what: Annotated[Text, Field(alias="内容"), Entry("更正了什么", "欠薪金额更正为 5.6万元", public=True)]
    why: Annotated[Text, Field(alias="理由"), Entry("为什么更正", "原录入有误", public=True)]


Intake = Received | Accepted | Assigned | Contacted | Consulted | Mediated | Filed | Closed
"""What the bureau does with a complaint."""

Enforcement = Ordered | PenaltyNotified | Penalised | Handled | EnforcementSought | Paid | Mended
"""Orders and decisions, and what is done about them."""

ListingAct = ListingNotified | Objected | ObjectionVerified | Listed | Promised | RemovalSought | Delisted
"""Everything about the list (45号令)."""

CriminalAct = Transferred | CriminalCaseOpened | Prosecuted | Judged
"""From the police to the court."""

Amendment = Revoked | Corrected
"""Acts about earlier acts."""

Event = Annotated[Intake | Enforcement | ListingAct | CriminalAct | Amendment, Field(discriminator="kind")]
