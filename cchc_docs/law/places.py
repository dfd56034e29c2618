"""Provinces by day (``facts/tinh.csv``): tỉnh or thành phố, and what was merged into what."""

from dataclasses import dataclass
from datetime import date
from functools import cache

from cchc_docs.facts import table
from cchc_docs.law.days import day_of
from cchc_docs.law.names import same, without

PROVINCE, CITY = "tỉnh", "thành phố"


@dataclass(frozen=True, slots=True)
class Province:
    """A province or city under the central government, of today or before."""

    name: str
    kind: str
    city_since: date | None
    first: date | None
    last: date | None
    merged_into: str
    source: str

    def kind_on(self, day: date) -> str:
        """``tỉnh`` or ``thành phố``, or ``""`` on a day when no province has this name."""
        if (self.first and day < self.first) or (self.last and day > self.last):
            return ""
        return PROVINCE if self.city_since and day < self.city_since else self.kind


@cache
def provinces() -> dict[str, Province]:
    """All provinces that were or are, by the form of their name that ``same`` gives."""
    return {
        same(row["ten"]): Province(
            row["ten"],
            row["loai"],
            day_of(row["thanh_pho_tu"]),
            day_of(row["tu_ngay"]),
            day_of(row["den_ngay"]),
            row["nhap_vao"],
            row["nguon"],
        )
        for row in table("tinh")
    }


def province(name: str) -> Province | None:
    """The province of this name, with or without its kind; None where there was none."""
    return provinces().get(same(without(name.strip(), "thành phố ", "tp. ", "tp ", "tỉnh ")))


def province_on(name: str, day: date) -> Province | None:
    """The province that has this name on ``day``, or into which it was merged by then.

    >>> province_on("Bình Thuận", date(2026, 1, 5)).name
    'Lâm Đồng'
    """
    found = province(name)
    while found and found.last and day > found.last:
        found = province(found.merged_into)
    return found


def province_title(name: str, day: date) -> str:
    """Kind and name as a paper of ``day`` writes them; ``""`` where no province has this name on that day.

    >>> province_title("Đồng Nai", date(2026, 4, 29)), province_title("Đồng Nai", date(2026, 4, 30))
    ('tỉnh Đồng Nai', 'thành phố Đồng Nai')
    >>> province_title("Hồ Chí Minh", date(2026, 4, 30))
    'Thành phố Hồ Chí Minh'
    """
    found = province(name)
    kind = found.kind_on(day) if found else ""
    if not found or not kind:
        return ""
    # NĐ 30/2020/NĐ-CP, Phụ lục II, III.1.c: the kind is part of this name.
    return f"{kind.capitalize() if found.name == 'Hồ Chí Minh' else kind} {found.name}"
