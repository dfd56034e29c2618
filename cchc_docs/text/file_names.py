"""File names that every system takes, from whatever a person called a thing."""

import re
from collections.abc import Iterable

from cchc_docs.text.normal import clean

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
