"""Why the system refused to read or write, in words that say what to do about it."""

from __future__ import annotations

import errno
from collections.abc import Mapping
from socket import EAI_NONAME
from typing import Final

_WORDS: Final[Mapping[int, str]] = {
    errno.EACCES: "没有权限",
    errno.EADDRINUSE: "别的程序在用",
    errno.EADDRNOTAVAIL: "这台机器没有这个地址",
    errno.EAGAIN: "内存或进程数不够",
    errno.EBUSY: "正被别的程序占用",
    errno.EDQUOT: "磁盘配额用完了",
    errno.EEXIST: "那里已经有同名的文件",
    errno.EFBIG: "超过了系统允许的文件大小",
    errno.EIO: "磁盘读写出错",
    errno.EISDIR: "那里是一个文件夹",
    errno.ELOOP: "链接绕成了圈",
    errno.EMFILE: "打开的文件太多",
    errno.ENAMETOOLONG: "名称太长",
    errno.ENFILE: "打开的文件太多",
    errno.ENOENT: "那里没有这个文件",
    errno.ENOMEM: "内存不够",
    errno.ENOSPC: "磁盘满了",
    errno.ENOTDIR: "路径里有一段不是文件夹",
    errno.ENOTEMPTY: "文件夹里还有别的文件",
    errno.EPERM: "没有权限",
    errno.EROFS: "磁盘是只读的",
    errno.ESTALE: "网络磁盘断开了",
    errno.ETXTBSY: "正被别的程序占用",
    errno.EXDEV: "两处不在同一个磁盘上",
    EAI_NONAME: "没有这个地址",
}


def why(error: OSError) -> str:
    """The system's reason as a few Chinese words; its number where nobody has put it into words yet."""
    number = error.errno or 0
    return _WORDS.get(number, f"系统错误 {number}")
