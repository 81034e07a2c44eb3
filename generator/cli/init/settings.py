"""The settings of a new portal: what was asked, what is the same everywhere, and what waits to be filled in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from generator.cli.modeline import modeline
from generator.model.portal import Figures, Portal
from generator.records import layout
from generator.records.encode import Plain
from generator.records.load import FIGURES, PORTAL


@dataclass(frozen=True, slots=True)
class City:
    """What nobody can know but the city itself."""

    name: str
    division: str
    """Six digits."""
    prefix: str
    publisher: str
    short: str
    title: str
    towns: tuple[str, ...]


_CHANNELS: Final[tuple[dict[str, Plain], ...]] = (
    {"名称": "12345热线", "方式": "电话", "号码": "12345", "说明": "欠薪先打这个电话；政府派单处理，不收费"},
    {"名称": "安薪码", "方式": "二维码", "说明": "扫工地上的安薪码反映问题"},
    {"名称": "人社服务热线", "方式": "电话", "号码": "12333", "说明": "问政策、问工资、问社保"},
    {"名称": "公共法律服务热线", "方式": "电话", "号码": "12348", "说明": "免费法律咨询，申请法律援助"},
    {"名称": "工会维权热线", "方式": "电话", "号码": "12351", "说明": "请工会帮忙"},
    {"名称": "全国平台", "方式": "小程序", "说明": "国务院客户端小程序里的「欠薪线索投诉」"},
    {"名称": "来访", "方式": "内部"},
    {"名称": "来访或来电", "方式": "内部"},
    {"名称": "110", "方式": "内部"},
    {"名称": "检查发现", "方式": "检查"},
    {"名称": "部门移交", "方式": "内部"},
)
"""National numbers and ways; whatever is the city's own it adds itself."""

_TO_DO: Final = """\
# 城市、主办单位、渠道和公开政策。改这里，不改程序。还要补上的：
#   主办：承办、地址、电话、邮箱（办公的），ICP备案号、公安备案号、网站标识码；
#   网站：网址，以 https:// 开头，没有它不能正式发布；开放许可；
#   投诉渠道：本市自己的渠道；
#   部门：参加分派和会办的部门；
#   最低工资：本市适用的一档，写明文件，例如 - {自: 2024-01-01, 月: 2260元, 小时: 22元, 文件: 文号, 核实: 待确认}；
#   告示牌：主管部门和监察、仲裁、法律援助的电话和地址。
# 公开政策里的时长只是起点，由主管部门确认；失信名单的三年由法规定，不在这里。
"""


def portal_text(city: City) -> str:
    """content/portal.yml."""
    penalty: dict[str, Plain] = {"轻微": "3个月", "一般": "12个月", "严重": "36个月"}
    plain: dict[str, Plain] = {
        "城市": {"名称": city.name, "区划代码": city.division, "编号前缀": city.prefix},
        "主办": {"名称": city.publisher, "简称": city.short},
        "网站": {"名称": city.title},
        "投诉渠道": list(_CHANNELS),
        "镇街": list(city.towns),
        "告示牌": {"公共法律服务热线": "12348"},
        "公开政策": {"重大违法公布": "36个月", "媒体转载": "36个月", "行政处罚": penalty},
    }
    return f"{modeline(PORTAL)}\n{_TO_DO}{layout.text(Portal, plain)}"


def figures_text() -> str:
    """content/figures.yml: nothing has been published yet."""
    return f"{modeline(FIGURES)}\n{layout.text(Figures, {'已公布数字': []})}"
