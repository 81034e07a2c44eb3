"""One page of every kind, found among all that were built: narrow and wide, light and dark, with and without scripts.

The audit is our own, of what a machine can see for sure; contrast is measured in `tests/pages/test_design.py`.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final, Literal, NamedTuple

import pytest
from playwright.sync_api import Browser, ViewportSize

pytestmark = pytest.mark.browser

KINDS: Final = 40
"""At least so many: fewer, and some are lost."""

AUDIT: Final = """() => {
  const said = [], all = (what) => [...document.querySelectorAll(what)];
  const seen = (one) => one.checkVisibility() && !one.closest("[aria-hidden=true]");
  const named = (one) => (one.getAttribute("aria-label") || one.textContent || one.title || "").trim()
    || [...one.querySelectorAll("img[alt]")].some((image) => image.alt);
  const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth;
  if (wide > 0) said.push(`${wide} px too wide`);
  if (document.documentElement.lang !== "zh-CN") said.push("no language");
  if (!document.title.trim()) said.push("no title");
  if (all("h1").filter(seen).length !== 1) said.push("not one h1");
  if (all("main").length !== 1) said.push("not one main");
  let level = 0;
  for (const one of all("h1, h2, h3, h4").filter(seen)) {
    const at = Number(one.tagName[1]);
    if (at > level + 1) said.push(`heading leaps: ${one.textContent.trim()}`);
    level = at;
  }
  const ids = all("[id]").map((one) => one.id);
  ids.filter((id, at) => ids.indexOf(id) !== at).forEach((id) => said.push(`twice: #${id}`));
  for (const name of ["for", "aria-labelledby", "aria-describedby", "aria-controls"])
    for (const one of all(`[${name}]`))
      for (const id of one.getAttribute(name).split(" "))
        if (!document.getElementById(id)) said.push(`${name} leads nowhere: ${id}`);
  all("a, button, summary").filter(seen).filter((one) => !named(one))
    .forEach((one) => said.push(`no name: ${one.outerHTML}`));
  all("input:not([type=hidden]), select, textarea").filter(seen)
    .filter((one) => !one.labels.length && !one.getAttribute("aria-label"))
    .forEach((one) => said.push(`no label: ${one.outerHTML}`));
  all("img:not([alt])").forEach((one) => said.push(`no alt: ${one.src}`));
  all("nav:not([aria-label])").forEach(() => said.push("a nav without a name"));
  all("a[href^='#']").filter((one) => !document.getElementById(decodeURIComponent(one.hash.slice(1))))
    .forEach((one) => said.push(`leads nowhere: ${one.hash}`));
  return said;
}"""


ALIKE: Final = re.compile(
    r"((?:help|employers|outreach|Q|lookup|lookup/towns|disclosures/(?:towns|industries|bulletins))/)[^/]+/$"
    r"|(lessons/[a-z]+/)[0-9][^/]*/$|(disclosures/)[0-9]+/$|(disclosures/xg-)[0-9-]+/$"
)
"""Steps, lessons and records: what one of them shows, the others show, too."""


class Reader(NamedTuple):
    """Who looks at the pages."""

    width: int
    colours: Literal["light", "dark"]
    scripts: bool


READERS: Final = (
    Reader(360, "light", scripts=True),
    Reader(1280, "dark", scripts=True),
    Reader(320, "dark", scripts=False),
)


def kinds(listed: list[str]) -> list[str]:
    """Every page, but of those that are alike the first."""
    first: dict[str, str] = {}
    for address in sorted(listed):
        alike = ALIKE.match(address)
        first.setdefault(alike.expand(r"\1\2\3\4*") if alike else address, address)
    return sorted(first.values())


def test_one_of_every_kind() -> None:
    listed = ["", "help/", "help/a/", "help/b/", "lessons/", "lessons/w/", "lessons/w/01-a/", "lessons/w/02-b/"]
    listed += [
        "data/a/",
        "data/b/",
        "disclosures/2025/",
        "disclosures/xg-1/",
        "disclosures/xg-2/",
        "disclosures/towns/a/",
    ]
    assert kinds(listed) == [
        *("", "data/a/", "data/b/", "disclosures/2025/", "disclosures/towns/a/", "disclosures/xg-1/"),
        *("help/", "help/a/", "lessons/", "lessons/w/", "lessons/w/01-a/"),
    ]


@pytest.mark.parametrize("reader", READERS, ids=["phone", "desk", "no script"])
def test_every_kind_of_page_is_sound(browser: Browser, built: Path, served: str, reader: Reader) -> None:
    context = browser.new_context(
        viewport=ViewportSize(width=reader.width, height=640),
        color_scheme=reader.colours,
        java_script_enabled=reader.scripts,
    )
    page = context.new_page()
    said: list[tuple[str, str]] = []
    page.on("console", lambda message: said.append((page.url, message.text)))
    page.on("pageerror", lambda error: said.append((page.url, str(error))))
    page.on("response", lambda answer: said.append((page.url, answer.url)) if answer.status >= 400 else None)
    folders = [path.parent.relative_to(built / "demo").as_posix() for path in built.glob("demo/**/index.html")]
    walked = kinds([f"{folder}/".removeprefix("./") for folder in folders])
    for address in walked:
        page.goto(f"{served}/demo/{address}")
        said += [(address, complaint) for complaint in page.evaluate(AUDIT)]
    context.close()
    assert said == []
    assert len(walked) >= KINDS


def test_the_audit_sees_what_is_wrong(browser: Browser) -> None:
    page = browser.new_page(viewport=ViewportSize(width=320, height=640))
    page.set_content(
        "<!doctype html><h2>一</h2><h4>二</h4><nav></nav><p id=a></p><p id=a></p><a href=x></a><a href='#b'>三</a>"
        "<input><img src='data:,'><div aria-labelledby=c style='width: 900px'>四</div>"
    )
    said = page.evaluate(AUDIT)
    page.close()
    assert [one.partition(":")[0] for one in said] == [
        *("588 px too wide", "no language", "no title", "not one h1", "not one main", "heading leaps", "heading leaps"),
        *("twice", "aria-labelledby leads nowhere", "no name", "no label", "no alt", "a nav without a name"),
        "leads nowhere",
    ]
