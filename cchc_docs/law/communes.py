"""The 3,321 communes since 1/7/2025 and what stood there before (``facts/xa.csv``)."""

import re
from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from functools import cache

from cchc_docs.facts import table
from cchc_docs.law.days import day_of
from cchc_docs.law.names import same, without

MERGED = date(2025, 7, 1)
"""The first day of the communes of today (NQ 202/2025/QH15, Luật 72/2025/QH15)."""
_KINDS = ("đặc khu", "thị trấn", "phường", "xã")
_OPENINGS = tuple(f"{kind} " for kind in _KINDS)


@dataclass(frozen=True, slots=True)
class Commune:
    """A commune of today. ``kind`` is sure until ``kind_until`` (None: no change is known)."""

    code: str
    kind: str
    name: str
    province: str
    before: str
    kind_until: date | None

    @property
    def title(self) -> str:
        """Kind and name: ``phường Ba Đình``; the digit of a numbered one stays (``phường Móng Cái 1``)."""
        return f"{self.kind} {self.name}"


@dataclass(frozen=True, slots=True)
class FormerCommune:
    """A commune until 30/6/2025, and the communes into which it, or parts of it, went."""

    kind: str
    name: str
    district: str
    province: str
    became: tuple[Commune, ...]


@cache
def communes() -> tuple[Commune, ...]:
    """All communes of today, by code."""
    return tuple(
        Commune(row["ma"], row["loai"], row["ten"], row["tinh"], row["truoc"], day_of(row["loai_den"]))
        for row in table("xa")
    )


def commune(name: str, province: str = "") -> tuple[Commune, ...]:
    """The communes of this name, with or without its kind; many names occur in several provinces.

    >>> [one.title for one in commune("phường Ba Đình")], commune("xã Ba Đình", "Hà Nội")
    (['phường Ba Đình'], ())
    """
    kind, bare = _parted(name)
    found = _by_name().get(same(bare), ())
    return tuple(
        one
        for one in found
        if (not kind or one.kind == kind) and (not province or same(one.province) == same(province))
    )


def former_commune(name: str, province: str = "") -> tuple[FormerCommune, ...]:
    """The communes of this name until 30/6/2025, with or without its kind; ``province`` is the one of that time."""
    kind, bare = _parted(name)
    found = _former_by_name().get(same(bare), ())
    return tuple(
        one
        for one in found
        if (not kind or one.kind == kind) and (not province or same(one.province) == same(province))
    )


@cache
def former_communes() -> tuple[FormerCommune, ...]:
    """All communes until 30/6/2025 whose name the table has."""
    became: dict[tuple[str, str, str, str], list[Commune]] = defaultdict(list)
    for one in communes():
        for group in one.before.split("; "):
            district, _, wards = group.partition(": ")
            where, of = _district(district, one.province)
            for ward in filter(None, wards.split(", ")):
                if not ward.startswith("?"):
                    became[*_parted(ward.rstrip("*")), where, of].append(one)
    return tuple(FormerCommune(*named, tuple(now)) for named, now in became.items())


def _district(text: str, province: str) -> tuple[str, str]:
    named = re.fullmatch(r"(.+) \((.+)\)", text)
    return (named[1], named[2]) if named else (text, province)


def _parted(name: str) -> tuple[str, str]:
    bare = without(name.strip(), *_OPENINGS)
    kind = name.strip()[: -len(bare) - 1].lower()
    return (kind, bare)


@cache
def _by_name() -> dict[str, tuple[Commune, ...]]:
    found: dict[str, list[Commune]] = defaultdict(list)
    for one in communes():
        found[same(one.name)].append(one)
    return {name: tuple(ones) for name, ones in found.items()}


@cache
def _former_by_name() -> dict[str, tuple[FormerCommune, ...]]:
    found: dict[str, list[FormerCommune]] = defaultdict(list)
    for one in former_communes():
        found[same(one.name)].append(one)
    return {name: tuple(ones) for name, ones in found.items()}
