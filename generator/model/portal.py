"""The city and its settings (`content/portal.yml`) and the numbers it has published (`content/figures.yml`)."""

from __future__ import annotations

from typing import Annotated, ClassVar, Final, Literal

from pydantic import Field

from generator.model.case import Report
from generator.model.record import Entry, Record
from generator.model.values import Amount, Day, DayCount, Days, FirmCount, Length, Phone, Text

SIX_SYSTEMS: Final = (
    "实名制管理",
    "人工费用拨付",
    "农民工工资专用账户",
    "总包代发工资",
    "工资保证金",
    "维权信息公示",
)
"""六项制度 where the city names no others: article 39 of 保障农民工工资支付条例 lists five, article 24 has one more."""


class City(Record):
    """The city that the portal speaks for."""

    name: Annotated[Text, Field(alias="名称"), Entry("城市全称", "某某市", public=True)]
    division: Annotated[Text, Field(alias="区划代码"), Entry("六位行政区划代码", "330000", public=True)]
    prefix: Annotated[
        Text, Field(alias="编号前缀", pattern="^[a-z]{2,6}$"), Entry("案件编号的前缀，小写字母", "yk", public=True)
    ]


class Publisher(Record):
    """主办单位 and what a government site must state about itself; what is unknown stays out and shows as 待填写."""

    name: Annotated[Text, Field(alias="名称"), Entry("主办单位全称", "某某市治欠办", public=True)]
    short: Annotated[Text, Field(alias="简称"), Entry("主办单位简称", "市治欠办", public=True)]
    operator: Annotated[Text | None, Field(alias="承办"), Entry("承办单位全称", "某某市劳动监察大队", public=True)] = (
        None
    )
    address: Annotated[Text | None, Field(alias="地址"), Entry("对外办公的地址", "（核实后填写）", public=True)] = None
    telephone: Annotated[
        Text | None, Field(alias="电话"), Entry("网站事务的办公电话，不是投诉热线", "（核实后填写）", public=True)
    ] = None
    email: Annotated[
        Text | None, Field(alias="邮箱"), Entry("网站事务的公用邮箱，不是个人邮箱", "（核实后填写）", public=True)
    ] = None
    icp: Annotated[Text | None, Field(alias="ICP备案号"), Entry("ICP 备案号", "（备案后填写）", public=True)] = None
    police: Annotated[Text | None, Field(alias="公安备案号"), Entry("公安备案号", "（备案后填写）", public=True)] = None
    site_code: Annotated[
        Text | None, Field(alias="网站标识码"), Entry("政府网站标识码", "（取得后填写）", public=True)
    ] = None


class Website(Record):
    """The site's name and address."""

    title: Annotated[Text, Field(alias="名称"), Entry("网站名称", "某某安薪", public=True)]
    address: Annotated[
        Text | None,
        Field(alias="网址", pattern=r"^https://[a-z0-9.-]+(/[a-z0-9/-]*[a-z0-9])?$"),
        Entry("以 https:// 开头，末尾不带斜线；没有域名就不写", "https://portal.example", public=True),
    ] = None
    licence: Annotated[
        Text | None,
        Field(alias="开放许可"),
        Entry("使用开放数据的许可；没有决定就不写，网站上显示「许可待填写」", "（决定后填写）", public=True),
    ] = None


class ComplaintChannel(Record):
    """One way to complain. A number that nobody has confirmed stays out."""

    name: Annotated[Text, Field(alias="名称"), Entry("渠道名称", "12345安薪热线", public=True)]
    kind: Annotated[
        Literal["电话", "二维码", "公众号", "小程序", "网址", "现场", "内部", "检查"],
        Field(alias="方式"),
        Entry("用什么方式；「内部」和「检查」不对外显示，「检查」不是投诉，不计投诉的期限", "电话", public=True),
    ]
    number: Annotated[Text | None, Field(alias="号码"), Entry("拨打的号码", "12345", public=True)] = None
    address: Annotated[Text | None, Field(alias="地址"), Entry("网址或地点", "https://portal.example", public=True)] = (
        None
    )
    note: Annotated[Text | None, Field(alias="说明"), Entry("一句话说明", "全天接听", public=True)] = None


class MinimumWage(Record):
    """最低工资 from a day on, with the document that sets it."""

    since: Annotated[Day, Field(alias="自"), Entry("施行日期", "2024-01-01", public=True)]
    monthly: Annotated[Amount, Field(alias="月"), Entry("月最低工资", "2260元", public=True)]
    hourly: Annotated[Amount, Field(alias="小时"), Entry("非全日制小时最低工资", "22元", public=True)]
    document: Annotated[Text, Field(alias="文件"), Entry("公布它的文件", "浙政发〔2024〕3号", public=True)]
    confirmed: Annotated[
        Literal["已核实", "待确认"], Field(alias="核实"), Entry("是否已由主管部门核实", "待确认", public=True)
    ]


class PenaltyTerms(Record):
    """How long a penalty is shown, by severity."""

    slight: Annotated[Length, Field(alias="轻微"), Entry("情节轻微", "3个月")]
    ordinary: Annotated[Length, Field(alias="一般"), Entry("情节一般", "12个月")]
    serious: Annotated[Length, Field(alias="严重"), Entry("情节严重", "36个月")]


class DisclosurePolicy(Record):
    """公开政策: the lengths that no national rule fixes for us; the bureau confirms them."""

    major: Annotated[Length, Field(alias="重大违法公布"), Entry("重大违法公布的时长", "36个月")]
    media: Annotated[Length, Field(alias="媒体转载"), Entry("媒体转载的时长", "36个月")]
    penalty: Annotated[PenaltyTerms, Field(alias="行政处罚"), Entry("行政处罚按情节的时长", "{轻微: 3个月}")]


class ServicePromise(Record):
    """服务承诺 (117): a promise of the city, not a legal limit."""

    receive: Annotated[DayCount, Field(alias="接收"), Entry("接到投诉之后多久接收", "1天")] = Days(1)
    contact: Annotated[DayCount, Field(alias="联系"), Entry("接收之后多久联系当事人", "1天")] = Days(1)
    finish: Annotated[DayCount, Field(alias="办结"), Entry("一般案件接到投诉之后多久办结", "7天")] = Days(7)


class LegalTerms(Record):
    """办理期限: lengths whose official text nobody has read yet; the bureau confirms them."""

    penalty: Annotated[DayCount, Field(alias="公示行政处罚"), Entry("处罚决定之后多久公示", "7个工作日")] = Days(
        7, working=True
    )
    review: Annotated[
        DayCount, Field(alias="核查重大违法异议"), Entry("收到对重大违法公布的异议之后多久核查", "15个工作日")
    ] = Days(15, working=True)
    correction: Annotated[
        DayCount, Field(alias="更正重大违法公布"), Entry("处理决定变更或撤销之后多久更正", "10个工作日")
    ] = Days(10, working=True)


class Publishing(Record):
    """发布: what `anxin publish` allows without asking."""

    spread: ClassVar[bool] = True

    share: Annotated[
        Text,
        Field(alias="案件最多减少", pattern=r"^(100|[1-9]?[0-9])%$"),
        Entry("新的一版比现在的少了多大比例的案件，就先不发布；到期停止公开的不算", "10%"),
    ] = "10%"

    @property
    def most_lost(self) -> int:
        """Percent of the cases shown now."""
        return int(self.share.removesuffix("%"))


class CalendarDay(Record):
    """One announced exception of the holiday calendar, for a year the library does not know yet."""

    on: Annotated[Day, Field(alias="日期"), Entry("放假或调休的日期", "2027-01-01")]
    kind: Annotated[Literal["休", "班"], Field(alias="安排"), Entry("休：放假；班：调休上班", "休")]


class Campaign(Record):
    """专项行动: a time in which the city settles what is open, week by week. The bureau sets its days."""

    name: Annotated[Text, Field(alias="名称"), Entry("行动的名称", "2026年冬季专项行动", public=True)]
    since: Annotated[Day, Field(alias="自"), Entry("第一天，按周统计就从这一天起", "2026-11-01", public=True)]
    until: Annotated[Day, Field(alias="至"), Entry("最后一天，冬季行动一般写除夕", "2027-02-05", public=True)]


class OutreachPlan(Record):
    """宣讲: whom 开工第一课 is to reach each year, as the bureau has set it; what it has not set stays out."""

    spread: ClassVar[bool] = True

    projects: Annotated[
        Text | None,
        Field(alias="工程项目", pattern=r"^(100|[1-9][0-9]?)%$"),
        Entry("每年要讲到的工程项目占多少", "100%", public=True),
    ] = None
    firms: Annotated[
        Text | None,
        Field(alias="其他企业", pattern=r"^(100|[1-9][0-9]?)%$"),
        Entry("每年要讲到的其他企业占多少", "90%", public=True),
    ] = None
    total: Annotated[
        FirmCount | None,
        Field(alias="其他企业总数"),
        Entry("其他企业一共有几家；没有核实就不写，覆盖率显示「未记录」", "1200家", public=True),
    ] = None
    source: Annotated[
        Text | None,
        Field(alias="总数说明"),
        Entry("总数从哪里来、截至哪一天", "市场监管局登记数，截至 2026-01-01", public=True),
    ] = None
    follow_up: Annotated[
        DayCount, Field(alias="跟进"), Entry("办过以后多久要补记人数，发现问题以后多久要跟进", "30天")
    ] = Days(30)


class AuthorityPhone(Record):
    """The complaint telephone of one authority, for every site that it oversees."""

    name: Annotated[Text, Field(alias="名称"), Entry("主管部门，与工地里写的一样", "建设局", public=True)]
    phone: Annotated[Phone, Field(alias="投诉电话"), Entry("对外公布的投诉电话", "12345", public=True)]


class Office(Record):
    """Where to go and whom to call for one remedy."""

    name: Annotated[Text, Field(alias="名称"), Entry("受理的机构", "某某市劳动人事争议仲裁院", public=True)]
    address: Annotated[Text | None, Field(alias="地址"), Entry("在哪里办", "某某路 1 号", public=True)] = None
    phone: Annotated[Phone | None, Field(alias="电话"), Entry("对外公布的电话", "12333", public=True)] = None


class Board(Record):
    """告示牌: what every 维权信息告示牌 of the city has to say alike (保障农民工工资支付条例 art 34)."""

    spread: ClassVar[bool] = True

    authorities: Annotated[
        tuple[AuthorityPhone, ...],
        Field(alias="主管部门"),
        Entry("各行业主管部门的投诉电话", "- {名称: 建设局, 投诉电话: '12345'}", public=True),
    ] = ()
    inspection: Annotated[
        Phone | None,
        Field(alias="劳动保障监察投诉电话"),
        Entry("劳动保障监察对外公布的投诉举报电话", "12333", public=True),
    ] = None
    arbitration: Annotated[
        Office | None,
        Field(alias="劳动争议调解仲裁"),
        Entry("申请劳动争议调解仲裁的渠道", "{名称: 某某市劳动人事争议仲裁院}", public=True),
    ] = None
    legal_aid: Annotated[
        Office | None, Field(alias="法律援助"), Entry("申请法律援助的渠道", "{名称: 某某市法律援助中心}", public=True)
    ] = None
    legal_service: Annotated[
        Phone | None, Field(alias="公共法律服务热线"), Entry("公共法律服务热线", "12348", public=True)
    ] = None


class Portal(Record):
    """content/portal.yml."""

    city: Annotated[City, Field(alias="城市"), Entry("城市", "{名称: 某某市}", public=True)]
    publisher: Annotated[Publisher, Field(alias="主办"), Entry("主办单位", "{名称: 某某市治欠办}", public=True)]
    website: Annotated[Website, Field(alias="网站"), Entry("网站", "{名称: 某某安薪}", public=True)]
    demonstration: Annotated[
        Day | None, Field(alias="演示截至日期"), Entry("只在演示时写；正式发布前删去", "2026-11-01", public=True)
    ] = None
    channels: Annotated[
        tuple[ComplaintChannel, ...],
        Field(alias="投诉渠道", min_length=1),
        Entry("按推荐的先后", "- {名称: …}", public=True),
    ]
    towns: Annotated[tuple[Text, ...], Field(alias="镇街", min_length=1), Entry("镇、街道、区", "[甲镇]", public=True)]
    departments: Annotated[
        tuple[Text, ...], Field(alias="部门"), Entry("参加分派和会办的部门", "[公安局, 建设局, 法院]")
    ] = ()
    wages: Annotated[
        tuple[MinimumWage, ...], Field(alias="最低工资"), Entry("按施行日期", "- {自: 2024-01-01}", public=True)
    ] = ()
    board: Annotated[
        Board,
        Field(alias="告示牌"),
        Entry("维权信息告示牌上各工地相同的内容", "{公共法律服务热线: '12348'}", public=True),
    ] = Board()
    systems: Annotated[
        tuple[Text, ...],
        Field(alias="六项制度", min_length=1),
        Entry("本市推行的工资支付制度，按次序", "[实名制管理, 农民工工资专用账户]", public=True),
    ] = SIX_SYSTEMS
    policy: Annotated[DisclosurePolicy, Field(alias="公开政策"), Entry("各依据公示多久", "{媒体转载: 36个月}")]
    promise: Annotated[
        ServicePromise, Field(alias="服务承诺"), Entry("117 办理机制", "{接收: 1天, 联系: 1天, 办结: 7天}")
    ] = ServicePromise()
    terms: Annotated[
        LegalTerms, Field(alias="办理期限"), Entry("待主管部门确认的期限", "{公示行政处罚: 7个工作日}")
    ] = LegalTerms()
    publishing: Annotated[Publishing, Field(alias="发布"), Entry("正式发布时的检查", "{案件最多减少: 10%}")] = (
        Publishing()
    )
    calendar: Annotated[
        tuple[CalendarDay, ...],
        Field(alias="节假日"),
        Entry("国务院已公布而软件还不知道的年份", "- {日期: 2027-01-01, 安排: 休}"),
    ] = ()
    campaigns: Annotated[
        tuple[Campaign, ...],
        Field(alias="专项行动"),
        Entry("专项行动的起止，数据页照此按周统计", "- {名称: 2026年冬季专项行动, 自: 2026-11-01}", public=True),
    ] = ()
    outreach: Annotated[
        OutreachPlan,
        Field(alias="宣讲"),
        Entry("开工第一课和一月一村的目标", "{工程项目: 100%, 其他企业: 90%}", public=True),
    ] = OutreachPlan()


class Figure(Record):
    """One number as its source words it."""

    label: Annotated[Text, Field(alias="名称"), Entry("这个数字是什么", "欠薪投诉", public=True)]
    value: Annotated[Text, Field(alias="数值"), Entry("照原文", "1万多", public=True)]
    unit: Annotated[Text, Field(alias="单位"), Entry("计量单位", "件", public=True)]
    period: Annotated[Text, Field(alias="统计期"), Entry("照原文", "截至报道时", public=True)]
    note: Annotated[Text | None, Field(alias="说明"), Entry("补充说明", "通过热线和安薪码", public=True)] = None
    topic: Annotated[Literal["宣讲"] | None, Field(alias="栏目"), Entry("还要显示在哪个栏目", "宣讲", public=True)] = (
        None
    )


class FigureSet(Record):
    """The numbers of one dated source."""

    source: Annotated[Report, Field(alias="来源"), Entry("出处", "{名称: …, 日期: 2023-12-21}", public=True)]
    figures: Annotated[tuple[Figure, ...], Field(alias="数字", min_length=1), Entry("数字", "- {名称: …}", public=True)]


class Figures(Record):
    """content/figures.yml."""

    sets: Annotated[tuple[FigureSet, ...], Field(alias="已公布数字"), Entry("按来源", "- {来源: …}", public=True)] = ()
