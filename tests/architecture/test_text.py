"""What no file of the project may say: where it was written, where packages come from; and no code knows its city."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Final

import pytest

from tests.architecture.source import PACKAGE, text_files

# Written in pieces, so that this file does not say them either.
_FOLDERS: Final = ("work", "home", "root", "tmp")
_REGISTRIES: Final = (
    *(("pypi", "org"), ("pythonhosted", "org"), ("npmjs", "org"), ("npmjs", "com"), ("yarnpkg", "com")),
    *(("crates", "io"), ("rubygems", "org"), ("anaconda", "org"), ("anaconda", "com"), ("jsdelivr", "net")),
)
_MIRRORS: Final = (r"\bpypi\.[a-z]", r"\bmirrors?\.[a-z0-9-]+\.[a-z]", r"(?<!emit-)\bindex-url\s*[= ]\s*\S")

_MACHINE: Final = re.compile(rf"(?<![\w./:}}-])/(?:{'|'.join(_FOLDERS)})(?![\w-])")
_REGISTRY: Final = re.compile("|".join([*(r"\.".join(host) for host in _REGISTRIES), *_MIRRORS]), re.IGNORECASE)
_CITY: Final = re.compile("永康|芝英|yongkang|330784", re.IGNORECASE)

TextRule = Callable[[str, str], Iterator[str]]


def _search(expression: re.Pattern[str], file: str, text: str, sentence: str) -> Iterator[str]:
    for number, line in enumerate(text.split("\n"), start=1):
        if expression.search(line):
            yield f"{file}:{number}: {sentence}"


def no_machine(file: str, text: str) -> Iterator[str]:
    """Absolute paths of somebody's machine."""
    return _search(_MACHINE, file, text, "names a folder of one machine")


def no_registry(file: str, text: str) -> Iterator[str]:
    """Hosts of package registries: where packages come from is the installer's setting."""
    return _search(_REGISTRY, file, text, "names a package registry")


def no_city(file: str, text: str) -> Iterator[str]:
    """The city is in its records and settings; another one runs the same code, and shows the same pages."""
    if file.startswith(
        (f"{PACKAGE}/", "schemas/", "content/pages/", "docs/ci/", "docs/部署.md", "mkdocs.yml", "Makefile")
    ):
        yield from _search(_CITY, file, text, "the code knows its city")


@pytest.mark.parametrize("rule", [no_machine, no_registry, no_city])
def test_holds(rule: TextRule) -> None:
    found = [place for file, text in text_files() for place in rule(file, text)]
    assert not found, "\n".join(found)


def test_reads_the_project() -> None:
    assert {"pyproject.toml", "LICENSE", f"{PACKAGE}/problems.py", ".ci/run"} <= {file for file, _ in text_files()}


@pytest.mark.parametrize(
    ("rule", "file", "text"),
    [
        *((no_machine, "docs/x.md", f"see `/{folder}/project`") for folder in _FOLDERS),
        *((no_machine, "x.sh", f"cd /{folder}") for folder in _FOLDERS),
        *((no_registry, "x.lock", f"https://{'.'.join(host)}/simple") for host in _REGISTRIES),
        (no_registry, "x.cfg", "--index-" + "url=https://example.org/simple"),
        (no_registry, "x.cfg", "https://" + "mirrors" + ".example.cn/python"),
        (no_city, f"{PACKAGE}/pages/templates/base.html", "<title>永康安薪</title>"),
        (no_city, f"{PACKAGE}/routes.py", "PREFIX = '330784'"),
        (no_city, "schemas/portal.json", '"永康市"'),
        (no_city, "content/pages/about.md", "永康市"),
    ],
)
def test_refuses(rule: TextRule, file: str, text: str) -> None:
    assert len(list(rule(file, text))) == 1


@pytest.mark.parametrize(
    ("rule", "file", "text"),
    [
        (no_machine, "x.md", "content/worksites/ and/work, https://portal.example/home/, homework"),
        (no_registry, "Makefile", "uv pip compile --no-emit-index-url"),
        (no_city, "content/portal.yml", "名称: 永康市"),
    ],
)
def test_allows(rule: TextRule, file: str, text: str) -> None:
    assert list(rule(file, text)) == []
