"""Hand-outs of a site: offered beside the lessons, swept, and made again only when a text that they print differs."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

from generator.build.site import Refused
from generator.disclosure.sweep import CANARY, Leak
from tests.build.test_posters import attempt
from tests.build.test_site import tree
from tests.build.town import change
from tests.cli.anxin import anxin

LESSON: Final = "content/pages/lessons/workers/01-contract.md"
FOLDER: Final = "lessons/handouts"


def planned(root: Path) -> list[str]:
    return [line for line in anxin("build", "--root", root, "--plan").stdout.split("\n") if FOLDER in line]


def test_every_file_is_offered_once_with_its_pages_and_only_what_prints_a_change_is_made_again(city: Path) -> None:
    page = (city / "site/lessons/index.html").read_text("utf-8")
    offered = re.findall(
        r'<a href="\.\./(lessons/handouts/[^"]+)">([^<]+)</a>（PDF，([^，]+)，(\d+)页，(\d+) kB）', page
    )
    assert [(name, size, count) for _, name, size, count, _ in offered] == [
        ("工友折页", "A4", "2"),
        ("六项制度核对单", "A4", "2"),
        ("工资支付十条", "A4", "1"),
        ("工友课件", "16：9", "83"),
        ("企业课件", "16：9", "99"),
        ("六项制度课件", "16：9", "57"),
        ("劳资专管员课件", "16：9", "43"),
    ]
    assert sorted(path for path, *_ in offered) == sorted(
        path.relative_to(city / "site").as_posix() for path in (city / "site" / FOLDER).iterdir()
    )
    assert {path: -(-(city / "site" / path).stat().st_size // 1000) for path, *_ in offered} == {
        path: int(kilobytes) for path, *_, kilobytes in offered
    }
    assert "现在都是样张" in page
    assert planned(city) == []
    change(city, LESSON, "书面合同，最晚在", "书面的合同，最晚在")
    assert planned(city) == [], "what explains is not printed"
    change(city, LESSON, "2. 合同自己拿一份。", "2. 合同自己收一份。")
    assert planned(city) == [f"~ {FOLDER}/deck-workers.pdf", f"~ {FOLDER}/leaflet-workers.pdf"]
    change(city, "content/pages/firms/ten.md", "约定的那天发", "说好的那天发")
    assert f"~ {FOLDER}/rules-firms.pdf" in planned(city)


def test_what_is_wrong_is_shown_where_it_stands(city: Path) -> None:
    change(city, LESSON, "2. 合同自己拿一份。", "2. 合同\U0001f3d7自己拿一份。")
    refused = attempt(city)
    assert isinstance(refused, Refused)
    line = (city / LESSON).read_text("utf-8").split("\n").index("2. 合同\U0001f3d7自己拿一份。") + 1
    assert [(one.span.file, one.span.line, one.span.column, one.code, one.message) for one in refused.problems] == [
        (LESSON, line, 6, "V105", "讲义的字体里没有「\U0001f3d7」这个字，印出来是方框")
    ]


def test_a_case_too_long_for_its_slide_names_the_lesson(city: Path) -> None:
    before = tree(city / "site")
    change(city, LESSON, "厂里补签了。", "厂里补签了。" * 200)
    refused = attempt(city)
    assert isinstance(refused, Refused)
    assert [(one.span.file, one.code, one.message.partition("：")[0]) for one in refused.problems] == [
        (LESSON, "V106", "工友课件没有通过核对")
    ]
    assert tree(city / "site") == before


def test_a_hand_out_that_says_what_is_not_public_refuses_the_site(city: Path) -> None:
    change(city, LESSON, "厂里补签了。", f"厂里补签了{CANARY}。")
    refused = attempt(city)
    assert isinstance(refused, Refused)
    assert Leak(f"{FOLDER}/deck-workers.pdf", "未公开或已停止公开的名称") in refused.leaks
