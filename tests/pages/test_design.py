"""The visual language as numbers: contrast, sizes, tokens, weight. `docs/design.md` is what these numbers mean."""

from __future__ import annotations

import gzip
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Final

import pytest

from generator.pages.engine import Frames
from generator.pages.plan import plan
from generator.pages.render import render
from tests.pages.casebook import SITE

ROOT: Final = Path(__file__).parents[2]
CSS: Final = (ROOT / "generator/pages/theme/assets/portal.css").read_text("utf-8")
DESIGN: Final = (ROOT / "docs/design.md").read_text("utf-8")

TEXT: Final = 4.5
"""WCAG 2.2, 1.4.3."""
CONTROL: Final = 3.0
"""WCAG 2.2, 1.4.11."""
PAIRS: Final = (
    *((front, back, TEXT) for front in ("ink", "soft", "teal") for back in ("paper", "card", "wash")),
    *(("paper", "teal", TEXT), ("on-red", "red", TEXT), ("on-red", "red-deep", TEXT)),
    *(("red-text", "card", TEXT), ("red-text", "paper", TEXT), ("edge", "card", CONTROL), ("edge", "paper", CONTROL)),
)
SMALLEST: Final = 0.82
LARGE: Final = 1.375
"""What the large view multiplies everything by."""


def tokens(selector: str) -> dict[str, str]:
    """The custom properties that the first rule of this selector sets."""
    block = CSS[CSS.index(f"{selector} {{") :].partition("}")[0]
    return dict(re.findall(r"--([a-z0-9-]+): ([^;]+);", block))


LIGHT: Final = tokens(":root")
DARK: Final = tokens(':root[data-scheme="dark"]')


def luminance(colour: str) -> float:
    digits = colour.removeprefix("#")
    digits = digits if len(digits) == 6 else "".join(one * 2 for one in digits)
    parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def test_contrast_is_measured_as_wcag_does() -> None:
    assert round(contrast("#000", "#ffffff"), 2) == 21
    assert round(contrast("#777777", "#fff"), 2) == 4.48


@pytest.mark.parametrize("scheme", [LIGHT, LIGHT | DARK], ids=["light", "dark"])
def test_everything_can_be_read(scheme: Mapping[str, str]) -> None:
    weak = [(front, back) for front, back, least in PAIRS if contrast(scheme[front], scheme[back]) < least]
    assert weak == []


def test_dark_is_the_same_whether_the_system_or_the_reader_chose_it() -> None:
    assert tokens(':root:not([data-scheme="light"])') == DARK
    assert DARK.keys() <= LIGHT.keys()


def test_no_colour_but_a_token() -> None:
    declared = re.sub(r"--[a-z0-9-]+: [^;]+;", "", CSS)
    assert set(re.findall(r"#[0-9a-f]{3,8}\b|rgba?\(|hsla?\(", declared)) == {"#000"}, "print alone is black"


def test_no_text_is_smaller_than_the_smallest_token() -> None:
    """And the smallest, in the large view, has 18 px."""
    sizes = [float(size) for size in re.findall(r"(?:font-size|--text-[a-z0-9]+): ([\d.]+)rem", CSS)]
    assert min(sizes) == SMALLEST
    assert f"font-size: {LARGE:.1%}".replace(".50%", ".5%") in CSS
    assert SMALLEST * LARGE * 16 >= 18


OTHERWISE: Final = {
    "137.5%": "the large view, of which all tokens are parts",
    "100%": "paper knows no large view",
    "10.5pt": "paper",
    "9pt": "paper",
    "max(.92em, var(--text-xs))": "keys of data, which stand among text of any size",
    "inherit": "keys of data in a block that has its size",
}
"""Sizes that are no token, and why."""


def test_every_size_of_text_is_a_token() -> None:
    sizes = set(re.findall(r"font-size: ([^;]+);", CSS))
    assert {size for size in sizes if not re.fullmatch(r"var\(--text-[a-z0-9]+\)", size)} == OTHERWISE.keys()


def test_what_is_touched_grows_with_the_large_view() -> None:
    """44 px is written once, so that the large view can make it 52."""
    assert re.findall(r"[a-z-]+: 44px", CSS) == ["--touch: 44px"]


def test_a_part_is_one_kind_of_element() -> None:
    """Two parts that shared a class have twice broken a page: `.bar`, header and chart; `.ways`, doors and lists."""
    found: dict[str, set[str]] = {"bar": set(), "ways": set(), "doors": set(), "shelf": set(), "call": set()}
    for template in sorted((ROOT / "generator/pages").rglob("*.html")):
        for tag, names in re.findall(r'<([a-z]+)[^<>]*? class="([a-z -]+)"', template.read_text("utf-8")):
            for name in found.keys() & set(names.split()):
                found[name].add(tag)
    assert found == {"bar": {"div"}, "ways": {"ul"}, "doors": set(), "shelf": {"ul"}, "call": {"a", "p"}}


def test_every_token_is_used_and_written_down() -> None:
    used = set(re.findall(r"var\(--([a-z0-9-]+)\)", CSS))
    assert used == LIGHT.keys()
    assert [token for token in sorted(LIGHT) if f"`--{token}`" not in DESIGN] == []


def test_a_first_view_is_light(frames: Frames) -> None:
    """HTML, stylesheets, scripts and icon that a page asks for, as they travel together."""
    files = {page.path: render(page, frames) for page in plan(SITE, frames)}
    weight = {path: len(gzip.compress(data)) for path, data in files.items()}
    pages = {path: weight[path] + own(data, weight) for path, data in files.items() if path.endswith(".html")}
    assert pages.pop("laws/index.html") <= 36_000, "what 426 articles say, which is read and not passed by"
    assert weight["assets/portal.css"] <= 9_000
    assert max(pages.values()) <= 30_000


def own(page: bytes, weight: Mapping[str, int]) -> int:
    """What the assets weigh that a page names."""
    return sum(weight[path] for path in set(re.findall(r"assets/[a-z-]+\.[a-z]+", page.decode())))
