"""推文 → its files: the article, a page to copy it from, its pictures, its plain text, and what is to be done when."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Mapping
from functools import cache
from typing import Final

from markupsafe import Markup

from generator.pages import cards
from generator.pages.views import day_text, environment
from generator.pages.wechat.markup import markup
from generator.pages.wechat.plain import plain
from generator.pages.wechat.post import Post

ARTICLE: Final = "article.html"
TEXT: Final = "article.txt"
PREVIEW: Final = "preview.html"
COVER: Final = "cover.png"
SHARE: Final = "share.png"
TO_DO: Final = "待办.txt"
MANIFEST: Final = "manifest.json"
"""What the folder is known by: whoever finds it there knows that the folder may be replaced."""
_ANY_DAY: Final = "提前移出名单、决定被撤销或者变更、内容更正的，当天删除文章；每周对照网站的「移出与更正」看一次。"


def files(post: Post) -> Mapping[str, bytes]:
    """Every file, by its name; the manifest lists the others with their digests."""
    article = markup(post)
    made = {
        ARTICLE: f"{article}\n".encode(),
        TEXT: plain(post).encode(),
        PREVIEW: _preview(post, article).encode(),
        COVER: cards.cover(post.words),
        SHARE: cards.share(post.words),
        TO_DO: to_do(post).encode(),
    }
    return {**made, MANIFEST: _manifest(post, made)}


def to_do(post: Post) -> str:
    """What the editor has to do with the article, and when; cases by number alone."""
    return "\n".join((f"{post.title}（截至{day_text(post.as_of)}生成）", "", *duty_lines(post), ""))


def duty_lines(post: Post) -> tuple[str, ...]:
    """The same, a line for each duty."""
    if not post.numbers:
        return ("文中没有案件，没有到期要删除的日子；所讲的法律修改了，就改课文，重新生成。",)
    first = f"{post.until:%Y-%m-%d}" if post.until else ""
    return (
        f"公开到 {first}，第二天删除整篇文章；还要继续公开其余案件的，删除以后重新生成再发。",
        *(f"{duty.on:%Y-%m-%d}　{duty.number}　{duty.what}。" for duty in post.duties),
        f"随时　{'、'.join(post.numbers)}　{_ANY_DAY}",
    )


def _manifest(post: Post, made: Mapping[str, bytes]) -> bytes:
    told = {
        "kind": "wechat",
        "title": post.title,
        "digest": post.digest,
        "as_of": post.as_of.isoformat(),
        "until": post.until.isoformat() if post.until else None,
        "cases": list(post.numbers),
        "samples": list(post.samples),
        "duties": [{"on": duty.on.isoformat(), "case": duty.number, "what": duty.what} for duty in post.duties],
        "files": [
            {"path": name, "size": len(data), "sha256": hashlib.sha256(data).hexdigest()}
            for name, data in sorted(made.items())
        ],
    }
    return (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode()


def _preview(post: Post, article: str) -> str:
    script = _script()
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    return (
        environment()
        .get_template("wechat.html")
        .render(
            post=post,
            article=Markup(article),  # noqa: S704 - escaped piece by piece where it was made
            duties=duty_lines(post),
            cover=COVER,
            share=SHARE,
            script=Markup(script),  # noqa: S704 - our own file, whose digest the policy names
            policy=f"script-src 'sha256-{digest}'; object-src 'none'; base-uri 'none'; form-action 'none'",
        )
    )


@cache
def _script() -> str:
    loader = environment().loader
    if loader is None:
        raise LookupError("wechat.js")
    return loader.get_source(environment(), "wechat.js")[0]
