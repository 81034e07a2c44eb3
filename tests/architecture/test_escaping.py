"""Whatever an editor writes is text: nobody switches escaping off, in a template or in code, without a reason here."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

import pytest

from tests.architecture.source import MODULES, ROOT, Module, Rule, violations

TRUSTED: Final[Mapping[str, tuple[int, str]]] = {
    "pages.landing": (2, "our own stylesheet and script, whose digests the page's policy names"),
    "pages.wechat.files": (2, "an article escaped piece by piece where it is made, and our own script"),
    "pages.bulletins.page": (1, "our own stylesheet"),
}
"""Module → how many texts it takes for HTML as they stand, and why that is no editor's text."""
WOVEN: Final[Mapping[str, str]] = {
    "cli.serve.banner": "the bar of the preview, which leaves no machine; what comes of records is escaped",
    "pages.data.feeds": "Atom; texts pass `_plain`, and the injection tests compare the shape of every feed",
    "pages.data.workbook": "rows of a sheet; texts pass `_text`, and the injection tests read every cell",
    "pages.frame": "the names of holes, nothing of a record",
    "pages.head": "names of our own; values are escaped",
    "pages.lessons": "Markdown that the site engine reads; what editors write there is theirs",
    "pages.sitemap": "addresses, escaped",
    "posters.code": "numbers alone",
    "posters.picture": "numbers alone",
    "reference.rules": "anchors of codes, in the documents about the code",
}
"""Module → why it writes tags around a value by hand."""

_TEMPLATES: Final = ROOT / "generator/pages"
_OFF: Final = re.compile(r"\|\s*(?:safe|forceescape|xmlattr)\b|\bautoescape\b|\bMarkup\b|map\(\s*['\"]safe")
_TAG: Final = re.compile(r"(?<!\?)<[a-zA-Z/][^<>]*$|(?<!\?)<[a-zA-Z][^<>]*>")
_TYPST: Final = re.compile(
    r"\b(?:eval|read|plugin|json|yaml|toml|csv|xml|cbor|image|include)\s*\((?!bytes\()|#include\b|mode:\s*\"markup\""
)
_IMPORTED: Final = re.compile(r"#?\bimport\s+\"([^\"]*)\"|#?\bimport\s+(?!\")(\S+)")


def trusts(module: Module) -> Iterator[str]:
    """Every text that is not written out in the code and is taken for HTML as it stands."""
    for node in ast.walk(module.tree) if "Markup" in module.text or "__html__" in module.text else ():
        if isinstance(node, ast.Call) and (module.dotted(node.func) or "").endswith("Markup"):
            yield from [
                module.at(node.lineno, "takes a text for HTML") for one in node.args if not _is_written_out(one)
            ]
        if isinstance(node, ast.FunctionDef) and node.name == "__html__":
            yield module.at(node.lineno, "says of itself that it is HTML")


def _is_written_out(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant)


def switches_off(module: Module) -> Iterator[str]:
    """A template engine that does not escape, or that decides by the name of a file."""
    for node in ast.walk(module.tree) if "jinja2" in module.text else ():
        if isinstance(node, ast.Call) and (module.dotted(node.func) or "").startswith("jinja2."):
            named = {one.arg: one.value for one in node.keywords}
            name = (module.dotted(node.func) or "").rpartition(".")[2]
            always = isinstance(found := named.get("autoescape"), ast.Constant) and found.value is True
            if (name in {"Environment", "SandboxedEnvironment", "Template"} and not always) or "select" in name:
                yield module.at(node.lineno, "a template engine that does not escape")


def weaves(module: Module) -> Iterator[str]:
    """Tags written around a value in a string, where nothing escapes."""
    nodes = list(ast.walk(module.tree)) if "f'" in module.text or 'f"' in module.text else []
    calls = [
        node for node in nodes if isinstance(node, ast.Call) and (module.dotted(node.func) or "").startswith("re.")
    ]
    patterns = {id(one) for call in calls for one in call.args}
    for node in nodes:
        if isinstance(node, ast.JoinedStr) and id(node) not in patterns and _is_tag(node):
            yield module.at(node.lineno, "writes a tag around a value")


def _is_tag(node: ast.JoinedStr) -> bool:
    texts = [str(part.value) for part in node.values if isinstance(part, ast.Constant)]
    return len(texts) < len(node.values) and any(map(_TAG.search, texts))


def unescaped(text: str) -> list[str]:
    return [found[0] for found in _OFF.finditer(text)]


def reaching_out(text: str) -> list[str]:
    """Code of Typst that reads a file, runs a text, or brings in what is not ours."""
    imports = [found[1] or found[2] for found in _IMPORTED.finditer(text)]
    strangers = [name for name in imports if not re.fullmatch(r"[a-z]+\.typ", name)]
    return [*(found[0] for found in _TYPST.finditer(text)), *strangers]


def templates(folder: Path, *suffixes: str) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.suffix in suffixes)


def test_no_template_switches_escaping_off() -> None:
    found = {
        path.name: unescaped(path.read_text("utf-8"))
        for path in templates(_TEMPLATES / "templates", ".html", ".css", ".js")
    }
    assert len(found) > 80
    assert {name: said for name, said in found.items() if said} == {}


def test_no_sheet_of_paper_reads_a_file_or_runs_a_text() -> None:
    found = {path.name: reaching_out(path.read_text("utf-8")) for path in templates(ROOT / "generator/posters", ".typ")}
    assert len(found) >= 9
    assert {name: said for name, said in found.items() if said} == {}


def test_every_engine_escapes() -> None:
    assert violations(switches_off) == []


def test_whatever_is_taken_for_html_has_its_reason() -> None:
    found = {module.name: len(list(trusts(module))) for module in MODULES}
    assert {name: number for name, number in found.items() if number} == {
        name: said[0] for name, said in TRUSTED.items()
    }


def test_nobody_writes_tags_around_a_value() -> None:
    found = {module.name: list(weaves(module)) for module in MODULES}
    assert {name: places for name, places in found.items() if places and name not in WOVEN} == {}
    assert {name for name, places in found.items() if places} == {*WOVEN}


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        (trusts, "from markupsafe import Markup\nMarkup(x)"),
        (trusts, "from markupsafe import Markup\nMarkup(f'<b>{x}</b>')"),
        (trusts, "from markupsafe import Markup as M\nM('<b>' + x)"),
        (trusts, "import markupsafe\nmarkupsafe.Markup(x)"),
        (trusts, "class A:\n    def __html__(self): return self.x"),
        (switches_off, "from jinja2 import Environment\nEnvironment(loader=x)"),
        (switches_off, "from jinja2 import Environment\nEnvironment(autoescape=False)"),
        (switches_off, "from jinja2 import Environment\nEnvironment(autoescape=flag)"),
        (switches_off, "import jinja2\njinja2.Template('x')"),
        (switches_off, "from jinja2 import select_autoescape\nselect_autoescape()"),
        (weaves, "f'<b>{x}</b>'"),
        (weaves, "f'<a href=\"{x}\">'"),
    ],
)
def test_refuses(rule: Rule, text: str) -> None:
    assert len(list(rule(Module("pages.views", text)))) == 1


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        (trusts, "from markupsafe import Markup\nMarkup('<b>{}</b>').format(x)"),
        (switches_off, "from jinja2 import Environment\nEnvironment(autoescape=True)"),
        (weaves, "f'{x} < {y}'"),
        (weaves, "import re\nre.compile(f'<b>{x}')"),
    ],
)
def test_allows(rule: Rule, text: str) -> None:
    assert list(rule(Module("pages.views", text))) == []


@pytest.mark.parametrize(
    "text", ["{{ x | safe }}", "{{ x|safe }}", "{% autoescape false %}", "{{ xs | map('safe') | join }}"]
)
def test_refuses_in_a_template(text: str) -> None:
    assert unescaped(text)


@pytest.mark.parametrize(
    "text",
    [
        '#read("/etc/passwd")',
        "#eval(data.name)",
        '#import "@preview/x:1.0.0": *',
        '#include "x.typ"',
        '#image("x.png")',
    ],
)
def test_refuses_in_a_sheet_of_paper(text: str) -> None:
    assert reaching_out(text)
