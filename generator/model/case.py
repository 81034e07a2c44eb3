"""案件: one employer, one matter, its dated events, and the decisions to disclose it."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from generator.model.basis import Basis
from generator.model.codes import Code, Registration
from generator.model.event import Event
from generator.model.record import Entry, Record
from generator.model.values import Amount, Day, Flag, Interval, People, Text

Subject = Literal["公司", "分公司", "合伙企业", "个体工商户", "无照单位", "自然人", "其他组织"]
Industry = Literal["工程建设", "制造业", "批发零售", "住宿餐饮", "居民服务", "交通运输", "农林牧渔", "其他"]
Violation = Literal[
    "拖欠工资",
    "克扣工资",
    "未存储工资保证金",
    "未设工资专用账户",
    "未实行实名制管理",
    "未设维权信息告示牌",
    "未按月足额支付工资",
    "未实行总包代发",
    "未提供工资清单",
    "未编制工资支付台账",
    "以实物或有价证券代替工资",
    "扣押银行卡",
    "未订立书面劳动合同",
    "不参加社会保险或不依法缴费",
    "违反工时和休息休假规定",
    "违反女职工和未成年工保护规定",
    "使用童工",
    "其他",
]


class Employer(Record):
    """被公开的用人单位. What is not known stays out of the file."""

    spread: ClassVar[bool] = True

    name: Annotated[
        Text, Field(alias="名称"), Entry("单位全称，与营业执照一致", "示例建设有限公司（虚构）", public=True)
    ]
    subject: Annotated[Subject, Field(alias="类型"), Entry("单位的类型，不写就是公司", "个体工商户", public=True)] = (
        "公司"
    )
    parent: Annotated[
        Text | None, Field(alias="总公司"), Entry("分公司所属的总公司全称", "示例建设集团有限公司（虚构）", public=True)
    ] = None
    credit_code: Annotated[
        Code | None, Field(alias="统一社会信用代码"), Entry("18 位，照营业执照", "91000000MA00000157", public=True)
    ] = None
    code_confirmed: Annotated[
        Text | None,
        Field(alias="代码核对"),
        Entry("检查对代码有疑问、而代码确实无误的，写明怎样核对的", "已与营业执照原件核对，属早年试点代码"),
    ] = None
    registration: Annotated[
        Registration | None,
        Field(alias="注册号"),
        Entry("没有信用代码时的 15 位注册号", "330000000000001", public=True),
    ] = None
    address: Annotated[
        Text | None, Field(alias="地址"), Entry("单位登记的地址，不是个人住址", "虚构路 1 号", public=True)
    ] = None
    representative: Annotated[
        Text | None, Field(alias="法定代表人"), Entry("法定代表人、主要负责人或经营者姓名", "虚构某甲", public=True)
    ] = None


class Arrears(Record):
    """欠薪: how many people, how much, for which months; each may be unknown."""

    people: Annotated[People | None, Field(alias="人数"), Entry("涉及人数", "159名", public=True)] = None
    amount: Annotated[Amount | None, Field(alias="金额"), Entry("拖欠金额", "171.8122万元", public=True)] = None
    period: Annotated[Interval | None, Field(alias="期间"), Entry("拖欠的月份", "2021-08 至 2022-08", public=True)] = (
        None
    )


class Approval(Record):
    """批准: who, by post and not by name, decided to disclose, and when."""

    post: Annotated[Text, Field(alias="岗位"), Entry("批准人的岗位，不写姓名", "治欠办主任")]
    on: Annotated[Day, Field(alias="日期"), Entry("批准公开的日期", "2026-04-01")]
    explanation: Annotated[
        Text | None, Field(alias="说明"), Entry("确实晚于公开期限的，写明理由，不公开", "等待上级审核")
    ] = None


class DisclosureBase(Record):
    """A decision to disclose on one basis; without its approval nothing is shown."""

    approval: Annotated[
        Approval | None, Field(alias="批准"), Entry("没有批准就不公开", "{岗位: 治欠办主任, 日期: 2026-04-01}")
    ] = None


class ListingDisclosure(DisclosureBase):
    """公开失信联合惩戒名单 (45号令 art 9)."""

    basis: Annotated[Literal[Basis.LISTING], Field(alias="依据")]


class MajorDisclosure(DisclosureBase):
    """公布重大劳动保障违法行为 (29号令)."""

    basis: Annotated[Literal[Basis.MAJOR], Field(alias="依据")]
    category: Annotated[
        Literal[
            "克扣或无故拖欠劳动报酬",
            "拒不支付劳动报酬移送司法",
            "不参加社会保险或不依法缴费",
            "违反工时和休息休假规定",
            "违反女职工和未成年工保护规定",
            "使用童工",
            "造成严重不良社会影响",
            "其他重大违法",
        ],
        Field(alias="类别"),
        Entry("属于哪一类重大违法行为", "克扣或无故拖欠劳动报酬", public=True),
    ]


class PenaltyDisclosure(DisclosureBase):
    """公开行政处罚决定 (行政处罚法 art 48)."""

    basis: Annotated[Literal[Basis.PENALTY], Field(alias="依据")]


class Report(Record):
    """The report that a reprint stands on."""

    title: Annotated[Text, Field(alias="名称"), Entry("报道的名称", "融媒报道《…》", public=True)]
    on: Annotated[Day, Field(alias="日期"), Entry("报道日期", "2023-12-21", public=True)]


class MediaDisclosure(DisclosureBase):
    """媒体转载: nothing beyond what the report says."""

    basis: Annotated[Literal[Basis.MEDIA], Field(alias="依据")]
    source: Annotated[
        Report | None, Field(alias="来源"), Entry("报道", "{名称: 融媒报道《…》, 日期: 2023-12-21}", public=True)
    ] = None
    quoted: Annotated[
        Text | None, Field(alias="报道所述"), Entry("报道写明、但没有日期和文号的处理结果", "行政处罚", public=True)
    ] = None


Disclosure = Annotated[
    ListingDisclosure | MajorDisclosure | PenaltyDisclosure | MediaDisclosure, Field(discriminator="basis")
]


class Case(Record):
    """案件, as its file says it; the number is the file's name."""

    sample: Annotated[Flag, Field(alias="样例"), Entry("虚构的演示案件写 true", "true", public=True)] = False
    employer: Annotated[
        Employer, Field(alias="单位"), Entry("被公开的用人单位", "{名称: 示例建设有限公司}", public=True)
    ]
    industry: Annotated[Industry | None, Field(alias="行业"), Entry("所属行业", "工程建设", public=True)] = None
    town: Annotated[
        Text | None, Field(alias="镇街"), Entry("所在镇街，须是 portal.yml 里的一个", "甲镇", public=True)
    ] = None
    project: Annotated[Text | None, Field(alias="项目"), Entry("工程项目名称", "虚构一期工程", public=True)] = None
    violations: Annotated[
        tuple[Violation, ...], Field(alias="违法行为"), Entry("违法行为，可以有几项", "[拖欠工资]", public=True)
    ] = ()
    arrears: Annotated[
        Arrears | None, Field(alias="欠薪"), Entry("人数、金额、期间", "{人数: 159名, 金额: 171.8122万元}", public=True)
    ] = None
    facts: Annotated[
        Text | None,
        Field(alias="违法事实"),
        Entry("主要违法事实，不写劳动者姓名", "拖欠工资，经责令逾期未支付。", public=True),
    ] = None
    note: Annotated[Text | None, Field(alias="备注"), Entry("内部备注，不公开", "与另案合并办理")] = None
    explanation: Annotated[
        Text | None,
        Field(alias="说明"),
        Entry("检查对整件案件提出警告而确有理由的，写明理由，不公开", "编号早已公开，不再改动"),
    ] = None
    checked: Annotated[
        Day | None,
        Field(alias="核对"),
        Entry("最近一次与原件核对的日期，写了就显示在案件页面上", "2026-10-15", public=True),
    ] = None
    events: Annotated[
        tuple[Event, ...],
        Field(alias="经过"),
        Entry("每件事一行：日期、事项和该事项的内容", "- {日期: 2026-03-01, 事项: 立案}"),
    ] = ()
    disclosures: Annotated[
        tuple[Disclosure, ...], Field(alias="公开"), Entry("每个公开依据一项；没有这一项就不公开", "- {依据: 行政处罚}")
    ] = ()
