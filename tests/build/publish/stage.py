"""A city with a few public cases and the site that it would build, small enough to be published a hundred times."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Final

from generator import routes
from generator.build import manifest
from generator.build.publish.reasons import Today
from generator.build.publish.release import Act
from generator.disclosure.sweep import Sweeper, sweeper
from generator.pages.data.files import data_files
from generator.pages.data.table import table
from tests.casebook import TODAY, Casebook

ADDRESS: Final = "https://portal.example"
ACT: Final = Act("2026-11-01T08:00:00+08:00", "值班员")


def record(number: int, more: str = "") -> str:
    """A case that the bureau may show: a report about an invented firm."""
    return (
        f"单位: {{名称: 第{number}建设有限公司}}\n{more}"
        "公开:\n  - 依据: 媒体转载\n    来源: {名称: 报道, 日期: 2026-01-01}\n"
        "    批准: {岗位: 主任, 日期: 2026-01-02}\n"
    )


@dataclass
class Stage:
    """Records and the site made of them."""

    book: Casebook
    site: Path

    @classmethod
    def of(cls, root: Path, cases: int = 12) -> Stage:
        """A city with an address and that many public cases."""
        book = Casebook(root / "city")
        book.portal["网站"] = f"{{名称: 甲市安薪, 网址: '{ADDRESS}'}}"
        stage = cls(book, root / "site")
        for number in range(1, cases + 1):
            stage.write(number, record(number))
        return stage

    def write(self, number: int, text: str) -> None:
        """One case, in the place of what was there."""
        self.book.write(text, f"cases/2026/yk-2026-{number:04}.yml")

    def remove(self, number: int) -> None:
        """Take a record away altogether."""
        (self.book.root / f"cases/2026/yk-2026-{number:04}.yml").unlink()

    def today(self, day: date = TODAY) -> tuple[Today, Sweeper]:
        """What may be shown on a day, by the records as they are."""
        ledger, disclosed = self.book.ledger(day), self.book.disclosed(day)
        portal = ledger.portal.record
        look = sweeper(portal, disclosed.site, disclosed.names)
        return Today(day, portal, disclosed.site, table(disclosed.site)), look

    @cached_property
    def now(self) -> tuple[Today, Sweeper]:
        """The same for records that stay as they are."""
        return self.today()

    def build(self, day: date = TODAY, word: str = "首页", more: Mapping[str, bytes] | None = None) -> Path:
        """The open data of the site and one page, with their manifest."""
        site = self.book.disclosed(day).site
        files = {one.path: one for one in data_files(site, None)}
        kept = [path for path in files if path.startswith(f"{routes.API}cases/") or path == routes.INDEX]
        made = {path: files[path].render() for path in kept}
        made |= {"index.html": word.encode(), **(more or {})}
        self.put(made)
        return self.site

    def put(self, files: Mapping[str, bytes]) -> None:
        """Write a site and its manifest."""
        for path, data in files.items():
            (self.site / path).parent.mkdir(parents=True, exist_ok=True)
            (self.site / path).write_bytes(data)
        listed = {path: manifest.of_bytes(data, "") for path, data in files.items()}
        for old in [path for path in self.site.rglob("*") if path.is_file()]:
            if old.relative_to(self.site).as_posix() not in listed:
                old.unlink()
        (self.site / manifest.FILE).write_bytes(manifest.write(listed))

    def says(self, **changes: object) -> None:
        """Change what the site says of itself."""
        place = self.site / routes.INDEX
        said = {**json.loads(place.read_bytes()), **changes}
        files = {path: (self.site / path).read_bytes() for path in manifest.read(self.site)}
        self.put({**files, routes.INDEX: json.dumps(said).encode()})


def fewer() -> Act:
    """The same person, told to let cases go."""
    return replace(ACT, allow_fewer=True)
