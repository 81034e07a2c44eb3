"""Eleventy: one content file with JSON front matter for each case, one Nunjucks layout."""

from __future__ import annotations

import json
import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from bench.facts import NAME, NUMBER, Frame
from bench.peers.environment import NODE, node_version
from bench.peers.peer import Fact, Peer

_CONFIG: Final = """module.exports = (config) => {
  config.setQuietMode(true);
  return { dir: { input: "content", includes: "../layouts", output: "public" }, markdownTemplateEngine: "njk" };
};
"""
_BODY: Final = Path(__file__).parent / "templates/eleventy.njk"


def _write(folder: Path, facts: Sequence[Fact], frame: Frame) -> None:
    (folder / "eleventy.config.cjs").write_text(_CONFIG, encoding="utf-8")
    layout = folder / "layouts/case.njk"
    layout.parent.mkdir(parents=True)
    layout.write_text(_filled(frame.before) + _BODY.read_text("utf-8") + _filled(frame.after), encoding="utf-8")
    (folder / "content/disclosures").mkdir(parents=True)
    for fact in facts:
        head = json.dumps({"layout": "case.njk", **fact}, ensure_ascii=False, indent=1)
        _page(folder, fact).write_text(f"---json\n{head}\n---\n", encoding="utf-8")


def _page(folder: Path, fact: Fact) -> Path:
    return folder / f"content/disclosures/{fact['number']}.md"


def _filled(text: str) -> str:
    return text.replace(NAME, "{{ name }}").replace(NUMBER, "{{ number }}")


def _command(place: Path) -> list[str] | None:
    node, program = shutil.which("node"), place / NODE / "@11ty/eleventy/cmd.cjs"
    return [node, str(program)] if node and program.is_file() else None


ELEVENTY: Final = Peer("Eleventy", _write, _page, _command, "public", (), node_version("@11ty/eleventy"))
