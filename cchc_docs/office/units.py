"""The units of an office: which exist on a day or in a period, which succeeds one, who organises, what is a commune."""

from datetime import date

from cchc_docs.facts import table
from cchc_docs.office.calendar import Ky
from cchc_docs.office.records import Data
from cchc_docs.office.records.co_quan import CoQuan, DonVi
from cchc_docs.text.normal import fold

COMMUNES = frozenset(["xã", "phường", "đặc khu"])
"""The kinds of communes (Luật 72/2025/QH15, Điều 1)."""
NO_UNIT = "khác"
"""A kind that is no unit of its own: steering boards, groups of units. It is not inspected and owes no report."""


def exists(unit: DonVi, day: date | None) -> bool:
    """Return True if the unit is at work on ``day``; without a day, if it has no last one."""
    if day is None:
        return unit.den_ngay is None
    return (unit.tu_ngay or day) <= day <= (unit.den_ngay or day)


def has_ended(unit: DonVi, day: date) -> bool:
    """Return True if the unit's last day is before ``day``."""
    return unit.den_ngay is not None and unit.den_ngay < day


def active(unit: DonVi, ky: Ky) -> bool:
    """Return True if the unit existed on any day of the period."""
    begun = unit.tu_ngay is None or unit.tu_ngay <= ky.den_ngay
    return begun and not has_ended(unit, ky.tu_ngay)


def successor(data: Data, unit: DonVi, day: date) -> DonVi | None:
    """The unit that does on ``day`` what ``unit`` did: itself while it exists, else by *Thay bằng*, over several steps.

    None where the file names no unit that is still there; units that name one another end somewhere.
    """
    after: DonVi | None = unit
    for _ in data.don_vi:
        if after is None or not has_ended(after, day):
            return after
        named = data.names.find(DonVi.sheet_key, after.thay_bang) if after.thay_bang else None
        after = named if isinstance(named, DonVi) else None
    return after if after is not None and not has_ended(after, day) else None


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


def is_commune(unit: DonVi, office: CoQuan) -> bool:
    """Return True if the unit's files are those of communes; under a sở all are the sở's, under a xã the xã's."""
    return unit.loai in COMMUNES or office.cap == "xã"
