"""`anxin posters` as the bureau runs it, on the shipped worksites; and a second reader that has nothing of ours."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
from collections import Counter
from pathlib import Path

import pytest

from tests.cli.anxin import anxin

SHIPPED = Path(__file__).parents[2]
COPIES = {"贴纸": 8, "安全帽卡": 10, "核对单": 2}
DOTS = {"A4": (150, 200, 100), "A3": (72, 100), "A2": (72, 100)}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A copy of the shipped records."""
    for name in ("content", "cases"):
        shutil.copytree(SHIPPED / name, tmp_path / "city" / name)
    return tmp_path / "city"


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Everything of every shipped site."""
    out = tmp_path_factory.mktemp("print") / "posters"
    done = anxin("posters", "--root", SHIPPED, "--out", out)
    assert (done.returncode, done.stderr) == (0, ""), done.stdout + done.stderr
    return out


def files(out: Path) -> list[str]:
    return sorted(path.relative_to(out).as_posix() for path in out.rglob("*") if path.is_file())


def listed(out: Path) -> list[dict[str, object]]:
    entries: list[dict[str, object]] = json.loads((out / "manifest.json").read_bytes())["files"]
    return entries


def test_the_list_holds_every_file_as_it_is(printed: Path) -> None:
    found = {name: hashlib.sha256((printed / name).read_bytes()).hexdigest() for name in files(printed)}
    pdfs = {name: digest for name, digest in found.items() if name.endswith(".pdf")}
    assert {str(entry["path"]): entry["sha256"] for entry in listed(printed)} == pdfs
    assert all(entry["specimen"] for entry in listed(printed))
    assert len(pdfs) >= 4 * 8 + 3


def test_a_second_reader_reads_every_code_too(printed: Path, tmp_path: Path) -> None:
    """ZBar on what poppler draws: neither the reader nor the drawing is the one that the proof uses."""
    if not (shutil.which("zbarimg") and shutil.which("pdftoppm")):
        assert os.environ.get("CI") != "true", "no zbarimg or pdftoppm"
        pytest.skip("no zbarimg or pdftoppm")
    for entry in listed(printed):
        codes = entry["codes"]
        assert isinstance(codes, list)
        expected = Counter({code["address"]: COPIES.get(str(entry["product"]), 1) for code in codes})
        # Where a pixel falls on the edge of a module, one reading in a hundred goes wrong: a phone would move.
        # Of a hand-out, the first page holds the code; slides are a hundred.
        pages = ["-l", "1"] if entry["product"] in {"折页", "课件"} else []
        dots = DOTS.get(str(entry["size"]), DOTS["A3"])
        found = (zbar(printed / str(entry["path"]), tmp_path, one, pages) for one in dots)
        assert any(one == expected for one in found), entry["path"]


def zbar(file: Path, folder: Path, dots: int, pages: list[str]) -> Counter[str]:
    """What ZBar reads on the pages of a file, drawn with so many dots to an inch."""
    draw = ["pdftoppm", "-r", str(dots), *pages, "-gray", "-png", str(file), str(folder / "page")]
    subprocess.run(draw, check=True)
    pictures = sorted(folder.glob("page*.png"))
    read = ["zbarimg", "--quiet", "--raw", "-Sdisable", "-Sqrcode.enable", *map(str, pictures)]
    said = subprocess.run(read, capture_output=True, text=True, check=False).stdout.split()
    for picture in pictures:
        picture.unlink()
    return Counter(said)


def test_same_records_same_bytes_in_any_number_of_processes(printed: Path, root: Path, tmp_path: Path) -> None:
    call = ["posters", "--root", root, "--out", tmp_path / "again", "--product", "海报", "--jobs", "1"]
    assert anxin(*map(str, call), PYTHONHASHSEED="7", TZ="America/New_York").returncode == 0
    again = {entry["path"]: entry["sha256"] for entry in listed(tmp_path / "again")}
    before = {entry["path"]: entry["sha256"] for entry in listed(printed)}
    assert again.items() <= before.items()


def test_one_site_however_its_code_is_typed(root: Path, tmp_path: Path) -> None:
    code = next((root / "content/worksites").glob("*.yml")).stem
    typed = f"{code[:4].lower()}－{code[4:].lower()}"
    done = anxin("posters", "--root", root, "--out", tmp_path / "one", "--worksite", typed, "--product", "贴纸")
    if "已撤销" in done.stderr:
        assert done.returncode == 2
        return
    assert done.returncode == 0, done.stderr
    assert [str(entry["path"]).rpartition("/")[2] for entry in listed(tmp_path / "one")] == [f"{code}-贴纸-A4.pdf"]


@pytest.mark.parametrize(
    ("words", "status", "said"),
    [
        (("--worksite", "K7M3"), 2, "不是 8 位"),
        (("--town", "月球镇"), 2, "「月球镇」没有登记在用的工地。"),
        (("--product", "贴纸", "--size", "A2"), 2, "没有这种纸张"),
        (("--since", "2099-01-01"), 2, "没有这样的工地。"),
        (("--product", "传单"), 2, "--product"),
    ],
)
def test_a_wrong_call_is_answered_and_makes_nothing(
    root: Path, tmp_path: Path, words: tuple[str, ...], status: int, said: str
) -> None:
    done = anxin("posters", "--root", root, "--out", tmp_path / "none", *words)
    assert (done.returncode, said in done.stderr, (tmp_path / "none").exists()) == (status, True, False), done.stderr


def test_a_broken_record_or_an_unprintable_name_keeps_the_old_files(root: Path, tmp_path: Path) -> None:
    out = tmp_path / "kept"
    call = ("posters", "--root", root, "--out", out, "--product", "安全帽卡")
    assert anxin(*call).returncode == 0
    before = {name: (out / name).read_bytes() for name in files(out)}
    site = next(
        path for path in sorted((root / "content/worksites").glob("*.yml")) if "撤销" not in path.read_text("utf-8")
    )
    sound = site.read_text("utf-8")
    site.write_text(sound.replace("虚构", "虚构\U0001f3d7", 1), "utf-8")
    done = anxin(*call)
    assert (done.returncode, "字库没有，印不出来" in done.stderr) == (3, True), done.stderr
    site.write_text(sound.replace("项目:", "项木:", 1), "utf-8")
    assert anxin(*call).returncode == 1
    assert {name: (out / name).read_bytes() for name in files(out)} == before


def test_a_folder_with_other_things_in_it_is_left_alone(root: Path, tmp_path: Path) -> None:
    (tmp_path / "desk").mkdir()
    (tmp_path / "desk/letter.txt").write_text("别删我", "utf-8")
    done = anxin("posters", "--root", root, "--out", tmp_path / "desk", "--product", "安全帽卡")
    assert (done.returncode, files(tmp_path / "desk")) == (3, ["letter.txt"])
    assert "里有别的文件" in done.stderr
