"""The one module that knows the site engines: `content/pages` → frames and assets, through a cache.

An engine has to do three things: read `mkdocs.yml`, leave comments in the HTML alone, and write `x.md` to
`x/index.html`. MkDocs with the Material theme does; `extra: {engine: …}` in `mkdocs.yml` names another one.
"""

from __future__ import annotations

import fcntl
import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Final

import msgspec
import yaml

from generator import sealed
from generator.course.matter import NOTHING, Matter, matter
from generator.pages import frame as cutter
from generator.pages import lessons
from generator.pages.frame import Frame, parse

CONFIG: Final = "mkdocs.yml"
CONTENT: Final = "content/pages"
_THEME: Final = Path(__file__).parent / "theme"
_BASE: Final = "bare"
"""Below the theme: what stands in for the base of Material where an engine has none."""
_CUTTER: Final = hashlib.sha256(Path(cutter.__file__).read_bytes()).hexdigest()
"""What is kept has been cut: another way to cut asks for another cache."""
_KEPT: Final = 12
"""How many states of the pages, with the locks beside them, stay in the cache."""
_WRITE: Final = msgspec.msgpack.Encoder()
_READ: Final = msgspec.msgpack.Decoder(list[Frame])
_PAGE: Final = "index.html"
_WORK: Final = ".building-"
_TIMEOUT_SECONDS: Final = 300
_COLOUR: Final = re.compile(r"\x1b\[[0-9;]*m")
# A page's own text is never served as a file; templates are the theme's business.
_NOT_ASSETS: Final = frozenset({".md", ".html", ".yml"})


@dataclass(frozen=True, slots=True)
class Engine:
    """What turns `content/pages` into HTML."""

    name: str
    """As `mkdocs.yml` calls it; also the module to start."""
    theme: str | None
    """The installed theme that ours extends; None for our own base, which needs no theme at all."""
    packages: tuple[str, ...]
    """The built pages depend on their versions."""


_SHARED: Final = ("markdown", "jinja2", "pymdown-extensions", "pygments")
MKDOCS: Final = Engine("mkdocs", "material", ("mkdocs", "mkdocs-material", *_SHARED))
PROPERDOCS: Final = Engine("properdocs", "material", ("properdocs", "mkdocs-material", *_SHARED))
ZENSICAL: Final = Engine("zensical", None, ("zensical", *_SHARED))
ENGINES: Final = (MKDOCS, PROPERDOCS, ZENSICAL)


@dataclass(frozen=True, slots=True)
class Asset:
    """A file that is published as it is: stylesheet, script, icon, picture."""

    path: str
    data: bytes
    sha256: str


@dataclass(frozen=True, slots=True)
class Frames:
    """Everything editorial, built."""

    pages: tuple[Frame, ...]
    """Pages that are published at their own address."""
    moulds: tuple[Frame, ...]
    """Frames into which records are poured (`_case.md`); never published themselves."""
    assets: tuple[Asset, ...]
    matter: Matter = NOTHING
    """What hand-outs print of these pages."""

    def mould(self, source: str) -> Frame | None:
        """The frame that editors wrote in `source`."""
        return next((frame for frame in self.moulds if frame.source == source), None)


@dataclass(frozen=True, slots=True)
class EngineFailure:
    """The engine refused the editorial input; what it said, for a person to read."""

    output: str


def build_frames(root: Path, cache: Path, engine: Engine | None = None) -> Frames | EngineFailure:
    """Build `content/pages` of the project at `root`, or take it from `cache` where nothing editorial has changed.

    `engine` is the one that `mkdocs.yml` names, unless it is given.
    """
    root = root.resolve()
    chosen = engine or _chosen(root / CONFIG)
    if isinstance(chosen, EngineFailure):
        return chosen
    key = _key(root, chosen)
    if isinstance(key, EngineFailure):
        return key
    assets = tuple(_assets(root / CONTENT))
    place = cache.resolve() / "frames" / key
    # An asset's version needs no place in the key: every asset is among what the key is made of.
    versions = {asset.path: asset.sha256[:8] for asset in assets}
    kept = _recall(place, key)
    frames = kept or _run(chosen, root, place.parent, versions)
    if isinstance(frames, EngineFailure):
        return frames
    if not kept:
        sealed.keep(place, key, _WRITE.encode(frames))
        _forget(place.parent)
    return Frames(
        pages=tuple(frame for frame in frames if not _is_mould(frame.source)),
        moulds=tuple(frame for frame in frames if _is_mould(frame.source)),
        assets=assets,
        matter=matter(_texts(root)),
    )


def _chosen(config: Path) -> Engine | EngineFailure:
    """The engine that `extra: {engine: …}` names, MkDocs where nothing does; what is no YAML the engine will say."""
    name = _setting(config, ("extra", "engine")) or MKDOCS.name
    found = next((engine for engine in ENGINES if engine.name == name), None)
    known = "、".join(engine.name for engine in ENGINES)
    return found or EngineFailure(f"{CONFIG} 的 extra.engine 写的是「{name}」，可以写：{known}")


def _setting(config: Path, keys: tuple[str, ...]) -> str | None:
    """One scalar of a YAML file, read without making anything of its tags: engines put Python's names into theirs."""
    try:
        node: yaml.Node | None = yaml.compose(config.read_text("utf-8"), Loader=yaml.SafeLoader)
    except (OSError, ValueError, yaml.YAMLError):
        return None
    for key in keys:
        pairs = node.value if isinstance(node, yaml.MappingNode) else []
        node = next((value for name, value in pairs if name.value == key), None)
    return node.value if isinstance(node, yaml.ScalarNode) else None


def _is_mould(source: str) -> bool:
    return source.rpartition("/")[2].startswith("_")


def _key(root: Path, engine: Engine) -> str | EngineFailure:
    """One digest of all that the engine reads, so that a stale build is never taken for a fresh one."""
    try:
        versions = [version(name) for name in engine.packages]
    except PackageNotFoundError as missing:
        return EngineFailure(f"没有安装 {missing.name}，{CONFIG} 选的 {engine.name} 用不了")
    digest = hashlib.sha256(repr([_CUTTER, sys.version_info[:2], engine, versions]).encode())
    for folder in (root / CONTENT, _THEME):
        for path in _files(folder):
            digest.update(f"\n{folder.name}/{path.relative_to(folder).as_posix()}\n".encode())
            digest.update(hashlib.sha256(path.read_bytes()).digest())
    digest.update(repr(_woven(root)).encode())
    if (root / CONFIG).is_file():
        digest.update((root / CONFIG).read_bytes())
    return digest.hexdigest()[:32]


def _run(engine: Engine, root: Path, beside: Path, versions: Mapping[str, str]) -> list[Frame] | EngineFailure:
    """Build in a folder of its own, read what was built, and leave nothing of it."""
    beside.mkdir(parents=True, exist_ok=True)
    with _workspace(beside) as work:
        _gather(engine, root, work)
        said = _said(engine, work)
        if said is not None:
            return EngineFailure(said.replace(f"{work}/", "").replace(f"{root}/", "").strip())
        missing = [one for one in _sources(root / CONTENT) if not (work / "site" / _address(one) / _PAGE).is_file()]
        if missing:
            names = "、".join(missing[:3])
            return EngineFailure(f"{engine.name} 没有报错，但没有生成 {names}；核对 {CONFIG} 有没有把它排除")
        return [_frame(source, work / "site", versions) for source in _sources(root / CONTENT)]


@contextmanager
def _workspace(folder: Path) -> Iterator[Path]:
    """A folder to build in, held while it is used; those that killed builds left are held by nobody and go."""
    with (folder / ".lock").open("w") as guard:
        fcntl.flock(guard, fcntl.LOCK_EX)
        for old in folder.glob(f"{_WORK}*"):
            with suppress(OSError), _holding(old):
                shutil.rmtree(old, ignore_errors=True)
        work = Path(tempfile.mkdtemp(dir=folder, prefix=_WORK))
        hold = ExitStack()
        hold.enter_context(_holding(work))
    with hold:
        try:
            yield work
        finally:
            shutil.rmtree(work, ignore_errors=True)


@contextmanager
def _holding(folder: Path) -> Iterator[None]:
    """Raises OSError where somebody else holds it."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield
    finally:
        os.close(handle)


def _said(engine: Engine, work: Path) -> str | None:
    """What the engine said when it failed; None where it did not."""
    try:
        done = subprocess.run(  # noqa: S603 - our own interpreter, no shell, no word from outside
            [sys.executable, "-m", engine.name, "build", "--clean", "--strict", "--config-file", str(work / CONFIG)],
            cwd=work,
            env=os.environ
            | {
                "SOURCE_DATE_EPOCH": "0",
                "PYTHONHASHSEED": "0",
                "PYTHONUTF8": "1",
                "TZ": "UTC",
                "NO_MKDOCS_2_WARNING": "1",
            },
            capture_output=True,
            timeout=_TIMEOUT_SECONDS,
            check=False,
        )
    except OSError:
        return f"{engine.name} 启动不了；运行 make site 重新安装"
    except subprocess.TimeoutExpired:
        return f"{engine.name} 过了 {_TIMEOUT_SECONDS} 秒还没有做完，停下了；机器空闲时再运行一次"
    if done.returncode < 0:
        return f"{engine.name} 被系统终止（信号 {-done.returncode}），多半是内存不够；关掉别的程序，再运行一次"
    said = _COLOUR.sub("", (done.stderr + done.stdout).decode(errors="replace"))
    return (said.strip() or f"{engine.name} 没有说原因（退出码 {done.returncode}）") if done.returncode else None


def _recall(place: Path, key: str) -> list[Frame] | None:
    body = sealed.recall(place, key)
    with suppress(ValueError):
        return _READ.decode(body) if body else None
    return None


def _forget(folder: Path) -> None:
    """Keep the newest: whoever has a preview open builds at every save."""
    with suppress(OSError):
        known = (path for path in folder.iterdir() if not path.name.startswith("."))
        for old in sorted(known, key=lambda path: path.stat().st_mtime)[:-_KEPT]:
            shutil.rmtree(old, ignore_errors=True) if old.is_dir() else old.unlink(missing_ok=True)


def _gather(engine: Engine, root: Path, work: Path) -> None:
    """A project folder with everything inside: one engine follows no path that leads out of it."""
    shutil.copytree(root / CONTENT, work / "pages")
    for source, text in _woven(root).items():
        (work / "pages" / source).write_text(text, "utf-8")
    shutil.copytree(_THEME, work / "theme")
    if engine.theme is None:
        shutil.copytree(_THEME / _BASE, work / "theme", dirs_exist_ok=True)
    theme = {"name": engine.theme, "custom_dir": "theme", "language": "zh-CN", "font": False}
    config = {"INHERIT": str(root / CONFIG), "docs_dir": "pages", "site_dir": "site", "theme": theme, "plugins": []}
    (work / CONFIG).write_text(json.dumps(config), "utf-8")


def _woven(root: Path) -> dict[str, str]:
    """The lessons as the engine reads them: editors write their questions and tick lists in plain Markdown."""
    return lessons.woven({source: text for source, text in _texts(root).items() if source.startswith(lessons.FOLDER)})


def _texts(root: Path) -> dict[str, str]:
    """Every page as editors write it."""
    return {source: (root / CONTENT / source).read_text("utf-8") for source in _sources(root / CONTENT)}


def _frame(source: str, built: Path, versions: Mapping[str, str]) -> Frame:
    address = _address(source)
    html = (built / address / _PAGE).read_text("utf-8")
    return parse(source, address, html, versions)


def _address(source: str) -> str:
    """Where the engine puts a page: `help.md` → `help/`, `disclosures/index.md` → `disclosures/`."""
    folder, _, name = source.removesuffix(".md").rpartition("/")
    parts = [part for part in (folder, "" if name in {"index", "README"} else name) if part]
    return "".join(f"{part}/" for part in parts)


def _sources(content: Path) -> list[str]:
    return [path.relative_to(content).as_posix() for path in _files(content) if path.suffix == ".md"]


def _assets(content: Path) -> Iterator[Asset]:
    found = {path: data for folder in (_THEME, content) for path, data in _published(folder)}
    for path, data in sorted(found.items()):
        yield Asset(path, data, hashlib.sha256(data).hexdigest())


def _published(folder: Path) -> Iterator[tuple[str, bytes]]:
    for path in _files(folder):
        if path.suffix not in _NOT_ASSETS:
            yield path.relative_to(folder).as_posix(), path.read_bytes()


def _files(folder: Path) -> Iterable[Path]:
    """Every visible file below a folder, in an order that no file system can change."""
    found = (path for path in folder.rglob("*") if path.is_file())
    visible = (path for path in found if not any(part.startswith(".") for part in path.relative_to(folder).parts))
    return sorted(visible, key=lambda path: path.relative_to(folder).as_posix())
