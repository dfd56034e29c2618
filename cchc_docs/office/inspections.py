"""Inspections: which units an office inspects and what part of them at least, who takes part, which are over."""

from dataclasses import dataclass
from datetime import date, datetime

from cchc_docs.facts import table
from cchc_docs.office.records import Data
from cchc_docs.office.records.co_quan import DonVi
from cchc_docs.office.records.kiem_tra import CuocKiemTra, ThanhPhanKiemTra
from cchc_docs.text.normal import fold

_NO_UNIT = "khác"
"""A kind that is no unit of its own: steering boards, groups of units."""


@dataclass(frozen=True, slots=True)
class InspectionScope:
    """The kinds of units that an office inspects; none named: all but *khác*. ``minimum`` is in %, None where no rule
    sets one; ``called`` is what text calls the units; ``organiser`` names the unit that usually organises it."""

    kinds: tuple[str, ...] = ()
    called: str = "đơn vị"
    minimum: int | None = None
    organiser: str = ""

    def takes(self, unit: DonVi) -> bool:
        """Return True if the unit is of a kind that is inspected."""
        return unit.loai in self.kinds if self.kinds else unit.loai != _NO_UNIT


def inspection_scope(data: Data) -> InspectionScope:
    """Return the rules for an office of this level (``facts/dien_kiem_tra.csv``)."""
    for row in table("dien_kiem_tra"):
        if row["cap"] == data.co_quan.cap:
            kinds = tuple(row["loai"].split("; "))
            return InspectionScope(kinds, row["goi_chung"], int(row["toi_thieu"]), row["dau_moi"])
    return InspectionScope()


def units_to_inspect(data: Data, day: date | None) -> list[DonVi]:
    """The units of those kinds that exist on ``day``, or have no last day where none is given; and all in the schedule.

    A unit that was inspected and then dissolved counts among both, so that the rate is never more than 100 %.
    """
    scope = inspection_scope(data)
    inspected = {one.don_vi.ma for one in data.cuoc_kiem_tra}
    return [unit for unit in data.don_vi if scope.takes(unit) and (unit.ma in inspected or exists(unit, day))]


def organiser(data: Data) -> DonVi | None:
    """The unit that organises inspections and puts together what others report.

    It is the one that drafts the office's own documents (*Đơn vị soạn thảo*); where that names no unit (a field of the
    office: *UBND-NC*), the one that usually does it on this level.
    """
    for name in (data.co_quan.don_vi_soan_thao, inspection_scope(data).organiser):
        for unit in data.don_vi:
            if name and fold(name) in {fold(unit.ma), fold(unit.viet_tat), fold(unit.ten)}:
                return unit
    return None


def exists(unit: DonVi, day: date | None) -> bool:
    """Whether the unit is at work on ``day``; without a day, whether it has no last one."""
    if day is None:
        return unit.den_ngay is None
    return (unit.tu_ngay or day) <= day <= (unit.den_ngay or day)


def people_of(data: Data) -> dict[str, list[ThanhPhanKiemTra]]:
    """Return the people of each inspection, by its code, in the file's order; a blank column means every inspection."""
    found: dict[str, list[ThanhPhanKiemTra]] = {one.ma: [] for one in data.cuoc_kiem_tra}
    for person in data.thanh_phan_kiem_tra:
        for code in {one.ma for one in person.cuoc_kiem_tra} or found:
            found[code].append(person)
    return found


def day_of(moment: datetime | date) -> date:
    """The day of a moment that may have a time."""
    return moment.date() if isinstance(moment, datetime) else moment


def is_before(one: datetime | date, other: datetime | date) -> bool:
    """Return True if ``one`` is earlier: by time where both have one, else by day."""
    if isinstance(one, datetime) and isinstance(other, datetime):
        return one < other
    return day_of(one) < day_of(other)


def is_finished(inspection: CuocKiemTra, until: date | None = None) -> bool:
    """Return True if the inspection is over: its end is known, and not after ``until``."""
    end = inspection.ket_thuc
    return end is not None and (until is None or day_of(end) <= until)
