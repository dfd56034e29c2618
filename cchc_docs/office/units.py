"""The units: who exists on a day or in a period, who succeeds whom, who is a commune, who organises.

The one home of these questions; what a unit owes is ``reporting``'s, which of them is inspected ``inspections``'.
"""

from datetime import date

from cchc_docs.facts import table
from cchc_docs.office.calendar import Ky
from cchc_docs.office.records import Data
from cchc_docs.office.records.co_quan import CoQuan, DonVi
from cchc_docs.text.normal import fold

COMMUNES = frozenset(["xã", "phường", "đặc khu"])
"""The kinds of units that are communes."""


def exists(unit: DonVi, day: date | None) -> bool:
    """Return True if the unit is at work on ``day``; without a day, if it has no last one."""
    if day is None:
        return unit.den_ngay is None
    return (unit.tu_ngay or day) <= day <= (unit.den_ngay or day)


def exists_in(unit: DonVi, ky: Ky) -> bool:
    """Return True if the unit is at work on any day of the period."""
    begun = unit.tu_ngay is None or unit.tu_ngay <= ky.den_ngay
    return begun and not has_ended(unit, ky.tu_ngay)


def has_ended(unit: DonVi, day: date) -> bool:
    """Return True if the unit's last day is before ``day``."""
    return unit.den_ngay is not None and unit.den_ngay < day


def has_days_in_order(unit: DonVi) -> bool:
    """Return True if the unit's last day is not before its first."""
    return not (unit.tu_ngay and unit.den_ngay and unit.den_ngay < unit.tu_ngay)


def successor(data: Data, unit: DonVi, day: date) -> DonVi | None:
    """The unit that stands for ``unit`` on ``day``: itself, or who took its place (*Thay bằng*), where that ended too
    who took that one's place; None where nobody did, or units name one another in a circle.
    """
    seen: set[str] = set()
    while has_ended(unit, day):
        named = data.names.find(DonVi.sheet_key, unit.thay_bang) if unit.thay_bang else None
        if not isinstance(named, DonVi) or named.ma in seen:
            return None
        seen.add(unit.ma)
        unit = named
    return unit


def is_own_unit(unit: DonVi) -> bool:
    """Return True if it is a unit of its own: all kinds are but *khác* (steering boards, groups of units)."""
    return unit.loai != "khác"


def is_commune(unit: DonVi) -> bool:
    """Return True if the unit is a commune: xã, phường or đặc khu."""
    return unit.loai in COMMUNES


def counts_as_commune(unit: DonVi, office: CoQuan) -> bool:
    """Return True if the unit's work counts for the communes: a commune's does, and that of all units under one."""
    return is_commune(unit) or office.cap == "xã"


def is_province(office: CoQuan) -> bool:
    """Return True if the office is a province's, whose units are sở, ban and communes."""
    return office.cap == "tỉnh"


def organiser(data: Data) -> DonVi | None:
    """The unit that organises inspections and puts together what others report.

    It is the one that drafts the office's own documents (*Đơn vị soạn thảo*); where that names no unit (a field of the
    office: *UBND-NC*), the one that usually does it on this level (``facts/dien_kiem_tra.csv``).
    """
    usual = next((row["dau_moi"] for row in table("dien_kiem_tra") if row["cap"] == data.co_quan.cap), "")
    for name in (data.co_quan.don_vi_soan_thao, usual):
        for unit in data.don_vi:
            if name and fold(name) in {fold(unit.ma), fold(unit.viet_tat), fold(unit.ten)}:
                return unit
    return None
