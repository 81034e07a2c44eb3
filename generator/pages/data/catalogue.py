"""What there is to download: each kind of file, what it is good for, its media type and its schema."""

from __future__ import annotations

from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import Final

from generator import routes


@dataclass(frozen=True, slots=True)
class FileKind:
    """One kind of file; `pattern` is its address, or its addresses with a `*`."""

    pattern: str
    title: str
    use: str
    """For whom, in one sentence."""
    media_type: str
    schema: str | None = None
    """The name of the schema that it is valid against."""
    further: str = ""
    """The addresses of further parts, with a `*`, where there is more than one file holds."""

    @property
    def single(self) -> bool:
        """True where there is one such file."""
        return "*" not in self.pattern


NO_LICENCE: Final = "许可待填写"
"""What stands where the bureau has not yet decided on a licence; none is ever made up."""

JSON: Final = "application/json"
ATOM: Final = "application/atom+xml"

FILES: Final = (
    FileKind(
        routes.CASES_XLSX,
        "案件表（Excel）",
        "用 Excel、WPS 打开，筛选、比对名单；第二张表解释各列；案件超过一万件的，其余各册也列在那里。",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        further=routes.cases_book(2).replace("2", "*"),
    ),
    FileKind(routes.CASES_CSV, "案件表（CSV）", "导入数据库和统计软件；一行一件案件。", "text/csv"),
    FileKind(
        routes.CASES_NDJSON,
        "全部记录（NDJSON）",
        "一行一件案件的完整记录，含经过和依据；适合程序逐行读。",
        "application/x-ndjson",
    ),
    FileKind(routes.CASES_JSON, "全部记录（JSON）", "同样的完整记录；每页一千件，next 是下一页。", JSON, "cases"),
    FileKind(
        f"{routes.API}cases-*.json",
        "全部记录（JSON）的后续各页",
        "从 cases.json 的 next 进入。",
        JSON,
        "cases",
    ),
    FileKind(routes.record("*"), "一件案件", "只要一件时用；案件没有变化，文件就没有变化。", JSON, "case"),
    FileKind(
        routes.EMPLOYERS_JSON, "单位（JSON）", "按单位合并的案件编号、依据和期限，供批量比对。", JSON, "employers"
    ),
    FileKind(routes.REMOVALS_JSON, "移出与更正（JSON）", "已停止公开的编号和理由，以及各项更正。", JSON, "removals"),
    FileKind(routes.INDEX, "索引（JSON）", "截至日期、下一次变化、各文件的大小和校验值。", JSON, "index"),
    FileKind(routes.RELEASES, "版本（JSON）", "现在和以前各版本的编号与摘要，供镜像使用。", JSON, "releases"),
    FileKind(routes.delta("*"), "增量（JSON）", "从以前的一个版本更新到现在，要写入和删除什么。", JSON, "delta"),
    FileKind(routes.FEED, "新公开的案件（Atom）", "在订阅软件里跟踪新公开和有变化的案件。", ATOM),
    FileKind(
        routes.REMOVALS_FEED, "移出与更正（Atom）", "同等重要：跟踪停止公开和更正，及时删除、改正您的副本。", ATOM
    ),
    FileKind(
        routes.SESSIONS_JSON,
        "宣讲场次（JSON）",
        "开工第一课、一月一村各场的时间、地点、内容、到场的单位数和人数。",
        JSON,
        "sessions",
    ),
    FileKind(routes.SESSIONS_FEED, "宣讲日历（iCalendar）", "在手机日历里订阅，改期、取消会跟着改。", "text/calendar"),
    FileKind(routes.DATAPACKAGE, "数据包说明", "Frictionless Data Package，数据工具据此识别各列。", JSON),
    FileKind(routes.schema("*"), "JSON Schema", "各种 JSON 文件的格式，供校验和生成代码。", "application/schema+json"),
    FileKind(routes.CHECKSUMS, "校验值", "各文件的 SHA-256，用 sha256sum -c 核对。", "text/plain"),
)
"""In the order in which readers need them."""


def kind_of(path: str) -> FileKind:
    """What a file is. Raises LookupError for one that is no open data."""
    for kind in FILES:
        if fnmatchcase(path, kind.pattern) or fnmatchcase(path, kind.further):
            return kind
    raise LookupError(f"no kind of open data: {path}")
