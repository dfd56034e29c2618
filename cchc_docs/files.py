"""Files on disk: where the shipped ones are, and writing that never leaves half a file."""

import contextlib
import errno
import hashlib
import os
import tempfile
from collections.abc import Iterator
from functools import cache
from itertools import count
from pathlib import Path

StrPath = str | os.PathLike[str]
"""A path as callers of the package give it."""
_PACKAGE = Path(__file__).resolve().parent


def optional_path(path: StrPath | None) -> Path | None:
    """A path as the package has it; None stays None."""
    return None if path is None else Path(path)


def shipped(name: str) -> Path:
    """The shipped folder ``name`` (``templates`` or ``data``): inside the package in a wheel, beside it in a checkout.

    Raises FileNotFoundError where neither is there: a broken installation, not a person's mistake.
    """
    for root in (_PACKAGE / "shipped", _PACKAGE.parent):
        if (folder := root / name).is_dir():
            return folder
    raise FileNotFoundError(f"{name}: not shipped beside {_PACKAGE}")


@cache
def code_digest() -> bytes:
    """A digest of this program's own code and tables: what they make may change with them."""
    digest = hashlib.sha256()
    for file in sorted(_PACKAGE.rglob("*")):
        if file.suffix in {".py", ".csv"}:
            digest.update(file.read_bytes())
    return digest.digest()


def example_file() -> Path:
    """The shipped example: the data of a whole year's plan."""
    return example_files()[0]


def example_files() -> list[Path]:
    """The shipped examples, the one that a new folder is filled with first; together they make every type."""
    return [shipped("data") / f"{name}.xlsx" for name in ("so_vhttdl_lang_son_2023", "so_mau_2026")]


def write_atomic(path: Path, content: bytes) -> None:
    """Write ``content`` as ``path``: a temporary file in the same folder, then a replace.

    Makes missing folders. Raises OSError (PermissionError for a file that Word holds open on Windows); the file that
    was there before is then still there.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".tmp")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        # mkstemp makes files private; made documents get the rights that any new file of this user gets.
        Path(temporary).chmod(0o666 & ~_umask())
        Path(temporary).replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(temporary).unlink()
        raise


def write_beside(path: Path, content: bytes) -> Path:
    """Write ``content`` as ``path``, or under a name beside it where another file is there; gives where it is now.

    Raises OSError like ``write_atomic``.
    """
    for target in names_beside(path):
        if not target.exists():
            write_atomic(target, content)
            return target
        if target.is_file() and target.read_bytes() == content:
            return target
    raise AssertionError("names_beside never ends")


def names_beside(path: Path) -> Iterator[Path]:
    """The path, then the names that a new version gets where the ones before are taken.

    >>> names = names_beside(Path("ke_hoach.docx"))
    >>> [next(names).name for _ in range(3)]
    ['ke_hoach.docx', 'ke_hoach (bản mới).docx', 'ke_hoach (bản mới 2).docx']
    """
    yield path
    for number in count(1):
        yield path.with_name(f"{path.stem} (bản mới{f' {number}' if number > 1 else ''}){path.suffix}")


_REASONS = {
    errno.EACCES: "không có quyền ghi, hoặc tệp đang mở trong Word, Excel",
    errno.EPERM: "không có quyền ghi, hoặc tệp đang mở trong Word, Excel",
    errno.EROFS: "ổ đĩa chỉ cho đọc",
    errno.ENOSPC: "ổ đĩa đã đầy",
    errno.EDQUOT: "ổ đĩa đã đầy",
    errno.EEXIST: "ở chỗ của thư mục đã có một tệp cùng tên",
    errno.ENOTDIR: "ở chỗ của thư mục đã có một tệp cùng tên",
    errno.EISDIR: "ở chỗ của tệp đã có một thư mục cùng tên",
    errno.ENAMETOOLONG: "tên quá dài",
    errno.ENOENT: "không có thư mục ấy",
}


def reason(error: OSError) -> str:
    """Why the system refused, in Vietnamese, without a full stop.

    >>> reason(OSError(errno.ENOSPC, "No space left on device"))
    'ổ đĩa đã đầy'
    """
    return _REASONS.get(error.errno or 0, f"hệ điều hành báo mã {error.errno}")


def _umask() -> int:
    current = os.umask(0)
    os.umask(current)
    return current
