"""Reports of the units: who owes one for a period, whose came in time, late, or not yet.

A unit owes a report of a period when it exists on the period's last day and is of a kind that reports, or when *Nộp báo
cáo* names it for the period. The unit that compiles the reports owes its own like all others; only a letter of urging
leaves it out, since it would write to itself.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from cchc_docs.office.calendar import Ky
from cchc_docs.office.records import Data
from cchc_docs.office.records.co_quan import DonVi
from cchc_docs.office.units import NO_UNIT, active, exists, organiser


@dataclass(frozen=True, slots=True)
class Submission:
    """A report that a unit owes: its due day, if the period has one, and the day on which it came, if it did."""

    unit: DonVi
    due: date | None
    came: date | None

    @property
    def days_late(self) -> int:
        """How many days after the due day it came; 0: in time, not here yet, or nothing is due."""
        return max((self.came - self.due).days, 0) if self.came and self.due else 0


def owing(data: Data, ky: Ky) -> list[DonVi]:
    """The units that owe a report of the period, in the order of *Đơn vị*."""
    named = {row.don_vi.ma for row in data.nop_bao_cao if row.ky == ky.ma}
    return [
        unit
        for unit in data.don_vi
        if (unit.loai != NO_UNIT and exists(unit, ky.den_ngay)) or (unit.ma in named and active(unit, ky))
    ]


def is_kept(data: Data, ky: Ky) -> bool:
    """Return True if the sheet *Nộp báo cáo* says anything of the period; else nobody keeps who sent its report."""
    return any(row.ky == ky.ma for row in data.nop_bao_cao)


def unnamed(data: Data, ky: Ky) -> list[DonVi]:
    """The units that owe a report and that *Nộp báo cáo* does not speak of."""
    named = {row.don_vi.ma for row in data.nop_bao_cao if row.ky == ky.ma}
    return [unit for unit in owing(data, ky) if unit.ma not in named]


def submissions(data: Data, ky: Ky) -> list[Submission]:
    """The reports that units owe of the period, in the order of *Đơn vị*."""
    came = {row.don_vi.ma: row.ngay_nop for row in data.nop_bao_cao if row.ky == ky.ma}
    return [Submission(unit, ky.han_gui, came.get(unit.ma)) for unit in owing(data, ky)]


def to_urge(data: Data, ky: Ky) -> Sequence[Submission]:
    """The reports to write a letter about: missing or late, but for that of the unit that compiles them.

    None where the period has no due day or nobody keeps arrivals.
    """
    if ky.han_gui is None or not is_kept(data, ky):
        return []
    compiler = organiser(data)
    return [one for one in submissions(data, ky) if one.unit is not compiler and (one.came is None or one.days_late)]
