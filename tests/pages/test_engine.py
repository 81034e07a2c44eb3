"""The engine: what it hands over, when it works again, and how it refuses."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from generator.pages.engine import EngineFailure, Frames, build_frames
from tests.pages.conftest import Project


def built(root: Path) -> Frames:
    frames = build_frames(root, root / "cache")
    assert isinstance(frames, Frames), frames.output
    return frames


def test_pages_frames_and_assets(project: Project) -> None:
    root = project(
        {
            "content/pages/a/b.md": "正文 <!-- view: x -->",
            "content/pages/a/_c.md": "# c",
            "content/pages/p.svg": "<svg/>",
        }
    )
    frames = built(root)
    assert [(frame.source, frame.address, frame.title) for frame in frames.pages] == [
        ("a/b.md", "a/b/", "B"),
        ("index.md", "", "首页"),
    ]
    assert [(frame.source, frame.address) for frame in frames.moulds] == [("a/_c.md", "a/_c/")]
    assert [asset.path for asset in frames.assets] == [
        "assets/calculator-form.js",
        "assets/calculator.css",
        "assets/calculator.js",
        "assets/duty.js",
        "assets/filter.js",
        "assets/icon.svg",
        "assets/lesson.js",
        "assets/lookup.js",
        "assets/portal.css",
        "assets/until.js",
        "assets/view.js",
        "p.svg",
    ]
    assert set(frames.pages[0].views) == {"banner", "header", "x", "footer"}


def test_nothing_changed_nothing_built(project: Project) -> None:
    root = project({})
    first = built(root)
    before = sorted((root / "cache").rglob("*"))
    os.utime(root / "content/pages/index.md", (0, 0))
    assert built(root) == first
    assert sorted((root / "cache").rglob("*")) == before


def test_changed_text_changes_its_frame_alone(project: Project) -> None:
    root = project({"content/pages/a.md": "# 甲"})
    first = built(root)
    project({"content/pages/a.md": "# 乙"})
    second = built(root)
    changed = [old.source for old, new in zip(first.pages, second.pages, strict=True) if old.digest != new.digest]
    assert changed == ["a.md"]


def test_only_the_newest_states_are_kept(project: Project) -> None:
    """Whoever has a preview open builds at every save."""
    root = project({})
    for number in range(9):
        project({"content/pages/a.md": f"# 第{number}版"})
        last = built(root)
    files = [path for path in (root / "cache/frames").iterdir() if path.suffix != ".lock"]
    assert len(files) <= 12
    assert built(root) == last


def test_same_input_same_frames_wherever(project: Project, tmp_path_factory: pytest.TempPathFactory) -> None:
    root = project({})
    other = build_frames(root, tmp_path_factory.mktemp("elsewhere"))
    assert other == built(root)


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ({"content/pages/index.md": "[x](nowhere.md)"}, "nowhere.md"),
        ({"mkdocs.yml": "site_name: ["}, "mkdocs.yml"),
        ({"mkdocs.yml": "site_name: x\nnav: 3\n"}, "nav"),
    ],
)
def test_bad_editorial_input_is_a_value(project: Project, files: dict[str, str], said: str) -> None:
    root = project(files)
    failure = build_frames(root, root / "cache")
    assert isinstance(failure, EngineFailure)
    assert said in failure.output
    assert str(root) not in failure.output
    assert not [path for path in (root / "cache/frames").iterdir() if path.name not in {".lock", "mkdocs.yml"}]
