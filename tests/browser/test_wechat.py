"""An article pasted into an editor looks as it did: real Chromium, the real copy button, the real clipboard."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import Browser, Page, expect

from generator.pages.wechat.cases import case_post, month_post
from generator.pages.wechat.files import PREVIEW, files
from generator.pages.wechat.post import Post
from tests.pages.casebook import LISTED, PORTAL, SITE

BOX: Final = (
    *("background-color", "display", "margin-top", "margin-bottom", "margin-left", "padding-top", "padding-left"),
    *("border-left-width", "border-bottom-width", "border-top-style"),
)
"""Of those that an article sets; widths follow the room that an editor gives."""
LETTERS: Final = (*("color", "font-size", "font-weight", "line-height", "text-align", "text-indent"), *BOX)
"""The same for what holds text itself."""

EDITOR: Final = """<!doctype html><meta charset=utf-8><style>
  body { font: 17px/1.6 serif; color: #333 }
  p { margin: 9px 0 } td { padding: 3px }
  #editor { width: 640px; min-height: 50px; outline: 1px solid #ccc }
</style><div id=editor contenteditable></div>"""
"""An editor with habits of its own."""

# Text runs from left to right here, so `start` is `left`: Chromium drops what says nothing new.
READ: Final = """([root, box, letters]) => {
  const texts = [], walker = document.createTreeWalker(document.querySelector(root), NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const said = walker.currentNode.data.trim();
    if (!said) continue;
    const chain = [];
    for (let one = walker.currentNode.parentElement; one && !one.matches(root); one = one.parentElement) {
      if (!["SECTION", "P", "SPAN", "TD"].includes(one.tagName)) continue;
      const made = getComputedStyle(one), styles = one.tagName === "SECTION" ? box : letters;
      chain.push(one.tagName + " " + styles.map((name) => name + ":" + made.getPropertyValue(name)
        .replace(/^start$/, "left")).join(";"));
    }
    texts.push([said, ...chain]);
  }
  return texts;
}"""


def _month() -> Post:
    made = month_post(2026, 3, SITE)
    assert made
    return made


POSTS: Final = {"case": case_post(LISTED, PORTAL), "month": _month()}


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 720, "height": 900})
    yield context.new_page()
    context.close()


def _opened(page: Page, folder: Path, post: Post) -> None:
    for name, data in files(post).items():
        (folder / name).write_bytes(data)
    page.goto((folder / PREVIEW).as_uri())


@pytest.mark.parametrize("name", POSTS)
def test_a_pasted_article_keeps_its_look(name: str, page: Page, tmp_path: Path) -> None:
    failed: list[str] = []
    page.on("console", lambda message: failed.append(message.text) if message.type == "error" else None)
    _opened(page, tmp_path, POSTS[name])
    page.get_by_role("button", name="复制", exact=True).click()
    expect(page.get_by_role("status")).to_have_text("已复制正文，到公众号编辑器里粘贴。")
    before = page.evaluate(READ, ["#article", list(BOX), list(LETTERS)])
    editor = page.context.new_page()
    editor.set_content(EDITOR)
    editor.locator("#editor").click()
    editor.keyboard.press("Control+v")
    after = editor.evaluate(READ, ["#editor", list(BOX), list(LETTERS)])
    editor.screenshot(path=tmp_path / "pasted.png", full_page=True)
    assert len(before) >= 20
    assert after == before
    assert failed == []


def test_title_and_digest_are_copied_too(page: Page, tmp_path: Path) -> None:
    _opened(page, tmp_path, POSTS["case"])
    page.get_by_role("button", name="复制标题").click()
    expect(page.get_by_role("status")).to_have_text("已复制标题，到公众号编辑器里粘贴。")
    editor = page.context.new_page()
    editor.set_content(EDITOR)
    editor.locator("#editor").click()
    editor.keyboard.press("Control+v")
    expect(editor.locator("#editor")).to_have_text("公开一件案件（xg-2026-0001）")


def test_where_copying_is_refused_the_article_is_chosen(page: Page, tmp_path: Path) -> None:
    _opened(page, tmp_path, POSTS["case"])
    page.evaluate("document.execCommand = () => false")
    page.get_by_role("button", name="复制", exact=True).click()
    expect(page.get_by_role("status")).to_have_text("已选中正文，请按 Ctrl+C（苹果电脑按 ⌘C）复制。")
    assert "虚构甲建筑劳务有限公司" in page.evaluate("String(getSelection())")


@pytest.mark.parametrize("width", [360, 1280])
def test_the_preview_fits_its_screen(width: int, page: Page, tmp_path: Path) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    _opened(page, tmp_path, POSTS["month"])
    assert page.evaluate("document.documentElement.scrollWidth") == width
    assert page.evaluate("Array.from(document.images).every((one) => one.naturalWidth > 0)")
