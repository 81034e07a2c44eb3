"""The laws, regulations and rules that rules, messages and pages cite, each with how far we have read it."""

from __future__ import annotations

from datetime import date
from typing import Final

from generator.law.articles.law import Certainty, Law

_SPRING_2025: Final = "2025年4月"
_AUTUMN_2026: Final = "2026年9月"

WAGES: Final = Law(
    "wages",
    "保障农民工工资支付条例",
    date(2020, 5, 1),
    issued="2019年12月30日公布，国务院令第724号",
    seen=_AUTUMN_2026,
    short=("工资支付条例",),
)
ORDER45: Final = Law(
    "order45",
    "拖欠农民工工资失信联合惩戒对象名单管理暂行办法",
    date(2022, 1, 1),
    issued="2021年11月10日公布，人力资源社会保障部令第45号",
    seen=_AUTUMN_2026,
    short=("名单办法",),
)
ORDER29: Final = Law(
    "order29",
    "重大劳动保障违法行为社会公布办法",
    date(2017, 1, 1),
    Certainty.UNCONFIRMED,
    issued="2016年9月1日公布，人力资源社会保障部令第29号",
    remark="全文没有核对到，下面的内容和条号来自第二手材料。",
)
PENALTY: Final = Law(
    "penalty",
    "行政处罚法",
    date(2021, 7, 15),
    issued="1996年3月17日通过，2021年1月22日修订",
    seen=_SPRING_2025,
)
INSPECTION: Final = Law(
    "inspection",
    "劳动保障监察条例",
    date(2004, 12, 1),
    issued="2004年11月1日公布，国务院令第423号",
    seen=_SPRING_2025,
)
ZHEJIANG_INSPECTION: Final = Law(
    "zj-inspection",
    "浙江省劳动保障监察条例",
    date(2005, 7, 1),
    issued="2005年4月14日通过，2020年9月24日修正",
    seen=_AUTUMN_2026,
)
DISCLOSURE: Final = Law(
    "disclosure",
    "政府信息公开条例",
    date(2019, 5, 15),
    issued="2007年4月5日公布，2019年4月3日修订，国务院令第711号",
    seen=_SPRING_2025,
)
CRIMINAL: Final = Law("criminal", "刑法", date(1997, 10, 1), seen=_SPRING_2025)
CIVIL: Final = Law("civil", "民法典", date(2021, 1, 1), seen=_SPRING_2025)
PERSONAL: Final = Law("personal", "个人信息保护法", date(2021, 11, 1), issued="2021年8月20日通过", seen=_SPRING_2025)
CONTRACT: Final = Law(
    "contract",
    "劳动合同法",
    date(2008, 1, 1),
    issued="2007年6月29日通过，2012年12月28日修正",
    seen=_SPRING_2025,
)
REVIEW: Final = Law("review", "行政复议法", date(2024, 1, 1), seen=_SPRING_2025)
LITIGATION: Final = Law("litigation", "行政诉讼法", date(2017, 7, 1), seen=_SPRING_2025)
ORDER36: Final = Law(
    "order36",
    "信用修复管理办法",
    date(2026, 4, 1),
    Certainty.UNCONFIRMED,
    issued="2025年11月20日公布，国家发展改革委令第36号",
    remark="条文没有核对到。它的最短公示期和名单办法的6个月怎样衔接，没有定论，申请以前先问承办部门。",
)
ZHEJIANG_CREDIT: Final = Law(
    "zj-credit",
    "浙江省公共信用信息管理条例",
    date(2018, 1, 1),
    issued="2017年9月30日通过",
    seen=_SPRING_2025,
    remark="核对的是2017年的文本，后来有没有修改没有核对。",
)
ARBITRATION: Final = Law(
    "arbitration", "劳动争议调解仲裁法", date(2008, 5, 1), issued="2007年12月29日通过", seen=_SPRING_2025
)
LEGAL_AID: Final = Law("legal-aid", "法律援助法", date(2022, 1, 1), issued="2021年8月20日通过", seen=_SPRING_2025)
LABOUR: Final = Law(
    "labour",
    "劳动法",
    date(1995, 1, 1),
    issued="1994年7月5日通过，2018年12月29日第二次修正",
    seen=_SPRING_2025,
    remark="第八十二条的60日仲裁期限，已经由《劳动争议调解仲裁法》第二十七条改为一年。",
)
PAYMENT: Final = Law(
    "payment",
    "工资支付暂行规定",
    date(1995, 1, 1),
    issued="1994年12月6日印发，劳部发〔1994〕489号",
    seen=_SPRING_2025,
)
MINIMUM: Final = Law("minimum", "最低工资规定", date(2004, 3, 1), seen=_AUTUMN_2026)
ARREARS_CRIME: Final = Law(
    "arrears-crime",
    "最高人民法院关于审理拒不支付劳动报酬刑事案件适用法律若干问题的解释",
    date(2013, 1, 23),
    issued="2013年1月16日公布，法释〔2013〕3号",
    seen=_SPRING_2025,
    remark="第三条的数额，浙江省定在幅度里的哪一点，没有核对到。",
)
COURT_2025: Final = Law(
    "court-2025",
    "最高人民法院关于审理劳动争议案件适用法律问题的解释（二）",
    date(2025, 9, 1),
    issued="法释〔2025〕12号",
    seen=_AUTUMN_2026,
)
ZHEJIANG_ARBITRATION: Final = Law(
    "zj-arbitration",
    "浙江省劳动人事争议调解仲裁条例",
    date(2016, 1, 1),
    issued="2015年12月4日通过，2020年9月24日修正",
    seen=_SPRING_2025,
)
CIVIL_PROCEDURE: Final = Law("civil-procedure", "民事诉讼法", date(2024, 1, 1), issued="2023年修正", seen=_SPRING_2025)
DEPOSITS: Final = Law(
    "deposits",
    "工程建设领域农民工工资保证金规定",
    date(2021, 11, 1),
    Certainty.UNCONFIRMED,
    issued="人社部发〔2021〕65号",
    remark="条文没有核对到，存多少、多久存，以主管部门的答复为准。",
)
ACCOUNTS: Final = Law(
    "accounts",
    "工程建设领域农民工工资专用账户管理暂行办法",
    date(2021, 7, 7),
    Certainty.UNCONFIRMED,
    issued="2021年7月7日印发，人社部发〔2021〕53号",
    remark="条文没有核对到，多久开户，以主管部门的答复为准。",
)

LAWS: Final = (
    *(WAGES, CONTRACT, LABOUR, PAYMENT, MINIMUM),
    *(INSPECTION, ZHEJIANG_INSPECTION, ARBITRATION, ZHEJIANG_ARBITRATION, CIVIL_PROCEDURE, LEGAL_AID, COURT_2025),
    *(CRIMINAL, ARREARS_CRIME, ORDER45, ORDER29, ORDER36, ZHEJIANG_CREDIT),
    *(PENALTY, REVIEW, LITIGATION, DISCLOSURE, PERSONAL, CIVIL, DEPOSITS, ACCOUNTS),
)
"""In the order in which people need them: what a worker is owed, how to get it, what follows, what binds the bureau."""
