"""A page on paper: black on white whatever the screen, nothing to press, nothing cut, and the number to call."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect

from tests.browser.test_pages import LAYOUT

pytestmark = pytest.mark.browser

SHEET: Final = ViewportSize(width=793, height=1122)
"""A4 in px: what a stylesheet asks for is the paper, margins and all."""
WIDTH: Final = 658
"""What is left between the margins."""
PAGES: Final = (
    *("", "disclosures/", "disclosures/yk-2025-0003/", "disclosures/2026/", "employers/91000000ma00000157/"),
    *("lessons/systems/01-real-name/", "tools/surcharge/", "Q/BL78A44F/", "data/", "help/tell/"),
)

# Boxes to tick stay on paper; so do the questions of a quiz, folded, as its answers would spoil it.
ON_PAPER: Final = """(width) => {
  document.body.style.width = `${width}px`;
  const range = document.createRange(), said = [], seen = (one) => one.checkVisibility();
  const pressed = "button, select, textarea, nav, form, input:not([type=checkbox], [type=radio])";
  document.querySelectorAll(pressed).forEach((one) => {
    if (seen(one)) said.push(`for screens: ${one.outerHTML.slice(0, 80)}`);
  });
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const holder = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || !seen(holder) || holder.closest("script, style")) continue;
    const rgb = getComputedStyle(holder).color.match(/\\d+/g).slice(0, 3).map(Number);
    if (Math.max(...rgb) > 110) said.push(`pale: ${walker.currentNode.data.trim().slice(0, 40)}`);
    range.selectNodeContents(walker.currentNode);
    if (range.getBoundingClientRect().right > width + 0.5) said.push(`cut: ${walker.currentNode.data.trim()}`);
  }
  document.querySelectorAll(".records thead").forEach((one) => {
    if (getComputedStyle(one).display !== "table-header-group") said.push("a list without its head on every sheet");
  });
  document.querySelectorAll(".records tbody tr").forEach((one) => {
    if (getComputedStyle(one).breakInside !== "avoid") said.push("a row may be cut");
  });
  return said;
}"""


@pytest.fixture(scope="module")
def sheet(browser: Browser, home: str) -> Iterator[Page]:
    """From a screen that is dark, with large letters."""
    context = browser.new_context(viewport=SHEET, color_scheme="dark", base_url=f"{home}/")
    context.add_init_script("localStorage.setItem('anxin-type', 'large')")
    page = context.new_page()
    page.emulate_media(media="print", color_scheme="dark")
    yield page
    context.close()


@pytest.mark.parametrize("path", PAGES)
def test_paper_is_for_reading(sheet: Page, path: str) -> None:
    sheet.goto(path)
    assert sheet.evaluate(ON_PAPER, WIDTH) == []
    assert sheet.evaluate(LAYOUT) == []
    expect(sheet.locator("a[href='tel:12345']:visible").first).to_contain_text("12345")


def test_a_case_says_where_it_stands(sheet: Page) -> None:
    """On paper no link can be followed: the address is written out."""
    sheet.goto("disclosures/yk-2025-0003/")
    expect(sheet.get_by_text("disclosures/yk-2025-0003/")).to_be_visible()


def test_the_questions_of_a_landing_page_leave_room_to_write(sheet: Page) -> None:
    sheet.goto("Q/BL78A44F/")
    expect(sheet.locator("#questions li:visible")).to_have_count(6)
    room = sheet.locator("#questions li").evaluate_all(
        "all => all.map((one) => parseFloat(getComputedStyle(one).paddingBottom))"
    )
    assert min(room) >= 16
