"""The posters that lie beside landing pages: made by the build, proven, swept, and made again only when they differ."""

from __future__ import annotations

import re
import shutil
from datetime import date
from pathlib import Path
from typing import Final

import pytest

from generator.build.site import Place, Prepared, Refused, build, prepare
from generator.disclosure import pdf
from generator.disclosure.site import disclose_all
from generator.disclosure.sweep import CANARY, Leak
from generator.ledger import fold
from generator.posters.proof import Failure, Page, Reading, prove
from generator.records.load import WORKSITES, load
from tests.build.conftest import built
from tests.build.town import change, copied, settle, shipped
from tests.cli.anxin import anxin

CODE: Final = "DLAXU75E"
REVOKED: Final = "RC3F0X5J"
RECORD: Final = f"{WORKSITES}/{CODE}.yml"
FILE: Final = f"Q/{CODE}/{CODE}-A4.pdf"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A town with two of the shipped worksites, one of them revoked, and its site; only to be read."""
    folder = settle(tmp_path_factory.mktemp("posters") / "city")
    shutil.rmtree(folder / WORKSITES)
    return built(shipped(folder, RECORD, f"{WORKSITES}/{REVOKED}.yml"))


@pytest.fixture
def root(made: Path, tmp_path: Path) -> Path:
    """A copy that was never built."""
    return copied(made, tmp_path / "city")


@pytest.fixture
def standing(made: Path, tmp_path: Path) -> Path:
    """A copy with its site."""
    return copied(made, tmp_path / "city", "site")


def printed(site: Path) -> dict[str, bytes]:
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in sorted((site / "Q").rglob("*.pdf"))}


def planned(root: Path) -> list[str]:
    return [line for line in anxin("build", "--root", root, "--plan").stdout.split("\n") if "Q/" in line]


def attempt(root: Path) -> Refused | Prepared:
    """A build in this process, into a folder that is not there yet."""
    records = load(root)
    assert records.portal
    disclosed = disclose_all(fold(records, records.portal, date(2026, 11, 1)))
    prepared = prepare(disclosed, root, root / "site")
    if isinstance(prepared, Refused):
        return prepared
    made = build(prepared, records.portal.record, Place(root / "site"), 1)
    return made if isinstance(made, Refused) else prepared


def test_every_page_offers_the_file_beside_it_and_says_how_large_it_is(made: Path) -> None:
    files = printed(made / "site")
    offered = {}
    for page in sorted((made / "site/Q").rglob("index.html")):
        for name, words in re.findall(r'<a href="([^"]+\.pdf)">([^<]+)</a>', page.read_text("utf-8")):
            offered[(page.parent / name).relative_to(made / "site").as_posix()] = words
    whose = {path: "全市通用的" if "city" in path else "这个工地的" for path in files}
    assert offered == {
        path: f"下载{whose[path]}海报（A4，PDF，{-(-len(data) // 1000)} kB）" for path, data in files.items()
    }
    assert {path.parent.name for path in (made / "site/Q").glob("*/index.html")} - {REVOKED} == {
        Path(path).parent.name for path in files if "city" not in path
    }


def test_only_a_poster_that_differs_is_made_again(standing: Path) -> None:
    before = printed(standing / "site")
    change(standing, RECORD, "工资支付日: 每月", "工资支付日: 次月")
    assert planned(standing) == [f"~ Q/{CODE}/index.html"], "the page shows it, the poster does not"
    change(standing, RECORD, "项目: 虚构", "项目: 虚构改名")
    assert planned(standing) == [f"~ {FILE}", f"~ Q/{CODE}/index.html"]
    assert anxin("build", "--root", standing).returncode == 0
    after = printed(standing / "site")
    assert [path for path in after if after[path] != before[path]] == [FILE]


def test_a_day_later_no_poster_differs(root: Path, made: Path) -> None:
    assert anxin("build", "--root", root, "--as-of", "2026-11-02", "--jobs", "2").returncode == 0
    assert printed(root / "site") == printed(made / "site")


def test_a_revoked_code_offers_no_poster_any_more(standing: Path) -> None:
    record = standing / RECORD
    record.write_text(
        f"{record.read_text('utf-8').rstrip()}\n  - {{日期: 2026-10-01, 事项: 撤销, 理由: 工程竣工}}\n",
        encoding="utf-8",
    )
    assert anxin("build", "--root", standing).returncode == 0
    assert FILE not in printed(standing / "site")
    assert ".pdf" not in (standing / f"site/Q/{CODE}/index.html").read_text("utf-8")


def test_a_character_that_cannot_be_printed_is_shown_where_it_stands(root: Path) -> None:
    change(root, RECORD, "项目: 虚构", "项目: 虚构\U0001f3d7")
    done = anxin("build", "--root", root)
    line = (
        (root / RECORD)
        .read_text("utf-8")
        .split("\n")
        .index(next(line for line in (root / RECORD).read_text("utf-8").split("\n") if "\U0001f3d7" in line))
    )
    assert f"{RECORD}:{line + 1}:7: 错误 V105: 海报的字体里没有「\U0001f3d7」这个字，印出来是方框" in done.stderr
    assert done.returncode == 1
    assert not (root / "site").exists()


def test_a_poster_that_does_not_read_back_stops_the_build_and_keeps_the_old_site(
    standing: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = printed(standing / "site")

    def spoiled(data: bytes, pages: tuple[Page, ...]) -> tuple[tuple[Reading, ...], tuple[Failure, ...]]:
        if CODE in getattr(pages[0][0], "address", ""):
            return (), (Failure(1, "二维码在「褪色」之后读不出来"),)
        return prove(data, pages)

    monkeypatch.setattr("generator.posters.batch.prove", spoiled)
    change(standing, RECORD, "项目: 虚构", "项目: 虚构改名")
    refused = attempt(standing)
    assert isinstance(refused, Refused)
    assert [(one.span.file, one.code, one.message) for one in refused.problems] == [
        (RECORD, "V106", "海报没有通过核对：二维码在「褪色」之后读不出来")
    ]
    assert printed(standing / "site") == before


def test_what_stays_inside_a_worksite_is_in_no_poster(root: Path) -> None:
    """A canary in every private text: evidence, notes, reasons, credit codes aside."""
    for record in (root / "content/worksites").glob("*.yml"):
        text = record.read_text("utf-8")
        record.write_text(re.sub(r"(佐证|理由): [^,}\n]+", rf"\1: {CANARY}", text), encoding="utf-8")
    done = anxin("build", "--root", root)
    assert done.returncode == 0, done.stdout + done.stderr
    said = "".join(text for data in printed(root / "site").values() for text in pdf.texts(data))
    assert "虚构" in said
    assert CANARY not in said


def test_a_poster_that_says_what_is_not_public_refuses_the_site(root: Path) -> None:
    change(root, RECORD, "项目: 虚构", f"项目: 虚构{CANARY}")
    refused = attempt(root)
    assert isinstance(refused, Refused)
    assert Leak(FILE, "未公开或已停止公开的名称") in refused.leaks
    assert not (root / "site").exists()
