"""Inspections: which units an office inspects and what part of them at least, who takes part, which are over."""

from dataclasses import dataclass
from datetime import date, datetime

from cchc_docs.facts import table
from cchc_docs.office.records import Data
from cchc_docs.office.records.co_quan import DonVi
from cchc_docs.office.records.kiem_tra import CuocKiemTra, PhatHien, ThanhPhanKiemTra
from cchc_docs.office.units import exists, is_own_unit


@dataclass(frozen=True, slots=True)
class InspectionScope:
    """The kinds of units that an office inspects; none named: all but *khác*. ``minimum`` is in %, None where no rule
    sets one; ``called`` is what text calls the units."""

    kinds: tuple[str, ...] = ()
    called: str = "đơn vị"
    minimum: int | None = None

    def takes(self, unit: DonVi) -> bool:
        """Return True if the unit is of a kind that is inspected."""
        return unit.loai in self.kinds if self.kinds else is_own_unit(unit)


def inspection_scope(data: Data) -> InspectionScope:
    """Return what the rules say of an office of this level (``facts/dien_kiem_tra.csv``)."""
    for row in table("dien_kiem_tra"):
        if row["cap"] == data.co_quan.cap:
            kinds = tuple(row["loai"].split("; "))
            return InspectionScope(kinds, row["goi_chung"], int(row["toi_thieu"]))
    return InspectionScope()


def units_to_inspect(data: Data, day: date | None) -> list[DonVi]:
    """The units of those kinds that exist on ``day``, or have no last day where none is given; and all in the schedule.

    A unit that was inspected and then dissolved counts among both, so that the rate is never more than 100 %.
    """
    scope = inspection_scope(data)
    inspected = {one.don_vi.ma for one in data.cuoc_kiem_tra}
    return [unit for unit in data.don_vi if scope.takes(unit) and (unit.ma in inspected or exists(unit, day))]


def people_of(data: Data) -> dict[str, list[ThanhPhanKiemTra]]:
    """Who takes part in each inspection, by its code, in the file's order; a blank column means every inspection."""
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


def is_shortcoming(row: PhatHien) -> bool:
    """Return True if the finding is a shortcoming, something to be mended."""
    return row.loai == "tồn tại"


def is_mended(row: PhatHien) -> bool:
    """Return True if the shortcoming is mended; one without a state is still to be mended."""
    return row.trang_thai == "đã khắc phục"
