"""Where the pages made by the code lead into a page of the editors, the place is there."""

from __future__ import annotations

import re
from pathlib import Path

import generator.pages

ROOT = Path(__file__).parents[2]
TEMPLATES = Path(generator.pages.__file__).parent / "templates"


def test_whoever_stands_on_a_wrong_page_is_led_to_what_to_do() -> None:
    """The foot of every page, and every case, lead to the part about mistakes, not to the terms before a listing."""
    doors = {path.name: re.findall(r"repair/#([a-z]+)", path.read_text("utf-8")) for path in TEMPLATES.glob("*.html")}
    assert {name: places for name, places in doors.items() if places} == {
        "case-remedies.html": ["mistake"],
        "footer.html": ["mistake"],
    }
    page = (ROOT / "content/pages/repair.md").read_text("utf-8")
    there = re.findall(r"\{ #([a-z]+) \}", page)
    assert set(re.findall(r"\(#([a-z]+)\)", page)) | {"mistake"} <= set(there)
