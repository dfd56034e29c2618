"""Documents that a text cites by number and date: ``Kế hoạch số 12/KH-UBND ngày 05/3/2026``."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_NUMBER = r"(?<![\w/.-])(?P<so>\d+[a-zđ]?/(?:\d{4}/)?[A-ZĐ][\w&Đ-]*(?:-[\w&Đ]+)*)"
_DATE = (
    r"\s*,?\s*ngày\s+(?:(?P<d>\d{1,2})\s*[/.-]\s*(?P<m>\d{1,2})\s*[/.-]\s*(?P<y>\d{4})"
    r"|(?P<d2>\d{1,2})\s+tháng\s+(?P<m2>\d{1,2})\s+năm\s+(?P<y2>\d{4}))"
)
_CITED = re.compile(f"{_NUMBER}(?:{_DATE})?")

Day = tuple[int, int, int]
"""Year, month, day, as typed: maybe one that no calendar has."""


@dataclass(frozen=True, slots=True)
class Cited:
    """A document cited: its number, the day that follows it, and where number and day stand in the text."""

    number: str
    day: Day | None
    at: int
    end: int


def cited(text: str) -> Iterator[Cited]:
    """The documents that a text cites by number, with the day of each where it follows.

    >>> [(one.number, one.day) for one in cited("Nghị định số 30/2020/NĐ-CP ngày 05/3/2020; Kế hoạch 05/KH-UBND")]
    [('30/2020/NĐ-CP', (2020, 3, 5)), ('05/KH-UBND', None)]
    """
    for found in _CITED.finditer(text):
        year, month, day = (found[name] or found[f"{name}2"] for name in "ymd")
        yield Cited(found["so"], (int(year), int(month), int(day)) if year else None, found.start(), found.end())


def written(day: Day) -> str:
    """A day as people type it.

    >>> written((2026, 3, 5))
    '05/3/2026'
    """
    year, month, number = day
    return f"{number:02d}/{month:02d}/{year}" if month <= 2 else f"{number:02d}/{month}/{year}"
