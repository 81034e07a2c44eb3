"""What the preview adds to a page on its way to the browser: a bar with all that is wrong, and a script that reloads.

Nothing of it is ever in a file of the site.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape
from typing import Final

from generator import routes
from generator.cli.serve.preview import View

PREFIX: Final = "/_preview/"
SCRIPT: Final = f"{PREFIX}reload.js"
STYLE: Final = f"{PREFIX}bar.css"
CHANGES: Final = f"{PREFIX}changes"

_POLICY: Final = re.compile(r'(<meta http-equiv="Content-Security-Policy" content=")([^"]*)(")')
_SELF: Final = "&#39;self&#39;"

FILES: Final = {
    SCRIPT: (
        "text/javascript",
        """\
const bar = document.currentScript.dataset;
const ask = async () => {
  try {
    const answer = await fetch(`/_preview/changes?since=${bar.version}`);
    if ((await answer.text()) !== bar.version) { location.reload(); return; }
    ask();
  } catch { setTimeout(ask, 1000); }
};
ask();
""",
    ),
    STYLE: (
        "text/css",
        """\
.anxin-preview { position: sticky; top: 0; z-index: 99; margin: 0; padding: .5rem 1rem;
  font: 15px/1.6 system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans SC", sans-serif;
  background: #16302f; color: #fff; border-bottom: 4px solid #3f9a8f; }
.anxin-preview.wrong { background: #5a1710; border-color: #f0a08c; }
.anxin-preview summary { cursor: pointer; min-height: 1.6em; }
.anxin-preview strong { margin-right: .75em; }
.anxin-preview summary span { display: inline-block; margin-right: 1em; }
.anxin-preview pre { max-height: 50vh; overflow: auto; margin: .5rem 0; padding: .75rem; background: #0007;
  color: #fff; white-space: pre;
  font: 13px/1.5 ui-monospace, "Noto Sans Mono CJK SC", monospace; }
.anxin-preview ul { margin: .25rem 0; padding-left: 1.25rem; }
.anxin-preview a { color: #ffe08a; }
@media print { .anxin-preview { display: none; } }
""",
    ),
}
"""Address → type and text of what the bar needs; the pages' own policy allows nothing in the page itself."""


def dressed(page: str, view: View, version: int, path: str) -> str:
    """A page with the bar on top and, at its end, the script."""
    page = _POLICY.sub(lambda found: found[1] + _opened(found[2]) + found[3], page, count=1)
    page = page.replace("</head>", f'<link rel="stylesheet" href="{STYLE}"></head>', 1)
    page = re.sub(r"<body[^>]*>", lambda found: found[0] + _bar(view, path), page, count=1)
    return page.replace("</body>", f'<script src="{SCRIPT}" data-version="{version}"></script></body>', 1)


def alone(view: View, version: int) -> str:
    """A page with nothing but the bar, for as long as there is no site."""
    head = '<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>预览</title>'
    page = f'<!doctype html><html lang="zh-CN"><head>{head}</head><body></body></html>'
    return dressed(page, view, version, "")


def _opened(policy: str) -> str:
    """A landing page allows its own script and style and nothing else: the bar's are let in beside them."""
    if "connect-src" in policy:
        return policy
    opened = policy.replace("style-src ", f"style-src {_SELF} ").replace("script-src ", f"script-src {_SELF} ")
    return f"{opened}; connect-src {_SELF}"


def _bar(view: View, path: str) -> str:
    here = [one for one in view.drafts if path == f"/{routes.case(one.number)}"]
    parts = [
        f"<span>截至 {view.as_of}</span>",
        f"<span>{escape(view.summary)}</span>",
        *(f"<span>{name} {len(found)} 件</span>" for name, found in _lists(view) if found),
        *(f"<span>本页是草稿：{escape(one.reason)}，访问者看不到。</span>" for one in here),
    ]
    tone = " wrong" if view.wrong or here else ""
    opened = " open" if view.refusal else ""
    body = "".join(_body(view))
    head = f"<summary><strong>预览</strong>{''.join(parts)}</summary>"
    return f'<aside class="anxin-preview{tone}" aria-label="预览"><details{opened}>{head}{body}</details></aside>'


def _lists(view: View) -> tuple[tuple[str, tuple[object, ...]], ...]:
    return ("草稿", view.drafts), ("未公开", view.withheld)


def _body(view: View) -> Iterator[str]:
    if view.refusal:
        yield f"<p>{escape(view.refusal)}</p>"
    if view.problems:
        yield f"<pre>{escape(view.problems)}</pre>"
    if view.drafts:
        rows = (
            f'<li><a href="/{routes.case(one.number)}">{escape(one.number)}</a> {escape(one.reason)}</li>'
            for one in view.drafts
        )
        yield f"<p>草稿只在这里显示，名称前有【草稿】：</p><ul>{''.join(rows)}</ul>"
    if view.withheld:
        rows = (f"<li>{escape(one.number)}：{escape(one.reason)}</li>" for one in view.withheld)
        yield f"<p>未公开：</p><ul>{''.join(rows)}</ul>"
