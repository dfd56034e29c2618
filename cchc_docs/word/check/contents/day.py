"""The day of a paper: what was law and which organs there were is asked of it."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from cchc_docs.word.check.paper import Paper

_DATE = re.compile(r"ngày(?P<day>[\s.…_/\d]*)tháng(?P<month>[\s.…_/\d]*)năm(?P<year>[\s.…_\d]*)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Span:
    """The first and the last day that a paper may bear: one and the same where its date is filled in."""

    first: date
    last: date


def span_of(paper: Paper) -> Span | None:
    """The days that the date line leaves open; None where it names no year, or there is none."""
    found = _DATE.search(paper.ngay[0].text) if paper.ngay else None
    year, month, day = (_number(found[name]) if found else 0 for name in ("year", "month", "day"))
    if not 1945 <= year <= 2100 or month > 12:
        return None
    first_month, last_month = (month, month) if month else (1, 12)
    last_day = monthrange(year, last_month)[1]
    if not month or not 1 <= day <= last_day:
        return Span(date(year, first_month, 1), date(year, last_month, last_day))
    return Span(date(year, month, day), date(year, month, day))


def _number(text: str) -> int:
    digits = text.strip(" .…_/\t")
    return int(digits) if digits.isdecimal() else 0


def real(year: int, month: int, day: int) -> date | None:
    """The day, or None where no calendar has it.

    >>> real(2026, 2, 29), real(2028, 2, 29)
    (None, datetime.date(2028, 2, 29))
    """
    try:
        return date(year, month, day)
    except ValueError:
        return None
