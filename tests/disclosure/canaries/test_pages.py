"""What an editor writes into pages by hand is swept too: front matter, text, addresses, names and insides of files."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

import pytest

from tests.cli.anxin import anxin
from tests.disclosure.canaries.birds import FORMS, PRIVATE, forms
from tests.disclosure.canaries.packed import PACKINGS
from tests.faults import city

Written = Callable[[str], str]

TEXTS: Final[Mapping[str, Written]] = {
    "title": lambda text: f'---\ntitle: "{text}"\ndescription: 页\n---\n\n# 页\n',
    "description": lambda text: f'---\ntitle: 页\ndescription: "{text}"\n---\n\n# 页\n',
    "heading": lambda text: f"# {text}\n",
    "paragraph": lambda text: f"# 页\n\n据查，{text}。\n",
    "comment": lambda text: f"# 页\n\n<!-- {text} -->\n",
    "bold in the middle": lambda text: f"# 页\n\n据查，{text[:4]}**{text[4:]}**。\n",
    "code": lambda text: f"# 页\n\n```text\n{text}\n```\n",
    "cell": lambda text: f"# 页\n\n| 甲 | 乙 |\n|---|---|\n| 1 | {text} |\n",
    "title of a link": lambda text: f'# 页\n\n[甲](index.md "{text}")\n',
    "picture without a picture": lambda text: f"# 页\n\n![{text}](https://portal.example/x.png)\n",
    "address": lambda text: f"# 页\n\n[甲](https://portal.example/?q={text.replace(' ', '')})\n",
    "attribute": lambda text: f'# 页\n\n<span data-x="{text}">甲</span>\n',
    "reference": lambda text: "# 页\n\n" + "".join(f"&#{ord(sign)};" for sign in text) + "\n",
    "full width": lambda text: f"# 页\n\n{FORMS['full width'](text)}\n",
}
"""Where a text of a page may stand."""
KINDS: Final = sorted(PRIVATE)


def planted(root: Path, turn: int) -> tuple[set[str], list[str]]:
    """Write a page for each place and a file for each packing, each with another fact; what is to be found in them."""
    found, secrets = set(), []
    for at, written in enumerate(TEXTS.values()):
        secret = PRIVATE[KINDS[(at + turn) % len(KINDS)]]
        city.write(root, f"{city.PAGES}/t{at}.md", written(secret))
        found.add(f"t{at}/index.html")
        secrets.append(secret)
    for at, (path, packed) in enumerate(PACKINGS.values()):
        file = f"f{at}/{Path(path).name}"
        (root / city.PAGES / f"f{at}").mkdir()
        (root / city.PAGES / file).write_bytes(packed(PRIVATE[KINDS[(at + turn) % len(KINDS)]]))
        found.add(file)
    secret = PRIVATE[KINDS[turn % len(KINDS)]]
    city.write(root, f"{city.PAGES}/{secret}.txt", "甲\n")
    return found, [*secrets, secret]


@pytest.mark.parametrize("turn", [0, 5])
def test_every_place_of_a_page_is_swept_and_no_fact_is_repeated(turn: int, tmp_path: Path) -> None:
    """All in one refusal; the name of a file that is itself a fact is hidden where it is told of."""
    root = city.found(tmp_path / "city", 1)
    wanted, secrets = planted(root, turn)
    for style in ("json", "text"):
        done = anxin("build", "--root", root, "--as-of", "2026-11-03", "--format", style)
        assert done.returncode == 3, done.stdout + done.stderr
        said = (done.stdout + done.stderr).encode()
        assert [form for one in secrets for form, needle in forms(one).items() if needle in said] == []
        if style == "json":
            leaks = {leak["file"] for leak in json.loads(done.stdout)["leaks"]}
            assert wanted - leaks == set()
            assert any(file.endswith(".txt") and file not in wanted for file in leaks)
            assert len(wanted) == len(TEXTS) + len(PACKINGS) > 20
    assert not (root / "site").exists()
