"""The shipped city with a canary in every private field, had or not; and its pages without a site engine."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Mapping
from itertools import count
from pathlib import Path
from typing import Final

from generator.disclosure.sweep import CANARY
from generator.model import catalogue
from generator.model.case import Case
from generator.model.outreach import Outreach
from generator.model.portal import Portal
from generator.model.record import Record
from generator.model.worksite import Worksite
from generator.pages.engine import Frames
from generator.pages.frame import Frame, parse
from generator.records import yaml
from generator.records.encode import Plain, said
from tests.architecture.source import ROOT

AS_OF: Final = "2026-11-01"
FOLDERS: Final[Mapping[str, type[Record]]] = {
    "cases": Case,
    "content/worksites": Worksite,
    "content/outreach": Outreach,
}
LISTED: Final = frozenset({"渠道", "承办", "部门", "已告知"})
"""Words of a list in portal.yml: a text of one's own is refused there."""
ONLY_WHERE_ASKED: Final = frozenset({"代码核对"})
OFFICE: Final = "虚构内部承办局"
"""Who has a matter in hand: for the staff to know, and for nobody else."""
WITHHELD: Final = {
    "cases/2026/yk-2026-0901.yml": f"单位: {{名称: 虚构{CANARY}未决定公司, 法定代表人: 虚构{CANARY}人}}\n样例: true\n"
    f"违法事实: {CANARY}事实。\n经过: [{{日期: 2026-10-20, 事项: 立案, 备注: {CANARY}}}]\n",
    "cases/2026/yk-2026-0902.yml": f"单位: {{名称: 虚构{CANARY}未公开公司}}\n样例: true\n项目: 虚构{CANARY}工程\n",
    "cases/2020/yk-2020-0903.yml": f"单位: {{名称: 虚构{CANARY}已到期公司}}\n样例: true\n公开:\n"
    f"  - {{依据: 媒体转载, 来源: {{名称: {CANARY}报, 日期: 2020-10-20}}, "
    "批准: {岗位: 治欠办主任, 日期: 2020-10-21}}\n",
}
"""Cases of which the public knows nothing, or no longer anything: every word of them is private."""


def city(root: Path) -> int:
    """Write it; how many canaries there are."""
    planted = count()
    for folder, model in FOLDERS.items():
        for file in sorted((ROOT / folder).rglob("*.yml")):
            poured(model, file, root, planted)
    poured(Portal, ROOT / "content/portal.yml", root, planted)
    for name in ("content/figures.yml", "content/worksites/issued.txt"):
        if (ROOT / name).exists():
            (root / name).write_bytes((ROOT / name).read_bytes())
    for name, text in WITHHELD.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(f"# {CANARY}{next(planted)}\n{text}", "utf-8")
    (root / "content/pages").symlink_to(ROOT / "content/pages")
    (root / "mkdocs.yml").symlink_to(ROOT / "mkdocs.yml")
    return next(planted) + sum(text.count(CANARY) for text in WITHHELD.values())


def poured(model: type[Record], file: Path, root: Path, planted: count[int]) -> None:
    """One record of the shipped ones: a canary in each private text and in a comment."""
    node, _ = yaml.read(file.read_bytes(), file.name)
    assert node
    data = said(node)
    if model is Portal:
        listed = data["部门"]
        assert isinstance(listed, list)
        listed.append(OFFICE)
    else:
        poison(model, data, planted)
    target = root / file.relative_to(ROOT)
    target.parent.mkdir(parents=True, exist_ok=True)
    text = json.dumps(data, ensure_ascii=False, indent=1)
    target.write_text(f"# {CANARY}{next(planted)}\n{text}\n", "utf-8")


def poison(model: type[Record], data: dict[str, Plain], planted: count[int]) -> None:
    """A canary in every private text that the mapping has or might have."""
    for key, info in catalogue.fields(model).items():
        entry, kinds = catalogue.entry(info), catalogue.kinds(info)
        value = data.get(key)
        for inner in value if isinstance(value, list) else [value]:
            if isinstance(inner, dict):
                candidates = [item for kind in kinds for item in (kind, *catalogue.items(kind))]
                found = catalogue.member(candidates, dict(inner))
                assert found, key
                poison(found, inner, planted)
        if entry and not entry.public and str in kinds and not catalogue.choices(info.annotation):
            if key == "承办":
                data[key] = OFFICE
            elif key not in LISTED and (key not in ONLY_WHERE_ASKED or key in data):
                data[key] = f"虚构{CANARY}{next(planted)}号"


def frames() -> Frames:
    """Every editorial page in the barest frame: what an engine would add holds no record."""
    found = [_bare(path) for path in sorted((ROOT / "content/pages").rglob("*.md"))]
    moulds = tuple(one for one in found if one.source.rpartition("/")[2].startswith("_"))
    return Frames(tuple(one for one in found if one not in moulds), moulds, ())


def _bare(path: Path) -> Frame:
    source = path.relative_to(ROOT / "content/pages").as_posix()
    folder, _, name = source.removesuffix(".md").rpartition("/")
    parts = [part for part in (folder, "" if name == "index" else name) if part]
    text = path.read_text("utf-8")
    page = f"<html><head><title>页</title><meta name='description' content='页'></head><body>{text}</body></html>"
    return parse(source, "".join(f"{part}/" for part in parts), page, {})


def git(root: Path, *words: str) -> str:
    call = ["git", "-C", str(root), "-c", f"user.name={CANARY}", "-c", "user.email=a@portal.example", *words]
    return subprocess.run(call, capture_output=True, text=True, check=True).stdout
