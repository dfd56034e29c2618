"""Which units report at the end of a period."""

from cchc_docs.office.calendar import Ky
from cchc_docs.office.records import Data
from cchc_docs.office.records.co_quan import DonVi

NO_REPORT = "khác"
"""The kind of units that owe none: steering boards and the like."""


def active(unit: DonVi, ky: Ky) -> bool:
    """Whether the unit existed on any day of the period."""
    begun = unit.tu_ngay is None or unit.tu_ngay <= ky.den_ngay
    return begun and (unit.den_ngay is None or unit.den_ngay >= ky.tu_ngay)


def reports(unit: DonVi, ky: Ky) -> bool:
    """Whether the unit owes a report of the period: it existed when that ended, and is no steering board."""
    return unit.loai != NO_REPORT and active(unit, ky) and (unit.den_ngay is None or unit.den_ngay >= ky.den_ngay)


def reporting(data: Data, ky: Ky) -> list[DonVi]:
    """The units that owe a report of the period."""
    return [unit for unit in data.don_vi if reports(unit, ky)]
