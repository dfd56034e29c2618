"""Organs by day: which are no more, since when, and what does their work (``facts/co_quan_cu.csv``)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from cchc_docs.facts import table
from cchc_docs.law.days import listed
from cchc_docs.law.names import same, without
from cchc_docs.text.normal import clean


@dataclass(frozen=True, slots=True)
class Organ:
    """An organ or level that is no more: its last day, what took its place, whether that was new by name."""

    name: str
    level: str
    last: date
    successors: tuple[str, ...]
    successor_is_new: bool
    source: str


@dataclass(frozen=True, slots=True)
class Presence:
    """The presence of an organ on a day; ``ended`` or ``begins`` say why not, ``successors`` what is there instead."""

    there: bool
    ended: date | None = None
    begins: date | None = None
    successors: tuple[str, ...] = ()
    source: str = ""


@cache
def ended_organs() -> tuple[Organ, ...]:
    """All organs of the table that are no more."""
    return tuple(
        Organ(
            row["ten"],
            row["cap"],
            date.fromisoformat(row["den_ngay"]),
            listed(row["thay_bang"]),
            row["lap_moi"] == "có",
            row["nguon"],
        )
        for row in table("co_quan_cu")
    )


def organ(name: str, day: date) -> Presence | None:
    """Return the presence of the organ of this name on ``day``; None where the table does not know the name.

    The name may go on with the place (“Sở Tài nguyên và Môi trường tỉnh Lâm Đồng”).
    """
    words = same(without(clean(name), "các "))
    for old in ended_organs():
        if _begins_with(words, old.name):
            gone = day > old.last
            return Presence(not gone, old.last, None, old.successors if gone else (), old.source)
    for old in ended_organs():
        if old.successor_is_new and _begins_with(words, old.successors[0]):
            begins = old.last + timedelta(days=1)
            return Presence(day >= begins, None, begins, _predecessors(begins, old) if day < begins else (), old.source)
    return None


def ended_in(text: str, day: date) -> Iterator[tuple[str, Organ]]:
    """The organs named in ``text`` that are no more on ``day``, as the text writes them, in the order of the table."""
    words = clean(text)
    for old, pattern, other in _patterns():
        if old.last < day and (found := pattern.search(other.sub(_blank, words) if other else words)):
            yield words[found.start() : found.end()], old


def _begins_with(words: str, name: str) -> bool:
    return words == same(name) or words.startswith((same(f"{name} tỉnh") + " ", same(f"{name} thành phố") + " "))


def _predecessors(begins: date, one: Organ) -> tuple[str, ...]:
    return tuple(old.name for old in ended_organs() if old.successors == one.successors and old.last < begins)


def _named(name: str) -> re.Pattern[str]:
    words = r"\s+".join(map(re.escape, name.split()))
    return re.compile(rf"(?<!\w){words}(?!\w)", re.IGNORECASE)


def _blank(found: re.Match[str]) -> str:
    return " " * len(found[0])


@cache
def _patterns() -> tuple[tuple[Organ, re.Pattern[str], re.Pattern[str] | None], ...]:
    others = [row["tru_khi"] for row in table("co_quan_cu")]
    return tuple(
        (old, _named(old.name), re.compile(other, re.IGNORECASE) if other else None)
        for old, other in zip(ended_organs(), others, strict=True)
    )
