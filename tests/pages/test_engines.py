"""Three engines, one content: the frames that come out are equal, up to differences that are named here."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from typing import Final

import pytest

from generator.pages.engine import (
    ENGINES,
    MKDOCS,
    PROPERDOCS,
    ZENSICAL,
    Engine,
    EngineFailure,
    Frames,
    build_frames,
)
from generator.pages.frame import Frame
from generator.pages.views import faults
from tests.pages.conftest import Project

ROOT: Final = Path(__file__).parents[2]
OWN_BASE: Final = replace(MKDOCS, theme=None)
"""MkDocs without Material: what remains on the day after its end."""
OTHERS: Final = (PROPERDOCS, OWN_BASE, ZENSICAL)


def built(engine: Engine, root: Path, cache: Path) -> Frames:
    frames = build_frames(root, cache, engine)
    assert not isinstance(frames, EngineFailure), frames.output
    return frames


@pytest.fixture(scope="module", params=OTHERS, ids=["properdocs", "own base", "zensical"])
def other(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Frames:
    return built(request.param, ROOT, tmp_path_factory.mktemp("other"))


_CODE: Final = re.compile(r'(?:<div class="[^"]*highlight[^"]*">\s*)?<pre.*?</pre>(?:\s*</div>)?', re.DOTALL)
"""Zensical wraps the words of a block of code in spans for colours; the words are the same."""
_TAG: Final = re.compile(r"<[^>]+>")


class Page(HTMLParser):
    """What a reader has of a page: elements with what they say and where they lead, in order."""

    def __init__(self, frame: Frame) -> None:
        super().__init__()
        self.seen: list[str] = []
        self.inside = 0
        text = "".join(f"<!--{part}-->" if at % 2 else part for at, part in enumerate(frame.parts))
        self.feed(_CODE.sub(lambda block: f"<pre>{_TAG.sub('', block[0])}</pre>", text))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Elements of the content, with all but what a machine counts."""
        if self.inside or tag in {"nav", "article"}:
            kept = {name: value for name, value in attrs if name != "id"}
            self.seen.append(f"<{tag} {kept}>")
            self.inside += tag in {"nav", "article"}

    def handle_endtag(self, tag: str) -> None:
        """The content ends where it began."""
        self.inside -= tag in {"nav", "article"}

    def handle_data(self, data: str) -> None:
        """Words; white space is the template's business."""
        if self.inside and data.strip():
            self.seen.append(" ".join(data.split()))

    def handle_comment(self, data: str) -> None:
        """Slots and the places of links."""
        self.seen.append(data)


def content(frame: Frame) -> list[str]:
    return Page(frame).seen


def test_the_same_pages_with_the_same_titles_slots_and_words(frames: Frames, other: Frames) -> None:
    assert [one.source for one in (*other.pages, *other.moulds)] == [
        one.source for one in (*frames.pages, *frames.moulds)
    ]
    for ours, theirs in zip((*frames.pages, *frames.moulds), (*other.pages, *other.moulds), strict=True):
        assert (theirs.address, theirs.title, theirs.description, theirs.views) == (
            ours.address,
            ours.title,
            ours.description,
            ours.views,
        )
        assert content(theirs) == content(ours), ours.source
    assert other.assets == frames.assets
    assert faults(other) == ()


def test_properdocs_is_a_drop_in(frames: Frames, tmp_path: Path) -> None:
    assert built(PROPERDOCS, ROOT, tmp_path) == frames


def test_without_material_only_its_scaffold_is_gone(frames: Frames, tmp_path: Path) -> None:
    """Named: switches and dialogs of scripts, wrappers and classes of styles, none of which we ship."""
    own = built(OWN_BASE, ROOT, tmp_path)
    for ours, theirs in zip(frames.pages, own.pages, strict=True):
        kept = "".join(theirs.parts)
        gone = {tag for tag in re.findall(r"<[a-z][^>]*>", "".join(ours.parts)) if tag not in kept}
        named = {'<html lang="zh-CN" class="no-js">', '<body dir="ltr">', *(tag for tag in gone if "md-" in tag)}
        assert gone == named, ours.source


@pytest.mark.parametrize("engine", ENGINES, ids=[engine.name for engine in ENGINES])
def test_a_link_that_leads_nowhere_is_refused(project: Project, engine: Engine) -> None:
    root = project({"content/pages/index.md": "[x](nowhere.md)", "mkdocs.yml": "site_name: x\nnav: [index.md]\n"})
    failure = build_frames(root, root / "cache", engine)
    assert isinstance(failure, EngineFailure)
    assert "nowhere.md" in failure.output


@pytest.mark.parametrize(
    ("extra", "engine"),
    [
        ("", MKDOCS),
        ("extra: {other: 1}", MKDOCS),
        ("extra: {engine: properdocs}", PROPERDOCS),
        ("extra: {engine: zensical}", ZENSICAL),
        ("extra:\n  engine: properdocs\n  made: !!python/name:str", PROPERDOCS),
    ],
)
def test_the_settings_name_the_engine(project: Project, extra: str, engine: Engine) -> None:
    root = project({"mkdocs.yml": f"site_name: x\nnav: [index.md]\n{extra}\n"})
    chosen = build_frames(root, root / "a")
    assert isinstance(chosen, Frames), chosen.output
    assert [path.name for path in sorted((root / "a/frames").iterdir())] == [
        path.name for path in sorted((built(engine, root, root / "b"), root / "b/frames")[1].iterdir())
    ]


def test_an_engine_that_nobody_knows_is_named(project: Project) -> None:
    root = project({"mkdocs.yml": "site_name: x\nextra: {engine: hugo}\n"})
    assert build_frames(root, root / "cache") == EngineFailure(
        "mkdocs.yml 的 extra.engine 写的是「hugo」，可以写：mkdocs、properdocs、zensical"
    )


def test_an_engine_that_is_not_installed_is_named(project: Project) -> None:
    engine = replace(ZENSICAL, packages=("no-such-package",))
    root = project({})
    assert build_frames(root, root / "cache", engine) == EngineFailure(
        "没有安装 no-such-package，mkdocs.yml 选的 zensical 用不了"
    )
