"""Which blocks of the manual the code writes: from which records, and from which lines of a session."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from generator.reference.manual import OMITTED, manual

TEXT = """\
# 手册

<!-- events -->
旧表
<!-- /events -->

```yaml
# cases/2026/yk-2026-0001.yml
单位: 甲
```

## 一章

```yaml
# cases/2026/yk-2026-0002.yml
单位:
	乙
```

说明。

```yaml
单位: 没有文件名
```

```yaml
# cases/2026/yk-2026-0003.yml
单位: 丙
```

<!-- check -->
```text
旧回答
```

```text
不是回答
```
"""

SESSION = """\
<!-- events -->
<!-- /events -->

```console
$ 一
旧回答
$ 二 --写 '三 四'
```

<!-- 只留：甲、丁 -->
```console
$ 五
```

```console
$ 六
```
"""


def _files(records: Mapping[str, str]) -> str:
    return "\n".join(f"{file}: {text.count(chr(10))} 行" for file, text in records.items())


def _never(line: str) -> str:
    raise AssertionError(line)


def test_answers_come_from_the_records_since_the_heading_and_nothing_else_changes() -> None:
    written = manual(TEXT, _files, _never)
    table, _, rest = written.partition("<!-- /events -->")
    assert table.startswith("# 手册\n\n<!-- events -->\n| 事项 | 还可以写 | 在哪些依据下显示 |\n")
    assert rest == TEXT.partition("<!-- /events -->")[2].replace(
        "旧回答", "cases/2026/yk-2026-0002.yml: 3 行\ncases/2026/yk-2026-0003.yml: 2 行"
    )


def test_writing_twice_changes_nothing_more() -> None:
    assert manual(manual(TEXT, _files, _never), _files, _never) == manual(TEXT, _files, _never)


def test_a_manual_without_its_place_is_refused() -> None:
    with pytest.raises(ValueError, match="events"):
        manual("# 手册", _files, _never)


def test_a_session_is_played_in_its_order_and_shows_every_answer() -> None:
    played: list[str] = []

    def play(line: str) -> str:
        played.append(line)
        return f"第 {len(played)} 个\n退出码 1"

    written = manual(SESSION, _files, play)
    assert played == ["一", "二 --写 '三 四'", "五", "六"]
    assert "```console\n$ 一\n第 1 个\n退出码 1\n$ 二 --写 '三 四'\n第 2 个\n退出码 1\n```\n" in written
    assert "```console\n$ 六\n第 4 个\n退出码 1\n```\n" in written


def test_lines_are_left_out_where_the_manual_says_so_and_the_gap_is_marked() -> None:
    written = manual(SESSION, _files, lambda _: "甲一\n乙\n丙\n  丁一\n戊甲\n退出码 2")
    shown = f"```console\n$ 五\n甲一\n{OMITTED}\n  丁一\n{OMITTED}\n退出码 2\n```\n"
    assert f"<!-- 只留：甲、丁 -->\n{shown}" in written
    assert "$ 六\n甲一\n乙\n丙\n  丁一\n戊甲\n退出码 2\n" in written
    again = manual(written, _files, lambda _: "甲一\n乙\n丙\n  丁一\n戊甲\n退出码 2")
    assert again == written
