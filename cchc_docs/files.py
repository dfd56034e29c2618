"""Files on disk: where the shipped ones are, and writing that never leaves half a file."""

import contextlib
import os
import re
import tempfile
from collections.abc import Iterable
from pathlib import Path

from cchc_docs.text import clean

_PACKAGE = Path(__file__).resolve().parent


def shipped(name: str) -> Path:
    """The shipped folder ``name`` (``templates`` or ``data``): inside the package in a wheel, beside it in a checkout.

    Raises FileNotFoundError where neither is there: a broken installation, not a person's mistake.
    """
    for root in (_PACKAGE, _PACKAGE.parent):
        if (folder := root / name).is_dir():
            return folder
    raise FileNotFoundError(f"{name}: not shipped beside {_PACKAGE}")


_FORBIDDEN = re.compile(r'[\x00-\x1f\x7f\\/:*?"<>|]+')
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)", re.IGNORECASE)
_LONGEST = 80
"""Characters of a name; with a year, a type and an ending it stays far below the 255 bytes of any file system."""


def safe_names(names: Iterable[str]) -> list[str]:
    """A file name (without ending) for each of ``names``: distinct on any system, and never a way out of the folder.

    Windows forbids some characters, final dots and spaces, and the names of its devices, and does not tell capitals
    from small letters. Names that come out the same get a number, in their order.

    >>> safe_names(["VP", "vp", "Sở A/B: “C”?", "..", "CON", ""])
    ['VP', 'vp (2)', 'Sở A_B_ “C”_', '_', '_CON', '_ (2)']
    """
    taken: set[str] = set()
    return [_distinct(_safe(name), taken) for name in names]


def _safe(name: str) -> str:
    name = _FORBIDDEN.sub("_", clean(name).replace("\n", " "))
    name = name[:_LONGEST].encode()[: 2 * _LONGEST].decode(errors="ignore").strip(". ") or "_"
    return f"_{name}" if _RESERVED.match(name) else name


def _distinct(name: str, taken: set[str]) -> str:
    number, candidate = 1, name
    while candidate.casefold() in taken:
        number += 1
        candidate = f"{name} ({number})"
    taken.add(candidate.casefold())
    return candidate


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


def _umask() -> int:
    current = os.umask(0)
    os.umask(current)
    return current
