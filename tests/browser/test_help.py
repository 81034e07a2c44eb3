"""我被欠薪了 on an old phone: one question a page, the next step within three screens, the hotline in reach."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

WIDTH: Final = 360
HEIGHT: Final = 640
SCREENS: Final = 3
PAGES: Final = sorted(path.stem for path in (Path(__file__).parents[2] / "content/pages/help").glob("*.md"))
_NEXT: Final = ".lesson-turn a"


@pytest.mark.parametrize("name", ["", *(f"{page}/" for page in PAGES)])
def test_the_next_step_is_within_three_screens(browser: Browser, served: str, name: str) -> None:
    page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT}, java_script_enabled=False)
    page.goto(f"{served}/live/help/{name}")
    boxes = [link.bounding_box() for link in page.locator(_NEXT).all()]
    assert len(boxes) == 2
    assert all(box and box["height"] >= 44 and box["y"] + box["height"] <= SCREENS * HEIGHT for box in boxes)
    assert page.locator(".bar a[href^='tel:']").is_visible()
    page.close()


def test_every_page_can_be_walked_to_without_a_script(browser: Browser, served: str) -> None:
    page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT}, java_script_enabled=False)
    page.goto(f"{served}/live/help/")
    walked = []
    page.click(f"{_NEXT} >> nth=0")
    while "/help/" in page.url and page.url not in walked:
        walked.append(page.url)
        page.click(f"{_NEXT} >> nth=0")
    page.close()
    names = [url.rstrip("/").rpartition("/")[2] for url in walked]
    steps = [
        "site",
        "contract",
        "proof",
        "tell",
        "after",
        "refuse",
        "arbitration",
        "deadline",
        "cost",
        "avoid",
        "phone",
    ]
    assert names == steps


@pytest.mark.parametrize("script", [True, False])
def test_a_citation_leads_to_its_article_and_shows_it(browser: Browser, served: str, *, script: bool) -> None:
    page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT}, java_script_enabled=script)
    page.goto(f"{served}/live/help/refuse/")
    page.click("text=《劳动合同法》第八十五条")
    page.wait_for_url("**/laws/#contract-85")
    page.wait_for_timeout(300)
    box = page.locator("#contract-85").bounding_box()
    assert box
    assert 50 <= box["y"] <= HEIGHT / 2
    assert "50%到100%" in page.locator("#contract-85").inner_text()
    page.close()
