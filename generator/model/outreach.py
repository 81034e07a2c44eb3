"""宣讲: sessions of 开工第一课 and 一月一村, with what was found there and what became of it."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from generator.model.case import Violation
from generator.model.record import Entry, Record
from generator.model.values import Day, FirmCount, Flag, People, Text

SessionKind = Literal["开工第一课", "一月一村"]
SessionForm = Literal["培训会", "进企业", "进工地", "进村入户", "视频宣教"]
Audience = Literal["劳动者", "企业", "项目管理人员", "劳资专管员"]
Outcome = Literal["正在改正", "已改正", "移交查处"]


class FollowUp(Record):
    """跟进: a later look at something that was found."""

    on: Annotated[Day, Field(alias="日期"), Entry("哪一天跟进的", "2026-09-28")]
    outcome: Annotated[Outcome, Field(alias="结果"), Entry("这一天的情况", "已改正")]
    note: Annotated[Text | None, Field(alias="备注"), Entry("内部备注，不公开", "复查照片在卷")] = None


class Finding(Record):
    """发现: something wrong that a session came upon. Nobody learns of whom; only counts are published."""

    violation: Annotated[Violation, Field(alias="问题"), Entry("违法行为的种类", "未设维权信息告示牌")]
    employer: Annotated[Text | None, Field(alias="单位"), Entry("是哪个单位的，不公开", "示例建设有限公司（虚构）")] = (
        None
    )
    due: Annotated[Day | None, Field(alias="期限"), Entry("要求哪一天以前改正", "2026-10-15")] = None
    follow_ups: Annotated[
        tuple[FollowUp, ...], Field(alias="跟进"), Entry("后来怎样", "- {日期: 2026-09-28, 结果: 已改正}")
    ] = ()
    note: Annotated[Text | None, Field(alias="备注"), Entry("内部备注，不公开", "大门口没有告示牌")] = None
    explanation: Annotated[
        Text | None,
        Field(alias="说明"),
        Entry("检查对这一项提出警告而确有理由的，写明理由，不公开", "工地已停工，复工再查"),
    ] = None


class Session(Record):
    """One session, held, ahead or called off."""

    spread: ClassVar[bool] = True

    number: Annotated[
        Text,
        Field(alias="编号", pattern=r"^[0-9]{4}-[0-9]{3}$"),
        Entry("当年的顺序号，不改、不重用；anxin new session 自动取下一个", "2026-012", public=True),
    ]
    sample: Annotated[Flag, Field(alias="样例"), Entry("虚构的演示场次写 true", "true", public=True)] = False
    kind: Annotated[SessionKind, Field(alias="种类"), Entry("哪一种活动", "一月一村", public=True)]
    on: Annotated[Day, Field(alias="日期"), Entry("在哪一天", "2026-09-12", public=True)]
    time: Annotated[
        Text | None,
        Field(alias="时间", pattern=r"^([01][0-9]|2[0-3]):[0-5][0-9](-([01][0-9]|2[0-3]):[0-5][0-9])?$"),
        Entry("几点开始，也可以写到几点；没有定就不写", "14:00-16:00", public=True),
    ] = None
    town: Annotated[Text, Field(alias="镇街"), Entry("所在镇街，须是 portal.yml 里的一个", "甲镇", public=True)]
    village: Annotated[
        Text | None, Field(alias="村或网格"), Entry("一月一村走到的村或者网格", "虚构村第三网格", public=True)
    ] = None
    place: Annotated[Text, Field(alias="地点"), Entry("在哪里，参加的人找得到的", "虚构村文化礼堂", public=True)]
    worksite: Annotated[
        Text | None, Field(alias="工地"), Entry("在工地上的，写那个工地的安薪码", "A2345678", public=True)
    ] = None
    form: Annotated[SessionForm | None, Field(alias="形式"), Entry("用什么形式", "进工地", public=True)] = None
    audience: Annotated[
        tuple[Audience, ...], Field(alias="对象"), Entry("讲给谁听", "[劳动者, 企业]", public=True)
    ] = ()
    topics: Annotated[
        tuple[Text, ...], Field(alias="内容"), Entry("讲了什么，几个字一项", "[劳动合同, 工资支付]", public=True)
    ] = ()
    firms: Annotated[
        FirmCount | None, Field(alias="企业"), Entry("到场的单位有几家，不含工地上的总包", "12家", public=True)
    ] = None
    first: Annotated[
        FirmCount | None,
        Field(alias="首次"),
        Entry("其中今年第一次参加的有几家；没有统计就不写", "8家", public=True),
    ] = None
    people: Annotated[People | None, Field(alias="人数"), Entry("到场多少人", "86人", public=True)] = None
    findings: Annotated[
        tuple[Finding, ...],
        Field(alias="发现"),
        Entry("当场发现的问题；是谁的不公开，只公布件数", "- {问题: 未设维权信息告示牌, 期限: 2026-10-15}"),
    ] = ()
    cancelled: Annotated[
        Text | None, Field(alias="取消"), Entry("不开了的，写明原因", "台风，改期另行通知", public=True)
    ] = None
    note: Annotated[Text | None, Field(alias="备注"), Entry("内部备注，不公开", "与镇综合执法队一起")] = None
    explanation: Annotated[
        Text | None,
        Field(alias="说明"),
        Entry("检查对这一场提出警告而确有理由的，写明理由，不公开", "签到表遗失，人数无法补记"),
    ] = None


class Outreach(Record):
    """content/outreach/<year>.yml."""

    sessions: Annotated[
        tuple[Session, ...],
        Field(alias="场次"),
        Entry("当年的各场，按日期", "- {编号: 2026-001, 种类: 一月一村}", public=True),
    ] = ()
