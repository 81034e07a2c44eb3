"""Bytes → tree: libyaml's event stream into nodes with places; everything unusual is a Problem, never a crash.

Anchors, aliases, tags and several documents are refused outright: an editor needs none of them, and each has bitten
somebody (alias bombs, typed values, a second document that nobody reads).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

import yaml

from generator.problems import Problem, Span, has_unseen
from generator.records.encoding import FORBIDDEN, text_of
from generator.records.tree import Mapping, Node, Scalar, Sequence

MAX_DEPTH: Final = 20
MAX_NODES: Final = 5_000
MAX_TWICE: Final = 100
"""As many keys written twice as are listed; a file with more is something else."""
_LOADER: Final = getattr(yaml, "CBaseLoader", yaml.BaseLoader)

_BAD_COLON: Final = re.compile(r"[ -]*[^\s:：#'\"{\[]{1,20}(：|:(?=[^\s/]))")
_SCANNER_WORDS: Final = (
    ("found character '\\t'", "缩进用了制表符", "缩进只用空格，每级两个"),
    ("cannot start any token", "这里有 YAML 不认识的符号", "制表符、@、` 不能打头；需要时给整段文字加引号"),
    ("mapping values are not allowed", "这里不该再出现冒号", "文字里有「: 」时给整段文字加引号，或检查上一行的缩进"),
    ("expected <block end>", "缩进对不齐", "同一级的各行要从同一列开始"),
    ("expected <document start>", "一个文件里有几份文档", "删去 ... 和它后面的内容，一件案件一个文件"),
    ("expected '-' indicator", "缩进对不齐", "同一项的各行与「- 」后面的第一个字对齐"),
    ("did not find expected key", "缩进对不齐，或少了一个键", "同一级的各行要从同一列开始，每行写成「键: 值」"),
    ("could not find expected ':'", "这一行少了冒号", "写成「键: 值」，冒号用半角，后面空一格"),
    ("unexpected end", "引号没有配对", "补上另一半引号"),
    ("expected ',' or '}'", "花括号里少了逗号或没有收尾", "各项之间用半角逗号，末尾补上 }"),
    ("expected ',' or ']'", "方括号里少了逗号或没有收尾", "各项之间用半角逗号，末尾补上 ]"),
)

_CONFLICT: Final = re.compile(r"(<{7}|>{7})( .*)?\r?")
_YEAR: Final = re.compile(r"\[((?:19|20)\d\d)\]")
_OPENED: Final = ("expected ',' or '}'", "expected ',' or ']'", "unexpected end")
_make = tuple.__new__  # a named tuple without the price of its own constructor: a hundred of them for each record


class _Refused(Exception):  # noqa: N818 - it ends one reading and never leaves this module
    def __init__(self, problem: Problem) -> None:
        self.problem = problem


def read(data: bytes, file: str) -> tuple[Node | None, list[Problem]]:
    """Read one document. The node is None where the file cannot be read at all; duplicate keys are kept as problems."""
    text, problems = text_of(data, file)
    if text is None:
        return None, problems
    node, found = read_text(text, file)
    return node, [*problems, *found]


def read_text(text: str, file: str) -> tuple[Node | None, list[Problem]]:
    """The same, of a text that holds no forbidden character."""
    builder = _Builder(file)
    try:
        builder.take(text)
    except _Refused as refused:
        return None, [*builder.problems, refused.problem]
    except yaml.YAMLError as error:
        return None, [*builder.problems, _syntax(error, text, file)]
    if builder.root is None or (isinstance(builder.root, Scalar) and not builder.root.given):
        return None, [Problem(Span(file), "R104", "文件是空的", "照样例填写，或删去这个文件")]
    return builder.root, builder.problems


def _syntax(error: yaml.YAMLError, text: str, file: str) -> Problem:
    mark, said = _said(error)
    span = Span(file, mark.line + 1, mark.column + 1) if mark else Span(file)
    lines = text.split("\n")
    slip = _conflict(lines, file) or _bracketed_year(error, lines, file) or _slip(lines, span, said)
    if slip:
        return slip
    for words, message, hint in _SCANNER_WORDS:
        if words in said:
            return Problem(span, "R103", message, hint)
    return Problem(span, "R103", "YAML 写法有误", "检查这一行和上一行的缩进、冒号、引号")


def _said(error: yaml.YAMLError) -> tuple[yaml.Mark | None, str]:
    """Where and what. What was opened and never closed is wrong where it was opened, however late that is noticed."""
    if not isinstance(error, yaml.MarkedYAMLError):
        return None, str(error)
    mark, opened, said = error.problem_mark, error.context_mark, f"{error.problem} {error.context}"
    if opened and mark and opened.line < mark.line and any(word in said for word in _OPENED):
        return opened, said
    return mark or opened, said


def _conflict(lines: list[str], file: str) -> Problem | None:
    """What git leaves where two people changed the same lines; a parser stumbles over it anywhere below."""
    for number, line in enumerate(lines, 1):
        if _CONFLICT.fullmatch(line):
            message = "两个人改了同一处，还没有合并完：这是 git 留下的标记"
            hint = "这一行到 >>>>>>> 之间有两份内容，中间用 ======= 隔开：留下对的一份，删去三行标记"
            return Problem(Span(file, number, 1, 7), "R103", message, hint)
    return None


def _bracketed_year(error: yaml.YAMLError, lines: list[str], file: str) -> Problem | None:
    """A document number typed with the brackets that open a list."""
    mark = error.problem_mark if isinstance(error, yaml.MarkedYAMLError) else None
    for found in _YEAR.finditer(lines[mark.line]) if mark and mark.line < len(lines) else ():
        if mark and mark.column in found.span():
            place = Span(file, mark.line + 1, found.start() + 1, len(found[0]))
            return Problem(place, "R103", "年份用了半角方括号，它在这里是列表的意思", f"文号里写成〔{found[1]}〕")
    return None


def _slip(lines: list[str], span: Span, said: str) -> Problem | None:
    """The slips that a parser notices too late, and a tab where blanks belong, at their own places."""
    here = lines[span.line - 1] if span.line <= len(lines) else ""
    if "\t" in here[: len(here) - len(here.lstrip())]:
        place = Span(span.file, span.line, here.index("\t") + 1, 1)
        return Problem(place, "R103", "缩进用了制表符", "缩进只用空格，每级两个")
    comma = here.rfind("，", 0, span.column - 1)
    if "expected ',' or" in said and comma >= 0:
        return Problem(Span(span.file, span.line, comma + 1, 1), "R103", "逗号是全角的", "各项之间用半角逗号")
    return _bad_colon(lines, span)


def _bad_colon(lines: list[str], span: Span) -> Problem | None:
    """A full-width colon, or one without a blank behind it, on this line or the one above."""
    near = [number for number in range(min(span.line, len(lines)), 0, -1) if lines[number - 1].strip()][:2]
    for number in reversed(near):
        colon = _BAD_COLON.match(lines[number - 1])
        if colon:
            place = Span(span.file, number, colon.start(1) + 1, 1)
            message = "冒号是全角的" if colon[1] == "：" else "冒号后面少了空格"
            return Problem(place, "R103", message, "写成「键: 值」，冒号用半角，后面空一格")
    return None


def plain_text(text: str) -> dict[str, object] | None:
    """The bare texts of an ordinary document, without places; None where anything calls for the careful reading.

    What it gives is what `read_text` and `tree.plain` give, without problems, in half of their time.
    """
    if "\\" in text or has_unseen(text):
        return None
    try:
        return _plain(iter(_LOADER(text).get_event, None))
    except yaml.YAMLError:
        return None


def _plain(events: Iterator[yaml.Event]) -> dict[str, object] | None:
    root: list[object] = []
    stack: list[tuple[list[object], bool]] = [(root, False)]
    inside, left = root, MAX_NODES
    scalar, end = yaml.ScalarEvent, yaml.CollectionEndEvent  # looked up once, not a hundred times
    for event in events:
        if isinstance(event, scalar):
            value = event.value
            if event.anchor or event.tag or not value:
                return None
            inside.append(value)
        elif isinstance(event, end):
            done, is_mapping = stack.pop()
            inside, left = stack[-1][0], left - len(done) - 1
            pairs = dict(zip(done[::2], done[1::2], strict=True)) if is_mapping else None
            if left < 0 or (pairs is not None and 2 * len(pairs) != len(done)):
                return None
            inside.append(done if pairs is None else pairs)
        elif isinstance(event, yaml.CollectionStartEvent):
            is_key = stack[-1][1] and len(inside) % 2 == 0
            if event.anchor or event.tag or is_key or len(stack) > MAX_DEPTH:
                return None
            inside = []
            stack.append((inside, isinstance(event, yaml.MappingStartEvent)))
        elif isinstance(event, yaml.AliasEvent):
            return None
    return root[0] if len(root) == 1 and isinstance(root[0], dict) else None


class _Open:
    """A list or mapping whose end has not come yet."""

    __slots__ = ("entries", "items", "key", "span")

    def __init__(self, span: Span, *, is_list: bool) -> None:
        self.span = span
        self.items: list[Node] | None = [] if is_list else None
        self.entries: dict[str, tuple[Span, Node]] = {}
        self.key: Scalar | None = None


class _Builder:
    """Takes libyaml's events one by one; iterative, so that depth cannot exhaust the stack."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.root: Node | None = None
        self.problems: list[Problem] = []
        self._open: list[_Open] = []
        self._left = MAX_NODES

    def take(self, text: str) -> None:
        """Read everything; scalars first, for they are four of five events."""
        for event in yaml.parse(text, Loader=_LOADER):
            if isinstance(event, yaml.ScalarEvent):
                self._scalar(event)
            elif isinstance(event, yaml.CollectionEndEvent):
                self._end()
            elif isinstance(event, yaml.CollectionStartEvent):
                self._start(event)
            elif isinstance(event, yaml.AliasEvent):
                raise self._refuse(event, "记录里不能用 * 引用", "把内容原样再写一遍")
            elif isinstance(event, yaml.DocumentStartEvent) and self.root is not None:
                raise self._refuse(event, "一个文件里有几份文档", "删去多余的 ---，一件案件一个文件")

    def _span(self, event: yaml.Event) -> Span:
        start, end = event.start_mark, event.end_mark
        if start is None or end is None:
            return Span(self.file)
        line, column = start.line, start.column
        return _make(Span, (self.file, line + 1, column + 1, end.column - column if end.line == line else 0))

    def _refuse(self, event: yaml.Event, message: str, hint: str) -> _Refused:
        return _Refused(Problem(self._span(event), "R105", message, hint))

    def _admit(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent) -> None:
        if event.anchor:
            raise self._refuse(event, "记录里不能用 & 锚点", "删去 & 和它后面的名字")
        if event.tag and event.tag != "!":
            raise self._refuse(event, "记录里不能用 ! 标签", "删去 ! 和它后面的名字，只写内容")

    def _scalar(self, event: yaml.ScalarEvent) -> None:
        if event.anchor or event.tag:
            self._admit(event)
        text, style = event.value, event.style
        if style == '"' and FORBIDDEN.search(text):
            message, hint = "引号里用 \\ 写出了看不见的控制字符", "删去它；\\ 打头的写法用不着"
            raise _Refused(Problem(self._span(event), "R103", message, hint))
        self._place(Scalar(text, self._span(event), bool(text or style)))

    def _start(self, event: yaml.CollectionStartEvent) -> None:
        self._admit(event)
        opened = self._open
        if len(opened) >= MAX_DEPTH:
            raise self._refuse(event, f"层级超过 {MAX_DEPTH} 层", "照样例的层级填写")
        if opened and opened[-1].items is None and opened[-1].key is None:
            raise self._refuse(event, "键不能是列表或映射", "键只写文字，例如「日期:」")
        opened.append(_Open(self._span(event), is_list=isinstance(event, yaml.SequenceStartEvent)))

    def _end(self) -> None:
        done = self._open.pop()
        self._place(Mapping(done.entries, done.span) if done.items is None else Sequence(tuple(done.items), done.span))

    def _place(self, node: Node) -> None:
        self._left -= 1
        if self._left < 0:
            message, hint = f"文件里的内容超过 {MAX_NODES} 项", "一件案件一个文件；大段材料不放进记录"
            raise _Refused(Problem(node.span, "R113", message, hint))
        if not self._open:
            self.root = node
            return
        parent = self._open[-1]
        if parent.items is not None:
            parent.items.append(node)
        elif parent.key is None:
            parent.key = node if isinstance(node, Scalar) else None
        else:
            key, parent.key = parent.key, None
            self._entry(parent, key, node)

    def _entry(self, parent: _Open, key: Scalar, node: Node) -> None:
        first = parent.entries.setdefault(key.text, (key.span, node))
        if first[1] is not node:
            if len(self.problems) >= MAX_TWICE:
                raise _Refused(Problem(key.span, "R114", f"重复的键超过 {MAX_TWICE} 个", "核对这是不是案件记录"))
            hint = f"第 {first[0].line} 行已经写过，保留一处"
            self.problems.append(Problem(key.span, "R106", "同一个键写了两遍", hint))
