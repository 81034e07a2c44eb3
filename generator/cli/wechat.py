"""`anxin wechat`: a month, a case or a lesson as an article for the 公众号."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final, NoReturn

import click

from generator.cli import diagnostics
from generator.cli.chinese import ChineseCommand
from generator.cli.folder import put
from generator.cli.options import AS_OF, PROBLEMS, REFUSED, ROOT, STYLE, USAGE, PlaceType
from generator.cli.telling import Opened, open_disclosed
from generator.course.lesson import COURSES, LESSONS, Lesson
from generator.disclosure.public import PublicPortal, PublicSite
from generator.disclosure.sweep import sweeper
from generator.model.personal import mask
from generator.pages import cards
from generator.pages.wechat.cases import case_post, month_post
from generator.pages.wechat.files import MANIFEST, duty_lines, files
from generator.pages.wechat.lesson import Asked, NotPublic, Teaching, lesson_post
from generator.pages.wechat.post import Post
from generator.records.load import read_course

_SHORTEST_NAME: Final = 3
_MONTH: Final = re.compile(r"(\d{4})-(0[1-9]|1[0-2])")


@dataclass(frozen=True, slots=True)
class Month:
    """A month of a year."""

    year: int
    month: int


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why there is no article, and with what code the command ends."""

    sentence: str
    code: int


class MonthType(click.ParamType[Month]):
    """A month on the command line."""

    name = "月份"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> Month:
        """Read 2026-10."""
        if isinstance(value, Month):
            return value
        found = _MONTH.fullmatch(str(value))
        if found is None or not found[1].isascii() or int(found[1]) < 1:
            self.fail("写成 2026-10 这样", param, ctx)
        return Month(int(found[1]), int(found[2]))


@click.command("wechat", cls=ChineseCommand)
@ROOT
@AS_OF
@click.option("--month", type=MonthType(), metavar="月份", help="这个月新公开、现在还在公开的案件，如 2026-10")
@click.option("--case", "number", metavar="编号", help="一件正在公开的案件")
@click.option("--lesson", metavar="课文", help="一课开工第一课，如 workers/01-contract，也可以写标题")
@click.option("--out", type=PlaceType(), metavar="目录", help="放到哪里，默认 wechat 下面")
@STYLE
@click.pass_context
def command(  # noqa: PLR0913 - one for each option
    ctx: click.Context,
    *,
    root: Path,
    as_of: date | None,
    month: Month | None,
    number: str | None,
    lesson: str | None,
    out: Path | None,
    style: str,
) -> None:
    """生成公众号推文：正文、封面、分享图、纯文本，和到期要删除的日子。

    例：anxin wechat --month 2026-10

    例：anxin wechat --lesson workers/01-contract --out 推文
    """
    if sum(one is not None for one in (month, number, lesson)) != 1:
        _leave(ctx, Refusal("--month、--case、--lesson 写一个，而且只写一个。", USAGE))
    opened = open_disclosed(root, as_of)
    if not isinstance(opened, Opened):
        click.echo(diagnostics.report(opened, root, "text"))
        _leave(ctx, Refusal("有错误，没有生成；原有的推文没有改动。", PROBLEMS))
    post = _post(opened, root, month, number, lesson)
    if isinstance(post, Refusal):
        _leave(ctx, post)
    made = _checked(post, opened)
    if isinstance(made, Refusal):
        _leave(ctx, made)
    target = out or root / "wechat" / post.slug
    sentence = put(root, target.resolve(), made)
    if sentence:
        _leave(ctx, Refusal(sentence, REFUSED))
    click.echo(_json(made, target) if style == "json" else "\n".join(_lines(post, target)))
    for warning in _warnings(post, opened.disclosed.site.portal):
        click.echo(f"警告：{warning}", err=True)


def _warnings(post: Post, portal: PublicPortal) -> Iterator[str]:
    if post.samples:
        yield f"{'、'.join(post.samples)} 是虚构的样例，这篇推文不能发布。"
    if portal.pinned:
        yield f"portal.yml 的演示截至日期把日子固定在 {portal.as_of}，这篇推文不能发布。"
    if portal.base_url is None:
        yield "网站还没有正式网址，文中写「网址待公布」；有了网址再生成一次。"


def _leave(ctx: click.Context, refusal: Refusal) -> NoReturn:
    click.echo(refusal.sentence, err=True)
    ctx.exit(refusal.code)


def _post(opened: Opened, root: Path, month: Month | None, number: str | None, lesson: str | None) -> Post | Refusal:
    if month is not None:
        return _of_month(month, opened.disclosed.site)
    return _of_case(number, opened) if number is not None else _of_lesson(lesson or "", root, opened.disclosed.site)


def _of_month(month: Month, site: PublicSite) -> Post | Refusal:
    as_of, said = site.portal.as_of, f"{month.year}年{month.month}月"
    if (month.year, month.month) > (as_of.year, as_of.month):
        return Refusal(f"{said}还没有到（截至 {as_of}）。", USAGE)
    found = month_post(month.year, month.month, site)
    return found or Refusal(f"{said}没有新公开、截至 {as_of} 还在公开的案件，没有生成。", USAGE)


def _of_case(number: str, opened: Opened) -> Post | Refusal:
    site = opened.disclosed.site
    found = next((case for case in site.cases if case.number == number), None)
    if found:
        return case_post(found, site.portal)
    if any(ended.number == number for ended in site.ended):
        return Refusal(f"案件 {number} 已经停止公开，不能再发。", REFUSED)
    held = next((one for one in opened.disclosed.withheld if one.number == number), None)
    if held:
        return Refusal(f"案件 {number} 没有公开：{held.reason}。", REFUSED)
    return Refusal(f"没有编号为 {mask(number)} 的案件。", USAGE)


def _of_lesson(name: str, root: Path, site: PublicSite) -> Post | Refusal:
    lessons = read_course(root).lessons
    path = f"{LESSONS}/{name.removesuffix('.md')}.md"
    found = [one for one in lessons if path == one.file] or [one for one in lessons if one.title == name]
    if len(found) != 1:
        why = f"有 {len(found)} 课叫这个标题，改写成 {_name(found[0])} 这样" if found else "没有这一课"
        example = "" if found or not lessons else f"；课文的写法如 {_name(lessons[0])}"
        return Refusal(f"{mask(name)}：{why}{example}。", USAGE)
    made = lesson_post(teaching(found[0]), site)
    if isinstance(made, NotPublic):
        return Refusal(f"这一课链接到的案件 {made.number} 现在没有公开；先改课文，再生成。", REFUSED)
    return made


def _name(lesson: Lesson) -> str:
    return lesson.file.removeprefix(f"{LESSONS}/").removesuffix(".md")


def teaching(lesson: Lesson) -> Teaching:
    """The lesson as an article needs it."""
    return Teaching(
        source=lesson.file.removeprefix("content/pages/"),
        course=COURSES[lesson.course],
        title=lesson.title,
        description=lesson.description,
        sentences=tuple(said.markdown for said in lesson.sentences),
        parts=tuple((part.heading.markdown if part.heading else "", part.body.markdown) for part in lesson.parts),
        example=lesson.case.markdown if lesson.case else "",
        asked=tuple(
            Asked(
                one.asked.markdown,
                tuple((option.said.markdown, option.right) for option in one.options),
                one.why.markdown if one.why else "",
            )
            for one in lesson.questions
        ),
        ticks=tuple(said.markdown for said in lesson.ticks),
        articles=tuple(dict.fromkeys(one.title for one in lesson.articles)),
        cases=tuple(one.number for one in lesson.cases),
    )


def _checked(post: Post, opened: Opened) -> dict[str, bytes] | Refusal:
    """The files, unless something in them must not go out."""
    site, names = opened.disclosed.site, opened.disclosed.names
    undrawn = sorted({character for text in post.words.texts for character in cards.lacking(text)})
    if undrawn:
        return Refusal(f"图片的字体里没有「{'」「'.join(undrawn)}」；换一个常用的写法。", REFUSED)
    # Pictures, title and digest stay in chats when the article is gone: there even public names are too much.
    lasting = (*post.words.texts, post.title, post.digest)
    if any(name in text for name in names if len(name) >= _SHORTEST_NAME for text in lasting):
        return Refusal("标题、摘要或图片里有单位或人员的名称，转发出去收不回来；改掉标题，再生成。", REFUSED)
    made = dict(files(post))
    look = sweeper(opened.portal, site, names)
    leaks = sorted({leak for path, data in made.items() for leak in look.sweep(path, data)})
    if leaks:
        lines = [f"{leak.path}: 错误 S101: 里面有{leak.kind}，不能发布" for leak in leaks]
        return Refusal("\n".join([*lines, "没有生成；原有的推文没有改动。"]), REFUSED)
    return made


def _json(made: dict[str, bytes], target: Path) -> str:
    return json.dumps({"folder": mask(str(target)), **json.loads(made[MANIFEST])}, ensure_ascii=False, indent=1)


def _lines(post: Post, target: Path) -> Iterator[str]:
    yield f"已生成 {mask(target.name)}：{post.title}（截至 {post.as_of}）。"
    yield "用浏览器打开 preview.html，点「复制」，到公众号编辑器里粘贴；封面用 cover.png，分享图用 share.png。"
    yield "待办（也写在 待办.txt 里）："
    yield from (f"  {line}" for line in duty_lines(post))
