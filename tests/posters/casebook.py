"""Worksites of every shape that print has to cope with, all invented."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Final

from generator.disclosure.public import PublicWorksite, Slot

LONGEST: Final = "虚构东南沿海经济开发区高端装备产业园三期标准厂房及附属设施建设工程施工总承包一标段"
"""40 characters, as long as real project names get."""


def slots(*values: tuple[str, ...]) -> tuple[Slot, ...]:
    """The 13 of article 34; empty ones are unfilled."""
    labels = (
        *("建设单位", "施工总承包单位", "施工总承包单位项目部", "分包单位", "相关行业工程建设主管部门", "劳资专管员"),
        *("当地最低工资标准", "工资支付日期"),
        *("相关行业工程建设主管部门投诉举报电话", "劳动保障监察投诉举报电话", "劳动争议调解仲裁申请渠道"),
        *("法律援助申请渠道", "公共法律服务热线"),
    )
    given = (*values, *[()] * (len(labels) - len(values)))
    return tuple(Slot(label, said, bool(said), on_site=False) for label, said in zip(labels, given, strict=True))


PLAIN: Final = PublicWorksite(
    code="K7M3P2Q8",
    printed="K7M3-P2Q8",
    sample=False,
    project="虚构花园二期",
    address="虚构路与样例街路口",
    town="甲镇",
    owner="虚构置业有限公司",
    contractor="虚构建设集团有限公司",
    department="虚构花园项目部",
    authorities=(("建设局", None),),
    payday="每月25日",
    start=date(2026, 3, 1),
    end=date(2027, 12, 31),
    systems=(),
    slots=slots(
        ("虚构置业有限公司",),
        ("虚构建设集团有限公司",),
        ("虚构花园项目部",),
        ("虚构甲劳务有限公司（钢筋）", "虚构乙劳务有限公司（木工）"),
        ("建设局",),
        ("虚构某甲",),
        ("每月 2260元", "非全日制每小时 22元"),
        ("每月25日",),
        ("建设局：666666",),
        ("666667",),
        ("虚构市劳动人事争议仲裁委员会",),
        ("虚构市法律援助中心",),
        ("12348",),
    ),
    issued=None,
)

LONG: Final = replace(
    PLAIN,
    code="A2345678",
    printed="A234-5678",
    project=LONGEST,
    slots=slots(
        (LONGEST,),
        (LONGEST,),
        (LONGEST,),
        tuple(f"虚构第{number}号建筑劳务分包有限责任公司（钢筋、木工、泥工）" for number in range(1, 31)),
        ("住房和城乡建设局", "交通运输局", "水务局"),
        ("虚构某甲", "666666"),
    ),
)
BARE: Final = replace(PLAIN, code="B2345679", printed="B234-5679", project="甲", town=None, slots=slots())
INVENTED: Final = replace(PLAIN, code="C2345671", printed="C234-5671", sample=True, town="乙镇")

SITES: Final = (PLAIN, LONG, BARE, INVENTED)
