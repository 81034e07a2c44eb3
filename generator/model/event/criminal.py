"""From the police to the court."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from generator.model.event.base import DatedEvent, Documented
from generator.model.record import Entry, Record
from generator.model.values import Amount, CourtNumber, Text


class CriminalStep(DatedEvent):
    """A step of criminal proceedings, about one offence."""

    offence: Annotated[
        Text | None,
        Field(alias="罪名"),
        Entry("不写就是移送公安时的罪名，没有移送的就是拒不支付劳动报酬罪", "拒不支付劳动报酬罪", public=True),
    ] = None


class Transferred(Documented):
    """移送公安 on suspicion; until a judgment nothing more may be said."""

    kind: Annotated[Literal["移送公安"], Field(alias="事项")]
    offence: Annotated[Text, Field(alias="罪名"), Entry("涉嫌的罪名", "拒不支付劳动报酬罪", public=True)]


class CriminalCaseOpened(CriminalStep):
    """刑事立案 by the police."""

    kind: Annotated[Literal["刑事立案"], Field(alias="事项")]


class Prosecuted(CriminalStep):
    """提起公诉 by the procuratorate."""

    kind: Annotated[Literal["提起公诉"], Field(alias="事项")]


class CriminalEnded(CriminalStep):
    """刑事程序终结 without a conviction: the case was dropped, not prosecuted, or ended in an acquittal."""

    kind: Annotated[Literal["刑事程序终结"], Field(alias="事项")]
    how: Annotated[
        Literal["撤销案件", "不起诉", "宣告无罪"],
        Field(alias="结果"),
        Entry("公安机关撤销案件、检察机关不起诉，或者法院宣告无罪", "不起诉", public=True),
    ]


class Sentence(Record):
    """What the court decided about one party, as the judgment words it."""

    party: Annotated[Text, Field(alias="对象"), Entry("单位名称，或自然人的姓加「某某」", "吕某某", public=True)]
    role: Annotated[Text, Field(alias="身份"), Entry("单位、法定代表人、实际控制人等", "实际控制人", public=True)]
    punishment: Annotated[
        Text | None, Field(alias="刑罚"), Entry("判处的刑罚", "有期徒刑一年，缓刑一年六个月", public=True)
    ] = None
    fine: Annotated[Amount | None, Field(alias="罚金"), Entry("罚金", "50000元", public=True)] = None


class Judged(CriminalStep):
    """法院判决."""

    kind: Annotated[Literal["法院判决"], Field(alias="事项")]
    court: Annotated[Text | None, Field(alias="法院"), Entry("作出判决的法院", "市人民法院", public=True)] = None
    court_number: Annotated[
        CourtNumber | None, Field(alias="案号"), Entry("判决书的案号", "（2023）某0000刑初123号", public=True)
    ] = None
    sentences: Annotated[
        tuple[Sentence, ...],
        Field(alias="判决", min_length=1),
        Entry("对每一方的判决", "[{对象: 某某公司, 身份: 单位, 罚金: 100000元}]", public=True),
    ]
