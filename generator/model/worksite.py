"""工地: a project with its parties, its wage day, the state of its wage systems, and the history of its 安薪码."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from generator.model.codes import Code
from generator.model.record import Entry, Record
from generator.model.values import Day, Flag, PayDayText, Phone, Sheets, Text

SystemStatus = Literal["已落实", "部分落实", "未落实"]
Size = Literal["A2", "A3", "A4", "不干胶", "安全帽卡"]


class Authority(Record):
    """相关行业工程建设主管部门 (保障农民工工资支付条例 art 34)."""

    name: Annotated[Text, Field(alias="名称"), Entry("主管部门的名称", "建设局", public=True)]
    phone: Annotated[
        Phone | None,
        Field(alias="投诉电话"),
        Entry("对外公布的投诉电话；各工地相同的，写在 portal.yml 的「告示牌」里", "12345", public=True),
    ] = None


class Contractor(Record):
    """施工总承包单位 and its project department."""

    spread: ClassVar[bool] = True

    name: Annotated[
        Text, Field(alias="名称"), Entry("单位全称，与营业执照一致", "示例建设有限公司（虚构）", public=True)
    ]
    credit_code: Annotated[
        Code | None, Field(alias="统一社会信用代码"), Entry("18 位，照营业执照", "91000000MA00000157", public=True)
    ] = None
    code_confirmed: Annotated[
        Text | None,
        Field(alias="代码核对"),
        Entry("检查对代码有疑问、而代码确实无误的，写明怎样核对的", "已与营业执照原件核对，属早年试点代码"),
    ] = None
    department: Annotated[
        Text | None, Field(alias="项目部"), Entry("所在项目部的名称", "示例工程项目部（虚构）", public=True)
    ] = None


class Subcontractor(Record):
    """分包单位, with the trade that it took on."""

    name: Annotated[
        Text, Field(alias="名称"), Entry("单位全称，与营业执照一致", "示例劳务有限公司（虚构）", public=True)
    ]
    credit_code: Annotated[
        Code | None, Field(alias="统一社会信用代码"), Entry("18 位，照营业执照", "91000000MA00000157", public=True)
    ] = None
    code_confirmed: Annotated[
        Text | None,
        Field(alias="代码核对"),
        Entry("检查对代码有疑问、而代码确实无误的，写明怎样核对的", "已与营业执照原件核对，属早年试点代码"),
    ] = None
    trade: Annotated[Text | None, Field(alias="分包内容"), Entry("分包的工种或专业", "钢筋劳务", public=True)] = None


class Officer(Record):
    """劳资专管员: the article wants the officer made known; a telephone of his own he has to agree to."""

    name: Annotated[
        Text, Field(alias="姓名"), Entry("劳资专管员的姓名，法律要求在告示牌上写明", "虚构某甲", public=True)
    ]
    phone: Annotated[
        Phone | None,
        Field(alias="电话"),
        Entry("本人同意公布的电话，只印在工地的告示牌上；没有「说明」就不印", "666666", public=True),
    ] = None
    explanation: Annotated[
        Text | None, Field(alias="说明"), Entry("写了电话的，写明本人怎样同意的，不公开", "2026-03-02 签了同意书")
    ] = None


class Plan(Record):
    """计划: when the work is to begin and to end."""

    start: Annotated[Day | None, Field(alias="开工"), Entry("计划开工日期", "2026-03-01", public=True)] = None
    end: Annotated[Day | None, Field(alias="竣工"), Entry("计划竣工日期", "2027-12-31", public=True)] = None


class SystemState(Record):
    """How far one of the wage systems has got on this site."""

    name: Annotated[
        Text, Field(alias="名称"), Entry("portal.yml「六项制度」里的一项", "农民工工资专用账户", public=True)
    ]
    status: Annotated[SystemStatus, Field(alias="状态"), Entry("落实到什么程度", "已落实", public=True)]
    on: Annotated[Day | None, Field(alias="日期"), Entry("核查的日期", "2026-03-20", public=True)] = None
    evidence: Annotated[
        Text | None, Field(alias="佐证"), Entry("凭什么这样说：开户、保函、台账、照片的编号", "开户许可材料在卷")
    ] = None


class PosterAct(Record):
    """What became of the posters that bear the code."""

    on: Annotated[Day, Field(alias="日期"), Entry("这件事的日期", "2026-03-20", public=True)]
    note: Annotated[Text | None, Field(alias="备注"), Entry("内部备注，不公开", "贴在大门和宿舍")] = None


class PostersIssued(PosterAct):
    """印发: posters were handed over to the site."""

    kind: Annotated[Literal["印发"], Field(alias="事项")]
    size: Annotated[Size | None, Field(alias="规格"), Entry("印的是哪一种", "A3", public=True)] = None
    copies: Annotated[Sheets | None, Field(alias="数量"), Entry("印了多少张", "5张")] = None


class PostersRevoked(PosterAct):
    """撤销: the code is not used any more; its page says so from this day on."""

    kind: Annotated[Literal["撤销"], Field(alias="事项")]
    reason: Annotated[Text, Field(alias="理由"), Entry("为什么撤销，不公开", "工程竣工，海报已全部取下")]


Poster = Annotated[PostersIssued | PostersRevoked, Field(discriminator="kind")]


class Worksite(Record):
    """工地, as its file says it; the code is the file's name."""

    sample: Annotated[Flag, Field(alias="样例"), Entry("虚构的演示工地写 true", "true", public=True)] = False
    project: Annotated[Text, Field(alias="项目"), Entry("工程项目的全称", "虚构一期工程", public=True)]
    address: Annotated[
        Text | None, Field(alias="地址"), Entry("工地在哪里，工人看得懂的", "虚构路与样例街路口", public=True)
    ] = None
    town: Annotated[
        Text | None, Field(alias="镇街"), Entry("所在镇街，须是 portal.yml 里的一个", "甲镇", public=True)
    ] = None
    authorities: Annotated[
        tuple[Authority, ...],
        Field(alias="主管部门"),
        Entry("相关行业工程建设主管部门，可以有几个", "- {名称: 建设局}", public=True),
    ] = ()
    owner: Annotated[
        Text | None, Field(alias="建设单位"), Entry("建设单位全称", "示例置业有限公司（虚构）", public=True)
    ] = None
    contractor: Annotated[
        Contractor,
        Field(alias="施工总承包单位"),
        Entry("施工总承包单位和它的项目部", "{名称: 示例建设有限公司（虚构）}", public=True),
    ]
    subcontractors: Annotated[
        tuple[Subcontractor, ...],
        Field(alias="分包单位"),
        Entry("分包单位，一个一行", "- {名称: 示例劳务有限公司（虚构）, 分包内容: 钢筋劳务}", public=True),
    ] = ()
    none_subcontracted: Annotated[Flag, Field(alias="无分包"), Entry("确实没有分包的写 true", "true", public=True)] = (
        False
    )
    officer: Annotated[
        Officer | None, Field(alias="劳资专管员"), Entry("总包项目部的劳资专管员", "{姓名: 虚构某甲}", public=True)
    ] = None
    payday: Annotated[
        PayDayText | None, Field(alias="工资支付日"), Entry("每个月哪一天发工资", "每月25日", public=True)
    ] = None
    plan: Annotated[
        Plan | None,
        Field(alias="计划"),
        Entry("计划的开工和竣工日期", "{开工: 2026-03-01, 竣工: 2027-12-31}", public=True),
    ] = None
    systems: Annotated[
        tuple[SystemState, ...],
        Field(alias="六项制度"),
        Entry(
            "每项制度落实到什么程度",
            "- {名称: 维权信息公示, 状态: 已落实, 日期: 2026-03-20, 佐证: 照片在卷}",
            public=True,
        ),
    ] = ()
    posters: Annotated[
        tuple[Poster, ...],
        Field(alias="海报"),
        Entry("安薪码海报的印发和撤销", "- {日期: 2026-03-20, 事项: 印发, 规格: A3, 数量: 5张}", public=True),
    ] = ()
    note: Annotated[Text | None, Field(alias="备注"), Entry("内部备注，不公开", "与二期同一个项目部")] = None
    explanation: Annotated[
        Text | None,
        Field(alias="说明"),
        Entry("检查对这个工地提出警告而确有理由的，写明理由，不公开", "主管部门只有这一部手机对外"),
    ] = None
